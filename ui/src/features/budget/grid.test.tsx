// @vitest-environment happy-dom
// The keys of the grid of the budget, on a desk that notes lines.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { render } from "preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import { drafts } from "../../ipc/drafts.ts";
import { useLines } from "../../ipc/lines.ts";
import type { BudgetEntry, BudgetLine, BudgetSection, BudgetView, Choices } from "../../ipc/types.ts";
import { type Place, PlaceContext } from "../../parts/place.ts";
import { BudgetTable } from "./BudgetTable.tsx";
import { emptyId, isEmpty, keepsName, proposed, rowsOf } from "./grid.ts";
import { blankLine, type LineForm, lineForm } from "./logic.ts";

const entry = (key: string, label: string, usual: boolean, section: BudgetEntry["section"] = "income") =>
  ({
    key,
    label,
    also: [],
    section,
    section_label: section,
    group_label: section,
    usual,
    usual_frequency: "monthly",
    help: null,
    counted: true,
  }) as BudgetEntry;

const entries = [
  entry("wage", "Salaire net", true),
  entry("benefit", "Prime d’activité", true),
  entry("scholarship", "Bourse", false),
  entry("other_income", "Autre ressource", false),
  entry("rent", "Loyer", true, "fixed_expense"),
];
const section = (lines: BudgetLine[], key: BudgetSection["key"] = "income") =>
  ({
    key,
    label: key,
    help: "",
    counted: true,
    lines,
    total: { cents: 0, text: "" },
    total_label: key,
  }) as BudgetSection;
const noted = (id: number, key: string, amount: string): BudgetLine => {
  const [row] = rowsOf(section([]), entries, [{ id: emptyId(entries, key), detail: "" }]).filter(
    (one) => one.entry === key,
  );
  return { ...(row as BudgetLine), id, amount: { cents: 0, text: amount } };
};

const place = {
  address: "#/dossiers/1/budget",
  kept: () => undefined,
  keep: () => undefined,
} as unknown as Place;

let page: HTMLElement;
let sent: { line: number; fields: LineForm }[];

beforeEach(() => {
  document.body.innerHTML = "<main></main>";
  page = document.querySelector("main") as HTMLElement;
  sent = [];
  mockIPC((command, given) => {
    if (command !== "call") return null;
    const { name } = given as { name: string };
    if (name === "draft") return { body: null, kept_at: null };
    return { per_month: null };
  });
});

afterEach(() => {
  render(null, page);
  drafts.stop();
  clearMocks();
});

/** Income alone, each line noted under the next number; « 43x » is refused. */
function Grid({ isProject = false }: { isProject?: boolean }) {
  const [lines, note] = useState<BudgetLine[]>([]);
  const [asked, setAsked] = useState<{ id: number; detail: string }[]>([]);
  const income = section(lines);
  const rows = (one: BudgetSection) => rowsOf(one, entries, asked);
  const { ledger } = useLines<BudgetLine, LineForm>({
    dossier: 1,
    form: "budget_line",
    line: "line",
    rows: rows(income),
    id: ({ id }) => id,
    values: lineForm,
    blank: blankLine,
    mainField: "amount",
    afterEnter: "open",
    stays: isEmpty,
    change: async (line, fields) => {
      if (fields.amount === "43x")
        throw { kind: "refused", message: "Pas compris.", remedy: null, field: "amount" };
      sent.push({ line, fields });
      const id = line > 0 ? line : lines.length + 1;
      note([...lines.filter((one) => one.id !== line), noted(id, fields.entry, fields.amount)]);
    },
    remove: async (line) => note(lines.filter(({ id }) => id !== line)),
  });
  const budget = { dossier: 1, sections: [income], members: [], after: null } as unknown as BudgetView;
  const choices = {
    budget_entries: entries,
    frequencies: [],
    certainties: [],
    hopes: [],
  } as unknown as Choices;
  return (
    <BudgetTable
      isProject={isProject}
      isOpen
      onOpen={() => undefined}
      budget={budget}
      choices={choices}
      ledger={ledger}
      rows={rows}
      onAsk={(one, detail) => setAsked([{ id: emptyId(entries, one.key), detail }])}
    />
  );
}

