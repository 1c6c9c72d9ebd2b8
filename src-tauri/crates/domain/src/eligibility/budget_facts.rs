//! What the budget tells: the reste à vivre and the debt ratio with the loan, and how long income lasts.
//!
//! A threshold, a highest ratio or a ceiling of income is the office's or the lender's, and both are looked at; where
//! nobody stated one the check does not apply (*Un coup de pouce pour le microcrédit personnel*, l'évaluation du projet).

use chrono::{Months, NaiveDate};

use super::{CheckFacts, CheckedLoan, NO_MATTER};
use crate::budget::{
    AfterProject, BudgetLine, BudgetReading, BudgetRefused, HouseholdBudget, ProjectedMonth, Section, StatementReview,
    income_allowed, is_within_ratio, project_since, reckon, standing,
};
use crate::dossier::{Dossier, monthly};
use crate::loan::schedule;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetEntry, BudgetRule, Lists, RulePeriod, RulesAt, Settings};
use crate::words::{month_of, numeric_date, percent};

/// One rule the budget is read by, and the budget by it once the project is done.
struct Read<'s> {
    /// Whose rule: empty for the office's.
    whose: &'s str,
    rule: &'s BudgetRule,
    /// The budget before the project: its ceiling is not passed by what the project brings.
    before: Option<HouseholdBudget>,
    after: Option<AfterProject>,
    /// The lowest month of the loan, when it leaves less than the rule asks for, or less than nothing.
    low: Option<ProjectedMonth>,
}

/// What one rule asks and what the budget says of it.
struct Judged {
    asked: Option<String>,
    found: Option<String>,
    /// Whether it is beyond what is asked; unknown while something lacks.
    beyond: Option<bool>,
}

/// Gathers the facts of the budget.
pub(super) fn gather(
    facts: &mut CheckFacts,
    dossier: &Dossier,
    settings: &Settings,
    loan: &CheckedLoan,
) -> Result<(), AmountTooLarge> {
    let established_on = dossier.budget.as_ref().map(|budget| budget.established_on);
    let rules = settings.at(established_on.unwrap_or(loan.day));
    let reads = reads(dossier, settings, loan, &rules)?;
    let judged = |one: fn(&Read<'_>) -> Result<Judged, AmountTooLarge>| {
        reads.iter().map(|read| Ok((read.whose, one(read)?))).collect::<Result<Vec<_>, AmountTooLarge>>()
    };
    tell(facts, ("rav_rule_set", "rav_after_below_threshold"), &judged(reste_a_vivre)?);
    tell(facts, ("debt_ratio_rule_set", "debt_ratio_above_limit"), &judged(debt_ratio)?);
    tell(facts, ("income_ceiling_set", "income_above_ceiling"), &judged(income)?);
    lasting(facts, dossier, loan, rules.lists);
    overdraft(facts, &dossier.statements);
    Ok(())
}

/// The office's rule, then the lender's own when its agreement states one.
fn reads<'s>(
    dossier: &Dossier,
    settings: &Settings,
    loan: &CheckedLoan,
    rules: &RulesAt<'s>,
) -> Result<Vec<Read<'s>>, AmountTooLarge> {
    let schedule = loan.terms.as_ref().and_then(|terms| schedule(terms).ok());
    let instalment = schedule.as_ref().map(monthly).transpose()?;
    let lender = loan.asked.lender.as_ref();
    let office = known(instalment.map(|instalment| dossier.after_project_with(settings, lender, instalment)))?;
    let before = |reading: &BudgetReading<'_>| {
        let budget = dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty());
        known(budget.map(|budget| reckon(budget, &dossier.household, reading).map(Some)))
    };
    let low = |after: Option<&AfterProject>, rule: &BudgetRule| {
        let (Some(after), Some(schedule)) = (after, schedule.as_ref()) else { return Ok(None) };
        let projection = project_since(after, schedule, rules.date)?;
        let low = projection.as_ref().map(|projection| projection.too_low(after, rule)).transpose()?;
        Ok::<_, AmountTooLarge>(low.flatten().cloned())
    };
    let own = before(&BudgetReading::of_office(rules))?;
    let rule = &rules.office.budget;
    let low_month = low(office.as_ref(), rule)?;
    let mut reads = vec![Read { whose: "", rule, before: own, after: office, low: low_month }];
    if let Some(at) = lender.and_then(|key| rules.lender(key))
        && let Some(rule) = at.agreement.and_then(|dated| dated.value.budget.as_ref())
    {
        let after = known(instalment.map(|instalment| dossier.after_project_by(settings, at.key, instalment)))?;
        let before = before(&BudgetReading { lists: rules.lists, rule })?;
        let low = low(after.as_ref(), rule)?;
        reads.push(Read { whose: at.lender.name.as_str(), rule, before, after, low });
    }
    Ok(reads)
}

