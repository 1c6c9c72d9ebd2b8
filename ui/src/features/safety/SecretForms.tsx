// The forms of the two ways in; nothing typed here is kept anywhere.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { useRecoverySheet } from "../../ipc/paper_out.ts";
import { blankGroup, compared, type Group, usePrepared, useProposed, useWeighed } from "../../ipc/secrets.ts";
import { errorAt, sentence } from "../../ipc/sentence.ts";
import type { Failure, SafetyOverview } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { PassphraseFields, useChoosing } from "../../parts/NewPassphrase.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { CopiedCode } from "../../parts/RecoveryCode.tsx";
import { SecretField } from "../../parts/SecretField.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as all from "./words.ts";

const words = all.secrets;

interface FormProps {
  /** The office was opened with its code: the passphrase in use is not asked. */
  byCode: boolean;
  onClose: () => void;
  onDone: (view: SafetyOverview, told: string) => void;
}

export function ChangePassphrase({ byCode, onClose, onDone }: FormProps) {
  const [current, setCurrent] = useState("");
  const [typed, setTyped] = useState({ passphrase: "", again: "" });
  const sending = useSending(onDone);
  const proposed = useProposed();
  const choosing = useChoosing(typed, useWeighed(typed.passphrase), sending.errorAt("passphrase"));
  return (
    <SecretForm
      title={words.changeTitle}
      label={words.changeIt}
      sending={sending}
      onClose={onClose}
      onSubmit={(place) =>
        choosing.isReady(place) &&
        sending.send(words.changed, () =>
          call("change_passphrase", { current, passphrase: typed.passphrase }),
        )
      }
    >
      <p class="measure">{words.changeIntro}</p>
      {!byCode && <Current value={current} onInput={setCurrent} error={sending.errorAt("current")} />}
      <PassphraseFields
        label={words.newPassphrase}
        proposed={proposed}
        choosing={choosing}
        onInput={(change) => {
          sending.forget();
          setTyped((all) => ({ ...all, ...change }));
        }}
      />
    </SecretForm>
  );
}

export function ProveCode({ onClose, onDone }: FormProps) {
  const [code, setCode] = useState("");
  const sending = useSending(onDone);
  return (
    <SecretForm
      title={words.proveTitle}
      label={words.proveIt}
      sending={sending}
      onClose={onClose}
      onSubmit={() => sending.send(words.proved, () => call("prove_recovery_code", { code }))}
    >
      <p class="measure">{words.proveIntro}</p>
      <div class="measure">
        <TextField
          name="code"
          label={words.code}
          value={code}
          onInput={(code) => {
            sending.forget();
            setCode(code);
          }}
          width="monospace whole-code"
          error={sending.errorAt("code")}
        />
      </div>
    </SecretForm>
  );
}

export function ReplaceCode({ byCode, onClose, onDone }: FormProps) {
  const [current, setCurrent] = useState("");
  const copy = useCopy();
  const sending = useSending(onDone);
  return (
    <SecretForm
      title={words.newCodeTitle}
      label={words.newCodeIt}
      sending={sending}
      failure={copy.failure}
      onClose={onClose}
      onSubmit={(place) =>
        copy.isReady(place) &&
        sending.send(words.newCodeDone, () =>
          call("replace_recovery_code", { current, retyped: copy.retyped }),
        )
      }
    >
      <p class="measure">{words.newCodeIntro}</p>
      {!byCode && <Current value={current} onInput={setCurrent} error={sending.errorAt("current")} />}
      <Copied copy={copy} sending={sending} />
    </SecretForm>
  );
}

export function RenewKey({ byCode, onClose, onDone }: FormProps) {
  const [current, setCurrent] = useState("");
  const [typed, setTyped] = useState({ passphrase: "", again: "" });
  const copy = useCopy();
  const sending = useSending(onDone);
  const proposed = useProposed();
  const choosing = useChoosing(typed, useWeighed(typed.passphrase), sending.errorAt("passphrase"));
  return (
    <SecretForm
      title={words.renewTitle}
      label={words.renewIt}
      danger
      sending={sending}
      failure={copy.failure}
      onClose={onClose}
      onSubmit={(place) =>
        choosing.isReady(place) &&
        copy.isReady(place) &&
        sending.send(words.renewed, () =>
          call("renew_key", { current, passphrase: typed.passphrase, retyped: copy.retyped }),
        )
      }
    >
      <p class="measure">{words.renewIntro}</p>
      <p class="measure">{words.renewCopies}</p>
      {!byCode && <Current value={current} onInput={setCurrent} error={sending.errorAt("current")} />}
      <PassphraseFields
        label={words.newPassphrase}
        proposed={proposed}
        choosing={choosing}
        onInput={(change) => {
          sending.forget();
          setTyped((all) => ({ ...all, ...change }));
        }}
      />
      <Copied copy={copy} sending={sending} />
    </SecretForm>
  );
}

