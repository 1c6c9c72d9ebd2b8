//! The facts of the schedule in force: the contract, the changes the bank agreed to, what was declared.

use documents::papers::current_schedule::{CurrentSchedule, ScheduleVersion, render};
use domain::dossier::{DeclaredAs, RunningLoan};
use domain::loan::explained::taeg_below_rate;
use domain::loan::{Instalment, differences, taeg};
use domain::words::{Labelled, known_date_typed, lowered, numeric_date, on_known_date, percent};

use super::{NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::dossiers::RoomKey;
use casework::loans::{disbursed, disbursed_otherwise, known, version_titles};

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Some(running) = subject.dossier.running_loan() else {
        return Ok(Err(NotYet {
            state: "après la signature du contrat",
            sentence: "L’échéancier en vigueur est celui d’un contrat signé.",
            remedy: "Notez la signature dans Décisions ; d’ici là, « Simulation et échéancier » s’imprime.",
            room: RoomKey::Decisions,
        }));
    };
    let sheet = sheet(subject, &running)?;
    let head = subject.head.clone();
    let state = format!("prêt, version {}", running.changes.len().saturating_add(1));
    let version = u32::try_from(running.changes.len()).unwrap_or(u32::MAX).saturating_add(1);
    Ok(Ok(Prepared { version, missing: Vec::new(), state, print: Box::new(move |_| Ok(render(&sheet, &head)?)) }))
}

fn sheet(subject: &Subject<'_>, running: &RunningLoan) -> Result<CurrentSchedule, Failure> {
    let contract = &running.contract;
    let lender = subject.settings.lenders.get(&contract.lender).map(|file| file.lender.name.to_string());
    let reckoned = taeg(&running.signed).ok().map(|taeg| taeg.to_string());
    let stated = contract.stated.taeg.map(|rate| percent(rate.percent()));
    let schedule = running.in_force().clone();
    Ok(CurrentSchedule {
        reference: subject.dossier.reference.clone(),
        printed_on: subject.moment.today,
        borrowers: subject.dossier.borrowers(),
        lender: lender.unwrap_or_default(),
        signed_on: contract.signed_on,
        signed_known: subject.dossier.loan_precisions().0,
        bank_reference: contract.bank_reference.to_string(),
        taeg_note: taeg_below_rate(&running.signed).filter(|_| stated.is_none()).unwrap_or_default(),
        taeg: stated.or(reckoned).unwrap_or_default(),
        versions: versions(running)?,
        differences: told(running),
        declared: schedule.instalments.iter().filter_map(|line| declared(running, line)).collect(),
        known: known(running),
        disbursed: disbursed(running).map(|(label, value)| (label.to_owned(), value)),
        disbursed_otherwise: disbursed_otherwise(running),
        settled: settled(running),
        schedule,
    })
}

fn versions(running: &RunningLoan) -> Result<Vec<ScheduleVersion>, Failure> {
    let mut versions = Vec::new();
    let mut before = None;
    let schedules = std::iter::once(&running.signed).chain(running.changes.iter().map(|change| &change.schedule));
    for ((title, agreed), schedule) in version_titles(running).into_iter().zip(schedules) {
        let cost = before.map(|before: &domain::loan::RepaymentSchedule| schedule.total_cost.minus(before.total_cost));
        versions.push(ScheduleVersion { title, agreed, cost: cost.transpose()? });
        before = Some(schedule);
    }
    Ok(versions)
}

/// What the contract states otherwise than it is worked out, with the reason where one is known.
fn told(running: &RunningLoan) -> Vec<[String; 4]> {
    let contract = &running.contract;
    let told = differences(&contract.terms, &contract.stated).into_iter();
    told.map(|one| {
        let why = one.why.map(|why| why.rule).unwrap_or_else(|| "à demander à la banque".to_owned());
        [one.label.to_owned(), one.stated, one.reckoned, why]
    })
    .collect()
}

/// `impayée, 16/11/2026`, `reportée`, and of a loan that is over `soldée, 20/08/2026`.
fn declared(running: &RunningLoan, line: &Instalment) -> Option<(u32, String)> {
    if running.is_missed_then_postponed(line) {
        return Some((line.number, "impayée, puis reportée".to_owned()));
    }
    if !line.kind.is_owed() {
        return line.kind.is_due().then(|| (line.number, "reportée".to_owned()));
    }
    let over = running.settled_on.filter(|settled| line.due.is_some_and(|due| due <= *settled));
    let over = over.map(|on| format!("soldée, {}", known_date_typed(on, running.settled_known)));
    let said = running.declared(line.number).filter(|said| over.is_none() || said.declared != DeclaredAs::Missed);
    let said = said.map(|said| format!("{}, {}", lowered(said.declared.label()), numeric_date(said.on)));
    Some((line.number, said.or(over)?))
}

/// What the end of the loan proves of its interest, in a sentence; empty while it runs.
fn settled(running: &RunningLoan) -> String {
    let Some(on) = running.settled_on else { return String::new() };
    let interest = running.in_force_on(on).interest_paid_by(on);
    let interest = interest.map(|sum| format!(" Intérêts payés selon cet échéancier : {sum}.")).unwrap_or_default();
    let known = on_known_date(on, running.settled_known);
    format!(
        "Le prêt est entièrement remboursé (appris {known}) : « soldée » veut dire payée, sans autre jour connu.{interest}"
    )
}
