//! What may be told of a period to everyone: no count of a few people, nor anything that leads to one by a subtraction.
//!
//! Every figure counts a set of dossiers. Once a figure is told, so is what it differs by from each figure it holds or is
//! held by; a figure that would show or give away a few people is not told, and the order in which figures are offered is
//! the order in which they matter. Nothing has to be known of how figures are related: their dossiers say it.
//!
//! Worked example, a threshold of 5: 10 loans are told, then 8 of them that answer a request of the year are not: 2 would
//! be found.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Figure, is_few};
use crate::dossier::DossierId;

/// How many sets are followed; beyond, nothing more is told.
const MOST: usize = 20_000;

/// The figures told so far of one period, whatever the sheet.
#[derive(Clone, Debug)]
pub struct Publication {
    under: u64,
    places: BTreeMap<DossierId, usize>,
    known: BTreeSet<Members>,
}

/// Dossiers, a bit each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Members(Vec<u64>);

impl Publication {
    /// Nothing told yet; under so many people nothing may be found.
    #[must_use]
    pub fn under(under: u64) -> Self {
        Self { under, places: BTreeMap::new(), known: BTreeSet::new() }
    }

    /// The threshold: a count under it, but nothing, is a few people.
    #[must_use]
    pub fn threshold(&self) -> u64 {
        self.under
    }

    /// Tells figures together; false, and none of them is told, where a few people would be found.
    pub fn tell<'f>(&mut self, figures: impl IntoIterator<Item = &'f Figure>) -> bool {
        let mut offered: Vec<Members> = figures.into_iter().map(|figure| self.members(figure)).collect();
        let mut known = self.known.clone();
        while let Some(set) = offered.pop() {
            let count = set.count();
            if is_few(count, self.under) || known.len() > MOST {
                return false;
            }
            if count == 0 || known.contains(&set) {
                continue;
            }
            offered.extend(known.iter().filter_map(|other| set.without(other)));
            known.insert(set);
        }
        self.known = known;
        true
    }

    fn members(&mut self, figure: &Figure) -> Members {
        let mut bits: Vec<u64> = Vec::new();
        for one in &figure.dossiers {
            let next = self.places.len();
            let place = *self.places.entry(one.dossier).or_insert(next);
            let word = place >> 6;
            if bits.len() <= word {
                bits.resize(word.saturating_add(1), 0);
            }
            if let Some(word) = bits.get_mut(word) {
                *word |= 1_u64 << (place & 63);
            }
        }
        Members(bits)
    }
}

impl Members {
    fn count(&self) -> u64 {
        self.0.iter().fold(0, |sum, word| sum.saturating_add(u64::from(word.count_ones())))
    }

    /// What one has more than the other, where one holds the other.
    fn without(&self, other: &Self) -> Option<Self> {
        let word = |set: &Self, place: usize| set.0.get(place).copied().unwrap_or_default();
        let (mut holds, mut is_held) = (true, true);
        for place in 0..self.0.len().max(other.0.len()) {
            let (one, two) = (word(self, place), word(other, place));
            holds &= two & !one == 0;
            is_held &= one & !two == 0;
        }
        let (whole, part) = match (holds, is_held) {
            (true, _) => (self, other),
            (false, true) => (other, self),
            (false, false) => return None,
        };
        let mut bits: Vec<u64> = (0..whole.0.len()).map(|place| word(whole, place) & !word(part, place)).collect();
        while bits.last() == Some(&0) {
            bits.pop();
        }
        Some(Self(bits))
    }
}
