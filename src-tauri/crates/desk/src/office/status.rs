//! What the window shows first.

use serde::Serialize;
use store::VaultState;
use ts_rs::TS;

use super::settings::is_demo;
use super::{Desk, Nothing};
use crate::caller::Moment;
use crate::copies::last_copies;
use crate::failure::Failure;
use crate::shown::Day;

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
    /// What prevents the office from opening, with what to do.
    pub has_problem: Option<String>,
    /// When the last copies were made; told while it is not open.
    pub copies: Option<String>,
    /// That a copy is being looked at.
    pub looked: Option<String>,
}

/// Tells whether the office exists, is locked or open.
pub fn status(desk: &mut Desk, _: Nothing, moment: &Moment) -> Result<Status, Failure> {
    let (state, problem) = match desk.folder.state() {
        _ if desk.is_open() => (OfficeState::Open, None),
        VaultState::Absent => (OfficeState::None, None),
        VaultState::Present => (OfficeState::Locked, None),
        VaultState::Damaged(error) => (OfficeState::Locked, Some(Failure::from(error).sentence())),
    };
    Ok(Status {
        state,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        today: Day::full(moment.today),
        wait_seconds: desk.patience.wait(moment),
        is_demo: desk.is_open() && desk.read(is_demo)?,
        has_problem: problem,
        copies: if desk.is_open() { None } else { last_copies(&desk.folder, moment.today) },
        looked: desk.copies.looked(),
    })
}
