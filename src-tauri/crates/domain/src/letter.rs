//! The texts of letters and of the charter: plain paragraphs with merge fields, written by the office, filled from a
//! dossier.
//!
//! A field stands between braces, by its French name: `{personne}`. A part between `{si projet}` and `{fin si}` is
//! written only when that field is known; `{sinon}` begins what is written otherwise. A backslash before a brace
//! writes the brace. Worked example: « {personne}, rappelez-moi{si permanence} {permanence}{fin si}. » gives « Mme
//! Sonia Delmas, rappelez-moi le mardi matin. », and without a known presence « Mme Sonia Delmas, rappelez-moi. ».
//!
//! What is missing is never left blank in silence: it is written as such and reported
//! (*Un coup de pouce pour le microcrédit personnel*, les courriers).

mod admission;
mod basis;
mod fault;
mod field;
mod kind;
mod refusal;
mod session;
mod template;
mod text_kind;
mod written;

pub use admission::letter_refused;
pub use basis::{adjournment, answer, appointment_to_come, last_decision, last_heard, redirection};
pub use fault::{Mend, TemplateFault, TemplateProblem, TextSpan};
pub use field::{LetterField, LetterTopic};
pub use kind::{LetterEnd, LetterKind, LetterReader};
pub use refusal::LetterRefused;
pub use session::{NoSessionLetter, session_letter};
pub use template::{Part, Template, escaped, parse};
pub use text_kind::TextKind;
pub use written::{FieldValue, FieldValues, Piece, Written, WrittenText, write, write_on};
