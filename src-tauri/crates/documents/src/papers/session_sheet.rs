//! The sheet of one dossier at a session: what the members read in a minute, and the space where they decide.
//!
//! Of a request, the first sheet of the bank file, made by the same rules from the same facts, with a frame to decide in
//! where the lender reads what comes next; of a refund, the loan, how its instalments were paid, and what the rule gives
//! (*Un coup de pouce pour le microcrédit personnel*, le comité de sélection). Without names, whoever reads it cannot tell
//! who asks: the dossier is a letter, its place on the agenda, and the minutes say whose it is.

mod refund;

use chrono::NaiveDate;
use domain::assessment::Assessment;
use domain::words::{Labelled, capital, lowered, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Among, Blank, Dots, Foot, Format, Heading, Key, Length, Measure, Paragraph, Sheets, Span, Strip, Tags, TextStyle,
    Typesetter, below, beside, flow_on, framed, keep_together, noted,
};
use crate::papers::Letterhead;
use crate::papers::bank_file::{AtTable, at_table};
use crate::papers::letterhead::{HeadLine, headed};
use crate::papers::panel::{Fit, on_one_sheet};
use crate::papers::session_agenda::{self, SessionAgenda};
use crate::papers::wording::{plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Fiche de séance";
/// What people call the agenda with the sheet of each dossier behind it.
pub const BOOKLET: &str = "Livret de séance";

/// Whether the sheet says who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The name and the reference.
    Named,
    /// The letter of its place on the agenda alone.
    Nameless,
}

/// What the session decides on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetMatter {
    /// Whether the request goes to a lender, or is granted: the facts of the bank file.
    Request(Box<AtTable>),
    /// Whether interest is given back.
    Refund(ProvedRefund),
}

/// The facts of the sheet, worded; under [`Naming::Nameless`] none of them names anyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionSheet {
    /// The dossier's reference; `A`, its letter, without names.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// `Commission du jeudi 26 novembre 2026`.
    pub session: String,
    /// `dossier 1 sur 4`.
    pub place: String,
    /// Whether it says who asks.
    pub naming: Naming,
    /// `Mme Samira Vauclerc`; empty without names.
    pub name: String,
    /// `1re présentation`; empty for a refund.
    pub presentation: String,
    /// What it is about in a line: the project, or the refund.
    pub about: String,
    /// The five figures of a refund, each with what it counts; those of a request are its own.
    pub figures: Vec<[String; 2]>,
    /// What the session decides on.
    pub matter: SheetMatter,
    /// What the session may decide, one box each.
    pub decisions: Vec<String>,
}

/// A refund as its loan proves it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProvedRefund {
    /// The loan, a label and its value.
    pub loan: Vec<(String, String)>,
    /// The office's rule of the day of the contract, in a sentence.
    pub rule: String,
    /// How many instalments there are of each state; the last row is the total.
    pub instalments: Vec<[String; 2]>,
    /// `La règle donne 81,67 €.`
    pub reading: String,
    /// What stands against it, the account, what was decided already: a sentence each.
    pub said: Vec<String>,
}

/// How many figures stand in a row.
const FIGURES: usize = 5;
/// The longest reasons of an opinion told whole, in characters.
const REASONS: usize = 420;

/// Prints the sheet on one page, set only as close as that takes.
pub fn render(sheet: &SessionSheet, head: &Letterhead) -> Result<Paper, PaperError> {
    set(sheet, head, None)?.finished()
}

/// Prints the agenda, then the sheet of each dossier: their pages are numbered as those of one booklet.
pub fn booklet(agenda: &SessionAgenda, sheets: &[SessionSheet], head: &Letterhead) -> Result<Vec<Paper>, PaperError> {
    let parts = |among: &[Option<Among>]| -> Result<Vec<SetPaper>, PaperError> {
        let mut among = among.iter().copied().chain(std::iter::repeat(None));
        let mut parts = vec![session_agenda::set(agenda, head, among.next().flatten())?];
        for sheet in sheets {
            parts.push(set(sheet, head, among.next().flatten())?);
        }
        Ok(parts)
    };
    let counts: Vec<usize> = parts(&[])?.iter().map(|part| part.sheets.len()).collect();
    let all = counts.iter().sum();
    let before = counts.iter().scan(0_usize, |before, count| {
        let here = *before;
        *before = before.saturating_add(*count);
        Some(here)
    });
    let among: Vec<_> = before.map(|before| Some(Among { before, all })).collect();
    parts(&among)?.into_iter().map(SetPaper::finished).collect()
}

