//! Where a budget stands beside the rule of the office, and beside the lender's own.

use chrono::NaiveDate;
use domain::budget::{
    AfterProject, BudgetReading, HouseholdBudget, RuleRead, Section, Standing, income_allowed, is_within_ratio, reckon,
    repayment_capacity, standing,
};
use domain::dossier::Dossier;
use domain::money::Euros;
use domain::settings::{BudgetRule, ListKey, RulePeriod, Settings};
use domain::words::{self, long_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::view::in_use;
use app::caller::Moment;
use app::failure::Failure;
use app::shapes::Money;

/// Where the reste à vivre stands beside a rule's threshold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Threshold")]
pub struct ThresholdView {
    /// Whether it is not under it.
    pub reached: bool,
    /// `50,07 € au-dessus du repère de 250,00 €`.
    pub sentence: String,
    /// `Repère : 250,00 € par personne, depuis le 1er janvier 2026. Délibération…`.
    pub rule: String,
    /// The instalment that would bring the reste à vivre down to it.
    pub capacity: Money,
    /// `La mensualité, 70,86 €, en représente 32 %.`; empty without an instalment.
    pub capacity_sentence: String,
}

/// A budget by the rule of a lender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LenderRule")]
pub struct RuleView {
    /// The lender's name.
    pub name: String,
    /// What is left to live on before the loan, a share a month.
    pub reste_a_vivre: Money,
    /// The same once the project is done.
    pub after: Money,
    /// `÷ 1,8 unités de consommation`.
    pub shares_text: String,
    /// Where it stands beside the lender's threshold; absent without one.
    pub threshold: Option<ThresholdView>,
    /// The repayment capacity, or why it is not worked out.
    pub capacity: String,
    /// What else the rule asks, and whether it is so.
    pub remarks: Vec<String>,
}

/// A rule with whose it is, and since when.
pub(super) struct Ruled<'s> {
    pub(super) rule: &'s BudgetRule,
    /// « du CCAS », « de la Banque du Val ».
    pub(super) whose: String,
    /// Where it is written, with its date.
    pub(super) source: String,
    name: String,
    since: NaiveDate,
    stated: String,
}

impl<'s> Ruled<'s> {
    /// The office's rule on a day.
    pub(super) fn of_office(settings: &'s Settings, day: NaiveDate) -> Self {
        let dated = settings.office.at(day);
        Self::new(&dated.value.budget, "CCAS", "du CCAS", (dated.valid_from, &dated.source))
    }

    /// A lender's own rule on a day; nothing when its agreement states none.
    pub(super) fn of_lender(settings: &'s Settings, lender: &ListKey, day: NaiveDate) -> Option<Self> {
        let at = settings.at(day).lender(lender)?;
        let agreement = at.agreement?;
        let name = at.lender.name.as_str();
        let whose = words::of_the(name);
        Some(Self::new(agreement.value.budget.as_ref()?, name, &whose, (agreement.valid_from, &agreement.source)))
    }

    fn new(rule: &'s BudgetRule, name: &str, whose: &str, (since, stated): (NaiveDate, &str)) -> Self {
        let stated = words::capital(stated);
        let source = spaced(&format!("Règle {whose} depuis le {}. {stated}", long_date(since)));
        Self { rule, whose: whose.to_owned(), source, name: name.to_owned(), since, stated }
    }

    /// As an explanation names it.
    pub(super) fn read(&self) -> RuleRead<'_> {
        RuleRead { rule: self.rule, whose: &self.whose, source: &self.source }
    }
}

/// Where the reste à vivre once the project is done stands beside a rule's threshold; nothing while no income is
/// typed, for the budget is not all there.
pub(super) fn threshold(ruled: &Ruled<'_>, done: &AfterProject) -> Result<Option<ThresholdView>, Failure> {
    let comes_in = done.budget.section(Section::Income).is_some_and(|income| !income.total.is_zero());
    let Some(Standing { threshold, apart, period, .. }) = standing(done, ruled.rule)?.filter(|_| comes_in) else {
        return Ok(None);
    };
    let capacity = repayment_capacity(done, ruled.rule)?.unwrap_or(Euros::ZERO);
    let per = match period {
        RulePeriod::Month => "par mois",
        RulePeriod::Day => "par jour",
    };
    let share = done.budget.shares.one();
    let from = long_date(ruled.since);
    Ok(Some(ThresholdView {
        reached: !apart.is_negative(),
        sentence: spaced(&beside(apart, threshold)?),
        rule: spaced(&format!("Repère : {threshold} par {share} et {per}, depuis le {from}. {}", ruled.stated)),
        capacity: capacity.into(),
        capacity_sentence: part_of(done.instalment, capacity),
    }))
}

