//! The two ways into the office, changed while it is open, and what is known of each.
//!
//! A change asks for the current passphrase, so that a window left open lets nobody
//! take the office; after opening with the recovery code, that code stands for it.

use chrono::{Months, NaiveDate};
use domain::words;
use serde::{Deserialize, Serialize};
use store::{JournalEntry, KeyCost, NewSecrets, Reason, RecoveryCode, Secret, SecretChange};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::create::{RetypedGroups, copied_code};
use super::passphrase::{check_strength, names_of};
use super::patience::{entered, set_entered, set_prepared, try_secret};
use super::shared_folder::shared_folder;
use super::unlock::{FORMER_WAY_IN, TypedCode};
use super::{Desk, Nothing};
use crate::copies::keep_before;
use app::caller::Moment;
use app::failure::{Failure, FailureKind};
use app::settings;
use app::shapes::Day;

/// Another passphrase.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPassphrase {
    /// The passphrase in use; may be empty when the office was opened with its recovery code.
    #[ts(type = "string")]
    pub current: Zeroizing<String>,
    /// The one that takes its place.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
}

/// Another recovery code, drawn by `prepare_office`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewCode {
    /// The passphrase in use; may be empty when the office was opened with its recovery code.
    #[ts(type = "string")]
    pub current: Zeroizing<String>,
    /// The two groups asked back, in the order they were asked.
    #[ts(type = "string[]")]
    pub retyped: RetypedGroups,
}

/// Both ways in, and the key behind them, made anew.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenewedKey {
    /// The passphrase in use; may be empty when the office was opened with its recovery code.
    #[ts(type = "string")]
    pub current: Zeroizing<String>,
    /// The one that takes its place.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
    /// The two groups asked back of the new recovery code, in the order they were asked.
    #[ts(type = "string[]")]
    pub retyped: RetypedGroups,
}

/// The copies about to be destroyed.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FormerCopies {
    /// How many were shown.
    #[ts(type = "number")]
    pub count: u64,
}

/// What is known of the ways in and of the lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SafetyOverview {
    /// The day the passphrase was chosen.
    pub passphrase_set_on: Option<Day>,
    /// `verrou après 10 minutes sans toucher`.
    pub lock: String,
    /// What is known of the recovery code.
    pub code: CodeAge,
    /// Whether the office was opened with its code and its passphrase was not changed since.
    pub is_opened_with_code: bool,
    /// How many copies on this computer open with secrets given up since.
    #[ts(type = "number")]
    pub former_copies: u64,
    /// What is wrong with the folder of the office, its key or its ways in, each with what to do.
    pub warnings: Vec<String>,
}

/// How long ago the recovery code was seen to open the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CodeAge {
    /// The day it was drawn.
    pub made_on: Option<Day>,
    /// The day it was last copied back or tried.
    pub proved_on: Option<Day>,
    /// `essayé il y a 10 mois`.
    pub text: String,
    /// `à essayer chaque année`.
    pub rhythm: String,
    /// Whether it is to be tried again.
    pub is_due: bool,
}

/// Shows what is known of the ways in and of the lock.
pub fn safety_overview(desk: &Desk, _: Nothing, moment: &Moment) -> Result<SafetyOverview, Failure> {
    let (days, rules) =
        desk.read(|reader| Ok((reader.secret_days()?, settings::safety_rules(reader, moment.today)?)))?;
    let day = |day: Option<NaiveDate>| day.map(Day::full);
    let proved = days.code_proved_on;
    let due = proved.and_then(|day| day.checked_add_months(Months::new(rules.code_test_months)));
    let minutes = words::counted(rules.lock_minutes, "minute", "minutes");
    Ok(SafetyOverview {
        passphrase_set_on: day(days.passphrase_set_on),
        lock: words::spaced(&format!("verrou après {minutes} sans activité")),
        code: CodeAge {
            made_on: day(days.code_made_on),
            proved_on: day(proved),
            text: words::spaced(&proved.map_or("jamais essayé".to_owned(), |day| tried_ago(day, moment.today))),
            rhythm: words::spaced(&match rules.code_test_months {
                12 => "à essayer chaque année".to_owned(),
                1 => "à essayer chaque mois".to_owned(),
                months => format!("à essayer tous les {months} mois"),
            }),
            is_due: due.is_none_or(|due| due <= moment.today),
        },
        is_opened_with_code: entered(desk).is_some(),
        // A place of copies that cannot be read says so in its own list.
        former_copies: desk
            .vault()?
            .copies_of_former_keys()
            .map_or(0, |count| u64::try_from(count).unwrap_or(u64::MAX)),
        warnings: [shared_folder(desk), weak_key(desk), former_way_in(desk)?].into_iter().flatten().collect(),
    })
}

