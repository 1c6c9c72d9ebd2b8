//! A PDF of a bank read by where its letters stand: no template, only headings, edges and figures that have to agree.

pub(crate) mod accounts;
mod columns;
mod cut;
mod glyphs;
mod head;
mod lines;
mod money;
mod readings;

mod split;
mod table_lines;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro::hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::headings::Headings;
use crate::reading::Refusal;
use crate::statement::Draft;
use glyphs::Drawing;

/// The most pages that are read: a year of statements has fewer.
const MOST_PAGES: usize = 400;
/// Where the mark of the end of a file is looked for, in bytes from its end.
const TAIL: usize = 2_048;
/// Fewer letters than this on a page with a picture are a stamp on a scan.
const STAMP: usize = 60;
/// From so many shapes without letters on, the letters are drawn as shapes.
const DRAWN_LETTERS: usize = 200;

/// The statements of a PDF. Errors: the refusal, when it holds none that can be read.
pub(crate) fn read(bytes: &[u8], words: &Headings) -> Result<Vec<Draft>, Refusal> {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    if !tail.windows(5).any(|mark| mark == b"%%EOF") {
        return Err(Refusal::Damaged);
    }
    // What a damaged file may still break in the reader of pages stays inside this reading.
    let pages = catch_unwind(AssertUnwindSafe(|| drawings(bytes))).map_err(|_| Refusal::Damaged)??;
    let seen: usize = pages.iter().map(|page| page.seen.len()).sum();
    let unseen: usize = pages.iter().map(|page| page.unseen.len()).sum();
    let unnamed: usize = pages.iter().map(|page| page.unnamed).sum();
    let pictures: usize = pages.iter().map(|page| page.pictures).sum();
    let shapes: usize = pages.iter().map(|page| page.shapes).sum();
    if unnamed > seen.saturating_add(unseen) {
        return Err(Refusal::UnreadableText);
    }
    let stamped = pictures > 0 && seen < STAMP.saturating_mul(pages.len());
    let (mut visible, mut scanned) = (Vec::new(), Vec::new());
    for (number, page) in pages.into_iter().enumerate() {
        let number = number.saturating_add(1);
        visible.extend(lines::lines(number, page.seen));
        scanned.extend(lines::lines(number, page.unseen));
    }
    let mut drafts = readings::drafts(&visible, words);
    if drafts.is_empty() && unseen > 0 {
        drafts = readings::drafts(&scanned, words);
        for draft in &mut drafts {
            draft.scanner = true;
        }
        drafts.retain(|draft| crate::proof::prove(draft).holds());
    }
    if !drafts.is_empty() {
        return Ok(drafts);
    }
    Err(if stamped || unseen > 0 && pictures > 0 {
        Refusal::Scanned
    } else if seen == 0 && shapes > DRAWN_LETTERS || unnamed > seen / 4 && unnamed > 0 {
        Refusal::UnreadableText
    } else if seen == 0 {
        Refusal::Damaged
    } else {
        Refusal::NotAStatement
    })
}

fn drawings(bytes: &[u8]) -> Result<Vec<Drawing>, Refusal> {
    let file = Pdf::new(Arc::new(bytes.to_vec())).map_err(|cause| match cause {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Password,
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => Refusal::Unsupported,
        LoadPdfError::Decryption(DecryptionError::MissingIDEntry | DecryptionError::InvalidEncryption)
        | LoadPdfError::Invalid => Refusal::Damaged,
    })?;
    let pages = file.pages();
    if pages.is_empty() {
        return Err(Refusal::Damaged);
    }
    if pages.len() > MOST_PAGES {
        return Err(Refusal::TooLarge);
    }
    Ok(pages.iter().map(glyphs::drawing).collect())
}

#[cfg(test)]
mod tests;
