//! Everything held about a person, to be handed to them: data for a program, a paper to read, their files.
//!
//! The data are the rows of the store as they are, table by table, so that nothing added later is forgotten; the
//! paper says the same in French. What is known of other people is masked in both: the right of access of one
//! person does not open another's life (article 15, paragraph 4 of the regulation).

mod data;
mod export;
mod wording;

pub use data::{PersonHeld, person_held};
pub use export::{PersonExported, PersonToFolder, export_person};

pub(crate) use wording::is_private_note;