/// That trying a passphrase costs less than on a real office, and what to do.
pub(super) fn weak_key(desk: &Desk) -> Option<String> {
    let is_weak = desk.key_cost() == KeyCost::Real && desk.folder().key_cost().ok()? == KeyCost::Smallest;
    is_weak.then(|| {
        words::spaced(
            "La clé de ce coffre a été faite pour des essais : une phrase s’y devine bien plus vite que sur un \
             vrai coffre. Changez la phrase secrète : la clé sera renforcée du même geste.",
        )
    })
}

fn former_way_in(desk: &Desk) -> Result<Option<String>, Failure> {
    Ok(desk.vault()?.has_former_way_in().then(|| words::spaced(FORMER_WAY_IN)))
}

/// Gives the office another passphrase; the recovery code is not touched.
pub fn change_passphrase(desk: &mut Desk, input: NewPassphrase, moment: &Moment) -> Result<SafetyOverview, Failure> {
    check_strength(&input.passphrase, &names_of(desk))?;
    if input.current.trim() == input.passphrase.trim() {
        return Err(Failure::refused("C’est la phrase actuelle : choisissez-en une autre.").at("passphrase"));
    }
    tried(desk, &input.current, "change_passphrase", moment, |desk, change| {
        Ok(desk.vault_mut()?.change_passphrase(change, &input.passphrase)?)
    })?;
    set_entered(desk, None);
    safety_overview(desk, Nothing {}, moment)
}

/// Gives the office another recovery code, once two of its groups were copied back.
pub fn replace_recovery_code(desk: &mut Desk, input: NewCode, moment: &Moment) -> Result<SafetyOverview, Failure> {
    let prepared = copied_code(desk, &input.retyped)?;
    let replaced = tried(desk, &input.current, "replace_recovery_code", moment, |desk, change| {
        Ok(desk.vault_mut()?.replace_code(change, &prepared.code)?)
    });
    if let Err(failure) = replaced {
        set_prepared(desk, Some(prepared));
        return Err(failure);
    }
    if entered(desk).is_some() {
        set_entered(desk, Some(prepared.code));
    }
    safety_overview(desk, Nothing {}, moment)
}

/// Sees that the recovery code on the sheet opens this office.
pub fn prove_recovery_code(desk: &mut Desk, input: TypedCode, moment: &Moment) -> Result<SafetyOverview, Failure> {
    let code = RecoveryCode::read(&input.code).map_err(|refused| Failure::from(refused).at("code"))?;
    try_secret(desk, moment, |desk, missed| {
        let (call, fields) = ("prove_recovery_code", missed.fields());
        let entry = JournalEntry { call, dossier: None, fields: &fields, now: moment.now };
        let proved = desk.vault_mut()?.prove_code(&code, moment.today, entry).map_err(Failure::from);
        proved.map_err(|failure| if failure.kind == FailureKind::WrongSecret { not_this_code() } else { failure })
    })?;
    safety_overview(desk, Nothing {}, moment)
}

/// Makes the key of the office and both ways in anew, for when one of them is known to someone.
pub fn renew_key(desk: &mut Desk, input: RenewedKey, moment: &Moment) -> Result<SafetyOverview, Failure> {
    check_strength(&input.passphrase, &names_of(desk))?;
    if input.current.trim() == input.passphrase.trim() {
        return Err(Failure::refused("C’est la phrase actuelle : choisissez-en une autre.").at("passphrase"));
    }
    let prepared = copied_code(desk, &input.retyped)?;
    let renewed = tried(desk, &input.current, "renew_key", moment, |desk, change| {
        desk.vault()?.admits(change.current)?;
        keep_before(desk, Reason::BeforeKeyChange, moment)?;
        let new = NewSecrets { passphrase: &input.passphrase, code: &prepared.code };
        Ok(desk.vault_mut()?.renew_key(change, new)?)
    });
    if let Err(failure) = renewed {
        set_prepared(desk, Some(prepared));
        return Err(failure);
    }
    set_entered(desk, None);
    safety_overview(desk, Nothing {}, moment)
}

