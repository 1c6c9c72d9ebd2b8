import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../ipc/answers.ts";
import { onNews } from "../ipc/news.ts";
import { Brand } from "../parts/Card.tsx";
import { Icon } from "../parts/Icon.tsx";
import { useKeys } from "../parts/keys.ts";
import { turnNames, useNames } from "../parts/names.ts";
import { DOSSIERS, type Screen, screens } from "../screens.ts";
import { HOME } from "./trail.ts";
import * as words from "./words.ts";

interface RailProps {
  office: string;
  address: string;
  onFind: () => void;
  onLock: () => void;
}

export function Rail({ office, address, onFind, onLock }: RailProps) {
  const names = useNames();
  const turning = names.areHidden ? words.acts.show : words.acts.hide;
  const [isOpen, open] = useState(false);
  const menu = useRef<HTMLButtonElement>(null);
  const total = useDossierCount();
  const { late, lastCopy } = useDay();
  const shown = useScreens();
  const isDemo = useAnswer("status", {}, () => false).value?.is_demo === true;
  return (
    <header class={isOpen ? "rail open" : "rail"} data-region>
      {isOpen && (
        <Folding
          onFold={() => {
            open(false);
            menu.current?.focus();
          }}
        />
      )}
      <Brand office={office} />
      {isDemo && <p class="demo">{words.demo}</p>}
      <button class="find" type="button" onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon name="find" /> {words.find} <kbd class="shortcut">{words.findKey}</kbd>
      </button>
      <button
        class="button menu"
        type="button"
        ref={menu}
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        {words.menu}
      </button>
      <nav aria-label={words.screens}>
        {[shown.filter(({ isBelow }) => !isBelow), shown.filter(({ isBelow }) => isBelow)].map((group) => (
          <ul key={group[0]?.address}>
            {group.map((screen) => (
              <li key={screen.address}>
                <a
                  href={`#${screen.address}`}
                  aria-current={isAt(screen.address, address) ? "page" : undefined}
                  onClick={() => open(false)}
                >
                  <Icon name={screen.sign} /> {screen.title}{" "}
                  {screen.address === HOME && late > 0 && (
                    <span class="tail late">
                      <span aria-hidden="true">{late}</span>
                      <span class="heard">{words.late(late)}</span>
                    </span>
                  )}
                  {screen.address === DOSSIERS && total !== null && (
                    <span class="tail">
                      <span aria-hidden="true">{total}</span>
                      <span class="heard">{words.count(total)}</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div class="foot">
        <ul>
          <li>
            <button
              type="button"
              class={names.areHidden ? "on" : undefined}
              onClick={turnNames}
              aria-keyshortcuts="F9"
            >
              <Icon name="veil" /> {turning.said} <kbd class="tail">{turning.key}</kbd>
            </button>
          </li>
          <li>
            <button type="button" onClick={onLock} aria-keyshortcuts="Control+L">
              <Icon name="lock" /> {words.lock} <kbd class="tail">{words.lockKey}</kbd>
            </button>
          </li>
        </ul>
        {lastCopy && (
          <p>
            <Icon name="stick" /> {lastCopy}
          </p>
        )}
      </div>
    </header>
  );
}

/** Échap folds the menu of the narrow window while it is open, before any other part hears it. */
function Folding({ onFold }: { onFold: () => void }) {
  useKeys({ Escape: onFold });
  return null;
}

/** The screens, without those of a part the office does without; read again when that is changed, or undone. */
export function useScreens(): readonly Screen[] {
  const { value } = useAnswer("office_uses", {}, (by) => ["set_office_uses", "undo", "redo"].includes(by));
  return screens.filter(({ uses }) => uses === undefined || value?.today[uses] === true);
}

/** A dossier is among the dossiers. */
function isAt(place: string, address: string): boolean {
  return address === place || address.startsWith(`${place}/`);
}

/** Read again only when an action can add or take a dossier. */
function useDossierCount(): number | null {
  const { value } = useAnswer("dossiers", { search: "", offset: 0 }, (by) =>
    [
      "record_request",
      "start_new_project",
      "archive_dossier",
      "take_back_retention",
      "erase_dossier",
      "erase_person",
      "take_over_register",
      "undo_register",
      "undo",
      "redo",
    ].includes(by),
  );
  return value?.total ?? null;
}

/** How long nothing changed before the day is counted again, in milliseconds. */
const AT_REST = 400;

/**
 * What is late calls from everywhere, and so does the age of the copy outside. The whole day is read for it: it waits
 * for the hand to rest, so that what was just done is answered first.
 */
function useDay(): { late: number; lastCopy: string | null } {
  const { value, reload } = useAnswer("today", {}, () => false);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const deaf = onNews((news) => {
      if (news.told !== "changed") return;
      clearTimeout(rest);
      rest = setTimeout(reload, AT_REST);
    });
    return () => {
      deaf();
      clearTimeout(rest);
    };
  }, [reload]);
  const late = value?.groups.find(({ meaning }) => meaning === "late")?.found ?? 0;
  return { late, lastCopy: value?.last_copy ?? null };
}
