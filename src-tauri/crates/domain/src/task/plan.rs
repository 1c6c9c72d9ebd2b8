//! The points of a support plan that nobody has made yet.
//!
//! A contact answers the points due until then, and a few days ahead; one that names its step answers that step
//! alone. What was not made stays due: the first point of each step that is owed is a task.

use chrono::NaiveDate;

use super::engine::{Called, Reading};
use super::happening::Happening;
use super::rule::TaskRule;
use crate::calendar::days_after;
use crate::dossier::{Event, Fact};
use crate::settings::{ListKey, Provider};
use crate::support::SupportStep;
use crate::words::lowered;

/// How many days before its day a point may be made.
const AHEAD: u32 = 7;

/// Whether the plan in force has a step of the delivered rhythms.
pub(super) fn has_step(reading: &Reading<'_>, step: &ListKey) -> bool {
    let Some((_, plan)) = reading.course.support else { return false };
    let delivered = reading.settings.lists.follow_up_plans.iter().flat_map(|plan| &plan.steps);
    let mut labels = delivered.filter(|one| one.key == *step).map(|one| one.label.as_str());
    labels.any(|label| plan.steps.iter().any(|one| one.label.as_str() == label))
}

/// The first point that is owed of each step.
pub(super) fn owed<'d>(reading: &Reading<'d>, rule: &TaskRule, paid: &Happening<'d>) -> Vec<Called<'d>> {
    let Some((_, plan)) = reading.course.support else { return Vec::new() };
    let point = |step: &SupportStep| {
        let after = answered_until(reading, rule, step).map_or(NaiveDate::MIN, |until| days_after(until, 1));
        let due = plan.step_from(step, after)?;
        let key = ListKey(format!("{}.{due}", rule.key.as_str()));
        let mut task = reading.task(rule, key, due, paid);
        let purpose = lowered(step.purpose.as_str());
        let said = if purpose.is_empty() { step.label.to_string() } else { format!("{} : {purpose}", step.label) };
        task.what = task.what.replace("{{suivi.etape}}", &said);
        Some(Called { task, by: paid.clone() })
    };
    plan.steps.iter().filter_map(point).collect()
}

/// The last day until which the points of a step were made.
fn answered_until(reading: &Reading<'_>, rule: &TaskRule, step: &SupportStep) -> Option<NaiveDate> {
    let contacts = reading.happened.iter().filter(|one| one.event == Event::ContactHeld).map(|one| one.on);
    let facts = reading.dossier.facts.standing();
    let reviews = facts.filter_map(|row| if let Fact::Reviewed(review) = &row.fact { Some(review) } else { None });
    let reviews: Vec<_> = reviews.collect();
    let named = reviews.iter().filter(|review| review.step == step.label).map(|review| review.on);
    let with_lender = reviews.iter().filter(|review| review.with == Provider::Lender).map(|review| review.on);
    let by: Vec<NaiveDate> = match step.provider {
        Provider::Lender => named.chain(with_lender).collect(),
        Provider::Office | Provider::Other => named.chain(contacts).collect(),
    };
    let made = by.into_iter().max().map(|on| days_after(on, AHEAD));
    let ticked = reading.happened.iter().filter(|one| one.event == Event::TaskDone).filter_map(|one| {
        let day = one.subject()?.as_str().strip_prefix(rule.key.as_str())?.strip_prefix('.')?;
        day.parse::<NaiveDate>().ok()
    });
    // A point ticked off is that step's when its day is one of its own.
    let ticked =
        ticked.filter(|day| reading.course.support.is_some_and(|(_, plan)| plan.step_from(step, *day) == Some(*day)));
    ticked.chain(made).max()
}
