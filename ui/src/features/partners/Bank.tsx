// One bank: whom to reach, what was signed, and its agreement read in three columns.

import { Fragment } from "preact";
import type { ClauseSeen, LenderView, PartnersView } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

export function Contacts({ bank, link }: { bank: LenderView; link: string }) {
  const { contact, contact_role, phone, email, address, others } = bank.fields;
  const people = [{ name: contact, role: contact_role, phone, email }, ...others].filter(
    (one) => one.name !== "" || one.phone !== "" || one.email !== "",
  );
  return (
    <Sheet
      title={words.contacts}
      actions={
        <a class="button small" href={link}>
          {words.modify}
        </a>
      }
    >
      <div class="body">
        {people.length === 0 && <p class="soft">{words.noContact}</p>}
        {people.map((one, place) => (
          <div key={`${place} ${one.name}`}>
            <b class="block">{one.name || words.main}</b>
            {[one.role, one.phone, one.email].filter(Boolean).map((line) => (
              <span class="block" key={line}>
                {line}
              </span>
            ))}
          </div>
        ))}
        {address && <p class="soft">{address}</p>}
        <a class="button small" href="#/releve">
          {words.bankStatement}
        </a>
      </div>
    </Sheet>
  );
}

export function Conventions({ view }: { view: PartnersView }) {
  return (
    <Sheet title={words.conventions}>
      {view.conventions.length === 0 ? (
        <p class="body soft">{words.noConvention}</p>
      ) : (
        <ul class="versions">
          {view.conventions.map((one) => (
            <li key={one.period}>
              <b>{one.period}</b>
              <span class="sub">{one.sentence}</span>
              <span class="sub">{one.source}</span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

export function Agreement({ view, bank }: { view: PartnersView; bank: LenderView }) {
  const title = words.agreementWith(bank.fields.name);
  return (
    <Sheet title={title} note={view.agreement || undefined}>
      {view.warns && (
        <div class="body">
          <State meaning="due" tag>
            {view.standing}
          </State>
        </div>
      )}
      {view.clauses.length > 0 && (
        <Table
          label={title}
          class="dense clauses seen"
          heads={[words.clause, words.says, words.seen(view.period)]}
        >
          {view.clauses.map((part) => (
            <Fragment key={part.heading}>
              <tr class="heading-row">
                <th colSpan={3} scope="rowgroup">
                  {part.heading}
                </th>
              </tr>
              {part.clauses.map((one, place) => (
                <tr key={`${place} ${one.label}`}>
                  <th scope="row">{one.label}</th>
                  <td>{one.says || <span class="soft">{words.notSaid}</span>}</td>
                  <td>
                    <SeenOf clause={one} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </Table>
      )}
    </Sheet>
  );
}

const meanings: Record<ClauseSeen["meaning"], Meaning | null> = {
  plain: null,
  kept: "ok",
  due: "due",
  late: "late",
};

function SeenOf({ clause }: { clause: ClauseSeen }) {
  const meaning = meanings[clause.meaning];
  if (clause.seen === "") return null;
  return meaning === null ? <span>{clause.seen}</span> : <State meaning={meaning}>{clause.seen}</State>;
}
