// A file as the window shows it, inert: a picture, the pages Rust drew, or its text.

import { useEffect, useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { asFailure, attachmentImage, attachmentPage, call } from "../../ipc/call.ts";
import type { Attachment, AttachmentShown, Attachments, Failure } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Pages } from "../../parts/Pages.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { usePicture } from "../../parts/usePicture.ts";
import { imageType } from "./logic.ts";
import * as words from "./words.ts";

interface PreviewProps {
  dossier: number;
  file: Attachment;
  onChanged: (view: Attachments) => void;
}

export function Preview({ dossier, file, onChanged }: PreviewProps) {
  const [shown, setShown] = useState<AttachmentShown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reading = useLong("show_attachment");
  const { run } = reading;
  useEffect(() => {
    run({ dossier, attachment: file.id }).then((answer) => setShown(answer ?? null));
  }, [run, dossier, file.id]);
  const type = imageType(file.kind);
  const rotating = useAction(async () => {
    const degrees = (file.degrees + 90) % 360;
    onChanged(await call("rotate_attachment", { dossier, attachment: file.id, degrees }));
  });
  const view = useView(file.degrees, () => void rotating.run());
  const canTurn = Boolean(shown && (type || shown.pages.length > 0));
  return (
    <section class="preview inside" aria-label={words.preview(file.name)}>
      {reading.isSlow && <Progress text={words.reading} step={reading.step} onStop={reading.stop} />}
      <Refused failure={reading.failure ?? rotating.failure ?? failure} />
      {shown?.remark && <Notice tone="due">{shown.remark}</Notice>}
      {canTurn && <Turning view={view} />}
      <div class={`turned ${view.turn} ${view.zoom}`} tabIndex={view.isMoved ? 0 : undefined}>
        {shown && type && <Picture dossier={dossier} file={file} type={type} onFailure={setFailure} />}
        {shown && shown.pages.length > 0 && (
          <PageByPage dossier={dossier} file={file} shown={shown} onFailure={setFailure} />
        )}
      </div>
      {typeof shown?.text === "string" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, by keyboard too
        <pre class="plain" tabIndex={0}>
          {shown.text}
        </pre>
      )}
      {!file.is_shown_inside && <p class="soft">{words.notShown}</p>}
    </section>
  );
}

const zooms = ["zoom-100", "zoom-150", "zoom-200", "zoom-300"] as const;

interface View {
  turn: string;
  zoom: string;
  isMoved: boolean;
  rotate: () => void;
  zoomBy: (steps: number) => void;
  canZoom: (steps: number) => boolean;
}

/** How the file is looked at: its rotation is kept and followed by what is printed, its size is of this screen. */
function useView(degrees: number, rotate: () => void): View {
  const [zoom, setZoom] = useState(0);
  const canZoom = (steps: number) => zooms[zoom + steps] !== undefined;
  return {
    turn: `turned-${degrees}`,
    zoom: zooms[zoom] ?? "zoom-100",
    isMoved: degrees > 0 || zoom > 0,
    rotate,
    zoomBy: (steps) => canZoom(steps) && setZoom(zoom + steps),
    canZoom,
  };
}

function Turning({ view }: { view: View }) {
  return (
    <div class="row middle">
      <Button small sign="redo" onClick={view.rotate}>
        {words.rotate}
      </Button>
      <Button small sign="plus" disabled={!view.canZoom(1)} onClick={() => view.zoomBy(1)}>
        {words.bigger}
      </Button>
      <Button small sign="remove" disabled={!view.canZoom(-1)} onClick={() => view.zoomBy(-1)}>
        {words.smaller}
      </Button>
    </div>
  );
}

interface PartProps {
  dossier: number;
  file: Attachment;
  onFailure: (failure: Failure | null) => void;
}

function Picture({ dossier, file, type, onFailure }: PartProps & { type: string }) {
  const [isBroken, setBroken] = useState(false);
  const source = usePicture(
    () => attachmentImage({ dossier, attachment: file.id }, type),
    (reason) => onFailure(asFailure(reason)),
    [dossier, file.id, type],
  );
  if (isBroken) return <Notice tone="due">{words.imageBroken}</Notice>;
  return source && <img class="picture" src={source} alt={file.name} onError={() => setBroken(true)} />;
}

function PageByPage({ dossier, file, shown, onFailure }: PartProps & { shown: AttachmentShown }) {
  const [page, turn] = useState(1);
  const [image] = useState(
    () => (page: number, width: number) =>
      attachmentPage({ of: { dossier, attachment: file.id }, page, width }),
  );
  const all = shown.pages.length;
  return (
    <>
      <Pages
        key={page}
        title={file.name}
        pages={shown.pages}
        only={page}
        turn={0}
        image={image}
        onFailure={(reason) => onFailure(asFailure(reason))}
      />
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
    </>
  );
}
