import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** What stands before the first ink may weigh, in bytes: script and style as gzip makes them. */
const MOST_AT_OPENING = 40_000;

async function zipped(part: Blob): Promise<number> {
  const stream = part.stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

/** The build stops on a page that has grown too heavy at its opening. */
function weighed(): Plugin {
  return {
    name: "weighed",
    enforce: "post",
    async generateBundle(_, bundle) {
      let weight = 0;
      for (const one of Object.values(bundle)) {
        const isLater = one.type === "chunk" && one.isDynamicEntry;
        if (isLater || !/\.(js|css)$/.test(one.fileName)) continue;
        weight += await zipped(new Blob([(one.type === "chunk" ? one.code : one.source) as BlobPart]));
      }
      const told = `the page opens with ${weight} bytes, ${MOST_AT_OPENING} at most`;
      if (weight > MOST_AT_OPENING) this.error(told);
      this.info(told);
    },
  };
}

/** Vite's helper for imports fetches their style ahead: there is one style, already there. */
function plainImports(): Plugin {
  return {
    name: "plain-imports",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load()" : null,
  };
}

/** A node made by `h` is shorter than one made by the automatic runtime. */
export const jsx = {
  jsx: { runtime: "classic", pragma: "jsx", pragmaFrag: "JsxFragment" },
  jsxInject: 'import { h as jsx, Fragment as JsxFragment } from "preact"',
} as const;

// Each sentence of a words.ts is an export of its own, so that it is written
// where it is said, and not at all when nothing says it any more.
// The page runs under `default-src 'none'; script-src 'self'; style-src 'self'`:
// no inlined asset, no inline script, nothing from another address.
export default defineConfig({
  base: "./",
  plugins: [plainImports(), weighed()],
  oxc: jsx,
  build: {
    outDir: "dist",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { optimization: { inlineConst: { mode: "all", pass: 3 } } },
  },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"], css: true },
});
