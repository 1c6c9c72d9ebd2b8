import { expect, test } from "vitest";
import { nothingTyped, stillTyped, type TypingStep, typing } from "./fields.ts";

const after = (...steps: TypingStep[]) => steps.reduce(typing, nothingTyped);

test("a_field_being_typed_hides_the_saved_value_until_it_is_saved", () => {
  const typed = after({ does: "type", field: "phone", text: "0639982061" });
  expect(typed.values.phone).toBe("0639982061");
  expect(typing(typed, { does: "saved", field: "phone", text: "0639982061" })).toEqual(nothingTyped);
});

test("what_is_typed_while_the_field_is_being_saved_is_not_lost", () => {
  const state = after(
    { does: "type", field: "phone", text: "06" },
    { does: "type", field: "phone", text: "0639" },
    { does: "saved", field: "phone", text: "06" },
  );
  expect(state.values.phone).toBe("0639");
});

test("a_refused_field_keeps_its_text_and_says_why", () => {
  const state = after(
    { does: "type", field: "born_on", text: "31/02/1988" },
    { does: "refused", field: "born_on", text: "31/02/1988", message: "Février 1988 s’arrête au 29." },
  );
  expect(state.values.born_on).toBe("31/02/1988");
  expect(state.errors.born_on).toBe("Février 1988 s’arrête au 29.");
});

test("typing_again_takes_the_error_away", () => {
  const state = after(
    { does: "type", field: "email", text: "sonia" },
    { does: "refused", field: "email", text: "sonia", message: "…" },
    { does: "type", field: "email", text: "sonia@" },
  );
  expect(state.errors).toEqual({});
});

test("a_late_refusal_does_not_touch_a_corrected_field", () => {
  const state = after(
    { does: "type", field: "email", text: "sonia" },
    { does: "type", field: "email", text: "sonia@exemple.fr" },
    { does: "refused", field: "email", text: "sonia", message: "…" },
  );
  expect(state.errors).toEqual({});
});

test("one_field_saved_leaves_the_others_typed", () => {
  const state = after(
    { does: "type", field: "email", text: "sonia" },
    { does: "refused", field: "email", text: "sonia", message: "…" },
    { does: "type", field: "phone", text: "06" },
    { does: "saved", field: "phone", text: "06" },
  );
  expect(Object.keys(state.values)).toEqual(["email"]);
  expect(Object.keys(state.errors)).toEqual(["email"]);
});

test("a_draft_gives_back_only_what_is_not_saved_and_still_exists", () => {
  const saved = { phone: "06 39 98 20 61", email: "" };
  const kept = { phone: "06 39 98 20 61", email: "sonia@", fax: "1", commune: 3 };
  expect(stillTyped(kept, saved)).toEqual({ email: "sonia@" });
});

test("what_was_typed_since_wins_over_a_draft", () => {
  const state = after(
    { does: "type", field: "email", text: "new" },
    { does: "restore", values: { email: "old", phone: "06" } },
  );
  expect(state.values).toEqual({ email: "new", phone: "06" });
});
