//! What the window shows first.

use serde::Serialize;
use store::VaultState;
use ts_rs::TS;

use super::patience::wait;
use super::shared_folder::shared_folder;
use super::{Desk, Nothing};
use crate::copies::{damage, last_copies, looked};
use app::caller::Moment;
use app::failure::Failure;
use app::settings::{is_demo, safety_rules};
use app::shapes::Day;

/// Whether there is an office, and whether it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfficeState {
    /// No office yet: first run.
    None,
    /// There is one, locked.
    Locked,
    /// It is open.
    Open,
}

/// What the window shows first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Status {
    /// Whether there is an office, and whether it is open.
    pub state: OfficeState,
    /// Version of the program.
    pub version: String,
    /// The office's civil date.
    pub today: Day,
    /// Seconds to wait before the next try of a secret.
    pub wait_seconds: u64,
    /// Whether it is a demonstration; known once it is open.
    pub is_demo: bool,
    /// Whether it opens without a passphrase being typed.
    pub opens_alone: bool,
    /// Minutes without a touch before the office is locked; known once it is open.
    pub lock_minutes: Option<u32>,
    /// The fingerprint of the dossiers, to be compared with the sheet of the recovery code: `3F·A2·91·7C`.
    pub fingerprint: Option<String>,
    /// Why the folder is no good place for an office that is about to be made.
    pub has_shared_folder: Option<String>,
    /// What prevents the office from opening, with what to do.
    pub has_problem: Option<String>,
    /// When the last copies were made; told while it is not open.
    pub copies: Option<String>,
    /// That a copy is being looked at.
    pub looked: Option<String>,
}

/// Tells whether the office exists, is locked or open.
pub fn status(desk: &mut Desk, _: Nothing, moment: &Moment) -> Result<Status, Failure> {
    let (state, problem) = if desk.is_open() {
        (OfficeState::Open, None)
    } else {
        match desk.folder().state() {
            VaultState::Absent => (OfficeState::None, None),
            VaultState::Present => (OfficeState::Locked, damage(desk)),
            VaultState::Damaged(error) => (OfficeState::Locked, Some(Failure::from(error).sentence())),
        }
    };
    let rules = desk.is_open().then(|| desk.read(|reader| safety_rules(reader, moment.today))).transpose()?;
    Ok(Status {
        state,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        today: Day::full(moment.today),
        wait_seconds: wait(desk, moment),
        is_demo: desk.is_open() && desk.read(is_demo)?,
        opens_alone: desk.folder().opens_alone(),
        lock_minutes: rules.map(|rules| rules.lock_minutes),
        fingerprint: desk.folder().number().map(|number| number.fingerprint()),
        has_shared_folder: if state == OfficeState::None { shared_folder(desk) } else { None },
        has_problem: problem,
        copies: if desk.is_open() { None } else { last_copies(desk.folder(), moment) },
        looked: looked(desk),
    })
}
