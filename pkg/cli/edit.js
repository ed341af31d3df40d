// `plan-widgets edit [FILE]`: the editor on this machine, from the package. Nothing leaves it.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { reason, safe } from "./terminal.js";

const WORDS = {
  en: {
    at: (/** @type {string} */ url) => `The editor is at ${url} (Ctrl-C ends it)`,
    taken: (/** @type {string} */ port) => `port ${port} is taken: name another --port`,
    port: (/** @type {string} */ port) => `--port is a number from 1 to 65535, not "${port}"`,
  },
  zh: {
    at: (/** @type {string} */ url) => `编辑器：${url}（按 Ctrl-C 结束）`,
    taken: (/** @type {string} */ port) => `端口 ${port} 已被占用：请用 --port 换一个`,
    port: (/** @type {string} */ port) => `--port 应为 1 到 65535 的数，而不是“${port}”`,
  },
};

// The same each time, for the browser keeps drafts by it.
const PORT = "8310";

// The editor's pages as the site has them, each with its file beside this one.
/** @type {Record<string, string>} */
const PAGES = {
  "/editor/": "editor/zh.html",
  "/en/editor/": "editor/en.html",
  "/site.css": "editor/site.css",
};

/** @type {Record<string, string>} */
const TYPES = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  wasm: "application/wasm",
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/**
 * Serves the editor until the process is ended.
 * @param {string | undefined} file
 * @param {{ port?: string }} options
 * @param {Lang} lang
 */
export async function edit(file, { port = PORT }, lang) {
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) throw new Error(WORDS[lang].port(port));
  // One that can't be read is reported now.
  if (file !== undefined) await readFile(file);
  const own = lang === "zh" ? "/editor/" : "/en/editor/";
  const query = file === undefined ? "" : `?file=${encodeURIComponent(basename(file))}`;
  /** @param {string} path */
  const find = (path) => {
    if (file !== undefined && path === `/file/${encodeURIComponent(basename(file))}`) return file;
    const name = PAGES[path] ?? /^\/dist\/((?:data\/)?[\w-][\w.-]*)$/.exec(path)?.[1];
    return name && new URL(name, import.meta.url);
  };
  const server = createServer(async ({ method, headers, url = "/" }, answer) => {
    const [path] = url.split("?");
    const [host] = (headers.host ?? "").split(":");
    const found = find(path);
    // Another name for this machine is a page's that wants to read along.
    if (!["localhost", "127.0.0.1"].includes(host) || method !== "GET") answer.writeHead(403).end();
    else if (path === "/" || path === "/en/") answer.writeHead(302, { location: own + query }).end();
    else if (!found) answer.writeHead(404).end();
    else
      try {
        const content = await readFile(found);
        const type = TYPES[/\w+$/.exec(String(found))?.[0] ?? ""] ?? "application/octet-stream";
        answer.writeHead(200, {
          "content-type": type,
          "content-security-policy": POLICY,
          "cache-control": "no-store",
          "cross-origin-resource-policy": "same-origin",
          "x-content-type-options": "nosniff",
        });
        answer.end(content);
      } catch (error) {
        answer.writeHead(404).end(safe(reason(error, lang)));
      }
  });
  await new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(error.code === "EADDRINUSE" ? new Error(WORDS[lang].taken(port)) : error),
    );
    server.listen(Number(port), "localhost", () => resolve(undefined));
  });
  console.log(WORDS[lang].at(`http://localhost:${port}${own}${query}`));
}
