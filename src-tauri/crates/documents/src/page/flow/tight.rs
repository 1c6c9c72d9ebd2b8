//! A last sheet with a few lines on it: the space between the blocks before it gives way, and they come back.
//!
//! Only the space above blocks is touched, never a letter, and only where that spares a whole sheet. A part that
//! begins on a sheet of its own is judged by itself.

use crate::page::length::{Format, Length};
use crate::page::strip::{Next, Start, Strip};

/// A last sheet filled less than that is worth bringing back, in percent.
const NEARLY_EMPTY: i64 = 18;
/// What is left of the space between blocks, in percent: the first that spares a sheet.
const SHARES: [i64; 3] = [80, 60, 45];

/// The strips, closer to one another where that spares a nearly empty sheet.
pub(super) fn tightened(strips: Vec<Strip>, format: Format) -> Vec<Strip> {
    let mut parts: Vec<Vec<Strip>> = Vec::new();
    for strip in strips {
        match parts.last_mut().filter(|_| strip.start == Start::Following) {
            Some(part) => part.push(strip),
            None => parts.push(vec![strip]),
        }
    }
    parts.into_iter().flat_map(|part| closer(part, format)).collect()
}

/// A part that begins at the top of a sheet.
fn closer(mut part: Vec<Strip>, format: Format) -> Vec<Strip> {
    let (sheets, pen) = filled(&part, 100, format);
    let nearly_empty = sheets > 1 && pen.minus(format.top) < format.room().percent(NEARLY_EMPTY);
    let share = SHARES.into_iter().find(|share| nearly_empty && filled(&part, *share, format).0 < sheets);
    if let Some(share) = share {
        for strip in &mut part {
            strip.gap = strip.gap.percent(share);
        }
    }
    part
}

/// How many sheets a part takes with so much of its space, and where the last one ends.
fn filled(part: &[Strip], share: i64, format: Format) -> (usize, Length) {
    let (mut sheets, mut pen) = (1_usize, format.top);
    for chain in part.chunk_by(|strip, _| strip.next == Next::SameSheet) {
        let tall = |strip: &Strip| strip.gap.percent(share).plus(strip.height);
        let height = chain.iter().map(tall).fold(Length::ZERO, Length::plus);
        let heading =
            chain.first().and_then(|strip| strip.heading.as_ref()).map_or(Length::ZERO, |heading| heading.height);
        let whole = height <= format.room().minus(heading);
        let mut turn = |pen: &mut Length| {
            sheets = sheets.saturating_add(1);
            *pen = format.top.plus(heading);
        };
        if whole && pen.plus(height) > format.body_end && pen > format.top {
            turn(&mut pen);
        }
        for strip in chain {
            if pen.plus(tall(strip)) > format.body_end && pen > format.top {
                turn(&mut pen);
            }
            let gap = if pen == format.top { Length::ZERO } else { strip.gap.percent(share) };
            pen = pen.plus(gap).plus(strip.height);
            // What no sheet holds is cut there.
            while pen > format.body_end {
                let over = pen.minus(format.body_end);
                turn(&mut pen);
                pen = pen.plus(over);
            }
        }
    }
    (sheets, pen)
}
