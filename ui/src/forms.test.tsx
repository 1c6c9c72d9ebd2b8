// @vitest-environment happy-dom
// What is typed in a form outlives whatever is read meanwhile, and Ctrl S never calls it saved.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { type ComponentChild, render } from "preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Death } from "./features/loan/Death.tsx";
import { EndStep } from "./features/loan/End.tsx";
import { Interview } from "./features/loan/Interview.tsx";
import type { OpenPart } from "./features/loan/Screen.tsx";
import { tie, useRequest } from "./features/new_request/useRequest.ts";
import { OwnWords } from "./features/report/OwnWords.tsx";
import { YearPage } from "./features/report/YearPage.tsx";
import { Hearing } from "./features/sessions/Hearing.tsx";
import { Typed } from "./features/statements/Typed.tsx";
import { WorkTime } from "./features/today/WorkTime.tsx";
import { drafts } from "./ipc/drafts.ts";
import { tell } from "./ipc/news.ts";
import type { AgendaRow, EndingView, FollowedView, OnePaper, SessionView } from "./ipc/types.ts";
import { TextField } from "./parts/TextField.tsx";
import { isAllSaved } from "./parts/unsaved.ts";

type Desk = Record<string, (input: Record<string, unknown>) => unknown>;

let page: HTMLElement;
let calls: string[];
let kept: Record<string, string>;

beforeEach(() => {
  document.body.innerHTML = "<main></main>";
  page = document.querySelector("main") as HTMLElement;
  calls = [];
  kept = {};
});

afterEach(() => {
  render(null, page);
  drafts.stop();
  clearMocks();
});

const nameOf = (draft: Record<string, unknown>) => `${draft.dossier}/${draft.form}`;

/** A desk that answers these calls, and keeps drafts as the vault does. */
function answer(desk: Desk) {
  const vault: Desk = {
    keep_draft: (draft) => {
      kept[nameOf(draft)] = String(draft.body);
      return {};
    },
    drop_draft: (draft) => {
      delete kept[nameOf(draft)];
      return {};
    },
    draft: (draft) => ({ body: kept[nameOf(draft)] ?? null, kept_at: null }),
    choices: () => ({ redirections: [] }),
  };
  mockIPC((command, given) => {
    if (command !== "call") return null;
    const { name, input } = given as { name: string; input: Record<string, unknown> };
    calls.push(name);
    const answered = { ...vault, ...desk }[name];
    if (!answered) throw new Error(`nothing answers ${name}`);
    return answered(input);
  });
}

const settled = () => new Promise((done) => setTimeout(done, 60));

async function show(screen: ComponentChild) {
  render(screen, page);
  await settled();
}

async function type(field: string, text: string) {
  const input = page.querySelector<HTMLInputElement>(`[name="${field}"]`);
  if (!input) throw new Error(`${field} is not on the page`);
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
}

const read = (field: string) => page.querySelector<HTMLInputElement>(`[name="${field}"]`)?.value;

async function press(at: number) {
  page.querySelectorAll<HTMLButtonElement>("button")[at]?.click();
  await settled();
}

async function change(by: "open_paper" | "copy_here") {
  tell({ told: "changed", by });
  await settled();
}

test("the_free_word_outlives_the_opening_of_the_paper", async () => {
  const words = { label: "Label", hint: "", text: "before" };
  answer({
    report_words: () => ({ ...words }),
    set_report_words: ({ text }) => Object.assign(words, { text }),
  });
  await show(<OwnWords of={{ paper: "annual_report" } as OnePaper} />);
  expect(read("text")).toBe("before");
  await type("text", "what elected people read");
  await change("open_paper");
  expect(calls.filter((name) => name === "report_words")).toHaveLength(2);
  expect(read("text")).toBe("what elected people read");
  expect(isAllSaved()).toBe(false);
  page.querySelector("form")?.requestSubmit();
  await settled();
  expect(read("text"), "what was saved stays").toBe("what elected people read");
  expect(isAllSaved()).toBe(true);
});

test("the_figures_of_a_year_outlive_the_automatic_copy", async () => {
  const figures = { wages: "1000", communication: "", other_costs: "", subsidies: "", optional_aid: "" };
  const fields = { ...figures, paid_hours: "", inhabitants: "" };
  answer({ report_year: () => ({ sentence: "", fields: { ...fields } }) });
  await show(<YearPage year="2026" />);
  await press(0);
  await type("subsidies", "2500");
  await change("copy_here");
  expect(read("subsidies")).toBe("2500");
  expect(read("wages")).toBe("1000");
});

