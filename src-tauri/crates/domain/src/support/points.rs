//! The points of a support plan on their days, and which of them were made.
//!
//! What was not made stays owed. What names a step answers the points of that step due by its day, else its next one:
//! monthly from 5 January, a point made on 12 March answers January, February and March, and April is owed from the
//! 5th. An exchange that names none answers every point due by its day, and those of the week to come.

use chrono::NaiveDate;

use super::{SupportPlan, SupportStep};
use crate::calendar::days_after;
use crate::dossier::{Course, Dossier, Event};
use crate::settings::{Provider, Settings};

/// How many days before its day an exchange may answer a point.
const AHEAD: u32 = 7;

/// One point of a plan on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedPoint<'p> {
    /// The step it comes from.
    pub step: &'p SupportStep,
    /// Its day.
    pub due: NaiveDate,
    /// The day it was made, or answered by what came later.
    pub held_on: Option<NaiveDate>,
}

/// What answers points of a plan.
#[derive(Clone, Copy)]
struct Made<'m> {
    on: NaiveDate,
    by: By<'m>,
}

#[derive(Clone, Copy)]
enum By<'m> {
    /// A review that names this step of the plan.
    Naming(&'m str),
    /// An exchange with the person that names none.
    ThePerson,
    /// An exchange with the lender that names none.
    TheLender,
    /// The adviser, who has done with the point of that day.
    Ticking(NaiveDate),
}

/// Every dated point of the plan in force, in the order of days, a rhythm going on until the last instalment; none
/// without a plan.
///
/// Of a dossier taken over on a day, the points due before it that nobody told are not known, so not owed.
#[must_use]
pub fn planned_points<'d>(dossier: &'d Dossier, settings: &Settings) -> Vec<PlannedPoint<'d>> {
    let course = dossier.facts.course();
    let Some((_, plan)) = course.support else { return Vec::new() };
    let last_due = dossier.running_loan().and_then(|running| running.in_force().last()?.due);
    let made = made(dossier, &course, plan, settings);
    let mut points = points(plan, &made, last_due);
    points.retain(|point| point.held_on.is_some() || course.taken_over_on.is_none_or(|entered| point.due >= entered));
    points
}

