//! What the office decides and may change: dated records, each with its source.
//!
//! *Change from a date* adds a record; *correct a mistake* replaces one. A rule
//! never reads a setting directly: it takes [`RulesAt`], what was in force on the
//! date its documentation names, so that an old dossier keeps being judged by the
//! rules of its day.

mod dated;
mod lists;
mod records;

pub use dated::{Dated, Timeline};
pub use lists::{BudgetEntry, BudgetGroup, ListEntry, ListKey, ListRefused, Lists, entry};
pub use records::{FollowUpRules, Numbering, NumberingRefused, OfficeIdentity};

use std::sync::Arc;

use chrono::NaiveDate;

/// Everything dated that the office decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How references are written.
    pub numbering: Timeline<Numbering>,
    /// Delays of the follow-up.
    pub follow_up: Timeline<FollowUpRules>,
    /// The lists.
    pub lists: Arc<Lists>,
}

/// What was in force on one date.
#[derive(Clone, Copy, Debug)]
pub struct RulesAt<'s> {
    /// The date.
    pub date: NaiveDate,
    /// How references are written.
    pub numbering: &'s Numbering,
    /// Delays of the follow-up.
    pub follow_up: &'s FollowUpRules,
    /// The lists.
    pub lists: &'s Lists,
}

impl Settings {
    /// The rules in force on a date.
    #[must_use]
    pub fn at(&self, date: NaiveDate) -> RulesAt<'_> {
        RulesAt {
            date,
            numbering: &self.numbering.at(date).value,
            follow_up: &self.follow_up.at(date).value,
            lists: &self.lists,
        }
    }
}
