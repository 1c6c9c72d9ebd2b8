//! Passphrases: six words proposed, others weighed by how many guesses they would take.
//!
//! `assets/passphrase/words.txt` has 2 119 common French words of four to nine letters, without an accent, no two of
//! which begin with the same four letters: a word drawn is worth 11.05 bits, six are worth 66.3, five 55.2. Of others,
//! `zxcvbn` finds the parts and what each takes to guess; it knows the passwords of the world, and is told what people
//! choose first in French, in `assets/passphrase/guessed.txt`: sayings, names, towns, numbers, keyboards. What the parts
//! are worth is added up, without what the estimator supposes of whoever does not know how many there are.

use std::collections::BTreeSet;

use domain::words::{folded, spaced};
use serde::{Deserialize, Serialize};
use store::drawn_below;
use ts_rs::TS;
use zeroize::Zeroizing;

use super::{Desk, Nothing};
use app::caller::Moment;
use app::failure::Failure;
use app::settings::identity;

/// The words that are drawn, one a line.
const WORDS: &str = include_str!("../../../../../assets/passphrase/words.txt");
/// What is guessed first, the likeliest first.
const GUESSED: &str = include_str!("../../../../../assets/passphrase/guessed.txt");

/// How many words are proposed.
const PROPOSED: usize = 6;
/// The fewest guesses a passphrase that is accepted takes: at the price of the key, one a second on one core.
const ENOUGH: u128 = 1 << 44;
/// Fewer guesses than five words drawn.
const SOLID: u128 = 1 << 52;
/// Fewer guesses than six words drawn, even where two side by side hold a third.
const VERY_SOLID: u128 = 1 << 56;
/// How many times more guesses a sign that no list knows asks for, as the estimator has it.
const SIGN: u128 = 10;
/// The most guesses a word that no list of ours knows takes.
const UNKNOWN_WORD: u128 = 100_000;
/// Letters beyond which a word is taken for two.
const LONGEST_WORD: usize = 9;
/// No more signs than this are weighed.
const LONGEST: usize = 100;

/// A passphrase being typed, and what it must not be made of.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PassphraseToWeigh {
    /// As typed.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
    /// The names of an office about to be created; those of the open office are known.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub names: Vec<String>,
}

/// How good a passphrase is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Weighed {
    /// Whether it is accepted.
    pub enough: bool,
    /// 0 to 4.
    pub strength: u8,
    /// What to say.
    pub text: String,
}

/// A passphrase nobody has to think of.
#[derive(Clone, Serialize, TS)]
pub struct ProposedPassphrase {
    /// Six words, with a space between.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
}

/// Draws six words, again while two of them are the same or begin a saying: what is proposed is very solid.
pub fn propose_passphrase(_: Nothing, _: &Moment) -> Result<ProposedPassphrase, Failure> {
    const DRAWS: usize = 20;
    for _ in 0..DRAWS {
        let passphrase = drawn_words(PROPOSED)?;
        if guesses(&passphrase, &[]) >= VERY_SOLID {
            return Ok(ProposedPassphrase { passphrase });
        }
    }
    Err(Failure::broken("mots"))
}

/// Draws words out of the list, with a space between. Errors: the system draws nothing at random.
pub fn drawn_words(count: usize) -> Result<Zeroizing<String>, Failure> {
    let words: Vec<&str> = WORDS.lines().collect();
    let many = u16::try_from(words.len()).map_err(|_| Failure::broken("mots"))?;
    let mut passphrase = Zeroizing::new(String::with_capacity(count.saturating_mul(10)));
    for turn in 0..count {
        let word = words.get(usize::from(drawn_below(many)?)).ok_or_else(|| Failure::broken("mots"))?;
        passphrase.push_str(if turn == 0 { "" } else { " " });
        passphrase.push_str(word);
    }
    Ok(passphrase)
}

/// Weighs a passphrase as it is typed, the names of the office counted for nothing.
pub fn weigh_passphrase(desk: &mut Desk, input: PassphraseToWeigh, _: &Moment) -> Result<Weighed, Failure> {
    Ok(weigh(&input.passphrase, &[input.names, names_of(desk)].concat()))
}

/// The names of the open office, which whoever tries to enter knows.
pub(super) fn names_of(desk: &Desk) -> Vec<String> {
    let known = desk.read(identity).map(|known| vec![known.name, known.advisor, known.address]);
    known.unwrap_or_default()
}

/// Refuses a passphrase that is too weak, at its field.
pub(super) fn check_strength(passphrase: &str, names: &[String]) -> Result<(), Failure> {
    let weighed = weigh(passphrase, names);
    if weighed.enough { Ok(()) } else { Err(Failure::refused(&weighed.text).at("passphrase")) }
}

fn weigh(passphrase: &str, names: &[String]) -> Weighed {
    let guesses = guesses(passphrase, names);
    let (strength, text) = if passphrase.trim().is_empty() {
        (0, "Cinq mots au moins, sans rapport entre eux.")
    } else if guesses < ENOUGH {
        (1, "Trop facile à deviner : prenez les six mots proposés, ou cinq sans rapport entre eux.")
    } else if guesses < SOLID {
        (2, "Acceptée. Un mot de plus la rendrait solide.")
    } else if guesses < VERY_SOLID {
        (3, "Solide.")
    } else {
        (4, "Très solide.")
    };
    Weighed { enough: strength > 1, strength, text: spaced(text) }
}

