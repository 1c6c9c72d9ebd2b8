// The lines of « Aller à » that do not depend on what is typed: the rooms and the
// papers of the dossier shown, the screens, the sections of the settings, what may be
// done here.

import { roomTitle } from "../features/dossier/logic.ts";
import { papersOfDossiers } from "../features/dossiers/logic.ts";
import { section } from "../features/settings/section_words.ts";
import { sectionPaths } from "../features/settings/sections.ts";
import { useAnswer } from "../ipc/answers.ts";
import { addressOfRoom } from "../ipc/rooms.ts";
import type { DossierView } from "../ipc/types.ts";
import type { Sign } from "../parts/Icon.tsx";
import { answerTo } from "../parts/keys.ts";
import { turnNames, useNames } from "../parts/names.ts";
import { beyond, rooms } from "../screens.ts";
import { settings } from "../words.ts";
import { isDark, turnTheme } from "./other_theme.ts";
import { useScreens } from "./Rail.tsx";
import type { Spot } from "./spots.ts";
import * as words from "./words.ts";

export interface SpotsAsked {
  /** The dossier shown, if one is. */
  dossier: number | null;
  go: (address: string, word?: string) => void;
  /** Makes a copy on this computer. */
  copy: () => void;
}

/** What a chord does wherever one is, when something answers it. */
const chords = [
  { chord: "Alt+n", sign: "plus", act: words.acts.add },
  { chord: "Ctrl+e", sign: "paper", act: words.acts.note },
  { chord: "Ctrl+p", sign: "print", act: words.acts.print },
  { chord: "Ctrl+o", sign: "folder", act: words.acts.files },
  { chord: "F8", sign: "arrow", act: words.acts.next },
  { chord: "Ctrl+z", sign: "undo", act: words.acts.undo },
  { chord: "Ctrl+y", sign: "redo", act: words.acts.redo },
  { chord: "Ctrl+l", sign: "lock", act: words.acts.lock },
] as const;

const { groups } = words;
const sections = Object.keys(sectionPaths) as (keyof typeof sectionPaths)[];

export function useSpots({ dossier, go, copy }: SpotsAsked): readonly Spot[] {
  const screens = useScreens();
  const names = useNames();
  const { value: view } = useAnswer("dossier", dossier === null ? null : { dossier }, () => false);
  const { value: register } = useAnswer("paper_register", dossier === null ? null : {}, () => false);
  const to = (address: string, group: string, sign: Sign, label: string, note = ""): Spot => ({
    key: address,
    group,
    sign,
    label,
    note,
    isPlace: true,
    run: () => go(address),
  });
  const ofRoom = (view: DossierView, { key }: (typeof rooms)[number]) =>
    to(addressOfRoom(view.id, key), groups.here, "folder", roomTitle(view, key), view.reference);
  const ofTogether = (view: DossierView) =>
    to(addressOfRoom(view.id, "together"), groups.here, "people", words.together, words.togetherNote);
  const ofPaper = (view: DossierView, { key, label }: { key: string; label: string }): Spot => ({
    ...to(addressOfRoom(view.id, "documents"), groups.here, "paper", label, view.reference),
    key: `paper ${key}`,
    also: words.paperAlso,
    isSought: true,
    run: () => go(addressOfRoom(view.id, "documents"), key),
  });
  const papers = papersOfDossiers(register?.papers ?? []);
  return [
    ...(view ? [ofTogether(view), ...rooms.map((room) => ofRoom(view, room))] : []),
    ...(view ? papers.map((paper) => ofPaper(view, paper)) : []),
    ...[...screens, ...beyond].map(({ address, sign, title }) => to(address, groups.screens, sign, title)),
    ...sections.map((key) =>
      to(`/reglages/${sectionPaths[key]}`, groups.screens, "settings", section[key], settings.title),
    ),
    ...chords.flatMap(({ chord, sign, act }) => {
      const run = answerTo(chord);
      return run ? [done(sign, act, run)] : [];
    }),
    done("veil", names.areHidden ? words.acts.show : words.acts.hide, turnNames),
    done("eye", isDark() ? words.acts.light : words.acts.dark, turnTheme),
    done("stick", words.acts.copyNow, copy),
  ];
}

function done(sign: Sign, act: { said: string; key: string; also: string }, run: () => void): Spot {
  return { key: act.said, group: groups.acts, sign, label: act.said, end: act.key, also: act.also, run };
}
