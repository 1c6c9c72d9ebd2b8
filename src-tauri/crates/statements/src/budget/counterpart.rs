//! The name left in a label when the bank's words, references, days and numbers are removed.

use serde::Deserialize;

use crate::folded::folded;

/// How many words of a name are kept.
const MOST_WORDS: usize = 5;
/// The shortest word that tells a creditor apart.
const SHORTEST: usize = 3;

/// The words of labels that name nobody.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct LabelWords {
    bank_words: Vec<String>,
    months: Vec<String>,
}

impl LabelWords {
    /// The words delivered with the program.
    pub(crate) fn delivered() -> Self {
        serde_json::from_str(include_str!("../../../../../assets/statements/labels.json")).unwrap_or_default()
    }

    /// The words of a label that may be a name, folded, in order.
    pub(crate) fn name(&self, label: &str) -> Vec<String> {
        let plain = folded(label);
        let words = plain.split(' ').filter(|word| !word.is_empty() && !self.is_noise(word));
        let mut name: Vec<String> = Vec::new();
        for word in words {
            if !name.iter().any(|known| known == word) {
                name.push(word.to_owned());
            }
        }
        name.truncate(MOST_WORDS);
        name
    }

    fn is_noise(&self, word: &str) -> bool {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let coded = digits.saturating_mul(2) >= word.len() || digits > 0 && word.len() > 4;
        // « AOUTME » is a month with what the fund writes behind it.
        let month = self.months.iter().any(|month| word.strip_suffix("ME").unwrap_or(word) == month || word == month);
        coded || month || self.bank_words.iter().any(|known| known == word)
    }
}

/// Whether two names share a word long enough to tell a creditor apart.
pub(crate) fn share_a_word(one: &[String], other: &[String]) -> bool {
    one.iter().any(|word| word.len() >= SHORTEST && other.contains(word))
}

/// Whether two names are of one counterpart: one holds the other, or half of their words are the same.
pub(crate) fn is_alike(one: &[String], other: &[String]) -> bool {
    let shared = one.iter().filter(|word| other.contains(word)).count();
    let all = one.len().saturating_add(other.len()).saturating_sub(shared);
    one == other || shared > 0 && (shared == one.len().min(other.len()) || shared.saturating_mul(2) >= all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_leaves_the_name_of_its_counterpart() {
        let words = LabelWords::delivered();
        let name = |label: &str| words.name(label).join(" ");
        assert_eq!(
            name("PRELEVEMENT DE PARTENORD HABITAT REF : 61003307666 LOYER MANDAT : C46G7JLCKLAP"),
            "PARTENORD HABITAT"
        );
        assert_eq!(
            name("VIR SEPA RECU /DE CAF PAS DE CALAIS /MOTIF 45967531428 AOUTME /REF 45967531428"),
            "CAF PAS CALAIS"
        );
        assert_eq!(name("PRELEVEMENT DE MAIF REF : 01467300245"), "MAIF");
        assert_eq!(name("VIREMENT DE PROPRETE NORD SERVICES SALAIRE AOUT"), "PROPRETE NORD SERVICES");
    }
}
