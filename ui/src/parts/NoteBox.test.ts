import { expect, test } from "vitest";
import { kindsOffered } from "./NoteBox.tsx";

test("a_kind_the_office_no_longer_offers_is_not_in_the_box", () => {
  const kind = (key: string, retired = false) => ({ key, label: key, group: null, retired });
  expect(kindsOffered([kind("private_note"), kind("home_visit", true), kind("follow_up_call")])).toEqual([
    { key: "follow_up_call", label: "appel" },
    { key: "private_note", label: "note" },
  ]);
});
