//! A part of a sheet filled from the top: headings, and under each its words, lists, pairs.
//!
//! Papers of one sheet set two of them beside each other, or one over the whole width.

use crate::PaperError;
use crate::page::{
    Density, Face, Foot, Heading, Ink, Length, List, Marker, Measure, Paragraph, Row, Sheets, Span, Strip, Table, Tags,
    TextStyle, Typesetter, below, flow,
};
use crate::papers::body::{SUBTITLE, TEXT};

/// Space above a heading.
const ABOVE_HEADING: Length = Length::mm(300);
/// Space under a heading.
const UNDER_HEADING: Length = Length::mm(80);
/// Space between two paragraphs.
const BETWEEN: Length = Length::mm(130);
/// Pairs of a label and its value.
const PAIRS: TextStyle = TextStyle::of(960, 1_280);

/// How close a paper of one sheet is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// In large letters, for what is read standing.
    Large,
    Ordinary,
    Close,
    Closest,
}

impl Fit {
    /// The next closer one.
    fn closer(self) -> Option<Self> {
        match self {
            Self::Large => Some(Self::Ordinary),
            Self::Ordinary => Some(Self::Close),
            Self::Close => Some(Self::Closest),
            Self::Closest => None,
        }
    }

    /// The text of a panel.
    pub(super) fn text(self) -> TextStyle {
        match self {
            Self::Large => TextStyle::of(1_200, 1_640),
            Self::Ordinary => TEXT,
            Self::Close => TextStyle::of(900, 1_180),
            Self::Closest => TextStyle::of(820, 1_040),
        }
    }

    /// Its headings, those of what stands by itself and those of a frame.
    fn headings(self) -> (Heading, Heading) {
        match self {
            Self::Large => (Heading::LARGE_SECTION, Heading::LARGE_FRAME),
            Self::Ordinary | Self::Close | Self::Closest => (Heading::SECTION, Heading::FRAME),
        }
    }

    /// The rows of a table.
    pub(super) fn density(self) -> Density {
        match self {
            Self::Large => Density::Ordinary,
            Self::Ordinary => Density::Dense,
            Self::Close | Self::Closest => Density::Tight,
        }
    }

    /// The rows of a table that is the whole paper.
    pub(super) fn lines(self) -> Density {
        match self {
            Self::Large => Density::Ordinary,
            Self::Ordinary => Density::Dense,
            Self::Close => Density::Tight,
            Self::Closest => Density::Schedule,
        }
    }

    /// The rows to write on, as high as the rest leaves.
    pub(super) fn writable(self) -> Density {
        match self {
            Self::Large | Self::Ordinary => Density::Writable,
            Self::Close => Density::Ordinary,
            Self::Closest => Density::Dense,
        }
    }
}

/// Lays a paper on one sheet, set only as close as that takes; what no setting holds goes on to the next sheet.
pub(super) fn on_one_sheet(
    foot: &Foot,
    compose: impl Fn(&mut Typesetter, Fit) -> Vec<Strip>,
) -> Result<(Sheets, Typesetter), PaperError> {
    on_sheets(1, Fit::Ordinary, |setter, fit| {
        let strips = compose(setter, fit);
        flow(strips, foot, setter)
    })
}

/// The same on so many sheets, from a setting on.
pub(super) fn on_sheets(
    count: usize,
    from: Fit,
    lay: impl Fn(&mut Typesetter, Fit) -> Sheets,
) -> Result<(Sheets, Typesetter), PaperError> {
    set_closer(count, from, |setter, fit| Ok(lay(setter, fit)))
}

/// The same on as few sheets as its closest setting takes, and no closer than that asks.
pub(super) fn on_fewest_sheets(
    lay: impl Fn(&mut Typesetter, Fit) -> Result<Sheets, PaperError>,
) -> Result<(Sheets, Typesetter), PaperError> {
    let fewest = lay(&mut Typesetter::new()?, Fit::Closest)?.len();
    set_closer(fewest, Fit::Ordinary, lay)
}

