// The household as a ledger. Of the person who asks, only presence, share and reason change here.

import type { Choices, Household, Member } from "../../ipc/types.ts";
import { type Ledgered, LedgerLines, LedgerTable } from "../../parts/LedgerTable.tsx";
import type { Ledger } from "../../parts/ledger.ts";
import { useNames } from "../../parts/names.ts";
import { type MemberForm, shareOf, withLink } from "./logic.ts";
import * as words from "./words.ts";

interface MemberTableProps {
  household: Household;
  choices: Choices | null;
  ledger: Ledger<MemberForm>;
}

export function MemberTable({ household, choices, ledger }: MemberTableProps) {
  const names = useNames();
  const { columns } = words;
  const asking = (told: (member: Member) => string) => (member: Member) =>
    member.applicant ? told(member) : null;
  const of: Ledgered<Member, MemberForm> = {
    id: ({ id }) => id,
    label: ({ name }) => name,
    opens: ({ applicant }) => (applicant ? "share" : "name"),
    staysBecause: asking(() => words.applicantStays),
    columns: [
      {
        field: "name",
        label: columns.name,
        kind: "text",
        shown: ({ name }) => names.of(name),
        fixed: asking(({ name }) => name),
      },
      {
        field: "link",
        label: columns.link,
        kind: "choice",
        options: choices?.links ?? [],
        change: ({ before, typed }, link) => withLink(before, typed, link),
        shown: ({ link_label }) => link_label,
        fixed: asking(({ link_label }) => link_label),
      },
      {
        field: "born_on",
        label: columns.born,
        kind: "date",
        width: "",
        shown: ({ born_on, age_text }) => (names.areHidden ? age_text : words.born(born_on, age_text)),
        fixed: asking(({ born_on, age_text }) => words.born(born_on, age_text)),
      },
      {
        field: "lives_here",
        label: columns.here,
        kind: "choice",
        options: words.yesNo,
        read: ({ lives_here }) => (lives_here ? "yes" : "no"),
        change: (_, key) => ({ lives_here: key === "yes" }),
        shown: ({ lives_here }) => (lives_here ? words.yes : words.no),
      },
      {
        field: "share",
        label: columns.share,
        kind: "choice",
        isOverFigures: true,
        options: choices?.shares ?? [],
        read: shareOf,
        shown: ({ share_text }) => share_text,
      },
      {
        field: "reason",
        label: columns.reason,
        kind: "text",
        look: "soft small",
        shown: ({ reason }) => reason,
      },
    ],
  };
  return (
    <LedgerTable of={of} label={words.table} ledger={ledger}>
      <LedgerLines of={of} rows={household.members} ledger={ledger} />
      <tr class="sum end">
        <th scope="row" colSpan={4}>
          {words.shares}
        </th>
        <td class="num">{household.shares_text}</td>
        <td />
      </tr>
    </LedgerTable>
  );
}
