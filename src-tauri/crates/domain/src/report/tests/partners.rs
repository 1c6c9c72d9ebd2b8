//! What is seen of lenders and of those who send people.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::super::*;
use super::world::{approved, day, key, loan, partly, refused, row, sent};
use crate::dossier::{EndKind, Outcome, Precision};
use crate::money::Euros;
use crate::partner::{FeedbackAgreement, ReferrerId};

fn year() -> Period {
    Period::year(2026).unwrap()
}

fn with(mut base: ReportRow, sendings: Vec<RowPresentation>) -> ReportRow {
    base.presentations = sendings;
    base
}

#[test]
fn a_lender_is_judged_by_the_promise_of_the_day_of_each_sending() {
    let rows = [
        with(row(1, "2026-01-05"), vec![approved(sent("val", "2026-02-01"), "2026-02-17", loan("1200", 24, "3"))]),
        with(row(2, "2026-01-05"), vec![refused(sent("val", "2026-03-01"), "2026-03-25", &["too_indebted"])]),
        with(row(3, "2026-01-05"), vec![refused(sent("val", "2026-04-01"), "2026-05-11", &[])]),
        with(row(4, "2026-01-05"), vec![sent("val", "2026-06-01")]),
        with(row(5, "2026-01-05"), vec![sent("rives", "2026-02-01")]),
    ];
    let val = key("val");
    let promised = |on: NaiveDate| (on < day("2026-05-01")).then_some(30);
    let by = Measured { period: year(), lender: &val, today: day("2026-11-20"), promised: &promised };
    let seen = measured(&by, &rows);
    assert_eq!((seen.sent.dossiers_count(), seen.answered.dossiers_count()), (4, 3));
    assert_eq!(seen.median_days, Some(Decimal::from(24)));
    assert_eq!((seen.late.dossiers_count(), seen.promised), (1, 3), "nothing was promised in June");
    assert_eq!(seen.kept_share().map(Value::plain).as_deref(), Some("66.67"));
    assert_eq!(seen.grant_rate().map(Value::plain).as_deref(), Some("33.33"));
    assert_eq!(seen.reasons, BTreeMap::from([(key("too_indebted"), 1)]));
    assert_eq!(seen.unexplained.dossiers_count(), 1, "a refusal without a reason");
    let always = |_| Some(30);
    let by = Measured { promised: &always, ..by };
    assert_eq!(measured(&by, &rows).late.dossiers_count(), 2, "a wait beyond the promise is late already");

    let mut over = rows;
    over[3].closed_on = Some(day("2026-06-20"));
    assert_eq!(measured(&by, &over).late.dossiers_count(), 1, "nobody waits for a dossier that was closed");
    over[2].known_in_part = vec![partly(Event::Submitted, "2026-04-01", Precision::Month)];
    let timed = measured(&by, &over);
    assert_eq!((timed.median_days, timed.timed), (Some(Decimal::from(20)), 2), "a month is no day to count from");
}

#[test]
fn a_closed_dossier_neither_waits_nor_repays() {
    let row = ReportRow {
        disbursed: Some((day("2026-02-01"), Euros::read("900").unwrap())),
        closed_on: Some(day("2026-05-04")),
        outcome: Some(Outcome::Ended(EndKind::Elsewhere)),
        ..with(row(1, "2026-01-05"), vec![sent("val", "2026-01-10"), sent("rives", "2026-01-12")])
    };
    assert_eq!(row.running_on(day("2026-05-03")), Some(day("2026-02-01")));
    assert_eq!(row.running_on(day("2026-05-04")), None, "another office follows it");
    assert_eq!(row.awaiting_on(day("2026-05-03")), Some(day("2026-01-10")));
    assert_eq!(row.awaiting_on(day("2026-05-04")), None);
}

#[test]
fn a_referrer_reads_what_became_of_those_it_sent() {
    let from = |dossier, outcome| ReportRow { referrer: Some(ReferrerId(7)), outcome, ..row(dossier, "2026-03-02") };
    let agreed = Some((day("2026-03-02"), FeedbackAgreement::Given));
    let rows = [
        ReportRow { feedback: agreed, ..from(1, Some(Outcome::Redirected)) },
        ReportRow { feedback: agreed, feedback_sent: Some(day("2026-05-01")), ..from(2, Some(Outcome::Dropped)) },
        ReportRow { feedback: agreed, ..from(3, None) },
        from(4, Some(Outcome::Inadmissible)),
        row(5, "2026-03-02"),
        ReportRow { received_on: day("2025-03-02"), ..from(6, None) },
        from(7, Some(Outcome::InformationOnly)),
    ];
    let seen = sent_people(year(), &rows).remove(&ReferrerId(7)).unwrap();
    assert_eq!(seen.people.dossiers_count(), 5, "those of the year, from this referrer");
    let ends: Vec<u64> = seen.became.values().map(Figure::dossiers_count).collect();
    assert_eq!(ends, [0, 1, 1, 1, 0, 1, 1], "who was told what they wanted to know went nowhere else");
    let words: Vec<u64> = seen.feedback.values().map(Figure::dossiers_count).collect();
    assert_eq!(words, [1, 2, 2], "one due, one written and one too early, two without agreement");
}
