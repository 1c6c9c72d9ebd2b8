import { expect, test } from "vitest";
import type { AgendaRow, SessionView } from "../../ipc/types.ts";
import { paperOf, papersOf, ways, withOpinion } from "./logic.ts";
import * as words from "./words.ts";

const directions = [
  { key: "submit", label: "Transmettre à une banque", group: null, retired: false },
  { key: "redirect", label: "Réorienter", group: null, retired: false },
];

test("a committee that grants says so; a refund is decided in its own room", () => {
  const of = (grants: boolean, matter: string) =>
    ways({ grants, directions } as unknown as SessionView, { matter } as AgendaRow).map(({ label }) => label);
  expect(of(false, "request")[0]).toBe("Transmettre à une banque");
  expect(of(true, "request")[0]).toBe(words.grant);
  expect(of(true, "refund")).toEqual([words.decideRefund, words.adjourn, words.takeOff]);
});

test("each person has one opinion", () => {
  const one = withOpinion([], "Odile", "favorable");
  expect(withOpinion(one, "Odile", "réservé")).toEqual([{ who: "Odile", says: "réservé" }]);
  expect(withOpinion(one, "Odile", "")).toEqual([]);
});

test("a_session_has_its_papers_before_it_and_others_once_it_is_held", () => {
  expect(papersOf(false)).toEqual(["agenda", "booklet", "named"]);
  expect(papersOf(true)[0]).toBe("minutes");
  expect(paperOf("booklet", 4)).toEqual({ paper: "committee_booklet", session: 4 });
  expect(paperOf("named", 4)).toEqual({ paper: "committee_booklet", session: 4, with_names: true });
});
