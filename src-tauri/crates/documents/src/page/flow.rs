//! Strips laid on sheets, and the foot of each sheet.
//!
//! What must stay together goes to the next sheet together; a table broken by the
//! end of a sheet repeats its heading; what no sheet could hold whole is cut between
//! two lines. The number of sheets is known at the end, when the feet are written.

mod tight;

use domain::paper::Fingerprint;

use super::blocks::{Flush, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::{Format, Length};
use super::sheets::Sheets;
use super::strip::{Mark, Next, Owner, Start, Strip};
use super::text::{Span, TextStyle, break_lines};

/// The foot of every sheet: a text, the sheet's number, and for a paper of a dossier what proves its version.
pub(crate) struct Foot {
    text: String,
    proof: Proof,
    among: Option<Among>,
}

/// The sheets of a paper among those of a booklet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Among {
    /// How many sheets come before its first one.
    pub(crate) before: usize,
    /// How many the booklet has.
    pub(crate) all: usize,
}

/// Whether a foot tells which version of the facts its paper shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proof {
    None,
    Fingerprint,
}

impl Foot {
    /// The foot of a paper of no dossier.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), proof: Proof::None, among: None }
    }

    /// The foot of a paper of a dossier: with the fingerprint of what it shows.
    pub(crate) fn proved(text: impl Into<String>) -> Self {
        Self { text: text.into(), proof: Proof::Fingerprint, among: None }
    }

    /// The same, numbered among the sheets of a booklet.
    pub(crate) fn among(self, among: Option<Among>) -> Self {
        Self { among, ..self }
    }
}

const FOOT_STYLE: TextStyle = TextStyle::of(780, 1_000);
const NUMBER_STYLE: TextStyle = TextStyle::of(860, 1_000);
const NUMBER_WIDTH: Length = Length::mm(1_500);
const FOOT_DROP: Length = Length::mm(200);
const FOOT_WEIGHT: Length = Length::points(40);
/// It is one line; more than this would reach the edge printers cannot print on.
const FOOT_LINES: usize = 2;

/// Lays the strips on sheets, each with its foot.
pub(crate) fn flow(strips: Vec<Strip>, foot: &Foot, setter: &mut Typesetter) -> Sheets {
    flow_on(Format::UPRIGHT, strips, foot, setter)
}

/// The same, on sheets of another format.
pub(crate) fn flow_on(format: Format, strips: Vec<Strip>, foot: &Foot, setter: &mut Typesetter) -> Sheets {
    let mut sheets = lay_on(format, strips, setter);
    if foot.proof == Proof::Fingerprint {
        sheets.prove(&foot.text);
    }
    number(&mut sheets, foot, setter);
    sheets
}

/// Lays the strips on sheets that have no foot yet.
pub(crate) fn lay(strips: Vec<Strip>, setter: &mut Typesetter) -> Sheets {
    lay_on(Format::UPRIGHT, strips, setter)
}

/// The same, on sheets of another format.
pub(crate) fn lay_on(format: Format, strips: Vec<Strip>, setter: &mut Typesetter) -> Sheets {
    let strips = tight::tightened(strips, format);
    let mut flow = Flow { sheets: Sheets::of(format), format, pen: format.top, setter };
    flow.sheets.add();
    let mut chain = Vec::new();
    for strip in strips {
        let ends = strip.next == Next::Anywhere;
        chain.push(strip);
        if ends {
            flow.lay_chain(std::mem::take(&mut chain));
        }
    }
    flow.lay_chain(chain);
    flow.sheets
}

/// Writes the foot of every sheet, once they are all there.
fn number(sheets: &mut Sheets, foot: &Foot, setter: &mut Typesetter) {
    let (count, fingerprint, format) = (sheets.len(), sheets.fingerprint(), sheets.format());
    let Among { before, all } = foot.among.unwrap_or(Among { before: 0, all: count });
    for place in 0..count {
        let strip = foot_strip(foot, fingerprint, (before.saturating_add(place), all), format.body, setter);
        sheets.draw_on(place, &strip, format.body_end, (&mut setter.fonts, &mut setter.tags));
    }
}

