//! A figure with everything it comes from: « D’où vient ce chiffre ? ».
//!
//! Inputs, rule, steps, result, source: one shape for every figure, on screen and on paper.

/// One operand or result of a working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingRow {
    /// `−`, `=`, `÷` or nothing.
    pub sign: &'static str,
    /// What it is.
    pub label: String,
    /// Its value, written.
    pub value: String,
    /// Whether it is a result.
    pub result: bool,
}

/// A figure explained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// What it is: « Reste à vivre avec le prêt ».
    pub title: String,
    /// Its value, written: `300,07 €`.
    pub result: String,
    /// How it is worked out, in a sentence or two.
    pub rule: String,
    /// What goes in: a label and its value, in the order of reading.
    pub inputs: Vec<(String, String)>,
    /// The steps, down to the result.
    pub steps: Vec<WorkingRow>,
    /// The lines that prove it, such as the flows of a TAEG.
    pub table: Option<ExplainedTable>,
    /// What is rounded, left out or not known.
    pub notes: Vec<String>,
    /// The law, the convention or the setting with its date.
    pub source: String,
}

/// Lines that prove a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExplainedTable {
    /// The headings; the first column is words, the others are numbers.
    pub columns: Vec<String>,
    /// The lines, a cell a column.
    pub rows: Vec<Vec<String>>,
    /// The total, a cell a column; empty without one.
    pub total: Vec<String>,
}
