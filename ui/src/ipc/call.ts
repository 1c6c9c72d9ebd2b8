// The door to Rust: the only file that imports @tauri-apps.

import { Channel, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { type CallName, changesTheOffice, type Input, kindOf, type Output } from "./kinds.ts";
import { type Handle, type LockReason, tell, theOfficeIsAnother } from "./news.ts";
import type { AttachmentPage, Failure, KeptPaperPage, PaperPage } from "./types.ts";
import * as words from "./words.ts";

export interface Step {
  done: number;
  of: number;
}

/** A long call in progress: `run` is the name by which `cancel` stops it. */
export interface Run {
  run: string;
  progress: (step: Step) => void;
}

const A_WAIT_IS_TOLD_AFTER = 1000;

/** Calls the desk. Rejects with a `Failure`, always worded. */
export async function call<N extends CallName>(name: N, input: Input<N>, long?: Run): Promise<Output<N>> {
  const wait = watchTheWait(name);
  try {
    const follow = long ? { run: long.run, progress: new Channel<Step>(long.progress) } : null;
    const output = await invoke<Output<N>>("call", { name, input, follow });
    if (changesTheOffice(name)) tell({ told: "changed", by: name });
    return output;
  } catch (reason) {
    // A copy that failed shows until one succeeds.
    if (name === "copy_here" || name === "copy_outside") tell({ told: "changed", by: name });
    throw told(reason);
  } finally {
    wait.isOver();
  }
}

/** One page of a paper as a PNG image. */
export async function paperPage(input: PaperPage): Promise<Blob> {
  return picture("paper_page", input, "image/png");
}

/** One page of a paper that went out, as a PNG image. */
export async function keptPaperPage(input: KeptPaperPage): Promise<Blob> {
  return picture("kept_paper_page", input, "image/png");
}

/** One page of a file of a dossier, drawn beside the office; a photograph has one. */
export async function attachmentPage(input: AttachmentPage): Promise<Blob> {
  return picture("attachment_page", input, "image/png");
}

/** The logo of the office. */
export async function logoPicture(): Promise<Blob> {
  return picture("logo_picture", {}, "image/png");
}

async function picture(name: string, input: object, type: string): Promise<Blob> {
  try {
    const bytes = await invoke<ArrayBuffer>("bytes", { name, input });
    return new Blob([bytes], { type });
  } catch (reason) {
    throw told(reason);
  }
}

export async function cancel(run: string): Promise<void> {
  try {
    await invoke("cancel", { run });
  } catch (reason) {
    throw told(reason);
  }
}

/** Opens the print dialog of the system. */
export async function printPage(): Promise<void> {
  try {
    await invoke("print");
  } catch (reason) {
    throw told(reason);
  }
}

/**
 * Says that something was copied out of the page: the shell clears it from the clipboard in time. Windows keeps a history
 * of what a page copies, and may send it to other computers: there the shell copies it, out of both.
 */
export function tellCopies(): () => void {
  const tellShell = (text: string | null) => void invoke("copied", { text }).catch(() => undefined);
  const tell = (event: ClipboardEvent) => {
    // Its engine says there what is selected in a field too.
    const text = navigator.userAgent.includes("Windows") ? String(getSelection()) : "";
    if (text) {
      event.preventDefault();
      if (event.type === "cut") document.execCommand("delete");
      tellShell(text);
    } else {
      // The copy is in the clipboard once its event is over.
      setTimeout(() => tellShell(null), 100);
    }
  };
  document.addEventListener("copy", tell);
  document.addEventListener("cut", tell);
  return () => {
    document.removeEventListener("copy", tell);
    document.removeEventListener("cut", tell);
  };
}

/** Asks where a file goes; `null` when the person gives up. */
export async function chooseWhereToSave(
  name: string,
  kind: "save_pdf" | "save_csv" | "save_xlsx" | "save_file" = "save_pdf",
): Promise<Handle | null> {
  return (await choose(kind, name))[0] ?? null;
}

/** Asks for files to add; none when the person gives up. */
export async function chooseFiles(): Promise<Handle[]> {
  return choose("open_files", "");
}

/** Asks for a folder; `null` when the person gives up. */
export async function chooseFolder(): Promise<Handle | null> {
  return (await choose("open_folder", ""))[0] ?? null;
}

/** The page waits for the answer: where a native dialog does not hold the window, a second one could be opened behind it. */
async function choose(kind: string, name: string): Promise<Handle[]> {
  const focused = document.activeElement;
  document.body.inert = true;
  try {
    return await invoke<Handle[]>("choose", { kind, name });
  } catch (reason) {
    throw told(reason);
  } finally {
    document.body.inert = false;
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/** Hears what the shell does by itself: it locked the vault, or it is about to close the window. */
export function hearTheShell(): void {
  listen<{ reason: LockReason; minutes: number | null }>("locked", ({ payload }) => {
    tell({ told: "locked", reason: payload.reason, minutes: payload.minutes });
  }).catch(() => {
    // Without the event the next call is refused with `locked`, which says the same.
  });
  listen<boolean>("dragging", (event) => tell({ told: "dragging", isOver: event.payload })).catch(() => {
    // Without the event files are added by the button.
  });
  listen<Handle[]>("dropped", (event) => tell({ told: "dropped", files: event.payload })).catch(() => {
    // Without the event files are added by the button.
  });
  listen<{ reason: LockReason; minutes: number | null }>("locking", ({ payload }) => {
    tell({ told: "locking", reason: payload.reason, minutes: payload.minutes });
  }).catch(() => {
    // Without the event the shell locks all the same, a moment later.
  });
  listen("copies", () => tell({ told: "changed", by: "copy_here" })).catch(() => {
    // Without the event the copy shows at the next reading.
  });
  listen("damaged", () => theOfficeIsAnother(null)).catch(() => {
    // Without the event the next call says what is wrong.
  });
  listen("closing", () => tell({ told: "closing" })).catch(() => {
    // Without the event the window closes all the same, a moment later.
  });
}

const slow = new Set<object>();

/** Tells a wait over one second, and when none is left; a long call shows its own progress. */
function watchTheWait(name: CallName): { isOver: () => void } {
  const wait = {};
  const timer = setTimeout(() => {
    slow.add(wait);
    tell({ told: "slow", call: name });
  }, A_WAIT_IS_TOLD_AFTER);
  if (kindOf(name) === "long") clearTimeout(timer);
  return {
    isOver: () => {
      clearTimeout(timer);
      if (slow.delete(wait) && slow.size === 0) tell({ told: "answered" });
    },
  };
}

function told(reason: unknown): Failure {
  const failure = asFailure(reason);
  if (failure.kind === "locked") tell({ told: "locked", reason: "idle", minutes: null });
  return failure;
}

/** Whatever was thrown, as a refusal that can be shown. */
export function asFailure(reason: unknown): Failure {
  if (typeof reason === "object" && reason !== null && "kind" in reason && "message" in reason) {
    return reason as Failure;
  }
  return { kind: "broken", message: words.unanswered, field: null, remedy: words.unansweredRemedy };
}
