import { fileURLToPath } from "node:url";

export default {
  output: "export",
  basePath: "/projects/next/out",
  trailingSlash: true,
  turbopack: { root: fileURLToPath(new URL("..", import.meta.url)) },
  experimental: { turbopackFileSystemCacheForBuild: false }, // a cache is of no use to one build
  typescript: { ignoreBuildErrors: true }, // tsc has looked
};
