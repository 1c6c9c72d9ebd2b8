//! Every letter: the letterhead, whom it is for, what it is about, its text, who signs.
//!
//! One sober shape for all, so that the office’s letters look alike: the address where the window of an envelope shows it
//! and nothing else beside it, large letters, one sheet; what each says is a text of the settings, filled
//! from a dossier. A letter that tells something of a person to someone else ends with a place for that person to
//! sign: nothing is told without their having read it.

pub(in crate::papers) mod marks;

use chrono::NaiveDate;
use domain::letter::WrittenText;
use domain::words::{AdvisorWords, capital, long_date, spaced};

use self::marks::{Part, blanks, parts, spans};
use super::body::TEXT;
use super::letterhead::{HeadLine, Letterhead, letterhead};
use super::wording::{DOTS, or_dots, plain, strong};
use crate::finish::{Identity, finish};
use crate::page::{
    Face, Foot, Format, Ink, Length, List, Measure, Paragraph, Sheets, Signatory, Span, Strip, Tags, TextStyle,
    Typesetter, below, beside, flow, framed,
};
use crate::{Paper, PaperError};

/// A letter before it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeLetter {
    /// The name of the paper, at its foot: `Demande de report d’échéance`.
    pub title: &'static str,
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whom it is for: the names, then the address, a line each; an empty line is left to be written.
    pub to: Vec<String>,
    /// `Madame, Monsieur,`.
    pub call: &'static str,
    /// What it is about.
    pub about: WrittenText,
    /// Its text.
    pub body: WrittenText,
    /// Who signs that they read it, each one of whom it tells something; nobody when empty.
    pub read_by: Vec<String>,
}

/// Where an address is seen through the window of a DL envelope, however the letter slides in it: from the top of the
/// sheet, from its left edge, how wide and how high.
const WINDOW: (Length, Length, Length, Length) =
    (Length::mm(5_550), Length::mm(11_200), Length::mm(7_600), Length::points(6_800));
/// Where the day stands, from the top of the sheet: nothing else is in the window above it.
const DAY: Length = Length::mm(9_000);
/// From the largest to the smallest: five lines of the first fill the window.
const ADDRESSES: [TextStyle; 4] =
    [TextStyle::of(1_100, 1_360), TextStyle::of(1_000, 1_130), TextStyle::of(900, 970), TextStyle::of(800, 850)];
const SIGNATURE: Length = Length::mm(2_400);
const ROOM_TO_SIGN: Length = Length::mm(900);

/// How large a letter is set: its text, what details it, the space between two paragraphs.
struct Grid {
    text: TextStyle,
    detail: TextStyle,
    between: Length,
}

/// From the largest to the closest; a letter is one sheet.
const GRIDS: [Grid; 5] = [
    Grid { text: TextStyle::of(1_150, 1_540), detail: TextStyle::of(1_020, 1_340), between: Length::mm(240) },
    Grid { text: TextStyle::of(1_110, 1_440), detail: TextStyle::of(1_000, 1_300), between: Length::mm(200) },
    Grid { text: TextStyle::of(1_060, 1_350), detail: TextStyle::of(980, 1_240), between: Length::mm(180) },
    Grid { text: TextStyle::of(1_000, 1_240), detail: TextStyle::of(920, 1_160), between: Length::mm(150) },
    Grid { text: TextStyle::of(940, 1_150), detail: TextStyle::of(880, 1_080), between: Length::mm(120) },
];

/// Prints a letter, as large as one sheet holds it.
pub fn render(letter: &OfficeLetter, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(letter.printed_on);
    let foot = Foot::proved(format!("{} · {} · {day}", letter.title, letter.reference));
    let (mut sheets, mut grids) = (None::<Sheets>, GRIDS.iter());
    while sheets.as_ref().is_none_or(|sheets| sheets.len() > 1)
        && let Some(grid) = grids.next()
    {
        setter.begin_again();
        let strips = Sheet { setter: &mut setter, letter, head, grid }.composed();
        sheets = Some(flow(strips, &foot, &mut setter));
    }
    let sheets = sheets.unwrap_or_else(|| flow(Vec::new(), &foot, &mut setter));
    let title = format!("{}, {}", letter.title, letter.reference);
    let identity = Identity { title, author: head.office.name.clone(), date: letter.printed_on };
    finish(sheets, &setter, &identity)
}

/// A letter being set.
struct Sheet<'s> {
    setter: &'s mut Typesetter,
    letter: &'s OfficeLetter,
    head: &'s Letterhead,
    grid: &'s Grid,
}