struct Flow<'a> {
    sheets: Sheets,
    format: Format,
    /// From the top of the sheet.
    pen: Length,
    setter: &'a mut Typesetter,
}

impl Flow<'_> {
    fn lay_chain(&mut self, chain: Vec<Strip>) {
        let tall = chain.iter().map(Strip::full_height).fold(Length::ZERO, Length::plus);
        let heading = chain.first().and_then(|strip| strip.heading.as_ref()).map_or(Length::ZERO, |h| h.height);
        let whole_sheet = self.format.room().minus(heading);
        let opens = chain.first().is_some_and(|strip| strip.start == Start::NewSheet);
        let too_tall = self.pen.plus(tall) > self.format.body_end && tall <= whole_sheet;
        if (opens || too_tall) && self.pen > self.format.top {
            self.turn();
        }
        for strip in chain {
            self.lay(strip);
        }
    }

    fn lay(&mut self, strip: Strip) {
        let mut left = Some(strip);
        while let Some(mut strip) = left.take() {
            if self.pen.plus(strip.full_height()) > self.format.body_end && !self.begins_here(&strip) {
                self.turn();
            }
            if self.pen == self.format.top {
                strip.gap = Length::ZERO;
                if let Some(heading) = strip.heading.clone().filter(|_| self.sheets.len() > 1) {
                    self.draw(&heading);
                }
            }
            let room = self.format.body_end.minus(self.pen).minus(strip.gap);
            let (fitting, rest) = if strip.height <= room { (strip, None) } else { strip.cut(room) };
            // Nothing of it could be cut off here.
            if fitting.height > room && self.pen > self.format.top {
                self.turn();
                left = Some(fitting);
                continue;
            }
            self.draw(&fitting);
            left = rest;
        }
    }

    /// Whether what does not fit begins here all the same: at the top of a sheet, or where no sheet holds it whole.
    fn begins_here(&self, strip: &Strip) -> bool {
        self.pen == self.format.top || self.format.cuts_from(self.pen, strip.height)
    }

    fn draw(&mut self, strip: &Strip) {
        let top = self.pen.plus(strip.gap);
        self.sheets.draw(strip, top, &mut self.setter.fonts, &mut self.setter.tags);
        self.pen = top.plus(strip.height);
    }

    fn turn(&mut self) {
        self.sheets.add();
        self.pen = self.format.top;
    }
}

fn foot_strip(
    foot: &Foot,
    fingerprint: Option<Fingerprint>,
    (place, count): (usize, usize),
    body: Length,
    setter: &mut Typesetter,
) -> Strip {
    let mut strip = Strip::default();
    strip.marks.push(Mark::Rule {
        left: Length::ZERO,
        top: Length::ZERO,
        width: body,
        weight: FOOT_WEIGHT,
        ink: Ink::WRITE_ON,
    });
    let soft = |text: &str| [Span::new(text, Face::Sans, Ink::FRAME)];
    let number = Span::new(format!("{}/{count}", place.saturating_add(1)), Face::SansSemiBold, Ink::TEXT);
    let copy = fingerprint.map(|fingerprint| format!(" · exemplaire\u{a0}{fingerprint}")).unwrap_or_default();
    let text = soft(&format!("{}{copy}", foot.text));
    let lines = break_lines(&mut setter.fonts, &text, FOOT_STYLE, body.minus(NUMBER_WIDTH));
    let lines = lines.into_iter().take(FOOT_LINES).zip(0..);
    let mut set: Vec<_> = lines.map(|(line, row)| (line, row, FOOT_STYLE, Flush::Left)).collect();
    let number = break_lines(&mut setter.fonts, &[number], NUMBER_STYLE, NUMBER_WIDTH);
    set.extend(number.into_iter().take(1).map(|line| (line, 0, NUMBER_STYLE, Flush::Right)));
    for (line, row, style, flush) in set {
        let left = match flush {
            Flush::Left | Flush::Center => Length::ZERO,
            Flush::Right => body.minus(line.width),
        };
        let top = FOOT_DROP.plus(style.leading.times(row));
        strip.marks.push(setter.text_mark(line, style, (left, top), Owner::Artifact));
    }
    strip
}

