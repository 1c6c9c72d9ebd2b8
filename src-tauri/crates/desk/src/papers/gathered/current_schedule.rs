//! The facts of the schedule in force: the contract, the changes the bank agreed to, what was declared.

use documents::papers::current_schedule::{CurrentSchedule, ScheduleVersion, render};
use domain::dossier::RunningLoan;
use domain::loan::{differences, taeg};
use domain::words::{Labelled, lowered, numeric_date, percent};

use super::{NotYet, Prepared, Subject};
use crate::dossiers::RoomKey;
use crate::failure::Failure;
use crate::loans::{known, version_titles};

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
        person: subject.dossier.person.clone(),
        lender: lender.unwrap_or_default(),
        signed_on: contract.signed_on,
        signed_known: subject.dossier.loan_precisions().0,
        bank_reference: contract.bank_reference.to_string(),
        taeg: stated.or(reckoned).unwrap_or_default(),
        versions: versions(running)?,
        differences: told(running),
        declared: schedule.instalments.iter().filter_map(|line| declared(running, line.number)).collect(),
        known: known(running),
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

/// `impayée, la banque, 16/11/2026`.
fn declared(running: &RunningLoan, number: u32) -> Option<(u32, String)> {
    let said = running.declared(number)?;
    let words = [lowered(said.declared.label()), numeric_date(said.on)];
    Some((number, words.join(", ")))
}
