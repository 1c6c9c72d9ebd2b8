//! The end of a loan: questionnaire, refund of interest, outcome, closing.

mod next_project;
mod proof;
mod refunds;
mod steps;
mod view;

pub use next_project::{NewProject, start_new_project};
pub use proof::{ProofLine, RefundProofView, obstacle};
pub use refunds::{RefundRow, RefundsView, Statement, StatementRow, refunds, statement};
pub use steps::{
    ClosingForm, RefundForm, RefundPayment, SurveyForm, answer_survey, close_dossier, decide_refund, note_refund_paid,
};
pub use view::{
    EndingStep, EndingStepState, EndingView, HeldBankDetails, InterestSource, SurveyAsked, SurveyMomentView,
    ending_room,
};
