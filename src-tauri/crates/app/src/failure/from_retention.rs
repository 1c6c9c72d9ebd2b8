//! Refusals of a decision of retention, in French.

use domain::retention::RetentionRefused;
use domain::words::long_date;

use super::Failure;

impl From<RetentionRefused> for Failure {
    fn from(refused: RetentionRefused) -> Self {
        match refused {
            RetentionRefused::NotDue(on) => {
                let when = format!("Ce dossier n’est pas arrivé à échéance : à décider à partir du {}.", long_date(on));
                Self::refused(&when).remedy("Un dossier encore actif ne s’archive pas.")
            }
            RetentionRefused::Archived(on) => {
                Self::refused(&format!("Ce dossier est archivé depuis le {}.", long_date(on)))
            }
            RetentionRefused::UntilPast => {
                Self::refused("Ce jour est passé : prolonger, c’est jusqu’à un jour à venir.").at("until")
            }
            RetentionRefused::KeptUntil(on) => {
                Self::refused(&format!("Ce dossier est déjà gardé jusqu’au {}.", long_date(on))).at("until")
            }
            RetentionRefused::NothingDecided => Self::refused("Aucune décision n’est à annuler sur ce dossier."),
        }
    }
}
