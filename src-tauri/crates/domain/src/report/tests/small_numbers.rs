//! What a paper for people outside the office may show.

use proptest::prelude::*;

use super::super::*;
use super::properties::{SHARED, lives, sums};
use super::world::{World, key, row};

/// So many requests for each purpose.
fn requests(purposes: &[(Option<&str>, i64)]) -> Vec<ReportRow> {
    let mut rows = Vec::new();
    for (purpose, count) in purposes {
        for _ in 0..*count {
            let number = i64::try_from(rows.len()).unwrap();
            rows.push(ReportRow { purpose: purpose.map(key), ..row(number, "2026-02-01") });
        }
    }
    rows
}

fn purposes(rows: &[ReportRow]) -> Option<Vec<(String, String)>> {
    let world = World::default();
    let year = Period::year(2026).unwrap();
    let bilan = bilan(year, rows, &world.ground(), SmallNumbers::GroupedUnder(5)).unwrap();
    let table = bilan.table(TableKey::Purposes)?;
    let line = |row: &TableRow| (row.label.clone(), row.cells[0].value.unwrap().plain());
    Some(table.rows.iter().map(line).collect())
}

fn told(lines: &[(&str, &str)]) -> Option<Vec<(String, String)>> {
    Some(lines.iter().map(|(label, count)| ((*label).to_owned(), (*count).to_owned())).collect())
}

#[test]
fn a_line_of_a_few_people_is_put_with_another() {
    let grouped = requests(&[(Some("vehicle_repair"), 12), (Some("furniture"), 3), (None, 4)]);
    assert_eq!(purposes(&grouped), told(&[("Mobilité", "12"), ("Logement, non renseigné", "7"), ("Ensemble", "19")]));
}

#[test]
fn a_lonely_small_line_takes_the_smallest_other_so_that_no_subtraction_finds_it() {
    let lonely = requests(&[(Some("vehicle_repair"), 12), (Some("furniture"), 8), (None, 2)]);
    assert_eq!(purposes(&lonely), told(&[("Mobilité", "12"), ("Logement, non renseigné", "10"), ("Ensemble", "22")]));
}

#[test]
fn a_count_that_is_a_few_people_in_all_has_no_lines() {
    assert_eq!(purposes(&requests(&[(Some("vehicle_repair"), 4)])), None);
}

#[test]
fn lines_all_put_together_tell_nothing() {
    assert_eq!(purposes(&requests(&[(Some("vehicle_repair"), 4), (Some("furniture"), 3), (None, 1)])), None);
}

#[test]
fn a_line_of_nobody_is_shown() {
    let nobody = requests(&[(Some("vehicle_repair"), 6)]);
    assert_eq!(purposes(&nobody), told(&[("Mobilité", "6"), ("Logement", "0"), ("Ensemble", "6")]));
}

#[test]
fn what_is_told_in_the_large_and_in_detail_is_told_once() {
    let world = World::default();
    let rows = super::valbourg();
    let told = |small| -> Vec<TableKey> {
        let bilan = bilan(Period::year(2026).unwrap(), &rows, &world.ground(), small).unwrap();
        bilan.tables.iter().map(|table| table.key).collect()
    };
    let exact = told(SmallNumbers::Shown);
    let grouped = told(SmallNumbers::GroupedUnder(2));
    for key in [TableKey::Origins, TableKey::SubPurposes] {
        assert!(exact.contains(&key) && !grouped.contains(&key), "{key:?} would undo another table");
    }
}

#[test]
fn the_solutions_of_a_paper_are_one_line_beside_their_own_table() {
    let world = World::default();
    let rows: Vec<ReportRow> = (1..=6_i64)
        .map(|dossier| ReportRow { dossier: crate::dossier::DossierId(dossier), ..super::valbourg().remove(2) })
        .collect();
    let bilan = bilan(Period::year(2026).unwrap(), &rows, &world.ground(), SmallNumbers::GroupedUnder(5)).unwrap();
    let keys: Vec<&str> = bilan.table(TableKey::Outcomes).unwrap().rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys, ["elsewhere", "total"]);
}

proptest! {
    #[test]
    fn no_count_of_a_paper_is_a_few_people_nor_found_by_subtraction(rows in lives(), year in 2022_i32..2028) {
        let world = World::default();
        let small = SmallNumbers::GroupedUnder(5);
        let bilan = bilan(Period::year(year).unwrap(), &rows, &world.ground(), small).unwrap();
        let broken_down = |table: &&Table| SHARED.contains(&table.key) || table.key == TableKey::Profiles;
        for table in bilan.tables.iter().filter(broken_down) {
            for (lines, total) in sums(table) {
                for (place, head) in table.columns.iter().enumerate() {
                    if !matches!(head.unit, Unit::Dossiers | Unit::Presentations) {
                        continue;
                    }
                    let count = |row: &TableRow| row.cells[place].value.unwrap().plain().parse::<u64>().unwrap();
                    let shown: Vec<u64> = lines.iter().map(|line| count(line)).collect();
                    prop_assert!(shown.iter().all(|one| *one == 0 || *one >= 5), "{:?} {shown:?}", table.key);
                    prop_assert_eq!(shown.iter().sum::<u64>(), count(total), "{:?}", table.key);
                }
            }
        }
    }
}

