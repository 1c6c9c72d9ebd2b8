//! The end of a loan: questionnaire, refund of interest, outcome, closing.

mod note;
mod refunds;
mod view;

pub use note::{
    BankDetailsForm, ClosingForm, NewProject, RefundForm, RefundPayment, SurveyForm, answer_survey, close_dossier,
    decide_refund, note_refund_paid, receive_bank_details, start_new_project,
};
pub use refunds::{RefundRow, RefundsView, refunds};
pub use view::{
    EndingStep, EndingStepState, EndingView, HeldBankDetails, ProofLine, RefundProofView, SurveyAsked,
    SurveyMomentView, ending_room,
};

pub(crate) use refunds::statement_rows;
pub(crate) use view::obstacle;
