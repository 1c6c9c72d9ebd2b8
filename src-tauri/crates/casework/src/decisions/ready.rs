//! Ready to send: what has to be there before a dossier goes to a lender, and the room that holds each thing.

use domain::dossier::{Dossier, Stage, stage};
use domain::eligibility::{CheckedLoan, Obstacle, ReadyLevel, ReadyLine};
use domain::paper::KeptPaper;
use domain::settings::Settings;
use domain::simulation::{Simulation, SimulationLack};
use domain::words::{Labelled, counted, long_date, lowered, spaced};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use super::forms::SubmissionForm;
use super::read::FormReading;
use crate::assessments::Disagreements;
use crate::dossiers::RoomKey;
use crate::facts::lender_name;
use crate::guarantees::tell_what_is_left;
use crate::simulations::short;
use app::caller::Moment;
use app::failure::{Failure, lacking_field, stopped};
use app::settings::identity;

/// Something a lender will look for in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReadyItem {
    /// Its key.
    pub key: String,
    /// What it is.
    pub label: String,
    /// What is there, or what lacks.
    pub note: String,
    /// Advice; may be empty.
    pub help: String,
    /// Whether it is there.
    pub done: bool,
    /// Whether nothing is sent without it.
    pub must: bool,
    /// The room that holds it.
    pub room: RoomKey,
}

/// The adviser, referent of the dossiers.
pub(super) fn advisor(reader: &Reader<'_>) -> Result<String, Failure> {
    Ok(identity(reader)?.advisor.to_string())
}

/// What has to be there for the next sending; empty before the assessment and once a lender agreed.
///
/// `papers` went out of the dossier, the last one first.
pub(super) fn ready(reading: &FormReading<'_>, advisor: &str, papers: &[KeptPaper]) -> Result<Vec<ReadyItem>, Failure> {
    if may_come(stage(reading.dossier)) { looked_at(reading, advisor, papers) } else { Ok(Vec::new()) }
}

/// The same from the first call on, for the page that says what lacks.
pub(crate) fn ready_from_the_call(
    reader: &Reader<'_>,
    dossier: &Dossier,
    settings: &Settings,
    papers: &[KeptPaper],
    moment: &Moment,
) -> Result<Vec<ReadyItem>, Failure> {
    let stage = stage(dossier);
    if stage != Stage::Request && !may_come(stage) {
        return Ok(Vec::new());
    }
    let mut dossier = dossier.clone();
    tell_what_is_left(reader, &mut dossier, settings, moment)?;
    let reading = FormReading { dossier: &dossier, settings, moment, corrects: None };
    looked_at(&reading, &advisor(reader)?, papers)
}

fn looked_at(reading: &FormReading<'_>, advisor: &str, papers: &[KeptPaper]) -> Result<Vec<ReadyItem>, Failure> {
    let (dossier, settings) = (reading.dossier, reading.settings);
    let today = reading.moment.today;
    let loan = match reading.submission(&SubmissionForm::default()) {
        Ok(submission) => CheckedLoan::sent(dossier, settings, &submission)?,
        Err(_) => {
            let asked = Simulation { amount: dossier.loan_amount()?, ..dossier.simulation.clone() };
            CheckedLoan { day: today, legal_day: today, asked, terms: None }
        }
    };
    let bank = bank(&loan, settings);
    let file = file(&bank, papers, reading.moment);
    let lines = dossier.ready_to_send(settings, &loan, advisor)?;
    let envelope = envelope(dossier, settings, &loan)?;
    let obstacles = dossier.loan_obstacles(settings, &loan)?;
    let stops = obstacles.iter().filter_map(stop);
    let disagreements = Disagreements::of(dossier, settings, &loan)?;
    let disagreements = (!disagreements.found.is_empty()).then(|| contradicted(&disagreements));
    let told = lines.iter().map(item).chain(disagreements).chain(envelope).chain([file]);
    Ok(std::iter::once(bank).chain(stops).chain(told).collect())
}

