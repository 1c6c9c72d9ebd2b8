//! The sheet of one dossier: where it stands, what is next, what is essential, what happened, what to know.

use domain::words::spaced;

use super::{HandoverSheet, or_nothing};
use crate::page::{
    Align, Heading, Length, List, Marker, Measure, Role, Row, Span, Strip, TagId, Tags, TextStyle, Typesetter, below,
    beside, framed, keep_together, on_new_sheet,
};
use crate::papers::body::{Body, TEXT};
use crate::papers::letterhead::{HeadLine, headed};
use crate::papers::wording::{plain, strong};

const PAST: [(i64, Align, &str); 2] = [(18, Align::Left, "Date"), (82, Align::Left, "Fait")];
const AWAITED: [(i64, Align, &str); 4] = [
    (46, Align::Left, "Quoi"),
    (22, Align::Left, "De qui"),
    (16, Align::Left, "Depuis"),
    (16, Align::Left, "Relancer le"),
];
const PAIRS: TextStyle = TextStyle::of(930, 1_230);
const LINE: TextStyle = TextStyle::of(960, 1_950);
const LINES: usize = 4;

/// Sets the sheet at the top of a page; its tag is where it begins.
pub(super) fn compose(
    setter: &mut Typesetter,
    sheet: &HandoverSheet,
    (place, of): (usize, usize),
) -> (Vec<Strip>, TagId) {
    let lines = [HeadLine::named("Référence", &sheet.reference), HeadLine::plain(format!("{place} sur {of}"))];
    let reach = spaced(or_nothing(&sheet.reach));
    let strips = on_new_sheet(headed(setter, (&spaced(&sheet.name), &[&reach]), &lines));
    let mut body = Body::under(setter, strips);
    let part = body.setter.tags.add(Tags::DOCUMENT, Role::Part);
    body.place = part;
    let standing = body.setter.heading(part, Heading::PART, &spaced(&sheet.standing), Measure::WHOLE);
    body.setter.tags.found_as(part, &format!("{}, {}", sheet.name, sheet.reference));
    body.leave(Length::mm(450));
    body.add(standing);
    next(&mut body, sheet);
    in_two(&mut body, sheet);
    if !sheet.past.is_empty() {
        body.section("Ce qui s’est passé");
        let row = |(on, what): &(String, String)| Row::Line(vec![spaced(on), spaced(what)]);
        body.rows(&PAST, sheet.past.iter().map(row).collect());
    }
    if !sheet.awaited.is_empty() {
        body.section("Ce qu’on attend");
        let row = |cells: &[String; 4]| Row::Line(cells.iter().map(|cell| spaced(cell)).collect());
        body.rows(&AWAITED, sheet.awaited.iter().map(row).collect());
    }
    if !sheet.to_know.is_empty() {
        body.section("À savoir avant d’appeler");
        let items: Vec<Vec<Span>> = sheet.to_know.iter().map(|one| vec![plain(one)]).collect();
        let list = List { marker: Marker::Bullet, items: &items, style: TEXT };
        let list = body.setter.list(body.place, &list, Measure::WHOLE);
        body.add(list);
    }
    notes(&mut body);
    (body.strips, part)
}

/// What is next, in a frame.
fn next(body: &mut Body<'_>, sheet: &HandoverSheet) {
    let inner = Measure::WHOLE.inside_frame();
    let mut strips = body.setter.heading(body.place, Heading::SUBFRAME, "Prochaine date", inner);
    let mut lines: Vec<Vec<Span>> =
        sheet.next.iter().map(|(when, what)| vec![strong(when), plain(format!(" : {what}"))]).collect();
    if lines.is_empty() {
        lines.push(vec![plain("Rien n’est prévu : à fixer.")]);
    }
    for spans in &lines {
        let line = body.setter.paragraph(body.place, &crate::page::Paragraph::of(spans, TEXT), inner);
        strips.extend(below(Length::mm(80), line));
    }
    body.leave(Length::mm(300));
    body.add(vec![framed(strips, Measure::WHOLE)]);
}

/// What is essential at the left, whom to reach at the right.
fn in_two(body: &mut Body<'_>, sheet: &HandoverSheet) {
    let (left, right) = Measure::halves();
    let mut column = |title: &str, pairs: &[(String, String)], measure: Measure| {
        let mut strips = body.setter.heading(body.place, Heading::SUBSECTION, title, measure);
        let known: Vec<(String, String)> =
            pairs.iter().map(|(label, value)| (spaced(label), spaced(or_nothing(value)))).collect();
        let pairs = body.setter.pairs(body.place, &known, PAIRS, measure);
        strips.extend(below(Length::mm(120), pairs));
        below(Length::ZERO, strips)
    };
    let essentials = column("L’essentiel", &sheet.essentials, left);
    let contacts = column("Contacts", &sheet.contacts, right);
    body.leave(Length::mm(450));
    body.add(vec![beside(essentials, contacts)]);
}

/// Lines for whoever takes over to write on.
fn notes(body: &mut Body<'_>) {
    let heading =
        body.setter.heading(body.place, Heading::SUBSECTION, "Notes de la personne qui reprend", Measure::WHOLE);
    let mut strips = below(Length::mm(500), heading);
    strips.extend((0..LINES).map(|_| body.setter.blanks(body.place, &[("", Measure::WHOLE)], LINE)));
    body.strips.extend(keep_together(strips));
}
