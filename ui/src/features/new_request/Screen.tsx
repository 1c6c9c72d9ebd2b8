import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { useReferrers } from "../../ipc/referrers.ts";
import type { Choices, OfficeView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, Refusals } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice } from "../../parts/Notice.tsx";
import { focusField, useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { ReferrerField } from "../../parts/ReferrerField.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { After } from "./After.tsx";
import { Grid, ToBring, Told } from "./Call.tsx";
import { Known } from "./Known.tsx";
import { TakenOver } from "./TakenOver.tsx";
import { type Request, tie, useRequest } from "./useRequest.ts";
import * as words from "./words.ts";

const never = () => false;

export function NewRequest({ title }: { title: string }) {
  const place = usePlace();
  const choices = useAnswer("choices", {}, never);
  const office = useAnswer("office", {});
  const [name] = useState(place.word);
  const request = useRequest(name, (dossier) => place.go(`/dossiers/${dossier.id}`));
  const { answers, purpose } = request.typed;
  const grid = useAnswer("screening_grid", { answers: choicesOf(answers), purpose }, never);
  useTitle(words.newRequest);
  useArrival(true);
  useKeys({ "Ctrl+Enter": () => void request.run(), Escape: place.back });

  return (
    <Form form={request} class="" isBare>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{words.intro(office.value?.next_reference ?? "")}</p>
        </div>
        <div class="actions">
          <Button look="quiet" onClick={place.back} shortcut={words.escapeKey}>
            {words.close}
          </Button>
        </div>
      </div>
      {request.keptAt !== null && (
        <div class="gap-under">
          <Notice
            tone="info"
            title={words.found(momentText(request.keptAt))}
            actions={
              <Button
                small
                onClick={() => {
                  request.giveUp();
                  focusField(request.place.current, "last_name");
                }}
              >
                {words.giveUp}
              </Button>
            }
          >
            {words.foundText}
          </Notice>
        </div>
      )}
      <Refusals form={request} also={choices.failure} />
      {/* In the order of the call: what follows is under who asks, and comes after what is answered. */}
      <div class="columns even call">
        <Asked request={request} choices={choices.value} />
        <div class="stack">
          <Grid request={request} grid={grid.value} />
          <Told request={request} grid={grid.value} />
          <ToBring grid={grid.value} />
        </div>
        <div class="stack">
          <After request={request} grid={grid.value} choices={choices.value} days={days(office.value)} />
          <TakenOver request={request} />
        </div>
      </div>
    </Form>
  );
}

function days(office: OfficeView | null): number | null {
  return office?.first_next_date_days ?? null;
}

/** What is answered by yes or no; what is typed says nothing before it is recorded. */
function choicesOf(answers: Record<string, string | undefined>): Record<string, string> {
  const chosen = Object.entries(answers).filter(
    (pair): pair is [string, string] => pair[1] === "yes" || pair[1] === "no" || pair[1] === "to_see",
  );
  return Object.fromEntries(chosen);
}

function Asked({ request, choices }: { request: Request; choices: Choices | null }) {
  const referrers = useReferrers();
  return (
    <Sheet title={words.who}>
      <div class="body">
        <div class="form">
          <TextField class="half" label={words.name} {...tie(request, "last_name")} arrival />
          <TextField
            class="half"
            label={words.firstName}
            optional
            hint={words.firstNameHint}
            {...tie(request, "first_name")}
          />
          <Known request={request} />
          <TextField
            class="half"
            label={words.phone}
            optional
            inputMode="tel"
            width="w-tel"
            {...tie(request, "phone")}
          />
          <TextField class="half" label={words.commune} optional {...tie(request, "commune")} />
          <TextField class="half" label={words.email} optional inputMode="email" {...tie(request, "email")} />
          <DateField class="half" label={words.bornOn} optional {...tie(request, "born_on")} />
          <Select
            class="half"
            label={words.originAsked}
            options={choices?.origins ?? []}
            blank={words.chooseKind}
            {...tie(request, "origin")}
          />
          <Select
            class="half"
            label={words.howHeard}
            optional
            options={choices?.how_heard ?? []}
            blank={words.unknown}
            {...tie(request, "how_heard")}
          />
          <ReferrerField
            class="half"
            known={referrers}
            label={words.referrer}
            optional
            hint={words.referrerHint}
            blank={words.unknown}
            {...tie(request, "referrer")}
          />
          <TextField label={words.projectLine} hint={words.projectHint} {...tie(request, "project")} />
          <Select
            class="half"
            label={words.purpose}
            options={choices?.purposes ?? []}
            blank={words.toBeSpecified}
            {...tie(request, "purpose")}
          />
          <MoneyField class="half" label={words.amount} optional {...tie(request, "amount")} />
        </div>
      </div>
    </Sheet>
  );
}
