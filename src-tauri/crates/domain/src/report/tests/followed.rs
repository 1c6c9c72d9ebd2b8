//! What happens once a request is answered: call backs, the loan followed, questionnaires, the page of the year.

use super::super::row::{RowLoanEnd, RowOutcome};
use super::super::*;
use super::world::{World, approved, day, decided, euros, key, loan, row, sent, settled};
use super::{assert_indicator, cells};
use crate::dossier::{Direction, DossierId, Outcome, RedirectionAnswer, Stage, SurveyMoment};
use crate::person::PersonId;

fn year_of(rows: &[ReportRow], ground: &Ground<'_>) -> Bilan {
    bilan(Period::year(2026).unwrap(), rows, ground).unwrap()
}

/// A loan paid on 1 March 2026.
fn lent(dossier: i64) -> ReportRow {
    ReportRow {
        assessed_on: Some(day("2026-01-20")),
        orientations: vec![decided("2026-01-20", Direction::Submit, &[])],
        presentations: vec![approved(sent("val", "2026-02-01"), "2026-02-10", loan("1200", 12, "0"))],
        disbursed: Some((day("2026-03-01"), euros("1200"))),
        stage: Stage::Running,
        ..row(dossier, "2026-01-10")
    }
}

fn redirected(dossier: i64, said: &[(&str, RedirectionAnswer)]) -> ReportRow {
    settled(ReportRow {
        assessed_on: Some(day("2026-04-01")),
        orientations: vec![decided("2026-04-01", Direction::Redirect, &["social_grocery"])],
        called_back: said.iter().map(|(on, answer)| (day(on), *answer)).collect(),
        stage: Stage::Closed,
        outcome: Some(Outcome::Redirected),
        ..row(dossier, "2026-03-15")
    })
}

#[test]
fn people_called_back_say_what_became_of_the_other_solution() {
    use RedirectionAnswer::{Helped, NotHelped, Unreachable};
    let dropped = settled(ReportRow {
        dropped: vec![day("2026-05-05")],
        called_back: vec![(day("2026-06-01"), Helped)],
        ..row(5, "2026-05-01")
    });
    let rows = [
        redirected(1, &[("2026-05-01", Unreachable), ("2026-05-20", Helped)]),
        redirected(2, &[("2026-05-01", NotHelped)]),
        redirected(3, &[("2026-05-01", Unreachable)]),
        redirected(4, &[]),
        dropped,
    ];
    let world = World::default();
    let year = year_of(&rows, &world.ground());
    assert_indicator(&year, IndicatorKey::RedirectedCalledBack, Some("50.00"), &[1, 2]);
    assert_indicator(&year, IndicatorKey::RedirectedHelped, Some("50.00"), &[1]);
    assert_eq!(cells(&year, TableKey::CalledBack, "redirected"), ["4", "1", "1", "1", "1", "-"]);
    assert_eq!(cells(&year, TableKey::CalledBack, "dropped"), ["1", "1", "0", "0", "0", "-"]);
    assert_eq!(cells(&year, TableKey::CalledBack, "total"), ["5", "2", "1", "1", "1", "-"]);
    assert_eq!(
        cells(&year, TableKey::CalledBack, "solutions.social_grocery"),
        ["4", "1", "1", "1", "1", "-"],
        "the only one"
    );
}

/// Two solutions proposed together: the grocery helped, for 120 € of goods, the debt commission did not.
#[test]
fn each_solution_has_its_own_outcome_and_its_amount() {
    use RedirectionAnswer::{Helped, NotHelped, Unreachable};
    let outcome = |on: &str, solution: &str, answer, amount: Option<&str>| RowOutcome {
        on: day(on),
        solution: ListKey::new(solution),
        answer,
        amount: amount.map(euros),
    };
    let helped = ReportRow {
        orientations: vec![decided("2026-04-01", Direction::Redirect, &["social_grocery", "debt_commission"])],
        called_back: vec![(day("2026-05-20"), Helped), (day("2026-05-20"), NotHelped)],
        outcomes: vec![
            outcome("2026-05-10", "social_grocery", Unreachable, None),
            outcome("2026-05-20", "social_grocery", Helped, Some("120")),
            outcome("2026-05-20", "debt_commission", NotHelped, None),
        ],
        ..redirected(1, &[])
    };
    let world = World::default();
    let year = year_of(&[helped], &world.ground());
    assert_eq!(cells(&year, TableKey::CalledBack, "redirected"), ["1", "1", "0", "0", "0", "120.00"], "one helped");
    assert_eq!(cells(&year, TableKey::CalledBack, "solutions.social_grocery"), ["1", "1", "0", "0", "0", "120.00"]);
    assert_eq!(cells(&year, TableKey::CalledBack, "solutions.debt_commission"), ["1", "0", "1", "0", "0", "-"]);
}

