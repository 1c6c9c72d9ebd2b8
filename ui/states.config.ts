import { defineConfig } from "vite";

// The page of the parts in their states: one script the tests of the window run there. Never shipped.
export default defineConfig({
  build: {
    outDir: "node_modules/.states",
    copyPublicDir: false,
    lib: { entry: "src/states/main.tsx", formats: ["iife"], name: "states", fileName: () => "states.js" },
  },
});
