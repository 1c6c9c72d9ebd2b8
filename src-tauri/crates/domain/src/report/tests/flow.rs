//! What became of requests, the years, what a year cost, who the people are.

use proptest::prelude::*;

use super::super::*;
use super::properties::lives;
use super::world::{World, approved, day, decided, euros, key, loan, refused, row, sent, settled};
use crate::dossier::{Direction, Outcome, Stage};
use crate::settings::ListKey;

fn told(rows: &[ReportRow], today: &str) -> Vec<(FlowState, u64)> {
    let world = World::default();
    let flow = flow(Period::year(2026).unwrap(), rows, world.ground().lists, day(today));
    let held = flow.states.into_iter().map(|(state, figure)| (state, figure.dossiers_count()));
    held.filter(|(_, count)| *count > 0).collect()
}

fn asked(number: i64) -> ReportRow {
    ReportRow { assessed_on: Some(day("2026-03-01")), ..row(number, "2026-02-01") }
}

#[test]
fn each_request_of_valbourg_is_in_one_box_and_the_bridge_leads_to_the_loans() {
    use FlowState as State;
    let rows = super::valbourg();
    let all = [(State::Granted, 2), (State::Redirected, 1), (State::AtLender, 1), (State::Dropped, 1)];
    assert_eq!(told(&rows, "2027-02-01"), all);
    let world = World::default();
    let year = Period::year(2025).unwrap();
    let of_2025 = flow(year, &rows, world.ground().lists, day("2027-02-01"));
    assert_eq!((of_2025.granted.dossiers_count(), of_2025.granted_of_before.dossiers_count()), (1, 0));
}

#[test]
fn a_loan_granted_for_a_request_of_before_is_no_box_of_the_year() {
    let granted = |number: i64, received: &str| ReportRow {
        presentations: vec![approved(sent("val", "2026-01-05"), "2026-01-20", loan("1000", 12, "4"))],
        stage: Stage::Granted,
        ..row(number, received)
    };
    let rows: Vec<ReportRow> = [granted(1, "2025-12-20"), granted(2, "2026-01-02")].map(settled).into();
    let world = World::default();
    let flow = flow(Period::year(2026).unwrap(), &rows, world.ground().lists, day("2026-12-31"));
    let counts = [flow.granted, flow.granted_of_before.clone(), flow.received].map(|one| one.dossiers_count());
    assert_eq!(counts, [2, 1, 1], "two loans, one of which comes from a request of before");
}

#[test]
fn what_happened_after_the_period_does_not_move_its_requests() {
    let dropped = ReportRow {
        dropped: vec![day("2027-01-15")],
        stage: Stage::Closed,
        outcome: Some(Outcome::Dropped),
        closed_on: Some(day("2027-01-15")),
        ..asked(1)
    };
    assert_eq!(told(&[settled(dropped.clone())], "2027-02-01"), [(FlowState::AtOffice, 1)]);
    let within = ReportRow { dropped: vec![day("2026-06-15")], closed_on: Some(day("2026-06-15")), ..dropped };
    assert_eq!(told(&[settled(within)], "2027-02-01"), [(FlowState::Dropped, 1)]);
}

#[test]
fn information_alone_is_no_other_solution_and_a_refusal_sent_again_waits() {
    let closed = |number: i64, outcome: Outcome| ReportRow {
        stage: Stage::Closed,
        outcome: Some(outcome),
        closed_on: Some(day("2026-05-01")),
        ..asked(number)
    };
    let refusal = || refused(sent("val", "2026-03-05"), "2026-04-01", &["insufficient_capacity"]);
    let again = ReportRow { presentations: vec![refusal(), sent("rive", "2026-05-02")], ..asked(2) };
    let alone = ReportRow { presentations: vec![refusal()], stage: Stage::Refused, ..asked(3) };
    let rows: Vec<ReportRow> = [closed(1, Outcome::InformationOnly), again, alone].map(settled).into();
    let states = [(FlowState::AtLender, 1), (FlowState::Refused, 1), (FlowState::Informed, 1)];
    assert_eq!(told(&rows, "2026-12-31"), states);
    assert_eq!(FlowState::Informed.in_box(), FlowBox::Neither);
}

