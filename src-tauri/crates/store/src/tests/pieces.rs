//! What is attached: whole on the disk or told by name, never in clear, never left behind.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use domain::attachment::{AttachmentId, ContentKind, Filing};
use domain::dossier::DossierId;
use proptest::prelude::*;

use super::world::*;
use crate::*;

const SECRET: &[u8] = b"bulletin de salaire de Sonia Delmas";

/// A content of so many bytes that says what it is.
fn scan(size: usize) -> Vec<u8> {
    SECRET.iter().copied().cycle().take(size).collect()
}

fn attached(vault: &mut Vault, dossier: DossierId, name: &str, content: &[u8]) -> AttachmentId {
    let written = vault.pieces().write(content).unwrap();
    named(vault, dossier, name, &written)
}

fn named(vault: &mut Vault, dossier: DossierId, name: &str, written: &WrittenPiece) -> AttachmentId {
    let name = text(name);
    let filing = Filing { document: key("payslips"), part: text("octobre"), on: day("2026-11-20") };
    let new = NewAttachment {
        written,
        kind: ContentKind::Pdf,
        name: &name,
        filing: Some(&filing),
        recognised: None,
        added_at: now(),
    };
    vault
        .act(act("attach_files"), |writer| {
            let id = writer.insert_attachment(dossier, &new)?;
            Ok::<_, StoreError>(acted(id, Some(dossier)))
        })
        .unwrap()
}

fn content(vault: &Vault, dossier: DossierId, id: AttachmentId) -> Result<Vec<u8>, StoreError> {
    let piece = vault.read(|reader| reader.piece(dossier, id))?.expect("a row");
    vault.pieces().read(&piece)
}

fn file(vault: &Vault, dossier: DossierId, id: AttachmentId) -> PathBuf {
    let piece = vault.read(|reader| reader.piece(dossier, id)).unwrap().unwrap();
    vault.pieces().path(&piece.file)
}

fn piece_files(office: &Office) -> Vec<PathBuf> {
    let mut files = files_under(&office.folder.path().join("vault/pieces"));
    files.retain(|file| file.extension().is_some());
    files
}

fn faults(vault: &Vault) -> Vec<Problem> {
    vault.verify().unwrap().problems
}

/// The same office, opened so many days later.
fn days_later(office: &Office, vault: Vault, days: i64) -> Vault {
    drop(vault);
    let later = now() + TimeDelta::days(days);
    Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), later).unwrap().0
}

/// As if a file had been written on a day.
fn dated(path: &Path, day: DateTime<Utc>) {
    OpenOptions::new().write(true).open(path).unwrap().set_modified(day.into()).unwrap();
}

#[test]
fn what_is_attached_comes_back_and_nothing_of_it_is_in_clear() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let sizes = [1, 65_535, 65_536, 65_537, 131_072, 300_000];
    let ids: Vec<_> = sizes.iter().map(|size| attached(&mut vault, dossier, "bulletin.pdf", &scan(*size))).collect();
    let mut vault = days_later(&office, vault, 0);
    for (id, size) in ids.iter().zip(sizes) {
        assert_eq!(content(&vault, dossier, *id).unwrap(), scan(size), "{size}");
    }
    let rows = vault.read(|reader| reader.attachments(dossier)).unwrap();
    assert_eq!(rows.iter().map(|row| row.size).collect::<Vec<_>>(), sizes.map(|size| size as u64));
    assert_eq!((rows[0].name.as_str(), rows[0].kind), ("bulletin.pdf", ContentKind::Pdf));
    assert_eq!(rows[0].filing.as_ref().map(|filing| filing.part.as_str()), Some("octobre"));
    let again = vault.pieces().write(&scan(65_536)).unwrap();
    let same = vault.read(|reader| reader.same_attachment(dossier, &again)).unwrap();
    assert_eq!(same.map(|same| same.id), Some(ids[2]), "the same bytes are known again");
    vault.pieces().take_back(&again);
    assert_eq!(faults(&vault), []);
    for (path, bytes) in on_disk(&office) {
        assert!(!contains(&bytes, "salaire") && !contains(&bytes, "bulletin"), "{}", path.display());
    }
    let other = recorded(&mut vault, &sonia(), "permis");
    let piece = vault.read(|reader| reader.piece(other, ids[0])).unwrap();
    assert!(piece.is_none(), "an attachment is read through its own dossier");
}

