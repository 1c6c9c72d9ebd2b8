//! Erasing a dossier, or a person with every dossier of theirs: a verified copy first, then one transaction.

use domain::calendar::Toward;
use domain::dossier::DossierId;
use domain::retention::{ErasureReason, ErasureRefused, due_on, last_contact};
use domain::words::long_date;
use serde::Deserialize;
use store::{ErasureOrder, Reader};
use ts_rs::TS;

use super::register::{CertificateView, certificate, gone_from_copies_on};
use crate::copies::{Reason, keep_before};
use crate::dossiers::found;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// What is to be erased, and why.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ErasureAsked {
    /// The dossier; with the person, one of theirs.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference, typed again: nothing is erased by a slip.
    pub typed_reference: String,
    /// Why: the key of a reason.
    pub reason: String,
    /// The day it was decided, as typed; today when empty.
    pub decided_on: String,
    /// Whether the bilans go on counting what is erased, without a name.
    pub keeps_figures: bool,
}

/// Erases one dossier; the person too when it was their last.
pub fn erase_dossier(desk: &mut Desk, input: ErasureAsked, moment: &Moment) -> Result<CertificateView, Failure> {
    let dossiers = vec![input.dossier];
    erase(desk, &input, dossiers, "erase_dossier", moment)
}

/// Erases a person and every dossier of theirs.
pub fn erase_person(desk: &mut Desk, input: ErasureAsked, moment: &Moment) -> Result<CertificateView, Failure> {
    let dossiers = desk.read(|reader| {
        found(reader, input.dossier)?;
        Ok(reader.dossiers_of(reader.person_of(input.dossier)?)?)
    })?;
    erase(desk, &input, dossiers, "erase_person", moment)
}

fn erase(
    desk: &mut Desk,
    input: &ErasureAsked,
    dossiers: Vec<DossierId>,
    call: &str,
    moment: &Moment,
) -> Result<CertificateView, Failure> {
    let order = desk.read(|reader| order(reader, input, dossiers, moment))?;
    keep_before(desk, Reason::BeforeErasure, moment)?;
    let order =
        ErasureOrder { copied_at: Some(moment.now), gone_from_copies_on: gone_from_copies_on(desk, moment)?, ..order };
    let erasure = desk.vault_mut()?.erase(&order, call, moment.now)?;
    // What was erased is overwritten already; a disk too full to write the database anew keeps nothing of it.
    let _ = desk.vault_mut()?.compact();
    certificate(desk, &erasure, moment)
}

/// The order, once everything typed was read. Errors: the reference typed is another, the time still runs.
fn order(
    reader: &Reader<'_>,
    input: &ErasureAsked,
    dossiers: Vec<DossierId>,
    moment: &Moment,
) -> Result<ErasureOrder, Failure> {
    let named = found(reader, input.dossier)?;
    if input.typed_reference.trim() != named.reference {
        let again = format!("Tapez la référence {} : rien n’a été effacé.", named.reference);
        return Err(Failure::refused(&again).at("typed_reference"));
    }
    let reason: ErasureReason = reading::word(&input.reason, "reason")?;
    let decided_on = reading::date(&input.decided_on, "decided_on", moment, Toward::Past)?.unwrap_or(moment.today);
    if decided_on > moment.today {
        return Err(Failure::refused("Cette décision est à venir.").at("decided_on"));
    }
    let years = settings(reader)?.at(moment.today).retention_years();
    let mut last = last_contact(&named);
    for id in &dossiers {
        let dossier = found(reader, *id)?;
        last = last.max(last_contact(&dossier));
        dossier
            .may_be_erased(reason, years, moment.today)
            .map_err(|refused| not_erased(refused, &dossier.reference).at("reason"))?;
    }
    Ok(ErasureOrder {
        person: reader.person_of(input.dossier)?,
        dossiers,
        reason,
        decided_on,
        last_contact: last,
        due_on: due_on(last, years),
        copied_at: None,
        keeps_figures: input.keeps_figures,
        survey: settings(reader)?.lists.survey.clone(),
        gone_from_copies_on: moment.today,
    })
}

fn not_erased(refused: ErasureRefused, reference: &str) -> Failure {
    match refused {
        ErasureRefused::LoanRuns => {
            let runs = format!("Le prêt du dossier {reference} court encore : rien n’a été effacé.");
            Failure::refused(&runs).remedy(
                "Un doublon n’a pas de versement : corrigez d’abord celui-ci. Si la personne demande l’effacement, \
                 choisissez cette raison.",
            )
        }
        ErasureRefused::NotDue(on) => {
            let day = long_date(on);
            let when = format!("La durée du dossier {reference} court jusqu’au {day} : rien n’a été effacé.");
            Failure::refused(&when)
                .remedy("Choisissez une autre raison, ou n’effacez que les dossiers arrivés à échéance.")
        }
    }
}
