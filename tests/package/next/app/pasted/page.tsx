export { default } from "../../../shared/Pasted";
