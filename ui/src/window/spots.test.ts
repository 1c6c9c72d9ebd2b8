import { expect, test } from "vitest";
import { answers, marked, ranked, roomAsked, type Spot } from "./spots.ts";

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

test("a_place_named_as_typed_comes_before_people", () => {
  const [room, act] = [{ ...spot("Évaluation"), isPlace: true }, spot("Évaluer")];
  expect(ranked([act, room], "évalu")).toEqual([[room], [act]]);
  expect(ranked([act, room], "év")).toEqual([[], [act, room]]);
});

test("a_room_is_named_after_whose_it_is", () => {
  expect(roomAsked("Delmas Karim Bud")).toEqual({ whose: "Delmas Karim", room: "budget" });
  expect(roomAsked("delmas pièces")).toEqual({ whose: "delmas", room: "attachments" });
  for (const typed of ["budget", "delmas bu", "delmas karim", " budget"])
    expect(roomAsked(typed), typed).toBeNull();
});

test("the_letters_typed_are_marked_where_a_word_begins", () => {
  expect(marked("Sécurité et copies", "co")).toEqual(["Sécurité et ", "co", "pies"]);
  expect(marked("Évaluation", "eval")).toEqual(["", "Éval", "uation"]);
  expect(marked("Réglages", "x")).toEqual(["Réglages", "", ""]);
  expect(marked("Réglages", "")).toEqual(["Réglages", "", ""]);
});
