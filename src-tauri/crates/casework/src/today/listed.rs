//! The one list of the day: late, today, the coming days; a dossier once, its most pressing task first.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use domain::dossier::{DossierId, DossierLine};
use domain::task::{APPOINTMENT, TaskFamily, TaskRule, WaitingOn};
use domain::words::{self, capital, counted};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use crate::dossiers::{DossierRow, row};
use app::caller::Moment;
use app::failure::Failure;
use app::shapes::Choice;

/// How many dossiers of one kind of day are given at once: beyond, the list of dossiers is the place.
const SHOWN: u64 = 100;

/// The task that comes before an appointment.
const CONFIRMATION: &str = "confirm_appointment";

/// Dossiers with something to be done by one kind of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TaskGroup {
    /// Its heading.
    pub title: String,
    /// How many dossiers, in words.
    pub count: String,
    /// What they mean.
    pub meaning: TaskMeaning,
    /// The dossiers, the oldest date first; missed instalments before the rest; the first hundred.
    pub dossiers: Vec<DueDossier>,
    /// How many there are in all.
    pub found: u64,
}

/// A dossier with something to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DueDossier {
    /// The dossier.
    pub dossier: DossierRow,
    /// The day of the first thing to do there.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// The person's telephone; empty when it is not known.
    pub phone: String,
    /// What is to be done, the most pressing first; never empty.
    pub tasks: Vec<Task>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Task {
    /// Its key, sent back when it is done or put off.
    pub key: String,
    /// `3 jours` late, `14 h`, `dans la journée`, `Jeu. 26`.
    pub when: String,
    /// What that means.
    pub meaning: TaskMeaning,
    /// What is to be done.
    pub what: String,
    /// Who is waited for, when it is not the adviser.
    pub waiting_on: Option<Choice>,
    /// `Depuis le 5 novembre`: since when.
    pub since: String,
    /// Why it was put off; empty when it was not.
    pub put_off: String,
    /// What starts the doing.
    pub action: TaskAction,
    /// What is said on the phone, for a call; empty when the rule says nothing.
    pub say: String,
}

/// What a task means on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskMeaning {
    /// Its day is gone by.
    Late,
    /// It is due today.
    Due,
    /// Someone else has to act, and their time is not over.
    Waiting,
    /// To come.
    Plain,
}

/// What starts the doing of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskAction {
    /// A call, and its note.
    Call,
    /// Supporting documents.
    Documents,
    /// The file to be built.
    File,
    /// A decision, a sending, an answer.
    Decide,
    /// The running loan.
    Loan,
    /// What is said and done with the person while the loan runs.
    FollowUp,
    /// What ends the loan.
    Ending,
    /// A paper to be printed.
    Print,
    /// Whatever is needed.
    Open,
}

/// A kind of day being filled.
struct Span {
    title: &'static str,
    meaning: TaskMeaning,
    until: NaiveDate,
    dossiers: Vec<DueDossier>,
    found: u64,
}

/// What is to be done until the end of the week, by kind of day; a kind without anything is left out. Appointments have
/// a list of their own: a dossier that has nothing else to be done is not said twice.
pub(super) fn groups(
    reader: &Reader<'_>,
    rules: &[TaskRule],
    week_end: NaiveDate,
    moment: &Moment,
) -> Result<Vec<TaskGroup>, Failure> {
    let today = moment.today;
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let yesterday = today.pred_opt().unwrap_or(today);
    let missed = reader.in_arrears(today, SHOWN)?;
    let late = reader.lines_due((NaiveDate::from_yo_opt(1, 1).unwrap_or(today), yesterday), SHOWN)?;
    let late = pressing_first(reader, late, &missed, today)?;
    let due = reader.lines_due((today, today), SHOWN)?;
    let coming = reader.lines_due((tomorrow, week_end), SHOWN)?;
    let empty = |title, meaning, until| Span { title, meaning, until, dossiers: Vec::new(), found: 0 };
    let mut spans = [
        empty("En retard", TaskMeaning::Late, yesterday),
        empty("Aujourd’hui", TaskMeaning::Due, today),
        empty("Les prochains jours", TaskMeaning::Plain, week_end),
    ];
    for (from, (lines, found)) in [yesterday, today, week_end].into_iter().zip([late, due, coming]) {
        let more = found.saturating_sub(lines.len().try_into().unwrap_or(found));
        spans.iter_mut().filter(|span| span.until == from).for_each(|span| span.found = more);
        for dossier in with_tasks(reader, lines, week_end, rules, moment)? {
            if let Some(span) = spans.iter_mut().find(|span| dossier.on <= span.until) {
                span.found = span.found.saturating_add(1);
                span.dossiers.push(dossier);
            }
        }
    }
    Ok(spans.into_iter().filter(|span| !span.dossiers.is_empty()).map(group).collect())
}

/// A kind of day in full. What is late keeps its order, missed instalments first.
fn group(mut span: Span) -> TaskGroup {
    if span.meaning != TaskMeaning::Late {
        span.dossiers.sort_by_key(|due| due.on);
    }
    TaskGroup {
        title: span.title.to_owned(),
        count: counted(span.found, "dossier", "dossiers"),
        meaning: span.meaning,
        dossiers: span.dossiers,
        found: span.found,
    }
}

/// The same lines, those of a missed instalment first, whatever the age of the others.
fn pressing_first(
    reader: &Reader<'_>,
    (lines, found): (Vec<(DossierId, DossierLine)>, u64),
    missed: &[DossierId],
    today: NaiveDate,
) -> Result<(Vec<(DossierId, DossierLine)>, u64), Failure> {
    let mut first = reader.lines_of(missed)?;
    first.retain(|(_, line)| line.next_date.is_some_and(|on| on < today));
    let rest = lines.into_iter().filter(|(id, _)| !missed.contains(id));
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    Ok((first.into_iter().chain(rest).take(shown).collect(), found))
}

