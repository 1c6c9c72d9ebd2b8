import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { blankGroup, type Group, usePrepared } from "../../ipc/secrets.ts";
import type { Failure, Opened } from "../../ipc/types.ts";
import { Alone } from "../../parts/Card.tsx";
import { Icon } from "../../parts/Icon.tsx";
import type { TypedTwice } from "../../parts/NewPassphrase.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { useTitle } from "../../parts/place.ts";
import { CodeStep } from "./CodeStep.tsx";
import { DEMO, type Errors, type OfficeForm, type StepName, stepOf, steps } from "./logic.ts";
import { OfficeStep } from "./OfficeStep.tsx";
import { PassphraseStep } from "./PassphraseStep.tsx";
import * as words from "./words.ts";

const never = () => false;

interface FirstRunProps {
  onOpened: (opened: Opened, isDemo: boolean) => void;
  /** Reopens a copy of another computer instead. */
  onReopen: () => void;
}

export function FirstRun({ onOpened, onReopen }: FirstRunProps) {
  const [step, setStep] = useState<StepName>("office");
  const [office, setOffice] = useState<OfficeForm>({ name: "", advisor: "", address: "", phone: "" });
  const [phrase, setPhrase] = useState<TypedTwice>({ passphrase: "", again: "" });
  const [groups, setGroups] = useState<readonly Group[]>([blankGroup, blankGroup]);
  const [refused, setRefused] = useState<Failure | null>(null);
  const prepared = usePrepared(step === "code");
  const shared = useAnswer("status", {}, never).value?.has_shared_folder ?? null;
  useTitle(words.title);

  const creation = useAction(async (retyped: string[]) => {
    setRefused(null);
    try {
      onOpened(await call("create_office", { ...office, passphrase: phrase.passphrase, retyped }), false);
    } catch (reason) {
      const failure = asFailure(reason);
      setRefused(failure);
      setStep(stepOf(failure));
    }
  });
  const trying = useAction(async () => {
    setRefused(null);
    onOpened(await call("create_demo_office", DEMO), true);
  });
  const errors: Errors = refused?.field ? { [refused.field]: refused.message } : {};
  const goTo = (next: StepName) => {
    setRefused(null);
    setStep(next);
  };

  return (
    <Alone wide>
      <StepList current={step} />
      {step === "office" && shared !== null && (
        <div class="gap-under">
          <Notice tone="due">{shared}</Notice>
        </div>
      )}
      {step === "office" && (
        <OfficeStep
          form={office}
          onInput={setOffice}
          errors={errors}
          onDone={() => goTo("passphrase")}
          onDemo={() => void trying.run()}
          onReopen={onReopen}
          isTrying={trying.busy}
          failure={trying.failure}
        />
      )}
      {step === "passphrase" && (
        <PassphraseStep
          typed={phrase}
          onInput={(typed) => {
            setRefused(null);
            setPhrase((all) => ({ ...all, ...typed }));
          }}
          error={errors.passphrase}
          names={[office.name, office.advisor, office.address]}
          onBack={() => goTo("office")}
          onDone={() => goTo("code")}
        />
      )}
      {step === "code" && (
        <CodeStep
          prepared={prepared.value}
          office={office}
          groups={groups}
          onInput={setGroups}
          failure={prepared.failure ?? (refused?.field ? null : refused)}
          errors={errors}
          busy={creation.busy}
          onBack={() => goTo("passphrase")}
          onDone={creation.run}
        />
      )}
    </Alone>
  );
}

function StepList({ current }: { current: StepName }) {
  const at = steps.indexOf(current);
  return (
    <ol class="steps" aria-label={words.steps}>
      {words.stepNames.map((name, index) => (
        <li key={name} aria-current={index === at ? "step" : undefined}>
          {index < at && (
            <span class="state ok">
              <Icon name="check" label={words.done} />
            </span>
          )}{" "}
          {name}
        </li>
      ))}
    </ol>
  );
}
