//! Refusals of the papers.

use std::io;

use documents::PaperError;
use documents::raster::RasterError;
use documents::spreadsheet::SpreadsheetError;

use super::{Failure, FailureKind};

impl From<PaperError> for Failure {
    fn from(refused: PaperError) -> Self {
        match refused {
            PaperError::Amount(refused) => refused.into(),
            PaperError::Font(name) => Self::broken("papier-police").because(&name),
            PaperError::Composed(cause) => Self::broken("papier").because(&cause),
            PaperError::Unwanted => Self::cancelled(),
            PaperError::Written(cause) => Self::broken("papier-ecrit").because(&cause),
        }
    }
}

impl From<SpreadsheetError> for Failure {
    fn from(refused: SpreadsheetError) -> Self {
        match refused {
            SpreadsheetError::Written(_) | SpreadsheetError::Beyond => Self::broken("tableur").because(&refused),
        }
    }
}

impl From<RasterError> for Failure {
    fn from(refused: RasterError) -> Self {
        match refused {
            RasterError::NoSuchPage => Self::refused("Ce papier n’a pas tant de pages.").at("page"),
            RasterError::Size => {
                Self::refused("Cette page ne peut pas être montrée si grande ou si petite.").at("width")
            }
            RasterError::Unreadable | RasterError::Picture => Self::broken("apercu").because(&refused),
        }
    }
}

impl Failure {
    /// A paper that could not be written where it was to be saved.
    pub fn not_saved(cause: &io::Error) -> Self {
        let is = |kinds: &[io::ErrorKind]| kinds.contains(&cause.kind());
        if is(&[io::ErrorKind::AlreadyExists]) {
            return Self::refused("Un fichier de ce nom est déjà là : il n’a pas été touché.")
                .at("file")
                .remedy("Choisissez un autre nom.");
        }
        let elsewhere = "Choisissez un autre dossier.";
        let (kind, why, remedy) = if is(&[io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded]) {
            (
                FailureKind::DiskFull,
                "il n’y a plus de place à cet endroit",
                "Libérez de la place ou choisissez un autre dossier.",
            )
        } else if is(&[io::ErrorKind::PermissionDenied, io::ErrorKind::ReadOnlyFilesystem]) {
            (FailureKind::Refused, "cet endroit n’accepte pas de fichier", elsewhere)
        } else if is(&[io::ErrorKind::NotFound]) {
            (FailureKind::Refused, "ce dossier n’existe plus", elsewhere)
        } else {
            (FailureKind::Refused, "cet endroit ne répond pas", elsewhere)
        };
        Self::new(kind, &format!("Le papier n’a pas été enregistré : {why}. Le dossier est intact."))
            .at("file")
            .remedy(remedy)
    }

    /// A paper the system could not show.
    pub fn not_opened(_: &io::Error) -> Self {
        Self::refused("Le système n’a pas pu ouvrir ce papier. Le dossier est intact.")
            .remedy("Enregistrez le PDF, puis ouvrez-le vous-même.")
    }

    /// A printer the system could not offer.
    pub fn not_printed() -> Self {
        Self::refused("L’impression n’a pas pu s’ouvrir. Le dossier est intact.")
            .remedy("Enregistrez le PDF, puis imprimez-le d’un autre logiciel.")
    }
}
