//! The facts of a paper, copied out of the store: what drawing, saving and opening work from.

mod agenda;
mod aids_guide;
mod annual_report;
mod as_sent;
mod bank_file;
mod bank_file_documents;
mod bank_file_history;
mod budget_notes;
mod budget_sheet;
mod current_schedule;
mod data_notice;
mod documents_list;
mod erasure_certificate;
mod guide;
mod handover;
mod heirs_sheet;
mod lender_comparison;
mod letters;
mod missing_documents;
mod office_papers;
mod processing_register;
mod questionnaire;
mod reader;
mod refund_statement;
mod report_page;
mod schedule;
mod screening_grid;
mod session;
pub(super) mod session_room;
mod session_sheet;
mod several;
mod sources;
mod support_charter;
mod take_home_sheet;
mod transmission_consent;
mod workings;

pub(super) use as_sent::sending;
pub(super) use letters::{compose, waiting};
pub(crate) use office_papers::office_words;
pub(super) use session_sheet::AtSession;
pub(super) use sources::{Held, Subject};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use documents::merge::Weight;
use documents::papers::session_sheet::Naming;
use documents::papers::{Entry, Takes, entry};
use documents::{Bundle, Paper};
use domain::dossier::DossierId;
use domain::line::Line;
use serde::Serialize;
use ts_rs::TS;

use super::merged::Scans;
use super::request::OnePaper;
use app::caller::{Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use casework::dossiers::RoomKey;
use casework::office;
use reader::ReadBy;

/// A paper ready to be printed.
pub(super) struct Gathered {
    entry: Entry,
    /// Whose it is; nothing for a paper of no dossier.
    of: Option<Reading>,
    file_name: String,
    missing: Vec<Missing>,
    print: Printing,
}

/// What prints a paper.
enum Printing {
    /// It is one file by itself.
    Alone(Printer),
    /// It is several papers behind one another, each kept with its own dossier.
    Together { title: String, office: String, date: NaiveDate, parts: Vec<Gathered> },
    /// It is the agenda of a session and its sheets, numbered as one document.
    Booklet(Box<session::Booklet>),
}

/// Draws a paper, telling how far it is where that is long; errors when it is no longer wanted.
pub(super) type Printer = Box<dyn Fn(&Progress) -> Result<Paper, Failure> + Send>;

/// A paper that was printed, and what of it is kept with which dossier.
pub(super) struct Printed {
    /// The file.
    pub(super) paper: Paper,
    /// What is kept: the paper itself, or each of those it is made of.
    pub(super) kept: Vec<ToKeep>,
}

/// A paper to keep with its dossier.
pub(super) struct ToKeep {
    pub(super) dossier: DossierId,
    pub(super) key: &'static str,
    pub(super) reader: Line,
    pub(super) paper: Paper,
}

/// The dossier a paper is of, and who reads it.
struct Reading {
    dossier: DossierId,
    reference: String,
    reader: ReadBy,
}

/// A paper of a dossier, and whether it can leave.
pub(super) struct Prepared {
    /// Its version or number, printed in its file name.
    pub(super) version: u32,
    /// What it will say it lacks.
    pub(super) missing: Vec<Missing>,
    /// Its state, in a few words.
    pub(super) state: String,
    /// What prints it.
    pub(super) print: Printer,
}

/// Why a paper cannot leave yet, and where that is mended.
pub(super) struct NotYet {
    pub(super) state: &'static str,
    pub(super) sentence: &'static str,
    pub(super) remedy: &'static str,
    pub(super) room: RoomKey,
}

/// Something a paper will say it lacks, and the room that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Missing {
    /// What is missing.
    pub what: String,
    /// Where it is written; in the settings of the office when absent.
    pub room: Option<RoomKey>,
}

impl Missing {
    /// What is missing, and the room where it is written.
    pub fn of(what: &str, room: Option<RoomKey>) -> Self {
        Self { what: what.to_owned(), room }
    }
}

