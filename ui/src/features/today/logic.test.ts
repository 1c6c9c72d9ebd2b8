import { describe, expect, it } from "vitest";
import type { Task, Today, Waiting } from "../../ipc/types.ts";
import { addressOf, kindOf, shownWaiting, WAITING_SHOWN } from "./logic.ts";

const day = (groups: number, dossiers: number) =>
  ({ groups: Array.from({ length: groups }), dossiers }) as unknown as Today;
const task = (stage: string) => ({ dossier: { id: 7, stage: { key: stage } } }) as unknown as Task;

describe("the page of the day", () => {
  it("teaches in an empty office and says when nothing presses", () => {
    expect(kindOf(day(0, 0))).toBe("no_dossier");
    expect(kindOf(day(0, 3))).toBe("calm");
    expect(kindOf(day(1, 3))).toBe("busy");
  });

  it("opens a dossier where it is worked on", () => {
    expect(addressOf(task("request"))).toBe("#/dossiers/7/personne");
    expect(addressOf(task("with_lender"))).toBe("#/dossiers/7/decisions");
  });

  it("keeps the list of those waited for short until it is asked for", () => {
    const many = Array.from({ length: WAITING_SHOWN + 2 }, () => ({}) as Waiting);
    expect(shownWaiting(many, false)).toHaveLength(WAITING_SHOWN);
    expect(shownWaiting(many, true)).toHaveLength(WAITING_SHOWN + 2);
  });
});
