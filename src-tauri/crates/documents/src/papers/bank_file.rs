//! The bank file: what a lender reads to decide on a request.
//!
//! The first sheet is the synthesis a committee votes on. Six parts follow, each on its own
//! sheet: who asks, what for, the budget, the loan, the assessment with its reasoned opinion,
//! the registers of the Banque de France with the consent of each borrower; the last sheet is
//! the answer of the bank, to be sent back (*Un coup de pouce pour le microcrédit personnel*,
//! la constitution du dossier). They stand in the order the lender reads them in, and are
//! numbered by it.
//!
//! What is not known is left out, said to be missing on the first sheet, or left as a
//! dotted line. For the Delmas file: 2 400 € over 36 months at 4 %, 70,86 € a month, a
//! TAEG of 4,07 %, 300,07 € a person left after it for a threshold of 250 €.

mod answer_form;
mod budget;
mod evaluation;
mod facts;
mod identity;
mod lack;
mod loan;
mod pieces;
mod project;
mod synthesis;
mod transmission;

pub use facts::{
    BankFile, BankFileAlert, BankFileBorrower, BankFileBudget, BankFileDocument, BankFileLender, BankFileLoan,
    BankFileQuestion, BankFileScan, BankFileSupport, CheckPassedOver, Conditions, CourseStep, CriterionFound,
    DocumentStanding, EarlierPresentation, OfficeDecision,
};
pub use lack::{Lack, lacks};
pub use synthesis::AtTable;
pub(super) use synthesis::at_table;

use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::dossier::Precision;
use domain::settings::BankFilePart;
use domain::words::{Labelled, counted, file_size, known_date, on_known_date, spaced};

use crate::finish::{Identity, finish, finish_merged};
use crate::merge::{Merged, Reduction, Unplaced, Weight};
use crate::page::{Foot, Format, Length, Sheets, Strip, TagId, Typesetter, flow_on, following, lay_on};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::{Paper, PaperError};
use pieces::Pieces;

/// What people call the paper.
pub const TITLE: &str = "Dossier de transmission à la banque";

/// Bytes of a megabyte, as [`file_size`] counts them.
const MEGABYTE: u64 = 1_000_000;

/// A part is short under so much of a sheet, in percent.
const SHORT: i64 = 35;

/// The part the scans stand behind, when there are any.
const PIECES: &str = "Les pièces du dossier";

/// What gives the bytes of a scan by its rank, or breaks off when the file is no longer wanted.
pub type ReadScan<'r> = dyn FnMut(usize) -> ControlFlow<(), Result<Vec<u8>, Unplaced>> + 'r;

/// Prints the pages of the office alone; whatever is missing is said on the first sheet.
///
/// Refuses only sums beyond the limit of amounts.
pub fn render(file: &BankFile, head: &Letterhead) -> Result<Paper, PaperError> {
    let (sheets, setter) = set(file, head, &Pieces::none())?;
    finish(sheets, &setter, &identity_of(file, head))
}

/// Prints the bank file with its scans behind it, in the order of the list.
///
/// `read` gives the bytes of a scan by its rank, documents in their order: one at a time, all of them again for each try
/// at what the mailbox of the lender takes. When it breaks off, the file is no longer wanted. What cannot be read is told in the list and on the first sheet; the rest
/// prints. A file too large for that mailbox says so in its remarks. Refuses only sums beyond the limit of amounts.
pub fn render_with_scans(
    file: &BankFile,
    head: &Letterhead,
    weight: Weight,
    read: &mut ReadScan<'_>,
) -> Result<Paper, PaperError> {
    let most = file.lender.as_ref().and_then(|lender| lender.attachment_megabytes);
    let mut reduction = weight.reduction();
    loop {
        let paper = merge(file, head, (weight, reduction), read)?;
        let fits = most.is_none_or(|most| size_of(&paper) <= u64::from(most).saturating_mul(MEGABYTE));
        let further = reduction.and_then(Reduction::further).filter(|_| !fits);
        if further.is_none() {
            let told = most.and_then(|most| weighed(&paper, (most, fits), reduction));
            let remarks = told.into_iter().chain(paper.remarks).collect();
            return Ok(Paper { remarks, ..paper });
        }
        reduction = further;
    }
}

/// What is to be known of the size of a file for a mailbox that takes so many megabytes; nothing when it fits as it is.
fn weighed(paper: &Paper, (most, fits): (u32, bool), reduction: Option<Reduction>) -> Option<String> {
    let size = file_size(size_of(paper));
    let too_large = format!("{size} ; la banque reçoit par courriel {most} Mo au plus");
    let by_hand = "remettez-le sur clé USB ou sur papier";
    let told = match (fits, reduction) {
        (true, Some(reduction)) if reduction != Reduction::FIRST => {
            let dots = counted(reduction.dots(), "point", "points");
            format!(
                "Images ramenées à {dots} par pouce : ce fichier pèse {size}, la banque reçoit {most} Mo au plus. \
                 Regardez si les pièces se lisent encore."
            )
        }
        (true, Some(_) | None) => return None,
        (false, None) => {
            format!("Ce fichier pèse {too_large}. Cochez « Alléger pour l’envoi par courriel », ou {by_hand}.")
        }
        (false, Some(_)) => {
            format!("Même allégé, ce fichier pèse {too_large}. Envoyez-le en deux messages, ou {by_hand}.")
        }
    };
    Some(spaced(&told))
}

fn size_of(paper: &Paper) -> u64 {
    u64::try_from(paper.bytes.len()).unwrap_or(u64::MAX)
}

