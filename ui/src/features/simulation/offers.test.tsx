// @vitest-environment happy-dom

import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import type { Offer, SimulationView } from "../../ipc/types.ts";
import { type Kept, Offers } from "./Offers.tsx";
import * as words from "./words.ts";

const val: Offer = {
  lender: "val",
  kind: "as_asked",
  name: "Banque du Val",
  detail: "",
  kept: false,
  possible: true,
  reason: "300,07 € pour 250,00 € demandés",
  keeping: "free",
  account_kind: "",
  loan: null,
};
const rives: Offer = {
  ...val,
  lender: "rives",
  name: "Caisse des Deux Rives",
  possible: false,
  reason: "9,87 € par jour, il en faut 10,00 €",
  keeping: "with_reason",
};
const kept: Kept[] = [];

function show(offers: readonly Offer[], ways_out: readonly string[] = []) {
  const view = { offers, ways_out, revolving: null, threshold: null } as unknown as SimulationView;
  const place = document.querySelector("main");
  const onKeep = async (one: Kept) => void kept.push(one);
  if (place) act(() => render(<Offers view={view} onKeep={onKeep} />, place));
}

beforeEach(() => {
  document.body.replaceChildren(document.createElement("main"));
  kept.length = 0;
});

const press = (name: string) =>
  act(() => document.querySelector<HTMLButtonElement>(`button[aria-label^="${name}"]`)?.click());

test("a_bank_that_says_yes_is_kept_at_once", async () => {
  show([val, rives]);
  await press(words.keepOf(words.keep, val.name));
  expect(kept).toEqual([{ lender: "val", kind: "as_asked" }]);
});

test("a_bank_that_says_no_asks_why_before_it_is_kept", async () => {
  show([val, rives]);
  expect(document.body.textContent).toContain(rives.reason);
  await press(words.keepOf(words.keepAnyway, rives.name));
  expect(kept).toEqual([]);
  expect(document.querySelector("form input[name='reasons']")).not.toBeNull();
});

test("a_bank_whose_limit_would_be_passed_has_nothing_to_press", () => {
  show([{ ...rives, keeping: "barred" }]);
  expect(document.querySelectorAll("button")).toHaveLength(0);
});

test("where_no_bank_is_possible_what_would_make_one_is_said", () => {
  show([rives], ["Caisse des Deux Rives : sur 30 mois."]);
  expect(document.body.textContent).toContain("sur 30 mois");
});

test("the_order_of_the_banks_stays_the_one_first_shown_and_the_best_is_still_told", () => {
  const names = () => [...document.querySelectorAll("th[scope='row']")].map((one) => one.textContent);
  const both: Offer = { ...rives, possible: true, keeping: "free" };
  show([val, both]);
  show([both, val]);
  expect(names()).toEqual([val.name, rives.name]);
  expect(document.querySelector("tr.pick th")?.textContent).toBe(rives.name);
  const third: Offer = { ...val, lender: "third", name: "Crédit du Lac" };
  show([third, both]);
  expect(names()).toEqual([rives.name, third.name]);
});
