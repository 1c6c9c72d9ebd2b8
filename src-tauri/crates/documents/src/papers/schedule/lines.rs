//! The schedule, instalment by instalment, a strong rule every twelve of them.
//!
//! Without dates an instalment has its month's number; insurance has its column when there is one.

use domain::loan::{Instalment, RepaymentSchedule};
use domain::money::{AmountTooLarge, Euros};
use domain::words::{counted, long_date, numeric_date, spaced};

use super::wording::counted_so;
use super::{SMALL, schedule_heading};
use crate::page::{
    Align, Density, Face, Ink, Length, Measure, Paragraph, Row, Span, Strip, Table, Tags, Typesetter, below,
    keep_together, on_new_sheet,
};
use crate::papers::loan_terms::unlike_months;
use crate::papers::panel::Fit;

const PLAIN: [(i64, Align, &str); 6] = [
    (7, Align::Left, "N°"),
    (19, Align::Left, "Date"),
    (18, Align::Right, "Mensualité"),
    (20, Align::Right, "Capital remboursé"),
    (16, Align::Right, "Intérêts"),
    (20, Align::Right, "Reste à rembourser"),
];
const INSURED: [(i64, Align, &str); 7] = [
    (7, Align::Left, "N°"),
    (15, Align::Left, "Date"),
    (14, Align::Right, "Mensualité"),
    (19, Align::Right, "Capital remboursé"),
    (13, Align::Right, "Intérêts"),
    (13, Align::Right, "Assurance"),
    (19, Align::Right, "Reste à rembourser"),
];
/// A strong rule after so many instalments.
const BAND: u32 = 12;
/// So many instalments may stand under what the loan costs.
const SHORT: usize = 24;
/// So many instalments fit one sheet; more are set closer.
const ONE_SHEET: usize = 42;

/// The schedule: a short one stands whole under what comes before where both fit, a longer one on its own sheets.
pub(super) fn schedule(
    setter: &mut Typesetter,
    schedule: &RepaymentSchedule,
    fit: Fit,
) -> Result<Vec<Strip>, AmountTooLarge> {
    let count = schedule.instalments.len();
    let mut strips = schedule_heading(setter, &subtitle(schedule));
    let insured = !schedule.total_insurance.is_zero();
    let rows = rows(schedule, insured)?;
    let columns: &[(i64, Align, &str)] = if insured { &INSURED } else { &PLAIN };
    let long = if count > ONE_SHEET { Density::Tight } else { Density::Dense };
    let density = if count > SHORT { long } else { fit.lines() };
    let table = setter.table(Tags::DOCUMENT, &Table::of(density, columns, rows), Measure::WHOLE);
    strips.extend(below(Length::mm(200), table));
    let note = [Span::new(spaced(&counted_so(schedule)), Face::Sans, Ink::NOTE)];
    let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&note, SMALL), Measure::WHOLE);
    strips.extend(below(Length::mm(250), note));
    Ok(if count > SHORT { on_new_sheet(strips) } else { below(Length::mm(600), keep_together(strips)) })
}

/// `36 mensualités, en euros. Pour un versement le 5 janvier 2027.`
fn subtitle(schedule: &RepaymentSchedule) -> String {
    let terms = &schedule.terms;
    let mut said = vec![format!("{}, en euros.", counted(terms.months, "mensualité", "mensualités"))];
    said.extend(terms.dates.map(|dates| format!("Pour un versement le {}.", long_date(dates.disbursed_on))));
    said.extend(unlike_months(terms));
    said.join(" ")
}

/// Every line, then their totals.
fn rows(schedule: &RepaymentSchedule, insured: bool) -> Result<Vec<Row>, AmountTooLarge> {
    let mut rows: Vec<Row> = schedule.instalments.iter().map(|line| row(line, insured)).collect();
    rows.push(total(schedule, insured)?);
    Ok(rows)
}

fn row(line: &Instalment, insured: bool) -> Row {
    let due = line.due.map_or_else(|| format!("mois\u{a0}{}", line.number), numeric_date);
    let cells = cells((line.number.to_string(), due), line_amounts(line), insured);
    let ends = line.number.checked_rem(BAND) == Some(0) && !line.outstanding.is_zero();
    if ends { Row::YearEnd(cells) } else { Row::Line(cells) }
}

fn line_amounts(line: &Instalment) -> [Euros; 5] {
    [line.total, line.principal, line.interest, line.insurance, line.outstanding]
}

fn total(schedule: &RepaymentSchedule, insured: bool) -> Result<Row, AmountTooLarge> {
    let lines = schedule.instalments.iter();
    let principal = Euros::sum(lines.map(|line| line.principal))?;
    let amounts = [schedule.total_due, principal, schedule.total_interest, schedule.total_insurance, Euros::ZERO];
    Ok(Row::Total(cells((String::new(), "Total".to_owned()), amounts, insured)))
}

fn cells((number, due): (String, String), amounts: [Euros; 5], insured: bool) -> Vec<String> {
    let [paid, principal, interest, insurance, left] = amounts.map(Euros::bare);
    let mut cells = vec![number, due, paid, principal, interest];
    if insured {
        cells.push(insurance);
    }
    cells.push(left);
    cells
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::papers::worlds;

    proptest! {
        #[test]
        fn the_printed_totals_are_those_of_their_columns(schedule in worlds::printed_schedules()) {
            let insured = !schedule.total_insurance.is_zero();
            worlds::assert_adds_up(&rows(&schedule, insured).unwrap());
        }
    }
}
