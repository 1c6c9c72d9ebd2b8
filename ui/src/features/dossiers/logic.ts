// The list by pieces, and the way to what was left unfinished.

import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DossierList, DossierRow, Drafts, PaperTitle } from "../../ipc/types.ts";

/** The first piece, or one more put after those already shown. */
export function withPage(shown: DossierList | null, page: DossierList, offset: number): DossierList {
  if (shown === null || offset === 0) return page;
  const known = new Set(shown.rows.map((row) => row.id));
  return { ...page, rows: [...shown.rows, ...page.rows.filter((row) => !known.has(row.id))] };
}

export function hasMore(list: DossierList): boolean {
  return list.rows.length < list.found;
}

/** Reads as many pieces as were shown: after an action the list keeps its length. */
export async function readShown(
  page: (offset: number) => Promise<DossierList>,
  length: number,
): Promise<DossierList> {
  let list = withPage(null, await page(0), 0);
  while (list.rows.length < length && hasMore(list)) {
    const offset = list.rows.length;
    const longer = withPage(list, await page(offset), offset);
    if (longer.rows.length === offset) break;
    list = longer;
  }
  return list;
}

export type Void = "no_dossier" | "no_result" | null;

/** An empty list teaches; a search without result repeats its words. */
export function whyEmpty(list: DossierList, phase: string | null = null): Void {
  if (list.found > 0) return null;
  return phase === null && list.total === 0 && list.search.trim() === "" ? "no_dossier" : "no_result";
}

export function addressOf(row: Pick<DossierRow, "id">): string {
  return `#/dossiers/${row.id}`;
}

/** Where a form left in the middle is found again. */
export function addressOfDraft(draft: Drafts["drafts"][number]): string {
  if (draft.form.startsWith("hearing:")) return "#/seances";
  if (draft.form === "work_time") return "#/aujourdhui";
  return draft.dossier === null ? "#/demande" : `#${addressOfRoom(draft.dossier, draft.room)}`;
}

/** The papers that are one dossier's, to be printed of several. */
export function papersOfDossiers(papers: readonly PaperTitle[]): { key: string; label: string }[] {
  const ofOne = papers.filter(({ takes }) => takes === "dossier" || takes === "anyone");
  return ofOne.map(({ key, title }) => ({ key, label: title }));
}

/** The dossiers that are ticked and still shown, in the order of the list. */
export function ticked(rows: readonly DossierRow[], chosen: ReadonlySet<number>): number[] {
  return rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}
