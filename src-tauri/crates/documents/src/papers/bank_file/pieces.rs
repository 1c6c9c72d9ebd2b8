//! The last part: every document by its number, what is joined, seen or lacking, then the pages under their stamp.
//!
//! A document is one piece whatever the number of its files: « P3 · page 2 sur 5 » counts all of them. No file of the
//! computer is named, and no sheet stands between two pieces. What cannot be read is told in the list, and keeps nothing
//! else from being there.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::words::{counted, lowered, numeric_date, spaced};

use super::{BankFile, BankFileDocument, BankFileScan, DocumentStanding, ReadScan};
use crate::merge::{Merged, Scanned, Unplaced, Weight};
use crate::page::{Align, Length, Measure, Role, Row, Stamped, TagId, below, beside};
use crate::papers::body::Body;
use crate::papers::panel::{Fit, Panel};
use crate::papers::wording::{plain, strong};

/// Said in the window.
const NOT_ARCHIVAL: &str =
    "Ce fichier contient des pages venues d’ailleurs : il n’est pas archivable tel quel (ni PDF/A, ni PDF/UA).";
const NOTHING: &str = "–";
const JOINED: [(i64, Align, &str); 7] = [
    (7, Align::Left, "N°"),
    (33, Align::Left, "Pièce"),
    (20, Align::Left, "De qui"),
    (12, Align::Left, "Datée du"),
    (12, Align::Left, "Valable jusqu’au"),
    (7, Align::Right, "Pages"),
    (9, Align::Left, "Dans ce dossier"),
];
const SEEN: [(i64, Align, &str); 6] = [
    (7, Align::Left, "N°"),
    (33, Align::Left, "Pièce"),
    (20, Align::Left, "De qui"),
    (12, Align::Left, "Datée du"),
    (12, Align::Left, "Vue le"),
    (16, Align::Left, "Pourquoi elle n’est pas jointe"),
];
const TO_JOIN: [(i64, Align, &str); 3] =
    [(7, Align::Left, "N°"), (53, Align::Left, "Pièce"), (40, Align::Left, "De qui")];
