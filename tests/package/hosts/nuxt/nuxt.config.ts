export default defineNuxtConfig({
  app: { baseURL: "/projects/hosts/nuxt/.output/public/" },
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("plan-") } },
  hooks: {
    // Else every page fetches all of the plan's files ahead, in all languages.
    "build:manifest": (manifest) => {
      for (const resource of Object.values(manifest)) resource.prefetch = false;
    },
  },
  experimental: { payloadExtraction: false }, // the data stand in the page, not in a file beside it
  telemetry: false,
  compatibilityDate: "2026-01-01",
});
