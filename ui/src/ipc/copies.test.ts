// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";

const { invoke } = vi.hoisted(() => ({ invoke: vi.fn(() => Promise.resolve()) }));
vi.mock("@tauri-apps/api/core", () => ({ invoke, Channel: class {} }));
vi.mock("@tauri-apps/api/event", () => ({ listen: vi.fn() }));

import { tellCopies } from "./call.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  invoke.mockClear();
});

/** A copy of what is selected, in the engine of a system; whether the page left it to the shell. */
function copied(system: string): boolean {
  vi.stubGlobal("navigator", { userAgent: `Mozilla/5.0 (${system})` });
  vi.stubGlobal("getSelection", () => "06 39");
  const deaf = tellCopies();
  const event = new Event("copy", { bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  deaf();
  return event.defaultPrevented;
}

test("on_windows_the_shell_copies_what_is_selected_out_of_the_history", () => {
  expect(copied("Windows NT 10.0; Win64; x64")).toBe(true);
  expect(invoke).toHaveBeenCalledWith("copied", { text: "06 39" });
});

test("elsewhere_the_page_copies_and_says_so_after", async () => {
  vi.useFakeTimers();
  expect(copied("X11; Linux x86_64")).toBe(false);
  expect(invoke).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(invoke).toHaveBeenCalledWith("copied", { text: null });
  vi.useRealTimers();
});
