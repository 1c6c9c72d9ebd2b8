//! The same project in every lender's agreement in force: the facts of each offer, before they are worded.
//!
//! Each lender is taken by its own rate, fee, longest loan and months that do not repay. Where such months are asked
//! for and allowed, the same loan without them stands beside it, so that what they cost is seen.

use domain::budget::{AfterProject, Standing};
use domain::dossier::{Dossier, monthly};
use domain::loan::{RepaymentSchedule, Taeg, schedule, taeg};
use domain::money::Euros;
use domain::settings::{LenderAgreement, LenderAt, LimitPassed, ListKey, LoanFrame, RulesAt, Settings};
use domain::simulation::{LenderFinding, LoanFacts, Simulation, SimulationLack};
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::limits::short;
use super::own_rule::OwnRule;
use app::failure::Failure;

/// With the months that do not repay, or without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfferKind {
    /// As the simulation asks.
    AsAsked,
    /// The same, repaying from the first instalment to the last.
    Level,
}

/// What is said of months that do not repay where the agreement says nothing of them.
pub(super) const UNSTATED: &str = "mois sans remboursement non prévus";

/// What a lender would make of the project.
pub struct Offered<'s> {
    /// The lender and its agreement.
    pub lender: LenderAt<'s>,
    /// With the months that do not repay, or without them.
    pub kind: OfferKind,
    /// Whether it is the one kept.
    pub(crate) kept: bool,
    /// What of the loan asked for the agreement does not allow.
    pub passed: Vec<LimitPassed>,
    /// Whether it says nothing of the months that do not repay asked for, which it is then shown without.
    pub(crate) silent: bool,
    /// What the loan lacks to be worked out.
    pub(super) lack: Option<SimulationLack>,
    /// The loan; absent while something of it is not known.
    pub loan: Option<LoanOffered>,
}

/// A loan as a lender would make it.
pub struct LoanOffered {
    /// Its schedule.
    pub schedule: RepaymentSchedule,
    /// What it takes from the budget a month once capital is repaid.
    pub(crate) instalment: Euros,
    /// Its TAEG, when it has one.
    pub taeg: Option<Taeg>,
    /// The budget with it by the office's rule, its account counted; absent without a budget.
    pub after: Option<AfterProject>,
    /// The same by the lender's own rule, where it states one.
    pub own: Option<OwnRule>,
}

impl<'s> Offered<'s> {
    /// Whether it is the loan asked for, and the agreement allows all of it.
    pub(crate) fn accepts(&self) -> bool {
        self.kind == OfferKind::AsAsked && self.passed.is_empty() && !self.silent
    }

    /// What of the loan asked for it does not allow or does not state, in a few words; empty when it allows all of it.
    pub fn refused(&self) -> String {
        let silent = self.silent.then(|| UNSTATED.to_owned());
        let said: Vec<String> = self.passed.iter().copied().map(short).chain(silent).collect();
        spaced(&said.join(", "))
    }

    /// Whether the lender would make the loan asked for, and why not.
    pub(super) fn finding(&self) -> LenderFinding {
        LenderFinding::of(LoanFacts {
            passed: &self.passed,
            is_unstated: self.silent,
            is_worked_out: self.loan.is_some(),
            own: self.own_standing(),
        })
    }

    /// Where the budget stands by the lender's own rule.
    pub(super) fn own_standing(&self) -> Option<Standing> {
        self.loan.as_ref()?.own.as_ref()?.standing
    }

    /// What the loan costs, once it is worked out.
    pub(super) fn cost(&self) -> Option<Euros> {
        self.loan.as_ref().map(|loan| loan.schedule.total_cost)
    }

    /// What was signed with the lender.
    pub fn agreement(&self) -> Option<&'s LenderAgreement> {
        self.lender.agreement.map(|dated| &dated.value)
    }
}

/// Whether months that do not repay are asked for, of which the agreement says nothing.
fn is_silent(asked: &Simulation, agreement: &LenderAgreement) -> bool {
    (asked.deferred > 0 && agreement.deferred_max.is_none())
        || (asked.interest_only > 0 && agreement.interest_only_max.is_none())
        || (!asked.interest_only_later.is_empty() && agreement.interest_only_later_max.is_none())
}