/// Destroys the copies on this computer that open with secrets given up since: as many as were shown.
pub fn destroy_former_copies(desk: &mut Desk, input: FormerCopies, moment: &Moment) -> Result<SafetyOverview, Failure> {
    let vault = desk.vault_mut()?;
    if u64::try_from(vault.copies_of_former_keys()?).ok() != Some(input.count) {
        return Err(Failure::refused("Le nombre de ces copies a changé. Aucune n’a été détruite.")
            .remedy("Relisez-le, puis recommencez."));
    }
    if !vault.doubts().is_empty() {
        return Err(Failure::refused("Une copie est plus récente que ces dossiers : aucune n’est détruite.")
            .remedy("Répondez d’abord à ce qui est dit en haut de « Copies »."));
    }
    if vault.newest_copy()?.is_none() {
        return Err(Failure::refused(
            "Aucune copie n’a encore été faite avec la nouvelle clé : celles-ci sont gardées, c’est tout ce que vous avez.",
        )
        .remedy("Faites d’abord une copie sur cet ordinateur."));
    }
    vault.destroy_copies_of_former_keys()?;
    vault.note(JournalEntry { call: "destroy_former_copies", dossier: None, fields: &[], now: moment.now })?;
    safety_overview(desk, Nothing {}, moment)
}

/// Does what needs the current secret: not too soon after a wrong one, and a wrong one is counted.
fn tried(
    desk: &mut Desk,
    typed: &str,
    call: &str,
    moment: &Moment,
    change: impl FnOnce(&mut Desk, SecretChange<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let entered = entered(desk).cloned();
    let current = match (&entered, typed.trim()) {
        (Some(code), "") => Secret::Code(code),
        (None, "") => return Err(Failure::refused("Tapez la phrase secrète actuelle.").at("current")),
        _ => Secret::Passphrase(typed),
    };
    let tried = try_secret(desk, moment, |desk, missed| {
        let fields = missed.fields();
        let entry = JournalEntry { call, dossier: None, fields: &fields, now: moment.now };
        let asked = SecretChange { current, cost: desk.key_cost(), on: moment.today, entry };
        change(desk, asked)
            .map_err(|failure| if failure.kind == FailureKind::WrongSecret { not_current() } else { failure })
    });
    // A try that came too soon is told at the same field as a wrong one.
    tried.map_err(|failure| if failure.kind == FailureKind::WrongSecret { failure.at("current") } else { failure })
}

fn not_current() -> Failure {
    Failure::wrong_secret("Ce n’est pas la phrase secrète actuelle. Rien n’a été changé.").at("current")
}

fn not_this_code() -> Failure {
    Failure::wrong_secret(
        "Ce code est bien écrit, mais il n’ouvre pas ces dossiers : il vient d’un autre coffre, ou il a été remplacé. \
         Rien n’a été changé.",
    )
    .remedy("Cherchez la dernière feuille, ou faites un nouveau code.")
    .at("code")
}

fn tried_ago(day: NaiveDate, today: NaiveDate) -> String {
    let days = today.signed_duration_since(day).num_days();
    match u32::try_from(days).unwrap_or_default() {
        0 => "essayé aujourd’hui".to_owned(),
        1 => "essayé hier".to_owned(),
        days @ 2..=59 => format!("essayé il y a {days} jours"),
        _ => format!("essayé il y a {} mois", months_between(day, today)),
    }
}

/// Whole months gone by.
fn months_between(day: NaiveDate, today: NaiveDate) -> u32 {
    (1..)
        .find(|months| day.checked_add_months(Months::new(*months)).is_none_or(|then| then > today))
        .map_or(0, |past| past.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_ago_a_code_was_tried_is_said_as_people_say_it() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (proved, said) in [
            ("2026-11-24", "essayé aujourd’hui"),
            ("2026-11-23", "essayé hier"),
            ("2026-10-01", "essayé il y a 54 jours"),
            ("2026-01-09", "essayé il y a 10 mois"),
            ("2025-11-24", "essayé il y a 12 mois"),
            ("2026-12-24", "essayé aujourd’hui"),
        ] {
            assert_eq!(tried_ago(day(proved), day("2026-11-24")), said);
        }
    }
}
