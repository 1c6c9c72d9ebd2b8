//! The shape every letter has: the letterhead, whom it is for, what it is about, the text, who signs.
//!
//! One sober shape for all, so that the office’s letters look alike. A letter to a bank that tells something of a
//! person ends with a place for that person to sign: nothing is told without their having read it.

use chrono::NaiveDate;
use domain::words::{long_date, spaced};

use super::body::{Body, TEXT};
use super::letterhead::{HeadLine, Letterhead, letterhead};
use super::wording::{DOTS, advisor_word, or_dots, plain, strong};
use crate::finish::{Identity, finish};
use crate::page::{
    Face, Foot, Ink, Length, List, Marker, Measure, Paragraph, Signatory, Span, Stand, TextStyle, Typesetter, below,
    beside, flow, keep_together,
};
use crate::{Paper, PaperError};

/// A letter before it is set.
pub(super) struct Letter<'l> {
    /// The name of the paper, at its foot: `Demande de report d’échéance`.
    pub(super) title: &'l str,
    pub(super) reference: &'l str,
    pub(super) written_on: NaiveDate,
    /// Whom it is for: the name, then the address, a line each.
    pub(super) to: Vec<String>,
    /// What it is about.
    pub(super) about: String,
    /// `Madame, Monsieur,`.
    pub(super) call: &'l str,
    /// The text.
    pub(super) parts: Vec<Part>,
    /// Who signs that they read it, when it tells something of them; nobody when empty.
    pub(super) read_by: String,
}

/// A part of the text of a letter.
pub(super) enum Part {
    /// A paragraph.
    Say(Vec<Span>),
    /// Figures, a label and its value; those without a value are left out.
    Figures(Vec<(&'static str, String)>),
    /// What is asked or offered, in order.
    Numbered(Vec<Vec<Span>>),
}

impl Part {
    /// A paragraph in plain letters.
    pub(super) fn said(text: impl AsRef<str>) -> Self {
        Self::Say(vec![plain(text)])
    }

    /// A paragraph that begins with what it is about.
    pub(super) fn headed(about: &str, text: impl AsRef<str>) -> Self {
        Self::Say(vec![strong(about), plain(format!(" {}", text.as_ref()))])
    }
}

const ADDRESS: TextStyle = TextStyle::of(1_000, 1_340);
const SIGNATURE: Length = Length::mm(2_200);
const LETTER: TextStyle = TextStyle::of(1_000, 1_400);

/// Sets a letter and finishes it.
pub(super) fn write(letter: &Letter<'_>, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(letter.written_on);
    let lines = [HeadLine::named("Référence", letter.reference), HeadLine::plain(&day)];
    let strips = letterhead(&mut setter, head, &lines);
    let mut body = Body::under(&mut setter, strips);
    address(&mut body, letter, head, &day);
    for part in &letter.parts {
        set(&mut body, part);
    }
    signed(&mut body, letter, head);
    let strips = body.strips;
    let foot = Foot { text: format!("{} · {} · {day}", letter.title, letter.reference) };
    let sheets = flow(strips, &foot, &mut setter);
    let title = format!("{}, {}", letter.title, letter.reference);
    let identity = Identity { title, author: head.office.name.clone(), date: letter.written_on };
    let bytes = finish(sheets, &setter, &identity)?;
    Ok(Paper::of(bytes, &setter.fonts))
}

/// Whom it is for at the right, where and when, what about, how it begins.
fn address(body: &mut Body<'_>, letter: &Letter<'_>, head: &Letterhead, day: &str) {
    let (_, right) = Measure::halves();
    let mut lines = Vec::new();
    for (place, line) in letter.to.iter().filter(|line| !line.is_empty()).enumerate() {
        let face = if place == 0 { Face::SansSemiBold } else { Face::Sans };
        let spans = [Span::new(spaced(line), face, Ink::TEXT)];
        lines.extend(body.setter.paragraph(body.place, &Paragraph::of(&spans, ADDRESS), right));
    }
    body.leave(Length::mm(600));
    body.add(vec![beside(Vec::new(), lines, Stand::Top)]);
    body.leave(Length::mm(700));
    paragraph(body, &[plain(format!("{}, le\u{a0}{day}", or_dots(&head.office.town)))]);
    body.leave(Length::mm(400));
    paragraph(body, &[strong("Objet : "), strong(&letter.about)]);
    body.leave(Length::mm(400));
    paragraph(body, &[plain(letter.call)]);
}

fn set(body: &mut Body<'_>, part: &Part) {
    match part {
        Part::Say(spans) => paragraph(body, spans),
        Part::Figures(pairs) => {
            body.leave(Length::mm(250));
            body.pairs(pairs.clone());
            body.leave(Length::mm(300));
        }
        Part::Numbered(items) => {
            let list = List { marker: Marker::Number, items, style: LETTER };
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
fn signed(body: &mut Body<'_>, letter: &Letter<'_>, head: &Letterhead) {
    let call = letter.call.trim_end_matches(',');
    paragraph(body, &[plain(format!("Je vous prie d’agréer, {call}, l’expression de ma considération distinguée."))]);
    let office = &head.office;
    let phone = if office.advisor_phone.is_empty() { &office.phone } else { &office.advisor_phone };
    let quality = format!("{} microcrédit", advisor_word(office.advisor_title));
    let reach: Vec<&str> = [phone.as_str(), office.email.as_str()].into_iter().filter(|way| !way.is_empty()).collect();
    let (_, right) = Measure::halves();
    let signs = [plain(format!("{}, {quality}", or_dots(&office.advisor)))];
    let mut lines = body.setter.paragraph(body.place, &Paragraph::of(&signs, TEXT), right);
    if !reach.is_empty() {
        let reach = [Span::new(spaced(&reach.join(" · ")), Face::Sans, Ink::NOTE)];
        lines.extend(body.setter.paragraph(body.place, &Paragraph::of(&reach, TEXT), right));
    }
    let mut strips = below(Length::mm(500), vec![beside(Vec::new(), lines, Stand::Top)]);
    if !letter.read_by.is_empty() {
        let cells = [
            Signatory { quality: spaced(&letter.read_by), name: format!("J’ai lu cette lettre. Le\u{a0}{DOTS}") },
            Signatory { quality: spaced(&format!("Pour {}", super::wording::the(&office.name))), name: String::new() },
        ];
        let cells = body.setter.signatures(body.place, &cells, SIGNATURE, Measure::WHOLE);
        strips.extend(below(Length::mm(700), cells));
    }
    body.add(keep_together(strips));
}
