//! Who a paper of a dossier is made for, as the list of what went out says it.

use documents::papers::{Entry, Takes};
use domain::letter::LetterReader;
use domain::line::Line;
use domain::partner::Referrer;

use super::Subject;
use super::support_charter::lender;

/// Who reads a paper, and where an e-mail reaches them.
#[derive(Default)]
pub(crate) struct ReadBy {
    /// As the list of what went out says it.
    pub(crate) name: Line,
    /// Their address; empty when none is noted.
    pub(crate) email: String,
}

/// The bank for what it is asked, who sent the person for what they are told, and the person for all the rest.
pub(crate) fn of(entry: Entry, subject: &Subject<'_>) -> ReadBy {
    let dossier = subject.dossier;
    let bank = || {
        let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
        lender(dossier, &rules).map(|at| (at.lender.name.to_string(), at.lender.email.to_string()))
    };
    let referrer = || {
        let email = |sent: &Referrer| sent.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default();
        subject.referrer.map(|sent| (sent.structure.to_string(), email(sent)))
    };
    let person = || {
        let email = dossier.person.email.as_ref().map(|email| email.as_str().to_owned());
        (dossier.person.display_name(), email.unwrap_or_default())
    };
    let nowhere = |name: &str| (name.to_owned(), String::new());
    let (name, email) = match (letter_read_by(entry), entry.key) {
        (Some(LetterReader::Bank), _) | (None, "bank_file") => bank().unwrap_or_else(|| nowhere("la banque")),
        (Some(LetterReader::Referrer), _) => referrer().unwrap_or_default(),
        (Some(LetterReader::Commission), _) => nowhere("la commission de surendettement"),
        (None, "heirs_sheet") => nowhere("les héritiers"),
        (Some(LetterReader::Person) | None, _) => person(),
    };
    ReadBy { name: Line::read(&name).unwrap_or_default(), email }
}

fn letter_read_by(entry: Entry) -> Option<LetterReader> {
    if let Takes::Letter(kind) = entry.takes { Some(kind.reader()) } else { None }
}
