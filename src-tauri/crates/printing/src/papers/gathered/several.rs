//! The same paper of several dossiers, in one file: each keeps its own, and those that are not ready are told.

use documents::papers::Entry;
use documents::papers::session_sheet::Naming;
use domain::dossier::DossierId;
use domain::words::counted;

use super::{Gathered, Held, Missing, Printing, one_dossier};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::{Failure, FailureKind};
use casework::dossiers::found;

/// The most dossiers a file is printed of.
const MOST: usize = 200;

/// The paper of each dossier that is ready for it, in the order asked.
pub(super) fn gather(desk: &Desk, paper: Entry, dossiers: &[DossierId], moment: &Moment) -> Result<Gathered, Failure> {
    if dossiers.len() > MOST {
        return Err(Failure::refused(&format!("Un fichier réunit {MOST} dossiers au plus.")).at("dossiers"));
    }
    if paper.key == "bank_file" {
        let alone = "Le dossier de transmission s’imprime dossier par dossier, avec ses pièces.";
        return Err(Failure::refused(alone).at("dossiers"));
    }
    let (mut parts, mut missing) = (Vec::new(), Vec::new());
    for id in dossiers.iter().copied() {
        let reference = desk.read(|reader| Ok(found(reader, id)?.reference))?;
        match one_dossier(desk, paper, Held::of(desk, id)?, (id, None, Naming::Named), (None, moment)) {
            Ok(part) => {
                missing.extend(part.missing_of(&reference));
                parts.push(part);
            }
            Err(waits) if waits.kind == FailureKind::Refused => {
                missing.push(Missing::of(&format!("{reference}, non imprimé : {}", waits.message), None));
            }
            Err(failed) => return Err(failed),
        }
    }
    if parts.is_empty() {
        let none = format!("« {} » n’est prêt dans aucun de ces dossiers.", paper.title);
        return Err(Failure::refused(&none).at("dossiers").remedy("Ouvrez un dossier pour voir ce qu’il attend."));
    }
    let count = counted(u64::try_from(parts.len()).unwrap_or(u64::MAX), "dossier", "dossiers");
    let day = moment.today.format("%Y-%m-%d").to_string();
    Ok(Gathered {
        entry: paper,
        of: None,
        file_name: paper.file_name(&format!("{day}-{}", parts.len()), 1),
        missing,
        print: Printing::Together {
            title: format!("{} : {count}", paper.title),
            office: desk.read(app::settings::identity)?.name,
            date: moment.today,
            parts,
        },
    })
}
