//! First run: the office's names, its passphrase, its recovery code copied by hand.

use std::collections::BTreeSet;

use domain::settings::{Dated, OfficeIdentity};
use serde::{Deserialize, Serialize};
use store::{JournalEntry, NewVault, RecoveryCode, SettingRow, Vault, VaultNumber};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::patience::{prepared, set_prepared};
use super::recovery_sheet::forget_sheet;
use super::unlock::TypedPassphrase;
use super::{Desk, Nothing, Opened};
use app::caller::Moment;
use app::failure::Failure;
use app::settings::{IDENTITY, row};

/// The fewest characters of a passphrase that is not made of words.
const FEWEST_CHARACTERS: usize = 12;
/// The fewest words of a passphrase made of words.
const FEWEST_WORDS: usize = 5;
/// The fewest different characters of a passphrase.
const FEWEST_DISTINCT: usize = 6;
/// The fewest characters left once what everyone tries first is taken out.
const FEWEST_LEFT: usize = 8;
/// What everyone tries first; a passphrase is weighed by what is left of it.
const EVERYONES: [&str; 8] = ["motdepasse", "mot de passe", "password", "azerty", "qwerty", "123456", "abcdef", "ccas"];

/// The two groups asked back, in the order they were asked.
pub type RetypedGroups = [Zeroizing<String>; 2];

/// A recovery code waiting to be copied.
pub(super) struct Prepared {
    pub(super) code: RecoveryCode,
    pub(super) asked: [usize; 2],
    /// The number of the vault this code will open, if it is a new one.
    pub(super) number: VaultNumber,
}

/// The recovery code, shown this once.
#[derive(Clone, Serialize, TS)]
pub struct PreparedOffice {
    /// Eight groups of four characters.
    #[ts(type = "string[]")]
    pub recovery_code: [Zeroizing<String>; 8],
    /// The two groups asked back, 1 to 8.
    #[ts(type = "number[]")]
    pub asked: [usize; 2],
}

/// A group of the recovery code copied by hand.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedGroup {
    /// Its number, 1 to 8.
    pub number: u32,
    /// As typed.
    #[ts(type = "string")]
    pub typed: Zeroizing<String>,
}

/// Something checked and found right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Checked {
    /// What to say.
    pub text: String,
}

/// How good a passphrase is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Weighed {
    /// Whether it is accepted.
    pub enough: bool,
    /// 0 to 4.
    pub strength: u8,
    /// What to say.
    pub text: String,
}

/// Everything a new office needs.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewOffice {
    /// The CCAS.
    pub name: String,
    /// The adviser.
    pub advisor: String,
    /// Where letters reach the office; may be empty.
    pub address: String,
    /// Its telephone; may be empty.
    pub phone: String,
    /// The passphrase.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
    /// The two groups asked back, in the order they were asked.
    #[ts(type = "string[]")]
    pub retyped: RetypedGroups,
}

/// Draws a recovery code and the two groups to copy back.
pub fn prepare_office(desk: &mut Desk, _: Nothing, _: &Moment) -> Result<PreparedOffice, Failure> {
    let (code, asked) = (RecoveryCode::generate()?, RecoveryCode::asked()?);
    forget_sheet(desk);
    let prepared = Prepared { code, asked, number: VaultNumber::draw()? };
    let shown = PreparedOffice { recovery_code: prepared.code.groups().map(Zeroizing::new), asked: prepared.asked };
    set_prepared(desk, Some(prepared));
    Ok(shown)
}

/// Checks one group of the code being copied.
pub fn check_recovery_group(desk: &mut Desk, input: TypedGroup, _: &Moment) -> Result<Checked, Failure> {
    let prepared = prepared(desk).ok_or_else(code_not_drawn)?;
    let number = usize::try_from(input.number).unwrap_or_default();
    prepared.code.check_group(number, &input.typed).map_err(|refused| Failure::from(refused).at("typed"))?;
    Ok(Checked { text: "Exact".to_owned() })
}

/// Weighs a passphrase by its length and its words: at least 12 characters, or five words.
pub fn weigh_passphrase(input: TypedPassphrase, _: &Moment) -> Result<Weighed, Failure> {
    Ok(weigh(&input.passphrase))
}

/// Creates the office and opens it.
pub fn create_office(desk: &mut Desk, input: NewOffice, moment: &Moment) -> Result<Opened, Failure> {
    let identity = super::identity::read_identity(&input.name, &input.advisor, &input.address, &input.phone)?;
    let settings = [row(IDENTITY, &first_identity(&identity, moment), moment)?];
    let founding =
        Founding { passphrase: &input.passphrase, retyped: &input.retyped, settings: &settings, call: "create_office" };
    found(desk, &founding, moment)?;
    super::opened(desk, Vec::new())
}

