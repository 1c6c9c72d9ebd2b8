import { useEffect } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { Choices, DossierView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { focusField } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { blankMember, shareOf } from "./logic.ts";
import * as words from "./words.ts";

interface NewMemberProps {
  dossier: number;
  choices: Choices | null;
  onAdded: (view: DossierView) => void;
  onClose: () => void;
}

/** One member after the other: Entrée adds and starts the next. */
export function NewMember({ dossier, choices, onAdded, onClose }: NewMemberProps) {
  const form = useForm({
    name: "member",
    dossier,
    recorded: blankMember,
    send: async (typed) => {
      onAdded(await call("add_member", { dossier, ...typed }));
      focusField(form.place.current, "name");
    },
    of: { member: null },
  });
  useEffect(() => form.place.current?.scrollIntoView({ block: "nearest" }), []);

  return (
    <AddingForm label={words.newMember} form={form} entry="name" onClose={onClose}>
      <TextField class="span-4" label={words.memberName} {...form.tie("name")} />
      <Select
        class="span-4"
        label={words.memberLink}
        options={choices?.links ?? []}
        blank={words.chooseKind}
        {...form.tie("link")}
      />
      <DateField class="span-4" label={words.memberBorn} optional {...form.tie("born_on", "birth_date")} />
      <Segmented
        class="span-3"
        legend={words.memberHere}
        options={words.yesNo}
        value={form.typed.lives_here ? "yes" : "no"}
        onInput={(key) => form.put({ lives_here: key === "yes" })}
      />
      <Segmented
        class="span-4"
        legend={words.memberShare}
        hint={words.memberShareHint}
        options={choices?.shares ?? []}
        value={shareOf(form.typed)}
        onInput={(share) => form.put({ share })}
      />
      <TextField class="span-5" label={words.memberReason} optional {...form.tie("reason")} />
    </AddingForm>
  );
}