/// A paper laid on its sheets, that only has to be finished.
pub(super) struct SetPaper {
    pub(super) sheets: Sheets,
    pub(super) setter: Typesetter,
    pub(super) identity: Identity,
}

impl SetPaper {
    pub(super) fn finished(self) -> Result<Paper, PaperError> {
        finish(self.sheets, &self.setter, &self.identity)
    }
}

fn set(sheet: &SessionSheet, head: &Letterhead, among: Option<Among>) -> Result<SetPaper, PaperError> {
    let named = match sheet.naming {
        Naming::Named => TITLE.to_owned(),
        Naming::Nameless => format!("{TITLE} sans nom"),
    };
    let foot = format!("{named} · {} · {} · confidentiel", sheet.called(), sheet.session);
    let foot_line = Foot::proved(foot).among(among);
    let (sheets, setter) = match &sheet.matter {
        SheetMatter::Request(table) => {
            let mut setter = Typesetter::new()?;
            let top = |setter: &mut Typesetter| headed_sheet(setter, sheet, &named, head, Heading::CLOSE_TITLE);
            let foot = |setter: &mut Typesetter, style| below(Length::mm(160), vec![decided(setter, style, sheet)]);
            let strips = at_table(&mut setter, table, head, top, foot)?;
            (flow_on(Format::CLOSE, strips, &foot_line, &mut setter), setter)
        }
        SheetMatter::Refund(proved) => on_one_sheet(&foot_line, |setter, fit| {
            let mut strips = headed_sheet(setter, sheet, &named, head, Heading::TITLE);
            strips.extend(refunded(setter, fit, sheet, proved));
            strips
        })?,
    };
    let title = format!("{named}, {}", sheet.called());
    let identity = Identity { title, author: head.office.name.clone(), date: sheet.printed_on };
    Ok(SetPaper { sheets, setter, identity })
}

impl SessionSheet {
    /// `2026-041`; `dossier A` without names.
    fn called(&self) -> String {
        match self.naming {
            Naming::Named => self.reference.clone(),
            Naming::Nameless => format!("dossier {}", self.reference),
        }
    }
}

/// Whose sheet it is, of which session, what it is about.
fn headed_sheet(
    setter: &mut Typesetter,
    sheet: &SessionSheet,
    named: &str,
    head: &Letterhead,
    title: Heading,
) -> Vec<Strip> {
    let who = match sheet.naming {
        Naming::Named => format!("{} · {}", sheet.name, sheet.reference),
        Naming::Nameless => capital(&sheet.called()),
    };
    let under = [named, sheet.presentation.as_str()].into_iter().filter(|part| !part.is_empty());
    let under = under.collect::<Vec<_>>().join(" · ");
    let lines = [
        HeadLine::named("", &sheet.session),
        HeadLine::plain(&sheet.place),
        HeadLine::plain("à rendre à la fin de la séance"),
    ];
    let mut strips = headed(setter, (&spaced(&who), &[&spaced(&under), &head.office.name]), &lines);
    let title = setter.heading(Tags::DOCUMENT, title, &spaced(&sheet.about), Measure::WHOLE);
    strips.extend(below(Length::mm(200), title));
    strips
}

/// The figures of a refund, its loan, what the rule gives, and where the session decides.
fn refunded(setter: &mut Typesetter, fit: Fit, sheet: &SessionSheet, proved: &ProvedRefund) -> Vec<Strip> {
    let mut strips = Vec::new();
    let keys: Vec<Key> =
        sheet.figures.iter().map(|[value, caption]| Key { value: spaced(value), caption: spaced(caption) }).collect();
    if !keys.is_empty() {
        let keys = setter.keys(Tags::DOCUMENT, &keys, FIGURES, Measure::WHOLE);
        strips.extend(below(Length::mm(200), vec![keys]));
    }
    let (left, right) = Measure::halves();
    let both = beside(refund::told(setter, fit, proved, left), refund::reckoned(setter, fit, proved, right));
    strips.extend(below(Length::mm(500), vec![both]));
    let said = [strong(spaced(&format!("{} ", proved.reading))), plain(spaced(&proved.said.join(" ")))];
    let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&said, fit.text()), Measure::WHOLE.inside_note());
    strips.extend(below(Length::mm(350), noted(note, Measure::WHOLE)));
    strips.extend(below(Length::mm(300), vec![decided(setter, fit.text(), sheet)]));
    strips
}

