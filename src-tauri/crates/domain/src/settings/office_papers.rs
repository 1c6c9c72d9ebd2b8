//! The texts of the papers of the office itself, laid out in blocks: what agents say, what is answered, the leaflet, the
//! draft of a resolution. Their fields stand between braces and are filled from the settings of a day.
//!
//! A line whose field is not known is left out, never printed half: `{banques}` without a lender takes its sentence away.
//! In a block to be filled by hand, a dotted line stands for it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ListKey;

/// The text of a paper of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficePaperText {
    /// The key of its paper in the register.
    pub key: ListKey,
    /// What people call it, at its foot.
    pub label: String,
    /// What it is headed by.
    pub title: String,
    /// What it is for, under its title.
    pub subtitle: String,
    /// How its sheets are laid.
    #[serde(default)]
    pub layout: PaperLayout,
    /// Its blocks, in order.
    pub blocks: Vec<PaperBlock>,
}

/// A block of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperBlock {
    /// How it looks.
    pub shape: BlockShape,
    /// The column it stands in; the whole width when absent. Every block of a folded paper has one.
    #[serde(default)]
    pub column: Option<BlockColumn>,
    /// Whether it stands at the foot of its column, in a folded paper.
    #[serde(default)]
    pub at_foot: bool,
    /// What heads it; may be empty.
    #[serde(default)]
    pub heading: String,
    /// Its lines; `**strong**`.
    #[serde(default)]
    pub lines: Vec<String>,
    /// Its rows, cell by cell, the heading row first in a table.
    #[serde(default)]
    pub rows: Vec<Vec<String>>,
    /// Whether what is not known is left to be written by hand.
    #[serde(default)]
    pub blank: bool,
}

/// How the sheets of a paper are laid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperLayout {
    /// As many as it takes.
    #[default]
    AsNeeded,
    /// Set as close as one takes.
    OneSheet,
    /// One lying sheet printed on both sides and folded in its middle: a cover, two pages inside, a back.
    Folded,
}

/// How a block looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockShape {
    /// Paragraphs.
    Text,
    /// Paragraphs in small letters.
    Note,
    /// What is said aloud, in large letters in a frame.
    Quote,
    /// What matters most, in a frame.
    Frame,
    /// Items with bullets, in a frame.
    FramedBullets,
    /// A bar beside it.
    Aside,
    /// Items with bullets.
    Bullets,
    /// Items with numbers.
    Numbers,
    /// A table of words.
    Table,
    /// A label and its value, in two columns.
    Pairs,
    /// Large figures, each with what it says.
    Figures,
    /// A landscape, read as its line.
    Landscape,
    /// Signs of what a loan pays: the name of the sign, its words.
    Signs,
    /// What a loan costs, worked out.
    Costs,
    /// Who is there, to be ticked by hand.
    Attendance,
    /// Who signs.
    Signatures,
}

/// The column a block stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockColumn {
    /// The left one; the left page inside a folded paper.
    Left,
    /// The right one; the right page inside a folded paper.
    Right,
    /// The cover of a folded paper.
    Cover,
    /// The back of a folded paper.
    Back,
}

const DOTS: &str = "……………………";
/// The field that numbers the articles that are printed.
const ARTICLE: &str = "{article}";

impl OfficePaperText {
    /// The text with its fields filled, and the names of those that are not known.
    #[must_use]
    pub fn filled(&self, values: &BTreeMap<&str, String>) -> (Self, BTreeSet<String>) {
        let mut lacking = BTreeSet::new();
        let mut filled = self.clone();
        for text in [&mut filled.title, &mut filled.subtitle] {
            *text = written(text, values, &mut lacking).unwrap_or_else(|| dotted(text, values));
        }
        let mut articles = 0_usize;
        for block in &mut filled.blocks {
            let blank = block.blank;
            let had = !block.lines.is_empty() || !block.rows.is_empty();
            let mut keep = |text: &String| {
                let numbered = text.replace(ARTICLE, &articles.saturating_add(1).to_string());
                let kept = match written(&numbered, values, &mut lacking) {
                    None if blank => Some(dotted(&numbered, values)),
                    written => written,
                };
                articles = articles.saturating_add(usize::from(kept.is_some() && text.contains(ARTICLE)));
                kept
            };
            block.lines = block.lines.iter().filter_map(&mut keep).collect();
            block.rows = block.rows.iter().filter_map(|row| row.iter().map(&mut keep).collect()).collect();
            let emptied =
                had && block.lines.is_empty() && block.rows.len() <= usize::from(block.shape.has_heading_row());
            if emptied {
                block.heading.clear();
                block.rows.clear();
            }
        }
        filled.blocks.retain(|block| !block.is_empty());
        (filled, lacking)
    }
}

