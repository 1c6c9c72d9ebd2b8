//! A few people are never a line: lines that would show them are put together until none does.
//!
//! Worked example, under 5: mobilité 20, logement 3, santé 6 become mobilité 20, logement et santé 9; printed 3 or found
//! by 29 − 20 − 6, one person could be known by their neighbours.

use domain::words::lowered;

/// A line of a breakdown: what it counts, never twice the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) labels: Vec<String>,
    /// A count for each column; one more where a reader could subtract two of them.
    pub(super) counts: Vec<u64>,
}

impl Line {
    pub(super) fn of(label: &str, counts: Vec<u64>) -> Self {
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

    fn shows_a_few(&self, under: u64) -> bool {
        self.counts.iter().any(|count| (1..under).contains(count))
    }

    fn join(&mut self, other: Self) {
        self.labels.extend(other.labels);
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count = count.saturating_add(more);
        }
    }
}

/// The lines with those of a few people put together, in their order; nothing when that leaves no breakdown.
pub(super) fn grouped(lines: Vec<Line>, under: u64) -> Option<Vec<Line>> {
    let lines = lines.into_iter().filter(|line| line.counts.iter().any(|count| *count > 0));
    let (mut small, mut kept): (Vec<_>, Vec<_>) = lines.enumerate().partition(|(_, line)| line.shows_a_few(under));
    while let Some(group) = together(&small).filter(|group| group.shows_a_few(under)) {
        let missing = group.counts.iter().position(|count| (1..under).contains(count));
        let adds = |line: &Line| missing.and_then(|place| line.counts.get(place).copied()).unwrap_or_default();
        let partner = kept.iter().enumerate().filter(|(_, (_, line))| adds(line) > 0);
        let partner = partner.min_by_key(|(_, (_, line))| adds(line)).map(|(place, _)| place);
        small.push(kept.remove(partner?));
    }
    small.sort_by_key(|(place, _)| *place);
    let first = small.first().map(|(place, _)| *place);
    kept.extend(first.zip(together(&small)));
    kept.sort_by_key(|(place, _)| *place);
    let lines: Vec<Line> = kept.into_iter().map(|(_, line)| line).collect();
    // One group of everything tells nothing the total does not.
    let is_told = !lines.is_empty() && !matches!(lines.as_slice(), [only] if only.labels.len() > 1);
    is_told.then_some(lines)
}

fn together(lines: &[(usize, Line)]) -> Option<Line> {
    let mut lines = lines.iter().map(|(_, line)| line.clone());
    let mut group = lines.next()?;
    lines.for_each(|line| group.join(line));
    Some(group)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(lines: &[(&str, u64)]) -> Option<Vec<(String, u64)>> {
        let lines = lines.iter().map(|(label, count)| Line::of(label, vec![*count])).collect();
        grouped(lines, 5).map(|lines| lines.iter().map(|line| (line.label(), line.counts[0])).collect())
    }

    #[test]
    fn a_few_people_join_the_smallest_line() {
        let lines = told(&[("Mobilité", 20), ("Logement", 3), ("Santé", 6), ("Loisirs", 0)]).unwrap();
        assert_eq!(lines, [("Mobilité".to_owned(), 20), ("Logement, santé".to_owned(), 9)]);
        assert_eq!(told(&[("Mobilité", 3), ("Logement", 4)]), None, "seven people of one group tell nothing");
        assert_eq!(told(&[("Mobilité", 3)]), None);
        assert_eq!(told(&[("Mobilité", 7), ("Logement", 0)]).unwrap().len(), 1);
    }

    #[test]
    fn what_two_periods_differ_by_is_counted_too() {
        let lines = vec![Line::nested("Mobilité", 8, 20), Line::nested("Santé", 6, 8), Line::nested("Logement", 6, 15)];
        let lines = grouped(lines, 5).unwrap();
        assert_eq!(lines[1].label(), "Santé, logement", "6 then 8 would tell that two people came before");
    }

    proptest! {
        #[test]
        fn no_count_of_a_few_people_is_left(counts in proptest::collection::vec((0_u64..12, 0_u64..12), 0..9), under in 2_u64..7) {
            let lines: Vec<Line> =
                counts.iter().map(|(inner, more)| Line::nested("x", *inner, inner.saturating_add(*more))).collect();
            let sum = |lines: &[Line]| lines.iter().map(|line| line.counts[1]).sum::<u64>();
            let whole = sum(&lines);
            if let Some(kept) = grouped(lines, under) {
                prop_assert_eq!(sum(&kept), whole, "nobody is lost");
                for line in kept {
                    prop_assert!(line.counts.iter().all(|count| *count == 0 || *count >= under));
                }
            }
        }
    }
}
