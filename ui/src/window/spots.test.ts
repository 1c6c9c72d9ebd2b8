import { expect, test } from "vitest";
import { answers, marked, type Spot } from "./spots.ts";

const spot = (label: string, also = ""): Spot => ({
  key: label,
  group: "",
  sign: "find",
  label,
  also,
  run: () => {},
});

test("each_word_typed_begins_a_word_of_the_line", () => {
  const safety = spot("Sécurité et copies", "sauvegarde");
  for (const typed of ["co", "SECU", "copies secur", "sauve"])
    expect(answers(safety, typed), typed).toBe(true);
  for (const typed of ["opies", "co x"]) expect(answers(safety, typed), typed).toBe(false);
});

test("the_letters_typed_are_marked_where_a_word_begins", () => {
  expect(marked("Sécurité et copies", "co")).toEqual(["Sécurité et ", "co", "pies"]);
  expect(marked("Évaluation", "eval")).toEqual(["", "Éval", "uation"]);
  expect(marked("Réglages", "x")).toEqual(["Réglages", "", ""]);
  expect(marked("Réglages", "")).toEqual(["Réglages", "", ""]);
});