#[test]
fn a_year_nobody_entered_is_not_a_year_of_zeros() {
    let rows = [row(1, "2022-03-01"), row(2, "2024-05-01"), row(3, "2026-01-02")];
    let told =
        |period: Period| -> Vec<i32> { years(period, &rows, 5).unwrap().iter().map(|year| year.first).collect() };
    assert_eq!(told(Period::year(2026).unwrap()), [2022, 2024, 2026]);
    assert_eq!(told(Period::year(2024).unwrap()), [2022, 2024], "what comes after is not known yet");
    let two = Period::of(day("2023-01-01"), day("2026-12-31")).unwrap();
    assert_eq!(told(two), [2024, 2026], "a period of several years tells its own");
}

#[test]
fn a_year_has_one_cost_with_the_interest_given_back_and_none_while_its_time_is_not_typed() {
    let page = YearPage {
        wages: Some(euros("9000")),
        communication: Some(euros("600")),
        other_costs: Some(euros("300")),
        subsidies: Some(euros("4000")),
        ..YearPage::default()
    };
    let account = page.account(euros("100")).unwrap().unwrap();
    assert_eq!((account.total, account.net), (euros("10000"), Some(euros("6000"))));
    let unpaid = YearPage { wages: None, ..page };
    assert_eq!(unpaid.account(euros("100")).unwrap(), None);
    let unknown = YearPage { subsidies: None, ..page };
    assert_eq!(unknown.account(euros("0")).unwrap().unwrap().net, None, "what nobody typed is not nothing");
}

#[test]
fn people_are_told_in_pairs_of_which_no_side_is_a_few() {
    let world = World::default();
    let assessed = |number: i64, household: HouseholdProfile| ReportRow { household, ..asked(number) };
    let of = |with: i64, without: i64| -> Vec<String> {
        let with = (0..with).map(|number| assessed(number, HouseholdProfile::AloneWithChildren));
        let without = (0..without).map(|number| assessed(100 + number, HouseholdProfile::Alone));
        let rows: Vec<ReportRow> = with.chain(without).map(settled).collect();
        let ground = world.ground();
        let pairs = profile_pairs(Period::year(2026).unwrap(), &rows, ground.rules, ground.lists, 5);
        pairs.iter().flatten().map(|side| format!("{} {}", side.label, side.assessed.dossiers_count())).collect()
    };
    assert_eq!(of(6, 9), ["Avec enfants à charge 6", "Sans enfant à charge 9"]);
    assert!(of(4, 20).is_empty(), "four people are not a half");
}

#[test]
fn products_stand_side_by_side_and_make_the_whole() {
    let rows = super::valbourg();
    let products = products_told(Period::year(2026).unwrap(), &rows).unwrap();
    let told = |key: &ProductKey| products[key].requests.dossiers_count();
    assert_eq!(told(&ProductKey::Lender(ListKey::new("rive"))), 1, "of the lender that granted it");
    assert_eq!(told(&ProductKey::NotChosen), 2);
    let amount = crate::money::Euros::sum(products.values().map(|told| told.amount)).unwrap();
    assert_eq!(amount, euros("3600.50"));
    assert_eq!(key("rive"), ListKey::new("rive"));
}

proptest! {
    #[test]
    fn every_request_is_in_one_box(rows in lives(), year in 2022_i32..2028) {
        let world = World::default();
        let period = Period::year(year).unwrap();
        let flow = flow(period, &rows, world.ground().lists, day("2030-01-01"));
        let boxes: u64 = FlowBox::ALL.into_iter().map(|one| flow.in_box(one).dossiers_count()).sum();
        prop_assert_eq!(boxes, flow.received.dossiers_count());
        let own = flow.in_box(FlowBox::Loan).dossiers_count();
        let before = flow.granted_of_before.dossiers_count();
        prop_assert_eq!(own.saturating_add(before), flow.granted.dossiers_count());
    }
}

#[test]
fn a_direction_alone_is_still_looked_at() {
    let ready = ReportRow { orientations: vec![decided("2026-03-01", Direction::Submit, &[])], ..asked(1) };
    assert_eq!(told(&[settled(ready)], "2026-12-31"), [(FlowState::AtOffice, 1)]);
}
