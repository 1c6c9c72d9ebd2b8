//! The same project in every lender's agreement in force, side by side.
//!
//! Each lender is shown by its own rate, fee, longest loan and months of interest alone; what of the loan asked
//! for it does not allow is said in a few words.

use domain::dossier::{Dossier, monthly};
use domain::loan::{RepaymentSchedule, schedule, taeg};
use domain::money::Euros;
use domain::settings::{LenderAt, ListKey, RulesAt, Settings};
use domain::simulation::Simulation;
use domain::words::{counted, long_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::limits::{passed, short};
use super::shown_loan::instalment_text;
use crate::failure::Failure;
use crate::shown::Money;

/// What a lender would make of the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Offer")]
pub struct OfferView {
    /// The lender.
    pub lender: String,
    /// Its name.
    pub name: String,
    /// `convention du 1er février 2025`.
    pub agreement: String,
    /// Whether it is the one kept.
    pub kept: bool,
    /// Whether it allows the loan as asked for.
    pub inside: bool,
    /// `Dans la convention`, or what it does not allow.
    pub limit: String,
    /// What it costs; absent while the loan is not worked out.
    pub loan: Option<OfferedLoan>,
}

/// A loan as a lender would make it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OfferedLoan {
    /// `70,86 €`, or `8,67 € puis 83,33 €`.
    pub instalment: String,
    /// What it costs.
    pub total_cost: Money,
    /// That cost over the dearest of all, in percent, for a bar.
    pub share: u32,
    /// `36 mois`.
    pub months: String,
    /// The last instalment.
    pub last: String,
    /// The yearly rate.
    pub rate: String,
    /// The TAEG; a dash when there is none.
    pub taeg: String,
    /// The file fee.
    pub fee: String,
    /// Everything paid.
    pub total_paid: String,
    /// What is left to live on with it; empty without a budget.
    pub reste_a_vivre: String,
    /// `Coûte 7,17 € de moins, mais demande 13,88 € de plus par mois` beside the one kept; empty without one.
    pub beside: String,
}

struct Offered<'s> {
    lender: LenderAt<'s>,
    passed: Vec<String>,
    schedule: Option<RepaymentSchedule>,
}

/// What each lender with an agreement in force would make of the project.
pub(super) fn offers(dossier: &Dossier, settings: &Settings, rules: &RulesAt<'_>) -> Result<Vec<OfferView>, Failure> {
    let in_force = rules.lenders().filter(|lender| lender.agreement.is_some() && !lender.lender.retired);
    let offered: Vec<_> = in_force.map(|lender| offer(dossier, lender, rules)).collect::<Result<_, _>>()?;
    let kept = dossier.simulation.lender.as_ref();
    let of_kept = offered.iter().find(|one| Some(one.lender.key) == kept).and_then(|one| one.schedule.as_ref());
    let costs = offered.iter().filter_map(|one| one.schedule.as_ref()).map(|schedule| schedule.total_cost);
    let dearest = costs.max().unwrap_or(Euros::ZERO);
    offered
        .iter()
        .map(|one| {
            let loan = match &one.schedule {
                Some(schedule) => {
                    let other = of_kept.filter(|_| Some(one.lender.key) != kept);
                    Some(shown(dossier, settings, schedule, (dearest, other))?)
                }
                None => None,
            };
            let inside = one.passed.is_empty();
            Ok(OfferView {
                lender: one.lender.key.as_str().to_owned(),
                name: one.lender.lender.name.to_string(),
                agreement: one
                    .lender
                    .agreement
                    .map(|dated| dated.valid_from)
                    .map_or_else(String::new, |from| format!("convention du {}", long_date(from))),
                kept: Some(one.lender.key) == kept,
                inside,
                limit: if inside { "Dans la convention".to_owned() } else { spaced(&one.passed.join(", ")) },
                loan,
            })
        })
        .collect()
}

