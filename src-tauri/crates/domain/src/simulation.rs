//! The loan that is asked for: the simulation kept in a dossier.
//!
//! What is not typed follows from the project (the amount) or from the lender's
//! agreement (the only product, the rate, the fee, the day of the first instalment), so that a simulation
//! changes with them until the contract is signed. Paid on 20 December 2026 and debited on
//! the 5th, the first instalment falls on 5 February 2027: 5 January is not a month later.

mod finding;

pub use finding::{Hindrance, LenderFinding, LoanFacts, LoanTried, WayOut, ways_out};

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::dossier::Submission;
use crate::line::Line;
use crate::loan::{FeePayment, Insurance, LoanDates, LoanTerms, Rate};
use crate::money::Euros;
use crate::settings::{LenderAgreement, ListKey, LoanFrame, RulesAt};

/// The simulation kept in a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Simulation {
    /// The lender; none chosen yet when absent.
    pub lender: Option<ListKey>,
    /// The product; none chosen yet when absent.
    pub product: Option<ListKey>,
    /// The amount; what is left to lend when absent (`Dossier::left_to_lend`).
    pub amount: Option<Euros>,
    /// The months.
    pub months: Option<u32>,
    /// The yearly rate; the agreement's when absent.
    pub annual_rate: Option<Rate>,
    /// Months at the start in which nothing is paid.
    pub deferred: u32,
    /// Months of interest only at the start, after those.
    pub interest_only: u32,
    /// Numbers of later instalments that pay interest only, ascending.
    pub interest_only_later: Vec<u32>,
    /// The file fee; the agreement's when absent.
    pub fee: Option<Euros>,
    /// When the fee is paid; as the agreement says when absent.
    pub fee_payment: Option<FeePayment>,
    /// The insurance chosen.
    pub insurance: Option<Insurance>,
    /// The day the funds would be released.
    pub disbursed_on: Option<NaiveDate>,
    /// The day of the first instalment.
    pub first_due_on: Option<NaiveDate>,
    /// The day of the month the person chose for the others; the agreement's when absent.
    pub debit_day: Option<u32>,
    /// What the person chose once everything was explained.
    pub choice: Option<LenderChoice>,
}

/// The person's choice of a lender and its account, after explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LenderChoice {
    /// The day it was made.
    pub on: NaiveDate,
    /// The lender chosen.
    pub lender: ListKey,
    /// The person's reasons.
    pub reasons: Line,
    /// What was chosen of the account: an entry of the domiciliation kinds.
    pub account: Option<ListKey>,
}

/// What a simulation still lacks to be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulationLack {
    /// Neither typed nor left over by the financing plan.
    Amount,
    /// Not typed.
    Months,
    /// Neither typed nor stated by the lender's agreement.
    Rate,
}

impl Simulation {
    /// The simulation once a lender is asked: its amount and months, and another lender's rate and fee.
    #[must_use]
    pub fn asked_of(&self, submission: &Submission) -> Self {
        let mut asked = self.clone();
        if asked.lender.as_ref() != Some(&submission.lender) {
            (asked.annual_rate, asked.fee) = (None, None);
        }
        asked.lender = Some(submission.lender.clone());
        asked.months = submission.months.or(asked.months);
        // An amount that follows from the plan keeps following it.
        asked.amount = asked.amount.and(submission.amount);
        asked
    }

    /// Its product: the one chosen, else the only one there is.
    #[must_use]
    pub fn product_in<'a>(&'a self, rules: &RulesAt<'a>) -> Option<&'a ListKey> {
        self.product.as_ref().or_else(|| rules.only_product(self.lender.as_ref()))
    }

    /// The terms it makes with what is left to lend, in the frame of its product and agreement; or what it lacks.
    pub fn terms(&self, left: Option<Euros>, frame: &LoanFrame<'_>) -> Result<LoanTerms, SimulationLack> {
        let agreement = frame.agreement;
        let amount = self.amount.or(left).ok_or(SimulationLack::Amount)?;
        // The months lack before the rate: an agreement may state its rates by months.
        let months = self.months.ok_or(SimulationLack::Months)?;
        let stated = frame.rate(Some(amount), Some(months));
        let dates = self.disbursed_on.zip(self.first_due_on.or_else(|| self.proposed_first_due(agreement)));
        let debit_day = self.debited_on(agreement);
        Ok(LoanTerms {
            level: None,
            amount,
            annual_rate: self.annual_rate.or(stated).ok_or(SimulationLack::Rate)?,
            months,
            deferred: self.deferred,
            interest_only: self.interest_only,
            interest_only_later: self.interest_only_later.clone(),
            fee: self.fee.or(agreement.and_then(|agreement| agreement.file_fee)).unwrap_or(Euros::ZERO),
            fee_payment: self.fee_payment.or(agreement.and_then(|agreement| agreement.fee_payment)).unwrap_or_default(),
            insurance: self.insurance,
            account: agreement.and_then(LenderAgreement::account_required),
            dates: dates.map(|(disbursed_on, first_due_on)| LoanDates { disbursed_on, first_due_on, debit_day }),
            first_period: agreement.map(|agreement| agreement.first_period).unwrap_or_default(),
        })
    }

