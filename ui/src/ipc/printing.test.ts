// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const { invoke } = vi.hoisted(() => ({ invoke: vi.fn(() => Promise.resolve()) }));
vi.mock("@tauri-apps/api/core", () => ({ invoke, Channel: class {} }));
vi.mock("@tauri-apps/api/event", () => ({ listen: vi.fn() }));

import { forgetPrinted, printPages } from "./printing.ts";

const sheets = () => document.querySelectorAll(".printed img");

beforeEach(() => {
  // What is drawn is loaded at once.
  vi.stubGlobal("Image", function picture() {
    const sheet = document.createElement("img");
    const set = () => queueMicrotask(() => sheet.onload?.(new Event("load")));
    return Object.defineProperty(sheet, "src", { set, get: () => "blob:page" });
  });
  vi.stubGlobal("URL", { createObjectURL: vi.fn(() => "blob:page"), revokeObjectURL: vi.fn() });
});

afterEach(() => {
  forgetPrinted();
  vi.unstubAllGlobals();
  invoke.mockClear();
});

test("every_page_is_there_when_the_dialog_opens", async () => {
  const asked: number[] = [];
  let shown = 0;
  invoke.mockImplementationOnce(() => {
    shown = sheets().length;
    return Promise.resolve();
  });
  const page = async (number: number) => {
    asked.push(number);
    return new Blob();
  };
  await printPages(
    3,
    page,
    () => undefined,
    () => true,
  );
  expect(asked).toEqual([1, 2, 3]);
  expect(shown).toBe(3);
  expect(invoke).toHaveBeenCalledWith("print");
});

test("what_was_printed_before_is_let_go", async () => {
  const page = () => Promise.resolve(new Blob());
  await printPages(
    2,
    page,
    () => undefined,
    () => true,
  );
  await printPages(
    1,
    page,
    () => undefined,
    () => true,
  );
  expect(sheets().length).toBe(1);
  expect(URL.revokeObjectURL).toHaveBeenCalledTimes(2);
});

test("stopped_on_the_way_nothing_is_printed", async () => {
  let left = 2;
  const page = () => Promise.resolve(new Blob());
  await printPages(
    5,
    page,
    () => undefined,
    () => --left > 0,
  );
  expect(invoke).not.toHaveBeenCalled();
  expect(sheets().length).toBe(0);
});
