//! What is stated of the simulation: what its fields hold, what an empty one follows from, which ones are offered.
//!
//! Beyond amount, months, rate and days, a condition is offered only where the agreement allows it, or once it is
//! stated; with no lender chosen yet, where at least one allows it.

use chrono::{Months, NaiveDate};
use domain::dossier::{Dossier, TermsOrigin};
use domain::loan::{FeePayment, Insurance, InsuranceRequirement, LoanTerms, Rate};
use domain::money::Euros;
use domain::settings::{LenderAgreement, ListKey, LoanFrame, RulesAt};
use domain::simulation::Simulation;
use domain::words::{counted, numeric_date, of_the, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::field::{SimulationField, later_text};
use crate::office::clause::loans_of;
use app::failure::Failure;

/// The simulation as fields hold it: empty follows from the plan or the agreement, or is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[expect(missing_docs, reason = "each field is the field of domain::simulation::Simulation as text")]
pub struct SimulationFields {
    pub lender: String,
    pub product: String,
    pub amount: String,
    pub months: String,
    pub rate: String,
    pub deferred: String,
    pub interest_only: String,
    pub interest_only_later: String,
    pub fee: String,
    pub fee_payment: String,
    pub insurance: String,
    pub insurance_rate: String,
    pub insurance_requirement: String,
    pub disbursed_on: String,
    pub first_due_on: String,
    pub debit_day: String,
}

/// What an empty field follows from; empty when from nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SimulationFollows {
    /// `Montant repris du plan de financement : 3 050,00 € − 400,00 € d’aide − 250,00 € d’épargne.`; what the plan asks
    /// for beside another amount.
    pub amount: String,
    /// `4,00 %, convention de la Banque du Val`.
    pub rate: String,
    /// `30,00 €, convention de la Banque du Val`.
    pub fee: String,
    /// `payés au début, convention de la Banque du Val`.
    pub fee_payment: String,
    /// `1 mois au plus, convention de la Banque du Val`; empty where it allows none.
    pub deferred: String,
    /// `3 mois au plus, convention de la Banque du Val`; empty where it allows none.
    pub interest_only: String,
    /// `2 mois au plus, convention de la Banque du Val`; empty where it allows none.
    pub interest_only_later: String,
    /// `facultative, convention de la Banque du Val`.
    pub insurance: String,
    /// That the first instalment is less than a month after the money; else empty.
    pub first_due_on: String,
    /// `le 5, convention de la Banque du Val`.
    pub debit_day: String,
}

/// What was signed or granted stands in the fields it settles.
pub(super) fn fields(asked: &Simulation, settled: Option<&LoanTerms>, dossier: &Dossier) -> SimulationFields {
    let key = |key: Option<&ListKey>| key.map(|key| key.as_str().to_owned()).unwrap_or_default();
    let amount = |amount: Option<Euros>| amount.map(Euros::bare).unwrap_or_default();
    let count = |count: u32| if count == 0 { String::new() } else { count.to_string() };
    let day = |day: Option<NaiveDate>| day.map(numeric_date).unwrap_or_default();
    let course = dossier.facts.course();
    let lender = course.lending().or(asked.lender.as_ref());
    let signed = settled.filter(|_| course.contract.is_some());
    let dates = signed.and_then(|terms| terms.dates);
    let insurance = signed.map_or(asked.insurance, |terms| terms.insurance);
    let later = signed.map_or(&asked.interest_only_later, |terms| &terms.interest_only_later);
    let fee_payment = signed.map(|terms| terms.fee_payment).or(asked.fee_payment);
    let debit_day = dates.map_or(asked.debit_day, |dates| dates.debit_day);
    SimulationFields {
        lender: key(lender),
        product: key(asked.product.as_ref()),
        amount: amount(settled.map(|terms| terms.amount).or(asked.amount)),
        months: settled.map(|terms| terms.months).or(asked.months).map(count).unwrap_or_default(),
        rate: settled.map(|terms| terms.annual_rate).or(asked.annual_rate).map(Rate::bare).unwrap_or_default(),
        deferred: count(signed.map_or(asked.deferred, |terms| terms.deferred)),
        interest_only: count(signed.map_or(asked.interest_only, |terms| terms.interest_only)),
        interest_only_later: later_text(later),
        fee: amount(signed.map(|terms| terms.fee).or(asked.fee)),
        fee_payment: fee_payment.map_or("", |word| word.key()).to_owned(),
        insurance: amount(insurance.map(|known| known.monthly).filter(|monthly| !monthly.is_zero())),
        insurance_rate: insurance_rate(insurance),
        insurance_requirement: insurance
            .map_or(InsuranceRequirement::Optional, |known| known.requirement)
            .key()
            .to_owned(),
        disbursed_on: day(dates.map(|dates| dates.disbursed_on).or(asked.disbursed_on)),
        first_due_on: day(dates.map(|dates| dates.first_due_on).or(asked.first_due_on)),
        debit_day: debit_day.map(count).unwrap_or_default(),
    }
}

