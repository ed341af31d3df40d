// The four themes, as rules for elements with the attribute `theme`.

import css from "themes.css";
import { dresser } from "./dresser.js";

export const dressTheme = dresser(css);
