//! A part of the file: the loan worked out, its schedule, how its TAEG was found.

use chrono::Months;
use domain::loan::explained::taeg_below_rate;
use domain::loan::{FeePayment, Instalment, InsuranceRequirement, RepaymentSchedule};
use domain::money::{AmountTooLarge, Euros};
use domain::words::{counted, decimal, long_date, lowered, numeric_date};

use super::{BankFile, BankFileLoan};
use crate::PaperError;
use crate::page::{Align, Density, Measure, Row, Strip, Table, beside};
use crate::papers::body::Body;
use crate::papers::loan_terms::{account_price, insurance_price, runs_in_words, unlike_months};
use crate::papers::wording::{month_day, plain, strong, usual};

const YEARS: [(i64, Align, &str); 6] = [
    (16, Align::Left, "Année"),
    (15, Align::Right, "Mensualités"),
    (16, Align::Right, "Payé"),
    (16, Align::Right, "Capital"),
    (15, Align::Right, "Intérêts"),
    (22, Align::Right, "Reste à rembourser"),
];
const SCHEDULE: [(i64, Align, &str); 6] = [
    (9, Align::Left, "N°"),
    (22, Align::Left, "Date"),
    (20, Align::Right, "Mensualité"),
    (16, Align::Right, "Capital"),
    (15, Align::Right, "Intérêts"),
    (18, Align::Right, "Reste"),
];
/// A schedule of more instalments is set closer, so that its sheet holds how the TAEG was found too.
const LONG: usize = 48;
/// The rows a column of a sheet can hold.
const ROWS: usize = 48;

pub(super) fn compose(body: &mut Body<'_>, file: &BankFile) -> Result<(), PaperError> {
    let Some(loan) = &file.loan else {
        body.note("Le prêt n’est pas encore chiffré.");
        body.pairs(vec![
            ("Montant demandé", file.amount.map(|amount| amount.to_string()).unwrap_or_default()),
            ("Durée demandée", file.months.map(|months| counted(months, "mois", "mois")).unwrap_or_default()),
        ]);
        return Ok(());
    };
    if loan.schedule.instalments.len() > LONG {
        body.tighten();
    }
    let debit = day_of_month(file).map(|day| format!("Mensualité, le {day} du mois"));
    body.pairs(pairs(file, loan, debit.as_deref().unwrap_or("Mensualité")));
    body.note(&taeg_below_rate(&loan.schedule).unwrap_or_default());
    body.section("Par année");
    body.rows(&YEARS, by_year(&loan.schedule)?);
    body.section("Échéancier");
    let mut notes = unlike_months(&loan.schedule.terms);
    if let Some(price) = insurance_price(&loan.schedule.terms) {
        notes.push(format!("Chaque mensualité comprend l’assurance : {price}."));
    }
    body.note(&notes.join(" "));
    let schedule = schedule(body, &loan.schedule);
    body.add(schedule);
    if let Some(taeg) = loan.taeg {
        body.section("Calcul du TAEG");
        let exact = decimal(taeg.exact(), 4);
        body.say(vec![
            plain(format!("{} Le taux qui égalise les deux côtés est {exact} %, arrondi à ", flows(&loan.schedule)?)),
            strong(taeg.to_string()),
            plain("."),
        ]);
    }
    Ok(())
}

/// The day of the month instalments fall on: `5`, `1er`.
pub(super) fn day_of_month(file: &BankFile) -> Option<String> {
    let dates = file.loan.as_ref().and_then(|loan| loan.schedule.terms.dates);
    let day = dates.map(|dates| dates.monthly_day()).or(file.conditions.debit_day)?;
    Some(month_day(day))
}

fn pairs<'l>(file: &BankFile, loan: &BankFileLoan, instalment: &'l str) -> Vec<(&'l str, String)> {
    let RepaymentSchedule { terms, instalments, total_cost, .. } = &loan.schedule;
    let due = |line: Option<&Instalment>| line.and_then(|line| line.due).map(numeric_date).unwrap_or_default();
    let lender = file.lender.as_ref().map(|lender| lender.name.clone());
    let usual = usual(&loan.schedule).map(|usual| usual.total.to_string());
    vec![
        ("Projet", lowered(&file.purpose)),
        ("Banque", lender.unwrap_or_default()),
        ("Montant prêté", terms.amount.to_string()),
        ("Taux fixe", terms.annual_rate.to_string()),
        ("Durée", counted(terms.months, "mois", "mois")),
        ("TAEG", loan.taeg.map(|taeg| taeg.to_string()).unwrap_or_default()),
        (instalment, usual.unwrap_or_default()),
        ("Coût total du crédit", total_cost.to_string()),
        ("Première mensualité", due(instalments.first())),
        ("Dernière mensualité", due(instalments.last())),
    ]
}

