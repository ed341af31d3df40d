// What `ng build` does, without its command-line package. The workspace is the folder above, which has the packages.

import { fileURLToPath } from "node:url";
import { Architect } from "@angular-devkit/architect";
import { WorkspaceNodeModulesArchitectHost } from "@angular-devkit/architect/node/index.js";
import { logging, schema, workspaces } from "@angular-devkit/core";
import { NodeJsSyncHost } from "@angular-devkit/core/node/index.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const files = workspaces.createWorkspaceHost(new NodeJsSyncHost());
const { workspace } = await workspaces.readWorkspace(path("angular.json"), files);
const registry = new schema.CoreSchemaRegistry();
registry.addPostTransform(schema.transforms.addUndefinedDefaults);
const architect = new Architect(new WorkspaceNodeModulesArchitectHost(workspace, path("..")), registry);
const logger = new logging.Logger("ng");
let complaints = 0;
logger.subscribe(({ level, message }) => {
  if (level === "info" || level === "debug") return;
  complaints += 1;
  console.error(message);
});
const run = await architect.scheduleTarget({ project: "app", target: "build" }, {}, { logger });
const { success } = await run.result;
await run.stop();
process.exit(success && !complaints ? 0 : 1); // its workers would run on
