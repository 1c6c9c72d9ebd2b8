//! What an erasure would take away and what it would leave, before anything is done.

use domain::dossier::DossierId;
use domain::retention::ErasureReason;
use domain::words::{counted, long_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::register::gone_from_copies_on;
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::shapes::Choice;

/// What an erasure would take away and leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ErasurePreview {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference, to be typed again.
    pub reference: String,
    /// Who asked.
    pub name: String,
    /// The references of the person's other dossiers.
    pub others: Vec<String>,
    /// What goes with this dossier alone.
    pub goes: Vec<String>,
    /// What goes with the person and every dossier of theirs.
    pub goes_with_person: Vec<String>,
    /// What stays.
    pub stays: Vec<String>,
    /// Why it may be erased.
    pub reasons: Vec<Choice>,
}

/// Says what erasing a dossier would take away and leave. Nothing is changed.
pub fn erasure_preview(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<ErasurePreview, Failure> {
    let (dossier, theirs) = desk.read(|reader| {
        let dossier = found(reader, input.dossier)?;
        let theirs = reader.dossiers_of(reader.person_of(input.dossier)?)?;
        let references = reader.references(&theirs)?;
        Ok((dossier, references))
    })?;
    let all: Vec<DossierId> = theirs.keys().copied().collect();
    let alone = all.len() < 2;
    let gone = long_date(gone_from_copies_on(desk, moment)?);
    let stays = [
        "Dans les bilans : une ligne sans nom ni référence, avec la seule année de naissance, si vous la gardez."
            .to_owned(),
        "Au journal des accès : le numéro du dossier, jamais un nom.".to_owned(),
        format!("Dans les copies chiffrées de cet ordinateur : jusqu’au {gone} au plus tard."),
        "Chez d’autres : ce que la banque ou la comptabilité gardent selon leurs règles, les papiers imprimés, et les \
         copies sur clé tant que vous ne les remplacez pas."
            .to_owned(),
    ];
    Ok(ErasurePreview {
        dossier: input.dossier,
        reference: dossier.reference.clone(),
        name: dossier.person.display_name(),
        others: theirs.iter().filter(|(id, _)| **id != input.dossier).map(|(_, reference)| reference.clone()).collect(),
        goes: goes(desk, &[input.dossier], alone)?,
        goes_with_person: goes(desk, &all, true)?,
        stays: stays.iter().map(|text| spaced(text)).collect(),
        reasons: ErasureReason::ALL.into_iter().map(Choice::of).collect(),
    })
}

/// What goes with these dossiers, counted.
fn goes(desk: &Desk, dossiers: &[DossierId], with_person: bool) -> Result<Vec<String>, Failure> {
    let (mut facts, mut lines, mut pieces, mut papers) = (0_usize, 0_usize, 0_usize, 0_usize);
    for dossier in dossiers {
        for (table, rows) in desk.vault()?.held_of_dossier(*dossier)? {
            let counted = match table {
                "fact" => &mut facts,
                "budget_line" => &mut lines,
                "attachment" => &mut pieces,
                "kept_paper" => &mut papers,
                _ => continue,
            };
            *counted = counted.saturating_add(rows.len());
        }
    }
    let person = if with_person { "la personne et " } else { "" };
    let count = |count: usize, one, many| counted(u64::try_from(count).unwrap_or(u64::MAX), one, many);
    let counts = [
        (facts, "fait noté", "faits notés"),
        (lines, "ligne de budget", "lignes de budget"),
        (pieces, "pièce", "pièces"),
        (papers, "papier remis", "papiers remis"),
    ];
    let mut said = vec![format!("{person}{}", count(dossiers.len(), "dossier", "dossiers"))];
    said.extend(counts.into_iter().filter(|(some, _, _)| *some > 0).map(|(some, one, many)| count(some, one, many)));
    said.push("les brouillons, la recherche, et tout ce qui pouvait encore s’annuler dans le bureau".to_owned());
    Ok(said.iter().map(|text| spaced(text)).collect())
}
