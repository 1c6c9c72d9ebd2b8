//! What holds of every office.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::*;
use super::world::{World, approved, day, decided, key, loan, partly, refused, row, sent, settled};
use crate::calendar::days_after;
use crate::dossier::{Direction, DossierId, Outcome, Precision, Stage};
use crate::money::Euros;

/// The life of a dossier, drawn: when it came, how long each step took, where it stopped.
#[derive(Clone, Debug)]
struct Life {
    received: u32,
    steps: Vec<u32>,
    purpose: usize,
    end: usize,
    amount: u32,
}

pub(super) fn lives() -> impl Strategy<Value = Vec<ReportRow>> {
    let life = (0_u32..1_400, prop::collection::vec(0_u32..60, 6), 0_usize..4, 0_usize..9, 100_u32..8_000)
        .prop_map(|(received, steps, purpose, end, amount)| Life { received, steps, purpose, end, amount });
    let rows = |lives: Vec<Life>| (1_i64..).zip(lives).map(|(number, life)| settled(lived(number, &life))).collect();
    prop::collection::vec(life, 0..60).prop_map(rows)
}

fn lived(number: i64, life: &Life) -> ReportRow {
    let mut date = days_after(day("2023-01-01"), life.received);
    let mut row = ReportRow { received_on: date, last_on: date, ..row(number, "2023-01-01") };
    let mut days = life.steps.iter().map(|step| {
        date = days_after(date, *step);
        date.to_string()
    });
    row.purpose = [Some("vehicle_repair"), Some("furniture"), Some("gone"), None][life.purpose].map(key);
    row.household = HouseholdProfile::ALL[life.purpose];
    row.employment = [Some("fixed_term"), Some("gone"), None, None][life.purpose].map(key);
    row.origin = key(["poster", "referrer", "gone", "poster"][life.purpose]);
    row.born_on = (life.purpose > 1).then(|| day("1990-06-01"));
    if life.end == 0 {
        return row;
    }
    let assessed = days.next().unwrap();
    row.assessed_on = Some(day(&assessed));
    row.stage = Stage::ToSubmit;
    if life.end == 1 {
        let solutions: &[&str] = if life.amount > 4_000 { &["social_grocery", "budget_support"] } else { &["gone"] };
        row.orientations.push(decided(&assessed, Direction::Redirect, solutions));
        (row.stage, row.outcome) = (Stage::Closed, Some(Outcome::Redirected));
        return row;
    }
    row.orientations.push(decided(&assessed, Direction::Submit, &[]));
    if life.end == 2 {
        row.dropped.push(day(&days.next().unwrap()));
        (row.stage, row.outcome) = (Stage::Closed, Some(Outcome::Dropped));
        return row;
    }
    let first = sent("val", &days.next().unwrap());
    let answer = days.next().unwrap();
    if life.end == 3 {
        row.presentations.push(first);
        row.stage = Stage::WithLender;
        return row;
    }
    row.presentations.push(refused(first, &answer, &["insufficient_capacity", "gone"]));
    row.stage = Stage::Refused;
    if life.end == 4 {
        return row;
    }
    let granted = loan(&life.amount.to_string(), (life.amount % 30).max(6), "4");
    row.presentations.push(approved(sent("rive", &answer), &days.next().unwrap(), granted));
    row.stage = Stage::Granted;
    if life.end == 5 {
        row.withdrawn.push(day(&days.next().unwrap()));
        (row.stage, row.outcome) = (Stage::Closed, Some(Outcome::Withdrawn));
    }
    if life.end > 6 {
        let amount = granted.amount.unwrap();
        row.disbursed = Some((day(&days.next().unwrap()), amount));
        row.stage = Stage::Running;
        if life.purpose == 0 {
            let on = days_after(row.disbursed.unwrap().0, life.amount / 10);
            // What a lender claims may hold interest and costs.
            let claimed = amount.plus(Euros::read("80").unwrap()).unwrap();
            row.loan_end = Some(RowLoanEnd { on, lost: (life.amount.is_multiple_of(2)).then_some(claimed) });
            row.refunded = Some((on, Euros::read("120").unwrap()));
        }
    }
    row
}

/// A row as a register would have it: begun elsewhere, a step missing, the day of the request known by its year.
fn as_a_register_has_it(row: ReportRow, known: u64) -> ReportRow {
    let draw = known.rotate_left(u32::try_from(row.dossier.0.wrapping_mul(7).rem_euclid(64)).unwrap());
    let assessed_on = row.assessed_on.filter(|_| draw & 1 == 0);
    let presentations = if draw & 2 == 0 { row.presentations.clone() } else { Vec::new() };
    let request_known = if draw & 4 == 0 { Precision::Year } else { Precision::Day };
    let granted = presentations.iter().filter(|sent| sent.answered_as() == Event::Granted);
    let known_in_part = granted.filter_map(|sent| sent.answered_on).filter(|_| draw & 8 == 0);
    let known_in_part = known_in_part.map(|on| partly(Event::Granted, &on.to_string(), Precision::Month)).collect();
    ReportRow { assessed_on, presentations, request_known, known_in_part, taken_over: true, ..row }
}

