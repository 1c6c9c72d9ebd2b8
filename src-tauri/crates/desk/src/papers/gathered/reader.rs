//! Who a paper of a dossier is made for, as the list of what went out says it.

use documents::papers::Entry;
use domain::line::Line;

use super::Subject;
use super::support_charter::lender;

/// The bank for what it is asked, who sent the person for what they are told, and the person for all the rest.
pub(super) fn of(entry: Entry, subject: &Subject<'_>) -> Line {
    let dossier = subject.dossier;
    let person = || dossier.person.display_name();
    let reader = match entry.key {
        "bank_file" | "deferral_request_letter" | "default_reasons_letter" => {
            let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
            let at = lender(subject, &dossier.facts.course(), &rules);
            at.map_or_else(|| "la banque".to_owned(), |at| at.lender.name.to_string())
        }
        "referrer_feedback_letter" => subject.referrer.map(|sent| sent.structure.to_string()).unwrap_or_default(),
        "heirs_sheet" => "les héritiers".to_owned(),
        _ => person(),
    };
    Line::read(&reader).unwrap_or_default()
}
