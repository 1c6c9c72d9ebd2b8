//! The bilan on paper, in its two readings: exact for the board, grouped for everyone.
//!
//! Members of a board vote individual aid and are bound to secrecy: they read what was done as it is, and only what
//! describes people is told in pairs. What is published tells nothing of a few people, nor what leads to them.

mod board;
mod facts;
mod message;
mod money;
mod public;

use documents::papers::annual_report::AnnualReport;

pub(super) use self::facts::Facts;
use super::period::ReportAsked;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// Gathers the bilan of a period for the board.
pub fn annual_report(desk: &Desk, asked: &ReportAsked, moment: &Moment) -> Result<AnnualReport, Failure> {
    Facts::read(desk, asked, moment)?.board(desk)
}

/// Gathers the bilan of a period that may be published.
pub fn public_report(desk: &Desk, asked: &ReportAsked, moment: &Moment) -> Result<AnnualReport, Failure> {
    Facts::read(desk, asked, moment)?.public(desk)
}
