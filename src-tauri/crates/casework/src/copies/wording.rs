//! Copies in words: when, why, what they are worth.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::words::{self, counted};
use store::{CopyFound, CopyMade, CopyState, FailedBecause, FailedCopy, Reason, VaultFolder};

use app::caller::Moment;
use app::failure::{megabytes, unusable_because as short};

/// `aujourd’hui, 8 h 02`, `hier, 17 h 41`, `22 nov., 18 h 10`.
pub(super) fn moment(at: DateTime<Utc>, now: &Moment) -> String {
    words::spaced(&format!("{}, {}", near(now.day_of(at), now.today), now.hour_of(at)))
}

/// `aujourd’hui`, `hier`, `22 nov.`.
pub(super) fn near(day: NaiveDate, today: NaiveDate) -> String {
    if today.pred_opt() == Some(day) { "hier".to_owned() } else { words::screen_date(day, today) }
}

/// `aujourd’hui`, `hier`, `il y a 9 jours`.
pub(super) fn ago(at: DateTime<Utc>, now: &Moment) -> String {
    match days_since(at, now) {
        ..=0 => "aujourd’hui".to_owned(),
        1 => "hier".to_owned(),
        days => format!("il y a {}", counted(days, "jour", "jours")),
    }
}

pub(super) fn days_since(at: DateTime<Utc>, now: &Moment) -> i64 {
    now.today.signed_duration_since(now.day_of(at)).num_days()
}

pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Opening => "à l’ouverture",
        Reason::Locking => "au verrouillage",
        Reason::Asked => "à votre demande",
        Reason::BeforeUpgrade => "avant la mise à jour d’Étrier",
        Reason::BeforeRestore => "avant une restauration",
        Reason::BeforeErasure => "avant un effacement",
        Reason::BeforeKeyChange => "avant un changement de clé",
        Reason::BeforeImport => "avant une reprise de registre",
    }
}

/// What a copy is worth, in a few words.
pub(super) fn verdict(copy: &CopyFound, now: &Moment) -> String {
    let sentence = match (&copy.state, copy.pinned_until) {
        (CopyState::Sound, Some(until)) if now.day_of(until) >= now.today => {
            format!("Vérifiée, gardée {}", words::until_screen_date(now.day_of(until), now.today))
        }
        (CopyState::Sound, _) => "Vérifiée".to_owned(),
        (CopyState::OtherKey, _) => "D’une autre clé : sa phrase ou son code l’ouvre".to_owned(),
        (CopyState::Unusable(why), _) => format!("Inutilisable : {}", short(why)),
    };
    words::spaced(&sentence)
}

/// What a copy just made says.
pub(super) fn made_sentence(made: &CopyMade, lost: &Lost) -> String {
    let missing = missing(made, lost);
    words::spaced(&format!("Copie faite et vérifiée en la rouvrant : {}.{missing}", held(made.dossiers, made.pieces)))
}

/// What a copy just carried outside says.
pub(super) fn carried_sentence(made: &CopyMade, place: &str, lost: &Lost) -> String {
    let missing = missing(made, lost);
    words::spaced(&format!("Copie faite sur {place} et relue : {}.{missing}", held(made.dossiers, made.pieces)))
}

pub(super) fn held(dossiers: u64, pieces: usize) -> String {
    format!("{}, {}", counted(dossiers, "dossier", "dossiers"), counted(pieces, "fichier", "fichiers"))
}

/// The names of the files of a copy, for those that are missing or damaged.
pub(super) type Lost = BTreeMap<String, (String, String)>;

fn missing(made: &CopyMade, lost: &Lost) -> String {
    if made.missing.is_empty() {
        return String::new();
    }
    let named = made.missing.iter().filter_map(|file| lost.get(file));
    let named: Vec<String> = named.map(|(name, reference)| format!("« {name} », dossier {reference}")).collect();
    let named = if named.is_empty() { String::new() } else { format!(" ({})", named.join(" ; ")) };
    let count = counted(made.missing.len(), "fichier manque ou est abîmé", "fichiers manquent ou sont abîmés");
    format!(" {count} au coffre{named} : tout le reste est copié.")
}

/// That the last copy on this computer failed.
pub(super) fn failed_here(failed: &FailedCopy, now: &Moment) -> String {
    let why = because(failed.because, "le disque de l’ordinateur");
    let when = moment(failed.at, now);
    words::spaced(&format!("La dernière copie n’a pas été faite ({when}) : {why}. Vos dossiers sont intacts."))
}

/// That the last copy outside the computer failed.
pub(super) fn failed_outside(place: &str, at: DateTime<Utc>, because_of: FailedBecause, now: &Moment) -> String {
    let why = because(because_of, "la clé");
    let when = moment(at, now);
    words::spaced(&format!(
        "La copie sur {place} n’a pas été faite ({when}) : {why}. Vos dossiers sont intacts sur cet ordinateur."
    ))
}

fn because(because: FailedBecause, place: &str) -> String {
    match because {
        FailedBecause::NoRoom { needed: Some(needed) } => {
            format!("{place} est trop plein, il y faut {} Mo", megabytes(needed))
        }
        FailedBecause::NoRoom { needed: None } => format!("{place} est trop plein"),
        FailedBecause::ReadOnly => format!("{place} refuse l’écriture"),
        FailedBecause::Damaged => "le fichier des dossiers est abîmé, lancez une vérification".to_owned(),
        FailedBecause::Absent => "elle n’était pas branchée".to_owned(),
        FailedBecause::Other => format!("{place} n’a pas répondu comme attendu"),
    }
}

/// The line of the lock screen: the last copies, from what lies in the folder, without a secret.
pub(crate) fn last_copies(folder: &VaultFolder, now: &Moment) -> Option<String> {
    let copies = folder.copies().copies().ok()?;
    let newest = copies.iter().find(|copy| copy.state == CopyState::Sound).and_then(CopyFound::made_at)?;
    let known = folder.outside();
    let outside = match known.copied_at {
        Some(at) if known.same_disk => format!("sur le même disque : {}", ago(at, now)),
        Some(at) => format!("hors de l’ordinateur : {}", ago(at, now)),
        None => "aucune hors de l’ordinateur".to_owned(),
    };
    Some(words::spaced(&format!("Dernière copie : {} ; {outside}.", moment(newest, now))))
}
