//! A few people are never a line: lines that would show them are put together until none does.
//!
//! Worked example, under 5: mobilité 20, logement 3, santé 6 become mobilité 20, logement et santé 9; printed 3 or found
//! by 29 − 20 − 6, one person could be known by their neighbours.

use super::figure::is_few;

/// A line of a breakdown before small numbers are looked for.
pub(super) trait Groupable: Clone {
    /// What it counts, column after column; one more where a reader could subtract two of them.
    fn counts(&self) -> Vec<u64>;

    /// Takes another line in.
    fn join(&mut self, other: Self);

    /// How many lines it was made of.
    fn size(&self) -> usize;
}

/// The lines with those of a few people put together, in their order: no count of any is then from 1 to under `under`.
///
/// What was put together stands where its first line did. Nothing when that leaves no breakdown: no line, one group of
/// everything, which tells nothing the total does not, or a few people that no other line can hide.
pub(super) fn grouped<L: Groupable>(lines: Vec<L>, under: u64) -> Option<Vec<L>> {
    let shows_a_few = |line: &L| line.counts().into_iter().any(|count| is_few(count, under));
    let (mut small, mut kept): (Vec<_>, Vec<_>) =
        lines.into_iter().enumerate().partition(|(_, line)| shows_a_few(line));
    while let Some(group) = together(&small).filter(|group| shows_a_few(group)) {
        // The count that is too small takes the smallest line that adds to it.
        let missing = group.counts().into_iter().position(|count| is_few(count, under))?;
        let adds = |line: &L| line.counts().get(missing).copied().unwrap_or_default();
        let partners = kept.iter().enumerate().filter(|(_, (_, line))| adds(line) > 0);
        let (partner, _) = partners.min_by_key(|(_, (_, line))| adds(line))?;
        small.push(kept.remove(partner));
    }
    small.sort_by_key(|(place, _)| *place);
    let first = small.first().map(|(place, _)| *place);
    kept.extend(first.zip(together(&small)));
    kept.sort_by_key(|(place, _)| *place);
    let lines: Vec<L> = kept.into_iter().map(|(_, line)| line).collect();
    let is_told = !lines.is_empty() && !matches!(lines.as_slice(), [only] if only.size() > 1);
    is_told.then_some(lines)
}

/// Lines as one, in their order; nothing of none.
fn together<L: Groupable>(lines: &[(usize, L)]) -> Option<L> {
    let mut lines = lines.iter().map(|(_, line)| line.clone());
    let mut group = lines.next()?;
    lines.for_each(|line| group.join(line));
    Some(group)
}