test("a_death_being_noted_is_not_saved_before_its_button", async () => {
  answer({ note_death: () => ({ death: null }) });
  const parts = { dossier: 1, followed: { death: null } as FollowedView };
  const nothing = () => undefined;
  await show(<Death {...(parts as OpenPart)} onFollowed={nothing} onWrite={nothing} onPart={nothing} />);
  expect(isAllSaved()).toBe(true);
  await type("insurance", "told by the daughter");
  expect(isAllSaved(), "Ctrl S says what is not saved").toBe(false);
  await press(2);
  expect(calls).toContain("note_death");
  expect(isAllSaved()).toBe(true);
});

test("the_end_of_a_loan_being_noted_is_not_saved_before_its_button", async () => {
  answer({ settle_loan: () => ({}) });
  const ending = { is_open: true, sentence: "", steps: [{ key: "over", state: "current" }] };
  const parts = {
    dossier: 1,
    ending,
    loan: { standing: { can_settle: true } },
    part: "",
  } as unknown as OpenPart;
  await show(<EndStep {...parts} onLoan={() => undefined} />);
  await type("note", "read on the letter");
  expect(isAllSaved(), "Ctrl S says what is not saved").toBe(false);
  page.querySelector("form")?.requestSubmit();
  await settled();
  expect(isAllSaved()).toBe(true);
});

test("a_refused_form_keeps_its_words_and_stays_unsaved", async () => {
  answer({
    answer_survey: () => {
      throw { kind: "refused", message: "No.", remedy: null, field: "iban" };
    },
  });
  const survey = [{ key: "end", label: "", answered_on: "", questions: [] }];
  const view = { dossier: 1, bank_details: null, holder: "", proof: {}, survey } as unknown as EndingView;
  await show(<Interview view={view} onChanged={() => undefined} />);
  await type("iban", "FR76");
  page.querySelector("form")?.requestSubmit();
  await settled();
  expect(read("iban")).toBe("FR76");
  expect(isAllSaved()).toBe(false);
});

test("a_decision_half_typed_is_found_again_after_the_lock", async () => {
  answer({});
  const view = { session: { id: 3 }, agenda: [], attendees: [], opinions: [], later: [], directions: [] };
  const row = { item: 7, dossier: 12, matter: "request", hearing: null } as AgendaRow;
  const hearing = (item: number) => (
    <Hearing
      key={item}
      view={view as unknown as SessionView}
      row={{ ...row, item }}
      onChanged={() => undefined}
    />
  );
  await show(hearing(7));
  await type("note", "the sister was there");
  expect(isAllSaved()).toBe(false);
  await drafts.flush();
  render(null, page);
  await show(hearing(8));
  expect(read("note"), "what was typed of another matter stays with it").toBe("");
  await show(hearing(7));
  await expect.poll(() => read("note")).toBe("the sister was there");
});

test("time_spent_half_typed_is_found_again_after_the_lock", async () => {
  answer({ work_times: () => ({ kinds: [], rows: [] }) });
  await show(<WorkTime />);
  await press(0);
  await type("note", "network of the department");
  await drafts.flush();
  render(null, page);
  await show(<WorkTime />);
  await press(0);
  await expect.poll(() => read("note")).toBe("network of the department");
});

test("an_account_half_corrected_is_found_again_over_what_is_recorded", async () => {
  const recorded = { account: "Compte courant", bank: "Banque A", remark: "" };
  answer({
    statement_reviews: () => ({ period: "", accounts: [{ id: 3, label: "", months: "", fields: recorded }] }),
    read_field: ({ text }) => ({ text, iso: null }),
  });
  kept["1/statement"] = '{"remark":"seen in June","review":3}';
  await show(<Typed dossier={1} />);
  await expect.poll(() => read("remark")).toBe("seen in June");
  expect(read("account"), "what was not typed is what is recorded").toBe("Compte courant");
  expect(isAllSaved()).toBe(false);
  expect(kept["1/statement"], "it is still kept").toBeDefined();
});

function Asked() {
  const request = useRequest(undefined, () => render(null, page));
  return (
    <form onSubmit={() => void request.run(false)}>
      <TextField label="Phone" {...tie(request, "phone")} />
    </form>
  );
}

test("a_request_recorded_from_within_a_field_leaves_no_draft", async () => {
  answer({ read_field: () => ({ text: "06 39 98 41 07" }), record_request: () => ({ id: 1 }) });
  await show(<Asked />);
  await type("phone", "0639984107");
  page.querySelector("form")?.dispatchEvent(new Event("submit"));
  // The form goes with the field that has the focus, which is left and read back.
  page.querySelector("input")?.dispatchEvent(new Event("blur"));
  await settled();
  await drafts.flush();
  expect(calls).toContain("record_request");
  expect(kept).not.toHaveProperty("null/new_request");
});
