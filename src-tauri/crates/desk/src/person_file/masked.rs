//! What is known of others, taken out of what a person is given of themselves.
//!
//! The names of the household's other members and of relatives go wherever they were written, word by word unless the person has the
//! same; of their birth the year stays. Worked example: « Lina, 8 ans, école » of a mother named Delmas becomes
//! « [membre du foyer], 8 ans, école ».

use std::collections::BTreeSet;

use domain::companion::CompanionRole;
use domain::dossier::Dossier;
use domain::household::Link;
use domain::words::folded;
use serde_json::Value;

/// What stands for the name of someone else.
const MASK: &str = "[membre du foyer]";

/// Words too short to be taken for a name wherever they stand.
const SHORTEST: usize = 3;

/// The names to mask in a dossier, and what stands for them.
pub(crate) struct Masked {
    words: BTreeSet<String>,
    /// What is masked as it is written: an address, an employer.
    whole: Vec<String>,
    /// Whether any telephone number is masked, whoever's it is.
    phones: Phones,
    mask: String,
}

/// What becomes of telephone numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phones {
    Said,
    Masked,
}

impl Masked {
    /// Nothing is masked.
    pub(crate) fn nobody() -> Self {
        Self { words: BTreeSet::new(), whole: Vec::new(), phones: Phones::Said, mask: String::new() }
    }

    /// Everyone of the dossier, the person first, and how to reach them: the reference stands for them all.
    pub(crate) fn everyone(dossier: &Dossier) -> Self {
        let person = &dossier.person;
        let others = Self::of(dossier).words;
        let own = [&person.first_name, &person.last_name, &person.birth_name]
            .into_iter()
            .flat_map(|name| words_of(name.as_str()));
        let own = own.chain(dossier.companions.iter().flat_map(|one| words_of(one.name.as_str())));
        let words = others.into_iter().chain(own.filter(|word| word.chars().count() >= SHORTEST)).collect();
        let reached = [
            person.email.as_ref().map(|email| email.as_str().to_owned()),
            Some(person.address.to_string()),
            Some(person.employer.to_string()),
        ];
        let whole = reached.into_iter().flatten().filter(|text| text.chars().count() >= SHORTEST).collect();
        Self { words, whole, phones: Phones::Masked, mask: dossier.reference.clone() }
    }

    /// The names of everyone in the household but the person.
    pub(super) fn of(dossier: &Dossier) -> Self {
        let person = &dossier.person;
        let own: BTreeSet<String> = [&person.first_name, &person.last_name, &person.birth_name]
            .into_iter()
            .flat_map(|name| words_of(name.as_str()))
            .collect();
        let others = dossier.household.members().iter().filter(|member| member.link != Link::Applicant);
        let members = others.flat_map(|member| words_of(member.name.as_str()));
        let with =
            dossier.co_borrower.iter().flat_map(|other| [&other.first_name, &other.last_name, &other.birth_name]);
        let relatives = dossier.companions.iter().filter(|one| one.role == CompanionRole::Relative);
        let near = with.chain(relatives.map(|one| &one.name)).flat_map(|name| words_of(name.as_str()));
        let words = members.chain(near);
        let words = words.filter(|word| word.chars().count() >= SHORTEST && !own.contains(word)).collect();
        Self { words, whole: Vec::new(), phones: Phones::Said, mask: MASK.to_owned() }
    }

    /// A text without those names.
    pub(crate) fn text(&self, text: &str) -> String {
        let text = self.whole.iter().fold(text.to_owned(), |text, whole| text.replace(whole.as_str(), &self.mask));
        let text = &match self.phones {
            Phones::Said => text,
            Phones::Masked => without_phones(&text, &self.mask),
        };
        if self.words.is_empty() {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut word = String::new();
        for sign in text.chars().chain(['\0']) {
            if sign.is_alphabetic() {
                word.push(sign);
                continue;
            }
            if self.words.contains(&folded(&word)) {
                out.push_str(&self.mask);
            } else {
                out.push_str(&word);
            }
            word.clear();
            if sign != '\0' {
                out.push(sign);
            }
        }
        // Two words of one name are one person.
        let mask = self.mask.as_str();
        let twice = [format!("{mask} {mask}"), format!("{mask}-{mask}")];
        while twice.iter().any(|twice| out.contains(twice.as_str())) {
            for twice in &twice {
                out = out.replace(twice.as_str(), mask);
            }
        }
        out
    }

    /// A value without those names, whatever its shape.
    pub(super) fn value(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => Value::Array(items.into_iter().map(|item| self.value(item)).collect()),
            Value::Object(fields) => {
                Value::Object(fields.into_iter().map(|(name, field)| (name, self.value(field))).collect())
            }
            other @ (Value::Null | Value::Bool(_) | Value::Number(_)) => other,
        }
    }
}

/// A text without the numbers of ten figures or more that are dialled, however they are written.
fn without_phones(text: &str, mask: &str) -> String {
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
        out.push_str(if dialled { mask } else { number });
        out.push_str(run.get(number.len()..).unwrap_or_default());
        run.clear();
        if sign != '\0' {
            out.push(sign);
        }
    }
    out
}

/// The words of a name, without accents or capitals.
fn words_of(name: &str) -> Vec<String> {
    let words = name.split(|sign: char| !sign.is_alphabetic());
    words.map(folded).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(names: &[&str]) -> Masked {
        let words = names.iter().flat_map(|name| words_of(name)).collect();
        Masked { words, whole: vec!["rue du Lavoir".to_owned()], phones: Phones::Masked, mask: MASK.to_owned() }
    }

    #[test]
    fn names_go_wherever_they_stand_and_nothing_else() {
        let masked = masked(&["Lina", "Noé Marchetti-Delmas"]);
        for (text, expected) in [
            ("LINA, 8 ans, école", "[membre du foyer], 8 ans, école"),
            ("garde de Noe et de Lina", "garde de [membre du foyer] et de [membre du foyer]"),
            ("Noé Marchetti-Delmas a 5 ans", "[membre du foyer] a 5 ans"),
            ("l’appeler au 06 39 98 41 07, le soir", "l’appeler au [membre du foyer], le soir"),
            (
                "12 rue du Lavoir, loyer 486,00 €, 2 026 personnes",
                "12 [membre du foyer], loyer 486,00 €, 2 026 personnes",
            ),
            ("06.39.98.41.07", "[membre du foyer]"),
            ("Linares et linaire", "Linares et linaire"),
            ("", ""),
        ] {
            assert_eq!(masked.text(text), expected);
        }
    }
}
