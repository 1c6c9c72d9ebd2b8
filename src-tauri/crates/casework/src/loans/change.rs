//! A change of the schedule: tried beside the version in force, kept once the lender agreed.

use domain::dossier::{Amended, DossierId, Fact, RunningLoan};
use domain::loan::{Amendment, explained};
use domain::settings::Settings;
use domain::words::{counted, lowered, spaced};
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::form::AmendmentForm;
use super::proposed::signed;
use super::schedule::{ScheduleRow, rows};
use super::view::{LoanRoomView, deferrals, loan};
use crate::decisions::day_of;
use crate::dossiers::{OneDossier, found};
use crate::explained::ExplainedView;
use crate::facts::admit;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;
use app::shapes::{Day, Money};

/// A change to try.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendmentTried {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: AmendmentForm,
}

/// A change the lender agreed to.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendmentAgreed {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: AmendmentForm,
    /// The day the lender agreed, as typed; needed.
    pub agreed_on: String,
    /// What was said with it.
    pub note: String,
}

/// A change tried beside the version in force; nothing is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TrialView {
    /// `Report d’une échéance`.
    pub title: String,
    /// What it costs; below zero when it spares.
    pub cost: Money,
    /// `+ 3,03 €`.
    pub cost_text: String,
    /// Where that comes from.
    pub explained: ExplainedView,
    /// The instalment once changed.
    pub instalment: Money,
    /// Everything paid before.
    pub total_before: Money,
    /// Everything paid after.
    pub total_after: Money,
    /// The day of the last instalment once changed.
    pub ends_on: Option<Day>,
    /// Both versions side by side.
    pub rows: Vec<ScheduleRow>,
    /// What the lender's agreement says of it, told and never refused.
    pub remarks: Vec<String>,
}

/// Tries a change of the running loan, without keeping it.
pub fn try_amendment(desk: &Desk, input: AmendmentTried, moment: &Moment) -> Result<TrialView, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let running = dossier.released_loan()?;
    let amendment = input.form.read(moment)?;
    let after = running.changed(&amendment)?;
    let before = running.in_force();
    let cost = after.total_cost.minus(before.total_cost)?;
    Ok(TrialView {
        title: spaced(amendment.label()),
        cost: cost.into(),
        cost_text: signed(cost),
        explained: explained::amendment_cost(before, &after)?.into(),
        instalment: after.instalment().into(),
        total_before: before.total_due.into(),
        total_after: after.total_due.into(),
        ends_on: after.last().and_then(|last| last.due).map(Day::full),
        rows: rows(&running, Some(before), &after, moment)?,
        remarks: remarks(&running, &amendment, &settings),
    })
}

/// Keeps a change of the running loan, from the day the lender agreed.
pub fn amend_loan(desk: &mut Desk, input: AmendmentAgreed, moment: &Moment) -> Result<LoanRoomView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("amend_loan", moment, |writer| {
        let dossier = found(writer, id)?;
        let running = dossier.released_loan()?;
        let amendment = input.form.read(moment)?;
        running.changed(&amendment)?;
        let agreed_on =
            day_of(&input.agreed_on, "agreed_on", "Quel jour la banque a-t-elle donné son accord ?", moment)?;
        let agreed = Amended { agreed_on, amendment, note: reading::line(&input.note, "note")? };
        running.may_amend(&agreed)?;
        let done = format!("{}, {}.", agreed.amendment.label(), dossier.person.display_name());
        let fact = Fact::Amended(agreed);
        admit(&dossier, None, &fact, &settings, moment)?;
        writer.insert_fact(id, None, &fact, moment.now)?;
        Ok(Acted {
            value: (),
            sentence: spaced(&done),
            dossier: Some(id),
            fields: vec!["amendment"],
            draft: Some((Some(id), "amendment")),
        })
    })?;
    loan(desk, OneDossier { dossier: id }, moment)
}

/// More postponements than the agreement grants are told, never refused.
fn remarks(running: &RunningLoan, amendment: &Amendment, settings: &Settings) -> Vec<String> {
    let Amendment::Postponed { count, .. } = amendment else { return Vec::new() };
    let Some((most, source)) = deferrals(running, settings) else { return Vec::new() };
    let asked = running.postponed().saturating_add(*count);
    let said = format!("{} au plus, {}", counted(most, "report", "reports"), lowered(&source));
    let told = if asked > most {
        format!("{said} : avec celui-ci, il y en aurait {asked}. La banque peut l’accepter quand même.")
    } else {
        format!("{said} : {} avec celui-ci.", counted(asked, "utilisé", "utilisés"))
    };
    vec![spaced(&told)]
}
