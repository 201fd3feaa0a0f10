// One script for each kind of page, with a style sheet where it has one; what several share stands in files
// beside them, and so do the licences of what is in them. They load nothing from elsewhere.
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../src/collective/rendezvous/browser/static/built");
const entries = ["availability", "citizen", "planning", "staff"];

export default defineConfig({
  base: "./",
  publicDir: false,
  logLevel: "warn",
  plugins: [
    { name: "licences", closeBundle: () => cpSync(here("licences"), `${target}/licences`, { recursive: true }) },
  ],
  build: {
    target: "es2022",
    outDir: target,
    emptyOutDir: true,
    modulePreload: false,
    rollupOptions: {
      input: Object.fromEntries(entries.map((name) => [name, here(`src/${name}.ts`)])),
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "shared-[name]-[hash].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});
