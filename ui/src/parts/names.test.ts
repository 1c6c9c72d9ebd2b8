import { expect, test } from "vitest";
import { initials, withInitials, withoutEnd } from "./names.ts";

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
