//! The list of a month: what each loan was to pay, what is already known of it.

use chrono::{Datelike, NaiveDate};
use domain::calendar::YearMonth;
use domain::dossier::{DeclaredAs, Dossier, DossierId, Precision, RunningLoan};
use domain::loan::Instalment;
use domain::money::Euros;
use domain::settings::{ListKey, Settings};
use domain::words::{counted, folded, month_of, of_known_date, on_known_date, screen_date, spaced};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use crate::dossiers::found;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;
use app::shapes::Money;

/// Which lender and which month.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StatementAsked {
    /// The lender; the one with most loans when empty.
    pub lender: String,
    /// The month, as typed: `11/2026`; this one when empty.
    pub month: String,
}

/// The list of a lender and a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BankStatementView {
    /// The lenders that have running loans.
    pub lenders: Vec<LenderWithLoans>,
    /// The lender shown; empty when none has a loan.
    pub lender: String,
    /// Its name.
    pub lender_name: String,
    /// The month, as it is sent back.
    pub month: String,
    /// `novembre 2026`.
    pub month_text: String,
    /// The months offered, the latest first: as sent back and as read.
    pub months: Vec<(String, String)>,
    /// `38 échéances de novembre 2026`.
    pub sentence: String,
    /// The loans, the ones to look at first.
    pub rows: Vec<StatementRow>,
    /// What the whole list asks for.
    pub expected: Money,
}

/// A lender with running loans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LenderWithLoans {
    /// Its key.
    pub key: String,
    /// `Caisse du Val, 38 prêts`.
    pub label: String,
}

/// One loan of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementRow {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// The person.
    pub name: String,
    /// The number of the instalment.
    pub number: u32,
    /// `9/24`.
    pub place: String,
    /// What is to be paid.
    pub amount: Money,
    /// The answer ticked at first: `paid`, `missed`, `postponed`.
    pub answer: String,
    /// Whether it is to be looked at.
    pub exception: bool,
    /// Whether it is already known: it may not be answered again, but for a missed one paid since.
    pub known: bool,
    /// `notée le 16 nov., comptée une seule fois`.
    pub to_know: String,
    /// Whether that is bad news: this instalment, or one before it, is not paid.
    pub late: bool,
}

/// Shows what the monthly message of a lender is to be checked against.
pub fn bank_statement(desk: &Desk, input: StatementAsked, moment: &Moment) -> Result<BankStatementView, Failure> {
    desk.read(|reader| list(reader, &input, moment))
}

fn list(reader: &Reader<'_>, input: &StatementAsked, moment: &Moment) -> Result<BankStatementView, Failure> {
    let settings = settings(reader)?;
    let counts = reader.running_by_lender()?;
    let named = |key: &ListKey| settings.lenders.get(key).map(|file| file.lender.name.to_string()).unwrap_or_default();
    let first = counts.iter().max_by_key(|(_, count)| *count).map(|(key, _)| key.clone());
    let asked = input.lender.trim();
    let lender = if asked.is_empty() { first } else { Some(known_lender(asked, &settings)?) };
    let month = reading::month(&input.month, "month")?.or_else(|| YearMonth::of(moment.today));
    let month = month.ok_or_else(|| Failure::refused("Quel mois ?").at("month"))?;
    let mut rows = Vec::new();
    if let Some(lender) = &lender {
        for id in reader.running_with(lender)? {
            let dossier = found(reader, id)?;
            let Some(running) = dossier.running_loan() else { continue };
            rows.extend(row(&dossier, &running, month, moment));
        }
    }
    rows.sort_by_key(|row| (!row.exception, folded(&row.name), row.dossier));
    let expected = rows.iter().filter(|row| row.answer != "postponed");
    let expected = Euros::sum(expected.filter_map(|row| Euros::from_cents(row.amount.cents).ok()))?;
    let due = counted(rows.len(), "échéance", "échéances");
    Ok(BankStatementView {
        lenders: counts
            .iter()
            .map(|(key, count)| {
                let label = format!("{}, {}", named(key), counted(*count, "prêt", "prêts"));
                LenderWithLoans { key: key.as_str().to_owned(), label: spaced(&label) }
            })
            .collect(),
        lender_name: lender.as_ref().map(named).unwrap_or_default(),
        lender: lender.map(|key| key.as_str().to_owned()).unwrap_or_default(),
        month: month.to_string(),
        month_text: month_of(month.first_day()),
        months: months(moment.today),
        sentence: spaced(&format!("{due} {}", of_known_date(month.first_day(), Precision::Month))),
        rows,
        expected: expected.into(),
    })
}

/// This month and the eleven before.
fn months(today: NaiveDate) -> Vec<(String, String)> {
    let back = |count: u32| today.with_day(1)?.checked_sub_months(chrono::Months::new(count));
    let months = (0..12).filter_map(back).filter_map(YearMonth::of);
    months.map(|month| (month.to_string(), month_of(month.first_day()))).collect()
}

pub(super) fn known_lender(key: &str, settings: &Settings) -> Result<ListKey, Failure> {
    let key = ListKey::new(key);
    let known = settings.lenders.contains_key(&key);
    if known { Ok(key) } else { Err(Failure::from(domain::settings::ListRefused).at("lender")) }
}

/// The instalment of a loan in a month, once it has fallen due.
pub(super) fn of_month(running: &RunningLoan, month: YearMonth, today: NaiveDate) -> Option<&Instalment> {
    let lines = running.in_force().instalments.iter().filter(|line| line.kind.is_due());
    lines
        .filter(|line| line.due.is_some_and(|due| due <= today))
        .find(|line| line.due.and_then(YearMonth::of) == Some(month))
}

fn row(dossier: &Dossier, running: &RunningLoan, month: YearMonth, moment: &Moment) -> Option<StatementRow> {
    let line = of_month(running, month, moment.today)?;
    let said = running.declared(line.number).filter(|_| line.kind.is_owed());
    let day = |on| screen_date(on, moment.today);
    let settled = running.settled_on.map(|on| {
        ("paid", {
            let known = running.settled_known;
            let on = if known == Precision::Day { day(on) } else { on_known_date(on, known) };
            format!("déjà soldé, appris {on}")
        })
    });
    let held = (!line.kind.is_owed()).then(|| ("postponed", "report accordé, rien à payer ce mois-ci".to_owned()));
    let told = said.map(|said| match said.declared {
        DeclaredAs::Paid => ("paid", format!("notée payée, {}", day(said.on))),
        DeclaredAs::PaidLate => ("paid", format!("payée en retard, notée {}", day(said.on))),
        DeclaredAs::Missed => ("missed", format!("impayé noté, {} ; compté une seule fois", day(said.on))),
    });
    let before = running.declared_as(DeclaredAs::Missed).find(|missed| missed.number < line.number);
    let said_paid = settled.is_none() && said.is_some_and(|said| said.declared != DeclaredAs::Missed);
    let told = settled.or(held).or(told);
    let known = told.is_some();
    let (answer, to_know) = told.unwrap_or_else(|| {
        let before = before.and_then(|missed| missed.due).map(|due| format!("celle du {} est impayée", day(due)));
        ("paid", before.unwrap_or_default())
    });
    Some(StatementRow {
        dossier: dossier.id,
        reference: dossier.reference.clone(),
        name: dossier.person.display_name(),
        number: line.number,
        place: format!("{}/{}", line.number, running.in_force().months()),
        amount: line.total.into(),
        answer: answer.to_owned(),
        exception: !to_know.is_empty() && !said_paid,
        known,
        late: !to_know.is_empty() && (answer == "missed" || !known),
        to_know: spaced(&to_know),
    })
}