fn behind(figure: &Figure) -> BTreeSet<DossierId> {
    figure.dossiers.iter().map(|counted| counted.dossier).collect()
}

fn counted(figure: &Figure) -> u64 {
    match figure.value {
        Some(Value::Count(count)) => count,
        Some(Value::Euros(_) | Value::Number(_)) | None => 0,
    }
}

/// The indicators that say a part of something.
const RATES: [IndicatorKey; 10] = [
    IndicatorKey::ShareOver3000,
    IndicatorKey::SubmissionRate,
    IndicatorKey::GrantRateOfSubmitted,
    IndicatorKey::GrantRateOfRequests,
    IndicatorKey::GrantRateOfAssessed,
    IndicatorKey::RepaymentRate,
    IndicatorKey::LossRate,
    IndicatorKey::RefundsOfOptionalAid,
    IndicatorKey::RedirectedCalledBack,
    IndicatorKey::RedirectedHelped,
];

/// The tables whose lines share their dossiers without counting one twice.
pub(super) const SHARED: [TableKey; 6] =
    [TableKey::Purposes, TableKey::Origins, TableKey::Outcomes, TableKey::Banks, TableKey::Months, TableKey::Became];

/// Every group of lines that adds up to the total of its table, with that total.
pub(super) fn sums(table: &Table) -> Vec<(Vec<&TableRow>, &TableRow)> {
    let total = table.rows.iter().find(|row| row.kind == RowKind::Total).unwrap();
    let mut parts: Vec<Vec<&TableRow>> = vec![Vec::new()];
    for row in &table.rows {
        match row.kind {
            RowKind::Heading => parts.push(Vec::new()),
            RowKind::Line => parts.last_mut().unwrap().push(row),
            RowKind::Total => {}
        }
    }
    parts.into_iter().filter(|part| !part.is_empty()).map(|part| (part, total)).collect()
}