const MISSING: [(i64, Align, &str); 4] =
    [(7, Align::Left, "N°"), (38, Align::Left, "Pièce"), (23, Align::Left, "De qui"), (32, Align::Left, "Pourquoi")];

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

    /// How many pages others made.
    pub(super) fn pages(&self) -> usize {
        self.all.iter().map(Piece::pages).fold(0, usize::saturating_add)
    }

    /// The pieces of which a file could not be read: `P2, bulletins de salaire`.
    pub(super) fn unreadable(&self) -> Vec<String> {
        let broken = self.all.iter().filter(|piece| piece.unread().next().is_some());
        broken.map(|piece| format!("{}, {}", piece.document.code, piece.document.label)).collect()
    }

    /// What the adviser is to know before the file leaves.
    pub(super) fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        for piece in &self.all {
            let code = &piece.document.code;
            for (scan, why) in piece.unread() {
                let told = format!("{code} illisible, « {} » : {}. {}", scan.name, why.reason(), why.remedy());
                remarks.push(spaced(&told));
            }
            remarks.extend(piece.read().flat_map(|(_, scanned)| scanned.remarks.clone()));
        }
        if self.pages() > 0 {
            remarks.push(spaced(NOT_ARCHIVAL));
        }
        remarks
    }

    /// The list of the documents, then the pages of those that have a file; gives back what each begins with.
    pub(super) fn compose(&self, body: &mut Body<'_>, file: &BankFile, sheets: &[Option<usize>]) -> Vec<TagId> {
        self.list(body, file, sheets);
        let part = body.place;
        let begun = self.all.iter().filter_map(|piece| piece.compose(body, part)).collect();
        body.place = part;
        begun
    }

    /// What is joined, what is only seen, what lacks, what grows old before an answer, how the copies were made.
    fn list(&self, body: &mut Body<'_>, file: &BankFile, sheets: &[Option<usize>]) {
        body.tighten();
        body.say(vec![plain(
            "Une seule numérotation : la même dans la liste remise à la personne, son autorisation, cette page et le \
             tampon de chaque copie.",
        )]);
        let readable: Vec<&Piece<'_>> = self.all.iter().filter(|piece| piece.pages() > 0).collect();
        if !readable.is_empty() {
            let rows = readable.iter().enumerate().map(|(place, piece)| {
                let first = sheets.get(place).copied().flatten();
                piece.row(first, file.expires(piece.document))
            });
            let mut rows: Vec<Row> = rows.collect();
            let count = counted(readable.len(), "pièce jointe", "pièces jointes");
            let mut total = vec![String::new(), count];
            total.resize(JOINED.len().saturating_sub(2), String::new());
            rows.push(Row::Total([total, vec![self.pages().to_string(), String::new()]].concat()));
            body.rows(&JOINED, rows);
        }
        let seen: Vec<&BankFileDocument> = file.documents.iter().filter(|document| is_on_paper(document)).collect();
        if !seen.is_empty() {
            body.section("Vues au CCAS, non jointes");
            body.rows(&SEEN, seen.into_iter().map(|document| on_paper(document, file.expires(document))).collect());
        }
        let named = |one: &BankFileDocument| [&one.code, &one.label, &one.whose].map(|cell| spaced(cell)).to_vec();
        let to_join = file.documents.iter().filter(|one| one.standing == DocumentStanding::ToJoin);
        let to_join: Vec<Row> = to_join.map(|one| Row::Line(named(one))).collect();
        if !to_join.is_empty() {
            body.section("À joindre");
            body.rows(&TO_JOIN, to_join);
        }
        let missing = self.missing(file).map(|(one, why)| Row::Line([named(one), vec![spaced(&why)]].concat()));
        let missing: Vec<Row> = missing.collect();
        if missing.is_empty() {
            body.say(vec![strong("Manque à ce jour : "), plain("rien.")]);
        } else {
            body.section("Manque à ce jour");
            body.rows(&MISSING, missing);
        }
        self.beside(body, file);
    }

    /// What is not there, or cannot be read, each with why.
    fn missing<'a>(&'a self, file: &'a BankFile) -> impl Iterator<Item = (&'a BankFileDocument, String)> {
        let missing = file.documents.iter().filter_map(|one| match &one.standing {
            DocumentStanding::Missing(reason) => Some((one, reason.clone())),
            DocumentStanding::ToJoin | DocumentStanding::There(_) => None,
        });
        let unread = self.all.iter().flat_map(|piece| piece.unread().map(|(_, why)| (piece.document, why.reason())));
        missing.chain(unread)
    }

    /// Under the tables: what grows old, and how the copies were made.
    fn beside(&self, body: &mut Body<'_>, file: &BankFile) {
        let named = |document: &BankFileDocument| format!("{}, {}", document.code, lowered(&document.label));
        let (left, right) = Measure::halves();
        let mut first = Panel::fitting(body.setter, left, Fit::Close);
        let over: Vec<String> = file
            .documents
            .iter()
            .filter(|document| file.expires(document))
            .filter_map(|document| Some(format!("{} : {}", named(document), numeric_date(document.valid_until?))))
            .collect();
        if !over.is_empty() {
            first.heading("Ce qui expire avant la réponse demandée");
            first.say(&[plain(format!("{}.", over.join(" ; ")))]);
        }
        let first = first.strips();
        let mut second = Panel::fitting(body.setter, right, Fit::Close);
        if self.pages() > 0 {
            let how = match self.weight {
                Weight::Whole => "Les PDF d’origine sont joints à ce fichier.",
                Weight::ForEmail => {
                    "Les images sont allégées pour l’envoi par courriel ; les originaux restent au CCAS."
                }
            };
            second.heading("Comment les copies ont été faites");
            let alike = self.all.iter().filter(|piece| piece.document.seen_on.is_none()).count();
            let compared = match (alike, self.all.len()) {
                (0, _) => "Chaque copie a été comparée à son original.".to_owned(),
                (none, all) if none == all => "Les copies n’ont pas été comparées à leur original.".to_owned(),
                (_, _) => "Le tampon dit si la copie a été comparée à son original.".to_owned(),
            };
            let reduced = "Chaque page est réduite pour tenir sous son tampon, jamais rognée.";
            second.say(&[plain(format!("{compared} {reduced} {how}"))]);
        }
        let second = second.strips();
        body.leave(Length::mm(300));
        body.add(vec![beside(first, second)]);
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

    /// Its line of the list, with the sheets its pages are on.
    fn row(&self, first: Option<usize>, expires: bool) -> Row {
        let document = self.document;
        let pages = self.pages();
        let sheets = first.map(|first| {
            let (from, to) = (first.saturating_add(1), first.saturating_add(pages));
            match pages {
                1 => from.to_string(),
                2 => format!("{from} et {to}"),
                _ => format!("{from} à {to}"),
            }
        });
        let cells = [
            document.code.clone(),
            document.label.clone(),
            document.whose.clone(),
            day(document.dated_on),
            until(document),
            pages.to_string(),
            sheets.unwrap_or_default(),
        ];
        told(cells.map(|cell| spaced(&cell)).to_vec(), expires)
    }

    /// The pages under their stamps; gives back what the first begins with.
    fn compose(&self, body: &mut Body<'_>, part: TagId) -> Option<TagId> {
        let document = self.document;
        let of = self.pages();
        let place = body.setter.tags.add(part, Role::Part);
        let label = format!("{} · {}", document.label, document.whose);
        let compared = match document.seen_on {
            Some(day) => format!("original vu le {}", numeric_date(day)),
            None => "copie non comparée".to_owned(),
        };
        let title = spaced(&format!("{}. {}", document.code, document.label));
        let mut begun = None;
        for (number, page) in (1_usize..).zip(self.read().flat_map(|(_, scanned)| scanned.pages.iter().copied())) {
            let stamp = format!("{} · page\u{a0}{number} sur\u{a0}{of}", document.code);
            let begins = (number == 1).then_some(title.as_str());
            let (label, compared) = (spaced(&label), spaced(&compared));
            let stamped = Stamped { stamp: &stamp, label: &label, compared: &compared, begins, page };
            let (tag, strips) = body.setter.stamped(place, &stamped);
            begun = begun.or(Some(tag));
            body.strips.extend(below(Length::ZERO, strips));
        }
        begun
    }
}

