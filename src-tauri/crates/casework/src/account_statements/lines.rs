//! What a proposal makes of the budget: the line it joins, or a line of its own.
//!
//! A line that a better paper proves keeps its amount and its proof. Worked example: a rent declared 455,00 and seen
//! 512,37 becomes 512,37 « vu sur les relevés »; a rent proved 455,00 by its receipt stays, and the difference is told.

use domain::budget::{BudgetLine, BudgetLineId, Certainty, Debt, Frequency, Section};
use domain::line::Line;
use domain::money::Euros;
use domain::settings::{BudgetEntry, ListKey, Lists};
use domain::words::{Word, confirmed, folded};
use statements::{Cents, Proposal};

use super::months::euros;
use super::session::{Decided, Decision, Join, Part, Session, WHOLE};
use app::failure::Failure;

/// The longest name that is kept with a line, in characters.
const LONGEST_NAME: usize = 80;
/// Half a cent, in hundredths.
const HALF: i64 = 50;

/// A proposal beside the budget.
pub(super) struct Offer<'a> {
    pub(super) place: usize,
    pub(super) proposal: &'a Proposal,
    pub(super) decision: &'a Decision,
    /// The kind of line; nothing while it is to be named.
    pub(super) entry: Option<&'a BudgetEntry>,
    /// The line of the budget it joins.
    pub(super) joins: Option<&'a BudgetLine>,
    /// The lines that one payment holds together, when they are several.
    pub(super) shares: Vec<&'a BudgetLine>,
    /// What it is made of, as its paper says, each with the line of the budget it joins.
    pub(super) parts: Vec<(&'a Part, Option<&'a BudgetLine>)>,
    /// The part that counts of the account it was read in, in percent.
    pub(super) share: i64,
}

/// The proposals beside the lines of a budget, each line joined once.
pub(super) fn offers<'a>(session: &'a Session, lines: &'a [BudgetLine], lists: &'a Lists) -> Vec<Offer<'a>> {
    let chosen = |decision: &Decision| match decision.join {
        Join::Line(id) => Some(id),
        Join::Found | Join::New => None,
    };
    let mut taken: Vec<BudgetLineId> = session.decisions.iter().filter_map(chosen).collect();
    let mut offers = Vec::new();
    for (place, (proposal, decision)) in session.proposals().enumerate() {
        let entry = entry_of(proposal, decision, lists);
        let free: Vec<&BudgetLine> = lines.iter().filter(|line| !taken.contains(&line.id)).collect();
        let parts: Vec<(&Part, Option<&BudgetLine>)> = decision
            .parts
            .iter()
            .map(|part| (part, free.iter().find(|line| line.entry == part.entry).copied()))
            .collect();
        let shares = match decision.join {
            Join::Found if !parts.is_empty() => Vec::new(),
            Join::Found if proposal.several && decision.entry.is_none() => shares(proposal, &free),
            Join::Found | Join::New | Join::Line(_) => Vec::new(),
        };
        let joins = match decision.join {
            Join::Line(id) => lines.iter().find(|line| line.id == id),
            Join::New => None,
            Join::Found if !parts.is_empty() => None,
            Join::Found if shares.is_empty() => nearest(proposal, decision, &free),
            Join::Found => None,
        };
        let of_parts = parts.iter().filter_map(|(_, line)| line.as_ref());
        taken.extend(joins.iter().chain(&shares).chain(of_parts).map(|line| line.id));
        let of_line = joins.or(shares.first().copied());
        let entry = of_line.and_then(|line| lists.budget_entries.get(&line.entry)).or(entry);
        let of_part = parts.first().and_then(|(part, _)| lists.budget_entries.get(&part.entry));
        let (entry, share) = (of_part.or(entry), session.share_of(proposal));
        offers.push(Offer { place, proposal, decision, entry, joins, shares, parts, share });
    }
    offers
}

fn entry_of<'a>(proposal: &Proposal, decision: &Decision, lists: &'a Lists) -> Option<&'a BudgetEntry> {
    let read = proposal.entry.as_deref().map(ListKey::new);
    let key = decision.entry.clone().or(read)?;
    lists.budget_entries.get(&key).filter(|entry| !entry.retired)
}