fn points<'p>(plan: &'p SupportPlan, made: &[Made<'_>], last_due: Option<NaiveDate>) -> Vec<PlannedPoint<'p>> {
    let Some(until) = last_due.or(plan.last_dated()) else { return Vec::new() };
    let mut points: Vec<PlannedPoint<'p>> = Vec::new();
    for step in &plan.steps {
        let days = step.days(until).into_iter().filter(|day| *day >= plan.set_on);
        let mut own: Vec<_> = days.map(|due| PlannedPoint { step, due, held_on: None }).collect();
        made.iter().for_each(|one| one.answer(step, &mut own));
        points.extend(own);
    }
    points.sort_by_key(|point| point.due);
    points
}

impl Made<'_> {
    /// Marks the points of a step it answers.
    fn answer(&self, step: &SupportStep, points: &mut [PlannedPoint<'_>]) {
        let until = match self.by {
            By::Naming(label) if label == step.label.as_str() => {
                let next = points.iter().find(|point| point.held_on.is_none()).map(|point| point.due);
                next.map(|next| next.max(self.on))
            }
            By::ThePerson if step.provider != Provider::Lender => Some(days_after(self.on, AHEAD)),
            By::TheLender if step.provider == Provider::Lender => Some(days_after(self.on, AHEAD)),
            // A point ticked off is that step's when its day is one of its own.
            By::Ticking(due) => points.iter().any(|point| point.due == due).then_some(due),
            By::Naming(_) | By::ThePerson | By::TheLender => None,
        };
        let open = points.iter_mut().filter(|point| point.held_on.is_none());
        open.filter(|point| until.is_some_and(|until| point.due <= until)).for_each(|point| {
            point.held_on = Some(self.on);
        });
    }
}

/// What was made of a plan, in the order of days.
fn made<'d>(dossier: &'d Dossier, course: &Course<'d>, plan: &'d SupportPlan, settings: &Settings) -> Vec<Made<'d>> {
    let lists = &settings.lists;
    let met = course.interviews.iter().filter(|(_, held)| lists.is_with_the_person(&held.kind, held.counts));
    let met = met.map(|(_, held)| Made { on: held.held_on, by: By::ThePerson });
    let reviewed = course.reviews.iter().filter_map(|(_, review)| {
        let names = plan.steps.iter().any(|step| step.label == review.step);
        let by = match review.with {
            _ if names => By::Naming(review.step.as_str()),
            Provider::Lender => By::TheLender,
            Provider::Office | Provider::Other if lists.is_with_the_person(&review.kind, true) => By::ThePerson,
            Provider::Office | Provider::Other => return None,
        };
        Some(Made { on: review.on, by })
    });
    let rule = lists.task_rules.iter().find(|rule| rule.from_plan);
    let ticked = dossier.facts.noted(Event::TaskDone).filter_map(|noted| {
        let due = noted.subject.as_ref()?.as_str().strip_prefix(rule?.key.as_str())?.strip_prefix('.')?;
        Some(Made { on: noted.on, by: By::Ticking(due.parse().ok()?) })
    });
    let mut made: Vec<Made<'d>> = met.chain(reviewed).chain(ticked).collect();
    made.sort_by_key(|one| one.on);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Line;
    use crate::settings::ListKey;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn step(label: &str, first_on: &str, every_months: Option<u32>, provider: Provider) -> SupportStep {
        SupportStep {
            label: Line::read(label).unwrap(),
            first_on: Some(day(first_on)),
            every_months,
            channel: ListKey::new("follow_up_call"),
            provider,
            purpose: Line::default(),
        }
    }

    /// The days still owed of each step, those of the first then those of the second.
    fn owed(steps: Vec<SupportStep>, made: &[(&str, By<'_>)], last_due: &str) -> Vec<Vec<String>> {
        let plan = SupportPlan {
            set_on: day("2027-01-01"),
            level: ListKey::new("light"),
            budget: None,
            social: None,
            note: Line::default(),
            steps,
        };
        let made: Vec<_> = made.iter().map(|(on, by)| Made { on: day(on), by: *by }).collect();
        let all = points(&plan, &made, Some(day(last_due)));
        let of = |step: &SupportStep| {
            let open = all.iter().filter(|point| point.step == step && point.held_on.is_none());
            open.map(|point| point.due.format("%d/%m").to_string()).collect()
        };
        plan.steps.iter().map(of).collect()
    }

    #[test]
    fn a_rhythm_goes_on_until_the_last_instalment_and_what_is_made_answers_what_was_due() {
        let monthly = || vec![step("Chaque mois", "2027-01-05", Some(1), Provider::Office)];
        assert_eq!(owed(monthly(), &[], "2027-04-20"), [["05/01", "05/02", "05/03", "05/04"]]);
        let made = [("2027-03-12", By::Naming("Chaque mois"))];
        assert_eq!(owed(monthly(), &made, "2027-04-20"), [["05/04"]]);
        let ahead = [("2027-01-02", By::Naming("Chaque mois"))];
        assert_eq!(owed(monthly(), &ahead, "2027-02-20"), [["05/02"]], "else the next one");
    }

    #[test]
    fn what_names_a_step_answers_no_other_and_a_lender_answers_for_itself() {
        let two = || {
            let lender = step("Relevé de la banque", "2027-02-05", None, Provider::Lender);
            vec![step("Après le versement", "2027-02-04", None, Provider::Office), lender]
        };
        let none: [&str; 0] = [];
        let left = |by| owed(two(), &[("2027-02-06", by)], "2027-06-05");
        assert_eq!(left(By::Naming("Après le versement")), [none.to_vec(), vec!["05/02"]]);
        assert_eq!(left(By::ThePerson), [none.to_vec(), vec!["05/02"]]);
        assert_eq!(left(By::TheLender), [vec!["04/02"], none.to_vec()]);
        assert_eq!(left(By::Ticking(day("2027-02-05"))), [vec!["04/02"], none.to_vec()]);
        let early = owed(two(), &[("2027-01-28", By::ThePerson)], "2027-06-05");
        assert_eq!(early, [none.to_vec(), vec!["05/02"]], "a call of the week before");
    }
}
