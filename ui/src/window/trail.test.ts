import { expect, test } from "vitest";
import { back, forward, go, HOME, here, instead, trailFrom, trailOf } from "./trail.ts";

const walked = () => go(go(trailFrom("/dossiers"), "/dossiers/4/personne"), "/dossiers/4/budget");

test("back_and_forward_follow_the_pages", () => {
  const before = back(walked());
  expect(here(before)).toBe("/dossiers/4/personne");
  expect(here(back(before))).toBe("/dossiers");
  expect(here(forward(before))).toBe("/dossiers/4/budget");
});

test("there_is_nothing_before_the_first_page_nor_after_the_last", () => {
  expect(here(back(trailFrom("/dossiers")))).toBe("/dossiers");
  expect(here(forward(walked()))).toBe("/dossiers/4/budget");
});

test("going_elsewhere_forgets_the_pages_ahead", () => {
  const elsewhere = go(back(walked()), "/reglages");
  expect(here(forward(elsewhere))).toBe("/reglages");
  expect(elsewhere.pages).toEqual(["/dossiers", "/dossiers/4/personne", "/reglages"]);
});

test("going_where_one_is_leaves_no_step", () => {
  expect(go(walked(), "/dossiers/4/budget")).toEqual(walked());
});

test("a_dossier_that_is_gone_is_not_found_again_by_going_back", () => {
  const shown = go(instead(walked(), "/dossiers"), "/reglages");
  expect(here(back(shown))).toBe("/dossiers");
});

test("a_long_day_keeps_its_last_hundred_pages", () => {
  let trail = trailFrom("/dossiers");
  for (let dossier = 1; dossier <= 300; dossier++) trail = go(trail, `/dossiers/${dossier}/budget`);
  expect(trail.pages).toHaveLength(100);
  expect(here(trail)).toBe("/dossiers/300/budget");
});

test("a_page_drawn_anew_begins_at_the_address_it_kept", () => {
  expect(here(trailOf("#/dossiers/12/budget"))).toBe("/dossiers/12/budget");
  expect(here(trailOf(""))).toBe(HOME);
  expect(here(trailOf("#page"))).toBe(HOME);
});
