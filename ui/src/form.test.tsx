// @vitest-environment happy-dom
// The promises of the one form, each proved once for every form of Étrier.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { render } from "preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import { drafts } from "./ipc/drafts.ts";
import { useForm } from "./ipc/form.ts";
import { Form } from "./parts/Form.tsx";
import { TextField } from "./parts/TextField.tsx";
import { isAllSaved } from "./parts/unsaved.ts";

let page: HTMLElement;
let kept: Map<string, string>;
let dropped: string[];
let sent: Record<string, string>[];
let answer: (typed: Record<string, string>) => unknown;

/** A desk that keeps drafts as the vault does, and reads an amount back. */
function desk(name: string, input: Record<string, string>): unknown {
  switch (name) {
    case "keep_draft":
      kept.set(input.form ?? "", input.body ?? "");
      return {};
    case "drop_draft":
      kept.delete(input.form ?? "");
      dropped.push(input.form ?? "");
      return {};
    case "draft":
      return { body: kept.get(input.form ?? "") ?? null, kept_at: "2026-11-20T08:00:00Z" };
    case "read_field":
      if (input.text === "dix") throw refusal("text");
      return { text: input.text === "1200" ? "1 200" : input.text, iso: null };
    default:
      sent.push(input);
      return answer(input);
  }
}

const refusal = (field: string | null, others: string[] = []) => ({
  kind: "refused",
  message: `No ${field}.`,
  remedy: null,
  field,
  others: others.map((field) => ({ field, message: `No ${field}.` })),
});

beforeEach(() => {
  document.body.innerHTML = "<main></main>";
  page = document.querySelector("main") as HTMLElement;
  kept = new Map();
  dropped = [];
  sent = [];
  answer = () => ({});
  mockIPC((command, given) => {
    if (command !== "call") return null;
    const { name, input } = given as { name: string; input: Record<string, string> };
    return desk(name, input);
  });
});

afterEach(() => {
  render(null, page);
  drafts.stop();
  clearMocks();
});

const recorded = { amount: "", on: "", note: "" };

/** A form opened by a button of the screen, which stays open once sent. */
function Screen({ start = recorded, name = "loan" }: { start?: typeof recorded; name?: string }) {
  const [isOpen, open] = useState(false);
  return (
    <section>
      <h2 tabIndex={-1}>loan</h2>
      {isOpen ? (
        <Opened start={start} name={name} onClose={() => open(false)} />
      ) : (
        <button type="button" onClick={() => open(true)}>
          open
        </button>
      )}
    </section>
  );
}

function Opened({ start, name, onClose }: { start: typeof recorded; name: string; onClose: () => void }) {
  const form = useForm({
    name,
    recorded: start,
    send: async (typed) => {
      const { invoke } = await import("@tauri-apps/api/core");
      await invoke("call", { name: "send", input: typed });
    },
  });
  return (
    <Form form={form} label="loan" entry onClose={onClose} quick>
      <TextField label="Amount" {...form.tie("amount", "amount")} />
      <details>
        <TextField label="Day" {...form.tie("on")} />
      </details>
      <TextField label="Note" {...form.tie("note")} />
      <button type="submit">send</button>
    </Form>
  );
}

const settled = () => new Promise((done) => setTimeout(done, 30));
const field = (name: string) => page.querySelector<HTMLInputElement>(`[name="${name}"]`);
const focused = () => document.activeElement?.getAttribute("name");

async function open(screen = <Screen />) {
  render(screen, page);
  page.querySelector("button")?.click();
  await settled();
}

async function type(name: string, text: string) {
  const input = field(name);
  if (!input) throw new Error(`${name} is not on the page`);
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
}

async function send() {
  page.querySelector("form")?.requestSubmit();
  await settled();
}

async function press(key: string, name: string, ctrlKey = false) {
  field(name)?.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
  await settled();
}

test("what_is_typed_is_found_again_after_the_lock_or_a_crash_of_the_page", async () => {
  await open();
  await type("note", "the sister came");
  await drafts.flush();
  expect(kept.get("loan")).toBe('{"note":"the sister came"}');
  render(null, page);
  await open();
  await expect.poll(() => field("note")?.value).toBe("the sister came");
  await type("amount", "300");
  expect(field("note")?.value).toBe("the sister came");
});

test("what_is_typed_while_the_draft_is_looked_for_wins_over_it", async () => {
  kept.set("loan", '{"note":"before","on":"20/11/2026"}');
  render(<Screen />, page);
  page.querySelector("button")?.click();
  await expect.poll(() => field("note")).not.toBeNull();
  await type("note", "after");
  await expect.poll(() => field("on")?.value).toBe("20/11/2026");
  expect(field("note")?.value).toBe("after");
});

test("a_draft_of_another_form_is_left_alone", async () => {
  kept.set("loan:1", '{"note":"of the first"}');
  await open(<Screen name="loan:2" />);
  expect(field("note")?.value).toBe("");
  expect(kept.has("loan:1")).toBe(true);
});

