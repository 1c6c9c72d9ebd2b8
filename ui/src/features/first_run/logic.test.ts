import { expect, test } from "vitest";
import { completed, leftToDo, wordsLeft } from "./logic.ts";

const six = "cerise moulin ardoise violon papier tonnerre";

test("a_word_completes_itself_at_its_fourth_letter_and_never_while_erasing", () => {
  expect(completed("ceri", "cer", six)).toBe("cerise ");
  expect(completed("cerise moul", "cerise mou", six)).toBe("cerise moulin ");
  expect(completed("cerise moulin ardoise violon papier tonn", "x", six)).toBe(six);
  expect(completed("cera", "cer", six)).toBe("cera");
  expect(completed("ceri", "ceris", six)).toBe("ceri");
});

test("words_are_typed_by_their_first_letters_or_whole_with_their_spaces", () => {
  const typedOut = (keys: string, proposed: string) =>
    [...keys].reduce((before, key) => completed(before + key, before, proposed), "");
  for (const proposed of [
    six,
    "taire peser tien gaufre pieu coton",
    "cerise sapin navire rives elle lessive",
  ]) {
    expect(typedOut(proposed, proposed)).toBe(proposed);
  }
  expect(typedOut("tairpesetiengaufpieucoto", "taire peser tien gaufre pieu coton")).toBe(
    "taire peser tien gaufre pieu coton",
  );
});

test("words_are_counted_from_the_first_that_is_wrong", () => {
  expect(wordsLeft("", six)).toBe(6);
  expect(wordsLeft("cerise moulin ard", six)).toBe(4);
  expect(wordsLeft("Cerise  moulin ardoise violon papier tonnerre ", six)).toBe(0);
});

test("what_is_left_is_named_with_its_field", () => {
  const filled = { name: "CCAS", advisor: "", retyped: six, proposed: six, own: null, asked: [3, 7] };
  const left = leftToDo({ ...filled, groups: [{ right: "Exact" }, { right: null }] });
  expect(left).toEqual([
    { what: "votre nom", field: "advisor" },
    { what: "le groupe 7", field: "retyped_2" },
  ]);
});

test("a_phrase_of_ones_own_is_strong_then_typed_twice", () => {
  const filled = { name: "C", advisor: "A", retyped: "", proposed: six, asked: [], groups: [] };
  const fields = (own: { isStrong: boolean; isChosen: boolean }) => leftToDo({ ...filled, own });
  expect(fields({ isStrong: false, isChosen: true })[0]?.field).toBe("passphrase");
  expect(fields({ isStrong: true, isChosen: false })[0]?.field).toBe("again");
  expect(fields({ isStrong: true, isChosen: true })).toEqual([]);
});
