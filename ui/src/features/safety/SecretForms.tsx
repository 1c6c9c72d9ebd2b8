// The forms of the two ways in; nothing typed here is kept anywhere.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { useRecoverySheet } from "../../ipc/paper_out.ts";
import { blankGroup, compared, type Group, usePrepared, useProposed, useWeighed } from "../../ipc/secrets.ts";
import type { Failure, SafetyOverview } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, type Formed } from "../../parts/Form.tsx";
import { PassphraseFields, useChoosing } from "../../parts/NewPassphrase.tsx";
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
  const form = useForm({
    name: "change_passphrase",
    recorded: { current: "", passphrase: "", again: "" },
    isQuestion: true,
    send: async ({ current, passphrase }) =>
      onDone(await call("change_passphrase", { current, passphrase }), words.changed),
  });
  const proposed = useProposed();
  const { typed } = form;
  const choosing = useChoosing(typed, useWeighed(typed.passphrase), form.errorOf("passphrase"));
  return (
    <SecretForm
      title={words.changeTitle}
      label={words.changeIt}
      form={form}
      isReady={() => choosing.isReady(form.place.current)}
      onClose={onClose}
    >
      <p class="measure">{words.changeIntro}</p>
      {!byCode && <Current {...form.tie("current")} />}
      <PassphraseFields
        label={words.newPassphrase}
        proposed={proposed}
        choosing={choosing}
        onInput={form.put}
      />
    </SecretForm>
  );
}

export function ProveCode({ onClose, onDone }: FormProps) {
  const form = useForm({
    name: "prove_recovery_code",
    recorded: { code: "" },
    isQuestion: true,
    send: async (typed) => onDone(await call("prove_recovery_code", typed), words.proved),
  });
  return (
    <SecretForm title={words.proveTitle} label={words.proveIt} form={form} onClose={onClose}>
      <p class="measure">{words.proveIntro}</p>
      <div class="measure">
        <TextField label={words.code} width="monospace whole-code" {...form.tie("code")} />
      </div>
    </SecretForm>
  );
}

export function ReplaceCode({ byCode, onClose, onDone }: FormProps) {
  const copy = useCopy();
  const form = useForm({
    name: "replace_recovery_code",
    recorded: { current: "" },
    isQuestion: true,
    send: async ({ current }) =>
      onDone(await call("replace_recovery_code", { current, retyped: copy.retyped }), words.newCodeDone),
  });
  return (
    <SecretForm
      title={words.newCodeTitle}
      label={words.newCodeIt}
      form={form}
      failure={copy.failure}
      isReady={() => copy.isReady(form.place.current)}
      onClose={onClose}
    >
      <p class="measure">{words.newCodeIntro}</p>
      {!byCode && <Current {...form.tie("current")} />}
      <Copied copy={copy} form={form} />
    </SecretForm>
  );
}

export function RenewKey({ byCode, onClose, onDone }: FormProps) {
  const copy = useCopy();
  const form = useForm({
    name: "renew_key",
    recorded: { current: "", passphrase: "", again: "" },
    isQuestion: true,
    send: async ({ current, passphrase }) =>
      onDone(await call("renew_key", { current, passphrase, retyped: copy.retyped }), words.renewed),
  });
  const proposed = useProposed();
  const { typed } = form;
  const choosing = useChoosing(typed, useWeighed(typed.passphrase), form.errorOf("passphrase"));
  return (
    <SecretForm
      title={words.renewTitle}
      label={words.renewIt}
      danger
      form={form}
      failure={copy.failure}
      isReady={() => choosing.isReady(form.place.current) && copy.isReady(form.place.current)}
      onClose={onClose}
    >
      <p class="measure">{words.renewIntro}</p>
      <p class="measure">{words.renewCopies}</p>
      {!byCode && <Current {...form.tie("current")} />}
      <PassphraseFields
        label={words.newPassphrase}
        proposed={proposed}
        choosing={choosing}
        onInput={form.put}
      />
      <Copied copy={copy} form={form} />
    </SecretForm>
  );
}

interface SecretFormProps {
  title: string;
  label: string;
  danger?: boolean;
  form: Formed;
  failure?: Failure | null;
  /** Whether what was typed twice agrees; the focus goes to what does not. */
  isReady?: () => boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** A sheet opened under the cards: Échap leaves it, the first field has the focus. */
function SecretForm({ title, label, danger, form, failure, isReady, onClose, children }: SecretFormProps) {
  return (
    <Sheet title={title}>
      <Form
        form={form}
        class="body"
        label={title}
        entry
        also={failure}
        send={() => (isReady?.() ?? true) && (form.run as () => unknown)()}
        onClose={onClose}
        end={
          <div class="row gap">
            <Button submit look={danger ? "danger" : "main"} disabled={form.busy}>
              {form.busy ? words.working : label}
            </Button>
            <Button look="quiet" onClick={onClose} disabled={form.busy}>
              {words.leave}
            </Button>
          </div>
        }
      >
        {children}
      </Form>
    </Sheet>
  );
}

interface CurrentProps {
  name: string;
  value: string;
  onInput: (typed: string) => void;
  error: string | null;
}

function Current(field: CurrentProps) {
  return (
    <div class="narrow">
      <SecretField label={words.current} isShown={false} autoComplete="current-password" {...field} />
    </div>
  );
}

function Copied({ copy, form }: { copy: Copy; form: { errorOf: (field: string) => string | null } }) {
  const sheet = useRecoverySheet();
  return (
    <CopiedCode
      prepared={copy.prepared}
      groups={copy.groups}
      sheet={sheet}
      refused={(index) => form.errorOf(`retyped_${index + 1}`)}
      onInput={copy.put}
      onTyped={(index, typed) => void copy.check(index, typed)}
    />
  );
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