/// Where the reste à vivre of a dossier with a loan stands beside the office's threshold.
pub(crate) fn office_threshold(
    dossier: &Dossier,
    settings: &Settings,
    done: &AfterProject,
    moment: &Moment,
) -> Result<Option<ThresholdView>, Failure> {
    threshold(&Ruled::of_office(settings, in_use(dossier, moment).established_on), done)
}

/// The repayment capacity by a rule, or why it is not worked out.
pub(super) fn capacity(ruled: &Ruled<'_>, done: &AfterProject) -> Result<String, Failure> {
    let capacity = repayment_capacity(done, ruled.rule)?;
    Ok(capacity.map_or_else(|| spaced("non calculée : aucun repère"), |capacity| capacity.to_string()))
}

/// What else a rule asks: its highest debt ratio, its highest income.
pub(super) fn remarks(ruled: &Ruled<'_>, done: &AfterProject) -> Result<Vec<String>, Failure> {
    let mut said = Vec::new();
    if let (Some(ratio), Some(most)) = (done.debt_ratio, ruled.rule.debt_ratio_max)
        && let Some(within) = is_within_ratio(&ratio, ruled.rule)
    {
        let stands = if within { "au plus" } else { "dépassés" };
        said.push(format!("Taux d’endettement avec le prêt : {}, {most} {stands}.", words::percent(ratio.percent)));
    }
    if let Some(allowed) = income_allowed(&done.budget, ruled.rule)? {
        let stands = if allowed.is_within() { "respecté" } else { "dépassé" };
        said.push(format!("Plafond de ressources : {} par mois, {stands}.", allowed.most));
    }
    Ok(said.iter().map(|sentence| spaced(sentence)).collect())
}

/// The budget by the rule of the lender its loan is asked of; nothing when that lender states none.
pub(super) fn by_lender(
    dossier: &Dossier,
    settings: &Settings,
    instalment: Euros,
    moment: &Moment,
) -> Result<Option<RuleView>, Failure> {
    let Some(lender) = dossier.loan_lender() else { return Ok(None) };
    let Some((before, done)) = read_by_lender(dossier, settings, lender, instalment, moment)? else { return Ok(None) };
    let Some(ruled) = Ruled::of_lender(settings, lender, in_use(dossier, moment).established_on) else {
        return Ok(None);
    };
    Ok(Some(RuleView {
        name: ruled.name.clone(),
        reste_a_vivre: before.reste_a_vivre.into(),
        after: done.reste_a_vivre.into(),
        shares_text: before.shares.in_words(),
        threshold: threshold(&ruled, &done)?,
        capacity: capacity(&ruled, &done)?,
        remarks: remarks(&ruled, &done)?,
    }))
}

/// The budget before and after by a lender's own rule; nothing when its agreement states none.
pub fn read_by_lender(
    dossier: &Dossier,
    settings: &Settings,
    lender: &ListKey,
    instalment: Euros,
    moment: &Moment,
) -> Result<Option<(HouseholdBudget, AfterProject)>, Failure> {
    let budget = in_use(dossier, moment);
    let rules = settings.at(budget.established_on);
    let Some(reading) = BudgetReading::of_lender(&rules, lender) else { return Ok(None) };
    let before = reckon(&budget, &dossier.household, &reading)?;
    let Some(done) = dossier.after_project_by(settings, lender, instalment)? else { return Ok(None) };
    Ok(Some((before, done)))
}

fn beside(apart: Euros, threshold: Euros) -> Result<String, Failure> {
    if apart.is_zero() {
        return Ok(format!("juste au repère de {threshold}"));
    }
    let (apart, side) = side(apart)?;
    Ok(format!("{apart} {side} du repère de {threshold}"))
}

/// How far from a benchmark, and on which side.
pub(crate) fn side(apart: Euros) -> Result<(Euros, &'static str), Failure> {
    if apart.is_negative() { Ok((Euros::ZERO.minus(apart)?, "au-dessous")) } else { Ok((apart, "au-dessus")) }
}

fn part_of(instalment: Euros, capacity: Euros) -> String {
    if instalment.is_zero() {
        return String::new();
    }
    match instalment.percent_of(capacity) {
        Some(percent) => {
            let whole = words::decimal(percent, 0);
            spaced(&format!("La mensualité, {instalment}, en représente {whole} %."))
        }
        None => spaced(&format!("La mensualité, {instalment}, dépasse ce que ce repère laisse.")),
    }
}
