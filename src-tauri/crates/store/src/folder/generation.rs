//! One generation of the vault: a header, its copy, a database.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::durable::{is_folder, make_folder, open_plain, put_in_place, sync_folder, write_beside, write_durably};
use super::{Told, read_at_most};
use crate::access::{Health, Reader};
use crate::checks;
use crate::connection::{Opening, check_pairing, open};
use crate::copies::CopyKeys;
use crate::error::StoreError;
use crate::header::{Header, LONGEST, VaultId};
use crate::keys::Key;

/// The page size of SQLCipher 4.
const PAGE: u64 = 4096;

/// The first bytes of a database that nobody encrypted.
const PLAIN: VaultId = *b"SQLite format 3\0";

/// One generation of the vault: a header and a database.
#[derive(Clone, Debug)]
pub(crate) struct Generation {
    pub(super) vault: PathBuf,
    pub(super) folder: PathBuf,
}

/// The header as it was found, and whether a copy has to be put right.
pub(crate) struct FoundHeader {
    pub header: Header,
    repair: Repair,
}

/// What has to be done to one of the two copies of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Repair {
    None,
    /// It is sound and older: a change of secret was cut short between the two.
    Rewrite(&'static str),
    /// It is damaged, or another vault's: kept aside, then made again.
    Replace(&'static str),
}

impl Generation {
    pub(crate) fn at(vault: &Path, folder: &Path) -> Self {
        Self { vault: vault.to_owned(), folder: folder.to_owned() }
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join("office.db")
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The name of its folder.
    pub(crate) fn name(&self) -> String {
        self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Writes the name of this generation as the one in use.
    pub(crate) fn become_current(&self) -> Result<(), StoreError> {
        Ok(write_durably(&self.vault.join("current"), format!("{}\n", self.name()).as_bytes())?)
    }

    /// Writes a header, twice. Both are whole on the disk before either takes its place: a disk that fills
    /// up changes neither. Once the first is in its place the header is in force, whatever becomes of the second:
    /// the next opening makes it again.
    pub(crate) fn write_header(&self, header: &Header) -> Result<(), StoreError> {
        let places = ["header", "header.copy"].map(|name| self.folder.join(name));
        for place in &places {
            write_beside(place, &header.bytes())?;
        }
        for place in &places {
            if let Err(cause) = put_in_place(place)
                && !self.has_in_force(header)
            {
                return Err(cause.into());
            }
        }
        Ok(())
    }

    /// Whether the first of the two headers, which decides, is this one.
    fn has_in_force(&self, header: &Header) -> bool {
        read_at_most(&self.folder.join("header"), LONGEST).is_ok_and(|bytes| bytes == header.bytes())
    }

    /// The number of the last line of its journal; nothing when it does not open with these keys.
    pub(crate) fn journal_seq(&self, CopyKeys { keys, id }: &CopyKeys) -> Option<i64> {
        self.look_at_database(id).ok()?;
        let connection = open(&self.database(), Opening::ToRead, &keys.database, id).ok()?;
        Reader::new(&connection, &Health::default()).journal_head().ok().map(|(seq, _)| seq)
    }

    /// Whether its database opens with these keys. One that cannot be read does not.
    pub(crate) fn opens_with(&self, CopyKeys { keys, id }: &CopyKeys) -> bool {
        self.look_at_database(id).is_ok() && open(&self.database(), Opening::ToRead, &keys.database, id).is_ok()
    }

    /// Opens its database again and checks all of it: pages, number, structure, links.
    pub(crate) fn check_whole(&self, opening: Opening, key: &Key, vault: &VaultId) -> Result<(), StoreError> {
        self.look_at_database(vault)?;
        let connection = open(&self.database(), opening, key, vault)?;
        checks::check_pages(&connection)?;
        check_pairing(&connection, vault)?;
        checks::check_structure(&connection)
    }

    /// The header, from the copy when it is damaged. Errors: both are damaged, a later version.
    pub(crate) fn header(&self) -> Result<FoundHeader, StoreError> {
        let read = |name| {
            let bytes = read_at_most(&self.folder.join(name), LONGEST).map_err(|_| StoreError::HeaderDamaged)?;
            Header::read(&bytes)
        };
        match (read("header"), read("header.copy")) {
            (Ok(header), Ok(copy)) if header == copy => Ok(FoundHeader { header, repair: Repair::None }),
            // The first of the two is written first: of two sound ones it is the newer.
            (Ok(header), Ok(copy)) if header.vault == copy.vault => {
                Ok(FoundHeader { header, repair: Repair::Rewrite("header.copy") })
            }
            (Ok(header), Ok(_) | Err(_)) => Ok(FoundHeader { header, repair: Repair::Replace("header.copy") }),
            (Err(new @ StoreError::TooNew { .. }), _) | (Err(_), Err(new @ StoreError::TooNew { .. })) => Err(new),
            (Err(_), Ok(header)) => Ok(FoundHeader { header, repair: Repair::Replace("header") }),
            (Err(_), Err(damage)) => Err(damage),
        }
    }

    /// Puts the other copy of a header right. A damaged one goes to quarantine; one that is only older does
    /// not: it would keep a secret that was changed.
    pub(crate) fn repair_header(&self, found: &FoundHeader, now: DateTime<Utc>) -> Result<Option<Told>, StoreError> {
        let (name, told) = match found.repair {
            Repair::None => return Ok(None),
            Repair::Rewrite(name) => (name, None),
            Repair::Replace(name) => {
                self.set_aside(name.as_ref(), now)?;
                (name, Some(Told::HeaderRepaired))
            }
        };
        write_durably(&self.folder.join(name), &found.header.bytes())?;
        Ok(told)
    }

    /// What can be told of the database without its key: that it is there, whole, encrypted and of
    /// this vault.
    ///
    /// SQLCipher leaves the first sixteen bytes, the salt, unencrypted; ours is the vault's number.
    pub(crate) fn look_at_database(&self, vault: &VaultId) -> Result<(), StoreError> {
        let mut file = match open_plain(&self.database()) {
            Ok(file) => file,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Err(StoreError::DatabaseMissing),
            Err(cause) if cause.kind() == io::ErrorKind::InvalidData => return Err(StoreError::damaged("not a file")),
            Err(cause) => return Err(cause.into()),
        };
        let size = file.metadata()?.len();
        if size == 0 {
            return Err(StoreError::DatabaseMissing);
        }
        let mut salt = VaultId::default();
        if size < PAGE || file.read_exact(&mut salt).is_err() {
            return Err(StoreError::damaged("shorter than a page"));
        }
        // A file that a cut action left uneven is made even again by its own journal.
        if size.checked_rem(PAGE) != Some(0) && !self.has_journal() {
            return Err(StoreError::damaged("not a whole number of pages"));
        }
        check_salt(&salt, vault)
    }

    /// Moves a file of this generation to quarantine, under the time and its name.
    pub(super) fn set_aside(&self, name: &OsStr, now: DateTime<Utc>) -> Result<(), StoreError> {
        set_aside(&self.vault, &self.folder.join(name), now)
    }
}

/// Moves a file to the quarantine of a vault, under the time and its name.
pub(crate) fn set_aside(vault: &Path, source: &Path, now: DateTime<Utc>) -> Result<(), StoreError> {
    if fs::symlink_metadata(source).is_err() {
        return Ok(());
    }
    let quarantine = vault.join("quarantine");
    if fs::symlink_metadata(&quarantine).is_ok() && !is_folder(&quarantine) {
        // A link that leads elsewhere: what is moved away stays in the vault.
        fs::remove_file(&quarantine)?;
    }
    make_folder(&quarantine)?;
    let stamp = now.format("%Y-%m-%dT%H%M%SZ");
    let name = source.file_name().unwrap_or_default().to_string_lossy();
    let free = (1_u32..).map(|turn| quarantine.join(format!("{stamp}-{turn}-{name}")));
    for target in free.take(10_000) {
        if fs::symlink_metadata(&target).is_err() {
            fs::rename(source, &target)?;
            break;
        }
    }
    sync_folder(&quarantine)?;
    Ok(source.parent().map_or(Ok(()), sync_folder)?)
}

/// Tells a damaged salt from that of another vault: two random numbers hardly share a byte.
fn check_salt(salt: &VaultId, vault: &VaultId) -> Result<(), StoreError> {
    if *salt == PLAIN {
        return Err(StoreError::NotEncrypted);
    }
    let alike = salt.iter().zip(vault).filter(|(found, own)| found == own).count();
    match alike {
        16 => Ok(()),
        8..=15 => Err(StoreError::damaged("salt")),
        _ if *salt == VaultId::default() => Err(StoreError::damaged("salt")),
        _ => Err(StoreError::NotThisVault),
    }
}
