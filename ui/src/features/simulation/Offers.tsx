// The same project in every lender's agreement in force, side by side.

import { useAction } from "../../ipc/answers.ts";
import type { Offer, SimulationView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Scroll, Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { type OfferRow, toldRows } from "./logic.ts";
import { words } from "./words.ts";

interface OffersProps {
  view: SimulationView;
  onKeep: (lender: string) => Promise<void>;
}

export function Offers({ view, onKeep }: OffersProps) {
  const keep = useAction(onKeep);
  const { offers } = view;
  if (offers.length === 0) {
    return (
      <Sheet title={words.offers}>
        <div class="body">
          <p class="soft">{words.noOffer}</p>
        </div>
      </Sheet>
    );
  }
  const isWorkedOut = offers.some(({ loan }) => loan !== null);
  return (
    <Sheet title={words.offers}>
      <Refused failure={keep.failure} />
      <Scroll label={words.offersTable}>
        <table class="cmp">
          <caption class="vh">{words.offersTable}</caption>
          <thead>
            <tr>
              <td />
              {offers.map((offer) => (
                <th scope="col" key={offer.lender} class={pick(offer)}>
                  {offer.name}
                  <span class="sub">{offer.agreement}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {isWorkedOut && <Costs offers={offers} />}
            {toldRows(offers).map((row) => (
              <Row key={row.label} offers={offers} row={row} />
            ))}
            {offers.some(isJudged) && (
              <tr>
                <th scope="row">{words.agreement}</th>
                {offers.map((offer) => (
                  <td key={offer.lender} class={pick(offer)}>
                    {isJudged(offer) ? (
                      <State meaning={offer.inside ? "ok" : "due"}>{offer.limit}</State>
                    ) : (
                      words.unknown
                    )}
                  </td>
                ))}
              </tr>
            )}
            {offers.some(({ loan }) => loan?.beside) && (
              <Row
                offers={offers}
                row={{ label: words.beside, value: ({ beside }) => beside }}
                look="small soft"
              />
            )}
            <tr>
              <th scope="row">
                <span class="vh">{words.choose}</span>
              </th>
              {offers.map((offer) => (
                <td key={offer.lender} class={pick(offer)}>
                  {offer.kept ? (
                    <State meaning="ok">{words.keptOffer}</State>
                  ) : (
                    <button
                      type="button"
                      class="btn small"
                      aria-label={words.keepOf(offer.name)}
                      disabled={keep.busy}
                      onClick={() => void keep.run(offer.lender)}
                    >
                      {words.keep}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
    </Sheet>
  );
}

function Costs({ offers }: { offers: readonly Offer[] }) {
  return (
    <>
      <Row
        offers={offers}
        row={{ label: words.perMonth, value: ({ instalment }) => instalment, isStrong: true }}
      />
      <tr class="cost">
        <th scope="row">
          <b>{words.totalCost}</b>
          <span class="sub">{words.costNote}</span>
        </th>
        {offers.map((offer) => (
          <td key={offer.lender} class={pick(offer)}>
            {offer.loan ? (
              <>
                <span class="big">{offer.loan.total_cost.text}</span>
                <svg class="hb" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={offer.loan.share} height="8" />
                </svg>
              </>
            ) : (
              words.unknown
            )}
          </td>
        ))}
      </tr>
    </>
  );
}

function Row({ offers, row, look }: { offers: readonly Offer[]; row: OfferRow; look?: string }) {
  return (
    <tr class={row.isStrong ? "strong" : undefined}>
      <th scope="row">{row.label}</th>
      {offers.map((offer) => (
        <td key={offer.lender} class={[pick(offer), look].filter(Boolean).join(" ") || undefined}>
          {(offer.loan && row.value(offer.loan)) || words.unknown}
        </td>
      ))}
    </tr>
  );
}

/** A loan not worked out yet is inside no limit; one that already passes it is told. */
function isJudged(offer: Offer): boolean {
  return offer.loan !== null || !offer.inside;
}

function pick(offer: Offer): string | undefined {
  return offer.kept ? "pick" : undefined;
}
