//! What a session decides of a request: the office's decision, and the grant where the committee itself grants.

use chrono::NaiveDate;
use domain::dossier::{DossierId, Fact, Orientation};
use domain::settings::Settings;
use domain::words::numeric_date;
use store::Writer;

use super::forms::{ApprovalForm, DecisionForm, SubmissionForm};
use super::read::FormReading;
use super::ready::advisor;
use super::record::record;
use crate::dossiers::found;
use app::caller::Moment;
use app::failure::Failure;

/// Who grants what a session decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Granted {
    /// The committee: the sending to the lender and its approval are of that day.
    Here,
    /// A lender, later.
    Later,
}

/// Notes what a session decided of a dossier.
pub(crate) fn decide_in_session(
    writer: &Writer<'_>,
    id: DossierId,
    (orientation, granted): (Orientation, Granted),
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    let advisor = advisor(writer)?;
    let day = orientation.decided_on;
    let note = orientation.conditions.to_string();
    record(writer, &found(writer, id)?, &Fact::OrientationDecided(orientation), (settings, &advisor), moment)?;
    if granted == Granted::Here {
        for form in [sent(day, &note), approved(day, &note)] {
            let dossier = found(writer, id)?;
            let reading = FormReading { dossier: &dossier, settings, moment, corrects: None };
            let fact = reading.fact(&form)?;
            record(writer, &dossier, &fact, (settings, &advisor), moment)?;
        }
    }
    Ok(())
}

/// The dossier goes to the lender it was simulated with, which sits in the committee.
fn sent(day: NaiveDate, note: &str) -> DecisionForm {
    let sent_on = numeric_date(day);
    DecisionForm::Submission(SubmissionForm { sent_on, note: note.to_owned(), ..SubmissionForm::default() })
}

fn approved(day: NaiveDate, note: &str) -> DecisionForm {
    DecisionForm::Approval(ApprovalForm { on: numeric_date(day), note: note.to_owned(), ..ApprovalForm::default() })
}
