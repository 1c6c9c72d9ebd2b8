// The end of the loan: five dated lines at the side, what is being done at left; where the interest given back comes from.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EndingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { Closing, NextProject } from "./Closing.tsx";
import { Dates } from "./Dates.tsx";
import { Interview } from "./Interview.tsx";
import { ProofLines, Refund } from "./Refund.tsx";
import type { OpenPart } from "./Screen.tsx";
import * as words from "./words.ts";

/** The line that is open: the one asked for, else what is to be done now. */
function openLine({ part, ending }: OpenPart): string {
  const { steps } = ending;
  if (steps.some(({ key }) => key === part)) return part;
  // What a rule gives back as the loan starts is decided before its end.
  const early = !ending.is_open && ending.may_refund && steps.find(({ key }) => key === "refund");
  return early ? early.key : (steps.find(({ state }) => state === "current")?.key ?? "closing");
}

export function EndStep(props: OpenPart) {
  const { ending, onEnding } = props;
  const shown = openLine(props);
  const parts = { view: ending, onChanged: onEnding };
  return (
    <>
      {(shown === "over" || !ending.is_open) && <p class="soft">{ending.sentence}</p>}
      {shown === "over" && <Attested {...props} />}
      {shown === "right" && ending.proof && <ProofLines proof={ending.proof} isOpen />}
      {shown === "interview" && <Interview key="interview" {...parts} />}
      {shown === "refund" && ending.proof && <Refund {...parts} proof={ending.proof} />}
      {shown === "closing" && !ending.is_closed && ending.outcomes.length > 0 && <Closing {...parts} />}
      {ending.is_closed && <NextProject dossier={ending.dossier} />}
    </>
  );
}

/** The loan is over: the bank's attestation settles the whole schedule in one entry. */
function Attested({ dossier, loan, onLoan }: OpenPart) {
  const form = useForm({
    name: "settle",
    dossier,
    recorded: { on: "", note: "" },
    send: async (typed) =>
      onLoan(await call("settle_loan", { dossier, how: "attestation", amount: "", ...typed })),
  });
  if (!loan.standing?.can_settle) return null;
  return (
    <Form form={form} class="stack" label={words.attestation} quick>
      <div class="asked">
        <DateField label={words.attestedOn} hint={words.orToday} {...form.tie("on", "date")} />
        <TextField label={words.said} {...form.tie("note")} />
      </div>
      <div class="ends">
        <span class="soft small">{words.attestationWhat}</span>
        <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
          {form.busy ? words.saving : words.attestation}
        </Button>
      </div>
    </Form>
  );
}

const looks: Record<EndingView["steps"][number]["state"], string> = {
  done: "done",
  current: "waited",
  refused: "late",
  coming: "",
};

export function EndAside(props: OpenPart) {
  const { ending, onPart } = props;
  const shown = openLine(props);
  return (
    <>
      <Sheet title={words.ending}>
        <Dates
          lines={ending.steps.map(({ key, label, state, note, detail }) => ({
            day: note || words.unknown,
            what: (
              <button
                type="button"
                class="link"
                aria-current={key === shown ? "true" : undefined}
                onClick={() => onPart(key)}
              >
                {label}
              </button>
            ),
            detail,
            look: looks[state],
          }))}
        />
      </Sheet>
      {ending.proof && ending.may_refund && ending.sources.length > 0 && (
        <Sheet title={words.sources(ending.proof.interest.text)}>
          <div class="body">
            <dl class="work">
              {ending.sources.map(({ label, amount }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{amount}</dd>
                </div>
              ))}
              <div class="sum">
                <dt>{words.toGiveBack}</dt>
                <dd>{ending.proof.amount.text}</dd>
              </div>
            </dl>
          </div>
        </Sheet>
      )}
    </>
  );
}