interface SecretFormProps {
  title: string;
  label: string;
  danger?: boolean;
  sending: Sending;
  failure?: Failure | null;
  onSubmit: (place: HTMLFormElement | null) => unknown;
  onClose: () => void;
  children: ComponentChildren;
}

/** A sheet opened under the cards: Échap leaves it, the first field has the focus. */
function SecretForm(props: SecretFormProps) {
  const { sending, failure, onClose } = props;
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (sending.refused) focusField(place.current, sending.refused.field);
  }, [sending.refused]);
  return (
    <Sheet title={props.title}>
      <form
        class="body"
        ref={place}
        noValidate
        aria-label={props.title}
        onSubmit={(event) => {
          event.preventDefault();
          if (!sending.busy) props.onSubmit(place.current);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onClose();
        }}
      >
        {props.children}
        <Refused failure={failure ?? (sending.refused?.field ? null : sending.refused)} />
        <div class="row gap">
          <Button submit look={props.danger ? "danger" : "main"} disabled={sending.busy}>
            {sending.busy ? words.working : props.label}
          </Button>
          <Button look="quiet" onClick={onClose} disabled={sending.busy}>
            {words.leave}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface CurrentProps {
  value: string;
  onInput: (typed: string) => void;
  error: string | null;
}

function Current({ value, onInput, error }: CurrentProps) {
  return (
    <div class="narrow">
      <SecretField
        name="current"
        label={words.current}
        value={value}
        onInput={onInput}
        isShown={false}
        autoComplete="current-password"
        error={error}
      />
    </div>
  );
}

function Copied({ copy, sending }: { copy: Copy; sending: Sending }) {
  const sheet = useRecoverySheet();
  return (
    <CopiedCode
      prepared={copy.prepared}
      groups={copy.groups}
      sheet={sheet}
      refused={(index) => sending.errorAt(`retyped_${index + 1}`)}
      onInput={copy.put}
      onTyped={(index, typed) => void copy.check(index, typed)}
    />
  );
}

type Sending = ReturnType<typeof useSending>;

function useSending(onDone: FormProps["onDone"]) {
  const [refused, setRefused] = useState<Failure | null>(null);
  const action = useAction(async (told: string, work: () => Promise<SafetyOverview>) => {
    setRefused(null);
    try {
      onDone(await work(), told);
    } catch (reason) {
      setRefused(asFailure(reason));
    }
  });
  return {
    busy: action.busy,
    refused,
    send: action.run,
    forget: () => setRefused(null),
    errorAt: (field: string) =>
      refused?.field === field ? (refused.remedy ? sentence(refused) : errorAt(refused, field)) : null,
  };
}

type Copy = ReturnType<typeof useCopy>;

/** A code drawn when the form opens, and its two groups copied back. */
function useCopy() {
  const prepared = usePrepared(true);
  const [groups, setGroups] = useState<readonly Group[]>([blankGroup, blankGroup]);
  const put = (index: number, change: (group: Group) => Group) =>
    setGroups((all) => all.map((one, at) => (at === index ? change(one) : one)));
  return {
    prepared: prepared.value,
    failure: prepared.failure,
    groups,
    retyped: groups.map(({ typed }) => typed),
    put: (index: number, typed: string) => put(index, () => ({ ...blankGroup, typed })),
    check: async (index: number, typed: string) => {
      const number = prepared.value?.asked[index];
      if (number === undefined || typed.trim() === "") return;
      const group = await compared(number, typed);
      // An answer about what is no longer in the field is not shown.
      put(index, (one) => (one.typed === typed ? group : one));
    },
    isReady: (within: ParentNode | null) => {
      const wrong = groups.findIndex(({ right }) => right === null);
      if (wrong >= 0) focusField(within, `retyped_${wrong + 1}`);
      return wrong < 0;
    },
  };
}
