import { expect, test } from "vitest";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { Room } from "../../ipc/types.ts";
import { markOf, neighbourRoom, tabOf, tabs, tabsShown } from "./logic.ts";

const room = (key: Room["key"], open: boolean, complete = false, count: string | null = null): Room => ({
  key,
  title: key,
  complete,
  count,
  open,
  late: false,
});

test("ctrl_page_down_turns_the_rooms_and_comes_back_to_the_first", () => {
  const four = tabs.slice(0, 4);
  expect(neighbourRoom(four, "overview", 1)).toBe("journal");
  expect(neighbourRoom(four, "journal", 1)).toBe("person");
  expect(neighbourRoom(four, "documents", 1)).toBe("overview");
  expect(neighbourRoom(four, "overview", -1)).toBe("documents");
  expect(neighbourRoom([], "person", 1)).toBeNull();
});

test("a_tab_is_there_once_its_time_has_come_or_while_it_is_shown", () => {
  const rooms = [room("overview", true), room("person", true), room("decisions", false), room("loan", false)];
  const titles = (current: Room["key"]) => tabsShown({ rooms }, current).map(({ rooms: [first] }) => first);
  expect(titles("overview")).toEqual(["overview", "person"]);
  expect(titles("loan")).toEqual(["overview", "person", "loan"]);
});

test("a_tab_is_complete_when_every_room_that_can_be_is", () => {
  const request = tabOf("project");
  const papers = tabOf("documents");
  if (!request || !papers) throw new Error("no tab");
  expect(markOf(request, [room("person", true, true), room("project", true)]).isComplete).toBe(false);
  expect(markOf(request, [room("person", true, true), room("project", true, true)]).isComplete).toBe(true);
  expect(markOf(papers, [room("attachments", true, false, "22/24"), room("documents", true)])).toEqual({
    isLate: false,
    isComplete: false,
    count: "22/24",
  });
  const loan = tabOf("loan");
  if (!loan) throw new Error("no tab");
  expect(markOf(loan, [{ ...room("loan", true), late: true }])).toMatchObject({
    isLate: true,
    isComplete: false,
  });
});

test("an_address_holds_a_number_and_no_name", () => {
  expect(addressOfRoom(12, "budget")).toBe("/dossiers/12/budget");
  expect(addressOfRoom(12, "overview")).toBe("/dossiers/12");
});
