//! The words of operations: ordered rules, data of the office; the first that suits an operation wins.

use serde::Deserialize;
use thiserror::Error;

use crate::cents::Cents;
use crate::folded::{find, folded, holds};
use crate::statement::Operation;

/// The most rules a file may hold.
const MOST_RULES: usize = 5_000;

/// Why a file of words is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WordsRefused {
    /// It is no JSON of this shape.
    #[error("not a file of words: {0}")]
    Shape(String),
    /// It holds more rules than are read.
    #[error("too many rules")]
    TooMany,
}

/// Ordered rules that recognise operations.
#[derive(Clone, Debug, Default)]
pub struct WordRules {
    pub(crate) rules: Vec<Rule>,
}

#[derive(Deserialize)]
struct File {
    entries: Vec<Rule>,
}

/// A rule of the office: operations whose label holds all these words are one line of the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRule {
    /// The words, in any order.
    pub words: String,
    /// Whether money comes in.
    pub is_credit: bool,
    /// The line of the budget.
    pub entry: String,
    /// Why it is proposed.
    pub reason: String,
}

/// One rule of `words.json`.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Rule {
    #[serde(default)]
    order: i64,
    #[serde(default)]
    retired: bool,
    direction: Direction,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    none: Vec<String>,
    #[serde(default)]
    pub(crate) entries: Vec<String>,
    #[serde(default)]
    pub(crate) reason: String,
    pub(crate) indicator: Option<String>,
    group: Option<String>,
    counts: Option<String>,
    pairs_with: Option<String>,
    minimum: Option<String>,
    usual_frequency: Option<String>,
    by: Option<String>,
    #[serde(default)]
    pub(crate) regular: bool,
    #[serde(default)]
    pub(crate) running: bool,
    #[serde(default)]
    pub(crate) one_off: bool,
    #[serde(default)]
    pub(crate) internal: bool,
    #[serde(default)]
    pub(crate) several: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Direction {
    Credit,
    Debit,
}

impl WordRules {
    /// The rules delivered with the program.
    #[must_use]
    pub fn delivered() -> Self {
        Self::read(include_str!("../../../../../assets/statements/words.json")).unwrap_or_default()
    }

    /// Reads a file of words, in their order. Errors: [`WordsRefused`].
    pub fn read(text: &str) -> Result<Self, WordsRefused> {
        let file: File = serde_json::from_str(text).map_err(|cause| WordsRefused::Shape(cause.to_string()))?;
        if file.entries.len() > MOST_RULES {
            return Err(WordsRefused::TooMany);
        }
        let mut rules: Vec<Rule> = file.entries.into_iter().filter(|rule| !rule.retired).collect();
        rules.sort_by_key(|rule| rule.order);
        for rule in &mut rules {
            for phrases in [&mut rule.any, &mut rule.all, &mut rule.none] {
                for phrase in phrases.iter_mut() {
                    let open = phrase.ends_with('*');
                    *phrase = folded(phrase);
                    phrase.push_str(if open { "*" } else { "" });
                }
            }
        }
        Ok(Self { rules })
    }

    /// With the rules of the office, before all others but those of incidents and costs, whose labels name a creditor.
    #[must_use]
    pub fn with_own(mut self, own: &[OwnRule]) -> Self {
        let at = self.rules.iter().position(|rule| !rule.is_of_the_bank()).unwrap_or_default();
        self.rules.splice(at..at, own.iter().map(Rule::of_office));
        self
    }

    /// The first rule that suits an operation.
    pub(crate) fn recognise(&self, operation: &Operation) -> Option<usize> {
        let label = folded(&operation.label);
        self.rules.iter().position(|rule| rule.suits(&label, operation.amount))
    }
}

impl Rule {
    fn of_office(own: &OwnRule) -> Self {
        Self {
            order: 0,
            retired: false,
            direction: if own.is_credit { Direction::Credit } else { Direction::Debit },
            any: Vec::new(),
            all: folded(&own.words).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            none: Vec::new(),
            entries: vec![own.entry.clone()],
            reason: own.reason.clone(),
            indicator: None,
            group: None,
            counts: None,
            pairs_with: None,
            minimum: None,
            usual_frequency: None,
            by: Some("counterpart".to_owned()),
            regular: false,
            running: false,
            one_off: false,
            internal: false,
            several: false,
        }
    }

    fn suits(&self, label: &str, amount: Cents) -> bool {
        let side = match self.direction {
            Direction::Credit => amount.0 > 0,
            Direction::Debit => amount.0 < 0,
        };
        let least = self.minimum.as_deref().and_then(Cents::plain);
        side && least.is_none_or(|least| amount.size() >= least)
            && (self.any.is_empty() || self.any.iter().any(|phrase| holds(label, phrase)))
            && self.all.iter().all(|phrase| holds(label, phrase))
            && !self.none.iter().any(|phrase| holds(label, phrase))
            && !(self.any.is_empty() && self.all.is_empty())
    }

