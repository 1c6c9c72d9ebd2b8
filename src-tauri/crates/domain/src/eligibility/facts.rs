//! What is known of a dossier for its checks: each fact with its value and the words that say it.
//!
//! What the dossier, the agreements or the settings tell is never asked a second time; the rest is the adviser's
//! answers, with the values the lists give to what was not answered (*Un coup de pouce pour le microcrédit
//! personnel*, l'évaluation du projet).

use std::collections::{BTreeMap, BTreeSet};

use super::loan_facts::CheckedLoan;
use super::{CheckFact, budget_facts, loan_facts, person_facts, project_facts};
use crate::assessment::{RegisterAnswer, Registers};
use crate::dossier::Dossier;
use crate::household::Link;
use crate::money::AmountTooLarge;
use crate::settings::{ListKey, Lists, Settings};
use crate::supporting_document::Known;
use crate::words::addressed;

/// The answer yes to a fact.
pub const YES: &str = "yes";

/// The answer no to a fact.
pub const NO: &str = "no";

/// The words of a fact that nothing asks for: a ratio without a limit.
pub const NO_MATTER: &str = "sans objet";

/// The fact a guardian's own agreement answers.
pub(super) const GUARDIAN_AGREEMENT: &str = "guardian_agreement";

/// The answer of a guardian who agreed.
pub(super) const GIVEN: &str = "given";

/// The one answer that named the excluded purpose, of dossiers answered before it was two facts.
const EXCLUDED_PURPOSE: &str = "excluded_purpose";

/// The measure of a person who has a guardian and whose judgment nobody has read.
const TO_READ: &str = "unknown";

/// What is known of a dossier, with the words that say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckFacts {
    known: Known,
    words: BTreeMap<String, String>,
    told: BTreeSet<String>,
}

impl CheckFacts {
    /// Gathers what a dossier, the rules of the day and the adviser's answers say of a loan.
    ///
    /// Errors: a sum beyond the limit of amounts.
    pub fn of(dossier: &Dossier, settings: &Settings, loan: &CheckedLoan) -> Result<Self, AmountTooLarge> {
        let rules = settings.at(loan.day);
        let mut facts = Self { known: dossier.known(&rules), ..Self::default() };
        facts.answers(dossier, rules.lists);
        person_facts::gather(&mut facts, dossier, &rules);
        project_facts::gather(&mut facts, dossier, &rules)?;
        loan_facts::gather(&mut facts, dossier, loan, settings);
        budget_facts::gather(&mut facts, dossier, settings, loan)?;
        Ok(facts)
    }

    /// What is known, in the terms of conditions.
    #[must_use]
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// What is known of a fact, in words.
    #[must_use]
    pub fn words(&self, fact: &str) -> &str {
        self.words.get(fact).map_or("inconnu", String::as_str)
    }

    /// Whether the adviser answers this fact: nothing else tells it, and it is worth asking.
    #[must_use]
    pub fn is_asked(&self, fact: &CheckFact) -> bool {
        let worth = fact.asked_when.as_ref().is_none_or(|condition| condition.holds(&self.known) == Some(true));
        !fact.derived && worth && !self.told.contains(fact.key.as_str())
    }

    /// A fact the dossier tells, true, false or unknown, with its words.
    pub(super) fn tell(&mut self, fact: &str, holds: Option<bool>, words: impl Into<String>) {
        self.told.insert(fact.to_owned());
        self.known.set_truth(fact, holds);
        self.words.insert(fact.to_owned(), words.into());
    }

    /// A fact the dossier tells by one of its values, unknown when absent, with its words.
    pub(super) fn tell_value(&mut self, fact: &str, value: Option<&str>, words: impl Into<String>) {
        self.told.insert(fact.to_owned());
        self.known.set_value(fact, value);
        self.words.insert(fact.to_owned(), words.into());
    }

    /// The words of every fact the adviser answers; what it is worth is already known of the dossier.
    fn answers(&mut self, dossier: &Dossier, lists: &Lists) {
        let people = dossier.borrowers();
        for fact in lists.facts.iter().filter(|fact| !fact.derived) {
            let by_phone = dossier.is_answered_by_phone(fact, lists);
            let answers = dossier.answers(fact, lists);
            let said = |(place, answer): (usize, &Option<&str>)| {
                let said = answer.map_or("pas encore répondu", |answer| fact.said(answer));
                let whose = people.people().get(place).filter(|_| answers.len() > 1);
                let whose = whose.map(|one| format!(" pour {}", addressed(one))).unwrap_or_default();
                format!("{said}{whose}{}", if by_phone && place == 0 { ", d’après la personne" } else { "" })
            };
            let said: Vec<String> = answers.iter().enumerate().map(said).collect();
            self.words.insert(fact.key.as_str().to_owned(), said.join(" ; "));
        }
    }
}

