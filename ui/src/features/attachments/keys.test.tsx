// @vitest-environment happy-dom
// The letter box by its keys: a file placed by Entrée, a paper judged by 1 to 4, the next one by F8.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { render } from "preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DossierView } from "../../ipc/types.ts";
import { type Place, PlaceContext } from "../../parts/place.ts";
import { Attachments } from "./Screen.tsx";

let page: HTMLElement;
let sent: { name: string; input: Record<string, unknown> }[];
let placed: Set<number>;
let states: Map<string, string>;
let went: unknown[][];

const page_shown = { text: "", width: 595, height: 842 };
const papers = ["tax", "slips", "card"];
const states_said = [
  ["checked", "bon", false, true],
  ["incomplete", "incomplet", true, true],
  ["unsuitable", "à refaire", true, true],
  ["unreadable", "illisible", false, true],
  ["missing", "ne viendra pas", true, false],
] as const;

function file(id: number) {
  const document = papers[id - 1] ?? "";
  const place = { document, part: "", label: document };
  return {
    ...{ id, name: `${document}.txt`, kind: "text", kind_label: "Texte", part: "", document_label: "" },
    document: placed.has(id) ? document : "",
    ...{ size_text: "1 ko", added_on: { iso: "2026-11-20", text: "20 nov." }, degrees: 0 },
    is_shown_inside: true,
    is_statement: id === 2,
    proposed: placed.has(id) ? null : { place, why: "d’après son nom" },
  };
}

function line(document: string, at: number) {
  const state = states.get(document) ?? (placed.has(at + 1) ? "received" : "");
  const isGood = state === "received" || state === "checked";
  return {
    ...{ document, part: "", label: document, detail: "", note: "", reason: "" },
    ...{ issued_on: "", valid_until: "", asks_issued: false, asks_expiry: false, where_to_get: "", help: "" },
    ...{ state, state_text: state, is_there: isGood, calls: !isGood, pile: isGood ? "good" : "lacking" },
    ...{
      fact: null,
      questions: [],
      files: placed.has(at + 1) ? [{ id: at + 1, name: "", is_shown_inside: true }] : [],
    },
  };
}

function list() {
  return {
    ...{ dossier: 7, sentence: "0 bon sur 3", to_request: "", to_receive: "" },
    letter: { paper: "missing_documents", label: "Lettre de rappel, 3 papiers" },
    stages: [{ key: "assessment", title: "", later: "", lines: papers.map(line) }],
    files: {
      attachments: [1, 2, 3].map(file),
      sentence: "",
      places: papers.map((document) => ({ document, part: "", label: document })),
    },
    states: states_said.map(([key, label, needs_reason, is_judgement]) => ({
      key,
      label,
      needs_reason,
      is_judgement,
    })),
  };
}

function desk(name: string, input: Record<string, unknown>): unknown {
  if (name === "documents_checklist") return list();
  if (name === "show_attachment")
    return { kind: "pdf", pages: [page_shown, page_shown], text: "", remark: null };
  if (name === "draft") return { body: null, kept_at: "" };
  if (name === "keep_draft" || name === "drop_draft") return {};
  sent.push({ name, input });
  if (name === "change_attachment") placed.add(input.attachment as number);
  if (name === "note_document") states.set(input.document as string, input.state as string);
  return list();
}

beforeEach(async () => {
  document.body.innerHTML = "<main></main>";
  page = document.querySelector("main") as HTMLElement;
  sent = [];
  placed = new Set();
  states = new Map();
  mockIPC((command, given) => {
    if (command !== "call" && command !== "start") return null;
    const { name, input } = given as { name: string; input: Record<string, unknown> };
    return desk(name, input);
  });
  went = [];
  const place = { go: (...to: unknown[]) => went.push(to) } as unknown as Place;
  const view = { id: 7 } as DossierView;
  render(
    <PlaceContext.Provider value={place}>
      <Attachments view={view} />
    </PlaceContext.Provider>,
    page,
  );
  await settled();
});

afterEach(() => {
  render(null, page);
  clearMocks();
});

