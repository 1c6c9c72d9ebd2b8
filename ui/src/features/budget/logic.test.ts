import { expect, test } from "vitest";
import type { BudgetEntry } from "../../ipc/types.ts";
import { blankLine, filterEntries, isRare, otherEntries, plain } from "./logic.ts";

const groups: Record<string, [BudgetEntry["section"], string]> = {
  Travail: ["income", "Ressources"],
  "Famille, études, patrimoine": ["income", "Ressources"],
  "Aides au logement": ["income", "Ressources"],
  Logement: ["fixed_expense", "Charges"],
  "Énergie et eau": ["fixed_expense", "Charges"],
  Crédits: ["debt", "Dettes et retards"],
};

function entry(
  label: string,
  group: string,
  usual = "monthly",
  help: string | null = null,
  also: string[] = [],
): BudgetEntry {
  const [section, section_label] = groups[group] ?? ["income", "Ressources"];
  const key = plain(label).replaceAll(" ", "_");
  return {
    key,
    label,
    section,
    section_label,
    group_label: group,
    usual: false,
    usual_frequency: usual,
    help,
    counted: true,
    also,
  };
}

const entries = [
  entry("Salaire net, CDI ou fonction publique", "Travail", "monthly", null, ["paie", "smic"]),
  entry("Salaire net, CDD", "Travail"),
  entry("Treizième mois, prime annuelle", "Travail", "yearly"),
  entry("Loyers perçus", "Famille, études, patrimoine"),
  entry("Autre ressource", "Famille, études, patrimoine"),
  entry("Aide personnalisée au logement (APL)", "Aides au logement"),
  entry("Loyer", "Logement", "monthly", "Hors charges. Voir l’APL."),
  entry("Provision pour charges locatives", "Logement"),
  entry("Électricité", "Énergie et eau"),
  entry("Eau et assainissement", "Énergie et eau", "quarterly"),
  entry("Crédit renouvelable", "Crédits"),
  entry("Autre dette", "Crédits"),
];

const labels = (typed: string) => filterEntries(entries, typed).map(({ label }) => label);

test("nothing_typed_shows_all_in_the_order_of_the_list", () => {
  expect(labels("")).toEqual(entries.map(({ label }) => label));
});

test("accents_capitals_and_apostrophes_do_not_count", () => {
  expect(labels("electricite")).toEqual(["Électricité"]);
  expect(labels("ÉLECTRICITÉ")).toEqual(["Électricité"]);
  expect(labels("treizieme")).toEqual(["Treizième mois, prime annuelle"]);
  expect(plain("Cœur d’Œuvre")).toBe("coeur d oeuvre");
});

test("the_beginning_of_a_label_comes_first", () => {
  expect(labels("loyer").slice(0, 2), "the word itself before longer ones").toEqual([
    "Loyer",
    "Loyers perçus",
  ]);
  expect(labels("salaire"), "equals stay in the order of the list").toEqual([
    "Salaire net, CDI ou fonction publique",
    "Salaire net, CDD",
  ]);
  expect(labels("eau")[0]).toBe("Eau et assainissement");
});

test("a_word_between_brackets_is_found", () => {
  expect(labels("apl")).toEqual(["Aide personnalisée au logement (APL)", "Loyer"]);
});

test("the_words_people_use_for_a_line_find_it", () => {
  expect(labels("paie")).toEqual(["Salaire net, CDI ou fonction publique"]);
  expect(labels("SMIC")).toEqual(["Salaire net, CDI ou fonction publique"]);
  const home = entry("Emplacement de résidence mobile", "Logement");
  const phone = entry("Téléphone mobile", "Énergie et eau", "monthly", null, ["mobile"]);
  expect(filterEntries([home, phone], "mobile")[0]?.label, "before a word in another").toBe(
    "Téléphone mobile",
  );
});

test("the_last_resort_is_the_other_line_of_each_section", () => {
  expect(otherEntries(entries).map(({ label }) => label)).toEqual(["Autre ressource", "Autre dette"]);
});

test("several_words_must_all_be_there", () => {
  expect(labels("salaire cdd")).toEqual(["Salaire net, CDD"]);
  expect(labels("salaire loyer")).toEqual([]);
});

test("a_group_name_finds_its_lines", () => {
  expect(labels("travail")).toHaveLength(3);
});

test("groups_are_never_split", () => {
  const shown = filterEntries(entries, "e").map(({ group }) => group);
  const runs = shown.filter((group, at) => group !== shown[at - 1]);
  expect(new Set(runs).size, "each group comes once").toBe(runs.length);
});

test("search_operators_are_only_words", () => {
  for (const typed of ['" OR *', "NEAR(", "a\\", "[", "(?:"]) expect(labels(typed), typed).toEqual([]);
});

test("what_is_folded_is_opened_where_a_line_says_it", () => {
  expect(isRare(blankLine, false)).toBe(false);
  expect(isRare({ ...blankLine, hope: "sure" }, false), "what is sure is plain").toBe(false);
  expect(isRare({ ...blankLine, ends: "03/2027" }, true), "a debt shows its end already").toBe(false);
  expect(isRare({ ...blankLine, ends: "03/2027" }, false)).toBe(true);
  expect(isRare({ ...blankLine, comment: "logement mal isolé" }, false)).toBe(true);
});