/// The simulation as a lender is compared by: its own rate and fee, within its months.
pub(super) fn as_offered(dossier: &Dossier, key: &ListKey, rules: &RulesAt<'_>) -> Simulation {
    let asked = &dossier.simulation;
    if asked.lender.as_ref() == Some(key) {
        return asked.clone();
    }
    let agreement = rules.lender(key).and_then(|lender| lender.agreement).map(|dated| &dated.value);
    let justified = !dossier.project.justification.is_empty();
    let limits = agreement.map(|agreement| &agreement.limits);
    let longest = limits.and_then(|limits| {
        let wide = limits.exceptional_months_max.filter(|_| justified);
        wide.or(limits.months_max)
    });
    let interest_only = agreement.and_then(|agreement| agreement.interest_only_max);
    let own_rate = agreement.is_some_and(|agreement| agreement.rate.is_some());
    Simulation {
        lender: Some(key.clone()),
        months: asked.months.map(|months| longest.map_or(months, |most| months.min(most))),
        annual_rate: asked.annual_rate.filter(|_| !own_rate),
        interest_only: interest_only.map_or(asked.interest_only, |most| asked.interest_only.min(most)),
        fee: None,
        ..asked.clone()
    }
}

fn offer<'s>(dossier: &Dossier, lender: LenderAt<'s>, rules: &RulesAt<'s>) -> Result<Offered<'s>, Failure> {
    let asked = Simulation { lender: Some(lender.key.clone()), annual_rate: None, ..dossier.simulation.clone() };
    let passed = passed(dossier, &asked, rules)?.into_iter().map(short).collect();
    let offered = as_offered(dossier, lender.key, rules);
    let agreement = lender.agreement.map(|dated| &dated.value);
    let terms = offered.terms(dossier.project.financing()?.remainder, agreement).ok();
    Ok(Offered { lender, passed, schedule: terms.and_then(|terms| schedule(&terms).ok()) })
}

fn shown(
    dossier: &Dossier,
    settings: &Settings,
    schedule: &RepaymentSchedule,
    (dearest, kept): (Euros, Option<&RepaymentSchedule>),
) -> Result<OfferedLoan, Failure> {
    let instalment = monthly(schedule)?;
    let after = dossier.after_project(settings, instalment)?;
    let share = schedule.total_cost.percent_of(dearest).and_then(|percent| u32::try_from(percent.round()).ok());
    Ok(OfferedLoan {
        instalment: instalment_text(schedule, instalment),
        total_cost: schedule.total_cost.into(),
        share: share.unwrap_or_default(),
        months: counted(schedule.terms.months, "mois", "mois"),
        last: schedule.last().map(|line| line.total.to_string()).unwrap_or_default(),
        rate: schedule.terms.annual_rate.to_string(),
        taeg: taeg(schedule).map_or_else(|_| "–".to_owned(), |taeg| taeg.to_string()),
        fee: schedule.terms.fee.to_string(),
        total_paid: schedule.total_paid.to_string(),
        reste_a_vivre: after.map(|after| after.reste_a_vivre.to_string()).unwrap_or_default(),
        beside: match kept {
            Some(kept) => beside(schedule, kept)?,
            None => String::new(),
        },
    })
}

/// What it costs and asks a month beside the one kept.
fn beside(offer: &RepaymentSchedule, kept: &RepaymentSchedule) -> Result<String, Failure> {
    let cost = offer.total_cost.minus(kept.total_cost)?;
    let month = monthly(offer)?.minus(monthly(kept)?)?;
    let costs = more_or_less(cost)?.map_or("coûte autant".to_owned(), |more| format!("coûte {more}"));
    let asks = more_or_less(month)?.map_or("demande autant".to_owned(), |more| format!("demande {more}"));
    let word = if cost.is_negative() == month.is_negative() { "et" } else { "mais" };
    Ok(spaced(&format!("{costs} {word} {asks} par mois")))
}

/// `7,17 € de moins`; nothing when it is the same.
fn more_or_less(difference: Euros) -> Result<Option<String>, Failure> {
    if difference.is_zero() {
        return Ok(None);
    }
    if difference.is_negative() {
        return Ok(Some(format!("{} de moins", Euros::ZERO.minus(difference)?)));
    }
    Ok(Some(format!("{difference} de plus")))
}
