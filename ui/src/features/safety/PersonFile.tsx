// What a person may ask for: everything held about them, or that it be erased.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction, useAnswer, useLong } from "../../ipc/answers.ts";
import { chooseFolder } from "../../ipc/call.ts";
import type { CertificateView, DossierRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Progress } from "../../parts/Progress.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { CertificateDialog } from "./Certificate.tsx";
import { ErasingDialog } from "./Erasing.tsx";
import * as all from "./words.ts";

const words = all.personFile;

/** How many people are offered at once: one more letter says which. */
const OFFERED = 6;

/** Letters before anything is looked for. */
const FEWEST = 2;

type Person = Pick<DossierRow, "id" | "name" | "reference">;

export function PersonFile() {
  const [typed, setTyped] = useState("");
  const [person, choose] = useState<Person | null>(null);
  return (
    <div class="gap">
      <Sheet title={words.title}>
        <div class="body">
          <p>{words.intro}</p>
          <TextField
            name="person"
            label={words.search}
            hint={words.searchHint}
            value={typed}
            onInput={(text) => {
              setTyped(text);
              choose(null);
            }}
          />
          {person === null && typed.trim().length >= FEWEST && <Found typed={typed} onChoose={choose} />}
          {person && <Chosen key={person.id} person={person} onGone={() => choose(null)} />}
        </div>
      </Sheet>
    </div>
  );
}

function Found({ typed, onChoose }: { typed: string; onChoose: (person: Person) => void }) {
  const { value: active } = useAnswer("dossiers", { search: typed, offset: 0 });
  const { value: archived } = useAnswer("dossiers", { search: typed, archived: true, offset: 0 });
  const names = useNames();
  if (!active || !archived) return null;
  const rows = [...active.rows, ...archived.rows].slice(0, OFFERED);
  if (rows.length === 0) return <p role="status">{words.none}</p>;
  return (
    <ul class="inline" aria-label={words.found}>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            class="button small"
            aria-label={words.choose(names.of(row.name), row.reference)}
            onClick={() => onChoose(row)}
          >
            {names.of(row.name)} <span class="soft">{row.reference}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Chosen({ person, onGone }: { person: Person; onGone: () => void }) {
  const { value: held, failure } = useAnswer("person_held", { dossier: person.id }, () => false);
  const [isErasing, erase] = useState(false);
  const [certificate, show] = useState<CertificateView | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const names = useNames();
  const saving = useLong("export_person");
  const preparing = useAction(async () => {
    setTold(null);
    const folder = await chooseFolder();
    if (!folder) return;
    const saved = await saving.run({ dossier: person.id, folder: folder.handle });
    setTold(saved?.sentence ?? null);
  });
  useEffect(() => place.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={place}>
      <p role="status">
        <b>{names.of(person.name)}</b> <span class="soft">{person.reference}</span> {held?.sentence}
      </p>
      <div class="row">
        <Button look="main" disabled={preparing.busy} onClick={() => void preparing.run()}>
          {words.prepare}
        </Button>
        <Button look="danger" onClick={() => erase(true)}>
          {words.erase}
        </Button>
      </div>
      {saving.isSlow && <Progress text={words.preparing} step={saving.step} onStop={saving.stop} />}
      <div role="status">{told && <Notice tone="ok">{told}</Notice>}</div>
      <Refused failure={failure ?? saving.failure ?? preparing.failure} />
      {isErasing && (
        <ErasingDialog
          row={{ dossier: person.id, reference: person.reference }}
          because="asked_by_person"
          onDone={(done) => {
            erase(false);
            show(done);
          }}
          onClose={() => erase(false)}
        />
      )}
      {certificate && <CertificateDialog certificate={certificate} onClose={onGone} />}
    </div>
  );
}
