//! The charter laid out: the loan in a frame, the numbered parts, the signatures.

use chrono::NaiveDate;
use domain::person::Title;
use domain::settings::CharterKind;
use domain::words::{HARD_SPACE, full_name, long_date, of_name};

use super::wording::{FEW_DOTS, advisor, advisor_name, contact, for_office, loan_pairs, loan_sentence};
use super::{SupportCharter, TITLE, promises};
use crate::PaperError;
use crate::page::{
    Align, Column, Density, Face, Heading, Ink, Length, List, Marker, Measure, Paragraph, Row, Signatory, Span, Strip,
    Table, Tags, TextStyle, Typesetter, below, framed, keep_together, on_new_sheet,
};
use crate::papers::Letterhead;
use crate::papers::referent::spoken_of;
use crate::papers::wording::{DOTS, in_letters, or_dots, plain, said_of, strong};

const TEXT: TextStyle = TextStyle::of(1_000, 1_320);
const SMALL: TextStyle = TextStyle::of(820, 1_100);
const SUBTITLE: TextStyle = TextStyle::of(1_100, 1_450);
const SECTION_GAP: Length = Length::mm(330);
const UNDER_HEADING: Length = Length::mm(80);
const UNDER_TEXT: Length = Length::mm(130);
const SIGNATURE_HEIGHT: Length = Length::mm(3_400);
/// Four cells in two rows.
const LOW_SIGNATURE_HEIGHT: Length = Length::mm(2_400);
const STEP_COLUMNS: [i64; 3] = [40, 25, 35];
/// Rows to write on when no meeting is agreed yet.
const EMPTY_STEPS: usize = 4;

/// Everything under the letterhead.
pub(super) fn compose(
    setter: &mut Typesetter,
    charter: &SupportCharter,
    head: &Letterhead,
) -> Result<Vec<Strip>, PaperError> {
    let signing = head;
    let head = &spoken_of(head, charter.referent.as_ref());
    let mut body = Body { setter, strips: Vec::new(), parts: 0, office: &signing.office.name };
    body.opening(charter);
    body.section("Une seule personne à qui parler");
    body.say(promises::one_person(charter, head));
    body.section("Vous vous engagez à");
    body.list(Marker::Bullet, &promises::borrower(charter, head));
    body.section("Le CCAS s’engage à");
    body.list(Marker::Bullet, &promises::office(charter));
    let money = "Le CCAS ne reçoit ni l’argent du prêt ni vos mensualités. La banque décide du prêt ; le reste, \
                 c’est vous.";
    body.say_below(UNDER_TEXT, vec![plain(money)]);
    body.lender(charter, head);
    body.follow_up(charter);
    body.section("À la première difficulté");
    body.list(Marker::Number, &promises::difficulty(charter, head));
    if let Some(policy) = &charter.refund {
        let (title, text) = promises::refund(charter, policy, head)?;
        body.section(&title);
        body.say(text);
    }
    body.section("Vos informations personnelles");
    body.say(promises::data(charter, head));
    body.closing(charter, signing);
    Ok(body.strips)
}

/// The charter being laid out.
struct Body<'a> {
    setter: &'a mut Typesetter,
    strips: Vec<Strip>,
    /// Numbered parts so far.
    parts: usize,
    /// The name of the office, of which everything is said.
    office: &'a str,
}

impl Body<'_> {
    /// The title, whose loan it is, what the charter is, and the loan in brief.
    fn opening(&mut self, charter: &SupportCharter) {
        let title = self.setter.heading(Tags::DOCUMENT, Heading::TITLE, TITLE, Measure::WHOLE);
        self.strips.extend(below(Length::mm(450), title));
        let whose = format!("Microcrédit personnel {}", of_name(or_dots(&charter.borrowers.names())));
        let whose = [Span::new(whose, Face::Sans, Ink::SOFT)];
        let whose = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&whose, SUBTITLE), Measure::WHOLE);
        self.strips.extend(below(Length::mm(100), whose));
        let what = "Vous avez obtenu un microcrédit personnel. La banque vous prête l’argent ; le CCAS vous accompagne \
                    jusqu’à la dernière mensualité. Cette charte dit en clair ce que chacun s’engage à faire. Elle \
                    complète le contrat de prêt et ne le remplace pas.";
        self.say_below(Length::mm(300), vec![plain(what)]);
        let mut frame = self.loan_frame(charter);
        frame.gap = Length::mm(300);
        self.strips.push(frame);
    }

    fn loan_frame(&mut self, charter: &SupportCharter) -> Strip {
        let inner = Measure::WHOLE.inside_frame();
        let mut strips = self.setter.heading(Tags::DOCUMENT, Heading::FRAME, "Le prêt en bref", inner);
        let pairs = self.setter.pairs_in_two(Tags::DOCUMENT, &loan_pairs(charter), TextStyle::of(960, 1_320), inner);
        strips.extend(below(Length::mm(60), pairs));
        let sentence = charter.loan.as_ref().map(loan_sentence).unwrap_or_default();
        let sentence = [Span::new(sentence, Face::Sans, Ink::NOTE)];
        let sentence = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&sentence, SMALL), inner);
        strips.extend(below(Length::mm(200), sentence));
        framed(strips, Measure::WHOLE)
    }

    fn lender(&mut self, charter: &SupportCharter, head: &Letterhead) {
        match charter.kind {
            CharterKind::Tripartite => {
                self.section("La banque s’engage à");
                self.list(Marker::Bullet, &promises::lender(charter, head));
            }
            CharterKind::Bipartite => {
                let (title, text) = promises::convention(charter, head);
                self.section(title);
                self.say(text);
            }
        }
    }

    /// The meetings: they open the second sheet, which is the one people keep at hand.
    fn follow_up(&mut self, charter: &SupportCharter) {
        let first = self.strips.len();
        self.section("Les rendez-vous du suivi");
        let opened = on_new_sheet(self.strips.split_off(first));
        self.strips.extend(opened);
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
        let rhythm = "Ce rythme convient à votre situation d’aujourd’hui. Vous pouvez demander à tout moment plus de \
                      rencontres, ou moins. Entre deux points, vous pouvez toujours appeler.";
        self.say_below(Length::mm(250), vec![plain(rhythm)]);
    }

    /// How long it holds, where and when it is signed, and by whom: the day is never apart from the signatures.
    fn closing(&mut self, charter: &SupportCharter, head: &Letterhead) {
        let copies = in_letters(charter.signatories());
        self.section("Durée de la charte");
        self.say(vec![plain(format!(
            "La charte s’applique de sa signature jusqu’à la fin du prêt. Chacun peut demander à la revoir ; tout \
             changement est noté par écrit et daté. Elle est faite en {copies} exemplaires, un pour chaque signataire."
        ))]);
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
        self.parts = self.parts.saturating_add(1);
        let title = said_of(self.office, &format!("{}. {title}", self.parts));
        let heading = self.setter.heading(Tags::DOCUMENT, Heading::SECTION, &title, Measure::WHOLE);
        self.strips.extend(below(SECTION_GAP, heading));
    }

    fn say(&mut self, spans: Vec<Span>) {
        self.say_below(UNDER_HEADING, spans);
    }

    fn say_below(&mut self, gap: Length, spans: Vec<Span>) {
        let spans = self.said(spans);
        let text = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, TEXT), Measure::WHOLE);
        self.strips.extend(below(gap, text));
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
