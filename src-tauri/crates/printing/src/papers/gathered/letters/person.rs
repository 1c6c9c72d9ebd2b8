//! What letters tell of the office, of the person, and of who sent them.

use chrono::NaiveDate;
use domain::letter::{FieldValues, LetterField as Field};
use domain::partner::FeedbackAgreement;
use domain::person::Title;
use domain::report::{Became, report_row};
use domain::words::{Borrowers, Voice, long_date, of_the, short_office, the, to_the};

use super::super::Subject;
use super::answer_by;

/// The office and its adviser.
pub(super) fn office(subject: &Subject<'_>, told: &mut FieldValues) {
    let office = &subject.head.office;
    let short = Some(short_office(&office.name)).filter(|short| !short.is_empty()).unwrap_or("CCAS");
    told.tell(Field::OfficeThe, the(short));
    told.tell(Field::OfficeOf, of_the(short));
    told.tell(Field::OfficeTo, to_the(short));
    told.tell(Field::OfficeName, office.name.clone());
    told.tell(Field::OfficeNameThe, the(&office.name));
    told.tell(Field::Advisor, office.advisor.clone());
    let phone = office.advisor_line();
    told.tell(Field::AdvisorPhone, phone);
    told.tell(Field::AdvisorPresence, office.presence.clone());
    told.tell(Field::Complaints, office.complaints.clone());
    told.tell(Field::Today, long_date(subject.moment.today));
    told.tell(Field::AnswerBy, long_date(answer_by(subject)));
}

/// The person's name and the reference of their dossier.
pub(super) fn person(subject: &Subject<'_>, told: &mut FieldValues) {
    let borrowers = subject.dossier.borrowers();
    told.tell(Field::Person, borrowers.names());
    told.tell(Field::ShortName, borrowers.addressed());
    let (pronoun, that) = pronouns(&borrowers);
    told.tell(Field::HeOrShe, pronoun);
    told.tell(Field::ThatHeOrShe, that);
    told.tell_some(Field::Borrowers, (borrowers.voice() == Voice::Together).then(|| borrowers.names()));
    told.tell(Field::Reference, subject.dossier.reference.clone());
}

/// `elle` and `qu’elle`, `ils` and `qu’ils`; the names where a title is not stated.
fn pronouns(borrowers: &Borrowers) -> (String, String) {
    let any = |title| borrowers.people().iter().any(|person| person.title == title);
    if any(Title::NotStated) {
        let names = borrowers.addressed();
        return (names.clone(), format!("que {names}"));
    }
    let plural = borrowers.voice().pick("", "s");
    let pronoun = if any(Title::Monsieur) { format!("il{plural}") } else { format!("elle{plural}") };
    (pronoun.clone(), format!("qu’{pronoun}"))
}

/// What who sent the person may know: with their agreement, and no more than it.
pub(super) fn referral(subject: &Subject<'_>, told: &mut FieldValues) {
    let row = report_row(subject.dossier);
    let Some((on, agreed)) = row.feedback else { return };
    match agreed {
        FeedbackAgreement::Refused => {}
        FeedbackAgreement::CameOnly => told.tell(Field::FeedbackAgreedOn, long_date(on)),
        FeedbackAgreement::Given => {
            told.tell(Field::FeedbackAgreedOn, long_date(on));
            told.tell(Field::Became, became(Became::of(&row), row.loan_end.map(|end| end.on)));
        }
    }
}

/// What became of the request, without a reason nor an amount.
fn became(became: Became, over: Option<NaiveDate>) -> &'static str {
    match became {
        Became::Loan if over.is_some() => "La demande a abouti à un microcrédit. Ce prêt est aujourd’hui terminé.",
        Became::Loan => "La demande a abouti à un microcrédit, que nous accompagnons.",
        Became::Elsewhere => "Une autre solution qu’un microcrédit a été cherchée avec la personne.",
        Became::Informed => "La personne a reçu les renseignements qu’elle demandait.",
        Became::Dropped => "La personne n’a pas donné suite à sa demande. Notre porte reste ouverte.",
        Became::Refused | Became::Inadmissible => {
            "La demande n’a pas abouti à un microcrédit. Nous restons à la disposition de la personne."
        }
        Became::Open => "La demande suit son cours.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_and_a_request_that_may_not_be_admitted_are_told_alike() {
        assert_eq!(
            became(Became::Refused, None),
            became(Became::Inadmissible, None),
            "the reason is not told by another word"
        );
    }
}
