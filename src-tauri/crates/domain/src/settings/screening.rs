//! The grid of the first call: what is asked, what is told, and what an answer means.
//!
//! Every question may stay without an answer. None decides: a yes may lead elsewhere, or be something to verify
//! (*Un coup de pouce pour le microcrédit personnel*, le premier contact).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ListEntry, ListKey};
use crate::line::Line;

/// What is asked and told during a first call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScreeningGrid {
    /// What is said before the questions.
    pub opening: String,
    /// What a loan is, in words to be said.
    pub explanation: String,
    /// Headings of the questions.
    pub sections: Vec<ListEntry>,
    /// The questions: their heading, and in their family what an answer means.
    pub questions: Vec<ListEntry>,
    /// What the person has to be told.
    pub told: Vec<ListEntry>,
    /// The facts an answer gives by the person's word, by the question that gives them.
    pub feeds: BTreeMap<ListKey, Vec<AnswerFeed>>,
    /// The budget line that an amount opens, by the question that asks it.
    pub budget_lines: BTreeMap<ListKey, BudgetLineOfAnswer>,
}

/// The budget line that an amount given on the phone opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetLineOfAnswer {
    /// Its kind, an entry of the list of budget lines.
    pub entry: ListKey,
    /// Its detail: « charges comprises ».
    pub detail: Line,
}

/// A fact of the checks and of the supporting documents that the answer to a question gives, by the person's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerFeed {
    /// The fact: `protection_measure`.
    pub fact: String,
    /// Its value after a yes, or after an amount; unknown when absent.
    #[serde(default)]
    pub yes: Option<ListKey>,
    /// Its value after a no, or after a zero; unknown when absent.
    #[serde(default)]
    pub no: Option<ListKey>,
}

/// What an answer is made of, and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreeningAnswer {
    /// Yes is what is hoped for; a no is to be seen.
    HopedFor,
    /// A yes leads to another solution.
    Stops,
    /// A yes asks for an agreement or a paper, and stops nothing.
    ToVerify,
    /// An amount, about.
    Amount,
    /// A whole number.
    Count,
    /// The person's words.
    Words,
}

impl ScreeningAnswer {
    /// Whether it is an amount or a number.
    #[must_use]
    pub fn is_figure(self) -> bool {
        match self {
            Self::Amount | Self::Count => true,
            Self::HopedFor | Self::Stops | Self::ToVerify | Self::Words => false,
        }
    }
}

/// The key of an answer « oui ».
pub const YES: &str = "yes";
/// The key of an answer « non ».
pub const NO: &str = "no";
/// The key of an answer « à voir ».
pub const TO_SEE: &str = "to_see";

/// What the answers of a grid come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScreeningFound<'g> {
    /// What leads to another solution.
    pub stops: Vec<&'g ListEntry>,
    /// What is to be seen or verified.
    pub to_see: Vec<&'g ListEntry>,
    /// Whether a question that can stop or be seen was answered.
    pub asked: bool,
}

impl ScreeningGrid {
    /// What the answer of a question is made of.
    #[must_use]
    pub fn kind(question: &ListEntry) -> ScreeningAnswer {
        match question.family.as_ref().map(ListKey::as_str) {
            Some("yes") => ScreeningAnswer::HopedFor,
            Some("stops") => ScreeningAnswer::Stops,
            Some("verify") => ScreeningAnswer::ToVerify,
            Some("amount") => ScreeningAnswer::Amount,
            Some("count") => ScreeningAnswer::Count,
            Some(_) | None => ScreeningAnswer::Words,
        }
    }

    /// The value the answers give a fact; nothing while no question that feeds it is answered by a yes, a no or a figure.
    ///
    /// « À voir » gives nothing. A rent of 520 € gives `pays_rent` yes, a rent of 0 € gives it no.
    #[must_use]
    pub fn value_of(&self, fact: &str, answers: &BTreeMap<String, Line>) -> Option<&str> {
        let mut values = self.feeds.iter().filter_map(|(question, feeds)| {
            let answer = answers.get(question.as_str())?;
            let feed = feeds.iter().find(|feed| feed.fact == fact)?;
            let own = self.questions.iter().find(|one| one.key == *question)?;
            let value = if Self::kind(own).is_figure() {
                let is_zero = answer.as_str().chars().filter(char::is_ascii_digit).all(|digit| digit == '0');
                if is_zero { feed.no.as_ref() } else { feed.yes.as_ref() }
            } else {
                match answer.as_str() {
                    YES => feed.yes.as_ref(),
                    NO => feed.no.as_ref(),
                    _ => None,
                }
            };
            value.map(ListKey::as_str)
        });
        values.next()
    }