impl BankFile {
    /// Whether a document grows old before the answer that is asked for.
    fn expires(&self, document: &BankFileDocument) -> bool {
        let by = self.lender.as_ref().and_then(|lender| lender.answer_by);
        document.valid_until.zip(by).is_some_and(|(until, by)| until < by)
    }
}

/// Whether it is there and has no file.
fn is_on_paper(document: &BankFileDocument) -> bool {
    matches!(document.standing, DocumentStanding::There(_)) && document.scans.is_empty()
}

fn on_paper(document: &BankFileDocument, expires: bool) -> Row {
    let why = if document.reason.is_empty() { "sans copie" } else { &document.reason };
    let cells = [
        document.code.clone(),
        document.label.clone(),
        document.whose.clone(),
        day(document.dated_on),
        day(document.seen_on),
        why.to_owned(),
    ];
    told(cells.map(|cell| spaced(&cell)).to_vec(), expires)
}

/// A line; in strong letters when it grows old too soon.
fn told(cells: Vec<String>, expires: bool) -> Row {
    if expires { Row::Strong(cells) } else { Row::Line(cells) }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| NOTHING.to_owned(), numeric_date)
}

/// Its last day, or that it has none.
fn until(document: &BankFileDocument) -> String {
    match document.valid_until {
        Some(until) => numeric_date(until),
        None if document.ages => NOTHING.to_owned(),
        None => "sans limite".to_owned(),
    }
}
