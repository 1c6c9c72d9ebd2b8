//! One payment that holds several benefits, split as its paper says.
//!
//! Example: the family benefits pay 539,40 in one transfer; the certificate says 251,00 and 288,40, which are two lines.

use domain::dossier::DossierId;
use domain::money::Euros;
use domain::settings::ListKey;
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lines::offers;
use super::session::{Decided, Part, closed, open, set, with};
use super::view::{StatementsRead, shown};
use crate::dossiers::found;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// A payment and what it is made of.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposalSplit {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its place among the proposals, from 0.
    pub place: usize,
    /// Its parts; none takes the split back.
    pub parts: Vec<ProposalPart>,
}

/// A part of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposalPart {
    /// The line of the budget.
    pub entry: String,
    /// What it pays a month, as typed.
    pub amount: String,
}

/// Splits a payment into the lines it holds, and accepts them. Errors: the parts do not make its amount.
pub fn split_proposal(desk: &mut Desk, input: ProposalSplit, moment: &Moment) -> Result<StatementsRead, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let lists = settings.at(moment.today).lists;
    let mut parts = Vec::new();
    for part in input.parts.iter().filter(|part| !part.amount.trim().is_empty()) {
        let entry = ListKey::new(&part.entry);
        lists.budget_entry(&entry).map_err(|refused| Failure::from(refused).at("entry"))?;
        let amount = reading::amount(&part.amount, "amount")?.unwrap_or(Euros::ZERO);
        parts.push(Part { entry, amount });
    }
    let session = open(desk, input.dossier).ok_or_else(closed)?;
    let lines = dossier.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
    let all = offers(session, lines, lists);
    let offer = all.get(input.place).ok_or_else(|| Failure::gone("Cette proposition"))?;
    let (paid, sum) = (offer.paid()?.0, Euros::sum(parts.iter().map(|part| part.amount))?);
    if !parts.is_empty() && sum != paid {
        let told = format!("{} verse {paid}, les parts font {sum}.", offer.proposal.name);
        return Err(Failure::refused(&spaced(&told)).remedy("Reprenez les montants de l’attestation.").at("amount"));
    }
    let before = session.clone();
    with(desk, input.dossier, |session| {
        let decision = session.decisions.get_mut(input.place).ok_or_else(|| Failure::gone("Cette proposition"))?;
        decision.decided = if parts.is_empty() { Decided::Open } else { Decided::Accepted };
        decision.parts = parts;
        Ok(())
    })?;
    shown(desk, input.dossier, moment).inspect_err(|_| set(desk, Some(before)))
}
