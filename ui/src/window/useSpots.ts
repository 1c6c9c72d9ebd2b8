// The lines of « Aller à » that do not depend on what is typed: the rooms of the
// dossier shown, the screens, the sections of the settings, what may be done here.

import { sectionPaths } from "../features/settings/sections.ts";
import { words as settingsWords } from "../features/settings/words.ts";
import { useAnswer } from "../ipc/answers.ts";
import type { Sign } from "../parts/Icon.tsx";
import { answerTo } from "../parts/keys.ts";
import { useNames } from "../parts/names.ts";
import { beyond, rooms, TOGETHER } from "../screens.ts";
import { useScreens } from "./Rail.tsx";
import type { Spot } from "./spots.ts";
import { words } from "./words.ts";

export interface SpotsAsked {
  /** The dossier shown, if one is. */
  dossier: number | null;
  go: (address: string) => void;
  /** Makes a copy on this computer. */
  copy: () => void;
}

/** What a chord does wherever one is, when something answers it. */
const acts: readonly { chord: string; sign: Sign; label: Exclude<keyof typeof words.acts, "copyNow"> }[] = [
  { chord: "Alt+n", sign: "plus", label: "add" },
  { chord: "Ctrl+e", sign: "paper", label: "note" },
  { chord: "Ctrl+p", sign: "print", label: "print" },
  { chord: "Ctrl+o", sign: "folder", label: "files" },
  { chord: "F8", sign: "arrow", label: "next" },
  { chord: "Ctrl+z", sign: "undo", label: "undo" },
  { chord: "Ctrl+y", sign: "redo", label: "redo" },
  { chord: "Ctrl+l", sign: "lock", label: "lock" },
];

export function useSpots({ dossier, go, copy }: SpotsAsked): readonly Spot[] {
  const screens = useScreens();
  const names = useNames();
  const { value: view } = useAnswer("dossier", dossier === null ? null : { dossier }, () => false);
  const place = (address: string, group: string, sign: Sign, label: string, note = ""): Spot => ({
    key: address,
    group,
    sign,
    label,
    note,
    run: () => go(address),
  });
  const { groups } = words;
  const shown = rooms.map(({ key, path }) =>
    place(`/dossiers/${dossier}/${path}`, groups.here, "folder", titleOf(key) ?? "", view?.reference),
  );
  function titleOf(key: string): string | undefined {
    return view?.rooms.find((room) => room.key === key)?.title;
  }
  const chords = acts.flatMap(({ chord, sign, label }): Spot[] => {
    const run = answerTo(chord);
    const { said, key, also } = words.acts[label];
    return run ? [{ key: chord, group: groups.acts, sign, label: said, end: key, also, run }] : [];
  });
  const veil = answerTo("F9");
  const { hide, show, copyNow } = words.acts;
  const { said, key, also } = names.areHidden ? show : hide;
  return [
    ...(view === null
      ? []
      : [
          place(
            `/dossiers/${dossier}/${TOGETHER}`,
            groups.here,
            "people",
            words.together,
            words.togetherNote,
          ),
          ...shown,
        ]),
    ...[...screens, ...beyond].map(({ address, sign, title }) => place(address, groups.screens, sign, title)),
    ...Object.entries(sectionPaths).map(([section, path]) =>
      place(
        `/reglages/${path}`,
        groups.screens,
        "settings",
        settingsWords.section[section as keyof typeof sectionPaths],
        settingsWords.title,
      ),
    ),
    ...chords,
    ...(veil
      ? [{ key: "F9", group: groups.acts, sign: "veil" as const, label: said, end: key, also, run: veil }]
      : []),
    { key: "copy", group: groups.acts, sign: "stick", label: copyNow.said, also: copyNow.also, run: copy },
  ];
}