fn set_closer(
    count: usize,
    from: Fit,
    lay: impl Fn(&mut Typesetter, Fit) -> Result<Sheets, PaperError>,
) -> Result<(Sheets, Typesetter), PaperError> {
    let mut fit = from;
    let mut setter = Typesetter::new()?;
    loop {
        let sheets = lay(&mut setter, fit)?;
        match fit.closer() {
            Some(closer) if sheets.len() > count => fit = closer,
            _ => return Ok((sheets, setter)),
        }
        setter.begin_again();
    }
}

/// A part of a sheet being filled.
pub(super) struct Panel<'s> {
    setter: &'s mut Typesetter,
    measure: Measure,
    strips: Vec<Strip>,
    gap: Length,
    fit: Fit,
}

impl<'s> Panel<'s> {
    /// An empty part of a measure.
    pub(super) fn of(setter: &'s mut Typesetter, measure: Measure) -> Self {
        Self::fitting(setter, measure, Fit::Ordinary)
    }

    /// The same, set as close as its paper is.
    pub(super) fn fitting(setter: &'s mut Typesetter, measure: Measure, fit: Fit) -> Self {
        Self { setter, measure, strips: Vec::new(), gap: Length::ZERO, fit }
    }

    /// Leaves more or less space above what comes next.
    pub(super) fn leave(&mut self, gap: Length) {
        self.gap = gap;
    }

    /// Heads what follows.
    pub(super) fn heading(&mut self, title: &str) {
        self.headed(self.fit.headings().0, title);
    }

    /// Heads what follows, as small as the text.
    pub(super) fn small_heading(&mut self, title: &str) {
        self.headed(self.fit.headings().1, title);
    }

    fn headed(&mut self, heading: Heading, title: &str) {
        let gap = if self.strips.is_empty() { self.gap } else { self.gap.max(ABOVE_HEADING) };
        let title = domain::words::spaced(title);
        let heading = self.setter.heading(Tags::DOCUMENT, heading, &title, self.measure);
        self.strips.extend(below(gap, heading));
        self.gap = UNDER_HEADING;
    }

    /// Heads the paper: its name, then what it is of.
    pub(super) fn title(&mut self, title: &str, subtitle: &str) {
        let heading = self.setter.heading(Tags::DOCUMENT, Heading::TITLE, title, self.measure);
        self.strips.extend(below(self.gap, heading));
        self.gap = UNDER_HEADING;
        let subtitle = [Span::new(domain::words::spaced(subtitle), Face::Sans, Ink::SOFT)];
        let subtitle = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&subtitle, SUBTITLE), self.measure);
        self.add(subtitle);
    }

    /// Adds pairs of a label and its value, two by two.
    pub(super) fn pairs_in_two(&mut self, pairs: &[(String, String)]) {
        let strips = self.setter.pairs_in_two(Tags::DOCUMENT, pairs, PAIRS, self.measure);
        self.add(strips);
    }

    /// Adds a paragraph.
    pub(super) fn say(&mut self, spans: &[Span]) {
        let strips = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(spans, self.fit.text()), self.measure);
        self.add(strips);
    }

    /// Adds a list.
    pub(super) fn list(&mut self, marker: Marker, items: &[Vec<Span>]) {
        let list = List { marker, items, style: self.fit.text() };
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

/// Rows of a name, in strong letters, and what is said of it.
pub(super) fn named_rows(rows: &[(&str, String)]) -> Vec<Row> {
    let spaced = domain::words::spaced;
    rows.iter().map(|(name, text)| Row::Named(vec![spaced(name), spaced(text)])).collect()
}

/// Rows of a name and what is said of it.
pub(super) fn plain_rows(rows: &[(&str, &str)]) -> Vec<Row> {
    let spaced = domain::words::spaced;
    rows.iter().map(|(name, text)| Row::Line(vec![spaced(name), spaced(text)])).collect()
}
