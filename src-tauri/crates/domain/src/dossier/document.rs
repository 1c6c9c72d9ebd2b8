//! The supporting documents of a dossier: what was asked for, what came, what is wrong with it.
//!
//! Each line is dated and nothing is overwritten, so that the papers say what was known on their day. A document
//! that is missing never blocks by itself: it is sent as missing, with its reason.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::attachment::AttachmentId;
use crate::line::Line;
use crate::settings::ListKey;

vocabulary! {
    /// Where a supporting document stands.
    pub enum DocumentState {
        Requested => "requested", "Demandée";
        /// Received, not looked at yet.
        Received => "received", "Reçue";
        Checked => "checked", "Vérifiée";
        Incomplete => "incomplete", "Incomplète";
        Outdated => "outdated", "Périmée";
        Unsuitable => "unsuitable", "Ne convient pas";
        Unreadable => "unreadable", "Illisible";
        /// Will not come; sent as missing.
        Missing => "missing", "Manquante";
        /// Not needed in this dossier, whatever the list says.
        NotNeeded => "not_needed", "Sans objet";
    }
}

impl DocumentState {
    /// Whether the document is there and nothing is known against it.
    #[must_use]
    pub fn is_there(self) -> bool {
        match self {
            Self::Received | Self::Checked => true,
            Self::Requested
            | Self::Incomplete
            | Self::Outdated
            | Self::Unsuitable
            | Self::Unreadable
            | Self::Missing
            | Self::NotNeeded => false,
        }
    }

    /// Whether it has not come: a file that does answers it.
    #[must_use]
    pub fn is_awaited(self) -> bool {
        match self {
            Self::Requested | Self::Missing => true,
            Self::Received
            | Self::Checked
            | Self::Incomplete
            | Self::Outdated
            | Self::Unsuitable
            | Self::Unreadable
            | Self::NotNeeded => false,
        }
    }

    /// Whether it says why.
    #[must_use]
    pub fn needs_a_reason(self) -> bool {
        match self {
            Self::Incomplete | Self::Unsuitable | Self::Missing | Self::NotNeeded => true,
            Self::Requested | Self::Received | Self::Checked | Self::Outdated | Self::Unreadable => false,
        }
    }
}

/// What is known of one supporting document, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentNoted {
    /// The day.
    pub on: NaiveDate,
    /// The document: an entry of the list of documents.
    pub document: ListKey,
    /// Whose it is, or which one of several: « Salaire d’octobre ».
    pub part: Line,
    /// Where it stands.
    pub state: DocumentState,
    /// The day written on it.
    pub issued_on: Option<NaiveDate>,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
    /// What is wrong with it, or why it is not there.
    pub reason: Line,
    /// The files that were placed on it then.
    pub attachments: Vec<AttachmentId>,
    /// Whether placing a file says so, and not the adviser: it holds for as long as the files are there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_files: bool,
}
