import type { Choices, Household, Member } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { FieldError } from "../../parts/Field.tsx";
import type { Edit } from "../../parts/inline.ts";
import { type Ledger, useOpenedCell } from "../../parts/ledger.ts";
import { Options } from "../../parts/Select.tsx";
import { Scroll } from "../../parts/Sheet.tsx";
import type { MemberForm } from "./logic.ts";
import { words } from "./words.ts";

interface MemberTableProps {
  household: Household;
  choices: Choices | null;
  ledger: Ledger<MemberForm>;
}

export function MemberTable({ household, choices, ledger }: MemberTableProps) {
  useOpenedCell(ledger.place, ledger.edit);
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
          {member.name}
        </button>
      </th>
      {/* biome-ignore-start lint/a11y/useKeyWithClickEvents: the button of the line has the keys; a click is a short cut */}
      <td onClick={open(member.applicant ? "share" : "link")}>{member.link_label}</td>
      <td onClick={open(member.applicant ? "share" : "born_on")}>
        {words.born(member.born_on, member.age_text)}
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

interface EditedProps {
  member: Member;
  choices: Choices | null;
  ledger: Ledger<MemberForm>;
  edit: Edit<MemberForm>;
}

function EditedMember({ member, choices, ledger, edit }: EditedProps) {
  const { typed, refused, isSending } = edit;
  const errorId = `member-${member.id}-error`;
  const tie = (field: keyof MemberForm, label: string) => ({
    name: field,
    "aria-label": words.cell(label, member.name),
    "aria-invalid": refused?.field === field ? (true as const) : undefined,
    "aria-describedby": refused?.field === field ? errorId : undefined,
  });
  const text = (field: "name" | "born_on" | "reason", label: string) => (
    <input
      {...tie(field, label)}
      value={typed[field]}
      readOnly={isSending}
      autoComplete="off"
      spellcheck={false}
      onInput={(event) => ledger.type({ [field]: event.currentTarget.value })}
    />
  );
  const keys = { onKeyDown: ledger.onEditKey, onFocusOut: ledger.onEditLeave };
  return (
    <>
      <tr class="edit" data-edited {...keys}>
        <th scope="row">{member.applicant ? member.name : text("name", words.columns.name)}</th>
        <td>
          {member.applicant ? (
            member.link_label
          ) : (
            <select
              {...tie("link", words.columns.link)}
              value={typed.link}
              onChange={(event) => ledger.type({ link: event.currentTarget.value })}
            >
              <Options options={choices?.links ?? []} selected={typed.link} />
            </select>
          )}
        </td>
        <td>
          {member.applicant
            ? words.born(member.born_on, member.age_text)
            : text("born_on", words.columns.born)}
        </td>
        <td>
          <select
            {...tie("lives_here", words.columns.here)}
            value={typed.lives_here ? "yes" : "no"}
            onChange={(event) => ledger.type({ lives_here: event.currentTarget.value === "yes" })}
          >
            <Options options={yesNo} selected={typed.lives_here ? "yes" : "no"} />
          </select>
        </td>
        <td class="num">
          <select
            {...tie("share", words.columns.share)}
            value={typed.share}
            onChange={(event) => ledger.type({ share: event.currentTarget.value })}
          >
            <Options options={choices?.shares ?? []} selected={typed.share} />
          </select>
        </td>
        <td>{text("reason", words.columns.reason)}</td>
      </tr>
      <tr class="edit under" data-edited {...keys}>
        <td colSpan={6}>
          <div class="row mid">
            {refused && (
              <span class="field bad">
                <FieldError id={errorId} text={[refused.message, refused.remedy].filter(Boolean).join(" ")} />
              </span>
            )}
            <span class="grow" />
            <Button small keepsFocus look="quiet" shortcut={words.restoreKey} onClick={ledger.restore}>
              {words.restore}
            </Button>
            {member.applicant ? (
              <span class="hint">{words.applicantStays}</span>
            ) : (
              <Button small keepsFocus sign="remove" onClick={() => ledger.remove(member.id)}>
                {words.remove}
              </Button>
            )}
          </div>
        </td>
      </tr>
    </>
  );
}

const yesNo = [
  { key: "yes", label: words.yes },
  { key: "no", label: words.no },
];
