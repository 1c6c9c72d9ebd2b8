//! A part of a sheet filled from the top: headings, and under each its words, lists, pairs.
//!
//! Papers of one sheet set two of them beside each other, or one over the whole width.

use crate::page::{
    Heading, Length, List, Marker, Measure, Paragraph, Row, Span, Strip, Table, Tags, TextStyle, Typesetter, below,
};
use crate::papers::body::TEXT;

/// Space above a heading.
const ABOVE_HEADING: Length = Length::mm(300);
/// Space under a heading.
const UNDER_HEADING: Length = Length::mm(80);
/// Space between two paragraphs.
const BETWEEN: Length = Length::mm(130);
/// Pairs of a label and its value.
const PAIRS: TextStyle = TextStyle::of(960, 1_280);

/// A part of a sheet being filled.
pub(super) struct Panel<'s> {
    setter: &'s mut Typesetter,
    measure: Measure,
    strips: Vec<Strip>,
    gap: Length,
    text: TextStyle,
}

impl<'s> Panel<'s> {
    /// An empty part of a measure.
    pub(super) fn of(setter: &'s mut Typesetter, measure: Measure) -> Self {
        Self { setter, measure, strips: Vec::new(), gap: Length::ZERO, text: TEXT }
    }

    /// The same, its text set in another size.
    pub(super) fn with_text(self, text: TextStyle) -> Self {
        Self { text, ..self }
    }

    /// Leaves more or less space above what comes next.
    pub(super) fn leave(&mut self, gap: Length) {
        self.gap = gap;
    }

    /// Heads what follows.
    pub(super) fn heading(&mut self, title: &str) {
        self.headed(Heading::SECTION, title);
    }

    /// Heads what follows, as small as the text.
    pub(super) fn small_heading(&mut self, title: &str) {
        self.headed(Heading::FRAME, title);
    }

    fn headed(&mut self, heading: Heading, title: &str) {
        let gap = if self.strips.is_empty() { self.gap } else { self.gap.max(ABOVE_HEADING) };
        let title = domain::words::spaced(title);
        let heading = self.setter.heading(Tags::DOCUMENT, heading, &title, self.measure);
        self.strips.extend(below(gap, heading));
        self.gap = UNDER_HEADING;
    }

    /// Adds a paragraph.
    pub(super) fn say(&mut self, spans: &[Span]) {
        let strips = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(spans, self.text), self.measure);
        self.add(strips);
    }

    /// Adds a list.
    pub(super) fn list(&mut self, marker: Marker, items: &[Vec<Span>]) {
        let list = List { marker, items, style: self.text };
        let strips = self.setter.list(Tags::DOCUMENT, &list, self.measure);
        self.add(strips);
    }

    /// Adds pairs of a label and its value, one under the other.
    pub(super) fn pairs(&mut self, pairs: &[(String, String)]) {
        let strips = self.setter.pairs(Tags::DOCUMENT, pairs, PAIRS, self.measure);
        self.add(strips);
    }

    /// Adds a table.
    pub(super) fn table(&mut self, table: &Table) {
        let strips = self.setter.table(Tags::DOCUMENT, table, self.measure);
        self.add(strips);
    }

    /// Adds what was set elsewhere.
    pub(super) fn add(&mut self, strips: Vec<Strip>) {
        if !strips.is_empty() {
            self.strips.extend(below(self.gap, strips));
            self.gap = BETWEEN;
        }
    }

    /// What it holds, in order.
    pub(super) fn strips(self) -> Vec<Strip> {
        self.strips
    }
}

/// Rows of a name and what is said of it, the name in strong letters or not.
pub(super) fn named_rows(rows: &[(&str, String)]) -> Vec<Row> {
    let spaced = domain::words::spaced;
    rows.iter().map(|(name, text)| Row::Named(vec![spaced(name), spaced(text)])).collect()
}
