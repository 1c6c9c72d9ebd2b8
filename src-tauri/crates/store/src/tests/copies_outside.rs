//! Copies in a folder that is not Étrier's alone, and of an office that is damaged.

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use domain::attachment::ContentKind;

use super::world::*;
use crate::*;

fn copied(vault: &Vault) -> CopyMade {
    vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut |_, _| true).unwrap()
}

fn stick(office: &Office) -> (std::path::PathBuf, CopyPlace) {
    let folder = office.folder.path().join("stick");
    fs::create_dir(&folder).unwrap();
    (folder.clone(), CopyPlace::at(&folder))
}

fn carried(office: &Office, vault: &Vault, made: &CopyMade, to: &CopyPlace) -> Result<CopyMade, StoreError> {
    office.vault().copies().carry(&made.stamp, to, &vault.copy_keys(), &mut |_, _| true)
}

fn attached(vault: &mut Vault) -> WrittenPiece {
    let dossier = recorded(vault, &sonia(), "voiture");
    let (written, name) = (vault.pieces().write(b"bulletin").unwrap(), text("bulletin.pdf"));
    let new = NewAttachment {
        written: &written,
        kind: ContentKind::Pdf,
        name: &name,
        filing: None,
        recognised: None,
        added_at: now(),
    };
    vault
        .act(act("attach_files"), |writer| {
            Ok::<_, StoreError>(acted(writer.insert_attachment(dossier, &new)?, Some(dossier)))
        })
        .unwrap();
    written
}

fn piece_in(pieces: &Path, file: &str) -> std::path::PathBuf {
    pieces.join(&file[..2]).join(&file[2..4]).join(format!("{file}.piece"))
}

#[test]
fn what_is_the_users_own_in_the_chosen_folder_stays() {
    let (office, vault) = Office::create();
    let (folder, place) = stick(&office);
    fs::create_dir_all(folder.join("compta.tmp")).unwrap();
    fs::create_dir_all(folder.join("pieces")).unwrap();
    let own = ["compta.tmp/budget.ods", "~WRL0001.tmp", "pieces/echecs.piece"];
    for name in own {
        fs::write(folder.join(name), "à moi").unwrap();
    }
    fs::create_dir(folder.join("2026-11-20T0812Z-zz.tmp")).unwrap();
    carried(&office, &vault, &copied(&vault), &place).unwrap();
    for name in own {
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "à moi", "{name}");
    }
    assert!(!folder.join("2026-11-20T0812Z-zz.tmp").exists(), "a copy cut short is cleared");
}

#[cfg(unix)]
#[test]
fn links_and_pipes_of_a_stick_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let (office, mut vault) = Office::create();
    let live = piece_in(&office.folder.path().join("vault/pieces"), &attached(&mut vault).piece.file);
    let (folder, place) = stick(&office);
    let whole = fs::read(office.database()).unwrap();
    symlink(office.database(), folder.join("etrier-place.new")).unwrap();
    place.mark().unwrap();
    assert_eq!(fs::read(office.database()).unwrap(), whole);
    let made = copied(&vault);
    symlink(office.folder.path().join("vault/pieces"), folder.join("pieces")).unwrap();
    assert!(carried(&office, &vault, &made, &place).is_err());
    fs::remove_file(folder.join("pieces")).unwrap();
    fs::create_dir(folder.join("pieces")).unwrap();
    for (level, to) in fs::read_dir(office.folder.path().join("vault/pieces")).unwrap().enumerate() {
        symlink(to.unwrap().path(), folder.join("pieces").join(format!("{level:02}"))).unwrap();
    }
    carried(&office, &vault, &made, &place).unwrap();
    assert!(live.is_file());
    let pipe = folder.join("2026-11-19T0812Z-zz");
    fs::create_dir(&pipe).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(pipe.join("manifest")).status().unwrap().success());
    assert_eq!(place.copies().unwrap().len(), 2, "nobody waits for it");
}

