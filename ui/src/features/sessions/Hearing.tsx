// What the session says of one dossier: the opinions, then one plain decision that says what it does, and on to the next.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { AgendaRow, HearingForm, SessionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Fieldset } from "../../parts/Fieldset.tsx";
import { Form } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { isChosen, isContrary, opinionsOffered, ways, withOpinion } from "./logic.ts";
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
    <Sheet title={words.decisionOf(row.reference)} note={words.seen}>
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
  result: "",
  applicant: "",
  opinions: [],
  direction: "",
  solutions: [],
  reason: "",
  conditions: "",
  condition_for: "",
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
    // What is reserved is shown by its way, and typed under it.
    recorded: { ...blank, way: "" },
    send: async ({ way, ...typed }) => {
      const conditions = way === "reserved" ? typed.conditions : "";
      if (way === "reserved" && conditions.trim() === "") throw words.noReserve;
      onChanged(await call("hear_dossier", { session, item: row.item, form: { ...typed, conditions } }));
    },
  });
  const { typed, put, tie } = form;
  useKeys({ "Ctrl+Enter": () => void form.run() });
  const left = view.agenda.filter(({ hearing }) => hearing === null).length;
  const there = presentOf(view);
  // A reserve is told to the person: its words stand under it.
  const letterWords = (
    <TextArea label={words.letterWords} rows={2} hint={words.letterWordsHint} {...tie("letter_words")} />
  );
  const redirections = choices.value?.redirections ?? [];
  return (
    <Form form={form} class="stack" label={words.decision}>
      <Opinions view={view} typed={typed} onPut={put} />
      <Sheet title={words.decisionOf(row.reference)}>
        <fieldset class="ways">
          <legend class="heard">{words.decisionOf(row.reference)}</legend>
          {ways(view, row).map((way) => (
            <>
              <label key={way.key}>
                <input
                  type="radio"
                  name="direction"
                  checked={isChosen(way, typed)}
                  onChange={() => put({ ...way.form, way: way.key })}
                />
                <span>
                  <b>{way.label}</b> <span class="soft small">{way.effect}</span>
                </span>
              </label>
              {isChosen(way, typed) && way.opens && (
                <div class="under">
                  {way.opens === "conditions" && (
                    <>
                      <TextArea label={words.conditions} rows={2} {...tie("conditions")} />
                      <Segmented
                        legend={words.conditionFor}
                        name="condition_for"
                        options={choices.value?.conditions_for ?? []}
                        value={typed.condition_for}
                        error={form.errorOf("condition_for")}
                        onInput={(key) => put({ condition_for: key })}
                      />
                      {letterWords}
                    </>
                  )}
                  {way.opens === "adjourned_to" && (
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
                  {way.opens === "solutions" && (
                    <Select
                      label={words.solutions}
                      name="solutions"
                      blank={words.noWord}
                      options={redirections}
                      value={typed.solutions[0] ?? ""}
                      error={form.errorOf("solutions")}
                      onInput={(key) => put({ solutions: key ? [key] : [] })}
                    />
                  )}
                  {way.opens === "reason" && (
                    <TextArea label={words.reasonForOffice} rows={2} {...tie("reason")} />
                  )}
                </div>
              )}
            </>
          ))}
        </fieldset>
        <details class="fold">
          <Summary>{words.moreOfIt}</Summary>
          <div class="body stack">
            {typed.way !== "reserved" && letterWords}
            <Segmented
              legend={words.applicant}
              name="applicant"
              options={words.applicants}
              value={typed.applicant}
              onInput={(applicant) => put({ applicant })}
            />
            <TextArea label={words.note} rows={2} {...tie("note")} />
            {there.length > 0 && (
              <Fieldset legend={words.withdrawals} hint={words.withdrawalsHint}>
                <div class="checks">
                  {there.map(({ id, fields: { name } }) => (
                    <label key={id} class="check">
                      <input
                        type="checkbox"
                        checked={typed.opinions.some(
                          (one) => one.who === name && one.says === words.withdrawn,
                        )}
                        onChange={(event) =>
                          put({
                            opinions: withOpinion(
                              typed.opinions,
                              name,
                              event.currentTarget.checked ? words.withdrawn : "",
                            ),
                          })
                        }
                      />{" "}
                      {name}
                    </label>
                  ))}
                </div>
              </Fieldset>
            )}
          </div>
        </details>
        {row.matter === "refund" && <p class="counted">{words.refundRoom}</p>}
      </Sheet>
      {isContrary(typed) && <Notice tone="due">{words.contrary}</Notice>}
      <Button submit look="main" full shortcut={words.sendKey} disabled={form.busy}>
        {left > 1 ? words.decide : words.decideLast}
      </Button>
    </Form>
  );
}

/** Who is there with a voice. */
function presentOf({ attendees }: SessionView) {
  return attendees.filter(({ attendance, fields }) => attendance.key === "present" && !fields.listens);
}

interface OpinionsProps {
  view: SessionView;
  typed: HearingForm;
  onPut: (change: Partial<HearingForm>) => void;
}

/** Who is there says what they think: everyone for it, then the exceptions. */
function Opinions({ view, typed, onPut }: OpinionsProps) {
  const there = presentOf(view);
  const says = opinionsOffered(view);
  const all = () =>
    onPut({ opinions: there.map(({ fields }) => ({ who: fields.name, says: says[0]?.key ?? "" })) });
  return (
    <Sheet
      title={words.opinions}
      actions={
        there.length > 1 && (
          <button type="button" class="link" onClick={all}>
            {words.allFavourable}
          </button>
        )
      }
    >
      {there.length === 0 ? (
        <p class="body soft">{words.noOpinions}</p>
      ) : (
        <ul class="votes">
          {there.map(({ id, fields: { name } }) => (
            <li key={id}>
              <Segmented
                legend={name}
                name={`opinion-${id}`}
                options={says}
                value={typed.opinions.find(({ who }) => who === name)?.says ?? ""}
                onInput={(key) => onPut({ opinions: withOpinion(typed.opinions, name, key) })}
              />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
