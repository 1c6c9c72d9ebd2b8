// The interview of the end: the questionnaire as it came, in the order of the paper, and the account the interest is given
// back to; a blank stays blank.

import { useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EndingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Select } from "../../parts/Select.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface InterviewProps {
  view: EndingView;
  onChanged: (view: EndingView) => void;
}

const END = "end";

export function Interview({ view, onChanged }: InterviewProps) {
  const names = useNames();
  const [key, setKey] = useState(END);
  const moment = view.survey.find((one) => one.key === key);
  const form = useForm({
    name: "survey",
    dossier: view.dossier,
    recorded: {
      answers: {} as Record<string, string>,
      may_be_quoted: false,
      iban: "",
      holder: view.bank_details?.holder ?? view.holder,
    },
    send: async (typed) => {
      const holder = typed.iban.trim() ? typed.holder : "";
      const isAnswered = Object.values(typed.answers).some((answer) => answer.trim() !== "");
      const told = { ...typed, holder, moment: key, on: "", interview: key === END && isAnswered };
      onChanged(await call("answer_survey", { dossier: view.dossier, ...told }));
    },
    of: { moment: key },
  });
  const { answers, may_be_quoted: mayBeQuoted } = form.typed;
  useKeys({ "Ctrl+Enter": () => void form.run() });
  if (!moment) return null;
  const asksAccount = key === END && view.proof !== null;
  return (
    <Form form={form} class="stack" label={words.survey} quick>
      <div class="asked">
        <b>{words.survey}</b>
        <span class="soft small">
          {moment.answered_on ? words.answeredOn(moment.answered_on) : words.blankStays}
        </span>
        <Select label={words.moment} name="moment" options={view.survey} value={key} onInput={setKey} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Entrée goes down from one answer to the next */}
      <div class="quiz" onKeyDown={goDown}>
        {moment.questions.map(({ key, label, choices, answer }) => {
          const value = answers[key] ?? answer;
          const put = (text: string) => form.put({ answers: { ...answers, [key]: text } });
          const tie = { name: key, label, value, onInput: put };
          return choices.length > 0 ? (
            <Select key={key} options={choices} blank="" {...tie} />
          ) : (
            <TextField key={key} {...tie} />
          );
        })}
      </div>
      <div class="asked">
        <label class="check">
          <input
            type="checkbox"
            checked={mayBeQuoted}
            onChange={(event) => form.put({ may_be_quoted: event.currentTarget.checked })}
          />{" "}
          {words.mayQuote}
        </label>
      </div>
      {asksAccount && (
        <>
          <div class="asked">
            <TextField label={words.iban} {...form.tie("iban")} />
            <TextField label={words.holder} {...form.tie("holder")} />
          </div>
          <Account view={view} areHidden={names.areHidden} />
        </>
      )}
      <div class="ends">
        <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
          {form.busy ? words.saving : key === END ? words.noteInterview : words.noteAnswers}
        </Button>
      </div>
    </Form>
  );
}

/** Entrée goes from an answer to the next one; Ctrl Entrée still sends. */
function goDown(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  if (event.key !== "Enter" || event.ctrlKey) return;
  event.preventDefault();
  event.stopPropagation();
  const answers = [...event.currentTarget.querySelectorAll<HTMLElement>("select, input")];
  answers[answers.indexOf(event.target as HTMLElement) + 1]?.focus();
}

/** The account kept: shown whole, its holder compared with the person. */
function Account({ view: { bank_details: held }, areHidden }: { view: EndingView; areHidden: boolean }) {
  if (held === null) return null;
  return (
    <>
      {!areHidden && (
        <p class="small">
          <b class="unbroken">{held.iban}</b> {held.holder} <span class="soft">{words.wholeIban}</span>
        </p>
      )}
      {held.warning && <Notice tone="due" title={areHidden ? words.holder : held.warning} />}
    </>
  );
}
