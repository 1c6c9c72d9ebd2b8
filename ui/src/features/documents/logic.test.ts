import { expect, test } from "vitest";
import type { Room } from "../../ipc/types.ts";
import { pixelsFor, roomsToComplete } from "./logic.ts";

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

test("what_is_missing_leads_to_the_rooms_not_complete", () => {
  const rooms: Room[] = [
    { key: "person", title: "", complete: true },
    { key: "budget", title: "Budget", complete: false },
    { key: "documents", title: "", complete: false },
  ];
  expect(roomsToComplete(4, rooms)).toEqual([
    { key: "budget", title: "Budget", href: "#/dossiers/4/budget" },
  ]);
});
