//! The last sheet: the answer of the bank, to tick, sign and send back.
//!
//! What is asked is filled in; the decisions, the conditions and the reasons are boxes, the reasons being those the
//! answer is entered with. Being listed in the FICP is none of them. Without a written agreement to let the bank tell the
//! office why, no reason is asked for.

use domain::person::Title;
use domain::project::Choice;
use domain::words::{capital, counted, long_date, spaced, the};

use super::BankFile;
use crate::page::{
    Align, Blank, Density, Dots, Face, Heading, Ink, Length, Measure, Paragraph, Role, Row, Signatory, Span, Strip,
    Table, TagId, Tags, TextStyle, Typesetter, below, beside, noted, on_new_sheet,
};
use crate::papers::Letterhead;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{for_the, full_name, plain, strong, usual};

/// What people call the sheet.
pub(super) const TITLE: &str = "Réponse de la banque";

const TEXT: TextStyle = TextStyle::of(960, 1_280);
const SMALL: TextStyle = TextStyle::of(820, 1_060);
const BETWEEN: Length = Length::mm(200);
const ABOVE: Length = Length::mm(460);
const SIGNATURE: Length = Length::mm(3_000);
const ASKED: [(i64, Align, &str); 6] = [
    (30, Align::Left, "Le prêt"),
    (14, Align::Right, "Montant"),
    (12, Align::Right, "Durée"),
    (18, Align::Right, "Taux fixe · TAEG"),
    (13, Align::Right, "Mensualité"),
    (13, Align::Right, "Coût total"),
];
const NOTHING: &str = "–";
/// Room to write in a row.
const ROOM: &str = "\u{a0}\n";

/// The sheet being set.
struct Form<'s, 'f> {
    setter: &'s mut Typesetter,
    file: &'f BankFile,
    head: &'f Letterhead,
    part: TagId,
    strips: Vec<Strip>,
}

/// The whole sheet, and the tag it begins with.
pub(super) fn compose(setter: &mut Typesetter, file: &BankFile, head: &Letterhead) -> (Vec<Strip>, TagId) {
    let lines = [
        HeadLine::plain("Réponse à retourner au CCAS"),
        HeadLine::named("Référence", &file.reference),
        HeadLine::plain(match file.sent_on {
            Some(_) => format!("dossier transmis {}", file.when()),
            None => format!("dossier établi {}", file.when()),
        }),
    ];
    let strips = on_new_sheet(letterhead(setter, head, &lines));
    let part = setter.tags.add(Tags::DOCUMENT, Role::Part);
    let mut form = Form { setter, file, head, part, strips };
    form.title();
    form.asked();
    form.decision();
    form.conditions();
    form.reasons();
    form.signatures();
    (form.strips, part)
}

impl Form<'_, '_> {
    fn add(&mut self, gap: Length, strips: Vec<Strip>) {
        self.strips.extend(below(gap, strips));
    }

    fn section(&mut self, title: &str) {
        let heading = self.setter.heading(self.part, Heading::SUBSECTION, title, Measure::WHOLE);
        self.add(ABOVE, heading);
    }

    fn small(&mut self, gap: Length, text: &str) {
        let spans = [Span::new(spaced(text), Face::Sans, Ink::NOTE)];
        let strips = self.setter.paragraph(self.part, &Paragraph::of(&spans, SMALL), Measure::WHOLE);
        self.add(gap, strips);
    }

    /// Boxes at the left and at the right.
    fn boxes(&mut self, left: &[Vec<Blank>], right: &[Vec<Blank>]) {
        let (first, second) = Measure::halves();
        let left = self.setter.ticks(self.part, left, (TEXT, BETWEEN), first);
        let right = self.setter.ticks(self.part, right, (TEXT, BETWEEN), second);
        self.add(Length::mm(160), vec![beside(left, right)]);
    }

