import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** What the page may weigh, in bytes: script and style as gzip makes them, every screen counted, shown or not. */
const MOST = 172_000;

async function zipped(part: Blob): Promise<number> {
  const stream = part.stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

/** The build stops on a page that has grown too heavy. */
function weighed(): Plugin {
  return {
    name: "weighed",
    enforce: "post",
    async generateBundle(_, bundle) {
      const parts = Object.values(bundle)
        .filter(({ fileName }) => /\.(js|css)$/.test(fileName))
        .map((one) => (one.type === "chunk" ? one.code : one.source));
      const weights = await Promise.all(parts.map((part) => zipped(new Blob([part as BlobPart]))));
      const sum = weights.reduce((sum, weight) => sum + weight, 0);
      if (sum > MOST) this.error(`the page weighs ${sum} bytes, ${MOST} at most`);
    },
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
  plugins: [weighed()],
  oxc: jsx,
  build: {
    outDir: "dist",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { optimization: { inlineConst: { mode: "all", pass: 3 } } },
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
