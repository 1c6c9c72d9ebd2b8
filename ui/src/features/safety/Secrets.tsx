// The two ways in: what is known of each, and the forms that change them.

import { useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { CopiesView, SafetyOverview } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Card } from "./Card.tsx";
import { CopyCards } from "./CopyCards.tsx";
import { ChangePassphrase, ProveCode, RenewKey, ReplaceCode } from "./SecretForms.tsx";
import * as all from "./words.ts";

const words = all.secrets;

type Opened = "passphrase" | "prove" | "code" | "renew";
const forms = { passphrase: ChangePassphrase, prove: ProveCode, code: ReplaceCode, renew: RenewKey };

export function Secrets({ copies }: { copies: CopiesView | null }) {
  const {
    value: view,
    failure,
    set,
  } = useAnswer("safety_overview", {}, (by) =>
    ["set_safety_rules", "undo", "redo", "copy_here"].includes(by),
  );
  const [opened, open] = useState<Opened | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const cards = useRef<HTMLDivElement>(null);
  if (!view) return <Refused failure={failure} />;
  const Form = opened && forms[opened];
  const start = (form: Opened) => {
    setTold(null);
    open(form);
  };
  const close = () => {
    const from = opened;
    open(null);
    setTimeout(() => cards.current?.querySelector<HTMLElement>(`[data-opens="${from}"] button`)?.focus());
  };
  return (
    <div ref={cards}>
      {view.warnings.map((warning) => (
        <div class="gap-under" key={warning}>
          <Notice tone="due">{warning}</Notice>
        </div>
      ))}
      {view.is_opened_with_code && (
        <div class="gap-under">
          <Notice tone="due" title={words.openedWithCode}>
            {words.openedWithCodeNext}
          </Notice>
        </div>
      )}
      {view.former_copies > 0 && <FormerCopies count={view.former_copies} onDone={set} />}
      <dl class="facts-grid">
        {copies && <CopyCards view={copies} />}
        <Card
          title={words.code}
          meaning={view.code.is_due ? "due" : "ok"}
          main={view.code.text}
          note={[view.code.proved_on?.text, view.code.rhythm].filter(Boolean).join(", ")}
          actions={
            <>
              <Opening form="prove" label={words.prove} onOpen={start} />
              <Opening form="code" label={words.newCode} onOpen={start} />
            </>
          }
        />
        <Card
          title={words.passphrase}
          meaning={view.is_opened_with_code ? "due" : "ok"}
          main={view.passphrase_set_on?.text ?? words.unknownDay}
          note={view.lock}
          actions={
            <>
              <Opening form="passphrase" label={words.change} onOpen={start} />
              <Opening form="renew" label={words.compromised} onOpen={start} />
            </>
          }
        />
      </dl>
      <div role="status">
        {told !== null && (
          <div class="gap-under">
            <Notice tone="ok">{told}</Notice>
          </div>
        )}
      </div>
      {Form && (
        <div class="gap-under">
          <Form
            byCode={view.is_opened_with_code}
            onClose={close}
            onDone={(next: SafetyOverview, sentence: string) => {
              set(next);
              setTold(sentence);
              close();
            }}
          />
        </div>
      )}
    </div>
  );
}

/** Copies that open with a secret given up: destroyed in two presses, never by themselves. */
function FormerCopies({ count, onDone }: { count: number; onDone: (view: SafetyOverview) => void }) {
  const [isAsked, ask] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const destroying = useAction(async () => {
    onDone(await call("destroy_former_copies", { count }));
    document.querySelector<HTMLElement>("h1")?.focus();
  });
  const turn = (asked: boolean) => {
    ask(asked);
    // The button that was pressed is gone: the safe one takes the focus.
    setTimeout(() => place.current?.querySelector("button")?.focus());
  };
  return (
    <div class="gap-under" ref={place}>
      <Notice
        tone="due"
        title={words.formerCopies(count)}
        actions={
          isAsked ? (
            <>
              <Button small onClick={() => turn(false)}>
                {words.keepFormer}
              </Button>
              <Button small look="danger" disabled={destroying.busy} onClick={() => void destroying.run()}>
                {words.destroyFormerNow(count)}
              </Button>
            </>
          ) : (
            <Button small onClick={() => turn(true)}>
              {words.destroyFormer}
            </Button>
          )
        }
      >
        {isAsked ? words.formerAsked : words.formerWhy}
      </Notice>
      <Refused failure={destroying.failure} />
    </div>
  );
}

function Opening(props: { form: Opened; label: string; onOpen: (form: Opened) => void }) {
  return (
    <span data-opens={props.form}>
      <Button small onClick={() => props.onOpen(props.form)}>
        {props.label}
      </Button>
    </span>
  );
}
