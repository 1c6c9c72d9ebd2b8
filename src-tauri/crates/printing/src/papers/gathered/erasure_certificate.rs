//! The certificate of an erasure, gathered from its line of the register.

use documents::papers::Entry;
use documents::papers::erasure_certificate::{ErasureCertificate, render};
use domain::retention::{Erasure, ErasureReason};
use domain::words::{Labelled, counted, lowered, numeric_date};
use store::Reader;

use super::{Gathered, Printing};
use crate::papers::OnePaper;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use casework::office;

/// Copies out of the store what the certificate prints.
pub(super) fn gather(desk: &Desk, entry: Entry, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let which = || Failure::refused("Ce papier est celui d’un effacement : lequel ?").at("erasure");
    let number = asked.erasure.as_deref().ok_or_else(which)?;
    let unknown = || Failure::refused("Aucun effacement n’a ce numéro.").at("erasure");
    let certificate = desk.read(|reader| registered(reader, number, moment))?.ok_or_else(unknown)?;
    let head = desk.read(office::letterhead)?;
    Ok(Gathered {
        entry,
        of: None,
        file_name: entry.file_name(number, 1),
        missing: Vec::new(),
        print: Printing::Alone(Box::new(move |_| Ok(render(&certificate, &head)?))),
    })
}

/// What the register of erasures says under a number.
fn registered(reader: &Reader<'_>, number: &str, moment: &Moment) -> Result<Option<ErasureCertificate>, Failure> {
    let found = reader.erasures()?.into_iter().find(|erasure| erasure.number == number.trim());
    let Some(erasure) = found else { return Ok(None) };
    let years = settings(reader)?.at(moment.day_of(erasure.erased_at)).retention_years();
    Ok(Some(certificate(&erasure, years, moment)))
}

fn certificate(erasure: &Erasure, years: u32, moment: &Moment) -> ErasureCertificate {
    let counts = &erasure.counts;
    let few = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let lines = |label: &str, count: u64| (label.to_owned(), few(count));
    let mut also_left = vec![format!(
        "Au journal des accès : {}, avec le numéro du dossier et sans nom.",
        counted(counts.journal_lines, "ligne", "lignes")
    )];
    if counts.people == 0 {
        also_left.push("La fiche de la personne : un autre dossier la concerne encore.".to_owned());
    }
    ErasureCertificate {
        number: erasure.number.clone(),
        erased_on: moment.day_of(erasure.erased_at),
        erased_at: moment.hour_of(erasure.erased_at),
        persons: few(counts.people),
        person_number: format!("P-{:04}", erasure.person),
        dossiers: erasure.references.clone(),
        pieces: few(counts.pieces),
        last_contact_on: Some(erasure.last_contact),
        due: (erasure.reason == ErasureReason::RetentionOver).then_some((erasure.due_on, years)),
        reason: lowered(erasure.reason.label()),
        decided_on: Some(erasure.decided_on),
        copied_at: erasure
            .copied_at
            .map(|at| format!("{} à {}", numeric_date(moment.day_of(at)), moment.hour_of(at)))
            .unwrap_or_default(),
        erased: vec![
            lines("Fiches effacées", counts.people),
            lines("Dossiers effacés", counts.dossiers),
            lines("Faits notés", counts.facts),
            lines("Lignes de budget", counts.budget_lines),
            lines("Pièces", counts.pieces),
            lines("Papiers remis, gardés", counts.papers),
        ],
        found_after: few(erasure.found_after),
        counted_on: if erasure.figures_kept { few(counts.dossiers) } else { 0 },
        also_left,
        copies_gone_on: erasure.gone_from_copies_on,
        fingerprint: erasure.fingerprint.clone(),
    }
}
