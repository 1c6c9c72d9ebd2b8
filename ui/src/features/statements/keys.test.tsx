// @vitest-environment happy-dom
// The proposals by their keys: Entrée accepts and goes on, Suppr leaves; what is accepted is taught, one payment is split.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { render } from "preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ProposedLine, StatementReading, StatementsRead } from "../../ipc/types.ts";
import { type Place, PlaceContext } from "../../parts/place.ts";
import { Proposals } from "./Proposals.tsx";

let page: HTMLElement;
let sent: { name: string; input: Record<string, unknown> }[];

const line = (place: number, name: string, more: Partial<ProposedLine>): ProposedLine => ({
  ...{ place, name, entry: "rent", entry_label: "Loyer", amount: "480,00", frequency_text: "mois" },
  ...{
    candidates: [{ key: "rent", label: "Loyer", group: null, retired: false }],
    why: "3 fois",
    reason: "Le libellé dit loyer.",
  },
  ...{ operations: [{ day: "6 août", label: name, amount: "\u2212480,00" }], joins: null, beside: "" },
  ...{ decided: "open", shares: 0, several: false, parts: [] },
  ...more,
});

const kinds = [
  { key: "bonus", label: "Prime d’activité", group: null, retired: false },
  { key: "apl", label: "Aide au logement", group: null, retired: false },
];
const lines = [
  line(0, "LOGIREP", {}),
  line(1, "CAF", { several: true, candidates: kinds, entry: "bonus", amount: "539,40" }),
  line(2, "EDF", { decided: "accepted" }),
];
const accepted = { cents: 0, text: "0,00 €" };
const reading = {
  sections: [{ key: "fixed_expense", label: "Charges", accepted, lines }],
  joinable: [],
  write: "Écrire 1 ligne au budget",
} as unknown as StatementReading;

beforeEach(async () => {
  document.body.innerHTML = "<main></main>";
  page = document.querySelector("main") as HTMLElement;
  sent = [];
  mockIPC((command, given) => {
    if (command !== "call") return null;
    const { name, input } = given as { name: string; input: Record<string, unknown> };
    if (name === "choices") return { budget_entries: [] };
    sent.push({ name, input });
    return { dossier: 7, reading, kept: [] } as StatementsRead;
  });
  const place = { go: () => undefined } as unknown as Place;
  render(
    <PlaceContext.Provider value={place}>
      <Proposals
        dossier={7}
        reading={reading}
        onChanged={() => undefined}
        busy={false}
        onWrite={() => undefined}
      />
    </PlaceContext.Provider>,
    page,
  );
  await settled();
});

afterEach(() => {
  render(null, page);
  clearMocks();
});

const settled = () => new Promise((done) => setTimeout(done, 120));
const decision = (place: number) => page.querySelectorAll<HTMLElement>("button.decision")[place];
const button = (label: string) =>
  [...page.querySelectorAll("button")].find((one) => one.textContent?.trim() === label);

async function press(key: string): Promise<void> {
  const at = document.activeElement;
  at?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  await settled();
}

test("suppr_leaves_the_line_one_is_on_and_goes_to_the_next", async () => {
  expect(document.activeElement).toBe(decision(0));
  await press("Delete");
  expect(sent.at(-1)).toMatchObject({ name: "decide_proposal", input: { place: 0, decided: "left" } });
  expect(document.activeElement).toBe(decision(1));
});

test("what_is_accepted_is_always_so_once_it_is_said", async () => {
  expect(button("Toujours ainsi")).toBeUndefined();
  decision(2)?.focus();
  await settled();
  button("Toujours ainsi")?.click();
  await settled();
  expect(sent).toEqual([{ name: "teach_proposal", input: { dossier: 7, place: 2 } }]);
});

test("one_payment_is_split_as_its_paper_says_and_its_amounts_are_no_keys", async () => {
  expect(button("Séparer")).toBeUndefined();
  await press("ArrowDown");
  const amounts = [...page.querySelectorAll<HTMLInputElement>("[name^='part-']")];
  for (const [at, typed] of ["251,00", "288,40"].entries()) {
    const field = amounts[at] as HTMLInputElement;
    field.focus();
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();
    await press("Delete");
  }
  expect(sent).toEqual([]);
  button("Séparer")?.click();
  await settled();
  expect(sent.at(-1)).toMatchObject({
    name: "split_proposal",
    input: {
      place: 1,
      parts: [
        { entry: "bonus", amount: "251,00" },
        { entry: "apl", amount: "288,40" },
        { entry: "", amount: "" },
      ],
    },
  });
});
