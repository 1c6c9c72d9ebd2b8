//! QIF, line by line: the order of day and month is the one that keeps every day valid, day first when both do.

use chrono::NaiveDate;

use crate::cents::{Cents, signed_amount};
use crate::days::figured;
use crate::exports::MOST_OPERATIONS;
use crate::folded::{cleaned, folded};
use crate::reading::Refusal;
use crate::statement::{Balance, Draft, Operation};

#[derive(Default)]
struct Entry {
    date: String,
    amount: Option<Cents>,
    payee: String,
    memo: String,
}

/// The statement of a QIF file, which names no account.
pub(super) fn read(text: &str) -> Result<Vec<Draft>, Refusal> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut entry = Entry::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('!')) {
        let (field, value) = line.split_at_checked(1).unwrap_or((line, ""));
        match field {
            "D" => entry.date = value.replace('\'', "/").replace(' ', ""),
            "T" | "U" => entry.amount = Some(signed_amount(value).ok_or(Refusal::Damaged)?),
            "P" => entry.payee = cleaned(value),
            "M" => entry.memo = cleaned(value),
            "^" => entries.push(std::mem::take(&mut entry)),
            _ => {}
        }
        if entries.len() > MOST_OPERATIONS {
            return Err(Refusal::TooLarge);
        }
    }
    if !entry.date.is_empty() || entry.amount.is_some() {
        return Err(Refusal::Damaged);
    }
    let day_first = entries.iter().all(|entry| day(&entry.date, true).is_some());
    let mut draft = Draft::default();
    for entry in entries {
        let date = day(&entry.date, day_first).ok_or(Refusal::Damaged)?;
        let amount = entry.amount.ok_or(Refusal::Damaged)?;
        if folded(&entry.payee) == "OPENING BALANCE" {
            draft.opening = Some(Balance { amount, date: Some(date) });
        } else {
            let label = cleaned(&format!("{} {}", entry.payee, entry.memo));
            draft.operations.push(Operation { date, amount, label });
        }
    }
    super::oldest_first(&mut draft.operations);
    Ok(vec![draft])
}

fn day(text: &str, day_first: bool) -> Option<NaiveDate> {
    if day_first {
        return figured(text)?.full();
    }
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    match parts.as_slice() {
        [month, day, year] => figured(&format!("{day}/{month}/{year}"))?.full(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Vec<String> {
        read(text).unwrap()[0].operations.iter().map(|operation| operation.date.to_string()).collect()
    }

    #[test]
    fn the_day_comes_first_unless_that_makes_no_day() {
        assert_eq!(days("!Type:Bank\nD03/08/2026\nT-1.00\n^\nD04/08/2026\nT-1.00\n^\n"), ["2026-08-03", "2026-08-04"]);
        assert_eq!(days("!Type:Bank\nD08/03/2026\nT-1.00\n^\nD08/31/2026\nT-1.00\n^\n"), ["2026-08-03", "2026-08-31"]);
    }

    #[test]
    fn an_entry_that_stops_early_is_damage() {
        assert_eq!(read("!Type:Bank\nD03/08/2026\nT-1.00\n^\nD04/08/2026\nT-1").err(), Some(Refusal::Damaged));
    }
}
