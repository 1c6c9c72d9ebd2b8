//! Refusals of the store.

use std::fmt::Display;

use domain::words::{counted, spaced};
use store::{CodeRefused, GroupRefused, PieceFault, StoreError, Unusable};

use super::{Failure, FailureKind};

impl From<StoreError> for Failure {
    fn from(refused: StoreError) -> Self {
        let failure = sentence(&refused);
        failure.because(&chain(&refused))
    }
}

fn sentence(refused: &StoreError) -> Failure {
    const NOTHING_ERASED: &str = "Rien n’a été effacé.";
    let damaged = |what: &str| {
        Failure::new(FailureKind::Damaged, &format!("{what} {NOTHING_ERASED}")).remedy(
            "N’effacez aucun fichier. Appelez le service informatique : une copie de sauvegarde rouvrira les dossiers.",
        )
    };
    match refused {
        StoreError::Absent => {
            Failure::refused("Il n’y a pas encore de coffre ici.").remedy("Commencez par le premier lancement.")
        }
        StoreError::AlreadyThere => Failure::refused("Un coffre existe déjà ici : il n’a pas été touché.")
            .remedy("Ouvrez-le avec sa phrase secrète."),
        StoreError::Busy => {
            Failure::new(FailureKind::Busy, "Ce coffre est déjà ouvert dans une autre fenêtre ou une autre session.")
                .remedy("Fermez l’autre fenêtre, puis recommencez.")
        }
        StoreError::WrongSecret => {
            Failure::wrong_secret("Ce n’est ni la bonne phrase ni le bon code. Rien n’est abîmé ni effacé.")
        }
        StoreError::HeaderDamaged => damaged("L’en-tête du coffre est abîmé : la phrase n’est pas en cause."),
        StoreError::DatabaseMissing => damaged("Le fichier des dossiers manque : la phrase n’est pas en cause."),
        StoreError::DatabaseDamaged { .. } | StoreError::RowDamaged { .. } => {
            damaged("Le fichier des dossiers est abîmé : la phrase n’est pas en cause.")
        }
        StoreError::NotThisVault => damaged("Le fichier des dossiers est celui d’un autre coffre."),
        StoreError::NotEncrypted => damaged("Le fichier des dossiers n’est pas chiffré : ce n’est pas celui d’Étrier."),
        StoreError::TooNew { needs } => Failure::new(
            FailureKind::TooNew,
            &format!("Ce coffre a été enregistré par Étrier {needs}, plus récent. {NOTHING_ERASED}"),
        )
        .remedy(&format!("Installez Étrier {needs}, puis rouvrez.")),
        StoreError::Gone { .. } => Failure::gone("Cette ligne"),
        StoreError::DiskFull(_) => Failure::new(
            FailureKind::DiskFull,
            "Le disque est plein : l’action n’a pas été enregistrée, le reste est intact.",
        )
        .remedy("Libérez de la place, puis recommencez."),
        StoreError::DiskFailed(_) => Failure::new(
            FailureKind::Broken,
            "Le disque n’a pas répondu : la dernière action n’est peut-être pas enregistrée, les précédentes le sont.",
        )
        .remedy(
            "Fermez puis rouvrez Étrier, et voyez si elle y est. Si cela recommence, faites contrôler le disque par le \
             service informatique.",
        ),
        StoreError::NoRoom { needed } => Failure::new(
            FailureKind::DiskFull,
            &format!(
                "Il manque de la place sur le disque : il faut {} Mo libres. Rien n’a été changé.",
                megabytes(*needed)
            ),
        )
        .remedy("Libérez de la place, puis recommencez."),
        StoreError::CopyGone => Failure::gone("Cette copie"),
        StoreError::CopyUnusable(why) => unusable(why),
        StoreError::PlaceAbsent => {
            Failure::refused("La clé ou le dossier des copies n’est pas là. Vos dossiers sont intacts.")
                .remedy("Branchez la clé, ou choisissez un autre dossier.")
        }
        StoreError::OnlyLooked => Failure::refused("Vous regardez une copie : rien ne s’y écrit.")
            .remedy("Revenez aux dossiers d’aujourd’hui pour continuer."),
        StoreError::Cancelled => Failure::cancelled(),
        StoreError::Piece(PieceFault::Missing) => lost_piece("Ce fichier manque dans le coffre."),
        StoreError::Piece(PieceFault::Damaged) => {
            lost_piece("Ce fichier est abîmé dans le coffre : il ne s’ouvre plus.")
        }
        StoreError::ReadOnly(_) => {
            Failure::refused("Le dossier du coffre n’accepte plus d’écriture. Vos dossiers sont intacts.")
                .remedy("Vérifiez les droits du dossier avec le service informatique.")
        }
        StoreError::OutOfMemory => {
            Failure::refused("L’ordinateur manque de mémoire pour ouvrir le coffre. Rien n’a été changé.")
                .remedy("Fermez d’autres programmes, puis recommencez.")
        }
        StoreError::NotAFieldName => Failure::broken("journal"),
        StoreError::SettingRefused { .. } => Failure::broken("base-reglage"),
        StoreError::Cipher => Failure::broken("chiffre"),
        StoreError::NoRandomness => Failure::broken("hasard"),
        StoreError::Io(_) => Failure::broken("disque"),
        StoreError::Sql(_) => Failure::broken("base"),
    }
}

