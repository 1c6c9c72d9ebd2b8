import { expect, test } from "vitest";
import type { AttachedFiles, Attachment, ChecklistLine, DocumentsChecklist } from "../../ipc/types.ts";
import {
  calledOf,
  faultsOf,
  isAwaited,
  itemsOf,
  judgementOf,
  neighbourOf,
  nextToSee,
  placeOf,
  placesOf,
  proposedName,
  shownOf,
  signOf,
} from "./logic.ts";

const file = (id: number, name = "a.pdf", kind = "pdf") =>
  ({ id, name, kind, document: "", proposed: null }) as unknown as Attachment;
const line = (document: string, pile: ChecklistLine["pile"], calls = pile === "lacking") =>
  ({ document, part: "", pile, calls, state: "" }) as ChecklistLine;

const box = (attachments: Attachment[], lines: ChecklistLine[]) =>
  itemsOf({ files: { attachments }, stages: [{ lines }] } as unknown as DocumentsChecklist);
const items = box(
  [file(4), { ...file(9), document: "tax" }],
  [line("slips", "good"), line("tax", "lacking"), line("rib", "lacking"), line("sale", "later")],
);

test("what_came_is_on_top_then_what_lacks_then_what_is_good_and_later_papers_wait", () => {
  expect(items.map(({ key }) => key)).toEqual(["file 4", "tax/", "rib/", "slips/"]);
  expect(shownOf(items, null)?.key).toBe("file 4");
  expect(shownOf(items, "rib/")?.key).toBe("rib/");
  expect(shownOf([], "rib/")).toBe(null);
});

test("arrows_go_from_line_to_line_and_stop_at_the_ends", () => {
  const [first, second] = items as [(typeof items)[0], (typeof items)[0]];
  expect(neighbourOf(items, first, "ArrowDown")).toBe(second);
  expect(neighbourOf(items, second, "ArrowUp")).toBe(first);
  expect(neighbourOf(items, first, "ArrowUp")).toBe(first);
});

test("the_next_one_is_a_file_that_waits_then_a_paper_that_lacks_round_and_round", () => {
  const at = (key: string) => shownOf(items, key);
  expect(nextToSee(items, at("slips/"))?.key).toBe("file 4");
  expect(nextToSee(items, at("file 4"))?.key).toBe("tax/");
  const placed = items.slice(1);
  expect(nextToSee(placed, at("rib/"))?.key).toBe("tax/");
  expect(nextToSee([], null)).toBe(null);
});

test("a_paper_a_file_waits_for_is_not_asked_for_again", () => {
  const proposed = { place: { document: "tax", part: "", label: "" }, why: "" };
  const waiting = box([{ ...file(4), proposed }], []);
  expect(isAwaited(line("tax", "lacking"), waiting)).toBe(true);
  expect(isAwaited(line("rib", "lacking"), waiting)).toBe(false);
});

test("what_is_wrong_with_a_kept_file_is_told_of_that_file", () => {
  const files = [
    { attachment: 4, reason: "" },
    { attachment: 5, reason: "Locked." },
    { attachment: null, reason: "Empty." },
  ];
  expect(faultsOf({ files } as AttachedFiles)).toEqual([[5, "Locked."]]);
});

test("a_paper_that_is_there_is_good_until_it_is_found_wrong", () => {
  expect(judgementOf({ state: "received", pile: "good" })).toBe("checked");
  expect(judgementOf({ state: "unsuitable", pile: "lacking" })).toBe("unsuitable");
  expect(signOf({ key: "", pile: "good", line: line("tax", "good") }).sign).toBe("check");
  expect(signOf({ key: "", pile: "lacking", line: line("tax", "lacking") }).sign).toBe("missing");
});

test("a_file_is_saved_under_its_name_with_the_ending_of_what_it_holds", () => {
  expect(proposedName(file(1, "Relevé.PDF"))).toBe("Relevé.PDF");
  expect(proposedName(file(1, "relevé.exe"))).toBe("relevé.exe.pdf");
  expect(proposedName(file(1, "a/b:c", "jpeg"))).toBe("a-b-c.jpg");
  expect(proposedName(file(1, "note", "text"))).toBe("note.txt");
});

test("each_borrower_is_a_place_and_a_file_keeps_its_own", () => {
  const card = (part: string) => ({ document: "identity_document", part, label: "Pièce d’identité" });
  const view = { places: [card(""), card("Amadou")] };
  const named = (hidden: boolean) => (name: string) => (hidden ? "A." : name);
  const labels = (hidden: boolean) => placesOf(view, null, named(hidden)).map(({ label }) => label);
  expect(labels(false)).toEqual(["Pièce d’identité", "Pièce d’identité, Amadou"]);
  expect(labels(true)).toEqual(["Pièce d’identité", "Pièce d’identité, A."]);
  const old = { document: "old_paper", part: "", document_label: "Ancien papier" };
  const keys = placesOf(view, old, named(false)).map(({ key }) => key);
  expect(keys).toEqual(["identity_document/", "identity_document/Amadou", "old_paper/"]);
  expect(placeOf("identity_document/Amadou")).toEqual({ document: "identity_document", part: "Amadou" });
  expect(placeOf("")).toEqual({ document: "", part: "" });
});

test("a_hidden_name_leaves_the_paper_or_the_kind", () => {
  const rib = { ...file(1, "RIB Sonia Delmas.pdf"), kind_label: "PDF", document_label: "" };
  expect(calledOf(rib, false)).toBe("RIB Sonia Delmas.pdf");
  expect(calledOf(rib, true)).toBe("PDF");
  expect(calledOf({ ...rib, document_label: "RIB" }, true)).toBe("RIB");
});