/// The lowest month of the loan, when it leaves less than the office's rule asks for, or less than nothing.
pub(super) fn low_month(
    dossier: &Dossier,
    settings: &Settings,
    loan: &CheckedLoan,
) -> Result<Option<ProjectedMonth>, AmountTooLarge> {
    let established_on = dossier.budget.as_ref().map(|budget| budget.established_on);
    let rules = settings.at(established_on.unwrap_or(loan.day));
    let reads = reads(dossier, settings, loan, &rules)?;
    Ok(reads.into_iter().next().and_then(|office| office.low))
}

/// The budget once the project is done by the office's rule; nothing while the budget or the loan lacks something.
pub(super) fn by_the_office<'s>(
    dossier: &Dossier,
    settings: &'s Settings,
    loan: &CheckedLoan,
) -> Result<Option<(AfterProject, &'s BudgetRule)>, AmountTooLarge> {
    let established_on = dossier.budget.as_ref().map(|budget| budget.established_on);
    let rules = settings.at(established_on.unwrap_or(loan.day));
    let office = reads(dossier, settings, loan, &rules)?.into_iter().next();
    Ok(office.and_then(|read| Some((read.after?, read.rule))))
}

/// The budget worked out; nothing while the budget or the loan lacks something.
fn known<T>(reckoned: Option<Result<Option<T>, BudgetRefused>>) -> Result<Option<T>, AmountTooLarge> {
    match reckoned {
        None => Ok(None),
        Some(Ok(reckoned)) => Ok(reckoned),
        Some(Err(BudgetRefused::TooLarge(too_large))) => Err(too_large),
        Some(Err(BudgetRefused::UnknownEntry(_))) => Ok(None),
    }
}

fn reste_a_vivre(read: &Read<'_>) -> Result<Judged, AmountTooLarge> {
    let per = match read.rule.period {
        RulePeriod::Month => "par mois",
        RulePeriod::Day => "par jour",
    };
    let standing = read.after.as_ref().map(|after| standing(after, read.rule)).transpose()?.flatten();
    let left = standing.map(|standing| standing.judged).or(read.after.as_ref().map(|after| after.reste_a_vivre));
    Ok(Judged {
        asked: read.rule.threshold.map(|least| format!("{least} {per}")),
        found: left.map(|left| match &read.low {
            Some(low) => format!("{left} ; {} en {}", low.reste_a_vivre, month_of(low.month.first_day())),
            None => left.to_string(),
        }),
        beyond: standing.map(|standing| standing.apart.is_negative() || read.low.is_some()),
    })
}

fn debt_ratio(read: &Read<'_>) -> Result<Judged, AmountTooLarge> {
    let ratio = read.after.as_ref().and_then(|after| after.debt_ratio);
    let within = ratio.and_then(|ratio| is_within_ratio(&ratio, read.rule));
    Ok(Judged {
        asked: read.rule.debt_ratio_max.map(|most| format!("{most} au plus")),
        found: ratio.map(|ratio| percent(ratio.percent)),
        beyond: within.map(|within| !within),
    })
}

fn income(read: &Read<'_>) -> Result<Judged, AmountTooLarge> {
    let budget = read.before.as_ref();
    let income = budget.and_then(|budget| budget.section(Section::Income)).map(|section| section.total);
    let allowed = budget.map(|budget| income_allowed(budget, read.rule)).transpose()?.flatten();
    let stated = allowed.map(|allowed| allowed.most).or(read.rule.income_ceiling);
    Ok(Judged {
        asked: stated.map(|most| format!("{most} par mois au plus")),
        found: income.map(|income| format!("{income} par mois")),
        beyond: allowed.map(|allowed| !allowed.is_within()),
    })
}

/// Tells what is asked and what is found, the lender's rule beside the office's.
fn tell(facts: &mut CheckFacts, (set, beyond): (&str, &str), judged: &[(&str, Judged)]) {
    let asking: Vec<&(&str, Judged)> = judged.iter().filter(|(_, one)| one.asked.is_some()).collect();
    let said = |one: fn(&Judged) -> Option<&String>| {
        let named = asking.iter().filter_map(|(whose, judged)| {
            let value = one(judged)?;
            Some(if whose.is_empty() { value.clone() } else { format!("{value} ({whose})") })
        });
        named.collect::<Vec<_>>().join(" ; ")
    };
    let asked = said(|one| one.asked.as_ref());
    let found = said(|one| one.found.as_ref());
    let out = asking.iter().any(|(_, one)| one.beyond == Some(true));
    let all = !asking.is_empty() && asking.iter().all(|(_, one)| one.beyond.is_some());
    let lacks = if asking.is_empty() { NO_MATTER } else { "budget ou prêt à compléter" };
    let or = |said: String, nothing: &str| if said.is_empty() { nothing.to_owned() } else { said };
    facts.tell(set, Some(!asking.is_empty()), or(asked, "aucun dans les réglages"));
    facts.tell(beyond, (out || all).then_some(out), or(found, lacks));
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
