//! Which line of a sheet holds the headings, and which column each of them heads.

use super::vocabulary::bare;
use super::{RegisterColumn, RegisterWords};

/// How many lines of a sheet are looked at for its headings: what stands above them is a title, a logo, a date.
const LOOKED_AT: usize = 30;
/// A line with fewer known headings is not one of headings.
const FEWEST: usize = 2;

/// Where the headings are and what they head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings {
    /// The place of their line, from zero.
    pub line: usize,
    /// What each column holds, in the order of the file; nothing for one that is left out.
    pub columns: Vec<Option<RegisterColumn>>,
}

/// Finds the line of headings: the first of those that name most columns. Nothing when no line names two.
#[must_use]
pub fn find_headings(lines: &[Vec<String>], words: &RegisterWords) -> Option<Headings> {
    let mut best: Option<(usize, Headings)> = None;
    for (line, cells) in lines.iter().enumerate().take(LOOKED_AT) {
        let columns = guess_columns(cells, words);
        let known = columns.iter().flatten().count();
        if known >= FEWEST && best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, Headings { line, columns }));
        }
    }
    best.map(|(_, headings)| headings)
}

/// What each heading heads, the surest first, each column once.
#[must_use]
pub fn guess_columns(headings: &[String], words: &RegisterWords) -> Vec<Option<RegisterColumn>> {
    let mut likely: Vec<(usize, usize, RegisterColumn)> = Vec::new();
    for (place, heading) in headings.iter().enumerate() {
        let heading = bare(heading);
        if heading.is_empty() || heading.len() > 60 {
            continue;
        }
        for known in &words.headings {
            let weight = known.words.iter().filter_map(|word| likeness(&heading, word)).max();
            likely.extend(weight.map(|weight| (weight, place, known.column)));
        }
    }
    likely.sort_by_key(|(weight, place, column)| (std::cmp::Reverse(*weight), *place, *column));
    let mut columns = vec![None; headings.len()];
    for (_, place, column) in likely {
        let free = columns.get(place).is_some_and(Option::is_none);
        let taken = columns.contains(&Some(column));
        // A name apart and a name with its first name are one thing told twice.
        let twice = column == RegisterColumn::FullName && columns.contains(&Some(RegisterColumn::LastName))
            || column == RegisterColumn::LastName && columns.contains(&Some(RegisterColumn::FullName));
        if free && !taken && !twice {
            columns.iter_mut().skip(place).take(1).for_each(|held| *held = Some(column));
        }
    }
    columns
}

/// How much a heading is like a known one: the same, else the longest that stands within it.
fn likeness(heading: &str, word: &str) -> Option<usize> {
    const SAME: usize = 1_000;
    if heading == word {
        return Some(SAME);
    }
    // One letter within a longer heading says nothing.
    let within = word.len() > 1 && format!(" {heading} ").contains(&format!(" {word} "));
    within.then_some(word.len())
}

/// Whether a line says nothing.
#[must_use]
pub fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

/// Whether a line is a total: its first words say so.
#[must_use]
pub fn is_total(cells: &[String], words: &RegisterWords) -> bool {
    let first = cells.iter().map(|cell| bare(cell)).find(|cell| !cell.is_empty()).unwrap_or_default();
    words.totals.iter().any(|total| {
        let total = bare(total);
        first == total || first.starts_with(&format!("{total} "))
    })
}
