//! Chance from a seed: the same seed draws the same office, on every machine.

use domain::money::Euros;

/// Draws in a row, the same ones for the same seed and place.
pub(super) struct Chance(fastrand::Rng);

impl Chance {
    /// The draws of one place of an office: each dossier has its own, whatever the others drew.
    pub(crate) fn of(seed: u64, place: u64) -> Self {
        // The golden ratio in 64 bits: neighbours get seeds far apart.
        Self(fastrand::Rng::with_seed(seed ^ place.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// A whole number from `least` to `most`, both drawn.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        self.0.u32(least..=most.max(least))
    }

    /// Whether something that happens so many times in a hundred happens.
    pub(super) fn happens(&mut self, in_a_hundred: u32) -> bool {
        self.0.u32(0..100) < in_a_hundred
    }

    /// An amount between two, in steps of so many cents.
    pub(super) fn amount(&mut self, [least, most]: [u32; 2], step: u32) -> Euros {
        let drawn = self.between(least, most);
        let step = step.max(1);
        let rounded = drawn.saturating_sub(drawn.checked_rem(step).unwrap_or_default()).max(least);
        Euros::from_cents(i64::from(rounded)).unwrap_or(Euros::ZERO)
    }

    /// One of a list; nothing of an empty one.
    pub(super) fn one<'s, T>(&mut self, from: &'s [T]) -> Option<&'s T> {
        let last = from.len().checked_sub(1)?;
        from.get(self.0.usize(0..=last))
    }

    /// One of a list, each as often as its weight.
    pub(super) fn weighed<'s, T>(&mut self, from: &'s [T], weight: impl Fn(&T) -> u32) -> Option<&'s T> {
        let whole: u32 = from.iter().map(&weight).fold(0, u32::saturating_add);
        let mut left = self.between(1, whole.max(1));
        from.iter().find(|item| {
            let own = weight(item);
            let found = left <= own;
            left = left.saturating_sub(own);
            found
        })
    }

    /// A word of a list; an empty one of an empty list.
    pub(super) fn word<'s>(&mut self, from: &'s [String]) -> &'s str {
        self.one(from).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_and_stays_within_its_bounds() {
        let drawn = |seed, place| {
            let mut chance = Chance::of(seed, place);
            (0..50).map(|_| chance.between(3, 9)).collect::<Vec<_>>()
        };
        assert_eq!(drawn(1, 1), drawn(1, 1));
        assert_ne!(drawn(1, 1), drawn(2, 1), "another seed");
        assert_ne!(drawn(1, 1), drawn(1, 2), "another dossier");
        assert!(drawn(7, 7).iter().all(|number| (3..=9).contains(number)));
        let mut chance = Chance::of(1, 1);
        assert_eq!(chance.one::<u8>(&[]), None);
        assert_eq!(chance.weighed(&[0, 5, 0], |weight| *weight), Some(&5), "what weighs nothing is never drawn");
    }
}
