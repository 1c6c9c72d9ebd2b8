//! The words of a task, its merge fields filled.
//!
//! The person is named beside the task, on screen and on paper, never in it: their name stays hidden with the others.

use super::engine::Reading;
use super::happening::{About, missing_documents};
use crate::words::{self, counted, of_the, the, to_the};

/// The words of a rule about something.
pub(super) fn filled(text: &str, reading: &Reading<'_>, about: &About) -> String {
    let mut words = text.to_owned();
    let (bank, contact) = lender(reading, about);
    for (field, value) in [
        ("demandeur.nom_court", "la personne".to_owned()),
        ("emprunteur.civilite_nom", "la personne".to_owned()),
        ("e", "e".to_owned()),
        ("projet.objet", reading.dossier.facts.request().project.to_string()),
        ("rendezvous.date_heure", appointment(reading)),
        ("pieces.manquantes", missing(reading)),
        ("piece.nom", document(reading, about)),
        ("devis.nom", quote(reading, about)),
        ("banque.interlocuteur", contact),
    ] {
        words = words.replace(&format!("{{{{{field}}}}}"), &value);
    }
    // A bank has its article, which the word before it may take in.
    for (written, told) in
        [("à {{banque.nom}}", to_the(&bank)), ("de {{banque.nom}}", of_the(&bank)), ("{{banque.nom}}", the(&bank))]
    {
        words = words.replace(written, &told);
    }
    words::capital(&words::spaced(&words))
}

fn appointment(reading: &Reading<'_>) -> String {
    let Some((_, agreed)) = reading.course.appointment else { return String::new() };
    let day = words::long_date(agreed.on);
    agreed.at.map_or(day.clone(), |at| format!("{day} à {}", words::hour(at)))
}

/// How many documents are still to come.
fn missing(reading: &Reading<'_>) -> String {
    counted(missing_documents(reading.dossier, reading.settings), "papier", "papiers")
}

fn document(reading: &Reading<'_>, about: &About) -> String {
    let About::Document(key, part) = about else { return String::new() };
    let known = reading.settings.lists.documents.iter().find(|one| one.key == *key);
    let label = known.map_or("Pièce", |one| one.label.as_str());
    if part.is_empty() { label.to_owned() } else { format!("{label} ({part})") }
}

/// What is sold, else the seller.
fn quote(reading: &Reading<'_>, about: &About) -> String {
    let About::Quote(id) = about else { return String::new() };
    let quote = reading.dossier.project.quotes.iter().find(|quote| quote.id == *id);
    let named = quote.and_then(|quote| [&quote.label, &quote.seller].into_iter().find(|line| !line.is_empty()));
    named.map_or_else(|| "Devis".to_owned(), ToString::to_string)
}

/// The name of the lender a task is about, else the dossier's; whom to call there.
fn lender(reading: &Reading<'_>, about: &About) -> (String, String) {
    let key = if let About::Lender(key) = about { Some(key) } else { reading.dossier.loan_lender() };
    let file = key.and_then(|key| reading.settings.lenders.get(key));
    let named = |text: &str| if text.is_empty() { "la banque".to_owned() } else { text.to_owned() };
    file.map_or_else(
        || (named(""), named("")),
        |file| (named(file.lender.name.as_str()), named(file.lender.contact.as_str())),
    )
}