const settled = () => new Promise((done) => setTimeout(done, 40));
const amount = () => page.querySelector<HTMLInputElement>("input[name=amount]");
const here = () => page.querySelector("tr.edit th")?.textContent ?? "";
const press = async (key: string, altKey = false) => {
  const event = new KeyboardEvent("keydown", { key, altKey, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  await settled();
};
const type = async (text: string) => {
  const input = amount();
  if (!input) throw new Error("no amount is open");
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
};
const openFirst = async (isProject = false) => {
  render(
    <PlaceContext.Provider value={place}>
      <Grid isProject={isProject} />
    </PlaceContext.Provider>,
    page,
  );
  await settled();
  page.querySelector<HTMLElement>("button.line")?.click();
  await settled();
};

test("enter_notes_the_amount_and_goes_down_to_the_next_line", async () => {
  await openFirst();
  await type("1412,40");
  await press("Enter");
  expect(sent.map(({ line, fields }) => [line, fields.entry, fields.amount])).toEqual([
    [-1, "wage", "1412,40"],
  ]);
  expect(here()).toContain("Prime d’activité");
  expect(document.activeElement).toBe(amount());
});

test("the_column_of_the_project_is_typed_where_it_stands_and_only_when_it_is_shown", async () => {
  await openFirst();
  expect(page.querySelector("tr.edit:not(.under) input[name=after_amount]")).toBeNull();
  await openFirst(true);
  const after = page.querySelector<HTMLInputElement>("tr.edit:not(.under) input[name=after_amount]");
  if (!after) throw new Error("the column is not there");
  after.value = "0";
  after.dispatchEvent(new Event("input", { bubbles: true }));
  await type("54");
  await press("Enter");
  expect(sent.map(({ fields }) => [fields.amount, fields.after_amount])).toEqual([["54", "0"]]);
});

test("an_empty_line_is_passed_and_writes_nothing", async () => {
  await openFirst();
  await press("Enter");
  expect(here()).toContain("Prime d’activité");
  await press("ArrowUp");
  expect(here()).toContain("Salaire net");
  expect(sent).toEqual([]);
});

test("what_is_not_understood_stays_in_its_cell_with_its_sentence", async () => {
  await openFirst();
  await type("43x");
  await press("Enter");
  expect(amount()?.value).toBe("43x");
  expect(amount()?.getAttribute("aria-invalid")).toBe("true");
  expect(page.querySelector("[role=alert]")?.textContent).toContain("Pas compris.");
  expect(document.activeElement).toBe(amount());
});

test("escape_gives_back_what_was_there_and_a_figure_begins_again", async () => {
  await openFirst();
  await type("99");
  await press("Escape");
  expect(amount()).toBeNull();
  expect(document.activeElement?.textContent).toBe("Salaire net");
  await press("7");
  expect(amount()?.value).toBe("7");
  expect(sent).toEqual([]);
});

test("a_line_stays_as_it_is_under_a_click_that_leaves_it", async () => {
  await openFirst();
  await type("100");
  dispatchEvent(new Event("pointerdown"));
  amount()?.blur();
  await settled();
  expect(sent, "the button of the mouse is still held").toEqual([]);
  dispatchEvent(new Event("pointerup"));
  await settled();
  expect(sent).toHaveLength(1);
});

test("suppr_empties_a_line_and_leaves_an_empty_one", async () => {
  await openFirst();
  await type("100");
  await press("Enter");
  await press("ArrowUp");
  await press("Escape");
  expect(document.activeElement?.closest("tr")?.textContent).toContain("100");
  await press("Delete");
  expect(page.querySelectorAll("tr.empty")).toHaveLength(2);
  expect(document.activeElement?.className, "the focus is on a line").toBe("line");
});

test("alt_enter_opens_what_only_some_lines_say", async () => {
  await openFirst();
  expect(page.querySelector("tr.under")).toBeNull();
  await press("Enter", true);
  expect(page.querySelector("tr.under input[name=detail]")).not.toBeNull();
  await press("Enter", true);
  expect(page.querySelector("tr.under")).toBeNull();
});

test("usual_lines_stand_in_their_place_and_the_others_after_them", () => {
  const lines = [noted(1, "scholarship", "50"), noted(2, "benefit", "200"), noted(3, "benefit", "20")];
  const rows = rowsOf(section(lines), entries, [{ id: emptyId(entries, "other_income"), detail: "tante" }]);
  expect(rows.map(({ id }) => id)).toEqual([-1, 2, 3, 1, -4]);
  expect(rows.at(-1)?.printed_label).toBe("Autre ressource (tante)");
});

test("a_name_finds_the_lines_of_its_section_first_and_one_nobody_knows_is_kept", () => {
  expect(proposed(entries, "fixed_expense", "o")[0]?.key).toBe("rent");
  expect(keepsName(entries, "income").map(({ key }) => key)).toEqual(["other_income"]);
});