#[test]
fn damaged_pieces_are_written_again_and_keep_nothing_else_from_being_copied() {
    let (office, mut vault) = Office::create();
    let file = attached(&mut vault).piece.file.clone();
    let (folder, place) = stick(&office);
    let made = copied(&vault);
    carried(&office, &vault, &made, &place).unwrap();
    let there = piece_in(&folder.join("pieces"), &file);
    let whole = fs::read(&there).unwrap();
    fs::write(&there, b"autre chose").unwrap();
    let database = folder.join(&made.stamp).join("office.db");
    let written = fs::metadata(&database).unwrap().modified().unwrap();
    carried(&office, &vault, &made, &place).unwrap();
    assert_eq!(fs::read(&there).unwrap(), whole);
    assert_eq!(fs::metadata(&database).unwrap().modified().unwrap(), written, "a sound copy is not taken away");
    fs::remove_file(&there).unwrap();
    assert_eq!(place.copies().unwrap()[0].state, CopyState::Unusable(Unusable::Pieces(1)));
    fs::write(piece_in(&office.folder.path().join("vault/pieces"), &file), b"abim").unwrap();
    let again = copied(&vault);
    assert_eq!((again.pieces, again.missing.len()), (0, 1));
    carried(&office, &vault, &again, &place).unwrap();
}

#[test]
fn a_clock_ahead_and_many_erasures_let_no_copy_go_too_soon() {
    let day = |days| Kept { made_at: now() + TimeDelta::days(days), pinned_until: None, verified: true };
    assert_eq!(to_delete(&[day(0), day(1), day(2), day(800)], now() + TimeDelta::days(800)), Vec::<usize>::new());
    let pinned: Vec<Kept> = (0..24)
        .map(|minute| {
            let made_at = now() + TimeDelta::minutes(minute);
            Kept { made_at, pinned_until: Reason::BeforeErasure.pinned_until(made_at), verified: true }
        })
        .collect();
    assert_eq!(to_delete(&pinned, now() + TimeDelta::hours(1)), Vec::<usize>::new());
}

#[test]
fn what_came_after_the_last_copy_is_known_at_the_next_opening() {
    let (office, mut vault) = Office::create();
    copied(&vault);
    drop(vault);
    vault = office.unlock().unwrap().0;
    assert!(!vault.has_changed());
    attached(&mut vault);
    drop(vault);
    assert!(office.unlock().unwrap().0.has_changed());
}

#[test]
fn one_rotten_scan_holds_no_copy_back_and_is_named() {
    let (office, mut vault) = Office::create();
    let file = attached(&mut vault).piece.file.clone();
    let (folder, place) = stick(&office);
    let made = copied(&vault);
    assert_eq!(made.pieces, 1);
    // One bit of the file that the office and its copy share.
    flip(&piece_in(&office.folder.path().join("vault/pieces"), &file), 40, 2);
    let carried = carried(&office, &vault, &made, &place).unwrap();
    assert_eq!((carried.pieces, carried.missing.as_slice()), (0, [file.clone()].as_slice()));
    let named = vault.read(|reader| reader.attachment_files()).unwrap();
    assert_eq!(named[&file], ("bulletin.pdf".to_owned(), "2026-001".to_owned()));
    let there = place.copies().unwrap();
    assert_eq!((there.len(), &there[0].state), (1, &CopyState::Sound));
    drop(vault);
    let elsewhere = tempfile::tempdir().unwrap();
    let way = Way::Secret(Secret::Passphrase(PASSPHRASE));
    let copy = CopyAt { place: &place, stamp: &made.stamp };
    let restored = VaultFolder::at(elsewhere.path()).restore(copy, way, now(), &mut |_, _| true).unwrap();
    assert_eq!((restored.dossiers, restored.missing_pieces), (1, 1));
    assert!(folder.join(&made.stamp).exists());
}
