//! The bank file with its scans: read one by one from the vault, merged once for the pages that are looked at in turn.
//!
//! A merge reads every scan, and the window asks for one page at a time. The last merged file is kept in memory with the
//! facts it was made of: the same facts give the same file, other ones make it anew. It goes with the keys at lock.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use documents::Paper;
use documents::merge::{Unplaced, Weight};
use documents::papers::Letterhead;
use documents::papers::bank_file::{BankFile, render_with_scans};
use domain::attachment::{Attachment, AttachmentId};
use domain::dossier::DossierId;
use store::{Piece, Pieces};

use app::caller::Progress;
use app::desk::{Desk, Slot};
use app::failure::Failure;

/// The file merged last, and what it was made of.
#[derive(Clone, Default)]
pub(crate) struct LastMerged(Arc<Mutex<Option<(Facts, Paper)>>>);

impl Slot for LastMerged {
    /// Work that is still going on keeps the former one to itself.
    fn close(&mut self) {
        *self = Self::default();
    }
}

/// All a merged file follows from; a file of the vault never changes.
#[derive(PartialEq, Eq)]
struct Facts {
    file: BankFile,
    head: Letterhead,
    scans: Vec<AttachmentId>,
    weight: Weight,
}

/// The files of a dossier and what reads them.
pub(super) struct Scans {
    kept: Vec<(Attachment, Piece)>,
    pieces: Pieces,
    weight: Weight,
    now: DateTime<Utc>,
    last: LastMerged,
}

/// A bank file about to be printed with its scans.
pub(super) struct Merging {
    file: BankFile,
    head: Letterhead,
    scans: Vec<(AttachmentId, Piece)>,
    pieces: Pieces,
    weight: Weight,
    now: DateTime<Utc>,
    last: LastMerged,
}

impl Scans {
    /// Those of a dossier, none of them read yet.
    pub(crate) fn of(desk: &Desk, dossier: DossierId, weight: Weight, now: DateTime<Utc>) -> Result<Self, Failure> {
        let kept = desk.read(|reader| {
            let mut kept = Vec::new();
            for attachment in reader.attachments(dossier)? {
                if let Some(piece) = reader.piece(dossier, attachment.id)? {
                    kept.push((attachment, piece));
                }
            }
            Ok(kept)
        })?;
        Ok(Self {
            kept,
            pieces: desk.vault()?.pieces(),
            weight,
            now,
            last: desk.slot::<LastMerged>().cloned().unwrap_or_default(),
        })
    }

    /// A file with these scans behind it, in this order.
    pub(super) fn merging(&self, file: BankFile, head: Letterhead, order: &[AttachmentId]) -> Merging {
        let piece = |id: &AttachmentId| {
            let found = self.kept.iter().find(|(attachment, _)| attachment.id == *id);
            found.map(|(_, piece)| (*id, piece.clone()))
        };
        let Self { pieces, weight, now, last, .. } = self;
        let scans = order.iter().filter_map(piece).collect();
        Merging { file, head, scans, pieces: pieces.clone(), weight: *weight, now: *now, last: last.clone() }
    }
}

impl Merging {
    /// The merged file, made anew unless it is the one made last; each scan is a step.
    pub(super) fn print(&self, progress: &Progress) -> Result<Paper, Failure> {
        let facts = Facts {
            file: self.file.clone(),
            head: self.head.clone(),
            scans: self.scans.iter().map(|(id, _)| *id).collect(),
            weight: self.weight,
        };
        let mut last = self.last.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, paper)) = last.as_ref().filter(|(made_of, _)| *made_of == facts) {
            return Ok(paper.clone());
        }
        *last = None;
        let mut is_whole = true;
        let count = |scans: usize| u32::try_from(scans).unwrap_or(u32::MAX);
        let mut read = |rank: usize| {
            if progress.step(count(rank), count(self.scans.len())).is_err() {
                return ControlFlow::Break(());
            }
            let read = self.scans.get(rank).and_then(|(_, piece)| self.pieces.read_or_recover(piece, self.now).ok());
            is_whole &= read.is_some();
            ControlFlow::Continue(read.map(|(bytes, _)| bytes).ok_or(Unplaced::Lost))
        };
        let paper = render_with_scans(&self.file, &self.head, self.weight, &mut read)?;
        // What is lost may come back from a copy.
        if is_whole && !self.scans.is_empty() {
            *last = Some((facts, paper.clone()));
        }
        Ok(paper)
    }
}
