// The same project in every lender's agreement in force, side by side, and the
// same sum on a revolving credit.

import type { ComponentChildren } from "preact";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Figure, Offer, OfferKind, RevolvingView, SimulationView } from "../../ipc/types.ts";
import { Explain } from "../../parts/Explained.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { type Head, Table } from "../../parts/Table.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Keep } from "./Keep.tsx";
import { askedRows, columnOf, costRows, type OfferRow, toldRows } from "./logic.ts";
import * as words from "./words.ts";

interface OffersProps {
  view: SimulationView;
  onKeep: (lender: string, kind: OfferKind) => Promise<void>;
  /** The TAEG of the revolving credit, while it is typed. */
  taeg: { value: string; error: string | null; onInput: (text: string) => void };
}

export function Offers({ view, onKeep, taeg }: OffersProps) {
  const keep = useAction(onKeep);
  const { offers, revolving } = view;
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
  const isWorkedOut = offers.some(({ loan }) => loan !== null);
  const asked = toldRows(askedRows, offers);
  const table = { offers, revolving, dossier: view.dossier, taeg: taeg.value.trim() };
  return (
    <Sheet title={words.offers}>
      <Refused failure={keep.failure} />
      <Table label={words.comparisonPaper} class="lenders" areBodies heads={headsOf(table)}>
        {isWorkedOut && <Costs {...table} />}
        <tbody>
          {asked.length > 0 && <Part {...table} title={words.asks} />}
          {asked.map((row) => (
            <Row key={row.label} {...table} row={row} look="small" />
          ))}
          <Limits {...table} />
          {offers.some(({ loan }) => loan?.beside) && (
            <Row
              {...table}
              row={{ label: words.beside, value: ({ loan }) => loan?.beside ?? "" }}
              look="small soft"
            />
          )}
          <Cells {...table} label={<span class="heard">{words.choose}</span>}>
            {(offer) => (
              <Keep
                isKept={offer.kept}
                said={words.keptOffer}
                of={[offer.name, offer.eased].filter(Boolean).join(words.comma)}
                busy={keep.busy}
                onKeep={() => void keep.run(offer.lender, offer.kind)}
              />
            )}
          </Cells>
        </tbody>
      </Table>
      <div class="body">
        <TextField
          label={words.revolvingTaeg}
          name="revolving_taeg"
          inputMode="decimal"
          width="w-short"
          hint={revolving?.source ?? words.revolvingHint}
          {...taeg}
        />
      </div>
    </Sheet>
  );
}

interface TableProps {
  offers: readonly Offer[];
  revolving: RevolvingView | null;
  dossier: number;
  /** The TAEG typed for the revolving credit; the office's when empty. */
  taeg: string;
}

function headsOf({ offers, revolving }: TableProps): Head[] {
  const told = offers.map((offer) => ({
    text: (
      <>
        {offer.name}
        {offer.eased && `${words.comma}${offer.eased}`}
        <span class="sub">{offer.agreement}</span>
      </>
    ),
    look: pick(offer),
  }));
  const other = revolving && {
    text: (
      <>
        {words.revolving}
        <span class="sub">{revolving.source}</span>
      </>
    ),
    look: "other",
  };
  return ["", ...told, ...(other ? [other] : [])];
}

function Costs(table: TableProps) {
  const { offers, revolving, dossier, taeg } = table;
  return (
    <tbody>
      <Row
        {...table}
        row={{
          label: words.perMonth,
          value: ({ loan }) => loan?.instalment ?? "",
          revolving: ({ instalment }) => instalment,
          isStrong: true,
        }}
      />
      <tr>
        <th scope="row">
          <b>{words.totalCost}</b>
          <span class="sub">{words.costNote}</span>
        </th>
        {offers.map((offer) => (
          <td key={columnOf(offer)} class={pick(offer)}>
            {offer.loan ? (
              <Cost text={offer.loan.total_cost.text} share={offer.loan.share}>
                <Why offer={offer} figure="total_cost" of={words.totalCost} dossier={dossier} />
              </Cost>
            ) : (
              words.unknown
            )}
          </td>
        ))}
        {revolving && (
          <td class="other">
            <Cost text={revolving.total_cost.text} share={revolving.share}>
              <Explain
                of={words.revolving}
                ask={() =>
                  call("explain", { dossier, figure: "revolving", ...(taeg && { revolving_taeg: taeg }) })
                }
              />
            </Cost>
          </td>
        )}
      </tr>
      {toldRows(costRows, offers).map((row) => (
        <Row key={row.label} {...table} row={row} />
      ))}
    </tbody>
  );
}

function Cost({ text, share, children }: { text: string; share: number; children: ComponentChildren }) {
  return (
    <>
      <span class="big">{text}</span> {children}
      <svg class="cost-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width={share} height="8" />
      </svg>
    </>
  );
}

interface WhyProps {
  offer: Offer;
  figure: Figure;
  of: string;
  dossier: number;
}

/** The same loan without the months that do not repay is only told: it is explained once it is kept. */
function Why({ offer, figure, of, dossier }: WhyProps) {
  if (offer.kind !== "as_asked" || !offer.loan) return null;
  return (
    <Explain
      of={words.figureOf(of, offer.name)}
      ask={() => call("explain", { dossier, figure, lender: offer.lender })}
    />
  );
}

function Limits({ offers, ...table }: TableProps) {
  if (!offers.some(isJudged)) return null;
  return (
    <Cells offers={offers} {...table} label={words.agreement} revolvingText={words.notMicrocredit}>
      {(offer) =>
        isJudged(offer) ? <State meaning={offer.inside ? "ok" : "due"}>{offer.limit}</State> : words.unknown
      }
    </Cells>
  );
}

/** The names are far above by now: they are written again for the eye, those who listen hear the heads. */
function Part({ offers, revolving, title }: TableProps & { title: string }) {
  return (
    <tr class="part">
      <th scope="row">{title}</th>
      {offers.map((offer) => (
        <td key={columnOf(offer)} class={pick(offer)}>
          <span aria-hidden="true">{offer.name}</span>
        </td>
      ))}
      {revolving && (
        <td class="other">
          <span aria-hidden="true">{words.revolving}</span>
        </td>
      )}
    </tr>
  );
}

interface RowProps extends TableProps {
  row: OfferRow;
  look?: string;
}

function Row({ row, look, ...table }: RowProps) {
  const { figure } = row;
  return (
    <Cells
      {...table}
      label={row.label}
      isStrong={row.isStrong ?? false}
      look={look}
      revolvingText={(table.revolving && row.revolving?.(table.revolving)) || words.unknown}
    >
      {(offer) => (
        <>
          {row.value(offer) || words.unknown}{" "}
          {figure && row.value(offer) !== "" && (
            <Why offer={offer} figure={figure} of={row.label} dossier={table.dossier} />
          )}
        </>
      )}
    </Cells>
  );
}

interface CellsProps extends TableProps {
  label: ComponentChildren;
  isStrong?: boolean;
  look?: string | undefined;
  revolvingText?: string;
  children: (offer: Offer) => ComponentChildren;
}

function Cells({ offers, revolving, label, isStrong, look, revolvingText, children }: CellsProps) {
  const looks = (own: string | undefined) => [own, look].filter(Boolean).join(" ") || undefined;
  return (
    <tr class={isStrong ? "strong" : undefined}>
      <th scope="row">{label}</th>
      {offers.map((offer) => (
        <td key={columnOf(offer)} class={looks(pick(offer))}>
          {children(offer)}
        </td>
      ))}
      {revolving && <td class={looks("other")}>{revolvingText}</td>}
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
