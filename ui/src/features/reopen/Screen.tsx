// A copy reopened before any office is open: a new computer, a damaged or missing file.

import { useEffect, useId, useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { call, chooseFolder } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { CopiesRead, CopyRow, Opened } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Alone } from "../../parts/Card.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { useTitle } from "../../parts/place.ts";
import { SecretOrCode } from "../../parts/SecretOrCode.tsx";
import { State } from "../../parts/State.tsx";
import * as words from "./words.ts";

interface ReopenProps {
  /** Whether there is an office here, open or not: its own copies are listed, and a copy may be only looked at. */
  isThere: boolean;
  onOpened: (opened: Opened) => void;
  onBack: () => void;
}

export function Reopen({ isThere, onOpened, onBack }: ReopenProps) {
  const [read, setRead] = useState<CopiesRead | null>(null);
  const [chosen, choose] = useState<CopyRow | null>(null);
  const reading = useLong("read_copies");
  useTitle(words.reopenCopy);
  const list = async (place: string) => {
    const found = await reading.run({ place });
    if (!found) return;
    setRead(found);
    choose(found.rows.find(({ usable }) => usable) ?? null);
  };
  const choosing = useAction(async () => {
    const folder = await chooseFolder();
    if (folder) await list(folder.handle);
  });
  useEffect(() => {
    if (isThere) void list("");
  }, []);
  return (
    <Alone wide>
      <h1 tabIndex={-1}>{words.reopenCopy}</h1>
      <p class="soft">{isThere ? words.introThere : words.introNew}</p>
      <div class="row gap">
        <Button
          sign="stick"
          look={read?.rows.length ? undefined : "main"}
          onClick={() => void choosing.run()}
        >
          {words.choose}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {words.back}
        </Button>
      </div>
      {reading.isSlow && <Progress text={words.copiesReadAgain} step={reading.step} onStop={reading.stop} />}
      <Refused failure={choosing.failure ?? reading.failure} />
      {read && read.rows.length === 0 && (
        <div class="gap" role="status">
          <Notice tone="due">{words.none(read.place)}</Notice>
        </div>
      )}
      {read && read.rows.length > 0 && <Rows read={read} chosen={chosen} onChoose={choose} />}
      {chosen && <Opening key={chosen.stamp} row={chosen} isThere={isThere} onOpened={onOpened} />}
    </Alone>
  );
}

interface RowsProps {
  read: CopiesRead;
  chosen: CopyRow | null;
  onChoose: (row: CopyRow) => void;
}

function Rows({ read, chosen, onChoose }: RowsProps) {
  const name = useId();
  return (
    <fieldset class="copies gap">
      <legend>{words.copiesOf(read.place)}</legend>
      <ul>
        {read.rows.map((row) => (
          <li key={row.stamp}>
            <label class="check">
              <input
                type="radio"
                name={name}
                disabled={!row.usable}
                checked={row.stamp === chosen?.stamp}
                onChange={() => onChoose(row)}
              />{" "}
              <span class="grow">
                {row.made}
                {row.reason && `, ${row.reason}`}
                <span class="hint block">{row.holds}</span>
              </span>
              <State meaning={row.usable ? "ok" : "late"}>{row.usable ? words.read : row.verdict}</State>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Opening({ row, isThere, onOpened }: { row: CopyRow } & Omit<ReopenProps, "onBack">) {
  const form = useForm({
    name: "reopened",
    isQuestion: true,
    recorded: { passphrase: "", code: "" },
    send: async (secret, how: "restore_copy" | "look_at_copy") =>
      onOpened(await call(how, { place: row.place, stamp: row.stamp, ...secret })),
  });
  return (
    <Form form={form} class="gap" send={() => form.run("restore_copy")}>
      <SecretOrCode
        value={form.typed}
        onInput={form.put}
        error={form.errorOf("passphrase") ?? form.errorOf("code")}
        hint={words.secretHint}
      />
      <div class="row gap">
        <Button submit look="main" disabled={form.busy}>
          {form.busy ? words.reopening : words.reopen}
        </Button>
        {isThere && (
          <Button sign="eye" disabled={form.busy} onClick={() => void form.run("look_at_copy")}>
            {words.lookOnly}
          </Button>
        )}
      </div>
      {isThere && <p class="hint">{words.keptHint}</p>}
    </Form>
  );
}
