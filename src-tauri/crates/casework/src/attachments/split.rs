//! A PDF that holds several papers, cut into one file each: they take its place, and undo brings it back.

use documents::merge::cut;
use domain::attachment::{Attachment, AttachmentId, ContentKind};
use domain::dossier::DossierId;
use domain::line::Line;
use domain::words::counted;
use serde::Deserialize;
use store::Pieces;
use ts_rs::TS;

use super::attach::{Brought, bring_bytes, insert};
use super::inside::Kept;
use super::view::{AttachmentsView, attachments};
use super::{acted, found};
use crate::dossiers::OneDossier;
use app::caller::{Caller, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::job::{Ending, Work};

/// An attachment to cut, and where.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentToSplit {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The attachment.
    #[ts(type = "number")]
    pub attachment: AttachmentId,
    /// The pages at which another paper begins, as typed: `2, 4`.
    pub starts: String,
}

/// Cuts a PDF into the papers it holds, each waiting for its place; nothing of it is lost.
pub fn split_attachment(
    desk: &Desk,
    input: AttachmentToSplit,
    caller: &Caller,
) -> Result<Work<Ending<AttachmentsView>>, Failure> {
    let (id, dossier) = (input.attachment, input.dossier);
    let starts = starts(&input.starts)?;
    let (before, piece) = desk.read(|reader| found(reader, dossier, id))?;
    if before.kind != ContentKind::Pdf {
        return Err(Failure::refused("Seul un PDF se découpe.").at("starts"));
    }
    let pieces = desk.vault()?.pieces();
    let kept = Kept::new(pieces.clone(), piece, caller.moment);
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let brought = bring_parts(&pieces, &before, &kept.read()?.0, &starts)?;
        progress.step(1, 2)?;
        let ending: Ending<AttachmentsView> = Box::new(move |desk, caller| {
            // The office may have been locked, and another one opened, while the file was cut.
            if desk.vault()?.pieces() != pieces {
                return Err(Failure::locked());
            }
            let written = desk.act("split_attachment", &caller.moment, |writer| {
                let known = crate::dossiers::found(writer, dossier)?;
                let (before, _) = found(writer, dossier, id)?;
                writer.delete_attachment(dossier, id)?;
                insert(writer, &known, &brought.iter().collect::<Vec<_>>(), None, &caller.moment)?;
                let all = writer.attachments(dossier)?;
                for part in all.into_iter().rev().take(brought.len()) {
                    writer.describe_attachment(dossier, &Attachment { rotation: before.rotation, ..part })?;
                }
                let parts = counted(brought.len(), "fichier", "fichiers");
                Ok(acted((), &known, &format!("Découpage de « {} » en {parts}", before.name)))
            });
            if written.is_err() {
                brought.iter().for_each(|part| pieces.take_back(&part.written));
            }
            written?;
            attachments(desk, OneDossier { dossier }, &caller.moment)
        });
        Ok(ending)
    }))
}

/// The pages typed, in any order. Errors: what is no page.
fn starts(typed: &str) -> Result<Vec<usize>, Failure> {
    let parts = typed.split(|sign: char| sign == ',' || sign == ';' || sign.is_whitespace());
    let pages = parts.filter(|part| !part.is_empty()).map(|part| part.parse().ok().filter(|page| *page > 0));
    let pages: Option<Vec<usize>> = pages.collect();
    let refused = || Failure::refused("À quelles pages commence un autre papier ? Par exemple : 2, 4.").at("starts");
    pages.filter(|pages| !pages.is_empty()).ok_or_else(refused)
}

/// Writes each part in the vault. Errors: the file cannot be cut, nowhere to cut it; nothing of it stays then.
fn bring_parts(pieces: &Pieces, before: &Attachment, bytes: &[u8], starts: &[usize]) -> Result<Vec<Brought>, Failure> {
    let places: Vec<usize> = starts.iter().map(|page| page.saturating_sub(1)).collect();
    let unplaced = |why: documents::merge::Unplaced| {
        Failure::refused(&format!("« {} » : {}.", before.name, why.reason())).remedy(&why.remedy()).at("starts")
    };
    let parts = cut(bytes, &places).map_err(unplaced)?;
    if parts.len() < 2 {
        let told = format!("« {} » n’a pas ces pages, ou un papier y commence déjà.", before.name);
        return Err(Failure::refused(&told).remedy("Comptez à partir de 2.").at("starts"));
    }
    let mut brought: Vec<Brought> = Vec::new();
    for (number, part) in (1..).zip(&parts) {
        match bring_bytes(pieces, part_name(before.name.as_str(), number), part) {
            Ok(Ok(one)) => brought.push(one),
            Ok(Err(why)) => {
                brought.iter().for_each(|part| pieces.take_back(&part.written));
                return Err(Failure::refused(&why.reason()).remedy(&why.remedy()).at("starts"));
            }
            Err(failure) => {
                brought.iter().for_each(|part| pieces.take_back(&part.written));
                return Err(failure);
            }
        }
    }
    Ok(brought)
}

/// `scan (2).pdf`: what the file was called, its end cut rather than its number.
fn part_name(name: &str, number: usize) -> Line {
    const ROOM: usize = 12;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let short: String = stem.chars().take(Line::LIMIT.saturating_sub(ROOM)).collect();
    Line::read(&format!("{short} ({number}).pdf")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_as_they_are_typed() {
        assert_eq!(starts("2, 4").unwrap(), [2, 4]);
        assert_eq!(starts("4;2  5").unwrap(), [4, 2, 5]);
        for refused in ["", "deux", "0", "-1", "2,x"] {
            assert!(starts(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn a_part_has_the_name_of_the_file_and_its_number() {
        assert_eq!(part_name("scan du 3.pdf", 2).as_str(), "scan du 3 (2).pdf");
        assert!(part_name(&"é".repeat(400), 3).as_str().ends_with("(3).pdf"));
    }
}
