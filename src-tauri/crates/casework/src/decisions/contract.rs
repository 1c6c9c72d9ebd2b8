//! The contract: its own figures as typed, and the terms they make.
//!
//! What is left empty is what was granted. The instalment the contract states is the one the schedule follows.

use chrono::{Months, NaiveDate};
use domain::dossier::{Contract, Fact, FactRefused, Facts, Precision, WithdrawalPeriod};
use domain::loan::{Insurance, InsuranceRequirement, LoanDates, LoanTerms, Rate, StatedFigures, differences};
use domain::money::Euros;
use domain::settings::{ListKey, RulesAt};
use domain::simulation::first_debit;
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::read::{FormReading, amount_of, known_lender, months_of, needed};
use crate::explained::ExplainedView;
use app::failure::Failure;
use app::reading;

/// The contract as typed; what is left empty is what was granted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ContractForm {
    /// The day it was signed; today when empty.
    pub signed_on: String,
    /// The lender; the one that approved when empty.
    pub lender: String,
    /// The amount.
    pub amount: String,
    /// The yearly rate.
    pub annual_rate: String,
    /// The months.
    pub months: String,
    /// The level instalment the contract states; worked out when empty.
    pub instalment: String,
    /// The first instalment the contract states, where it is not that of the other months.
    pub first_instalment: String,
    /// The last instalment the contract states.
    pub last_instalment: String,
    /// The TAEG the contract states.
    pub taeg: String,
    /// Months in which nothing is paid.
    pub deferred: String,
    /// Months of interest only.
    pub interest_only: String,
    /// The file fee.
    pub fee: String,
    /// The monthly insurance; none when empty.
    pub insurance_monthly: String,
    /// The yearly rate of the insurance on what is owed; none when empty.
    pub insurance_on_outstanding: String,
    /// Whether it is a condition of the loan.
    pub insurance_requirement: String,
    /// The day the funds are to be released.
    pub disbursed_on: String,
    /// The day of the first instalment.
    pub first_due_on: String,
    /// The number the bank gives the loan.
    pub bank_reference: String,
}

/// One figure the contract states otherwise than Étrier works out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StatedDifference")]
pub struct StatedDifferenceView {
    /// What it is.
    pub label: String,
    /// `selon le contrat : 70,87 €`.
    pub stated: String,
    /// `calculé : 70,86 €`.
    pub reckoned: String,
    /// Where the difference comes from; absent when no usual reason gives it.
    pub explained: Option<ExplainedView>,
    /// What to ask the bank, where nothing explains it; else empty.
    pub question: String,
}

/// What a contract states otherwise than its terms give.
pub(crate) fn stated_differences(contract: &Contract) -> Vec<StatedDifferenceView> {
    let told = differences(&contract.terms, &contract.stated);
    told.into_iter()
        .map(|told| {
            let asks = format!(
                "À demander à la banque : {}, {} au contrat. Aux mêmes conditions, nous trouvons {}. D’où vient l’écart ?",
                told.label, told.stated, told.reckoned
            );
            StatedDifferenceView {
                label: words::spaced(told.label),
                stated: words::spaced(&format!("selon le contrat : {}", told.stated)),
                reckoned: words::spaced(&format!("calculé : {}", told.reckoned)),
                question: if told.why.is_some() { String::new() } else { words::spaced(&asks) },
                explained: told.why.map(ExplainedView::from),
            }
        })
        .collect()
}

pub(super) fn contract_form(contract: &Contract) -> ContractForm {
    let terms = &contract.terms;
    let insurance = terms.insurance;
    let amount = |amount: Option<Euros>| amount.map(Euros::bare).unwrap_or_default();
    let on_outstanding = insurance.map(|insurance| insurance.on_outstanding).filter(|rate| *rate != Rate::ZERO);
    ContractForm {
        signed_on: words::numeric_date(contract.signed_on),
        lender: contract.lender.as_str().to_owned(),
        amount: terms.amount.bare(),
        annual_rate: terms.annual_rate.bare(),
        months: terms.months.to_string(),
        instalment: amount(contract.stated.instalment),
        first_instalment: amount(contract.stated.first_instalment),
        last_instalment: amount(contract.stated.last_instalment),
        taeg: contract.stated.taeg.map(Rate::bare).unwrap_or_default(),
        deferred: terms.deferred.to_string(),
        interest_only: terms.interest_only.to_string(),
        fee: terms.fee.bare(),
        insurance_monthly: amount(insurance.map(|insurance| insurance.monthly)),
        insurance_on_outstanding: on_outstanding.map(Rate::bare).unwrap_or_default(),
        insurance_requirement: insurance
            .map_or(InsuranceRequirement::Optional, |insurance| insurance.requirement)
            .key()
            .to_owned(),
        disbursed_on: terms.dates.map(|dates| words::numeric_date(dates.disbursed_on)).unwrap_or_default(),
        first_due_on: terms.dates.map(|dates| words::numeric_date(dates.first_due_on)).unwrap_or_default(),
        bank_reference: contract.bank_reference.to_string(),
    }
}

/// The day kept for a release known by its month or its year, and how it is typed.
pub(super) fn partly_paid(facts: &Facts) -> Option<(NaiveDate, String)> {
    let (fact, paid) = facts.course().disbursement?;
    let known = facts.precision_of(fact);
    (known != Precision::Day).then(|| (paid.on, words::known_date_typed(paid.on, known)))
}

