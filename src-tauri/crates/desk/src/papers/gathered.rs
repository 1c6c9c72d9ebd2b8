//! The facts of a paper, copied out of the store: what drawing, saving and opening work from.

mod agenda;
mod annual_report;
mod bank_file;
mod bank_file_documents;
mod beside;
mod budget_sheet;
mod current_schedule;
mod data_notice;
mod erasure_certificate;
mod heirs_sheet;
mod lender_comparison;
mod letters;
mod missing_documents;
mod processing_register;
mod questionnaire;
mod refund_statement;
mod schedule;
mod session;
mod support_charter;
mod workings;

pub(super) use letters::{compose, waiting};

use documents::Paper;
use documents::papers::{Entry, Letterhead, Takes, entry};
use domain::budget::Budget;
use domain::dossier::{Dossier, DossierId};
use domain::partner::Referrer;
use domain::settings::Settings;
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use super::asked::OnePaper;
use super::merged::Scans;
use crate::caller::Moment;
use crate::dossiers::{RoomKey, found};
use crate::failure::Failure;
use crate::office::{self, Desk};

/// A paper ready to be printed.
pub(super) struct Gathered {
    entry: Entry,
    file_name: String,
    missing: Vec<Missing>,
    print: Box<dyn Fn() -> Result<Paper, Failure> + Send>,
}

/// What every paper of a dossier is gathered from.
pub(super) struct Subject<'d> {
    pub(super) dossier: &'d Dossier,
    /// Every version of its budget, the first one first.
    pub(super) versions: &'d [Budget],
    pub(super) settings: &'d Settings,
    pub(super) head: &'d Letterhead,
    pub(super) moment: &'d Moment,
    /// Who sent the person.
    pub(super) referrer: Option<&'d Referrer>,
    /// Its files, where they are printed.
    pub(super) scans: Option<&'d Scans>,
}

/// What the store holds of a dossier for its papers, read once.
pub(super) struct Held {
    dossier: Dossier,
    versions: Vec<Budget>,
    settings: Settings,
    head: Letterhead,
    referrer: Option<Referrer>,
}

impl Held {
    pub(super) fn of(desk: &Desk, id: DossierId) -> Result<Self, Failure> {
        desk.read(|reader| {
            let dossier = found(reader, id)?;
            Ok(Self {
                versions: reader.budgets(id)?,
                settings: office::settings(reader)?,
                head: Letterhead { office: office::identity(reader)? },
                referrer: sender(reader, &dossier)?,
                dossier,
            })
        })
    }

    /// What a paper is gathered from; only the bank file is printed with scans.
    pub(super) fn subject<'d>(&'d self, moment: &'d Moment, scans: Option<&'d Scans>) -> Subject<'d> {
        let Self { dossier, versions, settings, head, referrer } = self;
        Subject { dossier, versions, settings, head, moment, referrer: referrer.as_ref(), scans }
    }
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
    pub(super) print: Box<dyn Fn() -> Result<Paper, Failure> + Send>,
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
    pub(super) fn of(what: &str, room: Option<RoomKey>) -> Self {
        Self { what: what.to_owned(), room }
    }
}

/// Copies out of the store what a paper prints.
pub(super) fn gather(desk: &Desk, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let entry = entry(&asked.paper).ok_or_else(|| Failure::refused("Ce papier n’existe pas.").at("paper"))?;
    match entry.takes {
        Takes::Dossier | Takes::Occasion | Takes::Letter(_) => of_a_dossier(desk, entry, asked, moment),
        Takes::Period => annual_report::gather(desk, entry, asked, moment),
        Takes::Office | Takes::Anyone => of_the_office(desk, entry, moment),
        Takes::Session => session::gather(desk, entry, asked, moment),
        Takes::Erasure => erasure_certificate::gather(desk, entry, asked),
        Takes::NewCode => Err(Failure::refused(
            "Cette feuille ne s’imprime qu’au moment où le code est fait : Étrier ne le garde pas.",
        )
        .remedy("Dans « Sécurité et copies », faites un nouveau code : sa feuille s’imprimera alors.")
        .at("paper")),
    }
}

