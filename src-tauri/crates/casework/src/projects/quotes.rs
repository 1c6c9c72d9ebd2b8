//! Quotes: what sellers ask, which one is kept, and why the others are not.
//!
//! A quote alone is kept by itself; with several, the adviser chooses.

use domain::calendar::Toward;
use domain::dossier::{Dossier, DossierId};
use domain::project::{Choice, Quote, QuoteId};
use serde::Deserialize;
use store::Writer;
use ts_rs::TS;

use super::view::{ProjectView, project};
use super::{acted, check_room, check_sums, past};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// A quote as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewQuote {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is sold; needed.
    pub label: String,
    /// Who sells.
    pub seller: String,
    /// Its day.
    pub dated_on: String,
    /// Its last day.
    pub valid_until: String,
    /// Its price; needed.
    pub amount: String,
    /// Whether it is kept; when empty, kept if it is alone.
    pub choice: String,
    /// Why it was put aside.
    pub reason: String,
}

/// A quote changed, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The quote.
    #[ts(type = "number")]
    pub quote: QuoteId,
    /// What is sold; needed.
    pub label: String,
    /// Who sells.
    pub seller: String,
    /// Its day.
    pub dated_on: String,
    /// Its last day.
    pub valid_until: String,
    /// Its price; needed.
    pub amount: String,
    /// Whether it is kept.
    pub choice: String,
    /// Why it was put aside.
    pub reason: String,
}

/// Which quote.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneQuote {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The quote.
    #[ts(type = "number")]
    pub quote: QuoteId,
}

/// Adds a quote.
pub fn add_quote(desk: &mut Desk, input: NewQuote, moment: &Moment) -> Result<ProjectView, Failure> {
    desk.act("add_quote", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        check_room(dossier.project.quotes.len(), "label")?;
        let alone = if dossier.project.quotes.is_empty() { Choice::Kept } else { Choice::Compared };
        let quote = read_quote(&input, QuoteId(0), alone, moment)?;
        writer.insert_quote(input.dossier, &quote)?;
        check_sums(&found(writer, input.dossier)?)?;
        Ok(acted(&dossier, &format!("Ajout du devis « {} »", quote.label), "quotes", "quote"))
    })?;
    project(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Changes a quote.
pub fn change_quote(desk: &mut Desk, input: QuoteChange, moment: &Moment) -> Result<ProjectView, Failure> {
    let (id, quote) = (input.dossier, input.quote);
    let typed = NewQuote::from(input);
    desk.act("change_quote", moment, |writer| {
        let dossier = found(writer, id)?;
        let before = quote_of(&dossier, quote)?;
        let after = read_quote(&typed, quote, before.choice, moment)?;
        if after != *before {
            writer.update_quote(id, &after)?;
            check_sums(&found(writer, id)?)?;
        }
        Ok(acted(&dossier, &format!("Modification du devis « {} »", after.label), "quotes", "quote"))
    })?;
    project(desk, OneDossier { dossier: id }, moment)
}

/// Takes a quote out; the one left alone is kept, unless it was put aside.
pub fn remove_quote(desk: &mut Desk, input: OneQuote, moment: &Moment) -> Result<ProjectView, Failure> {
    desk.act("remove_quote", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let quote = quote_of(&dossier, input.quote)?;
        writer.delete_quote(input.dossier, input.quote)?;
        keep_the_one_left(writer, &dossier, input.quote)?;
        Ok(acted(&dossier, &format!("Retrait du devis « {} »", quote.label), "quotes", "quote"))
    })?;
    project(desk, OneDossier { dossier: input.dossier }, moment)
}

impl From<QuoteChange> for NewQuote {
    fn from(change: QuoteChange) -> Self {
        Self {
            dossier: change.dossier,
            label: change.label,
            seller: change.seller,
            dated_on: change.dated_on,
            valid_until: change.valid_until,
            amount: change.amount,
            choice: change.choice,
            reason: change.reason,
        }
    }
}

fn read_quote(input: &NewQuote, id: QuoteId, usual: Choice, moment: &Moment) -> Result<Quote, Failure> {
    let dated_on = past(&input.dated_on, "dated_on", moment)?;
    let valid_until = reading::date(&input.valid_until, "valid_until", moment, Toward::Future)?;
    if dated_on.zip(valid_until).is_some_and(|(from, until)| until < from) {
        return Err(Failure::refused("Un devis ne peut pas expirer avant sa propre date.").at("valid_until"));
    }
    let choice = if input.choice.is_empty() { usual } else { reading::word(&input.choice, "choice")? };
    Ok(Quote {
        id,
        label: reading::needed(&input.label, "label", "Ce qui est vendu manque : deux mots suffisent.")?,
        seller: reading::line(&input.seller, "seller")?,
        dated_on,
        valid_until,
        amount: reading::amount(&input.amount, "amount")?
            .ok_or_else(|| Failure::refused("Le prix du devis manque.").at("amount"))?,
        choice,
        reason: reading::line(&input.reason, "reason")?,
    })
}

fn keep_the_one_left(writer: &Writer<'_>, dossier: &Dossier, removed: QuoteId) -> Result<(), Failure> {
    let left: Vec<_> = dossier.project.quotes.iter().filter(|quote| quote.id != removed).collect();
    if let [alone] = left.as_slice()
        && alone.choice == Choice::Compared
    {
        writer.update_quote(dossier.id, &Quote { choice: Choice::Kept, ..(*alone).clone() })?;
    }
    Ok(())
}

fn quote_of(dossier: &Dossier, id: QuoteId) -> Result<&Quote, Failure> {
    dossier.project.quotes.iter().find(|quote| quote.id == id).ok_or_else(|| Failure::gone("Ce devis"))
}
