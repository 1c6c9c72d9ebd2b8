//! What would become of each line: to create, to update, there already, to settle, refused with the reason.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::dossier::FactDate;
use domain::line::Line;
use domain::register::{
    Borrowers, DayContext, LineOutcome, LinePlan, PastKeys, Question, RegisterColumn, RegisterLineRead, RegisterOffice,
    Settled, SettledOnce, Stated, is_blank, is_total, named_year, new_lenders, plan, read_line, says_more, titled,
};
use domain::settings::{ListKey, ListRefused, Settings};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::register_file::{Brought, Passed, Settlement};
use super::wording;
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::reading;
use app::settings::settings;
use casework::choices::products;
use casework::dossiers::found;

/// What would become of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterVerdict {
    /// It names nobody.
    Refused,
    /// The adviser has to say something.
    ToSettle,
    /// A dossier would be created.
    ToCreate,
    /// A dossier would be completed.
    ToUpdate,
    /// The dossier says all of it.
    AlreadyThere,
    /// The adviser leaves it out.
    LeftOut,
}

/// A line and what would become of it.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub(super) read: RegisterLineRead,
    pub(super) verdict: RegisterVerdict,
    /// Why it is refused, or what is added.
    pub(super) reason: String,
    pub(super) question: Option<Question>,
    pub(super) outcome: LineOutcome,
}

impl Judged {
    fn of(planned: LinePlan) -> Self {
        let (verdict, reason) = match &planned.outcome {
            LineOutcome::Refused(nobody) => (RegisterVerdict::Refused, wording::fault(nobody)),
            LineOutcome::Undated => (RegisterVerdict::ToSettle, wording::UNDATED.to_owned()),
            LineOutcome::ToSettle => (RegisterVerdict::ToSettle, String::new()),
            LineOutcome::LeftOut => (RegisterVerdict::LeftOut, String::new()),
            LineOutcome::AlreadyThere(reference) => {
                (RegisterVerdict::AlreadyThere, format!("{reference} dit déjà tout cela"))
            }
            LineOutcome::Create(made) => (RegisterVerdict::ToCreate, wording::kept(&planned.read, &made.past.aside)),
            LineOutcome::Update(completion) => (RegisterVerdict::ToUpdate, wording::added(completion)),
        };
        Self { read: planned.read, verdict, reason, question: planned.question, outcome: planned.outcome }
    }
}

/// Judges every line.
pub(super) fn judge(reader: &Reader<'_>, brought: &mut Brought, moment: &Moment) -> Result<(), Failure> {
    let settings = settings(reader)?;
    let words = &delivered()?.register_words;
    let mut lenders: BTreeMap<ListKey, String> =
        settings.lenders.iter().map(|(key, file)| (key.clone(), file.lender.name.to_string())).collect();
    let stated = stated(brought, &settings, moment)?;
    let (read, passed) = read_all(brought, &stated, &settings, moment)?;
    let new_lenders = new_lenders(&read, &mut lenders, words);
    let keys = PastKeys {
        lender: None,
        unknown_origin: words.unknown_origin.clone(),
        interview: words.interview.clone(),
        mode: settings.at(moment.today).office.decision_mode.clone(),
        no_reason: words.no_reason_given.clone(),
        other_solution: words.other_solution.clone(),
        refund_policy: ListKey::new("office"),
        no_project: reading::line(wording::NO_PROJECT, "project")?,
    };
    let once = SettledOnce {
        two_people: settled_once(&brought.stated.two_people, "two_people")?,
        same_name: settled_once(&brought.stated.same_name, "same_name")?,
        twice: settled_once(&brought.stated.twice, "twice")?,
    };
    let known = Borrowers::new(reader.known_borrowers()?);
    let office = RegisterOffice { known, stated, once, keys, lenders, today: moment.today };
    let settled = brought.settled.iter().map(|(line, settled)| (*line, (*settled).into())).collect();
    let planned = plan(read, &settled, &office, |id| found(reader, id))?;
    brought.judged = planned.into_iter().map(Judged::of).collect();
    brought.passed = passed;
    brought.new_lenders = new_lenders;
    brought.judged_at = Some((reader.last_journal_line()?, moment.today));
    Ok(())
}