    /// What the answers come to; they decide nothing.
    #[must_use]
    pub fn found(&self, answers: &BTreeMap<String, Line>) -> ScreeningFound<'_> {
        let mut found = ScreeningFound::default();
        for question in &self.questions {
            let Some(answer) = answers.get(question.key.as_str()) else { continue };
            let calls = match Self::kind(question) {
                ScreeningAnswer::HopedFor => answer.as_str() != YES,
                ScreeningAnswer::Stops | ScreeningAnswer::ToVerify => answer.as_str() != NO,
                ScreeningAnswer::Amount | ScreeningAnswer::Count | ScreeningAnswer::Words => continue,
            };
            found.asked = true;
            let stops = Self::kind(question) == ScreeningAnswer::Stops && answer.as_str() == YES;
            match (stops, calls) {
                (true, _) => found.stops.push(question),
                (false, true) => found.to_see.push(question),
                (false, false) => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(key: &str, family: &str) -> ListEntry {
        serde_json::from_value(serde_json::json!({ "key": key, "label": key, "family": family })).unwrap()
    }

    fn answers(of: &[(&str, &str)]) -> BTreeMap<String, Line> {
        of.iter().map(|(key, answer)| ((*key).to_owned(), Line::read(answer).unwrap())).collect()
    }

    #[test]
    fn an_answer_gives_its_fact_and_silence_gives_none() {
        let feed = |fact: &str, yes: &str, no: &str| {
            vec![AnswerFeed { fact: fact.to_owned(), yes: Some(ListKey::new(yes)), no: Some(ListKey::new(no)) }]
        };
        let questions = vec![question("protection", "verify"), question("rent_total", "amount")];
        let feeds = [
            ("protection", feed("protection_measure", "unknown", "none")),
            ("rent_total", feed("pays_rent", "yes", "no")),
        ];
        let feeds = feeds.into_iter().map(|(key, feeds)| (ListKey::new(key), feeds)).collect();
        let grid = ScreeningGrid { questions, feeds, ..ScreeningGrid::default() };
        let value = |fact: &str, given: &[(&str, &str)]| grid.value_of(fact, &answers(given)).map(str::to_owned);
        assert_eq!(value("protection_measure", &[]), None);
        assert_eq!(value("protection_measure", &[("protection", TO_SEE)]), None);
        assert_eq!(value("protection_measure", &[("protection", YES)]), Some("unknown".to_owned()));
        assert_eq!(value("protection_measure", &[("protection", NO)]), Some("none".to_owned()));
        assert_eq!(value("pays_rent", &[("rent_total", "520,00 €")]), Some(YES.to_owned()));
        assert_eq!(value("pays_rent", &[("rent_total", "0,00 €")]), Some(NO.to_owned()));
    }

    #[test]
    fn a_yes_may_stop_or_be_verified_and_a_no_may_be_seen() {
        let questions = vec![question("income", "yes"), question("business", "stops"), question("ficp", "verify")];
        let grid = ScreeningGrid { questions, ..ScreeningGrid::default() };
        let keys = |entries: &[&ListEntry]| entries.iter().map(|one| one.key.as_str().to_owned()).collect::<Vec<_>>();
        let found = |given: &[(&str, &str)]| {
            let given = answers(given);
            let found = grid.found(&given);
            (keys(&found.stops), keys(&found.to_see), found.asked)
        };
        assert_eq!(found(&[]), (vec![], vec![], false));
        assert_eq!(found(&[("income", YES), ("business", NO), ("ficp", NO)]), (vec![], vec![], true));
        let all = [("income", NO), ("business", YES), ("ficp", YES)];
        assert_eq!(found(&all), (vec!["business".into()], vec!["income".into(), "ficp".into()], true));
        assert_eq!(found(&[("business", TO_SEE)]), (vec![], vec!["business".into()], true));
    }
}
