import { defineConfig } from "astro/config";

export default defineConfig({ base: "/projects/hosts/astro/dist", telemetry: false });
