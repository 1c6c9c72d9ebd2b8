// @vitest-environment happy-dom
// A check that is answered keeps its place until one leaves the part.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { render } from "preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AssessmentView, Check, Checks as Shown } from "../../ipc/types.ts";
import { type Place, PlaceContext } from "../../parts/place.ts";
import { Checks } from "./Checks.tsx";

const state = (key: string) => ({ key, label: key, group: null, retired: false });

function check(key: string, answer = ""): Check {
  const isMet = answer === "yes";
  const options = [state("yes"), state("no")];
  const open = answer === "";
  return {
    ...{ key, label: key, question: "", rule: "", source: "", effect: "", sentence: "", facts: [] },
    state: state(isMet ? "met" : "to_verify"),
    questions: [{ fact: key, of: "applicant", label: key, help: "", options, answer, open }],
    passed_over: null,
    may_pass_over: false,
  };
}

function viewOf(answers: Record<string, string>): AssessmentView {
  const all = ["first", "second", "third"].map((key) => check(key, answers[key]));
  const isSettled = ({ state }: Check) => state.key === "met";
  const settled = all.filter(isSettled);
  const checks: Shown = {
    ...{ sentence: "", rules_on: { iso: "", text: "" }, settled_title: `${settled.length} met` },
    calling: all.filter((one) => !isSettled(one)),
    settled,
  };
  return { dossier: 1, checks } as AssessmentView;
}

const place = { go: () => undefined } as unknown as Place;
let page: HTMLElement;
let left: string[];

function Page() {
  const [view, setView] = useState(() => viewOf({}));
  return (
    <PlaceContext.Provider value={place}>
      <Checks assessment={view} onChanged={setView} onAnswered={(key) => left.push(key)} />
      <input name="elsewhere" />
    </PlaceContext.Provider>
  );
}

beforeEach(async () => {
  document.body.innerHTML = "<main></main>";
  page = document.querySelector("main") as HTMLElement;
  left = [];
  const answers: Record<string, string> = {};
  mockIPC((command, given) => {
    if (command !== "call") return null;
    const { name, input } = given as { name: string; input: { fact: string; answer: string } };
    if (name !== "answer_fact") return null;
    answers[input.fact] = input.answer;
    return viewOf(answers);
  });
  render(<Page />, page);
  await soon();
});

afterEach(() => {
  render(null, page);
  clearMocks();
});

const soon = () => new Promise((done) => setTimeout(done, 40));
const rows = (table = 0) =>
  [...(page.querySelectorAll("table")[table]?.querySelectorAll("th[id]") ?? [])].map(({ id }) => id.slice(6));
const radio = (fact: string) => page.querySelector<HTMLInputElement>(`[name="answer ${fact}"]`);

async function answer(fact: string): Promise<void> {
  radio(fact)?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  radio(fact)?.focus();
  radio(fact)?.click();
  await soon();
}

test("an_answered_check_stays_under_the_pointer_and_is_shown_answered", async () => {
  await answer("first");
  expect(rows()).toEqual(["first", "second", "third"]);
  expect(radio("first")?.closest("tr")?.textContent).toContain("met");
  await answer("second");
  expect(rows()).toEqual(["first", "second", "third"]);
});

test("it_goes_where_it_is_settled_once_the_pointer_has_left", async () => {
  await answer("first");
  radio("first")?.closest("section")?.parentElement?.dispatchEvent(new Event("pointerleave"));
  await soon();
  expect(rows()).toEqual(["second", "third"]);
  expect(rows(1)).toEqual(["first"]);
  expect(left).toEqual(["first", "first"]);
});

test("it_goes_once_the_focus_has_left_too", async () => {
  await answer("second");
  radio("third")?.focus();
  await soon();
  expect(rows()).toEqual(["first", "second", "third"]);
  page.querySelector<HTMLElement>("[name=elsewhere]")?.focus();
  await soon();
  expect(rows()).toEqual(["first", "third"]);
});
