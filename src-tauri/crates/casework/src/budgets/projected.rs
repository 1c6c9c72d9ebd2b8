//! The budget month by month while the loan runs, as its screen shows it: a curve, its lowest month, its turns.

use domain::budget::{AfterProject, ProjectedMonth, Projection, project_since};
use domain::calendar::YearMonth;
use domain::dossier::Dossier;
use domain::loan::{LoanTerms, RepaymentSchedule, schedule};
use domain::money::Euros;
use domain::settings::Settings;
use domain::words::{self, month_day, month_of, percent, spaced};
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;
use ts_rs::TS;

use super::view::in_use;
use app::caller::Moment;
use app::failure::Failure;
use app::shapes::Money;

/// A budget month by month while the loan runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BudgetProjection")]
pub struct ProjectionView {
    /// Its months.
    pub months: Vec<ProjectedMonthView>,
    /// `Le mois le plus bas : décembre 2026, 256,69 €.`
    pub lowest: String,
    /// `En avril 2027 se termine : crédit renouvelable. Le reste à vivre passe à 276,02 €.`, one a turn.
    pub turns: Vec<String>,
    /// What the instalment takes of what comes in: `La mensualité prend 3,65 % des ressources…`.
    pub share: String,
    /// What is said to the person, and to nobody else.
    pub advice: String,
    /// What a start with interest alone changes; empty without one.
    pub relief: String,
    /// The threshold of the office's rule, a month; absent without one, or when it is by the day.
    pub threshold: Option<Money>,
    /// Where it stands in the curve, in percent of its height.
    pub threshold_height: u32,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ProjectedMonth")]
pub struct ProjectedMonthView {
    /// `décembre 2026`.
    pub label: String,
    /// What comes in.
    pub income: String,
    /// What is spent.
    pub expenses: String,
    /// Debts.
    pub debts: String,
    /// What the loan takes, its account included.
    pub loan: String,
    /// What is left for the household.
    pub left: String,
    /// What is left for each share.
    pub reste_a_vivre: Money,
    /// How high it stands in the curve, in percent of its height; 0 when nothing is left.
    pub height: u32,
    /// Whether it is the lowest.
    pub lowest: bool,
}

/// The months of the loan in view; nothing while it is not worked out.
pub fn projected(
    dossier: &Dossier,
    settings: &Settings,
    loan: Option<&RepaymentSchedule>,
    done: &AfterProject,
    moment: &Moment,
) -> Result<Option<ProjectionView>, Failure> {
    let Some(loan) = loan else { return Ok(None) };
    let Some(projection) = over(dossier, loan, done, moment)? else { return Ok(None) };
    let Some(lowest) = projection.lowest() else { return Ok(None) };
    let rule = &settings.at(in_use(dossier, moment).established_on).office.budget;
    let monthly = rule.period == domain::settings::RulePeriod::Month;
    let threshold = rule.threshold.filter(|_| monthly);
    let top = projection.months.iter().map(|one| one.reste_a_vivre).chain(threshold).max().unwrap_or(Euros::ZERO);
    let lowest_said = format!("Le mois le plus bas : {}, {}.", month(lowest.month), lowest.reste_a_vivre);
    let each = projection.months.iter().map(|one| shown(one, lowest.month, top));
    Ok(Some(ProjectionView {
        months: each.collect::<Result<_, _>>()?,
        lowest: spaced(&lowest_said),
        turns: turns(&projection),
        share: share(&projection, loan),
        advice: spaced("Vérifiez que les ressources du mois arrivent avant le prélèvement."),
        relief: relief(dossier, loan, done, &projection, moment)?,
        threshold: threshold.map(Money::from),
        threshold_height: threshold.map_or(0, |threshold| percent_of(threshold, top)),
    }))
}

/// An amount in percent of the height of the curve; 0 for what is below zero.
fn percent_of(amount: Euros, top: Euros) -> u32 {
    let percent = amount.percent_of(top).and_then(|percent| percent.round().to_u32());
    percent.unwrap_or_default().min(100)
}

/// The projection of a dossier's budget over a schedule.
pub(super) fn over(
    dossier: &Dossier,
    loan: &RepaymentSchedule,
    done: &AfterProject,
    moment: &Moment,
) -> Result<Option<Projection>, Failure> {
    let established_on = in_use(dossier, moment).established_on;
    Ok(project_since(done, loan, established_on)?)
}

fn shown(one: &ProjectedMonth, lowest: YearMonth, top: Euros) -> Result<ProjectedMonthView, Failure> {
    Ok(ProjectedMonthView {
        label: month(one.month),
        income: one.income.bare(),
        expenses: one.expenses.bare(),
        debts: one.debts.bare(),
        loan: one.instalment.plus(one.account)?.bare(),
        left: one.left.bare(),
        reste_a_vivre: one.reste_a_vivre.into(),
        height: percent_of(one.reste_a_vivre, top),
        lowest: one.month == lowest,
    })
}

fn month(month: YearMonth) -> String {
    month_of(month.first_day())
}

fn turns(projection: &Projection) -> Vec<String> {
    let told = projection.turns().map(|turn| {
        let what = words::lowered(&turn.ended.join(", "));
        spaced(&format!(
            "En {} se termine : {what}. Le reste à vivre passe à {}.",
            month(turn.month),
            turn.reste_a_vivre
        ))
    });
    told.collect()
}

/// What the largest instalment takes of what comes in that month, and the day it does.
fn share(projection: &Projection, loan: &RepaymentSchedule) -> String {
    let largest = projection.months.iter().max_by_key(|one| one.instalment);
    let taken = largest.and_then(|one| Some((one, one.share_of_income()?)));
    let taken = taken.map(|(one, part)| {
        format!("Au plus, l’échéance prend {} de ce qui rentre ce mois-là ({}).", percent(part), one.instalment)
    });
    let day = loan.terms.dates.map(|dates| dates.monthly_day());
    let day = day.map(|day| format!("Elle est prélevée le {}.", month_day(day)));
    spaced(&[taken, day].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// What the months without repayment at the start change: the first month, the level instalment, the lowest month.
fn relief(
    dossier: &Dossier,
    loan: &RepaymentSchedule,
    done: &AfterProject,
    projection: &Projection,
    moment: &Moment,
) -> Result<String, Failure> {
    let eased = loan.terms.interest_only.saturating_add(loan.terms.deferred);
    if eased == 0 {
        return Ok(String::new());
    }
    let plain = LoanTerms { interest_only: 0, deferred: 0, ..loan.terms.clone() };
    let Ok(plain) = schedule(&plain) else { return Ok(String::new()) };
    let plain_done = AfterProject { instalment: plain.instalment(), ..done.clone() };
    let Some(without) = over(dossier, &plain, &plain_done, moment)? else { return Ok(String::new()) };
    let (Some(first), Some(plain_first)) = (projection.months.first(), without.months.first()) else {
        return Ok(String::new());
    };
    let low = |projection: &Projection| projection.lowest().map_or(Euros::ZERO, |lowest| lowest.reste_a_vivre);
    let started = words::counted(eased, "mois", "mois");
    Ok(spaced(&format!(
        "Départ allégé de {started} : {} le premier mois au lieu de {}, puis {} par mois au lieu de {}. Le mois le plus \
         bas laisse {} au lieu de {}.",
        first.reste_a_vivre,
        plain_first.reste_a_vivre,
        loan.instalment(),
        plain.instalment(),
        low(projection),
        low(&without),
    )))
}