    /// The day of the first instalment that follows from the payment and the debit day; nothing while one is not known.
    #[must_use]
    pub fn proposed_first_due(&self, agreement: Option<&LenderAgreement>) -> Option<NaiveDate> {
        first_debit(self.disbursed_on?, self.debited_on(agreement)?)
    }

    fn debited_on(&self, agreement: Option<&LenderAgreement>) -> Option<u32> {
        self.debit_day.or(agreement.and_then(|agreement| agreement.debit_day))
    }
}

/// The longest of the durations usually asked for, in months.
const USUAL_LONGEST: u32 = 36;

/// The three durations usually asked for, half a year apart, within the longest an agreement allows: 24, 30 and 36 months.
#[must_use]
pub fn usual_durations(longest: Option<u32>) -> Vec<u32> {
    let longest = longest.map_or(USUAL_LONGEST, |most| most.min(USUAL_LONGEST));
    [12, 6, 0].into_iter().map(|less| longest.saturating_sub(less)).filter(|months| *months > 0).collect()
}

/// The first debit day at least a month after the money is paid, the last day of a month too short for it.
#[must_use]
pub fn first_debit(paid_on: NaiveDate, debit_day: u32) -> Option<NaiveDate> {
    let soonest = paid_on.checked_add_months(Months::new(1))?;
    let of_month = |day: NaiveDate| {
        let first = day.with_day(1)?;
        (1..=debit_day.clamp(1, 31)).rev().find_map(|day| first.with_day(day))
    };
    let same_month = of_month(soonest).filter(|debit| *debit >= soonest);
    same_month.or_else(|| of_month(soonest.with_day(1)?.checked_add_months(Months::new(1))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn debited(paid_on: &str, debit_day: u32, first: &str) {
        let found = first_debit(paid_on.parse().unwrap(), debit_day).unwrap();
        assert_eq!(found, first.parse().unwrap(), "paid on {paid_on}, debited on the {debit_day}");
    }

    #[test]
    fn the_first_instalment_is_a_month_after_the_money_at_least() {
        debited("2027-01-05", 5, "2027-02-05");
        debited("2026-12-20", 5, "2027-02-05");
        debited("2026-12-05", 20, "2027-01-20");
    }

    #[test]
    fn the_usual_durations_stay_within_the_longest_loan() {
        assert_eq!(usual_durations(None), [24, 30, 36]);
        assert_eq!(usual_durations(Some(60)), [24, 30, 36]);
        assert_eq!(usual_durations(Some(30)), [18, 24, 30]);
    }

    #[test]
    fn a_debit_day_a_month_does_not_have_is_its_last() {
        debited("2027-01-31", 31, "2027-02-28");
        debited("2028-01-29", 30, "2028-02-29");
        debited("2027-02-28", 31, "2027-03-31");
    }

    #[test]
    fn months_lack_before_a_rate_that_an_agreement_may_state_by_months() {
        let lack = |months| {
            let frame = LoanFrame { product: None, agreement: None, legal_amount_max: None, legal_months_max: None };
            Simulation { months, ..Simulation::default() }.terms(Some(Euros::ZERO), &frame).err()
        };
        assert_eq!(lack(None), Some(SimulationLack::Months));
        assert_eq!(lack(Some(36)), Some(SimulationLack::Rate));
    }

    #[test]
    fn a_day_typed_is_kept_and_an_empty_one_follows() {
        let agreement = LenderAgreement { debit_day: Some(5), ..LenderAgreement::default() };
        let day = |text: &str| Some(text.parse().unwrap());
        let typed = Simulation { disbursed_on: day("2026-12-20"), ..Simulation::default() };
        assert_eq!(typed.proposed_first_due(Some(&agreement)), day("2027-02-05"));
        let chosen = Simulation { debit_day: Some(10), ..typed.clone() };
        assert_eq!(chosen.proposed_first_due(Some(&agreement)), day("2027-02-10"));
        assert_eq!(typed.proposed_first_due(None), None, "no day is made up");
    }
}
