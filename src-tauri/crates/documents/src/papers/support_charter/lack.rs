//! What a charter may lack: left to be written by hand, and said on the screen before it is printed.

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
    /// Whom to ask there.
    LenderContact,
    /// The contact's telephone.
    LenderPhone,
    /// The adviser's name.
    Advisor,
    /// The adviser's telephone.
    AdvisorPhone,
    /// The meetings of the follow-up.
    Steps,
    /// How long personal data are kept.
    DataDuration,
    /// Whom to write to about them.
    DataContact,
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
            Self::LenderContact => "contact à la banque",
            Self::LenderPhone => "téléphone du contact à la banque",
            Self::Advisor => "nom de la personne référente",
            Self::AdvisorPhone => "téléphone de la personne référente",
            Self::Steps => "rendez-vous du suivi",
            Self::DataDuration => "durée de conservation des données",
            Self::DataContact => "contact pour les données personnelles",
            Self::Town => "commune de signature",
        }
    }
}

/// What a charter of these facts would lack, in the order it says it.
#[must_use]
pub fn lacks(charter: &SupportCharter, head: &Letterhead) -> Vec<Lack> {
    let office = &head.office;
    let loan = charter.loan.as_ref();
    let reach = charter.referent.as_ref().map_or(&office.advisor_phone, |other| &other.reach);
    [
        (charter.borrowers.names().is_empty(), Lack::Borrower),
        (charter.project.is_empty(), Lack::Project),
        (loan.is_none(), Lack::Loan),
        (loan.is_some_and(|loan| loan.schedule.terms.dates.is_none()), Lack::Dates),
        (loan.is_some_and(|loan| loan.taeg.is_none() && loan.stated.taeg.is_none()), Lack::Taeg),
        (charter.lender.name.is_empty(), Lack::Lender),
        (charter.lender.contact.is_empty(), Lack::LenderContact),
        (charter.lender.phone.is_empty(), Lack::LenderPhone),
        (office.advisor.is_empty(), Lack::Advisor),
        (reach.is_empty(), Lack::AdvisorPhone),
        (charter.steps.is_empty(), Lack::Steps),
        (charter.data.kept_for.is_empty(), Lack::DataDuration),
        (office.data_contact.is_empty(), Lack::DataContact),
        (office.town.is_empty(), Lack::Town),
    ]
    .into_iter()
    .filter_map(|(lacking, lack)| lacking.then_some(lack))
    .collect()
}
