//! The answer of the command as JSON: amounts are text with two decimals, days are ISO.

use serde_json::{Value, json};

use crate::accounts::{Account, Statement};
use crate::budget::{Indicators, Proposal};
use crate::cents::Cents;
use crate::proof::Standing;
use crate::reading::{FileRead, Reading};
use crate::statement::Balance;

/// What was read, for programs: `files`, `accounts`, `proposals`. Operations are those of statements that are proven
/// or not checkable; indicators and proposals rest on proven ones.
#[must_use]
pub fn answer(reading: &Reading) -> Value {
    let names: Vec<&str> = reading.files.iter().map(|file| file.name.as_str()).collect();
    json!({
        "files": reading.files.iter().map(file).collect::<Vec<_>>(),
        "accounts": reading.accounts.iter().map(|one| account(one, &names)).collect::<Vec<_>>(),
        "proposals": reading.proposals.iter().map(|one| proposal(one, &names)).collect::<Vec<_>>(),
    })
}

fn file(file: &FileRead) -> Value {
    json!({
        "file": file.name,
        "outcome": if file.refusal.is_some() { "refused" } else { "read" },
        "reason": file.refusal.map(|refusal| refusal.key()),
        "sentence": file.refusal.map(|refusal| refusal.sentence()),
    })
}

fn account(account: &Account, names: &[&str]) -> Value {
    let read = || account.statements.iter().filter(|statement| statement.standing != Standing::Duplicate);
    let periods = || read().filter_map(Statement::period);
    let operations = account.operations(&[Standing::Proven, Standing::NotCheckable]);
    json!({
        "iban": account.name.iban,
        "number": account.name.number,
        "kind": account.name.kind.key(),
        "joint": account.name.joint,
        "from": periods().map(|period| period.from.to_string()).min(),
        "to": periods().map(|period| period.to.to_string()).max(),
        "opening": amount(read().next().and_then(|statement| statement.draft.opening)),
        "closing": amount(read().next_back().and_then(|statement| statement.draft.closing)),
        "proven": account.is_proven(),
        "statements": account.statements.iter().map(|one| statement(one, names)).collect::<Vec<_>>(),
        "gaps": account.gaps.iter().map(|gap| json!({
            "after": gap.after.to_string(),
            "before": gap.before.to_string(),
            "reason": gap.reason.key(),
        })).collect::<Vec<_>>(),
        "operations": operations.into_iter().map(|(file, operation)| json!({
            "file": names.get(file),
            "date": operation.date.to_string(),
            "label": operation.label,
            "debit": (operation.amount < Cents::ZERO).then(|| operation.amount.size().to_string()),
            "credit": (operation.amount >= Cents::ZERO).then(|| operation.amount.to_string()),
        })).collect::<Vec<_>>(),
        "indicators": account.indicators.map(indicators),
    })
}

fn statement(statement: &Statement, names: &[&str]) -> Value {
    let period = statement.period();
    json!({
        "file": names.get(statement.file),
        "from": period.map(|period| period.from.to_string()),
        "to": period.map(|period| period.to.to_string()),
        "opening": amount(statement.draft.opening),
        "closing": amount(statement.draft.closing),
        "status": statement.standing.key(),
        "proven": statement.standing == Standing::Proven,
        "reason": statement.proof.doubt.map(|doubt| doubt.key()),
        "sentence": statement.sentence(),
        "page": statement.proof.page,
        "witnesses": statement.proof.witnesses.iter().map(|witness| witness.key()).collect::<Vec<_>>(),
        "difference": statement.proof.difference.to_string(),
        "operations": statement.draft.operations.len(),
    })
}

fn amount(balance: Option<Balance>) -> Option<String> {
    balance.map(|balance| balance.amount.to_string())
}

fn indicators(found: Indicators) -> Value {
    json!({
        "from": found.period.from.to_string(),
        "to": found.period.to.to_string(),
        "days": found.days,
        "overdraft_days": found.overdraft_days,
        "lowest_balance": found.lowest_balance.to_string(),
        "lowest_date": found.lowest_date.to_string(),
        "average_balance": found.average_balance.to_string(),
        "rejected_debits": found.rejected_debits,
        "fees": found.fees.to_string(),
        "incident_fees": found.incident_fees.to_string(),
        "fees_refunded": found.fees_refunded.to_string(),
        "cash_withdrawals": found.cash_withdrawals.to_string(),
        "gambling": found.gambling.to_string(),
        "credits": found.credits.to_string(),
        "debits": found.debits.to_string(),
    })
}

fn proposal(proposal: &Proposal, names: &[&str]) -> Value {
    json!({
        "entry": proposal.entry,
        "candidates": proposal.candidates,
        "name": proposal.name,
        "amount": proposal.amount.to_string(),
        "frequency": proposal.frequency.key(),
        "monthly": proposal.monthly.to_string(),
        "reason": proposal.reason,
        "proof": proposal.proof.iter().map(|line| json!({
            "file": names.get(line.file),
            "date": line.operation.date.to_string(),
            "label": line.operation.label,
            "amount": line.operation.amount.to_string(),
        })).collect::<Vec<_>>(),
    })
}
