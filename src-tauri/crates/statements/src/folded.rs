//! Text made comparable: capitals, no accent, what PDF files misname put right. Never what is shown.

use unicode_normalization::UnicodeNormalization;

/// Capitals without accents, words apart by one space; signs that are neither letters nor digits become spaces.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.nfkd() {
        let sign = match sign {
            'Ø' | 'ø' => 'E',
            'þ' => ' ',
            other => other,
        };
        if sign.is_alphanumeric() {
            folded.extend(sign.to_uppercase());
        } else if !is_accent(sign) && !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn is_accent(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}

/// Whether a folded text begins with a folded phrase, at the end of a word.
pub(crate) fn starts_with(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a folded text holds a folded phrase as whole words; a star at its end takes any end of the last word.
pub(crate) fn holds(text: &str, phrase: &str) -> bool {
    find(text, phrase).is_some()
}

/// Where the words of a phrase begin in a folded text, in bytes.
pub(crate) fn find(text: &str, phrase: &str) -> Option<usize> {
    let (core, open) = match phrase.strip_suffix('*') {
        Some(core) => (core, true),
        None => (phrase, false),
    };
    text.match_indices(core).map(|(at, _)| at).find(|at| {
        let (before, after) = (text.get(..*at).unwrap_or(""), text.get(at.saturating_add(core.len())..).unwrap_or(""));
        let begins = before.is_empty() || before.ends_with(' ');
        begins && (open || after.is_empty() || after.starts_with(' '))
    })
}

/// A text as it is kept: one line, no control sign, no sign that turns the direction of what follows.
pub(crate) fn cleaned(text: &str) -> String {
    let turns = |sign: char| matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let spaced: String =
        text.chars().filter(|sign| !turns(*sign)).map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_marks_and_misnamed_letters_compare_as_plain_capitals() {
        assert_eq!(folded("DØbit (€)"), "DEBIT");
        assert_eq!(folded("  Libellé  des opérations ¨"), "LIBELLE DES OPERATIONS");
        assert_eq!(folded("L’eau d'ici"), "L EAU D ICI");
    }

    #[test]
    fn a_phrase_is_found_by_whole_words_alone() {
        assert!(holds("PRLV SEPA EDF CLIENTS", "EDF*"));
        assert!(!holds("CREDIFORME", "FORME"));
        assert!(holds("TOTALENERGIES ELECTRICITE", "TOTAL*"));
        assert!(!holds("TOTALENERGIES ELECTRICITE", "TOTAL"));
        assert!(!starts_with("SOLDERIE", "SOLDE"));
    }

    #[test]
    fn a_label_keeps_no_sign_that_acts_on_the_screen() {
        assert_eq!(cleaned("VIR\u{202e} DE\n A\u{0}B\t C"), "VIR DE A B C");
    }
}
