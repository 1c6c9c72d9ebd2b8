import { expect, test } from "vitest";
import type { Missing, Room } from "../../ipc/types.ts";
import { isInSettings, roomsToComplete } from "./logic.ts";

const rooms = ["person", "budget", "documents"].map((key) => ({ key, title: key })) as Room[];

test("what_is_missing_leads_to_the_rooms_that_hold_it", () => {
  const missing: Missing[] = [
    { what: "logement", room: "person" },
    { what: "date de naissance", room: "person" },
    { what: "commune de signature", room: null },
  ];
  expect(roomsToComplete(4, rooms, missing)).toEqual([
    { key: "person", title: "person", href: "#/dossiers/4/personne" },
  ]);
  expect(isInSettings(missing)).toBe(true);
  expect(isInSettings([])).toBe(false);
});
