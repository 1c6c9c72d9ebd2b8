//! What statements say of a budget: operations recognised by rules that are data, incidents, rhythms, proposals, indicators.

mod counterpart;
mod groups;
mod incidents;
mod indicators;
mod proposals;
mod rhythm;
mod rules;

pub use indicators::{Indicators, Marked};
pub use proposals::{ProofLine, Proposal};
pub use rhythm::Frequency;
pub use rules::{OwnRule, WordRules, WordsRefused};

pub(crate) use proposals::proposals;