/// How many guesses a passphrase takes: the fewest of the whole as typed, of its different words side by side, and of
/// each of them.
fn guesses(passphrase: &str, names: &[String]) -> u128 {
    let whole: String = folded(passphrase.trim()).chars().take(LONGEST).collect();
    let mut seen = BTreeSet::new();
    let words: Vec<&str> =
        whole.split(|sign: char| !sign.is_alphanumeric()).filter(|word| seen.insert(*word)).collect();
    let signs = whole.chars().filter(|sign| !sign.is_alphanumeric() && !sign.is_whitespace()).collect::<BTreeSet<_>>();
    let signs = signs.iter().fold(1, |all: u128, _| all.saturating_mul(SIGN));
    let names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let joined: Vec<String> = names.iter().map(|name| name.split_whitespace().collect()).collect();
    let parts = names.iter().flat_map(|name| name.split(|sign: char| !sign.is_alphanumeric()));
    let known: Vec<&str> = parts
        .filter(|part| part.chars().count() > 2)
        .chain(joined.iter().map(String::as_str))
        .chain(GUESSED.lines())
        .chain(WORDS.lines())
        .collect();
    let drawn: BTreeSet<&str> = WORDS.lines().collect();
    let parts_of = |text: &str| {
        let estimated = zxcvbn::zxcvbn(text, &known);
        estimated.sequence().iter().fold(1_u128, |all, part| {
            all.saturating_mul(guesses_of_part(&part.token, part.guesses.unwrap_or(1), &drawn))
        })
    };
    let each = words.iter().fold(signs, |all, word| all.saturating_mul(parts_of(word)));
    parts_of(&whole).min(parts_of(&words.concat()).saturating_mul(signs)).min(each)
}

/// How many guesses a part of a passphrase takes.
fn guesses_of_part(part: &str, guesses: u64, drawn: &BTreeSet<&str>) -> u128 {
    if drawn.contains(part) {
        return u128::try_from(drawn.len()).unwrap_or(1);
    }
    let guesses = u128::from(guesses.max(1));
    if part.chars().all(char::is_alphabetic) {
        let beyond = part.chars().skip(LONGEST_WORD);
        return guesses.min(beyond.fold(UNKNOWN_WORD, |all, _| all.saturating_mul(SIGN)));
    }
    guesses
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> Vec<String> {
        ["CCAS de Valbourg", "Nadia Ferrand", "12 rue du Moulin, 59000 Valbourg"].map(str::to_owned).to_vec()
    }

    #[test]
    fn what_people_choose_is_refused() {
        for typed in [
            "",
            "court",
            "                    ",
            "aaaaaaaaaaaaaaaa",
            "1234567890ab",
            "123456789012",
            "motdepasse12",
            "motdepasse2026",
            "Azertyuiop 12",
            "a b c d e",
            "liberté égalité fraternité",
            "les des ces mes tes",
            "mon chat est tout noir",
            "un deux trois quatre cinq six",
            "lundi mardi mercredi jeudi vendredi samedi",
            "joyeux anniversaire",
            "jean-pierre-dupont",
            "marseille2026",
            "bonjour12345",
            "iloveyou2026",
            "qsdfghjklmwx",
            "nadiaferrand1",
            "Nadia Ferrand Valbourg 59000",
            "CCASValbourg59",
            "ccas de valbourg rue du moulin",
            "cheval-agrafe",
            "cheval cheval cheval cheval cheval cheval",
            "cinq mots bien à moi",
            "au clair de la lune mon ami pierrot",
            "tant va la cruche à l’eau",
            "je pense donc je suis",
            "allons enfants de la patrie",
            "soleil soleil 2026",
        ] {
            let weighed = weigh(typed, &office());
            assert!(!weighed.enough, "{typed}: {} bits", guesses(typed, &office()).ilog2());
        }
    }

    #[test]
    fn five_words_without_a_link_are_accepted_and_so_is_noise() {
        for typed in [
            "cheval agrafe pile correct lundi",
            "cerise moulin ardoise violon papier",
            "chamois tandem orgeat boussole",
            "le bon cheval agrafe une pile de tuiles",
            "v8K!tq2#Zr7pLm",
        ] {
            let weighed = weigh(typed, &office());
            assert!(weighed.enough, "{typed}: {} bits", guesses(typed, &office()).ilog2());
        }
    }

    fn turns() -> u32 {
        std::env::var("ETRIER_LONG").map_or(60, |_| 3_000)
    }

    #[test]
    fn six_words_drawn_are_very_solid_and_five_of_them_accepted() {
        for _ in 0..turns() {
            let drawn = drawn_words(PROPOSED).unwrap();
            let words: Vec<&str> = drawn.split(' ').collect();
            let different: BTreeSet<&str> = words.iter().copied().collect();
            assert_eq!(words.len(), 6);
            if different.len() == 6 {
                assert_eq!(
                    weigh(&drawn, &office()).strength,
                    4,
                    "{}: {} bits",
                    *drawn,
                    guesses(&drawn, &office()).ilog2()
                );
                let five = words.iter().take(5).copied().collect::<Vec<_>>().join(" ");
                assert!(weigh(&five, &office()).enough, "{five}: {} bits", guesses(&five, &office()).ilog2());
            }
        }
    }

    #[test]
    fn the_words_are_told_apart_by_four_letters_and_have_no_accent() {
        let words: Vec<&str> = WORDS.lines().collect();
        let beginnings: BTreeSet<&str> = words.iter().filter_map(|word| word.get(..4)).collect();
        assert_eq!((words.len(), beginnings.len()), (2_119, 2_119));
        assert!(words.iter().all(|word| word.bytes().all(|sign| sign.is_ascii_lowercase()) && word.len() <= 9));
        assert!(words.is_sorted());
        assert!(GUESSED.lines().all(|guessed| !words.contains(&guessed)), "what is guessed first is not drawn");
        assert_eq!((2_119_u128.pow(6).ilog2(), 2_119_u128.pow(5).ilog2()), (66, 55));
    }
}
