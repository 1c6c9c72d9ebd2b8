//! The simulation of a dossier as its screen shows it.

use chrono::NaiveDate;
use domain::dossier::{Dossier, DossierId, LoanRefused, TermsOrigin, monthly};
use domain::loan::{InsuranceRequirement, LoanTerms, Rate, RepaymentSchedule, schedule};
use domain::money::Euros;
use domain::settings::{LenderAgreement, ListKey, RulesAt, Settings};
use domain::simulation::Simulation;
use domain::words::{long_date, numeric_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::limits::{LimitView, limit_of};
use super::offers::{OfferView, offers};
use super::shown_loan::LoanShown;
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::{Failure, lacking};
use crate::office::{Desk, settings};
use crate::shown::{Choice, Money, key_of};

/// The simulation of a dossier: its terms, what they make, and every lender's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SimulationView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What fields hold.
    pub fields: SimulationFields,
    /// What an empty field follows from.
    pub follows: SimulationFollows,
    /// Lenders with an agreement in force, and the one chosen.
    pub lenders: Vec<Choice>,
    /// Products in force, and the one chosen.
    pub products: Vec<Choice>,
    /// Whether the terms are those of a contract or of an approval: `Accord du 16 décembre 2026`; else empty.
    pub settled: String,
    /// What it still lacks, one sentence; empty once it is worked out.
    pub lacks: String,
    /// The loan worked out.
    pub loan: Option<LoanShown>,
    /// What is left to live on with it, a share a month; absent without a budget.
    pub reste_a_vivre_after: Option<Money>,
    /// What the product and the lender allow; absent while neither is chosen.
    pub limit: Option<LimitView>,
    /// Every lender, side by side.
    pub offers: Vec<OfferView>,
    /// The warning the law asks on every simulation.
    pub warning: Option<WarningView>,
}

/// The simulation as fields hold it: empty follows from the plan or the agreement, or is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[expect(missing_docs, reason = "each field is the field of domain::simulation::Simulation as text")]
pub struct SimulationFields {
    pub lender: String,
    pub product: String,
    pub amount: String,
    pub months: String,
    pub rate: String,
    pub interest_only: String,
    pub fee: String,
    pub insurance: String,
    pub insurance_requirement: String,
    pub disbursed_on: String,
    pub first_due_on: String,
}

/// What an empty field follows from; empty when from nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SimulationFollows {
    /// `2 400,00 €, le reste du plan`.
    pub amount: String,
    /// `4,00 %, convention de Banque du Val`.
    pub rate: String,
    /// `30,00 €, convention de Banque du Val`.
    pub fee: String,
    /// `3 mois au plus, convention de Banque du Val`; empty where it allows none.
    pub interest_only: String,
}

/// The warning of the law in force on the day of the contract, of the offer, or today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LegalWarning")]
pub struct WarningView {
    /// Its text, printed as it is.
    pub text: String,
    /// Which contracts it is for: `contrats signés depuis le 20 novembre 2026`.
    pub regime: String,
    /// The text of the law.
    pub source: String,
}

/// Shows the simulation of a dossier.
pub fn simulation(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<SimulationView, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    shown(&dossier, &settings, moment)
}

