//! How people, institutions and round sums are named in a sentence.

use rust_decimal::Decimal;

use super::{HARD_SPACE, NARROW_SPACE};
use crate::money::Euros;
use crate::person::{Person, Title};

/// `de M. Joël Astier`, `d’Anne Roux`, `d’Yvonne Roux`, `de Yasmina Roux`.
///
/// `de` loses its vowel before another; a `y` is one only before a consonant, and an `h` is never taken for mute.
#[must_use]
pub fn of_name(name: &str) -> String {
    let is_vowel = |letter: char| letter.to_lowercase().all(|letter| "aàâäeéèêëiîïoôöuùûüœæ".contains(letter));
    let mut letters = name.chars();
    let elided = match (letters.next(), letters.next()) {
        (Some('y' | 'Y'), Some(next)) => next.is_alphabetic() && !is_vowel(next),
        (Some(first), _) => is_vowel(first),
        (None, _) => false,
    };
    if elided { format!("d’{name}") } else { format!("de {name}") }
}

/// `Mme Sonia Delmas`.
#[must_use]
pub fn full_name(person: &Person) -> String {
    titled(person.title, &person.display_name())
}

/// `Mme Delmas`, or the whole name of someone whose title is not stated.
#[must_use]
pub fn addressed(person: &Person) -> String {
    match person.title {
        Title::Madame | Title::Monsieur => titled(person.title, person.last_name.as_str()),
        Title::NotStated => person.display_name(),
    }
}

/// `2 400 €`, with cents only when there are some.
#[must_use]
pub fn round(amount: Euros) -> String {
    format!("{}{NARROW_SPACE}€", without_zeros(&amount.bare()))
}

/// `302 €` for 301,60 €: the nearest euro, half up.
#[must_use]
pub fn to_the_euro(amount: Euros) -> String {
    format!("{}{NARROW_SPACE}€", super::decimal(Decimal::new(amount.cents(), 2), 0))
}

/// `à la Banque du Val`, `au CCAS de Valbourg`, or just `à` before a name whose gender is not told by its first word.
#[must_use]
pub fn to_the(name: &str) -> String {
    match gender(name) {
        Some(Title::Madame) => format!("à la {name}"),
        Some(Title::Monsieur) => format!("au {name}"),
        Some(Title::NotStated) | None => format!("à {name}"),
    }
}

/// `au CCAS, accueil`: where somebody is met; as it was typed when its first word does not tell its gender.
#[must_use]
pub fn at_place(place: &str) -> String {
    if gender(place).is_some() { to_the(place) } else { place.to_owned() }
}

/// `la Banque du Val`, `le CCAS de Valbourg`, or the bare name when its first word does not tell its gender.
#[must_use]
pub fn the(name: &str) -> String {
    match gender(name) {
        Some(Title::Madame) => format!("la {name}"),
        Some(Title::Monsieur) => format!("le {name}"),
        Some(Title::NotStated) | None => name.to_owned(),
    }
}

/// What people call the office: `CCAS` of `CCAS de Valbourg` and of `Centre communal d’action sociale de Valbourg`,
/// `CIAS` of those of several towns, or the whole name of another.
#[must_use]
pub fn short_office(name: &str) -> &str {
    let first = name.split_whitespace().next().filter(|word| matches!(*word, "CCAS" | "CIAS"));
    let folded = super::folded(name).replace('’', "'");
    match first {
        Some(word) => word,
        None if folded.starts_with("centre communal d'action sociale") => "CCAS",
        None if folded.starts_with("centre intercommunal d'action sociale") => "CIAS",
        None => name,
    }
}

/// `de la Banque du Val`, `du CCAS de Valbourg`, or just `de` before a name whose gender is not told by its first word.
#[must_use]
pub fn of_the(name: &str) -> String {
    match gender(name) {
        Some(Title::Madame) => format!("de la {name}"),
        Some(Title::Monsieur) => format!("du {name}"),
        Some(Title::NotStated) | None => format!("de {name}"),
    }
}

/// The gender of an institution, where its first word tells it.
fn gender(name: &str) -> Option<Title> {
    match name.split([' ', ',']).next()? {
        "Banque" | "Caisse" | "Communauté" | "Commune" | "Coopérative" | "Fédération" | "Fondation" | "Mairie"
        | "Maison" | "Métropole" | "Société" | "Ville" => Some(Title::Madame),
        "CCAS" | "CIAS" | "Centre" | "Crédit" => Some(Title::Monsieur),
        _ => None,
    }
}

/// `Mme Nadia Ferrand`, or the bare name of someone whose title is not stated.
#[must_use]
pub fn titled(title: Title, name: &str) -> String {
    match title.short() {
        "" => name.to_owned(),
        title => format!("{title}{HARD_SPACE}{name}"),
    }
}

fn without_zeros(number: &str) -> &str {
    number.strip_suffix(",00").unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn de_elides_before_a_vowel_and_a_y_that_sounds_like_one() {
        for (name, written) in [
            ("Odette Tournebise", "d’Odette Tournebise"),
            ("Élise", "d’Élise"),
            ("Yvonne", "d’Yvonne"),
            ("Yasmina", "de Yasmina"),
            ("Y", "de Y"),
            ("Hamid", "de Hamid"),
            ("Mme\u{a0}Odette Roux", "de Mme\u{a0}Odette Roux"),
            ("", "de "),
        ] {
            assert_eq!(of_name(name), written);
        }
    }
}