/// Copies out of the store what a paper prints.
pub(super) fn gather(desk: &Desk, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let entry = entry(&asked.paper).ok_or_else(|| Failure::refused("Ce papier n’existe pas.").at("paper"))?;
    match entry.takes {
        Takes::Dossier | Takes::Occasion | Takes::Letter(_) | Takes::Anyone if !asked.dossiers.is_empty() => {
            several::gather(desk, entry, &asked.dossiers, moment)
        }
        Takes::Dossier | Takes::Occasion | Takes::Letter(_) => of_a_dossier(desk, entry, asked, moment),
        Takes::Period if ["annual_report", annual_report::PUBLIC].contains(&entry.key) => {
            annual_report::gather(desk, entry, asked, moment)
        }
        Takes::Period => report_page::gather(desk, entry, asked, moment),
        Takes::Anyone if asked.dossier.is_some() => of_a_dossier(desk, entry, asked, moment),
        Takes::Office | Takes::Anyone => of_the_office(desk, entry, moment),
        Takes::Session => session::gather(desk, entry, asked, moment),
        Takes::Erasure => erasure_certificate::gather(desk, entry, asked, moment),
        Takes::NewCode => Err(Failure::refused(
            "Cette feuille ne s’imprime qu’au moment où le code est fait : Étrier ne le garde pas.",
        )
        .remedy("Dans « Sécurité et copies », faites un nouveau code : sa feuille s’imprimera alors.")
        .at("paper")),
    }
}

/// The same paper whatever the dossier: named by its day.
fn of_the_office(desk: &Desk, entry: Entry, moment: &Moment) -> Result<Gathered, Failure> {
    let (head, settings) = desk.read(|reader| Ok((office::letterhead(reader)?, app::settings::settings(reader)?)))?;
    let prepared = match entry.key {
        "screening_grid" => screening_grid::prepare(&settings, &head, moment),
        "agenda" => agenda::prepare(desk, &head, moment)?,
        "aids_guide" => aids_guide::prepare(desk, &settings, &head, moment)?,
        "handover" => handover::prepare(desk, &settings, &head, moment)?,
        key @ ("refund_statement" | refund_statement::TRANSFERS) => {
            refund_statement::prepare(key, desk, &settings, &head, moment)?
        }
        "data_notice" => data_notice::prepare(&settings, &head, moment),
        "processing_register" => processing_register::prepare(desk, &settings, &head, moment)?,
        "adviser_guide" => guide::book(desk, &head, moment)?,
        "quick_start" => guide::quick_start(desk, &head, moment)?,
        "it_sheet" => guide::it_sheet(desk, &head, moment)?,
        key => {
            let quote = if key == reporting::LEAFLET { reporting::quoted_by_leaflet(desk)? } else { String::new() };
            office_papers::prepare(key, &settings, &head, BTreeMap::from([("témoignage", quote)]), moment)?
        }
    };
    let day = moment.today.format("%Y-%m-%d").to_string();
    Ok(Gathered {
        entry,
        of: None,
        file_name: entry.file_name(&day, prepared.version),
        missing: prepared.missing,
        print: Printing::Alone(prepared.print),
    })
}

fn of_a_dossier(desk: &Desk, entry: Entry, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let no_dossier = || Failure::refused("Ce papier est celui d’un dossier : lequel ?").at("dossier");
    let id = asked.dossier.ok_or_else(no_dossier)?;
    let weight = Some(asked.weight());
    let held = Held::of(desk, id)?.with_words(&asked.own_words()?);
    one_dossier(desk, entry, held, (id, None, asked.naming()), (weight, moment))
}

/// A paper of one dossier, of a session when it is one's; its scans behind it when a weight is asked for.
fn one_dossier(
    desk: &Desk,
    entry: Entry,
    mut held: Held,
    (id, session, naming): (DossierId, Option<AtSession>, Naming),
    (weight, moment): (Option<Weight>, &Moment),
) -> Result<Gathered, Failure> {
    // Only the sheet of a session says which one.
    if entry.key == "committee_sheet" {
        held = held.in_session(desk, session)?;
    }
    // Only the bank file is printed with scans.
    let scans = match (entry.key, weight) {
        ("bank_file", Some(weight)) => Some(Scans::of(desk, id, weight, moment.now)?),
        _ => None,
    };
    let subject = held.subject(naming, scans.as_ref(), moment);
    let prepared =
        prepare(entry, &subject)?.map_err(|not_yet| Failure::refused(not_yet.sentence).remedy(not_yet.remedy))?;
    let reader = reader::of(entry, &subject);
    Ok(Gathered {
        entry,
        of: Some(Reading { dossier: id, reference: subject.dossier.reference.clone(), reader }),
        file_name: entry.file_name(&subject.dossier.reference, prepared.version),
        missing: prepared.missing,
        print: Printing::Alone(prepared.print),
    })
}

/// The papers that are handed or sent to the person alone.
const TO_THE_PERSON: [&str; 9] = [
    "schedule",
    "lender_comparison",
    "take_home_sheet",
    "support_charter",
    "consent",
    "documents_list",
    "missing_documents",
    "survey",
    "data_notice",
];

