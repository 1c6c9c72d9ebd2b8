//! What lists and the search need of a dossier, written again by each action.
//!
//! It never depends on today: lateness is told when the list is read.

use chrono::NaiveDate;

use super::{Course, Dossier, Outcome, Stage, stage};
use crate::money::Euros;
use crate::retention::{is_archived, last_contact};
use crate::settings::ListKey;
use crate::words::numeric_date;

/// One dossier as lists show it and as the search finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierLine {
    /// Its reference.
    pub reference: String,
    /// Who asks.
    pub name: String,
    /// The project in a line.
    pub project: String,
    /// Where it stands.
    pub stage: Stage,
    /// The day that stage began.
    pub since: NaiveDate,
    /// How it was closed.
    pub outcome: Option<Outcome>,
    /// The lender whose answer is awaited, or that lends.
    pub lender: Option<ListKey>,
    /// The day that lender's answer is expected.
    pub expected_on: Option<NaiveDate>,
    /// Its next date.
    pub next_date: Option<NaiveDate>,
    /// What is to be done then.
    pub next_what: String,
    /// The amount of the loan, asked for or granted; before that the amount wished for.
    pub amount: Option<Euros>,
    /// The day of the last contact with the person; to come while a loan runs.
    pub last_contact: NaiveDate,
    /// The day until which it is kept longer, once that was decided.
    pub kept_until: Option<NaiveDate>,
    /// Whether it was archived and nothing happened since.
    pub archived: bool,
    /// Every word it can be found by.
    pub search: String,
}

/// The line of a dossier.
#[must_use]
pub fn line(dossier: &Dossier) -> DossierLine {
    let request = dossier.facts.request();
    let next = dossier.tasks.first();
    let course = dossier.facts.course();
    let decided = dossier.retention.as_ref();
    let last_contact = last_contact(dossier);
    DossierLine {
        reference: dossier.reference.clone(),
        name: dossier.person.display_name(),
        project: request.project.to_string(),
        stage: stage(dossier),
        since: course.since,
        outcome: course.closed.map(|(_, outcome)| outcome),
        lender: lender(&course).cloned(),
        expected_on: course.awaited().and_then(|sent| sent.submission.expected_on),
        next_date: next.map(|next| next.due),
        next_what: next.map(|next| next.what.clone()).unwrap_or_default(),
        amount: amount(dossier, &course),
        last_contact,
        kept_until: decided.and_then(|decision| decision.until),
        archived: is_archived(decided, last_contact),
        search: search_words(dossier),
    }
}

fn lender<'f>(course: &Course<'f>) -> Option<&'f ListKey> {
    let awaited = course.awaited().map(|sent| &sent.submission.lender);
    awaited.or(course.lending())
}

/// The sum of the loan as the dossier's head shows it, else what a lender was asked for, else what the person wished.
fn amount(dossier: &Dossier, course: &Course<'_>) -> Option<Euros> {
    let asked = course.presentations.last().and_then(|sent| sent.submission.amount);
    // A plan whose sums pass the limit leaves nothing to show.
    dossier.loan_amount().ok().flatten().or(asked).or(dossier.facts.request().amount)
}

/// The word a dossier is found by when its purpose is looked for, whatever the office calls that purpose: one word for
/// the index, begun by a sign that nobody types.
#[must_use]
pub fn purpose_word(purpose: &ListKey) -> String {
    const SIGN: char = '\u{E000}';
    purpose.as_str().split('_').flat_map(|part| [SIGN.to_string(), part.to_owned()]).collect()
}

/// Names, phone with and without spaces, birth, household, project and its purpose, reference, town.
fn search_words(dossier: &Dossier) -> String {
    let person = &dossier.person;
    let mut words = vec![
        dossier.reference.clone(),
        person.display_name(),
        person.birth_name.to_string(),
        person.commune.to_string(),
        dossier.facts.request().project.to_string(),
        dossier.project.story.to_string(),
    ];
    words.extend(dossier.project.quotes.iter().flat_map(|quote| [quote.label.to_string(), quote.seller.to_string()]));
    if let Some(phone) = &person.phone {
        words.extend([phone.figures().to_owned(), phone.to_string()]);
    }
    words.extend(person.email.iter().map(|email| email.as_str().to_owned()));
    words.extend(person.born_on.map(numeric_date));
    if let Some(other) = &dossier.co_borrower {
        words.extend([other.display_name(), other.birth_name.to_string()]);
        words.extend(other.phone.iter().map(|phone| phone.figures().to_owned()));
    }
    for member in dossier.household.members() {
        words.push(member.name.to_string());
        words.extend(member.born_on.map(numeric_date));
    }
    words.retain(|word| !word.is_empty());
    // The search folds accents itself but knows neither ligatures nor the dotless i.
    let folded = crate::words::folded(&words.join(" "));
    words.push(folded);
    words.extend(dossier.facts.request().purpose.as_ref().map(purpose_word));
    words.join(" ")
}
