// What comes back, by section of the budget: Entrée accepts and goes on, F2 changes the line, Suppr leaves it.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type {
  BudgetEntry,
  Decided,
  ProposalPart,
  ProposedLine,
  ProposedSection,
  StatementReading,
  StatementsRead,
} from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { isText } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { List } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { type Head, Table } from "../../parts/Table.tsx";
import { MoneyField } from "../../parts/TextField.tsx";
import { Curve, Figures, Operations } from "./Figures.tsx";
import { kindsOf, linesOf, neighbour, nextToDecide } from "./logic.ts";
import * as words from "./words.ts";

interface ProposalsProps {
  dossier: number;
  reading: StatementReading;
  onChanged: (read: StatementsRead) => void;
  busy: boolean;
  onWrite: () => void;
}

const never = () => false;
const NEW = "new";

const heads: readonly Head[] = [
  { text: words.heads.name, look: "column-name" },
  { text: words.heads.entry, look: "column-name" },
  { text: words.heads.amount, isOverFigures: true, look: "column-sum" },
  { text: words.heads.per, look: "column-frequency" },
  words.heads.why,
  { text: words.heads.decision, isHeard: true, look: "column-decision" },
];

/** What is changed of a proposal. */
interface Change {
  decided?: Decided;
  entry?: string;
  joins?: string;
}

export function Proposals({ dossier, reading, onChanged, busy, onWrite }: ProposalsProps) {
  const entries = useAnswer("choices", {}, never).value?.budget_entries ?? [];
  const lines = linesOf(reading.sections);
  const [current, go] = useState(lines.find(({ decided }) => decided === "open")?.place ?? lines[0]?.place);
  const table = useRef<HTMLTableElement>(null);
  const [turn, focus] = useState(1);
  const moveTo = (line: ProposedLine | null) => {
    if (line) go(line.place);
    focus((last) => last + 1);
  };
  useEffect(() => {
    table.current?.querySelector("tr.under")?.scrollIntoView({ block: "nearest" });
    table.current?.querySelector<HTMLElement>("tr.on button.decision")?.focus();
  }, [turn]);
  const deciding = useAction(async (line: ProposedLine, change: Change) => {
    const as = { dossier, place: line.place, decided: line.decided, entry: null, joins: null };
    onChanged(await call("decide_proposal", { ...as, ...change }));
    return true;
  });
  const teaching = useAction(async ({ place }: ProposedLine) =>
    onChanged(await call("teach_proposal", { dossier, place })),
  );
  const splitting = useAction(async (line: ProposedLine, parts: ProposalPart[]) => {
    onChanged(await call("split_proposal", { dossier, place: line.place, parts }));
    moveTo(line);
  });
  const decide = async (line: ProposedLine, decided: Decided) => {
    if (decided === "accepted" && line.entry === "") return enterKind();
    const next = nextToDecide(lines, line.place);
    if (await deciding.run(line, { decided })) moveTo(decided === "open" ? line : (next ?? line));
  };
  const enterKind = () => table.current?.querySelector<HTMLElement>("tr.on select")?.focus();
  const line = lines.find(({ place }) => place === current);
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      !line ||
      event.ctrlKey ||
      event.altKey ||
      event.target instanceof HTMLSelectElement ||
      isText(event.target)
    )
      return;
    if (event.key === "ArrowDown") moveTo(neighbour(lines, line.place, 1));
    else if (event.key === "ArrowUp") moveTo(neighbour(lines, line.place, -1));
    else if (event.key === "F2") enterKind();
    else if (event.key === "Delete") void decide(line, "left");
    else return;
    event.preventDefault();
  };
  const row = (one: ProposedLine) => (
    <Row
      key={one.place}
      line={one}
      isOn={one.place === current}
      entries={entries}
      reading={reading}
      onFocus={() => go(one.place)}
      onDecide={(decided) => void decide(one, decided)}
      onChange={(change) => void deciding.run(one, change).then(() => moveTo(one))}
      onTeach={() => void teaching.run(one)}
      onSplit={(parts) => void splitting.run(one, parts)}
    />
  );
  return (
    <>
      <Refused failure={deciding.failure ?? teaching.failure ?? splitting.failure} />
      <div class="scrolls">
        {lines.length === 0 ? (
          <p class="body soft">{words.noProposal}</p>
        ) : (
          <Table
            label={words.proposals}
            heads={heads}
            class="proposals"
            place={table}
            onKeyDown={onKeyDown}
            areBodies
          >
            {reading.sections.map((section) => (
              <tbody key={section.key}>
                <SectionRow section={section} />
                {section.lines.map(row)}
              </tbody>
            ))}
          </Table>
        )}
      </div>
      <footer class="dropline">
        <span class="small">
          {words.keys.map(([key, does], at) => (
            <span key={key}>
              {at > 0 && " · "}
              <b>{key}</b> {does}
            </span>
          ))}
        </span>
        <Button small look="main" disabled={busy} shortcut={words.mainKey} onClick={onWrite}>
          {reading.write}
        </Button>
      </footer>
    </>
  );
}