/// The file with its scans, their pictures made smaller when that is asked.
fn merge(
    file: &BankFile,
    head: &Letterhead,
    (weight, reduction): (Weight, Option<Reduction>),
    read: &mut ReadScan<'_>,
) -> Result<Paper, PaperError> {
    let mut merged = Merged::new(reduction);
    let ControlFlow::Continue(pieces) = Pieces::read(file, weight, &mut merged, read) else {
        return Err(PaperError::Unwanted);
    };
    let (sheets, setter) = set(file, head, &pieces)?;
    let identity = identity_of(file, head);
    // A file nobody else had a hand in keeps what it promises.
    let is_archival = pieces.pages() == 0;
    let paper = if is_archival {
        finish(sheets, &setter, &identity)?
    } else {
        finish_merged(sheets, &setter, &identity, merged)?
    };
    Ok(Paper { remarks: pieces.remarks(), ..paper })
}

/// The sheets of the file, set a first time to know where its parts and pieces begin.
fn set(file: &BankFile, head: &Letterhead, pieces: &Pieces<'_>) -> Result<(Sheets, Typesetter), PaperError> {
    let mut setter = Typesetter::new()?;
    let grid = synthesis::fitting(&mut setter, (file, head), pieces)?;
    let (strips, places) = compose(&mut setter, file, head, (pieces, &Begun::default(), grid))?;
    lay_on(Format::CLOSE, strips, &mut setter);
    let sheets = |tags: Vec<TagId>| tags.into_iter().map(|tag| setter.tags.sheet_of(tag)).collect();
    let known = Begun { parts: sheets(places.parts), pieces: sheets(places.pieces) };
    setter.begin_again();
    let (strips, _) = compose(&mut setter, file, head, (pieces, &known, grid))?;
    let (day, known) = file.told_on();
    let day = known_date(day, known);
    let foot = Foot::proved(format!("Dossier de transmission · {} · {day} · confidentiel", file.reference));
    let sheets = flow_on(Format::CLOSE, strips, &foot, &mut setter);
    Ok((sheets, setter))
}

fn identity_of(file: &BankFile, head: &Letterhead) -> Identity {
    Identity {
        title: format!("{TITLE}, {}", file.people().names()),
        author: head.office.name.clone(),
        date: file.day(),
    }
}

/// The sheets parts and pieces begin on, as far as they are known.
#[derive(Default)]
struct Begun {
    parts: Vec<Option<usize>>,
    pieces: Vec<Option<usize>>,
}

/// The tags parts and pieces begin with.
struct Places {
    parts: Vec<TagId>,
    pieces: Vec<TagId>,
}

/// Everything but the feet, and where parts and pieces begin.
fn compose(
    setter: &mut Typesetter,
    file: &BankFile,
    head: &Letterhead,
    (pieces, known, grid): (&Pieces<'_>, &Begun, &'static synthesis::Grid),
) -> Result<(Vec<Strip>, Places), PaperError> {
    let strips = synthesis::compose(setter, (file, head), (pieces, &known.parts, grid))?;
    let mut body = Body::under(setter, strips);
    let titles = titles(file);
    let mut parts = Vec::new();
    for (part, title) in file.parts.into_iter().zip(&titles) {
        let before = body.strips.len();
        parts.push(body.part(title));
        match part {
            BankFilePart::Identity => identity::compose(&mut body, file, head),
            BankFilePart::Project => project::compose(&mut body, file)?,
            BankFilePart::Budget => budget::compose(&mut body, file, head)?,
            BankFilePart::Loan => loan::compose(&mut body, file)?,
            BankFilePart::Assessment => evaluation::compose(&mut body, file, (head, grid))?,
            BankFilePart::Transmission => transmission::compose(&mut body, file, head),
        }
        if parts.len() > 1 {
            join_if_short(&mut body.strips, before);
        }
    }
    let mut begun_pieces = Vec::new();
    for title in titles.iter().skip(file.parts.len()) {
        parts.push(body.part(title));
        begun_pieces = pieces.compose(&mut body, file, &known.pieces);
    }
    let (answer, begun) = answer_form::compose(body.setter, file, head);
    body.strips.extend(answer);
    parts.push(begun);
    Ok((body.strips, Places { parts, pieces: begun_pieces }))
}

/// Puts a part that would leave its sheet nearly empty under the one before it.
fn join_if_short(strips: &mut [Strip], before: usize) {
    const ABOVE: Length = Length::mm(900);
    let Some(part) = strips.get_mut(before..) else { return };
    if synthesis::filled(part) < Format::CLOSE.room().percent(SHORT) {
        following(part, ABOVE);
    }
}

/// The name of each part under its number, the documents last when there are any.
fn titles(file: &BankFile) -> Vec<String> {
    let labels = file.parts.into_iter().map(BankFilePart::label).chain((!file.documents.is_empty()).then_some(PIECES));
    (1_usize..).zip(labels).map(|(number, label)| format!("{number}. {label}")).collect()
}

impl BankFile {
    /// The day it was sent, or the day it is printed as long as it was not, or while that day is not known.
    fn day(&self) -> NaiveDate {
        self.sent_on.filter(|_| self.sent_known == Precision::Day).unwrap_or(self.printed_on)
    }

    /// The day it was sent as exactly as it is known, or the day it is printed as long as it was not.
    fn told_on(&self) -> (NaiveDate, Precision) {
        self.sent_on.map_or((self.printed_on, Precision::Day), |day| (day, self.sent_known))
    }

    /// `le 6 juillet 2026`, `en février 2024`.
    fn when(&self) -> String {
        let (day, known) = self.told_on();
        on_known_date(day, known)
    }
}

#[cfg(test)]
pub(super) mod tests;
