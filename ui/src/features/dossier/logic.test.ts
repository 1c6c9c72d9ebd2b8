import { expect, test } from "vitest";
import { addressOfRoom } from "../../ipc/rooms.ts";
import { neighbourRoom, type RoomScreen } from "./logic.ts";

const rooms = ["person", "budget", "documents"].map(
  (key) => ({ key, topic: "", component: () => null }) as RoomScreen,
);

test("ctrl_page_down_turns_the_tabs_and_comes_back_to_the_first", () => {
  expect(neighbourRoom(rooms, "person", 1)?.key).toBe("budget");
  expect(neighbourRoom(rooms, "documents", 1)?.key).toBe("person");
  expect(neighbourRoom(rooms, "person", -1)?.key).toBe("documents");
});

test("no_rooms_no_neighbour", () => {
  expect(neighbourRoom([], "person", 1)).toBeNull();
});

test("an_address_holds_a_number_and_no_name", () => {
  expect(addressOfRoom(12, "budget")).toBe("/dossiers/12/budget");
});
