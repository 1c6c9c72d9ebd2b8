// The lines of the letter box: their order, what they are called, what comes after the one shown.

import type {
  AttachedFiles,
  Attachment,
  Attachments,
  ChecklistLine,
  DocumentsChecklist,
} from "../../ipc/types.ts";
import type { Sign } from "../../parts/Icon.tsx";

type Pile = "arrived" | Exclude<ChecklistLine["pile"], "later">;

/** A line of the letter box: a file that waits for its place, or a paper. */
export interface Item {
  key: string;
  pile: Pile;
  file?: Attachment;
  line?: ChecklistLine;
}

const piles: readonly Pile[] = ["lacking", "good", "aside"];

/** What waits for its place, then the papers by pile; those of a later stage come with it. */
export function itemsOf({ files, stages }: DocumentsChecklist): Item[] {
  const waiting = files.attachments.filter(({ document }) => document === "");
  const lines = stages.flatMap(({ lines }) => lines);
  return [
    ...waiting.map((file): Item => ({ key: `file ${file.id}`, pile: "arrived", file })),
    ...piles.flatMap((pile) =>
      lines.filter((line) => line.pile === pile).map((line): Item => ({ key: lineKey(line), pile, line })),
    ),
  ];
}

export function itemsIn(items: readonly Item[], pile: Pile): Item[] {
  return items.filter((item) => item.pile === pile);
}

/** The line one chose, else the first one. */
export function shownOf(items: readonly Item[], key: string | null): Item | null {
  return items.find((item) => item.key === key) ?? items[0] ?? null;
}

/** The line above or below, when there is one. */
export function neighbourOf(items: readonly Item[], at: Item | null, key: string): Item | null {
  const from = items.findIndex((item) => item.key === at?.key);
  return items[from + (key === "ArrowDown" ? 1 : -1)] ?? at;
}

/** The next line that waits for its place, or else that calls for something; the first one once past the last. */
export function nextToSee(items: readonly Item[], at: Item | null): Item | null {
  const from = items.findIndex((item) => item.key === at?.key);
  const after = [...items.slice(from + 1), ...items.slice(0, Math.max(from, 0))];
  const waits = ({ file }: Item) => file !== undefined;
  return after.find(waits) ?? after.find(({ line }) => line?.calls && line.pile === "lacking") ?? at;
}

/** Whether a file that waits would be placed on this paper. */
export function isAwaited(line: ChecklistLine, items: readonly Item[]): boolean {
  return items.some(({ file }) => file?.proposed && lineKey(file.proposed.place) === lineKey(line));
}

/** What is wrong with files that were kept, by their number. */
export function faultsOf({ files }: AttachedFiles): [number, string][] {
  return files.flatMap(({ attachment, reason }) =>
    attachment !== null && reason !== "" ? [[attachment, reason]] : [],
  );
}

/** The sign and the colour of a line; its words stand beside. */
export function signOf({ file, line }: Item): { sign: Sign; tone: string } {
  if (file || !line) return { sign: "paper", tone: "open" };
  if (line.pile === "good") return { sign: "check", tone: "ok" };
  return signs[line.state] ?? { sign: "missing", tone: "open" };
}

const signs: Readonly<Record<string, { sign: Sign; tone: string }>> = {
  requested: { sign: "waiting", tone: "waiting" },
  incomplete: { sign: "due", tone: "stops" },
  outdated: { sign: "late", tone: "late" },
  unsuitable: { sign: "barred", tone: "late" },
  unreadable: { sign: "barred", tone: "late" },
  missing: { sign: "remove", tone: "stops" },
  not_needed: { sign: "remove", tone: "open" },
};

/** The judgement a paper has: one that is there is good until it is found wrong. */
export function judgementOf({ state, pile }: Pick<ChecklistLine, "state" | "pile">): string {
  return pile === "good" ? "checked" : state;
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

/** What a line is called, its name of a person hidden with the names. */
export function lineLabel({ label, part }: ChecklistLine, nameOf: (name: string) => string): string {
  return part === "" ? label : label.replace(part, nameOf(part));
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
