//! An office that is older than its own copies, or than a state set aside: said everywhere it counts, and answered.

use domain::words::{counted, screen_date, spaced};
use serde::{Deserialize, Serialize};
use store::{AsideKind, Doubt, JournalEntry, Newer, QUARANTINE_DAYS, SetAside, Standing};
use ts_rs::TS;

use super::view::{CopiesView, copies};
use super::wording::moment;
use crate::office::{Status, status};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;

/// What goes further than the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DoubtView {
    /// What is missing here, in a sentence.
    pub sentence: String,
    /// What to do.
    pub remedy: String,
    /// The state that can be brought back; nothing when it is a copy, which its own line restores.
    pub state: Option<String>,
}

/// Something that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AsideRow {
    /// Its name in the quarantine.
    pub name: String,
    /// What it is.
    pub what: String,
    /// When it was moved.
    pub moved: String,
    /// Its size.
    pub size: String,
    /// Whom it holds, where that is known.
    pub holds: String,
    /// When it goes by itself.
    pub goes: String,
}

/// Something in quarantine.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneAside {
    /// Its name there.
    pub name: String,
}

/// Goes on with the office as it is, although something goes further: the copies go again by the rotation.
pub fn answer_doubts(desk: &mut Desk, _: Nothing, at: &Moment) -> Result<CopiesView, Failure> {
    let entry = JournalEntry { call: "answer_doubts", dossier: None, fields: &[], now: at.now };
    desk.vault_mut()?.answer_doubts(entry)?;
    copies(desk, Nothing {}, at)
}

/// Puts a state that was set aside in the place of the office, which is kept a month, and locks.
pub fn bring_back_state(desk: &mut Desk, input: OneAside, at: &Moment) -> Result<Status, Failure> {
    let vault = desk.vault_mut()?;
    vault.note(JournalEntry { call: "bring_back_state", dossier: None, fields: &[], now: at.now })?;
    let keys = vault.copy_keys();
    desk.close();
    desk.folder().bring_back(&input.name, &keys, at.now)?;
    status(desk, Nothing {}, at)
}

/// Destroys something that was set aside.
pub fn destroy_aside(desk: &mut Desk, input: OneAside, at: &Moment) -> Result<CopiesView, Failure> {
    let vault = desk.vault_mut()?;
    vault.note(JournalEntry { call: "destroy_aside", dossier: None, fields: &[], now: at.now })?;
    vault.destroy_aside(&input.name)?;
    copies(desk, Nothing {}, at)
}

/// What goes further than the office, as its page shows it.
pub(super) fn doubts(desk: &Desk, at: &Moment) -> Result<Vec<DoubtView>, Failure> {
    let doubts = desk.vault()?.doubts();
    Ok(doubts
        .iter()
        .map(|doubt| DoubtView {
            sentence: doubt_sentence(doubt, at),
            remedy: spaced(match &doubt.newer {
                Newer::Copy { usable: true, .. } => {
                    "Si vous n’avez pas voulu revenir en arrière, ouvrez cette copie dans la liste et restaurez-la. \
                     Aucune copie ne sera retirée d’ici votre réponse."
                }
                Newer::Copy { usable: false, .. } => {
                    "Cette copie est abîmée : cherchez la même sur la clé, ou une autre plus récente que ces dossiers. \
                     Aucune copie ne sera retirée d’ici votre réponse."
                }
                Newer::State { .. } => {
                    "Si vous n’avez pas voulu revenir en arrière, remettez cet état : celui d’aujourd’hui sera gardé \
                     30 jours. Aucune copie ne sera retirée d’ici votre réponse."
                }
            }),
            state: match &doubt.newer {
                Newer::Copy { .. } => None,
                Newer::State { name, .. } => Some(name.clone()),
            },
        })
        .collect())
}

/// What is missing here of what goes further.
pub(crate) fn doubt_sentence(doubt: &Doubt, at: &Moment) -> String {
    let what = match &doubt.newer {
        Newer::Copy { made_at, .. } => format!("leur copie ({})", moment(*made_at, at)),
        Newer::State { last_line_at: Some(last), .. } => {
            format!("un état mis de côté (dernière écriture : {})", moment(*last, at))
        }
        Newer::State { last_line_at: None, .. } => "un état mis de côté".to_owned(),
    };
    let lines = match doubt.lines {
        Some(lines) => format!(", et {} du journal", counted(lines, "ligne", "lignes")),
        None => ", et un autre journal".to_owned(),
    };
    let there = counted(doubt.dossiers, "dossier", "dossiers");
    spaced(&format!(
        "Ces dossiers sont plus anciens que {what} : elle avait {there}, il y en a {} ici{lines} en plus. \
         Un ancien fichier a pu être remis à leur place. Rien n’est effacé.",
        doubt.dossiers_here
    ))
}

/// What was set aside, as the page lists it.
pub(super) fn aside(desk: &Desk, at: &Moment) -> Result<Vec<AsideRow>, Failure> {
    let listed = desk.vault()?.quarantine()?;
    Ok(listed.iter().map(|(aside, held)| row(aside, held.as_ref(), at)).collect())
}

fn row(aside: &SetAside, held: Option<&Standing>, at: &Moment) -> AsideRow {
    let what = match &aside.what {
        AsideKind::State => "Un état des dossiers".to_owned(),
        AsideKind::Header => "Un en-tête du coffre".to_owned(),
        AsideKind::Piece => "Une pièce abîmée".to_owned(),
        AsideKind::Other(name) => format!("Un fichier étranger : {name}"),
    };
    let holds = match held {
        Some(held) => format!(
            "{}, {}",
            counted(held.people, "personne", "personnes"),
            counted(held.dossiers, "dossier", "dossiers")
        ),
        None if aside.may_hold_people() => "illisible sans une autre clé".to_owned(),
        None => "personne".to_owned(),
    };
    let goes = at.day_of(aside.at).checked_add_signed(chrono::TimeDelta::days(QUARANTINE_DAYS.saturating_add(1)));
    AsideRow {
        name: aside.name.clone(),
        what: spaced(&what),
        moved: moment(aside.at, at),
        size: size(aside.size),
        holds: spaced(&holds),
        goes: goes.map(|day| screen_date(day, at.today)).unwrap_or_default(),
    }
}

/// `3 octets`, `812 ko`, `1,4 Mo`.
fn size(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    spaced(&match bytes {
        0..1_000 => counted(bytes, "octet", "octets"),
        1_000..1_000_000 => format!("{} ko", bytes.div_ceil(1_000)),
        _ => format!("{},{} Mo", tenths / 10, tenths % 10),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_as_people_say_it() {
        let said = [(3, "3\u{a0}octets"), (811_008, "812\u{a0}ko"), (1_310_000, "1,4\u{a0}Mo")];
        for (bytes, said) in said {
            assert_eq!(size(bytes), said);
        }
    }
}
