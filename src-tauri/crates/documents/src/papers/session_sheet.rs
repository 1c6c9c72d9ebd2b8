//! The sheet of one dossier at a session: what the members read in a minute, and the space where they decide.
//!
//! One page: five figures, the household, the project, who pays what, the budget before and after, the criteria, the
//! adviser's reasoned opinion (*Un coup de pouce pour le microcrédit personnel*, le comité de sélection); of a refund,
//! the loan, how its instalments were paid, and what the rule gives. Without names, whoever reads it cannot tell who
//! asks: the dossier is a letter, its place on the agenda, and the minutes say whose it is.

mod refund;

use chrono::NaiveDate;
use domain::words::{capital, long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Among, Density, Face, Foot, Heading, Ink, Key, Length, Measure, Paragraph, Row, Sheets, Span, Strip, Table,
    Tags, TextStyle, Typesetter, below, beside, framed, keep_together, noted,
};
use crate::papers::Letterhead;
use crate::papers::letterhead::{HeadLine, headed};
use crate::papers::panel::{Fit, Panel, on_one_sheet};
use crate::papers::session_agenda::{self, SessionAgenda};
use crate::papers::wording::{BOX, plain, strong};
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
    /// Whether the request goes to a lender, or is granted.
    Request(AssessedRequest),
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
    /// The five figures, each with what it counts.
    pub figures: Vec<[String; 2]>,
    /// What the session decides on.
    pub matter: SheetMatter,
    /// What the session may decide, one box each.
    pub decisions: Vec<String>,
}

/// A request as it was assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssessedRequest {
    /// The household, its work and its home, in sentences.
    pub situation: Vec<String>,
    /// The project in the person's words.
    pub story: Vec<String>,
    /// Who pays what; the last row is the total.
    pub financing: Vec<[String; 2]>,
    /// The budget of a month, before and after; the last row is the reste à vivre.
    pub budget: Vec<[String; 3]>,
    /// Each criterion, what was found, on what ground.
    pub criteria: Vec<[String; 3]>,
    /// `favorable`; empty while it is not written.
    pub opinion: String,
    /// The reasons of the opinion.
    pub reasoned: Vec<String>,
    /// The follow-up proposed; empty when none is.
    pub support: String,
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

const FINANCING: [(i64, Align, &str); 2] = [(64, Align::Left, "Part"), (36, Align::Right, "Euros")];
const BUDGET: [(i64, Align, &str); 3] =
    [(54, Align::Left, "Par mois"), (23, Align::Right, "Avant"), (23, Align::Right, "Après")];
const CRITERIA: [(i64, Align, &str); 3] =
    [(31, Align::Left, "Critère"), (17, Align::Left, "Constat"), (52, Align::Left, "En un mot")];
/// How many figures stand in a row.
const FIGURES: usize = 5;
/// A line to write on by hand.
const WRITTEN: TextStyle = TextStyle::of(960, 1_900);

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
    let day = long_date(sheet.printed_on);
    let foot = format!("{named} · {} · {} · {day} · confidentiel", sheet.called(), sheet.session);
    let foot = Foot::proved(foot).among(among);
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| compose(setter, fit, sheet, &named))?;
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

fn compose(setter: &mut Typesetter, fit: Fit, sheet: &SessionSheet, named: &str) -> Vec<Strip> {
    let who = match sheet.naming {
        Naming::Named => format!("{} · {}", sheet.name, sheet.reference),
        Naming::Nameless => capital(&sheet.called()),
    };
    let under = [named, sheet.presentation.as_str()].into_iter().filter(|part| !part.is_empty());
    let under = under.collect::<Vec<_>>().join(" · ");
    let lines = [HeadLine::named("", &sheet.session), HeadLine::plain(&sheet.place)];
    let mut strips = headed(setter, (&spaced(&who), &[&spaced(&under)]), &lines);
    let title = setter.heading(Tags::DOCUMENT, Heading::TITLE, &spaced(&sheet.about), Measure::WHOLE);
    strips.extend(below(Length::mm(350), title));
    let keys: Vec<Key> =
        sheet.figures.iter().map(|[value, caption]| Key { value: spaced(value), caption: spaced(caption) }).collect();
    if !keys.is_empty() {
        let keys = setter.keys(Tags::DOCUMENT, &keys, FIGURES, Measure::WHOLE);
        strips.extend(below(Length::mm(200), vec![keys]));
    }
    let (left, right) = Measure::halves();
    let (words, sums, judged) = match &sheet.matter {
        SheetMatter::Request(request) => {
            (told(setter, fit, request, left), reckoned(setter, fit, request, right), judged(setter, fit, request))
        }
        SheetMatter::Refund(proved) => (
            refund::told(setter, fit, proved, left),
            refund::reckoned(setter, fit, proved, right),
            concluded(setter, fit, &format!("{} ", proved.reading), &proved.said.join(" ")),
        ),
    };
    strips.extend(below(Length::mm(500), vec![beside(words, sums)]));
    strips.extend(below(Length::mm(350), judged));
    strips.extend(below(Length::mm(300), vec![decided(setter, fit, sheet)]));
    strips
}

