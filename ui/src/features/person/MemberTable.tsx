import type { Choices, Household, Member } from "../../ipc/types.ts";
import type { Ledger } from "../../parts/ledger.ts";
import { useNames } from "../../parts/names.ts";
import { Scroll } from "../../parts/Sheet.tsx";
import { EditedMember } from "./EditedMember.tsx";
import type { MemberForm } from "./logic.ts";
import * as words from "./words.ts";

interface MemberTableProps {
  household: Household;
  choices: Choices | null;
  ledger: Ledger<MemberForm>;
}

export function MemberTable({ household, choices, ledger }: MemberTableProps) {
  return (
    <Scroll label={words.table}>
      <table class="dense ledger" ref={ledger.place}>
        <caption class="vh">
          {words.table}. {words.editHintVoice}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.link}</th>
            <th scope="col">{words.columns.born}</th>
            <th scope="col">{words.columns.here}</th>
            <th scope="col" class="num">
              {words.columns.share}
            </th>
            <th scope="col">{words.columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {household.members.map((member) =>
            ledger.edit?.line === member.id ? (
              <EditedMember
                key={member.id}
                member={member}
                choices={choices}
                ledger={ledger}
                edit={ledger.edit}
              />
            ) : (
              <MemberLine key={member.id} member={member} ledger={ledger} />
            ),
          )}
          <tr class="sum end">
            <th scope="row" colSpan={4}>
              {words.shares}
            </th>
            <td class="num">{household.shares_text}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <p class="foot-note rule-src">{words.editHint}</p>
    </Scroll>
  );
}

function MemberLine({ member, ledger }: { member: Member; ledger: Ledger<MemberForm> }) {
  const names = useNames();
  const open = (cell: string) => () => ledger.open(member.id, cell);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="line"
          data-line={member.id}
          tabIndex={ledger.current === member.id ? 0 : -1}
          onClick={open(member.applicant ? "share" : "name")}
          onKeyDown={(event) => ledger.onLineKey(event, member.id)}
        >
          {names.of(member.name)}
        </button>
      </th>
      {/* biome-ignore-start lint/a11y/useKeyWithClickEvents: the button of the line has the keys; a click is a short cut */}
      <td onClick={open(member.applicant ? "share" : "link")}>{member.link_label}</td>
      <td onClick={open(member.applicant ? "share" : "born_on")}>
        {names.areHidden ? member.age_text : words.born(member.born_on, member.age_text)}
      </td>
      <td onClick={open("lives_here")}>{member.lives_here ? words.yes : words.no}</td>
      <td class="num" onClick={open("share")}>
        {member.share_text}
      </td>
      <td class="soft small" onClick={open("reason")}>
        {member.reason}
      </td>
      {/* biome-ignore-end lint/a11y/useKeyWithClickEvents: end */}
    </tr>
  );
}
