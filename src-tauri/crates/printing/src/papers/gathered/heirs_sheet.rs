//! The facts of the sheet for the heirs: those the room « Suivi » shows after a death.

use documents::papers::heirs_sheet::{HeirsSheet, render};

use super::{Missing, NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::dossiers::RoomKey;
use casework::followed::after_death;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Subject { dossier, settings, moment, .. } = *subject;
    let Some(told) = after_death(dossier, settings) else {
        return Ok(Err(NotYet {
            state: "après un décès",
            sentence: "Cette fiche s’imprime après le décès de l’emprunteur, noté dans Prêt.",
            remedy: "Ouvrez Prêt.",
            room: RoomKey::Loan,
        }));
    };
    let sheet = HeirsSheet {
        reference: dossier.reference.clone(),
        printed_on: moment.today,
        borrowers: dossier.borrowers(),
        contract: told.contract,
        bank: told.bank,
        stopped: told.stopped,
        to_check: told.to_check,
    };
    let missing: Vec<Missing> =
        sheet.bank.is_empty().then(|| Missing::of("banque et contact", None)).into_iter().collect();
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing,
        state: "prête".to_owned(),
        print: Box::new(move |_| Ok(render(&sheet, &head)?)),
    }))
}
