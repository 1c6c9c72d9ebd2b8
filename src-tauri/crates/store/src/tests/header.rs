//! The header: damage is damage, never a wrong secret, and it asks for nothing unreasonable.

use std::fs;

use super::world::*;
use crate::header::Header;
use crate::keys::{KeyCost, MasterKey, Purpose};
use crate::*;

const SECRET: Secret<'_> = Secret::Passphrase(PASSPHRASE);

fn header() -> Header {
    let code = RecoveryCode::generate().unwrap();
    let secrets = [SECRET, Secret::Code(&code)];
    Header::seal([7; 16], &MasterKey::generate().unwrap(), secrets, KeyCost::Smallest.parameters()).unwrap()
}

/// The header with some bytes replaced and its checksum made to fit, as an attacker would.
fn forged(header: &Header, at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut forged = header.bytes();
    forged[at..at + bytes.len()].copy_from_slice(bytes);
    let end = forged.len() - 32;
    let sum = blake3::hash(&forged[..end]);
    forged[end..].copy_from_slice(sum.as_bytes());
    forged
}

#[test]
fn every_flipped_bit_and_every_truncation_is_damage() {
    let bytes = header().bytes();
    assert_eq!(bytes.len(), 272);
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1 << bit;
            assert!(matches!(Header::read(&flipped), Err(StoreError::HeaderDamaged)), "byte {place}, bit {bit}");
        }
        assert!(matches!(Header::read(&bytes[..place]), Err(StoreError::HeaderDamaged)), "cut at {place}");
    }
    assert!(Header::read(&[bytes, vec![0]].concat()).is_err(), "a byte too many");
}

#[test]
fn a_header_that_asks_for_the_impossible_is_refused_before_any_work() {
    let header = header();
    let slot = 38;
    for (at, asked) in [(slot + 1, u32::MAX), (slot + 1, 0), (slot + 5, u32::MAX), (slot + 5, 0), (slot + 9, 5)] {
        let read = Header::read(&forged(&header, at, &asked.to_le_bytes()));
        assert!(matches!(read, Err(StoreError::HeaderDamaged)), "{asked} at {at}");
    }
    assert!(matches!(Header::read(&forged(&header, slot, &[9])), Err(StoreError::HeaderDamaged)), "unknown slot");
    assert!(matches!(Header::read(&forged(&header, 0, b"OTHER")), Err(StoreError::HeaderDamaged)), "other magic");
}

#[test]
fn parameters_edited_within_reason_do_not_open() {
    let header = header();
    assert!(header.open(SECRET).is_ok());
    for (at, bytes) in [(39, 16_u32.to_le_bytes()), (43, 2_u32.to_le_bytes()), (22, [8; 4]), (55, [1; 4])] {
        let edited = Header::read(&forged(&header, at, &bytes)).unwrap();
        assert!(matches!(edited.open(SECRET).map(|_| ()), Err(StoreError::WrongSecret)), "at {at}");
    }
}

#[test]
fn renewing_one_secret_leaves_the_other_as_it_was() {
    let (code, master) = (RecoveryCode::generate().unwrap(), MasterKey::generate().unwrap());
    let cost = KeyCost::Smallest.parameters();
    let sealed = |passphrase| {
        let secrets = [Secret::Passphrase(passphrase), Secret::Code(&code)];
        Header::seal([7; 16], &master, secrets, cost).unwrap()
    };
    let (old, new) = (sealed("ancienne phrase"), sealed("nouvelle phrase"));
    let slot = 38..38 + 101;
    let renewed = Header::read(&forged(&old, slot.start, &new.bytes()[slot])).unwrap();
    assert!(renewed.open(Secret::Passphrase("nouvelle phrase")).is_ok());
    assert!(renewed.open(Secret::Passphrase("ancienne phrase")).is_err());
    assert!(renewed.open(Secret::Code(&code)).is_ok(), "the code’s slot was not touched");
}

#[test]
fn each_purpose_has_its_own_key() {
    let master = MasterKey::generate().unwrap();
    let database = master.derive(Purpose::Database).unwrap();
    assert_eq!(*database, *master.derive(Purpose::Database).unwrap());
    assert_ne!(*database, *master.derive(Purpose::Journal).unwrap());
}

#[test]
fn a_later_version_names_what_to_install() {
    let mut later = [0; 14];
    later[0] = 2;
    later[2..7].copy_from_slice(b"2.5.1");
    let refused = Header::read(&forged(&header(), 8, &later)).unwrap_err();
    assert!(matches!(refused, StoreError::TooNew { needs } if needs == "2.5.1"));
}

#[test]
fn one_damaged_copy_is_put_right_from_the_other_and_kept_aside() {
    let damages: [fn(&std::path::Path); 5] = [
        |path| flip(path, 100, 3),
        |path| cut(path, 200),
        |path| cut(path, 0),
        |path| fs::write(path, vec![7; 2_000_000]).unwrap(),
        |path| fs::remove_file(path).unwrap(),
    ];
    for name in ["header", "header.copy"] {
        for damage in damages {
            let (office, vault) = Office::create();
            drop(vault);
            let sound = fs::read(office.file(name)).unwrap();
            damage(&office.file(name));
            let damaged = fs::read(office.file(name)).ok();
            assert!(matches!(office.vault().state(), VaultState::Present));
            assert!(
                matches!(
                    Vault::unlock(&office.vault(), Secret::Passphrase("fausse"), now()),
                    Err(StoreError::WrongSecret)
                ),
                "a wrong secret stays a wrong secret"
            );
            let (vault, told) = office.unlock().unwrap();
            assert_eq!(told, [Told::HeaderRepaired]);
            drop(vault);
            assert_eq!(fs::read(office.file(name)).unwrap(), sound);
            let kept = office.quarantine().iter().map(|path| fs::read(path).unwrap()).next();
            assert_eq!(kept, damaged, "what was there is kept");
            assert_eq!(office.unlock().unwrap().1, [], "told once");
        }
    }
}

#[test]
fn with_both_copies_gone_no_secret_is_blamed() {
    let (office, vault) = Office::create();
    drop(vault);
    flip(&office.file("header"), 60, 0);
    flip(&office.file("header.copy"), 200, 7);
    assert!(matches!(office.refusal(), StoreError::HeaderDamaged));
    assert!(matches!(office.vault().state(), VaultState::Damaged(StoreError::HeaderDamaged)));
}
