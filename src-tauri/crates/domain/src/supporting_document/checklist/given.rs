//! Where one part of a document stands, from what was noted of it and the files placed on it.

use chrono::NaiveDate;

use super::ChecklistLine;
use crate::attachment::{Attachment, AttachmentId};
use crate::dossier::{DocumentNoted, DocumentState, FactId};
use crate::line::Line;
use crate::supporting_document::SupportingDocument;

/// What is known of one part of a document: what was noted of it, in the order of days, and the files placed on it.
pub(super) struct Given<'a> {
    pub(super) noted: Vec<(FactId, &'a DocumentNoted)>,
    pub(super) files: Vec<&'a Attachment>,
}

impl<'a> Given<'a> {
    /// What the adviser noted last; that it was there counts for as long as one of the files it was said of is.
    fn by_hand(&self) -> Option<(FactId, &'a DocumentNoted)> {
        let is_gone = |noted: &DocumentNoted| {
            let is_here = |id: &AttachmentId| self.files.iter().any(|file| file.id == *id);
            noted.state.is_there() && !noted.attachments.is_empty() && !noted.attachments.iter().any(is_here)
        };
        self.noted.iter().rev().find(|(_, noted)| !noted.from_files && !is_gone(noted)).copied()
    }

    /// What placing the files that are there noted, once the adviser had noted something else of it.
    fn by_files(&self, by_hand: Option<(FactId, &DocumentNoted)>) -> Option<(FactId, &'a DocumentNoted)> {
        let is_new = |id: &AttachmentId| self.files.iter().any(|file| file.id == *id && is_unseen(file, by_hand));
        let is_later = |(id, noted): &&(FactId, &DocumentNoted)| {
            by_hand.is_none_or(|(hand, before)| (noted.on, *id) > (before.on, hand))
        };
        let placed = self.noted.iter().rev().filter(|(_, noted)| noted.from_files).filter(is_later);
        placed.into_iter().find(|(_, noted)| noted.attachments.iter().any(is_new)).copied()
    }
}

/// Whether a file was not there yet when the adviser noted the document last.
fn is_unseen(file: &Attachment, by_hand: Option<(FactId, &DocumentNoted)>) -> bool {
    by_hand.is_none_or(|(_, noted)| !noted.attachments.contains(&file.id))
}

impl SupportingDocument {
    /// Where files alone bring it: received once all it takes are there, or was said to be.
    #[must_use]
    pub fn state_by_files(&self, files: usize, was_there: bool) -> DocumentState {
        let wanted = usize::try_from(self.count).unwrap_or(usize::MAX);
        if was_there || files >= wanted { DocumentState::Received } else { DocumentState::Incomplete }
    }

    /// How many files are there and how many make it whole, when files alone leave it incomplete.
    #[must_use]
    pub fn partial(&self, files: usize, state: DocumentState) -> Option<(u32, u32)> {
        let files = u32::try_from(files).unwrap_or(u32::MAX);
        (state == DocumentState::Incomplete).then_some((files, self.count))
    }
}

/// Where one part of a document stands, its number apart.
pub(super) fn line<'a>(
    document: &'a SupportingDocument,
    (part, wanted): (Line, Option<bool>),
    given: Given<'a>,
    today: NaiveDate,
) -> ChecklistLine<'a> {
    let by_hand = given.by_hand();
    let by_files = given.by_files(by_hand);
    let awaited = by_hand.is_none_or(|(_, noted)| noted.state.is_awaited());
    let came = by_files.is_some() || awaited && given.files.iter().any(|file| is_unseen(file, by_hand));
    if came {
        let was_there = by_hand.is_some_and(|(_, noted)| noted.state.is_there());
        let state = document.state_by_files(given.files.len(), was_there);
        let partial = document.partial(given.files.len(), state);
        let (state, files, valid_until) = (Some(state), given.files, None);
        return ChecklistLine {
            number: 0,
            document,
            part,
            wanted,
            state,
            partial,
            noted: by_files,
            files,
            valid_until,
        };
    }
    let valid_until = by_hand.and_then(|(_, noted)| document.last_day(noted.issued_on, noted.valid_until));
    let over = valid_until.is_some_and(|day| day < today);
    let state =
        by_hand.map(|(_, noted)| if over && noted.state.is_there() { DocumentState::Outdated } else { noted.state });
    let (number, partial, noted, files) = (0, None, by_hand, given.files);
    ChecklistLine { number, document, part, wanted, state, partial, noted, files, valid_until }
}