    fn title(&mut self) {
        let title = self.setter.heading(self.part, Heading::PART, TITLE, Measure::WHOLE);
        self.add(ABOVE, title);
        let born = |person: &domain::person::Person| {
            let word = match person.title {
                Title::Madame => "née le",
                Title::Monsieur => "né le",
                Title::NotStated => "né(e) le",
            };
            person.born_on.map(|day| format!(", {word} {}", long_date(day))).unwrap_or_default()
        };
        let people = self.file.borrowers().map(|one| format!("{}{}", full_name(&one.person), born(&one.person)));
        let whose = format!("Demande de microcrédit : {}", people.collect::<Vec<_>>().join(" ; "));
        let whose = [Span::new(spaced(&whose), Face::Sans, Ink::SOFT)];
        let whose = self.setter.paragraph(self.part, &Paragraph::of(&whose, TEXT), Measure::WHOLE);
        self.add(Length::mm(60), whose);
        let office = &self.head.office;
        let by = self.file.lender.as_ref().and_then(|lender| lender.answer_by);
        let when = by.map(|day| format!(" avant le {}", long_date(day))).unwrap_or_default();
        let who = [office.advisor.as_str(), office.name.as_str()].into_iter().filter(|part| !part.is_empty());
        let where_to = [office.email.as_str(), office.address.as_str()].into_iter().filter(|part| !part.is_empty());
        let (who, where_to) = (who.collect::<Vec<_>>().join(", "), where_to.collect::<Vec<_>>().join(", ou "));
        let where_to = if where_to.is_empty() { String::new() } else { format!(" : {where_to}") };
        let spans = [strong(format!("À retourner{when}")), plain(format!(" à {who}{where_to}. Une case suffit."))];
        let inner = Measure::WHOLE.inside_note();
        let note = self.setter.paragraph(self.part, &Paragraph::of(&spans, TEXT), inner);
        self.add(Length::mm(300), noted(note, Measure::WHOLE));
    }

    fn asked(&mut self) {
        let file = self.file;
        let schedule = file.loan.as_ref().map(|loan| &loan.schedule);
        let or_none = |text: Option<String>| text.unwrap_or_else(|| NOTHING.to_owned());
        let taeg = file.loan.as_ref().and_then(|loan| loan.taeg);
        let rate = schedule.map(|all| {
            let taeg = taeg.map(|taeg| format!(" · {taeg}")).unwrap_or_default();
            format!("{}{taeg}", all.terms.annual_rate)
        });
        let asked = Row::Line(vec![
            "Ce que nous demandons".to_owned(),
            or_none(file.amount.map(|amount| amount.to_string())),
            or_none(file.months.map(|months| counted(months, "mois", "mois"))),
            or_none(rate),
            or_none(schedule.and_then(usual).map(|one| one.total.to_string())),
            or_none(schedule.map(|all| all.total_cost.to_string())),
        ]);
        let mut other = vec!["Ce que la banque propose, si c’est autre chose".to_owned()];
        other.extend(std::iter::repeat_n(ROOM.to_owned(), ASKED.len().saturating_sub(1)));
        let table = Table::of(Density::Writable, &ASKED, vec![asked, Row::Line(other)]);
        let table = self.setter.table(self.part, &table, Measure::WHOLE);
        self.add(Length::mm(300), table);
    }

    fn decision(&mut self) {
        self.section("1. La décision");
        let left = [
            box_of(vec![strong("Accord"), plain(", aux conditions demandées")]),
            box_of(vec![strong("Accord, autres conditions"), plain(" (tableau, ligne 2)")]),
            to_fill(vec![strong("Accord de principe"), plain(", valable jusqu’au")], Dots::Rest),
            box_of(vec![plain("Attestation jointe")]),
        ];
        let right = [
            to_fill(vec![strong("Pièces complémentaires"), plain(" :")], Dots::Rest),
            to_fill(vec![plain("à envoyer avant le")], Dots::Rest),
            box_of(vec![strong("Refus"), plain(" (raisons ci-dessous)")]),
        ];
        self.boxes(&left, &right);
    }

    fn conditions(&mut self) {
        self.section("2. Les conditions, s’il y en a");
        let kept = self.file.project.quotes.iter().find(|quote| quote.choice == Choice::Kept);
        let seller = kept.map(|quote| quote.seller.to_string()).filter(|seller| !seller.is_empty());
        let seller = seller.map(|seller| format!(" : {seller}")).unwrap_or_default();
        let whom = match self.file.people().ending() {
            "e" => "à l’emprunteuse",
            "" => "à l’emprunteur",
            _ => "aux emprunteurs",
        };
        let whom = if self.file.co_applicant.is_none() && whom.starts_with("aux") { "à la personne" } else { whom };
        let left = [
            box_of(vec![plain(format!("versement au vendeur{seller}"))]),
            box_of(vec![plain(format!("versement {whom}, sur facture"))]),
            box_of(vec![plain("compte à ouvrir dans l’établissement")]),
        ];
        let right = [
            box_of(vec![plain("revenus domiciliés : tous / la mensualité")]),
            vec![blank("frais de dossier :", Dots::Rest), blank("€", Dots::None)],
            to_fill(vec![plain("autre :")], Dots::Rest),
        ];
        self.boxes(&left, &right);
        let (first, second) = Measure::halves();
        let hour = Dots::Of(Length::mm(1_200));
        let meeting = [blank("Rendez-vous de signature le", Dots::Rest), blank("à", hour)];
        let meeting = self.setter.sentence_to_complete(self.part, &meeting, TEXT, first);
        let due = [blank("Première mensualité le", Dots::Rest)];
        let due = self.setter.sentence_to_complete(self.part, &due, TEXT, second);
        self.add(BETWEEN, vec![beside(meeting, due)]);
    }

