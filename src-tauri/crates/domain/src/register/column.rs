//! What a column of a register can hold.

use serde::{Deserialize, Serialize};

/// What a column of a register tells of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterColumn {
    /// Name and first name in one cell.
    FullName,
    /// Name.
    LastName,
    /// First name.
    FirstName,
    /// Day of birth.
    BornOn,
    /// Telephone.
    Phone,
    /// Town.
    Commune,
    /// Day of the first contact.
    RequestedOn,
    /// By where the person came.
    Origin,
    /// What the loan is for.
    Purpose,
    /// The product it was asked under.
    Product,
    /// The amount asked for.
    AmountAsked,
    /// The day of the assessment, or a mark.
    Assessed,
    /// What became of the request, in a word.
    Outcome,
    /// Why the lender refused.
    RefusalReason,
    /// Where the person was sent instead.
    RedirectedTo,
    /// The lender.
    Lender,
    /// The day it was sent to the lender.
    SentOn,
    /// The day of the answer.
    DecidedOn,
    /// The amount granted, or a mark.
    AmountGranted,
    /// The months.
    Months,
    /// The yearly rate.
    AnnualRate,
    /// The instalment the contract states.
    Instalment,
    /// The day the funds were released, or a mark.
    DisbursedOn,
    /// The day the loan was over.
    RepaidOn,
    /// What was left unpaid.
    Loss,
    /// The interest given back.
    RefundAmount,
    /// The day it was given back.
    RefundedOn,
    /// The number of the line in the register.
    RegisterNumber,
}

impl RegisterColumn {
    /// Every column, in the order of a request's life.
    pub const ALL: [Self; 28] = [
        Self::FullName,
        Self::LastName,
        Self::FirstName,
        Self::BornOn,
        Self::Phone,
        Self::Commune,
        Self::RequestedOn,
        Self::Origin,
        Self::Purpose,
        Self::Product,
        Self::AmountAsked,
        Self::Assessed,
        Self::Outcome,
        Self::RefusalReason,
        Self::RedirectedTo,
        Self::Lender,
        Self::SentOn,
        Self::DecidedOn,
        Self::AmountGranted,
        Self::Months,
        Self::AnnualRate,
        Self::Instalment,
        Self::DisbursedOn,
        Self::RepaidOn,
        Self::Loss,
        Self::RefundAmount,
        Self::RefundedOn,
        Self::RegisterNumber,
    ];

    /// Whether it is needed to know whose line it is.
    #[must_use]
    pub fn names_the_person(self) -> bool {
        [Self::FullName, Self::LastName].contains(&self)
    }
}
