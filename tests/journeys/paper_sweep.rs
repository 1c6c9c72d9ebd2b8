//! Every paper but the letters, of two demonstrations: the adviser's gender is agreed, all who borrow are spoken to and
//! sign, names elide, no reference stands for a name, no sentence is filled with nothing.

use std::collections::BTreeSet;

use documents::papers::{Entry, Takes, register};
use domain::dossier::{Dossier, DossierId, stage};
use domain::person::Title;
use serde_json::{Value, json};

use crate::demo::a_demo;
use crate::office::{Office, plain};
use crate::settings::details;
use crate::wording::ill_written;

/// The number of dossiers of a demonstration: enough for every stage.
const DOSSIERS: i64 = 40;

/// What the program says of itself, to whoever opens it.
const OF_THE_PROGRAM: [&str; 3] = ["adviser_guide", "quick_start", "it_sheet"];

/// What an adviser of a title is not called.
fn of_another_gender(title: Title) -> &'static [&'static str] {
    match title {
        Title::Madame => &["référent ", "référent.", "référent,", "référent(e)", "otre interlocuteur"],
        Title::Monsieur => &["référente", "référent(e)", "Votre interlocutrice", "Conseillère"],
        Title::NotStated => &["référente ", "référent ", "otre interlocut"],
    }
}

/// What one person alone says or is told.
const OF_ONE: [&str; 6] =
    ["Le choix de la personne", "Ses raisons", "J’ai relu", "ma situation", "Je demande", "mes informations"];

/// A paper as it is read aloud, a line for each thing; nothing when it waits for a fact.
fn read(office: &mut Office, of: Value) -> Option<String> {
    let drawn = office.try_call("draw_paper", of).ok()?;
    let pages = drawn["pages"].as_array().unwrap().iter();
    Some(pages.map(|page| plain(page["text"].as_str().unwrap())).collect::<Vec<_>>().join("\n"))
}

fn faults(entry: &Entry, text: &str, title: Title, dossier: Option<&Dossier>) -> Vec<String> {
    let has = |words: &[&'static str]| words.iter().copied().filter(|word| text.contains(word)).collect::<Vec<_>>();
    let mut faults = ill_written(text, dossier);
    if !OF_THE_PROGRAM.contains(&entry.key) {
        faults.extend(has(of_another_gender(title)).into_iter().map(|word| format!("« {word} » of the adviser")));
    }
    let people = dossier.map(Dossier::borrowers).unwrap_or_default();
    if people.people().len() > 1 {
        let signs = text.matches("Signature").count();
        faults.extend((signs == 1).then(|| format!("one signature for {}", people.names())));
        faults.extend(has(&OF_ONE).into_iter().map(|word| format!("« {word} » for {}", people.names())));
    }
    let whose = dossier.map(|dossier| dossier.reference.as_str()).unwrap_or_default();
    faults.into_iter().map(|fault| format!("{whose} {}: {fault}", entry.key)).collect()
}

/// One paper of each kind for each stage and number of borrowers, then those of the office and of its sessions.
fn swept(office: &mut Office, title: Title) -> (usize, Vec<String>) {
    let (mut shapes, mut found) = (BTreeSet::new(), Vec::new());
    for number in 1..=DOSSIERS {
        let dossier = office.desk.vault().unwrap().read(|reader| reader.dossier(DossierId(number)));
        let dossier = dossier.unwrap().unwrap();
        for entry in register().filter(|entry| matches!(entry.takes, Takes::Dossier | Takes::Occasion)) {
            let shape = (entry.key, dossier.borrowers().people().len(), Some(stage(&dossier)));
            if !shapes.contains(&shape)
                && let Some(text) = read(office, json!({ "paper": entry.key, "dossier": number }))
            {
                found.extend(faults(&entry, &text, title, Some(&dossier)));
                shapes.insert(shape);
            }
        }
    }
    let sessions = office.call("sessions", json!({}));
    let session = sessions["held"][0]["id"].clone();
    for entry in register() {
        let of = match entry.takes {
            Takes::Office | Takes::Anyone => json!({ "paper": entry.key }),
            Takes::Period => json!({ "paper": entry.key, "from": "01/01/2026", "to": "31/12/2026" }),
            Takes::Session => json!({ "paper": entry.key, "session": session, "with_names": true }),
            Takes::Dossier | Takes::Occasion | Takes::Letter(_) | Takes::Erasure | Takes::NewCode => continue,
        };
        let Some(text) = read(office, of) else { continue };
        found.extend(faults(&entry, &text, title, None));
        shapes.insert((entry.key, 0, None));
    }
    let kinds: BTreeSet<&str> = shapes.iter().map(|(key, _, _)| *key).collect();
    assert!(shapes.iter().any(|(_, borrowers, _)| *borrowers > 1) && kinds.len() > 30, "{kinds:?}");
    (shapes.len(), found)
}

#[test]
fn no_paper_of_two_demonstrations_is_ill_written() {
    let (women, first) = swept(&mut a_demo(DOSSIERS.try_into().unwrap(), 13, "2026-12-18"), Title::Madame);
    let mut office = a_demo(DOSSIERS.try_into().unwrap(), 37, "2027-03-09");
    let mut identity = details();
    for (field, value) in [("advisor", "Karim Ferrand"), ("advisor_title", "monsieur"), ("advisor_role", "")] {
        identity[field] = json!(value);
    }
    office.call("describe_office", identity);
    let (men, second) = swept(&mut office, Title::Monsieur);
    let found: Vec<String> = first.into_iter().chain(second).collect();
    assert!(found.is_empty(), "{} and {} papers:\n{}", women, men, found.join("\n"));
    assert!(women > 120 && men > 120, "{women} and {men} papers");
}
