//! What the office itself has to do: read from its settings and its copies, never stored.
//!
//! An agreement to renew, dossiers whose time is over, the bilan of the year. The copy outside the computer has its
//! own notice, which says how late it is.

use chrono::{Datelike, Days, NaiveDate};
use domain::calendar::{YearMonth, days_after};
use domain::settings::Settings;
use domain::words::{self, capital, counted, spaced};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use super::listed::TaskMeaning;
use crate::retention::due_this_month;
use app::caller::Moment;
use app::failure::Failure;

/// How long the bilan of a year is asked for once it is due, in days.
const REPORT_DAYS: u32 = 75;

/// The rule of the bilan to establish.
const PERIOD_REPORT: &str = "period_report";

/// The rule of the message a bank sends each month of its loans.
const BANK_MESSAGE: &str = "bank_message";

/// Something the office has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OfficeTask {
    /// When, in words.
    pub when: String,
    /// What that means.
    pub meaning: TaskMeaning,
    /// What is to be done.
    pub what: String,
    /// Where it is done.
    pub place: OfficePlace,
}

/// Where something of the office is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfficePlace {
    /// The settings: agreements with lenders.
    Lenders,
    /// The settings: the rules of the office.
    Rules,
    /// The list of a bank's monthly message.
    BankStatement,
    /// The time dossiers are kept.
    Retention,
    /// The bilan.
    Report,
    /// The registers taken over.
    Registers,
}

/// What the office has to do, the most pressing first.
pub(super) fn tasks(reader: &Reader<'_>, settings: &Settings, moment: &Moment) -> Result<Vec<OfficeTask>, Failure> {
    let mut all = renewals(settings, moment.today);
    all.extend(beginnings(settings));
    all.extend(repaid(reader)?);
    all.extend(retention(reader, settings, moment)?);
    all.extend(bank_messages(reader, settings, moment.today)?);
    all.extend(report(reader, settings, moment.today)?);
    Ok(all)
}

/// The agreements that end within the office's delay, or have ended without another one.
fn renewals(settings: &Settings, today: NaiveDate) -> Vec<OfficeTask> {
    let delay = u64::from(settings.at(today).follow_up.renewal_days);
    let mut ends: Vec<(NaiveDate, String)> = settings
        .lenders
        .values()
        .filter(|file| !file.lender.retired)
        .filter_map(|file| {
            let last = file.agreements.iter().max_by_key(|agreement| agreement.valid_from)?;
            Some((last.value.ends_on?, file.lender.name.to_string()))
        })
        .filter(|(end, _)| end.checked_sub_days(Days::new(delay)).is_none_or(|from| from <= today))
        .collect();
    ends.sort();
    let told = |(end, name): (NaiveDate, String)| OfficeTask {
        when: capital(&words::screen_date(end, today)),
        meaning: meaning(end, today),
        what: format!("Convention avec {} à renouveler", words::the(&name)),
        place: OfficePlace::Lenders,
    };
    ends.into_iter().map(told).collect()
}

/// What an office that never signed an agreement sets first.
fn beginnings(settings: &Settings) -> Vec<OfficeTask> {
    if settings.lenders.values().any(|file| !file.agreements.is_empty()) {
        return Vec::new();
    }
    let first = |what: &str, place| OfficeTask {
        when: "D’abord".to_owned(),
        meaning: TaskMeaning::Due,
        what: spaced(what),
        place,
    };
    vec![
        first("Saisir la banque et sa convention : sans elle, ni taux ni plafond", OfficePlace::Lenders),
        first("Relire les règles du CCAS : qui décide, ce qui est exigé", OfficePlace::Rules),
    ]
}

/// The loans registers say repaid: one line for all, which are closed together.
fn repaid(reader: &Reader<'_>) -> Result<Option<OfficeTask>, Failure> {
    let what = repaid_to_close(reader.repaid_in_registers()?.len());
    let (when, place) = ("Après la reprise".to_owned(), OfficePlace::Registers);
    Ok((!what.is_empty()).then_some(OfficeTask { when, meaning: TaskMeaning::Plain, what, place }))
}

