//! What the budget tells: the reste à vivre and the debt ratio with the loan, and how long income lasts.
//!
//! A threshold, a highest ratio or a ceiling of income is the office's or the lender's; where nobody stated one the
//! check does not apply (*Un coup de pouce pour le microcrédit personnel*, l'évaluation du projet).

use chrono::{Months, NaiveDate};

use super::{CheckFacts, CheckedLoan};
use crate::budget::{AfterProject, BudgetLine, BudgetRefused, Section, StatementReview};
use crate::dossier::{Dossier, monthly};
use crate::loan::schedule;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetEntry, Lists, Settings};
use crate::words::{numeric_date, percent};

/// Gathers the facts of the budget.
pub(super) fn gather(
    facts: &mut CheckFacts,
    dossier: &Dossier,
    settings: &Settings,
    loan: &CheckedLoan,
) -> Result<(), AmountTooLarge> {
    let rules = settings.at(loan.day);
    let rule = &rules.office.budget;
    let after = after(dossier, settings, loan)?;
    let stated = |text: Option<String>| text.unwrap_or_else(|| "aucun dans les réglages".to_owned());
    facts.tell("rav_rule_set", Some(rule.threshold.is_some()), stated(rule.threshold.map(|most| most.to_string())));
    let left = after.as_ref().map(|after| after.reste_a_vivre);
    let below = left.zip(rule.threshold).map(|(left, least)| left < least);
    facts.tell("rav_after_below_threshold", below, worked_out(left.map(|left| left.to_string())));

    let most = rule.debt_ratio_max;
    facts.tell("debt_ratio_rule_set", Some(most.is_some()), stated(most.map(|most| most.to_string())));
    let ratio = after.as_ref().and_then(|after| after.debt_ratio).map(|ratio| ratio.percent);
    let over = ratio.zip(most).map(|(ratio, most)| ratio > most.percent());
    facts.tell("debt_ratio_above_limit", over, worked_out(ratio.map(percent)));

    let ceiling = rule.income_ceiling;
    facts.tell("income_ceiling_set", Some(ceiling.is_some()), stated(ceiling.map(|most| most.to_string())));
    let income = after.as_ref().and_then(|after| after.budget.section(Section::Income)).map(|section| section.total);
    let over = income.zip(ceiling).map(|(income, most)| income > most);
    facts.tell("income_above_ceiling", over, worked_out(income.map(|income| format!("{income} par mois"))));

    lasting(facts, dossier, loan, rules.lists);
    overdraft(facts, &dossier.statements);
    Ok(())
}

fn worked_out(value: Option<String>) -> String {
    value.unwrap_or_else(|| "budget ou prêt à compléter".to_owned())
}

/// The budget once the project is done; nothing while the budget or the loan lacks something.
fn after(dossier: &Dossier, settings: &Settings, loan: &CheckedLoan) -> Result<Option<AfterProject>, AmountTooLarge> {
    let Some(schedule) = loan.terms.as_ref().and_then(|terms| schedule(terms).ok()) else { return Ok(None) };
    match dossier.after_project(settings, monthly(&schedule)?) {
        Ok(after) => Ok(after),
        Err(BudgetRefused::TooLarge(too_large)) => Err(too_large),
        Err(BudgetRefused::UnknownEntry(_)) => Ok(None),
    }
}

/// Whether every income lasts until the last instalment; one that usually ends and has no end is not known.
fn lasting(facts: &mut CheckFacts, dossier: &Dossier, loan: &CheckedLoan, lists: &Lists) {
    let lines = dossier.budget.iter().flat_map(|budget| &budget.lines);
    let income: Vec<(&BudgetLine, &BudgetEntry)> = lines
        .filter(|line| line.amount > Euros::ZERO)
        .filter_map(|line| Some((line, lists.budget_entries.get(&line.entry)?)))
        .filter(|(_, entry)| entry.section == Section::Income)
        .collect();
    let last = last_day(loan);
    let ended = income.iter().find(|(line, _)| {
        line.ends
            .zip(last)
            .is_some_and(|(month, last)| month.first_day().checked_add_months(Months::new(1)) <= Some(last))
    });
    let open = income.iter().find(|(line, entry)| entry.usually_ends && line.ends.is_none());
    let (lasts, said) = match (last, ended, open) {
        _ if income.is_empty() => (None, "budget à compléter".to_owned()),
        (None, _, _) => (None, "durée du prêt à compléter".to_owned()),
        (Some(last), Some((line, entry)), _) => {
            let month = line.ends.map(|month| month.to_string()).unwrap_or_default();
            (Some(false), format!("{} jusqu’en {month}, prêt jusqu’au {}", entry.label, numeric_date(last)))
        }
        (Some(_), None, Some((_, entry))) => (None, format!("fin à noter au budget : {}", entry.label)),
        (Some(last), None, None) => (Some(true), format!("aucune ne finit avant le {}", numeric_date(last))),
    };
    facts.tell("income_lasts_for_term", lasts, said);
}

/// The last instalment's day, or about it while the first is not chosen.
fn last_day(loan: &CheckedLoan) -> Option<NaiveDate> {
    let months = loan.months()?;
    let dates = loan.terms.as_ref().and_then(|terms| terms.dates);
    match dates {
        Some(dates) => dates.first_due_on.checked_add_months(Months::new(months.saturating_sub(1))),
        None => loan.day.checked_add_months(Months::new(months)),
    }
}

fn overdraft(facts: &mut CheckFacts, statements: &[StatementReview]) {
    let overdrawn = |one: &StatementReview| match (one.lowest, one.days_overdrawn) {
        (Some(lowest), _) if lowest.is_negative() => Some(true),
        (_, Some(days)) if days > 0 => Some(true),
        (Some(_), _) | (_, Some(_)) => Some(false),
        (None, None) => None,
    };
    let read: Vec<Option<bool>> = statements.iter().map(overdrawn).collect();
    let (used, said) = if read.contains(&Some(true)) {
        (Some(true), "oui")
    } else if read.is_empty() || read.contains(&None) {
        (None, "relevés à lire")
    } else {
        (Some(false), "non")
    };
    facts.tell("overdraft_used", used, said);
}
