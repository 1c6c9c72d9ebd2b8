// The page in a browser: what it asks of the window, the desk of `./run dev` answers. In the real window this does nothing.

import { mockIPC } from "@tauri-apps/api/mocks";

async function ask(command: string, given: unknown): Promise<unknown> {
  if (command === "choose") return [];
  if (command !== "call" && command !== "bytes") return null;
  const answered = await fetch("/desk", {
    method: "POST",
    body: JSON.stringify({ command, ...Object(given) }),
  });
  const answer = await answered.json();
  if (answer.failure) throw answer.failure;
  return command === "bytes" ? new Uint8Array(answer.done).buffer : answer.done;
}

if (!("__TAURI_INTERNALS__" in window)) mockIPC(ask, { shouldMockEvents: true });
