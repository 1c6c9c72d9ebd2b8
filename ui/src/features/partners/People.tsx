// The people a referrer sent, what each one agreed that it be told, and the letter.

import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { ReferrerPeople } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { List } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

export function People({ referrer }: { referrer: number }) {
  const { value, failure, set } = useAnswer("referrer_people", { referrer });
  if (!value) return <Refused failure={failure} />;
  return (
    <Sheet title={words.sentBy(value.name)} note={words.peopleNote}>
      {value.people.length === 0 ? (
        <p class="body soft">{words.nobodySent}</p>
      ) : (
        <Listed view={value} onChanged={set} />
      )}
    </Sheet>
  );
}

interface ListedProps {
  view: ReferrerPeople;
  onChanged: (view: ReferrerPeople) => void;
}

function Listed({ view, onChanged }: ListedProps) {
  const names = useNames();
  const agree = useAction(async (dossier: number, agreement: string) => {
    onChanged(await call("note_feedback_agreement", { dossier, agreement, on: "" }));
  });
  return (
    <>
      <Table label={words.people} class="" heads={[words.person, words.became, words.agreed, words.feedback]}>
        {view.people.map((one) => (
          <tr key={one.dossier}>
            <th scope="row">
              <a href={`#/dossiers/${one.dossier}`}>{names.of(one.name)}</a>{" "}
              <span class="soft small nowrap">{one.reference}</span>
              <span class="sub block soft small">{one.received}</span>
            </th>
            <td>{one.became}</td>
            <td>
              <List
                aria-label={words.agreedOf(names.of(one.name))}
                name={`agreement-${one.dossier}`}
                options={view.agreements}
                blank={one.agreement === "" ? words.notAsked : undefined}
                value={one.agreement}
                disabled={agree.busy}
                onInput={(chosen) => chosen !== "" && agree.run(one.dossier, chosen)}
              />
            </td>
            <td>
              {one.due ? (
                <State meaning="due">{one.feedback}</State>
              ) : (
                <span class="soft">{one.feedback}</span>
              )}{" "}
              {one.may_write && (
                <a
                  class="button small"
                  href={`#/dossiers/${one.dossier}/documents`}
                  aria-label={words.writeOf(names.of(one.name))}
                >
                  {words.writeLetter}
                </a>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <Refused failure={agree.failure} />
    </>
  );
}