fn insurance_rate(insurance: Option<Insurance>) -> String {
    let rate = insurance.map(|known| known.on_outstanding).filter(|rate| *rate > Rate::ZERO);
    rate.map(Rate::bare).unwrap_or_default()
}

/// Where the amount comes from, or what the financing plan asks for instead; empty without a plan nor an amount asked for.
fn amount_from_plan(dossier: &Dossier) -> Result<String, Failure> {
    let plan = dossier.financing()?;
    if plan.cost.is_zero() && dossier.simulation.amount.is_none() && dossier.left_to_lend()?.is_some() {
        return Ok(spaced("Montant repris de la demande : le plan de financement est à faire."));
    }
    if plan.remainder.is_zero() {
        return Ok(String::new());
    }
    if dossier.simulation.amount.is_some_and(|amount| amount != plan.remainder) {
        return Ok(spaced(&format!("Le plan de financement, lui, demande {}.", plan.remainder)));
    }
    let less = |sum: Euros, of: &str| if sum.is_zero() { String::new() } else { format!(" − {sum} {of}") };
    let (aids, own) = (less(plan.aids, "d’aide"), less(plan.own_share, "d’épargne"));
    Ok(spaced(&format!("Montant repris du plan de financement : {}{aids}{own}.", plan.cost)))
}

/// What each empty field follows from.
pub(super) fn follows(dossier: &Dossier, rules: &RulesAt<'_>) -> Result<SimulationFollows, Failure> {
    let lender = dossier.simulation.lender.as_ref().and_then(|key| rules.lender(key));
    let agreement = lender.and_then(|lender| lender.agreement).map(|dated| &dated.value);
    let (frame, amount) = (LoanFrame::of(&dossier.simulation, rules), dossier.loan_amount()?);
    let months = dossier.simulation.months;
    let rate = frame.rate(amount, months);
    let only = frame.rate_line(amount, months).map(|line| format!(" ({})", loans_of(line, |key| rules.product(key))));
    let only = only.unwrap_or_default();
    let of_agreement = |value: Option<String>| {
        let name = lender.map(|lender| lender.lender.name.to_string()).unwrap_or_default();
        value.map(|value| spaced(&format!("{value}, convention {}", of_the(&name)))).unwrap_or_default()
    };
    let stated = |of: fn(&LenderAgreement) -> Option<String>| agreement.and_then(of);
    Ok(SimulationFollows {
        amount: amount_from_plan(dossier)?,
        rate: of_agreement(rate.map(|rate| format!("{rate}{only}"))),
        fee: of_agreement(stated(|agreement| agreement.file_fee.map(|fee| fee.to_string()))),
        fee_payment: of_agreement(stated(|agreement| {
            agreement.fee_payment.map(|payment| fee_paid(payment).to_owned())
        })),
        deferred: of_agreement(stated(|agreement| at_most(agreement.deferred_max))),
        interest_only: of_agreement(stated(|agreement| at_most(agreement.interest_only_max))),
        interest_only_later: of_agreement(stated(|agreement| at_most(agreement.interest_only_later_max))),
        insurance: of_agreement(stated(|agreement| {
            agreement.insurance.map(|asked| super::offers::insurance(asked).to_owned())
        })),
        first_due_on: if is_first_due_early(dossier) {
            spaced("Attention : moins d’un mois après le versement. À vérifier avec la banque.")
        } else {
            String::new()
        },
        debit_day: of_agreement(stated(|agreement| agreement.debit_day.map(|day| format!("le {day}")))),
    })
}

