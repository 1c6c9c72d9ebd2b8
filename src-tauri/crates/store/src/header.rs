//! The header: what turns a secret into the master key.
//!
//! 272 bytes, written twice (`header`, `header.copy`). Two slots that do not know
//! of each other, one for the passphrase, one for the recovery code: changing one
//! secret cannot spoil the other. The last 32 bytes are the BLAKE3 of the rest:
//! they tell damage, and only the tag of a slot tells a wrong secret. The first
//! three fields have the same place in every version to come.
//!
//! | bytes | |
//! |---|---|
//! | 8 | `ETRIERv` and a zero |
//! | 2 | version, little-endian |
//! | 12 | the first Étrier that reads this version, padded with zeros |
//! | 16 | vault |
//! | 2 × 101 | slot: kind 1, memory 4, passes 4, lanes 4, salt 16, nonce 24, key 32, tag 16 |
//! | 32 | BLAKE3 |

use chacha20poly1305::aead::Aead;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

use crate::error::StoreError;
use crate::keys::{Cost, Key, MasterKey, Sealed, Secret, random};

const MAGIC: [u8; 8] = *b"ETRIERv\0";
const VERSION: u16 = 1;
const FIRST_READER: [u8; 12] = *b"0.1.0\0\0\0\0\0\0\0";

/// No header of any version is longer; what is longer is not read.
pub(crate) const LONGEST: u64 = 4096;

/// The random number of a vault, which is also the salt at the head of its database.
pub(crate) type VaultId = [u8; 16];

/// The number of a vault about to be made, so that the sheet of its recovery code can name it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VaultNumber(pub(crate) VaultId);

impl VaultNumber {
    /// A number no other vault has.
    pub fn draw() -> Result<Self, StoreError> {
        Ok(Self(random()?))
    }

    /// Its first four bytes, `3F·A2·91·7C`: enough to tell one office's sheet from another's, and no secret, since
    /// the number is in clear at the head of the database.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let bytes: Vec<String> = self.0.iter().take(4).map(|byte| format!("{byte:02X}")).collect();
        bytes.join("·")
    }
}

/// A header whose checksum holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub vault: VaultId,
    passphrase: Slot,
    code: Slot,
}

/// A master key wrapped by one secret.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slot {
    kind: Kind,
    cost: Cost,
    salt: [u8; 16],
    sealed: Sealed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Passphrase,
    Code,
}