impl PaperBlock {
    /// Whether nothing of it is left to be printed.
    fn is_empty(&self) -> bool {
        let drawn = matches!(self.shape, BlockShape::Costs | BlockShape::Attendance);
        !drawn && self.heading.is_empty() && self.lines.is_empty() && self.rows.is_empty()
    }
}

impl BlockShape {
    /// Whether the first of its rows heads the others.
    fn has_heading_row(self) -> bool {
        self == Self::Table
    }
}

/// A text with its fields filled; nothing when one is not known, which is added to those that lack.
pub fn written(text: &str, values: &BTreeMap<&str, String>, lacking: &mut BTreeSet<String>) -> Option<String> {
    let mut whole = Some(String::new());
    for (words, field) in parts(text) {
        let value = field.map(|field| (field, values.get(field).filter(|value| !value.is_empty())));
        match value {
            Some((field, None)) => {
                lacking.insert(field.to_owned());
                whole = None;
            }
            Some((_, Some(value))) => whole = whole.map(|whole| whole + words + value),
            None => whole = whole.map(|whole| whole + words),
        }
    }
    whole
}

/// The same, a dotted line standing for what is not known.
fn dotted(text: &str, values: &BTreeMap<&str, String>) -> String {
    let value = |field: &str| values.get(field).filter(|value| !value.is_empty()).map_or(DOTS, String::as_str);
    parts(text).map(|(words, field)| format!("{words}{}", field.map(value).unwrap_or_default())).collect()
}

/// The words before each field with the field, then the words after the last one.
fn parts(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    text.split('}').map(|part| match part.split_once('{') {
        Some((words, field)) => (words, Some(field)),
        None => (part, None),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[&str], blank: bool) -> OfficePaperText {
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        let block = PaperBlock {
            shape: BlockShape::Text,
            column: None,
            at_foot: false,
            heading: "Avec quelle banque ?".to_owned(),
            lines,
            rows: Vec::new(),
            blank,
        };
        OfficePaperText {
            key: ListKey::new("leaflet"),
            label: "Dépliant".to_owned(),
            title: "Vous avez un projet ?".to_owned(),
            subtitle: "Dépliant de {office}".to_owned(),
            layout: PaperLayout::Folded,
            blocks: vec![block],
        }
    }

    #[test]
    fn a_line_whose_field_is_not_known_is_left_out_and_said() {
        let values = BTreeMap::from([("office", "Valbourg".to_owned()), ("banques", String::new())]);
        let (filled, lacking) = text(&["{banques}, par convention.", "Elle décide {office}."], false).filled(&values);
        assert_eq!(filled.subtitle, "Dépliant de Valbourg");
        assert_eq!(filled.blocks[0].lines, ["Elle décide Valbourg."]);
        assert_eq!(lacking, BTreeSet::from(["banques".to_owned()]));
    }

    #[test]
    fn a_block_without_a_line_left_goes_with_its_heading() {
        let values = BTreeMap::from([("office", "Valbourg".to_owned())]);
        assert_eq!(text(&["{banques}, par convention."], false).filled(&values).0.blocks, []);
    }

    #[test]
    fn the_articles_that_are_printed_are_numbered_one_after_the_other() {
        let lines = ["Article {article}. Prêts.", "Article {article}. {garantie}", "Article {article}. Bilan."];
        let (filled, _) = text(&lines, false).filled(&BTreeMap::from([("garantie", String::new())]));
        assert_eq!(filled.blocks[0].lines, ["Article 1. Prêts.", "Article 2. Bilan."]);
    }

    #[test]
    fn a_block_to_be_filled_by_hand_keeps_its_lines() {
        let (filled, _) = text(&["Convention avec {banques} pour {durée}."], true).filled(&BTreeMap::new());
        assert_eq!(filled.blocks[0].lines, ["Convention avec …………………… pour ……………………."]);
    }
}
