// « Aller à »: a person, a dossier, a screen, an action, a page of the help, in
// two letters. The pattern is the combobox of the ARIA practices: the focus
// stays in the field, the arrows light a line, Entrée goes there.

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useAnswer } from "../ipc/answers.ts";
import { addressOfRoom } from "../ipc/rooms.ts";
import type { DossierRow, HelpHit } from "../ipc/types.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Icon } from "../parts/Icon.tsx";
import { mayBeName, type Names, useNames } from "../parts/names.ts";
import { marked, ranked, roomAsked, type Spot } from "./spots.ts";
import { type SpotsAsked, useSpots } from "./useSpots.ts";
import * as words from "./words.ts";

interface GoToProps extends SpotsAsked {
  /** Where one was lately, shown while nothing is typed. */
  lately: readonly Spot[];
  onClose: () => void;
}

const MOST_DOSSIERS = 6;
const MOST_PAGES = 4;

export function GoTo(props: GoToProps) {
  return (
    <Dialog title={words.goTo} look="palette" onClose={props.onClose}>
      {(close) => <Palette {...props} close={close} />}
    </Dialog>
  );
}

function Palette({ lately, close, ...asking }: GoToProps & { close: () => void }) {
  const { go } = asking;
  const spots = useSpots(asking);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState<number | null>(null);
  // Entrée was pressed before any line was there: it takes the first that comes.
  const [isTaking, takeFirst] = useState(false);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const asked = typed.trim();
  const found = useFound(asked, go);
  const [named, others] = ranked(spots, asked);
  const answering =
    asked === ""
      ? [...lately, ...spots.filter(({ isSought }) => isSought !== true)]
      : [...named, ...found.dossiers, ...others, ...found.pages];
  const isNobody = found.isWhole && found.dossiers.length === 0 && mayBeName(asked);
  const shown = isNobody ? [...answering, requestSpot(asked, go)] : answering;
  // What would be begun for an unknown name is never lit of itself: the name may be a slip.
  const lit = at === null ? Math.min(answering.length, 1) - 1 : Math.min(at, shown.length - 1);
  const take = (spot: Spot | undefined) => {
    if (!spot) return;
    close();
    spot.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: lit === last ? 0 : lit + 1,
      ArrowUp: lit <= 0 ? last : lit - 1,
      PageDown: Math.min(lit + 8, last),
      PageUp: Math.max(lit - 8, 0),
    };
    const to = moves[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key !== "Enter") return;
    else if (shown[lit]) take(shown[lit]);
    else takeFirst(true);
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    if (isTaking && found.isWhole) take(shown[lit]);
  }, [isTaking, found.isWhole]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [lit]);
  return (
    <>
      <div class="question">
        <Icon name="find" />
        <input
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={id}
          aria-activedescendant={lit >= 0 ? `${id}-${lit}` : undefined}
          aria-autocomplete="list"
          aria-label={words.goToLabel}
          autoComplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAt(null);
            takeFirst(false);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd class="key">{words.escapeKey}</kbd>
      </div>
      <div role="listbox" id={id} aria-label={words.goToResults} ref={list} hidden={shown.length === 0}>
        {byGroup(shown).map(([group, first, inside]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={`${group} ${first}`} role="group" aria-labelledby={`${id}-g${first}`}>
            <span class="group" id={`${id}-g${first}`} role="presentation">
              {group}
            </span>
            {inside.map((spot, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
              <div
                key={spot.key}
                id={`${id}-${first + place}`}
                role="option"
                tabIndex={-1}
                aria-selected={first + place === lit}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(spot)}
              >
                <Icon name={spot.sign} />
                <span>
                  <Marked text={spot.label} asked={asked} />{" "}
                  {spot.note && <span class="detail">{spot.note}</span>}
                </span>
                <span class="detail">{spot.end}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <div class="palette-foot">
        <span role="status">
          {answering.length === 0 && found.isWhole && words.goToNothing(asked)}
          {asked !== "" && answering.length > 0 && words.goToCount(answering.length)}
        </span>
        {words.goToKeys.map(({ keys, does }) => (
          <span key={does} aria-hidden="true">
            {keys.map((key) => (
              <kbd key={key} class="key">
                {key}
              </kbd>
            ))}{" "}
            {does}
          </span>
        ))}
      </div>
    </>
  );
}

interface FoundSpots {
  dossiers: readonly Spot[];
  pages: readonly Spot[];
  /** Whether both answered what is typed now. */
  isWhole: boolean;
}

/** The dossiers and the pages of the help that answer; what was found for other words is not shown. */
function useFound(asked: string, go: (address: string) => void): FoundSpots {
  const names = useNames();
  const search = asked === "" ? null : { search: asked, offset: 0 };
  const { value: list } = useAnswer("dossiers", search, () => false);
  const { value: help } = useAnswer("search_help", asked === "" ? null : { words: asked }, () => false);
  const isNow = list !== null && list.search === asked;
  const rows = isNow ? list.rows.slice(0, MOST_DOSSIERS) : [];
  const theirs = useRooms(isNow && rows.length === 0 ? roomAsked(asked) : null, go);
  const hits = asked === "" ? [] : (help?.hits.slice(0, MOST_PAGES) ?? []);
  return {
    dossiers: [...rows.map((row) => dossierSpot(row, names, go)), ...theirs.spots],
    pages: hits.map((hit) => pageSpot(hit, go)),
    isWhole: isNow && theirs.isWhole && help !== null,
  };
}

/** « delmas budget » is no dossier: that room of those that « delmas » finds. */
function useRooms(asked: ReturnType<typeof roomAsked>, go: (address: string) => void) {
  const names = useNames();
  const { value: list } = useAnswer("dossiers", asked && { search: asked.whose, offset: 0 }, () => false);
  const rows = asked && list?.search === asked.whose ? list.rows.slice(0, MOST_DOSSIERS) : [];
  // Not read from one of them: looking for somebody does not look at their dossier.
  const { value: choices } = useAnswer("choices", asked && {}, () => false);
  if (asked === null) return { spots: [], isWhole: true };
  const { room } = asked;
  const title = room === "together" ? words.together : choices?.rooms.find(({ key }) => key === room)?.label;
  const spots = rows.map((row) => ({
    ...dossierSpot(row, names, go),
    end: title ?? "",
    run: () => go(addressOfRoom(row.id, room)),
  }));
  return { spots, isWhole: list?.search === asked.whose };
}

function dossierSpot(row: DossierRow, names: Names, go: (address: string) => void): Spot {
  return {
    key: `dossier ${row.id}`,
    group: words.groups.dossiers,
    sign: "folder",
    label: names.of(row.name),
    note: [row.reference, row.project].filter(Boolean).join(", "),
    end: row.stage.label,
    run: () => go(`/dossiers/${row.id}`),
  };
}

/** Nobody answers: the request is theirs. */
function requestSpot(name: string, go: SpotsAsked["go"]): Spot {
  return {
    key: "request",
    group: words.groups.acts,
    sign: "plus",
    label: words.goToRequest(name),
    run: () => go("/demande", name),
  };
}

function pageSpot(hit: HelpHit, go: (address: string) => void): Spot {
  return {
    key: `help ${hit.topic}/${hit.section}`,
    group: words.groups.help,
    sign: "help",
    label: hit.title.map(({ text }) => text).join(""),
    note: hit.within,
    run: () => go(`/aide/${hit.topic}${hit.section && `/${hit.section}`}`),
  };
}

function Marked({ text, asked }: { text: string; asked: string }) {
  const [before, hit, after] = marked(text, asked);
  return (
    <>
      {before}
      {hit && <mark>{hit}</mark>}
      {after}
    </>
  );
}

/** The spots under their groups, each with the place of its first in the whole list. */
function byGroup(spots: readonly Spot[]): [string, number, Spot[]][] {
  const groups: [string, number, Spot[]][] = [];
  spots.forEach((spot, place) => {
    const last = groups.at(-1);
    if (last?.[0] === spot.group) last[2].push(spot);
    else groups.push([spot.group, place, [spot]]);
  });
  return groups;
}