/// What each lender with an agreement in force would make of the project, in the order of lenders.
pub fn offered<'s>(dossier: &Dossier, settings: &Settings, rules: &RulesAt<'s>) -> Result<Vec<Offered<'s>>, Failure> {
    let in_force = rules.lenders().filter(|lender| lender.agreement.is_some() && !lender.lender.retired);
    let mut all = Vec::new();
    for lender in in_force {
        let asked = as_offered(dossier, lender.key, OfferKind::AsAsked, rules);
        if is_eased(&asked) {
            all.push(offer((dossier, settings), lender, OfferKind::Level, rules)?);
        }
        all.push(offer((dossier, settings), lender, OfferKind::AsAsked, rules)?);
    }
    Ok(all)
}

/// The simulation as a lender is compared by: its own rate and fee, within its months.
pub(super) fn as_offered(dossier: &Dossier, key: &ListKey, kind: OfferKind, rules: &RulesAt<'_>) -> Simulation {
    let asked = match kind {
        OfferKind::AsAsked => dossier.simulation.clone(),
        OfferKind::Level => level(dossier.simulation.clone()),
    };
    if asked.lender.as_ref() == Some(key) {
        return asked;
    }
    let agreement = rules.lender(key).and_then(|lender| lender.agreement).map(|dated| &dated.value);
    let longest = agreement.and_then(|agreement| longest(dossier, agreement));
    // What an agreement does not state is not offered: it is told as such beside the offer.
    let within =
        |asked: u32, most: fn(&LenderAgreement) -> Option<u32>| asked.min(agreement.and_then(most).unwrap_or_default());
    let later = u32::try_from(asked.interest_only_later.len()).unwrap_or(u32::MAX);
    let later = usize::try_from(within(later, |agreement| agreement.interest_only_later_max)).unwrap_or_default();
    let months = asked.months.map(|months| longest.map_or(months, |most| months.min(most)));
    let asked = Simulation { lender: Some(key.clone()), ..asked };
    let amount = asked.amount.or(dossier.left_to_lend().ok().flatten());
    let own_rate = LoanFrame::of(&asked, rules).rate(amount, months);
    Simulation {
        months,
        annual_rate: asked.annual_rate.filter(|_| own_rate.is_none()),
        deferred: within(asked.deferred, |agreement| agreement.deferred_max),
        interest_only: within(asked.interest_only, |agreement| agreement.interest_only_max),
        interest_only_later: asked.interest_only_later.iter().copied().take(later).collect(),
        fee: None,
        fee_payment: None,
        ..asked
    }
}

/// The longest loan an agreement allows the dossier.
fn longest(dossier: &Dossier, agreement: &LenderAgreement) -> Option<u32> {
    let justified = !dossier.project.justification.is_empty();
    let wide = agreement.limits.exceptional_months_max.filter(|_| justified);
    wide.or(agreement.limits.months_max)
}

fn level(asked: Simulation) -> Simulation {
    Simulation { deferred: 0, interest_only: 0, interest_only_later: Vec::new(), ..asked }
}

fn is_eased(asked: &Simulation) -> bool {
    asked.deferred > 0 || asked.interest_only > 0 || !asked.interest_only_later.is_empty()
}

pub(super) fn offer<'s>(
    (dossier, settings): (&Dossier, &Settings),
    lender: LenderAt<'s>,
    kind: OfferKind,
    rules: &RulesAt<'s>,
) -> Result<Offered<'s>, Failure> {
    let asked = match kind {
        OfferKind::AsAsked => dossier.simulation.clone(),
        OfferKind::Level => level(dossier.simulation.clone()),
    };
    let theirs = as_offered(dossier, lender.key, kind, rules);
    let terms = theirs.terms(dossier.left_to_lend()?, &LoanFrame::of(&theirs, rules));
    let lack = terms.as_ref().err().copied();
    let terms = terms.ok();
    // The rate judged is the one shown, which is the lender's own where its agreement states it.
    let annual_rate = terms.as_ref().map(|terms| terms.annual_rate);
    let asked = Simulation { lender: Some(lender.key.clone()), annual_rate, ..asked };
    let worked_out = terms.and_then(|terms| schedule(&terms).ok());
    let loan = worked_out.map(|schedule| {
        let instalment = monthly(&schedule)?;
        Ok::<_, Failure>(LoanOffered {
            instalment,
            taeg: taeg(&schedule).ok(),
            after: dossier.after_project_with(settings, Some(lender.key), instalment)?,
            own: OwnRule::of(dossier, settings, lender, instalment)?,
            schedule,
        })
    });
    Ok(Offered {
        lender,
        kind,
        kept: kind == OfferKind::AsAsked && dossier.simulation.lender.as_ref() == Some(lender.key),
        passed: dossier.limits_passed(&asked, rules)?,
        silent: lender.agreement.is_some_and(|dated| is_silent(&asked, &dated.value)),
        lack,
        loan: loan.transpose()?,
    })
}
