//! A paper of a dossier on its way out: its bytes are kept as they leave, in one action once they have left.
//!
//! The very bytes are written in the vault beside the attachments and named by a row of the dossier. The same bytes
//! given out twice are one row; a paper of no dossier leaves nothing behind.

use documents::Paper;
use domain::dossier::DossierId;
use domain::line::Line;
use domain::paper::Fingerprint;
use store::{Acted, NewKeptPaper, Pieces, WrittenPiece};

use super::gathered::Gathered;
use crate::caller::Moment;
use crate::calls::Ending;
use crate::dossiers::found;
use crate::failure::Failure;
use crate::office::Desk;

/// A paper about to leave.
pub(super) struct Leaving {
    pieces: Pieces,
    of: Option<Kept>,
}

/// What will be kept of it.
struct Kept {
    dossier: DossierId,
    paper: &'static str,
    title: &'static str,
    reader: Line,
    fingerprint: Fingerprint,
    written: WrittenPiece,
}

impl Leaving {
    /// Writes in the vault the bytes of a paper of a dossier; those of another paper are nobody's.
    pub(super) fn of(gathered: &Gathered, paper: &Paper, pieces: &Pieces) -> Result<Self, Failure> {
        let of = match (gathered.dossier(), paper.fingerprint) {
            (Some(dossier), Some(fingerprint)) => Some(Kept {
                dossier,
                paper: gathered.key(),
                title: gathered.title(),
                reader: gathered.reader(),
                fingerprint,
                written: pieces.write(&paper.bytes)?,
            }),
            (Some(_), None) | (None, _) => None,
        };
        Ok(Self { pieces: pieces.clone(), of })
    }

    /// What came of its leaving; when it could not leave, nothing of it stays.
    pub(super) fn or_taken_back<T>(&self, left: Result<T, Failure>) -> Result<T, Failure> {
        left.inspect_err(|_| self.take_back())
    }

    /// Its end at the desk: the dossier keeps it, then the answer is given.
    pub(super) fn kept<T: Send + 'static>(self, answer: T) -> Ending<T> {
        Box::new(move |desk, caller| {
            let kept = self.keep(desk, &caller.moment).inspect_err(|_| self.take_back())?;
            if kept == Outcome::KnownAlready {
                self.take_back();
            }
            Ok(answer)
        })
    }

    fn keep(&self, desk: &mut Desk, moment: &Moment) -> Result<Outcome, Failure> {
        let Some(kept) = &self.of else { return Ok(Outcome::Kept) };
        // The office may have been locked, and another one opened, while the paper was drawn.
        if desk.vault()?.pieces() != self.pieces {
            return Err(Failure::locked());
        }
        if desk.read(|reader| Ok(reader.paper_like(kept.dossier, &kept.written)?))?.is_some() {
            return Ok(Outcome::KnownAlready);
        }
        desk.act("keep_paper", moment, |writer| {
            let dossier = found(writer, kept.dossier)?;
            let new = NewKeptPaper {
                written: &kept.written,
                paper: kept.paper,
                fingerprint: kept.fingerprint,
                reader: &kept.reader,
                kept_at: moment.now,
            };
            writer.insert_kept_paper(kept.dossier, &new)?;
            let sentence = format!("Papier remis : {}, {}.", kept.title, dossier.person.display_name());
            let sentence = domain::words::spaced(&sentence);
            Ok(Acted { value: (), sentence, dossier: Some(kept.dossier), fields: vec!["kept_papers"], draft: None })
        })?;
        Ok(Outcome::Kept)
    }

    fn take_back(&self) {
        if let Some(kept) = &self.of {
            self.pieces.take_back(&kept.written);
        }
    }
}

/// What became of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The dossier names them.
    Kept,
    /// The dossier kept the same bytes before.
    KnownAlready,
}
