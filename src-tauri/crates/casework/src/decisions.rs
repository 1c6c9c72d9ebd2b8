//! The decisions of a dossier: what the office decided, what lenders answered, the
//! contract, the release of the funds, the support plan, the interviews.
//!
//! Each decision is a dated fact; the action that writes it also sets the dossier's
//! next date, typed or proposed. A fact entered by mistake is corrected by another of
//! its kind, and all that follows from it is judged again.

mod answers;
mod awaited;
mod contract;
mod contract_tried;
mod correct;
mod events;
mod forms;
mod next;
mod offered;
mod plan;
mod questions;
mod read;
mod ready;
mod record;
mod recording;
mod session;
mod timeline;
mod view;
mod withdrawal;

pub use answers::AnswerState;
pub use awaited::AwaitedSession;
pub(crate) use contract::stated_differences;
pub use contract::{ContractForm, StatedDifferenceView};
pub(crate) use contract_tried::following;
pub use contract_tried::{ContractAsked, ContractRow, ContractTried, LoanDate, try_contract};
pub use correct::{FactCorrection, correct_fact};
pub use events::{EventForm, ExplanationForm};
pub use forms::{
    AgreementForm, ApprovalForm, DecisionForm, DisbursementForm, InterviewForm, NextForm, OrientationForm, RefusalForm,
    StopForm, SubmissionForm, SupportForm, SupportStepForm,
};
pub use offered::{LaterStep, OfferedForm};
pub use plan::{PlanProposal, SupportStepView, SupportView};
pub use questions::{LenderAnswer, LenderQuestion, answer_lender_question, asked_of};
pub(crate) use read::{conditioned, day_of, directed};
pub use ready::ReadyItem;
pub(crate) use ready::ready_from_the_call;
pub use recording::{
    NewDecision, decide_orientation, drop_request, explain_refusal, note_agreement_in_principle, note_approval,
    note_disbursement, note_interview, note_lending_event, note_refusal, note_withdrawal, plan_support, sign_contract,
    submit_to_lender,
};
pub(crate) use session::{Granted, decide_in_session};
pub(crate) use timeline::CLOSING;
pub use timeline::{ClosedView, ContractView, DisbursementView, InterviewRow, OrientationRow, PresentationRow};
pub use view::{CorrectionRow, DecisionsView, decisions};
pub use withdrawal::{StripDay, StripDayState, WithdrawalView};
