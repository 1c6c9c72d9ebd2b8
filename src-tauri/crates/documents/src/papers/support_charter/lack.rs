//! What a charter may lack beside the fields of its text: left to be written by hand, and said on the screen before it is printed.

use super::SupportCharter;
use crate::papers::Letterhead;

/// Something a charter says and that is not known; it never keeps the charter from leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The name of a borrower.
    Borrower,
    /// What the loan is for.
    Project,
    /// The amount, the rate and the length of the loan.
    Loan,
    /// The days of its instalments.
    Dates,
    /// Its TAEG.
    Taeg,
    /// Who lends.
    Lender,
    /// The meetings of the follow-up.
    Steps,
    /// Where it is signed.
    Town,
}

impl Lack {
    /// What is lacking, in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Borrower => "nom de l’emprunteur",
            Self::Project => "projet",
            Self::Loan => "montant, taux et durée du prêt",
            Self::Dates => "dates des mensualités",
            Self::Taeg => "TAEG",
            Self::Lender => "banque",
            Self::Steps => "rendez-vous du suivi",
            Self::Town => "commune de signature",
        }
    }
}

/// What a charter of these facts would lack, in the order it says it.
#[must_use]
pub fn lacks(charter: &SupportCharter, head: &Letterhead) -> Vec<Lack> {
    let office = &head.office;
    let loan = charter.loan.as_ref();
    [
        (charter.borrowers.names().is_empty(), Lack::Borrower),
        (charter.project.is_empty(), Lack::Project),
        (loan.is_none(), Lack::Loan),
        (loan.is_some_and(|loan| loan.schedule.terms.dates.is_none()), Lack::Dates),
        (loan.is_some_and(|loan| loan.taeg.is_none() && loan.stated.taeg.is_none()), Lack::Taeg),
        (charter.lender.name.is_empty(), Lack::Lender),
        (charter.steps.is_empty(), Lack::Steps),
        (office.town.is_empty(), Lack::Town),
    ]
    .into_iter()
    .filter_map(|(lacking, lack)| lacking.then_some(lack))
    .collect()
}