#[test]
fn a_running_loan_nobody_was_heard_of_for_four_months_is_told() {
    let heard = settled(ReportRow { contacts: vec![day("2026-05-01"), day("2026-10-15")], ..lent(1) });
    let silent = settled(ReportRow { contacts: vec![day("2026-08-30")], ..lent(2) });
    let never = settled(lent(3));
    let world = World::default();
    let year = year_of(&[heard.clone(), silent.clone(), never.clone()], &world.ground());
    assert_indicator(&year, IndicatorKey::ContactsWithoutNews, Some("2"), &[2, 3]);
    assert_indicator(&year, IndicatorKey::FollowUpContacts, Some("3"), &[1, 2]);
    let early = Ground { today: day("2026-06-30"), ..world.ground() };
    let year = year_of(&[heard, silent, never], &early);
    assert_indicator(&year, IndicatorKey::ContactsWithoutNews, Some("0"), &[]);
}

#[test]
fn what_ends_a_loan_is_counted_once_and_each_instalment_put_off() {
    let repaid = ReportRow { loan_end: Some(RowLoanEnd { on: day("2026-11-01"), lost: None }), ..lent(1) };
    let repaid = ReportRow { refunded: Some((day("2026-11-20"), euros("40"))), ..repaid };
    let lost = RowLoanEnd { on: day("2026-12-01"), lost: Some(euros("300")) };
    let called = ReportRow { loan_end: Some(lost), guarantee_called: Some(day("2026-12-01")), ..lent(2) };
    let deferred = ReportRow {
        deferred: vec![(day("2026-05-01"), 2), (day("2027-05-01"), 1)],
        agreements_lapsed: vec![day("2026-02-28")],
        ..lent(3)
    };
    let unpaid = ReportRow { disbursed: None, stage: Stage::Granted, ..lent(4) };
    let world = World::default();
    let year = year_of(&[repaid, called, deferred, unpaid].map(settled), &world.ground());
    assert_indicator(&year, IndicatorKey::RepaidLoans, Some("1"), &[1]);
    assert_indicator(&year, IndicatorKey::EndedLoans, Some("2"), &[1, 2]);
    assert_indicator(&year, IndicatorKey::GuaranteeCalls, Some("1"), &[2]);
    assert_indicator(&year, IndicatorKey::Deferrals, Some("2"), &[3]);
    assert_indicator(&year, IndicatorKey::AgreementLapsed, Some("1"), &[3]);
    assert_indicator(&year, IndicatorKey::NotDisbursed, Some("1"), &[4]);
    assert_indicator(&year, IndicatorKey::MeanRefund, Some("40.00"), &[1]);
}

#[test]
fn a_request_of_someone_who_repaid_a_loan_before_is_that_of_a_former_borrower() {
    let repaid = RowLoanEnd { on: day("2025-12-01"), lost: None };
    let first = settled(ReportRow { loan_end: Some(repaid), ..row(1, "2024-01-10") });
    let again = row(2, "2026-05-01");
    let other = row(3, "2026-05-02");
    let world = World::default();
    let people = [(DossierId(1), PersonId(9)), (DossierId(2), PersonId(9))];
    let ground = Ground { people: &people, ..world.ground() };
    let year = year_of(&[first, again, other], &ground);
    assert_indicator(&year, IndicatorKey::FormerBorrowers, Some("1"), &[2]);
}

#[test]
fn a_share_of_answers_leaves_out_who_is_not_concerned_and_other_moments() {
    let answered = |dossier, moment, answer: Option<&str>| {
        let answers = answer.map(|answer| (key("job_found"), key(answer)));
        let survey = RowSurvey { on: day("2026-09-01"), moment, answers: answers.into_iter().collect() };
        settled(ReportRow { surveys: vec![survey], ..row(dossier, "2026-01-10") })
    };
    let rows = [
        answered(1, SurveyMoment::End, Some("yes")),
        answered(2, SurveyMoment::End, Some("no")),
        answered(3, SurveyMoment::End, Some("not_looking")),
        answered(4, SurveyMoment::End, None),
        answered(5, SurveyMoment::MidTerm, Some("yes")),
    ];
    let world = World::default();
    let year = year_of(&rows, &world.ground());
    let job = IndicatorKey::Survey(SurveyKey::of("survey_job").unwrap());
    assert_indicator(&year, job, Some("50.00"), &[1]);
    assert_eq!(year.indicator(job).unwrap().working, Working::Answers { part: 1, whole: 2 });
    assert_eq!(cells(&year, TableKey::Surveys, "job_found.yes"), ["0", "1", "1"]);
    assert_eq!(cells(&year, TableKey::Surveys, "job_found.blank"), ["0", "0", "1"]);
    assert_eq!(cells(&year, TableKey::Surveys, "total"), ["0", "1", "4"]);
}