/// What the reader of a paper works out: starting from the figures told, each relation that lacks one alone gives it.
fn worked_out(bilan: &Bilan, before: &[Indicator], untold: &Untold) -> Vec<(IndicatorKey, Of)> {
    use IndicatorKey as Key;
    use Of::{TheOneBefore as Before, ThePeriod as Here};
    let printed = |of: Of| if of == Here { &bilan.indicators[..] } else { before };
    let all: Vec<(Key, Of)> =
        [Here, Before].into_iter().flat_map(|of| printed(of).iter().map(move |one| (one.key, of))).collect();
    let mut known: Vec<(Key, Of)> = all.iter().copied().filter(|(key, of)| !untold.holds(*key, *of)).collect();
    let mut sums = vec![
        vec![(Key::LoansSinceStart, Here), (Key::LoansSinceStart, Before), (Key::Granted, Here)],
        vec![(Key::RunningLoans, Here), (Key::RunningLoans, Before), (Key::Disbursed, Here), (Key::EndedLoans, Here)],
    ];
    for of in [Here, Before] {
        sums.push(vec![(Key::EndedLoans, of), (Key::RepaidLoans, of), (Key::Losses, of)]);
        // The other rates are over the dossiers two counts share, which no count tells.
        sums.push(vec![(Key::RepaymentRate, of), (Key::RepaidLoans, of), (Key::EndedLoans, of)]);
        for amount in [Key::AmountGranted, Key::MeanAmount] {
            sums.push(vec![(amount, of), (Key::Granted, of)]);
        }
    }
    sums.retain(|sum| sum.iter().all(|one| all.contains(one)));
    loop {
        let lacking = |sum: &&Vec<(Key, Of)>| sum.iter().filter(|one| !known.contains(one)).count() == 1;
        let Some(found) = sums.iter().find(lacking) else { return known };
        let found = *found.iter().find(|one| !known.contains(one)).unwrap();
        known.push(found);
    }
}

#[test]
fn what_was_lost_is_not_found_from_what_ended_and_what_was_repaid() {
    let world = World::default();
    let ended = |number: i64, lost: Option<&str>| ReportRow {
        disbursed: Some((super::world::day("2025-03-01"), super::world::euros("900"))),
        loan_end: Some(super::super::row::RowLoanEnd {
            on: super::world::day("2026-04-01"),
            lost: lost.map(super::world::euros),
        }),
        last_on: super::world::day("2026-04-01"),
        ..row(number, "2025-02-01")
    };
    let rows: Vec<ReportRow> = (0..20).map(|number| ended(number, (number < 2).then_some("100"))).collect();
    let bilan = bilan(Period::year(2026).unwrap(), &rows, &world.ground(), SmallNumbers::GroupedUnder(5)).unwrap();
    let untold = untold(&mut Publication::under(5), &bilan, None);
    let hidden = |key| untold.holds(key, Of::ThePeriod);
    assert!(hidden(IndicatorKey::Losses) && hidden(IndicatorKey::EndedLoans) && hidden(IndicatorKey::RepaymentRate));
    assert!(!hidden(IndicatorKey::RepaidLoans), "eighteen were repaid, and nothing gives the two away");
}

proptest! {
    #[test]
    fn no_figure_left_untold_is_worked_out_from_the_others(rows in lives(), year in 2022_i32..2028) {
        let world = World::default();
        let period = Period::year(year).unwrap();
        let earlier = period.preceding().unwrap();
        let bilan = bilan(period, &rows, &world.ground(), SmallNumbers::GroupedUnder(5)).unwrap();
        let before = compared(earlier, &rows, &world.ground()).unwrap();
        let untold = untold(&mut Publication::under(5), &bilan, Some(&before));
        let known = worked_out(&bilan, &before.indicators, &untold);
        for (indicators, of) in [(&bilan.indicators, Of::ThePeriod), (&before.indicators, Of::TheOneBefore)] {
            for one in indicators {
                let hours = matches!(one.working, Working::Hours { .. } | Working::FullTime { .. });
                let few = (1..5).contains(&one.figure.dossiers_count()) && !hours;
                prop_assert!(!few || untold.holds(one.key, of), "{:?} of a few people is told", one.key);
                prop_assert!(!untold.holds(one.key, of) || !known.contains(&(one.key, of)), "{:?} is found", one.key);
            }
        }
    }
}