/// The kinds of line a proposal may be: the one that was chosen, else all it may be.
fn kinds(proposal: &Proposal, decision: &Decision) -> Vec<ListKey> {
    let read = || proposal.candidates.iter().map(String::as_str).map(ListKey::new).collect();
    decision.entry.clone().map_or_else(read, |chosen| vec![chosen])
}

/// The free line of one of these kinds: the one of that name, then the one of the nearest amount.
fn nearest<'a>(proposal: &Proposal, decision: &Decision, free: &[&'a BudgetLine]) -> Option<&'a BudgetLine> {
    let kinds = kinds(proposal, decision);
    let name = folded(&proposal.name);
    let is_named = |line: &BudgetLine| {
        let told = folded(&format!("{} {}", line.detail, line.debt.creditor));
        name.split(' ').any(|word| word.len() > 3 && told.split(' ').any(|other| other == word))
    };
    let of_kind = free.iter().filter(|line| kinds.contains(&line.entry));
    of_kind.min_by_key(|line| (!is_named(line), line.amount.cents().abs_diff(proposal.amount.0))).copied()
}

/// The lines that one payment holds, when the budget has several of them.
fn shares<'a>(proposal: &Proposal, free: &[&'a BudgetLine]) -> Vec<&'a BudgetLine> {
    let is_share = |line: &&&BudgetLine| {
        let is_kind = proposal.candidates.iter().any(|key| key == line.entry.as_str());
        is_kind && line.frequency == Frequency::Monthly && !line.amount.is_zero()
    };
    let found: Vec<&BudgetLine> = free.iter().filter(is_share).copied().collect();
    if found.len() > 1 { found } else { Vec::new() }
}

