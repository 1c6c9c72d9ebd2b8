//! What would become of each line: to create, to update, there already, to settle, refused with the reason.

use std::collections::BTreeMap;

use domain::dossier::FactDate;
use domain::line::Line;
use domain::register::{
    Borrowers, LineOutcome, LinePlan, PastKeys, Question, RegisterColumn, RegisterLineRead, RegisterOffice, Stated,
    is_blank, is_total, new_lenders, plan, read_line,
};
use domain::settings::{ListKey, Settings};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::register_file::{Brought, Passed};
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
    /// It cannot be taken as it is.
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
    fn of(planned: LinePlan, lenders: &BTreeMap<ListKey, String>) -> Self {
        let (verdict, reason) = match &planned.outcome {
            LineOutcome::Refused(refused) => (RegisterVerdict::Refused, wording::refused(refused, lenders)),
            LineOutcome::ToSettle => (RegisterVerdict::ToSettle, String::new()),
            LineOutcome::LeftOut => (RegisterVerdict::LeftOut, String::new()),
            LineOutcome::AlreadyThere(reference) => {
                (RegisterVerdict::AlreadyThere, format!("{reference} dit déjà tout cela"))
            }
            LineOutcome::Create(_) => (RegisterVerdict::ToCreate, String::new()),
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
    let (read, passed) = read_all(brought, &settings, moment)?;
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
    let stated = stated(brought, &settings, moment)?;
    let known = Borrowers::new(reader.known_borrowers()?);
    let office = RegisterOffice { known, stated, keys, lenders, today: moment.today };
    let settled = brought.settled.iter().map(|(line, settled)| (*line, (*settled).into())).collect();
    let planned = plan(read, &settled, &office, |id| found(reader, id))?;
    brought.judged = planned.into_iter().map(|one| Judged::of(one, &office.lenders)).collect();
    brought.passed = passed;
    brought.new_lenders = new_lenders;
    brought.judged_at = Some((reader.last_journal_line()?, moment.today));
    Ok(())
}

/// Every line below the headings that is neither blank nor a total, read.
fn read_all(
    brought: &Brought,
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
    for (line, cells) in brought.below() {
        if is_blank(cells) {
            passed.blank = passed.blank.saturating_add(1);
        } else if is_total(cells, words) {
            passed.totals.push(line);
        } else {
            let columns = brought.headings.columns.iter().enumerate();
            let held: Vec<(RegisterColumn, &str)> =
                columns.filter_map(|(place, column)| Some(((*column)?, brought.cell(line, place)))).collect();
            let (said, faults) = read_line(&held, (words, &settings.lists), &names, moment.today);
            read.push(RegisterLineRead { line, said, faults });
        }
    }
    Ok((read, passed))
}

/// What is said once for the file, read as any field is.
fn stated(brought: &Brought, settings: &Settings, moment: &Moment) -> Result<Stated, Failure> {
    let form = &brought.stated;
    let lender = if form.lender.is_empty() {
        None
    } else {
        let known = settings.lenders.keys().find(|key| key.as_str() == form.lender);
        Some(known.cloned().ok_or_else(|| Failure::from(domain::settings::ListRefused).at("lender"))?)
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
