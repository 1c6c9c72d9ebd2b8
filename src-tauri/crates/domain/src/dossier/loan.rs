//! The loan of a dossier: what was signed, else what a lender granted, else what is simulated.
//!
//! Every room and every paper takes the terms from here, so that they all show the same loan. Worked example: a
//! plan that leaves 2 400,00 to a loan, simulated over 36 months with a lender whose agreement says 4 %, makes an
//! instalment of 70,86; once the lender has granted 2 000,00, it is 59,05.

mod change;
mod followed;
mod still_due;

pub use change::ChangeRefused;
pub use followed::{DeclarationRefused, DisbursedOtherwise, LoanChange, RunningLoan};
pub use still_due::StillDue;

use chrono::NaiveDate;
use thiserror::Error;

use super::{Course, Dossier};
use crate::budget::{AfterProject, Budget, BudgetReading, BudgetRefused, LoanCosts, reckon_after};
use crate::loan::{LoanTerms, RepaymentSchedule, TermsRefused, schedule};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetRule, ListKey, LoanFrame, RulesAt, Settings};
use crate::simulation::SimulationLack;

/// Where the terms of a dossier's loan come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermsOrigin {
    /// The contract that was signed.
    Signed,
    /// The lender's approval, completed by the simulation.
    Granted,
    /// The simulation.
    Simulated,
}

/// Why the loan of a dossier is not worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LoanRefused {
    /// Something is not known yet.
    #[error("{0:?} is not known")]
    Lacks(SimulationLack),
    /// The terms make no schedule.
    #[error(transparent)]
    Terms(#[from] TermsRefused),
    /// A sum passes the limit of amounts.
    #[error(transparent)]
    TooLarge(#[from] AmountTooLarge),
}

impl Dossier {
    /// Where its loan stands.
    #[must_use]
    pub fn terms_origin(&self) -> TermsOrigin {
        origin(&self.facts.course())
    }

    /// The day whose rules its loan follows: the contract's, else the approval's, else today.
    #[must_use]
    pub fn loan_day(&self, today: NaiveDate) -> NaiveDate {
        let course = self.facts.course();
        let signed = course.contract.map(|(_, contract)| contract.signed_on);
        signed.or(course.granted().map(|approval| approval.on)).unwrap_or(today)
    }

    /// The sum lent or asked for; nothing while neither typed, nor left over by the financing plan, nor asked
    /// for by the person.
    pub fn loan_amount(&self) -> Result<Option<Euros>, AmountTooLarge> {
        let course = self.facts.course();
        let signed = course.contract.map(|(_, contract)| contract.terms.amount);
        let settled = signed.or(course.granted().and_then(|approval| approval.amount)).or(self.simulation.amount);
        Ok(settled.or(self.left_to_lend()?))
    }

    /// The terms of its loan by the rules of [`Dossier::loan_day`]. Errors: see [`LoanRefused`].
    pub fn loan_terms(&self, rules: &RulesAt<'_>) -> Result<LoanTerms, LoanRefused> {
        let course = self.facts.course();
        if let Some((_, contract)) = course.contract {
            return Ok(contract.terms.clone());
        }
        let mut asked = self.simulation.clone();
        if let Some(approval) = course.granted() {
            asked.lender = Some(approval.lender.clone());
            asked.amount = approval.amount.or(asked.amount);
            asked.months = approval.months.or(asked.months);
            asked.annual_rate = approval.annual_rate.or(asked.annual_rate);
        }
        asked.terms(self.left_to_lend()?, &LoanFrame::of(&asked, rules)).map_err(LoanRefused::Lacks)
    }

    /// The schedule of its loan. Errors: see [`LoanRefused`].
    pub fn loan(&self, settings: &Settings, today: NaiveDate) -> Result<RepaymentSchedule, LoanRefused> {
        let terms = self.loan_terms(&settings.at(self.loan_day(today)))?;
        Ok(schedule(&terms)?)
    }

    /// The schedule in force: that of the last change the lender agreed to, else [`Dossier::loan`].
    pub fn loan_in_force(&self, settings: &Settings, today: NaiveDate) -> Result<RepaymentSchedule, LoanRefused> {
        match self.running_loan() {
            Some(running) if !running.changes.is_empty() => Ok(running.in_force().clone()),
            Some(_) | None => self.loan(settings, today),
        }
    }

    /// The lender of its loan: who signed or granted it, else the simulation's, else who was asked and may still answer.
    #[must_use]
    pub fn loan_lender(&self) -> Option<&ListKey> {
        let course = self.facts.course();
        let sent = || course.current().map(|sent| &sent.submission.lender);
        course.lending().or(self.simulation.lender.as_ref()).or_else(sent)
    }

    /// The product of its loan: that of the sending to who lends, else to who may still answer, else the simulation's.
    #[must_use]
    pub fn loan_product<'a>(&'a self, rules: &RulesAt<'a>) -> Option<&'a ListKey> {
        let course = self.facts.course();
        let sent = match course.lending() {
            Some(lender) => course.presentations.iter().rev().find(|sent| sent.submission.lender == *lender),
            None => course.current(),
        };
        match sent {
            Some(sent) => sent.submission.product.as_ref().or(self.simulation.product.as_ref()),
            None => self.simulation.product_in(rules),
        }
    }

    /// Its budget once the project is done, by the office's rule; nothing while it has no line.
    ///
    /// `instalment` is that of [`monthly`]; the account its lender asks for is counted beside it.
    pub fn after_project(&self, settings: &Settings, instalment: Euros) -> Result<Option<AfterProject>, BudgetRefused> {
        self.after_project_with(settings, self.loan_lender(), instalment)
    }

    /// The same with the account of another lender, by the office's rule.
    pub fn after_project_with(
        &self,
        settings: &Settings,
        lender: Option<&ListKey>,
        instalment: Euros,
    ) -> Result<Option<AfterProject>, BudgetRefused> {
        let Some((budget, rules)) = self.budget_and_rules(settings) else { return Ok(None) };
        let costs = LoanCosts { instalment, account: account(&rules, lender) };
        reckon_after(budget, &self.household, &BudgetReading::of_office(&rules), costs).map(Some)
    }

    /// The same by a lender's own rule; nothing when its agreement states none.
    pub fn after_project_by(
        &self,
        settings: &Settings,
        lender: &ListKey,
        instalment: Euros,
    ) -> Result<Option<AfterProject>, BudgetRefused> {
        let Some((budget, rules)) = self.budget_and_rules(settings) else { return Ok(None) };
        let Some(reading) = BudgetReading::of_lender(&rules, lender) else { return Ok(None) };
        let costs = LoanCosts { instalment, account: account(&rules, Some(lender)) };
        reckon_after(budget, &self.household, &reading, costs).map(Some)
    }

    /// The same by a rule that is only tried, with the lists of the budget's day.
    pub fn after_project_tried(
        &self,
        settings: &Settings,
        rule: &BudgetRule,
        instalment: Euros,
    ) -> Result<Option<AfterProject>, BudgetRefused> {
        let Some((budget, rules)) = self.budget_and_rules(settings) else { return Ok(None) };
        let costs = LoanCosts { instalment, account: account(&rules, self.loan_lender()) };
        reckon_after(budget, &self.household, &BudgetReading { lists: rules.lists, rule }, costs).map(Some)
    }

    /// Its budget, once it has a line, and the rules of its day.
    fn budget_and_rules<'a>(&'a self, settings: &'a Settings) -> Option<(&'a Budget, RulesAt<'a>)> {
        let budget = self.budget.as_ref().filter(|budget| !budget.lines.is_empty())?;
        Some((budget, settings.at(budget.established_on)))
    }
}

