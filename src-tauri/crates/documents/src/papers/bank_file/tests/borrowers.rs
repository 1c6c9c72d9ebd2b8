//! Who borrows with the applicant, and who follows them.

use super::super::*;
use super::worlds::{delmas, two, valbourg};
use super::{assert_says, read, whole};
use crate::papers::OtherReferent;
use crate::papers::worlds::{day, line};

#[test]
fn who_borrows_too_is_described_as_fully_as_the_applicant() {
    let mut file = two();
    let karim = file.co_applicant.as_mut().unwrap();
    karim.person.born_on = Some(day("1990-02-01"));
    karim.person.employer = line("Cantine du Val");
    karim.person.contract = line("CDI depuis 2019");
    karim.person.bank = line("Banque des Coteaux");
    karim.person.housing_since = line("mars 2019");
    karim.housing = "Locataire du parc social".to_owned();
    karim.employment = "CDI".to_owned();
    karim.payment_means = "Carte à autorisation systématique".to_owned();
    assert_eq!(lacks(&file, &valbourg()), [Lack::Registers]);
    let pages = read(&file, &valbourg());
    assert_says(
        &pages[1],
        &[
            "M. Karim Benali Nom, prénom Benali, Karim Né le 01/02/1990",
            "Logement locataire du parc social, depuis mars 2019",
            "Contrat et ancienneté CDI depuis 2019 Employeur Cantine du Val",
            "Banque actuelle Banque des Coteaux Moyens de paiement carte à autorisation",
        ],
    );
}

#[test]
fn the_one_referent_is_the_companion_who_is_said_to_be() {
    assert_says(
        &whole(&delmas()),
        &["Référente unique du prêt Nadia Ferrand, référente microcrédit, CCAS de Valbourg."],
    );
    let reach = "05 36 49 00 31".to_owned();
    let referent = OtherReferent { name: "Claire Odin".to_owned(), organisation: "Mission locale".to_owned(), reach };
    assert_says(
        &whole(&BankFile { referent: Some(referent), ..delmas() }),
        &[
            "Référent(e) unique du prêt Claire Odin, Mission locale (05 36 49 00 31). Une seule personne",
            "Au CCAS : Nadia Ferrand, référente microcrédit, CCAS de Valbourg.",
        ],
    );
}

#[test]
fn the_registers_have_a_line_for_each_borrower() {
    let mut file = two();
    file.assessment.registers.ficp = domain::assessment::RegisterAnswer::Yes;
    file.assessment.co_registers.checked_on = Some(day("2026-11-16"));
    file.assessment.co_registers.ficp = domain::assessment::RegisterAnswer::No;
    let said = whole(&file);
    for who in ["Mme Delmas", "M. Benali"] {
        let lines = ["FICP, incidents de crédit", "FCC, chèques et cartes", "Surendettement"];
        for line in lines.map(|register| format!("{register}, {who}")) {
            assert_eq!(said.matches(&line).count(), 1, "{line} in {said}");
        }
    }
    assert_says(&said, &["Mme Delmas inscription en cours 09/11/2026", "M. Benali pas d’inscription 16/11/2026"]);
    let alone = whole(&delmas());
    assert!(!alone.contains("incidents de crédit, Mme"), "{alone}");
}
