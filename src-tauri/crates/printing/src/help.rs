//! The adviser's guide: its pages, what answers some words, and the law each page rests on.
//!
//! Pages are Markdown files in `assets/help`, embedded and read once. They are handed over as typed blocks, so that
//! the window shows them and a paper may print them. A page begins with `# Title` and a paragraph that sums it up;
//! each `## Heading` opens a section. A link goes to a page (`aide:budget`), a screen (`/partenaires`) or a value of
//! the law (`loi:withdrawal_days`), which is then told at the foot with its source. A line may name what the office's
//! settings say (`{exemple}`), as its papers in prose do. A picture (`![what it shows](budget)`) stands alone in its line.

mod page;
mod printed;
mod search;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use domain::settings::written;
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::papers::office_words;
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::{identity, settings};
use casework::office::{self, LegalTopicView};
use page::Page;
pub(crate) use printed::{printed_page, printed_parts};
pub use search::{HelpAsked, HelpHit, HelpHits, HelpPiece, search_help};

macro_rules! pages {
    ($($name:literal),* $(,)?) => {
        [$( ($name, include_str!(concat!("../../../../assets/help/", $name, ".md"))) ),*]
    };
}

/// The pages in the order of the contents.
static GUIDE: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let files = pages![
        "accueil",
        "prise-en-main",
        "premier-appel",
        "entretiens",
        "budget",
        "defendre",
        "accord",
        "difficultes",
        "fin",
        "aujourdhui",
        "dossiers",
        "personne",
        "projet",
        "simulation",
        "pieces",
        "evaluation",
        "documents",
        "journal",
        "seances",
        "partenaires",
        "releve",
        "remboursements",
        "bilan",
        "reglages",
        "registre",
        "securite",
        "objections",
        "mots",
        "clavier",
        "nouveautes",
        "fiche-informatique",
        "a-propos",
        "licences",
    ];
    files.into_iter().map(|(key, source)| Page { source, ..page::read(key, source) }).collect()
});

/// The page whose sections are the words of the trade.
const WORDS: &str = "mots";

/// The contents of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpTopics {
    /// The parts, in their order.
    pub parts: Vec<HelpPart>,
}

/// A part of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpPart {
    /// `Le guide`, `Les écrans`, `À portée de main`.
    pub title: String,
    /// Its pages, in their order.
    pub topics: Vec<HelpLine>,
}

/// A page as the contents list it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpLine {
    /// Its key, which ends its address.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a few words.
    pub about: String,
}

/// A page of the guide, by its key.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneTopic {
    /// Its key.
    pub topic: String,
}

/// A page of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpTopic {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Whether its sections are questions, shown one at a time.
    pub is_folded: bool,
    /// Its sections; the first has no title.
    pub sections: Vec<HelpSection>,
    /// The words of the trade it uses, in the order of the glossary.
    pub words: Vec<HelpSection>,
    /// The values of the law it names, as they are today.
    pub law: Vec<LegalTopicView>,
}

/// What stands under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpSection {
    /// Its key within the page.
    pub key: String,
    /// Its heading; empty for the opening of a page.
    pub title: String,
    /// What it says.
    pub blocks: Vec<HelpBlock>,
}

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum HelpBlock {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Vec<HelpSpan>,
    },
    /// What is to be remembered.
    Note {
        /// Its text.
        text: Vec<HelpSpan>,
    },
    /// A list.
    List {
        /// Whether its order counts.
        is_numbered: bool,
        /// Its items.
        items: Vec<Vec<HelpSpan>>,
    },
    /// A table whose first column names its rows.
    Table {
        /// The headings of its columns.
        heads: Vec<Vec<HelpSpan>>,
        /// Its rows, cell by cell.
        rows: Vec<Vec<Vec<HelpSpan>>>,
    },
    /// A picture of a screen.
    Picture {
        /// Its name in `assets/help/pictures`, without its ending.
        name: String,
        /// What it shows.
        alt: String,
    },
}

