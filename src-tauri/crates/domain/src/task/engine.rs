//! From what happened to what there is to do.
//!
//! Worked example: a request received on Monday 9 November calls for a call on the 11th; an appointment agreed on
//! the 10th ends it and calls for another, two days before the appointment. What the adviser does in one key is a
//! fact too, and ends the task as it stands; what happens after it may call for it again.

use chrono::{Days, Months, NaiveDate};

use super::happening::{About, Happening, happenings, lender_tells};
use super::rule::{TaskDue, TaskNeed, TaskPer, TaskRule};
use super::{Task, TaskFamily, WaitingOn, ladder, plan, text};
use crate::calendar::{days_after, working_day_from, working_day_until};
use crate::dossier::{Course, Dossier, Event, Stage, call_back_on, stage};
use crate::partner::FeedbackAgreement;
use crate::settings::{FollowUpRules, ListKey, RefundMoment, Settings};
use crate::supporting_document::Condition;

/// What closes a dossier: what was called for before it no longer is.
const CLOSINGS: [Event; 5] =
    [Event::Redirected, Event::DeclaredInadmissible, Event::Dropped, Event::Withdrawn, Event::Closed];

/// What there is to do for a dossier, the soonest first.
#[must_use]
pub fn tasks(dossier: &Dossier, settings: &Settings) -> Vec<Task> {
    Reading::of(dossier, settings).tasks()
}

/// A dossier as its rules read it.
pub(super) struct Reading<'d> {
    pub(super) dossier: &'d Dossier,
    pub(super) settings: &'d Settings,
    pub(super) course: Course<'d>,
    pub(super) happened: Vec<Happening<'d>>,
    stage: Stage,
    /// The day from which its tasks are kept, when it is older than that.
    kept_from: Option<NaiveDate>,
}

/// A task that a rule calls for, before what was done and put off is looked at.
pub(super) struct Called<'d> {
    pub(super) by: Happening<'d>,
    pub(super) task: Task,
}

impl<'d> Reading<'d> {
    fn of(dossier: &'d Dossier, settings: &'d Settings) -> Self {
        let course = dossier.facts.course();
        let kept_from = course.taken_over_on.into_iter().chain(settings.tasks_from).max();
        Self { dossier, settings, course, happened: happenings(dossier, settings), stage: stage(dossier), kept_from }
    }

    fn tasks(&self) -> Vec<Task> {
        let own = self.own_date();
        let died = self.course.died_on.is_some();
        let rules = self.settings.lists.task_rules.iter();
        let asked = rules.filter(|rule| !rule.retired && !rule.fallback && rule.family != TaskFamily::Office);
        let mut tasks: Vec<Task> = asked
            .filter(|rule| !died || rule.created_by == Event::Death)
            .flat_map(|rule| {
                self.called(rule)
                    .into_iter()
                    .map(move |called| on_a_working_day(rule, self.after_own_date(rule, called)))
            })
            .filter(|called| own.is_none() || !self.is_covered(called))
            .chain(self.appointment().filter(|_| !died))
            .filter_map(|called| self.standing(called))
            .collect();
        tasks.extend(own.and_then(|own| self.standing(own)));
        if tasks.is_empty() && self.course.closed.is_none() {
            tasks.push(self.next_step());
        }
        // Nothing was to be done here before the dossier was.
        for task in &mut tasks {
            task.due = self.course.taken_over_on.map_or(task.due, |entered| task.due.max(entered));
        }
        tasks.sort_by_key(|task| task.due);
        tasks
    }

