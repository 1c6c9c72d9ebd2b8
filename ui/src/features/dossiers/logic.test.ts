import { expect, test } from "vitest";
import type { DossierList, DossierRow, RoomKey } from "../../ipc/types.ts";
import { addressOfDraft, hasMore, papersOfDossiers, readShown, ticked, whyEmpty, withPage } from "./logic.ts";

const row = (id: number): DossierRow => ({
  id,
  reference: `2026-${id}`,
  name: "Samira Vauclerc",
  project: "",
  stage: { key: "request", label: "Demande", group: null, retired: false },
  next_date: null,
  next_meaning: "plain",
  next_what: "",
  amount: null,
});

function list(ids: number[], found: number, search = "", total = found): DossierList {
  return { rows: ids.map(row), found, total, sentence: "", search };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

test("the_next_piece_comes_after_those_shown", () => {
  const first = withPage(null, list(numbers(0, 100), 130), 0);
  expect(hasMore(first)).toBe(true);
  const both = withPage(first, list(numbers(100, 130), 130), 100);
  expect(both.rows).toHaveLength(130);
  expect(hasMore(both)).toBe(false);
});

test("a_dossier_that_moved_between_two_pieces_is_not_shown_twice", () => {
  const first = list([1, 2, 3], 5);
  const both = withPage(first, list([3, 4, 5], 5), 3);
  expect(both.rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
});

test("a_new_search_starts_again_from_the_top", () => {
  expect(withPage(list([1, 2], 2), list([9], 1, "voiture"), 0).rows).toHaveLength(1);
});

test("after_an_action_the_list_keeps_its_length", async () => {
  const asked: number[] = [];
  const page = async (offset: number) => {
    asked.push(offset);
    return list(numbers(offset, Math.min(offset + 100, 250)), 250);
  };
  expect((await readShown(page, 200)).rows).toHaveLength(200);
  expect(asked).toEqual([0, 100]);
});

test("a_list_that_shrank_is_read_to_its_end_and_no_further", async () => {
  const page = async (offset: number) => (offset === 0 ? list(numbers(0, 100), 130) : list([], 130));
  expect((await readShown(page, 300)).rows).toHaveLength(100);
});

test("an_empty_list_says_why", () => {
  expect(whyEmpty(list([1], 1))).toBeNull();
  expect(whyEmpty(list([], 0))).toBe("no_dossier");
  expect(whyEmpty(list([], 0, "voiture", 72))).toBe("no_result");
  expect(whyEmpty(list([], 0, "voiture", 0)), "words were typed: they are repeated").toBe("no_result");
});

test("a_form_left_in_the_middle_is_one_link_away", () => {
  const draft = (dossier: number | null, form: string, room: RoomKey) =>
    addressOfDraft({ dossier, form, room, title: "", kept_at: "" });
  expect(draft(null, "new_request", "person")).toBe("#/demande");
  expect(draft(4, "budget_line", "budget")).toBe("#/dossiers/4/budget");
  expect(draft(4, "contract", "decisions")).toBe("#/dossiers/4/decisions");
  expect(draft(4, "hearing:7", "decisions"), "it is typed at the session").toBe("#/seances");
  expect(draft(null, "work_time", "journal")).toBe("#/aujourdhui");
});

test("several_dossiers_are_printed_the_papers_that_are_one_dossiers", () => {
  const papers = [
    { key: "budget_sheet", title: "Fiche budgétaire", takes: "dossier" },
    { key: "data_notice", title: "Note", takes: "anyone" },
    { key: "agenda", title: "Agenda", takes: "office" },
  ] as const;
  expect(papersOfDossiers(papers).map(({ key }) => key)).toEqual(["budget_sheet", "data_notice"]);
  const rows = [{ id: 4 }, { id: 2 }, { id: 9 }] as DossierRow[];
  expect(ticked(rows, new Set([9, 4, 7]))).toEqual([4, 9]);
});
