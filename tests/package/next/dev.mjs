// `next dev`, in which React reports every difference between server and browser: prints its URL once the page is
// compiled, and ends with its standard input.

import { createServer } from "node:http";
import next from "next";

process.stdin.on("end", () => process.exit()).resume();
setTimeout(() => process.exit(1), 50_000).unref();

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
const server = createServer(app.getRequestHandler()).listen(0, "localhost", async () => {
  const url = `http://localhost:${server.address().port}/projects/next/out/`;
  await (await fetch(url)).text();
  console.log(`ready ${url}`);
});
