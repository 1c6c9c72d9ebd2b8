//! Ready to send: what has to be there before a dossier goes to a lender, and the room that holds each thing.

use domain::dossier::{Dossier, Stage, Submission, stage};
use domain::eligibility::{CheckedLoan, ReadyLevel, ReadyLine};
use domain::paper::KeptPaper;
use domain::settings::Settings;
use domain::simulation::Simulation;
use domain::words::{counted, long_date, lowered, spaced};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use super::forms::SubmissionForm;
use super::note::lender_name;
use super::read::FormReading;
use crate::caller::Moment;
use crate::dossiers::RoomKey;
use crate::failure::Failure;
use crate::office::identity;

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
    let (dossier, settings) = (reading.dossier, reading.settings);
    if !may_come(stage(dossier)) {
        return Ok(Vec::new());
    }
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
    Ok(std::iter::once(bank).chain(lines.iter().map(item)).chain(envelope).chain([file]).collect())
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

/// `21 pièces ne sont pas réunies : la banque les recevra comme manquantes`; empty when all are there.
pub(super) fn sent_as_missing(reading: &FormReading<'_>) -> String {
    let (there, of) = reading.dossier.checklist(&reading.settings.at(reading.moment.today)).count();
    spaced(&match of.saturating_sub(there) {
        0 => String::new(),
        1 => "1 pièce n’est pas réunie : la banque la recevra comme manquante".to_owned(),
        many => format!("{many} pièces ne sont pas réunies : la banque les recevra comme manquantes"),
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

/// Refuses a sending that something still lacks. What was sent before the dossier was taken over is not judged.
pub(super) fn may_send(
    dossier: &Dossier,
    settings: &Settings,
    submission: &Submission,
    advisor: &str,
) -> Result<(), Failure> {
    if dossier.facts.course().taken_over_on.is_some_and(|entered| submission.sent_on <= entered) {
        return Ok(());
    }
    let loan = CheckedLoan::sent(dossier, settings, submission)?;
    let lines = dossier.ready_to_send(settings, &loan, advisor)?;
    let lacking: Vec<&ReadyLine<'_>> = lines.iter().filter(|line| line.stops()).collect();
    let Some(first) = lacking.first() else { return Ok(()) };
    let names: Vec<String> = lacking.iter().map(|line| lowered(&line.entry.label)).collect();
    let says = if lacking.len() == 1 {
        format!("Avant l’envoi, il manque : {} ({}).", names.join(", "), first.words)
    } else {
        format!("Avant l’envoi, il manque : {}.", names.join(", "))
    };
    let remedy = "« Prêt à envoyer » mène à ce qui manque. Une pièce manquante, elle, n’empêche pas l’envoi.";
    // No field of the form holds what lacks.
    Err(Failure::refused(&spaced(&says)).remedy(&spaced(remedy)))
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
