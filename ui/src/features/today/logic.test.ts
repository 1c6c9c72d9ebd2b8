import { describe, expect, it } from "vitest";
import type { Task, Today } from "../../ipc/types.ts";
import { addressOf, comingOf, detailOf, listsOf, placeOf, SHOWN_ASIDE, shownOf } from "./logic.ts";

const met = (has_come: boolean, is_late: boolean) => ({ has_come, is_late });
const day = {
  appointments: [
    { on: "2026-11-17", day: "Mar. 17", rows: [met(true, true)] },
    { on: "2026-11-20", day: "Aujourd’hui", rows: [met(true, false), met(true, false)] },
    { on: "2026-11-23", day: "Lun. 23", rows: [met(false, false)] },
  ],
  groups: [
    { meaning: "late", dossiers: [{}], found: 1 },
    { meaning: "plain", dossiers: [{ on: "2026-11-22" }, { on: "2026-11-23" }], found: 7 },
  ],
} as unknown as Today;

describe("the page of the day", () => {
  it("puts appointments among what is late and what is for today, and the coming ones aside", () => {
    expect(listsOf(day).map(({ key, found }) => [key, found])).toEqual([
      ["late", 2],
      ["due", 2],
    ]);
    expect(listsOf({ ...day, appointments: [], groups: [] })).toEqual([]);
    const coming = comingOf(day);
    expect(coming).toMatchObject({ met: 1, count: 8 });
    expect(coming.rows.map((row) => [row.on, "one" in row])).toEqual([
      ["2026-11-22", false],
      ["2026-11-23", true],
      ["2026-11-23", false],
    ]);
  });

  it("opens a task where it is done", () => {
    expect(addressOf(7, "call")).toBe("#/dossiers/7/journal");
    expect(addressOf(7, "documents")).toBe("#/dossiers/7/pieces");
    expect(addressOf(7, "loan")).toBe("#/dossiers/7/pret");
    expect(placeOf("report")).toBe("#/bilan");
  });

  it("keeps what stands aside short until it is asked for", () => {
    const many = Array.from({ length: SHOWN_ASIDE + 2 }, (_, at) => at);
    expect(shownOf(many, false)).toHaveLength(SHOWN_ASIDE);
    expect(shownOf(many, true)).toHaveLength(SHOWN_ASIDE + 2);
  });

  it("says under a task only what is known", () => {
    const task = {
      since: "Depuis 3 jours",
      action: "call",
      put_off: "",
      waiting_on: { label: "La banque" },
    } as Task;
    const dossier = { project: "Voiture", phone: "06 39 98 41 07" };
    expect(detailOf(task, dossier)).toBe("06 39 98 41 07 · on attend la banque · Voiture");
    expect(detailOf({ ...task, action: "file", waiting_on: null }, dossier)).toBe("Voiture");
    expect(detailOf({ ...task, waiting_on: null }, null)).toBe("Depuis 3 jours");
  });
});
