//! What the office's own guarantee is engaged for.
//!
//! Committed: the guaranteed share of the principal left to repay on the day, of the amount granted until the funds
//! are released (*Bien vivre, dépasser le cadre du microcrédit classique*, la caution du CCAS de Laval). 50 % of a
//! loan of 1 200 € of which 800 € are left is 400 €. A dossier sent and not answered is told apart.

use chrono::NaiveDate;

use crate::dossier::{Dossier, Event};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::Settings;

/// What one dossier takes of the envelope on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stake {
    /// The share guaranteed, in percent.
    pub percent: u32,
    /// What it is a share of: the principal left, the amount granted or asked.
    pub of: Euros,
    /// What is committed.
    pub committed: Euros,
    /// What was called; it is no longer committed.
    pub called: Euros,
    /// What a sending that is not answered would commit.
    pub pending: Euros,
}

/// What a dossier takes of the office's guarantee on a day; nothing when its product is not guaranteed by the office.
///
/// The product is [`Dossier::loan_product`], by its rules of the day it was sent. Refuses a sum beyond the limit of amounts.
pub fn stake(dossier: &Dossier, settings: &Settings, day: NaiveDate) -> Result<Option<Stake>, AmountTooLarge> {
    let course = dossier.facts.course();
    let granted = course.granted();
    let sent = match granted {
        Some(approval) => course.presentations.iter().rev().find(|sent| sent.submission.lender == approval.lender),
        None => course.open().next(),
    };
    let on = sent.map_or(day, |sent| sent.submission.sent_on);
    let rules = settings.at(on);
    let Some(percent) = dossier.loan_product(&rules).and_then(|key| share(key, settings, on)) else { return Ok(None) };
    let called = called(dossier, percent)?;
    let over = course.repaid_on.is_some() || course.closed.is_some() || course.died_on.is_some();
    let nothing = Stake { percent, of: Euros::ZERO, committed: Euros::ZERO, called, pending: Euros::ZERO };
    let part = |of: Euros| Ok(of.part(percent, 100)?.unwrap_or(Euros::ZERO));
    let stake = match (granted, sent) {
        (Some(_), _) if over || !called.is_zero() => nothing,
        (Some(approval), _) => {
            let of = outstanding(dossier, day)?.or(approval.amount).unwrap_or(Euros::ZERO);
            Stake { of, committed: part(of)?, ..nothing }
        }
        (None, Some(sent)) if !over => {
            let of = sent.submission.amount.unwrap_or(Euros::ZERO);
            Stake { of, pending: part(of)?, ..nothing }
        }
        (None, _) => return Ok(None),
    };
    Ok(Some(stake))
}

/// The share of a product the office guarantees on a day; nothing when it does not.
#[must_use]
pub fn share(product: &crate::settings::ListKey, settings: &Settings, day: NaiveDate) -> Option<u32> {
    settings.at(day).product(product)?.value.guaranteed_by_office()
}

/// The principal due on a day once the funds are released.
fn outstanding(dossier: &Dossier, day: NaiveDate) -> Result<Option<Euros>, AmountTooLarge> {
    let paid = dossier.facts.course().disbursement.is_some();
    let due = if paid { dossier.still_due(day)? } else { None };
    Ok(due.map(|due| due.principal))
}

/// What was called, as noted. Of a loan lost before the dossier was begun here nobody notes the call any more: it is the
/// guaranteed share of the loss.
fn called(dossier: &Dossier, percent: u32) -> Result<Euros, AmountTooLarge> {
    let noted = dossier.facts.noted(Event::GuaranteeCalled).filter_map(|noted| noted.amount).last();
    if let Some(called) = noted {
        return Ok(called);
    }
    let Some(taken_over) = dossier.facts.taken_over_on() else { return Ok(Euros::ZERO) };
    let lost = dossier.facts.noted(Event::Accelerated).filter(|lost| lost.on <= taken_over);
    let lost = lost.filter_map(|lost| lost.amount).last().unwrap_or_default();
    Ok(lost.part(percent, 100)?.unwrap_or_default())
}
