// One day of the story: its lines, the small ones folded to a count.

import { useState } from "preact/hooks";
import type { StoryDay, StoryLine } from "../../ipc/types.ts";
import { Icon } from "../../parts/Icon.tsx";
import { useNames } from "../../parts/names.ts";
import * as words from "./words.ts";

interface DayProps {
  day: StoryDay;
  /** Whether small entries are shown from the start. */
  isOpen: boolean;
  onCorrect: (line: StoryLine) => void;
}

export function Day({ day, isOpen, onCorrect }: DayProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  const isWhole = isOpen || isUnfolded;
  const shown = isWhole ? day.lines : day.lines.filter(({ tone }) => tone !== "small");
  const folded = day.lines.length - shown.length;
  return (
    <section class="story-day" aria-label={day.heading}>
      <h3>{day.heading}</h3>
      <ul class="plain story">
        {shown.map((line, at) => (
          <Line key={line.fact ?? `paper ${at}`} line={line} onCorrect={onCorrect} />
        ))}
      </ul>
      {folded > 0 && (
        <button type="button" class="button small quiet" onClick={() => setUnfolded(true)}>
          {words.small(folded)}
        </button>
      )}
    </section>
  );
}

function Line({ line, onCorrect }: { line: StoryLine; onCorrect: (line: StoryLine) => void }) {
  const { areHidden } = useNames();
  const isVeiled = areHidden && line.tone === "private";
  const canCorrect = line.fact !== null && !line.retracted;
  return (
    <li
      class={`story-line ${line.tone}`}
      // Each line takes the arrows; F2 corrects it.
      tabIndex={canCorrect ? 0 : undefined}
      onKeyDown={(event) => {
        if (event.key === "F2" && canCorrect) onCorrect(line);
        else if (event.key === "ArrowDown" || event.key === "ArrowUp")
          neighbour(event.currentTarget, event.key)?.focus();
        else return;
        event.preventDefault();
      }}
    >
      <span class="soft small unbroken hour">{line.hour}</span>
      <span class="grow">
        {line.tone === "private" && (
          <b class="soft">
            <Icon name="veil" /> {words.confidential}{" "}
          </b>
        )}
        {isVeiled ? (
          <span class="soft">{words.hidden}</span>
        ) : (
          <>
            {line.retracted ? <s>{line.sentence}</s> : line.sentence}
            {line.retracted && <b> {words.never}</b>}
            {line.before && (
              <>
                {" "}
                <span class="heard">{words.before}</span> <s>{line.before}</s>
              </>
            )}
            {line.detail && <span class="sub block"> {line.detail}</span>}
            {line.reason && (
              <span class="sub block">
                {words.why} {line.reason}
              </span>
            )}
            {line.effects.map((effect) => (
              <span key={effect} class="sub">
                {effect}
              </span>
            ))}
          </>
        )}
      </span>
      {canCorrect && (
        <button
          type="button"
          class="button small quiet"
          tabIndex={-1}
          aria-label={words.correctOf(isVeiled ? words.confidential : line.sentence)}
          onClick={() => onCorrect(line)}
        >
          {words.correct}
        </button>
      )}
    </li>
  );
}

/** The line before or after, across the days. */
function neighbour(line: HTMLElement, key: string): HTMLElement | undefined {
  const lines = [...document.querySelectorAll<HTMLElement>(".story-line[tabindex='0']")];
  return lines[lines.indexOf(line) + (key === "ArrowDown" ? 1 : -1)];
}
