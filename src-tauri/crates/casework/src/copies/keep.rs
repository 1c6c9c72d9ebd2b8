//! A verified copy before a dangerous act.

use store::Reason;

use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// Makes a verified copy of the office as it is, here and now: the act it comes before does not begin unless it
/// succeeds. The copy is kept thirty days.
///
/// Errors: the copy could not be made or did not pass its verification, in a sentence.
pub fn keep_before(desk: &mut Desk, reason: Reason, moment: &Moment) -> Result<(), Failure> {
    let snapshot = desk.vault()?.snapshot(reason, moment.now);
    let made = snapshot.and_then(|snapshot| snapshot.finish(&mut |_, _| true));
    made.map(drop).map_err(|cause| {
        let mut failure = Failure::from(cause);
        let first = "La copie de sécurité qui vient d’abord n’a pas pu être faite.";
        failure.message = domain::words::spaced(&format!("{first} {}", failure.message));
        failure
    })
}
