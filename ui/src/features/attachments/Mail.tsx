// One line a paper: what came and waits for its place, what lacks, what is good, what may be asked for.

import type { ComponentChildren } from "preact";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DocumentsChecklist, PaperToAsk } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { type Names, useNames } from "../../parts/names.ts";
import { usePlace } from "../../parts/place.ts";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { calledOf, type Item, isAwaited, itemsIn, lineLabel, placeLabel, signOf } from "./logic.ts";
import * as words from "./words.ts";

interface MailProps {
  view: DocumentsChecklist;
  items: readonly Item[];
  current: Item | null;
  busy: boolean;
  /** What is wrong with a file that came, by its number. */
  faults: ReadonlyMap<number, string>;
  onAll: (name: "request_documents" | "receive_documents") => void;
  onChoose: (item: Item) => void;
  onPlace: (item: Item) => void;
  onMove: (key: string) => void;
  children: ComponentChildren;
}

/** More good papers than these are folded to their count. */
const LONG = 12;

export function Mail(props: MailProps) {
  const { view, items, busy, onAll, children } = props;
  const arrived = itemsIn(items, "arrived");
  const lacking = itemsIn(items, "lacking");
  const good = itemsIn(items, "good");
  const aside = itemsIn(items, "aside");
  return (
    <>
      <header>
        <h2 tabIndex={-1}>{words.list}</h2>
        <p>{view.sentence}</p>
        <div class="actions">{view.letter && <Letter dossier={view.dossier} letter={view.letter} />}</div>
      </header>
      <div class="scrolls">
        {children}
        {arrived.length > 0 && (
          <Pile title={words.arrived} note={words.proposed(arrived.length)} items={arrived} props={props} />
        )}
        {lacking.length > 0 && (
          <Pile
            title={words.lacking}
            note={
              view.to_request && (
                <Button small look="quiet" disabled={busy} onClick={() => onAll("request_documents")}>
                  {view.to_request}
                </Button>
              )
            }
            items={lacking}
            props={props}
          />
        )}
        {view.to_receive && (
          <p class="more-line">
            <Button small look="quiet" disabled={busy} onClick={() => onAll("receive_documents")}>
              {view.to_receive}
            </Button>
          </p>
        )}
        {lacking.length === 0 && good.length > 0 && (
          <p class="body">
            <State meaning="ok">{words.nothingLacks}</State>
          </p>
        )}
        {good.length > 0 && good.length <= LONG && (
          <Pile title={words.good} note={good.length} items={good} props={props} />
        )}
        {good.length > LONG && (
          <Folded title={words.goodCount(good.length)} label={words.good} items={good} props={props} />
        )}
        {aside.length > 0 && (
          <Folded title={words.aside(aside.length)} label={words.asideList} items={aside} props={props} />
        )}
      </div>
    </>
  );
}

/** The paper that asks the person for what lacks: the list to bring, then what lacks, then its reminder. */
function Letter({ dossier, letter }: { dossier: number; letter: PaperToAsk }) {
  const place = usePlace();
  return (
    <Button small sign="print" onClick={() => place.go(addressOfRoom(dossier, "documents"), letter.paper)}>
      {letter.label}
    </Button>
  );
}

interface PileProps {
  title: string;
  note: ComponentChildren;
  items: readonly Item[];
  props: MailProps;
}

function Pile({ title, note, items, props }: PileProps) {
  return (
    <>
      <h3 class="group">
        {title} <span>{note}</span>
      </h3>
      <ul class="need" aria-label={title}>
        {items.map((item) => (
          <Line key={item.key} item={item} props={props} />
        ))}
      </ul>
    </>
  );
}

/** A pile that calls for nothing: one line that opens. */
function Folded({ title, label, items, props }: Omit<PileProps, "note"> & { label: string }) {
  return (
    <details class="fold" open={items.some(({ key }) => key === props.current?.key) || undefined}>
      <Summary>{title}</Summary>
      <ul class="need" aria-label={label}>
        {items.map((item) => (
          <Line key={item.key} item={item} props={props} />
        ))}
      </ul>
    </details>
  );
}

function Line({ item, props }: { item: Item; props: MailProps }) {
  const names = useNames();
  const isOn = item.key === props.current?.key;
  const fault = item.file ? props.faults.get(item.file.id) : undefined;
  return (
    <li class={fault ? "stop late" : undefined}>
      <button
        type="button"
        class="go"
        name={item.line ? `piece-${item.line.document}` : undefined}
        aria-current={isOn ? "true" : undefined}
        onClick={() => props.onChoose(item)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") props.onMove(event.key);
          else if (event.key === "Enter" && isOn && item.file) props.onPlace(item);
          else return;
          event.preventDefault();
        }}
      >
        <span class={`sign ${fault ? "late" : signOf(item).tone}`}>
          <Icon name={fault ? "lock" : signOf(item).sign} />
        </span>{" "}
        {item.file ? (
          <File item={item} isOn={isOn && !fault} names={names} />
        ) : (
          <Paper item={item} all={props} names={names} />
        )}
        {fault && <span class="detail"> {fault}</span>}
      </button>
    </li>
  );
}

function File({ item, isOn, names }: { item: Item; isOn: boolean; names: Names }) {
  const { file } = item;
  if (!file) return null;
  const to = file.proposed ? placeLabel(file.proposed.place, names.of) : words.noPlace;
  return (
    <>
      <span>
        {calledOf(file, names.areHidden)}{" "}
        <span class="plain" data-to>
          {words.goesTo(to)}
        </span>
      </span>{" "}
      <span class="by">{isOn && file.proposed ? words.enterKey : ""}</span>
    </>
  );
}

function Paper({ item, all, names }: { item: Item; all: MailProps; names: Names }) {
  const { line } = item;
  if (!line) return null;
  const isToPlace = isAwaited(line, all.items);
  const state = line.pile === "good" ? "" : line.state_text;
  return (
    <>
      <span>{lineLabel(line, names.of)}</span>{" "}
      <span class="by">
        {isToPlace ? (
          words.toPlace
        ) : (
          <>
            {state && <b>{state}</b>}
            {state && line.note && " · "}
            {line.note}
          </>
        )}
      </span>
    </>
  );
}
