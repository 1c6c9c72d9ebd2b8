//! Undoing a whole import: what it created goes, what it added to others goes, what was changed since stays.

use std::collections::BTreeSet;

use domain::dossier::{DossierId, FactId};
use domain::line::Line;
use domain::person::Person;
use domain::words::{counted, spaced};
use serde::Serialize;
use store::{Acted, RegisterLine, Writer};
use ts_rs::TS;

use super::view::OneImport;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// What undoing an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterUndone {
    /// `Reprise défaite : 103 dossiers retirés, 9 rendus à leur état d’avant.`
    pub sentence: String,
    /// Dossiers taken out.
    pub removed: u32,
    /// Dossiers given back what they were.
    pub restored: u32,
    /// The references of those that were changed since, and stay.
    pub kept: Vec<String>,
}

/// Undoes an import. It is an action like any other: it can itself be undone.
pub fn undo_register(desk: &mut Desk, input: OneImport, moment: &Moment) -> Result<RegisterUndone, Failure> {
    desk.act("undo_register", moment, |writer| {
        let imports = writer.register_imports()?;
        let import = imports.into_iter().find(|import| import.id == input.import && !import.undone);
        let import = import.ok_or_else(|| Failure::gone("Cette reprise"))?;
        let changed: BTreeSet<DossierId> = writer.changed_since_import(import.id)?.into_iter().collect();
        let references = writer.references(&changed.iter().copied().collect::<Vec<_>>())?;
        let lines = writer.register_lines(import.id)?;
        let free = |line: &&RegisterLine| !changed.contains(&line.dossier);
        let created: BTreeSet<DossierId> =
            lines.iter().filter(|line| line.created).filter(free).map(|line| line.dossier).collect();
        let restored = give_back(writer, lines.iter().filter(|line| !line.created).filter(free))?;
        writer.close_register_import(import.id)?;
        writer.take_out_dossiers(&created)?;
        let removed = u32::try_from(created.len()).unwrap_or(u32::MAX);
        let kept: Vec<String> = references.into_values().collect();
        let sentence = told(removed, restored, &kept);
        Ok::<_, Failure>(Acted {
            sentence: spaced(&format!("Retour sur la reprise de « {} ».", import.file)),
            value: RegisterUndone { sentence, removed, restored, kept },
            dossier: None,
            fields: vec!["taken_over"],
            draft: None,
        })
    })
}

/// Takes out what was added to dossiers that were there, and gives their number.
fn give_back<'l>(writer: &Writer<'_>, lines: impl Iterator<Item = &'l RegisterLine>) -> Result<u32, Failure> {
    let mut dossiers = BTreeSet::new();
    let mut facts: Vec<FactId> = Vec::new();
    for line in lines {
        dossiers.insert(line.dossier);
        facts.extend(line.fact);
        if !line.filled.is_empty() {
            let id = writer.person_of(line.dossier)?;
            let known = writer.person(id)?.ok_or_else(|| Failure::gone("Cette personne"))?;
            let filled = |name: &str| line.filled.split(',').any(|one| one == name);
            let before = Person {
                born_on: known.born_on.filter(|_| !filled("born_on")),
                phone: known.phone.clone().filter(|_| !filled("phone")),
                commune: if filled("commune") { Line::default() } else { known.commune.clone() },
                ..known
            };
            writer.update_person(id, &before)?;
        }
    }
    writer.take_out_facts(&facts)?;
    Ok(u32::try_from(dossiers.len()).unwrap_or(u32::MAX))
}

fn told(removed: u32, restored: u32, kept: &[String]) -> String {
    let mut says = format!("Reprise défaite : {}", counted(removed, "dossier retiré", "dossiers retirés"));
    if restored > 0 {
        says.push_str(&format!(", {}", counted(restored, "rendu à son état d’avant", "rendus à leur état d’avant")));
    }
    if !kept.is_empty() {
        says.push_str(&format!(". Gardés, car modifiés depuis : {}", kept.join(", ")));
    }
    spaced(&format!("{says}."))
}
