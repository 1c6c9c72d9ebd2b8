import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** What the page may weigh at its opening, and with the screens that come after, in bytes: script and style as gzip makes them. */
const MOST = { atOpening: 40_000, inAll: 178_000 };

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
      const weight = { atOpening: 0, inAll: 0 };
      for (const one of Object.values(bundle)) {
        if (!/\.(js|css)$/.test(one.fileName)) continue;
        const isLater = one.type === "chunk" && one.isDynamicEntry;
        const bytes = await zipped(new Blob([(one.type === "chunk" ? one.code : one.source) as BlobPart]));
        weight.inAll += bytes;
        if (!isLater) weight.atOpening += bytes;
      }
      for (const when of ["atOpening", "inAll"] as const) {
        const told = `${when}: the page weighs ${weight[when]} bytes, ${MOST[when]} at most`;
        if (weight[when] > MOST[when]) this.error(told);
        this.info(told);
      }
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
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
