//! The papers of the office itself, whose texts are settings: what agents say at the desk, what is answered to doubts, the
//! leaflet, the draft of a resolution.
//!
//! One layout for all: blocks one under the other, or in two columns; what loans cost is worked out before it comes here,
//! never written in a text.

mod folded;

use chrono::NaiveDate;
use domain::settings::{BlockColumn, BlockShape, OfficePaperText, PaperBlock, PaperLayout};
use domain::words::{long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Density, Drawing, Face, Foot, Format, Ink, Key, Length, Marker, Measure, Paragraph, Row, Signatory, Span,
    Strip, Table, Tags, TextStyle, Typesetter, below, beside, flow, flow_on, framed, keep_together, noted,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, Panel, on_one_sheet, on_sheets};
use crate::papers::wording::{plain, said_of, strong};
use crate::{Paper, PaperError};

/// What people call the sheet of those who receive the public.
pub const RECEPTION: &str = "Fiche d’accueil";
/// What people call the answers to doubts.
pub const TALKING_POINTS: &str = "Argumentaire";
/// What people call the leaflet.
pub const LEAFLET: &str = "Dépliant";
/// What people call the draft of a resolution.
pub const RESOLUTION: &str = "Projet de délibération";

/// A paper of the office before it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficePaper {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Its text, the fields filled.
    pub text: OfficePaperText,
    /// What loans cost: the heading row, the rows; empty when nothing can be worked out.
    pub costs: Vec<Vec<String>>,
    /// What is to know of these costs, in sentences.
    pub costs_note: String,
}

const QUOTE: TextStyle = TextStyle::of(1_240, 1_640);
const SIGNATURE: Length = Length::mm(2_400);
const MEMBERS: usize = 9;
const BETWEEN: Length = Length::mm(420);
const WORDS: [(i64, Align, &str); 2] = [(37, Align::Left, ""), (63, Align::Left, "")];
/// Signs beside each other.
const SIGNS: usize = 2;
const COSTS: [i64; 3] = [18, 18, 18];
const ATTENDANCE: [(i64, Align, &str); 4] = [
    (46, Align::Left, "Administrateurs"),
    (12, Align::Left, "Présent"),
    (30, Align::Left, "Représenté par"),
    (12, Align::Left, "Absent"),
];

/// Prints the paper.
pub fn render(paper: &OfficePaper, head: &Letterhead) -> Result<Paper, PaperError> {
    let (text, day) = (&paper.text, long_date(paper.printed_on));
    let foot = Foot::plain(format!("{} · version du {day}", text.label));
    let lines = [HeadLine::plain(&text.label), HeadLine::plain(&day)];
    let set = |setter: &mut Typesetter, fit: Fit| {
        let strips = letterhead(setter, head, &lines);
        compose(setter, strips, (paper, head), fit)
    };
    let (sheets, setter) = match text.layout {
        PaperLayout::AsNeeded => {
            let mut setter = Typesetter::new()?;
            let strips = set(&mut setter, Fit::Ordinary);
            (flow(strips, &foot, &mut setter), setter)
        }
        PaperLayout::OneSheet => on_one_sheet(&foot, set)?,
        PaperLayout::Folded => on_sheets(folded::SIDES, Fit::Large, |setter, fit| {
            let strips = folded::compose(setter, (paper, head), fit);
            flow_on(Format::FOLDED, strips, &foot, setter)
        })?,
    };
    let identity = Identity { title: text.title.clone(), author: head.office.name.clone(), date: paper.printed_on };
    finish(sheets, &setter, &identity)
}

fn compose(
    setter: &mut Typesetter,
    strips: Vec<Strip>,
    (paper, head): (&OfficePaper, &Letterhead),
    fit: Fit,
) -> Vec<Strip> {
    let mut body = Body::under(setter, strips);
    let office = &head.office.name;
    body.title(&spaced(&paper.text.title), &said_of(office, &paper.text.subtitle));
    let mut strips = body.strips;
    strips.extend(blocks(setter, paper, office, fit));
    strips
}

