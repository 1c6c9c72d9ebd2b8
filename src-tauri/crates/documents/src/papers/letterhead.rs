//! What heads every paper: the office at the left, what the paper is at the right, a
//! rule under both. Later sheets have only their foot.

use domain::settings::OfficeIdentity;

use crate::logo::Logo;
use crate::page::{
    Face, Flush, Ink, Length, Measure, Owner, Paragraph, Span, Strip, Tags, TextStyle, Typesetter, beside,
    keep_together,
};

/// What heads every paper: who prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The office and its adviser.
    pub office: OfficeIdentity,
    /// Its logo.
    pub logo: Option<Logo>,
}

impl From<OfficeIdentity> for Letterhead {
    /// That of an office without a logo.
    fn from(office: OfficeIdentity) -> Self {
        Self { office, logo: None }
    }
}

/// A line at the right of the letterhead, in plain then in strong letters.
pub(super) struct HeadLine {
    plain: String,
    strong: String,
}

const NAME: TextStyle = TextStyle::of(1_140, 1_350);
const DETAIL: TextStyle = TextStyle::of(840, 1_120);
const BESIDE_LOGO: Length = Length::mm(400);

impl HeadLine {
    /// `établie le 9 novembre 2026`.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { plain: text.into(), strong: String::new() }
    }

    /// `Secret`, in strong letters.
    pub(super) fn strong(text: impl Into<String>) -> Self {
        Self { plain: String::new(), strong: text.into() }
    }

    /// `Référence` then, in strong letters, `VB-2026-0147`.
    pub(super) fn named(name: &str, value: impl Into<String>) -> Self {
        Self { plain: format!("{name} "), strong: value.into() }
    }
}

/// Sets the letterhead with its lines at the right.
pub(super) fn letterhead(setter: &mut Typesetter, head: &Letterhead, lines: &[HeadLine]) -> Vec<Strip> {
    const TRADE: &str = "Microcrédit personnel accompagné";
    let known = [&head.office.address, &head.office.phone].map(String::as_str).into_iter();
    let reach: Vec<&str> = known.filter(|part| !part.is_empty()).collect();
    let name = &head.office.name;
    let Some(logo) = &head.logo else { return headed(setter, (name, &[TRADE, &reach.join(" · ")]), lines) };
    let (left, right) = Measure::halves();
    let (picture, (width, height)) = logo.placed();
    let taken = width.plus(BESIDE_LOGO);
    let narrow = Measure { left: left.left.plus(taken), width: left.width.minus(taken) };
    let office = named(setter, (name, &[&[TRADE], reach.as_slice()].concat()), narrow);
    let picture = setter.picture(picture, (left.left, width, height), Owner::Artifact);
    let office = vec![beside(vec![picture], office)];
    ruled(office, at_right(setter, lines, right))
}

/// Sets a name and what is said of it at the left, lines at the right, a rule under both.
pub(super) fn headed(setter: &mut Typesetter, said: (&str, &[&str]), lines: &[HeadLine]) -> Vec<Strip> {
    let (left, right) = Measure::halves();
    let office = named(setter, said, left);
    ruled(office, at_right(setter, lines, right))
}

fn named(setter: &mut Typesetter, (name, details): (&str, &[&str]), measure: Measure) -> Vec<Strip> {
    let name = [Span::new(name, Face::SerifSemiBold, Ink::TITLE)];
    let mut office = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&name, NAME), measure);
    for line in details {
        office.extend(setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&[soft(line)], DETAIL), measure));
    }
    office
}

fn at_right(setter: &mut Typesetter, lines: &[HeadLine], measure: Measure) -> Vec<Strip> {
    let mut reference = Vec::new();
    for line in lines {
        let spans = [soft(&line.plain), Span::new(&line.strong, Face::SansSemiBold, Ink::TEXT)];
        let line = Paragraph { flush: Flush::Right, ..Paragraph::of(&spans, DETAIL) };
        reference.extend(setter.paragraph(Tags::DOCUMENT, &line, measure));
    }
    reference
}

fn ruled(office: Vec<Strip>, reference: Vec<Strip>) -> Vec<Strip> {
    let mut rule = Typesetter::rule(Length::points(110), Ink::TITLE, Measure::WHOLE);
    rule.gap = Length::mm(260);
    keep_together(vec![beside(office, reference), rule])
}

fn soft(text: &str) -> Span {
    Span::new(text, Face::Sans, Ink::FRAME)
}