    fn reasons(&mut self) {
        self.section("3. Les raisons, en cas de refus");
        let people = self.file.people().addressed();
        let people = people.trim_end_matches('.');
        if self.file.consented_on.is_none() {
            let told = format!(
                "Aucun accord écrit n’est noté pour que le motif soit communiqué au CCAS : merci de l’écrire à {people}."
            );
            let strips = self.setter.paragraph(self.part, &Paragraph::of(&[plain(told)], TEXT), Measure::WHOLE);
            self.add(Length::mm(120), strips);
        } else {
            self.small(
                Length::mm(80),
                &format!("Plusieurs cases possibles. Elles servent à expliquer la décision à {people} et à revoir la demande."),
            );
            let boxes: Vec<Vec<Blank>> = self.file.refusal_reasons.iter().map(|reason| reason_box(reason)).collect();
            let (left, right) = boxes.split_at(boxes.len().div_ceil(2));
            self.boxes(left, right);
            self.small(
                Length::mm(160),
                "Une inscription au FICP ne peut pas, à elle seule, motiver le refus d’un microcrédit garanti (article 80 de \
                 la loi n°\u{a0}2005-32 du 18 janvier 2005, modifiée) : elle n’est donc pas dans cette liste.",
            );
        }
        let other = [
            blank("Un autre montant ou une autre durée pourrait être étudié :", Dots::Rest),
            blank("€ sur", Dots::Of(Length::mm(1_400))),
            blank("mois", Dots::None),
        ];
        let other = self.setter.sentence_to_complete(self.part, &other, TEXT, Measure::WHOLE);
        self.add(BETWEEN, other);
    }

    fn signatures(&mut self) {
        let lender = self.file.lender.as_ref().map(|lender| lender.name.as_str()).unwrap_or_default();
        let bank = if lender.is_empty() { "Pour la banque".to_owned() } else { format!("Pour {}", the(lender)) };
        let signatories = [
            Signatory { quality: bank, name: "Nom, qualité, date et cachet :".to_owned() },
            Signatory { quality: format!("Reçu {}", by_the(&self.head.office.name)), name: "Le, par :".to_owned() },
        ];
        let signatories = signatories.map(|one| Signatory { quality: spaced(&one.quality), name: spaced(&one.name) });
        let cells = self.setter.signatures(self.part, &signatories, SIGNATURE, Measure::WHOLE);
        self.add(Length::mm(260), cells);
        if let Some(day) = self.file.consented_on {
            let voice = self.file.people().voice();
            let verb = voice.pick("a accepté", "ont accepté");
            let people = self.file.people().addressed();
            self.small(
                Length::mm(160),
                &format!(
                    "{} {verb} par écrit, le {}, que la banque communique au CCAS sa décision et son motif.",
                    capital(&people),
                    long_date(day)
                ),
            );
        }
        self.small(
            Length::mm(40),
            "Le numéro d’exemplaire en bas de page ramène le CCAS à la version exacte de ce dossier.",
        );
    }
}

fn by_the(office: &str) -> String {
    for_the(office).replacen("Pour ", "par ", 1)
}

fn blank(words: &str, dots: Dots) -> Blank {
    Blank { words: vec![plain(words)], dots }
}

fn box_of(words: Vec<Span>) -> Vec<Blank> {
    to_fill(words, Dots::None)
}

fn to_fill(words: Vec<Span>, dots: Dots) -> Vec<Blank> {
    vec![Blank { words, dots }]
}

/// The reason, with a line to write on where it says nothing by itself.
fn reason_box(reason: &str) -> Vec<Blank> {
    let open = ["autre", "incomplet", "fragile"].iter().any(|word| reason.to_lowercase().contains(word));
    let reason = domain::words::lowered(reason);
    if open { to_fill(vec![plain(format!("{reason} :"))], Dots::Rest) } else { box_of(vec![plain(reason)]) }
}