impl Header {
    /// A header for a new vault.
    pub(crate) fn seal(
        vault: VaultId,
        master: &MasterKey,
        secrets: [Secret<'_>; 2],
        cost: Cost,
    ) -> Result<Self, StoreError> {
        let [passphrase, code] = secrets;
        Ok(Self {
            vault,
            passphrase: Slot::seal(&vault, master, passphrase, cost)?,
            code: Slot::seal(&vault, master, code, cost)?,
        })
    }

    /// This header with one of its ways in made anew, at the cost it had or at another where it is greater; the other
    /// way in stays to the bit.
    pub(crate) fn with(&self, secret: Secret<'_>, master: &MasterKey, cost: Cost) -> Result<Self, StoreError> {
        let slot = Slot::seal(&self.vault, master, secret, self.slot(secret).cost.at_least(cost))?;
        Ok(match slot.kind {
            Kind::Passphrase => Self { passphrase: slot, ..self.clone() },
            Kind::Code => Self { code: slot, ..self.clone() },
        })
    }

    /// A header for the same vault under another master key, each way in at the cost it had or at this one.
    pub(crate) fn renewed(
        &self,
        master: &MasterKey,
        [passphrase, code]: [Secret<'_>; 2],
        cost: Cost,
    ) -> Result<Self, StoreError> {
        self.with(passphrase, master, cost)?.with(code, master, cost)
    }

    /// What the database knows this header by, under the key of the journal.
    pub(crate) fn fingerprint(&self, key: &Key) -> String {
        let mut hasher = blake3::Hasher::new_keyed(key);
        hasher.update(b"etrier/v1/header");
        hasher.update(&self.bytes());
        hasher.finalize().to_hex().to_string()
    }

    /// This header under a key: nonce, then header and tag.
    pub(crate) fn sealed(&self, key: &Key) -> Result<Vec<u8>, StoreError> {
        let nonce: [u8; 24] = random()?;
        let sealed = XChaCha20Poly1305::new(key.as_ref().into())
            .encrypt(XNonce::from_slice(&nonce), self.bytes().as_slice())
            .map_err(|_| StoreError::Cipher)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// The master key. Errors: a wrong secret, memory that is not available.
    pub(crate) fn open(&self, secret: Secret<'_>) -> Result<MasterKey, StoreError> {
        let slot = self.slot(secret);
        let key = secret.wrapping_key(&slot.salt, slot.cost)?;
        MasterKey::open(&slot.sealed, &key, &slot.bound(&self.vault)).ok_or(StoreError::WrongSecret)
    }

    fn slot(&self, secret: Secret<'_>) -> &Slot {
        match Kind::of(secret) {
            Kind::Passphrase => &self.passphrase,
            Kind::Code => &self.code,
        }
    }

    /// What it costs to try a passphrase.
    pub(crate) fn cost(&self) -> Cost {
        self.passphrase.cost
    }

    /// The header as written on the disk.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend(MAGIC);
        out.extend(VERSION.to_le_bytes());
        out.extend(FIRST_READER);
        out.extend(self.vault);
        for slot in [&self.passphrase, &self.code] {
            out.extend(slot.parameters());
            out.extend(slot.sealed.nonce);
            out.extend(slot.sealed.key);
            out.extend(slot.sealed.tag);
        }
        let sum = blake3::hash(&out);
        out.extend(sum.as_bytes());
        out
    }

    /// Reads a header; no memory is taken on what it says. Errors: damage, a later version.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, StoreError> {
        let (body, sum) = bytes.split_last_chunk::<32>().ok_or(StoreError::HeaderDamaged)?;
        if blake3::hash(body) != blake3::Hash::from_bytes(*sum) {
            return Err(StoreError::HeaderDamaged);
        }
        Self::parse(body)?.ok_or(StoreError::HeaderDamaged)
    }

    fn parse(body: &[u8]) -> Result<Option<Self>, StoreError> {
        let mut rest = body;
        let (Some(MAGIC), Some(version), Some(reader)) = (take(&mut rest), take(&mut rest), take::<12>(&mut rest))
        else {
            return Ok(None);
        };
        if u16::from_le_bytes(version) > VERSION {
            let needs = String::from_utf8_lossy(&reader);
            return Err(StoreError::TooNew { needs: version_told(&needs) });
        }
        let (Some(vault), Some(passphrase), Some(code)) =
            (take(&mut rest), Slot::parse(&mut rest), Slot::parse(&mut rest))
        else {
            return Ok(None);
        };
        let sound = u16::from_le_bytes(version) == VERSION
            && rest.is_empty()
            && passphrase.kind == Kind::Passphrase
            && code.kind == Kind::Code
            && passphrase.cost.is_reasonable()
            && code.cost.is_reasonable();
        Ok(sound.then_some(Self { vault, passphrase, code }))
    }
}

impl Slot {
    fn seal(vault: &VaultId, master: &MasterKey, secret: Secret<'_>, cost: Cost) -> Result<Self, StoreError> {
        let salt = random()?;
        let empty = Sealed { nonce: [0; 24], key: [0; 32], tag: [0; 16] };
        let mut slot = Self { kind: Kind::of(secret), cost, salt, sealed: empty };
        let key = secret.wrapping_key(&salt, cost)?;
        slot.sealed = master.seal(&key, &slot.bound(vault))?;
        Ok(slot)
    }

    /// What the tag answers for: the vault, the kind, this slot's own parameters and salt, nothing
    /// of the other slot.
    fn bound(&self, vault: &VaultId) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend(MAGIC);
        out.extend(VERSION.to_le_bytes());
        out.extend(vault);
        out.extend(self.parameters());
        out
    }

    fn parameters(&self) -> Vec<u8> {
        let mut out = vec![self.kind.byte()];
        out.extend(self.cost.memory.to_le_bytes());
        out.extend(self.cost.passes.to_le_bytes());
        out.extend(self.cost.lanes.to_le_bytes());
        out.extend(self.salt);
        out
    }

    fn parse(rest: &mut &[u8]) -> Option<Self> {
        let kind = match take::<1>(rest)? {
            [1] => Kind::Passphrase,
            [2] => Kind::Code,
            _ => return None,
        };
        let mut number = || take(rest).map(u32::from_le_bytes);
        let cost = Cost { memory: number()?, passes: number()?, lanes: number()? };
        let salt = take(rest)?;
        Some(Self { kind, cost, salt, sealed: Sealed { nonce: take(rest)?, key: take(rest)?, tag: take(rest)? } })
    }
}

impl Kind {
    fn of(secret: Secret<'_>) -> Self {
        match secret {
            Secret::Passphrase(_) => Self::Passphrase,
            Secret::Code(_) => Self::Code,
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::Code => 2,
        }
    }
}

/// A version as somebody else's file tells it: only the signs that a version has are shown.
pub(crate) fn version_told(told: &str) -> String {
    told.chars().filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '+')).take(24).collect()
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}
