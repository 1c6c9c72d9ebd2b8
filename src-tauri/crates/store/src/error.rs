//! Every way the store can refuse, with its cause.
//!
//! Data, not sentences: the desk turns each into French. No value of a row ever
//! enters an error, only names of tables and columns.

use std::io;

use rusqlite::ErrorCode;
use thiserror::Error;

use crate::copies::Unusable;
use crate::pieces::PieceFault;

/// What the operating system or SQLite said.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// `SQLITE_IOERR_WRITE`, which SQLite answers when a file may not grow.
const WRITE_FAILED: i32 = 778;

/// Why the store did not do what it was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no vault in the folder.
    #[error("no vault here")]
    Absent,
    /// A vault, or something else, is already where one was to be made.
    #[error("something is there already")]
    AlreadyThere,
    /// Another program holds the vault.
    #[error("the vault is held by another program")]
    Busy,
    /// The passphrase or the recovery code opens nothing; the header itself is sound.
    #[error("wrong secret")]
    WrongSecret,
    /// Both copies of the header are missing, damaged or ask for the impossible.
    #[error("the header is damaged")]
    HeaderDamaged,
    /// The header is there and the database is missing or empty.
    #[error("the database is missing")]
    DatabaseMissing,
    /// The database is damaged.
    #[error("the database is damaged: {found}")]
    DatabaseDamaged {
        /// The check that failed and what it said, without personal data.
        found: String,
    },
    /// The database belongs to another vault than the header beside it.
    #[error("the database is another vault's")]
    NotThisVault,
    /// The database is not encrypted, or this program cannot encrypt.
    #[error("the database is not encrypted")]
    NotEncrypted,
    /// A later version wrote the vault.
    #[error("written by Étrier {needs}")]
    TooNew {
        /// The version to install.
        needs: String,
    },
    /// A row that was to be changed is no longer there.
    #[error("row {row} of {table} is gone")]
    Gone {
        /// Its table.
        table: &'static str,
        /// Its number.
        row: i64,
    },
    /// What a row holds makes no sense.
    #[error("row {row} of {table} is not readable: {column}")]
    RowDamaged {
        /// Its table.
        table: &'static str,
        /// Its number.
        row: i64,
        /// The column, or what the row lacks.
        column: &'static str,
    },
    /// The encrypted file of an attachment is missing or damaged; the dossiers are not concerned.
    #[error("the file of a piece is not as it was written: {0:?}")]
    Piece(PieceFault),
    /// The disk has not enough room for what was about to be written.
    #[error("not enough room: {needed} bytes")]
    NoRoom {
        /// The bytes that have to be free.
        needed: u64,
    },
    /// The copy is no longer in its place.
    #[error("the copy is gone")]
    CopyGone,
    /// A copy that cannot take the place of anything.
    #[error("the copy is unusable: {0:?}")]
    CopyUnusable(Unusable),
    /// The place of copies is not there, or another one is at its path.
    #[error("the place of copies is not there")]
    PlaceAbsent,
    /// A copy is being looked at: nothing is written to it.
    #[error("only looked at")]
    OnlyLooked,
    /// The work was stopped as asked.
    #[error("cancelled")]
    Cancelled,
    /// A name given to the journal is not a plain field name.
    #[error("not a field name")]
    NotAFieldName,
    /// SQLite did not take a setting that the vault relies on.
    #[error("SQLite refused {setting}")]
    SettingRefused {
        /// Which one.
        setting: &'static str,
    },
    /// A step of cryptography refused its input.
    #[error("cryptography refused its input")]
    Cipher,
    /// The system gives no random bytes.
    #[error("no random bytes")]
    NoRandomness,
    /// The memory that the key needs is not available.
    #[error("not enough memory")]
    OutOfMemory,
    /// The disk, or the user's part of it, is full.
    #[error("the disk is full")]
    DiskFull(#[source] Cause),
    /// The folder cannot be written.
    #[error("the folder is read-only")]
    ReadOnly(#[source] Cause),
    /// The disk failed in the middle: what was being written may be there or not, what was before it is.
    #[error("the disk failed")]
    DiskFailed(#[source] Cause),
    /// Anything else the operating system refuses.
    #[error("the system refused")]
    Io(#[source] io::Error),
    /// Anything else SQLite refuses.
    #[error("SQLite refused")]
    Sql(#[source] rusqlite::Error),
}

/// Why a connection is no longer used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// A page that is not what was written.
    Damage,
    /// A disk that failed.
    Disk,
}

impl From<Loss> for StoreError {
    fn from(loss: Loss) -> Self {
        match loss {
            Loss::Damage => Self::damaged("closed after damage"),
            Loss::Disk => Self::DiskFailed("closed after a failure of the disk".into()),
        }
    }
}

impl StoreError {
    /// Damage found by a check.
    pub(crate) fn damaged(found: impl Into<String>) -> Self {
        Self::DatabaseDamaged { found: found.into() }
    }

    /// Damage found beside the desk, told at once; what was found is told by the check itself.
    #[must_use]
    pub fn damaged_office() -> Self {
        Self::damaged("found after the opening")
    }

    /// Whether the disk, the memory or another program is in the way: it says nothing of what was being looked at.
    pub(crate) fn is_of_the_machine(&self) -> bool {
        matches!(
            self,
            Self::DiskFull(_) | Self::DiskFailed(_) | Self::ReadOnly(_) | Self::OutOfMemory | Self::Busy | Self::Io(_)
        )
    }

    /// Whether the connection can no longer be trusted: after a page that failed its check or a
    /// failed write to the disk, SQLCipher answers nothing true on it.
    pub(crate) fn ends_connection(&self) -> Option<Loss> {
        if matches!(self, Self::DatabaseDamaged { .. }) {
            Some(Loss::Damage)
        } else {
            matches!(self, Self::DiskFailed(_)).then_some(Loss::Disk)
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(cause: rusqlite::Error) -> Self {
        if cause.sqlite_error().is_some_and(|error| error.extended_code == WRITE_FAILED) {
            return Self::DiskFull(Box::new(cause));
        }
        match cause.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::damaged(cause.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::DiskFull(Box::new(cause)),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(Box::new(cause)),
            Some(ErrorCode::OutOfMemory) => Self::OutOfMemory,
            Some(ErrorCode::SystemIoFailure) => Self::DiskFailed(Box::new(cause)),
            _ => Self::Sql(cause),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(cause: io::Error) -> Self {
        use io::ErrorKind::{
            FileTooLarge, OutOfMemory, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        let kind = cause.kind();
        if matches!(kind, StorageFull | QuotaExceeded | FileTooLarge) {
            Self::DiskFull(Box::new(cause))
        } else if matches!(kind, ReadOnlyFilesystem | PermissionDenied) {
            Self::ReadOnly(Box::new(cause))
        } else if kind == OutOfMemory {
            Self::OutOfMemory
        } else {
            Self::Io(cause)
        }
    }
}
