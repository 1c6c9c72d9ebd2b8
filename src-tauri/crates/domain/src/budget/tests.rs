//! Rules of offices and lenders, the budget once the project is done, its months and its versions.

use super::reckoning::tests::{delmas, household, line, lists, worked_out};
use super::*;
use crate::calendar::YearMonth;
use crate::household::{Household, Share};
use crate::line::Line;
use crate::loan::{LoanTerms, Rate, schedule};
use crate::money::Euros;
use crate::settings::{
    BudgetRule, Divisor, InstalmentCounted, ListKey, RulePeriod, SpendingShare, UnitScale, UsualSpending,
};

mod project;
mod rules;
mod seal;
mod versions;

fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

fn month(text: &str) -> YearMonth {
    YearMonth::read(text).unwrap()
}

fn three() -> Household {
    household(&[Share::One; 3])
}

fn budget(lines: Vec<BudgetLine>) -> Budget {
    Budget { version: 1, established_on: "2026-11-09".parse().unwrap(), lines, seal: None }
}

/// The Delmas budget with what the project changes, as the published sheet has it.
fn delmas_after() -> Vec<BudgetLine> {
    let mut lines = delmas();
    let becomes = |line: &mut BudgetLine, amount: &str, reason: &str| {
        line.after = Some(AfterLine { amount: euros(amount), reason: Line::read(reason).unwrap(), hope: Hope::Sure });
    };
    for line in &mut lines {
        match line.entry.as_str() {
            "transport" => becomes(line, "0", "remplacés par la voiture"),
            "energy_plan" => becomes(line, "0", "soldé avant la première mensualité"),
            _ => {}
        }
    }
    for (entry, amount) in [("home_insurance", "46,50"), ("transport", "95")] {
        let mut brought = line(entry, Euros::ZERO, Frequency::Monthly);
        becomes(&mut brought, amount, "voiture");
        lines.push(brought);
    }
    lines
}

fn after_by(lines: Vec<BudgetLine>, rule: &BudgetRule, costs: impl Into<LoanCosts>) -> AfterProject {
    let lists = lists();
    reckon_after(&budget(lines), &three(), &BudgetReading { lists: &lists, rule }, costs).unwrap()
}

fn said(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ")
}
