// One script and one style sheet, which load nothing further; the licences of what is in them beside them.
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../src/collective/rendezvous/browser/static/planning");

export default defineConfig({
  publicDir: false,
  logLevel: "warn",
  plugins: [
    { name: "licences", closeBundle: () => cpSync(here("licences"), `${target}/licences`, { recursive: true }) },
  ],
  build: {
    target: "es2022",
    outDir: target,
    emptyOutDir: true,
    cssCodeSplit: false,
    lib: {
      entry: here("src/planning.ts"),
      formats: ["iife"],
      name: "rendezvousPlanning",
      fileName: () => "planning.js",
      cssFileName: "planning",
    },
  },
});