/// A run of words that look alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpSpan {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: HelpLook,
    /// The address they lead to.
    pub to: Option<String>,
}

/// How a run of words looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HelpLook {
    /// Like the rest.
    Plain,
    /// Stressed.
    Strong,
    /// A key of the keyboard.
    Key,
}

/// Gives the contents of the guide.
pub fn help_topics(_: Nothing, _: &Moment) -> Result<HelpTopics, Failure> {
    let line =
        |page: &Page| HelpLine { key: page.key.to_owned(), title: page.title.clone(), about: page.about.clone() };
    let parts = by_part(GUIDE.iter().map(|page| (page, line(page))));
    Ok(HelpTopics { parts: parts.into_iter().map(|(title, topics)| HelpPart { title, topics }).collect() })
}

/// What stands for each page, under the part it belongs to.
fn by_part<'p, T>(pages: impl Iterator<Item = (&'p Page, T)>) -> Vec<(String, Vec<T>)> {
    let mut parts: Vec<(String, Vec<T>)> = Vec::new();
    for (page, stands) in pages {
        match parts.last_mut().filter(|(title, _)| *title == page.part) {
            Some((_, all)) => all.push(stands),
            None => parts.push((page.part.clone(), vec![stands])),
        }
    }
    parts
}

/// Shows a page of the guide, with its words and the law as it is today.
pub fn help_topic(desk: &Desk, input: OneTopic, moment: &Moment) -> Result<HelpTopic, Failure> {
    let gone = || Failure::gone("Cette page de l’aide");
    let page = GUIDE.iter().find(|page| page.key == input.topic).ok_or_else(gone)?;
    let today = Today::of(desk, moment)?;
    let page = &*today.filled(page);
    Ok(HelpTopic {
        key: page.key.to_owned(),
        title: page.title.clone(),
        is_folded: page.is_folded,
        sections: page.sections.clone(),
        words: words_of(page),
        law: today.law_of(page).cloned().collect(),
    })
}

/// What pages say of the office and of the law, as they are today.
struct Today {
    values: BTreeMap<&'static str, String>,
    law: Vec<LegalTopicView>,
}

impl Today {
    fn of(desk: &Desk, moment: &Moment) -> Result<Self, Failure> {
        let mut values = desk.read(|reader| office_words(&settings(reader)?, &identity(reader)?, moment.today))?;
        values.insert("version", env!("CARGO_PKG_VERSION").to_owned());
        Ok(Self { values, law: office::legal_values(desk, Nothing {}, moment)?.topics })
    }

    /// A page as it reads in this office; a line nothing fills is left out.
    fn filled<'p>(&self, page: &'p Page) -> Cow<'p, Page> {
        if !page.source.contains('{') {
            return Cow::Borrowed(page);
        }
        let mut lacking = BTreeSet::new();
        let lines = page.source.lines().filter_map(|line| written(line, &self.values, &mut lacking));
        Cow::Owned(page::read(page.key, &lines.collect::<Vec<_>>().join("\n")))
    }

    /// The values of the law a page names.
    fn law_of(&self, page: &Page) -> impl Iterator<Item = &LegalTopicView> {
        self.law.iter().filter(|topic| page.law.contains(&topic.key))
    }
}

/// The words of the glossary a page uses; the glossary itself explains them all.
fn words_of(page: &Page) -> Vec<HelpSection> {
    if page.key == WORDS {
        return Vec::new();
    }
    let whole = |text: &str| format!(" {} ", search::plain_words(text).join(" "));
    let said = whole(&page.text());
    let is_said = |word: &&HelpSection| !word.title.is_empty() && said.contains(&whole(&word.title));
    let glossary = GUIDE.iter().filter(|page| page.key == WORDS).flat_map(|page| &page.sections);
    glossary.filter(is_said).cloned().collect()
}

/// The key of a heading: `Déchéance du terme` is `decheance-du-terme`.
fn key_of(title: &str) -> String {
    let folded = words::folded(title);
    let parts = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests;