/// Each dossier with what is to be done there but its appointments.
fn with_tasks(
    reader: &Reader<'_>,
    lines: Vec<(DossierId, DossierLine)>,
    until: NaiveDate,
    rules: &[TaskRule],
    moment: &Moment,
) -> Result<Vec<DueDossier>, Failure> {
    let numbers: Vec<DossierId> = lines.iter().map(|(id, _)| *id).collect();
    let mut tasks: BTreeMap<DossierId, Vec<domain::task::Task>> = BTreeMap::new();
    for (dossier, task) in reader.tasks_of(&numbers, until)? {
        tasks.entry(dossier).or_default().push(task);
    }
    let shown = lines.into_iter().filter_map(|(id, line)| {
        let mut theirs = tasks.remove(&id)?;
        // Once its day is gone by, an appointment is not to be confirmed any more.
        let gone = theirs.iter().any(|task| task.rule_key() == APPOINTMENT && task.due < moment.today);
        theirs.retain(|task| task.rule_key() != APPOINTMENT && !(gone && task.rule_key() == CONFIRMATION));
        let on = theirs.iter().map(|task| task.due).min()?;
        // Sorting keeps the order of days among the others.
        theirs.sort_by_key(|task| task.family != TaskFamily::Arrears);
        let tasks = theirs.into_iter().map(|task| shown(task, rules, moment.today)).collect();
        Some(DueDossier { dossier: row(id, line, moment), on, phone: String::new(), tasks })
    });
    let mut shown: Vec<DueDossier> = shown.collect();
    for due in &mut shown {
        let person = reader.person(reader.person_of(due.dossier.id)?)?;
        due.phone = person.and_then(|person| person.phone).map(|phone| phone.to_string()).unwrap_or_default();
    }
    Ok(shown)
}

pub(super) fn shown(task: domain::task::Task, rules: &[TaskRule], today: NaiveDate) -> Task {
    let rule = rules.iter().find(|rule| rule.key.as_str() == task.rule_key());
    let theirs = task.waiting_on != WaitingOn::Advisor;
    Task {
        when: when(&task, today),
        meaning: match task.due {
            due if due < today => TaskMeaning::Late,
            due if due == today => TaskMeaning::Due,
            _ if theirs => TaskMeaning::Waiting,
            _ => TaskMeaning::Plain,
        },
        waiting_on: theirs.then(|| Choice::of(task.waiting_on)),
        since: since(&task, today),
        action: action(&task),
        say: rule.and_then(|rule| rule.say.as_deref()).map(words::spaced).unwrap_or_default(),
        what: if task.what.is_empty() { "À faire".to_owned() } else { task.what },
        put_off: task.put_off,
        key: task.rule.as_str().to_owned(),
    }
}

fn when(task: &domain::task::Task, today: NaiveDate) -> String {
    if task.due < today {
        let days = today.signed_duration_since(task.due).num_days();
        return counted(days, "jour", "jours");
    }
    let day = capital(&words::screen_date(task.due, today));
    match task.at {
        Some(at) if task.due == today => capital(&words::hour(at)),
        Some(at) => format!("{day}, {}", words::hour(at)),
        None if task.due == today => "dans la journée".to_owned(),
        None => day,
    }
}

fn since(task: &domain::task::Task, today: NaiveDate) -> String {
    let days = today.signed_duration_since(task.since).num_days();
    if days < 1 { String::new() } else { format!("Depuis {}", counted(days, "jour", "jours")) }
}

/// Whether a call is what starts it.
pub fn is_call(task: &domain::task::Task) -> bool {
    action(task) == TaskAction::Call
}

/// What starts the doing, by the rule that calls for it, else by the part of the dossier's life.
pub(crate) fn action(task: &domain::task::Task) -> TaskAction {
    let rule = task.rule_key();
    let by_rule = [
        ("missing_documents", TaskAction::Documents),
        ("document_renewal", TaskAction::Documents),
        ("vehicle_documents", TaskAction::Documents),
        ("purchase_proof", TaskAction::Documents),
        ("finish_file", TaskAction::File),
        ("help_remains_letter", TaskAction::Print),
        ("referrer_feedback", TaskAction::Print),
        ("charter_missing", TaskAction::Print),
        ("callback_request", TaskAction::Call),
        ("missed_appointment", TaskAction::Call),
        ("confirm_appointment", TaskAction::Call),
        ("redirection_callback", TaskAction::Call),
        ("dropped_callback", TaskAction::Call),
        ("refused_callback", TaskAction::Call),
        ("tell_refusal", TaskAction::Call),
        ("signature_meeting", TaskAction::Decide),
        ("disbursement", TaskAction::Decide),
        ("loan_end_proof", TaskAction::Loan),
        ("death_stop", TaskAction::FollowUp),
    ];
    let own = by_rule.into_iter().find(|(key, _)| *key == rule).map(|(_, action)| action);
    own.unwrap_or(match task.family {
        TaskFamily::Request => TaskAction::Open,
        TaskFamily::Assessment => TaskAction::File,
        TaskFamily::Decision | TaskFamily::Lender => TaskAction::Decide,
        TaskFamily::Loan | TaskFamily::Arrears => TaskAction::FollowUp,
        TaskFamily::End => TaskAction::Ending,
        TaskFamily::Office => TaskAction::Open,
    })
}
