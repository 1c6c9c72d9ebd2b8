import { call } from "../../ipc/call.ts";
import type { Choices, Member } from "../../ipc/types.ts";
import { EditedUnder } from "../../parts/EditedUnder.tsx";
import type { Edit } from "../../parts/inline.ts";
import type { Ledger } from "../../parts/ledger.ts";
import { List, type Option } from "../../parts/Select.tsx";
import { type MemberForm, shareOf, withLink } from "./logic.ts";
import * as words from "./words.ts";

interface EditedProps {
  member: Member;
  choices: Choices | null;
  ledger: Ledger<MemberForm>;
  edit: Edit<MemberForm>;
}

/** The line being edited. Of the person who asks, only presence, share and reason change here. */
export function EditedMember({ member, choices, ledger, edit }: EditedProps) {
  const { typed, refused, isInTheWay, isSending } = edit;
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
      placeholder={field === "born_on" ? words.dateForm : undefined}
      onBlur={() => field === "born_on" && readBack()}
      onInput={(event) => ledger.type({ [field]: event.currentTarget.value })}
    />
  );
  const readBack = async () => {
    const { born_on } = typed;
    if (born_on === edit.before.born_on || born_on.trim() === "") return;
    // A date refused is told when the line is sent.
    const read = await call("read_field", { kind: "date", text: born_on }).catch(() => null);
    if (read) ledger.rewrite(member.id, "born_on", born_on, read.text);
  };
  const list = (
    field: "link" | "share" | "lives_here",
    label: string,
    options: readonly Option[],
    value: string,
  ) => (
    <List
      {...tie(field, label)}
      options={options}
      value={value}
      onInput={(value) => {
        if (field === "link") ledger.type(withLink(edit.before, typed, value));
        else ledger.type({ [field]: field === "lives_here" ? value === "yes" : value });
      }}
    />
  );
  const { columns } = words;
  const isFixed = member.applicant;
  const keys = { onKeyDown: ledger.onEditKey, onFocusOut: ledger.onEditLeave };
  return (
    <>
      <tr class="edit" data-edited {...keys}>
        <th scope="row">{isFixed ? member.name : text("name", columns.name)}</th>
        <td>{isFixed ? member.link_label : list("link", columns.link, choices?.links ?? [], typed.link)}</td>
        <td>{isFixed ? words.born(member.born_on, member.age_text) : text("born_on", columns.born)}</td>
        <td>{list("lives_here", columns.here, yesNo, typed.lives_here ? "yes" : "no")}</td>
        <td class="num">{list("share", columns.share, choices?.shares ?? [], shareOf(typed))}</td>
        <td>{text("reason", columns.reason)}</td>
      </tr>
      <EditedUnder
        columns={6}
        refused={refused}
        isInTheWay={isInTheWay}
        errorId={errorId}
        keys={keys}
        onRestore={ledger.restore}
        onRemove={isFixed ? null : () => ledger.remove(member.id)}
        whyItStays={words.applicantStays}
      />
    </>
  );
}

const yesNo = [
  { key: "yes", label: words.yes },
  { key: "no", label: words.no },
];
