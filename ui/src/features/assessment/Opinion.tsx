// The registers, and the adviser's opinion: nothing of it is written by the machine.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Fields } from "../../ipc/fields.ts";
import type { AssessmentFields, AssessmentView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useNames } from "../../parts/names.ts";
import { type Option, Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface RegistersProps {
  assessment: AssessmentView;
  answers: readonly Option[];
  fields: Fields<AssessmentFields>;
}

export function Registers({ assessment, answers, fields: { tie } }: RegistersProps) {
  const names = useNames();
  const labelOf = (field: keyof AssessmentFields) =>
    answers.find(({ key }) => key === tie(field).value)?.label.toLowerCase() ?? "";
  const asked = assessment.registers.flatMap(({ registers }) => registers);
  // What was answered before folds into a line; what is answered now stays in view.
  const [isKnown] = useState(asked.every(({ field }) => tie(field).value !== "to_see"));
  const known = assessment.registers.map(({ who, registers, checked_on }) => {
    const told = registers.map(({ field, label }) => `${label.split(",")[0]} ${labelOf(field)}`).join(", ");
    return words.registersKnown(names.of(who), told, tie(checked_on).value);
  });
  const fields = (
    <div class="body">
      {assessment.registers.map(({ who, registers, checked_on, checked_how }) => (
        <Whose key={checked_on} who={names.of(who)}>
          {registers.map(({ field, label, meaning }) => (
            <Select
              key={field}
              class="span-4"
              label={label}
              hint={meaning}
              options={answers}
              {...tie(field)}
            />
          ))}
          <DateField class="span-3" label={words.checkedOn} optional {...tie(checked_on)} />
          <TextField class="span-9" label={words.checkedHow} optional {...tie(checked_how)} />
        </Whose>
      ))}
    </div>
  );
  return (
    <Sheet title={words.registers}>
      {isKnown ? (
        <details class="more settled">
          <Summary>{known.join(" ; ")}</Summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </Sheet>
  );
}

/** The registers of one borrower, named where two borrow. */
function Whose({ who, children }: { who: string; children: ComponentChildren }) {
  if (who === "") return <div class="form twelve">{children}</div>;
  return (
    <fieldset class="form twelve">
      <legend>{who}</legend>
      {children}
    </fieldset>
  );
}

interface OpinionProps {
  assessment: AssessmentView;
  opinions: readonly Option[];
  fields: Fields<AssessmentFields>;
  onNext: () => void;
}

export function Opinion({ assessment, opinions, fields: { tie }, onNext }: OpinionProps) {
  const isBeside = tie("opinion").value === "favourable" && tie("reservation").value.trim() !== "";
  return (
    <Sheet title={words.opinion} note={words.opinionNote}>
      <div class="body">
        <Select label={words.direction} options={opinions} blank={words.notGiven} {...tie("opinion")} />
        <TextArea label={words.reasoned} rows={7} {...tie("reasoned")} />
        <TextArea
          label={words.reservation}
          optional
          hint={isBeside ? words.reservationBeside : undefined}
          rows={2}
          {...tie("reservation")}
        />
        <TextArea label={words.summary} optional hint={words.summaryHint} rows={4} {...tie("summary")} />
        {assessment.written_on && <p class="rule-source">{words.writtenOn(assessment.written_on.text)}</p>}
        {assessment.left === "" ? (
          <a class="button" href={`#/dossiers/${assessment.dossier}/decisions`}>
            {words.toDecide}
          </a>
        ) : (
          <>
            <p>
              <State meaning="due">{assessment.left}</State>
            </p>
            <Button look="main" shortcut={words.nextKey} onClick={onNext}>
              {words.next}
            </Button>
          </>
        )}
      </div>
    </Sheet>
  );
}