    /// What a rule calls for: once for each lender, document, quote or aid it is about.
    fn called(&self, rule: &TaskRule) -> Vec<Called<'d>> {
        if !rule.stages.is_empty() && !rule.stages.contains(&self.stage) {
            return Vec::new();
        }
        let mut latest: Vec<&Happening<'d>> = Vec::new();
        for one in self.happened.iter().filter(|one| one.event == rule.created_by && fits(rule.per, &one.about)) {
            latest.retain(|other| rule.per.is_some() && other.about != one.about);
            latest.push(one);
        }
        let live = latest.into_iter().filter(|one| self.is_live(rule, one) && self.is_needed(rule, one));
        live.filter(|one| !self.is_ended(rule, one)).flat_map(|one| self.dated(rule, one)).collect()
    }

    /// Whether the event that creates a task still counts: the dossier was not closed since, or the task stays.
    fn is_live(&self, rule: &TaskRule, by: &Happening<'_>) -> bool {
        if rule.light && self.kept_from.is_some_and(|from| by.on < from) {
            return false;
        }
        let closes = CLOSINGS.contains(&rule.created_by);
        let closed = self.happened.iter().rfind(|one| CLOSINGS.contains(&one.event));
        let since = closed.is_none_or(|closed| by.follows(closed) && (!closes || self.course.closed.is_some()));
        since || (rule.after_closing && self.course.died_on.is_none())
    }

    fn is_needed(&self, rule: &TaskRule, by: &Happening<'_>) -> bool {
        let rules = self.settings.at(by.on);
        let off = rules.follow_up.tasks.get(&rule.key).is_some_and(|own| own.off);
        let planned = rule.unless_in_plan.as_ref().is_some_and(|step| plan::has_step(self, step));
        let needed = match rule.only_when {
            None => true,
            Some(TaskNeed::OfficeRefunds) => rules.office.refund.is_some(),
            Some(TaskNeed::OfficeRefundsAtStart) => self.refunds_at(by.on) == Some(RefundMoment::Start),
            Some(TaskNeed::OfficeRefundsAtEnd) => self.refunds_at(by.on) == Some(RefundMoment::End),
            Some(TaskNeed::Referred) => {
                let agreed = FeedbackAgreement::of(by.subject()) != FeedbackAgreement::Refused;
                agreed && self.dossier.facts.request().referrer.is_some()
            }
            Some(TaskNeed::OfficeTells) => {
                let About::Lender(lender) = &by.about else { return !off };
                let agreement = rules.lender(lender).and_then(|lender| lender.agreement);
                let mode = agreement.and_then(|agreement| agreement.value.notification.as_ref());
                mode.is_none_or(|mode| !lender_tells(mode))
            }
        };
        let holds = |condition: &Condition| condition.holds(&self.dossier.known(&rules)) == Some(true);
        needed && !off && !planned && rule.when.as_ref().is_none_or(holds)
    }

    /// When the office refunds the interest of the loan, by the rule of its contract.
    fn refunds_at(&self, on: NaiveDate) -> Option<RefundMoment> {
        let rules = self.settings.at(self.dossier.loan_day(on));
        rules.office.refund.as_ref().map(|policy| policy.moment)
    }

    /// Whether something since ended the task. What a delay is counted from starts it again instead.
    fn is_ended(&self, rule: &TaskRule, by: &Happening<'_>) -> bool {
        if rule.from_ladder
            && let Some(climbed) = ladder::is_climbed(self)
        {
            return climbed;
        }
        let ends = |one: &&Happening<'d>| {
            let concerned = rule.per.is_none() || one.concerns(&by.about);
            rule.done_by_event.contains(&one.event) && one.event != rule.due.from && concerned
        };
        let again = |one: &Happening<'d>| one.event == by.event && one.told == by.told;
        let letter = |one: &Happening<'d>| {
            one.event != Event::LetterSent || rule.letter.is_none() || one.subject() == rule.letter.as_ref()
        };
        !rule.from_plan && self.happened.iter().filter(ends).any(|one| !again(one) && letter(one) && one.follows(by))
    }

    fn dated(&self, rule: &TaskRule, by: &Happening<'d>) -> Vec<Called<'d>> {
        if rule.from_plan {
            return plan::owed(self, rule, by);
        }
        if rule.from_ladder {
            return ladder::steps(self, rule, by);
        }
        let key = key_of(rule, &by.about);
        let Some((from, on)) = self.counted_from(rule, by, &key) else { return Vec::new() };
        let rules = self.settings.at(from.on);
        let due = if rule.created_by == Event::Redirected {
            self.call_back(on, rules.follow_up)
        } else {
            delayed(on, &own_delay(rule, rules.follow_up))
        };
        // An appointment of tomorrow needs no word two days before it, one the dossier went past none either.
        if rule.due.from == Event::AppointmentDate && (due < by.on || self.is_appointment_behind()) {
            return Vec::new();
        }
        let due = if rule.due.before { due.max(by.on) } else { due };
        vec![Called { task: self.task(rule, key, due, by), by: from }]
    }

    /// The event a delay is counted from and its day; a silence is counted again from the last contact.
    fn counted_from(&self, rule: &TaskRule, by: &Happening<'d>, key: &ListKey) -> Option<(Happening<'d>, NaiveDate)> {
        if rule.due.from == by.event {
            return Some((by.clone(), by.on));
        }
        let named = |one: &&Happening<'d>| one.event == rule.due.from && same(rule.per, &one.about, &by.about);
        if !rule.done_by_event.contains(&rule.due.from) {
            return self.happened.iter().rev().find(named).map(|one| (by.clone(), one.on));
        }
        let done = |one: &&Happening<'d>| one.event == Event::TaskDone && one.subject() == Some(key);
        let again = self.happened.iter().rev().find(|one| (named(one) || done(one)) && one.follows(by));
        let from = again.unwrap_or(by).clone();
        let on = from.on;
        Some((from, on))
    }

    /// The day to ask what became of a person directed elsewhere: the soonest of the solutions' own delays.
    fn call_back(&self, on: NaiveDate, rules: &FollowUpRules) -> NaiveDate {
        let decided = self.course.orientations.last().map(|(_, orientation)| orientation.solutions.as_slice());
        let own = call_back_on(on, decided.unwrap_or_default(), &self.settings.at(on));
        own.unwrap_or_else(|| days_after(on, rules.redirection_callback_days))
    }

    /// Takes off what was done, and moves what was put off.
    pub(super) fn standing(&self, called: Called<'d>) -> Option<Task> {
        let Called { by, mut task } = called;
        let key = task.rule.clone();
        let about = |event| {
            let named = |one: &&Happening<'d>| one.event == event && one.subject() == Some(&key);
            self.happened.iter().rev().filter(named).find(|one| **one != by && one.follows(&by))
        };
        if about(Event::TaskDone).is_some() {
            return None;
        }
        if let Some(noted) = about(Event::TaskPutOff).and_then(Happening::noted) {
            task.due = noted.until.unwrap_or(task.due);
            task.put_off = noted.note.to_string();
        }
        Some(task)
    }

    /// Whether the date the adviser set stands for a task: what they have to do of what was noted before it.
    fn is_covered(&self, called: &Called<'_>) -> bool {
        let families = [TaskFamily::Request, TaskFamily::Assessment, TaskFamily::Decision, TaskFamily::End];
        let theirs = called.task.waiting_on == WaitingOn::Advisor && families.contains(&called.task.family);
        let next = self.course.next.and_then(|(id, _)| self.dossier.facts.placed().find(|(_, row)| row.id == id));
        let before = called.by.told.zip(next).is_some_and(|(told, (place, _))| told.place < place);
        theirs && before && called.by.event != Event::Death
    }

    /// What the date of the adviser stood for is counted again from the day that date was met.
    fn after_own_date(&self, rule: &TaskRule, mut called: Called<'d>) -> Called<'d> {
        if let Some(met) = self.own_date_met_on().filter(|_| !rule.due.before && self.is_covered(&called)) {
            called.task.due = called.task.due.max(self.due(rule, met));
        }
        called
    }

    /// The day a rule counts from a day, by the office's own delays.
    pub(super) fn due(&self, rule: &TaskRule, on: NaiveDate) -> NaiveDate {
        delayed(on, &own_delay(rule, self.settings.at(on).follow_up))
    }

    /// A task of a rule, its merge fields filled.
    pub(super) fn task(&self, rule: &TaskRule, key: ListKey, due: NaiveDate, by: &Happening<'_>) -> Task {
        Task {
            rule: key,
            due,
            at: None,
            what: text::filled(&rule.text, self, &by.about),
            since: by.on,
            waiting_on: rule.waiting_on,
            family: rule.family,
            fact: by.told.map(|told| told.fact),
            put_off: String::new(),
        }
    }
}

/// What the adviser does themselves is never due on a day nobody works: it is the next working day, or the one before
/// where a limit follows. What others owe, and what the law counts, keeps its day.
fn on_a_working_day<'d>(rule: &TaskRule, mut called: Called<'d>) -> Called<'d> {
    if rule.waiting_on != WaitingOn::Advisor {
        return called;
    }
    let due = called.task.due;
    let limited = rule.due.before || rule.family == TaskFamily::Arrears;
    let before = Some(working_day_until(due)).filter(|day| limited && *day >= called.by.on);
    called.task.due = before.unwrap_or_else(|| working_day_from(due));
    called
}

