//! A loan typed outside any dossier, read as a simulation: what is empty follows from the lender's agreement.

use domain::calendar::Toward;
use domain::loan::{Insurance, InsuranceRequirement, LoanTerms, Rate};
use domain::money::Euros;
use domain::settings::{LenderAgreement, ListKey, LoanFrame, RulesAt};
use domain::simulation::{Simulation, SimulationLack};
use serde::Deserialize;
use ts_rs::TS;

use super::field::{debit_day, insured, later_months, no_insurance, word_or_nothing};
use super::limits::passed_by_terms;
use app::caller::Moment;
use app::failure::{Failure, LimitNames};
use app::reading;

/// A loan as typed; empty is none, or the lender's own.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoanTyped {
    /// The sum lent; needed.
    pub amount: String,
    /// The yearly rate; the lender's agreement gives it when empty.
    pub annual_rate: String,
    /// The lender whose agreement the loan keeps within; none when empty.
    pub lender: String,
    /// How many instalments in all; needed.
    pub months: String,
    /// How many of the first ones pay nothing.
    #[serde(default)]
    pub deferred: String,
    /// How many of the next ones pay interest alone.
    pub interest_only: String,
    /// Numbers of later ones that pay interest alone: `13, 25`.
    #[serde(default)]
    pub interest_only_later: String,
    /// The file fee; the lender's agreement gives it when empty.
    pub fee: String,
    /// When the fee is paid; as the agreement says when empty.
    #[serde(default)]
    pub fee_payment: String,
    /// What an insurance costs a month.
    pub insurance_monthly: String,
    /// Its yearly rate on what is still owed.
    #[serde(default)]
    pub insurance_rate: String,
    /// Whether the loan asks for that insurance.
    pub insurance_required: bool,
    /// The day the money is paid.
    pub disbursed: String,
    /// The day of the first instalment; follows from the debit day when empty.
    pub first_due: String,
    /// The day of the month the others are debited on; the agreement's when empty.
    #[serde(default)]
    pub debit_day: String,
    /// What interest the first period bears; as the agreement says when empty.
    #[serde(default)]
    pub first_period: String,
    /// The TAEG of a revolving credit to compare with; the office's when empty.
    #[serde(default)]
    pub revolving_taeg: String,
}

/// The terms of a loan as typed, within the agreement of its lender; the first limit passed is refused at its field.
pub(super) fn typed_terms(
    input: &LoanTyped,
    rules: Option<&RulesAt<'_>>,
    moment: &Moment,
) -> Result<LoanTerms, Failure> {
    let key = (!input.lender.is_empty()).then(|| ListKey::new(&input.lender));
    let lender = key.as_ref().zip(rules);
    if let Some((key, rules)) = lender {
        super::change::with_agreement(key, rules).map_err(|refused| refused.at("lender"))?;
    }
    let agreement = lender.and_then(|(key, rules)| rules.lender(key)?.agreement).map(|dated| &dated.value);
    let asked = Simulation { lender: key.clone(), ..read(input, agreement, moment)? };
    check_dates(&asked, agreement)?;
    let frame = rules.map(|rules| LoanFrame::of(&asked, rules)).unwrap_or_default();
    let terms = asked.terms(None, &frame).map_err(lacking)?;
    let first_period = word_or_nothing(&input.first_period, "first_period")?.unwrap_or(terms.first_period);
    let terms = LoanTerms { first_period, ..terms };
    let passed = lender.and_then(|(key, rules)| Some((passed_by_terms(&terms, key, rules).first().copied()?, rules)));
    match passed {
        Some((first, rules)) => Err(LimitNames::of(&asked, rules).refusal(first)),
        None => Ok(terms),
    }
}

fn read(input: &LoanTyped, agreement: Option<&LenderAgreement>, moment: &Moment) -> Result<Simulation, Failure> {
    let day = |typed: &str, field| reading::date(typed, field, moment, Toward::Future);
    Ok(Simulation {
        amount: reading::amount(&input.amount, "amount")?,
        annual_rate: reading::rate(&input.annual_rate, "annual_rate")?,
        months: reading::whole(&input.months, "months")?,
        deferred: reading::whole(&input.deferred, "deferred")?.unwrap_or_default(),
        interest_only: reading::whole(&input.interest_only, "interest_only")?.unwrap_or_default(),
        interest_only_later: later_months(&input.interest_only_later, "interest_only_later")?,
        fee: reading::amount(&input.fee, "fee")?,
        fee_payment: word_or_nothing(&input.fee_payment, "fee_payment")?,
        insurance: insurance(input, agreement)?,
        disbursed_on: day(&input.disbursed, "disbursed")?,
        first_due_on: day(&input.first_due, "first_due")?,
        debit_day: debit_day(&input.debit_day, "debit_day")?,
        ..Simulation::default()
    })
}

fn insurance(input: &LoanTyped, agreement: Option<&LenderAgreement>) -> Result<Option<Insurance>, Failure> {
    let usual = no_insurance(agreement);
    let requirement = if input.insurance_required { InsuranceRequirement::Required } else { usual.requirement };
    Ok(insured(Insurance {
        monthly: reading::amount(&input.insurance_monthly, "insurance_monthly")?.unwrap_or(Euros::ZERO),
        on_outstanding: reading::rate(&input.insurance_rate, "insurance_rate")?.unwrap_or(Rate::ZERO),
        requirement,
    }))
}

/// The days are known together or not at all.
fn check_dates(asked: &Simulation, agreement: Option<&LenderAgreement>) -> Result<(), Failure> {
    let first_due_on = asked.first_due_on.or_else(|| asked.proposed_first_due(agreement));
    match (asked.disbursed_on, first_due_on) {
        (Some(_), Some(_)) | (None, None) => Ok(()),
        (Some(_), None) => Err(Failure::refused("La date de la première échéance manque.").at("first_due")),
        (None, Some(_)) => Err(Failure::refused("La date du versement manque.").at("disbursed")),
    }
}

fn lacking(lack: SimulationLack) -> Failure {
    match lack {
        SimulationLack::Amount => Failure::refused("Le montant manque.").at("amount"),
        SimulationLack::Months => Failure::refused("La durée manque.").at("months"),
        SimulationLack::Rate => {
            Failure::refused("Le taux manque : écrivez-le, ou choisissez une banque.").at("annual_rate")
        }
    }
}
