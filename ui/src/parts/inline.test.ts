import { expect, test } from "vitest";
import { type Edit, type EditStep, edited, isChanged, moved, neighbour, nowNumbered } from "./inline.ts";

interface Rent {
  amount: string;
  detail: string;
}
const rent: Rent = { amount: "612,00", detail: "" };
const open: EditStep<Rent> = { does: "open", line: 7, cell: "amount", before: rent };
const refused = { message: "Il manque le montant.", field: "amount", remedy: null };

function after(...steps: EditStep<Rent>[]): Edit<Rent> | null {
  return steps.reduce<Edit<Rent> | null>(edited, null);
}

test("a_line_opens_with_what_it_holds", () => {
  const edit = after(open);
  expect(edit?.typed).toEqual(rent);
  expect(edit && isChanged(edit)).toBe(false);
});

test("typing_changes_the_line_and_typing_back_does_not", () => {
  const typed = after(open, { does: "type", change: { amount: "620" } });
  expect(typed && isChanged(typed)).toBe(true);
  const back = after(
    open,
    { does: "type", change: { amount: "620" } },
    { does: "type", change: { amount: "612,00" } },
  );
  expect(back && isChanged(back)).toBe(false);
});

test("a_refused_line_stays_open_with_what_was_typed", () => {
  const edit = after(
    open,
    { does: "type", change: { amount: "" } },
    { does: "send" },
    { does: "refuse", refused },
  );
  expect(edit?.typed.amount).toBe("");
  expect(edit?.refused).toEqual(refused);
  expect(edit?.isSending).toBe(false);
});

test("typing_again_clears_the_refusal", () => {
  const edit = after(
    open,
    { does: "send" },
    { does: "refuse", refused },
    { does: "type", change: { amount: "6" } },
  );
  expect(edit?.refused).toBeNull();
});

test("a_refused_line_says_it_is_in_the_way_until_it_is_typed_in", () => {
  const refusal: EditStep<Rent> = { does: "refuse", refused };
  expect(after(open, { does: "bar" })?.isInTheWay, "a line not refused bars nothing").toBe(false);
  expect(after(open, refusal, { does: "bar" })?.isInTheWay).toBe(true);
  const typed = after(open, refusal, { does: "bar" }, { does: "type", change: { amount: "6" } });
  expect(typed?.isInTheWay).toBe(false);
});

test("a_line_being_sent_does_not_move", () => {
  const edit = after(open, { does: "send" }, { does: "type", change: { amount: "1" } });
  expect(edit?.typed.amount).toBe("612,00");
});

test("a_second_line_does_not_open_over_the_first", () => {
  const edit = after(open, { ...open, line: 8 });
  expect(edit?.line).toBe(7);
});

test("escape_puts_the_line_back", () => {
  expect(after(open, { does: "type", change: { amount: "1" } }, { does: "close" })).toBeNull();
});

test("a_draft_opens_the_line_with_what_was_typed_over_what_it_holds", () => {
  const edit = after({ ...open, typed: { ...rent, amount: "62" } });
  expect(edit?.before.amount).toBe("612,00");
  expect(edit && isChanged(edit)).toBe(true);
});

test("a_line_undone_while_it_is_open_shows_its_old_value", () => {
  const before = { ...rent, amount: "600,00" };
  expect(after(open, { does: "refresh", before })?.typed.amount).toBe("600,00");
  const typed = after(open, { does: "type", change: { detail: "F3" } }, { does: "refresh", before });
  expect(typed?.typed, "what is typed is not taken away").toEqual({ amount: "612,00", detail: "F3" });
});

test("steps_without_a_line_do_nothing", () => {
  for (const step of [
    { does: "type", change: { amount: "1" } },
    { does: "refresh", before: rent },
    { does: "send" },
    { does: "refuse", refused },
    { does: "bar" },
    { does: "close" },
  ] satisfies EditStep<Rent>[]) {
    expect(after(step)).toBeNull();
  }
});

test("enter_goes_down_and_stops_at_the_last_line", () => {
  expect(moved([3, 9, 4], 9, "ArrowDown")).toBe(4);
  expect(moved([3, 9, 4], 4, "ArrowDown")).toBeNull();
  expect(moved([3, 9, 4], 77, "ArrowDown"), "a line that is gone").toBeNull();
});

test("the_focus_of_a_removed_line_goes_to_its_neighbour", () => {
  expect(neighbour([3, 9, 4], 9)).toBe(4);
  expect(neighbour([3, 9, 4], 4)).toBe(9);
  expect(neighbour([3], 3)).toBeNull();
});

test("arrows_move_by_line", () => {
  expect(moved([3, 9, 4], 9, "ArrowUp")).toBe(3);
  expect(moved([3, 9, 4], 9, "ArrowDown")).toBe(4);
  expect(moved([3, 9, 4], 4, "ArrowDown")).toBeNull();
  expect(moved([3, 9, 4], 9, "Home")).toBe(3);
  expect(moved([3, 9, 4], 9, "End")).toBe(4);
  expect(moved([3, 9, 4], 9, "a")).toBeNull();
});

test("a_line_is_found_again_when_all_were_numbered_anew", () => {
  expect(nowNumbered([4, 5, 6], [4, 5, 6], 5)).toBe(5);
  expect(nowNumbered([4, 5, 6], [14, 15, 16], 5)).toBe(15);
});
