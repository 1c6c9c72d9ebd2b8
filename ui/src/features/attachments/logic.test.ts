import { expect, test } from "vitest";
import type { AttachedFiles, Attachment } from "../../ipc/types.ts";
import {
  calledOf,
  imageType,
  lastKept,
  neighbourOf,
  placeOf,
  placesOf,
  proposedName,
  shownOf,
} from "./logic.ts";

const file = (id: number, name = "a.pdf", kind = "pdf") => ({ id, name, kind }) as Attachment;
const files = [file(1), file(4), file(9)];

test("the_last_file_is_shown_until_one_is_chosen_or_once_it_is_gone", () => {
  expect(shownOf(files, null)?.id).toBe(9);
  expect(shownOf(files, 4)?.id).toBe(4);
  expect(shownOf(files, 5)?.id).toBe(9);
  expect(shownOf([], 5)).toBe(null);
});

test("what_was_just_kept_is_shown_and_nothing_when_all_was_refused", () => {
  const attached = (kept: boolean[]) =>
    ({ files: kept.map((is_kept) => ({ is_kept })), view: { attachments: files } }) as AttachedFiles;
  expect(lastKept(attached([false, true]))).toBe(9);
  expect(lastKept(attached([false]))).toBe(null);
});

test("arrows_go_from_line_to_line_and_stop_at_the_ends", () => {
  expect(neighbourOf(files, 4, "ArrowDown")).toEqual({ at: 2, id: 9 });
  expect(neighbourOf(files, 4, "ArrowUp")).toEqual({ at: 0, id: 1 });
  expect(neighbourOf(files, 9, "ArrowDown")).toBe(null);
  expect(neighbourOf(files, 1, "ArrowUp")).toBe(null);
  expect(neighbourOf(files, 1, "a")).toBe(null);
});

test("only_photographs_are_pictures_to_the_page", () => {
  expect(imageType("jpeg")).toBe("image/jpeg");
  expect(imageType("png")).toBe("image/png");
  for (const kind of ["pdf", "text", "docx", "odt", "svg", "html"]) expect(imageType(kind)).toBe(null);
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
