import { expect, test } from "vitest";
import type { LetterVersion } from "../../ipc/types.ts";
import { braced, inserted, letterForm, letterInput, mended } from "./letters.ts";

const version: LetterVersion = {
  version: {
    from: { iso: "2026-11-24", text: "24 novembre 2026" },
    period: "depuis le 24 novembre 2026",
    source: "Usage",
    state: "in_force",
  },
  is_delivered: false,
  about: "votre prêt",
  body: "Bonjour.",
};

test("a field is written at the caret, in the place of what is selected", () => {
  const name = { name: "personne", is_table: false };
  expect(braced(name, false)).toBe("{personne}");
  expect(braced(name, true)).toBe("{si personne}{personne}{fin si}");
  expect(inserted("Bonjour toi,", 8, 11, "{personne}", false)).toEqual({
    text: "Bonjour {personne},",
    caret: 18,
  });
});

test("a table has its line to itself", () => {
  expect(inserted("Voici :Fin.", 7, 7, "{tableau du prêt}", true)).toEqual({
    text: "Voici :\n{tableau du prêt}\nFin.",
    caret: 25,
  });
  expect(inserted("Voici :\n", 8, 8, "{tableau du prêt}", true).text).toBe("Voici :\n{tableau du prêt}");
});

test("a proposal is written where it mends", () => {
  const mend = { label: "Mettre « référent »", start: 6, end: 16, text: "{référent}" };
  expect(mended("Votre {référant}.", mend)).toEqual({ text: "Votre {référent}.", caret: 16 });
});

test("a version is sent with its text, from a date or as a correction", () => {
  const change = letterInput("approval_letter", letterForm(version, "change"));
  expect(change).toEqual({
    version: { corrects: "", from: "", source: "", reason: "" },
    text: { letter: "approval_letter", about: "votre prêt", body: "Bonjour." },
  });
  expect(letterInput("approval_letter", letterForm(version, "correct")).version.corrects).toBe("2026-11-24");
});