function SectionRow({ section }: { section: ProposedSection }) {
  const isNamed = section.key !== "unnamed";
  return (
    <tr class="account">
      <th scope="rowgroup" colSpan={2}>
        {isNamed ? words.takenOf(section.label) : section.label}
      </th>
      <td class="num">{isNamed && withoutUnit(section.accepted.text)}</td>
      <td colSpan={3} />
    </tr>
  );
}

interface RowProps {
  line: ProposedLine;
  isOn: boolean;
  entries: readonly BudgetEntry[];
  reading: StatementReading;
  onFocus: () => void;
  onDecide: (decided: Decided) => void;
  onChange: (change: Change) => void;
  onTeach: () => void;
  onSplit: (parts: ProposalPart[]) => void;
}

function Row(props: RowProps) {
  const { line, isOn, entries } = props;
  const names = useNames();
  const name = names.of(line.name);
  return (
    <>
      <tr class={isOn ? "on" : line.decided === "left" ? "duplicate" : undefined}>
        <th scope="row" title={name}>
          {name}
        </th>
        <td title={line.entry_label}>
          {isOn && entries.length > 0 ? (
            <Chosen
              key={line.entry}
              label={words.heads.entry}
              value={line.entry}
              options={kindsOf(line, entries, words.probable)}
              {...(line.entry === "" && { blank: words.toName })}
              onChoose={(entry) => props.onChange({ entry, joins: "" })}
            />
          ) : (
            line.entry_label
          )}
        </td>
        <td class="num">{line.amount}</td>
        <td>{line.frequency_text}</td>
        <td class="soft small" title={line.why}>
          {line.why}
        </td>
        <td>
          <Decision line={line} name={name} onFocus={props.onFocus} onDecide={props.onDecide} />
        </td>
      </tr>
      {isOn && <Behind {...props} />}
    </>
  );
}

interface DecisionProps {
  line: ProposedLine;
  name: string;
  onFocus: () => void;
  onDecide: (decided: Decided) => void;
}

/** Accepts; pressed again, comes back to it. */
function Decision({ line, name, onFocus, onDecide }: DecisionProps) {
  const isOpen = line.decided === "open";
  return (
    <button
      type="button"
      class={isOpen ? "button small decision" : "button quiet small decision"}
      aria-pressed={line.decided === "accepted"}
      onFocus={onFocus}
      onClick={() => onDecide(isOpen ? "accepted" : "open")}
    >
      {line.decided === "accepted" && <Icon name="check" />}
      <span>{isOpen ? words.accept : line.decided === "accepted" ? words.accepted : words.left}</span>{" "}
      <span class="heard">{name}</span>
    </button>
  );
}

interface ChosenProps {
  label: string;
  value: string;
  options: readonly { key: string; label: string; group?: string }[];
  blank?: string;
  onChoose: (key: string) => void;
}

/** Chosen once the list is left: the arrows pass over others. */
function Chosen({ label, value, options, blank, onChoose }: ChosenProps) {
  const [chosen, choose] = useState(value);
  return (
    <List
      aria-label={label}
      value={chosen}
      options={options}
      blank={blank}
      onInput={choose}
      onLeave={() => {
        if (chosen !== value) onChoose(chosen);
      }}
    />
  );
}

