// For edge workers, which answer requests.

import { outputs } from "./outputs.mjs";

export default { fetch: () => new Response(outputs()) };