fn shown(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<SimulationView, Failure> {
    let day = dossier.loan_day(moment.today);
    let rules = settings.at(day);
    let origin = dossier.terms_origin();
    let terms = dossier.loan_terms(&rules);
    let worked_out = match &terms {
        Ok(terms) => schedule(terms).map_err(LoanRefused::from),
        Err(refused) => Err(*refused),
    };
    let simulated = origin == TermsOrigin::Simulated;
    Ok(SimulationView {
        dossier: dossier.id,
        fields: fields(&dossier.simulation, terms.as_ref().ok().filter(|_| !simulated), dossier),
        follows: follows(dossier, &rules)?,
        lenders: lenders(dossier, &rules),
        products: products(dossier, &rules),
        settled: settled(origin, day),
        lacks: worked_out.as_ref().err().map(|refused| lack(*refused)).unwrap_or_default(),
        reste_a_vivre_after: reste_a_vivre(dossier, settings, worked_out.as_ref().ok())?,
        loan: worked_out.as_ref().ok().map(LoanShown::of).transpose()?,
        limit: limit_of(dossier, &rules)?,
        offers: if simulated { offers(dossier, settings, &rules)? } else { Vec::new() },
        warning: warning(&rules),
    })
}

fn lack(refused: LoanRefused) -> String {
    match refused {
        LoanRefused::Lacks(lack) => spaced(lacking(lack)),
        LoanRefused::Terms(_) | LoanRefused::TooLarge(_) => Failure::from(refused).message,
    }
}

fn reste_a_vivre(
    dossier: &Dossier,
    settings: &Settings,
    loan: Option<&RepaymentSchedule>,
) -> Result<Option<Money>, Failure> {
    let Some(loan) = loan else { return Ok(None) };
    let after = dossier.after_project(settings, monthly(loan)?)?;
    Ok(after.map(|after| after.reste_a_vivre.into()))
}

/// What was signed or granted stands in the fields it settles.
fn fields(asked: &Simulation, settled: Option<&LoanTerms>, dossier: &Dossier) -> SimulationFields {
    let key = |key: Option<&ListKey>| key.map(|key| key.as_str().to_owned()).unwrap_or_default();
    let amount = |amount: Option<Euros>| amount.map(Euros::bare).unwrap_or_default();
    let count = |count: u32| if count == 0 { String::new() } else { count.to_string() };
    let day = |day: Option<NaiveDate>| day.map(numeric_date).unwrap_or_default();
    let course = dossier.facts.course();
    let lender = course.granted().map(|approval| &approval.lender).or(asked.lender.as_ref());
    let of = |typed: Option<Euros>, from: fn(&LoanTerms) -> Euros| amount(settled.map(from).or(typed));
    let insurance = settled.map_or(asked.insurance, |terms| terms.insurance);
    let dates = settled.and_then(|terms| terms.dates);
    SimulationFields {
        lender: key(lender),
        product: key(asked.product.as_ref()),
        amount: of(asked.amount, |terms| terms.amount),
        months: settled.map(|terms| terms.months).or(asked.months).map(count).unwrap_or_default(),
        rate: settled.map(|terms| terms.annual_rate).or(asked.annual_rate).map(Rate::bare).unwrap_or_default(),
        interest_only: count(settled.map_or(asked.interest_only, |terms| terms.interest_only)),
        fee: of(asked.fee, |terms| terms.fee),
        insurance: amount(insurance.map(|insurance| insurance.monthly)),
        insurance_requirement: key_of(insurance.map_or(InsuranceRequirement::Optional, |known| known.requirement)),
        disbursed_on: day(dates.map(|dates| dates.disbursed_on).or(asked.disbursed_on)),
        first_due_on: day(dates.map(|dates| dates.first_due_on).or(asked.first_due_on)),
    }
}

fn follows(dossier: &Dossier, rules: &RulesAt<'_>) -> Result<SimulationFollows, Failure> {
    let left = dossier.project.financing()?.remainder;
    let lender = dossier.simulation.lender.as_ref().and_then(|key| rules.lender(key));
    let of_agreement = |stated: fn(&LenderAgreement) -> Option<String>| {
        let agreement = lender.and_then(|lender| lender.agreement).and_then(|dated| stated(&dated.value));
        let name = lender.map(|lender| lender.lender.name.to_string()).unwrap_or_default();
        agreement.map(|value| spaced(&format!("{value}, convention de {name}"))).unwrap_or_default()
    };
    Ok(SimulationFollows {
        amount: if left.is_zero() { String::new() } else { format!("{left}, le reste du plan") },
        rate: of_agreement(|agreement| agreement.rate.map(|rate| rate.to_string())),
        fee: of_agreement(|agreement| agreement.file_fee.map(|fee| fee.to_string())),
        interest_only: of_agreement(|agreement| {
            let allowed = agreement.interest_only_max.filter(|months| *months > 0);
            allowed.map(|months| format!("{months} mois au plus"))
        }),
    })
}

fn lenders(dossier: &Dossier, rules: &RulesAt<'_>) -> Vec<Choice> {
    let chosen = dossier.simulation.lender.as_ref();
    let offered = rules
        .lenders()
        .filter(|lender| (lender.agreement.is_some() && !lender.lender.retired) || Some(lender.key) == chosen);
    offered.map(|lender| Choice::new(lender.key.as_str(), lender.lender.name.as_str())).collect()
}

fn products(dossier: &Dossier, rules: &RulesAt<'_>) -> Vec<Choice> {
    let chosen = dossier.simulation.product.as_ref();
    let offered = rules.products().filter(|(key, product)| !product.value.retired || Some(*key) == chosen);
    offered.map(|(key, product)| Choice::new(key.as_str(), product.value.label.as_str())).collect()
}

fn settled(origin: TermsOrigin, day: NaiveDate) -> String {
    match origin {
        TermsOrigin::Signed => format!("Contrat signé le {}", long_date(day)),
        TermsOrigin::Granted => format!("Accord de la banque du {}", long_date(day)),
        TermsOrigin::Simulated => String::new(),
    }
}

fn warning(rules: &RulesAt<'_>) -> Option<WarningView> {
    let value = rules.legal.at("warning_text", rules.date)?;
    let regime = match (value.valid_from, value.valid_to) {
        (Some(from), _) => format!("contrats signés depuis le {}", long_date(from)),
        (None, Some(to)) => format!("contrats signés jusqu’au {}", long_date(to)),
        (None, None) => String::new(),
    };
    Some(WarningView { text: spaced(&value.value), regime, source: spaced(&value.source) })
}