/// Whether an event is about what a rule makes one task for each of.
fn fits(per: Option<TaskPer>, about: &About) -> bool {
    match per {
        None => !matches!(about, About::Quote(_)),
        Some(TaskPer::Lender) => matches!(about, About::Lender(_)),
        Some(TaskPer::Document) => matches!(about, About::Document(..)),
        Some(TaskPer::Quote) => matches!(about, About::Quote(_)),
        Some(TaskPer::Aid) => matches!(about, About::Aid(_)),
    }
}

fn same(per: Option<TaskPer>, one: &About, other: &About) -> bool {
    per.is_none() || one == other
}

/// The key of a task in its dossier: that of its rule, then what it is about where there may be several.
fn key_of(rule: &TaskRule, about: &About) -> ListKey {
    let about = match (rule.per, about) {
        (None, _) | (_, About::Whole) => return rule.key.clone(),
        (Some(_), About::Lender(lender)) => lender.as_str().to_owned(),
        (Some(_), About::Document(document, part)) if part.is_empty() => document.as_str().to_owned(),
        (Some(_), About::Document(document, part)) => format!("{}.{part}", document.as_str()),
        (Some(_), About::Quote(quote)) => quote.0.to_string(),
        (Some(_), About::Aid(aid)) => aid.0.to_string(),
    };
    ListKey::new(format!("{}.{about}", rule.key.as_str()))
}

/// The delay of a rule by the office's own settings.
fn own_delay(rule: &TaskRule, own: &FollowUpRules) -> TaskDue {
    let mut due = rule.due;
    if rule.setting.as_deref() == Some("silent_months") {
        due.months = own.silent_months;
    }
    if let Some(days) = own.tasks.get(&rule.key).and_then(|own| own.days) {
        due.days = days;
    }
    due
}

/// Months first, month ends kept, then days.
fn delayed(on: NaiveDate, due: &TaskDue) -> NaiveDate {
    let (months, days) = (Months::new(due.months), Days::new(u64::from(due.days)));
    let day = if due.before {
        on.checked_sub_months(months).and_then(|day| day.checked_sub_days(days))
    } else {
        on.checked_add_months(months).and_then(|day| day.checked_add_days(days))
    };
    day.unwrap_or(on)
}