impl Offer<'_> {
    /// What was decided; what was accepted and can be written no longer, for the budget changed since, is open again.
    pub(super) fn decided(&self) -> Decided {
        match self.decision.decided {
            Decided::Accepted if self.lines().is_err() => Decided::Open,
            decided @ (Decided::Open | Decided::Accepted | Decided::Left) => decided,
        }
    }

    pub(super) fn is_accepted(&self) -> bool {
        self.decided() == Decided::Accepted
    }

    /// What is paid and how often: a month of the whole where nothing has an amount of its own.
    pub(super) fn paid(&self) -> Result<(Euros, Frequency), Failure> {
        if self.proposal.spread {
            return Ok((self.monthly()?, Frequency::Monthly));
        }
        let frequency = Frequency::from_key(self.proposal.frequency.key()).unwrap_or(Frequency::Monthly);
        Ok((self.part_of(self.proposal.amount)?, frequency))
    }

    /// What it makes a month.
    pub(super) fn monthly(&self) -> Result<Euros, Failure> {
        self.part_of(self.proposal.monthly)
    }

    /// The part that counts of an amount, half a cent up.
    fn part_of(&self, amount: Cents) -> Result<Euros, Failure> {
        let part = amount.0.saturating_mul(self.share).saturating_add(HALF).checked_div(WHOLE);
        euros(Cents(part.unwrap_or_default()))
    }

    /// Whether money comes in.
    pub(super) fn is_income(&self) -> bool {
        self.proposal.proof.first().is_some_and(|line| line.operation.amount.0 > 0)
    }

    /// Whether the line it joins is proved by a better paper, and stays as it is.
    pub(super) fn is_proved_already(&self) -> bool {
        self.joins.is_some_and(|line| line.certainty == Certainty::Proved)
    }

    /// The name kept with the line: who is paid, who pays.
    fn name(&self) -> Line {
        let short: String = self.proposal.name.chars().take(LONGEST_NAME).collect();
        Line::read(&short).unwrap_or_default()
    }

    /// What the lines it holds together make a month.
    pub(super) fn shared(&self) -> Result<Euros, Failure> {
        Ok(Euros::sum(self.shares.iter().map(|line| line.amount))?)
    }

    /// The lines as the budget will have them. Errors: the proposal is to be named; the lines one payment holds do not
    /// make its amount.
    pub(super) fn lines(&self) -> Result<Vec<BudgetLine>, Failure> {
        if !self.parts.is_empty() {
            let lines = self.parts.iter().map(|(part, joins)| self.line_of(&part.entry, *joins, part.amount));
            return lines.collect();
        }
        if self.shares.is_empty() {
            return Ok(vec![self.line()?]);
        }
        let ((paid, _), shared) = (self.paid()?, self.shared()?);
        if shared != paid {
            let lines = self.shares.len();
            let told = format!("{} verse {paid}, les {lines} lignes du budget font {shared}.", self.proposal.name);
            let remedy = "Séparez-le d’après l’attestation, ou dites quelle ligne c’est.";
            return Err(Failure::refused(&told).remedy(remedy).at("entry"));
        }
        let seen = |line: &&BudgetLine| match line.certainty {
            Certainty::Proved => (**line).clone(),
            Certainty::Declared | Certainty::SeenOnStatements => BudgetLine {
                certainty: Certainty::SeenOnStatements,
                comment: confirmed(&line.comment),
                ..(**line).clone()
            },
        };
        Ok(self.shares.iter().map(seen).collect())
    }

    /// One of the lines that a payment is made of, every month.
    fn line_of(&self, entry: &ListKey, joins: Option<&BudgetLine>, amount: Euros) -> Result<BudgetLine, Failure> {
        let Some(line) = joins else { return Ok(self.new_line(entry, amount, Frequency::Monthly)) };
        if line.certainty == Certainty::Proved {
            return Ok(line.clone());
        }
        let frequency = Frequency::Monthly;
        let (certainty, comment) = (Certainty::SeenOnStatements, confirmed(&line.comment));
        Ok(BudgetLine { amount, frequency, certainty, comment, ..line.clone() })
    }

    fn new_line(&self, entry: &ListKey, amount: Euros, frequency: Frequency) -> BudgetLine {
        BudgetLine {
            id: BudgetLineId(0),
            entry: entry.clone(),
            detail: self.name(),
            amount,
            frequency,
            certainty: Certainty::SeenOnStatements,
            member: None,
            ends: None,
            debt: Debt::default(),
            after: None,
            comment: Line::default(),
        }
    }

    fn line(&self) -> Result<BudgetLine, Failure> {
        let Some(entry) = self.entry else { return Err(unnamed(&self.proposal.name)) };
        let (amount, frequency) = self.paid()?;
        let is_debt = entry.section == Section::Debt;
        let name = self.name();
        let Some(line) = self.joins else {
            let new = self.new_line(&entry.key, amount, frequency);
            let debt = Debt { creditor: name, ..Debt::default() };
            return Ok(if is_debt { BudgetLine { detail: Line::default(), debt, ..new } } else { new });
        };
        if self.is_proved_already() {
            return Ok(line.clone());
        }
        // What the project makes of the line is told at its own frequency, which stays.
        let (amount, frequency) = match line.after {
            Some(_) if line.frequency != frequency => (self.monthly()?, Frequency::Monthly),
            Some(_) | None => (amount, frequency),
        };
        if line.after.is_some() && frequency != line.frequency {
            let told = format!("« {} » change avec le projet, et n’est pas tapée par mois.", entry.label);
            return Err(Failure::refused(&told).remedy("Corrigez cette ligne dans le budget, puis joignez-la."));
        }
        let creditor = if is_debt && line.debt.creditor.is_empty() { name } else { line.debt.creditor.clone() };
        Ok(BudgetLine {
            amount,
            frequency,
            certainty: Certainty::SeenOnStatements,
            debt: Debt { creditor, ..line.debt.clone() },
            comment: confirmed(&line.comment),
            ..line.clone()
        })
    }
}

/// The lines that the accepted proposals make of the budget.
pub(super) fn accepted(offers: &[Offer<'_>]) -> Result<Vec<BudgetLine>, Failure> {
    let lines = offers.iter().filter(|offer| offer.is_accepted()).map(Offer::lines);
    Ok(lines.collect::<Result<Vec<_>, Failure>>()?.into_iter().flatten().collect())
}

fn unnamed(name: &str) -> Failure {
    Failure::refused(&format!("{name} : dites d’abord quelle ligne du budget c’est.")).at("entry")
}