/// 9 000 € of paid time, 600 € of communication, 100 € of other costs and 300 € given back for 2 loans; 800 hours of 1 600 are half a job.
#[test]
fn the_page_of_the_year_gives_what_a_loan_costs() {
    let page = YearPage {
        subsidies: Some(euros("4000")),
        wages: Some(euros("9000")),
        communication: Some(euros("600")),
        other_costs: Some(euros("100")),
        optional_aid: Some(euros("20000")),
        inhabitants: Some(40_000),
        paid_hours: Some(800),
    };
    let refunded = settled(ReportRow { refunded: Some((day("2026-11-20"), euros("300"))), ..lent(1) });
    let rows = [refunded, settled(lent(2))];
    let world = World::default();
    let year = year_of(&rows, &Ground { year: Some(&page), ..world.ground() });
    assert_indicator(&year, IndicatorKey::YearlyCost, Some("10000.00"), &[]);
    assert_indicator(&year, IndicatorKey::CostPerLoan, Some("5000.00"), &[1, 2]);
    assert_indicator(&year, IndicatorKey::NetCostPerLoan, Some("3000.00"), &[1, 2]);
    assert_indicator(&year, IndicatorKey::RefundsOfOptionalAid, Some("1.50"), &[1]);
    assert_indicator(&year, IndicatorKey::PaidFullTime, Some("0.50"), &[]);
    assert_indicator(&year, IndicatorKey::LoansPerFullTime, Some("4.00"), &[1, 2]);
    assert_indicator(&year, IndicatorKey::LoansPerInhabitants, Some("0.50"), &[1, 2]);
    let untyped = year_of(&rows, &world.ground());
    assert_indicator(&untyped, IndicatorKey::CostPerLoan, None, &[]);
    let lacking = Working::Lacking(Lacking::YearPage);
    assert_eq!(untyped.indicator(IndicatorKey::CostPerLoan).unwrap().working, lacking);
    let half = Period::of(day("2026-01-01"), day("2026-06-30")).unwrap();
    let half = bilan(half, &rows, &Ground { year: Some(&page), ..world.ground() }).unwrap();
    assert_eq!(half.indicator(IndicatorKey::CostPerLoan), None, "what is typed is that of the year");
}

#[test]
fn a_bilan_of_one_lender_counts_what_it_was_sent_and_lent() {
    let world = World::default();
    let both = super::valbourg();
    let of = |lender: &str| {
        let by = Narrowing { lender: Some(key(lender)), ..Narrowing::default() };
        let rows = narrowed(both.clone(), &by, world.lists());
        year_of(&rows, &Ground { narrowed: true, ..world.ground() })
    };
    assert_indicator(&of("rive"), IndicatorKey::Granted, Some("1"), &[1]);
    assert_indicator(&of("rive"), IndicatorKey::Disbursed, Some("1"), &[1]);
    assert_indicator(&of("val"), IndicatorKey::Refused, Some("1"), &[1]);
    assert_indicator(&of("val"), IndicatorKey::Granted, Some("1"), &[2]);
    assert_indicator(&of("val"), IndicatorKey::Disbursed, Some("1"), &[6]);
    let by = Narrowing { purpose: Some(key("mobility")), ..Narrowing::default() };
    let rows = narrowed(both, &by, world.lists());
    assert_indicator(&year_of(&rows, &world.ground()), IndicatorKey::Requests, Some("1"), &[1]);
}

#[test]
fn requests_are_each_in_one_line_of_what_became_of_them() {
    let world = World::default();
    let year = super::told(&world, 2026);
    assert_eq!(cells(&year, TableKey::Became, "loan"), ["1", "20.00"]);
    assert_eq!(cells(&year, TableKey::Became, "elsewhere"), ["1", "20.00"]);
    assert_eq!(cells(&year, TableKey::Became, "open"), ["2", "40.00"]);
    assert_eq!(cells(&year, TableKey::Became, "total"), ["5", "100.00"]);
    assert_eq!(cells(&year, TableKey::SubPurposes, "mobility.vehicle_repair"), ["1", "100.00", "5.00", "1"]);
}

#[test]
fn the_first_and_the_tenth_loan_have_their_day() {
    let rows: Vec<ReportRow> = (1..=10).map(lent).collect();
    let told = milestones(&rows, day("2026-12-31"));
    let days: Vec<(u32, String)> = told.iter().map(|one| (one.loans, one.on.to_string())).collect();
    assert_eq!(days, [(1, "2026-02-10".to_owned()), (10, "2026-02-10".to_owned())]);
    assert_eq!(milestones(&rows, day("2026-01-31")), []);
}

#[test]
fn a_row_that_is_kept_holds_the_answers_that_were_choices_alone() {
    let world = World::default();
    let survey = |answers: &[(&str, &str)]| RowSurvey {
        on: day("2026-03-01"),
        moment: SurveyMoment::End,
        answers: answers.iter().map(|(question, answer)| (key(question), key(answer))).collect(),
    };
    let said = survey(&[("job_found", "yes"), ("what_helped", "cousine")]);
    let row = ReportRow { surveys: vec![said, survey(&[("job_found", "boulangerie")])], ..row(1, "2026-02-01") };
    let kept = row.with_choices_alone(&world.ground().lists.survey);
    assert_eq!(kept.surveys, [survey(&[("job_found", "yes")]), survey(&[])], "a word a person wrote is no choice");
}
