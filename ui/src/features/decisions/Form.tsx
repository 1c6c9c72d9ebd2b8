// One decision being noted or corrected: its fields, the next date that goes
// with it, kept as a draft until it is recorded.

import { useEffect } from "preact/hooks";
import { type Form as Typing, useForm } from "../../ipc/form.ts";
import type { Choices, DecisionsView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { momentText } from "../../parts/moment.ts";
import { Notice } from "../../parts/Notice.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { DecisionField } from "./DecisionField.tsx";
import { specs } from "./fields.ts";
import { draftNameOf, isShown, readingOf, send, type Typed } from "./logic.ts";
import { Steps } from "./Steps.tsx";
import * as words from "./words.ts";

interface FormProps {
  dossier: number;
  title: string;
  note: string;
  nextHint: string;
  /** What one records knowing it; empty for most. */
  warning: string;
  /** What the form holds when nothing is typed. */
  blank: Typed;
  view: DecisionsView;
  choices: Choices;
  onDone: (view: DecisionsView) => void;
  onClose: () => void;
}

export function Form(props: FormProps) {
  const { dossier, blank } = props;
  const form = useForm<Typed>({
    name: draftNameOf(blank),
    dossier,
    recorded: blank,
    isWhole: true,
    send: async (typed) => props.onDone(await send(dossier, typed)),
  });
  useEffect(() => {
    form.place.current?.closest("section")?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <AddingForm
      label={props.title}
      form={form}
      entry={specs[blank.kind][0]?.name ?? ""}
      actions={words.actions}
      onClose={props.onClose}
    >
      <p>
        <b>{props.title}</b> {props.note && <span class="soft small">{props.note}</span>}
      </p>
      {form.keptAt !== null && (
        <Notice tone="info" title={words.draftOf(momentText(form.keptAt))}>
          {words.notSavedYet}
        </Notice>
      )}
      <Fields form={form} choices={props.choices} lenders={props.view.lenders} />
      {blank.kind === "support" && (
        <Steps
          form={form}
          choices={props.choices}
          plans={props.view.plans}
          levelAtStart={blank.fields.level ?? ""}
        />
      )}
      {blank.fact === null ? <Next form={form} hint={props.nextHint} /> : <Reason form={form} />}
      {props.warning && <Notice tone="due">{props.warning}</Notice>}
    </AddingForm>
  );
}

interface FieldsProps {
  form: Typing<Typed>;
  choices: Choices;
  lenders: DecisionsView["lenders"];
}

function Fields({ form, choices, lenders }: FieldsProps) {
  const { typed, put } = form;
  return (
    <>
      {specs[typed.kind]
        .filter((spec) => isShown(spec, typed))
        .map((spec) => (
          <DecisionField
            key={spec.name}
            spec={spec}
            value={typed.fields[spec.name] ?? ""}
            many={typed.lists[spec.name] ?? []}
            error={form.errorOf(spec.name)}
            options={spec.from === "lenders" ? lenders : optionsOf(choices, spec.from)}
            suggestions={spec.from === "aids" ? choices.aids.map(({ told }) => told) : undefined}
            onInput={(text) => put({ fields: { ...typed.fields, [spec.name]: text } })}
            onMany={(keys) => put({ lists: { ...typed.lists, [spec.name]: keys } })}
            reading={readingOf(spec.shape)}
          />
        ))}
    </>
  );
}

function optionsOf(choices: Choices, from: string | undefined): readonly { key: string; label: string }[] {
  const list = from === undefined ? [] : (choices as unknown as Record<string, unknown>)[from];
  return Array.isArray(list) ? list : [];
}

function Next({ form, hint }: { form: Typing<Typed>; hint: string }) {
  return (
    <>
      <DateField
        class="begin-span-4"
        label={words.nextOn}
        optional
        hint={hint}
        {...form.tie("next_on", "next_date")}
      />
      <TextField
        class="span-6"
        label={words.nextWhat}
        optional
        hint={words.nextWhatHint}
        {...form.tie("next_what")}
      />
    </>
  );
}

function Reason({ form }: { form: Typing<Typed> }) {
  return (
    <TextField
      class="span-9"
      label={words.correctionReason}
      hint={words.correctionHint}
      {...form.tie("correction_reason")}
    />
  );
}
