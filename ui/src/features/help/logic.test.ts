import { expect, test } from "vitest";
import { pageAt } from "./logic.ts";

test("an_address_names_a_page_and_perhaps_a_section", () => {
  expect(pageAt("/aide")).toEqual({ topic: "accueil", section: "" });
  expect(pageAt("/aide/budget")).toEqual({ topic: "budget", section: "" });
  expect(pageAt("/aide/mots/report")).toEqual({ topic: "mots", section: "report" });
});
