//! The first sheet: one page made from facts, on which a committee can vote.
//!
//! Six figures, what weighs against the request, who asks and what for, who pays, whether it can be repaid and what is
//! left if something happens, what was found, the registers, the statements, earlier presentations, what comes next.
//! It is one sheet: it is set wide first, then closer, then with its long texts sent to their part with the number of
//! its sheet. Nothing is cut in silence, and no letter is under 8 pt.

mod capacity;
mod findings;
mod head;
mod request;
mod sending;

pub(super) use head::alert_spans;
pub(super) use request::FREE;

use domain::settings::BankFilePart;
use domain::words::{capital, spaced};

use super::BankFile;
use super::pieces::Pieces;
use crate::PaperError;
use crate::page::{
    Density, Face, Format, Heading, Ink, Length, Measure, Paragraph, Span, Strip, Tags, TextStyle, Typesetter, below,
    beside,
};
use crate::papers::Letterhead;
use crate::papers::letterhead::{HeadLine, letterhead};

/// How close the sheet is set, and whether its long texts are sent elsewhere.
#[derive(Debug)]
pub(super) struct Grid {
    /// The letters and the lines.
    text: TextStyle,
    /// Above a heading.
    above: Length,
    /// Whether what stands under the criteria fills the shorter of the two columns.
    balanced: bool,
    /// Whether long texts and long lists are sent to their part.
    pub(super) short: bool,
}

/// From the widest to the closest.
const GRIDS: [Grid; 7] = [
    Grid { text: TextStyle::of(890, 1_210), above: Length::mm(320), balanced: false, short: false },
    Grid { text: TextStyle::of(890, 1_150), above: Length::mm(240), balanced: false, short: false },
    Grid { text: TextStyle::of(890, 1_110), above: Length::mm(180), balanced: false, short: false },
    Grid { text: TextStyle::of(890, 1_110), above: Length::mm(180), balanced: true, short: false },
    Grid { text: TextStyle::of(890, 1_110), above: Length::mm(150), balanced: true, short: true },
    Grid { text: TextStyle::of(840, 1_020), above: Length::mm(140), balanced: true, short: true },
    Grid { text: TextStyle::of(800, 970), above: Length::mm(110), balanced: true, short: true },
];
const SMALL: TextStyle = TextStyle::of(800, 1_020);
const BETWEEN: Length = Length::mm(80);
const UNDER_HEADING: Length = Length::mm(60);

/// The sheet being set.
struct Page<'s, 'f> {
    setter: &'s mut Typesetter,
    file: &'f BankFile,
    head: &'f Letterhead,
    pieces: &'f Pieces<'f>,
    /// The sheets the parts begin on, as far as they are known.
    sheets: &'f [Option<usize>],
    grid: &'static Grid,
    /// What the members of a session read in the place of what only the lender does.
    table: Option<&'f AtTable>,
}

/// The same facts read at the table of a session, where each is a sheet by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtTable {
    /// Who asks, in sentences: the household, the work, the home.
    pub situation: Vec<String>,
    /// The facts; without names where nobody is to be named.
    pub file: BankFile,
}

/// A block that stands in either column where the sheet is balanced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Earlier,
    Statements,
    Registers,
}

impl Block {
    const ALL: [Self; 3] = [Self::Earlier, Self::Statements, Self::Registers];
}

/// The first of the grids on which the sheet is one; the closest where none makes it so.
pub(super) fn fitting(
    setter: &mut Typesetter,
    (file, head): (&BankFile, &Letterhead),
    pieces: &Pieces<'_>,
) -> Result<&'static Grid, PaperError> {
    let [.., closest] = &GRIDS;
    for grid in &GRIDS {
        let strips = compose(setter, (file, head), (pieces, &[], grid))?;
        setter.begin_again();
        if filled(&strips) <= Format::CLOSE.room() {
            return Ok(grid);
        }
    }
    Ok(closest)
}

/// How high the strips are together.
pub(super) fn filled(strips: &[Strip]) -> Length {
    let first = strips.first().map_or(Length::ZERO, |strip| strip.gap);
    strips.iter().map(Strip::full_height).fold(Length::ZERO.minus(first), Length::plus)
}

