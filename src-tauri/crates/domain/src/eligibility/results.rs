//! What each check says of a dossier, and which act it stops.
//!
//! A check of the person or of the purpose stops the sending while it is not met, unless the adviser passes over
//! it with a reason: the result keeps its word, the reason hangs under it. A check that forbids an act is never
//! passed over. Worked example: the guardian was asked and has not answered: the office may decide to submit,
//! nothing is sent yet.

use super::{Check, CheckEffect, CheckFacts, CheckScope, CheckState, CheckedLoan, Override};
use crate::dossier::Dossier;
use crate::money::AmountTooLarge;
use crate::settings::Settings;

/// One check with what it says of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckResult<'s> {
    /// The check.
    pub check: &'s Check,
    /// What it says; passing over it changes no word of it.
    pub state: CheckState,
    /// Whether it is known to concern the dossier.
    pub applies: bool,
    /// The adviser's reason for passing over it.
    pub passed_over: Option<Override>,
}

/// Every check of a dossier, on the day whose rules count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eligible<'s> {
    /// The loan that is checked.
    pub loan: CheckedLoan,
    /// What is known.
    pub facts: CheckFacts,
    /// What each check says, in their order.
    pub results: Vec<CheckResult<'s>>,
}

/// An act that checks may stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GatedAct {
    /// The office decides to submit.
    Decide,
    /// The request is sent to a lender.
    Submit,
    /// The contract is signed.
    Sign,
    /// The funds are released.
    Release,
}

impl<'s> Eligible<'s> {
    /// Checks a dossier. Errors: a sum beyond the limit of amounts.
    pub fn of(dossier: &Dossier, settings: &'s Settings, loan: CheckedLoan) -> Result<Self, AmountTooLarge> {
        let facts = CheckFacts::of(dossier, settings, &loan)?;
        let checks = settings.lists.checks.iter().filter(|check| !check.retired);
        // What one borrower answered is no answer of the other.
        let partly = |answers: &[Option<&str>]| answers.len() > 1 && answers.contains(&None);
        let open = settings.lists.facts.iter().filter(|fact| partly(&dossier.answers(fact, &settings.lists)));
        let open: Vec<&str> = open.map(|fact| fact.key.as_str()).collect();
        let state = |check: &Check| {
            let state = check.state(facts.known());
            let is_open = check.facts.iter().any(|fact| open.contains(&fact.as_str()));
            if state == CheckState::Met && is_open { CheckState::ToVerify } else { state }
        };
        let results = checks.map(|check| CheckResult {
            check,
            state: state(check),
            applies: check.applies_when.holds(facts.known()) == Some(true),
            passed_over: dossier.eligibility.overrides.get(&check.key).cloned(),
        });
        let results = results.collect();
        Ok(Self { loan, facts, results })
    }

    /// The check that stops an act, the first of them.
    #[must_use]
    pub fn stopping(&self, act: GatedAct) -> Option<&CheckResult<'s>> {
        self.results.iter().find(|result| result.stops(act))
    }

    /// What one check says.
    #[must_use]
    pub fn result(&self, check: &str) -> Option<&CheckResult<'s>> {
        self.results.iter().find(|result| result.check.key.as_str() == check)
    }

    /// The checks not met, or still to verify, that the adviser passed over.
    pub fn passed_over(&self) -> impl Iterator<Item = (&CheckResult<'s>, &Override)> {
        self.results.iter().filter_map(|result| Some((result, result.over()?)))
    }
}

impl CheckResult<'_> {
    /// What it says in a sentence; empty when the state says it all.
    #[must_use]
    pub fn sentence(&self) -> &str {
        let told = match self.state {
            CheckState::Met => self.check.sentence_met.as_deref(),
            CheckState::NotMet => self.check.sentence_not_met.as_deref(),
            CheckState::ToVerify => Some("À vérifier avec la personne ou dans les pièces."),
            CheckState::NotApplicable => None,
        };
        told.unwrap_or_default()
    }

    /// Whether something is open: not met or to verify, passed over or not.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.state {
            CheckState::NotMet | CheckState::ToVerify => true,
            CheckState::Met | CheckState::NotApplicable => false,
        }
    }

    /// Why it is passed over; nothing once its rule is met or does not apply.
    #[must_use]
    pub fn over(&self) -> Option<&Override> {
        self.passed_over.as_ref().filter(|_| self.is_open())
    }

    /// Whether it stops an act.
    #[must_use]
    pub fn stops(&self, act: GatedAct) -> bool {
        let open = self.applies && self.state != CheckState::Met;
        let forbids = match act {
            GatedAct::Decide | GatedAct::Release => false,
            GatedAct::Submit => self.check.forbids_submission,
            GatedAct::Sign => self.check.forbids_signature,
        };
        let holds = match act {
            GatedAct::Decide | GatedAct::Submit => false,
            GatedAct::Sign | GatedAct::Release => self.check.holds_signature,
        };
        (forbids && open) || (self.passed_over.is_none() && ((holds && open) || self.blocks(act)))
    }

    /// Whether the person or the purpose stops it; an agreement may be awaited while the office decides.
    fn blocks(&self, act: GatedAct) -> bool {
        // What stopped the request was looked at when the contract was signed.
        if act == GatedAct::Release {
            return false;
        }
        let refused = self.state == CheckState::NotMet;
        let awaited = self.applies && self.state == CheckState::ToVerify && act != GatedAct::Decide;
        match (self.check.scope, self.check.effect) {
            (CheckScope::None, _) => false,
            (CheckScope::Person | CheckScope::Purpose, CheckEffect::AsksAgreement | CheckEffect::AsksAuthorisation) => {
                refused || awaited
            }
            (
                CheckScope::Person | CheckScope::Purpose,
                CheckEffect::Blocks | CheckEffect::AsksJustification | CheckEffect::Verify | CheckEffect::Remark,
            ) => refused,
        }
    }
}

impl Dossier {
    /// Its checks by the rules of the day its loan was sent, else of today.
    ///
    /// Errors: a sum beyond the limit of amounts.
    pub fn checks<'s>(&self, settings: &'s Settings, today: chrono::NaiveDate) -> Result<Eligible<'s>, AmountTooLarge> {
        Eligible::of(self, settings, CheckedLoan::of(self, settings, today)?)
    }
}
