//! What is said of instalments: one entry for a range.

use domain::dossier::{Declaration, DossierId, Fact};
use domain::words::{Labelled, counted, lowered, spaced};
use serde::Deserialize;
use store::Acted;
use ts_rs::TS;

use super::change::running;
use super::view::{LoanRoomView, loan};
use crate::caller::Moment;
use crate::decisions::{admit, day_of};
use crate::dossiers::{OneDossier, found};
use crate::drafts::FormKey;
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::reading;

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
}

/// Notes what was said of instalments that have fallen due.
pub fn declare_instalments(desk: &mut Desk, input: NewDeclaration, moment: &Moment) -> Result<LoanRoomView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("declare_instalments", moment, |writer| {
        let dossier = found(writer, id)?;
        let running = running(&dossier)?;
        let said = read(&input, moment)?;
        if let Some(refused) = running.cannot_declare(&said, moment.today) {
            return Err(refused.into());
        }
        let count = said.to.saturating_sub(said.from).saturating_add(1);
        let what = lowered(said.declared.label());
        let fact = Fact::Declared(said);
        admit(&dossier, None, &fact, &settings, moment)?;
        writer.insert_fact(id, None, &fact, moment.now)?;
        let many = counted(count, "échéance", "échéances");
        let done = format!("{many} : {what}, {}.", dossier.person.display_name());
        Ok(Acted {
            value: (),
            sentence: spaced(&done),
            dossier: Some(id),
            fields: vec!["declaration"],
            draft: Some((Some(id), FormKey::Declaration.key())),
        })
    })?;
    loan(desk, OneDossier { dossier: id }, moment)
}

fn read(input: &NewDeclaration, moment: &Moment) -> Result<Declaration, Failure> {
    let from = reading::whole(&input.from, "from")?;
    let from = from.ok_or_else(|| Failure::refused("À partir de quelle échéance ?").at("from"))?;
    Ok(Declaration {
        on: if input.on.trim().is_empty() { moment.today } else { day_of(&input.on, "on", "Quel jour ?", moment)? },
        from,
        to: reading::whole(&input.to, "to")?.unwrap_or(from),
        declared: reading::word(&input.declared, "declared")?,
        told_by: reading::word(&input.told_by, "told_by")?,
        note: reading::line(&input.note, "note")?,
    })
}
