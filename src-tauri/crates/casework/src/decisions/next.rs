//! The next date that goes with a decision: only the one that is typed. Without one, the tasks follow from the rules.

use domain::calendar::{Toward, days_after};
use domain::dossier::{Dossier, Fact, FactId, NextDate, Precision, Recorded};
use domain::settings::Settings;
use domain::task::{Task, tasks};
use domain::words::{self, screen_date};

use super::forms::NextForm;
use app::caller::Moment;
use app::failure::Failure;
use app::reading;

/// The date the adviser sets with a fact; nothing when nothing is typed.
///
/// `dossier` is the dossier before the fact. What is to be done without its day takes the day the rules propose.
/// Errors: a date gone by.
pub(super) fn next_date(
    form: &NextForm,
    fact: &Fact,
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Result<Option<NextDate>, Failure> {
    let typed = reading::date(&form.on, "next_on", moment, Toward::Future)?;
    let what = reading::line(&form.what, "next_what")?;
    if typed.is_none() && what.is_empty() {
        return Ok(None);
    }
    if typed.is_some_and(|on| on < moment.today) {
        return Err(Failure::next_date_gone().at("next_on"));
    }
    let usual = || days_after(moment.today, settings.at(moment.today).follow_up.first_next_date_days);
    let proposed =
        || own_step(&tasks_after(fact, dossier, settings, moment), moment).map(|task| task.due.max(moment.today));
    let on = typed.or_else(proposed).unwrap_or_else(usual);
    Ok(Some(NextDate { set_on: moment.today, on, what }))
}

/// The first thing a fact itself calls for; else what comes first and is not past.
fn own_step<'t>(tasks: &'t [Task], moment: &Moment) -> Option<&'t Task> {
    let own = tasks.iter().find(|task| task.fact == Some(FactId::NEW));
    own.or_else(|| tasks.iter().find(|task| task.due >= moment.today)).or_else(|| tasks.first())
}

/// The tasks of a dossier once a fact is noted; none when it is closed, or when the fact cannot be.
fn tasks_after(fact: &Fact, dossier: &Dossier, settings: &Settings, moment: &Moment) -> Vec<Task> {
    let new =
        Recorded { id: FactId::NEW, replaces: None, precision: Precision::Day, retracted: false, fact: fact.clone() };
    let Ok(facts) = dossier.facts.admit(new, moment.today) else { return Vec::new() };
    tasks(&Dossier { facts, ..dossier.clone() }, settings)
}

/// What the rules will propose once a fact is noted: `mer. 2 déc., réponse de la Banque du Val attendue`.
pub(super) fn proposed(fact: &Fact, dossier: &Dossier, settings: &Settings, moment: &Moment) -> String {
    let tasks = tasks_after(fact, dossier, settings, moment);
    let Some(first) = own_step(&tasks, moment) else { return "aucune, le dossier est clos".to_owned() };
    let what = words::lowered(first.what.trim_end_matches('.'));
    format!("{}, {what}", screen_date(first.due, moment.today))
}
