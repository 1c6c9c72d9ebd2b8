// The first minute: try an invented office, begin one's own on one page, or open a copy.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Opened } from "../../ipc/types.ts";
import { Brand } from "../../parts/Card.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useTitle } from "../../parts/place.ts";
import { DEMO } from "./logic.ts";
import { OfficePage } from "./OfficePage.tsx";
import * as words from "./words.ts";

interface FirstRunProps {
  onOpened: (opened: Opened, isDemo: boolean) => void;
  /** Reopens a copy of another computer instead. */
  onReopen: () => void;
}

export function FirstRun({ onOpened, onReopen }: FirstRunProps) {
  const [isBeginning, begin] = useState(false);
  useTitle(words.title);
  const trying = useAction(async () => onOpened(await call("create_demo_office", DEMO), true));
  return (
    <main class="alone" id="page">
      {isBeginning ? (
        <OfficePage onOpened={(opened) => onOpened(opened, false)} onLeave={() => begin(false)} />
      ) : (
        <div class="first-choice">
          <Brand />
          <h1>{words.whatFirst}</h1>
          <div class="first-ways">
            <Way way={words.trial} busy={trying.busy} onClick={() => void trying.run()} />
            <Way way={words.real} isMain onClick={() => begin(true)} />
          </div>
          <button type="button" class="link" onClick={onReopen}>
            {words.reopenCopy}
          </button>
          <Refused failure={trying.failure} />
        </div>
      )}
    </main>
  );
}

interface WayProps {
  way: { title: string; doing?: string; text: string; points: readonly string[] };
  isMain?: boolean;
  busy?: boolean;
  onClick: () => void;
}

/** A card that is one button; what it does is read under its name. */
function Way({ way, isMain, busy, onClick }: WayProps) {
  return (
    <div class={isMain ? "first-way main" : "first-way"}>
      <button type="button" disabled={busy} onClick={onClick}>
        {busy ? way.doing : way.title}
      </button>
      <p>{way.text}</p>
      <ul>
        {way.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
