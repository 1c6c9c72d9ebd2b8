//! What was scanned or received for a dossier: a file kept as it came, under the name it had.
//!
//! A file is known by what it holds, never by its name. Which document it stands for is the adviser's word,
//! taken from the list of supporting documents (*Un coup de pouce pour le microcrédit personnel*, la
//! constitution du dossier).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::settings::ListKey;

/// Number of an attachment in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttachmentId(pub i64);

vocabulary! {
    /// What a file holds, as its bytes say.
    pub enum ContentKind {
        Pdf => "pdf", "PDF";
        Jpeg => "jpeg", "Photo JPEG";
        Png => "png", "Image PNG";
        Text => "text", "Texte";
        /// A Word document without macros.
        Docx => "docx", "Document Word";
        /// An OpenDocument text without macros.
        Odt => "odt", "Document OpenDocument";
    }
}

impl ContentKind {
    /// The ending its files have outside.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Text => "txt",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }

    /// Whether the window shows it by itself; the others open in another program.
    #[must_use]
    pub fn is_shown_inside(self) -> bool {
        match self {
            Self::Pdf | Self::Jpeg | Self::Png | Self::Text => true,
            Self::Docx | Self::Odt => false,
        }
    }
}

/// The supporting document a file is placed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    /// The document, in the list of supporting documents.
    pub document: ListKey,
    /// Whose it is, or which one of several; empty for the only one.
    pub part: Line,
    /// The day it was placed there.
    pub on: NaiveDate,
}

/// The supporting document that the text of a file says it is: a place that is proposed, until it is placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The document, in the list of supporting documents.
    pub document: ListKey,
    /// Whose it is, or which one of several; empty for the only one.
    pub part: Line,
}

vocabulary! {
    /// By how many degrees the pages of a file are turned clockwise; its bytes stay as they came.
    #[derive(Default)]
    pub enum Rotation {
        /// As they came.
        #[default]
        None => "none";
        /// 90°.
        Quarter => "quarter";
        /// 180°.
        Half => "half";
        /// 270°.
        ThreeQuarters => "three_quarters";
    }
}

impl Rotation {
    /// In degrees, clockwise.
    #[must_use]
    pub fn degrees(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Quarter => 90,
            Self::Half => 180,
            Self::ThreeQuarters => 270,
        }
    }

    /// The rotation of so many degrees; nothing for another number than 0, 90, 180 and 270.
    #[must_use]
    pub fn of_degrees(degrees: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|rotation| i64::from(rotation.degrees()) == degrees)
    }
}

/// A file of a dossier, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its number.
    pub id: AttachmentId,
    /// What it holds.
    pub kind: ContentKind,
    /// The name it came under, or was given since; never a path.
    pub name: Line,
    /// The supporting document it is placed on.
    pub filing: Option<Filing>,
    /// What its text says it is; nothing when its text says nothing, or it has none.
    pub recognised: Option<Recognised>,
    /// How far its pages are turned to be read upright.
    pub rotation: Rotation,
    /// How many bytes were attached.
    pub size: u64,
    /// When.
    pub added_at: DateTime<Utc>,
}
