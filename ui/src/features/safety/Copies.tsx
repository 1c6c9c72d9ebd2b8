// The copies, one line each: what it holds, what it is worth, and what would be lost by going back to it.

import { useRef, useState } from "preact/hooks";
import { useAction, useAnswer, useLong } from "../../ipc/answers.ts";
import { call, chooseFolder } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { theOfficeIsAnother } from "../../ipc/news.ts";
import type { CopiesRead, CopiesView, CopyRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { SecretOrCode } from "../../parts/SecretOrCode.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { Aside } from "./Aside.tsx";
import { Doubts } from "./Doubts.tsx";
import * as all from "./words.ts";

const words = all.copies;

interface CopiesProps {
  view: CopiesView;
  onChanged: (view: CopiesView) => void;
}

export function Copies({ view, onChanged }: CopiesProps) {
  const [chosen, setChosen] = useState<CopiesRead | null>(null);
  const reading = useLong("read_copies");
  const choosing = useAction(async () => {
    const folder = await chooseFolder();
    if (folder) setChosen((await reading.run({ place: folder.handle })) ?? null);
  });
  return (
    <>
      <Doubts doubts={view.doubts} onAnswered={onChanged} />
      {view.failures.map((sentence) => (
        <div class="gap-under" key={sentence}>
          <Notice tone="late">{sentence}</Notice>
        </div>
      ))}
      {view.restored !== null && <Restored sentence={view.restored} />}
      <Sheet
        title={words.title}
        note={words.note}
        actions={
          <Button small sign="folder" disabled={choosing.busy} onClick={() => void choosing.run()}>
            {words.fromElsewhere}
          </Button>
        }
      >
        {reading.isSlow && <Progress text={words.reading} step={reading.step} onStop={reading.stop} />}
        <Refused failure={choosing.failure ?? reading.failure} />
        {view.rows.length === 0 && <p class="body">{words.none}</p>}
        {view.rows.length > 0 && <CopyTable rows={view.rows} label={words.table} />}
      </Sheet>
      <Aside rows={view.aside} onDestroyed={onChanged} />
      {chosen && (
        <Sheet
          title={words.inPlace(chosen.place)}
          note={words.readAll}
          actions={
            <Button small onClick={() => setChosen(null)}>
              {words.close}
            </Button>
          }
        >
          {chosen.rows.length === 0 && <p class="body">{words.noneThere}</p>}
          {chosen.rows.length > 0 && <CopyTable rows={chosen.rows} label={words.inPlace(chosen.place)} />}
        </Sheet>
      )}
    </>
  );
}

/** That a copy took the place of the office, and the press that takes it back. */
function Restored({ sentence }: { sentence: string }) {
  const undoing = useAction(async () => {
    await call("undo_restore", {});
    theOfficeIsAnother(null);
  });
  return (
    <div class="gap-under">
      <Notice
        tone="info"
        actions={
          <Button small disabled={undoing.busy} onClick={() => void undoing.run()}>
            {words.undoRestore}
          </Button>
        }
      >
        {sentence}
      </Notice>
      <Refused failure={undoing.failure} />
    </div>
  );
}

function CopyTable({ rows, label }: { rows: readonly CopyRow[]; label: string }) {
  const [opened, open] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const close = (key: string) => {
    open(null);
    setTimeout(() => table.current?.querySelector<HTMLElement>(`[data-copy="${key}"] button`)?.focus());
  };
  return (
    <Table
      label={label}
      class="dense middle-cells"
      place={table}
      heads={[
        words.made,
        words.why,
        words.where,
        ...overFigures([words.dossiers, words.pieces]),
        words.verdict,
        { text: words.actions, isHeard: true },
      ]}
    >
      {rows.map((row) => {
        const key = `${row.place} ${row.stamp}`;
        return (
          <Line
            key={key}
            name={key}
            row={row}
            isOpen={opened === key}
            onOpen={() => open(key)}
            onClose={() => close(key)}
          />
        );
      })}
    </Table>
  );
}

interface LineProps {
  name: string;
  row: CopyRow;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

function Line({ name, row, isOpen, onOpen, onClose }: LineProps) {
  return (
    <>
      <tr class={isOpen ? "opened" : undefined}>
        <th scope="row" class="unbroken">
          {row.made}
        </th>
        <td>{row.reason}</td>
        <td>{row.site}</td>
        <td class="num">{row.dossiers}</td>
        <td class="num">{row.pieces}</td>
        <td>
          <State meaning={row.usable ? (row.own ? "ok" : "due") : "late"}>{row.verdict}</State>
        </td>
        <td class="actions-column" data-copy={name}>
          <button
            type="button"
            class={isOpen ? "button quiet small" : "button small"}
            aria-expanded={isOpen}
            aria-label={isOpen ? words.closeOf(row.made) : words.openOf(row.made)}
            onClick={isOpen ? onClose : onOpen}
          >
            {isOpen ? words.close : words.open}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr class="opened inside">
          <td colSpan={7}>{row.usable ? <Inside row={row} /> : <p>{words.unusable}</p>}</td>
        </tr>
      )}
    </>
  );
}

/** What would be lost, then two ways: to look, which changes nothing, or to put the copy back. */
function Inside({ row }: { row: CopyRow }) {
  const { value, failure } = useAnswer("compare_copy", { place: row.place, stamp: row.stamp });
  const [restores, restore] = useState(false);
  const form = useForm({
    name: "restored",
    isQuestion: true,
    recorded: { passphrase: "", code: "" },
    send: async (secret, how: "restore_copy" | "look_at_copy") =>
      theOfficeIsAnother(await call(how, { place: row.place, stamp: row.stamp, ...secret })),
  });
  const turn = (next: boolean) => {
    restore(next);
    setTimeout(() =>
      form.place.current
        ?.querySelector<HTMLElement>(next ? "input, .secret button" : "[data-restores] button")
        ?.focus(),
    );
  };
  // Nobody was given the passphrase of a demonstration.
  const opensAlone = useAnswer("status", {}, () => false).value?.opens_alone === true;
  const asks = !row.own || (restores && !opensAlone);
  return (
    <Form
      form={form}
      class=""
      also={failure}
      send={() => form.run(restores ? "restore_copy" : "look_at_copy")}
    >
      <div class="restore">
        <div>
          <p role="status">{value?.sentence}</p>
          <p class="hint">{words.hint}</p>
        </div>
        {!restores && (
          <div class="row middle">
            <Button submit look="main" sign="eye" disabled={form.busy}>
              {words.look}
            </Button>
            <span data-restores>
              <Button onClick={() => turn(true)}>{words.restore}</Button>
            </span>
          </div>
        )}
      </div>
      {(asks || restores) && (
        <div class="secret">
          {asks && (
            <SecretOrCode
              value={form.typed}
              onInput={form.put}
              error={form.errorOf("passphrase") ?? form.errorOf("code")}
              hint={restores ? words.secretHint : words.secretToLook}
            />
          )}
          {restores && (
            <div class="row middle">
              <Button submit look="danger" disabled={form.busy}>
                {form.busy ? words.restoring : words.replace}
              </Button>
              <Button onClick={() => turn(false)}>{words.leave}</Button>
            </div>
          )}
        </div>
      )}
    </Form>
  );
}