/// A paper of a dossier, or why it waits.
pub(super) fn prepare(entry: Entry, subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    if subject.dossier.facts.course().died_on.is_some() && TO_THE_PERSON.contains(&entry.key) {
        return Ok(Err(NotYet {
            state: "décès noté",
            sentence: "Le décès est noté : plus rien ne part à la personne.",
            remedy: "La fiche pour les héritiers est dans Documents.",
            room: RoomKey::Loan,
        }));
    }
    if let Takes::Letter(kind) = entry.takes {
        return letters::prepare(kind, subject);
    }
    match entry.key {
        "budget_sheet" => budget_sheet::prepare(subject),
        "schedule" => schedule::prepare(subject),
        "lender_comparison" => lender_comparison::prepare(subject),
        "take_home_sheet" => take_home_sheet::prepare(subject),
        "support_charter" => support_charter::prepare(subject),
        "consent" => transmission_consent::prepare(subject),
        "documents_list" => documents_list::prepare(subject),
        "missing_documents" => missing_documents::prepare(subject),
        "survey" => questionnaire::prepare(subject),
        "workings" => workings::prepare(subject),
        "current_schedule" => current_schedule::prepare(subject),
        "heirs_sheet" => heirs_sheet::prepare(subject),
        "committee_sheet" => session_sheet::prepare(subject),
        "bank_file" => bank_file::prepare(subject),
        "data_notice" => Ok(Ok(data_notice::prepare(subject.settings, subject.head, subject.moment))),
        _ => Err(Failure::broken("papier")),
    }
}

impl Gathered {
    /// What it will say it lacks, among the papers of other dossiers.
    fn missing_of(&self, reference: &str) -> impl Iterator<Item = Missing> {
        self.missing.iter().map(move |one| Missing::of(&format!("{reference} : {}", one.what), None))
    }

    pub(super) fn print(&self, progress: &Progress) -> Result<Paper, Failure> {
        Ok(self.printed(progress)?.paper)
    }

    /// The paper with what of it is kept. Errors when it is no longer wanted.
    pub(super) fn printed(&self, progress: &Progress) -> Result<Printed, Failure> {
        progress.step(0, 1)?;
        match &self.print {
            Printing::Alone(print) => {
                let paper = print(progress)?;
                let kept = self.of.iter().map(|of| ToKeep {
                    dossier: of.dossier,
                    key: self.entry.key,
                    reader: of.reader.name.clone(),
                    paper: paper.clone(),
                });
                Ok(Printed { kept: kept.collect(), paper })
            }
            Printing::Booklet(booklet) => booklet.printed(),
            Printing::Together { title, office, date, parts } => {
                let of = u32::try_from(parts.len()).unwrap_or(u32::MAX);
                let (mut papers, mut kept) = (Vec::new(), Vec::new());
                for (done, part) in (0..).zip(parts) {
                    progress.step(done, of)?;
                    let printed = part.printed(progress)?;
                    papers.push((part.entry.title.to_owned(), printed.paper));
                    kept.extend(printed.kept);
                }
                let bundle = Bundle { title: title.clone(), office: office.clone(), date: *date, papers };
                Ok(Printed { paper: bundle.print()?, kept })
            }
        }
    }

    /// The papers of dossiers it is made of: the key of each, and its dossier.
    pub(super) fn of_dossiers(&self) -> Vec<(&'static str, DossierId)> {
        let own = self.of.iter().map(|of| (self.entry.key, of.dossier));
        match &self.print {
            Printing::Alone(_) => own.collect(),
            Printing::Booklet(booklet) => own.chain(booklet.of_dossiers()).collect(),
            Printing::Together { parts, .. } => own.chain(parts.iter().flat_map(Self::of_dossiers)).collect(),
        }
    }

    pub(super) fn key(&self) -> &'static str {
        self.entry.key
    }

    pub(super) fn title(&self) -> &'static str {
        self.entry.title
    }

    /// The reference of its dossier, and the address of who reads it; nothing for a paper of no dossier.
    pub(super) fn addressed(&self) -> Option<(&str, &str)> {
        self.of.as_ref().map(|of| (of.reference.as_str(), of.reader.email.as_str()))
    }

    pub(super) fn file_name(&self) -> &str {
        &self.file_name
    }

    /// What it will say it lacks.
    pub(super) fn missing(&self) -> &[Missing] {
        &self.missing
    }
}
