// The dossiers whose time is over, decided one by one; nothing here is one key
// away from erasing.

import { useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { usePages } from "../../ipc/pages.ts";
import type { CertificateView, RetentionRow, RetentionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Table } from "../../parts/Table.tsx";
import { CertificateDialog } from "./Certificate.tsx";
import { ErasingDialog } from "./Erasing.tsx";
import { RetentionForm } from "./RetentionForm.tsx";
import * as all from "./words.ts";

const words = all.retention;

export type Deciding = "archive" | "extend" | "erase";

export function Retention() {
  const { value: view, failure, set } = useAnswer("retention_list", {});
  const [opened, open] = useState<{ dossier: number; as: Deciding } | null>(null);
  const [certificate, show] = useState<CertificateView | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const page = (offset: number) => call("retention_list", { offset });
  const { rows, more } = usePages(view, "", page, ({ rows }) => rows);
  if (!view) return <Refused failure={failure} />;
  const close = (next?: RetentionView) => {
    const from = opened;
    open(null);
    if (next) set(next);
    setTimeout(() => {
      const row = table.current?.querySelector<HTMLElement>(`[data-row="${from?.dossier}"] button`);
      const heading = table.current?.closest("section")?.querySelector<HTMLElement>("h2");
      (row ?? heading)?.focus();
    });
  };
  const erased = rows.find((row) => opened?.as === "erase" && row.dossier === opened.dossier);
  return (
    <div class="gap">
      <Sheet title={words.title} note={view.sentence}>
        <div ref={table}>
          {rows.length > 0 && (
            <Rows
              rows={rows}
              opened={opened}
              onOpen={(dossier, as) => open({ dossier, as })}
              onClose={close}
            />
          )}
        </div>
        {rows.length < view.found && (
          <p class="more-line">
            <Button onClick={() => void more.run()}>{words.more}</Button>
            <span class="soft">{words.moreOf(rows.length, view.found)}</span>
          </p>
        )}
        <div class="body">
          <Refused failure={more.failure} />
          <p class="rule-source">
            {view.rule} {view.source && words.source(view.source)} <a href="#/reglages">{words.rule}</a>
          </p>
          {view.archived > 0 && (
            <p>
              <a href="#/dossiers">{words.archived(view.archived)}</a>
            </p>
          )}
          <LastErasure last={view.last_erasure} onShow={show} />
        </div>
      </Sheet>
      {erased && (
        <ErasingDialog
          row={erased}
          because="retention_over"
          onDone={(done) => {
            close();
            show(done);
          }}
          onClose={() => close()}
        />
      )}
      {certificate && (
        <CertificateDialog
          certificate={certificate}
          onClose={() => {
            show(null);
            setTimeout(() => table.current?.closest("section")?.querySelector<HTMLElement>("h2")?.focus());
          }}
        />
      )}
    </div>
  );
}

interface RowsProps {
  rows: readonly RetentionRow[];
  opened: { dossier: number; as: Deciding } | null;
  onOpen: (dossier: number, as: Deciding) => void;
  onClose: (next?: RetentionView) => void;
}

function Rows({ rows, opened, onOpen, onClose }: RowsProps) {
  return (
    <Table
      label={words.title}
      class="people"
      heads={[
        words.columns.person,
        words.columns.ended,
        words.columns.lastContact,
        words.columns.since,
        { text: words.columns.actions, isHeard: true },
      ]}
    >
      {rows.map((row) => (
        <>
          <Row key={row.dossier} row={row} onOpen={(as) => onOpen(row.dossier, as)} />
          {opened?.dossier === row.dossier && opened.as !== "erase" && (
            <tr class="edit under" key={`${row.dossier} opened`}>
              <td colSpan={5}>
                <RetentionForm row={row} as={opened.as} onClose={onClose} />
              </td>
            </tr>
          )}
        </>
      ))}
    </Table>
  );
}

function Row({ row, onOpen }: { row: RetentionRow; onOpen: (as: Deciding) => void }) {
  const names = useNames();
  const act = (as: Deciding, label: string, name: string, look = "") => (
    <button type="button" class={`button small${look}`} aria-label={name} onClick={() => onOpen(as)}>
      {label}
    </button>
  );
  return (
    <tr data-row={row.dossier}>
      <th scope="row">
        <a class="who" href={`#/dossiers/${row.dossier}`}>
          {names.of(row.name)}
        </a>
        <span class="sub">{row.reference}</span>
      </th>
      <td>
        {row.ended}
        {row.decided && <span class="sub">{row.decided}</span>}
      </td>
      <td class="unbroken">
        <time dateTime={row.last_contact.iso}>{row.last_contact.text}</time>
      </td>
      <td class="unbroken">
        <State meaning="due">
          <time dateTime={row.since.iso}>{row.since.text}</time>
        </State>
      </td>
      <td>
        <div class="actions">
          {act("archive", words.archive, words.archiveOf(row.reference))}
          {act("extend", words.extend, words.extendOf(row.reference))}
          {act("erase", words.erase, words.eraseOf(row.reference), " danger")}
        </div>
      </td>
    </tr>
  );
}

function LastErasure(props: { last: CertificateView | null; onShow: (one: CertificateView) => void }) {
  const { value } = useAnswer("erasures", props.last ? {} : null);
  const { last, onShow } = props;
  if (!last) return null;
  const others = value?.certificates.slice(1) ?? [];
  return (
    <>
      <p>
        <State meaning="ok">{words.lastErasure(last.erased_on)}</State> {last.summary}.{" "}
        <Button look="quiet" small onClick={() => onShow(last)}>
          {words.certificate}
        </Button>
      </p>
      {others.length > 0 && (
        <details class="more">
          <Summary>{words.others(others.length)}</Summary>
          <ul>
            {others.map((one) => (
              <li key={one.number}>
                {one.erased_on} : {one.summary}.{" "}
                <Button look="quiet" small onClick={() => onShow(one)}>
                  {words.certificateOf(one.number)}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
