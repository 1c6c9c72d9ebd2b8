import { useEffect, useRef } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useDraftedForm } from "../../ipc/forms.ts";
import type { Choices, DossierView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { focusField } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { blankMember, isBlankMember, type MemberForm, memberForm, shareOf } from "./logic.ts";
import * as words from "./words.ts";

interface NewMemberProps {
  dossier: number;
  choices: Choices | null;
  start: MemberForm;
  onAdded: (view: DossierView) => void;
  onClose: () => void;
}

/** One member after the other: Entrée adds and starts the next. */
export function NewMember({ dossier, choices, start, onAdded, onClose }: NewMemberProps) {
  const place = useRef<HTMLFormElement>(null);
  const form = useDraftedForm<MemberForm>({
    dossier,
    form: "member",
    start: memberForm(start),
    isBlank: isBlankMember,
    draftOf: (typed) => ({ ...typed, member: null }),
    send: async (typed) => {
      onAdded(await call("add_member", { dossier, ...typed }));
      focusField(place.current, "name");
      return blankMember;
    },
    onRefused: (field) => focusField(place.current, field),
  });
  useEffect(() => {
    focusField(place.current, "name");
    form.readBack("born_on", "birth_date");
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);

  return (
    <AddingForm
      place={place}
      label={words.newMember}
      form={form}
      actions={words.actions}
      wide={false}
      onClose={onClose}
    >
      <TextField class="t4" label={words.memberName} {...form.tie("name")} />
      <Select
        class="t4"
        label={words.memberLink}
        options={choices?.links ?? []}
        blank={words.choose}
        {...form.tie("link")}
      />
      <DateField
        class="t4"
        label={words.memberBorn}
        optional
        placeholder={words.dateForm}
        {...form.tie("born_on", "birth_date")}
      />
      <Segmented
        class="t3"
        legend={words.memberHere}
        options={hereChoices}
        value={form.typed.lives_here ? "yes" : "no"}
        onInput={(key) => form.put({ lives_here: key === "yes" })}
      />
      <Segmented
        class="t4"
        legend={words.memberShare}
        hint={words.memberShareHint}
        options={choices?.shares ?? []}
        value={shareOf(form.typed)}
        onInput={(share) => form.put({ share })}
      />
      <TextField class="t5" label={words.memberReason} optional {...form.tie("reason")} />
    </AddingForm>
  );
}

const hereChoices = [
  { key: "yes", label: words.yes },
  { key: "no", label: words.no },
];