/// Who asks, and what for.
fn told(setter: &mut Typesetter, fit: Fit, sheet: &AssessedRequest, measure: Measure) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, measure, fit);
    for (title, paragraphs) in [("Situation", &sheet.situation), ("Projet", &sheet.story)] {
        if paragraphs.is_empty() {
            continue;
        }
        panel.heading(title);
        for paragraph in paragraphs {
            panel.say(&[plain(spaced(paragraph))]);
        }
    }
    panel.strips()
}

/// Who pays what, and the budget of a month.
fn reckoned(setter: &mut Typesetter, fit: Fit, sheet: &AssessedRequest, measure: Measure) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, measure, fit);
    if !sheet.financing.is_empty() {
        panel.heading("Financement");
        panel.table(&Table::of(Density::Dense, &FINANCING, totalled(&sheet.financing)));
    }
    if !sheet.budget.is_empty() {
        panel.heading("Budget");
        panel.table(&Table::of(Density::Dense, &BUDGET, totalled(&sheet.budget)));
    }
    panel.strips()
}

/// Rows whose last one is the total.
fn totalled<const N: usize>(rows: &[[String; N]]) -> Vec<Row> {
    let last = rows.len().saturating_sub(1);
    let row = |(place, row): (usize, &[String; N])| {
        let cells = row.iter().map(|cell| spaced(cell)).collect();
        if place == last { Row::Total(cells) } else { Row::Line(cells) }
    };
    rows.iter().enumerate().map(row).collect()
}

/// The criteria, then the opinion.
fn judged(setter: &mut Typesetter, fit: Fit, sheet: &AssessedRequest) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
    if !sheet.criteria.is_empty() {
        panel.heading("Critères");
        let rows = sheet.criteria.iter().map(|row| Row::Line(row.iter().map(|cell| spaced(cell)).collect()));
        panel.table(&Table::of(fit.density(), &CRITERIA, rows.collect()));
    }
    let mut strips = panel.strips();
    let opinion = match sheet.opinion.as_str() {
        "" => "Avis pas encore rendu. ".to_owned(),
        opinion => format!("Avis : {opinion}. "),
    };
    let mut reasons = sheet.reasoned.join(" ");
    if !sheet.support.is_empty() {
        reasons.push_str(&format!(" Accompagnement proposé : {}.", sheet.support));
    }
    strips.extend(below(Length::mm(300), concluded(setter, fit, &opinion, &reasons)));
    strips
}

/// What the sheet concludes, in a note.
fn concluded(setter: &mut Typesetter, fit: Fit, conclusion: &str, reasons: &str) -> Vec<Strip> {
    let said = [strong(spaced(conclusion)), plain(spaced(reasons))];
    let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&said, fit.text()), Measure::WHOLE.inside_note());
    noted(note, Measure::WHOLE)
}

