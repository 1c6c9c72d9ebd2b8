//! The loan simulated: its terms, its schedule, its cost and its TAEG, in a dossier or without one.

mod change;
mod choice;
mod durations;
mod explained;
mod field;
mod limits;
mod offered;
mod offers;
mod own_rule;
mod plain_words;
mod refund;
mod revolving;
mod shown_loan;
mod simulate;
mod taeg;
mod terms;
mod together;
mod typed_loan;
mod view;

pub use change::{LenderKept, SimulationChange, change_simulation, keep_lender};
pub use choice::{ChoiceTyped, ChoiceView, record_choice, remove_choice};
pub use durations::DurationTried;
pub use explained::{LoanFigure, LoanFigureAsked, all_explained, explain_loan};
pub use field::SimulationField;
pub use limits::LimitView;
pub use offered::{LoanOffered, OfferKind, Offered, offered};
pub use offers::{Keeping, OfferView, OfferedLoan};
pub use own_rule::OwnRule;
pub use plain_words::suggested;
pub use revolving::{RevolvingView, example_rate_origin};
pub use shown_loan::{InstalmentRow, LoanShown, YearRow};
pub use simulate::{PlainInstalment, Simulated, simulate};
pub use taeg::{FlowTyped, FlowsTyped, TaegFound, taeg};
pub use terms::{SimulationFields, SimulationFollows};
pub use together::{
    TogetherAsked, TogetherKey, TogetherLoan, TogetherMonth, TogetherRevolving, TogetherRow, TogetherView, together,
};
pub use typed_loan::LoanTyped;
pub use view::{SimulationAsked, SimulationView, WarningView, simulation};

pub(crate) use explained::{explained, loan_of};
pub(crate) use limits::{limit_of, short};
pub(crate) use terms::allowed_conditions;
