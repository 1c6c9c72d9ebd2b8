// @vitest-environment happy-dom
// A later instalment is noted paid by itself: those before it stay as they are.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { render } from "preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LoanStanding } from "../../ipc/types.ts";
import { InstalmentsStep } from "./Instalments.tsx";
import type { OpenPart } from "./Screen.tsx";
import * as words from "./words.ts";

const choice = (key: string) => ({ key, label: key, group: null, retired: false });
const day = (on: string, last: number) => ({ on, label: on, last, act: on });
const standingOf = (due_until: LoanStanding["due_until"]) =>
  ({
    due_until,
    ...{ stopped: "", changes: [], rows: [], versions: [], still_due: null },
    declarable: due_until.map(({ last, label }) => ({ number: last, label })).reverse(),
    declared: ["paid", "missed", "paid_late"].map(choice),
    told_by: ["lender"].map(choice),
    ...{ total_signed: { cents: 0, text: "" }, total_now: { cents: 0, text: "" } },
  }) as unknown as LoanStanding;

let page: HTMLElement;
let sent: Record<string, unknown>[];

function Step({ standing }: { standing: LoanStanding }) {
  const [part, onPart] = useState("");
  const loan = { standing, running: true } as OpenPart["loan"];
  const followed = { strip: [] } as unknown as OpenPart["followed"];
  const given = { dossier: 1, loan, followed, part, onPart, onLoan: () => undefined } as unknown as OpenPart;
  return <InstalmentsStep {...given} says={null} />;
}

beforeEach(() => {
  document.body.innerHTML = "<main></main>";
  page = document.querySelector("main") as HTMLElement;
  sent = [];
  mockIPC((command, given) => {
    if (command !== "call") return null;
    const { name, input } = given as { name: string; input: Record<string, unknown> };
    if (name === "declare_instalments") sent.push(input);
    return null;
  });
});

afterEach(() => {
  render(null, page);
  clearMocks();
});

const soon = () => new Promise((done) => setTimeout(done, 60));
const link = () => [...page.querySelectorAll("button")].find((one) => one.textContent === words.oneIsPaid);

test("one_of_several_is_noted_paid_alone", async () => {
  render(<Step standing={standingOf([day("05/12/2026", 3), day("05/11/2026", 2)])} />, page);
  await soon();
  link()?.click();
  await soon();
  page.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await soon();
  expect(sent).toMatchObject([{ declared: "paid", from: "3", to: "3", until: "" }]);
});

test("of_one_alone_the_main_button_says_it", async () => {
  render(<Step standing={standingOf([day("05/12/2026", 3)])} />, page);
  await soon();
  expect(link()).toBeUndefined();
});