/// What the vault of a new office is founded on.
pub struct Founding<'f> {
    /// The passphrase.
    pub passphrase: &'f str,
    /// The two groups asked back.
    pub retyped: &'f RetypedGroups,
    /// The settings it starts with.
    pub settings: &'f [SettingRow],
    /// The call, for the journal.
    pub call: &'f str,
}

/// Makes the vault of an office once its recovery code was copied, and opens it.
///
/// Errors: a weak passphrase, a code that was not copied, a vault that is there already.
pub fn found(desk: &mut Desk, founding: &Founding<'_>, moment: &Moment) -> Result<(), Failure> {
    check_strength(founding.passphrase)?;
    let prepared = copied_code(desk, founding.retyped)?;
    let Founding { passphrase, settings, call, .. } = *founding;
    let new = NewVault { passphrase, code: &prepared.code, cost: desk.key_cost(), settings };
    let mut vault = match Vault::create_as(prepared.number, desk.folder(), &new, moment.now) {
        Ok(vault) => vault,
        Err(error) => {
            set_prepared(desk, Some(prepared));
            return Err(error.into());
        }
    };
    vault.note(JournalEntry { call, dossier: None, fields: &[IDENTITY], now: moment.now })?;
    desk.set_vault(Some(vault));
    Ok(())
}

/// Refuses a passphrase that is too weak, at its field.
pub(super) fn check_strength(passphrase: &str) -> Result<(), Failure> {
    let weighed = weigh(passphrase);
    if weighed.enough { Ok(()) } else { Err(Failure::refused(&weighed.text).at("passphrase")) }
}

/// The recovery code that was drawn, once two of its groups were typed back; it stays drawn when they are wrong.
pub(super) fn copied_code(desk: &mut Desk, retyped: &RetypedGroups) -> Result<Prepared, Failure> {
    let prepared = set_prepared(desk, None).ok_or_else(code_not_drawn)?;
    match check_retyped(&prepared, retyped) {
        Ok(()) => {
            forget_sheet(desk);
            Ok(prepared)
        }
        Err(failure) => {
            set_prepared(desk, Some(prepared));
            Err(failure)
        }
    }
}

fn first_identity(identity: &OfficeIdentity, moment: &Moment) -> Dated<OfficeIdentity> {
    Dated { valid_from: moment.today, source: "Premier lancement".to_owned(), value: identity.clone() }
}

fn check_retyped(prepared: &Prepared, retyped: &RetypedGroups) -> Result<(), Failure> {
    for ((number, typed), field) in prepared.asked.iter().zip(retyped).zip(["retyped_1", "retyped_2"]) {
        prepared.code.check_group(*number, typed).map_err(|refused| Failure::from(refused).at(field))?;
    }
    Ok(())
}

pub(super) fn code_not_drawn() -> Failure {
    Failure::refused("Le code de secours n’a pas encore été tiré. Rien n’a été changé.")
        .remedy("Recommencez depuis le début.")
}

fn weigh(passphrase: &str) -> Weighed {
    let folded = domain::words::folded(passphrase.trim());
    let characters = folded.chars().count();
    let words = folded.split_whitespace().filter(|word| word.chars().count() > 2).count();
    let distinct: BTreeSet<char> = folded.chars().collect();
    let guessed = EVERYONES.iter().fold(folded.clone(), |left, common| left.replace(common, ""));
    let refused = if folded.is_empty() {
        Some((0, "Au moins 12 caractères, ou cinq mots de trois lettres."))
    } else if characters < FEWEST_CHARACTERS && words < FEWEST_WORDS {
        Some((1, "Trop courte : au moins 12 caractères, ou cinq mots de trois lettres."))
    } else if distinct.len() < FEWEST_DISTINCT || folded.chars().all(|c| c.is_ascii_digit()) {
        Some((1, "Trop facile à deviner : prenez plutôt cinq mots."))
    } else if guessed.chars().count() < FEWEST_LEFT {
        Some((1, "C’est une des premières qu’on essaie : prenez plutôt cinq mots."))
    } else {
        None
    };
    let accepted = match (characters, words) {
        (_, FEWEST_WORDS..) | (24.., _) => (4, "Très solide."),
        (18.., _) => (3, "Solide."),
        (_, _) => (2, "Acceptée. Un mot de plus la rendrait solide."),
    };
    let (strength, text) = refused.unwrap_or(accepted);
    Weighed { enough: refused.is_none(), strength, text: domain::words::spaced(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_weighed_by_length_or_words() {
        for (typed, enough) in [
            ("", false),
            ("court", false),
            ("aaaaaaaaaaaaaaaa", false),
            ("cheval-agrafe", true),
            ("le bon cheval agrafe une pile", true),
            ("1234567890ab", false),
            ("123456789012", false),
            ("motdepasse12", false),
            ("Azertyuiop 12", false),
            ("a b c d e", false),
        ] {
            assert_eq!(weigh(typed).enough, enough, "{typed}");
        }
    }

    #[test]
    fn blank_space_is_no_passphrase() {
        assert!(!weigh("                    ").enough);
    }
}
