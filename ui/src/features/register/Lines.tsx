// The lines of a register: what would become of each, corrected in place, settled, then taken over.

import { useEffect, useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type {
  RegisterRows,
  RegisterTaken,
  RegisterVerdict,
  RegisterView,
  Settlement,
} from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon, type Sign } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Asked } from "./Asked.tsx";
import { LineTable } from "./LineTable.tsx";
import { askedOnce, nextToSee, typed, withColumn } from "./logic.ts";
import * as words from "./words.ts";

interface LinesProps {
  view: RegisterView;
  onChanged: (view: RegisterView) => void;
  onColumns: () => void;
  onTaken: (taken: RegisterTaken) => void;
}

const VERDICTS: readonly RegisterVerdict[] = [
  "to_settle",
  "refused",
  "to_create",
  "to_update",
  "already_there",
  "left_out",
];

const signs: Partial<Record<RegisterVerdict, Sign>> = { to_settle: "due", refused: "late" };

export function Lines({ view, onChanged, onColumns, onTaken }: LinesProps) {
  const [verdict, setVerdict] = useState<RegisterVerdict | null>(null);
  const [offset, setOffset] = useState(0);
  const [rows, setRows] = useState<RegisterRows | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const reading = useAction(async () => setRows(await call("register_rows", { verdict, offset })));
  useEffect(() => {
    let isWanted = true;
    call("register_rows", { verdict, offset }).then(
      (found) => isWanted && setRows(found),
      () => isWanted && void reading.run(),
    );
    return () => {
      isWanted = false;
    };
  }, [view, verdict, offset]);
  const changing = useAction(async (change: () => Promise<RegisterView>) => onChanged(await change()));
  const taking = useLong("take_over_register");
  const isWritten = taking.step !== null && taking.step.done === taking.step.of;
  const take = async () => {
    const taken = await taking.run({ leave_unsettled: false });
    if (taken) onTaken(taken);
  };
  const goNext = () => {
    const next = nextToSee(rows?.rows ?? [], current);
    if (next !== null) setCurrent(next);
  };
  useKeys({ F8: goNext });
  const filter = (next: RegisterVerdict | null) => {
    setVerdict(next);
    setOffset(0);
  };
  const { counts } = view;
  const shown = rows?.rows.length ?? 0;
  return (
    <div class="columns narrow-side">
      <div class="stack">
        <div class="row middle">
          {/* biome-ignore lint/a11y/useSemanticElements: pressed buttons that filter, not a form */}
          <div class="pills grow" role="group" aria-label={words.byVerdict}>
            <button type="button" class="pill" aria-pressed={verdict === null} onClick={() => filter(null)}>
              {words.all} <b>{counts.all}</b>
            </button>
            {VERDICTS.filter((key) => counts[key] > 0).map((key) => (
              <button
                key={key}
                type="button"
                class="pill"
                aria-pressed={verdict === key}
                onClick={() => filter(key)}
              >
                {signs[key] && <Icon name={signs[key]} />} {words.verdicts[key]} <b>{counts[key]}</b>
              </button>
            ))}
          </div>
          <Button small shortcut={words.nextKey} onClick={goNext}>
            {words.nextToReview}
          </Button>
        </div>
        <Refused failure={changing.failure ?? reading.failure} />
        <Sheet title={words.linesTitle} note={words.linesNote}>
          {rows && shown === 0 && <p class="body soft">{words.noLine}</p>}
          {rows && shown > 0 && (
            <LineTable
              view={view}
              rows={rows.rows}
              current={current}
              onCurrent={setCurrent}
              onColumn={(place, column) =>
                void changing.run(() =>
                  call("set_register_columns", typed(view, { columns: withColumn(view, place, column) })),
                )
              }
              onCell={(line, place, text) =>
                void changing.run(() => call("correct_register_cell", { line, place, text }))
              }
              onSettled={(line: number, settled: Settlement) =>
                void changing.run(() => call("settle_register_line", { line, settled }))
              }
            />
          )}
          {rows && rows.total > shown && (
            <p class="more-line">
              <Button small disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE))}>
                {words.before}
              </Button>
              <span class="soft">{words.page(offset + 1, offset + shown, rows.total)}</span>
              <Button small disabled={offset + shown >= rows.total} onClick={() => setOffset(offset + PAGE)}>
                {words.after}
              </Button>
            </p>
          )}
        </Sheet>
      </div>
      <div class="stack">
        {view.asked.length > 0 && <Asked key={askedOnce(view)} view={view} onChanged={onChanged} />}
        <Sheet title={words.whatTitle}>
          <div class="body">
            <dl class="pairs">
              {WHAT.filter((key) => key === "all" || counts[key] > 0 || key === "to_create").map((key) => (
                <Count key={key} name={words.what[key]} count={counts[key]} sign={sign(key)} />
              ))}
            </dl>
            {view.new_lenders.length > 0 && (
              <p class="hint small-gap">{words.newLenders(view.new_lenders)}</p>
            )}
            <p class="small-gap">
              <Button
                look="main"
                disabled={!view.can_take || taking.busy}
                describedBy="take-hint"
                onClick={() => void take()}
              >
                {words.take}
              </Button>
            </p>
            <p class="hint" id="take-hint">
              {view.hint}
            </p>
            {taking.isSlow && (
              <Progress
                text={isWritten ? words.settling : words.taking}
                hint={isWritten ? "" : words.stopLeavesAll}
                step={isWritten ? null : taking.step}
                onStop={isWritten ? undefined : taking.stop}
              />
            )}
            <Refused failure={taking.failure} />
          </div>
        </Sheet>
        <Sheet title={words.understoodTitle}>
          <div class="body">
            <p>
              <b>{view.file}</b>
            </p>
            <ul class="plain">
              {view.understood.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>
              <Button small look="quiet" flush onClick={onColumns}>
                {words.change}
              </Button>
            </p>
          </div>
        </Sheet>
        {view.remarks.map((remark) => (
          <Notice key={remark} tone="info">
            {remark}
          </Notice>
        ))}
      </div>
    </div>
  );
}

/** How many lines a page has, as the desk gives them. */
const PAGE = 50;

const WHAT = ["to_create", "to_update", "already_there", "to_settle", "refused", "left_out", "all"] as const;

function sign(key: (typeof WHAT)[number]): Sign | null {
  return key === "all" ? null : (signs[key] ?? null);
}

function Count({ name, count, sign: shown }: { name: string; count: number; sign: Sign | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {shown && count > 0 && <Icon name={shown} />} {count}
      </dd>
    </>
  );
}
