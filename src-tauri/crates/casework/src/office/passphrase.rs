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
/// The fewest bits of a passphrase that is accepted: at the price of the key, a guess a second on one core.
const ENOUGH: f64 = 44.0;
/// Fewer bits than five words drawn.
const SOLID: f64 = 52.0;
/// Fewer bits than six words drawn, even where two side by side hold a third.
const VERY_SOLID: f64 = 56.0;
/// What a sign that no list knows adds, in bits: one in ten, as the estimator has it.
const SIGN: f64 = std::f64::consts::LOG2_10;
/// What a word that no list of ours knows is worth at most, in bits: one in a hundred thousand.
const UNKNOWN_WORD: f64 = 16.6;
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

/// Draws six words.
pub fn propose_passphrase(_: Nothing, _: &Moment) -> Result<ProposedPassphrase, Failure> {
    Ok(ProposedPassphrase { passphrase: drawn()? })
}

fn drawn() -> Result<Zeroizing<String>, Failure> {
    let words: Vec<&str> = WORDS.lines().collect();
    let many = u16::try_from(words.len()).map_err(|_| Failure::broken("mots"))?;
    let mut passphrase = Zeroizing::new(String::with_capacity(PROPOSED.saturating_mul(10)));
    for turn in 0..PROPOSED {
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
    let bits = bits(passphrase, names);
    let (strength, text) = if passphrase.trim().is_empty() {
        (0, "Cinq mots au moins, sans rapport entre eux.")
    } else if bits < ENOUGH {
        (1, "Trop facile à deviner : prenez les six mots proposés, ou cinq sans rapport entre eux.")
    } else if bits < SOLID {
        (2, "Acceptée. Un mot de plus la rendrait solide.")
    } else if bits < VERY_SOLID {
        (3, "Solide.")
    } else {
        (4, "Très solide.")
    };
    Weighed { enough: strength > 1, strength, text: spaced(text) }
}

/// How many bits a passphrase is worth: the fewest of the whole as typed, of its different words side by side, and of
/// each of them.
fn bits(passphrase: &str, names: &[String]) -> f64 {
    let whole: String = folded(passphrase.trim()).chars().take(LONGEST).collect();
    let mut seen = BTreeSet::new();
    let words: Vec<&str> =
        whole.split(|sign: char| !sign.is_alphanumeric()).filter(|word| seen.insert(*word)).collect();
    let signs = whole.chars().filter(|sign| !sign.is_alphanumeric() && !sign.is_whitespace()).collect::<BTreeSet<_>>();
    let signs = u32::try_from(signs.len()).map_or(0.0, |signs| f64::from(signs) * SIGN);
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
    let worth = |text: &str| -> f64 {
        let estimated = zxcvbn::zxcvbn(text, &known);
        estimated.sequence().iter().map(|part| part_bits(&part.token, part.guesses, &drawn)).sum()
    };
    let each: f64 = words.iter().map(|word| worth(word)).sum();
    worth(&whole).min(worth(&words.concat()) + signs).min(each + signs)
}

/// What a part of a passphrase is worth.
fn part_bits(part: &str, guesses: Option<u64>, drawn: &BTreeSet<&str>) -> f64 {
    if drawn.contains(part) {
        return u32::try_from(drawn.len()).map_or(0.0, |many| f64::from(many).log2());
    }
    let bits = guesses.map_or(0.0, log2);
    if part.chars().all(char::is_alphabetic) {
        let beyond = part.chars().count().saturating_sub(LONGEST_WORD);
        return bits.min(UNKNOWN_WORD + u32::try_from(beyond).map_or(0.0, f64::from) * SIGN);
    }
    bits
}

fn log2(guesses: u64) -> f64 {
    let half = |half: u64| u32::try_from(half).map_or(0.0, f64::from);
    let guesses = half(guesses >> 32).mul_add(4_294_967_296.0, half(guesses & 0xffff_ffff));
    guesses.max(1.0).log2()
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
            assert!(!weighed.enough, "{typed}: {:.1} bits", bits(typed, &office()));
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
            assert!(weighed.enough, "{typed}: {:.1} bits", bits(typed, &office()));
        }
    }

    fn turns() -> u32 {
        std::env::var("ETRIER_LONG").map_or(60, |_| 3_000)
    }

    #[test]
    fn six_words_drawn_are_very_solid_and_five_of_them_accepted() {
        for _ in 0..turns() {
            let drawn = drawn().unwrap();
            let words: Vec<&str> = drawn.split(' ').collect();
            let different: BTreeSet<&str> = words.iter().copied().collect();
            assert_eq!(words.len(), 6);
            if different.len() == 6 {
                assert_eq!(weigh(&drawn, &office()).strength, 4, "{}: {:.1} bits", *drawn, bits(&drawn, &office()));
                let five = words[..5].join(" ");
                assert!(weigh(&five, &office()).enough, "{five}: {:.1} bits", bits(&five, &office()));
            }
        }
    }

    #[test]
    fn the_words_are_told_apart_by_four_letters_and_have_no_accent() {
        let words: Vec<&str> = WORDS.lines().collect();
        let beginnings: BTreeSet<&str> = words.iter().map(|word| &word[..4]).collect();
        assert_eq!((words.len(), beginnings.len()), (2_119, 2_119));
        assert!(words.iter().all(|word| word.bytes().all(|sign| sign.is_ascii_lowercase()) && word.len() <= 9));
        assert!(words.is_sorted());
        assert!(GUESSED.lines().all(|guessed| !words.contains(&guessed)), "what is guessed first is not drawn");
        assert!((6.0 * 2_119_f64.log2() - 66.30).abs() < 0.01);
    }
}
