//! The months that lack of a paper wanted for the last months, as far as the names of its files say which are there.
//!
//! Worked example: of three pay slips, « bulletin septembre.pdf » and « paie-aout.pdf » are there on 20 November 2026:
//! October lacks. A file whose name says no month, or an older one, leaves it unknown.

use chrono::{Datelike, Months, NaiveDate};

use super::ChecklistLine;
use super::place::words_of;
use crate::words::folded;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A month is told by this many of its letters: « oct », « sept ».
const SHORTEST: usize = 3;

impl ChecklistLine<'_> {
    /// The months that lack, in words and in their order; none when the names of the files do not tell.
    #[must_use]
    pub fn months_lacking(&self, today: NaiveDate) -> Vec<&'static str> {
        let Some((_, of)) = self.partial.filter(|(given, _)| *given > 0) else { return Vec::new() };
        let last = (1..=of).rev().filter_map(|back| today.checked_sub_months(Months::new(back)));
        let wanted: Vec<usize> = last.map(|day| usize::try_from(day.month0()).unwrap_or_default()).collect();
        let named: Option<Vec<usize>> = self.files.iter().map(|file| month_named(file.name.as_str())).collect();
        let Some(named) = named.filter(|named| named.iter().all(|month| wanted.contains(month))) else {
            return Vec::new();
        };
        let lacking = wanted.iter().filter(|month| !named.contains(month));
        lacking.filter_map(|month| MONTHS.get(*month).copied()).collect()
    }
}

/// The month the name of a file says, from 0; nothing when it says none or several.
fn month_named(name: &str) -> Option<usize> {
    let words = words_of(name);
    let mut said = words.iter().filter(|word| word.len() >= SHORTEST).filter_map(|word| only_month(word));
    let month = said.next()?;
    said.all(|other| other == month).then_some(month)
}

/// The one month a word is the beginning of.
fn only_month(word: &str) -> Option<usize> {
    let mut begun = (0..).zip(MONTHS).filter(|(_, month)| folded(month).starts_with(word));
    let (month, _) = begun.next()?;
    begun.next().is_none().then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_says_its_month() {
        assert_eq!(month_named("bulletin-septembre.pdf"), Some(8));
        assert_eq!(month_named("Paie Août 2026.pdf"), Some(7));
        assert_eq!(month_named("releve oct.pdf"), Some(9));
        assert_eq!(month_named("scan de la mairie, décision.pdf"), None);
        assert_eq!(month_named("août et sept.pdf"), None);
    }
}
