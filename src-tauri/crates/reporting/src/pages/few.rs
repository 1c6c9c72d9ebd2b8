//! The lines of a breakdown of people, each counted once: a few people are never one.

use domain::report::{Groupable, grouped};
use domain::words::lowered;

/// A line of a breakdown: what it counts, never twice the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) labels: Vec<String>,
    /// A count for each column; one more where a reader could subtract two of them.
    pub(super) counts: Vec<u64>,
}

impl Line {
    pub(crate) fn of(label: &str, counts: Vec<u64>) -> Self {
        Self { labels: vec![label.to_owned()], counts }
    }

    /// Two counts one of which holds the other: their difference counts too.
    pub(super) fn nested(label: &str, inner: u64, outer: u64) -> Self {
        Self::of(label, vec![inner, outer, outer.saturating_sub(inner)])
    }

    /// `Logement, santé`.
    pub(super) fn label(&self) -> String {
        let mut labels = self.labels.iter();
        let first = labels.next().cloned().unwrap_or_default();
        labels.fold(first, |label, next| format!("{label}, {}", lowered(next)))
    }
}

impl Groupable for Line {
    fn counts(&self) -> Vec<u64> {
        self.counts.clone()
    }

    fn join(&mut self, other: Self) {
        self.labels.extend(other.labels);
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count = count.saturating_add(more);
        }
    }

    fn size(&self) -> usize {
        self.labels.len()
    }
}

/// The lines that count somebody, those of a few people put together; nothing when that leaves no breakdown.
pub(super) fn told(lines: Vec<Line>, under: u64) -> Option<Vec<Line>> {
    grouped(lines.into_iter().filter(|line| line.counts.iter().any(|count| *count > 0)).collect(), under)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counted(lines: &[(&str, u64)]) -> Option<Vec<(String, u64)>> {
        let lines = lines.iter().map(|(label, count)| Line::of(label, vec![*count])).collect();
        told(lines, 5).map(|lines| lines.iter().map(|line| (line.label(), line.counts[0])).collect())
    }

    #[test]
    fn a_few_people_join_the_smallest_line() {
        let lines = counted(&[("Mobilité", 20), ("Logement", 3), ("Santé", 6), ("Loisirs", 0)]).unwrap();
        assert_eq!(lines, [("Mobilité".to_owned(), 20), ("Logement, santé".to_owned(), 9)]);
        assert_eq!(counted(&[("Mobilité", 3), ("Logement", 4)]), None, "seven people of one group tell nothing");
        assert_eq!(counted(&[("Mobilité", 3)]), None);
        assert_eq!(counted(&[("Mobilité", 7), ("Logement", 0)]).unwrap().len(), 1);
    }

    #[test]
    fn what_two_periods_differ_by_is_counted_too() {
        let lines = vec![Line::nested("Mobilité", 8, 20), Line::nested("Santé", 6, 8), Line::nested("Logement", 6, 15)];
        let lines = told(lines, 5).unwrap();
        assert_eq!(lines[1].label(), "Santé, logement", "6 then 8 would tell that two people came before");
    }

    proptest! {
        #[test]
        fn no_count_of_a_few_people_is_left(counts in proptest::collection::vec((0_u64..12, 0_u64..12), 0..9), under in 2_u64..7) {
            let lines: Vec<Line> =
                counts.iter().map(|(inner, more)| Line::nested("x", *inner, inner.saturating_add(*more))).collect();
            let sum = |lines: &[Line]| lines.iter().map(|line| line.counts[1]).sum::<u64>();
            let whole = sum(&lines);
            if let Some(kept) = told(lines, under) {
                prop_assert_eq!(sum(&kept), whole, "nobody is lost");
                for line in kept {
                    prop_assert!(line.counts.iter().all(|count| *count == 0 || *count >= under));
                }
            }
        }
    }
}
