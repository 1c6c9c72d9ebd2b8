//! The countdown to a registration of the incident: one deadline, that of the law.
//!
//! The law: what is unpaid reaches the last two monthly instalments, then so many days to put it right once the
//! lender has written (arrêté du 26 octobre 2010 relatif au FICP). The guide is older: the third missed instalment
//! (*Un coup de pouce pour le microcrédit personnel*); it is told beside it, and counts only where no value of the law
//! is known. An instalment of 5 November missed alone: the law's threshold is passed on 5 December, and what the lender
//! writes that day lets it declare the incident from 4 January.

use chrono::NaiveDate;

use super::Episode;
use crate::calendar::days_after;
use crate::dossier::{Dossier, Event};
use crate::explained::{Explained, ExplainedTable};
use crate::settings::RulesAt;
use crate::words::{counted, long_date, spaced};

/// The step of the ladder that holds the older rule of the guide.
pub(super) const GUIDE: &str = "third_missed";

/// One rule and the day it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistrationRule {
    /// What it is called in the ladder or the law.
    pub key: &'static str,
    /// What it says.
    pub label: String,
    /// Its day.
    pub on: NaiveDate,
}

/// The day that counts, and the rules behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// The day that counts: the threshold while it can still be avoided, then the last day to put it right.
    pub on: NaiveDate,
    /// The first day the incident may be declared, were the lender to write as soon as it can.
    pub earliest: NaiveDate,
    /// The day the threshold of the law is or would be reached.
    pub threshold_on: Option<NaiveDate>,
    /// Whether it is reached by what is declared.
    pub reached: bool,
    /// The day the lender wrote.
    pub letter_on: Option<NaiveDate>,
    /// Every rule in force.
    pub rules: Vec<RegistrationRule>,
    /// Where the day comes from.
    pub explained: Explained,
}

impl Registration {
    pub(super) fn rule(&self, key: &str) -> Option<NaiveDate> {
        self.rules.iter().find(|rule| rule.key == key).map(|rule| rule.on)
    }
}

/// The countdown of an episode by the rules in force; nothing when no rule gives a day.
#[must_use]
pub fn registration(episode: &Episode, dossier: &Dossier, rules: &RulesAt<'_>) -> Option<Registration> {
    let at = episode.first_due;
    let threshold = rules.legal.number("ficp_threshold_instalments", at);
    let threshold_on = threshold.and_then(|count| nth_missed(episode, dossier, count));
    let reached = threshold.is_some_and(|count| number_of(episode) >= count);
    let letter_on = letter(episode, dossier);
    let mut found = Vec::new();
    if let (Some(count), Some(on)) = (threshold, threshold_on.filter(|_| !reached)) {
        let label = format!("Loi : les impayés atteignent {}", counted(count, "mensualité", "mensualités"));
        found.push(RegistrationRule { key: "ficp_threshold_instalments", label, on });
    }
    let days = rules.legal.number("ficp_regularisation_days", at);
    if let (Some(days), Some(from)) = (days, letter_on.or(threshold_on.filter(|_| reached))) {
        let since = if letter_on.is_some() { "la lettre de la banque" } else { "le seuil, faute de lettre connue" };
        let label = format!("Loi : {} pour régulariser depuis {since}", counted(days, "jour", "jours"));
        found.push(RegistrationRule { key: "ficp_regularisation_days", label, on: days_after(from, days) });
    }
    let of_the_law = found.iter().map(|rule| rule.on).min();
    found.extend(guide(episode, dossier, rules));
    let on = of_the_law.or_else(|| found.iter().map(|rule| rule.on).min())?;
    let explained = explained(on, &found, episode, rules);
    let starts = letter_on.or(threshold_on);
    let earliest = starts.zip(days).map_or(on, |(from, days)| days_after(from, days));
    Some(Registration { on, earliest, threshold_on, reached, letter_on, rules: found, explained })
}

/// The day the episode has or would have so many missed instalments.
pub(super) fn nth_missed(episode: &Episode, dossier: &Dossier, count: u32) -> Option<NaiveDate> {
    let place = usize::try_from(count.checked_sub(1)?).ok()?;
    if let Some(owed) = episode.owed.get(place) {
        return Some(owed.due);
    }
    let running = dossier.running_loan()?;
    let last = episode.owed.last()?;
    let later = running.in_force().instalments.iter().filter(|line| line.kind.is_owed() && line.number > last.number);
    let unsaid = later.filter(|line| running.declared(line.number).is_none());
    unsaid.filter_map(|line| line.due).nth(place.checked_sub(episode.owed.len())?)
}

fn number_of(episode: &Episode) -> u32 {
    u32::try_from(episode.owed.len()).unwrap_or(u32::MAX)
}

/// The older rule of the guide, as the ladder holds it: so many months after the first missed instalment.
fn guide(episode: &Episode, dossier: &Dossier, rules: &RulesAt<'_>) -> Option<RegistrationRule> {
    let step = rules.lists.arrears_ladder.step(GUIDE)?;
    let count = step.due.months.saturating_add(1);
    let on = nth_missed(episode, dossier, count)?;
    Some(RegistrationRule { key: GUIDE, label: format!("Guide de l’UNCCAS : {count}e échéance impayée"), on })
}

fn letter(episode: &Episode, dossier: &Dossier) -> Option<NaiveDate> {
    let letters = dossier.facts.noted(Event::RegistrationLetter).map(|noted| noted.on);
    letters.filter(|day| episode.holds(*day)).max()
}

fn explained(on: NaiveDate, all: &[RegistrationRule], episode: &Episode, rules: &RulesAt<'_>) -> Explained {
    let rows = all.iter().map(|rule| vec![spaced(&rule.label), long_date(rule.on)]).collect();
    let mut inputs = vec![("Première échéance impayée".to_owned(), long_date(episode.first_due))];
    inputs.extend(episode.amount().ok().map(|owed| ("Impayé déclaré".to_owned(), owed.to_string())));
    let mut notes = Vec::new();
    if let Some(least) = rules.legal.amount("ficp_minimum_unpaid", episode.first_due) {
        notes.push(spaced(&format!("Sous {least}, la banque n’est pas tenue de déclarer, sauf déchéance du terme.")));
    }
    if let Some(years) = rules.legal.number("ficp_retention_years", episode.first_due) {
        let years = counted(years, "an", "ans");
        notes.push(spaced(&format!("L’inscription dure {years} au plus ; elle est effacée au paiement total.")));
    }
    let source = rules.legal.at("ficp_threshold_instalments", episode.first_due).map(|value| value.source.clone());
    Explained {
        title: "Éviter le fichage".to_owned(),
        result: long_date(on),
        rule: spaced(
            "La loi en vigueur à l’échéance impayée fait foi ; la règle du guide, plus ancienne, est donnée pour mémoire.",
        ),
        inputs,
        table: Some(ExplainedTable { columns: vec!["Règle".to_owned(), "Date".to_owned()], rows, total: Vec::new() }),
        notes,
        source: source.unwrap_or_default(),
        ..Explained::default()
    }
}
