//! A last sheet with a few lines on it: the space between the blocks before it gives way, and they come back; where they
//! cannot, the sheet before gives it some of its own.
//!
//! Only the space above blocks is touched, never a letter, and only where that spares a whole sheet. What goes on to
//! the last sheet begins with a heading where one is near. A part that begins on a sheet of its own is judged by itself.

use crate::page::length::{Format, Length};
use crate::page::strip::{Next, Start, Strip};

/// A last sheet filled less than that is nearly empty, in percent.
const NEARLY_EMPTY: i64 = 36;
/// A last sheet that is given more is not given more than that, in percent, to begin with a heading.
const MORE: i64 = 60;
/// What is left of the space between blocks, in percent: the first that spares a sheet.
const SHARES: [i64; 3] = [80, 60, 45];

/// The strips, closer to one another where that spares a nearly empty sheet, else evener.
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
    if !nearly_empty {
        return part;
    }
    match SHARES.into_iter().find(|share| filled(&part, *share, format).0 < sheets) {
        Some(share) => {
            for strip in &mut part {
                strip.gap = strip.gap.percent(share);
            }
        }
        None => even(&mut part, sheets, format),
    }
    part
}

/// Turns to the last sheet sooner, at a heading where one is near.
fn even(part: &mut [Strip], sheets: usize, format: Format) {
    let mut turns = Vec::new();
    let mut opens = true;
    for (place, strip) in part.iter().enumerate() {
        if opens && place > 0 {
            turns.push(place);
        }
        opens = strip.next == Next::Anywhere;
    }
    let taken = |place: usize| {
        let rest = part.get(place..).unwrap_or_default();
        let heading = rest.first().and_then(|strip| strip.heading.as_ref()).map_or(Length::ZERO, |one| one.height);
        let (sheets, pen) = filled(rest, 100, format);
        (sheets == 1).then(|| pen.minus(format.top).plus(heading))
    };
    let least = format.room().percent(NEARLY_EMPTY);
    let enough = |place: &usize| taken(*place).is_some_and(|height| height >= least);
    let is_near = |place: &usize| taken(*place).is_some_and(|height| height <= format.room().percent(MORE));
    let is_heading =
        |place: &usize| part.get(*place).is_some_and(|strip| strip.next == Next::SameSheet && strip.heading.is_none());
    let mut last = turns.iter().rev().copied().filter(enough);
    let chosen = last.clone().take_while(is_near).find(is_heading).or_else(|| last.next());
    let before = chosen.and_then(|place| Some((place, part.get(..place)?)));
    let same_count = before.filter(|(_, before)| filled(before, 100, format).0 < sheets);
    if let Some((place, _)) = same_count
        && let Some(strip) = part.get_mut(place)
    {
        strip.start = Start::NewSheet;
    }
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
            let begins = pen == format.top || format.cuts_from(pen, strip.height);
            if pen.plus(tall(strip)) > format.body_end && !begins {
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