/// The frame where the session decides by hand, under the opinion of who tells the request.
fn decided(setter: &mut Typesetter, style: TextStyle, sheet: &SessionSheet) -> Strip {
    let inside = Measure::WHOLE.inside_frame();
    let said = match &sheet.matter {
        SheetMatter::Request(table) => opinion(&table.file.assessment),
        SheetMatter::Refund(_) => vec![strong("Décision")],
    };
    let mut strips = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&said, style), inside);
    let boxes: Vec<Vec<Blank>> = sheet.decisions.iter().map(|one| vec![blank(one, Dots::None)]).collect();
    let places = inside.columns(boxes.len().max(1), Length::mm(200));
    let boxes = boxes
        .iter()
        .zip(places)
        .map(|(one, place)| setter.ticks(Tags::DOCUMENT, std::slice::from_ref(one), (style, Length::ZERO), place));
    let boxes = boxes.fold(Strip::default(), |row, one| beside(vec![row], one));
    strips.extend(below(Length::mm(120), vec![boxes]));
    let lines = [
        vec![blank("Condition ou motif :", Dots::Rest)],
        vec![
            blank("Pour", Dots::Of(Length::mm(900))),
            blank("contre", Dots::Of(Length::mm(900))),
            blank("abstentions", Dots::Of(Length::mm(900))),
            blank("retrait d’un membre", Dots::Rest),
            blank("visa", Dots::Rest),
        ],
    ];
    for line in &lines {
        let set = setter.sentence_to_complete(Tags::DOCUMENT, line, style, inside);
        strips.extend(below(Length::mm(140), set));
    }
    framed(keep_together(strips), Measure::WHOLE)
}

/// The opinion and its reasons, shortened to what a frame holds.
fn opinion(assessment: &Assessment) -> Vec<Span> {
    let opinion = match assessment.opinion {
        None => "Avis pas encore rendu. ".to_owned(),
        Some(opinion) => format!("Avis : {}. ", lowered(opinion.label())),
    };
    let reasons = assessment.reasoned.paragraphs().collect::<Vec<_>>().join(" ");
    let reasons: String = match reasons.char_indices().nth(REASONS) {
        None => reasons,
        Some((end, _)) => {
            let held = reasons.get(..end).unwrap_or_default();
            let held = held.rfind(". ").and_then(|point| held.get(..=point)).unwrap_or(held);
            format!("{held} (la suite est dite en séance)")
        }
    };
    vec![strong(opinion), plain(reasons)]
}

