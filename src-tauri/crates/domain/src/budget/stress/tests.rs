//! The Delmas household if something happens, to the cent, and budgets nothing can happen to.

use super::*;
use crate::budget::reckoning::tests::{delmas, household, lists};
use crate::budget::{AfterLine, Budget, BudgetLine, BudgetReading, Hope, reckon_after};
use crate::household::Share;
use crate::line::Line;

fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

fn month(text: &str) -> YearMonth {
    YearMonth::read(text).unwrap()
}

/// The lists, in which the wage is one.
fn with_a_wage() -> Lists {
    let mut lists = lists();
    let wage = lists.budget_entries.values_mut().find(|entry| entry.key.as_str() == "salary").unwrap();
    wage.sets_facts.push(WAGE.to_owned());
    lists
}

fn rule() -> BudgetRule {
    BudgetRule { threshold: Some(euros("250")), ..BudgetRule::default() }
}

fn after(lines: Vec<BudgetLine>, lists: &Lists) -> AfterProject {
    let budget = Budget { version: 1, established_on: "2026-11-09".parse().unwrap(), lines, seal: None };
    let reading = BudgetReading { lists, rule: &rule() };
    reckon_after(&budget, &household(&[Share::One; 3]), &reading, euros("70,86")).unwrap()
}

/// The lines of the published sheet, with what the project changes and the last month of the credit.
fn lines() -> Vec<BudgetLine> {
    let becomes = |amount: &str| Some(AfterLine { amount: euros(amount), reason: Line::default(), hope: Hope::Sure });
    let mut lines = delmas();
    for line in &mut lines {
        match line.entry.as_str() {
            "transport" => line.after = becomes("141,50"),
            "energy_plan" => line.after = becomes("0"),
            "revolving_credit" => line.ends = Some(month("01/2028")),
            _ => {}
        }
    }
    lines
}

fn during() -> (Option<YearMonth>, Option<YearMonth>) {
    (Some(month("02/2027")), Some(month("01/2030")))
}

fn figures(stress: &Stress) -> Vec<(String, String)> {
    let written = |amount: Option<Euros>| amount.map(Euros::bare).unwrap_or_default();
    stress.lines.iter().map(|line| (written(line.each), written(line.apart))).collect()
}

#[test]
fn the_four_hypotheses_of_the_delmas_household_are_those_of_the_paper() {
    let lists = with_a_wage();
    let stress = stress(&after(lines(), &lists), &rule(), &lists, during()).unwrap();
    let expected = [("266,33", "16,33"), ("286,74", "36,74"), ("226,74", "−23,26"), ("315,07", "65,07")];
    assert_eq!(figures(&stress), expected.map(|(each, apart)| (each.to_owned(), apart.to_owned())));
    let lost = stress.lines.iter().find_map(|line| {
        let Hypothesis::Lost(line) = &line.hypothesis else { return None };
        line.as_ref()
    });
    assert_eq!(lost.unwrap().line.entry.as_str(), "alimony_received");
    let Hypothesis::Eased(Some((_, since))) = &stress.lines[3].hypothesis else { panic!("a debt ends") };
    assert_eq!(*since, month("02/2028"));
    let benchmark = stress.benchmark.unwrap();
    assert_eq!((benchmark.household, benchmark.apart), (euros("750"), euros("50,07")));
    assert_eq!(benchmark.fall, Some((euros("150,22"), "7.5".parse().unwrap())));
}

#[test]
fn an_income_that_ends_before_the_loan_is_the_most_fragile() {
    let lists = with_a_wage();
    let mut lines = lines();
    lines[0].ends = Some(month("08/2027"));
    let ending = stress(&after(lines.clone(), &lists), &rule(), &lists, during()).unwrap();
    assert_eq!(figures(&ending)[2], ("−37,39".to_owned(), "−287,39".to_owned()), "900,22 − 1 012,40, among three");
    lines[0].ends = Some(month("01/2030"));
    let lasting = stress(&after(lines, &lists), &rule(), &lists, during()).unwrap();
    assert_eq!(figures(&lasting)[2].0, "226,74", "one that lasts as long as the loan is not");
}

#[test]
fn what_cannot_happen_has_no_figure_and_no_rule_has_no_benchmark() {
    let lists = lists();
    let mut lines = lines();
    lines.retain(|line| !["alimony_received", "revolving_credit"].contains(&line.entry.as_str()));
    let bare = stress(&after(lines, &lists), &BudgetRule::default(), &lists, during()).unwrap();
    let known: Vec<bool> = bare.lines.iter().map(|line| line.each.is_some()).collect();
    assert_eq!(known, [false, true, false, false], "no wage, nothing fragile, no debt that ends");
    assert_eq!(bare.benchmark, None);
    assert!(bare.lines.iter().all(|line| line.apart.is_none()));
}