/** Under the current proposal: why, the operations behind it, the line it joins. */
function Behind(props: RowProps) {
  const { line, reading, onChange, onDecide, onTeach } = props;
  const isIncome = !line.operations.some(({ amount }) => amount.startsWith(words.minus));
  const joinable = reading.joinable.filter((one) => one.is_income === isIncome);
  const options = [
    ...(line.shares > 0 ? [{ key: "", label: words.together(line.shares) }] : []),
    { key: NEW, label: words.ownLine },
    ...joinable.map(({ line: key, label }) => ({ key: `${key}`, label })),
  ];
  const value = line.shares > 0 ? "" : line.joins === null ? NEW : `${line.joins}`;
  const join = (
    <span class="small join">
      {words.join}{" "}
      <Chosen
        key={value}
        label={words.join}
        value={value}
        options={options}
        onChoose={(joins) => onChange({ joins })}
      />
    </span>
  );
  return (
    <tr class="on under">
      <td colSpan={6}>
        <p class="small">
          {line.reason} {line.beside} {words.behind}
        </p>
        <Operations operations={line.operations} />
        <div class="row middle">
          {line.several ? (
            <details>
              <Summary>{words.splitAs}</Summary>
              <Split {...props} />
              {join}
            </details>
          ) : (
            join
          )}
          <Button small onClick={() => onDecide("left")}>
            {words.leave} <span class="heard">{line.name}</span>
          </Button>
          {line.decided === "accepted" && line.entry !== "" && (
            <Button small look="quiet" onClick={onTeach}>
              {words.always}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** How many parts one payment is typed in at most. */
const PARTS = 3;

/** One payment that holds several benefits: its parts, as the certificate says. */
function Split({ line, entries, onSplit }: RowProps) {
  const kinds = line.candidates;
  const first = Array.from({ length: PARTS }, (_, at) => ({
    entry: line.parts[at]?.entry ?? kinds[at]?.key ?? "",
    amount: line.parts[at]?.amount ?? "",
  }));
  const [parts, type] = useState(first);
  const put = (at: number, change: Partial<ProposalPart>) =>
    type((before) => before.map((part, place) => (place === at ? { ...part, ...change } : part)));
  const options = kindsOf(line, entries, words.probable);
  return (
    <fieldset class="row middle">
      <legend class="heard">{words.splitAs}</legend>
      {parts.map((part, at) => (
        <span key={words.partOf(at + 1)} class="row">
          <List
            aria-label={words.partOf(at + 1)}
            value={part.entry}
            options={options}
            blank={words.toName}
            onInput={(entry) => put(at, { entry })}
          />
          <MoneyField
            name={`part-${at}`}
            label={words.amountOf(at + 1)}
            value={part.amount}
            onInput={(amount) => put(at, { amount })}
          />
        </span>
      ))}
      <Button small onClick={() => onSplit(parts)}>
        {words.split}
      </Button>
    </fieldset>
  );
}

export function ProposalAside({ reading }: { reading: StatementReading }) {
  const { areHidden } = useNames();
  const bad = reading.figures.filter(({ is_bad }) => is_bad);
  return (
    <>
      {reading.questions.length > 0 && (
        <Sheet title={words.questions} note={`${reading.questions.length}`}>
          <ul class="thread tell">
            {reading.questions.map(({ label, detail }) => (
              <li key={label}>
                <b>{areHidden ? words.hidden : label}</b>
                <span class="detail">{detail}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <Sheet title={words.atAGlance}>
        {reading.curve && <Curve curve={reading.curve} />}
        <Figures figures={bad.length > 0 ? bad : reading.figures.slice(0, 2)} />
        {reading.reste_a_vivre && (
          <dl class="sums body">
            <div>
              <dt>{words.resteAVivreNow}</dt>
              <dd>{reading.reste_a_vivre.text}</dd>
            </div>
            {reading.reste_a_vivre_with && (
              <div>
                <dt>{words.resteAVivreWith}</dt>
                <dd>
                  <b>{reading.reste_a_vivre_with.text}</b>
                </dd>
              </div>
            )}
          </dl>
        )}
      </Sheet>
    </>
  );
}
