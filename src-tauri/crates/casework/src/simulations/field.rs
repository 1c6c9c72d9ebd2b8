//! The fields of the simulation: their names in sentences and in the access journal, and how each is read.

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::loan::{Insurance, InsuranceRequirement, LoanTerms, Rate};
use domain::money::Euros;
use domain::settings::{LenderAgreement, ListKey, RulesAt};
use domain::simulation::Simulation;
use domain::words::Word;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change::with_agreement;
use app::caller::Moment;
use app::failure::Failure;
use app::reading;

/// A field of the simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the field of domain::simulation::Simulation")]
pub enum SimulationField {
    Lender,
    Product,
    Amount,
    Months,
    Rate,
    Deferred,
    InterestOnly,
    InterestOnlyLater,
    Fee,
    FeePayment,
    Insurance,
    InsuranceRate,
    InsuranceRequirement,
    DisbursedOn,
    FirstDueOn,
    DebitDay,
}

impl SimulationField {
    /// Whether a lender that granted the loan settled it.
    pub(super) fn is_granted(self) -> bool {
        match self {
            Self::Lender | Self::Product | Self::Amount | Self::Months | Self::Rate => true,
            Self::Deferred
            | Self::InterestOnly
            | Self::InterestOnlyLater
            | Self::Fee
            | Self::FeePayment
            | Self::Insurance
            | Self::InsuranceRate
            | Self::InsuranceRequirement
            | Self::DisbursedOn
            | Self::FirstDueOn
            | Self::DebitDay => false,
        }
    }

    /// The field after « Modification ».
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Lender => "de la banque de la simulation",
            Self::Product => "du produit de la simulation",
            Self::Amount => "du montant simulé",
            Self::Months => "de la durée simulée",
            Self::Rate => "du taux simulé",
            Self::Deferred => "des mois sans rien payer",
            Self::InterestOnly | Self::InterestOnlyLater => "des mois d’intérêts seuls",
            Self::Fee | Self::FeePayment => "des frais de dossier",
            Self::Insurance | Self::InsuranceRate | Self::InsuranceRequirement => "de l’assurance",
            Self::DisbursedOn => "de la date du versement simulé",
            Self::FirstDueOn => "de la date de la première échéance",
            Self::DebitDay => "du jour de prélèvement",
        }
    }

    /// The field's name in the access journal, which keeps names and never values.
    pub(super) fn recorded_as(self) -> &'static str {
        match self {
            Self::Lender => "simulation_lender",
            Self::Product => "simulation_product",
            Self::Amount => "simulation_amount",
            Self::Months => "simulation_months",
            Self::Rate => "simulation_rate",
            Self::Deferred => "simulation_deferred",
            Self::InterestOnly | Self::InterestOnlyLater => "simulation_interest_only",
            Self::Fee | Self::FeePayment => "simulation_fee",
            Self::Insurance | Self::InsuranceRate | Self::InsuranceRequirement => "simulation_insurance",
            Self::DisbursedOn => "simulation_disbursed_on",
            Self::FirstDueOn => "simulation_first_due_on",
            Self::DebitDay => "simulation_debit_day",
        }
    }
}

/// Puts what was typed in a field; refusals are at `value`.
pub(super) fn set(
    asked: &mut Simulation,
    (field, typed): (SimulationField, &str),
    rules: &RulesAt<'_>,
    moment: &Moment,
) -> Result<(), Failure> {
    const AT: &str = "value";
    match field {
        SimulationField::Lender => asked.lender = lender(typed, rules)?,
        SimulationField::Product => asked.product = product(typed, rules)?,
        SimulationField::Amount => asked.amount = reading::amount(typed, AT)?,
        SimulationField::Months => asked.months = reading::whole(typed, AT)?,
        SimulationField::Rate => asked.annual_rate = reading::rate(typed, AT)?,
        SimulationField::Deferred => asked.deferred = reading::whole(typed, AT)?.unwrap_or_default(),
        SimulationField::InterestOnly => asked.interest_only = reading::whole(typed, AT)?.unwrap_or_default(),
        SimulationField::InterestOnlyLater => asked.interest_only_later = later_months(typed, AT)?,
        SimulationField::Fee => asked.fee = reading::amount(typed, AT)?,
        SimulationField::FeePayment => asked.fee_payment = word_or_nothing(typed, AT)?,
        SimulationField::Insurance => {
            let monthly = reading::amount(typed, AT)?.unwrap_or(Euros::ZERO);
            asked.insurance = insured(Insurance { monthly, ..insurance(asked, rules) });
        }
        SimulationField::InsuranceRate => {
            let on_outstanding = reading::rate(typed, AT)?.unwrap_or(Rate::ZERO);
            asked.insurance = insured(Insurance { on_outstanding, ..insurance(asked, rules) });
        }
        SimulationField::InsuranceRequirement => {
            let requirement = reading::word(typed, AT)?;
            let first = || Failure::refused("Écrivez d’abord ce que coûte l’assurance.").at(AT);
            asked.insurance = Some(Insurance { requirement, ..asked.insurance.ok_or_else(first)? });
        }
        SimulationField::DisbursedOn => asked.disbursed_on = day(typed, moment)?,
        SimulationField::FirstDueOn => asked.first_due_on = day(typed, moment)?,
        SimulationField::DebitDay => asked.debit_day = debit_day(typed, AT)?,
    }
    Ok(())
}

