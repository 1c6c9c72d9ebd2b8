//! What tells two contents apart: FNV-1a on 128 bits. It guards nothing.

/// What was fed so far, in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digest(u128);

impl Default for Digest {
    fn default() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }
}

impl Digest {
    /// The digest with these bytes behind what was fed.
    pub(crate) fn fed(self, bytes: &[u8]) -> Self {
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        Self(bytes.iter().fold(self.0, |print, byte| (print ^ u128::from(*byte)).wrapping_mul(PRIME)))
    }

    /// The number.
    pub(crate) fn value(self) -> u128 {
        self.0
    }
}
