// What was asked and told at the first contact; what is still to be said is ticked here.

import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DossierView } from "../../ipc/types.ts";
import { Answers } from "../../parts/Answers.tsx";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { CallForm } from "./CallForm.tsx";
import * as words from "./words.ts";

const never = () => false;
const noCall = { answers: {}, purpose: "", sent_by: "", adults: "", children: "" };

interface FirstContactProps {
  view: DossierView;
  onChanged: (view: DossierView) => void;
}

export function FirstContactSheet({ view, onChanged }: FirstContactProps) {
  const grid = useAnswer("screening_grid", noCall, never).value;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<"call" | "correction" | null>(null);
  const { sentence, answers, told, call: noted, may_call } = view.first_contact;
  const noting = useAction(async () => {
    onChanged(await call("note_information", { dossier: view.id, told: [...ticked], on: "" }));
    setTicked([]);
  });
  return (
    <Sheet title={words.firstContact} note={sentence}>
      <div class="body">
        <fieldset class="ticks">
          <legend>{words.told}</legend>
          {(grid?.told ?? []).map((one) => {
            const on = told[one.key];
            return (
              <label key={one.key}>
                <input
                  type="checkbox"
                  checked={on !== undefined || ticked.includes(one.key)}
                  disabled={on !== undefined}
                  onChange={(event) =>
                    setTicked(
                      event.currentTarget.checked
                        ? [...ticked, one.key]
                        : ticked.filter((key) => key !== one.key),
                    )
                  }
                />{" "}
                <span>
                  {one.label} {on !== undefined && <span class="soft small">{words.toldOn(on)}</span>}
                </span>
              </label>
            );
          })}
        </fieldset>
        {ticked.length > 0 && (
          <Button small onClick={() => void noting.run()} disabled={noting.busy}>
            {words.noteTold}
          </Button>
        )}
        <Refused failure={noting.failure} />
        <Answers title={words.answers} answers={answers} />
        {open === null && (
          <div class="row">
            {may_call && (
              <Button small onClick={() => setOpen("call")}>
                {words.noteCall}
              </Button>
            )}
            {noted !== null && (
              <Button small look="quiet" onClick={() => setOpen("correction")}>
                {words.correctCall}
              </Button>
            )}
          </div>
        )}
      </div>
      {open !== null && grid && (
        <CallForm
          dossier={view.id}
          grid={grid}
          corrected={open === "correction" ? noted : null}
          onDone={(next) => {
            setOpen(null);
            onChanged(next);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Sheet>
  );
}
