import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** What stands before the first ink may weigh, in bytes: script and style as gzip makes them. */
const MOST_AT_OPENING = 37_550;

async function zipped(part: Blob): Promise<number> {
  const stream = part.stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

/** The build stops on a page that has grown too heavy at its opening. */
function weighed(): Plugin {
  return {
    name: "weighed",
    apply: "build",
    enforce: "post",
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
      const first = chunks.filter((one) => one.isEntry).flatMap((one) => [one.fileName, ...one.imports]);
      let weight = 0;
      for (const one of Object.values(bundle)) {
        if (!one.fileName.endsWith(".css") && !first.includes(one.fileName)) continue;
        weight += await zipped(new Blob([(one.type === "chunk" ? one.code : one.source) as BlobPart]));
      }
      const told = `the page opens with ${weight} bytes, ${MOST_AT_OPENING} at most`;
      if (weight > MOST_AT_OPENING) this.error(told);
      this.info(told);
    },
  };
}

// The page runs under `default-src 'none'; script-src 'self'; style-src 'self'`:
// no inlined asset, no inline script, nothing from another address.
export default defineConfig({
  base: "./",
  plugins: [weighed()],
  build: {
    outDir: "dist",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
  },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"], css: true },
});
