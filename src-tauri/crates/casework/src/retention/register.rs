//! The register of erasures and the certificates it gives: numbers, days and counts, never a name.

use chrono::{NaiveDate, TimeDelta};
use domain::retention::{Erasure, ErasureReason};
use domain::words::{Labelled, counted, long_date, lowered, spaced};
use serde::Serialize;
use store::{CopyFound, Kept, QUARANTINE_DAYS, Reason, SetAside, gone_by};
use ts_rs::TS;

use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;

/// The register of erasures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Erasures {
    /// Every certificate, the last one first.
    pub certificates: Vec<CertificateView>,
}

/// A line of the register of erasures, worded as its certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CertificateView {
    /// Its number: `2026-03`.
    pub number: String,
    /// `2 personnes`… in a line: what was erased and until when copies hold it.
    pub summary: String,
    /// The day of the erasure.
    pub erased_on: String,
    /// Labels and values.
    pub rows: Vec<CertificateRow>,
    /// What stays, one sentence each.
    pub remains: Vec<String>,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Whether the line of the register is as it was written.
    pub is_own: bool,
}

/// A label of a certificate and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CertificateRow {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
}

/// Lists the erasures, the last one first.
pub fn erasures(desk: &Desk, _: Nothing, moment: &Moment) -> Result<Erasures, Failure> {
    let erasures = desk.read(|reader| Ok(reader.erasures()?))?;
    let certificates: Result<Vec<_>, Failure> =
        erasures.iter().map(|erasure| certificate(desk, erasure, moment)).collect();
    Ok(Erasures { certificates: certificates? })
}

/// The day none of the copies of this computer holds what is erased now.
pub(super) fn gone_from_copies_on(desk: &Desk, moment: &Moment) -> Result<NaiveDate, Failure> {
    let mut copies: Vec<Kept> = desk.folder().copies().copies()?.iter().map(CopyFound::kept).collect();
    // The one made just before the erasure still holds it.
    copies.push(Kept {
        made_at: moment.now,
        pinned_until: Reason::BeforeErasure.pinned_until(moment.now),
        verified: true,
    });
    let copies = gone_by(&copies, moment.now);
    // What was set aside may hold it as well, and goes a month later.
    let month = TimeDelta::days(QUARANTINE_DAYS.saturating_add(1));
    let aside = desk.folder().quarantine()?.into_iter().filter(SetAside::may_hold_people);
    let aside = aside.filter_map(|aside| aside.at.max(moment.now).checked_add_signed(month)).max();
    Ok(aside.map_or(copies, |last| copies.max(last.date_naive())))
}

/// The certificate of a line of the register.
pub(super) fn certificate(desk: &Desk, erasure: &Erasure, moment: &Moment) -> Result<CertificateView, Failure> {
    let people = match erasure.counts.people {
        0 => counted(erasure.counts.dossiers, "dossier", "dossiers"),
        people => counted(people, "personne", "personnes"),
    };
    let gone = long_date(erasure.gone_from_copies_on);
    let summary = format!("{people}, certificat {}, absent de toute copie de cet ordinateur le {gone}", erasure.number);
    Ok(CertificateView {
        number: erasure.number.clone(),
        summary: spaced(&summary),
        erased_on: long_date(moment.day_of(erasure.erased_at)),
        rows: rows(erasure, moment),
        remains: remains(erasure).iter().map(|text| spaced(text)).collect(),
        fingerprint: erasure.fingerprint.clone(),
        is_own: desk.vault()?.is_own_erasure(erasure)?,
    })
}

fn rows(erasure: &Erasure, moment: &Moment) -> Vec<CertificateRow> {
    let at = |instant| format!("{} à {}", long_date(moment.day_of(instant)), moment.hour_of(instant));
    let counts = &erasure.counts;
    let due = match erasure.reason {
        ErasureReason::RetentionOver => long_date(erasure.due_on),
        ErasureReason::AskedByPerson | ErasureReason::Duplicate => String::new(),
    };
    let rows = [
        ("Numéro de la personne", format!("P-{:04}", erasure.person)),
        ("Dossiers", erasure.references.join(", ")),
        ("Dernier contact", long_date(erasure.last_contact)),
        ("Échéance", due),
        ("Raison", lowered(erasure.reason.label())),
        ("Décidé le", long_date(erasure.decided_on)),
        ("Effacé le", at(erasure.erased_at)),
        ("Copie vérifiée avant", erasure.copied_at.map(at).unwrap_or_else(|| "non".to_owned())),
        ("Fiches de personne effacées", counts.people.to_string()),
        ("Dossiers effacés", counts.dossiers.to_string()),
        ("Faits notés", counts.facts.to_string()),
        ("Lignes de budget", counts.budget_lines.to_string()),
        ("Pièces", counts.pieces.to_string()),
        ("Papiers remis, gardés", counts.papers.to_string()),
        ("Lignes en tout", counts.rows.to_string()),
        ("Recherche après effacement", counted(erasure.found_after, "résultat", "résultats")),
    ];
    let known = rows.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(label, value)| CertificateRow { label: spaced(label), value: spaced(&value) }).collect()
}

fn remains(erasure: &Erasure) -> Vec<String> {
    let counts = &erasure.counts;
    let mut said = Vec::new();
    if erasure.figures_kept {
        let dossiers = counted(counts.dossiers, "dossier compté", "dossiers comptés");
        said.push(format!("Dans les bilans : {dossiers}, sans nom ni référence, l’année de naissance seule."));
    }
    if counts.people == 0 {
        said.push("La personne : un autre dossier la concerne encore.".to_owned());
    }
    let lines = counted(counts.journal_lines, "ligne", "lignes");
    said.push(format!("Au journal des accès : {lines}, avec le numéro du dossier et sans nom, pour le temps légal."));
    said.push(format!(
        "Dans les copies de cet ordinateur faites avant : chiffré, jusqu’au {} au plus tard. Si l’une d’elles était \
         restaurée, le registre n’y saurait rien de cet effacement : il serait à refaire le jour même, d’après ce \
         certificat.",
        long_date(erasure.gone_from_copies_on)
    ));
    said.push("Sur les clés et partages : remplacez les copies faites avant ce jour.".to_owned());
    said
}
