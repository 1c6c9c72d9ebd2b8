//! Closing together the loans a register says repaid: hundreds of them, ended years before Étrier.

use domain::dossier::{DossierId, Fact};
use domain::words::{counted, spaced};
use serde::Serialize;
use store::Acted;
use ts_rs::TS;

use super::view::{OneImport, RegisterStanding, register};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::settings;
use casework::dossiers::found;
use casework::facts::admit;

/// What closing the repaid loans of a register did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RepaidClosed {
    /// `264 prêts remboursés clos.`
    pub sentence: String,
    /// The registers of the office, as they now stand.
    pub standing: RegisterStanding,
}

/// Closes every loan of a register that it says repaid, in one action. One that waits for an appointment stays open.
pub fn close_repaid_loans(desk: &mut Desk, input: OneImport, moment: &Moment) -> Result<RepaidClosed, Failure> {
    let settings = desk.read(settings)?;
    let sentence = desk.act("close_repaid_loans", moment, |writer| {
        let all = writer.repaid_in_registers()?.into_iter();
        let theirs: Vec<DossierId> = all.filter(|(import, _)| *import == input.import).map(|(_, id)| id).collect();
        let (mut closed, mut open) = (0_u32, 0_u32);
        for id in theirs {
            let dossier = found(writer, id)?;
            let fact = Fact::Closed(dossier.repaid(moment.today));
            let waits = dossier.facts.course().appointment.is_some();
            if waits || admit(&dossier, None, &fact, &settings, moment).is_err() {
                open = open.saturating_add(1);
                continue;
            }
            writer.insert_fact(id, None, &fact, moment.now)?;
            closed = closed.saturating_add(1);
        }
        if closed == 0 {
            return Err(Failure::refused("Aucun prêt remboursé de ce registre n’est à clore.")
                .remedy("Ceux qui attendent un rendez-vous se closent dans leur dossier."));
        }
        let sentence = told(closed, open);
        Ok(Acted { value: sentence.clone(), sentence, dossier: None, fields: vec!["closing"], draft: None })
    })?;
    Ok(RepaidClosed { sentence, standing: register(desk, Nothing {}, moment)? })
}

fn told(closed: u32, open: u32) -> String {
    let done = counted(closed, "prêt remboursé du registre clos", "prêts remboursés du registre clos");
    let left = match open {
        0 => String::new(),
        open => format!(" ; {} ouverts, à voir un par un", counted(open, "autre reste", "autres restent")),
    };
    spaced(&format!("{done}{left}."))
}
