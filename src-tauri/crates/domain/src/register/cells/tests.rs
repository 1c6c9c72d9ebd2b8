//! Headings, names and lines as registers have them.

use super::*;
use crate::register::typed::tests::words;
use crate::register::{find_headings, guess_columns};

fn cells(line: &[&str]) -> Vec<String> {
    line.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn headings_are_known_by_many_names() {
    let words = words();
    let guessed = guess_columns(
        &cells(&["n°", "NOM PRENOM", "NE(E) LE", "OBJET", "MT", "Oct.", "date prêt", "Obs", "Banque partenaire"]),
        &words,
    );
    let expected = [
        Some(RegisterColumn::RegisterNumber),
        Some(RegisterColumn::FullName),
        Some(RegisterColumn::BornOn),
        Some(RegisterColumn::Purpose),
        Some(RegisterColumn::AmountAsked),
        Some(RegisterColumn::AmountGranted),
        Some(RegisterColumn::DecidedOn),
        Some(RegisterColumn::Remark),
        Some(RegisterColumn::Lender),
    ];
    assert_eq!(guessed, expected);
    let apart =
        guess_columns(&cells(&["Nom", "Prénom", "Date de la demande", "Montant demandé", "Durée (mois)"]), &words);
    let expected = [
        RegisterColumn::LastName,
        RegisterColumn::FirstName,
        RegisterColumn::RequestedOn,
        RegisterColumn::AmountAsked,
        RegisterColumn::Months,
    ];
    assert_eq!(apart, expected.map(Some));
    let sheet = [
        cells(&["Registre du microcrédit", "", ""]),
        cells(&["", "", ""]),
        cells(&["Nom", "Prénom", "Objet"]),
        cells(&["DUPRAT", "Léa", "voiture"]),
    ];
    assert_eq!(find_headings(&sheet, &words).map(|found| found.line), Some(2));
}

#[test]
fn names_stand_in_one_cell_or_two_and_may_be_two_people() {
    let words = words();
    let check = |last: &str, first: &str, expected: &[(&str, &str)]| {
        let read: Vec<(String, String)> =
            read_names(last, first, &words).into_iter().map(|name| (name.last, name.first)).collect();
        let read: Vec<(&str, &str)> = read.iter().map(|(last, first)| (last.as_str(), first.as_str())).collect();
        assert_eq!(read, expected, "{last} | {first}");
    };
    check("MERCADIEU Paul", "", &[("MERCADIEU", "Paul")]);
    check("M. MERCADIEU Paul", "", &[("MERCADIEU", "Paul")]);
    check("Paul MERCADIEU", "", &[("MERCADIEU", "Paul")]);
    check("Mercadieu Paul", "", &[("Mercadieu", "Paul")]);
    check("Mercadieu, Paul", "", &[("Mercadieu", "Paul")]);
    check("DE LA TOUR Jean-Marie", "", &[("DE LA TOUR", "Jean-Marie")]);
    check("Mercadieu", "Paul", &[("Mercadieu", "Paul")]);
    check("DUPRAT Léa et Tom", "", &[("DUPRAT", "Léa"), ("DUPRAT", "Tom")]);
    check("DUPRAT Léa / MARTY Tom", "", &[("DUPRAT", "Léa"), ("MARTY", "Tom")]);
    check("M. et Mme DUPRAT", "", &[("DUPRAT", ""), ("DUPRAT", "")]);
    check("Duprat", "Léa et Tom", &[("Duprat", "Léa"), ("Duprat", "Tom")]);
    check("DUPRAT née MARTY Léa", "", &[("DUPRAT", "Léa")]);
    check("DUPRAT (née MARTY)", "Léa", &[("DUPRAT", "Léa")]);
    assert_eq!(read_names("DUPRAT née MARTY Léa", "", &words)[0].birth, "MARTY");
    check("  ", "", &[]);
}

#[test]
fn rates_and_months_are_read_in_their_usual_writings() {
    for (typed, expected) in [("4", "4,00"), ("4,5 %", "4,50"), ("0,045", "4,50"), ("0,0425", "4,25"), ("0", "0,00")] {
        assert_eq!(rate(typed).map(Rate::bare).as_deref(), Ok(expected), "{typed}");
    }
    for (typed, expected) in [("36", 36), ("36 mois", 36), ("3 ans", 36)] {
        assert_eq!(months(typed), Ok(expected), "{typed}");
    }
    for typed in ["", "0", "trois ans", "3000", "36,5"] {
        assert_eq!(months(typed), Err(CellUnread::NotMonths), "{typed}");
    }
}
