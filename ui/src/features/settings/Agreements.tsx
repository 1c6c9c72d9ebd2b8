import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { AgreementView, LendersView, LenderView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useOpened } from "../../parts/opened.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { AgreementEdit } from "./AgreementEdit.tsx";
import type { How } from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { Clauses, History } from "./Versions.tsx";
import * as words from "./words.ts";

interface AgreementsProps {
  lender: LenderView;
  view: LendersView;
  onChanged: (view: LendersView) => void;
}

type Opened = { does: "edit"; from: string; how: How } | { does: "end"; from: string };

/** What was signed with a lender: the agreement that counts, and all of them in time. */
export function Agreements({ lender, view, onChanged }: AgreementsProps) {
  const [opened, open] = useOpened<Opened | null>(`agreement:${lender.key}`, null);
  const last = lender.agreements[0] ?? null;
  const shown = lender.agreements.find((one) => one.version.state === "in_force") ?? last;
  const edited = lender.agreements.find((one) => one.version.from.iso === opened?.from) ?? null;
  const close = () => open(null);
  const changed = (next: LendersView) => {
    onChanged(next);
    close();
  };
  return (
    <div class="stack">
      <Sheet
        title={opened ? titleOf(opened) : words.agreementWith(lender.fields.name)}
        note={opened ? lender.fields.name : shown?.version.period}
        actions={
          !opened && (
            <span class="row middle">
              {shown && shown.fields.ends_on === "" && (
                <Button small onClick={() => open({ does: "end", from: shown.version.from.iso })}>
                  {words.endAgreement}
                </Button>
              )}
              <Button
                small
                sign="plus"
                onClick={() => open({ does: "edit", from: last?.version.from.iso ?? "", how: "change" })}
              >
                {words.sign}
              </Button>
            </span>
          )
        }
      >
        {opened === null && lender.warns && shown && (
          <div class="body">
            <State meaning="due" tag>
              {lender.standing}
            </State>
          </div>
        )}
        {opened?.does === "edit" && (
          <AgreementEdit
            key={`${opened.from} ${opened.how}`}
            lender={lender.key}
            agreement={edited}
            how={opened.how}
            view={view}
            onChanged={changed}
            onClose={close}
          />
        )}
        {opened?.does === "end" && edited && (
          <End lender={lender.key} agreement={edited} onChanged={changed} onClose={close} />
        )}
        {opened === null && shown && (
          <Clauses clauses={shown.clauses} caption={words.agreementWith(lender.fields.name)} />
        )}
        {opened === null && !shown && (
          <div class="body">
            <p class="soft">{words.noAgreement}</p>
          </div>
        )}
      </Sheet>
      {lender.agreements.length > 0 && (
        <History
          title={words.herAgreements}
          versions={lender.agreements.map((one) => one.version)}
          onCorrect={(version) => open({ does: "edit", from: version.from.iso, how: "correct" })}
        />
      )}
    </div>
  );
}

function titleOf(opened: Opened): string {
  if (opened.does === "end") return words.endTitle;
  return opened.how === "correct" ? words.correctAgreement : words.sign;
}

interface EndProps {
  lender: string;
  agreement: AgreementView;
  onChanged: (view: LendersView) => void;
  onClose: () => void;
}

function End({ lender, agreement, onChanged, onClose }: EndProps) {
  const { iso } = agreement.version.from;
  const start = { ends_on: "", reason: "" };
  const form = useForm({
    name: `end:${lender}:${iso}`,
    recorded: start,
    send: async (typed) => {
      onChanged(await call("end_agreement", { lender, agreement: iso, ...typed }));
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={words.end} name={words.endTitle} onClose={onClose}>
      <DateField label={words.endsOn} {...form.tie("ends_on", "next_date")} />
      <TextField label={words.endReason} {...form.tie("reason")} />
    </OpenedForm>
  );
}
