//! The logo at the head of papers: chosen, shown, taken away.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use documents::logo::Logo;
use documents::papers::Letterhead;
use domain::settings::Dated;
use serde::Deserialize;
use store::{Reader, SettingRow};
use ts_rs::TS;

use super::identity::{OfficeView, office};
use super::{Desk, Nothing, acted};
use crate::attachments::read_chosen;
use app::caller::{Caller, Moment, Progress};
use app::failure::Failure;
use app::job::{Ending, Work};
use app::settings::{identity, kept, row};

/// The kind of the logo in the settings table: its PNG in base 64, or nothing since it was taken away.
const LOGO: &str = "office_logo";

/// The picture chosen for a logo.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogoFile {
    /// The handle of the chosen file.
    pub file: String,
}

/// Puts a chosen picture, PNG or JPEG, at the head of the papers made from now on.
pub fn set_logo(desk: &Desk, input: LogoFile, caller: &Caller) -> Result<Work<Ending<OfficeView>>, Failure> {
    let vault = desk.vault()?.number();
    let path = caller.outside.files.path(&input.file).ok_or_else(Failure::no_file)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 1)?;
        let logo = Logo::chosen(&read_chosen(&path)?).map_err(|_| no_picture())?;
        let ending: Ending<OfficeView> = Box::new(move |desk, caller| {
            // The office may have been locked, and another one opened, while the picture was read.
            if desk.vault()?.number() != vault {
                return Err(Failure::locked());
            }
            keep(desk, ("set_logo", "Nouveau logo en tête des papiers."), Some(&logo), &caller.moment)
        });
        Ok(ending)
    }))
}

/// Takes the logo away: papers have the name of the office alone again.
pub fn remove_logo(desk: &mut Desk, _: Nothing, moment: &Moment) -> Result<OfficeView, Failure> {
    keep(desk, ("remove_logo", "Logo retiré de l’en-tête des papiers."), None, moment)
}

/// Gives the logo as a PNG file.
pub fn logo_picture(desk: &Desk) -> Result<Vec<u8>, Failure> {
    let logo = desk.read(logo)?.ok_or_else(|| Failure::gone("Le logo"))?;
    Ok(logo.png().to_vec())
}

fn keep(
    desk: &mut Desk,
    (call, sentence): (&'static str, &str),
    logo: Option<&Logo>,
    moment: &Moment,
) -> Result<OfficeView, Failure> {
    let row = logo_row(logo, "Réglage du CCAS", moment)?;
    desk.act(call, moment, |writer| {
        writer.add_setting(&row)?;
        Ok(acted(sentence, vec![LOGO]))
    })?;
    office(desk, Nothing {}, moment)
}

/// A logo, or that there is none any more, as its row.
pub fn logo_row(logo: Option<&Logo>, source: &str, moment: &Moment) -> Result<SettingRow, Failure> {
    let value = logo.map(|logo| STANDARD.encode(logo.png()));
    row(LOGO, &Dated { valid_from: moment.today, source: source.to_owned(), value }, moment)
}

/// Whether the office has a logo.
pub(super) fn has_logo(reader: &Reader<'_>) -> Result<bool, Failure> {
    Ok(last_kept(reader)?.is_some())
}

/// What was last chosen, as it is kept.
fn last_kept(reader: &Reader<'_>) -> Result<Option<String>, Failure> {
    Ok(kept::<Option<String>>(reader, LOGO)?.pop().and_then(|last| last.dated.value))
}

/// The logo of the office, as last chosen.
fn logo(reader: &Reader<'_>) -> Result<Option<Logo>, Failure> {
    let broken = || Failure::broken("logo");
    let Some(kept) = last_kept(reader)? else { return Ok(None) };
    let png = STANDARD.decode(kept).map_err(|_| broken())?;
    Logo::kept(png).map(Some).map_err(|_| broken())
}

/// What heads the papers of the office.
pub fn letterhead(reader: &Reader<'_>) -> Result<Letterhead, Failure> {
    Ok(Letterhead { office: identity(reader)?, logo: logo(reader)? })
}

fn no_picture() -> Failure {
    Failure::refused("Ce fichier n’est pas une image PNG ou JPEG qui se lit.")
        .remedy("Demandez le logo en PNG ou en JPEG au service communication, puis choisissez-le ici.")
        .at("file")
}
