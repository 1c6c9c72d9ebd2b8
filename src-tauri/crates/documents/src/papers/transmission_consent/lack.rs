//! What a consent may lack: left to be written by hand, and said on the screen before it is printed.

use super::TransmissionConsent;
use crate::papers::Letterhead;

/// What the consent leaves to be written by hand and the dossier could say, in words.
#[must_use]
pub fn lacks(consent: &TransmissionConsent, head: &Letterhead) -> Vec<Lack> {
    let office = &head.office;
    [
        (consent.lender.is_empty(), Lack::Lender),
        (consent.amount.is_none() || consent.months.is_none(), Lack::Loan),
        (consent.purpose.is_empty(), Lack::Project),
        (consent.budget_version.is_none(), Lack::Budget),
        (office.data_contact.is_empty(), Lack::DataContact),
        (office.town.is_empty(), Lack::Town),
        (consent.kept_years.is_none(), Lack::DataDuration),
    ]
    .into_iter()
    .filter_map(|(lacking, what)| lacking.then_some(what))
    .collect()
}

/// Something a consent says and that is not known; it never keeps it from being printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The lender it names.
    Lender,
    /// The amount and the months asked for.
    Loan,
    /// What the loan is for.
    Project,
    /// A version of the budget.
    Budget,
    /// Whom to write to about personal data.
    DataContact,
    /// Where it is signed.
    Town,
    /// How long personal data are kept.
    DataDuration,
}

impl Lack {
    /// What is lacking, in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Lender => "banque",
            Self::Loan => "montant et durée du prêt",
            Self::Project => "projet",
            Self::Budget => "fiche budgétaire",
            Self::DataContact => "contact pour les données personnelles",
            Self::Town => "commune de signature",
            Self::DataDuration => "durée de conservation des données",
        }
    }
}
