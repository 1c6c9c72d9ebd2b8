//! The vault: where an office's dossiers are kept, encrypted, and how nothing of
//! them is lost.
//!
//! One SQLCipher database under a key that no one types; a passphrase and a
//! recovery code each open a header that wraps that key. One action is one
//! transaction: rows, what undoes them, a line of the access journal, the lines of
//! the lists. [`Vault::act`] is the only way to write, [`Vault::read`] the only way
//! to read. No SQL leaves this room; values that come back are values of the
//! domain or an error.

mod access;
mod checks;
mod columns;
mod connection;
mod copies;
pub mod disk;
mod error;
mod folder;
mod header;
mod keys;
mod migrations;
mod pieces;
mod recovery;
#[macro_use]
mod row;
mod tables;
#[cfg(test)]
mod tests;
mod vault;

pub use access::{Act, Acted, JournalEntry, Reader, Writer};
pub use copies::{
    CopyAt, CopyFound, CopyKeys, CopyMade, CopyPlace, CopyState, FailedBecause, FailedCopy, Kept, Outside, Reason,
    Restored, Snapshot, Unusable, Watch, Way, gone_by, to_delete,
};
pub use error::{Cause, StoreError};
pub use folder::{AsideKind, QUARANTINE_DAYS, SetAside, Standing, Told, VaultFolder, VaultState};
pub use header::VaultNumber;
pub use keys::{KeyCost, Secret, drawn_below};
pub use pieces::{Piece, PieceFault, Pieces, WrittenPiece};
pub use recovery::{CodeRefused, GroupRefused, RecoveryCode};
pub use tables::attachment::NewAttachment;
pub use tables::committee::{ItemId, SessionItem};
pub use tables::day::Lent;
pub use tables::draft::Draft;
pub use tables::journal::{JournalLine, JournalQuery};
pub use tables::kept_paper::NewKeptPaper;
pub use tables::line::DossierQuery;
pub use tables::register::{RegisterImport, RegisterLine};
pub use tables::safety::SecretDays;
pub use tables::setting::{SettingId, SettingRow};
pub use tables::settled_report::SettledReport;
pub use tables::work_time::{UNNAMED_CALL, WorkTime};
pub use vault::{
    Doubt, ErasureOrder, HeldRows, JournalVerdict, LastAction, Lost, NewSecrets, NewVault, Newer, Problem,
    SecretChange, UndoState, UndoneAction, Vault, Verdict,
};
