import { expect, test } from "vitest";
import type { RegisterRow, RegisterView } from "../../ipc/types.ts";
import { firstStep, nextToSee, typed, withColumn } from "./logic.ts";

const row = (line: number, key: string) => ({ line, verdict: { key } }) as unknown as RegisterRow;

const view = (columns: string[]) =>
  ({
    sheet: 0,
    headings_line: 3,
    stated: { lender: "", months: "", annual_rate: "", origin: "", year: "" },
    columns: columns.map((column, place) => ({ place, heading: "", column, examples: "" })),
  }) as unknown as RegisterView;

test("f8_goes_from_one_line_to_look_at_to_the_next_and_round", () => {
  const rows = [row(17, "refused"), row(41, "to_settle"), row(4, "to_create")];
  expect(nextToSee(rows, null)).toBe(17);
  expect(nextToSee(rows, 17)).toBe(41);
  expect(nextToSee(rows, 41)).toBe(17);
  expect(nextToSee([row(4, "to_create")], null)).toBeNull();
});

test("a_register_whose_names_are_known_opens_on_its_lines", () => {
  expect(firstStep(view(["", "full_name"]))).toBe("lines");
  expect(firstStep(view(["", "purpose"]))).toBe("columns");
});

test("a_column_holds_one_thing_and_no_two_hold_the_same", () => {
  expect(withColumn(view(["purpose", "lender", ""]), 2, "lender")).toEqual(["purpose", "", "lender"]);
  expect(typed(view(["purpose"]), { sheet: 1 })).toMatchObject({
    sheet: 1,
    headings_line: 3,
    columns: ["purpose"],
  });
});