/// What the account a lender makes a condition of its loans costs a month.
fn account(rules: &RulesAt<'_>, lender: Option<&ListKey>) -> Euros {
    let agreement = lender.and_then(|key| rules.lender(key)).and_then(|lender| lender.agreement);
    agreement.and_then(|dated| dated.value.account_required()).map_or(Euros::ZERO, |account| account.monthly)
}

/// What a loan takes from the budget a month: its level instalment, and its dearest month of insurance.
pub fn monthly(schedule: &RepaymentSchedule) -> Result<Euros, AmountTooLarge> {
    let insurance = schedule.instalments.iter().map(|line| line.insurance).max();
    schedule.instalment().plus(insurance.unwrap_or_default())
}

/// All that a loan takes a month: that of [`monthly`], and the account it asks for.
pub fn monthly_outlay(schedule: &RepaymentSchedule) -> Result<Euros, AmountTooLarge> {
    monthly(schedule)?.plus(schedule.terms.account.map_or(Euros::ZERO, |account| account.monthly))
}

fn origin(course: &Course<'_>) -> TermsOrigin {
    match (course.contract, course.granted()) {
        (Some(_), _) => TermsOrigin::Signed,
        (None, Some(_)) => TermsOrigin::Granted,
        (None, None) => TermsOrigin::Simulated,
    }
}

#[cfg(test)]
mod tests;
