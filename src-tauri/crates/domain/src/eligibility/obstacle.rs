//! What keeps a dossier from being sent to a lender: the one rule that the list « Prêt à envoyer », its note and the act
//! read.
//!
//! A loan needs a lender, an amount and months; it keeps within the limits of the product, of the agreement and of the
//! law; no check stops it (a guardian's agreement is never passed over, the written authorisation of the
//! over-indebtedness commission is with a reason); what has to be there is there (*Un coup de pouce pour le microcrédit
//! personnel*, l'éligibilité, la constitution du dossier). Worked example: curatelle, everything else ready: one
//! obstacle, the check `guardian_agreement`, until the agreement is given.

use super::{CheckResult, CheckedLoan, Eligible, GatedAct, ReadyLine};
use crate::dossier::Dossier;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{LimitPassed, LoanAsked, LoanFrame, RulesAt, Settings, check_loan, entry};
use crate::simulation::{Simulation, SimulationLack};

/// One thing that keeps a dossier from being sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle<'s> {
    /// No lender is chosen.
    NoLender,
    /// The amount or the months are not known.
    Unknown(SimulationLack),
    /// A limit is passed.
    Limit(LimitPassed),
    /// A check stops it.
    Check(CheckResult<'s>),
    /// Something that has to be there is not.
    Lacking(ReadyLine<'s>),
}

/// The check of the lender's agreement, which says nothing while no lender is chosen.
const LENDER_AGREEMENT: &str = "lender_agreement";

impl Dossier {
    /// What the loan and the checks put in the way of a sending, without what has to be in the file.
    ///
    /// Errors: a sum beyond the limit of amounts.
    pub fn loan_obstacles<'s>(
        &self,
        settings: &'s Settings,
        loan: &CheckedLoan,
    ) -> Result<Vec<Obstacle<'s>>, AmountTooLarge> {
        let no_lender = loan.asked.lender.is_none();
        let mut obstacles = Vec::new();
        if no_lender {
            obstacles.push(Obstacle::NoLender);
        }
        if loan.amount().is_none_or(Euros::is_zero) {
            obstacles.push(Obstacle::Unknown(SimulationLack::Amount));
        }
        if loan.months().is_none() {
            obstacles.push(Obstacle::Unknown(SimulationLack::Months));
        }
        // A sending asks for no rate: what the agreement makes of it is not the adviser's.
        let asked =
            Simulation { amount: loan.amount(), months: loan.months(), annual_rate: None, ..loan.asked.clone() };
        let limits = self.limits_passed(&asked, &settings.at(loan.day))?;
        obstacles.extend(limits.into_iter().map(Obstacle::Limit));
        let eligible = Eligible::of(self, settings, loan.clone())?;
        let stopping = eligible.results.into_iter().filter(|result| {
            result.stops(GatedAct::Submit) && !(no_lender && result.check.key.as_str() == LENDER_AGREEMENT)
        });
        obstacles.extend(stopping.map(Obstacle::Check));
        Ok(obstacles)
    }

    /// Everything that keeps this loan from being sent; empty when it may be.
    ///
    /// `advisor` is the office's adviser. Errors: a sum beyond the limit of amounts.
    pub fn sending_obstacles<'s>(
        &self,
        settings: &'s Settings,
        loan: &CheckedLoan,
        advisor: &str,
    ) -> Result<Vec<Obstacle<'s>>, AmountTooLarge> {
        let mut obstacles = self.loan_obstacles(settings, loan)?;
        let lines = self.ready_to_send(settings, loan, advisor)?;
        obstacles.extend(lines.into_iter().filter(ReadyLine::stops).map(Obstacle::Lacking));
        Ok(obstacles)
    }

    /// The limits that a simulation passes, by the rules of a day; a purpose that is in no list has no limit of its own.
    ///
    /// Errors: a sum beyond the limit of amounts.
    pub fn limits_passed(
        &self,
        simulation: &Simulation,
        rules: &RulesAt<'_>,
    ) -> Result<Vec<LimitPassed>, AmountTooLarge> {
        let purpose = self.facts.request().purpose.as_ref();
        let own = purpose.and_then(|key| entry(&rules.lists.purposes, key).ok());
        let left = self.left_to_lend()?;
        let asked = LoanAsked {
            amount: simulation.amount.or(left),
            months: simulation.months,
            rate: simulation.annual_rate,
            deferred: simulation.deferred,
            interest_only: simulation.interest_only,
            interest_only_later: u32::try_from(simulation.interest_only_later.len()).unwrap_or(u32::MAX),
            purpose,
            category: own.and_then(|own| own.group.as_ref()),
            justified: !self.project.justification.is_empty(),
        };
        Ok(check_loan(&asked, &LoanFrame::of(simulation, rules)))
    }
}

impl<'s> LoanFrame<'s> {
    /// What a loan asked for is judged by on a day, the law's ceilings included.
    #[must_use]
    pub fn of(asked: &'s Simulation, rules: &RulesAt<'s>) -> Self {
        let legal = |key| rules.legal.at(key, rules.date);
        let lender = asked.lender.as_ref();
        Self {
            product: asked.product_in(rules).and_then(|key| Some((key, &rules.product(key)?.value))),
            agreement: lender.and_then(|key| rules.lender(key)?.agreement).map(|dated| &dated.value),
            legal_amount_max: legal("microcredit_amount_ceiling").and_then(|most| Euros::read(&most.value).ok()),
            legal_months_max: rules.legal_number("microcredit_term_ceiling"),
        }
    }
}
