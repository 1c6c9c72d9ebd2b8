//! « Relevés »: the statements of a person's accounts, read in memory, proved to the cent, proposed to the budget.
//!
//! A reading is files brought by the adviser or kept in the dossier already. Nothing of it is stored: it waits in the
//! memory of the desk until it is written, given up, or the office locks. What is accepted is one action, with the
//! figures of the accounts, the papers and the count of their months. What is not proved proposes nothing.
//!
//! Example: three PDF of a quarter give three proved months, twelve proposals; the nine that are accepted are nine lines
//! « vu sur les relevés », undone together.

mod bring;
mod figures;
mod lines;
mod months;
mod parts;
mod patterns;
mod proposals;
mod questions;
mod session;
mod view;
mod write;

pub use bring::{StatementFiles, bring_statements};
pub use figures::{BalanceCurve, StatementFigure};
pub use months::{AccountRead, AskedAgain, StatementMonth, UnreadFile};
pub use parts::{ProposalPart, ProposalSplit, split_proposal};
pub use patterns::{
    ProposalTaught, StatementPattern, StatementPatternChanged, StatementPatterns, change_statement_pattern,
    statement_patterns, teach_proposal,
};
pub use proposals::{JoinableLine, ProposedLine, ProposedSection, SeenOperation};
pub use questions::PersonQuestion;
pub use session::{AccountDescribed, BalanceTyped, ProposalDecided};
pub use view::{
    KeptStatement, StatementReadingView, StatementsRead, close_statements, decide_proposal, describe_account,
    statement_reading, type_balance,
};
pub use write::{StatementsWritten, write_statements};
