//! What the project makes of a budget, and its months while the loan runs.

use super::*;

fn plain(lines: Vec<BudgetLine>, costs: impl Into<LoanCosts>) -> AfterProject {
    after_by(lines, &BudgetRule::default(), costs)
}

#[test]
fn what_is_hoped_for_is_left_out_unless_ticked() {
    let hoping = |hope| {
        let mut lines = delmas();
        let more = AfterLine { amount: euros("1112,40"), reason: Line::read("quatre heures de plus").unwrap(), hope };
        lines[0].after = Some(more);
        plain(lines, Euros::ZERO)
    };
    assert_eq!(hoping(Hope::NotCounted).left.bare(), "1\u{202f}018,58");
    assert_eq!(hoping(Hope::Counted).left.bare(), "1\u{202f}118,58");
    let told = &hoping(Hope::NotCounted).changes[0];
    assert_eq!((told.hope, told.difference, told.section), (Hope::NotCounted, euros("100"), Section::Income));
}

#[test]
fn a_debt_this_loan_pays_off_leaves_the_list() {
    let mut lines = delmas();
    let credit = lines.iter_mut().find(|line| line.entry.as_str() == "revolving_credit").unwrap();
    credit.debt.paid_off = true;
    let after = plain(lines, euros("50"));
    let debts = after.budget.section(Section::Debt).unwrap();
    assert_eq!((debts.lines.len(), debts.total), (1, euros("40")));
    assert_eq!(after.changes[0].difference.bare(), "\u{2212}45,00");
    assert_eq!(after.changes[0].reason, "soldée par ce prêt");
    assert_eq!(after.debt_ratio.unwrap().debts, euros("90"), "the plan and the instalment");
}

#[test]
fn the_account_a_lender_asks_for_is_paid_every_month() {
    let after = plain(delmas(), LoanCosts { instalment: euros("70,86"), account: euros("3,50") });
    assert_eq!(after.left.bare(), "944,22", "1 018,58 − 70,86 − 3,50");
    assert_eq!(after.debt_ratio.unwrap().debts, euros("155,86"), "an account is not a credit");
    let rows = working_after(&after).unwrap();
    assert!(rows.iter().any(|row| row.label == "Compte demandé par la banque" && row.value == "3,50"));
}

/// The budget of the window's mockup: 770,06 a month once the project is done, 58,00 of credit until March 2027.
fn vauclerc() -> AfterProject {
    let mut lines = vec![
        line("salary", euros("2069,05"), Frequency::Monthly),
        line("rent", euros("1125,38"), Frequency::Monthly),
        line("revolving_credit", euros("58"), Frequency::Monthly),
        line("energy_plan", euros("40"), Frequency::Monthly),
    ];
    lines[2].ends = Some(month("03/2027"));
    plain(lines, euros("75,61"))
}

fn loan(interest_only: u32) -> crate::loan::RepaymentSchedule {
    let terms = LoanTerms::of(euros("2600"), Rate::read("3").unwrap(), 36);
    schedule(&LoanTerms { interest_only, ..terms }).unwrap()
}

#[test]
fn a_credit_that_ends_is_told_in_its_month() {
    let projection = project(&vauclerc(), &loan(0), month("11/2026")).unwrap();
    assert_eq!(projection.months.len(), 36);
    assert_eq!(projection.months[0].month, month("12/2026"));
    assert_eq!((projection.months[0].left, projection.months[0].reste_a_vivre), (euros("770,06"), euros("256,69")));
    let turns: Vec<_> = projection.turns().collect();
    assert_eq!(turns.len(), 1);
    assert_eq!((turns[0].month, turns[0].reste_a_vivre), (month("04/2027"), euros("276,02")));
    assert_eq!(turns[0].ended.len(), 1);
    assert_eq!(projection.lowest().unwrap().month, month("12/2026"));
    assert_eq!(said(&explain_lowest_month(&projection).unwrap().result), "256,69 €, décembre 2026");
}

#[test]
fn an_allowance_that_stops_lowers_the_months_after_it() {
    let mut lines = delmas();
    lines[1].ends = Some(month("02/2027"));
    let terms = LoanTerms::of(euros("2400"), Rate::read("4").unwrap(), 36);
    let loan = schedule(&terms).unwrap();
    let projection = project(&plain(lines, loan.instalment()), &loan, month("11/2026")).unwrap();
    let left: Vec<_> = projection.months.iter().take(4).map(|one| one.income.bare()).collect();
    assert_eq!(left, ["1\u{202f}999,76", "1\u{202f}999,76", "1\u{202f}999,76", "1\u{202f}751,60"]);
    assert_eq!(projection.lowest().unwrap().month, month("03/2027"));
}

#[test]
fn an_interest_only_start_takes_less_at_first_and_more_after() {
    let (plain_start, eased) = (loan(0), loan(3));
    let projection = project(&vauclerc(), &eased, month("11/2026")).unwrap();
    assert_eq!(projection.months[0].instalment, euros("6,50"), "2 600 × 3 % ÷ 12");
    assert!(projection.months[3].instalment > plain_start.instalment());
    assert_eq!(projection.months[0].share_of_income().unwrap().to_string(), "0.31");
}

#[test]
fn what_comes_once_and_what_a_rule_leaves_out_is_in_no_month() {
    let mut lines = delmas();
    lines.push(line("salary", euros("500"), Frequency::OneOff));
    lines.push(line("food", euros("60"), Frequency::Weekly));
    let projection = project(&plain(lines, Euros::ZERO), &loan(0), month("11/2026")).unwrap();
    assert_eq!(projection.months[0].income, euros("1999,76"));
    assert_eq!(projection.months[0].expenses, euros("896,18"));
}
