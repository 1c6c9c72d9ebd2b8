//! The keys of the vault.
//!
//! One master key of 256 random bits. Everything else is derived from it, one key
//! for one purpose (HKDF-SHA256, `etrier/v1/database`, `etrier/v1/journal`,
//! `etrier/v1/manifest`, `etrier/v1/quarantine`), so that a key that escapes opens one thing. What a person types only wraps the
//! master key: Argon2id turns the secret into a key, XChaCha20-Poly1305 seals the
//! master key under it. Buffers that held a key are wiped.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::recovery::RecoveryCode;

/// 256 bits that are wiped when no longer needed.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// What it costs to try one secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCost {
    /// 256 MiB and three passes: about one second, the cost of a real office.
    Real,
    /// The least Argon2id allows: tests and rehearsals only.
    Smallest,
}

/// What a person types to open the vault.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    /// The passphrase, as typed; accents may come in either of their two forms.
    Passphrase(&'a str),
    /// The recovery code.
    Code(&'a RecoveryCode),
}

/// What a key is for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    /// The pages of the database.
    Database,
    /// The chain of the access journal.
    Journal,
    /// The manifests of copies.
    Manifest,
    /// The headers that were put aside.
    Quarantine,
}

/// The parameters of Argon2id, as a header holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// The key everything is derived from.
pub(crate) struct MasterKey(Key);

/// A master key under a secret: the nonce, then the sealed key with its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sealed {
    pub nonce: [u8; 24],
    pub key: [u8; 32],
    pub tag: [u8; 16],
}

/// So many random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}

/// A number below another, each as likely: what chooses a word of a passphrase. Zero when nothing is below.
pub fn drawn_below(limit: u16) -> Result<u16, StoreError> {
    // Past the last whole turn, the first numbers would be likelier than the others.
    let past = u16::MAX.checked_rem(limit).map_or(0, |rest| u16::MAX.saturating_sub(rest));
    loop {
        let drawn = u16::from_le_bytes(random()?);
        if drawn < past || past == 0 {
            return Ok(drawn.checked_rem(limit).unwrap_or_default());
        }
    }
}

impl KeyCost {
    pub(crate) fn parameters(self) -> Cost {
        match self {
            Self::Real => Cost { memory: 262_144, passes: 3, lanes: 1 },
            Self::Smallest => Cost { memory: 8, passes: 1, lanes: 1 },
        }
    }
}

impl Cost {
    /// This cost, or another where it is greater.
    pub(crate) fn at_least(self, other: Self) -> Self {
        Self { memory: self.memory.max(other.memory), passes: self.passes.max(other.passes), lanes: self.lanes }
    }

    /// Whether trying a secret costs less than on a real office.
    pub(crate) fn is_weak(self) -> bool {
        self.at_least(KeyCost::Real.parameters()) != self
    }

    /// Whether the cost is one this program would ever run: at most 1 GiB, ten passes, four lanes.
    pub(crate) fn is_reasonable(self) -> bool {
        (1..=4).contains(&self.lanes)
            && (1..=10).contains(&self.passes)
            && (self.lanes.saturating_mul(8)..=1_048_576).contains(&self.memory)
    }
}

impl Secret<'_> {
    /// The bytes Argon2id takes: the passphrase in its composed form (NFC), or the symbols of the code.
    pub(crate) fn bytes(self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Passphrase(typed) => {
                // Room for the longest composed form: a buffer that grew would leave a copy unwiped.
                let mut composed = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(3)));
                composed.extend(typed.nfc());
                Zeroizing::new(composed.as_bytes().to_vec())
            }
            Self::Code(code) => Zeroizing::new(code.symbols().to_vec()),
        }
    }

    /// The key that wraps the master key. Errors: memory that is not available.
    pub(crate) fn wrapping_key(self, salt: &[u8; 16], cost: Cost) -> Result<Key, StoreError> {
        let parameters =
            Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).map_err(|_| StoreError::HeaderDamaged)?;
        // Reserved here, where a refusal can still be told; the crate's own allocation would stop the program.
        let mut memory: Zeroizing<Vec<Block>> = Zeroizing::default();
        memory.try_reserve_exact(parameters.block_count()).map_err(|_| StoreError::OutOfMemory)?;
        memory.resize(parameters.block_count(), Block::default());
        let mut key = Key::default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into_with_memory(&self.bytes(), salt, key.as_mut(), memory.as_mut_slice())
            .map_err(|_| StoreError::Cipher)?;
        Ok(key)
    }
}

impl MasterKey {
    /// A new random key.
    pub(crate) fn generate() -> Result<Self, StoreError> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// The key for one purpose.
    pub(crate) fn derive(&self, purpose: Purpose) -> Result<Key, StoreError> {
        let label: &[u8] = match purpose {
            Purpose::Database => b"etrier/v1/database",
            Purpose::Journal => b"etrier/v1/journal",
            Purpose::Manifest => b"etrier/v1/manifest",
            Purpose::Quarantine => b"etrier/v1/quarantine",
        };
        let mut key = Key::default();
        Hkdf::<Sha256>::new(None, self.0.as_ref()).expand(label, key.as_mut()).map_err(|_| StoreError::Cipher)?;
        Ok(key)
    }

    /// Seals this key under another; `bound` is told apart from any other by the tag.
    pub(crate) fn seal(&self, under: &Key, bound: &[u8]) -> Result<Sealed, StoreError> {
        let nonce = random()?;
        let mut key = *self.0;
        let tag = XChaCha20Poly1305::new(under.as_ref().into())
            .encrypt_in_place_detached(XNonce::from_slice(&nonce), bound, &mut key)
            .map_err(|_| StoreError::Cipher)?;
        Ok(Sealed { nonce, key, tag: tag.into() })
    }

    /// Opens a sealed key. Nothing when the tag says that the key or what it is bound to is another.
    pub(crate) fn open(sealed: &Sealed, under: &Key, bound: &[u8]) -> Option<Self> {
        let mut key = Zeroizing::new(sealed.key);
        XChaCha20Poly1305::new(under.as_ref().into())
            .decrypt_in_place_detached(XNonce::from_slice(&sealed.nonce), bound, key.as_mut(), &sealed.tag.into())
            .ok()?;
        Some(Self(key))
    }
}
