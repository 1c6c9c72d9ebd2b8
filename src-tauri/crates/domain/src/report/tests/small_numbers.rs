//! What a paper for people outside the office may show.

use proptest::prelude::*;

use super::super::*;
use super::properties::lives;
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

fn purposes(rows: &[ReportRow]) -> Option<Vec<(String, u64)>> {
    let world = World::default();
    let bilan = bilan(Period::year(2026).unwrap(), rows, &world.ground()).unwrap();
    let table = bilan.table(TableKey::Purposes).unwrap();
    let lines = table.rows.iter().filter(|row| row.kind == RowKind::Line);
    let lines = lines.map(|row| LineTold::of(&row.label, vec![row.cells[0].clone()])).collect();
    let told = lines_told(&mut Publication::under(5), lines)?;
    Some(told.iter().map(|line| (line.label(), line.counts[0].dossiers_count())).collect())
}

fn told(lines: &[(&str, u64)]) -> Option<Vec<(String, u64)>> {
    Some(lines.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect())
}

#[test]
fn a_line_of_a_few_people_is_put_with_another() {
    let grouped = requests(&[(Some("vehicle_repair"), 12), (Some("furniture"), 3), (None, 4)]);
    assert_eq!(purposes(&grouped), told(&[("Mobilité", 12), ("Logement, non renseigné", 7)]));
}

#[test]
fn a_lonely_small_line_takes_the_smallest_other_so_that_no_subtraction_finds_it() {
    let lonely = requests(&[(Some("vehicle_repair"), 12), (Some("furniture"), 8), (None, 2)]);
    assert_eq!(purposes(&lonely), told(&[("Mobilité", 12), ("Logement, non renseigné", 10)]));
}

#[test]
fn lines_all_put_together_tell_nothing() {
    assert_eq!(purposes(&requests(&[(Some("vehicle_repair"), 4)])), None);
    assert_eq!(purposes(&requests(&[(Some("vehicle_repair"), 4), (Some("furniture"), 3), (None, 1)])), None);
    assert_eq!(purposes(&requests(&[(Some("vehicle_repair"), 6)])), told(&[("Mobilité", 6)]));
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
    let bilan = bilan(Period::year(2026).unwrap(), &rows, &world.ground()).unwrap();
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
        let bilan = bilan(period, &rows, &world.ground()).unwrap();
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
