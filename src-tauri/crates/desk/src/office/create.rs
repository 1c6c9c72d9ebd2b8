//! First run: the office's names, its passphrase, its recovery code copied by hand.

use domain::settings::{Dated, OfficeIdentity};
use serde::{Deserialize, Serialize};
use store::{Act, RecoveryCode, Vault};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::identity::acted;
use super::settings::{IDENTITY, row};
use super::unlock::TypedPassphrase;
use super::{Desk, Nothing, Opened};
use crate::caller::Moment;
use crate::failure::Failure;

/// The fewest characters of a passphrase that is not made of words.
const FEWEST_CHARACTERS: usize = 12;
/// The fewest words of a passphrase made of words.
const FEWEST_WORDS: usize = 5;

/// A recovery code waiting to be copied.
pub(super) struct Prepared {
    code: RecoveryCode,
    asked: [usize; 2],
}

/// The recovery code, shown this once.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreparedOffice {
    /// Eight groups of four characters.
    #[ts(type = "string[]")]
    pub recovery_code: [String; 8],
    /// The two groups asked back, 1 to 8.
    #[ts(type = "number[]")]
    pub asked: [usize; 2],
}

/// A group of the recovery code copied by hand.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedGroup {
    /// Its number, 1 to 8.
    pub number: u32,
    /// As typed.
    pub typed: String,
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
    pub retyped: [String; 2],
}

/// Draws a recovery code and the two groups to copy back.
pub fn prepare_office(desk: &mut Desk, _: Nothing, _: &Moment) -> Result<PreparedOffice, Failure> {
    let prepared = Prepared { code: RecoveryCode::generate()?, asked: RecoveryCode::asked()? };
    let shown = PreparedOffice { recovery_code: prepared.code.groups(), asked: prepared.asked };
    desk.prepared = Some(prepared);
    Ok(shown)
}

/// Checks one group of the code being copied.
pub fn check_recovery_group(desk: &mut Desk, input: TypedGroup, _: &Moment) -> Result<Checked, Failure> {
    let prepared = desk.prepared.as_ref().ok_or_else(code_not_drawn)?;
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
    let weighed = weigh(&input.passphrase);
    if !weighed.enough {
        return Err(Failure::refused(&weighed.text).at("passphrase"));
    }
    let prepared = desk.prepared.take().ok_or_else(code_not_drawn)?;
    if let Err(failure) = check_retyped(&prepared, &input.retyped) {
        desk.prepared = Some(prepared);
        return Err(failure);
    }
    let mut vault = match Vault::create(&desk.folder, &input.passphrase, &prepared.code, desk.cost, moment.now) {
        Ok(vault) => vault,
        Err(error) => {
            desk.prepared = Some(prepared);
            return Err(error.into());
        }
    };
    let identity_row = row(IDENTITY, &first_identity(&identity, moment), moment)?;
    let act = Act { call: "create_office", now: moment.now };
    vault.found(act, |writer| -> Result<_, Failure> {
        writer.add_setting(&identity_row)?;
        Ok(acted("", vec![IDENTITY]))
    })?;
    desk.vault = Some(vault);
    Ok(Opened { office: identity.name, advisor: identity.advisor, told: Vec::new() })
}

fn first_identity(identity: &OfficeIdentity, moment: &Moment) -> Dated<OfficeIdentity> {
    Dated { valid_from: moment.today, source: "Premier lancement".to_owned(), value: identity.clone() }
}

fn check_retyped(prepared: &Prepared, retyped: &[String; 2]) -> Result<(), Failure> {
    for ((number, typed), field) in prepared.asked.iter().zip(retyped).zip(["retyped_1", "retyped_2"]) {
        prepared.code.check_group(*number, typed).map_err(|refused| Failure::from(refused).at(field))?;
    }
    Ok(())
}

fn code_not_drawn() -> Failure {
    Failure::refused("Le code de secours n’a pas encore été tiré. Rien n’a été créé.")
        .remedy("Recommencez le premier lancement.")
}

fn weigh(passphrase: &str) -> Weighed {
    let characters = passphrase.trim().chars().count();
    let words = passphrase.split_whitespace().filter(|word| word.chars().count() > 2).count();
    let mut distinct: Vec<char> = passphrase.chars().flat_map(char::to_lowercase).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let varied = distinct.len() >= 6;
    let enough = varied && (characters >= FEWEST_CHARACTERS || words >= FEWEST_WORDS);
    let (strength, text) = match (enough, characters, words) {
        (false, 0, _) => (0, "Au moins 12 caractères, ou cinq mots."),
        (false, _, _) if !varied && characters >= FEWEST_CHARACTERS => {
            (1, "Trop peu de lettres différentes : prenez plutôt cinq mots.")
        }
        (false, _, _) => (1, "Trop courte : au moins 12 caractères, ou cinq mots."),
        (true, _, FEWEST_WORDS..) | (true, 24.., _) => (4, "Très solide."),
        (true, 18.., _) => (3, "Solide."),
        (true, _, _) => (2, "Acceptée. Un mot de plus la rendrait solide."),
    };
    Weighed { enough, strength, text: domain::words::spaced(text) }
}

/// The passphrase and names as read; exposed for `etrier-cli init`, which asks the same questions.
#[must_use]
pub fn asked_groups(shown: &PreparedOffice) -> [String; 2] {
    shown.asked.map(|number| {
        let place = number.saturating_sub(1);
        shown.recovery_code.get(place).cloned().unwrap_or_default()
    })
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
            ("1234567890ab", true),
        ] {
            assert_eq!(weigh(typed).enough, enough, "{typed}");
        }
    }

    #[test]
    fn blank_space_is_no_passphrase() {
        assert!(!weigh("                    ").enough);
    }
}
