// The pop-ups of an entry that is for terms in a text: they are in it.

export { finder, leave, listen } from "./popup.js";
