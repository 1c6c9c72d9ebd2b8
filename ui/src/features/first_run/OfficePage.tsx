// One's own office on one page: its name, the words that open it, the sheet for when they are forgotten. What is left
// to do is said under the button, which leads there.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { useRecoverySheet } from "../../ipc/paper_out.ts";
import { blankGroup, compared, type Group, usePrepared, useProposed, useWeighed } from "../../ipc/secrets.ts";
import type { Opened } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { PassphraseFields, useChoosing } from "../../parts/NewPassphrase.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { CopiedCode } from "../../parts/RecoveryCode.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { completed, type Left, leftToDo } from "./logic.ts";
import * as words from "./words.ts";

const never = () => false;
const blank = { name: "", address: "", phone: "", advisor: "", retyped: "", passphrase: "", again: "" };

interface OfficePageProps {
  onOpened: (opened: Opened) => void;
  onLeave: () => void;
}

export function OfficePage({ onOpened, onLeave }: OfficePageProps) {
  const proposed = useProposed();
  const prepared = usePrepared(true);
  const shared = useAnswer("status", {}, never).value?.has_shared_folder ?? null;
  const [groups, setGroups] = useState<readonly Group[]>([blankGroup, blankGroup]);
  const [isOwn, chooseOwn] = useState(false);
  const form = useForm({
    name: "office",
    isQuestion: true,
    recorded: blank,
    send: async ({ name, address, phone, advisor, passphrase }) => {
      const office = { name, address, phone, advisor };
      const retyped = groups.map((group) => group.typed);
      const opening = isOwn ? passphrase : proposed.words;
      onOpened(await call("create_office", { ...office, passphrase: opening, retyped }));
    },
  });
  const { typed, put } = form;
  const { name, address, phone, advisor } = typed;
  const sheet = useRecoverySheet({ name, address, phone, advisor });
  const weight = useWeighed(typed.passphrase, [name, advisor, address]);
  const choosing = useChoosing(typed, weight, form.errorOf("passphrase"));
  const put1 = (index: number, group: Group) =>
    setGroups((all) => all.map((one, at) => (at === index ? group : one)));
  // An answer about what is no longer in the field is not shown.
  const judge = (index: number, group: Group) =>
    setGroups((all) => all.map((one, at) => (at === index && one.typed === group.typed ? group : one)));
  const check = async (index: number, text: string) => {
    const number = prepared.value?.asked[index];
    if (number !== undefined && text.trim() !== "") judge(index, await compared(number, text));
  };
  const isChosen = choosing.isShown || typed.again === typed.passphrase;
  const own = isOwn ? { isStrong: weight?.enough === true, isChosen } : null;
  const left = leftToDo({
    ...typed,
    proposed: proposed.words,
    own,
    groups,
    asked: prepared.value?.asked ?? [],
  });
  const send = () => (left[0] ? focusField(form.place.current, left[0].field) : form.run());
  return (
    <Form form={form} class="first-office" send={send} quick isBare entry="name">
      <header class="page-head">
        <h1>{words.officeTitle}</h1>
        <p class="soft">{words.officeNote}</p>
      </header>
      {shared !== null && <Notice tone="due">{shared}</Notice>}
      <div class="columns">
        <div class="stack">
          <Sheet title={words.officePart} note={words.officeIntro}>
            <div class="body form">
              <TextField label={words.officeName} required {...form.tie("name")} />
              <TextField label={words.address} {...form.tie("address")} />
              <TextField class="half" label={words.phone} {...form.tie("phone")} />
              <TextField class="half" label={words.advisor} required {...form.tie("advisor")} />
            </div>
          </Sheet>
          <Sheet
            title={words.wordsPart}
            note={words.wordsIntro}
            actions={
              !isOwn && (
                <Button small onClick={proposed.draw}>
                  {words.otherWords}
                </Button>
              )
            }
          >
            <div class="body">
              {isOwn ? (
                <PassphraseFields
                  label={words.passphrase}
                  proposed={{ words: "", draw: proposed.draw }}
                  choosing={choosing}
                  onInput={put}
                />
              ) : (
                <>
                  <ol class="six-words" aria-label={words.wordsPart}>
                    {proposed.words.split(" ").map((word) => (
                      <li key={word}>{word}</li>
                    ))}
                  </ol>
                  <TextField
                    {...form.tie("retyped")}
                    label={words.retype}
                    required
                    error={form.errorOf("passphrase")}
                    onInput={(text) =>
                      put((was) => ({ retyped: completed(text, was.retyped, proposed.words) }))
                    }
                  />
                </>
              )}
              <button type="button" class="link" onClick={() => chooseOwn(!isOwn)}>
                {isOwn ? words.takeSix : words.chooseOwn}
              </button>
            </div>
          </Sheet>
        </div>
        <div class="stack">
          <Sheet title={words.sheetPart} note={words.sheetIntro}>
            <div class="body">
              <CopiedCode
                prepared={prepared.value}
                groups={groups}
                sheet={sheet}
                refused={(index) => form.errorOf(`retyped_${index + 1}`)}
                onInput={(index, text) => put1(index, { ...blankGroup, typed: text })}
                onTyped={check}
              />
            </div>
          </Sheet>
          <p>{words.lostTogether}</p>
          <Button submit look="main" shortcut={words.sendKey} disabled={form.busy} describedBy="left">
            {form.busy ? words.starting : words.start}
          </Button>
          <Remaining left={left} />
          <Refused failure={prepared.failure ?? form.failure} />
          <Button look="quiet" onClick={onLeave} disabled={form.busy}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function Remaining({ left }: { left: readonly Left[] }) {
  return (
    <p class="hint" id="left" role="status">
      {left.length > 0 && words.remaining(left.map(({ what }) => what))}
    </p>
  );
}
