//! Where the figures of a dossier's loan come from.

use domain::dossier::Dossier;
use domain::explained::Explained;
use domain::settings::Settings;

use crate::caller::Moment;
use crate::explained::FigureAsked;
use crate::failure::Failure;

/// A figure of the loan explained; nothing while it is not worked out.
pub(crate) fn explained(
    _dossier: &Dossier,
    _settings: &Settings,
    _asked: &FigureAsked,
    _moment: &Moment,
) -> Result<Option<Explained>, Failure> {
    Ok(None)
}
