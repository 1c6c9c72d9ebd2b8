import { expect, test, vi } from "vitest";

vi.mock("./ipc/call.ts", () => ({}));

import { sectionPaths } from "./features/settings/sections.ts";
import { addressOfRoom, pathOfRoom } from "./ipc/rooms.ts";
import { beyond, HELP, rooms, screenAt, screens } from "./screens.ts";
import { HOME } from "./window/trail.ts";

const pages: Record<string, string> = import.meta.glob("../../assets/help/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

test("every_screen_is_found_at_its_address", () => {
  for (const screen of [...screens, ...beyond])
    expect(screenAt(screen.address)).toEqual({ is: "screen", screen });
});

test("every_room_is_found_at_its_address", () => {
  for (const room of rooms) {
    expect(screenAt(addressOfRoom(12, room.key))).toMatchObject({ is: "room", dossier: 12, room });
  }
});

test("a_dossier_opens_on_its_first_room", () => {
  expect(screenAt("/dossiers/12")).toMatchObject({ is: "room", room: { key: "overview" } });
});

test("the_bilan_keeps_its_period_in_its_address", () => {
  for (const address of ["/bilan", "/bilan/2026", "/bilan/2026/nombre/granted"]) {
    expect(screenAt(address), address).toMatchObject({ is: "screen", screen: { address: "/bilan" } });
  }
});

test("an_unknown_address_shows_the_day", () => {
  for (const address of [
    "",
    "/",
    "/nulle-part",
    "/dossiers/abc",
    "/dossiers/12/budget/x",
    "javascript:alert(1)",
  ]) {
    expect(screenAt(address), address).toMatchObject({ is: "screen", screen: { address: HOME } });
  }
});

test("addresses_and_shortcuts_are_each_used_once", () => {
  const unique = (all: (string | null)[]) => {
    const given = all.filter((one) => one !== null);
    expect(new Set(given).size).toBe(given.length);
  };
  unique(screens.map(({ address }) => address));
  unique(screens.map(({ shortcut }) => shortcut));
  unique(rooms.map(({ key }) => pathOfRoom(key)));
});

test("every_screen_and_every_room_has_its_page_in_the_guide", () => {
  for (const { topic } of [...screens, ...beyond, ...rooms]) {
    expect(Object.keys(pages), topic).toContain(`../../assets/help/${topic}.md`);
  }
});

test("the_screens_the_guide_leads_to_are_there", () => {
  for (const [page, text] of Object.entries(pages)) {
    for (const [, address = ""] of text.matchAll(/\]\((\/[^)]*)\)/g)) {
      const found = screenAt(address);
      const base = found.is === "screen" ? found.screen.address : "";
      expect(address.startsWith(base) && base !== "", `${page}: ${address}`).toBe(true);
      if (base === "/reglages" && address !== base) {
        expect(Object.values(sectionPaths), page).toContain(address.replace(`${base}/`, ""));
      }
    }
  }
  expect(screenAt(`${HELP}/mots/report`)).toMatchObject({ is: "screen", screen: { address: HELP } });
});

test("what_is_looked_at_together_is_beside_the_rooms", () => {
  expect(screenAt("/dossiers/12/ensemble")).toMatchObject({ is: "together", dossier: 12 });
});
