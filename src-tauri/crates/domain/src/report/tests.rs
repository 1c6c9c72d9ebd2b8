//! What a bilan counts, by hand on a few dossiers and by property on many.

mod flow;
mod followed;
mod known_in_part;
mod partners;
mod properties;
mod publication;
mod report_row;
mod small_numbers;
mod world;

use chrono::NaiveDate;

use super::*;
use crate::dossier::{Direction, Outcome, Precision, Stage};
use world::{World, approved, day, loan, partly, refused, row, sent};

/// Six dossiers of 2026 and one of the year before.
fn valbourg() -> Vec<ReportRow> {
    let lent = ReportRow {
        assessed_on: Some(day("2026-01-20")),
        orientations: vec![world::decided("2026-01-20", Direction::Submit, &[])],
        presentations: vec![
            refused(sent("val", "2026-01-22"), "2026-02-01", &["insufficient_capacity"]),
            approved(sent("rive", "2026-02-10"), "2026-02-20", loan("2400.50", 24, "4")),
        ],
        disbursed: Some((day("2026-03-02"), world::euros("2400.50"))),
        stage: Stage::Running,
        purpose: Some(world::key("vehicle_repair")),
        ..row(1, "2026-01-10")
    };
    let small = ReportRow {
        assessed_on: Some(day("2026-03-01")),
        orientations: vec![world::decided("2026-03-01", Direction::Submit, &[])],
        presentations: vec![approved(sent("val", "2026-03-03"), "2026-03-23", loan("1200", 12, "0"))],
        stage: Stage::Granted,
        purpose: Some(world::key("furniture")),
        ..row(2, "2026-02-01")
    };
    let elsewhere = ReportRow {
        assessed_on: Some(day("2026-04-01")),
        orientations: vec![world::decided("2026-04-01", Direction::Redirect, &["social_grocery", "budget_support"])],
        stage: Stage::Closed,
        outcome: Some(Outcome::Redirected),
        ..row(3, "2026-03-15")
    };
    let waiting = ReportRow {
        assessed_on: Some(day("2026-12-01")),
        orientations: vec![world::decided("2026-12-01", Direction::Submit, &[])],
        presentations: vec![sent("val", "2026-12-20")],
        stage: Stage::WithLender,
        ..row(4, "2026-11-15")
    };
    let dropped = ReportRow {
        dropped: vec![day("2026-05-05")],
        stage: Stage::Closed,
        outcome: Some(Outcome::Dropped),
        ..row(5, "2026-05-01")
    };
    let older = ReportRow {
        assessed_on: Some(day("2025-11-01")),
        orientations: vec![world::decided("2025-11-01", Direction::Submit, &[])],
        presentations: vec![approved(sent("val", "2025-11-10"), "2025-12-10", loan("3500", 36, "3.5"))],
        disbursed: Some((day("2026-01-09"), world::euros("3500"))),
        stage: Stage::Running,
        ..row(6, "2025-10-01")
    };
    [lent, small, elsewhere, waiting, dropped, older].map(world::settled).into()
}

fn told(world: &World, year: i32) -> Bilan {
    bilan(Period::year(year).unwrap(), &valbourg(), &world.ground()).unwrap()
}

#[track_caller]
fn assert_indicator(bilan: &Bilan, key: IndicatorKey, value: Option<&str>, dossiers: &[i64]) {
    let figure = &bilan.indicator(key).unwrap().figure;
    assert_eq!(figure.value.map(Value::plain).as_deref(), value, "{key:?}");
    let mut behind: Vec<i64> = figure.dossiers.iter().map(|counted| counted.dossier.0).collect();
    behind.sort_unstable();
    assert_eq!(behind, dossiers, "{key:?}");
}

