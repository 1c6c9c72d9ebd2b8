//! First run: the office's names, its passphrase, its recovery code copied by hand.

use domain::settings::{Dated, OfficeIdentity};
use serde::{Deserialize, Serialize};
use store::{JournalEntry, NewVault, RecoveryCode, SettingRow, Vault, VaultNumber};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::passphrase::check_strength;
use super::patience::{prepared, set_prepared};
use super::recovery_sheet::forget_sheet;
use super::{Desk, Nothing, Opened};
use app::caller::Moment;
use app::failure::Failure;
use app::settings::{IDENTITY, row};

/// The two groups asked back, in the order they were asked.
pub type RetypedGroups = [Zeroizing<String>; 2];

/// A recovery code waiting to be copied.
pub(super) struct Prepared {
    pub(super) code: RecoveryCode,
    pub(super) asked: [usize; 2],
    /// The number of the vault this code will open, if it is a new one.
    pub(super) number: VaultNumber,
}

impl Prepared {
    fn draw() -> Result<Self, Failure> {
        let (code, asked) = (RecoveryCode::generate()?, RecoveryCode::asked()?);
        Ok(Self { code, asked, number: VaultNumber::draw()? })
    }
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
    forget_sheet(desk);
    let prepared = Prepared::draw()?;
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

/// Creates the office and opens it.
pub fn create_office(desk: &mut Desk, input: NewOffice, moment: &Moment) -> Result<Opened, Failure> {
    let identity = super::identity::read_identity(&input.name, &input.advisor, &input.address, &input.phone)?;
    check_strength(&input.passphrase, &[&input.name, &input.advisor, &input.address].map(String::clone))?;
    let settings = [row(IDENTITY, &first_identity(&identity, moment), moment)?];
    let founding = Founding {
        passphrase: &input.passphrase,
        retyped: Some(&input.retyped),
        settings: &settings,
        call: "create_office",
    };
    found(desk, &founding, moment)?;
    super::opened(desk, Vec::new())
}

/// What the vault of a new office is founded on.
pub struct Founding<'f> {
    /// The passphrase.
    pub passphrase: &'f str,
    /// The two groups asked back; nothing when nobody keeps the code, of a demonstration.
    pub retyped: Option<&'f RetypedGroups>,
    /// The settings it starts with.
    pub settings: &'f [SettingRow],
    /// The call, for the journal.
    pub call: &'f str,
}

/// Makes the vault of an office once its recovery code was copied, and opens it.
///
/// Errors: a code that was not copied, a vault that is there already.
pub fn found(desk: &mut Desk, founding: &Founding<'_>, moment: &Moment) -> Result<(), Failure> {
    let prepared = match founding.retyped {
        Some(retyped) => copied_code(desk, retyped)?,
        None => Prepared::draw()?,
    };
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
