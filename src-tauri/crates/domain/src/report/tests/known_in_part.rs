//! Dossiers begun before Étrier: what is not known is left out, and said.

use super::super::*;
use super::world::{World, approved, day, euros, loan, partly, row, sent, settled};
use super::{assert_indicator, cells};
use crate::dossier::{Precision, Stage};

/// A loan paid « en 2024 », of a request of 14 March: nothing between is known.
fn register_line() -> ReportRow {
    settled(ReportRow {
        disbursed: Some((day("2024-03-14"), euros("1500"))),
        known_in_part: vec![partly(Event::Disbursed, "2024-03-14", Precision::Year)],
        taken_over: true,
        stage: Stage::Running,
        ..row(1, "2024-01-10")
    })
}

fn told(from: &str, to: &str, rows: &[ReportRow]) -> Bilan {
    let world = World::default();
    bilan(Period::of(day(from), day(to)).unwrap(), rows, &world.ground()).unwrap()
}

fn left_out(bilan: &Bilan, key: IndicatorKey) -> u64 {
    bilan.indicator(key).unwrap().left_out
}

#[test]
fn a_fact_known_by_its_year_is_counted_in_the_year_and_in_no_month() {
    let rows = [register_line()];
    let year = told("2024-01-01", "2024-12-31", &rows);
    assert_indicator(&year, IndicatorKey::Disbursed, Some("1"), &[1]);
    assert_eq!(left_out(&year, IndicatorKey::Disbursed), 0);
    let march = told("2024-03-01", "2024-03-31", &rows);
    assert_indicator(&march, IndicatorKey::Disbursed, Some("0"), &[]);
    assert_eq!(left_out(&march, IndicatorKey::Disbursed), 1, "it may have been in March");
    let autumn = told("2024-09-01", "2024-11-30", &rows);
    assert_eq!(left_out(&autumn, IndicatorKey::Disbursed), 1, "or in the autumn");
    assert_eq!(left_out(&told("2025-01-01", "2025-12-31", &rows), IndicatorKey::Disbursed), 0);
    assert_eq!(cells(&year, TableKey::Months, "unknown"), ["0", "0", "0", "0", "1", "0.00"]);
    assert_eq!(cells(&year, TableKey::Months, "total"), ["1", "0", "0", "0", "1", "0.00"]);
}

/// A register says the day of the request and that of the loan; the sending in between is kept at the first day it can be.
#[test]
fn a_request_of_a_known_day_counts_at_it_whatever_is_kept_there_too() {
    let line = settled(ReportRow {
        presentations: vec![approved(sent("val", "2024-01-10"), "2024-01-20", loan("1200", 12, "0"))],
        known_in_part: vec![partly(Event::Submitted, "2024-01-10", Precision::Year)],
        taken_over: true,
        ..row(3, "2024-01-10")
    });
    let of_year = ReportRow { request_known: Precision::Year, ..line.clone() };
    let january = |row: &ReportRow| told("2024-01-01", "2024-01-31", std::slice::from_ref(row));
    assert_indicator(&january(&line), IndicatorKey::Requests, Some("1"), &[3]);
    assert_indicator(&january(&line), IndicatorKey::Submitted, Some("0"), &[]);
    assert_indicator(&january(&of_year), IndicatorKey::Requests, Some("0"), &[]);
    assert_eq!(left_out(&january(&of_year), IndicatorKey::Requests), 1);
}

#[test]
fn a_step_nobody_noted_is_left_out_and_said() {
    let year = told("2024-01-01", "2024-12-31", &[register_line()]);
    for key in [IndicatorKey::Assessed, IndicatorKey::Submitted, IndicatorKey::Granted, IndicatorKey::MeanAmount] {
        assert_eq!(left_out(&year, key), 1, "{key:?}");
    }
    assert_indicator(&year, IndicatorKey::Granted, Some("0"), &[]);
    assert_eq!(left_out(&year, IndicatorKey::Requests), 0);
    let delay = IndicatorKey::DaysRequestToDisbursement;
    assert_indicator(&year, delay, None, &[]);
    assert_eq!(left_out(&year, delay), 1, "no delay is counted from a year");
}

#[test]
fn the_cohort_of_a_loan_whose_steps_are_unknown_never_grows() {
    let year = told("2024-01-01", "2024-12-31", &[register_line()]);
    for step in ["requests", "assessed", "submitted", "granted", "disbursed"] {
        assert_eq!(cells(&year, TableKey::Funnel, step)[0], "1", "{step}");
    }
}

#[test]
fn a_month_that_is_known_counts_in_it() {
    let granted = settled(ReportRow {
        presentations: vec![approved(sent("val", "2024-05-01"), "2024-05-01", loan("1200", 12, "0"))],
        known_in_part: vec![partly(Event::Granted, "2024-05-01", Precision::Month)],
        stage: Stage::Granted,
        ..row(2, "2024-04-20")
    });
    assert_indicator(
        &told("2024-05-01", "2024-05-31", std::slice::from_ref(&granted)),
        IndicatorKey::Granted,
        Some("1"),
        &[2],
    );
    let half = told("2024-05-01", "2024-05-15", &[granted]);
    assert_indicator(&half, IndicatorKey::Granted, Some("0"), &[]);
    assert_eq!(left_out(&half, IndicatorKey::Granted), 1);
}

/// Assessed on 12 January, granted on 20 January, sent « in 2024 »: the sending is kept at the day of the assessment.
#[test]
fn an_exact_day_counts_in_its_month_whatever_is_kept_at_it() {
    let line = settled(ReportRow {
        assessed_on: Some(day("2024-01-12")),
        presentations: vec![approved(sent("val", "2024-01-12"), "2024-01-20", loan("1200", 12, "0"))],
        disbursed: Some((day("2024-01-20"), euros("1200"))),
        known_in_part: vec![
            partly(Event::Submitted, "2024-01-12", Precision::Year),
            partly(Event::Disbursed, "2024-01-20", Precision::Year),
        ],
        taken_over: true,
        stage: Stage::Running,
        ..row(4, "2024-01-05")
    });
    let january = told("2024-01-01", "2024-01-31", std::slice::from_ref(&line));
    assert_indicator(&january, IndicatorKey::Assessed, Some("1"), &[4]);
    assert_indicator(&january, IndicatorKey::Granted, Some("1"), &[4]);
    assert_indicator(&january, IndicatorKey::AmountGranted, Some("1200.00"), &[4]);
    assert_indicator(&january, IndicatorKey::Submitted, Some("0"), &[]);
    assert_indicator(&january, IndicatorKey::Disbursed, Some("0"), &[]);
    assert_eq!(left_out(&january, IndicatorKey::Granted), 0);
    let year = told("2024-01-01", "2024-12-31", &[line]);
    assert_eq!(cells(&year, TableKey::Months, "2024-01"), ["1", "1", "0", "1", "0", "1200.00"]);
    assert_eq!(cells(&year, TableKey::Months, "unknown"), ["0", "0", "1", "0", "1", "0.00"]);
}
