//! What is looked at together with the person: their month with the loan, and the loan for a few durations.
//!
//! Plain words and few figures; nothing is kept, a duration tried here changes no field of the simulation.

use domain::budget::{AfterProject, HouseholdBudget, Section};
use domain::dossier::{Dossier, DossierId, TermsOrigin, monthly};
use domain::loan::{RepaymentSchedule, taeg};
use domain::money::Euros;
use domain::settings::{RulesAt, Settings};
use domain::words::{capital, counted, month_day, month_of, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::durations::{DurationTried, durations, worked_out};
use super::offers::share;
use super::revolving::{Compared, revolved};
use super::shown_loan::instalment_text;
use super::view::warning;
use crate::budgets::{projected, reckoned};
use crate::dossiers::found;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::Money;

/// Which dossier, and the duration tried.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TogetherAsked {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// A duration in months, in place of that of the simulation.
    #[serde(default)]
    #[ts(optional)]
    pub months: Option<u32>,
}

/// The budget and the loan of a person, in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TogetherView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its project in a line.
    pub project: String,
    /// Their month; absent without a budget.
    pub month: Option<TogetherMonth>,
    /// Their loan; absent while it is not worked out.
    pub loan: Option<TogetherLoan>,
    /// That the loan is still to be worked out; empty once it is. What lacks is told in the simulation, not here.
    pub lacks: String,
    /// The warning of the law.
    pub warning: String,
}

/// A month of the household with the loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TogetherMonth {
    /// What comes in, then what goes out of it.
    pub rows: Vec<TogetherRow>,
    /// What is left for the household.
    pub left: Money,
    /// The same for each share.
    pub each: Money,
    /// The same today, without the project; absent when the project changes nothing of it.
    pub today: Option<Money>,
    /// `En avril 2027 se termine : crédit renouvelable. Le reste à vivre passe à 276,02 €.`, one a turn to come; none
    /// once the loan is settled.
    pub turns: Vec<String>,
}

/// An amount of the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TogetherRow {
    /// What it is.
    pub key: TogetherKey,
    /// The amount; below zero when it goes out.
    pub amount: Money,
    /// What it takes of what comes in, in percent; 0 for what does not take of it.
    pub share: u32,
}

/// What an amount of the month is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TogetherKey {
    /// What comes in.
    ComesIn,
    /// What goes out already.
    GoesOut,
    /// What the project changes, the loan not counted.
    Changes,
    /// The loan.
    Loan,
    /// The account its lender asks for.
    Account,
}

/// The loan for one duration, beside others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TogetherLoan {
    /// The sum lent.
    pub amount: Money,
    /// The durations to choose from; one alone once the loan is settled.
    pub durations: Vec<DurationTried>,
    /// `75,61 €`, or `8,67 € puis 83,33 €` after months of interest alone.
    pub instalment: String,
    /// `36 fois, le 5 du mois, dès janvier 2027, la dernière de 70,77 €`.
    pub how: String,
    /// What it costs.
    pub cost: Money,
    /// `en tout, sur 36 mois`.
    pub over: String,
    /// What a revolving credit would cost; absent without its TAEG, or when it is not dearer.
    pub revolving: Option<TogetherRevolving>,
    /// `Banque du Val, taux fixe 3,00 %, TAEG 3,04 %.`
    pub terms: String,
    /// Whether the bank has still to decide.
    pub is_simulated: bool,
}

/// The same sum on a revolving credit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TogetherRevolving {
    /// What it would cost.
    pub cost: Money,
    /// How much more.
    pub more: Money,
}

