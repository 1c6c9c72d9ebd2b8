//! Groups of signs to copy without a mistake: large letters set apart, each group with its number.
//!
//! They stand in a frame, four in a row, and are read as a numbered list.

use super::blocks::{Measure, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Owner, Strip};
use super::tags::{Marker, Role, TagId};
use super::text::{Span, TextStyle, break_lines};

const NUMBER: TextStyle = TextStyle::of(820, 1_100);
const GROUP: TextStyle = TextStyle::of(2_200, 2_700);
/// Thousandths of an em between two signs: more would be read as a space by programs that copy text.
const APART: i64 = 80;
const IN_A_ROW: usize = 4;
const HEAD: Length = Length::mm(300);
const TAIL: Length = Length::mm(260);
const WEIGHT: Length = Length::points(140);
const HAIRLINE: Length = Length::points(30);

impl Typesetter {
    /// Sets the groups in their frame, numbered from 1.
    pub(crate) fn groups(&mut self, parent: TagId, groups: &[String], measure: Measure) -> Strip {
        let list = self.tags.add(parent, Role::List(Marker::Number));
        let cells = measure.columns(IN_A_ROW, Length::ZERO);
        let height = HEAD.plus(NUMBER.leading).plus(GROUP.leading).plus(TAIL);
        let rows = groups.len().div_ceil(IN_A_ROW);
        let mut strip = Strip::space(height.times(rows));
        for (place, group) in groups.iter().enumerate() {
            let row = place.checked_div(IN_A_ROW).unwrap_or_default();
            let Some(cell) = cells.get(place.checked_rem(IN_A_ROW).unwrap_or_default()) else { continue };
            let top = height.times(row).plus(HEAD);
            let item = self.tags.add(list, Role::ListItem);
            let number = Span::new(place.saturating_add(1).to_string(), Face::Sans, Ink::NOTE);
            let group = Span::new(group, Face::SansSemiBold, Ink::TEXT);
            let under = top.plus(NUMBER.leading);
            for (span, style, apart, top, role) in
                [(number, NUMBER, 0, top, Role::ItemLabel), (group, GROUP, APART, under, Role::ItemBody)]
            {
                let owner = Owner::Tag(self.tags.add(item, role));
                for line in break_lines(&mut self.fonts, &[span], style, cell.width).into_iter().take(1) {
                    let line = line.set_apart(apart);
                    let left = cell.left.plus(cell.width.minus(line.width).half());
                    strip.marks.push(self.text_mark(line, style, (left, top), owner));
                }
            }
        }
        strip.marks.extend(partition(measure, &cells, (height, rows)));
        strip
    }
}

/// The frame, and the thin rules between the cells.
fn partition(measure: Measure, cells: &[Measure], (height, rows): (Length, usize)) -> Vec<Mark> {
    let Measure { left, width } = measure;
    let mut marks: Vec<Mark> = (1..rows)
        .map(|row| Mark::Rule { left, top: height.times(row), width, weight: HAIRLINE, ink: Ink::HAIR })
        .collect();
    let whole = height.times(rows);
    marks.extend(cells.iter().skip(1).map(|cell| Mark::Ground {
        left: cell.left,
        top: Length::ZERO,
        width: HAIRLINE,
        height: whole,
        ink: Ink::HAIR,
    }));
    marks.push(Mark::Frame {
        left: left.plus(WEIGHT.half()),
        top: WEIGHT.half(),
        width: width.minus(WEIGHT),
        height: whole.minus(WEIGHT),
        weight: WEIGHT,
        ink: Ink::TEXT,
    });
    marks
}
