//! The letters of a dossier: what each waits for, the text in force, what is known of its fields.
//!
//! Only what was noted is written; what is missing is written as such and told before printing.

mod decision;
mod difficulty;
mod loan;
mod person;
mod refund;
mod request;
mod silence;
mod waits;

use chrono::NaiveDate;
use documents::papers::letter::{OfficeLetter, render};
use domain::calendar::days_after;
use domain::dossier::{FactId, Precision};
use domain::letter::{
    FieldValues, LetterField, LetterKind, LetterReader, LetterTopic, Piece, TemplateProblem, TextKind, Written,
    WrittenText, answer, parse, write, write_on,
};
use domain::person::Title;
use domain::settings::{LetterText, ListEntry, ListKey};
use domain::words::{Labelled, full_name, long_date, lowered};

pub(super) use self::request::{coming, coming_words};
use super::{Missing, NotYet, Prepared, Subject, support_charter};
use app::failure::Failure;
use casework::dossiers::RoomKey;

/// Days in which an answer is asked for, when the office set none.
const ANSWER_DAYS: u32 = 10;

/// A letter as its text and a dossier make it.
pub(in crate::papers) struct Composed {
    /// What it is about.
    pub(in crate::papers) about: WrittenText,
    /// Its paragraphs.
    pub(in crate::papers) body: WrittenText,
}

/// A letter ready to be printed with the text in force today, or what it waits for.
pub(super) fn prepare(kind: LetterKind, subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    if let Some(not_yet) = waits::of(kind, subject)? {
        return Ok(Err(not_yet));
    }
    let text = subject.settings.letters.at(kind, subject.moment.today).ok_or_else(|| Failure::broken("courrier"))?;
    let mut composed = compose(kind.into(), text, subject)?.map_err(|_| Failure::broken("courrier-lu"))?;
    // A sentence of this letter alone ends its text; no sign of it is a mark.
    let added = subject.own_words.lines().filter(|line| !line.trim().is_empty());
    composed.body.paragraphs.extend(added.map(|line| Written::Say(vec![Piece::Value(line.trim().to_owned())])));
    let letter = OfficeLetter {
        title: kind.label(),
        reference: subject.dossier.reference.clone(),
        printed_on: subject.moment.today,
        to: addressee(kind, subject),
        call: call(kind, subject),
        about: composed.about,
        body: composed.body,
        read_by: read_by(kind, subject),
    };
    let missing = missing(kind, subject, &letter);
    let state = if missing.is_empty() { "prête à signer" } else { "prête ; elle laisse à écrire ce qui manque" };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing,
        state: state.to_owned(),
        print: Box::new(move |_| Ok(render(&letter, &head)?)),
    }))
}

/// What a text says of a dossier, whatever the letter waits for; or everything wrong in the text.
pub(in crate::papers) fn compose(
    kind: TextKind,
    text: &LetterText,
    subject: &Subject<'_>,
) -> Result<Result<Composed, Vec<TemplateProblem>>, Failure> {
    let (about, body) = match (parse(text.about.as_str(), kind), parse(text.body.as_str(), kind)) {
        (Ok(about), Ok(body)) => (about, body),
        (Err(problems), _) | (_, Err(problems)) => return Ok(Err(problems)),
    };
    let values = values(kind, subject)?;
    Ok(Ok(Composed { about: write_on(&about, &values), body: write(&body, &values) }))
}

