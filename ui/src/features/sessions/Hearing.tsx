// What the session says of one dossier: the opinions, the decision, and on to the next.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { AgendaRow, HearingForm, SessionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { List, Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { ways, withOpinion } from "./logic.ts";
import * as words from "./words.ts";

interface HearingProps {
  view: SessionView;
  row: AgendaRow;
  onChanged: (view: SessionView) => void;
}

export function Hearing({ view, row, onChanged }: HearingProps) {
  if (row.hearing) return <Seen row={row} />;
  return <Deciding view={view} row={row} onChanged={onChanged} />;
}

function Seen({ row }: { row: AgendaRow }) {
  const said = row.hearing;
  if (!said) return null;
  return (
    <Sheet title={words.decision} note={words.seen}>
      <div class="body stack">
        <p>
          <b>{said.decision}</b>
        </p>
        {[said.conditions, said.applicant, said.note].filter(Boolean).map((text) => (
          <p key={text}>{text}</p>
        ))}
        <ul class="plain">
          {said.opinions.map((opinion) => (
            <li key={opinion}>{opinion}</li>
          ))}
        </ul>
        {row.matter === "refund" && (
          <p>
            <a href={`#/dossiers/${row.dossier}/fin`}>{words.refundRoom}</a>
          </p>
        )}
      </div>
    </Sheet>
  );
}

const blank: HearingForm = {
  result: "decided",
  applicant: "",
  opinions: [],
  direction: "",
  solutions: [],
  reason: "",
  conditions: "",
  note: "",
  letter_words: "",
  adjourned_to: "",
};

const never = () => false;

function Deciding({ view, row, onChanged }: HearingProps) {
  const { id: session } = view.session;
  const choices = useAnswer("choices", {}, never);
  const form = useForm({
    name: `hearing:${row.item}`,
    dossier: row.dossier,
    recorded: blank,
    send: async (typed) => onChanged(await call("hear_dossier", { session, item: row.item, form: typed })),
  });
  const { typed, put } = form;
  useKeys({ "Ctrl+Enter": () => void form.run() });
  const offered = ways(view, row);
  const chosen = typed.result === "decided" ? typed.direction : typed.result;
  const left = view.agenda.filter(({ hearing }) => hearing === null).length;
  const isElsewhere = chosen === "redirect" || chosen === "inadmissible";
  return (
    <Form form={form} class="stack" label={words.decision}>
      <Opinions view={view} typed={typed} onPut={put} />
      <Sheet title={words.decision}>
        <div class="body stack">
          <fieldset>
            <legend class="heard">{words.decision}</legend>
            <div class="outline">
              {offered.map((way) => (
                <label key={way.key}>
                  <input
                    type="radio"
                    name="direction"
                    checked={chosen === way.key}
                    onChange={() => put(way.form)}
                  />{" "}
                  {way.label}
                </label>
              ))}
            </div>
          </fieldset>
          {isElsewhere && (
            <Select
              label={words.solutions}
              name="solutions"
              blank={words.noWord}
              options={choices.value?.redirections ?? []}
              value={typed.solutions[0] ?? ""}
              error={form.errorOf("solutions")}
              onInput={(key) => put({ solutions: key ? [key] : [] })}
            />
          )}
          {isElsewhere && <TextArea label={words.reasonForOffice} rows={2} {...form.tie("reason")} />}
          {chosen === "submit" && (
            <TextArea label={words.conditions} optional rows={2} {...form.tie("conditions")} />
          )}
          {chosen === "adjourned" && (
            <Select
              label={words.adjournedTo}
              name="adjourned_to"
              blank={words.noSession}
              options={view.later}
              value={typed.adjourned_to}
              error={form.errorOf("adjourned_to")}
              onInput={(key) => put({ adjourned_to: key })}
            />
          )}
          {(isElsewhere || chosen === "adjourned") && (
            <TextArea
              label={words.letterWords}
              optional
              rows={2}
              hint={words.letterWordsHint}
              {...form.tie("letter_words")}
            />
          )}
          <Segmented
            legend={words.applicant}
            name="applicant"
            options={[
              { key: "", label: words.notNoted },
              { key: "yes", label: words.applicantThere },
              { key: "no", label: words.applicantAway },
            ]}
            value={typed.applicant}
            onInput={(applicant) => put({ applicant })}
          />
          <TextArea label={words.note} optional rows={2} {...form.tie("note")} />
          {row.matter === "refund" && <p class="small soft">{words.refundRoom}</p>}
          <div class="row">
            <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
              {left > 1 ? words.decide : words.decideLast}
            </Button>
          </div>
        </div>
      </Sheet>
    </Form>
  );
}

interface OpinionsProps {
  view: SessionView;
  typed: HearingForm;
  onPut: (change: Partial<HearingForm>) => void;
}

function Opinions({ view, typed, onPut }: OpinionsProps) {
  const there = view.attendees.filter(
    ({ attendance, fields }) => attendance.key === "present" && !fields.listens,
  );
  const says = view.opinions.map(({ label }) => ({ key: label.toLowerCase(), label: label.toLowerCase() }));
  return (
    <Sheet title={words.opinions}>
      <div class="body">
        {there.length === 0 && <p class="soft">{words.noOpinions}</p>}
        <ul class="plain vote">
          {there.map(({ id, fields }) => {
            const said = typed.opinions.find(({ who }) => who === fields.name)?.says ?? "";
            return (
              <li key={id}>
                <label htmlFor={`opinion-${id}`}>{fields.name}</label>
                <List
                  id={`opinion-${id}`}
                  options={says}
                  blank={words.noWord}
                  value={said}
                  onInput={(key) => onPut({ opinions: withOpinion(typed.opinions, fields.name, key) })}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </Sheet>
  );
}
