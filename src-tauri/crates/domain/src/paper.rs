//! Papers that went out of the office, as a dossier keeps them: which one, when, for whom, and what tells it apart.
//!
//! The fingerprint stands at the foot of each page beside the reference. It follows from what the page shows: the same
//! facts give the same eight signs, so that a paper brought back leads to the very version that was kept. It tells
//! papers apart and guards nothing: whoever wants to forge a paper is answered by the bytes that were kept.
//! Worked example: `7F3K-02M1`, read back from `7f3k o2ml` as it is typed.

mod following;

pub use following::{after_call, after_fact};

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::settings::ListKey;

/// Number of a kept paper in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptPaperId(pub i64);

/// A paper as it went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPaper {
    /// Its number.
    pub id: KeptPaperId,
    /// The key of the paper in the register of papers.
    pub paper: ListKey,
    /// What stands at the foot of its pages.
    pub fingerprint: Fingerprint,
    /// Who it was made for, as a list says it: `Mme Sonia Delmas`; may be empty.
    pub reader: Line,
    /// How many bytes its file has.
    pub size: u64,
    /// When it first went out.
    pub kept_at: DateTime<Utc>,
}

/// Eight signs that tell what a paper shows from what another shows: forty bits, without the letters that hands and
/// eyes take for figures (Crockford's base 32).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(u64);

/// The signs of a fingerprint, by their worth.
const SIGNS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P',
    'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];
/// How many signs it has.
const LENGTH: usize = 8;
/// Bits of a sign.
const BITS: u32 = 5;
/// Bits of the whole.
const WIDTH: u32 = 40;

impl Fingerprint {
    /// The fingerprint of what was fed to a hash of 128 bits.
    #[must_use]
    pub fn of(print: u128) -> Self {
        let folded = print ^ (print >> WIDTH) ^ (print >> WIDTH.saturating_mul(2)) ^ (print >> WIDTH.saturating_mul(3));
        let kept = folded & ((1_u128 << WIDTH) - 1);
        Self(u64::try_from(kept).unwrap_or_default())
    }

    /// Reads a fingerprint as it is typed: capitals, spaces and hyphens do not matter, nor « O » for zero, « I » and
    /// « L » for one. Nothing when it is none.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let signs = typed.chars().filter(|sign| sign.is_alphanumeric()).map(|sign| sign.to_ascii_uppercase());
        let mut read = 0_u64;
        let mut count = 0_usize;
        for sign in signs {
            let sign = match sign {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let worth = SIGNS.iter().position(|known| *known == sign)?;
            read = (read << BITS) | u64::try_from(worth).ok()?;
            count = count.saturating_add(1);
            if count > LENGTH {
                return None;
            }
        }
        (count == LENGTH).then_some(Self(read))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..LENGTH).rev() {
            let shift = u32::try_from(place).unwrap_or_default().saturating_mul(BITS);
            let worth = usize::try_from((self.0 >> shift) & 31).unwrap_or_default();
            write!(out, "{}", SIGNS.get(worth).copied().unwrap_or('0'))?;
            if place == LENGTH / 2 {
                write!(out, "-")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_fingerprint_is_read_as_hands_type_it() {
        let known = Fingerprint::read("7F3K-02M1").unwrap();
        assert_eq!(known.to_string(), "7F3K-02M1");
        for typed in ["7f3k02m1", " 7F3K 02M1 ", "7F3K-O2ML", "7f3k·o2mi"] {
            assert_eq!(Fingerprint::read(typed), Some(known), "{typed}");
        }
        for typed in ["", "7F3K", "7F3K-02M1-A", "7F3K-U2M1", "2026-041", "été7F3K0"] {
            assert_eq!(Fingerprint::read(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(print: u128) {
            let fingerprint = Fingerprint::of(print);
            let shown = fingerprint.to_string();
            prop_assert_eq!(shown.len(), 9);
            prop_assert_eq!(Fingerprint::read(&shown), Some(fingerprint));
        }
    }
}
