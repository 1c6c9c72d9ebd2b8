import { useId, useRef } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { Choices, OfficeView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { focusField, useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import type { FieldName } from "./logic.ts";
import { useRequest } from "./useRequest.ts";
import { words } from "./words.ts";

const never = () => false;

export function NewRequest() {
  const place = usePlace();
  const page = useRef<HTMLFormElement>(null);
  const choices = useAnswer("choices", {}, never);
  const office = useAnswer("office", {});
  const request = useRequest(
    (dossier) => place.go(`/dossiers/${dossier.id}/personne`),
    (field) => focusField(page.current, field),
  );
  useTitle(words.windowTitle);
  useArrival(true);
  useKeys({ "Ctrl+Enter": () => void request.record(), Escape: place.back });

  return (
    <form
      ref={page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        request.record();
      }}
    >
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{words.title}</h1>
          <p>{words.intro}</p>
        </div>
        <div class="acts">
          <Button look="quiet" onClick={place.back} shortcut={words.escape}>
            {words.close}
          </Button>
        </div>
      </div>
      {request.found !== null && (
        <div class="gap-under">
          <Notice
            tone="info"
            title={words.found(request.found)}
            actions={
              <Button
                small
                onClick={() => request.giveUp().then(() => focusField(page.current, "last_name"))}
              >
                {words.giveUp}
              </Button>
            }
          >
            {words.foundText}
          </Notice>
        </div>
      )}
      <Refused failure={request.failure ?? choices.failure} />
      <div class="cols dos">
        <div class="stack">
          <Asked request={request} choices={choices.value} />
          <What request={request} days={office.value?.first_next_date_days ?? null} />
        </div>
        <Afterwards office={office.value} />
      </div>
    </form>
  );
}

type Request = ReturnType<typeof useRequest>;

/** What ties a field of the screen to the field of the form. */
function tie(request: Request, name: FieldName) {
  return {
    name,
    value: request.form[name],
    error: request.errors[name],
    onInput: (text: string) => request.put(name, text),
    onLeave: () => void request.leave(name),
  };
}

function Asked({ request, choices }: { request: Request; choices: Choices | null }) {
  return (
    <Sheet title={words.who}>
      <div class="body">
        <div class="form">
          <TextField class="h" label={words.lastName} {...tie(request, "last_name")} arrival />
          <TextField
            class="h"
            label={words.firstName}
            optional
            hint={words.firstNameHint}
            {...tie(request, "first_name")}
          />
          <TextField
            class="h"
            label={words.phone}
            optional
            inputMode="tel"
            width="w-tel"
            {...tie(request, "phone")}
          />
          <TextField class="h" label={words.email} optional inputMode="email" {...tie(request, "email")} />
          <Select
            class="h"
            label={words.origin}
            options={choices?.origins ?? []}
            blank={words.chooseOrigin}
            {...tie(request, "origin")}
          />
          <MoneyField class="h" label={words.amount} optional {...tie(request, "amount")} />
          <TextField label={words.project} hint={words.projectHint} {...tie(request, "project")} />
          <Select
            class="h"
            label={words.purpose}
            options={choices?.purposes ?? []}
            blank={words.toBeSpecified}
            {...tie(request, "purpose")}
          />
        </div>
      </div>
    </Sheet>
  );
}

function What({ request, days }: { request: Request; days: number | null }) {
  return (
    <Sheet title={words.next}>
      <div class="body">
        <div class="row top">
          <DateField
            label={words.receivedOn}
            optional
            hint={words.receivedHint}
            placeholder={words.dateForm}
            {...tie(request, "received_on")}
          />
          <DateField
            label={words.nextDate}
            optional
            hint={days === null ? undefined : words.nextDateHint(days)}
            placeholder={words.dateForm}
            {...tie(request, "next_date")}
          />
          <span class="grow" />
          <Button submit look="main" shortcut={words.recordKey} disabled={request.busy}>
            {request.busy ? words.recording : words.record}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** What recording will do, before it is done. */
function Afterwards({ office }: { office: OfficeView | null }) {
  const id = useId();
  return (
    <section class="sheet" aria-labelledby={id}>
      <header>
        <h2 id={id}>{words.afterTitle}</h2>
      </header>
      <div class="body">
        <dl class="told">
          <dt>{words.reference}</dt>
          <dd>
            <b>{office?.next_reference}</b>
            <span class="sub">{words.referenceHint}</span>
          </dd>
          <dt>{words.afterNext}</dt>
          <dd>{office && words.afterNextText(office.first_next_date_days)}</dd>
          <dt>{words.afterOpen}</dt>
          <dd>{words.afterOpenText}</dd>
        </dl>
      </div>
    </section>
  );
}
