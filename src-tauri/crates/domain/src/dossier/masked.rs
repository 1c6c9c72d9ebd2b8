//! Texts without names: of others, in what a person is given of themselves; of everyone, on a sheet that must not tell who
//! asks.
//!
//! The names of the household's other members and of relatives go wherever they were written, word by word unless the person has the
//! same; of their birth the year stays. Worked example: « Lina, 8 ans, école » of a mother named Delmas becomes
//! « [membre du foyer], 8 ans, école ».

use std::collections::{BTreeMap, BTreeSet};

use super::Dossier;
use crate::companion::CompanionRole;
use crate::household::Link;
use crate::words::{capital, folded};
/// Words too short to be taken for a name wherever they stand.
const SHORTEST: usize = 3;

/// How someone is addressed before their name.
const CIVILITIES: [&str; 8] = ["m.", "mr", "mme", "mmes", "mlle", "monsieur", "madame", "mademoiselle"];

/// What is masked, told by what stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mask {
    /// Who asks: `la personne`.
    Person,
    /// Someone they live with.
    Household,
    /// A relative, or who accompanies them.
    Around,
    /// Where they work.
    Employer,
    /// Where they live.
    Address,
    /// Their e-mail address.
    Email,
    /// A telephone number, whoever's it is.
    Phone,
    /// Anyone but the person, in what they are given of themselves.
    Member,
}

impl Mask {
    const ALL: [Self; 8] = [
        Self::Person,
        Self::Household,
        Self::Around,
        Self::Employer,
        Self::Address,
        Self::Email,
        Self::Phone,
        Self::Member,
    ];

    /// What is read in its place.
    const fn text(self) -> &'static str {
        match self {
            Self::Person => "la personne",
            Self::Household => "quelqu’un du foyer",
            Self::Around => "quelqu’un de l’entourage",
            Self::Employer => "l’employeur",
            Self::Address => "[adresse]",
            Self::Email => "[courriel]",
            Self::Phone => "[téléphone]",
            Self::Member => "[membre du foyer]",
        }
    }

    /// The character that keeps its place while the sentence is mended: one of those no text is typed with.
    const fn mark(self) -> char {
        match self {
            Self::Person => '\u{e000}',
            Self::Household => '\u{e001}',
            Self::Around => '\u{e002}',
            Self::Employer => '\u{e003}',
            Self::Address => '\u{e004}',
            Self::Email => '\u{e005}',
            Self::Phone => '\u{e006}',
            Self::Member => '\u{e007}',
        }
    }

    fn of_mark(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|mask| mask.mark() == sign)
    }
}

/// What to mask in the texts of a dossier.
pub struct Masked {
    words: BTreeMap<String, Mask>,
    /// What is masked as it is written: an address, an employer.
    whole: Vec<(String, Mask)>,
    /// Whether telephone numbers are masked.
    phones: bool,
}

impl Masked {
    /// Nothing is masked.
    #[must_use]
    pub const fn nobody() -> Self {
        Self { words: BTreeMap::new(), whole: Vec::new(), phones: false }
    }

    /// Everyone of the dossier and how to reach them, for a reader who must not know who asks.
    #[must_use]
    pub fn everyone(dossier: &Dossier) -> Self {
        let person = &dossier.person;
        let of = |name: &str, mask| words_of(name).into_iter().map(move |word| (word, mask)).collect::<Vec<_>>();
        let around = dossier.companions.iter().flat_map(|one| of(one.name.as_str(), Mask::Around));
        let others = household_of(dossier).into_iter().flat_map(|name| of(&name, Mask::Household));
        let borrowers = dossier.borrowers();
        let own = borrowers
            .people()
            .iter()
            .flat_map(|one| [&one.first_name, &one.last_name, &one.birth_name])
            .flat_map(|name| of(name.as_str(), Mask::Person));
        // A name of both is that of who asks.
        let words = around.chain(others).chain(own).collect();
        let reached = [
            (person.email.as_ref().map(|email| email.as_str().to_owned()), Mask::Email),
            (Some(person.address.to_string()), Mask::Address),
            (Some(person.employer.to_string()), Mask::Employer),
        ];
        let whole = reached.into_iter().filter_map(|(text, mask)| Some((text?, mask)));
        let whole = whole.filter(|(text, _)| text.chars().count() >= SHORTEST).collect();
        Self { words, whole, phones: true }
    }

