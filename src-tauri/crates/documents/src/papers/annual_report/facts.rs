//! What a bilan is printed of: everything worded, counted and masked before it comes here.

use chrono::NaiveDate;

use crate::papers::figures::{KeyFigure, ReportTable};

/// The facts of a bilan, in the order they are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnualReport {
    /// `Le microcrédit personnel en 2026`.
    pub title: String,
    /// `Bilan 2026`.
    pub reference: String,
    /// Who reads it: `Conseil d’administration`.
    pub readers: String,
    /// Which reading it is, on its foot: `version du conseil d’administration`.
    pub version: String,
    /// The day it was drawn up.
    pub established_on: NaiveDate,
    /// What the figures say together.
    pub message: String,
    /// The key figures, six in a row.
    pub keys: Vec<KeyFigure>,
    /// What became of the requests.
    pub flow: Option<FlowPart>,
    /// The years.
    pub years: Option<YearsPart>,
    /// What it costs and brings.
    pub money: Option<MoneyPart>,
    /// What it changed.
    pub effects: Option<EffectsPart>,
    /// Paragraphs of the first sheet: the adviser’s words, how to call.
    pub words: Vec<Titled>,
    /// What is proposed to the board, in a box; may be empty.
    pub proposal: String,
    /// What is not told, and why; under the first sheet where it is the only one.
    pub untold: String,
    /// Beside the years of a paper of one sheet.
    pub beside: Option<ReportTable>,
    /// The second sheet.
    pub figures: Option<FiguresSheet>,
    /// The third.
    pub annex: Option<AnnexSheet>,
}

/// A title and a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// `Vous avez un projet ?`.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// What became of the requests: boxes, and the bridge to the loans of the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowPart {
    /// `Que sont devenues les 31 demandes reçues en 2026 ?`.
    pub title: String,
    /// The boxes, which make all the requests.
    pub boxes: Vec<FlowBoxed>,
    /// The bridge.
    pub note: String,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowBoxed {
    /// `un prêt`.
    pub label: String,
    /// How many requests.
    pub count: u64,
    /// What it holds, in a few words; may be empty.
    pub detail: String,
    /// How dark it is.
    pub shade: Shade,
}

/// How dark a box is, which reads in grey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// The essential.
    Full,
    /// Less.
    Grey,
    /// Still less.
    Light,
    /// Nothing.
    Empty,
}

/// Years side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearsPart {
    /// `Cinq ans : 35 prêts, 54 750 €`.
    pub title: String,
    /// The years, from the first to the last.
    pub years: Vec<YearBar>,
    /// What to know to read it; may be empty.
    pub note: String,
}

/// A year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearBar {
    /// `2026`.
    pub label: String,
    /// Its loans: the height of its bar.
    pub loans: u64,
    /// `10 prêts`.
    pub value: String,
    /// `16 200 €`, `31 reçues`.
    pub lines: Vec<String>,
}

/// What it costs and brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyPart {
    /// `Ce que cela coûte, ce que cela apporte`.
    pub title: String,
    /// Each line and its amount, and whether it is a total.
    pub lines: Vec<MoneyLine>,
    /// `1 € du CCAS, 2,64 € prêtés par les banques (16 200 ÷ 6 146).`; may be empty.
    pub ratio: String,
    /// Under it, in small letters; may be empty.
    pub note: String,
}

/// A line of what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyLine {
    /// What it is.
    pub label: String,
    /// How much.
    pub amount: String,
    /// Whether it is the sum of those before it.
    pub is_total: bool,
}

/// What it changed: answers out of answers, and a sentence somebody agreed to be quoted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectsPart {
    /// `Ce que cela a changé : 9 réponses`.
    pub title: String,
    /// A question in a few words, its answers, of how many.
    pub rows: Vec<EffectRow>,
    /// A sentence, between quotation marks; may be empty.
    pub quote: String,
    /// What to know to read it.
    pub note: String,
}

/// Answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectRow {
    /// `Projet réalisé`.
    pub label: String,
    /// How many said so.
    pub said: u64,
    /// Of how many.
    pub of: u64,
}

/// The second sheet: a dozen rows, then tables two by two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiguresSheet {
    /// Which reading it is, and why.
    pub lead: String,
    /// Tables as wide as the sheet: the dozen rows, the products.
    pub whole: Vec<ReportTable>,
    /// Tables, two beside each other.
    pub tables: Vec<ReportTable>,
    /// What the adviser wrote, a paragraph each.
    pub learned: Vec<String>,
    /// How the figures are counted, in small letters.
    pub note: String,
}

/// The third sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexSheet {
    /// Each figure and what it counts.
    pub definitions: Vec<(String, String)>,
    /// What studies found elsewhere, and what each says.
    pub studies: Vec<(String, String)>,
    /// Tables, two beside each other.
    pub tables: Vec<ReportTable>,
    /// In small letters.
    pub note: String,
}
