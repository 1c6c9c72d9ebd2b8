//! What the person's age and the office's choice of a public tell.
//!
//! A minor borrows only once emancipated; a day of birth that is not known leaves it to verify (*Un coup de pouce
//! pour le microcrédit personnel*, l'éligibilité).

use super::CheckFacts;
use crate::calendar::age_on;
use crate::dossier::Dossier;
use crate::settings::RulesAt;
use crate::words;

/// The age of majority (Code civil, article 414).
const MAJORITY: u32 = 18;

/// Gathers the facts of the person.
pub(super) fn gather(facts: &mut CheckFacts, dossier: &Dossier, rules: &RulesAt<'_>) {
    let age = dossier.person.born_on.and_then(|born_on| age_on(born_on, rules.date));
    let adult = age.map(|age| age >= MAJORITY);
    let told = age.map_or("date de naissance à compléter".to_owned(), |age| words::counted(age, "an", "ans"));
    let emancipated = facts.known().truth("emancipated");
    let minor = match (adult, emancipated) {
        (Some(true), _) => Some(false),
        (Some(false), emancipated) => emancipated.map(|emancipated| !emancipated),
        (None, _) => None,
    };
    let said = match minor {
        Some(true) => "oui",
        Some(false) => "non",
        None => "inconnu sans la date de naissance",
    };
    facts.tell("age", adult, told);
    facts.tell("minor_not_emancipated", minor, said);
    let public = rules.office.target_public.as_str();
    let said = if public.is_empty() { "aucun, ouvert à tous" } else { public };
    facts.tell("target_public_set", Some(!public.is_empty()), said);
}