/// Every line below the headings that is neither blank nor a total, read.
fn read_all(
    brought: &Brought,
    stated: &Stated,
    settings: &Settings,
    moment: &Moment,
) -> Result<(Vec<RegisterLineRead>, Passed), Failure> {
    let words = &delivered()?.register_words;
    let mut passed = Passed::default();
    let mut read = Vec::new();
    let names: Vec<(ListKey, String)> = products(&settings.at(moment.today))
        .into_iter()
        .map(|choice| (ListKey::new(choice.key), choice.label))
        .collect();
    // A year the sheet names is that of the days that have none; a title of lines names another for those below.
    let year_of = |told: FactDate| told.day_from(NaiveDate::MIN).year();
    let named = brought.names().find_map(|name| named_year(name, moment.today));
    let mut by = DayContext { today: moment.today, year: named.or(stated.year.map(year_of)) };
    let mut title_words = None;
    let mut title = named.and_then(|year| FactDate::read(&year.to_string(), moment.today).ok());
    for (line, cells) in brought.below() {
        if is_blank(cells) {
            passed.blank = passed.blank.saturating_add(1);
        } else if let Some((text, told)) = alone(cells).and_then(|text| Some((text, titled(text, by)?))) {
            passed.titles = passed.titles.saturating_add(1);
            by.year = Some(year_of(told));
            title = Some(told);
            title_words = Some(text).filter(|text| says_more(text));
        } else if is_total(cells, words) {
            passed.totals.push(line);
        } else {
            let columns = brought.headings.columns.iter().enumerate();
            let held: Vec<(RegisterColumn, &str)> =
                columns.filter_map(|(place, column)| Some(((*column)?, brought.cell(line, place)))).collect();
            let (mut said, faults) = read_line(&held, (words, &settings.lists), &names, by);
            said.titled = title;
            let unwritten = said.lender.is_empty() || words.says_no(said.lender.as_str());
            if unwritten && stated.lender.is_none() && said.went_to_a_lender() {
                said.lender = short(wording::NO_LENDER);
            }
            let mut written = held;
            written.retain(|(_, text)| !text.trim().is_empty());
            // « T1 2019 » above it says more than the year that is kept of it.
            if let Some(words) = title_words
                && !written.iter().any(|(column, _)| *column == RegisterColumn::RequestedOn)
            {
                written.push((RegisterColumn::RequestedOn, words));
                said.worded.push(RegisterColumn::RequestedOn);
            }
            let written = written.into_iter().map(|(column, text)| (column, text.to_owned())).collect();
            read.push(RegisterLineRead { line, said, faults, written, same_name: brought.has_the_name_above(line) });
        }
    }
    Ok((read, passed))
}

/// The only text of a line, when there is one alone.
fn alone(cells: &[String]) -> Option<&str> {
    let mut texts = cells.iter().map(String::as_str).filter(|text| !text.trim().is_empty());
    let only = texts.next()?;
    texts.next().is_none().then_some(only)
}

/// An answer given once for the file, by its key.
fn settled_once(key: &str, field: &str) -> Result<Option<Settled>, Failure> {
    if key.is_empty() {
        return Ok(None);
    }
    let known = serde_json::from_value::<Settlement>(serde_json::Value::String(key.to_owned()));
    known.map(|settled| Some(settled.into())).map_err(|_| Failure::from(ListRefused).at(field))
}

/// What is said once for the file, read as any field is.
fn stated(brought: &Brought, settings: &Settings, moment: &Moment) -> Result<Stated, Failure> {
    let form = &brought.stated;
    let lender = if form.lender.is_empty() {
        None
    } else {
        let known = settings.lenders.keys().find(|key| key.as_str() == form.lender);
        Some(known.cloned().ok_or_else(|| Failure::from(ListRefused).at("lender"))?)
    };
    let year = if form.year.trim().is_empty() {
        None
    } else {
        Some(FactDate::read(&form.year, moment.today).map_err(|unread| Failure::from(unread).at("year"))?)
    };
    Ok(Stated {
        lender,
        months: reading::whole(&form.months, "months")?,
        rate: reading::rate(&form.annual_rate, "annual_rate")?,
        origin: reading::entry(&form.origin, &settings.lists.origins, "origin")?,
        year,
    })
}

/// A line that cannot be longer than a line is.
pub(super) fn short(text: &str) -> Line {
    let short: String = text.chars().take(Line::LIMIT).collect();
    Line::read(&short).unwrap_or_default()
}