/// Shows the budget and the loan of a person, to be looked at together.
pub fn together(desk: &Desk, input: TogetherAsked, moment: &Moment) -> Result<TogetherView, Failure> {
    let (mut dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let day = dossier.loan_day(moment.today);
    let rules = settings.at(day);
    let origin = dossier.terms_origin();
    let asked = dossier.simulation.months;
    if origin == TermsOrigin::Simulated {
        dossier.simulation.months = input.months.or(asked);
    }
    let loan = worked_out(&dossier, &rules);
    Ok(TogetherView {
        dossier: dossier.id,
        project: capital(dossier.facts.request().project.as_str()),
        month: month(&dossier, &settings, loan.as_ref().ok(), moment)?,
        lacks: if loan.is_err() { spaced("Nous calculerons le prêt ensemble.") } else { String::new() },
        loan: match &loan {
            Ok(loan) => Some(shown(&dossier, asked, loan, &settings, &rules)?),
            Err(_) => None,
        },
        warning: warning(rules.legal, day, origin).map(|warning| warning.text).unwrap_or_default(),
    })
}

fn month(
    dossier: &Dossier,
    settings: &Settings,
    loan: Option<&RepaymentSchedule>,
    moment: &Moment,
) -> Result<Option<TogetherMonth>, Failure> {
    let instalment = loan.map(monthly).transpose()?.unwrap_or(Euros::ZERO);
    let Some(after) = dossier.after_project(settings, instalment)? else { return Ok(None) };
    let before = reckoned(dossier, settings, moment)?;
    let is_to_come = dossier.terms_origin() == TermsOrigin::Simulated;
    let projection = projected(dossier, settings, loan, &after, moment)?;
    Ok(Some(TogetherMonth {
        rows: rows(&before, &after)?,
        left: after.left.into(),
        each: after.reste_a_vivre.into(),
        today: Some(before.reste_a_vivre).filter(|today| *today != after.reste_a_vivre).map(Money::from),
        turns: projection.filter(|_| is_to_come).map(|projection| projection.turns).unwrap_or_default(),
    }))
}

/// What comes in and what goes out; what the project does not change is left out.
fn rows(before: &HouseholdBudget, after: &AfterProject) -> Result<Vec<TogetherRow>, Failure> {
    let income = before.sections.iter().filter(|section| section.section == Section::Income);
    let income = Euros::sum(income.map(|section| section.total))?;
    let all = [
        (TogetherKey::ComesIn, income),
        (TogetherKey::GoesOut, before.left.minus(income)?),
        (TogetherKey::Changes, after.budget.left.minus(before.left)?),
        (TogetherKey::Loan, Euros::ZERO.minus(after.instalment)?),
        (TogetherKey::Account, Euros::ZERO.minus(after.account)?),
    ];
    let taken = |amount: Euros| if amount.is_negative() { Euros::ZERO.minus(amount) } else { Ok(Euros::ZERO) };
    let row = |(key, amount): (TogetherKey, Euros)| {
        Ok(TogetherRow { key, amount: amount.into(), share: share(taken(amount)?, income) })
    };
    all.into_iter().filter(|(key, amount)| *key == TogetherKey::ComesIn || !amount.is_zero()).map(row).collect()
}

fn shown(
    dossier: &Dossier,
    asked: Option<u32>,
    loan: &RepaymentSchedule,
    settings: &Settings,
    rules: &RulesAt<'_>,
) -> Result<TogetherLoan, Failure> {
    let (terms, level) = (&loan.terms, monthly(loan)?);
    let is_simulated = dossier.terms_origin() == TermsOrigin::Simulated;
    let lender = dossier.loan_lender().and_then(|key| rules.lender(key)).map(|lender| lender.lender.name.to_string());
    let account = Some(loan.total_account).filter(|cost| !cost.is_zero());
    let account = account.map(|cost| format!(", dont {cost} pour le compte que demande la banque"));
    let rate = format!("taux fixe {}", terms.annual_rate);
    let taeg = taeg(loan).ok().map(|taeg| format!("TAEG {taeg}"));
    let said: Vec<String> = [lender, Some(rate), taeg].into_iter().flatten().collect();
    let months = counted(terms.months, "mois", "mois");
    let compared = Compared { amount: terms.amount, months: terms.months };
    let revolving = revolved(compared, None, Some(settings), rules.date)?.filter(|_| is_simulated);
    let more = revolving.map(|one| Ok::<_, Failure>((one.credit.cost, one.credit.cost.minus(loan.total_cost)?)));
    let dearer = more.transpose()?.filter(|(_, more)| *more > Euros::ZERO);
    Ok(TogetherLoan {
        amount: terms.amount.into(),
        durations: durations(dossier, asked, settings, rules)?,
        instalment: instalment_text(loan, level),
        how: how(loan, level),
        cost: loan.total_cost.into(),
        over: spaced(&format!("en tout, sur {months}{}", account.unwrap_or_default())),
        revolving: dearer.map(|(cost, more)| TogetherRevolving { cost: cost.into(), more: more.into() }),
        terms: spaced(&format!("{}.", capital(&said.join(", ")))),
        is_simulated,
    })
}

/// `36 fois, le 5 du mois, dès janvier 2027, la dernière de 70,77 €`; without dates, and without a last one that
/// differs, those are left out.
fn how(loan: &RepaymentSchedule, level: Euros) -> String {
    let mut said = vec![format!("{} fois", loan.instalments.len())];
    if let Some(dates) = loan.terms.dates {
        said.push(format!("le {} du mois", month_day(dates.monthly_day())));
        said.push(format!("dès {}", month_of(dates.first_due_on)));
    }
    said.extend(loan.last().filter(|last| last.total != level).map(|last| format!("la dernière de {}", last.total)));
    spaced(&said.join(", "))
}
