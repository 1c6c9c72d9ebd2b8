// The partners: each bank, its word beside what is seen; those who send people and what became of them.

import { useAnswer } from "../../ipc/answers.ts";
import { useOfficePaper } from "../../ipc/paper_out.ts";
import type { PartnersView } from "../../ipc/types.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { OfficePapers } from "../../parts/OfficePapers.tsx";
import { useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Agreement, Contacts, Conventions } from "./Bank.tsx";
import { Directory } from "./Directory.tsx";
import { Exchanges } from "./Exchanges.tsx";
import { Referrers } from "./Referrers.tsx";
import * as words from "./words.ts";

const HERE = "/partenaires";
const BANKS = "#/reglages/banques";

export function Partners({ title }: { title: string }) {
  const place = usePlace();
  const lender = place.address.startsWith(`${HERE}/`) ? place.address.slice(HERE.length + 1) : "";
  const { value, failure, set } = useAnswer("partners", { lender });
  useTitle(title);
  useArrival(value !== null);
  if (!value) return <Refused failure={failure} />;
  return <Shown title={title} view={value} onChanged={set} />;
}

interface ShownProps {
  title: string;
  view: PartnersView;
  onChanged: (view: PartnersView) => void;
}

function Shown({ title, view, onChanged }: ShownProps) {
  const bank = view.banks.find((one) => one.lender.key === view.lender)?.lender;
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{view.sentence}</p>
        </div>
        <div class="actions">
          <a
            class={bank && view.warns ? "button main" : "button"}
            href={bank ? `${BANKS}/${bank.key}` : BANKS}
          >
            {actionOf(bank?.fields.name, view.warns && view.agreement !== "")}
          </a>
        </div>
      </div>
      {bank ? (
        <div class="side">
          <div class="stack">
            <Sheet title={words.banks}>
              <Banks view={view} />
            </Sheet>
            <Contacts bank={bank} link={`${BANKS}/${bank.key}`} />
            <Conventions view={view} />
          </div>
          <div class="stack">
            <Agreement view={view} bank={bank} />
            <Exchanges
              key={bank.key}
              title={words.exchanges}
              nothing={words.noExchange}
              exchanges={view.exchanges}
              kinds={view.kinds}
              partner={{ lender: bank.key, referrer: null }}
              onChanged={onChanged}
            />
          </div>
        </div>
      ) : (
        <Empty title={words.noBank} text={words.noBankText} />
      )}
      <Referrers view={view} onChanged={onChanged} />
      <div class="gap">
        <Directory />
      </div>
      <OfficePapers words={words.servicePapers} usePaper={useOfficePaper} />
    </>
  );
}

function actionOf(name: string | undefined, isEnding: boolean): string {
  if (name === undefined) return words.addBank;
  return isEnding ? words.renew(name) : words.signFirst;
}

function Banks({ view }: { view: PartnersView }) {
  return (
    <ul class="picker">
      {view.banks.map(({ lender, sentence }) => (
        <li key={lender.key}>
          <a href={`#${HERE}/${lender.key}`} aria-current={lender.key === view.lender ? "true" : undefined}>
            <span class="top">
              <b>{lender.fields.name}</b> <span class="num">{lender.rate}</span>
            </span>{" "}
            <span class="sub">{sentence}</span>{" "}
            <span class={lender.warns ? "sub state due" : "sub"}>{lender.standing}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