#[test]
fn a_file_that_no_row_names_goes_after_a_week() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let kept = attached(&mut vault, dossier, "bulletin.pdf", &scan(10));
    vault.pieces().write(&scan(20)).unwrap();
    let cut_short = office.folder.path().join("vault/pieces/00/11").join(format!("{:032x}.piece.new", 17));
    fs::create_dir_all(cut_short.parent().unwrap()).unwrap();
    fs::write(&cut_short, "half").unwrap();
    for path in piece_files(&office) {
        dated(&path, now());
    }
    let vault = days_later(&office, vault, 6);
    assert_eq!(piece_files(&office).len(), 3, "a cut action may not be a week old");
    dated(&office.folder.path().join("vault/pieces/swept"), now());
    let beside = office.folder.path().join("vault/generation-000009");
    fs::create_dir(&beside).unwrap();
    let noted = r#"{"generation":"generation-000009","at":"2026-11-20T08:12:00Z"}"#;
    fs::write(office.folder.path().join("vault/previous"), noted).unwrap();
    let vault = days_later(&office, vault, 8);
    assert_eq!(piece_files(&office).len(), 3, "a generation that may be taken back may name them");
    if beside.exists() {
        fs::remove_dir_all(&beside).unwrap();
    }
    let vault = days_later(&office, vault, 8);
    assert_eq!(piece_files(&office), [file(&vault, dossier, kept)]);
    assert_eq!(content(&vault, dossier, kept).unwrap(), scan(10));
}

#[test]
fn a_file_stays_as_long_as_undo_can_bring_its_row_back() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let id = attached(&mut vault, dossier, "bulletin.pdf", &scan(70_000));
    let path = file(&vault, dossier, id);
    dated(&path, now());
    vault.undo(now()).unwrap().unwrap();
    let mut vault = days_later(&office, vault, 30);
    vault.redo(now()).unwrap().unwrap();
    assert_eq!(content(&vault, dossier, id).unwrap(), scan(70_000), "attached, undone, done again");

    let remove = |vault: &mut Vault| {
        let work = |writer: &Writer<'_>| {
            writer.delete_attachment(dossier, id)?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        };
        vault.act(act("remove_attachment"), work).unwrap();
    };
    remove(&mut vault);
    dated(&office.folder.path().join("vault/pieces/swept"), now());
    let mut vault = days_later(&office, vault, 60);
    vault.undo(now()).unwrap().unwrap();
    assert_eq!(content(&vault, dossier, id).unwrap(), scan(70_000), "taken out, undone");
    assert_eq!(faults(&vault), []);

    remove(&mut vault);
    vault.stock(act("stock_demo"), |_| Ok::<_, StoreError>(())).unwrap();
    dated(&office.folder.path().join("vault/pieces/swept"), now());
    let _vault = days_later(&office, vault, 90);
    assert!(!path.exists(), "nothing can bring it back any more");
}

#[test]
fn a_missing_a_swapped_and_a_changed_file_are_told_with_their_dossier() {
    let (_office, mut vault) = Office::create();
    let [first, second] = ["voiture", "permis"].map(|project| recorded(&mut vault, &sonia(), project));
    let ids = [first, second].map(|dossier| attached(&mut vault, dossier, "rib.pdf", &scan(100_000)));
    let problem =
        |place: usize, fault| Problem::Piece { dossier: [first, second][place], attachment: ids[place], fault };
    let [one, other] = [file(&vault, first, ids[0]), file(&vault, second, ids[1])];
    let (own, others) = (fs::read(&one).unwrap(), fs::read(&other).unwrap());

    fs::write(&one, &others).unwrap();
    fs::write(&other, &own).unwrap();
    assert_eq!(faults(&vault), [problem(0, PieceFault::Damaged), problem(1, PieceFault::Damaged)]);
    assert!(matches!(content(&vault, first, ids[0]), Err(StoreError::Piece(PieceFault::Damaged))));

    fs::write(&one, &own).unwrap();
    fs::remove_file(&other).unwrap();
    assert_eq!(faults(&vault), [problem(1, PieceFault::Missing)]);
    assert!(matches!(content(&vault, second, ids[1]), Err(StoreError::Piece(PieceFault::Missing))));
    assert_eq!(content(&vault, first, ids[0]).unwrap(), scan(100_000), "the others are read as ever");
}

