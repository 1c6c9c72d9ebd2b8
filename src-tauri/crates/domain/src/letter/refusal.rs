//! Why a letter cannot leave.

use thiserror::Error;

use crate::money::AmountTooLarge;

/// Why a letter cannot leave yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterRefused {
    /// The dossier is closed, or the borrower died.
    Stopped,
    /// The request was received before the dossier was begun here.
    BegunElsewhere,
    /// The request is studied already.
    AlreadyStudied,
    /// No appointment is to come.
    NoAppointment,
    /// An appointment is to come: the person is not silent.
    AppointmentToCome,
    /// The request waits for someone else than the person.
    NoNewsAwaited,
    /// The person was heard too lately.
    HeardLately,
    /// The last decision of the office does not direct elsewhere.
    NotRedirected,
    /// The last decision of the office does not find the request inadmissible.
    NotInadmissible,
    /// No session put the request off, or it was decided since.
    NotAdjourned,
    /// The last decision of the office does not submit the request, or the lender answered.
    NotSubmitted,
    /// No bank has the dossier.
    NotPresented,
    /// No over-indebtedness procedure is noted.
    NoProcedure,
    /// The money was released.
    AlreadyPaid,
    /// The contract is signed.
    AlreadySigned,
    /// No lender approved.
    NotGranted,
    /// No lender refused.
    NotRefused,
    /// No refusal is without a reason.
    ReasonsKnown,
    /// No loan is being repaid.
    NotRunning,
    /// The whole sum became due.
    Lost,
    /// No instalment is declared missed.
    NothingMissed,
    /// More than one instalment is missed.
    SeveralMissed,
    /// No instalment is owed or to come.
    NothingLeft,
    /// Nobody said that payment is difficult.
    NoDifficulty,
    /// No cause of the difficulty is noted.
    NoCause,
    /// The only causes noted pass within a month or two.
    PassingCause,
    /// The lender announced nothing, and too few instalments are missed.
    NoThreat,
    /// The loan is not repaid.
    NotRepaid,
    /// No refund was granted.
    NoRefund,
    /// No refund was refused.
    RefundNotRefused,
    /// The account is known.
    AccountKnown,
    /// No refund is due.
    NoRefundDue,
    /// Nobody sent the person.
    NoReferrer,
    /// The person was not asked whether who sent them may be told.
    NoAgreement,
    /// The person does not want who sent them to be told.
    AgreementRefused,
}

/// What stops a letter while its facts are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum Stop {
    /// A fact it asserts is not noted, or says otherwise.
    #[error("the letter cannot leave yet")]
    Refused(LetterRefused),
    /// A sum is beyond the limit of amounts.
    #[error(transparent)]
    Amount(#[from] AmountTooLarge),
}

impl From<LetterRefused> for Stop {
    fn from(refused: LetterRefused) -> Self {
        Self::Refused(refused)
    }
}

/// Whether a letter may leave.
pub(super) type Admitted = Result<(), Stop>;