    /// The names of everyone in the household but the person.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let person = &dossier.person;
        let own: BTreeSet<String> = [&person.first_name, &person.last_name, &person.birth_name]
            .into_iter()
            .flat_map(|name| words_of(name.as_str()))
            .collect();
        let relatives = dossier.companions.iter().filter(|one| one.role == CompanionRole::Relative);
        let names = household_of(dossier).into_iter().chain(relatives.map(|one| one.name.to_string()));
        let words = names.flat_map(|name| words_of(&name));
        let words = words.filter(|word| word.chars().count() >= SHORTEST && !own.contains(word));
        Self { words: words.map(|word| (word, Mask::Member)).collect(), whole: Vec::new(), phones: false }
    }

    /// A text without those names.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let whole = |text: String, (whole, mask): &(String, Mask)| {
            text.replace(whole.as_str(), mask.mark().encode_utf8(&mut [0; 4]))
        };
        let text = self.whole.iter().fold(text.to_owned(), whole);
        let text = if self.phones { without_phones(&text) } else { text };
        let mut out = String::with_capacity(text.len());
        let mut word = String::new();
        for sign in text.chars().chain(['\0']) {
            if sign.is_alphabetic() {
                word.push(sign);
                continue;
            }
            match self.mask_of(&word, &out) {
                Some(mask) => out.push(mask.mark()),
                None => out.push_str(&word),
            }
            word.clear();
            if sign != '\0' {
                out.push(sign);
            }
        }
        mended(&out)
    }

    /// What a text still says of those who are masked: a name written as one, an address, an employer.
    #[must_use]
    pub fn revealed(&self, text: &str) -> Option<String> {
        let whole = self.whole.iter().map(|(whole, _)| whole).find(|whole| text.contains(whole.as_str()));
        let is_named = |word: &&str| {
            let is_proper = word.chars().next().is_some_and(char::is_uppercase);
            is_proper && word.chars().count() >= SHORTEST && self.words.contains_key(&folded(word))
        };
        let mut words = text.split(|sign: char| !sign.is_alphabetic());
        whole.cloned().or_else(|| words.find(is_named).map(str::to_owned))
    }

    /// What stands for a word, after what comes before it: a short one is a name only behind a civility or another name.
    fn mask_of(&self, word: &str, before: &str) -> Option<Mask> {
        let mask = *self.words.get(&folded(word))?;
        let long = word.chars().count() >= SHORTEST;
        let introduced = || {
            let last = before.trim_end().chars().next_back();
            without_civility(before).is_some() || last.is_some_and(|last| Mask::of_mark(last) == Some(mask))
        };
        (long || introduced()).then_some(mask)
    }
}

/// The names of those who live with the person, and of who borrows with them.
fn household_of(dossier: &Dossier) -> Vec<String> {
    let others = dossier.household.members().iter().filter(|member| member.link != Link::Applicant);
    let with = dossier.co_borrower.iter().flat_map(|other| [&other.first_name, &other.last_name, &other.birth_name]);
    others.map(|member| member.name.to_string()).chain(with.map(ToString::to_string)).collect()
}

/// A text whose marks are read: the civility before one goes, two of one name are one, what stands for it agrees with
/// what comes before it: « chez Mme Odette Roy » is « chez la personne », « d’Odette » is « de la personne ».
fn mended(marked: &str) -> String {
    let mut text = marked.to_owned();
    for mask in Mask::ALL {
        let mark = mask.mark();
        let twice = [" ", "-", "\u{a0}"].map(|between| format!("{mark}{between}{mark}"));
        while twice.iter().any(|twice| text.contains(twice.as_str())) {
            text = twice.iter().fold(text, |text, twice| text.replace(twice.as_str(), &mark.to_string()));
        }
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        let Some(mask) = Mask::of_mark(sign) else {
            out.push(sign);
            continue;
        };
        introduce(&mut out, mask);
    }
    out
}

/// Writes what stands for a name behind what introduces it.
fn introduce(out: &mut String, mask: Mask) {
    if let Some(before) = without_civility(out).map(str::len) {
        out.truncate(before);
    }
    // « M. et Mme Roy » is one name.
    if let Some(before) = out.strip_suffix("et ").and_then(without_civility).map(str::len) {
        out.truncate(before);
    }
    for (elided, whole) in [("d’", "de "), ("d'", "de "), ("D’", "De "), ("qu’", "que "), ("qu'", "que ")] {
        if out.ends_with(elided) {
            out.truncate(out.len().saturating_sub(elided.len()));
            out.push_str(whole);
        }
    }
    let text = mask.text();
    let same = |before: &&str| mask == Mask::Person && before.to_lowercase().ends_with(text);
    if let Some(before) = out.strip_suffix(" et ").filter(same).map(str::len) {
        out.truncate(before);
        return;
    }
    let starts = out.trim_end().chars().next_back().is_none_or(|last| matches!(last, '.' | '!' | '?'));
    out.push_str(&if starts { capital(text) } else { text.to_owned() });
}

