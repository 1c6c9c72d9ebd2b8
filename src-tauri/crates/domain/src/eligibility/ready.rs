//! What has to be there before a dossier is sent to a lender.
//!
//! A single referent, the purpose, how the lack of access to ordinary credit was established, a budget, a plan that
//! balances, a reasoned opinion, the decision, the consent that names the lender: these have to be there. An
//! interview nobody noted, checks nobody answered and criteria nobody assessed are told, and stop nothing. A
//! supporting document that lacks stops nothing either: it is sent as missing, with its reason (*Un coup de pouce pour
//! le microcrédit personnel*, la constitution du dossier). Worked example: refused by one bank and sent to
//! another, the dossier lacks a consent until one names the second.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CheckFacts, CheckResult, CheckState, CheckedLoan, Eligible};
use crate::dossier::{ConditionFor, Course, Direction, Dossier, Event};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{ListKey, RulesAt, Settings};
use crate::supporting_document::Condition;
use crate::words::{counted, long_date, lowered};

/// One thing looked at before a sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadyEntry {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// The fact that tells whether it is there.
    pub fact: String,
    /// Whether it stops the sending.
    pub level: ReadyLevel,
    /// The values of the fact that will do; true when empty.
    #[serde(default)]
    pub in_values: Vec<String>,
    /// When it concerns a dossier; always when absent.
    #[serde(default)]
    pub only_when: Option<Condition>,
    /// Advice for the adviser.
    #[serde(default)]
    pub help: Option<String>,
    /// No longer looked at.
    #[serde(default)]
    pub retired: bool,
}

/// Whether something that lacks stops a sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadyLevel {
    /// It has to be there.
    Must,
    /// It is told, and stops nothing: a document is sent as missing.
    MayMiss,
}

/// One thing looked at before a sending, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyLine<'s> {
    /// What it is.
    pub entry: &'s ReadyEntry,
    /// Whether it is there.
    pub done: bool,
    /// What is there, or what lacks.
    pub words: String,
}

impl ReadyLine<'_> {
    /// Whether it stops the sending.
    #[must_use]
    pub fn stops(&self) -> bool {
        !self.done && self.entry.level == ReadyLevel::Must
    }
}