fn blank(words: &str, dots: Dots) -> Blank {
    Blank { words: vec![plain(spaced(words))], dots }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::bank_file::BankFile;
    use crate::papers::bank_file::tests::worlds::{delmas, difficult};
    use crate::papers::worlds;

    fn line(text: &str) -> String {
        text.to_owned()
    }

    fn table(file: BankFile) -> SheetMatter {
        let situation =
            vec![line("Foyer de 3 personnes. Entre 30 et 39 ans."), line("Aide à domicile, CDI à temps partiel.")];
        SheetMatter::Request(Box::new(AtTable { situation, file }))
    }

    fn sheet() -> SessionSheet {
        SessionSheet {
            reference: line("A"),
            printed_on: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
            session: line("Commission du jeudi 26 novembre 2026"),
            place: line("dossier 1 sur 4"),
            naming: Naming::Nameless,
            name: String::new(),
            presentation: line("1re présentation"),
            about: line("Véhicule d’occasion pour travailler le soir"),
            figures: Vec::new(),
            matter: table(delmas()),
            decisions: ["Transmettre", "Réorienter", "Irrecevable", "Complément", "Ajourner"].map(line).to_vec(),
        }
    }

    #[test]
    fn a_sheet_is_one_page_with_where_to_decide() {
        let head = worlds::valbourg();
        let paper = render(&sheet(), &head).unwrap();
        assert_eq!(paper, render(&sheet(), &head).unwrap());
        assert!(paper.unprintable.is_empty(), "{:?}", paper.unprintable);
        let pages = worlds::read(&paper);
        assert_eq!(pages.len(), 1);
        worlds::assert_says(
            &pages[0],
            &[
                "Dossier A",
                "Fiche de séance sans nom · dossier A ·",
                "Fiche de séance sans nom · 1re présentation",
                "dossier 1 sur 4",
                "70,86 €",
                "Entre 30 et 39 ans.",
                "Peut-elle rembourser ?",
                "300,07 €",
                "Avis : favorable.",
                "Ajourner",
                "retrait d’un membre",
                &paper.fingerprint.unwrap().to_string(),
            ],
        );
        let named = SessionSheet {
            naming: Naming::Named,
            reference: line("2026-041"),
            name: line("Mme Samira Vauclerc"),
            ..sheet()
        };
        let named = render(&named, &head).unwrap();
        worlds::assert_says(&worlds::read(&named)[0], &["Mme Samira Vauclerc · 2026-041"]);
        worlds::leave_samples("committee_sheet", [("sans-nom", paper), ("nommee", named)]);
    }

    #[test]
    fn a_refund_has_a_sheet_of_its_own() {
        let proved = ProvedRefund {
            loan: vec![(line("Prêt"), line("2 700,00 € sur 18 mois")), (line("Terminé"), line("le 10 novembre 2026"))],
            rule: line("Intérêts payés, à la fin du prêt, si tout est remboursé sans retard, payé par le CCAS."),
            instalments: vec![[line("Soldée, dit l’attestation"), line("18")], [line("Échéances"), line("18")]],
            reading: line("La règle donne 81,67 €."),
            said: vec![line("Le RIB est reçu.")],
        };
        let refund = SessionSheet {
            presentation: String::new(),
            about: line("Remboursement d’intérêts"),
            figures: vec![[line("81,67 €"), line("à rembourser")]],
            matter: SheetMatter::Refund(proved),
            decisions: ["Accorder", "Écarter", "Ajourner"].map(line).to_vec(),
            ..sheet()
        };
        let paper = render(&refund, &worlds::valbourg()).unwrap();
        let pages = worlds::read(&paper);
        assert_eq!(pages.len(), 1);
        let said = ["Remboursement d’intérêts", "Échéances 18", "La règle donne 81,67 €. Le RIB", "Écarter", "visa"];
        worlds::assert_says(&pages[0], &said);
        worlds::leave_samples("committee_sheet", [("remboursement", paper)]);
    }

    #[test]
    fn the_hardest_request_is_one_page_with_its_decision() {
        let paper = render(&SessionSheet { matter: table(difficult()), ..sheet() }, &worlds::valbourg()).unwrap();
        let pages = worlds::read(&paper);
        assert_eq!(pages.len(), 1, "{pages:#?}");
        worlds::assert_says(&pages[0], &["À lire avant de voter", "retrait d’un membre"]);
        worlds::leave_samples("committee_sheet", [("difficile", paper)]);
    }

    #[test]
    fn a_booklet_is_numbered_as_one_document_and_keeps_the_foot_of_each_sheet() {
        let head = worlds::valbourg();
        let agenda = SessionAgenda {
            printed_on: sheet().printed_on,
            session: sheet().session,
            place: String::new(),
            before: String::new(),
            called: Vec::new(),
            dossiers: Vec::new(),
        };
        let other = SessionSheet { reference: line("B"), place: line("dossier 2 sur 2"), ..sheet() };
        let papers = booklet(&agenda, &[sheet(), other], &head).unwrap();
        let bundle = crate::Bundle {
            title: line("Livret de séance"),
            office: head.office.name.clone(),
            date: sheet().printed_on,
            papers: papers.iter().map(|paper| (line("fiche"), paper.clone())).collect(),
        };
        let whole = bundle.print().unwrap();
        assert_eq!(whole, bundle.print().unwrap(), "the same facts give the same bytes");
        let pages = worlds::read(&whole);
        for (page, number) in pages.iter().zip(["1/3", "2/3", "3/3"]) {
            assert!(page.contains(number), "{number} in {page}");
        }
        for (page, paper) in pages.iter().zip(&papers).skip(1) {
            assert!(page.contains(&paper.fingerprint.unwrap().to_string()), "{page}");
        }
        let alone = render(&sheet(), &head).unwrap();
        assert_eq!(alone.fingerprint, papers[1].fingerprint, "its place in a booklet is not a fact of the dossier");
        worlds::leave_samples("committee_booklet", [("deux", whole)]);
        assert!(crate::Bundle { papers: Vec::new(), ..bundle }.print().is_err(), "nothing to print");
    }
}
