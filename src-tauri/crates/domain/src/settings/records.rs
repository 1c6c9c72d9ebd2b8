//! The records of the settings, one type each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::ListKey;
use crate::money::Euros;
use crate::person::Title;

/// The office and its adviser, as papers name them. Only the two names are required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeIdentity {
    /// The CCAS: « CCAS de Valbourg ».
    pub name: String,
    /// The adviser: « Nadia Ferrand ».
    pub advisor: String,
    /// Where letters reach the office, on one line.
    pub address: String,
    /// Its telephone, as it is printed.
    pub phone: String,
    /// How the adviser is addressed, which settles the agreement of words.
    #[serde(default)]
    pub advisor_title: Title,
    /// The adviser's trade: « conseillère en économie sociale et familiale ».
    #[serde(default)]
    pub advisor_role: String,
    /// The adviser's own telephone, as it is printed.
    #[serde(default)]
    pub advisor_phone: String,
    /// Where the adviser is written to by e-mail.
    #[serde(default)]
    pub email: String,
    /// When the adviser receives: « le mardi et le jeudi matin ».
    #[serde(default)]
    pub presence: String,
    /// Who answers about personal data: an e-mail address or a name.
    #[serde(default)]
    pub data_contact: String,
    /// The town papers are signed in.
    #[serde(default)]
    pub town: String,
    /// Whom a person writes to who finds an answer unfair: « Mme Lopez, responsable de l’action sociale ».
    #[serde(default)]
    pub complaints: String,
    /// By whose delegation letters are signed: « Pour le président et par délégation »; in the adviser's own name when empty.
    #[serde(default)]
    pub delegation: String,
    /// Where the over-indebtedness commission is written to, on one line.
    #[serde(default)]
    pub commission_address: String,
    /// Where the treasurer is written to, on one line.
    #[serde(default)]
    pub treasury_address: String,
}

impl OfficeIdentity {
    /// Where the adviser is called: their own telephone, else that of the office; empty when none is known.
    #[must_use]
    pub fn advisor_line(&self) -> &str {
        if self.advisor_phone.is_empty() { &self.phone } else { &self.advisor_phone }
    }
}

/// How a dossier's reference is written: prefix, year of the request, number of the year.
///
/// `2026-001` without prefix and with width 3; the width widens past 999.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbering {
    prefix: String,
    width: usize,
}

/// Why a numbering was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberingRefused {
    /// The width is not 1 to 8.
    #[error("width is not 1 to 8")]
    Width,
    /// The prefix is longer than eight, or has something else than letters, figures and dashes.
    #[error("prefix is not short and plain")]
    Prefix,
}

impl Numbering {
    /// A numbering. The prefix is empty or at most eight letters, figures or dashes; the width 1 to 8.
    pub fn new(prefix: &str, width: usize) -> Result<Self, NumberingRefused> {
        if !(1..=8).contains(&width) {
            return Err(NumberingRefused::Width);
        }
        if prefix.chars().count() > 8 || !prefix.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(NumberingRefused::Prefix);
        }
        Ok(Self { prefix: prefix.to_owned(), width })
    }

    /// What comes before the year.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The least number of figures.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The reference of the n-th dossier of a year.
    #[must_use]
    pub fn reference(&self, year: i32, number: u32) -> String {
        format!("{}{year}-{number:0width$}", self.prefix, width = self.width)
    }
}

/// Delays of the follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpRules {
    /// Days from a request to its next date when none was chosen.
    pub first_next_date_days: u32,
    /// Days before its end from which a lender's agreement is to be renewed.
    pub renewal_days: u32,
    /// The office's own numbers of the arrears ladder, by their setting; the others are those it starts with.
    #[serde(default)]
    pub arrears: BTreeMap<ListKey, u32>,
    /// Months without a contact after which a running loan is silent.
    #[serde(default = "silent_months")]
    pub silent_months: u32,
    /// Days in which a lender is expected to answer when its agreement does not say.
    #[serde(default = "answer_default_days")]
    pub answer_default_days: u32,
    /// Days after which a person directed elsewhere is called back when the solution does not say.
    #[serde(default = "redirection_callback_days")]
    pub redirection_callback_days: u32,
    /// Days without news of the person after which they may be written to.
    #[serde(default = "silence_days")]
    pub silence_days: u32,
    /// Days after which a request without news is closed, counted from the letter that says so.
    #[serde(default = "reminder_days")]
    pub reminder_days: u32,
    /// Months after which an aid of the directory is to be checked again.
    #[serde(default = "aid_recheck_months")]
    pub aid_recheck_months: u32,
    /// The tasks whose delay the office changed, or that it does without.
    #[serde(default)]
    pub tasks: BTreeMap<ListKey, TaskDelay>,
}

/// What the office changed of the rule of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskDelay {
    /// Its days, in place of the delivered ones.
    pub days: Option<u32>,
    /// Whether the office does without it.
    pub off: bool,
}

// The delays of an office that decided its own before these were asked for.
fn silent_months() -> u32 {
    4
}

fn aid_recheck_months() -> u32 {
    12
}

fn answer_default_days() -> u32 {
    30
}

fn redirection_callback_days() -> u32 {
    15
}

fn silence_days() -> u32 {
    15
}

fn reminder_days() -> u32 {
    21
}

/// What the office set aside to guarantee loans, from the day of the resolution that is its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuaranteeEnvelope {
    /// The amount.
    pub amount: Euros,
}

/// When the office locks itself and how old its copies may become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyRules {
    /// Minutes without a touch before the office is locked, 3 to 30.
    pub lock_minutes: u32,
    /// Days after which a new copy outside the computer is due.
    pub copy_due_days: u32,
    /// Days after which it is late.
    pub copy_late_days: u32,
    /// Months after which the recovery code is to be tried again.
    pub code_test_months: u32,
}

#[cfg(test)]
impl FollowUpRules {
    /// The delays an office starts with.
    pub(crate) fn usual() -> Self {
        Self {
            first_next_date_days: 30,
            renewal_days: 60,
            silent_months: silent_months(),
            aid_recheck_months: aid_recheck_months(),
            answer_default_days: answer_default_days(),
            redirection_callback_days: redirection_callback_days(),
            silence_days: silence_days(),
            reminder_days: reminder_days(),
            arrears: BTreeMap::new(),
            tasks: BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_widens_past_its_width() {
        let plain = Numbering::new("", 3).unwrap();
        assert_eq!(plain.reference(2026, 1), "2026-001");
        assert_eq!(plain.reference(2026, 1000), "2026-1000");
        assert_eq!(Numbering::new("VB-", 4).unwrap().reference(2026, 147), "VB-2026-0147");
        assert_eq!(Numbering::new("", 0), Err(NumberingRefused::Width));
        assert_eq!(Numbering::new("dossier n°", 3), Err(NumberingRefused::Prefix));
    }
}
