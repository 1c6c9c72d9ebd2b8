//! Strips laid on sheets, and the foot of each sheet.
//!
//! What must stay together goes to the next sheet together; a table broken by the
//! end of a sheet repeats its heading; what no sheet could hold whole is cut between
//! two lines. The number of sheets is known at the end, when the feet are written.

use super::blocks::{Flush, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::{BODY_WIDTH, Length, MARGIN_BOTTOM, MARGIN_TOP, SHEET_HEIGHT};
use super::sheets::Sheets;
use super::strip::{Mark, Next, Owner, Strip};
use super::text::{Span, TextStyle, break_lines};

/// The foot of every sheet: a text, and the sheet's number.
pub(crate) struct Foot {
    pub(crate) text: String,
}

const FOOT_STYLE: TextStyle = TextStyle::of(780, 1_000);
const NUMBER_STYLE: TextStyle = TextStyle::of(860, 1_000);
const FOOT_WIDTH: Length = Length::mm(15_000);
const FOOT_DROP: Length = Length::mm(300);
const FOOT_WEIGHT: Length = Length::points(40);
/// More would reach the edge printers cannot print on.
const FOOT_LINES: usize = 2;

/// Lays the strips on sheets, each with its foot.
pub(crate) fn flow(strips: Vec<Strip>, foot: &Foot, setter: &mut Typesetter) -> Sheets {
    let mut flow = Flow { sheets: Sheets::default(), pen: MARGIN_TOP, setter };
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
    let count = flow.sheets.len();
    for place in 0..count {
        flow.draw_foot(foot, place, count);
    }
    flow.sheets
}

struct Flow<'a> {
    sheets: Sheets,
    /// From the top of the sheet.
    pen: Length,
    setter: &'a mut Typesetter,
}

/// Where the body ends.
const BODY_END: Length = SHEET_HEIGHT.minus(MARGIN_BOTTOM);

impl Flow<'_> {
    fn lay_chain(&mut self, chain: Vec<Strip>) {
        let tall = chain.iter().map(Strip::full_height).fold(Length::ZERO, Length::plus);
        let heading = chain.first().and_then(|strip| strip.heading.as_ref()).map_or(Length::ZERO, |h| h.height);
        let whole_sheet = BODY_END.minus(MARGIN_TOP).minus(heading);
        if self.pen.plus(tall) > BODY_END && tall <= whole_sheet && self.pen > MARGIN_TOP {
            self.turn();
        }
        for strip in chain {
            self.lay(strip);
        }
    }

    fn lay(&mut self, strip: Strip) {
        let mut left = Some(strip);
        while let Some(mut strip) = left.take() {
            if self.pen.plus(strip.full_height()) > BODY_END && self.pen > MARGIN_TOP {
                self.turn();
            }
            if self.pen == MARGIN_TOP {
                strip.gap = Length::ZERO;
                if let Some(heading) = strip.heading.clone().filter(|_| self.sheets.len() > 1) {
                    self.draw(&heading);
                }
            }
            let room = BODY_END.minus(self.pen).minus(strip.gap);
            let (fitting, rest) = if strip.height <= room { (strip, None) } else { strip.cut(room) };
            self.draw(&fitting);
            left = rest;
        }
    }

    fn draw(&mut self, strip: &Strip) {
        let top = self.pen.plus(strip.gap);
        self.sheets.draw(strip, top, &mut self.setter.fonts, &mut self.setter.tags);
        self.pen = top.plus(strip.height);
    }

    fn turn(&mut self) {
        self.sheets.add();
        self.pen = MARGIN_TOP;
    }

    fn draw_foot(&mut self, foot: &Foot, place: usize, count: usize) {
        let mut strip = Strip::default();
        strip.marks.push(Mark::Rule {
            left: Length::ZERO,
            top: Length::ZERO,
            width: BODY_WIDTH,
            weight: FOOT_WEIGHT,
            ink: Ink::WRITE_ON,
        });
        let text = Span::new(&foot.text, Face::Sans, Ink::FRAME);
        let number = Span::new(format!("{}/{count}", place.saturating_add(1)), Face::SansSemiBold, Ink::TEXT);
        for (span, style, flush) in [(text, FOOT_STYLE, Flush::Left), (number, NUMBER_STYLE, Flush::Right)] {
            let lines = break_lines(&mut self.setter.fonts, &[span], style, FOOT_WIDTH);
            for (row, line) in lines.into_iter().take(FOOT_LINES).enumerate() {
                let left = match flush {
                    Flush::Left => Length::ZERO,
                    Flush::Right => BODY_WIDTH.minus(line.width),
                };
                let top = FOOT_DROP.plus(style.leading.times(row));
                strip.marks.push(self.setter.text_mark(line, style, (left, top), Owner::Artifact));
            }
        }
        let room = (&mut self.setter.fonts, &mut self.setter.tags);
        self.sheets.draw_on(place, &strip, BODY_END, room);
    }
}
