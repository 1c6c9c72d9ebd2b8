// A file as the window shows it, inert: the pages that were drawn of it, or its text; its bar turns and enlarges it.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { asFailure, attachmentPage, call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { useStatementReading } from "../../ipc/statements.ts";
import type { Attachment, AttachmentShown, Failure } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Pages } from "../../parts/Pages.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface ScanProps {
  dossier: number;
  file: Attachment;
  title: string;
  /** Beside the title. */
  also?: ComponentChildren;
  /** The statements of the dossier, which are read together. */
  statements: readonly number[];
  onTurned: () => void;
  onCut: () => void;
}

const zooms = ["zoom-100", "zoom-150", "zoom-300"] as const;

export function Scan(props: ScanProps) {
  const { dossier, file } = props;
  const { areHidden } = useNames();
  const [shown, setShown] = useState<AttachmentShown | null>(null);
  const [zoom, setZoom] = useState(0);
  const [isTurned, tellTurned] = useState(false);
  const [isCutting, setCutting] = useState(false);
  const statements = useStatementReading(dossier);
  const reading = useLong("show_attachment");
  const { run } = reading;
  useEffect(() => {
    run({ dossier, attachment: file.id }).then((answer) => setShown(answer ?? null));
  }, [run, dossier, file.id]);
  const rotating = useAction(async () => {
    const degrees = (file.degrees + 90) % 360;
    await call("rotate_attachment", { dossier, attachment: file.id, degrees });
    tellTurned(true);
    props.onTurned();
  });
  const isDrawn = shown !== null && shown.pages.length > 0;
  return (
    <>
      <header class="scanbar">
        <h2 tabIndex={-1}>{props.title}</h2>
        <span class="soft small" role="status">
          {isTurned && (
            <>
              <Icon name="check" /> {words.turned}
            </>
          )}
        </span>
        {props.also}
        {file.is_statement && (
          <Button
            small
            disabled={statements.long.busy}
            onClick={() => void statements.read([], props.statements)}
          >
            {words.readStatements}
          </Button>
        )}
        {isDrawn && !areHidden && (
          <>
            <Button small sign="redo" onClick={() => void rotating.run()}>
              {words.rotate}
            </Button>
            {shown.pages.length > 1 && (
              <Button small onClick={() => setCutting(!isCutting)}>
                {words.cut}
              </Button>
            )}
            <Button small onClick={() => setZoom((zoom + 1) % zooms.length)}>
              {zoom + 1 < zooms.length ? words.bigger : words.smaller}
            </Button>
          </>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too */}
      <section class="view" aria-label={words.scan} tabIndex={0}>
        {reading.isSlow && <Progress text={words.reading} step={reading.step} onStop={reading.stop} />}
        <Refused failure={reading.failure ?? rotating.failure ?? statements.long.failure} />
        {areHidden ? (
          <p>{words.hidden}</p>
        ) : (
          shown && (
            <Inside
              dossier={dossier}
              file={file}
              shown={shown}
              look={`turned-${file.degrees} ${zooms[zoom]}`}
            />
          )
        )}
      </section>
      {isCutting && (
        <Cut dossier={dossier} file={file} onCut={props.onCut} onClose={() => setCutting(false)} />
      )}
    </>
  );
}

interface CutProps {
  dossier: number;
  file: Attachment;
  onCut: () => void;
  onClose: () => void;
}

/** One file that holds several papers becomes one file each. */
function Cut({ dossier, file, onCut, onClose }: CutProps) {
  const form = useForm({
    name: "split_attachment",
    recorded: { starts: "" },
    isQuestion: true,
    send: async ({ starts }) => {
      await call("split_attachment", { dossier, attachment: file.id, starts });
      onCut();
    },
  });
  return (
    <Form form={form} class="scanbar" entry="starts" onClose={onClose}>
      <TextField label={words.cutStarts} placeholder={words.cutForm} width="w-cell" {...form.tie("starts")} />
      <Button small submit disabled={form.busy}>
        {words.cut}
      </Button>
    </Form>
  );
}

interface InsideProps {
  dossier: number;
  file: Attachment;
  shown: AttachmentShown;
  /** How far it is turned and how big it is. */
  look: string;
}

function Inside({ dossier, file, shown, look }: InsideProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <>
      <Refused failure={failure} />
      {shown.remark && <Notice tone="due">{shown.remark}</Notice>}
      {shown.pages.length > 0 && (
        <div class={`turned ${look}`}>
          <PageByPage dossier={dossier} file={file} shown={shown} onFailure={setFailure} />
        </div>
      )}
      {typeof shown.text === "string" && <pre>{shown.text}</pre>}
      {!file.is_shown_inside && <p class="soft">{words.notShown}</p>}
    </>
  );
}

interface PageByPageProps extends Pick<InsideProps, "dossier" | "file" | "shown"> {
  onFailure: (failure: Failure | null) => void;
}

function PageByPage({ dossier, file, shown, onFailure }: PageByPageProps) {
  const [page, turn] = useState(1);
  const [image] = useState(
    () => (page: number, width: number) =>
      attachmentPage({ of: { dossier, attachment: file.id }, page, width }),
  );
  const all = shown.pages.length;
  return (
    <>
      {all > 1 && (
        <div class="row middle">
          <Button small disabled={page === 1} onClick={() => turn(page - 1)}>
            {words.before}
          </Button>
          <span role="status">{words.page(page, all)}</span>
          <Button small disabled={page === all} onClick={() => turn(page + 1)}>
            {words.after}
          </Button>
        </div>
      )}
      <Pages
        key={page}
        title={file.name}
        pages={shown.pages}
        only={page}
        turn={0}
        image={image}
        onFailure={(reason) => onFailure(asFailure(reason))}
      />
    </>
  );
}
