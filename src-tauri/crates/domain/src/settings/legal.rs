//! Dated values of the law, each with its source and how sure it is.
//!
//! A value that is only known from a secondary source is shown « à vérifier ». Rules
//! ask for a value by its key on the date the rule names; an unknown key or a date
//! out of every period gives nothing, and the caller says so.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ListKey;
use crate::money::Euros;

vocabulary! {
    /// How sure a value is.
    pub enum Certainty {
        /// Found in several places, one of them official.
        Sure => "sure", "Sûr";
        /// From a secondary source: « à vérifier ».
        Weak => "weak", "À vérifier";
    }
}

/// One value of the law, in force between two days, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalValue {
    /// First day; no known bound when absent.
    pub valid_from: Option<NaiveDate>,
    /// Last day; no known bound when absent.
    pub valid_to: Option<NaiveDate>,
    /// The value as text: a number, an amount in euros, a rate in percent or a sentence.
    pub value: String,
    /// The law, article or notice it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// What is uncertain, in words.
    #[serde(default)]
    pub note: Option<String>,
}

/// One topic of the law with its successive values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalTopic {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// What the value is: `money`, `percent`, `count`, `text`…
    pub kind: String,
    /// Its unit in words.
    pub unit: String,
    /// Advice for the adviser.
    #[serde(default)]
    pub help: Option<String>,
    /// Its values, in the order of their days.
    pub values: Vec<LegalValue>,
}

/// Every legal value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legal {
    topics: BTreeMap<ListKey, LegalTopic>,
    order: Vec<ListKey>,
}

impl Legal {
    /// The topics, kept in their order.
    #[must_use]
    pub fn of(topics: Vec<LegalTopic>) -> Self {
        let order = topics.iter().map(|topic| topic.key.clone()).collect();
        Self { topics: topics.into_iter().map(|topic| (topic.key.clone(), topic)).collect(), order }
    }

    /// The topics in the order they are shown.
    pub fn topics(&self) -> impl Iterator<Item = &LegalTopic> {
        self.order.iter().filter_map(|key| self.topics.get(key))
    }

    /// The value of a topic on a date; the last one given when two periods hold the date.
    #[must_use]
    pub fn at(&self, key: &str, date: NaiveDate) -> Option<&LegalValue> {
        let topic = self.topics.get(&ListKey::new(key))?;
        topic.values.iter().rev().find(|value| value.holds(date))
    }

    /// The same values and one more of a topic, in the order of their days; an unknown topic changes nothing.
    #[must_use]
    pub fn with(mut self, topic: &ListKey, value: LegalValue) -> Self {
        if let Some(topic) = self.topics.get_mut(topic) {
            topic.values.push(value);
            topic.values.sort_by_key(|value| value.valid_from);
        }
        self
    }

    /// An amount on a date: a ceiling, a floor.
    #[must_use]
    pub fn amount(&self, key: &str, date: NaiveDate) -> Option<Euros> {
        Euros::read(&self.at(key, date)?.value).ok()
    }

    /// A whole number on a date: days, instalments, months.
    #[must_use]
    pub fn number(&self, key: &str, date: NaiveDate) -> Option<u32> {
        self.at(key, date)?.value.parse().ok()
    }
}

impl LegalValue {
    /// Whether the value is in force on a date.
    #[must_use]
    pub fn holds(&self, date: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= date) && self.valid_to.is_none_or(|to| date <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_counts_on_its_first_and_last_day() {
        let value = |from: Option<&str>, to: Option<&str>, value: &str| LegalValue {
            valid_from: from.map(|day| day.parse().unwrap()),
            valid_to: to.map(|day| day.parse().unwrap()),
            value: value.to_owned(),
            source: "loi".to_owned(),
            certainty: Certainty::Sure,
            note: None,
        };
        let legal = Legal::of(vec![LegalTopic {
            key: ListKey::new("warning"),
            label: "Avertissement".to_owned(),
            kind: "count".to_owned(),
            unit: "jours".to_owned(),
            help: None,
            values: vec![value(None, Some("2026-11-19"), "7"), value(Some("2026-11-20"), None, "14")],
        }]);
        let on = |day: &str| legal.number("warning", day.parse().unwrap());
        assert_eq!((on("2026-11-19"), on("2026-11-20")), (Some(7), Some(14)));
        assert_eq!(legal.number("unknown", "2026-11-20".parse().unwrap()), None, "what is not known is not assumed");
    }
}
