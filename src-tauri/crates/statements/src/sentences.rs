//! What the adviser is told: what happened, what is safe, what to do; never « faux ».

use crate::cents::Cents;
use crate::proof::{Doubt, Proof};
use crate::reading::Refusal;

impl Refusal {
    /// Its key for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Scanned => "scanned",
            Self::Password => "password",
            Self::Damaged => "damaged",
            Self::TooLarge => "too_large",
            Self::Unsupported => "unsupported",
            Self::UnreadableText => "unreadable_text",
            Self::NotAStatement => "not_a_statement",
        }
    }

    /// Its sentence for the adviser.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Scanned => {
                "C’est une image : je ne lis que les relevés téléchargés du site de la banque. Demandez le PDF de la banque, ou un export."
            }
            Self::Password => {
                "Ce fichier demande un mot de passe. Ouvrez-le avec la personne et enregistrez-le sans mot de passe."
            }
            Self::Damaged => "Téléchargement incomplet : reprenez le fichier.",
            Self::TooLarge => "Plus de 25 Mo : donnez un relevé par mois.",
            Self::Unsupported => "Ce format n’est pas lu ici.",
            Self::UnreadableText => "Les lettres de ce PDF ne portent pas leur nom : il se voit mais ne se lit pas.",
            Self::NotAStatement => {
                "Je n’y trouve ni tableau d’opérations ni soldes. La pièce reste au dossier, sans lecture."
            }
        }
    }
}

/// The sentence of a statement that is not proven; nothing when it is.
pub(crate) fn unproven(proof: &Proof) -> Option<String> {
    let page = proof.page.map(|page| format!(" (page {page} ?)")).unwrap_or_default();
    Some(match proof.doubt? {
        Doubt::SumsDoNotMatch => format!(
            "Il manque ou il y a en trop {} entre le solde de départ, les opérations et le solde d’arrivée{page}. Rien n’en est proposé.",
            euros(proof.difference.size())
        ),
        Doubt::TotalDoesNotMatch => {
            format!("Un total imprimé ne retrouve pas ses opérations{page}. Rien n’en est proposé.")
        }
        Doubt::RunningBalanceBroken => {
            format!("Un solde imprimé ne suit pas les opérations qui le précèdent{page}. Rien n’en est proposé.")
        }
        Doubt::DateOutside => "Une opération est datée hors de la période du relevé. Rien n’en est proposé.".to_owned(),
        Doubt::LineUnread => {
            format!("Une ligne porte un montant que je n’ai pas compris{page}. Rien n’en est proposé.")
        }
        Doubt::TwoReadings => {
            "Ce relevé se lit de deux façons, qui tombent juste toutes les deux. Rien n’en est proposé.".to_owned()
        }
        Doubt::TooLarge => "Les montants de ce relevé dépassent ce qui se calcule. Rien n’en est proposé.".to_owned(),
        Doubt::NoOpeningBalance => {
            "Cet export ne donne pas le solde de départ : je ne peux pas prouver qu’il est entier. Donnez le relevé d’avant, ou tapez le solde de la veille.".to_owned()
        }
        Doubt::NoClosingBalance => {
            "Ce relevé ne donne pas le solde d’arrivée : je ne peux pas prouver qu’il est entier. Donnez le relevé d’après.".to_owned()
        }
        Doubt::NoBalance => {
            "Cet export ne donne aucun solde : je ne peux pas prouver qu’il est entier. Donnez les relevés de la banque.".to_owned()
        }
        Doubt::OverlapDiffers => {
            "Les jours en commun avec un autre relevé ne portent pas les mêmes opérations. Rien n’en est proposé.".to_owned()
        }
    })
}

/// An amount as French is written: « 1 573,72 € ».
fn euros(amount: Cents) -> String {
    let plain = amount.to_string();
    let (whole, cents) = plain.split_once('.').unwrap_or((&plain, "00"));
    let digits: Vec<char> = whole.chars().collect();
    let groups: Vec<String> = digits.rchunks(3).rev().map(|group| group.iter().collect()).collect();
    format!("{},{cents}\u{a0}€", groups.join("\u{202f}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_told_as_french_writes_it() {
        assert_eq!(euros(Cents(157_372)), "1\u{202f}573,72\u{a0}€");
        assert_eq!(euros(Cents(1)), "0,01\u{a0}€");
    }
}
