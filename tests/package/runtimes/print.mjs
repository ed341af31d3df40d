// For runtimes with a console.

import { outputs } from "./outputs.mjs";

console.log(outputs());
