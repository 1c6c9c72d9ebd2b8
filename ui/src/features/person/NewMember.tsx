import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { drafts } from "../../ipc/drafts.ts";
import type { Choices, DossierView, Failure } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { blankMember, isBlankMember, type MemberForm, sentence } from "./logic.ts";
import { words } from "./words.ts";

const FORM = "member";

interface NewMemberProps {
  dossier: number;
  choices: Choices | null;
  start: MemberForm;
  onAdded: (view: DossierView) => void;
  onClose: () => void;
}

/** One member after the other: Entrée adds and starts the next. */
export function NewMember({ dossier, choices, start, onAdded, onClose }: NewMemberProps) {
  const [form, setForm] = useState<MemberForm>(() => ({ ...blankMember, ...pick(start) }));
  const [refused, setRefused] = useState<Failure | null>(null);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    focusField(place.current, "name");
  }, []);

  const put = (change: Partial<MemberForm>) => {
    const next = { ...form, ...change };
    setForm(next);
    setRefused(null);
    if (isBlankMember(next)) drafts.drop(dossier, FORM);
    else drafts.keep(dossier, FORM, { ...next, member: null });
  };
  const adding = useAction(async () => {
    drafts.forget(dossier, FORM);
    try {
      onAdded(await call("add_member", { dossier, ...form }));
      setForm(blankMember);
      setRefused(null);
      focusField(place.current, "name");
    } catch (reason) {
      const failure = asFailure(reason);
      drafts.keep(dossier, FORM, { ...form, member: null });
      setRefused(failure);
      focusField(place.current, failure.field);
    }
  });
  const close = () => {
    drafts.drop(dossier, FORM);
    onClose();
  };
  const tie = (field: "name" | "link" | "born_on" | "reason") => ({
    name: field,
    value: form[field],
    error: refused?.field === field ? sentence(refused) : null,
    onInput: (text: string) => put({ [field]: text }),
  });

  return (
    <form
      class="adding"
      ref={place}
      aria-label={words.newMember}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        adding.run();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <div class="form six">
        <TextField class="t4" label={words.memberName} {...tie("name")} />
        <Select
          class="t3"
          label={words.memberLink}
          options={choices?.links ?? []}
          blank={words.choose}
          {...tie("link")}
        />
        <DateField class="t2" label={words.memberBorn} optional {...tie("born_on")} />
        <Segmented
          class="t3"
          legend={words.memberHere}
          options={hereChoices}
          value={form.lives_here ? "yes" : "no"}
          onInput={(key) => put({ lives_here: key === "yes" })}
        />
        <Segmented
          class="t3"
          legend={words.memberShare}
          options={choices?.shares ?? []}
          value={form.share}
          hint={words.memberShareHint}
          onInput={(share) => put({ share })}
        />
        <TextField class="t5" label={words.memberReason} optional {...tie("reason")} />
        <div class="t4 acts">
          <Button submit look="main" shortcut={words.enter} disabled={adding.busy}>
            {adding.busy ? words.adding : words.add}
          </Button>
          <Button look="quiet" shortcut={words.escape} onClick={close}>
            {isBlankMember(form) ? words.close : words.giveUp}
          </Button>
        </div>
      </div>
      <Refused failure={refused && !isTied(refused.field) ? refused : null} />
    </form>
  );
}

/** The fields that show their own refusal. */
function isTied(field: string | null): boolean {
  return field !== null && ["name", "link", "born_on", "reason"].includes(field);
}

const hereChoices = [
  { key: "yes", label: words.yes },
  { key: "no", label: words.no },
];

function pick({ name, link, born_on, lives_here, share, reason }: MemberForm): MemberForm {
  return { name, link, born_on, lives_here, share, reason };
}
