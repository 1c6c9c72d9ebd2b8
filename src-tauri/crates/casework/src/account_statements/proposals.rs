//! What comes back, by section of the budget: each proposal with its reason and the operations behind it.

use chrono::{Datelike, NaiveDate};
use domain::budget::{BudgetLine, BudgetLineId, Frequency, Section};
use domain::money::Euros;
use domain::settings::{ListKey, Lists};
use domain::words::{Labelled, counted, lowered, month_day, screen_date, spaced};
use serde::Serialize;
use statements::{Operation, ProofLine};
use ts_rs::TS;

use super::lines::Offer;
use super::months::euros;
use super::parts::ProposalPart;
use super::session::{Decided, Part, WHOLE};
use app::failure::Failure;
use app::shapes::{Choice, Money};

/// Days of the month this close are one day, moved by weekends.
const SAME_DAY: u32 = 3;

/// The proposals of one section of the budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProposedSection {
    /// Which one; `unnamed` for what is to be named.
    pub key: String,
    /// Its heading.
    pub label: String,
    /// What is accepted of it, a month.
    pub accepted: Money,
    /// Its proposals.
    pub lines: Vec<ProposedLine>,
}

/// A line proposed to the budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProposedLine {
    /// Its place among all proposals, from 0.
    pub place: usize,
    /// The name read.
    pub name: String,
    /// The kind of line; empty while it is to be named.
    pub entry: String,
    /// The same in words.
    pub entry_label: String,
    /// The kinds it may be, the most probable first.
    pub candidates: Vec<Choice>,
    /// What is paid each time, without its unit.
    pub amount: String,
    /// The noun after « par ».
    pub frequency_text: String,
    /// `3 fois, le 6 ; déclaré 455,00`.
    pub why: String,
    /// Why it is proposed: `Le libellé dit loyer.`
    pub reason: String,
    /// What was decided of it.
    pub decided: Decided,
    /// The operations behind it, in the order of days.
    pub operations: Vec<SeenOperation>,
    /// The line of the budget it joins; nothing when it is a new one.
    #[ts(type = "number | null")]
    pub joins: Option<BudgetLineId>,
    /// How many lines of the budget it holds together; 0 for one.
    pub shares: usize,
    /// Whether one payment may hold several lines, which only its paper tells apart.
    pub several: bool,
    /// What it is made of, as its paper says.
    pub parts: Vec<ProposalPart>,
    /// `Déclaré 455,00 €, vu 512,37 €.`; what a better paper proves; empty for a new line.
    pub beside: String,
}

/// An operation as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SeenOperation {
    /// `10 août`.
    pub day: String,
    /// Its label.
    pub label: String,
    /// `−34,50`.
    pub amount: String,
}

/// A line of the budget that a proposal may join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct JoinableLine {
    /// Its number.
    #[ts(type = "number")]
    pub line: BudgetLineId,
    /// `Loyer, 455,00 € par mois`.
    pub label: String,
    /// Whether money comes in.
    pub is_income: bool,
}

