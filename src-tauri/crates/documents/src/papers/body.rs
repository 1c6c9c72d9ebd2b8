//! The sheets of a paper as they fill: parts, sections, and what stands in them.

use crate::page::{
    Align, Density, Face, Heading, Ink, Length, Measure, Paragraph, Role, Row, Span, Strip, Table, TagId, Tags,
    TextStyle, Typesetter, below, on_new_sheet,
};

/// The text of the paper.
pub(super) const TEXT: TextStyle = TextStyle::of(960, 1_320);
/// Notes.
pub(super) const SMALL: TextStyle = TextStyle::of(820, 1_100);
/// What a paper is of, under its name.
pub(super) const SUBTITLE: TextStyle = TextStyle::of(1_100, 1_450);
/// Pairs of a label and its value.
const PAIRS: TextStyle = TextStyle::of(960, 1_260);

/// Space under the name of a part.
const UNDER_PART: Length = Length::mm(300);
/// Space under a heading.
const UNDER_HEADING: Length = Length::mm(120);
/// Space between two paragraphs.
const BETWEEN: Length = Length::mm(200);

/// A paper being laid out.
pub(super) struct Body<'s> {
    pub(super) setter: &'s mut Typesetter,
    pub(super) strips: Vec<Strip>,
    /// The tag of the part being filled.
    pub(super) place: TagId,
    gap: Length,
    look: Look,
}

/// How close the text of a part is set.
#[derive(Clone, Copy)]
struct Look {
    text: TextStyle,
    density: Density,
    above_section: Length,
}

impl Look {
    const ORDINARY: Self = Self { text: TEXT, density: Density::Ordinary, above_section: Length::mm(500) };
    const CLOSE: Self =
        Self { text: TextStyle::of(920, 1_220), density: Density::Dense, above_section: Length::mm(280) };
}

impl<'s> Body<'s> {
    /// A body under strips that are there already.
    pub(super) fn under(setter: &'s mut Typesetter, strips: Vec<Strip>) -> Self {
        Self { setter, strips, place: Tags::DOCUMENT, gap: BETWEEN, look: Look::ORDINARY }
    }

    /// Opens a part on its own sheet.
    pub(super) fn part(&mut self, title: &str) -> TagId {
        self.place = self.setter.tags.add(Tags::DOCUMENT, Role::Part);
        let heading = self.setter.heading(self.place, Heading::PART, title, Measure::WHOLE);
        self.strips.extend(on_new_sheet(heading));
        self.gap = UNDER_PART;
        self.look = Look::ORDINARY;
        self.place
    }

    /// Sets the rest of the part closer: it has much to say and is signed at its end.
    pub(super) fn tighten(&mut self) {
        self.look = Look::CLOSE;
    }

    /// Opens a section of the part, or of a paper without parts.
    pub(super) fn section(&mut self, title: &str) {
        let heading = if self.place == Tags::DOCUMENT { Heading::SECTION } else { Heading::SUBSECTION };
        let heading = self.setter.heading(self.place, heading, title, Measure::WHOLE);
        self.strips.extend(below(self.look.above_section, heading));
        self.gap = UNDER_HEADING;
    }

    /// Adds what was set elsewhere.
    pub(super) fn add(&mut self, strips: Vec<Strip>) {
        self.strips.extend(below(self.gap, strips));
        self.gap = BETWEEN;
    }

    /// Heads the paper: its name, then in soft letters what it is of.
    pub(super) fn title(&mut self, title: &str, subtitle: &str) {
        let title = self.setter.heading(self.place, Heading::TITLE, title, Measure::WHOLE);
        self.strips.extend(title);
        let subtitle = [Span::new(domain::words::spaced(subtitle), Face::Sans, Ink::SOFT)];
        let subtitle = self.setter.paragraph(self.place, &Paragraph::of(&subtitle, SUBTITLE), Measure::WHOLE);
        self.strips.extend(below(Length::mm(100), subtitle));
        self.gap = Length::mm(350);
    }

    /// Leaves more or less space above what comes next.
    pub(super) fn leave(&mut self, gap: Length) {
        self.gap = gap;
    }

    /// Adds a paragraph.
    pub(super) fn say(&mut self, spans: Vec<Span>) {
        let strips = self.setter.paragraph(self.place, &Paragraph::of(&spans, self.look.text), Measure::WHOLE);
        self.add_if_any(strips);
    }

    /// Adds a note.
    pub(super) fn note(&mut self, text: &str) {
        self.note_of(&[Span::new(domain::words::spaced(text), Face::Sans, Ink::NOTE)]);
    }

    /// Adds a note in several faces.
    pub(super) fn note_of(&mut self, spans: &[Span]) {
        let strips = self.setter.paragraph(self.place, &Paragraph::of(spans, SMALL), Measure::WHOLE);
        self.add_if_any(strips);
    }

    /// Adds a table over the whole width.
    pub(super) fn table(&mut self, table: &Table) {
        let strips = self.setter.table(self.place, table, Measure::WHOLE);
        self.add(strips);
    }

    /// Adds a table of words: its columns and its rows.
    pub(super) fn rows(&mut self, columns: &[(i64, Align, &str)], rows: Vec<Row>) {
        self.table(&Table::of(self.look.density, columns, rows));
    }

    /// Adds pairs of a label and its value, two by two; those without a value are left out.
    pub(super) fn pairs(&mut self, pairs: Vec<(&str, String)>) {
        let known = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let known: Vec<_> =
            known.map(|(label, value)| (domain::words::spaced(label), domain::words::spaced(&value))).collect();
        let strips = self.setter.pairs_in_two(self.place, &known, PAIRS, Measure::WHOLE);
        self.add_if_any(strips);
    }

    fn add_if_any(&mut self, strips: Vec<Strip>) {
        if !strips.is_empty() {
            self.add(strips);
        }
    }
}
