//! The points of a support plan that nobody has made yet.
//!
//! What was not made stays due: the first point of each step that is owed is a task.

use super::engine::{Called, Reading};
use super::happening::Happening;
use super::rule::TaskRule;
use crate::settings::ListKey;
use crate::support::{PlannedPoint, planned_points};
use crate::words::lowered;

/// Whether the plan in force has a step of the delivered rhythms.
pub(super) fn has_step(reading: &Reading<'_>, step: &ListKey) -> bool {
    let Some((_, plan)) = reading.course.support else { return false };
    let delivered = reading.settings.lists.follow_up_plans.iter().flat_map(|plan| &plan.steps);
    let mut labels = delivered.filter(|one| one.key == *step).map(|one| one.label.as_str());
    labels.any(|label| plan.steps.iter().any(|one| one.label.as_str() == label))
}

/// The first point that is owed of each step.
pub(super) fn owed<'d>(reading: &Reading<'d>, rule: &TaskRule, paid: &Happening<'d>) -> Vec<Called<'d>> {
    let mut owed: Vec<PlannedPoint<'_>> = Vec::new();
    for point in planned_points(reading.dossier, reading.settings) {
        if point.held_on.is_none() && owed.iter().all(|before| before.step != point.step) {
            owed.push(point);
        }
    }
    let called = |PlannedPoint { step, due, .. }: &PlannedPoint<'_>| {
        let key = ListKey::new(format!("{}.{due}", rule.key.as_str()));
        let mut task = reading.task(rule, key, *due, paid);
        let purpose = lowered(step.purpose.as_str());
        let said = if purpose.is_empty() { step.label.to_string() } else { format!("{} : {purpose}", step.label) };
        task.what = task.what.replace("{{suivi.etape}}", &said);
        Called { task, by: paid.clone() }
    };
    owed.iter().map(called).collect()
}