#[test]
fn each_indicator_is_what_a_hand_counts() {
    use IndicatorKey as Key;
    let world = World::default();
    let year = told(&world, 2026);
    let cases: &[(Key, Option<&str>, &[i64])] = &[
        (Key::Requests, Some("5"), &[1, 2, 3, 4, 5]),
        (Key::Assessed, Some("4"), &[1, 2, 3, 4]),
        (Key::Redirected, Some("1"), &[3]),
        (Key::Dropped, Some("1"), &[5]),
        (Key::Inadmissible, Some("0"), &[]),
        (Key::Submitted, Some("3"), &[1, 2, 4]),
        (Key::Granted, Some("2"), &[1, 2]),
        (Key::Refused, Some("1"), &[1]),
        (Key::Withdrawn, Some("0"), &[]),
        (Key::Disbursed, Some("2"), &[1, 6]),
        (Key::PendingDecisions, Some("1"), &[4]),
        (Key::AmountGranted, Some("3600.50"), &[1, 2]),
        (Key::MeanAmount, Some("1800.25"), &[1, 2]),
        (Key::MeanMonths, Some("18.00"), &[1, 2]),
        // 104,24 and 100,00.
        (Key::MeanInstalment, Some("102.12"), &[1, 2]),
        (Key::MeanRate, Some("2.00"), &[1, 2]),
        (Key::ShareOver3000, Some("0.00"), &[]),
        (Key::SubmissionRate, Some("75.00"), &[1, 2, 4]),
        (Key::GrantRateOfSubmitted, Some("66.67"), &[1, 2]),
        (Key::GrantRateOfRequests, Some("40.00"), &[1, 2]),
        (Key::GrantRateOfAssessed, Some("50.00"), &[1, 2]),
        // 12, 30 and 35 days.
        (Key::DaysRequestToSubmission, Some("25.67"), &[1, 2, 4]),
        // The last answer of each: 10 and 20 days.
        (Key::DaysSubmissionToDecision, Some("15.00"), &[1, 2]),
        // From 20 February to 2 March, and from 10 December to 9 January.
        (Key::DaysDecisionToDisbursement, Some("20.00"), &[1, 6]),
        (Key::DaysRequestToDisbursement, Some("75.50"), &[1, 6]),
        (Key::RunningLoans, Some("2"), &[1, 6]),
        (Key::LoansSinceStart, Some("3"), &[1, 2, 6]),
        (Key::AmountSinceStart, Some("7100.50"), &[1, 2, 6]),
    ];
    for (key, value, dossiers) in cases {
        assert_indicator(&year, *key, *value, dossiers);
    }
}

#[test]
fn a_loan_above_the_threshold_is_told_apart_in_its_own_year() {
    let world = World::default();
    assert_indicator(&told(&world, 2025), IndicatorKey::ShareOver3000, Some("100.00"), &[6]);
    assert_indicator(&told(&world, 2025), IndicatorKey::RunningLoans, Some("0"), &[]);
    assert_indicator(&told(&world, 2025), IndicatorKey::LoansSinceStart, Some("1"), &[6]);
}

#[test]
fn a_ratio_over_nothing_is_nothing_and_names_its_terms() {
    let world = World::default();
    let empty = told(&world, 2020);
    assert_indicator(&empty, IndicatorKey::SubmissionRate, None, &[]);
    assert_indicator(&empty, IndicatorKey::MeanAmount, None, &[]);
    assert_indicator(&empty, IndicatorKey::DaysRequestToDisbursement, None, &[]);
    assert_indicator(&empty, IndicatorKey::AmountGranted, Some("0.00"), &[]);
    let year = told(&world, 2026);
    let working = year.indicator(IndicatorKey::SubmissionRate).unwrap().working;
    let terms = Working::Ratio { part: (IndicatorKey::Submitted, 3), whole: (IndicatorKey::Assessed, 4) };
    assert_eq!(working, terms);
}

/// Sent in December, granted in January: neither year counts the loan among what it sent.
#[test]
fn a_rate_divides_what_became_of_the_same_dossiers() {
    let world = World::default();
    let late = ReportRow {
        presentations: vec![approved(sent("val", "2025-12-20"), "2026-01-08", loan("1200", 12, "0"))],
        ..row(1, "2025-12-01")
    };
    let same = ReportRow {
        presentations: vec![approved(sent("val", "2026-03-20"), "2026-04-08", loan("1200", 12, "0"))],
        ..row(2, "2026-03-01")
    };
    let rows = [late, same].map(world::settled);
    let year = |year| bilan(Period::year(year).unwrap(), &rows, &world.ground()).unwrap();
    assert_indicator(&year(2026), IndicatorKey::Granted, Some("2"), &[1, 2]);
    assert_indicator(&year(2026), IndicatorKey::GrantRateOfSubmitted, Some("100.00"), &[2]);
    assert_indicator(&year(2025), IndicatorKey::GrantRateOfSubmitted, Some("0.00"), &[]);
}

