import { expect, test } from "vitest";
import type { AgendaRow, SessionView } from "../../ipc/types.ts";
import { ways, withOpinion } from "./logic.ts";
import { words } from "./words.ts";

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