/// A piece whose file is lost: nothing else of the office is.
fn lost_piece(what: &str) -> Failure {
    let safe = "Aucune copie de cet ordinateur ne l’a intact. Le reste du dossier n’est pas touché.";
    Failure::refused(&format!("{what} {safe}"))
        .remedy("Branchez la clé des copies et vérifiez-la dans Sécurité et copies, ou demandez le papier à nouveau.")
}

/// Whole megabytes that hold so many bytes.
pub fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

/// An error and its causes, for the log: names of tables and settings, never a value.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |told, cause| format!("{told}: {cause}"))
}

impl From<CodeRefused> for Failure {
    fn from(refused: CodeRefused) -> Self {
        let message = match refused {
            CodeRefused::Length { found } => {
                format!("Un code de secours a 32 signes, huit groupes de quatre ; il y en a {found}.")
            }
            CodeRefused::Sign { group, character } => {
                format!("Groupe {group}, {} signe : aucun code n’a ce signe. Relisez la feuille.", rank(character))
            }
            CodeRefused::Check { group } => format!("Le groupe {group} est mal recopié. Relisez la feuille."),
        };
        Self::wrong_secret(&message)
    }
}

impl From<GroupRefused> for Failure {
    fn from(refused: GroupRefused) -> Self {
        Self::refused(&match refused {
            GroupRefused::Length { found } => format!("Un groupe a quatre signes ; il y en a {found}."),
            GroupRefused::Differs { character } => {
                let mut rank = rank(character).to_owned();
                if let Some(first) = rank.get_mut(0..1) {
                    first.make_ascii_uppercase();
                }
                format!("{rank} caractère : relisez la feuille.")
            }
        })
    }
}

fn rank(place: usize) -> &'static str {
    match place {
        1 => "premier",
        2 => "deuxième",
        3 => "troisième",
        _ => "quatrième",
    }
}

impl Failure {
    /// The same failure, with its cause for the log.
    #[must_use]
    pub fn because(mut self, cause: &dyn Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// What the log keeps: the sentence and its cause.
    #[must_use]
    pub fn cause(&self) -> String {
        format!("{} {}", self.message, self.cause.as_deref().unwrap_or(""))
    }

    /// The message and its remedy in one text.
    #[must_use]
    pub fn sentence(&self) -> String {
        match &self.remedy {
            Some(remedy) => format!("{} {remedy}", self.message),
            None => self.message.clone(),
        }
    }
}

/// Why a copy is unusable, in a few words.
pub fn unusable_because(why: &Unusable) -> String {
    match why {
        Unusable::ManifestDamaged => "sa description est abîmée".to_owned(),
        Unusable::ManifestForged => "sa description a été modifiée".to_owned(),
        Unusable::TooNew { needs } => format!("faite par Étrier {needs}, plus récent"),
        Unusable::Header => "son en-tête est abîmé".to_owned(),
        Unusable::Database => "le fichier des dossiers est abîmé".to_owned(),
        Unusable::Pieces(count) => counted(*count, "fichier abîmé", "fichiers abîmés"),
    }
}

/// Why a copy cannot take the place of the office, and what to do.
fn unusable(why: &Unusable) -> Failure {
    let sentence =
        format!("Cette copie est inutilisable : {}. Vos dossiers n’ont pas été touchés.", unusable_because(why));
    if let Unusable::TooNew { needs } = why {
        return Failure::new(FailureKind::TooNew, &spaced(&sentence))
            .remedy(&format!("Installez Étrier {needs}, puis recommencez."));
    }
    Failure::new(FailureKind::Damaged, &spaced(&sentence))
        .remedy("Choisissez la copie d’avant : elle est dans la liste.")
}
