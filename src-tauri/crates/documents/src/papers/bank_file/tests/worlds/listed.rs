//! The documents of the Delmas file.

use crate::papers::bank_file::{BankFileDocument, DocumentStanding};
use crate::papers::worlds::day;

pub(super) fn documents() -> Vec<BankFileDocument> {
    [
        "Pièce d’identité, recto et verso",
        "Justificatif de domicile",
        "Relevé de situation FICP et FCC",
        "Trois bulletins de salaire",
        "Contrat de travail",
        "Attestation de droits CAF",
        "Jugement fixant la pension",
        "Relevés de compte, trois mois",
        "Quittance de loyer",
        "Factures d’énergie et d’eau, plan",
        "Facture de téléphone et internet",
        "Assurance habitation",
        "Facture de cantine",
        "Relevé du crédit renouvelable",
        "Devis, contrôle technique, aide obtenue",
        "Lettre de l’employeur",
    ]
    .into_iter()
    .zip(1_u32..)
    .map(|(label, number)| document(number, label))
    .collect()
}

/// A document that is to be joined.
pub(in crate::papers::bank_file::tests) fn document(number: u32, label: &str) -> BankFileDocument {
    BankFileDocument {
        code: format!("P{number}"),
        label: label.to_owned(),
        whose: "Mme Delmas".to_owned(),
        dated_on: Some(day("2026-10-31")),
        valid_until: None,
        ages: true,
        seen_on: None,
        reason: String::new(),
        standing: DocumentStanding::ToJoin,
        scans: Vec::new(),
    }
}