/// The sections that have proposals, in the order of the budget, what is to be named last.
pub(super) fn sections(offers: &[Offer<'_>], lists: &Lists, today: NaiveDate) -> Result<Vec<ProposedSection>, Failure> {
    let named = Section::ALL.into_iter().map(Some).chain([None]);
    let mut sections = Vec::new();
    for section in named {
        let own = || offers.iter().filter(|offer| offer.entry.map(|entry| entry.section) == section);
        let lines = own().map(|offer| proposed(offer, lists, today)).collect::<Result<Vec<_>, Failure>>()?;
        if lines.is_empty() {
            continue;
        }
        let accepted = own().filter(|offer| offer.is_accepted()).map(Offer::monthly);
        let (key, label) = section.map_or(("unnamed", "À nommer"), |section| (section.key(), section.label()));
        sections.push(ProposedSection {
            key: key.to_owned(),
            label: label.to_owned(),
            accepted: Euros::sum(accepted.collect::<Result<Vec<_>, Failure>>()?)?.into(),
            lines,
        });
    }
    Ok(sections)
}

/// The lines a proposal may join.
pub(super) fn joinable(lines: &[BudgetLine], lists: &Lists) -> Vec<JoinableLine> {
    let shown = |line: &BudgetLine| {
        let entry = lists.budget_entries.get(&line.entry)?;
        let detail = if line.detail.is_empty() { String::new() } else { format!(" ({})", line.detail) };
        let label = format!("{}{detail}, {} par {}", entry.label, line.amount, line.frequency.per());
        let is_income = entry.section == Section::Income;
        Some(JoinableLine { line: line.id, label: spaced(&label), is_income })
    };
    lines.iter().filter_map(shown).collect()
}

pub(super) fn operation(operation: &Operation, today: NaiveDate) -> Result<SeenOperation, Failure> {
    Ok(SeenOperation {
        day: screen_date(operation.date, today),
        label: operation.label.clone(),
        amount: euros(operation.amount)?.bare(),
    })
}

fn proposed(offer: &Offer<'_>, lists: &Lists, today: NaiveDate) -> Result<ProposedLine, Failure> {
    let (amount, frequency) = offer.paid()?;
    let candidate = |key: &String| {
        let entry = lists.budget_entries.get(&ListKey::new(key)).filter(|entry| !entry.retired)?;
        Some(Choice::new(entry.key.as_str(), &entry.label))
    };
    let operations = offer.proposal.proof.iter().map(|line: &ProofLine| operation(&line.operation, today));
    Ok(ProposedLine {
        place: offer.place,
        name: offer.proposal.name.clone(),
        entry: offer.entry.map(|entry| entry.key.as_str().to_owned()).unwrap_or_default(),
        entry_label: spaced(&entry_label(offer)),
        candidates: offer.proposal.candidates.iter().filter_map(candidate).collect(),
        amount: amount.bare(),
        frequency_text: frequency.per().to_owned(),
        why: why(offer, amount, frequency)?,
        reason: spaced(&offer.proposal.reason),
        decided: offer.decided(),
        operations: operations.collect::<Result<_, Failure>>()?,
        joins: offer.joins.map(|line| line.id),
        shares: offer.shares.len(),
        several: offer.proposal.several,
        parts: offer.parts.iter().map(|(part, _)| part_of(part)).collect(),
        beside: beside(offer, amount)?,
    })
}

fn part_of(part: &Part) -> ProposalPart {
    ProposalPart { entry: part.entry.as_str().to_owned(), amount: part.amount.bare() }
}

fn entry_label(offer: &Offer<'_>) -> String {
    let label = offer.entry.map_or("à nommer", |entry| entry.label.as_str());
    match offer.shares.len().max(offer.parts.len()) {
        0 => label.to_owned(),
        lines => format!("{lines} lignes : {} et les autres", lowered(label)),
    }
}

/// `3 fois, le 6 ; pareil`, `3 fois, le 6 ; déclaré 455,00`, `12 fois ; jamais dit`.
fn why(offer: &Offer<'_>, amount: Euros, frequency: Frequency) -> Result<String, Failure> {
    let days: Vec<u32> = offer.proposal.proof.iter().map(|line| line.operation.date.day()).collect();
    let times = counted(days.len(), "fois", "fois");
    let (first, last) =
        (days.iter().min().copied().unwrap_or_default(), days.iter().max().copied().unwrap_or_default());
    let day = match last.saturating_sub(first) {
        0 => format!(", le {}", month_day(first)),
        apart if apart <= SAME_DAY && days.len() > 1 => format!(", vers le {}", month_day(first)),
        _ => String::new(),
    };
    let shared = offer.shared()?;
    let known = match offer.joins {
        None if !offer.parts.is_empty() => "séparé d’après l’attestation".to_owned(),
        None if !offer.shares.is_empty() && shared == amount => "pareil".to_owned(),
        None if !offer.shares.is_empty() => format!("au budget {}", shared.bare()),
        None => "jamais dit".to_owned(),
        Some(line) if line.amount == amount && line.frequency == frequency => "pareil".to_owned(),
        Some(line) => format!("{} {}", line.certainty.short(), line.amount.bare()),
    };
    let part = if offer.share == WHOLE { String::new() } else { format!(", part de {} %", offer.share) };
    Ok(spaced(&format!("{times}{day} ; {known}{part}")))
}

/// Both amounts, when the proposal joins a line or holds several.
fn beside(offer: &Offer<'_>, amount: Euros) -> Result<String, Failure> {
    if !offer.shares.is_empty() {
        let lines = counted(offer.shares.len(), "ligne", "lignes");
        return Ok(spaced(&format!("{lines} du budget, {} ; vu {amount}.", offer.shared()?)));
    }
    let Some(line) = offer.joins else { return Ok(String::new()) };
    let told = format!("{} {}", domain::words::capital(line.certainty.label()), line.amount);
    let end = if offer.is_proved_already() { " : le papier qui la prouve reste, le montant aussi" } else { "" };
    Ok(spaced(&format!("{told} par {}, vu {amount}{end}.", line.frequency.per())))
}
