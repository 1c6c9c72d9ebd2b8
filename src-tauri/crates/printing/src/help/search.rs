//! Looking for some words in the guide: accents, capitals and plurals do not count.
//!
//! A section answers when each word typed begins one of its own. The heading counts before the other words people
//! use for it, and those before its text: « impayé » finds the page on late instalments, which calls them otherwise.
//! When none has them all, as for a question (« combien de temps garder les dossiers »), those that have most of its
//! long words answer, whatever their endings.

use std::cmp::Reverse;

use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::page::{Page, texts};
use super::{GUIDE, HelpSection};
use app::caller::Moment;
use app::failure::Failure;

/// The most answers shown.
const MOST: usize = 12;

/// The most letters of a word that a question may do without.
const SHORT: usize = 3;

/// The most signs of an answer's text.
const LONGEST: usize = 150;

/// What is looked for in the guide.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HelpAsked {
    /// Some words, as typed.
    pub words: String,
}

/// What answers in the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpHits {
    /// The sections, the best first.
    pub hits: Vec<HelpHit>,
}

/// A section that answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpHit {
    /// The key of its page.
    pub topic: String,
    /// The key of the section; empty for the opening of the page.
    pub section: String,
    /// The title of the section, or of the page.
    pub title: Vec<HelpPiece>,
    /// The page the section belongs to; empty for the page itself.
    pub within: String,
    /// The sentence that answers, or the first.
    pub text: Vec<HelpPiece>,
}

/// Some words of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpPiece {
    /// The words.
    pub text: String,
    /// Whether they are what was looked for.
    pub is_hit: bool,
}

/// Finds the sections of the guide that answer some words.
pub fn search_help(input: HelpAsked, _: &Moment) -> Result<HelpHits, Failure> {
    let asked = plain_words(&input.words);
    if asked.is_empty() {
        return Ok(HelpHits { hits: Vec::new() });
    }
    let mut found = answering(&asked, asked.len());
    let mut said = asked;
    if found.is_empty() {
        said = said.iter().filter(|word| word.chars().count() > SHORT).map(|word| stem(word)).collect();
        found = answering(&said, said.len().div_ceil(2));
    }
    let hits = found.into_iter().take(MOST).map(|(page, section)| hit(page, section, &said)).collect();
    Ok(HelpHits { hits })
}

type Found = (&'static Page, &'static HelpSection);

/// The sections that have most of the words, the best first; none when that is fewer than enough.
fn answering(asked: &[String], enough: usize) -> Vec<Found> {
    let of = |page: &'static Page| page.sections.iter().map(move |section| (page, section));
    let worths = |(page, section): Found| (worths(page, section, asked), (page, section));
    let mut said: Vec<(Vec<u32>, Found)> = GUIDE.iter().flat_map(of).map(worths).collect();
    let most = said.iter().map(|(worths, _)| worths.len()).max().unwrap_or_default();
    if most < enough.max(1) {
        return Vec::new();
    }
    said.retain(|(worths, _)| worths.len() == most);
    said.sort_by_key(|(worths, _)| Reverse(worths.iter().sum::<u32>()));
    said.into_iter().map(|(_, found)| found).collect()
}

/// How a word begins whatever its ending: `garder`, `garde` and `gardé` all begin with `gard`.
fn stem(word: &str) -> String {
    let signs = word.chars().count();
    word.chars().take(signs.saturating_sub(2).max(SHORT)).collect()
}

/// How well a section answers each of the words it has.
fn worths(page: &Page, section: &HelpSection, asked: &[String]) -> Vec<u32> {
    let (heading, also) = match section.title.as_str() {
        "" => (page.title.as_str(), page.also.as_str()),
        title => (title, ""),
    };
    let [heading, also, text] = [heading, also, &texts(section).join(" ")].map(plain_words);
    let begins = |words: &[String], asked: &String| words.iter().any(|word| word.starts_with(asked.as_str()));
    let worth_of = |asked: &String| match asked {
        _ if begins(&heading, asked) => Some(9),
        _ if begins(&also, asked) => Some(4),
        _ if begins(&text, asked) => Some(1),
        _ => None,
    };
    asked.iter().filter_map(worth_of).collect()
}

fn hit(page: &Page, section: &HelpSection, asked: &[String]) -> HelpHit {
    let is_opening = section.title.is_empty();
    let said = texts(section);
    let text = said.iter().find(|text| marked(text, asked).iter().any(|piece| piece.is_hit)).or(said.first());
    HelpHit {
        topic: page.key.to_owned(),
        section: section.key.clone(),
        title: marked(if is_opening { &page.title } else { &section.title }, asked),
        within: if is_opening { String::new() } else { page.title.clone() },
        text: marked(&shortened(text.map_or("", String::as_str)), asked),
    }
}

/// The words of a text without accents, capitals or plurals.
pub(super) fn plain_words(text: &str) -> Vec<String> {
    text.split(is_between).filter(|word| !word.is_empty()).map(plain).collect()
}

fn is_between(sign: char) -> bool {
    !sign.is_alphanumeric()
}

fn plain(word: &str) -> String {
    let folded = words::folded(word);
    match folded.strip_suffix(['s', 'x']) {
        Some(one) if one.chars().count() > 2 => one.to_owned(),
        Some(_) | None => folded,
    }
}

/// A text cut where the words looked for begin and end.
fn marked(text: &str, asked: &[String]) -> Vec<HelpPiece> {
    let mut pieces: Vec<HelpPiece> = Vec::new();
    for word in text.split_inclusive(is_between) {
        let bare = word.trim_end_matches(is_between);
        let is_hit = !bare.is_empty() && asked.iter().any(|asked| plain(bare).starts_with(asked.as_str()));
        let after = word.strip_prefix(bare).unwrap_or_default();
        for (text, is_hit) in [(bare, is_hit), (after, false)] {
            match pieces.last_mut().filter(|last| last.is_hit == is_hit) {
                Some(last) => last.text.push_str(text),
                None if text.is_empty() => {}
                None => pieces.push(HelpPiece { text: text.to_owned(), is_hit }),
            }
        }
    }
    pieces
}

/// A text of a few lines at most, cut between two words.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    let whole = start.rsplit_once(' ').map_or(start.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches(is_between))
}
