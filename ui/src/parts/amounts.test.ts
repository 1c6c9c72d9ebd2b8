import { expect, test } from "vitest";
import { withoutUnit } from "./amounts.ts";

test("the_unit_goes_to_the_heading", () => {
  expect(withoutUnit("1\u202f184,00\u202f€")).toBe("1\u202f184,00");
  expect(withoutUnit("612,00 €")).toBe("612,00");
  expect(withoutUnit("−31,00")).toBe("−31,00");
});
