//! Every letter: the letterhead, whom it is for, what it is about, its text, who signs.
//!
//! One sober shape for all, so that the office’s letters look alike; what each says is a text of the settings, filled
//! from a dossier. A letter that tells something of a person to someone else ends with a place for that person to
//! sign: nothing is told without their having read it.

mod marks;

use chrono::NaiveDate;
use domain::letter::WrittenText;
use domain::words::{AdvisorWords, long_date, spaced};

use self::marks::{Part, parts, spans};
use super::body::{Body, TEXT};
use super::letterhead::{HeadLine, Letterhead, letterhead};
use super::wording::{DOTS, or_dots, plain, strong};
use crate::finish::{Identity, finish};
use crate::page::{
    Face, Foot, Ink, Length, List, Measure, Paragraph, Signatory, Span, TextStyle, Typesetter, beside, flow,
    keep_together,
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
    /// Whom it is for: the name, then the address, a line each; an empty line is left to be written.
    pub to: Vec<String>,
    /// `Madame, Monsieur,`.
    pub call: &'static str,
    /// What it is about, after « Objet : ».
    pub about: WrittenText,
    /// Its text.
    pub body: WrittenText,
    /// Who signs that they read it, each one of whom it tells something; nobody when empty.
    pub read_by: Vec<String>,
}

const ADDRESS: TextStyle = TextStyle::of(1_000, 1_340);
const SIGNATURE: Length = Length::mm(2_200);
const ROOM_TO_SIGN: Length = Length::mm(1_500);
const LETTER: TextStyle = TextStyle::of(1_000, 1_400);

/// Prints a letter.
pub fn render(letter: &OfficeLetter, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(letter.printed_on);
    let lines = [HeadLine::named("Référence", &letter.reference), HeadLine::plain(&day)];
    let strips = letterhead(&mut setter, head, &lines);
    let mut body = Body::under(&mut setter, strips);
    address(&mut body, letter, head, &day);
    for part in parts(&letter.body) {
        set(&mut body, &part);
    }
    signed(&mut body, letter, head);
    let strips = body.strips;
    let foot = Foot::proved(format!("{} · {} · {day}", letter.title, letter.reference));
    let sheets = flow(strips, &foot, &mut setter);
    let title = format!("{}, {}", letter.title, letter.reference);
    let identity = Identity { title, author: head.office.name.clone(), date: letter.printed_on };
    finish(sheets, &setter, &identity)
}

/// Whom it is for at the right, where and when, what about, how it begins.
fn address(body: &mut Body<'_>, letter: &OfficeLetter, head: &Letterhead, day: &str) {
    let (_, right) = Measure::halves();
    let mut lines = Vec::new();
    for (place, line) in letter.to.iter().enumerate() {
        let face = if place == 0 { Face::SansSemiBold } else { Face::Sans };
        let spans = [Span::new(spaced(or_dots(line)), face, Ink::TEXT)];
        lines.extend(body.setter.paragraph(body.place, &Paragraph::of(&spans, ADDRESS), right));
    }
    body.leave(Length::mm(600));
    body.add(vec![beside(Vec::new(), lines)]);
    body.leave(Length::mm(700));
    paragraph(body, &[plain(format!("{}, le\u{a0}{day}", or_dots(&head.office.town)))]);
    body.leave(Length::mm(400));
    let about = letter.about.paragraphs.iter().flat_map(spans);
    let about: Vec<Span> = about.map(|span| Span::new(span.text, Face::SansSemiBold, Ink::TEXT)).collect();
    paragraph(body, &[vec![strong("Objet : ")], about].concat());
    body.leave(Length::mm(400));
    paragraph(body, &[plain(letter.call)]);
}

fn set(body: &mut Body<'_>, part: &Part) {
    match part {
        Part::Say(spans) => paragraph(body, spans),
        Part::Figures(pairs) => {
            body.leave(Length::mm(250));
            body.pairs(pairs.iter().map(|(label, value)| (label.as_str(), value.clone())).collect());
            body.leave(Length::mm(300));
        }
        Part::Listed(marker, items) => {
            let list = List { marker: *marker, items, style: LETTER };
            let strips = body.setter.list(body.place, &list, Measure::WHOLE);
            body.add(strips);
            body.leave(Length::mm(240));
        }
    }
}

fn paragraph(body: &mut Body<'_>, spans: &[Span]) {
    let strips = body.setter.paragraph(body.place, &Paragraph::of(spans, LETTER), Measure::WHOLE);
    body.add(strips);
    body.leave(Length::mm(240));
}

/// How it ends, who signs, and who read it.
fn signed(body: &mut Body<'_>, letter: &OfficeLetter, head: &Letterhead) {
    let call = letter.call.trim_end_matches(',');
    paragraph(body, &[plain(format!("Je vous prie d’agréer, {call}, l’expression de ma considération distinguée."))]);
    let office = &head.office;
    let phone = office.advisor_line();
    let quality = format!("{} microcrédit", AdvisorWords::of(office.advisor_title).noun);
    let reach: Vec<&str> = [phone, office.email.as_str()].into_iter().filter(|way| !way.is_empty()).collect();
    let reach = spaced(&reach.join(" · "));
    let signs = format!("{}, {quality}", or_dots(&office.advisor));
    let (room, strips) = if letter.read_by.is_empty() {
        let (_, right) = Measure::halves();
        let reach = [Span::new(reach, Face::Sans, Ink::NOTE)];
        let mut lines = body.setter.paragraph(body.place, &Paragraph::of(&[plain(&signs)], TEXT), right);
        lines.extend(body.setter.paragraph(body.place, &Paragraph::of(&reach, TEXT), right));
        // Room above the name, to sign.
        (ROOM_TO_SIGN, vec![beside(Vec::new(), lines)])
    } else {
        let read = |name: &String| Signatory {
            quality: spaced(name),
            name: format!("J’ai lu cette lettre. Le\u{a0}{DOTS}"),
        };
        let mut cells: Vec<Signatory> = letter.read_by.iter().map(read).collect();
        cells.push(Signatory { quality: spaced(&signs), name: reach });
        (Length::mm(500), body.setter.signatures(body.place, &cells, SIGNATURE, Measure::WHOLE))
    };
    body.leave(room);
    body.add(keep_together(strips));
}

#[cfg(test)]
mod tests;
