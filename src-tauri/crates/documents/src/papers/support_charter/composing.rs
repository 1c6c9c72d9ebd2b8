//! The charter laid out: the loan in a frame, the numbered parts of its text, the signatures.

use chrono::NaiveDate;
use domain::letter::WrittenText;
use domain::person::Title;
use domain::settings::CharterKind;
use domain::words::{HARD_SPACE, capital, full_name, long_date, of_name};

use super::wording::{FEW_DOTS, advisor, advisor_name, contact, for_office, loan_pairs, loan_sentence};
use super::{CharterText, SupportCharter, TITLE};
use crate::page::{
    Align, Column, Density, Face, Heading, Ink, Length, List, Marker, Measure, Paragraph, Row, Signatory, Span, Strip,
    Table, Tags, TextStyle, Typesetter, below, framed, keep_together, on_new_sheet,
};
use crate::papers::Letterhead;
use crate::papers::letter::marks::{Part, parts};
use crate::papers::wording::{DOTS, in_letters, or_dots, plain, said_of, strong};

const TEXT: TextStyle = TextStyle::of(1_000, 1_320);
const SMALL: TextStyle = TextStyle::of(820, 1_100);
const SUBTITLE: TextStyle = TextStyle::of(1_100, 1_450);
const SECTION_GAP: Length = Length::mm(330);
const UNDER_HEADING: Length = Length::mm(80);
const UNDER_TITLE: Length = Length::mm(300);
const UNDER_TEXT: Length = Length::mm(130);
const SIGNATURE_HEIGHT: Length = Length::mm(3_400);
/// Four cells in two rows.
const LOW_SIGNATURE_HEIGHT: Length = Length::mm(2_400);
const STEP_COLUMNS: [i64; 3] = [40, 25, 35];
/// Rows to write on when no meeting is agreed yet.
const EMPTY_STEPS: usize = 4;

/// Everything under the letterhead: the opening, the loan in a frame, the parts, the signatures.
pub(super) fn compose(
    setter: &mut Typesetter,
    charter: &SupportCharter,
    text: &CharterText,
    head: &Letterhead,
) -> Vec<Strip> {
    let mut body =
        Body { setter, strips: Vec::new(), parts: 0, part_at: 0, gap: UNDER_TITLE, office: &head.office.name };
    body.opening(charter, &text.title);
    let mut parts = parts(&text.body).into_iter().peekable();
    while let Some(part) = parts.next_if(|part| !matches!(part, Part::Headed(_))) {
        body.part(part, charter);
    }
    body.loan_frame(charter);
    for part in parts {
        body.part(part, charter);
    }
    body.closing(charter, head);
    body.strips
}

/// The charter being laid out.
struct Body<'a> {
    setter: &'a mut Typesetter,
    strips: Vec<Strip>,
    /// Numbered parts so far.
    parts: usize,
    /// Where the last of them begins.
    part_at: usize,
    /// The space above what comes next.
    gap: Length,
    /// The name of the office, of which everything is said.
    office: &'a str,
}