impl Sheet<'_> {
    fn composed(mut self) -> Vec<Strip> {
        let mut strips = self.top();
        let about = self.letter.about.paragraphs.iter().flat_map(spans);
        let about = about.zip(0_usize..).map(|(span, place)| {
            let text = if place == 0 { capital(&span.text) } else { span.text };
            Span::new(text, Face::SansSemiBold, Ink::TEXT)
        });
        let about: Vec<Span> = about.collect();
        strips.extend(below(Length::mm(320), self.say(&about)));
        strips.extend(below(Length::mm(320), self.say(&[plain(self.letter.call)])));
        let (joined, parts): (Vec<Part>, Vec<Part>) =
            parts(&self.letter.body).into_iter().partition(|part| matches!(part, Part::Joined(_)));
        for part in &parts {
            let set = self.part(part);
            strips.extend(below(self.grid.between, set));
        }
        let call = self.letter.call.trim_end_matches(',');
        let ends = format!("Je vous prie d’agréer, {call}, l’expression de ma considération distinguée.");
        let ends = self.say(&[plain(ends)]);
        strips.extend(below(self.grid.between, ends));
        strips.extend(self.signed());
        for part in &joined {
            let set = self.part(part);
            strips.extend(below(Length::mm(360), set));
        }
        strips
    }

    /// The letterhead, whom it is for where the envelope shows it, and the day.
    fn top(&mut self) -> Vec<Strip> {
        let (from_top, from_left, width, height) = WINDOW;
        let measure = Measure { left: from_left.minus(Format::UPRIGHT.left), width };
        let mut strips = letterhead(self.setter, self.head, &[HeadLine::named("Référence", &self.letter.reference)]);
        rest_down_to(&mut strips, from_top);
        let tags = std::mem::replace(&mut self.setter.tags, Tags::new());
        let sizes = ADDRESSES.map(|style| (style, tall(&self.address(style, measure))));
        self.setter.tags = tags;
        let [.., (smallest, _)] = sizes;
        let fits = sizes.into_iter().find(|(_, taken)| *taken <= height);
        strips.extend(self.address(fits.map_or(smallest, |(style, _)| style), measure));
        rest_down_to(&mut strips, DAY);
        let at = format!("{}, le\u{a0}{}", or_dots(&self.head.office.town), long_date(self.letter.printed_on));
        let at = [plain(at)];
        strips.extend(self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&at, self.grid.text), measure));
        // In one piece: nothing of it gives way to a longer text.
        vec![beside(strips, Vec::new())]
    }

    fn address(&mut self, style: TextStyle, measure: Measure) -> Vec<Strip> {
        let mut lines = Vec::new();
        for line in &self.letter.to {
            let line = [plain(or_dots(line))];
            lines.extend(self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&line, style), measure));
        }
        lines
    }

    fn part(&mut self, part: &Part) -> Vec<Strip> {
        match part {
            Part::Headed(title) => self.say(&[strong(title)]),
            Part::Say(spans) => self.say(spans),
            Part::Joined(spans) => {
                self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(spans, self.grid.detail), Measure::WHOLE)
            }
            Part::Figures(pairs) => {
                let pairs: Vec<_> = pairs.iter().map(|(label, value)| (spaced(label), spaced(value))).collect();
                self.setter.pairs_in_two(Tags::DOCUMENT, &pairs, self.grid.detail, Measure::WHOLE)
            }
            Part::Listed(marker, items) => {
                let list = List { marker: *marker, items, style: self.grid.text };
                self.setter.list(Tags::DOCUMENT, &list, Measure::WHOLE)
            }
            Part::Proposed(items) => self.setter.detailed_list(Tags::DOCUMENT, items, self.grid.text, self.grid.detail),
            Part::Ticked(items) => {
                let ticks: Vec<_> = items.iter().map(|spans| blanks(spans)).collect();
                let inside = Measure::WHOLE.inside_frame();
                let look = (self.grid.text, self.grid.between.half());
                vec![framed(self.setter.ticks(Tags::DOCUMENT, &ticks, look, inside), Measure::WHOLE)]
            }
        }
    }

    fn say(&mut self, spans: &[Span]) -> Vec<Strip> {
        self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(spans, self.grid.text), Measure::WHOLE)
    }

    /// Who signs, and who read it.
    fn signed(&mut self) -> Vec<Strip> {
        let office = &self.head.office;
        let quality = AdvisorWords::of(office.advisor_title).noun;
        let reach: Vec<&str> =
            [office.advisor_line(), office.email.as_str()].into_iter().filter(|way| !way.is_empty()).collect();
        let reach = spaced(&reach.join(" · "));
        if self.letter.read_by.is_empty() {
            let (_, left, width, _) = WINDOW;
            let measure = Measure { left: left.minus(Format::UPRIGHT.left), width };
            let name = [strong(or_dots(&office.advisor)), plain(format!(", votre {quality} microcrédit"))];
            let reach = [Span::new(reach, Face::Sans, Ink::NOTE)];
            let mut lines = Vec::new();
            if let Some(by) = delegation(&office.delegation) {
                let by = [plain(by)];
                lines.extend(self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&by, self.grid.text), measure));
            }
            lines.extend(self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&name, self.grid.text), measure));
            lines.extend(self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&reach, TEXT), measure));
            // Room above the name, to sign.
            return below(ROOM_TO_SIGN, vec![beside(Vec::new(), lines)]);
        }
        let read = |name: &String| Signatory {
            quality: spaced(name),
            name: format!("J’ai lu cette lettre. Le\u{a0}{DOTS}"),
        };
        let mut cells: Vec<Signatory> = self.letter.read_by.iter().map(read).collect();
        let by = delegation(&office.delegation).map(|by| format!("{by} ")).unwrap_or_default();
        let signs = format!("{by}{}, {quality} microcrédit", or_dots(&office.advisor));
        cells.push(Signatory { quality: spaced(&signs), name: reach });
        below(Length::mm(400), self.setter.signatures(Tags::DOCUMENT, &cells, SIGNATURE, Measure::WHOLE))
    }
}

/// In whose name a letter is signed: `Pour le président et par délégation,`; nothing in the adviser's own.
fn delegation(by: &str) -> Option<String> {
    let by = by.trim_end_matches([',', ' ']);
    (!by.is_empty()).then(|| format!("{by},"))
}

/// Leaves what is not taken yet of the sheet down to a place of it.
fn rest_down_to(strips: &mut Vec<Strip>, place: Length) {
    let left = place.minus(Format::UPRIGHT.top).minus(tall(strips));
    strips.push(Strip::space(left.max(Length::ZERO)));
}

/// How high strips at the top of a sheet are together.
fn tall(strips: &[Strip]) -> Length {
    let first = strips.first().map_or(Length::ZERO, |strip| strip.gap);
    strips.iter().map(Strip::full_height).fold(Length::ZERO.minus(first), Length::plus)
}

#[cfg(test)]
mod tests;
