//! The words that name columns, balances and totals: data of `assets/statements/headings.json`, never code.

use serde::Deserialize;

use crate::folded::{holds, starts_with};

/// The words of the tables of statements, folded.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Headings {
    columns: Columns,
    fillers: Vec<String>,
    opening: Vec<String>,
    closing: Vec<String>,
    middle: Vec<String>,
    neutral: Vec<String>,
    ignored: Vec<String>,
    totals: Vec<String>,
    carried: Vec<String>,
    overdrawn: Vec<String>,
    savings: Vec<String>,
    not_savings: Vec<String>,
    joint: Vec<String>,
    accounts: Vec<String>,
    not_accounts: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Columns {
    date: Vec<String>,
    value: Vec<String>,
    label: Vec<String>,
    debit: Vec<String>,
    credit: Vec<String>,
    amount: Vec<String>,
    balance: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ColumnKind {
    Date,
    Value,
    Label,
    Debit,
    Credit,
    Amount,
    Balance,
}

impl ColumnKind {
    /// Whether its figures are money.
    pub(crate) fn is_money(self) -> bool {
        match self {
            Self::Debit | Self::Credit | Self::Amount | Self::Balance => true,
            Self::Date | Self::Value | Self::Label => false,
        }
    }
}

/// What a line that opens with such words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineWords {
    Opening,
    Closing,
    /// A balance within the period.
    Middle,
    /// A balance: the first is the opening, the last the closing.
    Neutral,
    /// A figure that is neither the balance of the account nor an operation.
    Ignored,
    Total,
    Carried,
}

impl Headings {
    /// The words delivered with the program.
    pub(crate) fn delivered() -> Self {
        serde_json::from_str(include_str!("../../../../assets/statements/headings.json")).unwrap_or_default()
    }

    /// What a folded word of a heading names.
    pub(crate) fn column(&self, word: &str) -> Option<ColumnKind> {
        let lists = [
            (&self.columns.date, ColumnKind::Date),
            (&self.columns.value, ColumnKind::Value),
            (&self.columns.label, ColumnKind::Label),
            (&self.columns.debit, ColumnKind::Debit),
            (&self.columns.credit, ColumnKind::Credit),
            (&self.columns.amount, ColumnKind::Amount),
            (&self.columns.balance, ColumnKind::Balance),
        ];
        lists.into_iter().find(|(words, _)| words.iter().any(|known| known == word)).map(|(_, kind)| kind)
    }

    /// Whether a folded word may stand in a heading without naming a column.
    pub(crate) fn fills(&self, word: &str) -> bool {
        word.is_empty() || self.fillers.iter().any(|filler| filler == word)
    }

    /// What a folded label opens with; the longest words win.
    pub(crate) fn line(&self, label: &str) -> Option<LineWords> {
        let lists = [
            (&self.ignored, LineWords::Ignored),
            (&self.opening, LineWords::Opening),
            (&self.closing, LineWords::Closing),
            (&self.middle, LineWords::Middle),
            (&self.carried, LineWords::Carried),
            (&self.totals, LineWords::Total),
            (&self.neutral, LineWords::Neutral),
        ];
        let longest = |words: &Vec<String>| {
            words.iter().filter(|phrase| starts_with(label, phrase)).map(String::len).max().unwrap_or_default()
        };
        let found = lists.into_iter().map(|(words, kind)| (longest(words), kind)).filter(|(length, _)| *length > 0);
        found.rev().max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
    }

    /// Whether a folded label is such words and nothing else.
    pub(crate) fn is_whole_line(&self, label: &str) -> bool {
        let lists = [&self.opening, &self.closing, &self.middle, &self.carried, &self.totals, &self.neutral];
        lists.into_iter().flatten().any(|phrase| phrase == label)
    }

    /// Whether a folded label says that a balance is under zero.
    pub(crate) fn is_overdrawn(&self, label: &str) -> bool {
        self.overdrawn.iter().any(|word| holds(label, word))
    }

    /// Whether folded words name savings.
    pub(crate) fn is_savings(&self, text: &str) -> bool {
        let named = |words: &[String]| words.iter().any(|word| holds(text, word));
        named(&self.savings) && !named(&self.not_savings)
    }

    /// Whether folded words name several holders.
    pub(crate) fn is_joint(&self, text: &str) -> bool {
        self.joint.iter().any(|words| holds(text, words))
    }

    /// Whether a folded line names an account of some kind.
    pub(crate) fn is_account(&self, text: &str) -> bool {
        self.accounts.iter().any(|word| holds(text, word))
    }

    /// Whether the words before a number say that it is no account's.
    pub(crate) fn is_other_number(&self, before: &str) -> bool {
        self.not_accounts.iter().any(|word| holds(before, word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_say_what_a_line_is() {
        let words = Headings::delivered();
        assert_eq!(words.line("SOLDE CREDITEUR AU 31 07 2026"), Some(LineWords::Neutral));
        assert_eq!(words.line("ANCIEN SOLDE CREDITEUR AU 31 07 2026"), Some(LineWords::Opening));
        assert_eq!(words.line("SOLDE INTERMEDIAIRE"), Some(LineWords::Middle));
        assert_eq!(words.line("TOTAL DES OPERATIONS"), Some(LineWords::Total));
        assert_eq!(words.line("TOTALENERGIES ELECTRICITE"), None);
        assert_eq!(words.line("A REPORTER"), Some(LineWords::Carried));
        assert_eq!(words.line("SOLDE EN FRANCS"), Some(LineWords::Ignored));
    }

    #[test]
    fn a_bank_named_for_savings_is_no_savings_account() {
        let words = Headings::delivered();
        assert!(words.is_savings("LIVRET A N 76 543 21Y 033"));
        assert!(!words.is_savings("CAISSE D EPARGNE COMPTE N 123"));
    }
}