/// The blocks of a paper in their order, those of a column beside those of the other.
pub(super) fn blocks(setter: &mut Typesetter, paper: &OfficePaper, office: &str, fit: Fit) -> Vec<Strip> {
    let block = Block { paper, office, fit };
    let gap = block.gap();
    let mut strips = Vec::new();
    for run in paper.text.blocks.chunk_by(|one, next| one.column.is_some() && next.column.is_some()) {
        let set = if run.iter().any(|one| one.column.is_some()) {
            let (left, right) = Measure::halves();
            let mut side = |side: BlockColumn, measure: Measure| {
                let of_side = run.iter().filter(|one| one.column == Some(side));
                let set = of_side.map(|one| below(gap, block.set(setter, one, measure)));
                let set: Vec<Strip> = set.flatten().collect();
                below(Length::ZERO, set)
            };
            let (left, right) = (side(BlockColumn::Left, left), side(BlockColumn::Right, right));
            vec![beside(left, right)]
        } else {
            run.iter().flat_map(|one| block.set(setter, one, Measure::WHOLE)).collect()
        };
        strips.extend(below(gap, set));
    }
    strips
}

/// What every block of a paper is set with.
struct Block<'b> {
    paper: &'b OfficePaper,
    office: &'b str,
    fit: Fit,
}

