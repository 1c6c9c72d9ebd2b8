//! Refusals of a register that comes in.

use documents::register::{LARGEST, MOST_COLUMNS, MOST_LINES, RegisterError};

use super::Failure;

impl From<RegisterError> for Failure {
    fn from(refused: RegisterError) -> Self {
        let lines = domain::words::counted(u64::try_from(MOST_LINES).unwrap_or_default(), "ligne", "lignes");
        let size = domain::words::file_size(u64::try_from(LARGEST).unwrap_or_default());
        let (says, remedy) = match refused {
            RegisterError::Empty => ("Ce fichier est vide.".to_owned(), "Choisissez le registre lui-même."),
            RegisterError::TooLarge => (
                format!("Ce fichier dépasse {size} : ce n’est pas un registre."),
                "Gardez la feuille du registre, sans images, dans un fichier à part.",
            ),
            RegisterError::Bomb => (
                "Ce fichier devient démesuré une fois décompressé : il n’a pas été lu.".to_owned(),
                "Ouvrez-le dans le tableur, gardez la feuille du registre et enregistrez-la en CSV.",
            ),
            RegisterError::TooManyLines => (
                format!("Ce fichier a plus de {lines} : ce n’est pas un registre."),
                "Partagez-le par années, ou gardez la feuille du registre.",
            ),
            RegisterError::TooManyColumns => (
                format!("Ce fichier a plus de {MOST_COLUMNS} colonnes : ce n’est pas un registre."),
                "Gardez les colonnes du registre.",
            ),
            RegisterError::Password => (
                "Un mot de passe protège ce classeur : il n’a pas été lu.".to_owned(),
                "Ouvrez-le dans le tableur, enregistrez-en une copie sans mot de passe, puis choisissez la copie.",
            ),
            RegisterError::OldSpreadsheet => (
                "Ce classeur est d’avant 2007 (.xls) : Étrier ne le lit pas.".to_owned(),
                "Ouvrez-le dans le tableur et enregistrez-le en .xlsx, en .ods ou en CSV.",
            ),
            RegisterError::NotATable => (
                "Ce fichier n’est ni un tableau ni du texte, quel que soit son nom.".to_owned(),
                "Choisissez un fichier .xlsx, .ods ou .csv.",
            ),
            RegisterError::Damaged => (
                "Ce classeur est abîmé : il n’a pas pu être lu jusqu’au bout.".to_owned(),
                "Ouvrez-le dans le tableur et enregistrez-le à nouveau, en .xlsx, en .ods ou en CSV.",
            ),
        };
        Self::refused(&format!("{says} Rien n’a été changé.")).remedy(remedy).at("file")
    }
}

impl Failure {
    /// A register that is no longer where it was chosen, or that another program holds.
    pub fn register_unread() -> Self {
        Self::refused("Ce fichier n’a pas pu être lu : il n’est plus là, ou il est ouvert dans un autre programme.")
            .remedy("Fermez-le dans le tableur, puis choisissez-le à nouveau.")
            .at("file")
    }

    /// No register was chosen, or the office was closed since.
    pub fn no_register() -> Self {
        Self::refused("Aucun registre n’est ouvert.").remedy("Choisissez le fichier.").at("file")
    }
}
