import { describe, expect, it } from "vitest";
import type { Task, Today } from "../../ipc/types.ts";
import { addressOf, detailOf, kindOf, placeOf, SHOWN_ASIDE, shownOf } from "./logic.ts";

const day = (groups: number, dossiers: number, appointments = 0) =>
  ({
    groups: Array.from({ length: groups }),
    appointments: Array.from({ length: appointments }),
    dossiers,
  }) as unknown as Today;

describe("the page of the day", () => {
  it("teaches in an empty office and says when nothing presses", () => {
    expect(kindOf(day(0, 0))).toBe("no_dossier");
    expect(kindOf(day(0, 3))).toBe("calm");
    expect(kindOf(day(1, 3))).toBe("busy");
    expect(kindOf(day(0, 3, 1))).toBe("busy");
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
    const task = { since: "Depuis 3 jours", waiting_on: { key: "lender" } } as Task;
    const known = { project: "Voiture", stage: "Demande", amount: null };
    expect(detailOf(task, known)).toBe("Voiture · Demande · Depuis 3 jours");
    expect(detailOf({ ...task, waiting_on: null }, known)).toBe("Voiture · Demande");
  });
});
