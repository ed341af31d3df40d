import { defineConfig, runnerImport } from "vite";

// What a server sends.
const { html } = (await runnerImport("./server.tsx")).module;

export default defineConfig({
  base: "./",
  plugins: [{ name: "rendered", transformIndexHtml: (page) => page.replace("<!-- app -->", html()) }],
});
