import { expect, test } from "vitest";
import { raisedOver } from "./UndoLine.tsx";

const line = { top: 700, bottom: 750, left: 800, right: 1340 };
const box = (top: number, bottom: number, left = 300, right = 1300) => ({ top, bottom, left, right });

test("the_line_stays_in_its_corner_over_anything_but_the_field_one_types_in", () => {
  expect(raisedOver(line, [])).toBe(0);
  expect(raisedOver(line, [box(600, 640)])).toBe(0);
  expect(raisedOver(line, [box(710, 740, 200, 500)])).toBe(0);
});

test("the_line_rises_above_the_field_and_the_list_it_would_cover", () => {
  expect(line.bottom - raisedOver(line, [box(710, 740)])).toBeLessThan(710);
  expect(line.bottom - raisedOver(line, [box(560, 600), box(602, 720)])).toBeLessThan(560);
});

test("the_line_never_leaves_the_window", () => {
  expect(raisedOver(line, [box(20, 760)])).toBe(0);
});
