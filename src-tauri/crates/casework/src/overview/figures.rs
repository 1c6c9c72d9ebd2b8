//! Four figures of a dossier: of the request, of the loan asked for, of the loan that runs.

use chrono::NaiveDate;
use domain::arrears::followed_episode;
use domain::budget::{BudgetReading, standing};
use domain::dossier::{Dossier, RunningLoan, monthly};
use domain::loan::RepaymentSchedule;
use domain::money::Euros;
use domain::settings::{RulePeriod, Settings};
use domain::supporting_document::{Checklist, DocumentStage};
use domain::words::{counted, given_of, long_date, lowered, members_summary, on_known_date, screen_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use crate::budgets::side;
use crate::facts::lender_name;
use app::caller::Moment;
use app::failure::Failure;

/// One of the four figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OverviewFigure {
    /// What it is.
    pub label: String,
    /// Its value, written.
    pub value: String,
    /// What it is compared with.
    pub note: String,
    /// Whether it is owed past its day.
    pub late: bool,
}

fn figure(label: &str, value: &str, note: &str) -> OverviewFigure {
    OverviewFigure { label: spaced(label), value: spaced(value), note: spaced(note), late: false }
}

/// The four figures of the moment.
pub(super) fn figures(
    dossier: &Dossier,
    settings: &Settings,
    checklist: &Checklist<'_>,
    moment: &Moment,
) -> Result<Vec<OverviewFigure>, Failure> {
    let course = dossier.facts.course();
    let loan = dossier.loan_in_force(settings, moment.today).ok();
    let left = left_to_live(dossier, settings, loan.as_ref())?;
    if let Some(running) = dossier.running_loan().filter(|_| course.disbursement.is_some()) {
        let mut four = repaying(dossier, &running, moment)?;
        four.push(left);
        return Ok(four);
    }
    let (first, second) = match &loan {
        Some(loan) => (
            figure("Microcrédit", &loan.terms.amount.to_string(), &over(loan, dossier, settings)),
            figure("Par mois", &monthly(loan)?.to_string(), &format!("coût total {}", loan.total_cost)),
        ),
        None => (wanted(dossier, settings)?, household(dossier)),
    };
    Ok(vec![first, second, left, papers(dossier, checklist)])
}

fn over(loan: &RepaymentSchedule, dossier: &Dossier, settings: &Settings) -> String {
    let lender = dossier.loan_lender().map(|key| format!(", {}", lender_name(key, settings)));
    format!("sur {}{}", counted(loan.months(), "mois", "mois"), lender.unwrap_or_default())
}

fn wanted(dossier: &Dossier, settings: &Settings) -> Result<OverviewFigure, Failure> {
    let amount = dossier.facts.request().amount.map_or_else(|| "–".to_owned(), |amount| amount.to_string());
    Ok(figure("Demandé", &amount, &lowered(&dossier.project_named(&settings.lists)?)))
}

fn household(dossier: &Dossier) -> OverviewFigure {
    let shares = dossier.household.shares();
    let parts = if shares.are_people() { String::new() } else { format!("{shares} parts") };
    figure("Au foyer", &members_summary(&dossier.household), &parts)
}

/// What is left to live on, once the project is done where the loan is known.
fn left_to_live(
    dossier: &Dossier,
    settings: &Settings,
    loan: Option<&RepaymentSchedule>,
) -> Result<OverviewFigure, Failure> {
    let instalment = loan.map(monthly).transpose()?;
    let label = match (dossier.facts.course().disbursement, instalment) {
        (Some(_), _) => "Reste à vivre, prévu",
        (None, Some(_)) => "Reste à vivre, après",
        (None, None) => "Reste à vivre",
    };
    let Some(budget) = &dossier.budget else { return Ok(figure(label, "–", "après le budget")) };
    let Some(after) = dossier.after_project(settings, instalment.unwrap_or(Euros::ZERO))? else {
        return Ok(figure(label, "–", "après le budget"));
    };
    let rules = settings.at(budget.established_on);
    let beside = standing(&after, BudgetReading::of_office(&rules).rule)?;
    let note = beside.map(|beside| {
        let day = if beside.period == RulePeriod::Day { " par jour" } else { "" };
        side(beside.apart).map(|(apart, side)| format!("{apart}{day} {side} du repère"))
    });
    let note = note.transpose()?.unwrap_or_else(|| "par personne et par mois".to_owned());
    Ok(figure(label, &after.reste_a_vivre.to_string(), &note))
}

