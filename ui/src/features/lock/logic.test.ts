import { expect, test } from "vitest";
import { endOfWait, secondsLeft } from "./logic.ts";

test("the_wait_is_counted_in_whole_seconds_down_to_zero", () => {
  const ends = endOfWait(8, 1_000_000);
  expect(secondsLeft(ends, 1_000_000)).toBe(8);
  expect(secondsLeft(ends, 1_000_001), "a started second counts").toBe(8);
  expect(secondsLeft(ends, 1_007_200)).toBe(1);
  expect(secondsLeft(ends, 1_008_000)).toBe(0);
  expect(secondsLeft(ends, 2_000_000), "a computer that slept is past the wait").toBe(0);
});

test("no_wait_is_no_wait", () => {
  expect(secondsLeft(endOfWait(0, 5000), 5000)).toBe(0);
});
