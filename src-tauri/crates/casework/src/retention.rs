//! How long dossiers are kept: those whose time is over, what is decided of each, erasures and their certificates.

mod decide;
mod erase;
mod list;
mod preview;
mod register;

pub use decide::{RetentionExtension, RetentionNeed, archive_dossier, extend_retention, take_back_retention};
pub use erase::{ErasureAsked, erase_dossier, erase_person};
pub use list::{RetentionAsked, RetentionRow, RetentionView, kept_sentence, retention_list};
pub use preview::{ErasurePreview, erasure_preview};
pub use register::{CertificateRow, CertificateView, Erasures, erasures};

pub(crate) use list::due_this_month;