#[cfg(test)]
mod tests {
    use super::super::blocks::{Measure, Paragraph};
    use super::super::frames::{framed, noted};
    use super::super::strip::{below, on_new_sheet};
    use super::super::tags::{Role, Tags};
    use super::*;

    const STYLE: TextStyle = TextStyle::of(1_000, 1_200);

    fn lines(setter: &mut Typesetter, count: usize, measure: Measure) -> Vec<Strip> {
        let line = [Span::new("ligne", Face::Sans, Ink::TEXT)];
        (0..count).flat_map(|_| setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&line, STYLE), measure)).collect()
    }

    #[test]
    fn a_few_lines_of_a_last_sheet_go_back_to_the_one_before() {
        let laid = |count: usize| {
            let mut setter = Typesetter::new().unwrap();
            let paragraphs = (0..count).flat_map(|_| below(Length::mm(400), lines(&mut setter, 1, Measure::WHOLE)));
            let strips = paragraphs.collect::<Vec<_>>();
            flow(strips, &Foot::plain(""), &mut setter).len()
        };
        assert_eq!((laid(32), laid(36)), (1, 1), "the space between paragraphs gives way");
        assert_eq!(laid(45), 2, "a sheet well filled keeps its space");
    }

    #[test]
    fn a_part_begins_on_the_sheet_it_was_sent_to() {
        let mut setter = Typesetter::new().unwrap();
        let mut strips = lines(&mut setter, 3, Measure::WHOLE);
        let part = setter.tags.add(Tags::DOCUMENT, Role::Heading);
        let line = [Span::new("suite", Face::Sans, Ink::TEXT)];
        let after = setter.paragraph(part, &Paragraph::of(&line, STYLE), Measure::WHOLE);
        assert_eq!(setter.tags.sheet_of(part), None, "not laid yet");
        strips.extend(on_new_sheet(after));
        let sheets = flow(strips, &Foot::plain(""), &mut setter);
        assert_eq!((sheets.len(), setter.tags.sheet_of(part)), (2, Some(1)));
    }

    #[test]
    fn a_break_at_the_top_of_a_sheet_leaves_no_blank_one() {
        let mut setter = Typesetter::new().unwrap();
        let strips = on_new_sheet(lines(&mut setter, 1, Measure::WHOLE));
        assert_eq!(flow(strips, &Foot::plain(""), &mut setter).len(), 1);
    }

    #[test]
    fn what_a_paper_shows_makes_its_fingerprint_and_its_number_of_sheets_does_not() {
        let print = |count: usize, foot: &Foot| {
            let mut setter = Typesetter::new().unwrap();
            let strips = lines(&mut setter, count, Measure::WHOLE);
            flow(strips, foot, &mut setter).fingerprint()
        };
        let proved = Foot::proved("Fiche · 2026-041");
        let first = print(3, &proved);
        assert!(first.is_some());
        assert_eq!(print(3, &proved), first, "the same facts");
        assert_ne!(print(4, &proved), first, "one line more");
        assert_ne!(print(3, &Foot::proved("Fiche · 2026-042")), first, "another reference");
        assert_eq!(print(3, &Foot::plain("Fiche")), None);
    }

    #[test]
    fn a_frame_no_sheet_can_hold_goes_on_to_the_next() {
        let mut setter = Typesetter::new().unwrap();
        let strips = lines(&mut setter, 100, Measure::WHOLE.inside_frame());
        let frame = below(Length::mm(300), vec![framed(strips, Measure::WHOLE)]);
        let sheets = flow(frame, &Foot::plain(""), &mut setter);
        assert_eq!(sheets.len(), 2);
        for sheet in sheets.into_sheets() {
            assert!(sheet.pieces > 0, "each sheet has its lines");
        }
    }

    #[test]
    fn a_note_goes_on_to_the_next_sheet_with_its_bar() {
        let mut setter = Typesetter::new().unwrap();
        let strips = lines(&mut setter, 100, Measure::WHOLE.inside_note());
        let noted = noted(strips, Measure::WHOLE);
        assert!(noted.iter().all(|strip| matches!(strip.marks.first(), Some(Mark::Ground { .. }))));
        assert_eq!(flow(noted, &Foot::plain(""), &mut setter).len(), 2);
    }
}
