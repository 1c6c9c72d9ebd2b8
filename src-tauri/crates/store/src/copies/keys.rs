//! The keys that copies are opened and closed with, for work beside the desk; wiped when it ends.

use crate::copies::manifest::Closed;
use crate::error::StoreError;
use crate::header::{Header, VaultId};
use crate::keys::Secret;
use crate::vault::Keys;

/// The keys of a vault, and its number.
#[derive(Clone)]
pub struct CopyKeys {
    pub(crate) keys: Keys,
    pub(crate) id: VaultId,
}

/// What opens a copy.
#[derive(Clone, Copy)]
pub enum Way<'w> {
    /// The keys of the open office.
    Keys(&'w CopyKeys),
    /// A secret of the copy, or one of the office it would replace, as long as the key is the same.
    Secret(Secret<'w>),
}

/// Keys that open a copy, and the header they were found in.
pub(crate) struct Opened {
    pub keys: CopyKeys,
    pub header: Header,
}

impl Way<'_> {
    /// Finds the keys that closed a manifest. `headers` are tried in turn.
    ///
    /// Errors: no header opens with the secret, or the manifest was closed by another hand.
    pub(crate) fn open(self, closed: &Closed, headers: Vec<Header>) -> Result<Opened, StoreError> {
        let secret = match self {
            Self::Keys(keys) => {
                let header = headers.into_iter().next_back().ok_or(StoreError::HeaderDamaged)?;
                let own = closed.is_closed_by(&keys.keys.manifest) && header.vault == keys.id;
                let opened = Opened { keys: keys.clone(), header };
                return if own { Ok(opened) } else { Err(StoreError::WrongSecret) };
            }
            Self::Secret(secret) => secret,
        };
        let mut refused = StoreError::HeaderDamaged;
        for header in headers {
            match header.open(secret) {
                Ok(master) => {
                    let (keys, id) = (Keys::of(&master)?, header.vault);
                    if closed.is_closed_by(&keys.manifest) {
                        return Ok(Opened { keys: CopyKeys { keys, id }, header });
                    }
                    refused = StoreError::CopyUnusable(super::Unusable::ManifestForged);
                }
                Err(StoreError::WrongSecret) => refused = StoreError::WrongSecret,
                Err(cause) => return Err(cause),
            }
        }
        Err(refused)
    }
}
