//! What is said of instalments: one entry for a range.

use domain::dossier::{Declaration, DossierId, Fact, RunningLoan};
use domain::words::{Labelled, counted, long_date, lowered, spaced};
use serde::Deserialize;
use store::Acted;
use ts_rs::TS;

use super::view::{LoanRoomView, loan};
use crate::decisions::day_of;
use crate::dossiers::{OneDossier, found};
use crate::followed::put;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// What was said of a range of instalments.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewDeclaration {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The number of the first instalment.
    pub from: String,
    /// The number of the last one; the first when empty.
    pub to: String,
    /// What became of them: `paid`, `missed` or `paid_late`.
    pub declared: String,
    /// Who said so: `lender`, `borrower` or `statement`.
    pub told_by: String,
    /// The day it was said, as typed; today when empty.
    pub on: String,
    /// What was said with it.
    pub note: String,
    /// Everything due until that day of which nothing was said, in place of numbers.
    #[serde(default)]
    pub until: String,
}

/// Notes what was said of instalments that have fallen due.
pub fn declare_instalments(desk: &mut Desk, input: NewDeclaration, moment: &Moment) -> Result<LoanRoomView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("declare_instalments", moment, |writer| {
        let dossier = found(writer, id)?;
        let running = dossier.released_loan()?;
        let said = read(&input, &running, moment)?;
        let mut count = 0_u32;
        let what = said.first().map(|said| lowered(said.declared.label())).unwrap_or_default();
        for said in said {
            if let Some(refused) = running.cannot_declare(&said, moment.today) {
                return Err(refused.into());
            }
            count = count.saturating_add(said.to.saturating_sub(said.from)).saturating_add(1);
            put(writer, id, &Fact::Declared(said), &settings, moment)?;
        }
        let many = counted(count, "échéance", "échéances");
        let done = format!("{many} : {what}, {}.", dossier.person.display_name());
        Ok(Acted {
            value: (),
            sentence: spaced(&done),
            dossier: Some(id),
            fields: vec!["declaration"],
            draft: Some((Some(id), "declaration")),
        })
    })?;
    loan(desk, OneDossier { dossier: id }, moment)
}

/// What is said, a declaration for each stretch of instalments.
fn read(input: &NewDeclaration, running: &RunningLoan, moment: &Moment) -> Result<Vec<Declaration>, Failure> {
    let on = if input.on.trim().is_empty() { moment.today } else { day_of(&input.on, "on", "Quel jour ?", moment)? };
    let said = Declaration {
        on,
        from: 0,
        to: 0,
        declared: reading::word(&input.declared, "declared")?,
        told_by: reading::word(&input.told_by, "told_by")?,
        note: reading::line(&input.note, "note")?,
    };
    if !input.until.trim().is_empty() {
        let until = day_of(&input.until, "until", "Jusqu’à quel jour ?", moment)?;
        let stretches = running.unsaid_stretches(until);
        if stretches.is_empty() {
            let nothing = format!("Rien d’échu jusqu’au {} n’attend d’être déclaré.", long_date(until));
            return Err(Failure::refused(&nothing).at("until"));
        }
        return Ok(stretches.into_iter().map(|(from, to)| Declaration { from, to, ..said.clone() }).collect());
    }
    let from = reading::whole(&input.from, "from")?;
    let from = from.ok_or_else(|| Failure::refused("À partir de quelle échéance ?").at("from"))?;
    Ok(vec![Declaration { from, to: reading::whole(&input.to, "to")?.unwrap_or(from), ..said }])
}
