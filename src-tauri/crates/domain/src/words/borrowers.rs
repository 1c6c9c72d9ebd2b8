//! Everyone who borrows together: how papers name them, agree with them and have them sign.
//!
//! Worked example: Mme Sonia Delmas and M. Karim Delmas are « Mme Sonia Delmas et M. Karim Delmas », speak as « nous », and
//! « vous êtes rappelés » is said to both.

use super::{addressed, full_name};
use crate::person::{Person, Title};

/// The people who borrow, the applicant first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Borrowers(Vec<Person>);

/// Who speaks in a text that borrowers sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// One borrower: « je ».
    Alone,
    /// Several: « nous ».
    Together,
}

impl Voice {
    /// One wording or the other.
    #[must_use]
    pub fn pick<'t>(self, alone: &'t str, together: &'t str) -> &'t str {
        match self {
            Self::Alone => alone,
            Self::Together => together,
        }
    }
}

impl Borrowers {
    /// These people, the applicant first.
    #[must_use]
    pub const fn new(people: Vec<Person>) -> Self {
        Self(people)
    }

    /// Each of them, the applicant first.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.0
    }

    /// Whether more than one signs.
    #[must_use]
    pub fn voice(&self) -> Voice {
        if self.0.len() > 1 { Voice::Together } else { Voice::Alone }
    }

    /// `Mme Sonia Delmas et M. Karim Delmas`; empty when the name of one of them is not known.
    #[must_use]
    pub fn names(&self) -> String {
        let unnamed = self.0.iter().any(|person| person.display_name().is_empty());
        if unnamed { String::new() } else { self.joined(full_name) }
    }

    /// `Mme Delmas et M. Delmas`.
    #[must_use]
    pub fn addressed(&self) -> String {
        self.joined(addressed)
    }

    /// The ending of a participle or an adjective about all of them: `rappelé` then `e`, `(e)`, `s`, `es`, `(e)s` or
    /// nothing. Men and women together are masculine, and nobody’s gender is guessed.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        match (self.title(), self.voice()) {
            (Title::Madame, Voice::Alone) => "e",
            (Title::Madame, Voice::Together) => "es",
            (Title::Monsieur, Voice::Alone) => "",
            (Title::Monsieur, Voice::Together) => "s",
            (Title::NotStated, Voice::Alone) => "(e)",
            (Title::NotStated, Voice::Together) => "(e)s",
        }
    }

    /// The title that words about all of them agree with.
    fn title(&self) -> Title {
        let any = |title| self.0.iter().any(|person| person.title == title);
        if any(Title::Monsieur) {
            Title::Monsieur
        } else if any(Title::NotStated) || self.0.is_empty() {
            Title::NotStated
        } else {
            Title::Madame
        }
    }

    fn joined(&self, name: impl Fn(&Person) -> String) -> String {
        self.0.iter().map(name).collect::<Vec<_>>().join(" et ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Line;

    fn person(title: Title, first: &str, last: &str) -> Person {
        let line = |text: &str| Line::read(text).unwrap_or_default();
        Person { title, ..Person::named(line(last), line(first)) }
    }

    #[test]
    fn two_borrowers_are_both_named_and_words_agree_with_both() {
        let (sonia, karim) = (person(Title::Madame, "Sonia", "Delmas"), person(Title::Monsieur, "Karim", "Delmas"));
        let unknown = person(Title::NotStated, "Lou", "Delmas");
        let both = Borrowers::new(vec![sonia.clone(), karim.clone()]);
        assert_eq!(both.names(), "Mme\u{a0}Sonia Delmas et M.\u{a0}Karim Delmas");
        assert_eq!(both.addressed(), "Mme\u{a0}Delmas et M.\u{a0}Delmas");
        assert_eq!(both.voice().pick("ma situation", "notre situation"), "notre situation");
        for (people, ending) in [
            (vec![sonia.clone()], "e"),
            (vec![karim.clone()], ""),
            (vec![unknown.clone()], "(e)"),
            (vec![sonia.clone(), sonia.clone()], "es"),
            (vec![sonia.clone(), karim], "s"),
            (vec![sonia, unknown], "(e)s"),
            (Vec::new(), "(e)"),
        ] {
            assert_eq!(Borrowers::new(people).ending(), ending);
        }
        assert_eq!(Borrowers::new(vec![person(Title::Madame, "", "")]).names(), "", "a place to write the name");
    }
}
