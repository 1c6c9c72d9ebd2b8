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
mod project;
mod transmission;

pub use facts::{
    BankFile, BankFileBorrower, BankFileBudget, BankFileDocument, BankFileLender, BankFileLoan, BankFileQuestion,
    BankFileSupport, CheckPassedOver, Conditions, CourseStep, CriterionFound, DocumentStanding, OfficeDecision,
};
pub use lack::{Lack, lacks};

use chrono::NaiveDate;
use domain::words::long_date;

use crate::finish::{Identity, finish};
use crate::page::{Foot, Strip, TagId, Typesetter, flow, lay};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::full_name;
use crate::{Paper, PaperError};

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

/// Prints the bank file; whatever is missing is said on its first sheet.
///
/// Refuses only sums beyond the limit of amounts.
pub fn render(file: &BankFile, head: &Letterhead) -> Result<Paper, PaperError> {
    let sheets_of_parts = {
        let mut setter = Typesetter::new()?;
        let (strips, parts) = compose(&mut setter, file, head, &[])?;
        lay(strips, &mut setter);
        parts.into_iter().map(|part| setter.tags.sheet_of(part)).collect::<Vec<_>>()
    };
    let mut setter = Typesetter::new()?;
    let (strips, _) = compose(&mut setter, file, head, &sheets_of_parts)?;
    let day = long_date(file.day());
    let foot = Foot::proved(format!("Dossier de transmission · {} · {day} · confidentiel", file.reference));
    let sheets = flow(strips, &foot, &mut setter);
    let identity =
        Identity { title: format!("{TITLE}, {}", file.names()), author: head.office.name.clone(), date: file.day() };
    finish(sheets, &setter, &identity)
}

/// Everything but the feet, and the tag of each part; `sheets` are those the parts are known to begin on.
fn compose(
    setter: &mut Typesetter,
    file: &BankFile,
    head: &Letterhead,
    sheets: &[Option<usize>],
) -> Result<(Vec<Strip>, Vec<TagId>), PaperError> {
    let verb = if file.sent_on.is_some() { "transmis" } else { "établi" };
    let lines = [
        HeadLine::named("", "Confidentiel"),
        HeadLine::named("Référence", &file.reference),
        HeadLine::plain(format!("{verb} le\u{a0}{}", long_date(file.day()))),
    ];
    let strips = letterhead(setter, head, &lines);
    let mut body = Body::under(setter, strips);
    cover::compose(&mut body, (file, head), sheets)?;
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
    Ok((body.strips, parts))
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
