//! A fact noted with what follows from it in the same action.

use domain::dossier::{Dossier, Event, Fact, admit_decision};
use domain::settings::Settings;
use domain::support::SupportPlan;
use store::Writer;

use super::plan::plan_by_itself;
use crate::budgets::seal_by_fact;
use crate::checklist::receive_consent;
use app::caller::Moment;
use app::failure::{FactNames, Failure};

/// Notes a fact the dossier admits, with what follows from it: the plan, the consent received, the budget sealed, what
/// was asked. The plan that was set by it comes back.
pub(super) fn record(
    writer: &Writer<'_>,
    dossier: &Dossier,
    fact: &Fact,
    (settings, advisor): (&Settings, &str),
    moment: &Moment,
) -> Result<Option<SupportPlan>, Failure> {
    let id = dossier.id;
    admit_decision(dossier, fact, settings, advisor, moment.today)
        .map_err(|refused| FactNames::of(fact, &dossier.facts, settings).not_admitted(refused, settings))?;
    let planned = if let Fact::Disbursed(paid) = fact { plan_by_itself(dossier, settings, paid.on) } else { None };
    writer.insert_fact(id, None, fact, moment.now)?;
    if let Some(plan) = &planned {
        writer.insert_fact(id, None, &Fact::SupportPlanned(plan.clone()), moment.now)?;
    }
    if let Fact::Noted(noted) = fact
        && noted.event == Event::ConsentSigned
    {
        receive_consent(writer, dossier, (noted.on, settings), moment)?;
    }
    seal_by_fact(writer, dossier, settings, fact, moment)?;
    if let Fact::Submitted(submission) = fact {
        writer.set_simulation(id, &dossier.simulation.asked_of(submission))?;
    }
    Ok(planned)
}
