//! Who a paper of a dossier is made for, as the list of what went out says it.

use documents::papers::{Entry, Takes};
use domain::letter::LetterReader;
use domain::line::Line;

use super::Subject;
use super::support_charter::lender;

/// The bank for what it is asked, who sent the person for what they are told, and the person for all the rest.
pub(crate) fn of(entry: Entry, subject: &Subject<'_>) -> Line {
    let dossier = subject.dossier;
    let person = || dossier.person.display_name();
    let bank = || {
        let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
        let at = lender(dossier, &rules);
        at.map_or_else(|| "la banque".to_owned(), |at| at.lender.name.to_string())
    };
    let reader = match (letter_read_by(entry), entry.key) {
        (Some(LetterReader::Bank), _) | (None, "bank_file") => bank(),
        (Some(LetterReader::Referrer), _) => {
            subject.referrer.map(|sent| sent.structure.to_string()).unwrap_or_default()
        }
        (Some(LetterReader::Commission), _) => "la commission de surendettement".to_owned(),
        (None, "heirs_sheet") => "les héritiers".to_owned(),
        (Some(LetterReader::Person) | None, _) => person(),
    };
    Line::read(&reader).unwrap_or_default()
}

fn letter_read_by(entry: Entry) -> Option<LetterReader> {
    if let Takes::Letter(kind) = entry.takes { Some(kind.reader()) } else { None }
}
