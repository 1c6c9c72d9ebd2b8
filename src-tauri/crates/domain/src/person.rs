//! The person who asks: names, birth, how to reach them, their situation.
//!
//! Everything is optional but the name; each paper says what it lacks. There is
//! no place for a social-security number, anywhere.

mod duplicates;

pub(crate) use duplicates::name_words;
pub use duplicates::{Likeness, TypedName, joined};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::contact::{Email, Phone, PostalCode};
use crate::line::Line;
use crate::settings::ListKey;

/// Number of a person in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub i64);

vocabulary! {
    /// How a person is addressed, which also settles the agreement of words.
    #[derive(Default)]
    pub enum Title {
        Madame => "madame", "Madame", "Mme";
        Monsieur => "monsieur", "Monsieur", "M.";
        #[default]
        NotStated => "not_stated", "Non précisée", "";
    }

    /// The title before a name: `Mme`, `M.`, or nothing.
    fn short
}

/// One person, known once, whatever the number of dossiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// How they are addressed.
    pub title: Title,
    /// Name in use; never empty.
    pub last_name: Line,
    /// Name at birth, when another.
    pub birth_name: Line,
    /// First names.
    pub first_name: Line,
    /// Day of birth.
    pub born_on: Option<NaiveDate>,
    /// Place of birth.
    pub birth_place: Line,
    /// Telephone.
    pub phone: Option<Phone>,
    /// E-mail address.
    pub email: Option<Email>,
    /// Number and street.
    pub address: Line,
    /// Postal code.
    pub postal_code: Option<PostalCode>,
    /// Town.
    pub commune: Line,
    /// Part of the town.
    pub neighbourhood: Line,
    /// The way they would rather be reached: an entry of that list.
    pub contact_way: Option<ListKey>,
    /// When and how to reach them, and how not to.
    pub contact_note: Line,
    /// Entry of the list of family situations.
    pub family_situation: Option<ListKey>,
    /// Entry of the list of housing statuses.
    pub housing: Option<ListKey>,
    /// Entry of the list of employment statuses.
    pub employment: Option<ListKey>,
    /// Since when they are housed so.
    pub housing_since: Line,
    /// Trade, in the person's own words.
    pub occupation: Line,
    /// Their contract and since when.
    pub contract: Line,
    /// Who employs them.
    pub employer: Line,
    /// The bank of their account.
    pub bank: Line,
    /// What they pay with: an entry of that list.
    pub payment_means: Option<ListKey>,
    /// What the office already does with them.
    pub known_for: Line,
    /// Handicap or health, only where the project is about it.
    pub health: Line,
}

impl Person {
    /// The name of who did not give one: a call kept for the count of requests.
    pub const NAMELESS: &str = "Sans nom";

    /// A person of whom only the name is known.
    #[must_use]
    pub fn named(last_name: Line, first_name: Line) -> Self {
        Self {
            title: Title::default(),
            last_name,
            birth_name: Line::default(),
            first_name,
            born_on: None,
            birth_place: Line::default(),
            phone: None,
            email: None,
            address: Line::default(),
            postal_code: None,
            commune: Line::default(),
            neighbourhood: Line::default(),
            contact_way: None,
            contact_note: Line::default(),
            family_situation: None,
            housing: None,
            employment: None,
            housing_since: Line::default(),
            occupation: Line::default(),
            contract: Line::default(),
            employer: Line::default(),
            bank: Line::default(),
            payment_means: None,
            known_for: Line::default(),
            health: Line::default(),
        }
    }

    /// First name then name, as people say it.
    #[must_use]
    pub fn display_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}
