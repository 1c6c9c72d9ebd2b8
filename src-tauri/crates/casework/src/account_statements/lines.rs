//! What a proposal makes of the budget: the line it joins, or a line of its own.
//!
//! A line that a better paper proves keeps its amount and its proof. Worked example: a rent declared 455,00 and seen
//! 512,37 becomes 512,37 « vu sur les relevés »; a rent proved 455,00 by its receipt stays, and the difference is told.

use domain::budget::{BudgetLine, BudgetLineId, Certainty, Debt, Frequency, Section};
use domain::line::Line;
use domain::money::Euros;
use domain::settings::{BudgetEntry, ListKey, Lists};
use domain::words::{Word, confirmed, folded};
use statements::Proposal;

use super::months::euros;
use super::session::{Decided, Decision, Join, Session};
use app::failure::Failure;

/// The longest name that is kept with a line, in characters.
const LONGEST_NAME: usize = 80;

/// A proposal beside the budget.
pub(super) struct Offer<'a> {
    pub(super) place: usize,
    pub(super) proposal: &'a Proposal,
    pub(super) decision: &'a Decision,
    /// The kind of line; nothing while it is to be named.
    pub(super) entry: Option<&'a BudgetEntry>,
    /// The line of the budget it joins.
    pub(super) joins: Option<&'a BudgetLine>,
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
        let joins = match decision.join {
            Join::Line(id) => lines.iter().find(|line| line.id == id),
            Join::New => None,
            Join::Found => entry.and_then(|entry| nearest(proposal, entry, lines, &taken)),
        };
        taken.extend(joins.map(|line| line.id));
        let entry = joins.and_then(|line| lists.budget_entries.get(&line.entry)).or(entry);
        offers.push(Offer { place, proposal, decision, entry, joins });
    }
    offers
}

fn entry_of<'a>(proposal: &Proposal, decision: &Decision, lists: &'a Lists) -> Option<&'a BudgetEntry> {
    let read = proposal.entry.as_ref().map(|key| ListKey::new(key));
    let key = decision.entry.clone().or(read)?;
    lists.budget_entries.get(&key).filter(|entry| !entry.retired)
}

/// The line of that kind which no other proposal took: the one of that name, then the one of the nearest amount.
fn nearest<'a>(
    proposal: &Proposal,
    entry: &BudgetEntry,
    lines: &'a [BudgetLine],
    taken: &[BudgetLineId],
) -> Option<&'a BudgetLine> {
    let free = lines.iter().filter(|line| line.entry == entry.key && !taken.contains(&line.id));
    let name = folded(&proposal.name);
    let is_named = |line: &BudgetLine| {
        let told = folded(&format!("{} {}", line.detail, line.debt.creditor));
        name.split(' ').any(|word| word.len() > 3 && told.split(' ').any(|other| other == word))
    };
    free.min_by_key(|line| (!is_named(line), line.amount.cents().abs_diff(proposal.amount.0)))
}

impl Offer<'_> {
    pub(super) fn is_accepted(&self) -> bool {
        self.decision.decided == Decided::Accepted
    }

    /// What is paid and how often: a month of the whole where nothing has an amount of its own.
    pub(super) fn paid(&self) -> Result<(Euros, Frequency), Failure> {
        if self.proposal.spread {
            return Ok((euros(self.proposal.monthly)?, Frequency::Monthly));
        }
        let frequency = Frequency::from_key(self.proposal.frequency.key()).unwrap_or(Frequency::Monthly);
        Ok((euros(self.proposal.amount)?, frequency))
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

    /// The line as the budget will have it; nothing while the proposal is to be named.
    pub(super) fn line(&self) -> Result<Option<BudgetLine>, Failure> {
        let Some(entry) = self.entry else { return Ok(None) };
        let (amount, frequency) = self.paid()?;
        let is_debt = entry.section == Section::Debt;
        let name = self.name();
        let Some(line) = self.joins else {
            let (detail, creditor) = if is_debt { (Line::default(), name) } else { (name, Line::default()) };
            return Ok(Some(BudgetLine {
                id: BudgetLineId(0),
                entry: entry.key.clone(),
                detail,
                amount,
                frequency,
                certainty: Certainty::SeenOnStatements,
                member: None,
                ends: None,
                debt: Debt { creditor, ..Debt::default() },
                after: None,
                comment: Line::default(),
            }));
        };
        if self.is_proved_already() {
            return Ok(Some(line.clone()));
        }
        // What the project makes of the line is told at its own frequency, which stays.
        let (amount, frequency) = match line.after {
            Some(_) if line.frequency != frequency => (euros(self.proposal.monthly)?, Frequency::Monthly),
            Some(_) | None => (amount, frequency),
        };
        if line.after.is_some() && frequency != line.frequency {
            let told = format!("« {} » change avec le projet, et n’est pas tapée par mois.", entry.label);
            return Err(Failure::refused(&told).remedy("Corrigez cette ligne dans le budget, puis joignez-la."));
        }
        let creditor = if is_debt && line.debt.creditor.is_empty() { name } else { line.debt.creditor.clone() };
        Ok(Some(BudgetLine {
            amount,
            frequency,
            certainty: Certainty::SeenOnStatements,
            debt: Debt { creditor, ..line.debt.clone() },
            comment: confirmed(&line.comment),
            ..line.clone()
        }))
    }
}

/// The lines that the accepted proposals make of the budget. Errors: one is to be named.
pub(super) fn accepted(offers: &[Offer<'_>]) -> Result<Vec<BudgetLine>, Failure> {
    let line = |offer: &Offer<'_>| offer.line()?.ok_or_else(|| unnamed(&offer.proposal.name));
    offers.iter().filter(|offer| offer.is_accepted()).map(line).collect()
}

pub(super) fn unnamed(name: &str) -> Failure {
    Failure::refused(&format!("{name} : dites d’abord quelle ligne du budget c’est.")).at("entry")
}
