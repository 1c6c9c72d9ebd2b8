// The certificate of an erasure: no name in it.

import { useEffect, useRef } from "preact/hooks";
import type { CertificateView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { words as all } from "./words.ts";

const words = all.certificate;

export function CertificateDialog(props: { certificate: CertificateView; onClose: () => void }) {
  const { certificate, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="explained"
      aria-label={words.title(certificate.number)}
      onClose={onClose}
      onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
    >
      <h2>{words.title(certificate.number)}</h2>
      <p>{words.intro}</p>
      {!certificate.is_own && <Notice tone="late">{words.notOwn}</Notice>}
      <dl class="kv">
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
      <p class="rule-src">{words.limit}</p>
      <div class="row end">
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
      </div>
    </dialog>
  );
}
