import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { defineConfig } from "vite";

/** One desk for the page and its reloads: a line asked, a line answered, in their order. */
function desk() {
  const waiting = [];
  let serve;
  const start = () => {
    const given = ["--office", "../target/dev", "--today", "2026-12-18", "serve"];
    serve = spawn("../target/debug/etrier-cli", given, { stdio: ["pipe", "pipe", "inherit"] });
    createInterface(serve.stdout).on("line", (line) => waiting.shift()?.end(line));
    serve.on("exit", () => {
      serve = null;
      for (const answer of waiting.splice(0)) answer.writeHead(502).end();
    });
  };
  return {
    name: "desk",
    transformIndexHtml: () => [
      { tag: "script", attrs: { type: "module", src: "/dev/shell.ts" }, injectTo: "head-prepend" },
    ],
    configureServer({ middlewares }) {
      middlewares.use("/desk", async (asked, answer) => {
        let line = "";
        for await (const part of asked) line += part;
        if (!serve) start();
        waiting.push(answer);
        serve.stdin.write(`${line}\n`);
      });
    },
  };
}

// `./run dev` and `./run states`: the page in a browser, drawn anew as its sources change. Never shipped.
export default defineConfig({
  plugins: [desk()],
  // What looks for packages to prepare does not read tsconfig.json, and asks for React.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      "preact",
      "preact/hooks",
      "preact/jsx-dev-runtime",
      "@tauri-apps/api/core",
      "@tauri-apps/api/event",
      "@tauri-apps/api/mocks",
    ],
  },
  server: { port: 5199, strictPort: true, fs: { allow: [".."] } },
});
