//! The accompaniment of a loan, as it is agreed with the person.
//!
//! The follow-up of repayment is always there; social and budget support come as the
//! situation asks, by the office, the lender or another professional. Form and rhythm
//! are set case by case and change with it (*Un coup de pouce pour le microcrédit
//! personnel*, l'accompagnement).

mod points;

pub use points::{PlannedPoint, planned_points};

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::settings::{FollowUpPlan, ListKey, LoanEvent, PlannedDue, Provider};

/// How a loan is accompanied, from the day it was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportPlan {
    /// The day it was set.
    pub set_on: NaiveDate,
    /// Its level: an entry of the support levels.
    pub level: ListKey,
    /// Who gives budget support; none when absent.
    pub budget: Option<Provider>,
    /// Who gives social support; none when absent.
    pub social: Option<Provider>,
    /// What was agreed, in words.
    pub note: Line,
    /// The meetings and calls, in their order.
    pub steps: Vec<SupportStep>,
}

/// One meeting or call of a plan, or a rhythm of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportStep {
    /// When, in words: « À mi-parcours ».
    pub label: Line,
    /// Its first day; not dated yet when absent.
    pub first_on: Option<NaiveDate>,
    /// Comes back every so many months.
    pub every_months: Option<u32>,
    /// How: an entry of the interview kinds.
    pub channel: ListKey,
    /// Who does it.
    pub provider: Provider,
    /// What for.
    pub purpose: Line,
}

/// The most points of one rhythm.
const MOST: u32 = 240;

impl SupportPlan {
    /// The day of its last dated step.
    #[must_use]
    pub fn last_dated(&self) -> Option<NaiveDate> {
        self.steps.iter().filter_map(|step| step.first_on).max()
    }
}

impl SupportStep {
    /// Its days, a rhythm going on until a day; none while it is not dated.
    #[must_use]
    pub fn days(&self, until: NaiveDate) -> Vec<NaiveDate> {
        let Some(first) = self.first_on else { return Vec::new() };
        let Some(months) = self.every_months.filter(|months| *months > 0) else { return vec![first] };
        // Counted from the first day each time, so that month ends are kept.
        let on = |turn: u32| first.checked_add_months(Months::new(months.checked_mul(turn)?));
        (0..MOST).map_while(on).take_while(|on| *on <= until).collect()
    }
}

/// The days of a loan that a plan counts from; unknown ones are absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoanDays {
    /// The funds are released.
    pub disbursed: Option<NaiveDate>,
    /// The first instalment is due.
    pub first_due: Option<NaiveDate>,
    /// Half of the instalments are due.
    pub mid_term: Option<NaiveDate>,
    /// The last instalment is due.
    pub last_due: Option<NaiveDate>,
}

impl LoanDays {
    /// The days of a loan of so many months, paid from its first due day on.
    #[must_use]
    pub fn of(disbursed: NaiveDate, first_due: NaiveDate, months: u32) -> Self {
        let after = |count: u32| first_due.checked_add_months(Months::new(count));
        Self {
            disbursed: Some(disbursed),
            first_due: Some(first_due),
            mid_term: after((months / 2).saturating_sub(1)),
            last_due: after(months.saturating_sub(1)),
        }
    }

    fn day(&self, event: LoanEvent) -> Option<NaiveDate> {
        match event {
            LoanEvent::Disbursed => self.disbursed,
            LoanEvent::FirstInstalmentDue => self.first_due,
            LoanEvent::MidTerm => self.mid_term,
            LoanEvent::LastInstalmentDue => self.last_due,
        }
    }
}

/// The steps a rhythm proposes for a loan: months first, month ends kept, then days.
#[must_use]
pub fn proposed_steps(plan: &FollowUpPlan, days: &LoanDays) -> Vec<SupportStep> {
    let step = |planned: &crate::settings::PlannedStep| SupportStep {
        label: Line::read(&planned.label).unwrap_or_default(),
        first_on: due_on(&planned.due, days),
        every_months: planned.due.every_months,
        channel: planned.channel.clone(),
        provider: planned.with_whom,
        purpose: Line::read(&planned.purpose).unwrap_or_default(),
    };
    plan.steps.iter().map(step).collect()
}

fn due_on(due: &PlannedDue, days: &LoanDays) -> Option<NaiveDate> {
    let from = days.day(due.from)?;
    from.checked_add_months(Months::new(due.months))?.checked_add_days(Days::new(u64::from(due.days)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::PlannedStep;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_rhythm_is_dated_from_the_loan() {
        let due = |from, months, days| PlannedDue { from, months, days, every_months: None };
        let step = |due| PlannedStep {
            key: ListKey::new("step"),
            label: "Point".to_owned(),
            due,
            channel: ListKey::new("follow_up_call"),
            with_whom: Provider::Office,
            purpose: "faire le point".to_owned(),
        };
        let plan = FollowUpPlan {
            key: ListKey::new("light"),
            label: "Léger".to_owned(),
            retired: false,
            level: ListKey::new("light"),
            steps: vec![
                step(due(LoanEvent::Disbursed, 0, 30)),
                step(due(LoanEvent::MidTerm, 0, 0)),
                step(due(LoanEvent::LastInstalmentDue, 0, 15)),
            ],
        };
        let days = LoanDays::of(day("2027-01-05"), day("2027-02-05"), 36);
        let dated: Vec<_> = proposed_steps(&plan, &days).into_iter().map(|step| step.first_on.unwrap()).collect();
        assert_eq!(dated, [day("2027-02-04"), day("2028-07-05"), day("2030-01-20")]);
        let monthly = SupportStep {
            every_months: Some(1),
            first_on: Some(day("2027-01-31")),
            ..proposed_steps(&plan, &days)[0].clone()
        };
        let rhythm = monthly.days(day("2027-03-31"));
        assert_eq!(rhythm, [day("2027-01-31"), day("2027-02-28"), day("2027-03-31")], "month ends are kept");
        let undated = proposed_steps(&plan, &LoanDays::default());
        assert!(undated.iter().all(|step| step.first_on.is_none()), "a loan without dates has steps without dates");
    }
}