/// Everything of the first sheet, its letterhead with it.
pub(super) fn compose(
    setter: &mut Typesetter,
    (file, head): (&BankFile, &Letterhead),
    (pieces, sheets, grid): (&Pieces<'_>, &[Option<usize>], &'static Grid),
) -> Result<Vec<Strip>, PaperError> {
    let state = match file.sent_on {
        Some(_) => HeadLine::plain(format!("transmis {}", file.when())),
        None => HeadLine::named("non transmis, établi", file.when()),
    };
    let lines = [HeadLine::named("", "Confidentiel"), HeadLine::named("Référence", &file.reference), state];
    let mut strips = letterhead(setter, head, &lines);
    let mut page = Page { setter, file, head, pieces, sheets, grid, table: None };
    strips.extend(page.title());
    strips.extend(page.body()?);
    strips.extend(page.sending());
    Ok(strips)
}

/// The facts as the members of a session read them, under what heads the sheet and over where they decide: the first grid
/// on which all of it is one sheet.
pub(in crate::papers) fn at_table(
    setter: &mut Typesetter,
    table: &AtTable,
    head: &Letterhead,
    top: impl Fn(&mut Typesetter) -> Vec<Strip>,
    foot: impl Fn(&mut Typesetter, TextStyle) -> Vec<Strip>,
) -> Result<Vec<Strip>, PaperError> {
    let pieces = Pieces::none();
    let mut laid = Vec::new();
    for grid in &GRIDS {
        setter.begin_again();
        laid = top(setter);
        let file = &table.file;
        let mut page = Page { setter, file, head, pieces: &pieces, sheets: &[], grid, table: Some(table) };
        laid.extend(page.body()?);
        laid.extend(foot(setter, grid.text));
        if filled(&laid) <= Format::CLOSE.room() {
            break;
        }
    }
    Ok(laid)
}

impl Page<'_, '_> {
    /// Everything but what heads the sheet and what ends it.
    fn body(&mut self) -> Result<Vec<Strip>, PaperError> {
        let mut strips = self.figures();
        strips.extend(self.alerts());
        let (left, right) = Measure::halves();
        let (request, capacity) = (self.request(left)?, self.capacity(right)?);
        let (first, second) = self.columns(request, capacity);
        let mut both = beside(first, second);
        both.gap = self.grid.above;
        strips.push(both);
        strips.extend(self.criteria());
        if !self.grid.balanced {
            let mut both = beside(self.registers(left), self.statements(right));
            both.gap = self.grid.above;
            strips.push(both);
        }
        strips.extend(self.risks());
        Ok(strips)
    }

    fn say(&mut self, spans: &[Span], measure: Measure) -> Vec<Strip> {
        self.styled(spans, self.grid.text, measure)
    }

    /// The two columns with what else they hold: where the sheet is balanced, the blocks that make them the most alike.
    fn columns(&mut self, request: Vec<Strip>, capacity: Vec<Strip>) -> (Vec<Strip>, Vec<Strip>) {
        let (left, right) = Measure::halves();
        let at_left = if self.grid.balanced {
            // The blocks are as high in either column: both have the same width.
            let heights = Block::ALL.map(|block| {
                let (above, strips) = (self.grid.above, self.height_of(block));
                if strips == Length::ZERO { strips } else { strips.plus(above) }
            });
            most_alike(filled(&request), filled(&capacity), heights)
        } else {
            vec![Block::Earlier]
        };
        let (mut first, mut second) = (request, capacity);
        for block in Block::ALL {
            let is_left = at_left.contains(&block);
            if !is_left && !self.grid.balanced {
                continue;
            }
            let strips = self.block(block, if is_left { left } else { right });
            let strips = below(self.grid.above, strips);
            if is_left { first.extend(strips) } else { second.extend(strips) }
        }
        (first, second)
    }

    /// How high a block would be; it is not set.
    fn height_of(&mut self, block: Block) -> Length {
        let tags = std::mem::replace(&mut self.setter.tags, Tags::new());
        let strips = self.block(block, Measure::halves().0);
        self.setter.tags = tags;
        filled(&strips)
    }

    fn block(&mut self, block: Block, measure: Measure) -> Vec<Strip> {
        match block {
            Block::Earlier => self.earlier(measure),
            Block::Statements => self.statements(measure),
            Block::Registers => self.registers(measure),
        }
    }

    /// How close the tables are.
    fn density(&self) -> Density {
        if self.grid.short { Density::Tight } else { Density::Dense }
    }