/// A text without the numbers of ten figures or more that are dialled, however they are written.
fn without_phones(text: &str) -> String {
    const SHORTEST_NUMBER: usize = 10;
    let is_figure = |sign: char| sign.is_ascii_digit();
    let joins = |sign: char| matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '+');
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for sign in text.chars().chain(['\0']) {
        if is_figure(sign) || (joins(sign) && (sign == '+' || !run.is_empty())) {
            run.push(sign);
            continue;
        }
        let number = run.trim_end_matches(joins);
        let figures = number.chars().filter(|sign| is_figure(*sign)).count();
        let dialled = number.starts_with(['0', '+']) && figures >= SHORTEST_NUMBER;
        if dialled {
            out.push(Mask::Phone.mark());
        } else {
            out.push_str(number);
        }
        out.push_str(run.get(number.len()..).unwrap_or_default());
        run.clear();
        if sign != '\0' {
            out.push(sign);
        }
    }
    out
}

/// What comes before a civility and its space at the end of a text; nothing when it ends otherwise.
fn without_civility(text: &str) -> Option<&str> {
    let before = text.strip_suffix([' ', '\u{a0}', '\u{202f}'])?;
    let start = before.char_indices().rev().take_while(|(_, sign)| sign.is_alphabetic() || *sign == '.').last()?.0;
    let (before, civility) = before.split_at_checked(start)?;
    CIVILITIES.contains(&civility.to_lowercase().as_str()).then_some(before)
}

/// The words of a name, without accents or capitals.
fn words_of(name: &str) -> Vec<String> {
    let words = name.split(|sign: char| !sign.is_alphabetic());
    words.map(folded).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked() -> Masked {
        let words = [
            ("sonia", Mask::Person),
            ("odette", Mask::Person),
            ("delmas", Mask::Person),
            ("ly", Mask::Person),
            ("lina", Mask::Household),
        ];
        Masked {
            words: words.into_iter().map(|(word, mask)| (word.to_owned(), mask)).collect(),
            whole: vec![("rue du Lavoir".to_owned(), Mask::Address), ("Serrurerie Astier".to_owned(), Mask::Employer)],
            phones: true,
        }
    }

    #[test]
    fn a_sentence_without_names_still_reads() {
        for (text, expected) in [
            ("Mme Delmas a apporté toutes les pièces.", "La personne a apporté toutes les pièces."),
            ("Avis rendu. Mme\u{a0}Sonia Delmas tient ses comptes.", "Avis rendu. La personne tient ses comptes."),
            ("L’accord d’Odette, puis de Madame Delmas", "L’accord de la personne, puis de la personne"),
            ("M. et Mme Delmas, et Lina", "La personne, et quelqu’un du foyer"),
            ("Mme Delmas et M. Delmas", "La personne"),
            ("Mme Ly paie ; Sonia Ly aussi ; ly reste", "La personne paie ; la personne aussi ; ly reste"),
            ("Elle travaille chez Serrurerie Astier.", "Elle travaille chez l’employeur."),
            ("l’appeler au 06 39 98 41 07, le soir", "l’appeler au [téléphone], le soir"),
            ("12 rue du Lavoir, loyer 486,00 €, 2 026 personnes", "12 [adresse], loyer 486,00 €, 2 026 personnes"),
            ("06.39.98.41.07", "[téléphone]"),
            ("Linares et linaire", "Linares et linaire"),
            ("LINA a 5 ans", "Quelqu’un du foyer a 5 ans"),
            ("", ""),
        ] {
            assert_eq!(masked().text(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_that_is_left_is_found_and_a_plain_word_is_not() {
        for (text, found) in [
            ("Avis de Mme Delmas", Some("Delmas")),
            ("chez Serrurerie Astier, à côté", Some("Serrurerie Astier")),
            ("rien ne dit qui, ni lina ni odette en petites lettres", None),
        ] {
            assert_eq!(masked().revealed(text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn what_is_given_of_oneself_has_no_name_of_another() {
        let words = ["Lina", "Noé Marchetti-Delmas"].into_iter().flat_map(words_of);
        let words = words.map(|word| (word, Mask::Member)).collect();
        let masked = Masked { words, ..Masked::nobody() };
        for (text, expected) in [
            ("LINA, 8 ans, école", "[membre du foyer], 8 ans, école"),
            ("garde de Noe et de Lina", "garde de [membre du foyer] et de [membre du foyer]"),
            ("Noé Marchetti-Delmas a 5 ans", "[membre du foyer] a 5 ans"),
        ] {
            assert_eq!(masked.text(text), expected);
        }
    }
}
