import { expect, test } from "vitest";
import type { TableView } from "../../ipc/types.ts";
import {
  addressOf,
  addressOfNumber,
  addressOfNumbers,
  addressOfPaper,
  askedAt,
  barsOf,
  daysOf,
  everyDossier,
  keyOf,
  optionsOf,
  placeAt,
} from "./logic.ts";

test("an_address_is_read_as_it_was_written", () => {
  expect(placeAt("/bilan")).toEqual({ period: "", shown: { is: "bilan", number: null } });
  expect(placeAt(addressOf("2026"))).toEqual({ period: "2026", shown: { is: "bilan", number: null } });
  expect(placeAt(addressOfNumbers("2026"))).toEqual({ period: "2026", shown: { is: "numbers" } });
  expect(placeAt(addressOfPaper("2026"))).toEqual({ period: "2026", shown: { is: "paper" } });
  for (const number of [
    { of: "granted" },
    { of: "profiles", row: "age.18_29", column: "granted" },
    { of: "origins", row: "a/b é", column: "requests" },
  ]) {
    expect(placeAt(addressOfNumber("2026-01-01_2026-10-31", number))).toEqual({
      period: "2026-01-01_2026-10-31",
      shown: { is: "bilan", number },
    });
  }
});

test("an_address_nobody_wrote_shows_the_bilan", () => {
  expect(placeAt("/bilan/2026/lune").shown).toEqual({ is: "bilan", number: null });
  expect(placeAt("/bilan/%E0%A4%A/nombre").period).toBe("%E0%A4%A");
  expect(placeAt("/bilan/2026/nombre").shown).toEqual({ is: "bilan", number: null });
});

test("a_period_is_a_year_or_two_days", () => {
  expect(daysOf("2026")).toEqual({ year: "2026", from: "", to: "" });
  expect(daysOf("2026-01-01_2026-10-31")).toEqual({ year: "", from: "2026-01-01", to: "2026-10-31" });
  expect(daysOf("bientôt")).toEqual({ year: "", from: "", to: "" });
});

test("options_stay_in_the_address_from_one_page_to_another", () => {
  const options = {
    reading: "public" as const,
    against: "just_before" as const,
    narrowed: { ...everyDossier, lender: "val", referrer: "3" },
  };
  const key = keyOf("2026-07-01_2026-09-30", options);
  expect(placeAt(addressOf(key)).period).toBe(key);
  expect(optionsOf(key)).toEqual(options);
  expect(askedAt(key)).toEqual({
    year: "",
    from: "2026-07-01",
    to: "2026-09-30",
    against: options.against,
    narrowed: options.narrowed,
  });
  expect(keyOf("2026", { reading: "board", against: "year_before", narrowed: everyDossier })).toBe("2026");
  expect(optionsOf("2026~moon=1")).toEqual({
    reading: "board",
    against: "year_before",
    narrowed: everyDossier,
  });
});

test("the_legend_tells_each_bar_once", () => {
  const bar = (kind: "period" | "before") => ({ kind, length: 10 });
  const row = { key: "", label: "", kind: "line", cells: [], bars: [bar("period"), bar("before")] };
  const table: TableView = { key: "funnel", title: "", help: "", reading: "", columns: [], rows: [row, row] };
  expect(barsOf(table)).toEqual(["period", "before"]);
});
