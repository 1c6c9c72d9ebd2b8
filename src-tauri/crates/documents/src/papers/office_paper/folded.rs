//! A paper of one lying sheet, printed on both sides and folded in its middle: the back and the cover outside, two pages
//! inside. It is read from the cover on, whatever the side of the sheet.

use domain::settings::BlockColumn;
use domain::words::spaced;

use super::{Block, OfficePaper};
use crate::page::{
    Face, Format, Heading, Ink, Length, Measure, Paragraph, Span, Strip, Tags, TextStyle, Typesetter, below, beside,
    filling, on_new_sheet,
};
use crate::papers::Letterhead;
use crate::papers::panel::Fit;
use crate::papers::wording::said_of;

/// How many sides it has.
pub(super) const SIDES: usize = 2;

const OFFICE: TextStyle = TextStyle::of(1_140, 1_350);
const SUBTITLE: TextStyle = TextStyle::of(1_500, 2_000);
const ABOVE_TITLE: Length = Length::mm(1_200);
const ABOVE_SUBTITLE: Length = Length::mm(500);
const UNDER_SUBTITLE: Length = Length::mm(600);
const ABOVE_FOOT: Length = Length::mm(300);

/// Sets the four pages, two by two.
pub(super) fn compose(setter: &mut Typesetter, (paper, head): (&OfficePaper, &Letterhead), fit: Fit) -> Vec<Strip> {
    let (left, right) = Measure::folded();
    let block = Block { paper, office: &head.office.name, fit };
    let above = cover(setter, &block, right);
    let cover = page(setter, &block, BlockColumn::Cover, right, above);
    let inside_left = page(setter, &block, BlockColumn::Left, left, Vec::new());
    let inside_right = page(setter, &block, BlockColumn::Right, right, Vec::new());
    let back = page(setter, &block, BlockColumn::Back, left, Vec::new());
    let inside = on_new_sheet(vec![beside(inside_left, inside_right)]);
    std::iter::once(beside(back, cover)).chain(inside).collect()
}

/// What heads the cover: the office, what the paper is called and is for.
fn cover(setter: &mut Typesetter, block: &Block<'_>, measure: Measure) -> Vec<Strip> {
    let text = &block.paper.text;
    let office = [Span::new(block.office, Face::SerifSemiBold, Ink::TITLE)];
    let mut strips = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&office, OFFICE), measure);
    strips.extend(below(Length::mm(260), vec![Typesetter::rule(Length::points(110), Ink::TITLE, measure)]));
    let title = setter.heading(Tags::DOCUMENT, Heading::COVER, &spaced(&text.title), measure);
    strips.extend(below(ABOVE_TITLE, title));
    let subtitle = [Span::new(spaced(&said_of(block.office, &text.subtitle)), Face::Sans, Ink::TEXT)];
    let subtitle = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&subtitle, SUBTITLE), measure);
    strips.extend(below(ABOVE_SUBTITLE, subtitle));
    strips
}

/// A page: what stands at its top under what is there already, and what stands at its foot.
fn page(
    setter: &mut Typesetter,
    block: &Block<'_>,
    column: BlockColumn,
    measure: Measure,
    above: Vec<Strip>,
) -> Vec<Strip> {
    let under = if above.is_empty() { block.gap() } else { UNDER_SUBTITLE };
    let (mut top, mut foot) = (above, Vec::new());
    for one in block.paper.text.blocks.iter().filter(|one| one.column == Some(column)) {
        let set = block.set(setter, one, measure);
        if one.at_foot {
            foot.extend(below(block.gap(), set));
        } else {
            top.extend(below(under, set));
        }
    }
    filling(Format::FOLDED.room().minus(ABOVE_FOOT), below(Length::ZERO, top), foot)
}