test("a_form_sent_leaves_no_draft_and_one_refused_keeps_its_own", async () => {
  answer = () => {
    throw refusal("note");
  };
  await open();
  await type("note", "too long");
  await drafts.flush();
  await send();
  await drafts.flush();
  expect(kept.has("loan")).toBe(true);
  answer = () => ({});
  await send();
  await drafts.flush();
  expect(kept.has("loan")).toBe(false);
});

test("ctrl_s_never_calls_saved_what_waits_for_its_button", async () => {
  await open();
  expect(isAllSaved()).toBe(true);
  await type("note", "typed");
  expect(isAllSaved()).toBe(false);
  await type("note", "");
  expect(isAllSaved(), "back to what is recorded").toBe(true);
  await type("note", "typed");
  await send();
  expect(isAllSaved()).toBe(true);
});

test("the_refused_field_has_the_focus_and_says_why_even_folded", async () => {
  answer = () => {
    throw refusal("on");
  };
  await open();
  await type("on", "yesterday");
  await send();
  expect(focused()).toBe("on");
  expect(page.querySelector("details")?.open).toBe(true);
  expect(page.querySelector(".refusal")?.textContent).toContain("No on.");
  expect(page.querySelector('[role="alert"]')?.textContent).toBe("");
  await type("on", "today");
  expect(page.querySelector(".refusal"), "corrected").toBeNull();
});

test("several_refusals_are_told_at_once_with_the_way_to_each", async () => {
  answer = () => {
    throw refusal("note", ["amount", "nowhere"]);
  };
  await open();
  await send();
  expect([...page.querySelectorAll(".refusal")].map((one) => one.textContent?.trim())).toEqual([
    "No amount.",
    "No note.",
  ]);
  expect(focused(), "the first on the page").toBe("amount");
  const ways = [...page.querySelectorAll<HTMLButtonElement>('[role="alert"] button')];
  expect(ways.map((one) => one.textContent)).toEqual(["Amount", "Note"]);
  ways[1]?.click();
  expect(focused()).toBe("note");
  await type("note", "right");
  expect(page.querySelectorAll(".refusal"), "the other stays").toHaveLength(1);
});

test("a_refusal_at_no_field_stands_beside_the_button", async () => {
  answer = () => {
    throw refusal("elsewhere");
  };
  await open();
  await send();
  expect(page.querySelector('[role="alert"]')?.textContent).toContain("No elsewhere.");
});

test("a_field_is_read_back_on_leaving_and_on_being_found_again", async () => {
  await open();
  await type("amount", "1200");
  field("amount")?.dispatchEvent(new FocusEvent("blur"));
  await expect.poll(() => field("amount")?.value).toBe("1 200");
  render(null, page);
  await drafts.flush();
  kept.set("loan", '{"amount":"dix"}');
  await open();
  await expect.poll(() => page.querySelector(".refusal")?.textContent).toContain("No text.");
});

test("escape_leaves_with_nothing_kept_and_gives_the_focus_back", async () => {
  await open();
  expect(focused(), "the first field").toBe("amount");
  await type("note", "typed");
  await drafts.flush();
  await press("Escape", "note");
  await expect.poll(() => kept.has("loan")).toBe(false);
  expect(page.querySelector("form")).toBeNull();
  expect(document.activeElement?.tagName).toBe("H2");
});

test("ctrl_enter_sends_a_form_of_lines", async () => {
  await open();
  await type("note", "typed");
  await press("Enter", "note", true);
  expect(sent).toEqual([{ ...recorded, note: "typed" }]);
});

test("what_is_read_again_meanwhile_changes_only_what_was_not_typed", async () => {
  await open();
  await type("note", "typed");
  render(<Screen start={{ amount: "500", on: "", note: "other" }} />, page);
  await settled();
  expect([field("amount")?.value, field("note")?.value]).toEqual(["500", "typed"]);
});

test("what_is_typed_while_it_is_sent_is_not_lost", async () => {
  const answered: ((answer: object) => void)[] = [];
  answer = () => new Promise((resolve) => answered.push(resolve));
  await open();
  await type("note", "first");
  page.querySelector("form")?.requestSubmit();
  await settled();
  await type("note", "first and more");
  answered[0]?.({});
  await settled();
  expect(field("note")?.value).toBe("first and more");
  expect(isAllSaved()).toBe(false);
});

function Question() {
  const form = useForm({
    name: "question",
    recorded,
    isQuestion: true,
    send: async (typed) => {
      sent.push(typed);
      return answer(typed);
    },
  });
  return (
    <Form form={form} label="question">
      <TextField label="Amount" {...form.tie("amount")} />
    </Form>
  );
}

test("what_is_asked_stays_typed_and_nothing_is_kept_of_it", async () => {
  render(<Question />, page);
  await type("amount", "300");
  await drafts.flush();
  expect([kept.size, isAllSaved()], "nothing to keep, nothing to save").toEqual([0, true]);
  await send();
  expect(sent).toEqual([{ ...recorded, amount: "300" }]);
  expect(field("amount")?.value).toBe("300");
});

test("a_question_refused_says_so_at_its_field", async () => {
  answer = () => {
    throw refusal("amount");
  };
  render(<Question />, page);
  await type("amount", "ten");
  await send();
  expect(focused()).toBe("amount");
  expect(page.querySelector(".refusal")?.textContent).toContain("No amount.");
});
