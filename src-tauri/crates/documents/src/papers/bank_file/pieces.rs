//! The last part: the documents with a file, numbered, each behind its separator, its pages under their stamp.
//!
//! A document is one piece whatever the number of its files: « Pièce 3 – page 2/5 » counts all of them. What cannot be read
//! is told where it would have been, and keeps nothing else from being there.

use std::ops::ControlFlow;

use domain::words::{counted, long_date, numeric_date, spaced};

use super::{BankFile, BankFileDocument, BankFileScan, DocumentStanding, ReadScan};
use crate::merge::{Merged, Scanned, Unplaced, Weight};
use crate::page::{Heading, Length, Stamped, TagId, TextStyle, below};
use crate::papers::body::Body;
use crate::papers::wording::{plain, strong};

const LIST: TextStyle = TextStyle::of(960, 1_260);
/// Said where the pieces are listed, and in the window.
const NOT_ARCHIVAL: &str =
    "Ce fichier contient des pages venues d’ailleurs : il n’est pas archivable tel quel (ni PDF/A, ni PDF/UA).";

/// The pieces of a bank file, read.
pub(super) struct Pieces<'f> {
    weight: Weight,
    all: Vec<Piece<'f>>,
}

/// A document and what was read of its files.
struct Piece<'f> {
    document: &'f BankFileDocument,
    files: Vec<(&'f BankFileScan, Result<Scanned, Unplaced>)>,
}

impl<'f> Pieces<'f> {
    /// No piece: the pages of the office alone.
    pub(super) fn none() -> Self {
        Self { weight: Weight::Whole, all: Vec::new() }
    }

    /// Reads the files of the documents that are there, one after the other, and places them; breaks off with `read`.
    pub(super) fn read(
        file: &'f BankFile,
        weight: Weight,
        merged: &mut Merged,
        read: &mut ReadScan<'_>,
    ) -> ControlFlow<(), Self> {
        let mut rank = 0_usize;
        let mut all = Vec::new();
        for document in file.documents.iter().filter(|document| !document.scans.is_empty()) {
            let mut files = Vec::new();
            for scan in &document.scans {
                let bytes = read(rank)?;
                rank = rank.saturating_add(1);
                let mut scanned = bytes.and_then(|bytes| merged.take(scan.kind, &scan.name, &bytes));
                if let Ok(scanned) = &mut scanned {
                    merged.rotate(scanned, scan.rotation);
                }
                files.push((scan, scanned));
            }
            all.push(Piece { document, files });
        }
        ControlFlow::Continue(Self { weight, all })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many pages others made.
    pub(super) fn pages(&self) -> usize {
        self.all.iter().map(Piece::pages).fold(0, usize::saturating_add)
    }

    /// The pieces of which a file could not be read: `pièce 2, bulletins de salaire`.
    pub(super) fn unreadable(&self) -> Vec<String> {
        let broken = self.numbered().filter(|(_, piece)| piece.unread().next().is_some());
        broken.map(|(number, piece)| format!("pièce {number}, {}", piece.document.label)).collect()
    }

    /// What the adviser is to know before the file leaves.
    pub(super) fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        for (number, piece) in self.numbered() {
            for (scan, why) in piece.unread() {
                let told = format!("Pièce {number} illisible, « {} » : {}. {}", scan.name, why.reason(), why.remedy());
                remarks.push(spaced(&told));
            }
            remarks.extend(piece.read().flat_map(|(_, scanned)| scanned.remarks.clone()));
        }
        if self.pages() > 0 {
            remarks.push(spaced(NOT_ARCHIVAL));
        }
        remarks
    }

    /// The list of the pieces, then each of them; gives back what each begins with.
    pub(super) fn compose(&self, body: &mut Body<'_>, file: &BankFile, sheets: &[Option<usize>]) -> Vec<TagId> {
        self.list(body, file, sheets);
        let part = body.place;
        let begun = self.numbered().map(|(number, piece)| piece.compose(body, part, number)).collect();
        body.place = part;
        begun
    }

