import { expect, test } from "vitest";
import { initials, mayBeName, withInitials, withoutEnd } from "./names.ts";

test("a hidden name is its initials", () => {
  expect(initials("Sonia Delmas")).toBe("S. D.");
  expect(initials("Nadège Pruvost-Lam")).toBe("N. P.-L.");
  expect(initials("Éloïse d’Aubigné")).toBe("É. D.");
  expect(initials("")).toBe("");
});

test("a sentence keeps what it says without the name", () => {
  expect(withoutEnd("Modification du téléphone, Sonia Delmas.")).toBe("Modification du téléphone.");
  expect(withoutEnd("Budget, Sonia Delmas")).toBe("Budget");
  expect(withoutEnd("Modification des règles de sécurité.")).toBe("Modification des règles de sécurité.");
  expect(withInitials("Sonia Delmas, réponse attendue")).toBe("S. D., réponse attendue");
});

test("a telephone, a day, a reference are nobody's name", () => {
  expect(mayBeName(" d’Aubigné Éloïse")).toBe(true);
  for (const other of ["", " ", "06 12", "12/3", "VB-2026-0007", "–"]) expect(mayBeName(other)).toBe(false);
});
