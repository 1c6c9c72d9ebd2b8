//! Every delivered letter printed: with all that is known, with nothing, with the longest that is met.

use domain::letter::{FieldValues, LetterField, LetterKind, LetterReader, parse, write, write_on};
use domain::settings::OfficeIdentity;
use domain::words::Labelled;
use serde_json::Value;

use super::*;
use crate::papers::worlds::{self, assert_says, day, leave_samples, read};

/// The delivered text of a letter.
fn delivered(kind: LetterKind) -> (String, String) {
    let file: Value = serde_json::from_str(include_str!("../../../../../../assets/settings/letters.json")).unwrap();
    let entries = file["entries"].as_array().unwrap();
    let entry = entries.iter().find(|entry| entry["key"] == kind.key()).unwrap();
    assert_eq!(entry["label"], kind.label(), "the register calls it as its text does");
    let version = &entry["versions"][0];
    let body: Vec<&str> = version["body"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    (version["about"].as_str().unwrap().to_owned(), body.join("\n"))
}

fn letter(kind: LetterKind, values: &FieldValues) -> OfficeLetter {
    let (about, body) = delivered(kind);
    let person = "Mme\u{a0}Sonia Delmas".to_owned();
    let (to, read_by) = match kind.reader() {
        LetterReader::Person => (person.clone(), Vec::new()),
        LetterReader::Bank => ("Banque du Val".to_owned(), vec![person]),
        LetterReader::Commission => ("Commission de surendettement des particuliers".to_owned(), vec![person]),
        LetterReader::Referrer => ("Mission locale de Valbourg".to_owned(), Vec::new()),
    };
    OfficeLetter {
        title: kind.label(),
        reference: "VB-2026-0147".to_owned(),
        printed_on: day("2026-11-24"),
        to: vec![to, "12 rue des Halles".to_owned(), "99120 Valbourg".to_owned()],
        call: "Madame, Monsieur,",
        about: write_on(&parse(&about, kind).unwrap(), values),
        body: write(&parse(&body, kind).unwrap(), values),
        read_by,
    }
}

/// Every field told by its example, tables by six lines; `longer` says how a value is drawn out.
fn known(longer: impl Fn(&str) -> String) -> FieldValues {
    let mut values = FieldValues::default();
    for field in LetterField::ALL {
        if field.is_table() {
            let lines = ["Montant", "Durée", "Mensualité", "Taux fixe", "TAEG", "Coût total"];
            values.tell_table(field, lines.map(|label| (label.to_owned(), longer("2 400,00 €"))));
        } else {
            values.tell(field, longer(field.example()));
        }
    }
    values
}

fn office() -> Letterhead {
    let valbourg = worlds::valbourg().office;
    Letterhead::from(OfficeIdentity { email: "samira.vauclerc@exemple.fr".to_owned(), ..valbourg })
}

#[test]
fn every_letter_is_one_page_with_all_that_is_known_and_the_same_bytes_twice() {
    let values = known(ToOwned::to_owned);
    for kind in LetterKind::ALL {
        let letter = letter(kind, &values);
        assert!(letter.body.missing.is_empty() && letter.about.missing.is_empty(), "{kind:?}");
        let paper = render(&letter, &office()).unwrap();
        assert_eq!(paper.bytes, render(&letter, &office()).unwrap().bytes, "{kind:?}");
        assert!(paper.unprintable.is_empty(), "{kind:?}: {:?}", paper.unprintable);
        let pages = read(&paper);
        assert_eq!(pages.len(), 1, "{kind:?} is one page");
        assert_says(&pages[0], &["Samira Vauclerc", "VB-2026-0147", "considération distinguée"]);
        worlds::assert_filled(&paper);
        assert!(!pages[0].contains(['{', '}', '*']), "no mark of the text is printed: {}", pages[0]);
        assert_eq!(pages[0].contains("J’ai lu cette lettre"), !letter.read_by.is_empty(), "{kind:?}");
        leave_samples("letter", [(kind.key(), paper)]);
    }
}

#[test]
fn a_letter_of_which_nothing_is_known_says_what_to_complete() {
    for kind in LetterKind::ALL {
        let letter = letter(kind, &FieldValues::default());
        assert!(!letter.body.missing.is_empty(), "{kind:?} names something it cannot do without");
        let paper = render(&letter, &Letterhead::from(OfficeIdentity::default())).unwrap();
        let pages = read(&paper);
        assert_says(&pages.join(" "), &[super::DOTS]);
        leave_samples("letter-bare", [(kind.key(), paper)]);
    }
}

#[test]
fn the_longest_values_run_on_without_losing_a_word() {
    let values = known(|example| format!("{example} {}", "désormais ".repeat(42).trim_end()));
    for kind in LetterKind::ALL {
        let letter = letter(kind, &values);
        let paper = render(&letter, &office()).unwrap();
        let pages = read(&paper);
        assert!((1..=4).contains(&pages.len()), "{kind:?} has {} pages", pages.len());
        let said = letter.body.text().matches("désormais").count();
        let printed = pages.join(" ").matches("désormais").count();
        assert!(printed >= said, "{kind:?}: {printed} of {said}");
        leave_samples("letter-long", [(kind.key(), paper)]);
    }
}
