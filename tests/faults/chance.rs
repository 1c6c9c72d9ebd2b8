//! Random numbers that can be drawn again from their seed.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A run of random numbers (splitmix64).
pub struct Chance {
    seed: u64,
    state: u64,
}

impl Chance {
    /// The run of the seed that was asked for, or a new one; prints which, and for what.
    pub fn seeded(what: &str) -> Self {
        let asked = std::env::var("ETRIER_FAULTS_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = asked.unwrap_or_else(|| RandomState::new().build_hasher().finish());
        println!("{what}: ETRIER_FAULTS_SEED={seed}");
        Self { seed, state: seed }
    }

    /// What draws the same run again.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}
