// `plan-widgets/server` in other runtimes, whose packages are in the folder that is given: each has to say what
// Node.js says.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { outputs } from "./runtimes/outputs.mjs";

const packages = process.argv[2];
const expected = outputs();

// Of this machine's package: the command next to it wants an install script to have run, or closes pipes.
function binary(scope, name) {
  const [found] = readdirSync(join(packages, scope));
  return join(packages, scope, found, "bin", name);
}

function same(name, text, start) {
  assert.equal(text.trim(), expected, name);
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function prints(name, program, args) {
  const start = performance.now();
  const { stdout, stderr, error } = spawnSync(program, [...args, "runtimes/print.mjs"], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  assert.ok(stdout, `${name}: ${error ?? stderr}`);
  same(name, stdout, start);
}

// Without a permission: neither files nor the network.
prints("Deno", process.execPath, [join(packages, "deno/bin.cjs"), "run", "--no-prompt", "--no-remote"]);
prints("Bun", binary("@oven", "bun"), ["run"]);

const start = performance.now();
const edge = spawnSync(
  process.execPath,
  ["--conditions=workerd", "--input-type=module", "--eval", 'console.log(import.meta.resolve("plan-widgets/server"))'],
  { encoding: "utf8" },
);
assert.match(edge.stdout, /dist\/server-edge\.js$/m);
const workerd = spawn(binary("@cloudflare", "workerd"), ["serve", "runtimes/worker.capnp", "--control-fd=3"], {
  stdio: ["ignore", "inherit", "inherit", "pipe"],
});
try {
  const port = await new Promise((resolve, reject) => {
    workerd.stdio[3].on("data", (line) => resolve(JSON.parse(line).port));
    workerd.on("exit", () => reject(new Error("workerd ended")));
  });
  same("workerd", await (await fetch(`http://localhost:${port}/`)).text(), start);
} finally {
  workerd.kill();
}
