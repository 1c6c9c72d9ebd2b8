//! Opening and closing the office.

use serde::{Deserialize, Serialize};
use store::{JournalEntry, RecoveryCode, Secret, StoreError, Told, Vault};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::patience::{entered, set_entered, try_secret};
use super::{Desk, Nothing};
use crate::copies::forget_damage;
use app::caller::Moment;
use app::failure::Failure;
use app::files::sweep;
use app::settings::identity;

/// A passphrase as typed.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedPassphrase {
    /// As typed.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
}

/// A recovery code as typed.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedCode {
    /// As typed: spaces, dashes and small letters do not matter.
    #[ts(type = "string")]
    pub code: Zeroizing<String>,
}

/// The office, open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Opened {
    /// The CCAS.
    pub office: String,
    /// The adviser.
    pub advisor: String,
    /// What was repaired while opening, said once.
    pub told: Vec<String>,
    /// Whether the recovery code opened it: another passphrase is proposed at once.
    pub by_code: bool,
}

/// What opens a demonstration that asks for no passphrase.
pub const DEMO_PASSPHRASE: &str = "demonstration sans phrase";

/// Opens the office with the passphrase; a demonstration that has none, without.
pub fn unlock(desk: &mut Desk, input: TypedPassphrase, moment: &Moment) -> Result<Opened, Failure> {
    if input.passphrase.trim().is_empty() && desk.folder().opens_alone() {
        return open(desk, Secret::Passphrase(DEMO_PASSPHRASE), "unlock", moment);
    }
    open(desk, Secret::Passphrase(&input.passphrase), "unlock", moment)
}

/// Opens the office with the recovery code.
pub fn unlock_with_code(desk: &mut Desk, input: TypedCode, moment: &Moment) -> Result<Opened, Failure> {
    let code = RecoveryCode::read(&input.code).map_err(|refused| Failure::from(refused).at("code"))?;
    open(desk, Secret::Code(&code), "unlock_with_code", moment)
}

/// Closes the office. Closing a closed one changes nothing.
pub fn lock(desk: &mut Desk, _: Nothing, moment: &Moment) -> Result<Nothing, Failure> {
    // A copy being looked at keeps no line: the one of the lock belongs in the office's own journal.
    let _ = crate::copies::stop_looking(desk, Nothing {}, moment);
    if let Ok(vault) = desk.vault_mut() {
        // A journal that cannot be written is no reason to stay open.
        let _ = vault.note(JournalEntry { call: "lock", dossier: None, fields: &[], now: moment.now });
    }
    crate::copies::take_on_closing(desk, moment);
    desk.close();
    Ok(Nothing {})
}

fn open(desk: &mut Desk, secret: Secret<'_>, call: &'static str, moment: &Moment) -> Result<Opened, Failure> {
    if desk.is_open() {
        return opened(desk, Vec::new());
    }
    if let Secret::Passphrase(typed) = secret
        && typed.trim().is_empty()
    {
        return Err(Failure::refused("Tapez la phrase secrète.").at("passphrase"));
    }
    let (mut vault, told, missed) = try_secret(desk, moment, |desk, missed| {
        let (vault, told) = Vault::unlock(desk.folder(), secret, moment.now).map_err(|error| refused(error, call))?;
        Ok((vault, told, missed))
    })?;
    forget_damage(desk);
    // Lines that wait another day are no reason to stay closed.
    let _ = crate::access_journal::let_old_lines_go(&mut vault, moment);
    vault.note_opening(JournalEntry { call, dossier: None, fields: &missed.fields(), now: moment.now })?;
    // Tasks that could not be written are no reason to stay closed: the verification tells them.
    let _ = app::tasks::write_first(&mut vault, moment);
    desk.set_vault(Some(vault));
    if let Secret::Code(code) = secret {
        set_entered(desk, Some(code.clone()));
    }
    sweep(desk.opened_folder());
    let mut opened = opened(desk, told)?;
    let doubts = desk.vault()?.doubts();
    opened.told.extend(doubts.iter().map(|doubt| crate::copies::doubt_sentence(doubt, moment)));
    Ok(opened)
}

/// The office as the window greets it.
pub fn opened(desk: &Desk, told: Vec<Told>) -> Result<Opened, Failure> {
    let identity = desk.read(identity)?;
    let told = told.into_iter().map(|told| domain::words::spaced(sentence(told))).collect();
    Ok(Opened { office: identity.name, advisor: identity.advisor, told, by_code: entered(desk).is_some() })
}

/// An error of the store as the call shows it, at the field that was refused.
pub fn refused(error: StoreError, call: &str) -> Failure {
    let failure = Failure::from(error);
    match (failure.kind, call) {
        (app::failure::FailureKind::WrongSecret, "unlock") => failure.at("passphrase"),
        (app::failure::FailureKind::WrongSecret, _) => failure.at("code"),
        _ => failure,
    }
}

/// That the header is not the last that was written, and what to do.
pub(super) const FORMER_WAY_IN: &str = "L’en-tête du coffre n’est pas le dernier qu’Étrier a écrit : une ancienne phrase \
                                        ou un ancien code a pu redevenir bon. Changez la phrase secrète dans « Sécurité \
                                        et copies » : seuls les nouveaux secrets ouvriront.";

fn sentence(told: Told) -> &'static str {
    match told {
        Told::HeaderRepaired => "Une partie abîmée de l’en-tête a été refaite depuis son double. Rien ne manque.",
        Told::JournalRolledBack => {
            "Étrier s’était arrêté pendant un enregistrement : l’action en cours a été annulée, tout le reste est là."
        }
        Told::SearchRebuilt => "La recherche a été reconstruite. Rien ne manque.",
        Told::StrayFileSetAside => "Un fichier étranger au coffre a été mis de côté, sans être effacé.",
        Told::OtherStateSetAside => {
            "Un autre état de vos dossiers se trouvait dans le coffre : il a été mis de côté, sans être effacé. \
             Regardez « Mis de côté » dans « Sécurité et copies »."
        }
        Told::FormerHeaderSetAside => {
            "Un ancien en-tête du coffre avait été remis : il a été mis de côté. La phrase et le code d’aujourd’hui \
             restent les seuls bons."
        }
        Told::FormerWayIn => FORMER_WAY_IN,
    }
}