fn by_year(schedule: &RepaymentSchedule) -> Result<Vec<Row>, AmountTooLarge> {
    let years = schedule.by_year();
    let dated = schedule.terms.dates.is_some();
    let mut rows = Vec::new();
    for year in &years {
        let amounts = [year.paid, year.principal, year.interest, year.outstanding].map(Euros::bare);
        let name = if dated { year.year.to_string() } else { format!("Année\u{a0}{}", year.year) };
        rows.push(Row::Line([name, year.instalments.to_string()].into_iter().chain(amounts).collect()));
    }
    let paid = Euros::sum(years.iter().map(|year| year.paid))?;
    let totals = [paid, schedule.terms.principal()?, schedule.total_interest].map(Euros::bare);
    let name = ["Total".to_owned(), schedule.terms.months.to_string()];
    rows.push(Row::Total(name.into_iter().chain(totals).chain([String::new()]).collect()));
    Ok(rows)
}

/// The instalments on two columns, as many rows on the left as on the right, or one more.
fn schedule(body: &mut Body<'_>, schedule: &RepaymentSchedule) -> Vec<Strip> {
    let (left, right) = Measure::halves();
    let mut strips = Vec::new();
    for sheet in schedule.instalments.chunks(ROWS.saturating_mul(2)) {
        let (first, second) = sheet.split_at(sheet.len().div_ceil(2));
        let mut column = |lines: &[Instalment], measure| match lines {
            [] => Vec::new(),
            lines => {
                let rows = lines.iter().map(instalment_row).collect();
                body.setter.table(body.place, &Table::of(Density::Schedule, &SCHEDULE, rows), measure)
            }
        };
        strips.push(beside(column(first, left), column(second, right)));
    }
    strips
}

fn instalment_row(line: &Instalment) -> Row {
    let due = line.due.map_or_else(|| format!("mois\u{a0}{}", line.number), numeric_date);
    let amounts = [line.total, line.principal, line.interest, line.outstanding].map(Euros::bare);
    Row::Line([line.number.to_string(), due].into_iter().chain(amounts).collect())
}

/// What is lent and what is paid, at what times: both sides of the equation of the TAEG.
fn flows(schedule: &RepaymentSchedule) -> Result<String, AmountTooLarge> {
    let terms = &schedule.terms;
    let (lent, paid) = (terms.amount, paid_in_words(schedule)?);
    let fee = if terms.fee.is_zero() {
        "aucun frais obligatoire".to_owned()
    } else {
        match terms.fee_payment {
            FeePayment::AtStart => format!("{} de frais, payés au versement", terms.fee),
            FeePayment::Financed => format!("{} de frais, prêtés en plus et compris dans les mensualités", terms.fee),
        }
    };
    let regular = terms.dates.is_none_or(|dates| {
        dates.disbursed_on.checked_add_months(Months::new(1)) == Some(dates.first_due_on) && !dates.first_stands_apart()
    });
    let (start, times) = match terms.dates {
        Some(dates) if !regular => (format!("le {}", long_date(dates.disbursed_on)), "aux dates de l’échéancier"),
        Some(_) | None => ("à la date 0".to_owned(), "à intervalles d’un douzième d’année"),
    };
    let account = terms.account.map(account_price);
    let account = account.map(|price| format!(" ; compte à ouvrir, {price}")).unwrap_or_default();
    Ok(format!("Un seul versement de {lent} {start} ; {paid}, {times} ; {fee}{account}."))
}

/// `35 mensualités de 70,86 € et une dernière de 70,77 €`: insurance only where the loan asks for it.
fn paid_in_words(schedule: &RepaymentSchedule) -> Result<String, AmountTooLarge> {
    let required = schedule.terms.insurance.is_some_and(|one| one.requirement == InsuranceRequirement::Required);
    let credit = |line: &Instalment| if required { Ok(line.total) } else { line.total.minus(line.insurance) };
    let sums: Vec<Euros> = schedule.instalments.iter().map(credit).collect::<Result<_, _>>()?;
    Ok(runs_in_words(&sums))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::papers::worlds;

    proptest! {
        #[test]
        fn the_printed_totals_of_years_are_those_of_their_columns(schedule in worlds::printed_schedules()) {
            worlds::assert_adds_up(&by_year(&schedule).unwrap());
        }
    }
}
