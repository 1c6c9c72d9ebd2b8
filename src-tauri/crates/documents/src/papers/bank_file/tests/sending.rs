//! What is told of the first instalment and of the documents before the file is sent.

use domain::loan::{LoanDates, LoanTerms};

use super::worlds::{delmas, loan, valbourg};
use super::{assert_says, read, whole};
use crate::papers::bank_file::BankFile;
use crate::papers::worlds::{day, delmas_terms};

#[test]
fn a_first_instalment_on_another_day_is_told_apart_and_the_day_of_the_month_is_one() {
    let dates = LoanDates { disbursed_on: day("2026-12-10"), first_due_on: day("2027-01-10"), debit_day: Some(5) };
    let terms = LoanTerms { dates: Some(dates), ..delmas_terms() };
    let said = whole(&BankFile { loan: Some(loan(&terms)), ..delmas() });
    assert_says(
        &said,
        &[
            "le 5 du mois, le 10 janvier 2027 la première fois",
            "Mensualité, le 5 du mois",
            "1 10/01/2027",
            "2 05/02/2027",
            "aux dates de l’échéancier",
        ],
    );
    assert!(!said.contains("le 10 du mois"), "{said}");
}

#[test]
fn before_the_sending_what_is_not_there_is_to_be_joined_and_the_first_sheet_says_so() {
    let pages = read(&delmas(), &valbourg());
    assert_says(&pages[0], &["Pièces. 16 à joindre."]);
    assert_says(&pages.join(" "), &["À joindre N° Pièce De qui P1 Pièce d’identité"]);
}
