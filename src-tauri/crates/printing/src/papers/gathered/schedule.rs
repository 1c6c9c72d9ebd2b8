//! The facts of the simulation and its schedule: the loan as it stands, what it is compared with, the law of its day.

use documents::papers::schedule::{BudgetEffect, RevolvingBeside, SimulationSheet, render};
use domain::loan::{RepaymentSchedule, revolving, taeg};
use domain::settings::RulesAt;

use super::bank_file::after;
use super::budget_notes::LoanBeside;
use super::support_charter::lender;
use super::{Missing, NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::budgets::reckoned;
use casework::dossiers::RoomKey;
use casework::loans::disbursed_otherwise;
use casework::simulations::example_rate_origin;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let dossier = subject.dossier;
    let Ok(schedule) = dossier.loan(subject.settings, subject.moment.today) else {
        return Ok(Err(NotYet {
            state: "la simulation n’est pas complète",
            sentence: "La simulation attend un montant, une durée, et une banque retenue ou un taux.",
            remedy: "Ouvrez Simulation et complétez le prêt.",
            room: RoomKey::Simulation,
        }));
    };
    let sheet = sheet(subject, schedule)?;
    let missing: Vec<Missing> = [
        (sheet.lender.is_empty(), "banque"),
        (sheet.schedule.terms.dates.is_none(), "dates du versement et de la première mensualité"),
        (sheet.budget.is_none(), "effet sur le budget"),
    ]
    .into_iter()
    .filter(|(lacks, _)| *lacks)
    .map(|(_, what)| Missing::of(what, Some(RoomKey::Simulation)))
    .collect();
    let state = if missing.is_empty() { "prête à expliquer" } else { "prête ; elle se passe de ce qui manque" };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing,
        state: state.to_owned(),
        print: Box::new(move |_| Ok(render(&sheet, &head)?)),
    }))
}

fn sheet(subject: &Subject<'_>, schedule: RepaymentSchedule) -> Result<SimulationSheet, Failure> {
    let dossier = subject.dossier;
    let day = dossier.loan_day(subject.moment.today);
    let rules = subject.settings.at(day);
    let at = lender(dossier, &rules);
    Ok(SimulationSheet {
        reference: dossier.reference.clone(),
        printed_on: subject.moment.today,
        borrowers: Some(dossier.borrowers()),
        purpose: subject.dossier.project_named(rules.lists)?,
        lender: at.map(|at| at.lender.name.to_string()).unwrap_or_default(),
        taeg: taeg(&schedule).ok(),
        refund: rules.office.refund.clone(),
        revolving: beside(subject, &schedule, &rules)?,
        budget: effect(subject, &schedule)?,
        disbursed_otherwise: dossier.running_loan().as_ref().map(disbursed_otherwise).unwrap_or_default(),
        contract_on: dossier
            .facts
            .course()
            .contract
            .map(|(fact, contract)| (contract.signed_on, dossier.facts.precision_of(fact))),
        warning: rules.legal.at("warning_text", day).cloned(),
        schedule,
    })
}

/// The same sum on a revolving credit, at the TAEG the office set.
fn beside(
    subject: &Subject<'_>,
    schedule: &RepaymentSchedule,
    rules: &RulesAt<'_>,
) -> Result<Option<RevolvingBeside>, Failure> {
    let Some(taeg) = rules.office.revolving_taeg else { return Ok(None) };
    let credit = revolving(schedule.terms.amount, taeg, schedule.terms.months)?;
    let origin = example_rate_origin(subject.settings, schedule.terms.amount, rules.date);
    Ok(Some(RevolvingBeside { taeg, origin, credit }))
}

/// What is left to live on, before the loan and with it.
fn effect(subject: &Subject<'_>, schedule: &RepaymentSchedule) -> Result<Option<BudgetEffect>, Failure> {
    let (Some(budget), Some(after)) =
        (subject.dossier.budget.as_ref(), after(subject, Some(LoanBeside::of(schedule)?))?)
    else {
        return Ok(None);
    };
    let before = reckoned(subject.dossier, subject.settings, subject.moment)?;
    let share = if before.shares.are_people() { "par personne" } else { "par part" };
    Ok(Some(BudgetEffect {
        before: before.reste_a_vivre,
        after: after.budget.reste_a_vivre,
        per: format!("{share} et par mois"),
        established_on: budget.established_on,
    }))
}
