//! The recovery code: what opens the vault when the passphrase is lost.
//!
//! 120 random bits as Crockford base 32 (no I, L, O, U), eight groups of four:
//! three signs of secret and one of check, `(x1 + 3·x2 + 5·x3 + group) mod 32`, so
//! that a sign read wrong names its group. The weights are odd, so that no single
//! wrong sign goes unseen. Small letters, spaces and dashes do not matter; O is
//! read 0, I and L are read 1.
//!
//! Worked example: group 2 of secret `7`, `K`, `A` is 7 + 3 × 19 + 5 × 10 + 2 =
//! 116, 116 mod 32 = 20, which is written `M`: `7KAM`.

use std::fmt;

use thiserror::Error;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::keys::random;

const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 8;

/// A recovery code.
#[derive(Clone)]
pub struct RecoveryCode {
    /// 24 numbers below 32: three for each group.
    secret: Zeroizing<[u8; 24]>,
}

/// Why a typed recovery code was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CodeRefused {
    /// A code has 32 signs.
    #[error("{found} signs where 32 are expected")]
    Length {
        /// How many were typed, spaces and dashes apart.
        found: usize,
    },
    /// A sign that no code has.
    #[error("no code has the sign {character} of group {group}")]
    Sign {
        /// Its group, 1 to 8.
        group: usize,
        /// Its place in the group, 1 to 4.
        character: usize,
    },
    /// A sign of the group was read wrong.
    #[error("group {group} does not check")]
    Check {
        /// The group, 1 to 8.
        group: usize,
    },
}

/// Why a typed group is not that of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum GroupRefused {
    /// A group has four signs.
    #[error("{found} signs where 4 are expected")]
    Length {
        /// How many were typed.
        found: usize,
    },
    /// This sign is not the one of the code.
    #[error("sign {character} differs")]
    Differs {
        /// Its place, 1 to 4.
        character: usize,
    },
}

impl RecoveryCode {
    /// A new random code.
    pub fn generate() -> Result<Self, StoreError> {
        let mut secret = Zeroizing::new(random::<24>()?);
        for number in secret.iter_mut() {
            *number &= 31;
        }
        Ok(Self { secret })
    }

    /// The eight groups, as the sheet prints them.
    #[must_use]
    pub fn groups(&self) -> [String; 8] {
        std::array::from_fn(|place| {
            let group = self.group(place.saturating_add(1));
            group.iter().map(|number| sign(*number)).collect()
        })
    }

    /// Reads a code as typed. Errors: see [`CodeRefused`].
    pub fn read(typed: &str) -> Result<Self, CodeRefused> {
        let signs = kept(typed);
        if signs.len() != GROUPS.saturating_mul(4) {
            return Err(CodeRefused::Length { found: signs.len() });
        }
        let mut secret = Zeroizing::new([0; 24]);
        let groups = signs.chunks_exact(4).zip(secret.chunks_exact_mut(3)).zip(1..);
        for ((typed, out), group) in groups {
            for ((sign, number), character) in typed.iter().zip(out.iter_mut()).zip(1..) {
                *number = value(*sign).ok_or(CodeRefused::Sign { group, character })?;
            }
            let last = typed.last().and_then(|sign| value(*sign));
            let last = last.ok_or(CodeRefused::Sign { group, character: 4 })?;
            if last != check(out, group) {
                return Err(CodeRefused::Check { group });
            }
        }
        Ok(Self { secret })
    }

    /// Compares a typed group, 1 to 8, with the code's own.
    pub fn check_group(&self, number: usize, typed: &str) -> Result<(), GroupRefused> {
        let signs = kept(typed);
        if signs.len() != 4 {
            return Err(GroupRefused::Length { found: signs.len() });
        }
        for ((own, sign), character) in self.group(number).iter().zip(signs).zip(1..) {
            if value(sign) != Some(*own) {
                return Err(GroupRefused::Differs { character });
            }
        }
        Ok(())
    }

    /// Two different group numbers at random, the smaller first: those to type again.
    pub fn asked() -> Result<[usize; 2], StoreError> {
        loop {
            let [first, second] = random::<2>()?.map(|byte| usize::from(byte & 7).saturating_add(1));
            if first != second {
                return Ok([first.min(second), first.max(second)]);
            }
        }
    }

    /// The secret part, which the key is made of.
    pub(crate) fn symbols(&self) -> &[u8; 24] {
        &self.secret
    }

    /// The four numbers of a group; the last group beyond 8, the first below 1.
    fn group(&self, number: usize) -> [u8; 4] {
        let place = number.clamp(1, GROUPS);
        let secret = self.secret.chunks_exact(3).nth(place.saturating_sub(1)).unwrap_or_default();
        let mut group = [0; 4];
        for (out, own) in group.iter_mut().zip(secret.iter().copied().chain([check(secret, place)])) {
            *out = own;
        }
        group
    }
}

impl fmt::Debug for RecoveryCode {
    /// Never the code itself.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RecoveryCode")
    }
}

fn check(secret: &[u8], group: usize) -> u8 {
    let weighted = secret.iter().zip([1_usize, 3, 5]).map(|(number, weight)| weight.saturating_mul((*number).into()));
    let sum = weighted.sum::<usize>().saturating_add(group);
    u8::try_from(sum & 31).unwrap_or_default()
}

/// The typed signs that count, in capitals.
fn kept(typed: &str) -> Vec<char> {
    let separator = |c: char| c.is_whitespace() || matches!(c, '-' | '.' | '\u{2010}'..='\u{2015}');
    typed.chars().filter(|c| !separator(*c)).map(|c| c.to_ascii_uppercase()).take(1000).collect()
}

fn sign(number: u8) -> char {
    SIGNS.get(usize::from(number)).copied().map_or('0', char::from)
}

fn value(sign: char) -> Option<u8> {
    let sign = match sign {
        'O' => '0',
        'I' | 'L' => '1',
        _ => sign,
    };
    let place = SIGNS.iter().position(|known| char::from(*known) == sign)?;
    u8::try_from(place).ok()
}
