// Every lender as a row: yes or no with its reason, what the loan costs there, what is left, and keeping it; the same
// sum on a revolving credit last.

import { useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { useForm } from "../../ipc/form.ts";
import type { Offer, OfferKind, RevolvingView, SimulationView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { rowOf } from "./logic.ts";
import * as words from "./words.ts";

/** The lender to keep, and why where its own rule says no. */
export interface Kept {
  lender: string;
  kind: OfferKind;
  reasons?: string;
}

interface OffersProps {
  view: SimulationView;
  onKeep: (kept: Kept) => Promise<void>;
}

export function Offers({ view, onKeep }: OffersProps) {
  const keep = useAction(onKeep);
  const [asking, setAsking] = useState<Offer | null>(null);
  const { revolving, threshold, ways_out } = view;
  const offers = useFirstOrder(view.offers);
  if (offers.length === 0) {
    return (
      <Sheet title={words.offers}>
        <div class="body">
          <p class="soft">
            {words.noOffer} <a href="#/reglages/banques">{words.toAgreements}</a>
          </p>
        </div>
      </Sheet>
    );
  }
  const isAnyKept = offers.some(({ kept }) => kept);
  return (
    <Sheet title={words.offers} isHeard>
      <Refused failure={keep.failure} />
      {ways_out.length > 0 && (
        <div class="body">
          <p>
            <State meaning="due">{words.noneIsPossible}</State> {ways_out.join(" ")}
          </p>
        </div>
      )}
      <Table
        label={words.offers}
        class="banks"
        heads={[
          words.lender,
          words.isPossible,
          ...overFigures([words.perMonth, words.totalCost, words.taeg, words.resteAVivre]),
          { text: words.choose, isHeard: true },
        ]}
      >
        {offers.map((offer) => (
          <Row
            key={rowOf(offer)}
            offer={offer}
            isMain={!isAnyKept && offer === view.offers[0] && offer.possible === true}
            busy={keep.busy}
            onKeep={() => void keep.run({ lender: offer.lender, kind: offer.kind })}
            onAsk={() => setAsking(offer)}
          />
        ))}
        {revolving && <Revolving credit={revolving} />}
      </Table>
      {asking && (
        <Anyway
          offer={asking}
          onDone={async (reasons) => {
            await onKeep({ lender: asking.lender, kind: asking.kind, reasons });
            setAsking(null);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {threshold && !threshold.reached && (
        <div class="body">
          <p>
            <State meaning="due">{words.underThreshold(threshold.sentence)}</State>
          </p>
        </div>
      )}
    </Sheet>
  );
}

/** The rows in the order they were first shown in: a figure that changes moves none. */
function useFirstOrder(offers: readonly Offer[]): Offer[] {
  const first = useRef<readonly string[]>([]);
  const shown = first.current;
  first.current = [...shown, ...offers.map(rowOf).filter((row) => !shown.includes(row))];
  return first.current.flatMap((row) => offers.find((offer) => rowOf(offer) === row) ?? []);
}

interface RowProps {
  offer: Offer;
  /** Whether it is the one to keep first. */
  isMain: boolean;
  busy: boolean;
  onKeep: () => void;
  onAsk: () => void;
}

function Row({ offer, isMain, busy, onKeep, onAsk }: RowProps) {
  const { loan, keeping, possible } = offer;
  const isAsked = keeping === "with_reason";
  return (
    <tr class={offer.kept || isMain ? "pick" : possible ? undefined : "off"}>
      <th scope="row">
        {offer.name}
        {offer.detail && <span class="sub">{offer.detail}</span>}
      </th>
      <td>
        {possible !== null && (
          <State meaning={possible ? "ok" : "refused"}>{possible ? words.yes : words.no}</State>
        )}
        <span class="sub">{offer.reason}</span>
      </td>
      <td class="num strong">{loan?.instalment ?? words.unknown}</td>
      <td class="num strong">{loan?.total_cost.text ?? words.unknown}</td>
      <td class="num">{loan?.taeg ?? words.unknown}</td>
      <td class="num">{loan?.reste_a_vivre || words.unknown}</td>
      <td class="num">
        {offer.kept ? (
          // What asks for a bank elsewhere leads here.
          <output name="lender" tabIndex={-1}>
            <State meaning={possible === false ? "due" : "ok"}>{words.keptOffer}</State>
          </output>
        ) : (
          keeping !== "barred" && (
            <button
              type="button"
              name="lender"
              class={isMain ? "button small main" : isAsked ? "button small quiet" : "button small"}
              aria-label={words.keepOf(isAsked ? words.keepAnyway : words.keep, offer.name)}
              disabled={busy}
              onClick={isAsked ? onAsk : onKeep}
            >
              {isAsked ? words.keepAnyway : words.keep}
            </button>
          )
        )}
      </td>
    </tr>
  );
}

function Revolving({ credit }: { credit: RevolvingView }) {
  return (
    <tr class="other">
      <th scope="row">
        {words.revolving}
        <span class="sub">{credit.source}</span>
      </th>
      <td />
      <td class="num">{credit.instalment}</td>
      <td class="num">{credit.total_cost.text}</td>
      <td class="num">{credit.taeg}</td>
      <td class="num">{credit.reste_a_vivre || words.unknown}</td>
      <td />
    </tr>
  );
}

interface AnywayProps {
  offer: Offer;
  onDone: (reasons: string) => Promise<void>;
  onClose: () => void;
}

/** A bank that says no is kept for a reason, which is dated. */
function Anyway({ offer, onDone, onClose }: AnywayProps) {
  const form = useForm({
    name: "lender_kept_anyway",
    recorded: { reasons: "" },
    send: ({ reasons }) => onDone(reasons),
  });
  return (
    <AddingForm
      label={words.keepOf(words.keepAnyway, offer.name)}
      form={form}
      entry="reasons"
      actions={words.keepActions}
      onClose={onClose}
    >
      <TextField
        class="span-9"
        label={words.whyAnyway(offer.name)}
        hint={words.whyAnywayHint}
        {...form.tie("reasons")}
      />
    </AddingForm>
  );
}

/** What each loan costs, a bar each. */
export function Costs({ view }: { view: SimulationView }) {
  const { revolving } = view;
  const offers = useFirstOrder(view.offers);
  const bars = offers.flatMap(({ loan, ...offer }) =>
    loan
      ? [{ key: rowOf(offer), name: offer.name, cost: loan.total_cost.text, share: loan.share, look: "" }]
      : [],
  );
  const every = revolving
    ? [
        ...bars,
        {
          key: "revolving",
          name: words.revolving,
          cost: revolving.total_cost.text,
          share: revolving.share,
          look: "other",
        },
      ]
    : bars;
  if (every.length < 2) return null;
  return (
    <Sheet title={words.loan} note={words.costNote}>
      <Table
        label={words.totalCost}
        class="costs"
        heads={[
          { text: words.lender, isHeard: true },
          { text: words.totalCost, isHeard: true },
        ]}
      >
        {every.map(({ key, name, cost, share, look }) => (
          <tr key={key} class={look || undefined}>
            <th scope="row">{name}</th>
            <td>
              <svg class="cost-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width={share} height="8" />
              </svg>
              <span class="heard">{cost}</span>
            </td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
