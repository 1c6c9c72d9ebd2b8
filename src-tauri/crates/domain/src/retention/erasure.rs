//! The register of erasures: what its line says, and nothing that names anyone.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Why a dossier is erased.
    pub enum ErasureReason {
        /// Its time in the active base is over (article 5 of the regulation).
        RetentionOver => "retention_over", "Durée de conservation atteinte";
        /// The person asked for it (article 17 of the regulation).
        AskedByPerson => "asked_by_person", "Demande de la personne";
        Duplicate => "duplicate", "Doublon";
    }
}

/// How much was erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedCounts {
    /// People: none while another dossier of theirs stays.
    pub people: u64,
    /// Dossiers.
    pub dossiers: u64,
    /// Dated facts: requests, interviews, decisions, answers, declarations.
    pub facts: u64,
    /// Lines of budgets.
    pub budget_lines: u64,
    /// Attached files.
    pub pieces: u64,
    /// Papers that had gone out and were kept. A line written before they were has none and keeps its fingerprint.
    #[serde(default, skip_serializing_if = "is_none")]
    pub papers: u64,
    /// Every row of every table, those above included.
    pub rows: u64,
    /// Lines of the access journal that stay, with the number of the dossier alone.
    pub journal_lines: u64,
}

/// A line of the register of erasures, as its certificate prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Its number, never given twice: `2026-03`.
    pub number: String,
    /// The number the person had in the store.
    pub person: i64,
    /// The references of the dossiers.
    pub references: Vec<String>,
    /// The last contact of the latest of them.
    pub last_contact: NaiveDate,
    /// The day from which it was to be decided.
    pub due_on: NaiveDate,
    /// Why.
    pub reason: ErasureReason,
    /// The day it was decided.
    pub decided_on: NaiveDate,
    /// When it was done.
    pub erased_at: DateTime<Utc>,
    /// When the copy made before it had been reopened and counted.
    pub copied_at: Option<DateTime<Utc>>,
    /// How much.
    pub counts: ErasedCounts,
    /// Whether the bilans still count them, without a name or a reference.
    pub figures_kept: bool,
    /// How many dossiers, of other people, a search for the person's first and last name found afterwards.
    pub found_after: u64,
    /// The day no copy of this computer holds them any longer.
    pub gone_from_copies_on: NaiveDate,
    /// The fingerprint of all of the above: eight bytes in capital hexadecimal, four groups of four.
    pub fingerprint: String,
}

fn is_none(count: &u64) -> bool {
    *count == 0
}
