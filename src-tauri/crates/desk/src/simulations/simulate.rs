//! The simulator without a dossier, and that of the command line.

use domain::calendar::Toward;
use domain::loan::{
    Insurance, InsuranceRequirement, LoanDates, LoanTerms, Rate, RepaymentSchedule, schedule, taeg as taeg_of,
};
use domain::money::Euros;
use domain::settings::{LenderAgreement, ListKey, RulesAt};
use domain::simulation::Simulation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::limits::{passed_by_terms, refusal};
use super::shown_loan::LoanShown;
use super::taeg::plain;
use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::reading;

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
    /// How many of the first ones pay interest alone.
    pub interest_only: String,
    /// The file fee; the lender's agreement gives it when empty.
    pub fee: String,
    /// What an insurance costs a month.
    pub insurance_monthly: String,
    /// Whether the loan asks for that insurance.
    pub insurance_required: bool,
    /// The day the money is paid.
    pub disbursed: String,
    /// The day of the first instalment.
    pub first_due: String,
}

/// A loan worked out: as programs read it, then in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Simulated {
    /// Every instalment.
    pub instalments: Vec<PlainInstalment>,
    /// All the interest, with a point: `84.39`.
    pub total_interest: String,
    /// What the loan costs, with a point.
    pub total_cost: String,
    /// The TAEG, with a point and two decimals.
    pub taeg: String,
    /// The same in words.
    pub loan: LoanShown,
}

/// One instalment, amounts with a point and two decimals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[expect(missing_docs, reason = "each field is the field of domain::loan::Instalment")]
pub struct PlainInstalment {
    pub number: u32,
    /// ISO; absent without dates.
    pub due: Option<String>,
    pub principal: String,
    pub interest: String,
    pub insurance: String,
    pub total: String,
    pub outstanding: String,
}

/// Works out a loan that belongs to no dossier; the office is read only for a lender's agreement.
pub fn simulate(desk: &Desk, input: LoanTyped, moment: &Moment) -> Result<Simulated, Failure> {
    let terms = if input.lender.is_empty() {
        terms(&input, None, moment)?
    } else {
        let settings = desk.read(settings)?;
        within_agreement(&input, &settings.at(moment.today), moment)?
    };
    let schedule = schedule(&terms).map_err(as_typed)?;
    let taeg = taeg_of(&schedule).map_err(|refused| Failure::from(refused).at("amount"))?;
    Ok(Simulated {
        instalments: instalments(&schedule),
        total_interest: pointed(schedule.total_interest),
        total_cost: pointed(schedule.total_cost),
        taeg: plain(taeg),
        loan: LoanShown::of(&schedule)?,
    })
}

/// The terms with a lender, or the first limit of its agreement they pass.
fn within_agreement(input: &LoanTyped, rules: &RulesAt<'_>, moment: &Moment) -> Result<LoanTerms, Failure> {
    let key = ListKey(input.lender.clone());
    super::change::with_agreement(&key, rules).map_err(|refused| refused.at("lender"))?;
    let agreement = rules.lender(&key).and_then(|lender| lender.agreement).map(|dated| &dated.value);
    let terms = terms(input, agreement, moment)?;
    match passed_by_terms(&terms, &key, rules).first() {
        Some(first) => {
            let asked = Simulation { lender: Some(key), ..Simulation::default() };
            Err(refusal(*first, &asked, rules))
        }
        None => Ok(terms),
    }
}

fn terms(input: &LoanTyped, agreement: Option<&LenderAgreement>, moment: &Moment) -> Result<LoanTerms, Failure> {
    let needed = |sentence: &str, field: &str| Failure::refused(sentence).at(field);
    let rate = reading::rate(&input.annual_rate, "annual_rate")?.or(agreement.and_then(|agreement| agreement.rate));
    let fee = reading::amount(&input.fee, "fee")?.or(agreement.and_then(|agreement| agreement.file_fee));
    let insurance = reading::amount(&input.insurance_monthly, "insurance_monthly")?.filter(|sum| !sum.is_zero());
    let requirement =
        if input.insurance_required { InsuranceRequirement::Required } else { InsuranceRequirement::Optional };
    let amount = reading::amount(&input.amount, "amount")?.ok_or_else(|| needed("Le montant manque.", "amount"))?;
    let annual_rate =
        rate.ok_or_else(|| needed("Le taux manque : écrivez-le, ou choisissez une banque.", "annual_rate"))?;
    let months = reading::whole(&input.months, "months")?.ok_or_else(|| needed("La durée manque.", "months"))?;
    Ok(LoanTerms {
        interest_only: reading::whole(&input.interest_only, "interest_only")?.unwrap_or_default(),
        fee: fee.unwrap_or(Euros::ZERO),
        insurance: insurance.map(|monthly| Insurance { monthly, on_outstanding: Rate::ZERO, requirement }),
        dates: dates(input, moment)?,
        ..LoanTerms::of(amount, annual_rate, months)
    })
}

/// The days are known together or not at all.
fn dates(input: &LoanTyped, moment: &Moment) -> Result<Option<LoanDates>, Failure> {
    let day = |typed: &str, field| reading::date(typed, field, moment, Toward::Future);
    match (day(&input.disbursed, "disbursed")?, day(&input.first_due, "first_due")?) {
        (Some(disbursed_on), Some(first_due_on)) => Ok(Some(LoanDates { disbursed_on, first_due_on, debit_day: None })),
        (None, None) => Ok(None),
        (Some(_), None) => Err(Failure::refused("La date de la première échéance manque.").at("first_due")),
        (None, Some(_)) => Err(Failure::refused("La date du versement manque.").at("disbursed")),
    }
}

/// The refusal at the field of this form.
fn as_typed(refused: domain::loan::TermsRefused) -> Failure {
    let failure = Failure::from(refused);
    match failure.field.as_deref() {
        Some("first_due_on") => failure.at("first_due"),
        Some("insurance") => failure.at("insurance_monthly"),
        None => failure.at("amount"),
        Some(_) => failure,
    }
}

fn instalments(schedule: &RepaymentSchedule) -> Vec<PlainInstalment> {
    let lines = schedule.instalments.iter();
    lines
        .map(|line| PlainInstalment {
            number: line.number,
            due: line.due.map(|due| due.to_string()),
            principal: pointed(line.principal),
            interest: pointed(line.interest),
            insurance: pointed(line.insurance),
            total: pointed(line.total),
            outstanding: pointed(line.outstanding),
        })
        .collect()
}

/// An amount as programs read it: `1919.82`.
fn pointed(amount: Euros) -> String {
    rust_decimal::Decimal::new(amount.cents(), 2).to_string()
}