impl Body<'_> {
    /// The title and whose loan it is.
    fn opening(&mut self, charter: &SupportCharter, title: &WrittenText) {
        let title = capital(&title.text());
        let title = if title.is_empty() { TITLE } else { title.as_str() };
        let title = self.setter.heading(Tags::DOCUMENT, Heading::TITLE, title, Measure::WHOLE);
        self.strips.extend(below(Length::mm(450), title));
        let whose = format!("Microcrédit personnel {}", of_name(or_dots(&charter.borrowers.names())));
        let whose = [Span::new(whose, Face::Sans, Ink::SOFT)];
        let whose = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&whose, SUBTITLE), Measure::WHOLE);
        self.strips.extend(below(Length::mm(100), whose));
    }

    /// The loan in brief, between the opening and the first part.
    fn loan_frame(&mut self, charter: &SupportCharter) {
        let inner = Measure::WHOLE.inside_frame();
        let mut strips = self.setter.heading(Tags::DOCUMENT, Heading::FRAME, "Le prêt en bref", inner);
        let pairs = self.setter.pairs_in_two(Tags::DOCUMENT, &loan_pairs(charter), TextStyle::of(960, 1_320), inner);
        strips.extend(below(Length::mm(60), pairs));
        let sentence = charter.loan.as_ref().map(loan_sentence).unwrap_or_default();
        let sentence = [Span::new(sentence, Face::Sans, Ink::NOTE)];
        let sentence = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&sentence, SMALL), inner);
        strips.extend(below(Length::mm(200), sentence));
        let mut frame = framed(strips, Measure::WHOLE);
        frame.gap = Length::mm(300);
        self.strips.push(frame);
    }

    /// One part of the text, as it is marked.
    fn part(&mut self, part: Part, charter: &SupportCharter) {
        match part {
            Part::Headed(title) => self.section(&title),
            Part::Say(spans) | Part::Joined(spans) => self.say_below(self.gap, spans),
            Part::Listed(marker, items) => self.list(marker, &items),
            Part::Ticked(items) => self.list(Marker::Box, &items),
            Part::Proposed(items) => {
                let items: Vec<_> = items.into_iter().map(|one| [one.what, one.detail].concat()).collect();
                self.list(Marker::Bullet, &items);
            }
            // The meetings are the only table a charter may name.
            Part::Figures(_) => self.follow_up(charter),
        }
    }

    /// The meetings: their part opens the second sheet, which is the one people keep at hand.
    fn follow_up(&mut self, charter: &SupportCharter) {
        if self.part_at > 0 {
            let opened = on_new_sheet(self.strips.split_off(self.part_at));
            self.strips.extend(opened);
        }
        let mut rows: Vec<Row> = charter
            .steps
            .iter()
            .map(|step| [&step.when, &step.how, &step.purpose].map(|text| said_of(self.office, text)))
            .map(|cells| Row::Line(cells.to_vec()))
            .collect();
        let density = if rows.is_empty() { Density::Writable } else { Density::Ordinary };
        if rows.is_empty() {
            rows = vec![Row::Line(vec![DOTS.to_owned(); STEP_COLUMNS.len()]); EMPTY_STEPS];
        }
        let table = Table {
            caption: String::new(),
            density,
            columns: STEP_COLUMNS.map(|part| Column { part, align: Align::Left }).to_vec(),
            heading: ["Quand", "Comment", "Pour quoi faire"].map(str::to_owned).to_vec(),
            rows,
        };
        let table = self.setter.table(Tags::DOCUMENT, &table, Measure::WHOLE);
        self.strips.extend(below(UNDER_HEADING, table));
        self.gap = Length::mm(250);
    }

    /// Where and when it is signed, and by whom: the day is never apart from the signatures.
    fn closing(&mut self, charter: &SupportCharter, head: &Letterhead) {
        let copies = in_letters(charter.signatories());
        if let Some(day) = charter.signed_on {
            self.signed(day, &signatories(charter, head));
            return;
        }
        let made = [
            strong(format!("Fait à {}, le{HARD_SPACE}{FEW_DOTS}{FEW_DOTS},", or_dots(&head.office.town))),
            plain(format!(" en {copies} exemplaires. Chaque signataire reçoit le sien.")),
        ];
        let made = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&made, TEXT), Measure::WHOLE);
        let mut together = below(Length::mm(500), made);
        let cells = signatories(charter, head);
        let height = if cells.len() > 3 { LOW_SIGNATURE_HEIGHT } else { SIGNATURE_HEIGHT };
        let cells = self.setter.signatures(Tags::DOCUMENT, &cells, height, Measure::WHOLE);
        together.extend(below(Length::mm(500), cells));
        self.strips.extend(keep_together(together));
    }

    /// A copy of a charter that was signed: who signs it and when, and no place to sign again.
    fn signed(&mut self, day: NaiveDate, signatories: &[Signatory]) {
        let made = format!("Charte signée le{HARD_SPACE}{}.", long_date(day));
        let copy = " Les signatures sont sur les exemplaires de ce jour-là ; cette copie en donne le texte.";
        self.say_below(Length::mm(500), vec![strong(made), plain(copy)]);
        let parties: Vec<Vec<Span>> =
            signatories.iter().map(|one| vec![plain(format!("{} : ", one.quality)), strong(&one.name)]).collect();
        self.list(Marker::Bullet, &parties);
    }

    fn section(&mut self, title: &str) {
        self.part_at = self.strips.len();
        self.gap = UNDER_HEADING;
        self.parts = self.parts.saturating_add(1);
        let title = said_of(self.office, &format!("{}. {title}", self.parts));
        let heading = self.setter.heading(Tags::DOCUMENT, Heading::SECTION, &title, Measure::WHOLE);
        self.strips.extend(below(SECTION_GAP, heading));
    }

    fn say_below(&mut self, gap: Length, spans: Vec<Span>) {
        let spans = self.said(spans);
        let text = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, TEXT), Measure::WHOLE);
        self.strips.extend(below(gap, text));
        self.gap = UNDER_TEXT;
    }

    /// The same words, said of the office.
    fn said(&self, spans: Vec<Span>) -> Vec<Span> {
        spans.into_iter().map(|span| Span { text: said_of(self.office, &span.text), ..span }).collect()
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Span>]) {
        let items: Vec<_> = items.iter().map(|spans| self.said(spans.clone())).collect();
        let items = &items;
        let list = self.setter.list(Tags::DOCUMENT, &List { marker, items, style: TEXT }, Measure::WHOLE);
        self.strips.extend(below(UNDER_HEADING, list));
        self.gap = UNDER_TEXT;
    }
}

/// In what quality the first borrower signs, then the others.
fn quality(title: Title, place: usize) -> &'static str {
    match (title, place == 0) {
        (Title::Madame, true) => "L’emprunteuse",
        (Title::Monsieur, true) => "L’emprunteur",
        (Title::NotStated, true) => "L’emprunteur ou l’emprunteuse",
        (Title::Madame, false) => "La co-emprunteuse",
        (Title::Monsieur, false) => "Le co-emprunteur",
        (Title::NotStated, false) => "Le co-emprunteur ou la co-emprunteuse",
    }
}

/// Every borrower, then the office, then the lender where it signs.
fn signatories(charter: &SupportCharter, head: &Letterhead) -> Vec<Signatory> {
    let mut cells: Vec<Signatory> = charter
        .borrowers
        .people()
        .iter()
        .enumerate()
        .map(|(place, person)| Signatory {
            quality: quality(person.title, place).to_owned(),
            name: or_dots(&full_name(person)).to_owned(),
        })
        .collect();
    if cells.is_empty() {
        cells.push(Signatory { quality: "L’emprunteur ou l’emprunteuse".to_owned(), name: DOTS.to_owned() });
    }
    // Whoever is the one referent elsewhere, the adviser signs for the office.
    let as_what = if charter.referent.is_some() { &head.office.advisor_role } else { advisor(head) };
    let advisor = [advisor_name(head).as_str(), as_what]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    cells.push(Signatory { quality: for_office(head), name: advisor });
    if charter.kind == CharterKind::Tripartite {
        cells.push(Signatory {
            quality: format!("Pour la banque : {}", or_dots(&charter.lender.name)),
            name: contact(charter),
        });
    }
    for cell in &mut cells {
        cell.quality = domain::words::spaced(&cell.quality);
    }
    cells
}
