//! What the lines of a register are told in.

use domain::calendar::DateUnread;
use domain::register::{CellFault, CellUnread, Completion, Implied, RegisterColumn, RegisterLineRead};
use domain::words::{Labelled, counted, lowered, month_name, spaced};

use super::judge::RegisterVerdict;

/// What stands for a project nobody wrote.
pub(super) const NO_PROJECT: &str = "Projet non connu";

/// Why a cell was not read, in as few words as stand below it.
pub(super) fn cell(why: CellUnread) -> String {
    let told = match why {
        CellUnread::NotAnAmount => "pas un montant",
        CellUnread::AmountOutOfRange => "pas un montant de prêt",
        CellUnread::NotADay(DateUnread::NoSuchDay { month, last, .. }) => {
            return spaced(&format!("{} n’a que {last} jours", lowered(&month_name(month))));
        }
        CellUnread::NotADay(DateUnread::NoSuchMonth { month }) => return format!("pas de mois {month}"),
        CellUnread::NotADay(DateUnread::OutOfRange) => "année hors des registres",
        CellUnread::NotADay(DateUnread::NotADate) => "pas une date",
        CellUnread::NoYear => "l’année manque",
        CellUnread::InTheFuture => "date à venir",
        CellUnread::BirthPartlyKnown => "le jour de naissance manque",
        CellUnread::NotAPhone => "pas un numéro de téléphone",
        CellUnread::NotARate => "pas un taux",
        CellUnread::NotMonths => "pas un nombre de mois",
        CellUnread::UnknownOutcome => "suite inconnue",
        CellUnread::UnknownProduct => "produit inconnu du CCAS",
        CellUnread::NoName => "le nom manque",
        CellUnread::TooLong => "trop long",
        CellUnread::MarkAlone => "la date manque",
        CellUnread::Contradiction => "contredit une autre case",
    };
    told.to_owned()
}

/// Why a cell is not read, with its column.
pub(super) fn fault(fault: &CellFault) -> String {
    spaced(&format!("{} : {}", fault.column.label(), cell(fault.why)))
}

/// Why a line waits for the year of the file.
pub(super) const UNDATED: &str = "aucune date, pas même une année : dites-la une fois pour le fichier";
/// The lender of what nobody wrote who lent.
pub(super) const NO_LENDER: &str = "Banque non écrite au registre";

/// What a line says that stays in its words; empty when all of it is read.
pub(super) fn kept(read: &RegisterLineRead, aside: &[RegisterColumn]) -> String {
    let words = words_kept(read, aside);
    if words.is_empty() { String::new() } else { spaced(&format!("gardé tel quel : {words}")) }
}

/// The cells no fact was made of, or that say more than it, as they are written.
pub(super) fn words_kept(read: &RegisterLineRead, aside: &[RegisterColumn]) -> String {
    let is_kept = |column: RegisterColumn| {
        aside.contains(&column) || read.said.unread.contains(&column) || read.said.worded.contains(&column)
    };
    let kept = read.written.iter().filter(|(column, _)| is_kept(*column));
    let told: Vec<String> = kept.map(|(column, text)| format!("{} « {text} »", column.label())).collect();
    told.join(" ; ")
}

/// What is added to a dossier that is there.
pub(super) fn added(Completion { reference, additions, .. }: &Completion) -> String {
    let count = u64::try_from(additions.count()).unwrap_or_default();
    format!("{reference} : {}", counted(count, "fait à ajouter", "faits à ajouter"))
}

/// The label of a verdict.
pub(super) fn verdict(verdict: RegisterVerdict) -> &'static str {
    match verdict {
        RegisterVerdict::Refused => "Refusée",
        RegisterVerdict::ToSettle => "À trancher",
        RegisterVerdict::ToCreate => "À créer",
        RegisterVerdict::ToUpdate => "À mettre à jour",
        RegisterVerdict::AlreadyThere => "Déjà là",
        RegisterVerdict::LeftOut => "Laissée de côté",
    }
}

/// What is not known of a line that was taken over, in the words its dossier keeps.
pub(super) fn unknown(implied: &[Implied], number: &str, about: &[RegisterColumn]) -> String {
    let names: Vec<&str> = implied
        .iter()
        .map(|step| match step {
            Implied::Request => "le jour de la demande",
            Implied::Assessment => "le jour de l’entretien",
            Implied::Submission => "le jour de l’envoi",
            Implied::Decision => "le jour de la réponse",
            Implied::Signature => "le jour de la signature",
            Implied::Disbursement => "le jour du versement",
            Implied::EndUnknown => "le jour où le prêt a fini",
        })
        .collect();
    let mut parts = Vec::new();
    if !number.is_empty() {
        parts.push(format!("n° {number} du registre"));
    }
    if !names.is_empty() {
        parts.push(format!("non écrits, pris à leur année : {}", names.join(", ")));
    }
    if !about.is_empty() {
        parts.push("montant écrit « environ »".to_owned());
    }
    spaced(&parts.join(" ; "))
}
