import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DecisionsView, DossierView, ReadyItem } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Banks, Contract, Corrections, Interviews, OfficeDecisions, Support } from "./Course.tsx";
import { Form } from "./Form.tsx";
import { fieldOf, firstMissing, nameOf, nameOfTyped, offerFor } from "./logic.ts";
import { Questions } from "./Questions.tsx";
import { Ready } from "./Ready.tsx";
import { type OpenForm, useOpenForm } from "./useOpenForm.ts";
import * as words from "./words.ts";

const never = () => false;

export function Decisions({ view: { id } }: { view: DossierView }) {
  const decisions = useAnswer("decisions", { dossier: id });
  const choices = useAnswer("choices", {}, never);
  const view = decisions.value;
  const forms = useOpenForm(id, view);
  const place = usePlace();
  const offers = useRef<HTMLDivElement>(null);
  // One may come for a form: its name is the word.
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    wanted.current = place.word() ?? wanted.current;
  }, [place]);
  useEffect(() => {
    const offer = view?.offered.find(({ decision, off }) => !off && nameOf(decision) === wanted.current);
    if (view) wanted.current = undefined;
    if (offer) forms.open(offer);
  }, [view]);
  const main = view?.offered.find((offer) => offer.main);
  const goTo = (item: ReadyItem) => {
    const offer = view && offerFor(item, view.offered);
    if (offer) forms.open(offer);
    else place.go(addressOfRoom(id, item.room), fieldOf(item));
  };
  const goToMissing = () => {
    const missing = view && firstMissing(view.ready);
    if (missing) goTo(missing);
    else if (main) forms.open(main);
  };
  useKeys({ "Alt+n": () => main && forms.open(main), F8: goToMissing });
  if (!view) return <Refused failure={decisions.failure} />;
  const close = () => {
    const corrected = forms.current?.opener;
    forms.close();
    // The button of the form that closes is off until the page is drawn without it.
    setTimeout(() => {
      const next = offers.current?.querySelector<HTMLElement>("button:not(:disabled)");
      (corrected?.isConnected ? corrected : next)?.focus();
    });
  };
  const hasAside = view.ready.length > 0 || view.support !== null || view.questions.length > 0;
  return (
    <div class={hasAside ? "columns wide-side" : undefined}>
      <div class="stack">
        <Refused failure={decisions.failure ?? choices.failure} />
        <Sheet
          title={view.closed ? words.closedNow : words.now}
          note={view.closed ? view.closed.sentence : words.nowNote(view.stage.label)}
        >
          {forms.current && choices.value && (
            <Form
              // A form opened after another starts from its own fields.
              key={forms.current.turn}
              dossier={id}
              {...opened(forms.current)}
              view={view}
              choices={choices.value}
              onDone={(next) => {
                decisions.set(next);
                close();
              }}
              onClose={close}
            />
          )}
          <div class="body" ref={offers}>
            <Offers view={view} current={forms.current} onOpen={forms.open} />
          </div>
        </Sheet>
        <Contract view={view} onCorrect={forms.correct} />
        <OfficeDecisions view={view} onCorrect={forms.correct} />
        <Banks view={view} onCorrect={forms.correct} />
        <Interviews view={view} onCorrect={forms.correct} />
        <Corrections view={view} />
      </div>
      {hasAside && (
        <div class="stack stick">
          <Ready view={view} onGo={goTo} onMissing={goToMissing} />
          <Questions view={view} onAnswered={decisions.set} />
          <Support view={view} onCorrect={forms.correct} />
        </div>
      )}
    </div>
  );
}

/** What a form is shown with. */
function opened({ title, note, nextHint, warning, blank }: OpenForm) {
  return { title, note, nextHint, warning, blank };
}

interface OffersProps {
  view: DecisionsView;
  current: OpenForm | null;
  onOpen: (offer: DecisionsView["offered"][number]) => void;
}

/** What may be noted now, then each later step in one line. */
function Offers({ view, current, onOpen }: OffersProps) {
  return (
    <>
      {view.closed?.reason && <p>{view.closed.reason}</p>}
      <div class="offers">
        {view.offered.map((offer) => {
          const name = nameOf(offer.decision);
          const id = `off-${name}`;
          const isOpen = current?.blank.fact === null && nameOfTyped(current.blank) === name;
          return (
            <span key={name}>
              <Button
                small
                // The open form has the main button: one at a time.
                {...(offer.main && !current && { look: "main" as const })}
                disabled={offer.off !== null || isOpen}
                describedBy={offer.off === null ? undefined : id}
                onClick={() => onOpen(offer)}
              >
                {offer.title}
              </Button>
              {offer.off !== null && (
                <span class="sub soft small" id={id}>
                  {offer.off}
                </span>
              )}
            </span>
          );
        })}
      </div>
      {view.later.length > 0 && (
        <ul class="later" aria-label={words.later}>
          {view.later.map(({ title, note }) => (
            <li key={title}>
              <b>{title}</b> <span class="small">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
