// A paper as it will be printed, and the ways it goes out.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./Button.tsx";
import { Notice, type Refusal, Refused } from "./Notice.tsx";
import { useNames } from "./names.ts";
import { Pages, type PageText } from "./Pages.tsx";
import { Progress } from "./Progress.tsx";
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

interface OutProps {
  paper: Paper | null;
  out: Out;
  /** The key that opens it, where there is one. */
  shortcut?: string;
  /** For a paper with scans. */
  light?: Light | undefined;
}

/** The sheet beside a preview: what opens the paper, what saves it. */
export function PaperOutSheet({ paper, out, shortcut, light }: OutProps) {
  return (
    <Sheet title={words.out} note={paper ? words.pages(paper.pages.length) : undefined}>
      <div class="body">
        <OutButtons
          out={out}
          name={paper?.file_name ?? null}
          open={words.openPaper}
          save={words.savePaper}
          look="main"
          shortcut={shortcut}
        >
          <p class="rule-source">{words.openHint}</p>
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
  open: string;
  save: string;
  look?: "main";
  shortcut?: string | undefined;
  /** What each way leaves behind. */
  children?: ComponentChildren;
}

export function OutButtons({ out, name, open, save, look, shortcut, children }: OutButtonsProps) {
  return (
    <>
      <div class="row">
        <Button sign="print" look={look} shortcut={shortcut} onClick={out.open}>
          {open}
        </Button>
        <Button sign="paper" disabled={name === null} onClick={() => name !== null && out.save(name)}>
          {save}
        </Button>
      </div>
      {children}
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
