// Which file is shown, and what became of those that were added.

import type {
  AttachedFiles,
  Attachment,
  Attachments,
  ChecklistLine,
  DocumentsChecklist,
} from "../../ipc/types.ts";

/** The file one chose, else the last one added. */
export function shownOf(files: readonly Attachment[], chosen: number | null): Attachment | null {
  return files.find(({ id }) => id === chosen) ?? files.at(-1) ?? null;
}

/** The last file that was kept, to be shown. */
export function lastKept({ files, view }: AttachedFiles): number | null {
  return files.some(({ is_kept }) => is_kept) ? (view.attachments.at(-1)?.id ?? null) : null;
}

/** The line above or below, when there is one. */
export function neighbourOf(
  files: readonly Attachment[],
  id: number,
  key: string,
): { at: number; id: number } | null {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const from = files.findIndex((file) => file.id === id);
  const at = from + (step ?? 0);
  const next = files[at];
  return step && next ? { at, id: next.id } : null;
}

const types: Record<string, string> = { jpeg: "image/jpeg", png: "image/png" };

/** What an image is to the page; nothing for what it never draws itself. */
export function imageType(kind: string): string | null {
  return types[kind] ?? null;
}

/** The name proposed for a file that is saved: its own, with the ending of what it holds. */
export function proposedName({ name, kind }: Attachment): string {
  const ending = { jpeg: "jpg", text: "txt" }[kind] ?? kind;
  const plain = name.replace(/[\\/:*?"<>|]/g, "-");
  return plain.toLowerCase().endsWith(`.${ending}`) ? plain : `${plain}.${ending}`;
}

/** What a file is called on screen; its own name may say whose it is. */
export function calledOf(file: Attachment, areNamesHidden: boolean): string {
  return areNamesHidden ? file.document_label || file.kind_label : file.name;
}

/** What tells one line of the list from another: its paper, and which one of several. */
export function lineKey({ document, part }: Pick<ChecklistLine, "document" | "part">): string {
  return `${document}/${part}`;
}

/** Where a file may be placed, by the key of its line; where it is placed already stays in the list. */
export function placesOf(
  { places }: Pick<Attachments, "places">,
  at: Pick<Attachment, "document" | "part" | "document_label"> | null,
  nameOf: (name: string) => string,
): { key: string; label: string }[] {
  const isListed = !at?.document || places.some((place) => lineKey(place) === lineKey(at));
  const all = isListed ? places : [...places, { ...at, label: at.document_label }];
  return all.map((place) => ({ key: lineKey(place), label: placeLabel(place, nameOf) }));
}

/** The document, and whose it is. */
export function placeLabel(
  { label, part }: { label: string; part: string },
  nameOf: (name: string) => string,
): string {
  return part === "" ? label : `${label}, ${nameOf(part)}`;
}

/** The document and the part of a place. */
export function placeOf(key: string): { document: string; part: string } {
  const end = key.indexOf("/");
  return end < 0 ? { document: "", part: "" } : { document: key.slice(0, end), part: key.slice(end + 1) };
}

/** Every line asked for now, in the order of the list. */
export function linesOf({ stages }: DocumentsChecklist): ChecklistLine[] {
  return stages.flatMap(({ lines }) => lines);
}

/** The next line that calls for something, after the one given; the first one once past the last. */
export function nextCalling(lines: readonly ChecklistLine[], at: string | null): ChecklistLine | null {
  const from = lines.findIndex((line) => lineKey(line) === at);
  const after = [...lines.slice(from + 1), ...lines.slice(0, from + 1)];
  return after.find(({ calls }) => calls) ?? null;
}
