//! The invented office: its names, its successive rules, its two lenders, as the first rows of its settings.

use chrono::{Datelike, Days, NaiveDate};
use documents::logo::Logo;
use domain::report::Period;
use domain::settings::{Dated, Numbering, OfficeRules, RefundPolicy, ReportWords};
use serde::Serialize;
use store::SettingRow;

use super::moving::Move;
use super::stock::{DatedStock, LenderStock, OfficeStock, stock};
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::settings::{
    AGREEMENT, DEMO, IDENTITY, LENDER, NUMBERING, OFFICE_RULES, PRODUCT, REPORT_WORDS, REPORT_YEAR, TASKS_FROM,
    report_words_key, row, row_of,
};
use casework::office::logo_row;

/// For how many days the invented office has kept tasks.
const TASKS_KEPT_FOR: u64 = 28;

/// What a demonstration was asked for, kept in the office so that it is known as one.
#[derive(Serialize)]
pub(super) struct DemoMark {
    /// How many dossiers.
    pub(super) dossiers: u32,
    /// From which seed.
    pub(super) seed: u64,
}

/// The settings the invented office starts with.
pub(super) fn settings_rows(mark: &DemoMark, moment: &Moment) -> Result<Vec<SettingRow>, Failure> {
    let office = &stock()?.office;
    let by = moved(moment.today)?;
    let start = by.day(first_day(office)?);
    let source = "Démonstration";
    let dated = |valid_from| DatedRow { valid_from, source: source.to_owned(), moment };
    let numbering = Numbering::new(&office.numbering.prefix, office.numbering.width)?;
    let logo = Logo::chosen(include_bytes!("../../../../assets/demo/logo.png"));
    let logo = logo.map_err(|_| Failure::broken("demonstration-logo"))?;
    // The tale tells what was decided, not the small things done long ago.
    let tasks_from = moment.today.checked_sub_days(Days::new(TASKS_KEPT_FOR)).unwrap_or(moment.today);
    let mut rows = vec![
        dated(start).row(IDENTITY, &office.identity)?,
        logo_row(Some(&logo), source, moment)?,
        dated(start).row(NUMBERING, &numbering)?,
        dated(moment.today).row(DEMO, mark)?,
        dated(tasks_from).row(TASKS_FROM, &true)?,
    ];
    for rules in &office.rules {
        let value = moved_rules(&rules.value, by);
        rows.push(DatedRow::of(rules, by, moment).row(OFFICE_RULES, &value)?);
    }
    for key in &office.products {
        let model = delivered()?.models.iter().find(|model| model.key == *key);
        let model = model.ok_or_else(|| Failure::broken("demonstration-produit"))?;
        let own = Dated { valid_from: start, ..model.dated() };
        rows.push(row_of(PRODUCT, key.as_str(), &own, moment)?);
    }
    for lender in &office.lenders {
        rows.extend(lender_rows(lender, by, moment)?);
    }
    let this_year = moment.today.year();
    for year in [this_year.saturating_sub(1), this_year].into_iter().filter_map(Period::year) {
        rows.extend(year_rows(office, year, moment)?);
    }
    Ok(rows)
}

/// What the office types and writes for a year.
fn year_rows(office: &OfficeStock, year: Period, moment: &Moment) -> Result<Vec<SettingRow>, Failure> {
    let source = || "Démonstration".to_owned();
    let account = Dated { valid_from: year.from(), source: source(), value: office.account };
    let mut rows = vec![row_of(REPORT_YEAR, &year.from().year().to_string(), &account, moment)?];
    for (paper, text) in &office.report_words {
        let value = ReportWords { text: text.clone() };
        let words = Dated { valid_from: year.from(), source: source(), value };
        rows.push(row_of(REPORT_WORDS, &report_words_key(paper, year), &words, moment)?);
    }
    Ok(rows)
}

/// By how much the days of the stock move for a demonstration of a day.
pub(super) fn moved(today: NaiveDate) -> Result<Move, Failure> {
    Ok(Move::years(year_of(today).saturating_sub(stock()?.office.year)))
}

fn lender_rows(lender: &LenderStock, by: Move, moment: &Moment) -> Result<Vec<SettingRow>, Failure> {
    let dated = Dated {
        valid_from: by.day(lender.valid_from),
        source: "Démonstration".to_owned(),
        value: lender.lender.clone(),
    };
    let mut rows = vec![row_of(LENDER, lender.key.as_str(), &dated, moment)?];
    for agreement in &lender.agreements {
        let mut value = agreement.value.clone();
        value.ends_on = value.ends_on.map(|day| by.day(day));
        let dated = Dated { valid_from: by.day(agreement.valid_from), source: by.text(&agreement.source), value };
        rows.push(row_of(AGREEMENT, lender.key.as_str(), &dated, moment)?);
    }
    Ok(rows)
}

/// One setting about to be a row.
struct DatedRow<'m> {
    valid_from: NaiveDate,
    source: String,
    moment: &'m Moment,
}

impl<'m> DatedRow<'m> {
    fn of<T>(dated: &DatedStock<T>, by: Move, moment: &'m Moment) -> Self {
        Self { valid_from: by.day(dated.valid_from), source: by.text(&dated.source), moment }
    }

    fn row(self, kind: &str, value: &impl Serialize) -> Result<SettingRow, Failure> {
        row(kind, &Dated { valid_from: self.valid_from, source: self.source, value }, self.moment)
    }
}

fn moved_rules(rules: &OfficeRules, by: Move) -> OfficeRules {
    let moved = |line: &domain::line::Line| domain::line::Line::read(&by.text(line.as_str())).unwrap_or_default();
    let refund =
        rules.refund.as_ref().map(|refund| RefundPolicy { resolution: moved(&refund.resolution), ..refund.clone() });
    OfficeRules { refund, ..rules.clone() }
}

/// The year the office's last rules are of: the one of the sixteenth of a month last gone by.
fn year_of(today: NaiveDate) -> i32 {
    let early = today.month() == 1 && today.day() < 16;
    today.year().saturating_sub(i32::from(early))
}

fn first_day(office: &OfficeStock) -> Result<NaiveDate, Failure> {
    let days = office.rules.iter().map(|rules| rules.valid_from);
    days.min().ok_or_else(|| Failure::broken("demonstration-regles"))
}