proptest! {
    #[test]
    fn a_total_is_the_sum_of_its_parts(rows in lives(), year in 2022_i32..2028) {
        let world = World::default();
        let bilan = bilan(Period::year(year).unwrap(), &rows, &world.ground()).unwrap();
        for table in &bilan.tables {
            if !SHARED.contains(&table.key) && table.key != TableKey::Profiles {
                continue;
            }
            for (lines, total) in sums(table) {
                for (place, head) in table.columns.iter().enumerate() {
                    let cells = lines.iter().map(|line| &line.cells[place]);
                    match head.unit {
                        Unit::Dossiers
                        | Unit::Presentations
                        | Unit::Instalments
                        | Unit::Incidents
                        | Unit::Contacts => {
                            let sum: u64 = cells.map(counted).sum();
                            prop_assert_eq!(sum, counted(&total.cells[place]), "{:?} {:?}", table.key, head.key);
                        }
                        Unit::Euros => {
                            let amounts = cells.filter_map(|cell| match cell.value {
                                Some(Value::Euros(amount)) => Some(amount),
                                _ => None,
                            });
                            let sum = Value::Euros(Euros::sum(amounts).unwrap());
                            prop_assert_eq!(Some(sum), total.cells[place].value);
                        }
                        Unit::Percent
                        | Unit::Days
                        | Unit::Months
                        | Unit::Hours
                        | Unit::FullTime
                        | Unit::Loans
                        | Unit::Inhabitants => {}
                    }
                }
            }
        }
    }

    #[test]
    fn a_dossier_is_counted_once_a_key(rows in lives(), year in 2022_i32..2028) {
        let world = World::default();
        let bilan = bilan(Period::year(year).unwrap(), &rows, &world.ground()).unwrap();
        for indicator in &bilan.indicators {
            prop_assert_eq!(behind(&indicator.figure).len(), indicator.figure.dossiers.len(), "{:?}", indicator.key);
            if let Some(Value::Count(count)) = indicator.figure.value {
                prop_assert_eq!(count, indicator.figure.dossiers_count(), "{:?}", indicator.key);
            }
        }
    }

    #[test]
    fn a_year_holds_what_its_months_hold(rows in lives(), year in 2022_i32..2028) {
        let whole = Period::year(year).unwrap();
        for event in Event::ALL {
            let of = |period: Period| -> BTreeSet<DossierId> {
                let counts = rows.iter().filter(|row| row.counted_on(event, period).is_some());
                counts.map(|row| row.dossier).collect()
            };
            let months: BTreeSet<DossierId> = whole.parts().into_iter().flat_map(of).collect();
            prop_assert_eq!(of(whole), months, "{:?}", event);
        }
    }

    #[test]
    fn a_cohort_never_grows_from_a_step_to_the_next(rows in lives(), year in 2022_i32..2028, known: u64) {
        let world = World::default();
        let rows: Vec<ReportRow> = rows.into_iter().map(|row| as_a_register_has_it(row, known)).collect();
        let bilan = bilan(Period::year(year).unwrap(), &rows, &world.ground()).unwrap();
        let steps = bilan.table(TableKey::Funnel).unwrap().rows.iter().filter(|row| row.key != "still_open");
        let behind: Vec<BTreeSet<DossierId>> = steps.map(|row| behind(&row.cells[0])).collect();
        for pair in behind.windows(2) {
            prop_assert!(pair[1].is_subset(&pair[0]), "{pair:?}");
        }
    }

    #[test]
    fn months_add_up_to_the_year_whatever_is_known(rows in lives(), year in 2022_i32..2028, known: u64) {
        let world = World::default();
        let rows: Vec<ReportRow> = rows.into_iter().map(|row| as_a_register_has_it(row, known)).collect();
        let bilan = bilan(Period::year(year).unwrap(), &rows, &world.ground()).unwrap();
        let months = bilan.table(TableKey::Months).unwrap();
        let keys = [IndicatorKey::Requests, IndicatorKey::Assessed, IndicatorKey::Submitted, IndicatorKey::Granted];
        for (place, key) in keys.into_iter().enumerate() {
            let lines = months.rows.iter().filter(|row| row.kind == RowKind::Line);
            let sum: u64 = lines.map(|row| counted(&row.cells[place])).sum();
            prop_assert_eq!(Some(Value::Count(sum)), bilan.indicator(key).unwrap().figure.value, "{:?}", key);
        }
    }

    #[test]
    fn a_part_of_the_dossiers_is_never_more_than_all(rows in lives(), year in 2022_i32..2028) {
        let world = World::default();
        let count = |rows: &[ReportRow], key| {
            let told = compared(Period::year(year).unwrap(), rows, &world.ground()).unwrap();
            told.indicator(key).map_or(0, |one| one.figure.dossiers_count())
        };
        for lender in ["val", "rive"] {
            let by = Narrowing { lender: Some(key(lender)), ..Narrowing::default() };
            let part = narrowed(rows.clone(), &by, world.lists());
            for key in [IndicatorKey::Granted, IndicatorKey::Refused, IndicatorKey::Disbursed] {
                prop_assert!(count(&part, key) <= count(&rows, key), "{lender} {key:?}");
            }
        }
    }

    #[test]
    fn no_rate_is_over_a_hundred(rows in lives(), year in 2022_i32..2028, month in 0_u32..13, known: u64) {
        let world = World::default();
        let rows: Vec<ReportRow> = rows.into_iter().map(|row| as_a_register_has_it(row, known)).collect();
        let whole = Period::year(year).unwrap();
        let part = usize::try_from(month).ok().and_then(|month| whole.parts().get(month).copied());
        let page = YearPage { optional_aid: Some(Euros::read("50").unwrap()), ..YearPage::default() };
        let ground = Ground { year: Some(&page), ..world.ground() };
        let bilan = bilan(part.unwrap_or(whole), &rows, &ground).unwrap();
        let rates = bilan.indicators.iter().filter(|one| RATES.contains(&one.key)).map(|one| (one.key, one.figure.value));
        for (key, rate) in rates {
            prop_assert!(rate.is_none_or(|rate| rate.number() <= 100.into()), "{:?}: {:?}", key, rate);
        }
        for table in &bilan.tables {
            let percent = |place: &usize| table.columns[*place].unit == Unit::Percent;
            for (row, place) in table.rows.iter().flat_map(|row| (0..row.cells.len()).map(move |place| (row, place))) {
                let share = row.cells[place].value.filter(|_| percent(&place));
                prop_assert!(share.is_none_or(|share| share.number() <= 100.into()), "{:?} {}", table.key, row.key);
            }
        }
    }

    #[test]
    fn a_ratio_and_its_terms_agree(rows in lives(), year in 2022_i32..2028) {
        let world = World::default();
        let bilan = bilan(Period::year(year).unwrap(), &rows, &world.ground()).unwrap();
        for indicator in &bilan.indicators {
            let Working::Ratio { part, whole } = indicator.working else { continue };
            let count = |key| bilan.indicator(key).unwrap().figure.value;
            prop_assert_eq!(count(whole.0), Some(Value::Count(whole.1)));
            prop_assert!(part.1 <= whole.1 && Some(Value::number(Value::Count(part.1))) <= count(part.0).map(Value::number));
            prop_assert_eq!(indicator.figure.value.is_none(), whole.1 == 0);
        }
    }
}
