//! The grid of the first call: what is asked, what is told, and what an answer means.
//!
//! Every question may stay without an answer. None decides: a yes may lead elsewhere, or be something to verify
//! (*Un coup de pouce pour le microcrédit personnel*, le premier contact).

mod verdict;

pub use verdict::{Verdict, VerdictLine, VerdictMeaning};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ListEntry, ListKey};
use crate::line::Line;
use crate::words::folded;

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
    /// What the verdict says of an answer, by the question.
    pub verdicts: BTreeMap<ListKey, AnswerVerdicts>,
}

/// What the verdict of the call says of each answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AnswerVerdicts {
    /// After a yes.
    pub yes: Option<String>,
    /// After a no.
    pub no: Option<String>,
    /// After « à voir ».
    pub to_see: Option<String>,
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
    /// The words that give it in an answer that is words: « salaire », « paie ».
    #[serde(default)]
    pub words: Vec<String>,
}

/// What an answer is made of, and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreeningAnswer {
    /// Yes is what is hoped for; a no is to be seen.
    HopedFor,
    /// Yes is needed; a no leads to another solution.
    Needed,
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
            Self::HopedFor | Self::Needed | Self::Stops | Self::ToVerify | Self::Words => false,
        }
    }

    /// Whether it is a yes, a no or to be seen.
    #[must_use]
    pub fn is_choice(self) -> bool {
        !self.is_figure() && self != Self::Words
    }
}

/// The key of an answer « oui ».
pub const YES: &str = "yes";
/// The key of an answer « non ».
pub const NO: &str = "no";
/// The key of an answer « à voir ».
pub const TO_SEE: &str = "to_see";

impl ScreeningGrid {
    /// What the answer of a question is made of.
    #[must_use]
    pub fn kind(question: &ListEntry) -> ScreeningAnswer {
        match question.family.as_ref().map(ListKey::as_str) {
            Some("yes") => ScreeningAnswer::HopedFor,
            Some("needed") => ScreeningAnswer::Needed,
            Some("stops") => ScreeningAnswer::Stops,
            Some("verify") => ScreeningAnswer::ToVerify,
            Some("amount") => ScreeningAnswer::Amount,
            Some("count") => ScreeningAnswer::Count,
            Some(_) | None => ScreeningAnswer::Words,
        }
    }

    /// The value the answers give a fact; nothing while no question that feeds it is answered by a yes, a no, a figure or
    /// words it knows.
    ///
    /// « À voir » gives nothing. A rent of 520 € gives `pays_rent` yes, a rent of 0 € gives it no; « salaire, CAF » gives
    /// `has_salary` yes and `receives_pension` no: who says where the month comes from says all of it.
    #[must_use]
    pub fn value_of(&self, fact: &str, answers: &BTreeMap<String, Line>) -> Option<&str> {
        let mut values = self.feeds.iter().filter_map(|(question, feeds)| {
            let answer = answers.get(question.as_str())?;
            let feed = feeds.iter().find(|feed| feed.fact == fact)?;
            let own = self.questions.iter().find(|one| one.key == *question)?;
            let value = match Self::kind(own) {
                ScreeningAnswer::Amount | ScreeningAnswer::Count => {
                    let is_zero = answer.as_str().chars().filter(char::is_ascii_digit).all(|digit| digit == '0');
                    if is_zero { feed.no.as_ref() } else { feed.yes.as_ref() }
                }
                ScreeningAnswer::Words => match (feed.is_in(answer), feeds.iter().any(|feed| feed.is_in(answer))) {
                    (true, _) => feed.yes.as_ref(),
                    (false, true) => feed.no.as_ref(),
                    (false, false) => None,
                },
                ScreeningAnswer::HopedFor
                | ScreeningAnswer::Needed
                | ScreeningAnswer::Stops
                | ScreeningAnswer::ToVerify => match answer.as_str() {
                    YES => feed.yes.as_ref(),
                    NO => feed.no.as_ref(),
                    _ => None,
                },
            };
            value.map(ListKey::as_str)
        });
        values.next()
    }
}

impl AnswerFeed {
    /// Whether one of its words is among those of an answer.
    fn is_in(&self, answer: &Line) -> bool {
        let said = folded(answer.as_str());
        let said: Vec<&str> = words_of(&said);
        self.words.iter().any(|word| {
            let word = folded(word);
            let word = words_of(&word);
            !word.is_empty() && said.windows(word.len()).any(|some| some == word.as_slice())
        })
    }
}

fn words_of(plain: &str) -> Vec<&str> {
    plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
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
            vec![AnswerFeed {
                fact: fact.to_owned(),
                yes: Some(ListKey::new(yes)),
                no: Some(ListKey::new(no)),
                words: Vec::new(),
            }]
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
    fn who_says_where_the_month_comes_from_says_all_of_it() {
        let feed = |fact: &str, words: &[&str]| AnswerFeed {
            fact: fact.to_owned(),
            yes: Some(ListKey::new(YES)),
            no: Some(ListKey::new(NO)),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        let own = vec![feed("has_salary", &["salaire", "paie"]), feed("receives_unemployment", &["france travail"])];
        let grid = ScreeningGrid {
            questions: vec![question("income_from", "text")],
            feeds: [(ListKey::new("income_from"), own)].into(),
            ..ScreeningGrid::default()
        };
        let value = |fact: &str, said: &str| grid.value_of(fact, &answers(&[("income_from", said)])).map(str::to_owned);
        assert_eq!(value("has_salary", "Salaire, CAF"), Some(YES.to_owned()));
        assert_eq!(value("receives_unemployment", "Salaire, CAF"), Some(NO.to_owned()));
        assert_eq!(value("receives_unemployment", "indemnités de France Travail"), Some(YES.to_owned()));
        assert_eq!(value("has_salary", "un peu de tout"), None, "words it does not know say nothing");
    }
}
