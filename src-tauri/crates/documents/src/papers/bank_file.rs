//! The bank file: what a lender reads to decide on a request.
//!
//! The first sheet says the essential: four figures, a summary, what is asked of the
//! lender. Six parts follow, each on its own sheet: who asks, what for, the budget, the
//! loan, the assessment with its reasoned opinion, the registers of the Banque de France
//! with the consent of each borrower (*Un coup de pouce pour le microcrédit personnel*,
//! la constitution du dossier).
//!
//! What is not known is left out, said to be missing on the first sheet, or left as a
//! dotted line. For the Delmas file: 2 400 € over 36 months at 4 %, 70,86 € a month, a
//! TAEG of 4,07 %, 300,07 € a person left after it for a threshold of 250 €.

mod budget;
mod cover;
mod evaluation;
mod facts;
mod identity;
mod lack;
mod loan;
mod pieces;
mod project;
mod transmission;

pub use facts::{
    BankFile, BankFileBorrower, BankFileBudget, BankFileDocument, BankFileLender, BankFileLoan, BankFileQuestion,
    BankFileScan, BankFileSupport, CheckPassedOver, Conditions, CourseStep, CriterionFound, DocumentStanding,
    OfficeDecision,
};
pub use lack::{Lack, lacks};

use chrono::NaiveDate;
use domain::words::long_date;

use crate::finish::{Identity, finish, finish_merged};
use crate::merge::{Merged, Unplaced, Weight};
use crate::page::{Foot, Sheets, Strip, TagId, Typesetter, flow, lay};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::full_name;
use crate::{Paper, PaperError};
use pieces::Pieces;

/// What people call the paper.
pub const TITLE: &str = "Dossier de transmission à la banque";

/// The parts, each on its own sheet, in the order lenders ask for.
const PARTS: [&str; 6] = [
    "1. Identité et situation",
    "2. Projet, devis et plan de financement",
    "3. Budget",
    "4. Simulation et échéancier",
    "5. Évaluation et avis motivé",
    "6. Situation Banque de France, pièces et consentement",
];

/// The part the scans stand behind, when there are any.
const PIECES: &str = "7. Pièces justificatives";

/// Prints the pages of the office alone; whatever is missing is said on the first sheet.
///
/// Refuses only sums beyond the limit of amounts.
pub fn render(file: &BankFile, head: &Letterhead) -> Result<Paper, PaperError> {
    let (sheets, setter) = set(file, head, &Pieces::none())?;
    finish(sheets, &setter, &identity_of(file, head))
}

/// Prints the bank file with its scans behind it, each document behind its separator.
///
/// `read` gives the bytes of a scan by its rank, documents in their order: one at a time, never twice. What cannot be read
/// is told on its separator and on the first sheet; the rest prints. Refuses only sums beyond the limit of amounts.
pub fn render_with_scans(
    file: &BankFile,
    head: &Letterhead,
    weight: Weight,
    read: &mut dyn FnMut(usize) -> Result<Vec<u8>, Unplaced>,
) -> Result<Paper, PaperError> {
    let mut merged = Merged::new(weight);
    let pieces = Pieces::read(file, weight, &mut merged, read);
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
    let known = {
        let mut setter = Typesetter::new()?;
        let (strips, places) = compose(&mut setter, file, head, (pieces, &Begun::default()))?;
        lay(strips, &mut setter);
        let sheets = |tags: Vec<TagId>| tags.into_iter().map(|tag| setter.tags.sheet_of(tag)).collect();
        Begun { parts: sheets(places.parts), pieces: sheets(places.pieces) }
    };
    let mut setter = Typesetter::new()?;
    let (strips, _) = compose(&mut setter, file, head, (pieces, &known))?;
    let day = long_date(file.day());
    let foot = Foot::proved(format!("Dossier de transmission · {} · {day} · confidentiel", file.reference));
    let sheets = flow(strips, &foot, &mut setter);
    Ok((sheets, setter))
}

fn identity_of(file: &BankFile, head: &Letterhead) -> Identity {
    Identity { title: format!("{TITLE}, {}", file.names()), author: head.office.name.clone(), date: file.day() }
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
    (pieces, known): (&Pieces<'_>, &Begun),
) -> Result<(Vec<Strip>, Places), PaperError> {
    let verb = if file.sent_on.is_some() { "transmis" } else { "établi" };
    let lines = [
        HeadLine::named("", "Confidentiel"),
        HeadLine::named("Référence", &file.reference),
        HeadLine::plain(format!("{verb} le\u{a0}{}", long_date(file.day()))),
    ];
    let strips = letterhead(setter, head, &lines);
    let mut body = Body::under(setter, strips);
    cover::compose(&mut body, (file, head), (pieces, &known.parts))?;
    let [identity, project, budget, loan, evaluation, transmission] = PARTS;
    let mut parts = vec![body.part(identity)];
    identity::compose(&mut body, file, head);
    parts.push(body.part(project));
    project::compose(&mut body, file)?;
    parts.push(body.part(budget));
    budget::compose(&mut body, file, head)?;
    parts.push(body.part(loan));
    loan::compose(&mut body, file)?;
    parts.push(body.part(evaluation));
    evaluation::compose(&mut body, file, head);
    parts.push(body.part(transmission));
    transmission::compose(&mut body, file, head);
    let mut separators = Vec::new();
    if !pieces.is_empty() {
        parts.push(body.part(PIECES));
        separators = pieces.compose(&mut body, file, &known.pieces);
    }
    Ok((body.strips, Places { parts, pieces: separators }))
}

impl BankFile {
    /// The day it was sent, or the day it is printed as long as it was not.
    fn day(&self) -> NaiveDate {
        self.sent_on.unwrap_or(self.printed_on)
    }

    /// `Mme Sonia Delmas et M. Karim Benali`.
    fn names(&self) -> String {
        let names: Vec<String> = self.borrowers().map(|borrower| full_name(&borrower.person)).collect();
        names.join(" et ")
    }
}

#[cfg(test)]
mod tests;