/// Whether the first instalment typed comes less than a month after the payment, while nothing is agreed yet.
fn is_first_due_early(dossier: &Dossier) -> bool {
    let asked = &dossier.simulation;
    let soonest = asked.disbursed_on.and_then(|paid| paid.checked_add_months(Months::new(1)));
    let early = asked.first_due_on.zip(soonest).is_some_and(|(first, soonest)| first < soonest);
    early && dossier.terms_origin() == TermsOrigin::Simulated
}

/// When a fee is paid, after « frais ».
pub(super) fn fee_paid(payment: FeePayment) -> &'static str {
    match payment {
        FeePayment::AtStart => "payés au début",
        FeePayment::Financed => "prêtés avec le reste",
    }
}

fn at_most(most: Option<u32>) -> Option<String> {
    most.filter(|months| *months > 0).map(|months| format!("{} au plus", counted(months, "mois", "mois")))
}

/// The other conditions a lender's agreement allows, and those every loan may have; of several agreements, any of them.
pub(crate) fn allowed_conditions(agreements: &[&LenderAgreement]) -> Vec<SimulationField> {
    let allows = |most: fn(&LenderAgreement) -> Option<u32>| {
        agreements.iter().any(|agreement| most(agreement).is_some_and(|most| most > 0))
    };
    let has_fee = agreements.iter().any(|agreement| agreement.file_fee.is_some_and(|fee| !fee.is_zero()));
    kept([
        (SimulationField::Fee, true),
        (SimulationField::FeePayment, has_fee),
        (SimulationField::Insurance, true),
        (SimulationField::InsuranceRate, true),
        (SimulationField::Deferred, allows(|agreement| agreement.deferred_max)),
        (SimulationField::InterestOnly, allows(|agreement| agreement.interest_only_max)),
        (SimulationField::InterestOnlyLater, allows(|agreement| agreement.interest_only_later_max)),
        (SimulationField::DebitDay, true),
    ])
    .collect()
}

/// The other conditions that are offered: what the agreement allows, and what is stated.
pub(super) fn offered_conditions(dossier: &Dossier, rules: &RulesAt<'_>) -> Vec<SimulationField> {
    let asked = &dossier.simulation;
    let chosen = asked.lender.as_ref().and_then(|key| rules.lender(key));
    let agreements: Vec<&LenderAgreement> = match chosen {
        Some(lender) => lender.agreement.map(|dated| &dated.value).into_iter().collect(),
        None => rules.lenders().filter_map(|lender| lender.agreement).map(|dated| &dated.value).collect(),
    };
    let stated = kept([
        (SimulationField::FeePayment, asked.fee_payment.is_some() || asked.fee.is_some_and(|fee| !fee.is_zero())),
        (SimulationField::InsuranceRequirement, asked.insurance.is_some()),
        (SimulationField::Deferred, asked.deferred > 0),
        (SimulationField::InterestOnly, asked.interest_only > 0),
        (SimulationField::InterestOnlyLater, !asked.interest_only_later.is_empty()),
    ]);
    let mut offered = allowed_conditions(&agreements);
    for field in stated {
        if !offered.contains(&field) {
            offered.push(field);
        }
    }
    offered
}

fn kept<const N: usize>(fields: [(SimulationField, bool); N]) -> impl Iterator<Item = SimulationField> {
    fields.into_iter().filter_map(|(field, is_kept)| is_kept.then_some(field))
}
