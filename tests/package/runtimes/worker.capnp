using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "localhost:0", http = (), service = "main")],
);

# The module as the condition `workerd` has it: WebAssembly is imported, for workers compile none.
const worker :Workerd.Worker = (
  modules = [
    (name = "worker.mjs", esModule = embed "worker.mjs"),
    (name = "outputs.mjs", esModule = embed "outputs.mjs"),
    (name = "plan-widgets/server", esModule = embed "../node_modules/plan-widgets/dist/server-edge.js"),
    (name = "plan-widgets/errors.js", esModule = embed "../node_modules/plan-widgets/dist/errors.js"),
    (name = "plan-widgets/render.wasm", wasm = embed "../node_modules/plan-widgets/dist/render.wasm"),
  ],
  compatibilityDate = "2026-11-01",
);
