//! Changing the simulation of a dossier: one field on leaving it, or the lender that is kept.
//!
//! What a change would pass that was not passed before is refused with its limit; what the project itself made
//! pass is only told, so that it never keeps another field from being corrected.

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::dossier::{Dossier, DossierId, TermsOrigin};
use domain::loan::{Insurance, InsuranceRequirement, LoanTerms, Rate, schedule};
use domain::money::Euros;
use domain::settings::{ListKey, RulesAt};
use domain::simulation::Simulation;
use domain::words::long_date;
use serde::{Deserialize, Serialize};
use store::{Acted, Writer};
use ts_rs::TS;

use super::limits::{passed, refusal};
use super::offers::as_offered;
use super::view::{SimulationView, simulation};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::drafts::FormKey;
use crate::failure::{Failure, set_aside};
use crate::office::{Desk, settings};
use crate::reading;

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
    InterestOnly,
    Fee,
    Insurance,
    InsuranceRequirement,
    DisbursedOn,
    FirstDueOn,
}

/// One field of the simulation as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SimulationChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The field.
    pub field: SimulationField,
    /// As typed; empty follows from the plan or from the agreement, or is not known.
    pub value: String,
}

/// The lender whose terms are kept.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LenderKept {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The lender.
    pub lender: String,
}

/// Changes one field of the simulation.
pub fn change_simulation(desk: &mut Desk, input: SimulationChange, moment: &Moment) -> Result<SimulationView, Failure> {
    let id = input.dossier;
    write(desk, "change_simulation", id, moment, |dossier, rules| {
        check_open(dossier, input.field)?;
        let mut asked = dossier.simulation.clone();
        set(&mut asked, &input, rules, moment)?;
        check(dossier, &asked, rules).map_err(|failure| failure.at("value"))?;
        Ok((asked, label(input.field), recorded_as(input.field)))
    })
}

/// Keeps a lender with the terms it is compared by: its own rate and fee, no longer than it allows.
pub fn keep_lender(desk: &mut Desk, input: LenderKept, moment: &Moment) -> Result<SimulationView, Failure> {
    let id = input.dossier;
    write(desk, "keep_lender", id, moment, |dossier, rules| {
        check_open(dossier, SimulationField::Lender)?;
        let key = ListKey(input.lender.clone());
        with_agreement(&key, rules).map_err(|failure| failure.at("lender"))?;
        let asked = as_offered(dossier, &key, rules);
        check(dossier, &asked, rules).map_err(|failure| failure.at("lender"))?;
        Ok((asked, "de la banque retenue", "simulation_lender"))
    })
}

/// Refuses a lender that is not one, or that has no agreement on the day.
pub(super) fn with_agreement(key: &ListKey, rules: &RulesAt<'_>) -> Result<(), Failure> {
    let lender = rules.lender(key).ok_or_else(|| Failure::from(domain::settings::ListRefused))?;
    let name = &lender.lender.name;
    if lender.lender.retired {
        return Err(set_aside(name.as_str()));
    }
    if lender.agreement.is_none() {
        let message = format!("{name} : aucune convention en vigueur le {}.", long_date(rules.date));
        return Err(Failure::refused(&message).remedy("Ajoutez-la dans les réglages, ou choisissez une autre banque."));
    }
    Ok(())
}

type Changed = (Simulation, &'static str, &'static str);

fn write(
    desk: &mut Desk,
    call: &'static str,
    id: DossierId,
    moment: &Moment,
    change: impl FnOnce(&Dossier, &RulesAt<'_>) -> Result<Changed, Failure>,
) -> Result<SimulationView, Failure> {
    let settings = desk.read(settings)?;
    desk.act(call, moment, |writer: &Writer<'_>| {
        let dossier = found(writer, id)?;
        let (asked, what, field) = change(&dossier, &settings.at(dossier.loan_day(moment.today)))?;
        if asked != dossier.simulation {
            writer.set_simulation(id, &asked)?;
        }
        Ok(Acted {
            value: (),
            sentence: format!("Modification {what}, {}.", dossier.person.display_name()),
            dossier: Some(id),
            fields: vec![field],
            draft: Some((Some(id), FormKey::Simulation.key())),
        })
    })?;
    simulation(desk, OneDossier { dossier: id }, moment)
}

/// What a lender granted or a contract says is not simulated any more.
fn check_open(dossier: &Dossier, field: SimulationField) -> Result<(), Failure> {
    let terms_of_the_lender = match field {
        SimulationField::Lender
        | SimulationField::Product
        | SimulationField::Amount
        | SimulationField::Months
        | SimulationField::Rate => true,
        SimulationField::InterestOnly
        | SimulationField::Fee
        | SimulationField::Insurance
        | SimulationField::InsuranceRequirement
        | SimulationField::DisbursedOn
        | SimulationField::FirstDueOn => false,
    };
    let refused = match dossier.terms_origin() {
        TermsOrigin::Signed => "Le contrat est signé : ses conditions ne se simulent plus.",
        TermsOrigin::Granted if terms_of_the_lender => {
            "La banque a accordé ce prêt : ses conditions ne se simulent plus."
        }
        TermsOrigin::Granted | TermsOrigin::Simulated => return Ok(()),
    };
    Err(Failure::refused(refused).remedy("Une erreur se corrige dans Décisions.").at("value"))
}

