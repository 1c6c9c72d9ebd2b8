//! The loan simulated: its terms, its schedule, its cost and its TAEG, in a dossier or without one.

mod change;
mod explained;
mod limits;
mod offers;
mod shown_loan;
mod simulate;
mod taeg;
mod view;

pub use change::{LenderKept, SimulationChange, SimulationField, change_simulation, keep_lender};
pub use limits::LimitView;
pub use offers::OfferView;
pub use shown_loan::{InstalmentRow, LoanShown, YearRow};
pub use simulate::{LoanTyped, PlainInstalment, Simulated, simulate};
pub use taeg::{FlowTyped, FlowsTyped, TaegFound, taeg};
pub use view::{SimulationFields, SimulationFollows, SimulationView, WarningView, simulation};

pub(crate) use explained::explained;
pub(crate) use limits::{limit_of, passed, refusal};