    /// The words of a folded label that made the rule suit, a star read to the end of its word.
    pub(crate) fn recognised(&self, label: &str) -> Option<String> {
        let phrases = self.any.iter().chain(&self.all);
        let found = phrases.filter_map(|phrase| Some((find(label, phrase)?, phrase.trim_end_matches('*'))));
        let (at, phrase) = found.max_by_key(|(_, phrase)| phrase.len())?;
        let rest = label.get(at..)?;
        let end = rest.get(phrase.len()..)?.find(' ').map_or(rest.len(), |more| more.saturating_add(phrase.len()));
        rest.get(..end).map(str::to_owned)
    }

    /// Whether operations are grouped by the name left in their label.
    pub(crate) fn by_counterpart(&self) -> bool {
        self.by.as_deref() == Some("counterpart")
    }

    /// Whether all operations of the rule are one group.
    pub(crate) fn is_one_group(&self) -> bool {
        self.group.as_deref() == Some("all")
    }

    /// Whether an operation of the rule gives a debit back.
    pub(crate) fn returns_a_debit(&self) -> bool {
        self.pairs_with.as_deref() == Some("debit")
    }

    /// Whether an operation of the rule may be the only trace of a rejection.
    pub(crate) fn counts_a_rejection(&self) -> bool {
        self.counts.as_deref() == Some("rejected_debits")
    }

    /// Whether an operation of the rule is a cost or an event of the account, never a debit of a creditor.
    pub(crate) fn is_of_the_bank(&self) -> bool {
        self.indicator.as_deref().is_some_and(|indicator| {
            ["incident_fees", "fees", "overdraft_interest", "fees_refunded", "rejected_debits"].contains(&indicator)
        })
    }

    /// How often it comes back when it was seen once.
    pub(crate) fn usual(&self) -> Option<super::rhythm::Frequency> {
        let named = self.usual_frequency.as_deref().and_then(super::rhythm::Frequency::of_key);
        named.or(self.regular.then_some(super::rhythm::Frequency::Monthly))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator_or_entry(label: &str, cents: i64) -> Option<String> {
        let rules = WordRules::delivered();
        let date = chrono::NaiveDate::from_ymd_opt(2026, 8, 3).unwrap();
        let operation = Operation { date, amount: Cents(cents), label: label.to_owned() };
        let rule = rules.recognise(&operation).map(|at| rules.rules[at].clone())?;
        rule.entries.first().cloned().or(rule.indicator).or(Some("nothing".to_owned()))
    }

    #[test]
    fn the_first_rule_in_order_and_on_the_right_side_wins() {
        let known = |label: &str, cents: i64| indicator_or_entry(label, cents).unwrap_or_default();
        assert_eq!(known("REJET DE PRELEVEMENT EDF", 7200), "rejected_debits");
        assert_eq!(known("PRELEVEMENT DE EDF CLIENTS", -7200), "electricity");
        assert_eq!(known("VIREMENT CPAM DU TARN", 1387), "nothing");
        assert_eq!(known("VIREMENT CPAM DU TARN", 61_387), "sickness_allowance");
        assert_eq!(known("CB RETRAITE SPORTIVE", -1387), "");
    }

    #[test]
    fn the_office_goes_before_the_delivered_rules_and_never_before_incidents() {
        let own = OwnRule {
            words: "LOGIREP Habitat".to_owned(),
            is_credit: false,
            entry: "hosting_fee".to_owned(),
            reason: "Toujours ainsi.".to_owned(),
        };
        let rules = WordRules::delivered().with_own(&[own]);
        let check = |label: &str, cents: i64, entry: Option<&str>| {
            let date = chrono::NaiveDate::from_ymd_opt(2026, 8, 3).unwrap();
            let operation = Operation { date, amount: Cents(cents), label: label.to_owned() };
            let rule = rules.recognise(&operation).map(|at| &rules.rules[at]);
            assert_eq!(rule.and_then(|rule| rule.entries.first()).map(String::as_str), entry, "{label}");
        };
        check("PRLV SEPA LOGIREP LOYER 08 HABITAT", -48_000, Some("hosting_fee"));
        check("PRLV SEPA LOGIREP LOYER 08", -48_000, Some("rent"));
        check("FRAIS REJET PRLV LOGIREP HABITAT", -2_000, None);
        check("VIR LOGIREP HABITAT", 48_000, None);
    }

    #[test]
    fn a_file_of_another_shape_is_refused() {
        assert!(matches!(WordRules::read("{\"entries\":[{}]}"), Err(WordsRefused::Shape(_))));
    }
}
