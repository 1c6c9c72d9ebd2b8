//! The first lines of a budget, from the amounts that the person gave on the phone.
//!
//! Each is declared, by the month, and marked to confirm: nothing else was said of it. A question without an answer
//! opens no line; an amount of zero opens none either; a total of several lines opens none, which would be counted beside
//! them. Worked example: « ressources 1 450 €, loyer 520 €, crédits 80 € » opens « Loyer » for 520,00.

use std::collections::BTreeMap;

use super::{BudgetLine, BudgetLineId, Certainty, Debt, Frequency};
use crate::line::Line;
use crate::money::Euros;
use crate::settings::ScreeningGrid;
use crate::words::given_by_phone;

/// The lines that the answers of the calls open, in the order of the questions.
#[must_use]
pub fn lines_given_by_phone(grid: &ScreeningGrid, answers: &BTreeMap<String, Line>) -> Vec<BudgetLine> {
    let lines = grid.questions.iter().filter_map(|question| {
        let opened = grid.budget_lines.get(&question.key)?;
        let amount = Euros::read(answers.get(question.key.as_str())?.as_str()).ok()?;
        Some(BudgetLine {
            id: BudgetLineId(0),
            entry: opened.entry.clone(),
            detail: opened.detail.clone(),
            amount,
            frequency: Frequency::Monthly,
            certainty: Certainty::Declared,
            member: None,
            ends: None,
            debt: Debt::default(),
            after: None,
            comment: given_by_phone(),
        })
    });
    lines.filter(|line| line.amount > Euros::ZERO).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{BudgetLineOfAnswer, ListKey};
    use crate::words::is_to_confirm;

    #[test]
    fn an_amount_opens_its_line_to_confirm_and_silence_or_zero_opens_none() {
        let question = |key: &str| {
            serde_json::from_value(serde_json::json!({ "key": key, "label": key, "family": "amount" })).unwrap()
        };
        let line = |key: &str| {
            (ListKey::new(key), BudgetLineOfAnswer { entry: ListKey::new("rent"), detail: Line::default() })
        };
        let grid = ScreeningGrid {
            questions: ["income", "rent", "credit", "other"].map(question).into(),
            budget_lines: ["income", "rent", "credit"].map(line).into(),
            ..ScreeningGrid::default()
        };
        let answers = [("rent", "520,00\u{202f}€"), ("credit", "0,00\u{202f}€"), ("other", "12,00\u{202f}€")];
        let answers = answers.map(|(key, answer)| (key.to_owned(), Line::read(answer).unwrap())).into();
        let lines = lines_given_by_phone(&grid, &answers);
        assert_eq!(lines.iter().map(|line| line.amount.cents()).collect::<Vec<_>>(), [52_000]);
        assert!(lines.iter().all(|line| is_to_confirm(&line.comment) && line.certainty == Certainty::Declared));
    }
}
