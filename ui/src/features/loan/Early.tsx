// What repaying everything on a day asks for, with where it comes from.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { errorAt } from "../../ipc/forms.ts";
import { Explain } from "../../parts/Explained.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { DateField } from "../../parts/TextField.tsx";
import { words } from "./words.ts";

export function Early({ dossier }: { dossier: number }) {
  const [on, setOn] = useState("");
  const { value, failure } = useAnswer("early_repayment", { dossier, on });
  const error = errorAt(failure, "on");
  return (
    <Sheet title={words.early}>
      <div class="body">
        <DateField
          label={words.earlyOn}
          optional
          hint={words.earlyHint}
          placeholder={words.dateForm}
          name="early_on"
          value={on}
          error={error}
          onInput={setOn}
        />
        <Refused failure={error === null ? failure : null} />
        {value && !failure && (
          <>
            <p>
              <span class="small soft block">{value.explained.title}</span>
              <span class="big">{value.to_pay.text}</span>{" "}
              <Explain of={value.explained.title} ask={() => Promise.resolve(value.explained)} />
            </p>
            {value.missed && (
              <p>
                <State meaning="late">{value.missed_sentence}</State>
              </p>
            )}
            <p class="rule-src">
              {value.explained.notes.join(" ")} {words.avoided(value.avoided.text)}
            </p>
          </>
        )}
      </div>
    </Sheet>
  );
}
