// A paper as it will be printed, and the ways it goes out.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./Button.tsx";
import { useKeys } from "./keys.ts";
import { Notice, type Refusal, Refused } from "./Notice.tsx";
import { useNames } from "./names.ts";
import { Pages, type PageText } from "./Pages.tsx";
import { Progress } from "./Progress.tsx";
import { printKey } from "./room_words.ts";
import { Sheet } from "./Sheet.tsx";
import * as words from "./words.ts";

interface Paper {
  title: string;
  file_name: string;
  pages: readonly PageText[];
}

interface Step {
  done: number;
  of: number;
}

export interface PreviewProps {
  title: string;
  /** The paper being drawn. */
  drawn: {
    paper: Paper | null;
    turn: number;
    failure: Refusal | null;
    isSlow: boolean;
    step: Step | null;
    stop: () => void;
    image: (page: number, width: number) => Promise<Blob>;
  };
  /** What an image that could not be drawn is told by. */
  refusal: (reason: unknown) => Refusal;
}

export function PaperPreview({ title, drawn, refusal }: PreviewProps) {
  const [failure, setFailure] = useState<Refusal | null>(null);
  const { paper, turn } = drawn;
  const { areHidden } = useNames();
  if (areHidden) return <p class="preview inside">{words.hiddenPaper}</p>;
  return (
    <section class="preview" aria-label={words.preview(title)}>
      {drawn.isSlow && (
        <Progress text={words.drawing} hint={words.drawingHint} step={drawn.step} onStop={drawn.stop} />
      )}
      <Refused failure={drawn.failure ?? failure} />
      <Pages
        title={paper?.title ?? title}
        pages={paper?.pages ?? []}
        turn={turn}
        image={drawn.image}
        onFailure={(reason) => setFailure(refusal(reason))}
      />
    </section>
  );
}

interface Wait {
  isSlow: boolean;
  step: Step | null;
  stop: () => void;
}

export interface Out {
  print?: (pages: number) => void;
  printing: Wait;
  open: () => void;
  opening: Wait;
  save: (name: string) => void;
  saving: Wait;
  told: string | null;
  failure: Refusal | null;
}

/** Whether a paper with scans is made lighter, and how that is chosen. */
interface Light {
  isLight: boolean;
  put: (isLight: boolean) => void;
}

/** A paper being drawn, and its ways out. */
export interface SeenPaper {
  drawn: PreviewProps["drawn"] & { paper: { unprintable: readonly string[] } | null };
  out: Out;
  refusal: PreviewProps["refusal"];
}

interface SeenProps {
  title: string;
  paper: SeenPaper;
  /** For a paper with scans. */
  light?: Light | undefined;
  /** What else stands beside it. */
  children?: ComponentChildren;
}

/** A paper, and beside it what prints, opens and saves it. */
export function PaperSeen({ title, paper: { drawn, out, refusal }, light, children }: SeenProps) {
  return (
    <>
      <PaperPreview title={title} drawn={drawn} refusal={refusal} />
      <div class="stack">
        <PaperOutSheet paper={drawn.paper} out={out} light={light} />
        {children}
        <Unprintable characters={drawn.paper?.unprintable ?? []} />
      </div>
    </>
  );
}

interface OutProps {
  paper: Paper | null;
  out: Out;
  light?: Light | undefined;
}

/** The sheet beside a preview: what prints the paper, opens it, saves it. */
export function PaperOutSheet({ paper, out, light }: OutProps) {
  return (
    <Sheet title={words.out} note={paper ? words.pages(paper.pages.length) : undefined}>
      <div class="body">
        <OutButtons
          out={out}
          name={paper?.file_name ?? null}
          pages={paper?.pages.length}
          open={words.openPaper}
          save={words.savePaper}
        >
          {light && (
            <label class="check">
              <input
                type="checkbox"
                checked={light.isLight}
                onChange={(event) => light.put(event.currentTarget.checked)}
              />
              {words.lighten}
            </label>
          )}
        </OutButtons>
      </div>
    </Sheet>
  );
}

interface OutButtonsProps {
  out: Out;
  /** The name its file is offered; not known until it is drawn. */
  name: string | null;
  /** How many pages it has, once it is drawn. */
  pages?: number | undefined;
  open: string;
  save: string;
  /** What each way leaves behind. */
  children?: ComponentChildren;
}

export function OutButtons({ out, name, pages, open, save, children }: OutButtonsProps) {
  const print = out.print && pages ? () => out.print?.(pages) : null;
  useKeys({ "Ctrl+p": () => (out.print ? print?.() : out.open()) });
  return (
    <>
      <div class="row">
        {out.print && (
          <Button look="main" sign="print" shortcut={printKey} disabled={!print} onClick={() => print?.()}>
            {words.printPaper}
          </Button>
        )}
        <Button sign={out.print ? "eye" : "print"} onClick={out.open}>
          {open}
        </Button>
        <Button sign="paper" disabled={name === null} onClick={() => name !== null && out.save(name)}>
          {save}
        </Button>
      </div>
      {children}
      {out.printing.isSlow && (
        <Progress text={words.printingPaper} step={out.printing.step} onStop={out.printing.stop} />
      )}
      {out.opening.isSlow && (
        <Progress text={words.openingPaper} step={out.opening.step} onStop={out.opening.stop} />
      )}
      {out.saving.isSlow && (
        <Progress text={words.savingPaper} step={out.saving.step} onStop={out.saving.stop} />
      )}
      <div role="status">
        {out.told && (
          <div class="small-gap">
            <Notice tone="ok">{out.told}</Notice>
          </div>
        )}
      </div>
      <Refused failure={out.failure} />
    </>
  );
}

/** The characters a paper cannot write. */
export function Unprintable({ characters }: { characters: readonly string[] }) {
  if (characters.length === 0) return null;
  return (
    <Notice tone="due" title={words.unprintableTitle}>
      <span class="block unprintable">{characters.join(" ")}</span>
      <span class="block">{words.unprintableText}</span>
    </Notice>
  );
}

/** What is to be known of a paper before it leaves. */
export function Remarks({ remarks }: { remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <Notice tone="info" title={words.remarksTitle}>
      {remarks.map((remark) => (
        <span key={remark} class="block">
          {remark}
        </span>
      ))}
    </Notice>
  );
}