/// The papers of the sending: how many are there, and the first that lack.
fn papers(dossier: &Dossier, checklist: &Checklist<'_>) -> OverviewFigure {
    let (there, of) = checklist.count();
    let (there, of) = (u32::try_from(there).unwrap_or(u32::MAX), u32::try_from(of).unwrap_or(u32::MAX));
    let lacks: Vec<_> = checklist.of(DocumentStage::Assessment).filter(|line| line.lacks()).collect();
    let note = match lacks.as_slice() {
        _ if dossier.facts.course().closed.is_some() => String::new(),
        _ if of == 0 => "rien n’est demandé encore".to_owned(),
        [] => "tout est là".to_owned(),
        [one] => lowered(&one.document.label),
        many => counted(many.len(), "à recevoir", "à recevoir"),
    };
    figure("Papiers", &given_of((there, of)), &note)
}

/// What is owed or comes next, what has passed, what is still due.
fn repaying(dossier: &Dossier, running: &RunningLoan, moment: &Moment) -> Result<Vec<OverviewFigure>, Failure> {
    let schedule = running.in_force();
    let due: Vec<NaiveDate> =
        schedule.instalments.iter().filter(|line| line.kind.is_due()).filter_map(|line| line.due).collect();
    let due_now = dossier.still_due(moment.today)?;
    let first = match (followed_episode(dossier), dossier.facts.course().lost_on(), &due_now) {
        (_, Some(on), Some(left)) => {
            let note = format!("toute la somme, depuis le {}", screen_date(on, moment.today));
            OverviewFigure { late: true, ..figure("Demandé par la banque", &left.amount().to_string(), &note) }
        }
        (Some(episode), ..) => {
            let note = match episode.owed.as_slice() {
                [one] => format!("1 échéance, celle du {}", screen_date(one.due, moment.today)),
                many => counted(many.len(), "échéance", "échéances"),
            };
            OverviewFigure { late: true, ..figure("En retard", &episode.amount()?.to_string(), &note) }
        }
        (None, ..) => {
            let next = due.iter().find(|due| **due > moment.today);
            let note = next.map_or_else(
                || "plus rien à venir".to_owned(),
                |next| format!("prochaine échéance {}", domain::words::on_screen_date(*next, moment.today)),
            );
            figure("Par mois", &monthly(schedule)?.to_string(), &note)
        }
    };
    let passed = u32::try_from(due.iter().filter(|due| **due <= moment.today).count()).unwrap_or(u32::MAX);
    let postponed = running.postponed();
    let postponed = if postponed == 0 { String::new() } else { counted(postponed, "report", "reports") };
    let passed = figure("Échéances échues", &given_of((passed, schedule.months())), &postponed);
    let left = match (running.settled_on, due_now) {
        (Some(on), _) => figure(
            "Reste à rembourser",
            &Euros::ZERO.to_string(),
            &format!("soldé {}", on_known_date(on, running.settled_known)),
        ),
        (None, Some(left)) => {
            let last = due.last().map(|last| format!("jusqu’au {}", long_date(*last))).unwrap_or_default();
            figure("Reste à rembourser", &left.amount().to_string(), &last)
        }
        (None, None) => figure("Reste à rembourser", "–", ""),
    };
    Ok(vec![first, passed, left])
}
