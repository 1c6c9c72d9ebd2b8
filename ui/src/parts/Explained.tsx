// « D’où vient ce chiffre ? »: a figure with everything it comes from, in a
// dialog over the page. The page gives what asks for it; nothing is asked before.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Dialog } from "./Dialog.tsx";
import { usePlace } from "./place.ts";
import { overFigures, Table } from "./Table.tsx";
import * as words from "./words.ts";

/** A figure with everything it comes from, as the desk words it. */
export interface ExplainedFigure {
  title: string;
  result: string;
  rule: string;
  inputs: readonly { label: string; value: string }[];
  steps: readonly { sign: string; label: string; value: string; strong: boolean }[];
  table: {
    columns: readonly string[];
    rows: readonly (readonly string[])[];
    total: readonly string[];
  } | null;
  notes: readonly string[];
  source: string;
}

interface ExplainProps {
  /** The figure, for those who do not see what the button stands beside: « Reste à vivre ». */
  of: string;
  ask: () => Promise<ExplainedFigure>;
  /** The words it stands after: its sign stays on the line of the last one. */
  after?: string;
}

/** The button beside a figure, and its explanation once asked for. */
export function Explain({ of, ask, after = "" }: ExplainProps): JSX.Element {
  const [shown, setShown] = useState<ExplainedFigure | string | null>(null);
  const print = whereToPrint(usePlace().address);
  const open = async () => {
    try {
      setShown(await ask());
    } catch (reason) {
      setShown(sentenceOf(reason));
    }
  };
  const last = after.lastIndexOf(" ") + 1;
  return (
    <>
      {after.slice(0, last)}
      <span class="unbroken">
        {after.slice(last)}{" "}
        <button
          type="button"
          class="explain"
          aria-label={words.explainOf(of)}
          title={words.explain}
          onClick={() => void open()}
        >
          ?
        </button>
      </span>
      {shown !== null && (
        <Dialog title={words.explainOf(of)} onClose={() => setShown(null)}>
          {(close) => (
            <>
              {typeof shown === "string" ? <p>{shown}</p> : <Explanation figure={shown} />}
              <div class="row end">
                {print && typeof shown === "object" && (
                  <a class="button" href={print} onClick={close}>
                    {words.printWorkings}
                  </a>
                )}
                <button type="button" class="button" onClick={close}>
                  {words.close}
                </button>
              </div>
            </>
          )}
        </Dialog>
      )}
    </>
  );
}

/** The papers of the dossier one is in: all its workings are one of them. */
function whereToPrint(address: string): string | null {
  const dossier = /^\/dossiers\/\d+/.exec(address);
  return dossier && `#${dossier[0]}/documents`;
}

/** What a refused answer says. */
function sentenceOf(reason: unknown): string {
  const said = reason as { message?: string; remedy?: string | null };
  return [said.message, said.remedy].filter(Boolean).join(" ");
}

function Explanation({ figure }: { figure: ExplainedFigure }): JSX.Element {
  return (
    <>
      <h2>
        {figure.title} <b class="num">{figure.result}</b>
      </h2>
      <p>{figure.rule}</p>
      {figure.inputs.length > 0 && (
        <dl class="pairs">
          {figure.inputs.map(({ label, value }) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      )}
      {figure.steps.length > 0 && (
        <table class="working">
          <caption class="heard">{words.steps}</caption>
          <tbody>
            {figure.steps.map((step, at) => (
              <tr key={at} class={step.strong ? "sum" : undefined}>
                <th scope="row">
                  {step.sign} {step.label}
                </th>
                <td class="num">{step.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {figure.table && <Proof table={figure.table} />}
      {figure.notes.map((note) => (
        <p key={note} class="soft small">
          {note}
        </p>
      ))}
      {figure.source && <p class="rule-source">{figure.source}</p>}
    </>
  );
}

function Proof({ table }: { table: NonNullable<ExplainedFigure["table"]> }): JSX.Element {
  const [first = "", ...figures] = table.columns;
  const cells = (row: readonly string[], at: number) => (
    <tr key={at} class={row === table.total ? "sum" : undefined}>
      {row.map((cell, column) =>
        column === 0 ? (
          <th key={table.columns[column]} scope="row">
            {cell}
          </th>
        ) : (
          <td key={table.columns[column]} class="num">
            {cell}
          </td>
        ),
      )}
    </tr>
  );
  return (
    <Table label={words.proof} heads={[first, ...overFigures(figures)]}>
      {[...table.rows, ...(table.total.length > 0 ? [table.total] : [])].map(cells)}
    </Table>
  );
}