#[test]
fn calls_without_a_name_are_counted_in_their_period_and_are_no_request() {
    let world = World::default();
    let unnamed = ["2025-12-31", "2026-01-02", "2026-01-02"].map(day);
    let ground = Ground { unnamed: &unnamed, ..world.ground() };
    let year = bilan(Period::year(2026).unwrap(), &[], &ground).unwrap();
    let value = |key| year.indicator(key).unwrap().figure.value.map(Value::plain);
    assert_eq!(
        [IndicatorKey::UnnamedCalls, IndicatorKey::Requests].map(value),
        [Some("2".to_owned()), Some("0".to_owned())]
    );
}

#[test]
fn no_time_noted_is_no_hour_of_work() {
    let world = World::default();
    let time = |work: &[(NaiveDate, u32)]| {
        let ground = Ground { work, ..world.ground() };
        let year = bilan(Period::year(2026).unwrap(), &[], &ground).unwrap();
        [IndicatorKey::WorkHours, IndicatorKey::FullTimeEquivalent].map(|key| {
            let one = year.indicator(key).unwrap();
            (one.figure.value.map(Value::plain), one.working)
        })
    };
    let none = (None, Working::Lacking(Lacking::WorkTime));
    assert_eq!(time(&[(day("2025-06-01"), 90)]), [none.clone(), none]);
    let [hours, _] = time(&[(day("2026-06-01"), 90)]);
    assert_eq!(hours, (Some("1.50".to_owned()), Working::Hours { minutes: 90 }));
}

#[test]
fn a_delay_tells_its_median() {
    let world = World::default();
    let working = told(&world, 2026).indicator(IndicatorKey::DaysRequestToSubmission).unwrap().working;
    assert_eq!(working, Working::Delay { days: 77, dossiers: 3, median: Some(30.into()) });
}

#[test]
fn no_delay_is_counted_from_a_month_or_a_year() {
    let known_in_part = vec![partly(Event::Submitted, "2024-01-01", Precision::Month)];
    let row = ReportRow { known_in_part, ..row(1, "2024-01-01") };
    let sent = |on| (Event::Submitted, day(on));
    assert_eq!(row.days_between(sent("2024-01-01"), (Event::Granted, day("2024-03-14"))), None);
    assert_eq!(row.days_between(sent("2024-03-14"), (Event::Granted, day("2024-03-24"))), Some(10));
    let requested = (Event::Requested, day("2024-01-01"));
    assert_eq!(
        row.days_between(requested, sent("2024-01-11")),
        Some(10),
        "the request of that day is known to the day"
    );
}

/// The plain numbers of a row, `-` where there is none.
#[track_caller]
fn cells(bilan: &Bilan, table: TableKey, row: &str) -> Vec<String> {
    let table = bilan.table(table).unwrap();
    let found = table.rows.iter().find(|found| found.key == row);
    let found = found.unwrap_or_else(|| panic!("{row} in {:?}", table.rows));
    found.cells.iter().map(|cell| cell.value.map_or("-".to_owned(), Value::plain)).collect()
}

#[test]
fn the_funnel_follows_the_requests_of_the_period_to_this_day() {
    let world = World::default();
    let year = told(&world, 2026);
    assert_eq!(cells(&year, TableKey::Funnel, "requests"), ["5", "100.00", "100.00"]);
    assert_eq!(cells(&year, TableKey::Funnel, "assessed"), ["4", "80.00", "80.00"]);
    assert_eq!(cells(&year, TableKey::Funnel, "submitted"), ["3", "60.00", "75.00"]);
    assert_eq!(cells(&year, TableKey::Funnel, "granted"), ["2", "40.00", "66.67"]);
    assert_eq!(cells(&year, TableKey::Funnel, "disbursed"), ["1", "20.00", "50.00"]);
    assert_eq!(cells(&year, TableKey::Funnel, "still_open"), ["2", "40.00", "-"], "granted and not paid, and waiting");
    let before = told(&world, 2025);
    let paid_later = cells(&before, TableKey::Funnel, "disbursed");
    assert_eq!(paid_later[0], "1", "a request of 2025 paid in 2026 is in the cohort of 2025");
}

