//! Papers that went out: their bytes come back, are in every copy, and go with their dossier.

use std::fs;

use chrono::TimeDelta;
use domain::dossier::DossierId;
use domain::paper::{Fingerprint, KeptPaperId};

use super::world::*;
use crate::*;

const SHEET: &[u8] = b"%PDF-1.7 fiche budgetaire de Sonia Delmas %%EOF";

fn kept(vault: &mut Vault, dossier: DossierId) -> KeptPaperId {
    let written = vault.pieces().write(SHEET).unwrap();
    named(vault, dossier, &written)
}

fn named(vault: &mut Vault, dossier: DossierId, written: &WrittenPiece) -> KeptPaperId {
    let reader = text("Mme Sonia Delmas");
    vault
        .act(act("keep_paper"), |writer| {
            let id = writer.insert_kept_paper(dossier, &kept_paper(written, &reader))?;
            Ok::<_, StoreError>(acted(id, Some(dossier)))
        })
        .unwrap()
}

fn bytes(vault: &Vault, dossier: DossierId, id: KeptPaperId) -> Option<Vec<u8>> {
    let piece = vault.read(|reader| reader.paper_piece(dossier, id)).unwrap()?;
    Some(vault.pieces().read(&piece).unwrap())
}

#[test]
fn a_paper_comes_back_as_it_went_out_and_only_through_its_dossier() {
    let (office, mut vault) = Office::create();
    let [dossier, other] = ["voiture", "permis"].map(|project| recorded(&mut vault, &sonia(), project));
    let written = vault.pieces().write(SHEET).unwrap();
    let id = named(&mut vault, dossier, &written);
    assert_eq!(bytes(&vault, dossier, id).unwrap(), SHEET);
    assert_eq!(bytes(&vault, other, id), None);
    let [row] = vault.read(|reader| reader.kept_papers(dossier)).unwrap().try_into().unwrap();
    assert_eq!((row.paper.as_str(), row.reader.as_str(), row.size), ("budget_sheet", "Mme Sonia Delmas", 47));
    let found = vault.read(|reader| reader.papers_with(Fingerprint::of(7))).unwrap();
    assert_eq!(found, [(dossier, row)]);
    assert_eq!(vault.read(|reader| reader.papers_with(Fingerprint::of(8))).unwrap(), []);
    let again = vault.pieces().write(SHEET).unwrap();
    let like = |dossier| vault.read(|reader| reader.paper_like(dossier, &again)).unwrap();
    assert_eq!((like(dossier), like(other)), (Some(id), None));
    for (path, bytes) in on_disk(&office) {
        assert!(!contains(&bytes, "budgetaire"), "{}", path.display());
    }
}

#[test]
fn the_file_of_a_paper_is_checked_copied_and_given_back() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let id = kept(&mut vault, dossier);
    let made = vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut |_, _| true).unwrap();
    assert_eq!(made.pieces, 1);
    let piece = vault.read(|reader| reader.paper_piece(dossier, id)).unwrap().unwrap();
    fs::remove_file(vault.pieces().path(&piece.file)).unwrap();
    let problem = Problem::Paper { dossier, paper: id, fault: PieceFault::Missing };
    assert_eq!(vault.verify().unwrap().problems, [problem]);
    assert!(vault.pieces().read_or_recover(&piece, now()).unwrap().1, "taken from the copy");
    assert_eq!(vault.verify().unwrap().problems, []);

    // Looked for once a week, orphans go; what a row names, or undoing would name, stays.
    vault.undo(now()).unwrap();
    drop(vault);
    let later = |days| {
        let at = now() + TimeDelta::days(days);
        Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), at).unwrap().0
    };
    let mut vault = later(60);
    assert_eq!(vault.read(|reader| reader.kept_papers(dossier)).unwrap(), []);
    vault.redo(now()).unwrap();
    assert_eq!(bytes(&vault, dossier, id).unwrap(), SHEET);
}

#[test]
fn a_paper_goes_with_its_dossier() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let id = kept(&mut vault, dossier);
    let piece = vault.read(|reader| reader.paper_piece(dossier, id)).unwrap().unwrap();
    let file = vault.pieces().path(&piece.file);
    assert!(file.exists());
    let erasure = vault.erase(&order(&[dossier.0]), "erase_dossier", now()).unwrap();
    assert_eq!((erasure.counts.papers, erasure.counts.pieces), (1, 0));
    assert!(!file.exists());
    assert_eq!(vault.read(|reader| reader.papers_with(Fingerprint::of(7))).unwrap(), []);
    assert!(vault.is_own_erasure(&erasure).unwrap());
}