/// In a word where the list stands: `il manque 3 choses`, or what is still to be seen once nothing prevents the sending.
pub(super) fn ready_note(ready: &[ReadyItem], reading: &FormReading<'_>) -> String {
    let lacks = |must: bool| ready.iter().filter(move |item| item.must == must && !item.done);
    let lacking = lacks(true).count();
    if lacking > 0 {
        return format!("il manque {}", counted(lacking, "chose", "choses"));
    }
    // Those of documents and of the file on paper have sentences of their own.
    let own = ["documents", FILE];
    let to_see = lacks(false).filter(|item| !own.contains(&item.key.as_str()));
    let to_see: Vec<String> = to_see.map(|item| lowered(&item.label)).collect();
    let mut left = Vec::new();
    if !to_see.is_empty() {
        left.push(format!("à revoir : {}", to_see.join(", ")));
    }
    left.extend(Some(sent_as_missing(reading)).filter(|missing| !missing.is_empty()));
    if lacks(false).any(|item| item.key == FILE) {
        left.push("dossier à imprimer".to_owned());
    }
    if left.is_empty() {
        "rien ne manque".to_owned()
    } else {
        spaced(&format!("rien n’empêche l’envoi ; {}", left.join(" ; ")))
    }
}

/// `21 pièces manquent : le dossier le dit à la banque`; empty when all are there.
pub(super) fn sent_as_missing(reading: &FormReading<'_>) -> String {
    let (there, of) = reading.dossier.checklist(&reading.settings.at(reading.moment.today)).count();
    spaced(&match of.saturating_sub(there) {
        0 => String::new(),
        1 => "1 pièce manque : le dossier le dit à la banque".to_owned(),
        many => format!("{many} pièces manquent : le dossier le dit à la banque"),
    })
}

/// What this sending would take of the office's own guarantee; nothing when the office does not guarantee it.
fn envelope(dossier: &Dossier, settings: &Settings, loan: &CheckedLoan) -> Result<Option<ReadyItem>, Failure> {
    let (Some(left), Some(product)) = (dossier.eligibility.guarantee_left, &loan.asked.product) else {
        return Ok(None);
    };
    let Some(percent) = domain::guarantee::share(product, settings, loan.day) else { return Ok(None) };
    let amount = loan.asked.amount.unwrap_or_default();
    let part = amount.part(percent, 100)?.unwrap_or_default();
    let over = part > left;
    let note = if over {
        format!("ce prêt engagerait {part} ({percent} % de {amount}) : il reste {left}, l’enveloppe serait dépassée")
    } else {
        format!("ce prêt engagerait {part} ({percent} % de {amount}), il reste {left}")
    };
    let help = "Les envois encore sans réponse ne sont pas comptés : ils sont dits à part dans l’enveloppe.";
    Ok(Some(ReadyItem {
        key: "guarantee_envelope".to_owned(),
        label: "Enveloppe de garantie du CCAS".to_owned(),
        note: spaced(&note),
        help: spaced(if over { help } else { "" }),
        done: !over,
        must: false,
        room: RoomKey::Simulation,
    }))
}

fn may_come(stage: Stage) -> bool {
    match stage {
        Stage::Assessment | Stage::Session | Stage::ToSubmit | Stage::Refused | Stage::WithLender => true,
        Stage::Request
        | Stage::AgreementInPrinciple
        | Stage::Granted
        | Stage::Signed
        | Stage::Running
        | Stage::Accelerated
        | Stage::Ending
        | Stage::Closed => false,
    }
}

/// The bank of the next sending.
fn bank(loan: &CheckedLoan, settings: &Settings) -> ReadyItem {
    let name = loan.asked.lender.as_ref().map(|key| lender_name(key, settings));
    let done = name.is_some();
    ReadyItem {
        key: "lender".to_owned(),
        label: "Banque".to_owned(),
        note: name.unwrap_or_else(|| spaced("se choisit dans la simulation ou à l’envoi")),
        help: String::new(),
        done,
        must: true,
        room: RoomKey::Simulation,
    }
}