impl Block<'_> {
    /// The space between two blocks.
    fn gap(&self) -> Length {
        match self.fit {
            Fit::Large | Fit::Ordinary => BETWEEN,
            Fit::Close | Fit::Closest => Length::mm(260),
        }
    }

    fn set(&self, setter: &mut Typesetter, block: &PaperBlock, measure: Measure) -> Vec<Strip> {
        match block.shape {
            BlockShape::Text => self.words(setter, block, None, measure),
            BlockShape::Bullets => self.words(setter, block, Some(Marker::Bullet), measure),
            BlockShape::Numbers => self.words(setter, block, Some(Marker::Number), measure),
            BlockShape::Note => self.small(setter, block, measure),
            BlockShape::Quote => self.quote(setter, block, measure),
            BlockShape::Frame => self.framed(setter, block, None, measure),
            BlockShape::FramedBullets => self.framed(setter, block, Some(Marker::Bullet), measure),
            BlockShape::Aside => noted(self.words(setter, block, None, measure.inside_note()), measure),
            BlockShape::Table => self.table(setter, block, measure),
            BlockShape::Pairs => {
                let pairs = rows_of_two(block, self);
                setter.pairs_in_two(Tags::DOCUMENT, &pairs, self.fit.text(), measure)
            }
            BlockShape::Figures => {
                let keys: Vec<Key> =
                    rows_of_two(block, self).into_iter().map(|(value, caption)| Key { value, caption }).collect();
                let mut strips = self.words(setter, block, None, measure);
                let keys = setter.keys(Tags::DOCUMENT, &keys, keys.len().max(1), measure);
                strips.extend(below(Length::mm(80), vec![keys]));
                strips
            }
            BlockShape::Landscape => {
                let words = block.lines.join(" ");
                let drawing = Drawing::named("landscape");
                drawing.map(|drawing| setter.drawing(Tags::DOCUMENT, drawing, &words, measure)).into_iter().collect()
            }
            BlockShape::Signs => {
                let mut strips = self.words(setter, block, None, measure);
                let signs = setter.signs(Tags::DOCUMENT, &rows_of_two(block, self), SIGNS, measure);
                strips.extend(below(Length::mm(80), vec![signs]));
                strips
            }
            BlockShape::Costs => self.costs(setter, measure),
            BlockShape::Attendance => {
                let row = || Row::Line(vec![" ".to_owned(), String::new(), String::new(), String::new()]);
                let rows = (0..MEMBERS).map(|_| row()).collect();
                setter.table(Tags::DOCUMENT, &Table::of(Density::Writable, &ATTENDANCE, rows), measure)
            }
            BlockShape::Signatures => self.signatures(setter, block, measure),
        }
    }

    /// A heading, then paragraphs or a list.
    fn words(
        &self,
        setter: &mut Typesetter,
        block: &PaperBlock,
        marker: Option<Marker>,
        measure: Measure,
    ) -> Vec<Strip> {
        let mut panel = Panel::fitting(setter, measure, self.fit);
        if !block.heading.is_empty() {
            let heading = said_of(self.office, &block.heading);
            let is_framed = matches!(block.shape, BlockShape::Frame | BlockShape::FramedBullets);
            if is_framed { panel.small_heading(&heading) } else { panel.heading(&heading) }
        }
        let lines: Vec<Vec<Span>> = block.lines.iter().map(|line| self.marked(line)).collect();
        match marker {
            Some(marker) => panel.list(marker, &lines),
            None => lines.iter().for_each(|line| panel.say(line)),
        }
        panel.strips()
    }

    fn framed(
        &self,
        setter: &mut Typesetter,
        block: &PaperBlock,
        marker: Option<Marker>,
        measure: Measure,
    ) -> Vec<Strip> {
        let inner = self.words(setter, block, marker, measure.inside_frame());
        vec![framed(below(Length::ZERO, inner), measure)]
    }

    fn small(&self, setter: &mut Typesetter, block: &PaperBlock, measure: Measure) -> Vec<Strip> {
        let mut strips = Vec::new();
        for line in &block.lines {
            let span = [Span::new(spaced(&said_of(self.office, line)), Face::Sans, Ink::NOTE)];
            strips.extend(setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&span, SMALL), measure));
        }
        strips
    }

    /// What is said aloud, larger than the rest.
    fn quote(&self, setter: &mut Typesetter, block: &PaperBlock, measure: Measure) -> Vec<Strip> {
        let inner = measure.inside_frame();
        let mut panel = Panel::fitting(setter, inner, self.fit);
        panel.small_heading(&block.heading);
        let mut strips = panel.strips();
        for line in &block.lines {
            let span = [Span::new(spaced(&said_of(self.office, line)), Face::Sans, Ink::TEXT)];
            let said = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&span, QUOTE), inner);
            strips.extend(below(Length::mm(120), said));
        }
        vec![framed(below(Length::ZERO, strips), measure)]
    }

    fn table(&self, setter: &mut Typesetter, block: &PaperBlock, measure: Measure) -> Vec<Strip> {
        let mut rows = block.rows.iter().map(|row| row.iter().map(|cell| self.worded(cell)).collect::<Vec<_>>());
        let heading = rows.next().unwrap_or_default();
        let rows = rows.map(Row::Line).collect();
        setter.table(Tags::DOCUMENT, &Table { heading, ..Table::of(self.fit.density(), &WORDS, rows) }, measure)
    }

    /// What loans cost, the last row in strong letters when it is what is left to the person.
    fn costs(&self, setter: &mut Typesetter, measure: Measure) -> Vec<Strip> {
        let mut rows = self.paper.costs.iter().map(|row| row.iter().map(|cell| spaced(cell)).collect::<Vec<_>>());
        let Some(heading) = rows.next() else { return Vec::new() };
        let lengths = heading.len().saturating_sub(1);
        let numbers: i64 = COSTS.iter().take(lengths).sum();
        let columns = [(100_i64.saturating_sub(numbers), Align::Left, "")]
            .into_iter()
            .chain(COSTS.iter().take(lengths).map(|part| (*part, Align::Right, "")));
        let columns: Vec<_> = columns.collect();
        let table = Table { heading, ..Table::of(Density::Ordinary, &columns, rows.map(Row::Line).collect()) };
        let mut strips = setter.table(Tags::DOCUMENT, &table, measure);
        let note = [Span::new(spaced(&self.paper.costs_note), Face::Sans, Ink::NOTE)];
        let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&note, SMALL), measure);
        strips.extend(below(Length::mm(150), note));
        strips
    }

    fn signatures(&self, setter: &mut Typesetter, block: &PaperBlock, measure: Measure) -> Vec<Strip> {
        let mut strips = self.words(setter, block, None, measure);
        let signatories: Vec<Signatory> =
            rows_of_two(block, self).into_iter().map(|(quality, name)| Signatory { quality, name }).collect();
        let cells = setter.signatures(Tags::DOCUMENT, &signatories, SIGNATURE, measure);
        strips.extend(below(Length::mm(300), cells));
        keep_together(strips)
    }

    /// A line with its strong words.
    fn marked(&self, line: &str) -> Vec<Span> {
        let line = said_of(self.office, line);
        let parts = line.split("**").zip([false, true].into_iter().cycle());
        parts
            .filter(|(part, _)| !part.is_empty())
            .map(|(part, is_strong)| if is_strong { strong(part) } else { plain(part) })
            .collect()
    }

    /// A cell, which has one face.
    fn worded(&self, cell: &str) -> String {
        spaced(&said_of(self.office, &cell.replace("**", "")))
    }
}

/// The first two cells of each row.
fn rows_of_two(block: &PaperBlock, worded: &Block<'_>) -> Vec<(String, String)> {
    let pair = |row: &Vec<String>| {
        let mut cells = row.iter().map(|cell| worded.worded(cell));
        (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
    };
    block.rows.iter().map(pair).collect()
}
