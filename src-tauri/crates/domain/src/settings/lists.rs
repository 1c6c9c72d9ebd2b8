//! The lists: what the office may rename or retire, never delete once used.
//!
//! A word the rules act on is an enum; a word the office may rename is a key in a
//! list. What is delivered is a start; facts keep the key, so that an old report
//! keeps counting a retired entry.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::budget::{Frequency, Section};

/// The stable name of a list entry: small letters, figures and underscores.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ListKey(pub String);

impl ListKey {
    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEntry {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// Its heading in the list, for lists that have headings.
    #[serde(default, alias = "category")]
    pub group: Option<ListKey>,
    /// No longer offered; still shown where it was used.
    #[serde(default)]
    pub retired: bool,
}

/// A heading of the budget list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetGroup {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
}

/// One kind of budget line and the office's rule about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetEntry {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// Other words people use for it, by which it is found.
    #[serde(default)]
    pub also: Vec<String>,
    /// The section it belongs to.
    pub section: Section,
    /// Its heading in the list.
    pub group: ListKey,
    /// The frequency offered first.
    pub usual_frequency: Frequency,
    /// Whether the reste à vivre counts it.
    pub counts_in_reste_a_vivre: bool,
    /// Whether the debt ratio counts it: income below, debts and credits above.
    pub counts_in_debt_ratio: bool,
    /// Advice for the adviser.
    #[serde(default)]
    pub help: Option<String>,
    /// No longer offered; still shown where it was used.
    #[serde(default)]
    pub retired: bool,
}

/// Every list, its entries in the order they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists {
    /// How the person came to the office.
    pub origins: Vec<ListEntry>,
    /// Headings of the purposes.
    pub purpose_categories: Vec<ListEntry>,
    /// What a loan may finance.
    pub purposes: Vec<ListEntry>,
    /// Family situations.
    pub family_situations: Vec<ListEntry>,
    /// Housing statuses.
    pub housing: Vec<ListEntry>,
    /// Employment statuses.
    pub employment: Vec<ListEntry>,
    /// Headings of the budget list.
    pub budget_groups: Vec<BudgetGroup>,
    /// Kinds of budget lines.
    pub budget_entries: BTreeMap<ListKey, BudgetEntry>,
    /// The keys of the budget entries in the order they are shown.
    pub budget_order: Vec<ListKey>,
}

/// A key is not in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not in the list")]
pub struct ListRefused;

impl Lists {
    /// The budget entry of a key, retired or not.
    pub fn budget_entry(&self, key: &ListKey) -> Result<&BudgetEntry, ListRefused> {
        self.budget_entries.get(key).ok_or(ListRefused)
    }

    /// The budget entries still offered, in order.
    pub fn offered_budget_entries(&self) -> impl Iterator<Item = &BudgetEntry> {
        self.budget_order.iter().filter_map(|key| self.budget_entries.get(key)).filter(|entry| !entry.retired)
    }
}

/// The entry of a key in a list, retired or not.
pub fn entry<'l>(list: &'l [ListEntry], key: &ListKey) -> Result<&'l ListEntry, ListRefused> {
    list.iter().find(|entry| entry.key == *key).ok_or(ListRefused)
}
