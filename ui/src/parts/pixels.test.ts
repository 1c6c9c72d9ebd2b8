import { expect, test } from "vitest";
import { pixelsFor } from "./pixels.ts";

test("a_page_is_asked_at_the_density_of_the_screen", () => {
  expect(pixelsFor(420, 1)).toBe(420);
  expect(pixelsFor(420, 1.25)).toBe(525);
  expect(pixelsFor(420, 2)).toBe(840);
  expect(pixelsFor(420, 0.5), "a page seen from afar stays readable").toBe(420);
});

test("a_page_is_never_asked_wider_than_the_desk_draws", () => {
  expect(pixelsFor(4000, 3)).toBe(2400);
  expect(pixelsFor(0, 1)).toBe(100);
});
