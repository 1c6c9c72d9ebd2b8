//! Changing the simulation of a dossier: one field on leaving it, or the lender that is kept.
//!
//! What a change would pass that was not passed before is refused with its limit; what the project itself made
//! pass is only told, so that it never keeps another field from being corrected.

use domain::dossier::{Dossier, DossierId, TermsOrigin};
use domain::loan::{LoanTerms, Rate, schedule};
use domain::money::Euros;
use domain::settings::{LenderAt, ListKey, LoanFrame, RulesAt};
use domain::simulation::{LenderChoice, Simulation};
use domain::words::long_date;
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::field::{SimulationField, set};
use super::offered::{OfferKind, as_offered, offer};
use super::offers::{Keeping, keeping};
use super::view::{SimulationAsked, SimulationView, simulation};
use crate::dossiers::found;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::{Failure, LimitNames, set_aside};
use app::reading;
use app::settings::settings;

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
    /// With the months that do not repay, or without them.
    pub kind: OfferKind,
    /// Why the person borrows there though the lender's own rule says no; recorded, dated, as the person's choice.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reasons: String,
}

/// Changes one field of the simulation.
pub fn change_simulation(desk: &mut Desk, input: SimulationChange, moment: &Moment) -> Result<SimulationView, Failure> {
    let id = input.dossier;
    write(desk, "change_simulation", id, moment, |dossier, rules| {
        check_open(dossier, input.field)?;
        let mut asked = dossier.simulation.clone();
        set(&mut asked, (input.field, &input.value), rules, moment)?;
        check(dossier, &asked, rules).map_err(|failure| failure.at("value"))?;
        Ok((asked, input.field.label(), input.field.recorded_as()))
    })
}

/// Keeps a lender with the terms it is compared by: its own rate and fee, no longer than it allows.
pub fn keep_lender(desk: &mut Desk, input: LenderKept, moment: &Moment) -> Result<SimulationView, Failure> {
    let id = input.dossier;
    let settings = &desk.read(settings)?;
    write(desk, "keep_lender", id, moment, |dossier, rules| {
        check_open(dossier, SimulationField::Lender)?;
        let key = ListKey::new(&input.lender);
        with_agreement(&key, rules).map_err(|failure| failure.at("lender"))?;
        let mut asked = as_offered(dossier, &key, input.kind, rules);
        check(dossier, &asked, rules).map_err(|failure| failure.at("lender"))?;
        let lender = rules.lender(&key).ok_or_else(|| Failure::from(domain::settings::ListRefused))?;
        let one = offer((dossier, settings), lender, input.kind, rules)?;
        if keeping(dossier, &one, rules)? == Keeping::WithReason {
            asked.choice = Some(chosen_anyway(&input.reasons, lender, moment)?);
        }
        Ok((asked, "de la banque retenue", "simulation_lender"))
    })
}

/// The person's choice of a lender whose own rule says no; without a reason it is not kept.
fn chosen_anyway(typed: &str, lender: LenderAt<'_>, moment: &Moment) -> Result<LenderChoice, Failure> {
    let name = lender.lender.name.as_str();
    let reasons = reading::line(typed, "reasons")?;
    if reasons.is_empty() {
        return Err(Failure::refused(&format!("{name} dit non : la raison de la retenir manque."))
            .remedy("Écrivez-la en quelques mots, ou retenez une autre banque.")
            .at("reasons"));
    }
    Ok(LenderChoice {
        on: moment.today,
        lender: lender.key.clone(),
        reasons,
        account: lender.agreement.and_then(|dated| dated.value.domiciliation.clone()),
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
            draft: Some((Some(id), "simulation")),
        })
    })?;
    simulation(desk, SimulationAsked::of(id), moment)
}

/// What a lender granted or a contract says is not simulated any more.
fn check_open(dossier: &Dossier, field: SimulationField) -> Result<(), Failure> {
    let refused = match dossier.terms_origin() {
        TermsOrigin::Signed => "Le contrat est signé : ses conditions ne se simulent plus.",
        TermsOrigin::Granted if field.is_granted() => {
            "La banque a accordé ce prêt : ses conditions ne se simulent plus."
        }
        TermsOrigin::Granted | TermsOrigin::Simulated => return Ok(()),
    };
    Err(Failure::refused(refused).remedy("Une erreur se corrige dans Décisions.").at("value"))
}

fn check(dossier: &Dossier, asked: &Simulation, rules: &RulesAt<'_>) -> Result<(), Failure> {
    schedule(&probe(dossier, asked, rules)?)?;
    let before = dossier.limits_passed(&dossier.simulation, rules)?;
    let after = dossier.limits_passed(asked, rules)?;
    match after.into_iter().find(|one| !before.contains(one)) {
        Some(new) => Err(LimitNames::of(asked, rules).refusal(new)),
        None => Ok(()),
    }
}

/// The terms asked for, with something sound in place of what is not known yet.
fn probe(dossier: &Dossier, asked: &Simulation, rules: &RulesAt<'_>) -> Result<LoanTerms, Failure> {
    let left = dossier.left_to_lend()?;
    let frame = LoanFrame::of(asked, rules);
    let usual = Euros::from_cents(100_000)?;
    let (amount, months) = (asked.amount.or(left).or(Some(usual)), asked.months.or(Some(LoanTerms::MONTHS_LIMIT)));
    let annual_rate = asked.annual_rate.or(frame.rate(amount, months)).or(Some(Rate::ZERO));
    let filled = Simulation { amount, months, annual_rate, ..asked.clone() };
    filled.terms(left, &frame).map_err(|lack| domain::dossier::LoanRefused::Lacks(lack).into())
}
