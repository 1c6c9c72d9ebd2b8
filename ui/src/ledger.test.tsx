// @vitest-environment happy-dom
// The promises of the one ledger, each proved once for every ledger of Étrier.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { render } from "preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { drafts } from "./ipc/drafts.ts";
import { fieldsOnly, useLines } from "./ipc/lines.ts";
import { type Ledgered, LedgerLines, LedgerTable } from "./parts/LedgerTable.tsx";

interface Line {
  name: string;
  due: string;
  amount: string;
}
type Row = Line & { id: number };

const blank: Line = { name: "", due: "", amount: "" };
const of: Ledgered<Row, Line> = {
  id: ({ id }) => id,
  label: ({ name }) => name,
  opens: () => "amount",
  staysBecause: ({ id }) => (id === 1 ? "stays" : null),
  columns: [
    { field: "name", label: "Name", kind: "text", shown: ({ name }) => name, fixed: ({ name }) => name },
    { field: "due", label: "Due", kind: "date", shown: ({ due }) => due },
    { field: "amount", label: "Amount", kind: "money", shown: ({ amount }) => amount },
  ],
};

let page: HTMLElement;
let rows: Row[];
let kept: string | null;
let sent: object[];
let refused: object | null;

function Ledgers() {
  const { ledger } = useLines<Row, Line>({
    dossier: 1,
    form: "line",
    line: "line",
    rows,
    id: of.id,
    values: (row) => fieldsOnly(blank, row),
    blank,
    mainField: "amount",
    change: async (line, typed) => {
      if (refused) throw refused;
      sent.push({ line, ...typed });
    },
    remove: async () => undefined,
  });
  return (
    <LedgerTable of={of} label="Lines" ledger={ledger}>
      <LedgerLines of={of} rows={rows} ledger={ledger} />
    </LedgerTable>
  );
}

const soon = () => new Promise((done) => setTimeout(done, 20));
const field = (name: string) => page.querySelector<HTMLInputElement>(`input[name=${name}]`);

async function open(line: number) {
  page.querySelector<HTMLElement>(`[data-line="${line}"]`)?.click();
  await soon();
}

async function type(name: string, text: string) {
  const at = field(name) as HTMLInputElement;
  at.value = text;
  at.dispatchEvent(new Event("input", { bubbles: true }));
  await soon();
}

async function press(key: string) {
  const at = document.activeElement as HTMLElement;
  at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  await soon();
}

beforeEach(async () => {
  document.body.innerHTML = "<main></main>";
  page = document.querySelector("main") as HTMLElement;
  rows = [
    { id: 1, name: "Rent", due: "", amount: "500" },
    { id: 2, name: "Power", due: "", amount: "60" },
  ];
  kept = null;
  sent = [];
  refused = null;
  mockIPC((_, given) => {
    const { name, input } = given as { name: string; input: Record<string, string> };
    if (name === "draft") return { body: kept, kept_at: null };
    if (name === "keep_draft") kept = input.body ?? null;
    return name === "read_field" ? { text: "01/12/2026", iso: null } : {};
  });
});

afterEach(() => {
  render(null, page);
  drafts.stop();
  clearMocks();
});

async function shown() {
  render(<Ledgers />, page);
  await soon();
}

test("a_line_opens_at_its_field_and_is_sent_by_enter", async () => {
  await shown();
  await open(1);
  expect(document.activeElement).toBe(field("amount"));
  await type("amount", "520");
  await press("Enter");
  expect(sent).toEqual([{ line: 1, name: "Rent", due: "", amount: "520" }]);
  expect((document.activeElement as HTMLElement).dataset.line).toBe("2");
});

test("a_column_that_is_fixed_has_no_field", async () => {
  await shown();
  await open(1);
  expect(field("name")).toBeNull();
  expect(page.querySelector("tr.edit th")?.textContent).toBe("Rent");
  expect(field("amount")?.getAttribute("aria-label")).toBe("Amount, Rent");
});

test("a_refused_line_stays_open_with_its_reason_at_its_field", async () => {
  refused = { kind: "refused", message: "Too much.", remedy: null, field: "amount" };
  await shown();
  await open(1);
  await type("amount", "9999");
  await press("Enter");
  expect(field("amount")?.value).toBe("9999");
  const told = field("amount")?.getAttribute("aria-describedby") ?? "";
  expect(document.getElementById(told)?.textContent).toContain("Too much.");
});

test("a_date_is_read_back_on_leaving_it", async () => {
  await shown();
  await open(2);
  await type("due", "1 12 26");
  field("due")?.dispatchEvent(new FocusEvent("blur"));
  await soon();
  expect(field("due")?.value).toBe("01/12/2026");
});

test("what_is_typed_in_a_line_is_found_again_in_it", async () => {
  kept = JSON.stringify({ ...blank, name: "Power", amount: "75", line: 2 });
  await shown();
  expect(field("amount")?.value).toBe("75");
  await press("Escape");
  expect(field("amount")).toBeNull();
});

test("a_line_that_stays_says_why_in_place_of_the_button", async () => {
  await shown();
  await open(1);
  expect(page.querySelector("tr.under")?.textContent).toContain("stays");
});

test("fields_are_taken_alone_and_a_draft_of_before_lacks_nothing", () => {
  const found = { name: "Rent", amount: "5", id: 7 } as Partial<Line>;
  expect(fieldsOnly(blank, found)).toEqual({ name: "Rent", due: "", amount: "5" });
});
