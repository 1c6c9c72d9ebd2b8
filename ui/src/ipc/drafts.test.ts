import { expect, test, vi } from "vitest";

vi.mock("./call.ts", () => ({ call: () => Promise.reject(new Error("no door in a test")) }));

import { draftKeeper, readDraft } from "./drafts.ts";
import { handClock } from "./hand_clock.ts";

function world() {
  const time = handClock();
  const written: string[] = [];
  const dropped: string[] = [];
  const keeper = draftKeeper(
    {
      keep: async (dossier, form, body) => written.push(`${dossier} ${form} ${body}`),
      drop: async (dossier, form) => dropped.push(`${dossier} ${form}`),
    },
    time.clock,
  );
  return { time, written, dropped, keeper };
}

test("typing_is_written_every_two_seconds_with_the_last_words", () => {
  const { time, written, keeper } = world();
  keeper.keep(null, "new_request", { last_name: "D" });
  time.pass(1500);
  keeper.keep(null, "new_request", { last_name: "Delmas" });
  expect(written).toEqual([]);
  time.pass(500);
  expect(written, "typing on does not put the writing off").toEqual([
    'null new_request {"last_name":"Delmas"}',
  ]);
  time.pass(10_000);
  expect(written).toHaveLength(1);
});

test("two_forms_are_two_drafts", () => {
  const { time, written, keeper } = world();
  keeper.keep(4, "person", { phone: "06" });
  keeper.keep(4, "budget_line", { amount: "12" });
  time.pass(2000);
  expect(written).toHaveLength(2);
});

test("locking_writes_at_once", async () => {
  const { time, written, keeper } = world();
  keeper.keep(4, "person", { phone: "06" });
  await keeper.flush();
  expect(written).toHaveLength(1);
  time.pass(5000);
  expect(written, "and not twice").toHaveLength(1);
});

test("the_action_that_ends_a_form_leaves_no_draft_behind", () => {
  const { time, written, keeper } = world();
  keeper.keep(4, "member", { name: "Inès" });
  keeper.forget(4, "member");
  time.pass(5000);
  expect(written).toEqual([]);
});

test("giving_up_drops_what_was_written_and_what_was_waiting", async () => {
  const { time, written, dropped, keeper } = world();
  keeper.keep(4, "member", { name: "Inès" });
  await keeper.drop(4, "member");
  time.pass(5000);
  expect(written).toEqual([]);
  expect(dropped).toEqual(["4 member"]);
});

test("nothing_is_written_once_locked", () => {
  const { time, written, keeper } = world();
  keeper.keep(4, "member", { name: "Inès" });
  keeper.stop();
  time.pass(5000);
  expect(written).toEqual([]);
  expect(time.waiting()).toBe(0);
});

test("a_kept_form_is_read_back_field_by_field", () => {
  const blank = { name: "", amount: "", lives_here: true, line: null as number | null };
  expect(readDraft('{"name":"Inès","lives_here":false,"line":7}', blank)).toEqual({
    name: "Inès",
    amount: "",
    lives_here: false,
    line: 7,
  });
});

test("a_draft_of_another_version_or_damaged_is_left_aside", () => {
  const blank = { name: "" };
  for (const body of ["", "{", "3", "null", '{"nom":"Inès"}', '{"name":3}', '{"__proto__":{"name":"x"}}']) {
    expect(readDraft(body, blank), body).toBeNull();
  }
});
