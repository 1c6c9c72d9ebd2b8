//! A loan worked out, worded: what is paid, when, what it costs.

use domain::dossier::monthly;
use domain::loan::{Instalment, RepaymentSchedule, YearOfLoan, taeg};
use domain::money::Euros;
use domain::words::{counted, numeric_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use crate::failure::Failure;
use crate::shown::{Day, Money};

/// A loan worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoanShown {
    /// The sum lent.
    pub amount: Money,
    /// `36 mois`.
    pub months_text: String,
    /// `4,00 %`.
    pub rate: String,
    /// What is paid a month once capital is repaid, insurance included.
    pub instalment: Money,
    /// `70,86 €`, or `8,67 € puis 83,33 €` after months of interest alone.
    pub instalment_text: String,
    /// What is paid last.
    pub last: Money,
    /// All the interest.
    pub interest: Money,
    /// The file fee.
    pub fee: Money,
    /// All the insurance.
    pub insurance: Money,
    /// What the loan costs.
    pub total_cost: Money,
    /// Everything paid.
    pub total_paid: Money,
    /// `4,07 %`; absent when what is paid makes none.
    pub taeg: Option<String>,
    /// Why there is none; empty when there is one.
    pub taeg_refused: String,
    /// The day the money is paid.
    pub disbursed_on: Option<Day>,
    /// The day of the first instalment.
    pub first_due: Option<Day>,
    /// The day of the last instalment.
    pub last_due: Option<Day>,
    /// `Pour 2 400,00 € empruntés, 2 550,87 € à rembourser : …`.
    pub sentence: String,
    /// The instalments added year by year.
    pub years: Vec<YearRow>,
    /// Every instalment.
    pub rows: Vec<InstalmentRow>,
}

/// The instalments of one year, amounts without their unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct YearRow {
    /// `2027`, or `Année 1` without dates.
    pub year: String,
    /// How many.
    pub instalments: u32,
    /// What is paid.
    pub paid: String,
    /// What is repaid of the amount.
    pub principal: String,
    /// The interest.
    pub interest: String,
    /// What is left to repay after them.
    pub outstanding: String,
}

/// One instalment, amounts without their unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InstalmentRow {
    /// Its number, from 1.
    pub number: u32,
    /// The day it falls due; empty without dates.
    pub due: String,
    /// What is paid.
    pub total: String,
    /// What it repays of the amount.
    pub principal: String,
    /// The interest.
    pub interest: String,
    /// The insurance; empty without one.
    pub insurance: String,
    /// What is left to repay after it.
    pub outstanding: String,
}

impl LoanShown {
    /// The words of a schedule.
    pub(super) fn of(schedule: &RepaymentSchedule) -> Result<Self, Failure> {
        let terms = &schedule.terms;
        let instalment = monthly(schedule)?;
        let last = schedule.last().map_or(instalment, |line| line.total);
        let found = taeg(schedule);
        let refused = found.err().map(|refused| Failure::from(refused).message).unwrap_or_default();
        let dated = terms.dates.is_some();
        Ok(Self {
            amount: terms.amount.into(),
            months_text: counted(terms.months, "mois", "mois"),
            rate: terms.annual_rate.to_string(),
            instalment: instalment.into(),
            instalment_text: instalment_text(schedule, instalment),
            last: last.into(),
            interest: schedule.total_interest.into(),
            fee: terms.fee.into(),
            insurance: schedule.total_insurance.into(),
            total_cost: schedule.total_cost.into(),
            total_paid: schedule.total_paid.into(),
            taeg: found.ok().map(|taeg| taeg.to_string()),
            taeg_refused: refused,
            disbursed_on: terms.dates.map(|dates| Day::full(dates.disbursed_on)),
            first_due: terms.dates.map(|dates| Day::full(dates.first_due_on)),
            last_due: schedule.last().and_then(|line| line.due).map(Day::full),
            sentence: sentence(schedule, instalment, last),
            years: schedule.by_year().into_iter().map(|year| year_row(&year, dated)).collect(),
            rows: schedule.instalments.iter().map(|line| row(line, terms.insurance.is_some())).collect(),
        })
    }
}

/// `8,67 € puis 83,33 €` when the loan starts with interest alone.
pub(super) fn instalment_text(schedule: &RepaymentSchedule, instalment: Euros) -> String {
    let first = schedule.instalments.first().filter(|_| schedule.terms.interest_only > 0);
    first.map_or_else(|| instalment.to_string(), |line| format!("{} puis {instalment}", line.total))
}

fn sentence(schedule: &RepaymentSchedule, instalment: Euros, last: Euros) -> String {
    let terms = &schedule.terms;
    let level = terms.months.saturating_sub(terms.interest_only).saturating_sub(1);
    let mut paid = Vec::new();
    if let Some(first) = schedule.instalments.first().filter(|_| terms.interest_only > 0) {
        paid.push(format!("{} de {}", counted(terms.interest_only, "mensualité", "mensualités"), first.total));
    }
    if level > 0 {
        paid.push(format!("{} de {instalment}", counted(level, "mensualité", "mensualités")));
    }
    let ending = if paid.is_empty() { "une seule de" } else { "une dernière de" };
    let paid = format!("{}{}{ending} {last}", paid.join(", "), if paid.is_empty() { "" } else { " et " });
    spaced(&format!("Pour {} empruntés, {} à rembourser : {paid}.", terms.amount, schedule.total_paid))
}

fn year_row(year: &YearOfLoan, dated: bool) -> YearRow {
    YearRow {
        year: if dated { year.year.to_string() } else { format!("Année\u{a0}{}", year.year) },
        instalments: year.instalments,
        paid: year.paid.bare(),
        principal: year.principal.bare(),
        interest: year.interest.bare(),
        outstanding: year.outstanding.bare(),
    }
}

fn row(line: &Instalment, insured: bool) -> InstalmentRow {
    InstalmentRow {
        number: line.number,
        due: line.due.map(numeric_date).unwrap_or_default(),
        total: line.total.bare(),
        principal: line.principal.bare(),
        interest: line.interest.bare(),
        insurance: if insured { line.insurance.bare() } else { String::new() },
        outstanding: line.outstanding.bare(),
    }
}