impl Dossier {
    /// What is known of the registers of each borrower, the applicant first.
    #[must_use]
    pub fn registers(&self) -> Vec<&Registers> {
        let together = self.household.members().iter().any(|member| member.link == Link::CoApplicant);
        let with = together.then_some(&self.assessment.co_registers);
        std::iter::once(&self.assessment.registers).chain(with).collect()
    }

    /// The answer to a fact the adviser answers, of all who borrow: what lists one of them, else nothing while one is
    /// not answered for.
    #[must_use]
    pub fn answer<'d>(&'d self, fact: &'d CheckFact, lists: &'d Lists) -> Option<&'d str> {
        let answers = self.answers(fact, lists);
        let lists_one = |answer: &&str| *answer != NO && Registers::listed_at(Some(answer)) == RegisterAnswer::Yes;
        let known = || answers.iter().copied().flatten();
        let past = || known().find(|answer| *answer != NO && *answer != Registers::NO_PROCEDURE);
        let of_all = || if answers.contains(&None) { None } else { past().or_else(|| known().next()) };
        known().find(lists_one).or_else(of_all)
    }

    /// The answers to a fact the adviser answers, of each borrower where the registers tell it, the applicant first: what
    /// was answered, what the registers and the guardian say, else what the person said on the phone, else what it is
    /// when nobody did. A guardian without a measure leaves the judgment to be read. The registers hold what the phone
    /// said of them.
    #[must_use]
    pub fn answers<'d>(&'d self, fact: &'d CheckFact, lists: &'d Lists) -> Vec<Option<&'d str>> {
        let own = self.own_answer(fact);
        let step = || self.answer_at(Registers::CO_PROCEDURE).filter(|answer| fact.takes(answer));
        let registers = self.registers();
        let each = |read: fn(&Registers) -> RegisterAnswer| registers.iter().map(|one| read(one).answer()).collect();
        let alone = match fact.key.as_str() {
            "ficp_listed" => return each(|held| held.ficp),
            "fcc_listed" => return each(|held| held.fcc),
            "over_indebtedness" => {
                let steps = std::iter::once(own).chain(std::iter::once_with(step));
                return registers.iter().zip(steps).map(|(held, step)| held.procedure(step)).collect();
            }
            GUARDIAN_AGREEMENT if self.guardian_agreed_on().is_some() => Some(GIVEN),
            "protection_measure" if self.guardians().next().is_some() => own.or(Some(TO_READ)),
            _ => {
                let told =
                    own.or_else(|| self.phone_answer(fact.key.as_str(), lists).filter(|answer| fact.takes(answer)));
                told.or(fact.when_unset.as_ref().map(ListKey::as_str))
            }
        };
        vec![alone]
    }

    /// What the person said of a fact on the phone.
    #[must_use]
    pub fn phone_answer<'d>(&self, fact: &str, lists: &'d Lists) -> Option<&'d str> {
        let is_fed = lists.screening.feeds.values().flatten().any(|feed| feed.fact == fact);
        if is_fed { lists.screening.value_of(fact, &self.facts.screening_answers()) } else { None }
    }

    /// Whether the answer to a fact is the person's word on the phone alone.
    #[must_use]
    pub fn is_answered_by_phone(&self, fact: &CheckFact, lists: &Lists) -> bool {
        let answer = self.answers(fact, lists).into_iter().next().flatten();
        answer.is_some() && answer == self.phone_answer(fact.key.as_str(), lists) && self.own_answer(fact).is_none()
    }

    fn answer_at(&self, key: &str) -> Option<&str> {
        self.eligibility.answers.get(key).map(ListKey::as_str)
    }

    /// What the adviser answered. An excluded purpose was one answer of three before it was two facts.
    fn own_answer<'d>(&'d self, fact: &CheckFact) -> Option<&'d str> {
        let own = self.answer_at(fact.key.as_str()).filter(|answer| fact.takes(answer));
        own.or_else(|| match (fact.key.as_str(), self.answer_at(EXCLUDED_PURPOSE)?) {
            ("current_expenses" | "business_creation", "none") => Some(NO),
            (key @ ("current_expenses" | "business_creation"), excluded) if key == excluded => Some(YES),
            _ => None,
        })
    }
}
