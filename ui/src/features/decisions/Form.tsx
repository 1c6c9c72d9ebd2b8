// One decision being noted or corrected: its fields, the next date that goes
// with it, kept as a draft until it is recorded.

import { useEffect, useRef } from "preact/hooks";
import { type DraftedForm, errorAt, useDraftedForm } from "../../ipc/forms.ts";
import type { Choices, DecisionsView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { DecisionField } from "./DecisionField.tsx";
import { specs } from "./fields.ts";
import { draftKeyOf, isShown, isUntouched, readingOf, send, type Typed } from "./logic.ts";
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
  start: Typed;
  /** When the draft it starts with was kept, as read; nothing when it is new. */
  keptAt: string | null;
  view: DecisionsView;
  choices: Choices;
  onDone: (view: DecisionsView) => void;
  onClose: () => void;
}

export function Form(props: FormProps) {
  const { dossier, blank, start } = props;
  const place = useRef<HTMLFormElement>(null);
  const focus = (field: string | null) => focusField(place.current, field);
  const form = useDraftedForm<Typed>({
    dossier,
    form: draftKeyOf(blank),
    start,
    isBlank: (typed) => isUntouched(blank, typed),
    draftOf: (typed) => typed,
    send: async (typed) => {
      props.onDone(await send(dossier, typed));
      return blank;
    },
    onRefused: focus,
  });
  const first = specs[blank.kind][0];
  useEffect(() => {
    focus(first?.name ?? null);
    place.current?.closest("section")?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <AddingForm
      place={place}
      label={props.title}
      form={form}
      actions={words.actions}
      wide={false}
      onClose={props.onClose}
    >
      <p>
        <b>{props.title}</b> {props.note && <span class="soft small">{props.note}</span>}
      </p>
      {props.keptAt !== null && (
        <Notice tone="info" title={words.found(props.keptAt)}>
          {words.foundText}
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
  form: DraftedForm<Typed>;
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
            error={errorAt(form.refused, spec.name)}
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

function Next({ form, hint }: { form: DraftedForm<Typed>; hint: string }) {
  return (
    <>
      <DateField
        class="t4"
        label={words.nextOn}
        optional
        hint={hint}
        placeholder={words.dateForm}
        {...form.tie("next_on", "next_date")}
      />
      <TextField
        class="t6"
        label={words.nextWhat}
        optional
        hint={words.nextWhatHint}
        {...form.tie("next_what")}
      />
    </>
  );
}

function Reason({ form }: { form: DraftedForm<Typed> }) {
  return (
    <TextField
      class="t9"
      label={words.correctionReason}
      hint={words.correctionHint}
      {...form.tie("correction_reason")}
    />
  );
}