/// Why the paper of a text would not leave today; nothing when it would.
pub(in crate::papers) fn waiting(kind: TextKind, subject: &Subject<'_>) -> Result<Option<&'static str>, Failure> {
    let not_yet = match kind {
        TextKind::Letter(letter) => waits::of(letter, subject)?,
        TextKind::Charter => support_charter::prepare(subject)?.err(),
    };
    Ok(not_yet.map(|not_yet| not_yet.sentence))
}

/// Everything a text may tell of a dossier, as far as it is known.
fn values(kind: TextKind, subject: &Subject<'_>) -> Result<FieldValues, Failure> {
    let mut told = FieldValues::default();
    let letter = match kind {
        TextKind::Letter(letter) => Some(letter),
        TextKind::Charter => None,
    };
    for topic in kind.topics() {
        match topic {
            LetterTopic::Office => person::office(subject, &mut told),
            LetterTopic::Person => person::person(subject, &mut told),
            LetterTopic::Request => request::request(subject, &mut told)?,
            LetterTopic::Appointment => request::appointment(subject, &mut told),
            LetterTopic::Decision => {
                letter.map(|letter| decision::decision(letter, subject, &mut told)).transpose()?;
            }
            LetterTopic::Loan => loan::loan(subject, &mut told),
            LetterTopic::Difficulty => {
                letter.map(|letter| difficulty::difficulty(letter, subject, &mut told)).transpose()?;
            }
            LetterTopic::Refund => refund::refund(subject, &mut told)?,
            LetterTopic::Commission => request::commission(subject, &mut told)?,
            LetterTopic::Referral => person::referral(subject, &mut told),
            LetterTopic::Silence => silence::silence(subject, &mut told),
            LetterTopic::Charter => support_charter::values(subject, &mut told)?,
        }
    }
    Ok(told)
}

/// Whom a letter is for: the name, then the address, a line each; what is not known of an address is left to be written.
fn addressee(kind: LetterKind, subject: &Subject<'_>) -> Vec<String> {
    let person = &subject.dossier.person;
    match kind.reader() {
        LetterReader::Person => {
            let code = person.postal_code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default();
            let town = format!("{code} {}", person.commune).trim().to_owned();
            let people = subject.dossier.borrowers();
            let names = people.people().iter().map(full_name);
            names.chain([person.address.to_string(), town]).collect()
        }
        LetterReader::Bank => {
            let Some(lender) = lender(kind, subject) else { return Vec::new() };
            let contact = [lender.contact.as_str(), lender.contact_role.as_str()];
            let contact = contact.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            named(lender.name.to_string(), contact, lender.address.to_string())
        }
        LetterReader::Commission => {
            let address = subject.head.office.commission_address.clone();
            let whom = "À l’attention du Président".to_owned();
            vec!["Commission de surendettement des particuliers".to_owned(), whom, address]
        }
        LetterReader::Referrer => {
            let Some(referrer) = subject.referrer else { return Vec::new() };
            named(referrer.structure.to_string(), referrer.name.to_string(), referrer.address.to_string())
        }
    }
}

/// An institution, who is asked there when they are known, its address.
fn named(name: String, contact: String, address: String) -> Vec<String> {
    let contact = Some(contact).filter(|contact| !contact.is_empty());
    [name].into_iter().chain(contact).chain([address]).collect()
}

/// The bank a letter is for: the one asked why, the last one that has the dossier, else the one that lends.
fn lender<'s>(kind: LetterKind, subject: &'s Subject<'_>) -> Option<&'s domain::settings::Lender> {
    let course = subject.dossier.facts.course();
    let decided = (kind == LetterKind::ReasonsRequest).then(|| answer(kind, &course)).flatten();
    let last = course.presentations.last().filter(|_| kind == LetterKind::FreeToBank);
    let sent = decided.as_ref().or(last).map(|sent| &sent.submission.lender);
    let key = sent.or(course.lending())?;
    subject.settings.lenders.get(key).map(|file| &file.lender)
}

fn call(kind: LetterKind, subject: &Subject<'_>) -> &'static str {
    let titles: Vec<Title> = match kind.reader() {
        LetterReader::Person => subject.dossier.borrowers().people().iter().map(|person| person.title).collect(),
        LetterReader::Bank => {
            lender(kind, subject).map(|lender| written(lender.contact.as_str())).into_iter().collect()
        }
        LetterReader::Referrer => subject.referrer.map(|one| written(one.name.as_str())).into_iter().collect(),
        LetterReader::Commission => Vec::new(),
    };
    match titles.as_slice() {
        [Title::Madame] => "Madame,",
        [Title::Monsieur] => "Monsieur,",
        [Title::Madame, Title::Madame] => "Mesdames,",
        [Title::Monsieur, Title::Monsieur] => "Messieurs,",
        _ => "Madame, Monsieur,",
    }
}

/// The title a name was written with.
fn written(name: &str) -> Title {
    let first = name.split_whitespace().next();
    let with = |title: &Title| first == Some(title.short());
    [Title::Madame, Title::Monsieur].into_iter().find(with).unwrap_or(Title::NotStated)
}

/// What tells something of those who borrow to a bank or a commission is read by each of them before.
fn read_by(kind: LetterKind, subject: &Subject<'_>) -> Vec<String> {
    match kind.reader() {
        LetterReader::Bank | LetterReader::Commission => {
            subject.dossier.borrowers().people().iter().map(full_name).collect()
        }
        LetterReader::Person | LetterReader::Referrer => Vec::new(),
    }
}

/// What a letter will say it lacks: where it goes, then its fields.
fn missing(kind: LetterKind, subject: &Subject<'_>, letter: &OfficeLetter) -> Vec<Missing> {
    let mut missing = Vec::new();
    let mut lacks = |lacking: bool, what: &str, room: Option<RoomKey>| {
        if lacking {
            missing.push(Missing::of(what, room));
        }
    };
    match kind.reader() {
        LetterReader::Person => {
            let person = &subject.dossier.person;
            lacks(person.address.is_empty(), "adresse de la personne", Some(RoomKey::Person));
            lacks(
                person.postal_code.is_none() || person.commune.is_empty(),
                "code postal et commune",
                Some(RoomKey::Person),
            );
        }
        LetterReader::Bank => {
            let lender = lender(kind, subject);
            lacks(lender.is_none(), "banque", None);
            lacks(lender.is_none_or(|lender| lender.address.is_empty()), "adresse de la banque", None);
        }
        LetterReader::Commission => {
            let address = &subject.head.office.commission_address;
            lacks(address.is_empty(), "adresse de la commission de surendettement", None);
        }
        LetterReader::Referrer => {
            lacks(subject.referrer.is_none_or(|one| one.address.is_empty()), "adresse du prescripteur", None);
        }
    }
    let fields = letter.about.missing.iter().chain(&letter.body.missing);
    for field in fields {
        lacks(true, field.name(), room(field.topic()));
    }
    missing
}

/// The room that holds what a topic tells; the settings when none.
fn room(topic: LetterTopic) -> Option<RoomKey> {
    match topic {
        LetterTopic::Office => None,
        LetterTopic::Person | LetterTopic::Request | LetterTopic::Referral => Some(RoomKey::Person),
        LetterTopic::Appointment | LetterTopic::Difficulty => Some(RoomKey::Loan),
        LetterTopic::Decision => Some(RoomKey::Decisions),
        LetterTopic::Loan => Some(RoomKey::Loan),
        LetterTopic::Refund => Some(RoomKey::Loan),
        LetterTopic::Commission => Some(RoomKey::Project),
        LetterTopic::Silence => Some(RoomKey::Attachments),
        LetterTopic::Charter => None,
    }
}

/// The day by which an answer is asked for.
fn answer_by(subject: &Subject<'_>) -> NaiveDate {
    let today = subject.moment.today;
    let days = subject.settings.at(today).arrears_number("answer_days").unwrap_or(ANSWER_DAYS);
    days_after(today, days)
}

/// Tells a day, when it is known to the day: a month is not a date in a letter.
fn tell_day(subject: &Subject<'_>, told: &mut FieldValues, field: LetterField, (fact, day): (FactId, NaiveDate)) {
    if subject.dossier.facts.precision_of(fact) == Precision::Day {
        told.tell(field, long_date(day));
    }
}

/// The label of an entry inside a sentence; empty when the list has it no more.
fn label(key: Option<&ListKey>, list: &[ListEntry]) -> String {
    let found = key.and_then(|key| list.iter().find(|entry| entry.key == *key));
    found.map(|entry| lowered(&entry.label)).unwrap_or_default()
}

/// Sentences one after the other, each with its end.
fn sentences(said: &[String]) -> String {
    let ended = said.iter().map(|one| {
        let one = domain::words::capital(one.trim());
        if one.ends_with(['.', '!', '?', '…']) { one } else { format!("{one}.") }
    });
    ended.collect::<Vec<_>>().join(" ")
}

/// Words without the point that ends them: the text puts its own.
fn without_end(words: &str) -> &str {
    words.trim().trim_end_matches(['.', ';', ' '])
}

/// A line of a table.
fn line(label: &str, value: impl Into<String>) -> (String, String) {
    (label.to_owned(), value.into())
}
