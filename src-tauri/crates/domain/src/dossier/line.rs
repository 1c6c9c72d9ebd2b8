//! What lists and the search need of a dossier, written again by each action.
//!
//! It never depends on today: lateness is told when the list is read.

use chrono::NaiveDate;

use super::{Dossier, Stage, stage};
use crate::money::Euros;
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
    /// Its next date.
    pub next_date: Option<NaiveDate>,
    /// What is to be done then.
    pub next_what: String,
    /// The amount wished for.
    pub amount: Option<Euros>,
    /// Every word it can be found by.
    pub search: String,
}

/// The line of a dossier.
#[must_use]
pub fn line(dossier: &Dossier) -> DossierLine {
    let request = dossier.facts.request();
    let next = dossier.facts.next_date();
    DossierLine {
        reference: dossier.reference.clone(),
        name: dossier.person.display_name(),
        project: request.project.to_string(),
        stage: stage(dossier),
        next_date: next.map(|next| next.on),
        next_what: next.map(|next| next.what.to_string()).unwrap_or_default(),
        amount: request.amount,
        search: search_words(dossier),
    }
}

/// Names, phone with and without spaces, birth, household, project, reference, town.
fn search_words(dossier: &Dossier) -> String {
    let person = &dossier.person;
    let mut words = vec![
        dossier.reference.clone(),
        person.display_name(),
        person.birth_name.to_string(),
        person.commune.to_string(),
        dossier.facts.request().project.to_string(),
    ];
    if let Some(phone) = &person.phone {
        words.extend([phone.figures().to_owned(), phone.to_string()]);
    }
    words.extend(person.email.iter().map(|email| email.as_str().to_owned()));
    words.extend(person.born_on.map(numeric_date));
    for member in dossier.household.members() {
        words.push(member.name.to_string());
        words.extend(member.born_on.map(numeric_date));
    }
    words.retain(|word| !word.is_empty());
    // The search folds accents itself but knows neither ligatures nor the dotless i.
    let folded = crate::words::folded(&words.join(" "));
    words.push(folded);
    words.join(" ")
}