/// The numbers of later months of interest only, as typed: `13, 25`; each once, ascending.
pub(super) fn later_months(typed: &str, field: &str) -> Result<Vec<u32>, Failure> {
    let refused = || {
        Failure::refused("Ces mois s’écrivent par leur numéro dans l’échéancier.")
            .remedy("Séparez les numéros par des virgules : 13, 25.")
            .at(field)
    };
    let most = LoanTerms::MONTHS_LIMIT;
    let parts = typed.split([',', ';', ' ', '\u{a0}', '\u{202f}']).filter(|part| !part.is_empty());
    let mut months = Vec::new();
    for part in parts.filter(|part| *part != "et") {
        let number = reading::whole(part, field).ok().flatten().ok_or_else(refused)?;
        if !(1..=most).contains(&number) {
            return Err(Failure::refused(&format!("Un échéancier va du mois 1 au mois {most}.")).at(field));
        }
        months.push(number);
    }
    months.sort_unstable();
    months.dedup();
    Ok(months)
}

/// The numbers as a field holds them: `13, 25`.
pub(super) fn later_text(months: &[u32]) -> String {
    months.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// A day of the month instalments are debited on, or nothing.
pub(super) fn debit_day(typed: &str, field: &str) -> Result<Option<u32>, Failure> {
    let day = reading::whole(typed, field)?;
    if day.is_some_and(|day| !(1..=31).contains(&day)) {
        return Err(Failure::refused("Le jour de prélèvement va de 1 à 31.").at(field));
    }
    Ok(day)
}

/// A word of the vocabulary by its key, or nothing.
pub(super) fn word_or_nothing<W: Word>(typed: &str, field: &str) -> Result<Option<W>, Failure> {
    if typed.is_empty() { Ok(None) } else { reading::word(typed, field).map(Some) }
}

/// An insurance that costs something, or none.
pub(super) fn insured(insurance: Insurance) -> Option<Insurance> {
    let costs = !insurance.monthly.is_zero() || insurance.on_outstanding > Rate::ZERO;
    costs.then_some(insurance)
}

/// The insurance a first cost is added to: required where the agreement makes it a condition.
pub(super) fn no_insurance(agreement: Option<&LenderAgreement>) -> Insurance {
    let stated = agreement.and_then(|agreement| agreement.insurance);
    Insurance {
        monthly: Euros::ZERO,
        on_outstanding: Rate::ZERO,
        requirement: stated.unwrap_or(InsuranceRequirement::Optional),
    }
}

fn insurance(asked: &Simulation, rules: &RulesAt<'_>) -> Insurance {
    let agreement = asked.lender.as_ref().and_then(|key| rules.lender(key)?.agreement).map(|dated| &dated.value);
    asked.insurance.unwrap_or_else(|| no_insurance(agreement))
}

fn lender(typed: &str, rules: &RulesAt<'_>) -> Result<Option<ListKey>, Failure> {
    if typed.is_empty() {
        return Ok(None);
    }
    let key = ListKey::new(typed);
    with_agreement(&key, rules).map_err(|failure| failure.at("value"))?;
    Ok(Some(key))
}

fn product(typed: &str, rules: &RulesAt<'_>) -> Result<Option<ListKey>, Failure> {
    if typed.is_empty() {
        return Ok(None);
    }
    let key = ListKey::new(typed);
    let offered = rules.product(&key).filter(|product| !product.value.retired);
    offered.ok_or_else(|| Failure::from(domain::settings::ListRefused).at("value"))?;
    Ok(Some(key))
}

fn day(typed: &str, moment: &Moment) -> Result<Option<NaiveDate>, Failure> {
    reading::date(typed, "value", moment, Toward::Future)
}
