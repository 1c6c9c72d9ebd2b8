// @vitest-environment happy-dom

import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { Boundary } from "./Boundary.tsx";
import * as words from "./words.ts";

vi.mock("../../ipc/drafts.ts", () => ({ drafts: { flush: vi.fn(async () => undefined) } }));
const { drafts } = await import("../../ipc/drafts.ts");

const reload = vi.fn();
const said = () => document.body.textContent ?? "";
const button = (name: string) =>
  [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === name);

function show(children: preact.ComponentChildren) {
  render(<Boundary reload={reload}>{children}</Boundary>, document.body);
}

beforeEach(() => {
  render(null, document.body);
  vi.clearAllMocks();
});

function Broken(): never {
  throw new Error("a render that throws");
}

test("a_page_that_cannot_be_drawn_says_so_keeps_what_is_typed_and_comes_back_where_it_was", async () => {
  show(<Broken />);
  await vi.waitFor(() => expect(said()).toContain(words.stopped));
  expect(said()).toContain(words.stoppedSafe);
  expect(drafts.flush).toHaveBeenCalled();
  button(words.resume)?.click();
  await vi.waitFor(() => expect(reload).toHaveBeenCalledWith("here"));
});

test("a_page_that_stops_each_time_it_comes_back_leads_to_the_day", async () => {
  show(<Broken />);
  await vi.waitFor(() => expect(said()).toContain(words.stopped));
  button(words.resumeAtHome)?.click();
  await vi.waitFor(() => expect(reload).toHaveBeenCalledWith("home"));
});

test("an_act_that_throws_is_told_over_the_page_which_stays", async () => {
  show(<p>the page</p>);
  await vi.waitFor(() => {
    dispatchEvent(new ErrorEvent("error", { error: new Error("an act that throws") }));
    expect(said()).toContain(words.failedAct);
  });
  expect(said()).toContain("the page");
  button(words.goOn)?.click();
  await vi.waitFor(() => expect(said()).not.toContain(words.failedAct));
});

test("a_remark_of_the_browser_is_no_failed_act", async () => {
  show(<p>the page</p>);
  await new Promise((later) => setTimeout(later, 20));
  dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed" }));
  await new Promise((later) => setTimeout(later, 20));
  expect(said()).not.toContain(words.failedAct);
});