/// The same paper whatever the dossier: named by its day.
fn of_the_office(desk: &Desk, entry: Entry, moment: &Moment) -> Result<Gathered, Failure> {
    let (office, settings) = desk.read(|reader| Ok((office::identity(reader)?, office::settings(reader)?)))?;
    let head = Letterhead { office };
    let prepared = match entry.key {
        "agenda" => agenda::prepare(desk, &head, moment)?,
        "refund_statement" => refund_statement::prepare(desk, &settings, &head, moment)?,
        "data_notice" => data_notice::prepare(&settings, &head, moment),
        "processing_register" => processing_register::prepare(desk, &settings, &head, moment)?,
        _ => return Err(Failure::broken("papier")),
    };
    let day = moment.today.format("%Y-%m-%d").to_string();
    Ok(Gathered {
        entry,
        file_name: entry.file_name(&day, prepared.version),
        missing: prepared.missing,
        print: prepared.print,
    })
}

fn of_a_dossier(desk: &Desk, entry: Entry, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let no_dossier = || Failure::refused("Ce papier est celui d’un dossier : lequel ?").at("dossier");
    let id = asked.dossier.ok_or_else(no_dossier)?;
    let held = Held::of(desk, id)?;
    let scans = match entry.key {
        "bank_file" => Some(Scans::of(desk, id, asked.weight(), moment.now)?),
        _ => None,
    };
    let subject = held.subject(moment, scans.as_ref());
    let prepared =
        prepare(entry, &subject)?.map_err(|not_yet| Failure::refused(not_yet.sentence).remedy(not_yet.remedy))?;
    Ok(Gathered {
        entry,
        file_name: entry.file_name(&subject.dossier.reference, prepared.version),
        missing: prepared.missing,
        print: prepared.print,
    })
}

/// Who sent the person of a dossier.
fn sender(reader: &Reader<'_>, dossier: &Dossier) -> Result<Option<Referrer>, Failure> {
    let referrer = dossier.facts.request().referrer;
    Ok(referrer.map(|id| reader.referrer(id)).transpose()?.flatten())
}

/// The papers that are handed or sent to the person alone.
const TO_THE_PERSON: [&str; 6] =
    ["schedule", "lender_comparison", "support_charter", "missing_documents", "questionnaire", "data_notice"];

/// A paper of a dossier, or why it waits.
pub(super) fn prepare(entry: Entry, subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    if subject.dossier.facts.course().died_on.is_some() && TO_THE_PERSON.contains(&entry.key) {
        return Ok(Err(NotYet {
            state: "décès noté",
            sentence: "Le décès est noté : plus rien ne part à la personne.",
            remedy: "La fiche pour les héritiers est dans Documents.",
            room: RoomKey::FollowUp,
        }));
    }
    if let Takes::Letter(kind) = entry.takes {
        return letters::prepare(kind, subject);
    }
    match entry.key {
        "budget_sheet" => budget_sheet::prepare(subject),
        "schedule" => schedule::prepare(subject),
        "lender_comparison" => lender_comparison::prepare(subject),
        "support_charter" => support_charter::prepare(subject),
        "missing_documents" => missing_documents::prepare(subject),
        "questionnaire" => questionnaire::prepare(subject),
        "workings" => workings::prepare(subject),
        "current_schedule" => current_schedule::prepare(subject),
        "heirs_sheet" => heirs_sheet::prepare(subject),
        "bank_file" => bank_file::prepare(subject),
        "data_notice" => Ok(Ok(data_notice::prepare(subject.settings, subject.head, subject.moment))),
        _ => Err(Failure::broken("papier")),
    }
}

impl Gathered {
    pub(super) fn print(&self) -> Result<Paper, Failure> {
        (self.print)()
    }

    pub(super) fn key(&self) -> &'static str {
        self.entry.key
    }

    pub(super) fn title(&self) -> &'static str {
        self.entry.title
    }

    pub(super) fn file_name(&self) -> &str {
        &self.file_name
    }

    /// What it will say it lacks.
    pub(super) fn missing(&self) -> &[Missing] {
        &self.missing
    }
}
