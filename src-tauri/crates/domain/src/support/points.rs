//! The points of a support plan on their days, and which of them were held.
//!
//! A point that is not held stays owed. A point held answers those of its rhythm due by its day, else the next one:
//! monthly from 5 January, a call on 12 March answers January, February and March, and April is owed from the 5th.

use chrono::{Months, NaiveDate};

use super::{SupportPlan, SupportStep};
use crate::dossier::Review;

/// The most points of one rhythm.
const MOST: u32 = 240;

/// One point of a plan on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedPoint<'p> {
    /// The step it comes from.
    pub step: &'p SupportStep,
    /// Its day.
    pub due: NaiveDate,
    /// The day it was held, or answered by a later one of its rhythm.
    pub held_on: Option<NaiveDate>,
}

/// Every dated point of a plan in the order of days, a rhythm going on until the last instalment.
#[must_use]
pub fn points<'p>(plan: &'p SupportPlan, reviews: &[&Review], last_due: Option<NaiveDate>) -> Vec<PlannedPoint<'p>> {
    let dated = plan.steps.iter().filter_map(|step| step.first_on).max();
    let Some(until) = last_due.or(dated) else { return Vec::new() };
    let mut points: Vec<PlannedPoint<'p>> = Vec::new();
    for step in &plan.steps {
        let days: Vec<NaiveDate> = days(step, until).into_iter().filter(|day| *day >= plan.set_on).collect();
        let mut answered: Vec<Option<NaiveDate>> = vec![None; days.len()];
        for on in held(step, reviews) {
            let mut any = false;
            for (due, answer) in days.iter().zip(answered.iter_mut()) {
                if answer.is_none() && (*due <= on || !any) {
                    any = true;
                    *answer = Some(on);
                }
            }
        }
        points.extend(days.into_iter().zip(answered).map(|(due, held_on)| PlannedPoint { step, due, held_on }));
    }
    points.sort_by_key(|point| point.due);
    points
}

fn days(step: &SupportStep, until: NaiveDate) -> Vec<NaiveDate> {
    let Some(first) = step.first_on else { return Vec::new() };
    let Some(months) = step.every_months.filter(|months| *months > 0) else { return vec![first] };
    // Counted from the first day each time, so that month ends are kept.
    let on = |turn: u32| first.checked_add_months(Months::new(months.checked_mul(turn)?));
    (0..MOST).map_while(on).take_while(|on| *on <= until).collect()
}

/// The days a step was answered, in their order.
fn held(step: &SupportStep, reviews: &[&Review]) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> =
        reviews.iter().filter(|review| review.step == step.label).map(|review| review.on).collect();
    days.sort_unstable();
    days
}
