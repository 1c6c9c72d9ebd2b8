//! The stage of a dossier: derived from its facts, never typed.

use serde::{Deserialize, Serialize};

use super::Dossier;

/// Where a dossier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// First contact, nothing assessed yet.
    Request,
    /// The file is being built: a budget line was entered.
    Assessment,
}

/// The stage that follows from what is known.
#[must_use]
pub fn stage(dossier: &Dossier) -> Stage {
    let assessed = dossier.budget.as_ref().is_some_and(|budget| !budget.lines.is_empty());
    if assessed { Stage::Assessment } else { Stage::Request }
}