impl FormReading<'_> {
    pub(super) fn contract(&self, form: &ContractForm) -> Result<Contract, Failure> {
        let signed_on = self.day(&form.signed_on, "signed_on")?;
        let rules = self.settings.at(signed_on);
        let course = self.dossier.facts.course();
        let lender = match form.lender.as_str() {
            "" => course.granted().map(|approval| approval.lender.clone()),
            key => Some(known_lender(key, &rules)?),
        };
        let lender = lender.ok_or_else(|| Failure::from(FactRefused::NotApproved).at("lender"))?;
        let approval = course.approvals().iter().rev().find(|approval| approval.lender == lender);
        let known = self.dossier.loan_terms(&rules).ok();
        let known = known.as_ref();
        let amount = approval.and_then(|approval| approval.amount).or(known.map(|terms| terms.amount));
        let months = approval.and_then(|approval| approval.months).or(known.map(|terms| terms.months));
        let granted_rate = approval.and_then(|approval| approval.annual_rate).or(known.map(|terms| terms.annual_rate));
        let rate = reading::rate(&form.annual_rate, "annual_rate")?.or(granted_rate);
        let interest_only = reading::whole(&form.interest_only, "interest_only")?;
        let deferred = reading::whole(&form.deferred, "deferred")?;
        let fee = reading::amount(&form.fee, "fee")?.or(known.map(|terms| terms.fee));
        let amount = amount_of(&form.amount, amount)?;
        let annual_rate = rate.ok_or_else(|| needed("Le taux manque.", "annual_rate"))?;
        let asked = known.cloned().unwrap_or_else(|| LoanTerms::of(amount, annual_rate, 0));
        let terms = LoanTerms {
            amount,
            annual_rate,
            months: months_of(&form.months, months)?,
            interest_only: interest_only.or(known.map(|terms| terms.interest_only)).unwrap_or_default(),
            fee: fee.unwrap_or(Euros::ZERO),
            deferred: deferred.or(known.map(|terms| terms.deferred)).unwrap_or_default(),
            insurance: insurance(form, known)?,
            dates: self.dates(form, &lender, signed_on, &rules)?,
            level: None,
            ..asked
        };
        domain::loan::schedule(&terms)?;
        let stated = stated(form)?;
        let terms = LoanTerms { level: stated.level(&terms), ..terms };
        let terms = LoanTerms { first_period: stated.first_period(&terms), ..terms };
        domain::loan::schedule(&terms)?;
        let bank_reference = reading::line(&form.bank_reference, "bank_reference")?;
        Ok(Contract { signed_on, lender, terms, stated, bank_reference })
    }

    /// The days of the contract: those typed, else those simulated if the law lets them, else the first possible ones.
    fn dates(
        &self,
        form: &ContractForm,
        lender: &ListKey,
        signed_on: NaiveDate,
        rules: &RulesAt<'_>,
    ) -> Result<Option<LoanDates>, Failure> {
        let possible = WithdrawalPeriod::of(signed_on, rules).map_or(signed_on, |period| period.payable_from);
        let simulated = self.dossier.simulation.disbursed_on.filter(|day| *day >= possible);
        let partly = partly_paid(&self.dossier.facts).filter(|(_, typed)| *typed == form.disbursed_on.trim());
        let disbursed_on = match partly {
            Some((kept, _)) => kept,
            None => self.planned(&form.disbursed_on, "disbursed_on")?.or(simulated).unwrap_or(possible),
        };
        let simulation = &self.dossier.simulation;
        let agreement = rules.lender(lender).and_then(|at| at.agreement).map(|dated| &dated.value);
        let debit_day = match self.corrects.map(|before| &before.fact) {
            Some(Fact::ContractSigned(before)) => before.terms.dates.and_then(|dates| dates.debit_day),
            Some(_) | None => simulation.debit_day.or(agreement.and_then(|agreement| agreement.debit_day)),
        };
        let first = simulation.first_due_on.filter(|day| *day > disbursed_on);
        let debited = debit_day.and_then(|day| first_debit(disbursed_on, day));
        let month_later = disbursed_on.checked_add_months(Months::new(1));
        let first_due_on = self.planned(&form.first_due_on, "first_due_on")?.or(first).or(debited).or(month_later);
        Ok(first_due_on.map(|first_due_on| LoanDates { disbursed_on, first_due_on, debit_day }))
    }
}

/// The figures the contract states of its instalments and its cost.
fn stated(form: &ContractForm) -> Result<StatedFigures, Failure> {
    Ok(StatedFigures {
        instalment: reading::amount(&form.instalment, "instalment")?,
        first_instalment: reading::amount(&form.first_instalment, "first_instalment")?,
        last_instalment: reading::amount(&form.last_instalment, "last_instalment")?,
        taeg: reading::rate(&form.taeg, "taeg")?,
    })
}

/// The insurance of the contract: what is not typed is that of the loan known before.
fn insurance(form: &ContractForm, known: Option<&LoanTerms>) -> Result<Option<Insurance>, Failure> {
    let before = known.and_then(|terms| terms.insurance);
    let typed = reading::amount(&form.insurance_monthly, "insurance_monthly")?;
    let monthly = typed.or(before.map(|known| known.monthly)).unwrap_or(Euros::ZERO);
    let rate = reading::rate(&form.insurance_on_outstanding, "insurance_on_outstanding")?;
    let on_outstanding = rate.or(before.map(|known| known.on_outstanding)).unwrap_or(Rate::ZERO);
    if monthly.is_zero() && on_outstanding == Rate::ZERO {
        return Ok(None);
    }
    let requirement = match form.insurance_requirement.as_str() {
        "" => before.map_or(InsuranceRequirement::Optional, |known| known.requirement),
        key => reading::word(key, "insurance_requirement")?,
    };
    Ok(Some(Insurance { monthly, on_outstanding, requirement }))
}