fn retention(reader: &Reader<'_>, settings: &Settings, moment: &Moment) -> Result<Option<OfficeTask>, Failure> {
    let due = due_this_month(reader, &settings.at(moment.today), moment)?;
    let dossiers =
        counted(due, "dossier est arrivé au bout de sa durée", "dossiers sont arrivés au bout de leur durée");
    let what = spaced(&format!("{dossiers} de conservation : à décider un par un."));
    let place = OfficePlace::Retention;
    Ok((due > 0).then(|| OfficeTask { when: "Ce mois-ci".to_owned(), meaning: TaskMeaning::Due, what, place }))
}

/// The monthly messages of banks that were not entered, once the month is over; an office can do without.
fn bank_messages(reader: &Reader<'_>, settings: &Settings, today: NaiveDate) -> Result<Vec<OfficeTask>, Failure> {
    let rules = settings.at(today);
    let rule = rules.lists.task_rules.iter().find(|rule| rule.key.as_str() == BANK_MESSAGE && !rule.retired);
    let Some(rule) = rule else { return Ok(Vec::new()) };
    let own = rules.follow_up.tasks.get(&rule.key);
    let last = today.with_day(1).and_then(|first| first.pred_opt());
    let (Some(last), Some(month)) = (last, last.and_then(YearMonth::of)) else { return Ok(Vec::new()) };
    if own.is_some_and(|own| own.off) {
        return Ok(Vec::new());
    }
    let due = days_after(last, own.and_then(|own| own.days).unwrap_or(rule.due.days));
    let noted = reader.bank_messages(month)?;
    let lenders = reader.running_since(month.first_day())?;
    let owed = lenders.into_iter().filter(|(lender, _)| !noted.contains(lender));
    let told = owed.filter_map(|(lender, count)| {
        let name = settings.lenders.get(&lender)?.lender.name.to_string();
        let loans = counted(count, "prêt", "prêts");
        Some(OfficeTask {
            when: capital(&words::screen_date(due, today)),
            meaning: meaning(due, today),
            what: spaced(&format!("Relevé {}, {} : {loans}", words::of_the(&name), words::month_of(month.first_day()))),
            place: OfficePlace::BankStatement,
        })
    });
    Ok(told.collect())
}

/// The bilan of the year that ended, for a while: an office that had no dossier by then has none to establish.
fn report(reader: &Reader<'_>, settings: &Settings, today: NaiveDate) -> Result<Option<OfficeTask>, Failure> {
    let Some(task) = report_task(settings, today) else { return Ok(None) };
    let ended = today.year().saturating_sub(1);
    Ok(reader.has_dossier_by(ended)?.then_some(task))
}

fn report_task(settings: &Settings, today: NaiveDate) -> Option<OfficeTask> {
    let rules = settings.at(today);
    let rule = rules.lists.task_rules.iter().find(|rule| rule.key.as_str() == PERIOD_REPORT && !rule.retired)?;
    let own = rules.follow_up.tasks.get(&rule.key);
    if own.is_some_and(|own| own.off) {
        return None;
    }
    let closed = NaiveDate::from_ymd_opt(today.year(), 1, 1)?.pred_opt()?;
    let due = days_after(closed, own.and_then(|own| own.days).unwrap_or(rule.due.days));
    (today <= days_after(due, REPORT_DAYS)).then(|| OfficeTask {
        when: capital(&words::screen_date(due, today)),
        meaning: meaning(due, today),
        what: format!("Bilan {} à relire et à établir", closed.year()),
        place: OfficePlace::Report,
    })
}

fn meaning(due: NaiveDate, today: NaiveDate) -> TaskMeaning {
    match due {
        due if due < today => TaskMeaning::Late,
        due if due == today => TaskMeaning::Due,
        _ => TaskMeaning::Plain,
    }
}

/// How many loans that registers say repaid are to be closed; empty for none.
pub fn repaid_to_close(loans: usize) -> String {
    if loans == 0 {
        String::new()
    } else {
        spaced(&counted(loans, "prêt remboursé à clore", "prêts remboursés à clore"))
    }
}