/// The frame where the session decides by hand.
fn decided(setter: &mut Typesetter, fit: Fit, sheet: &SessionSheet) -> Strip {
    let inside = Measure::WHOLE.inside_frame();
    let mut strips = setter.heading(Tags::DOCUMENT, Heading::FRAME, "Décision", inside);
    let boxes: Vec<String> = sheet.decisions.iter().map(|one| format!("{BOX}\u{a0}{}", spaced(one))).collect();
    let boxes = [Span::new(boxes.join("\u{a0}\u{a0}\u{a0}\u{a0} "), Face::Sans, Ink::TEXT)];
    let boxes = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&boxes, fit.text()), inside);
    strips.extend(below(Length::mm(80), boxes));
    let label = spaced("Motif, réserve ou complément attendu :");
    strips.push(setter.blanks(Tags::DOCUMENT, &[(&label, inside)], WRITTEN));
    strips.push(setter.blanks(Tags::DOCUMENT, &[("", inside)], WRITTEN));
    let places = inside.columns(4, Length::mm(500));
    let labels = ["Voix pour :", "contre :", "abstentions :", "Visa :"].map(spaced);
    let blanks: Vec<(&str, Measure)> = labels.iter().map(String::as_str).zip(places).collect();
    strips.push(setter.blanks(Tags::DOCUMENT, &blanks, WRITTEN));
    framed(keep_together(strips), Measure::WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds;

    fn line(text: &str) -> String {
        text.to_owned()
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
            figures: vec![
                [line("2 400 €"), line("sur un coût de 3 050 €")],
                [line("36 mois"), line("à 4,00 %, Banque du Val")],
                [line("70,86 €"), line("par mois")],
                [line("300,07 €"), line("de reste à vivre par personne après le prêt (339,53 € avant)")],
                [line("5,8 %"), line("taux d’endettement après")],
            ],
            matter: SheetMatter::Request(request()),
            decisions: ["Transmettre à la banque", "Proposer une autre solution", "Demander un complément", "Ajourner"]
                .map(line)
                .to_vec(),
        }
    }

    fn request() -> AssessedRequest {
        let criterion = |name: &str, ground: &str| [line(name), line("favorable"), line(ground)];
        AssessedRequest {
            situation: vec![
                line("3 personnes dans le foyer. Entre 30 et 39 ans."),
                line("Aide à domicile en CDI à temps partiel depuis plus de trois ans. Locataire du parc social."),
            ],
            story: vec![line(
                "Acheter un véhicule pour accepter quatre heures de plus par semaine, en soirée, sans transport \
                 collectif. Engagement écrit de l’employeur.",
            )],
            financing: vec![
                [line("Microcrédit"), line("2 400,00")],
                [line("Aide du Département, obtenue"), line("400,00")],
                [line("Part personnelle"), line("250,00")],
                [line("Coût du projet"), line("3 050,00")],
            ],
            budget: vec![
                [line("Ressources"), line("1 999,76"), line("1 999,76")],
                [line("Charges"), line("896,18"), line("983,68")],
                [line("Dettes et mensualité"), line("85,00"), line("115,86")],
                [line("Reste à vivre par personne"), line("339,53"), line("300,07")],
            ],
            criteria: vec![
                criterion("Accès au crédit ordinaire", "pas d’accès"),
                criterion("Public concerné", "résidence à Valbourg"),
                criterion("Ressources et reste à vivre", "50 € au-dessus du repère, hausse de salaire non comptée"),
                criterion("Situation Banque de France", "aucun fichier"),
                criterion("Objet et situation", "besoin vérifié auprès de l’employeur"),
                criterion("Viabilité", "panne possible ; épargne prévue en 2028"),
                criterion("Complémentarité des aides", "aide obtenue, autres refusées ou sans objet"),
            ],
            opinion: line("favorable"),
            reasoned: vec![line(
                "Projet précis, montant réduit par la personne elle-même, comptes à l’équilibre depuis trois mois.",
            )],
            support: line("un point par trimestre"),
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
                "300,07 €",
                "Coût du projet 3 050,00",
                "Avis : favorable.",
                "☐ Ajourner",
                "Visa :",
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
            matter: SheetMatter::Refund(proved),
            decisions: ["Accorder", "Écarter", "Ajourner"].map(line).to_vec(),
            ..sheet()
        };
        let paper = render(&refund, &worlds::valbourg()).unwrap();
        let pages = worlds::read(&paper);
        assert_eq!(pages.len(), 1);
        let said =
            ["Remboursement d’intérêts", "Échéances 18", "La règle donne 81,67 €. Le RIB", "☐ Écarter", "Visa :"];
        worlds::assert_says(&pages[0], &said);
        worlds::leave_samples("committee_sheet", [("remboursement", paper)]);
    }

    #[test]
    fn a_long_sheet_keeps_its_decision_whole() {
        let story = vec!["Un récit qui n’en finit pas, et qui dit tout ce qui s’est passé. ".repeat(60)];
        let matter = SheetMatter::Request(AssessedRequest { story, ..request() });
        let paper = render(&SessionSheet { matter, ..sheet() }, &worlds::valbourg()).unwrap();
        let pages = worlds::read(&paper);
        let on = |words: &str| pages.iter().position(|page| page.contains(words));
        assert_eq!(on("☐ Transmettre"), on("Visa :"));
    }

    #[test]
    fn a_booklet_is_numbered_as_one_document_and_keeps_the_foot_of_each_sheet() {
        let head = worlds::valbourg();
        let agenda = SessionAgenda {
            printed_on: sheet().printed_on,
            session: sheet().session,
            place: String::new(),
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
