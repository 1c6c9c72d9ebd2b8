import { expect, test } from "vitest";
import { readDraft } from "../../ipc/drafts.ts";
import { blank, isBlank, readingOf } from "./logic.ts";

test("a_form_of_spaces_is_still_blank", () => {
  expect(isBlank(blank)).toBe(true);
  expect(isBlank({ ...blank, project: "  " })).toBe(true);
  expect(isBlank({ ...blank, last_name: "Delmas" })).toBe(false);
});

test("names_and_projects_are_never_rewritten", () => {
  for (const field of ["last_name", "first_name", "project", "origin", "purpose"] as const) {
    expect(readingOf(field), field).toBeNull();
  }
  expect(readingOf("received_on")).toBe("date");
  expect(readingOf("next_date")).toBe("next_date");
  expect(readingOf("amount")).toBe("amount");
});

test("a_kept_request_comes_back_whole", () => {
  const typed = { ...blank, last_name: "Peltrault", amount: "1 400" };
  expect(readDraft(JSON.stringify(typed), blank)).toEqual(typed);
});