impl Dossier {
    /// What has to be there for this loan to be sent, each with whether it is.
    ///
    /// `advisor` is the office's adviser, the referent of its dossiers. Errors: a sum beyond the limit of amounts.
    pub fn ready_to_send<'s>(
        &self,
        settings: &'s Settings,
        loan: &CheckedLoan,
        advisor: &str,
    ) -> Result<Vec<ReadyLine<'s>>, AmountTooLarge> {
        let eligible = Eligible::of(self, settings, loan.clone())?;
        let mut facts = eligible.facts;
        tell_checks(&mut facts, &eligible.results);
        let rules = settings.at(loan.day);
        let referent = self.other_referent().map_or(advisor, |companion| companion.name.as_str());
        facts.tell("lead_advisor_named", Some(!referent.is_empty()), referent);
        self.tell_request(&mut facts, &rules, loan.day);
        self.tell_plan(&mut facts, loan)?;
        self.tell_consent(&mut facts, loan, settings);
        self.tell_documents(&mut facts, &rules);
        let entries = settings.lists.ready_to_send.iter().filter(|entry| !entry.retired);
        let concerned = entries.filter(|entry| {
            let when = entry.only_when.as_ref().map(|condition| condition.holds(facts.known()));
            when.is_none_or(|holds| holds == Some(true))
        });
        Ok(concerned.map(|entry| line(entry, &facts)).collect())
    }

    fn tell_request(&self, facts: &mut CheckFacts, rules: &RulesAt<'_>, day: NaiveDate) {
        let purpose = self.facts.request().purpose.as_ref();
        let said = purpose.and_then(|key| crate::settings::entry(&rules.lists.purposes, key).ok());
        let said = said.map_or("à choisir", |entry| entry.label.as_str()).to_owned();
        facts.tell("purpose_set", Some(purpose.is_some()), said);
        let budget = self.budget.as_ref().filter(|budget| !budget.lines.is_empty());
        let said = budget.map_or("aucune ligne".to_owned(), |budget| {
            format!("version {} du {}", budget.version, long_date(budget.established_on))
        });
        facts.tell("budget_version_exists", Some(budget.is_some()), said);
        self.tell_assessment(facts, rules);
        let course = self.facts.course();
        let decided = decided_to_submit(&course);
        let said = decided.map_or("pas encore décidée".to_owned(), |day| format!("le {}", long_date(day)));
        facts.tell("orientation_decided", Some(decided.is_some() || course.taken_over), said);
        // Of one that was lifted, what is told is when.
        let reserved = course.orientations.last().and_then(|(_, last)| last.condition(ConditionFor::Office));
        facts.tell(
            "decision_reserved",
            Some(reserved.is_some()),
            reserved.map(ToString::to_string).unwrap_or_default(),
        );
        let lifted = self.facts.noted(Event::ReserveLifted).map(|noted| noted.on).max();
        let lifted = lifted.filter(|_| course.reserve.is_none());
        let said = match (lifted, reserved) {
            (Some(on), _) if on > day => format!("le {}, après l’envoi", long_date(on)),
            (Some(on), _) => format!("le {}", long_date(on)),
            (None, words) => words.map(ToString::to_string).unwrap_or_default(),
        };
        facts.tell("reserve_lifted", Some(lifted.is_some_and(|on| on <= day)), said);
        let met = course.counted_interviews().map(|interview| interview.held_on).max();
        let said = match (met, course.appointment) {
            (Some(day), _) => format!("le {}", long_date(day)),
            (None, Some((_, agreed))) => format!("aucun n’est noté, rendez-vous le {}", long_date(agreed.on)),
            (None, None) if course.taken_over => "inconnu, dossier repris".to_owned(),
            (None, None) => "aucun n’est noté".to_owned(),
        };
        facts.tell("interview_held", Some(met.is_some() || course.taken_over), said);
    }

    fn tell_assessment(&self, facts: &mut CheckFacts, rules: &RulesAt<'_>) {
        let of = rules.lists.criteria.len();
        let assessed = self.assessment.assessed(rules.lists.criteria.iter().map(|criterion| &criterion.key));
        let said = format!("{assessed} sur {}", counted(of, "évalué", "évalués"));
        facts.tell("criteria_assessed", Some(assessed == of), said);
        let written = !self.assessment.reasoned.is_empty();
        let said = match self.assessment.written_on.filter(|_| written) {
            Some(day) => format!("écrit le {}", long_date(day)),
            None if written => "écrit".to_owned(),
            None => "pas encore écrit".to_owned(),
        };
        facts.tell("reasoned_opinion_written", Some(written), said);
    }

    fn tell_plan(&self, facts: &mut CheckFacts, loan: &CheckedLoan) -> Result<(), AmountTooLarge> {
        let plan = self.financing()?;
        let lent = loan.amount().unwrap_or(Euros::ZERO);
        let gap = plan.gap(lent)?;
        let balanced = !plan.cost.is_zero() && gap.is_zero();
        let others = plan.aids.plus(plan.own_share)?;
        let said = if plan.cost.is_zero() {
            "aucun devis retenu, ni dépense écrite, ni dette soldée par le prêt".to_owned()
        } else if others.is_zero() {
            format!("{} = {lent} de prêt", plan.cost)
        } else {
            format!("{} = {lent} de prêt + {others} d’aides et d’apport", plan.cost)
        };
        let said = if plan.cost.is_zero() || balanced { said } else { format!("{said} : écart {gap}") };
        facts.tell("financing_plan_balanced", Some(balanced), said);
        Ok(())
    }

    /// A consent holds for the lender it names alone.
    fn tell_consent(&self, facts: &mut CheckFacts, loan: &CheckedLoan, settings: &Settings) {
        let name = |key: &ListKey| settings.lenders.get(key).map(|file| file.lender.name.to_string());
        let mut named = Vec::new();
        let mut signed_on = None;
        for noted in self.facts.noted(Event::ConsentSigned) {
            if noted.subject.is_some() && noted.subject == loan.asked.lender {
                signed_on = Some(signed_on.map_or(noted.on, |day: NaiveDate| day.min(noted.on)));
            }
            named.extend(noted.subject.as_ref().and_then(name));
        }
        let said = match (signed_on, &loan.asked.lender) {
            (Some(day), _) if day > loan.day => format!("signé le {}, après l’envoi", long_date(day)),
            (Some(day), _) => format!("signé le {}", long_date(day)),
            (None, None) => "la banque n’est pas choisie".to_owned(),
            (None, Some(_)) if named.is_empty() => "pas encore signé".to_owned(),
            (None, Some(_)) => format!("le sien nomme {} seulement", named.join(", ")),
        };
        facts.tell("consent_signed", Some(signed_on.is_some_and(|day| day <= loan.day)), said);
    }

    fn tell_documents(&self, facts: &mut CheckFacts, rules: &RulesAt<'_>) {
        let checklist = self.checklist(rules);
        let (there, of) = checklist.count();
        let said = format!("{there} sur {}", counted(of, "pièce", "pièces"));
        facts.tell("all_documents_received", Some(there == of), said);
    }
}

/// The first of the checks that wait, those not met before those nobody answered, and how many others do.
fn tell_checks(facts: &mut CheckFacts, results: &[CheckResult<'_>]) {
    let mut waiting: Vec<_> = results.iter().filter(|result| result.is_open() && result.over().is_none()).collect();
    waiting.sort_by_key(|result| result.state != CheckState::NotMet);
    let named = |result: &CheckResult<'_>| lowered(&result.check.label);
    let said = match waiting.as_slice() {
        [] => "rien n’attend de réponse".to_owned(),
        [one] => named(one),
        [one, another] => format!("{}, {}", named(one), named(another)),
        [one, others @ ..] => format!("{} et {} autres", named(one), others.len()),
    };
    facts.tell("checks_settled", Some(waiting.is_empty()), said);
}

/// The day of the decision to submit, when it is the last one.
fn decided_to_submit(course: &Course<'_>) -> Option<NaiveDate> {
    let (_, last) = course.orientations.last()?;
    (last.direction == Direction::Submit).then_some(last.decided_on)
}

fn line<'s>(entry: &'s ReadyEntry, facts: &CheckFacts) -> ReadyLine<'s> {
    let within = Condition::Is { fact: entry.fact.clone(), within: entry.in_values.clone() };
    let holds = if entry.in_values.is_empty() { facts.known().truth(&entry.fact) } else { within.holds(facts.known()) };
    ReadyLine { entry, done: holds == Some(true), words: facts.words(&entry.fact).to_owned() }
}
