//! Stock sentences put in the mouth of one dossier: agreement with the person, and its facts.

use domain::line::Line;
use domain::person::{Person, Title};
use domain::text::Text;

/// What agrees with a person, and the facts sentences name.
pub(super) struct Voice {
    places: Vec<(&'static str, String)>,
}

impl Voice {
    /// How sentences speak of a person.
    pub(crate) fn of(person: &Person) -> Self {
        let name = format!("{} {}", person.title.short(), person.last_name);
        let mut voice = Self::agreeing(person.title);
        voice.places.push(("nom", name));
        voice
    }

    /// How sentences agree with a title.
    pub(super) fn agreeing(title: Title) -> Self {
        let words = match title {
            Title::Madame => [("il", "elle"), ("Il", "Elle"), ("e", "e"), ("er", "ère"), ("eur", "rice"), ("r", "se")],
            Title::Monsieur | Title::NotStated => {
                [("il", "il"), ("Il", "Il"), ("e", ""), ("er", "er"), ("eur", "eur"), ("r", "r")]
            }
        };
        Self { places: words.map(|(place, word)| (place, word.to_owned())).to_vec() }
    }

    /// The same voice, knowing one more fact.
    pub(super) fn knowing(mut self, place: &'static str, fact: impl ToString) -> Self {
        self.places.push((place, fact.to_string()));
        self
    }

    /// A sentence as this dossier says it.
    pub(super) fn say(&self, sentence: &str) -> String {
        self.places.iter().fold(sentence.to_owned(), |said, (place, fact)| said.replace(&format!("{{{place}}}"), fact))
    }

    /// The same, as a line.
    pub(super) fn line(&self, sentence: &str) -> Line {
        line(&self.say(sentence))
    }

    /// The same, as a text.
    pub(super) fn text(&self, sentence: &str) -> Text {
        Text::read(&self.say(sentence)).unwrap_or_default()
    }
}

/// A text of the stock as a line; what is too long is none.
pub(super) fn line(text: &str) -> Line {
    Line::read(text).unwrap_or_default()
}
