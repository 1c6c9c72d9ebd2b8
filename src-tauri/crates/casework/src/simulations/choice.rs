//! The person's choice of a lender and its account, once everything was explained (*Un coup de pouce pour le
//! microcrédit personnel*, le partenariat bancaire : le CCAS expose avantages et inconvénients, la personne choisit).

use domain::calendar::Toward;
use domain::dossier::{Dossier, DossierId};
use domain::settings::{ListKey, RulesAt, entry};
use domain::simulation::{LenderChoice, Simulation};
use domain::words::{long_date, numeric_date, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Writer};
use ts_rs::TS;

use super::change::with_agreement;
use super::view::{SimulationAsked, SimulationView, simulation};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// The person's choice, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChoiceTyped {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The lender chosen; needed.
    pub lender: String,
    /// What was chosen of the account: a kind of domiciliation, or nothing.
    pub account: String,
    /// The day of the choice; today when empty.
    pub on: String,
    /// The person's reasons; needed.
    pub reasons: String,
}

/// The person's choice, worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LenderChoice")]
pub struct ChoiceView {
    /// The lender chosen.
    pub lender: String,
    /// The account chosen; empty when nothing was.
    pub account: String,
    /// The day, as its field holds it.
    pub on: String,
    /// The person's reasons.
    pub reasons: String,
    /// `Le 9 novembre 2026 : Banque du Val, compte alimenté de la mensualité.`
    pub sentence: String,
    /// That another lender's offer is kept; empty when it is this one's.
    pub differs: String,
}

/// Records the person's choice, in place of the one before.
pub fn record_choice(desk: &mut Desk, input: ChoiceTyped, moment: &Moment) -> Result<SimulationView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    write(desk, "record_choice", id, moment, |dossier| {
        Ok(Some(read(&input, dossier, &settings.at(dossier.loan_day(moment.today)), moment)?))
    })
}

/// Takes the person's choice back.
pub fn remove_choice(desk: &mut Desk, input: OneDossier, moment: &Moment) -> Result<SimulationView, Failure> {
    write(desk, "remove_choice", input.dossier, moment, |dossier| match &dossier.simulation.choice {
        Some(_) => Ok(None),
        None => Err(Failure::gone("Ce choix")),
    })
}

fn write(
    desk: &mut Desk,
    call: &'static str,
    id: DossierId,
    moment: &Moment,
    change: impl FnOnce(&Dossier) -> Result<Option<LenderChoice>, Failure>,
) -> Result<SimulationView, Failure> {
    desk.act(call, moment, |writer: &Writer<'_>| {
        let dossier = found(writer, id)?;
        let choice = change(&dossier)?;
        let what = if choice.is_some() { "Choix de la personne noté" } else { "Retrait du choix de la personne" };
        if choice != dossier.simulation.choice {
            writer.set_simulation(id, &Simulation { choice, ..dossier.simulation.clone() })?;
        }
        Ok(Acted {
            value: (),
            sentence: format!("{what}, {}.", dossier.person.display_name()),
            dossier: Some(id),
            fields: vec!["lender_choice"],
            draft: Some((Some(id), "lender_choice")),
        })
    })?;
    simulation(desk, SimulationAsked::of(id), moment)
}

fn read(input: &ChoiceTyped, dossier: &Dossier, rules: &RulesAt<'_>, moment: &Moment) -> Result<LenderChoice, Failure> {
    if input.lender.is_empty() {
        return Err(Failure::refused("La banque choisie manque.").at("lender"));
    }
    let lender = ListKey::new(&input.lender);
    with_agreement(&lender, rules).map_err(|refused| refused.at("lender"))?;
    let on = reading::date(&input.on, "on", moment, Toward::Past)?.unwrap_or(moment.today);
    if on > moment.today {
        return Err(Failure::refused("Cette date est à venir : un choix se note une fois fait.").at("on"));
    }
    let received_on = dossier.facts.request().received_on;
    if on < received_on {
        let before = format!("La demande est du {} : le choix vient après.", long_date(received_on));
        return Err(Failure::refused(&before).at("on"));
    }
    Ok(LenderChoice {
        on,
        lender,
        reasons: reading::needed(&input.reasons, "reasons", "Ses raisons manquent : quelques mots suffisent.")?,
        account: reading::entry(&input.account, &rules.lists.domiciliation_kinds, "account")?,
    })
}

/// Words the choice of a dossier.
pub(super) fn told(dossier: &Dossier, rules: &RulesAt<'_>) -> Result<Option<ChoiceView>, Failure> {
    let simulation = &dossier.simulation;
    let Some(choice) = &simulation.choice else { return Ok(None) };
    let name = |key: &ListKey| rules.lender(key).map(|lender| lender.lender.name.to_string()).unwrap_or_default();
    let account = match &choice.account {
        Some(key) => format!(", {}", domain::words::lowered(&entry(&rules.lists.domiciliation_kinds, key)?.label)),
        None => String::new(),
    };
    let other = simulation.lender.as_ref().filter(|kept| **kept != choice.lender);
    Ok(Some(ChoiceView {
        lender: choice.lender.as_str().to_owned(),
        account: choice.account.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default(),
        on: numeric_date(choice.on),
        reasons: spaced(choice.reasons.as_str()),
        sentence: spaced(&format!("Le {} : {}{account}.", long_date(choice.on), name(&choice.lender))),
        differs: other
            .map(|kept| format!("L’offre retenue est celle d’une autre banque : {}.", name(kept)))
            .map(|told| spaced(&told))
            .unwrap_or_default(),
    }))
}
