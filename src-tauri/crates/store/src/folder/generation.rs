//! One generation of the vault: a header, its copy, a database.

use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::durable::{open_plain, put_in_place, write_beside, write_durably};
use super::quarantine::{Standing, set_aside};
use super::{Told, read_at_most};
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
    /// The second of the two, when it is as sound and says something else.
    pub other: Option<Header>,
    repair: Repair,
}

/// What has to be done to one of the two copies of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Repair {
    None,
    /// It is damaged, or another vault's: kept aside, then made again.
    Replace(&'static str),
}

impl FoundHeader {
    /// The only sound one of the two; the other has to be made again.
    fn alone(header: Header, lost: &'static str) -> Self {
        Self { header, other: None, repair: Repair::Replace(lost) }
    }
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

    /// How far its database goes; nothing when it does not open with these keys.
    pub(crate) fn standing(&self, keys: &CopyKeys) -> Option<Standing> {
        Standing::of(&self.database(), keys)
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
            (Ok(header), Ok(copy)) if header.vault == copy.vault => {
                Ok(FoundHeader { other: (header != copy).then_some(copy), header, repair: Repair::None })
            }
            (Ok(header), Ok(_) | Err(_)) => Ok(FoundHeader::alone(header, "header.copy")),
            (Err(new @ StoreError::TooNew { .. }), _) | (Err(_), Err(new @ StoreError::TooNew { .. })) => Err(new),
            (Err(_), Ok(header)) => Ok(FoundHeader::alone(header, "header")),
            (Err(_), Err(damage)) => Err(damage),
        }
    }

    /// Makes a damaged copy of a header again; what is left of it goes to quarantine.
    pub(crate) fn repair_header(&self, found: &FoundHeader, now: DateTime<Utc>) -> Result<Option<Told>, StoreError> {
        let Repair::Replace(name) = found.repair else { return Ok(None) };
        self.set_aside(name.as_ref(), now)?;
        write_durably(&self.folder.join(name), &found.header.bytes())?;
        Ok(Some(Told::HeaderRepaired))
    }

    /// What can be told of the database without its key: that it is there, whole, encrypted and of
    /// this vault.
    pub(crate) fn look_at_database(&self, vault: &VaultId) -> Result<(), StoreError> {
        match look_at(&self.database(), vault)? {
            Length::Even => Ok(()),
            // A file that a cut action left uneven is made even again by its own journal.
            Length::Uneven if self.has_journal() => Ok(()),
            Length::Uneven => Err(StoreError::damaged("not a whole number of pages")),
        }
    }

    /// Moves a file of this generation to quarantine, under the time and its name.
    pub(super) fn set_aside(&self, name: &OsStr, now: DateTime<Utc>) -> Result<(), StoreError> {
        set_aside(&self.vault, &self.folder.join(name), now).map(drop)
    }
}

/// Whether a database is a whole number of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    Even,
    Uneven,
}

/// Looks at a database without its key. SQLCipher leaves the first sixteen bytes, the salt, unencrypted; ours is the
/// vault's number. Errors: it is missing, no file, shorter than a page, another vault's.
pub(crate) fn look_at(database: &Path, vault: &VaultId) -> Result<Length, StoreError> {
    let mut file = match open_plain(database) {
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
    let length = if size.checked_rem(PAGE) == Some(0) { Length::Even } else { Length::Uneven };
    check_salt(&salt, vault)?;
    Ok(length)
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
