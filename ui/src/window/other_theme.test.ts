// @vitest-environment happy-dom

import { expect, test } from "vitest";
import { isDark, turnTheme } from "./other_theme.ts";
import { answers, type Spot } from "./spots.ts";
import * as words from "./words.ts";

const spot = ({ said, also }: { said: string; also: string }): Spot => ({
  ...{ key: said, group: "", sign: "eye", label: said, also },
  run: turnTheme,
});

test("the_theme_is_found_by_its_name_and_by_either_of_the_two", () => {
  for (const typed of ["thème", "sombre", "clair"])
    for (const act of [words.acts.dark, words.acts.light])
      expect(answers(spot(act), typed), typed).toBe(true);
});

test("the_theme_turns_to_the_other_and_back", () => {
  document.documentElement.dataset.theme = "light";
  turnTheme();
  expect(isDark()).toBe(true);
  turnTheme();
  expect(isDark()).toBe(false);
});
