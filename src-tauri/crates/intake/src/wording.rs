//! What the lines of a register are told in.

use std::collections::BTreeMap;

use domain::calendar::DateUnread;
use domain::register::{CellFault, CellUnread, Completion, Implied, Lack, LineRefused, PastRefused, RegisterColumn};
use domain::settings::ListKey;
use domain::words::{Labelled, counted, lowered, month_name, spaced};

use super::judge::RegisterVerdict;
use app::failure::{FactNames, Failure};

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

/// Why a line is refused for one of its cells.
fn fault(fault: &CellFault) -> String {
    spaced(&format!("{} : {}", fault.column.label(), cell(fault.why)))
}

/// What a line lacks.
fn lack(lack: Lack) -> String {
    spaced(match lack {
        Lack::AnyDay => "Aucune date, pas même une année : dites l’année pour tout le fichier.",
        Lack::Lender => "Quelle banque ? Dites-la pour tout le fichier, ou choisissez la colonne.",
        Lack::Amount => "Le montant manque.",
        Lack::Months => "La durée du prêt manque : dites-la pour tout le fichier, ou choisissez la colonne.",
        Lack::Rate => "Le taux manque : dites-le pour tout le fichier, ou choisissez la colonne.",
        Lack::EndDay => "Le prêt est dit perdu, mais la date où on l’a su manque.",
        Lack::RefundDay => "Des intérêts sont dits remboursés, mais leur date manque.",
        Lack::Contradiction => "La suite donnée est un refus, mais un prêt est écrit sur la même ligne.",
    })
}

/// Why a line is refused.
pub(crate) fn refused(refused: &LineRefused, lenders: &BTreeMap<ListKey, String>) -> String {
    match refused {
        LineRefused::Cell(unread) => fault(unread),
        LineRefused::Lack(lacking) => lack(*lacking),
        LineRefused::Past(PastRefused::Request(why)) => Failure::from(*why).message,
        LineRefused::Past(PastRefused::Terms(why)) => Failure::from(*why).message,
        LineRefused::Past(PastRefused::Fact(misfit)) => {
            let lender = misfit.fact.lender().and_then(|key| lenders.get(key)).map(String::as_str);
            let (fact, lender, facts) = (&misfit.fact, lender.unwrap_or_default(), &misfit.facts);
            FactNames { fact, lender, facts }.refusal(misfit.why).message
        }
    }
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
