// The right pane: the scan of the line one is on, and under it, never apart, what is said of it.

import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Attachment, ChecklistLine, DocumentsChecklist } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { isText } from "../../parts/keys.ts";
import { useNames } from "../../parts/names.ts";
import { FileActs } from "./FileActs.tsx";
import { Judge } from "./Judge.tsx";
import { calledOf, type Item, lineLabel } from "./logic.ts";
import { Place, type Placed } from "./Place.tsx";
import { Questions } from "./Questions.tsx";
import { Scan } from "./Scan.tsx";
import * as words from "./words.ts";

interface DeskProps {
  view: DocumentsChecklist;
  item: Item;
  onChanged: (view: DocumentsChecklist) => void;
  onReload: () => void;
  /** The file became several. */
  onCut: () => void;
  /** Where files are let go, while none came. */
  door: ComponentChildren;
  onNext: () => void;
  onPlace: (placed: Placed) => void;
}

export function Desk(props: DeskProps) {
  const { view, item } = props;
  const { areHidden } = useNames();
  const { dossier } = view;
  if (item.line) return <OfLine {...props} line={item.line} />;
  if (!item.file) return null;
  return (
    <Judged>
      <Scan
        dossier={dossier}
        file={item.file}
        title={calledOf(item.file, areHidden)}
        statements={statementsOf(view)}
        onTurned={props.onReload}
        onCut={props.onCut}
      />
      <Place view={view} file={item.file} onPlace={props.onPlace}>
        <FileActs dossier={dossier} file={item.file} view={view.files} onChanged={props.onReload} />
      </Place>
    </Judged>
  );
}

const statementsOf = ({ files }: DocumentsChecklist) =>
  files.attachments.filter(({ is_statement }) => is_statement).map(({ id }) => id);

/** The keys 1 to 4 say what a paper is, wherever the focus is in the pane but in a field where words are typed. */
function Judged({ children }: { children: ComponentChildren }) {
  const pane = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are pressed by figures too
    <div
      class="column"
      ref={pane}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || isText(event.target)) return;
        if (!/^[1-4]$/.test(event.key)) return;
        event.preventDefault();
        pane.current
          ?.querySelectorAll<HTMLInputElement>("input[name='state']")
          [Number(event.key) - 1]?.click();
      }}
    >
      {children}
    </div>
  );
}

function OfLine({ line, ...props }: DeskProps & { line: ChecklistLine }) {
  const { view, onChanged, onReload, onNext } = props;
  const names = useNames();
  const [at, show] = useState(line.files.length - 1);
  const { dossier } = view;
  const shown = line.files[Math.min(at, line.files.length - 1)];
  const file = view.files.attachments.find(({ id }) => id === shown?.id);
  const title = lineLabel(line, names.of);
  const several = line.files.length > 1 && (
    <Button small onClick={() => show((at + 1) % line.files.length)}>
      {words.fileOf(at + 1, line.files.length)}
    </Button>
  );
  return (
    <Judged>
      {file ? (
        <Scan
          key={file.id}
          dossier={dossier}
          file={file}
          title={title}
          also={several}
          statements={statementsOf(view)}
          onTurned={onReload}
          onCut={props.onCut}
        />
      ) : (
        <NoScan title={title} line={line} door={props.door} />
      )}
      <div class="judge" data-bar>
        {line.questions.length > 0 && (
          <Questions dossier={dossier} questions={line.questions} onAnswered={onReload} />
        )}
        <Judge view={view} line={line} onChanged={onChanged} onNext={onNext}>
          {file && <Acts dossier={dossier} file={file} view={view} onReload={onReload} />}
        </Judge>
      </div>
    </Judged>
  );
}

interface ActsProps {
  dossier: number;
  file: Attachment;
  view: DocumentsChecklist;
  onReload: () => void;
}

function Acts({ dossier, file, view, onReload }: ActsProps) {
  return <FileActs key={file.id} dossier={dossier} file={file} view={view.files} onChanged={onReload} />;
}

/** Nothing came yet: how it has to be, where the person finds it. */
function NoScan({ title, line, door }: { title: string; line: ChecklistLine; door: ComponentChildren }) {
  return (
    <>
      <header class="scanbar">
        <h2 tabIndex={-1}>{title}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too */}
      <section class="view" aria-label={words.scan} tabIndex={0}>
        {door || <p class="soft">{words.noScan}</p>}
        {line.detail && <p>{line.detail}</p>}
        {line.where_to_get && (
          <p>
            <b>{words.where}</b> {line.where_to_get}.
          </p>
        )}
        {line.help && <p class="soft">{line.help}</p>}
      </section>
    </>
  );
}