const settled = () => new Promise((done) => setTimeout(done, 80));
const current = () => page.querySelector<HTMLElement>('[aria-current="true"]');

async function press(key: string, at: Element | null = document.activeElement): Promise<void> {
  at?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  await settled();
}

test("entree_places_each_file_as_good_where_it_was_proposed_and_shows_the_next_one", async () => {
  current()?.focus();
  for (const _ of papers) await press("Enter");
  expect(sent.map(({ name, input }) => [name, input.attachment, input.document])).toEqual([
    ["change_attachment", 1, "tax"],
    ["change_attachment", 2, "slips"],
    ["change_attachment", 3, "card"],
  ]);
  expect(page.textContent).toContain("Rien ne manque");
});

test("entree_on_another_line_only_shows_it", async () => {
  current()?.focus();
  await press("ArrowDown");
  expect(current()?.textContent).toContain("slips.txt");
  expect(document.activeElement).toBe(current());
  expect(sent).toEqual([]);
});

test("figures_judge_a_paper_in_the_pane_and_are_letters_in_its_reason", async () => {
  current()?.focus();
  await press("Enter");
  page.querySelector<HTMLElement>("[name='piece-tax']")?.click();
  await settled();
  const pane = page.querySelector("section:last-child h2");
  await press("4", pane);
  expect(sent.at(-1)).toMatchObject({
    name: "note_document",
    input: { document: "tax", state: "unreadable" },
  });
  await press("3", pane);
  const reason = page.querySelector<HTMLInputElement>("[name='reason']");
  expect(document.activeElement).toBe(reason);
  expect(sent.at(-1)?.input.state).toBe("unreadable");
  await press("1", reason);
  expect(sent.at(-1)?.input.state).toBe("unreadable");
  await press("1", pane);
  expect(sent.at(-1)?.input).toMatchObject({ state: "checked", reason: "" });
});

test("f8_goes_to_what_waits_then_to_what_lacks", async () => {
  current()?.focus();
  await press("F8");
  expect(current()?.textContent).toContain("slips.txt");
  for (const _ of papers) await press("Enter");
  expect(placed.size).toBe(3);
});

test("what_a_file_lacks_is_written_before_it_is_placed_as_wrong", async () => {
  const pane = page.querySelector("section:last-child h2");
  await press("3", pane);
  const main = page.querySelector<HTMLButtonElement>("button.main");
  expect(main?.disabled).toBe(true);
  const reason = page.querySelector<HTMLInputElement>("[name='reason']");
  if (reason) reason.value = "Au nom du frère.";
  reason?.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  expect(main?.disabled).toBe(false);
  main?.click();
  await settled();
  expect(sent.map(({ name }) => name)).toEqual(["change_attachment", "note_document"]);
  expect(sent.at(-1)?.input).toMatchObject({ state: "unsuitable", reason: "Au nom du frère." });
});

const button = (label: string) =>
  [...page.querySelectorAll("button")].find((one) => one.textContent?.trim().startsWith(label));

test("a_file_of_several_papers_is_cut_where_another_begins", async () => {
  button("Découper")?.click();
  await settled();
  const starts = page.querySelector<HTMLInputElement>("[name='starts']");
  expect(document.activeElement).toBe(starts);
  if (starts) starts.value = "2, 3";
  starts?.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  starts?.form?.requestSubmit();
  await settled();
  expect(sent).toEqual([{ name: "split_attachment", input: { dossier: 7, attachment: 1, starts: "2, 3" } }]);
});

test("one_letter_asks_for_what_lacks_and_a_statement_is_read_from_its_line", async () => {
  button("Lettre de rappel, 3 papiers")?.click();
  expect(went.at(-1)).toEqual([expect.stringContaining("7"), "missing_documents"]);
  expect(button("Lire les relevés")).toBeUndefined();
  await press("ArrowDown", current());
  button("Lire les relevés")?.click();
  await settled();
  expect(sent.at(-1)).toMatchObject({ name: "bring_statements", input: { files: [], attachments: [2] } });
});
