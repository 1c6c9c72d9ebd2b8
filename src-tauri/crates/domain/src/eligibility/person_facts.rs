//! What the person's age, a guardian's written agreement and the office's choice of a public tell.
//!
//! A minor borrows only once emancipated; a day of birth that is not known leaves it to verify (*Un coup de pouce
//! pour le microcrédit personnel*, l'éligibilité).

use super::CheckFacts;
use super::facts::{GIVEN, GUARDIAN_AGREEMENT, YES};
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
        (None, _) => dossier.phone_answer("minor_not_emancipated", rules.lists).map(|answer| answer == YES),
    };
    let said = match (minor, adult) {
        (Some(true), Some(_)) => "oui",
        (Some(false), Some(_)) => "non",
        (Some(true), None) => "oui, d’après la personne",
        (Some(false), None) => "non, d’après la personne",
        (None, _) => "inconnu sans la date de naissance",
    };
    facts.tell("age", adult, told);
    facts.tell("minor_not_emancipated", minor, said);
    if let Some(agreed_on) = dossier.guardian_agreed_on() {
        let told = format!("donné par écrit le {}", words::long_date(agreed_on));
        facts.tell_value(GUARDIAN_AGREEMENT, Some(GIVEN), told);
    }
    let public = rules.office.target_public.as_str();
    let said = if public.is_empty() { "aucun, ouvert à tous" } else { public };
    facts.tell("target_public_set", Some(!public.is_empty()), said);
}
