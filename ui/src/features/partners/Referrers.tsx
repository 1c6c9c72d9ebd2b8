// Those who send people: what became of each one's people, and where the word to them stands.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type {
  Choice,
  PartnerReferrer,
  PartnersView,
  ReferrerFields,
  ReferrersView,
  ReferrerView,
} from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Register } from "../../parts/Register.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Exchanges } from "./Exchanges.tsx";
import { People } from "./People.tsx";
import { TypedForm } from "./TypedForm.tsx";
import * as words from "./words.ts";

interface ReferrersProps {
  view: PartnersView;
  onChanged: (view: PartnersView) => void;
}

export function Referrers({ view, onChanged }: ReferrersProps) {
  const [chosen, choose] = useState<number | null>(null);
  const shown = view.referrers.referrers.find((one) => one.id === chosen) ?? null;
  return (
    <div class="stack gap">
      <Register
        title={words.referrers}
        note={words.referrersNote(view.period)}
        adds={words.addReferrer}
        entries={[]}
        form={(_, close) => (
          <Describing
            draft="referrer"
            start={blank}
            kinds={view.referrers.kinds}
            name={words.addReferrer}
            button={words.addIt}
            send={(fields) => call("add_referrer", fields)}
            onChanged={(referrers) => {
              onChanged({ ...view, referrers });
              close();
            }}
            onClose={close}
          />
        )}
      >
        {({ isOpen }) =>
          view.sent.length > 0 ? (
            <Sent view={view} chosen={chosen} onChoose={(one) => choose(one === chosen ? null : one)} />
          ) : (
            !isOpen && <p class="body soft">{words.noReferrer}</p>
          )
        }
      </Register>
      {shown && <Opened key={shown.id} referrer={shown} view={view} onChanged={onChanged} />}
    </div>
  );
}

interface SentProps {
  view: PartnersView;
  chosen: number | null;
  onChoose: (referrer: number) => void;
}

function Sent({ view, chosen, onChoose }: SentProps) {
  return (
    <Table
      label={words.referrers}
      class=""
      heads={[words.referrer, ...overFigures([words.people, ...view.ends]), words.feedback]}
    >
      {view.sent.map((row) => (
        <tr key={row.referrer}>
          <th scope="row">
            <button
              type="button"
              class="link"
              aria-expanded={row.referrer === chosen}
              onClick={() => onChoose(row.referrer)}
            >
              {row.structure}
            </button>
            <span class="sub block soft small">{row.retired ? words.setAside : row.name}</span>
          </th>
          <Counts counts={row.counts} />
          <td>
            <FeedbackOf row={row} />
          </td>
        </tr>
      ))}
      <tr class="sum end">
        <th scope="row">{words.total}</th>
        <Counts counts={view.total} />
        <td />
      </tr>
    </Table>
  );
}

function Counts({ counts }: { counts: readonly number[] }) {
  return (
    <>
      {counts.map((count, place) => (
        <td class="num" key={place}>
          {count === 0 ? <span class="soft">{count}</span> : count}
        </td>
      ))}
    </>
  );
}

function FeedbackOf({ row }: { row: PartnerReferrer }) {
  if (row.feedback === "") return null;
  return row.due ? <State meaning="due">{row.feedback}</State> : <span class="soft">{row.feedback}</span>;
}

interface OpenedProps extends ReferrersProps {
  referrer: ReferrerView;
}

/** One referrer: whom to reach, the people it sent, what was said with it. */
function Opened({ referrer, view, onChanged }: OpenedProps) {
  const [isChanging, setChanging] = useState(false);
  const retire = useAction(async () => {
    const next = await call("retire_referrer", { referrer: referrer.id, retired: !referrer.retired });
    onChanged({ ...view, referrers: next });
  });
  const { phone, email, address } = referrer.fields;
  return (
    <>
      <Sheet
        title={referrer.label}
        note={referrer.kind_label}
        actions={
          !isChanging && (
            <span class="row middle">
              <Button small look="quiet" onClick={retire.run} disabled={retire.busy}>
                {referrer.retired ? words.bringBack : words.retireReferrer}
              </Button>
              <Button small onClick={() => setChanging(true)}>
                {words.modify}
              </Button>
            </span>
          )
        }
      >
        {isChanging ? (
          <Describing
            draft={`referrer:${referrer.id}`}
            start={referrer.fields}
            kinds={view.referrers.kinds}
            name={words.changeReferrer}
            button={words.save}
            send={(fields) => call("change_referrer", { referrer: referrer.id, fields })}
            onChanged={(referrers) => {
              onChanged({ ...view, referrers });
              setChanging(false);
            }}
            onClose={() => setChanging(false)}
          />
        ) : (
          <div class="body">
            {[phone, email, address].filter(Boolean).map((line) => (
              <span class="block" key={line}>
                {line}
              </span>
            ))}
            <Refused failure={retire.failure} />
          </div>
        )}
      </Sheet>
      <People referrer={referrer.id} />
      <Exchanges
        title={words.exchangesWith}
        nothing={words.noExchangeWith}
        exchanges={view.referrer_exchanges.filter((one) => one.referrer === referrer.id)}
        kinds={view.kinds}
        partner={{ lender: "", referrer: referrer.id }}
        onChanged={onChanged}
      />
    </>
  );
}

const blank: ReferrerFields = { kind: "", structure: "", name: "", phone: "", email: "", address: "" };

interface DescribingProps {
  draft: string;
  start: ReferrerFields;
  kinds: readonly Choice[];
  name: string;
  button: string;
  send: (fields: ReferrerFields) => Promise<ReferrersView>;
  onChanged: (view: ReferrersView) => void;
  onClose: () => void;
}

function Describing({ draft, start, kinds, name, button, send, onChanged, onClose }: DescribingProps) {
  const form = useForm({
    name: draft,
    recorded: start,
    send: async (typed) => onChanged(await send(typed)),
  });
  return (
    <TypedForm form={form} name={name} button={button} onClose={onClose}>
      <TextField label={words.structure} {...form.tie("structure")} />
      <Select
        label={words.structureKind}
        class="half"
        blank={words.choose}
        options={kinds}
        {...form.tie("kind")}
      />
      <TextField label={words.name} class="half" optional {...form.tie("name")} />
      <TextField
        label={words.phone}
        class="half"
        optional
        inputMode="tel"
        width="w-tel"
        {...form.tie("phone")}
      />
      <TextField label={words.email} class="half" optional inputMode="email" {...form.tie("email")} />
      <TextField label={words.address} optional hint={words.addressHint} {...form.tie("address")} />
    </TypedForm>
  );
}
