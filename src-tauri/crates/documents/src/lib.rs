//! Facts in, bytes out: the papers of the office.
//!
//! A paper is a struct of facts and one verb that prints it, [`papers`] being the
//! register; [`spreadsheet`] gives tables their file. Nothing here reads a file, a clock or the store, and the same facts
//! give the same bytes. What is printed can be shown on screen by [`raster`].

mod digest;
mod finish;
pub mod logo;
pub mod merge;
mod page;
pub mod papers;
pub mod picture;
pub mod protection;
pub mod raster;
pub mod register;
pub mod spreadsheet;

use std::sync::Arc;

use chrono::NaiveDate;
use domain::paper::Fingerprint;
use thiserror::Error;

/// A printed paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The PDF file, held once by all who have it.
    pub bytes: Arc<Vec<u8>>,
    /// Characters no font has, printed « ? », each once.
    pub unprintable: Vec<char>,
    /// What is to be known of it before it leaves, a sentence each.
    pub remarks: Vec<String>,
    /// Whether it follows PDF/A-3a and PDF/UA-1: nobody can promise them for pages others made.
    pub is_archival: bool,
    /// What stands at the foot of its pages and tells which version of the facts they show; a paper of no dossier has
    /// none.
    pub fingerprint: Option<Fingerprint>,
}

impl Paper {
    /// A paper as it was set, nothing to be known of it.
    fn of(bytes: Vec<u8>, setter: &page::Typesetter, fingerprint: Option<Fingerprint>) -> Self {
        let (bytes, unprintable) = (Arc::new(bytes), setter.fonts.unprintable());
        Self { bytes, unprintable, remarks: Vec::new(), is_archival: true, fingerprint }
    }
}

/// Papers of an office put behind one another, as one file to print in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The name of the file: `Livret de séance : Commission du jeudi 26 novembre 2026`.
    pub title: String,
    /// The office.
    pub office: String,
    /// The day the facts were established.
    pub date: NaiveDate,
    /// Each paper with the name of its bookmark.
    pub papers: Vec<(String, Paper)>,
}

impl Bundle {
    /// The file: each paper keeps its sheets, its foot and its fingerprint. Errors: there is no paper to print.
    pub fn print(&self) -> Result<Paper, PaperError> {
        let identity = finish::Identity { title: self.title.clone(), author: self.office.clone(), date: self.date };
        finish::together(&self.papers, &identity)
    }
}

/// Why a paper could not be printed. None of these is a fault of the facts.
#[derive(Debug, Error)]
pub enum PaperError {
    /// An embedded font does not open.
    #[error("font {0} cannot be used")]
    Font(&'static str),
    /// An amount of the working is beyond what Étrier counts with.
    #[error(transparent)]
    Amount(#[from] domain::money::AmountTooLarge),
    /// The composed file lacks a part the finishing pass builds on.
    #[error("the composed file is not as expected")]
    Composed(#[from] lopdf::Error),
    /// Whoever gives its scans stopped giving them: the paper is no longer wanted.
    #[error("the paper is no longer wanted")]
    Unwanted,
    /// The finished file could not be written to memory.
    #[error("the finished file could not be written")]
    Written(#[from] std::io::Error),
}
