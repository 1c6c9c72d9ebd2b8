import { defineConfig } from "vitest/config";

// The page runs under `default-src 'none'; script-src 'self'; style-src 'self'`:
// no inlined asset, no inline script, nothing from another address.
export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