fn set(asked: &mut Simulation, input: &SimulationChange, rules: &RulesAt<'_>, moment: &Moment) -> Result<(), Failure> {
    let typed = input.value.as_str();
    match input.field {
        SimulationField::Lender => asked.lender = lender(typed, rules)?,
        SimulationField::Product => asked.product = product(typed, rules)?,
        SimulationField::Amount => asked.amount = reading::amount(typed, "value")?,
        SimulationField::Months => asked.months = reading::whole(typed, "value")?,
        SimulationField::Rate => asked.annual_rate = reading::rate(typed, "value")?,
        SimulationField::InterestOnly => asked.interest_only = reading::whole(typed, "value")?.unwrap_or_default(),
        SimulationField::Fee => asked.fee = reading::amount(typed, "value")?,
        SimulationField::Insurance => {
            let requirement = asked.insurance.map_or(InsuranceRequirement::Optional, |known| known.requirement);
            let monthly = reading::amount(typed, "value")?.filter(|sum| !sum.is_zero());
            asked.insurance = monthly.map(|monthly| Insurance { monthly, on_outstanding: Rate::ZERO, requirement });
        }
        SimulationField::InsuranceRequirement => {
            let requirement = reading::word(typed, "value")?;
            let first = || Failure::refused("Écrivez d’abord ce que l’assurance coûte par mois.").at("value");
            let known = asked.insurance.ok_or_else(first)?;
            asked.insurance = Some(Insurance { requirement, ..known });
        }
        SimulationField::DisbursedOn => asked.disbursed_on = day(typed, moment)?,
        SimulationField::FirstDueOn => asked.first_due_on = day(typed, moment)?,
    }
    Ok(())
}

fn lender(typed: &str, rules: &RulesAt<'_>) -> Result<Option<ListKey>, Failure> {
    if typed.is_empty() {
        return Ok(None);
    }
    let key = ListKey(typed.to_owned());
    with_agreement(&key, rules).map_err(|failure| failure.at("value"))?;
    Ok(Some(key))
}

fn product(typed: &str, rules: &RulesAt<'_>) -> Result<Option<ListKey>, Failure> {
    if typed.is_empty() {
        return Ok(None);
    }
    let key = ListKey(typed.to_owned());
    let offered = rules.product(&key).filter(|product| !product.value.retired);
    offered.ok_or_else(|| Failure::from(domain::settings::ListRefused).at("value"))?;
    Ok(Some(key))
}

fn day(typed: &str, moment: &Moment) -> Result<Option<NaiveDate>, Failure> {
    reading::date(typed, "value", moment, Toward::Future)
}

fn check(dossier: &Dossier, asked: &Simulation, rules: &RulesAt<'_>) -> Result<(), Failure> {
    schedule(&probe(dossier, asked, rules)?)?;
    let before = passed(dossier, &dossier.simulation, rules)?;
    let after = passed(dossier, asked, rules)?;
    match after.into_iter().find(|one| !before.contains(one)) {
        Some(new) => Err(refusal(new, asked, rules)),
        None => Ok(()),
    }
}

/// The terms asked for, with something sound in place of what is not known yet.
fn probe(dossier: &Dossier, asked: &Simulation, rules: &RulesAt<'_>) -> Result<LoanTerms, Failure> {
    let left = dossier.project.financing()?.remainder;
    let agreement = asked.lender.as_ref().and_then(|key| rules.lender(key)?.agreement).map(|dated| &dated.value);
    let usual = Euros::from_cents(100_000)?;
    let filled = Simulation {
        amount: asked.amount.or((!left.is_zero()).then_some(left)).or(Some(usual)),
        months: asked.months.or(Some(LoanTerms::MONTHS_LIMIT)),
        annual_rate: asked.annual_rate.or(agreement.and_then(|agreement| agreement.rate)).or(Some(Rate::ZERO)),
        ..asked.clone()
    };
    filled.terms(left, agreement).map_err(|lack| domain::dossier::LoanRefused::Lacks(lack).into())
}

fn label(field: SimulationField) -> &'static str {
    match field {
        SimulationField::Lender => "de la banque de la simulation",
        SimulationField::Product => "du produit de la simulation",
        SimulationField::Amount => "du montant simulé",
        SimulationField::Months => "de la durée simulée",
        SimulationField::Rate => "du taux simulé",
        SimulationField::InterestOnly => "des mois d’intérêts seuls",
        SimulationField::Fee => "des frais de dossier",
        SimulationField::Insurance | SimulationField::InsuranceRequirement => "de l’assurance",
        SimulationField::DisbursedOn => "de la date du versement simulé",
        SimulationField::FirstDueOn => "de la date de la première échéance",
    }
}

/// The field's name in the access journal, which keeps names and never values.
fn recorded_as(field: SimulationField) -> &'static str {
    match field {
        SimulationField::Lender => "simulation_lender",
        SimulationField::Product => "simulation_product",
        SimulationField::Amount => "simulation_amount",
        SimulationField::Months => "simulation_months",
        SimulationField::Rate => "simulation_rate",
        SimulationField::InterestOnly => "simulation_interest_only",
        SimulationField::Fee => "simulation_fee",
        SimulationField::Insurance | SimulationField::InsuranceRequirement => "simulation_insurance",
        SimulationField::DisbursedOn => "simulation_disbursed_on",
        SimulationField::FirstDueOn => "simulation_first_due_on",
    }
}
