import { expect, test } from "vitest";
import type { AgendaRow, HearingForm, SessionView } from "../../ipc/types.ts";
import { isChosen, isContrary, opinionsOffered, papersOf, ways, withOpinion } from "./logic.ts";
import * as words from "./words.ts";

const request = { matter: "request" } as AgendaRow;
const view = { grants: false } as SessionView;
const typed = (change: Partial<HearingForm> & { way?: string }) =>
  ({ result: "", direction: "", way: "", ...change }) as HearingForm & { way: string };

test("a session decides in five plain words, each with its effect and at most one field", () => {
  const offered = ways(view, request);
  expect(offered.slice(0, 5).map(({ label }) => label)).toEqual([
    "Accord",
    "Accord sous réserve",
    "Ajourné",
    "Autre solution",
    "Irrecevable",
  ]);
  expect(offered.every(({ effect }) => effect.length > 0)).toBe(true);
  expect(offered.map(({ opens }) => opens)).toEqual([
    null,
    "conditions",
    "adjourned_to",
    "solutions",
    "reason",
    null,
  ]);
  expect(ways({ ...view, grants: true }, request)[0]?.effect).toBe(words.grantedHere);
});

test("nothing is chosen by itself, and a reserve is not a plain agreement", () => {
  const offered = ways(view, request);
  const chosen = (form: HearingForm & { way: string }) =>
    offered.filter((way) => isChosen(way, form)).map(({ key }) => key);
  expect(chosen(typed({}))).toEqual([]);
  const agreed = { result: "decided", direction: "submit" };
  expect(chosen(typed({ ...agreed, way: "agreed" }))).toEqual(["agreed"]);
  expect(chosen(typed({ ...agreed, way: "reserved" }))).toEqual(["reserved"]);
  expect(chosen(typed({ result: "adjourned" }))).toEqual(["adjourned"]);
});

test("a refund is decided, put off or taken off: nothing of a loan is offered", () => {
  const refund = { matter: "refund" } as AgendaRow;
  expect(ways(view, refund).map(({ key }) => key)).toEqual(["refund", "adjourned", "taken_off"]);
});

test("an opinion is kept once a person, in three words that the minutes say whole", () => {
  const opinions = [
    { key: "favourable", label: "Favorable" },
    { key: "unfavourable", label: "Défavorable" },
  ];
  expect(opinionsOffered({ opinions: opinions as SessionView["opinions"] })).toEqual([
    { key: "favorable", label: "pour" },
    { key: "défavorable", label: "contre" },
  ]);
  const one = withOpinion([], "Mme A", "favorable");
  expect(withOpinion(one, "Mme A", "réservé")).toEqual([{ who: "Mme A", says: "réservé" }]);
  expect(withOpinion(one, "Mme A", "")).toEqual([]);
});

test("a session that is held prints its minutes and its letters", () => {
  expect(papersOf(false)[0]).toBe("agenda");
  expect(papersOf(true)).toContain("letters");
});

test("an agreement against the opinions noted is said before it is", () => {
  const opinions = [
    { who: "Mme Vasseur", says: "défavorable" },
    { who: "M. Kern", says: "réservé" },
  ];
  expect(isContrary({ opinions, result: "decided", direction: "submit" })).toBe(true);
  expect(isContrary({ opinions, result: "decided", direction: "redirect" })).toBe(false);
  const even = [...opinions, { who: "M. Oz", says: "favorable" }];
  expect(isContrary({ opinions: even, result: "decided", direction: "submit" })).toBe(false);
});