    fn list(&self, body: &mut Body<'_>, file: &BankFile, sheets: &[Option<usize>]) {
        let count = counted(self.all.len(), "pièce", "pièces");
        let pages = counted(self.pages(), "page", "pages");
        let how = match self.weight {
            Weight::Whole => "Les PDF d’origine sont joints à ce fichier.",
            Weight::ForEmail => "Les images sont allégées pour l’envoi par courriel ; les originaux restent au CCAS.",
        };
        let reduced = "Chaque page est réduite pour tenir sous son tampon, jamais rognée.";
        body.say(vec![strong(format!("{count}, {pages}. ")), plain(format!("{reduced} {how}"))]);
        let entry = |(place, (number, piece)): (usize, (usize, &Piece<'_>))| {
            let title = format!("Pièce {number}. {} : {}", piece.document.label, piece.told());
            (spaced(&title), sheets.get(place).copied().flatten())
        };
        let entries: Vec<_> = self.numbered().enumerate().map(entry).collect();
        let lines = body.setter.contents(body.place, &entries, LIST, crate::page::Measure::WHOLE);
        body.add(lines);
        self.tell_unread(body);
        let without: Vec<&str> = file.documents.iter().filter(|document| is_on_paper(document)).map(label).collect();
        if !without.is_empty() {
            body.say(vec![strong("Sans fichier, vues au CCAS : "), plain(format!("{}.", without.join(" ; ")))]);
        }
        if self.pages() > 0 {
            body.note(NOT_ARCHIVAL);
        }
    }

    fn tell_unread(&self, body: &mut Body<'_>) {
        let unread = self.numbered().flat_map(|(number, piece)| piece.unread().map(move |unread| (number, unread)));
        let told: Vec<String> = unread
            .map(|(number, (scan, why))| format!("pièce {number}, « {} » ({})", scan.name, why.reason()))
            .collect();
        if !told.is_empty() {
            body.say(vec![strong("Illisibles : "), plain(format!("{}.", told.join(" ; ")))]);
        }
    }

    fn numbered(&self) -> impl Iterator<Item = (usize, &Piece<'f>)> {
        (1_usize..).zip(&self.all)
    }
}

impl<'f> Piece<'f> {
    fn pages(&self) -> usize {
        self.read().map(|(_, scanned)| scanned.pages.len()).fold(0, usize::saturating_add)
    }

    fn read(&self) -> impl Iterator<Item = (&'f BankFileScan, &Scanned)> {
        self.files.iter().filter_map(|(scan, read)| Some((*scan, read.as_ref().ok()?)))
    }

    fn unread(&self) -> impl Iterator<Item = (&'f BankFileScan, Unplaced)> {
        self.files.iter().filter_map(|(scan, read)| Some((*scan, read.as_ref().err().copied()?)))
    }

    /// `vérifiée, 2 pages`, or that it is unreadable.
    fn told(&self) -> String {
        let state = state(self.document);
        let pages = counted(self.pages(), "page", "pages");
        match (self.pages(), self.unread().next().is_some()) {
            (0, _) => "illisible".to_owned(),
            (_, true) => format!("{state}, {pages}, en partie illisible"),
            (_, false) => format!("{state}, {pages}"),
        }
    }

    /// The separator, then the pages under their stamps.
    fn compose(&self, body: &mut Body<'_>, part: TagId, number: usize) -> TagId {
        let title = spaced(&format!("Pièce {number}. {}", self.document.label));
        let begun = body.piece(part, Heading::PIECE, &title);
        let pairs = [("État", state(self.document)), ("Pages", self.pages().to_string())];
        body.pairs(pairs.to_vec());
        for (scan, read) in &self.files {
            let day = long_date(scan.received_on);
            match read {
                Ok(scanned) => {
                    let pages = counted(scanned.pages.len(), "page", "pages");
                    body.say(vec![strong(scan.name.clone()), plain(format!(" : {pages}, reçu le\u{a0}{day}."))]);
                    scanned.remarks.iter().for_each(|remark| body.note(remark));
                }
                Err(why) => {
                    let told = format!("« {} », {}, reçu le\u{a0}{day}.", scan.name, why.reason());
                    body.say(vec![strong(spaced("Pièce illisible : ")), plain(spaced(&told))]);
                }
            }
        }
        let of = self.pages();
        let pages = self.read().flat_map(|(scan, scanned)| scanned.pages.iter().map(move |page| (scan, *page)));
        for (place, (scan, page)) in (1_usize..).zip(pages) {
            let stamp = format!("Pièce\u{a0}{number} – page\u{a0}{place}/{of}");
            let label = format!("{} · {} · reçu le {}", self.document.label, scan.name, numeric_date(scan.received_on));
            let stamped = Stamped { stamp: &stamp, label: &spaced(&label), page };
            let strips = body.setter.stamped(body.place, &stamped);
            body.strips.extend(below(Length::ZERO, strips));
        }
        begun
    }
}

fn label(document: &BankFileDocument) -> &str {
    &document.label
}

/// Whether it is there and has no file.
fn is_on_paper(document: &BankFileDocument) -> bool {
    matches!(document.standing, DocumentStanding::There(_)) && document.scans.is_empty()
}

fn state(document: &BankFileDocument) -> String {
    match &document.standing {
        DocumentStanding::There(state) => state.clone(),
        DocumentStanding::ToJoin => "jointe".to_owned(),
        DocumentStanding::Missing(reason) => reason.clone(),
    }
}
