// The certificate of an erasure: no name in it.

import { useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { chooseWhereToSave } from "../../ipc/call.ts";
import type { CertificateView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import * as all from "./words.ts";

const words = all.certificate;

export function CertificateDialog(props: { certificate: CertificateView; onClose: () => void }) {
  const { certificate, onClose } = props;
  const [told, setTold] = useState<string | null>(null);
  const printing = useLong("save_paper");
  const asking = useAction(async () => {
    setTold(null);
    const file = await chooseWhereToSave(words.fileName(certificate.number));
    if (!file) return;
    const of = { paper: "erasure_certificate", erasure: certificate.number };
    const saved = await printing.run({ of, file: file.handle });
    setTold(saved?.sentence ?? null);
  });
  return (
    <Dialog title={words.title(certificate.number)} onClose={onClose}>
      {(close) => (
        <>
          <h2>{words.title(certificate.number)}</h2>
          <p>{words.intro}</p>
          {!certificate.is_own && <Notice tone="late">{words.notOwn}</Notice>}
          <dl class="pairs">
            {certificate.rows.map(({ label, value }) => (
              <>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </>
            ))}
            <dt>{words.fingerprint}</dt>
            <dd>{certificate.fingerprint}</dd>
          </dl>
          <h3>{words.remains}</h3>
          <ul>
            {certificate.remains.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="rule-source">{words.limit}</p>
          {printing.isSlow && <Progress text={words.saving} step={printing.step} onStop={printing.stop} />}
          <div role="status">{told && <Notice tone="ok">{told}</Notice>}</div>
          <Refused failure={printing.failure ?? asking.failure} />
          <div class="row end">
            <Button sign="paper" disabled={asking.busy} onClick={() => void asking.run()}>
              {words.save}
            </Button>
            <Button onClick={close}>{words.close}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