#[test]
fn tables_count_what_a_hand_counts() {
    let world = World::default();
    let year = told(&world, 2026);
    assert_eq!(cells(&year, TableKey::Purposes, "mobility"), ["1", "20.00", "66.00", "1", "50.00", "69.00"]);
    assert_eq!(cells(&year, TableKey::Purposes, "unknown"), ["3", "60.00", "-", "0", "0.00", "-"]);
    assert_eq!(cells(&year, TableKey::Purposes, "total"), ["5", "100.00", "82.00", "2", "100.00", "84.00"]);
    assert_eq!(cells(&year, TableKey::Banks, "val"), ["3", "0", "1", "1", "15.00", "0"], "10 and 20 days");
    assert_eq!(cells(&year, TableKey::Banks, "rive"), ["1", "1", "1", "0", "10.00", "0"]);
    assert_eq!(cells(&year, TableKey::Banks, "total"), ["4", "1", "2", "1", "13.33", "0"]);
    assert_eq!(cells(&year, TableKey::Redirections, "social_grocery"), ["1", "100.00"]);
    assert_eq!(cells(&year, TableKey::Redirections, "total"), ["1", "100.00"], "two solutions, one person");
    assert_eq!(cells(&year, TableKey::Outcomes, "granted"), ["2", "50.00"]);
    assert_eq!(cells(&year, TableKey::Outcomes, "office_aid"), ["1", "25.00"], "by the family of the first solution");
    assert_eq!(cells(&year, TableKey::Months, "2026-03"), ["1", "1", "1", "1", "1", "1200.00"]);
    assert_eq!(cells(&year, TableKey::Months, "total"), ["5", "4", "3", "2", "2", "3600.50"]);
}

#[test]
fn a_retired_entry_keeps_its_label_and_an_unknown_one_its_name() {
    let world = World::default();
    let year = told(&world, 2026);
    let origins = year.table(TableKey::Origins).unwrap();
    let label = |key: &str| origins.rows.iter().find(|row| row.key == key).map(|row| row.label.as_str());
    assert_eq!(label("poster"), Some("Affiche"));
    let mut rows = valbourg();
    rows[0].origin = world::key("lost_key");
    let year = bilan(Period::year(2026).unwrap(), &rows, &world.ground()).unwrap();
    let origins = year.table(TableKey::Origins).unwrap();
    assert!(origins.rows.iter().any(|row| row.key == "lost_key" && row.label == "lost_key"));
}

#[test]
fn an_age_is_that_of_the_day_of_the_request() {
    let world = World::default();
    let mut rows = valbourg();
    rows[0].born_on = Some(day("1996-01-11"));
    let year = bilan(Period::year(2026).unwrap(), &rows, &world.ground()).unwrap();
    assert_eq!(cells(&year, TableKey::Profiles, "age.18_29"), ["1", "1"], "29 on 10 January, 30 the day after");
    assert_eq!(cells(&year, TableKey::Profiles, "age.unknown"), ["3", "1"]);
}

#[test]
fn an_awaited_answer_ends_with_the_answer_the_drop_or_another_lender() {
    let end = |text: &str| -> NaiveDate { day(text) };
    let rows = valbourg();
    assert_eq!(rows[0].awaiting_on(end("2026-01-31")), Some(day("2026-01-22")));
    assert_eq!(rows[0].awaiting_on(end("2026-02-05")), None, "refused");
    assert_eq!(rows[0].awaiting_on(end("2026-02-20")), None, "approved that day");
    assert_eq!(rows[3].awaiting_on(end("2027-06-01")), Some(day("2026-12-20")));
    let mut dropped = rows[3].clone();
    dropped.dropped.push(day("2027-01-04"));
    assert_eq!(dropped.awaiting_on(end("2027-06-01")), None);
    let mut elsewhere = rows[3].clone();
    elsewhere.presentations.push(approved(sent("rive", "2026-12-20"), "2026-12-28", loan("500", 6, "0")));
    assert_eq!(elsewhere.awaiting_on(end("2026-12-31")), None, "another lender approved");
}