/// The paper the bank reads, and its key in the list of papers.
const FILE: &str = "bank_file";

/// The file on paper: the last one that went out for this bank.
fn file(bank: &ReadyItem, papers: &[KeptPaper], moment: &Moment) -> ReadyItem {
    let of_bank = |paper: &&KeptPaper| paper.paper.as_str() == FILE && bank.done && paper.reader.as_str() == bank.note;
    let out = papers.iter().find(of_bank);
    let note = out.map(|paper| format!("sorti le {}", long_date(moment.day_of(paper.kept_at))));
    ReadyItem {
        key: FILE.to_owned(),
        label: "Dossier de transmission".to_owned(),
        note: spaced(&note.unwrap_or("à imprimer ou à enregistrer".to_owned())),
        help: String::new(),
        done: out.is_some(),
        must: false,
        room: RoomKey::Documents,
    }
}

fn item(line: &ReadyLine<'_>) -> ReadyItem {
    ReadyItem {
        key: line.entry.key.as_str().to_owned(),
        label: spaced(&line.entry.label),
        note: spaced(&line.words),
        help: spaced(line.entry.help.as_deref().unwrap_or_default()),
        done: line.done,
        must: line.entry.level == ReadyLevel::Must,
        room: room(line.entry.fact.as_str()),
    }
}

/// What stops the sending and is not there to be seen when it does not; the lender and what the file lacks have their
/// own lines.
fn stop(obstacle: &Obstacle<'_>) -> Option<ReadyItem> {
    let (key, label, note, room) = match obstacle {
        Obstacle::NoLender | Obstacle::Lacking(_) => return None,
        Obstacle::Unknown(lack) => {
            (lacking_field(*lack), unknown(*lack), "à compléter".to_owned(), RoomKey::Simulation)
        }
        Obstacle::Limit(limit) => ("limits", "Limites du prêt", short(*limit), RoomKey::Simulation),
        Obstacle::Check(result) => {
            let planned = result.check.facts.iter().any(|fact| fact == "support_plan_set");
            let room = if planned { RoomKey::Decisions } else { RoomKey::Assessment };
            (result.check.key.as_str(), result.check.label.as_str(), lowered(result.state.label()), room)
        }
    };
    let help = if let Obstacle::Check(result) = obstacle { stopped(result).sentence() } else { String::new() };
    Some(ReadyItem {
        key: key.to_owned(),
        label: spaced(label),
        note: spaced(&note),
        help: spaced(&help),
        done: false,
        must: true,
        room,
    })
}

/// What disagrees in the file: it leaves all the same, and says so on its first sheet.
fn contradicted(disagreements: &Disagreements<'_>) -> ReadyItem {
    ReadyItem {
        key: "contradictions".to_owned(),
        label: "Concordance du dossier".to_owned(),
        note: disagreements.sentences.join(" "),
        help: String::new(),
        done: false,
        must: false,
        room: RoomKey::Assessment,
    }
}

/// What is not known, in a word.
fn unknown(lack: SimulationLack) -> &'static str {
    match lack {
        SimulationLack::Amount => "Montant demandé",
        SimulationLack::Months => "Durée demandée",
        SimulationLack::Rate => "Taux",
    }
}

/// The room where a fact is told.
fn room(fact: &str) -> RoomKey {
    match fact {
        "lead_advisor_named" | "purpose_set" => RoomKey::Person,
        "ordinary_credit_access" | "checks_settled" | "criteria_assessed" | "reasoned_opinion_written" => {
            RoomKey::Assessment
        }
        "budget_version_exists" => RoomKey::Budget,
        "financing_plan_balanced" | "quotes_valid" => RoomKey::Project,
        "all_documents_received" => RoomKey::Attachments,
        _ => RoomKey::Decisions,
    }
}