    fn small(&mut self, text: &str, measure: Measure) -> Vec<Strip> {
        self.styled(&[Span::new(spaced(text), Face::Sans, Ink::SOFT)], SMALL, measure)
    }

    fn styled(&mut self, spans: &[Span], style: TextStyle, measure: Measure) -> Vec<Strip> {
        let strips = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(spans, style), measure);
        below(BETWEEN, strips)
    }

    /// A heading and what stands under it.
    fn section(&mut self, title: &str, measure: Measure) -> Vec<Strip> {
        let heading = self.setter.heading(Tags::DOCUMENT, Heading::CLOSE_SECTION, &spaced(title), measure);
        below(self.grid.above, heading)
    }

    /// `p. 6`, where a part of the file begins; what is not on the sheet of a session is told there.
    fn at(&self, part: BankFilePart) -> String {
        if self.table.is_some() {
            return "en séance".to_owned();
        }
        let place = self.file.parts.iter().position(|one| *one == part);
        let sheet = place.and_then(|place| self.sheets.get(place).copied().flatten()).unwrap_or_default();
        format!("p.\u{a0}{}", sheet.saturating_add(1))
    }

    /// A text where it is short; else its first sentences that are, and where the rest is.
    fn excerpt(&self, text: &str, most: usize, rest: BankFilePart) -> String {
        let most = if self.grid.short { most / 2 } else { most };
        excerpt(text, most, &format!("(suite {})", self.at(rest)))
    }
}

/// The blocks to be put in the first of two columns of these heights for the higher one to be the lowest.
fn most_alike(first: Length, second: Length, heights: [Length; 3]) -> Vec<Block> {
    let sides = || [false, true].into_iter();
    let choices = sides().flat_map(|one| sides().flat_map(move |two| sides().map(move |three| [one, two, three])));
    let higher = |choice: &[bool; 3]| {
        let of = |side: bool| {
            let taken = heights.iter().zip(choice).filter(|(_, at_first)| **at_first == side);
            taken.map(|(height, _)| *height).fold(Length::ZERO, Length::plus)
        };
        first.plus(of(true)).max(second.plus(of(false)))
    };
    let best = choices.min_by_key(higher).unwrap_or_default();
    Block::ALL.into_iter().zip(best).filter_map(|(block, at_first)| at_first.then_some(block)).collect()
}

/// A text of so many characters at most; else its first sentences, or its first words, and where the rest is.
fn excerpt(text: &str, most: usize, rest: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut held = String::new();
    for sentence in text.split_inclusive(". ") {
        if held.chars().count().saturating_add(sentence.chars().count()) > most {
            break;
        }
        held.push_str(sentence);
    }
    if !held.is_empty() {
        return format!("{}\u{a0}{rest}", held.trim_end());
    }
    for word in text.split(' ') {
        if held.chars().count().saturating_add(word.chars().count()) >= most {
            break;
        }
        held = if held.is_empty() { word.to_owned() } else { format!("{held} {word}") };
    }
    format!("{}…\u{a0}{rest}", capital(&held))
}

#[cfg(test)]
mod tests {
    use super::{Block, excerpt, most_alike};
    use crate::page::Length;

    #[test]
    fn the_blocks_make_the_two_columns_the_most_alike() {
        let mm = |height: i64| Length::mm(height * 100);
        let alike = most_alike(mm(90), mm(90), [mm(10), mm(20), mm(30)]);
        assert!(alike == [Block::Registers], "120 and 120 rather than 100 and 140");
        assert!(most_alike(mm(90), mm(10), [mm(20), mm(20), mm(30)]).is_empty(), "all of them at the right");
    }

    #[test]
    fn a_text_too_long_gives_its_first_sentences_and_where_the_rest_is() {
        let text = "Première phrase. Deuxième phrase, plus longue. Troisième.";
        assert_eq!(excerpt(text, 80, "(suite p. 6)"), text);
        assert_eq!(
            excerpt(text, 50, "(suite p. 6)"),
            "Première phrase. Deuxième phrase, plus longue.\u{a0}(suite p. 6)"
        );
        assert_eq!(excerpt(text, 20, "(suite p. 6)"), "Première phrase.\u{a0}(suite p. 6)");
        assert_eq!(excerpt("un seul long texte sans point", 15, "(suite p. 6)"), "Un seul long…\u{a0}(suite p. 6)");
    }
}
