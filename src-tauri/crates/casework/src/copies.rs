//! Copies of the office: made by themselves, before what is dangerous, on a stick; looked at, put back.

mod doubts;
mod keep;
mod looked;
mod made;
mod outside;
mod places;
mod restored;
mod view;
mod wording;

pub use doubts::{AsideRow, DoubtView, OneAside, answer_doubts, bring_back_state, destroy_aside};
pub use keep::keep_before;
pub use looked::{CopyToOpen, look_at_copy, stop_looking};
pub use made::{CopyDone, copy_here, copy_if_due, finish_copies, hear};
pub use outside::{ChosenPlace, choose_copy_place, copy_outside};
pub use places::{OneCopy, PlaceAsked};
pub use restored::{restore_copy, undo_restore};
pub use store::Reason;
pub use view::{CopiesRead, CopiesView, CopyCard, CopyCompared, CopyRow, compare_copy, copies, read_copies};

pub(crate) use doubts::doubt_sentence;
pub(crate) use made::{damage, forget_damage, looked, take_on_closing};
pub(crate) use view::{Notice, notices, outside_line};
pub(crate) use wording::last_copies;
