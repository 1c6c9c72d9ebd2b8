//! « Enveloppe de garantie »: what the office set aside to guarantee loans, what is committed, called and left.
//!
//! The envelope is a dated setting whose source is the board's resolution. Every figure shows the dossiers behind it;
//! what a sending would commit is told apart. An office without a product it guarantees itself never sees the page
//! (*Bien vivre, dépasser le cadre du microcrédit classique*, la caution du CCAS).

mod envelope;

pub use envelope::{EnvelopeFields, EnvelopeVersion, GuaranteeRow, GuaranteeView, NewEnvelope};
pub(crate) use envelope::{engaged, tell_what_is_left};
pub use envelope::{guarantee_envelope, set_guarantee_envelope};