/// Even with the rows changed along with the files, a file put in the place of another is not opened.
#[test]
fn files_swapped_together_with_their_hashes_do_not_open() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let pieces = vault.pieces();
    let [one, other] = [scan(10), scan(20)].map(|content| pieces.write(&content).unwrap().piece);
    let bytes = fs::read(pieces.path(&other.file)).unwrap();
    fs::write(pieces.path(&one.file), &bytes).unwrap();
    let forged = Piece { file: one.file.clone(), key: other.key.clone(), hash: other.hash.clone() };
    assert!(pieces.check(&forged).is_ok(), "the hash alone would be deceived");
    assert!(matches!(pieces.read(&forged), Err(StoreError::Piece(PieceFault::Damaged))));
    named(&mut vault, dossier, "a.pdf", &WrittenPiece { piece: forged, size: 20, content: "0".repeat(64) });
}

#[test]
fn a_lost_file_is_taken_from_a_copy_kept_on_this_computer() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let id = attached(&mut vault, dossier, "bulletin.pdf", &scan(200_000));
    let path = file(&vault, dossier, id);
    let piece = vault.read(|reader| reader.piece(dossier, id)).unwrap().unwrap();
    let inside = path.strip_prefix(office.folder.path().join("vault/pieces")).unwrap();
    let copy = office.folder.path().join("vault/backups/pieces").join(inside);

    let lost = vault.pieces().read_or_recover(&piece, now()).map(|(_, recovered)| recovered);
    assert!(!lost.unwrap(), "a sound file is only read");
    fs::create_dir_all(copy.parent().unwrap()).unwrap();
    fs::copy(&path, &copy).unwrap();
    fs::remove_file(&path).unwrap();
    let (read, recovered) = vault.pieces().read_or_recover(&piece, now()).unwrap();
    assert!(recovered && read == scan(200_000));
    assert!(office.quarantine().is_empty());

    flip(&path, 5_000, 3);
    assert!(vault.pieces().read_or_recover(&piece, now()).unwrap().1);
    assert_eq!(office.quarantine().len(), 1, "what was damaged is kept");
    assert_eq!(faults(&vault), []);

    flip(&path, 5_000, 3);
    flip(&copy, 9, 0);
    let refused = vault.pieces().read_or_recover(&piece, now());
    assert!(matches!(refused, Err(StoreError::Piece(PieceFault::Damaged))), "a damaged copy repairs nothing");
    fs::remove_dir_all(office.folder.path().join("vault/backups")).unwrap();
    assert!(matches!(vault.pieces().read_or_recover(&piece, now()), Err(StoreError::Piece(PieceFault::Damaged))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_change_of_a_file_is_told(
        size in prop_oneof![1_usize..2_000, Just(65_536), Just(131_072)],
        place in any::<prop::sample::Index>(),
        change in 0_u8..3,
    ) {
        let (_office, mut vault) = Office::create();
        let dossier = recorded(&mut vault, &sonia(), "voiture");
        let id = attached(&mut vault, dossier, "rib.pdf", &scan(size));
        let path = file(&vault, dossier, id);
        let bytes = fs::read(&path).unwrap();
        let place = place.index(bytes.len());
        match change {
            0 => flip(&path, place, 5),
            1 => cut(&path, place as u64),
            _ => fs::write(&path, [bytes.as_slice(), &bytes[place..]].concat()).unwrap(),
        }
        let problem = Problem::Piece { dossier, attachment: id, fault: PieceFault::Damaged };
        prop_assert_eq!(faults(&vault), [problem]);
        prop_assert!(content(&vault, dossier, id).is_err());
    }
}
