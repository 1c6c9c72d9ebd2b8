//! The words registers are written with: a setting, read without accents, capitals nor signs.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::RegisterColumn;
use crate::settings::{ListEntry, ListKey};
use crate::words::folded;

/// The words that head a column.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadingWords {
    /// The column.
    pub column: RegisterColumn,
    /// How registers call it.
    pub words: Vec<String>,
}

vocabulary! {
    /// What a register says became of a request.
    pub enum RegisterOutcome {
        /// A lender agreed.
        Granted => "granted";
        /// A lender refused.
        Refused => "refused";
        /// The person was directed elsewhere.
        Redirected => "redirected";
        /// The request could not be admitted.
        Inadmissible => "inadmissible";
        /// The person did not go on.
        Dropped => "dropped";
        /// The person renounced the offer.
        Withdrawn => "withdrawn";
        /// Nothing yet.
        Pending => "pending";
    }
}

/// The delivered words of registers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RegisterWords {
    /// How columns are headed.
    pub headings: Vec<HeadingWords>,
    /// What people write for a purpose, by its key.
    pub purposes: BTreeMap<ListKey, Vec<String>>,
    /// What people write for an origin, by its key.
    pub origins: BTreeMap<ListKey, Vec<String>>,
    /// What people write for the reason of a refusal, by its key.
    pub refusals: BTreeMap<ListKey, Vec<String>>,
    /// What people write for another solution, by its key.
    pub redirections: BTreeMap<ListKey, Vec<String>>,
    /// What people write for an outcome.
    pub outcomes: BTreeMap<RegisterOutcome, Vec<String>>,
    /// A mark that says yes.
    pub yes: Vec<String>,
    /// A mark that says no, or nothing.
    pub no: Vec<String>,
    /// A word before an amount that is not exact.
    pub about: Vec<String>,
    /// How the line of a total begins.
    pub totals: Vec<String>,
    /// A title before a name.
    pub titles: Vec<String>,
    /// The origin that says it is not known.
    pub unknown_origin: ListKey,
    /// The reason of a refusal told in words no entry has.
    pub other_refusal: ListKey,
    /// The reason of a refusal that was not told.
    pub no_reason_given: ListKey,
    /// The solution told in words no entry has.
    pub other_solution: ListKey,
    /// The kind of the interview an assessment stands on.
    pub interview: ListKey,
}

/// Small letters and figures, one space between words: `NÉ(E) LE` is `ne e le`.
pub(super) fn bare(text: &str) -> String {
    bare_words(text).collect::<Vec<_>>().join(" ")
}

/// Whether a text is one that is [`bare`] already, told at the first word that differs.
fn is_bare(text: &str, bared: &str) -> bool {
    bare_words(text).eq(bared.split(' '))
}

fn bare_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded)
}

/// The words within a text that stand for a key: those of the longest of them; the text itself first. They are [`bare`]
/// already.
pub(super) fn meant<'w, K>(text: &str, keyed: impl IntoIterator<Item = (&'w K, &'w Vec<String>)>) -> Option<&'w K> {
    let text = bare(text);
    let mut best: Option<(usize, &K)> = None;
    for (key, words) in keyed {
        for word in words {
            let exact = *word == text;
            let within = exact || holds(&text, word);
            let weight = if exact { usize::MAX } else { word.len() };
            if within && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, key));
            }
        }
    }
    best.map(|(_, key)| key)
}

/// Whether whole words of a text are these.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(start, found)| {
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(start.saturating_add(found.len())..).unwrap_or_default();
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}

/// The entry of a list a text means: by its label, else by the words registers use for it, if it is in the list.
pub(super) fn entry(text: &str, list: &[ListEntry], words: &BTreeMap<ListKey, Vec<String>>) -> Option<ListKey> {
    let bared = bare(text);
    if bared.is_empty() {
        return None;
    }
    let labelled = list.iter().find(|entry| is_bare(&entry.label, &bared) || entry.key.as_str() == text.trim());
    let known = |key: &&ListKey| list.iter().any(|entry| entry.key == **key);
    labelled.map(|entry| entry.key.clone()).or_else(|| meant(text, words).filter(known).cloned())
}

impl RegisterWords {
    /// Whether a cell is a mark that says yes.
    #[must_use]
    pub fn says_yes(&self, text: &str) -> bool {
        is_one_of(text, &self.yes)
    }

    /// Whether a cell says no, or that there is nothing.
    #[must_use]
    pub fn says_no(&self, text: &str) -> bool {
        is_one_of(text, &self.no)
    }
}

fn is_one_of(text: &str, marks: &[String]) -> bool {
    let text = folded(text.trim());
    let text = text.trim_end_matches('.');
    marks.iter().any(|mark| mark == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_delivered_as_they_are_looked_for() {
        let file = include_str!("../../../../../assets/settings/register_words.json");
        let words: RegisterWords = serde_json::from_str(file).unwrap();
        let keyed = [&words.purposes, &words.origins, &words.refusals, &words.redirections].into_iter();
        let all = keyed.flat_map(BTreeMap::values).chain(words.outcomes.values()).flatten();
        assert_eq!(all.filter(|word| bare(word) != **word).collect::<Vec<_>>(), Vec::<&String>::new());
        assert_eq!(bare(" NÉ(E)  LE : "), "ne e le");
        assert!(is_bare("Né(e) le", "ne e le") && !is_bare("Né", "ne e") && !is_bare("", ""));
    }
}
