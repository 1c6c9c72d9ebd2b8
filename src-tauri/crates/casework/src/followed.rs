//! The room « Suivi »: the points planned and held, what happens in the person's life, the first missed instalment.
//!
//! It is light to tick off: a point needs only its day, one entry says a call with its cause and the solution asked.
//! After a missed instalment one step is lit, with its date, the words to say and what each solution would do. A
//! death stops letters and calls at once. Everything is a dated fact; tasks and the ladder follow from them.

mod arrears;
mod death;
mod events;
mod settle;
mod strip;
mod view;

pub use arrears::{ArrearsView, CallPrepared, LadderRow, LadderState, SHIFT, Solution};
pub use death::{DeathView, NewDeath, after_death, note_death};
pub use events::{
    ArrearsCall, NewFollowUpEvent, NewReview, ReviewForm, note_arrears_call, note_follow_up, note_review,
};
pub use settle::{LoanEnd, settle_loan};
pub use strip::StripMonth;
pub(crate) use strip::strip;
pub use view::{FollowedView, HappenedRow, PointRow, PointState, ReviewRow, follow_up_room};

use domain::dossier::{DossierId, Fact};
use domain::settings::Settings;
use store::Writer;

use crate::dossiers::found;
use crate::facts::admit;
use app::caller::Moment;
use app::failure::Failure;

/// Adds a fact to a dossier as it stands in the action in course. Refuses one its facts do not allow.
pub fn put(
    writer: &Writer<'_>,
    id: DossierId,
    fact: &Fact,
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    let dossier = found(writer, id)?;
    admit(&dossier, None, fact, settings, moment)?;
    writer.insert_fact(id, None, fact, moment.now)?;
    Ok(())
}
