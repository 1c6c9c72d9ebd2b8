//! The room: the contract's figures, the schedule in force, what is known today.

use domain::dossier::{DeclaredAs, Dossier, RunningLoan, StillDue, ToldBy};
use domain::explained::Explained;
use domain::loan::{HeldInterest, InstalmentKind, Keeps, explained, taeg_working};
use domain::settings::Settings;
use domain::words::{counted, known_date, long_date, month_day, on_known_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::proposed::{ChangeProposed, DueUntil, changes, due_until};
use super::schedule::{ScheduleRow, rows};
use crate::decisions::{StatedDifferenceView, stated_differences};
use crate::dossiers::{OneDossier, found};
use crate::explained::ExplainedView;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::{Choice, Money};

/// The room « Prêt » of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoanRoomView {
    /// What opens the room; empty once a contract is signed.
    pub closed: String,
    /// Whether the funds were released: only then is anything changed or declared.
    pub running: bool,
    /// Where the loan stands; absent before a contract.
    pub standing: Option<LoanStanding>,
}

/// Where a signed loan stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoanStanding {
    /// `signé le 26 janvier 2026, Caisse du Val`.
    pub signed: String,
    /// `le 5 de chaque mois`; empty without dates.
    pub each_month: String,
    /// The contract's figures.
    pub figures: Vec<ContractFigure>,
    /// What the contract states otherwise than its terms give, each with its reason or a question for the bank.
    pub differences: Vec<StatedDifferenceView>,
    /// Whether the loan may be settled: paid out, and not known to be over.
    pub can_settle: bool,
    /// The conditions that are not those of a plain loan, a sentence each.
    pub conditions: Vec<String>,
    /// What is due today; absent without dates.
    pub still_due: Option<StillDueView>,
    /// `aucun incident connu`, `8 échéances déclarées payées sur 24, 1 impayée`.
    pub known: String,
    /// Whether an instalment is declared missed.
    pub missed: bool,
    /// The contract, then each change in force.
    pub versions: Vec<VersionRow>,
    /// A change that no longer holds on the contract as corrected; empty when all do.
    pub stopped: String,
    /// The schedule in force, beside the contract's once it was changed.
    pub rows: Vec<ScheduleRow>,
    /// What the instalments of the contract add up to.
    pub total_signed: Money,
    /// What those of the version in force add up to.
    pub total_now: Money,
    /// Instalments a change may start from: to come, or missed.
    pub changeable: Vec<DueChoice>,
    /// Instalments something may be declared of.
    pub declarable: Vec<DueChoice>,
    /// Each day up to which all may be said paid, the last first.
    pub due_until: Vec<DueUntil>,
    /// The usual changes, each with what it would cost.
    pub changes: Vec<ChangeProposed>,
    /// `2 reports au plus, 0 utilisé : convention du 1er février 2025`; empty when the agreement says nothing.
    pub deferrals: String,
    /// When the interest of months on hold may be paid.
    pub held_interests: Vec<Choice>,
    /// What may stay as it was.
    pub kept: Vec<Choice>,
    /// What may be declared.
    pub declared: Vec<Choice>,
    /// Who may have said so.
    pub told_by: Vec<Choice>,
}

/// What is due of the loan today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StillDueView {
    /// The principal: that of what is late and of what is to come.
    pub principal: Money,
    /// `3 échéances échues et non payées : 267,12 €`; empty when nothing is late.
    pub late: String,
    /// The interest of what was due and paid.
    pub interest_paid: Money,
    /// Where the principal comes from.
    pub explained: ExplainedView,
}

/// One of the contract's figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ContractFigure {
    /// What it is.
    pub label: String,
    /// Its value, written.
    pub value: String,
    /// Where it comes from; absent for what was typed.
    pub explained: Option<ExplainedView>,
    /// Whether it is not that of the other months.
    pub differs: bool,
}

/// One version of the schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct VersionRow {
    /// From 1, the contract's.
    pub number: u32,
    /// `Version 1, du contrat`, `Version 2, report d’une échéance`.
    pub title: String,
    /// `accord du 24 novembre 2026`; empty for the contract.
    pub agreed: String,
    /// What was said with it.
    pub note: String,
    /// What it costs beyond the version before; absent for the contract.
    pub cost: Option<Money>,
    /// Where that comes from.
    pub explained: Option<ExplainedView>,
}

/// An instalment to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DueChoice {
    /// Its number.
    pub number: u32,
    /// `5 novembre 2026, impayée`.
    pub label: String,
}

/// Shows the running loan of a dossier: its schedule, what is known, its versions.
pub fn loan(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<LoanRoomView, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let disbursed = dossier.facts.course().disbursement.is_some();
    let standing = dossier.running_loan().map(|running| standing(&running, &dossier, &settings, moment)).transpose()?;
    let closed =
        if standing.is_some() { "" } else { "S’ouvre à la signature du contrat, à noter dans les décisions." };
    Ok(LoanRoomView { closed: spaced(closed), running: disbursed && standing.is_some(), standing })
}

fn standing(
    running: &RunningLoan,
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Result<LoanStanding, Failure> {
    let now = running.in_force();
    let disbursed = dossier.facts.course().disbursement.is_some();
    let lender = settings.lenders.get(&running.contract.lender).map(|file| file.lender.name.to_string());
    let signed = on_known_date(running.contract.signed_on, dossier.loan_precisions().0);
    let number = running.contract.bank_reference.as_str();
    let number = if number.is_empty() { String::new() } else { format!(", prêt n° {number}") };
    let signed = format!("signé {signed}, {}{number}", lender.unwrap_or_default());
    let compared = (!running.changes.is_empty()).then_some(&running.signed);
    let due = now.terms.dates.map(|dates| dates.monthly_day());
    Ok(LoanStanding {
        signed: spaced(&signed),
        each_month: due.map(|day| format!("le\u{a0}{} de chaque mois", month_day(day))).unwrap_or_default(),
        figures: figures(running),
        differences: stated_differences(&running.contract),
        can_settle: can_settle(dossier),
        conditions: conditions(running),
        still_due: dossier.still_due(moment.today)?.as_ref().map(still_due),
        known: known(running),
        missed: running.declared_as(DeclaredAs::Missed).next().is_some(),
        versions: versions(running)?,
        stopped: running.stopped.map(|refused| Failure::from(refused).message).unwrap_or_default(),
        rows: rows(running, compared, now, moment)?,
        total_signed: running.signed.total_due.into(),
        total_now: now.total_due.into(),
        changeable: changeable(running),
        declarable: declarable(running, dossier, moment),
        due_until: if disbursed { due_until(running, moment)? } else { Vec::new() },
        changes: changes(running, dossier, settings, moment),
        deferrals: deferrals_said(running, settings),
        held_interests: HeldInterest::ALL.into_iter().map(Choice::of).collect(),
        kept: Keeps::ALL.into_iter().map(Choice::of).collect(),
        declared: DeclaredAs::ALL.into_iter().map(Choice::of).collect(),
        told_by: ToldBy::ALL.into_iter().map(Choice::of).collect(),
    })
}

/// What was paid out otherwise than planned, the conditions of the contract, and why its TAEG is below its rate.
fn conditions(running: &RunningLoan) -> Vec<String> {
    let otherwise = Some(disbursed_otherwise(running)).filter(|sentence| !sentence.is_empty());
    let told = explained::conditions(&running.signed);
    otherwise.into_iter().chain(told).chain(explained::taeg_below_rate(&running.signed)).collect()
}

fn still_due(due: &StillDue) -> StillDueView {
    let late = counted(due.late.len(), "échéance échue et non payée", "échéances échues et non payées");
    let late = if due.late.is_empty() { String::new() } else { format!("{late} : {}", due.arrears) };
    StillDueView {
        principal: due.principal.into(),
        late: spaced(&late),
        interest_paid: due.interest_paid.into(),
        explained: due.explained().into(),
    }
}

fn can_settle(dossier: &Dossier) -> bool {
    let course = dossier.facts.course();
    course.disbursement.is_some() && course.repaid_on.is_none() && course.closed.is_none()
}

/// `1 800,00 €, le 2 mars 2026` once it is paid out, as it was noted; before, the day the contract plans.
pub fn disbursed(running: &RunningLoan) -> Option<(&'static str, String)> {
    if let Some(paid) = &running.disbursed {
        let on = on_known_date(paid.on, running.disbursed_known);
        return Some(("Argent versé", spaced(&format!("{}, {on}", paid.amount))));
    }
    let dates = running.signed.terms.dates?;
    Some(("Versement prévu", spaced(&known_date(dates.disbursed_on, running.disbursed_known))))
}

/// What the contract planned otherwise of the release of the funds, in a sentence; empty when all agrees.
pub fn disbursed_otherwise(running: &RunningLoan) -> String {
    let Some(otherwise) = running.disbursed_otherwise() else { return String::new() };
    let on = otherwise.planned_on.map(|on| format!("le {}", long_date(on)));
    let sum = otherwise.planned.map(|planned| planned.to_string());
    let planned: Vec<String> = sum.into_iter().chain(on).collect();
    spaced(&format!(
        "Versé autrement que prévu : le contrat dit {}. L’échéancier suit le contrat ; demandez à la banque si elle l’a \
         changé.",
        planned.join(", ")
    ))
}

fn figures(running: &RunningLoan) -> Vec<ContractFigure> {
    let signed = &running.signed;
    let working = taeg_working(signed).ok();
    let typed =
        |label: &str, value: String| ContractFigure { label: spaced(label), value, explained: None, differs: false };
    let told = |label: &str, explained: Explained| ContractFigure {
        label: spaced(label),
        value: explained.result.clone(),
        explained: Some(explained.into()),
        differs: false,
    };
    let mut figures = vec![typed("Somme", signed.terms.amount.to_string())];
    let otherwise = running.disbursed_otherwise().is_some();
    let paid = disbursed(running).map(|(label, value)| typed(label, value));
    figures.extend(paid.map(|figure| ContractFigure { differs: otherwise, ..figure }));
    figures.push(typed("Taux fixe", signed.terms.annual_rate.to_string()));
    figures.push(told("Mensualité", explained::instalment(signed)));
    let first = signed.first().filter(|first| match first.kind {
        InstalmentKind::Level => first.total != first.insurance.plus(signed.instalment()).unwrap_or_default(),
        InstalmentKind::Deferred
        | InstalmentKind::InterestOnly
        | InstalmentKind::OnHold { .. }
        | InstalmentKind::Last
        | InstalmentKind::Early => true,
    });
    figures.extend(first.map(|first| ContractFigure {
        label: "Première".to_owned(),
        value: first.total.to_string(),
        explained: Some(explained::first_interest(signed).into()),
        differs: true,
    }));
    figures.push(told("Dernière", explained::last_instalment(signed)));
    figures.push(told("Intérêts", explained::total_interest(signed)));
    figures.extend(working.map(|working| told("TAEG", explained::taeg(signed, &working))));
    figures.push(told("Coût total", explained::total_cost(signed)));
    figures
}

/// What the declarations say of a running loan, in a few words.
pub fn known(running: &RunningLoan) -> String {
    let count = |declared| u32::try_from(running.declared_as(declared).count()).unwrap_or(u32::MAX);
    let (paid, late, missed) = (count(DeclaredAs::Paid), count(DeclaredAs::PaidLate), count(DeclaredAs::Missed));
    let lines = running.in_force().instalments.iter();
    let postponed = lines.filter(|line| running.is_missed_then_postponed(line)).count();
    if let Some(settled) = running.settled_on {
        return spaced(&format!("prêt soldé, appris {}", on_known_date(settled, running.settled_known)));
    }
    let mut said = Vec::new();
    if paid > 0 {
        let declared = counted(paid, "échéance déclarée payée", "échéances déclarées payées");
        said.push(format!("{declared} sur {}", running.in_force().months()));
    }
    if late > 0 {
        said.push(counted(late, "payée en retard", "payées en retard"));
    }
    if postponed > 0 {
        said.push(counted(postponed, "impayé, réglé par un report", "impayés, réglés par un report"));
    }
    match (missed, late, postponed) {
        // Of a loan that was running before its dossier was kept here, silence says nothing.
        (0, 0, 0) if running.taken_over && paid == 0 => said.push("rien n’est déclaré".to_owned()),
        (0, 0, 0) => said.push("aucun incident connu".to_owned()),
        (0, 0, _) => {}
        (0, ..) => said.push("rien d’impayé".to_owned()),
        (missed, ..) => said.push(counted(missed, "impayée", "impayées")),
    }
    spaced(&said.join(", "))
}

/// `Version 2, report d’une échéance` and `accord du 24 novembre 2026`, the contract first.
pub fn version_titles(running: &RunningLoan) -> Vec<(String, String)> {
    let mut titles = vec![(spaced("Version 1, du contrat"), String::new())];
    for (number, change) in (2..).zip(&running.changes) {
        let label = domain::words::lowered(change.agreed.amendment.label());
        let agreed = format!("accord du {}", long_date(change.agreed.agreed_on));
        titles.push((spaced(&format!("Version {number}, {label}")), agreed));
    }
    titles
}

fn versions(running: &RunningLoan) -> Result<Vec<VersionRow>, Failure> {
    let mut titles = version_titles(running).into_iter();
    let (title, agreed) = titles.next().unwrap_or_default();
    let mut rows = vec![VersionRow { number: 1, title, agreed, note: String::new(), cost: None, explained: None }];
    let mut before = &running.signed;
    for ((number, change), (title, agreed)) in (2..).zip(&running.changes).zip(titles) {
        rows.push(VersionRow {
            number,
            title,
            agreed,
            note: change.agreed.note.to_string(),
            cost: Some(change.schedule.total_cost.minus(before.total_cost)?.into()),
            explained: Some(explained::amendment_cost(before, &change.schedule)?.into()),
        });
        before = &change.schedule;
    }
    Ok(rows)
}

/// From the first instalment that was not declared paid.
fn changeable(running: &RunningLoan) -> Vec<DueChoice> {
    let paid = |number| {
        running.declared(number).is_some_and(|said| match said.declared {
            DeclaredAs::Paid | DeclaredAs::PaidLate => true,
            DeclaredAs::Missed => false,
        })
    };
    let last_paid =
        running.in_force().instalments.iter().filter(|line| paid(line.number)).map(|line| line.number).max();
    choices(running, |number| last_paid.is_none_or(|last| number > last))
}

fn declarable(running: &RunningLoan, dossier: &Dossier, moment: &Moment) -> Vec<DueChoice> {
    if dossier.facts.course().disbursement.is_none() {
        return Vec::new();
    }
    let open = |number| running.declared(number).is_none_or(|said| said.declared == DeclaredAs::Missed);
    // Of an instalment put off there is nothing to say: nothing was due.
    let due = running.in_force().due_by(moment.today).filter(|line| !line.total.is_zero());
    let due: Vec<u32> = due.map(|line| line.number).collect();
    choices(running, |number| open(number) && due.contains(&number))
}

fn choices(running: &RunningLoan, wanted: impl Fn(u32) -> bool) -> Vec<DueChoice> {
    let lines = running.in_force().instalments.iter().filter(|line| line.kind.is_due() && wanted(line.number));
    lines
        .map(|line| {
            let name = line.due.map_or_else(|| format!("échéance {}", line.number), long_date);
            let missed = running.declared(line.number).is_some_and(|said| said.declared == DeclaredAs::Missed);
            let label = if missed { format!("{name}, impayée") } else { name };
            DueChoice { number: line.number, label: spaced(&label) }
        })
        .collect()
}

/// How many postponements the agreement of the contract grants, and since when.
pub fn deferral_clause(running: &RunningLoan, settings: &Settings) -> Option<(u32, chrono::NaiveDate)> {
    let rules = settings.at(running.contract.signed_on);
    let agreement = rules.lender(&running.contract.lender)?.agreement?;
    Some((agreement.value.deferrals?, agreement.valid_from))
}

/// How many postponements the agreement of the contract grants, and where it says so.
pub(super) fn deferrals(running: &RunningLoan, settings: &Settings) -> Option<(u32, String)> {
    let (most, since) = deferral_clause(running, settings)?;
    Some((most, format!("convention du {}", long_date(since))))
}

pub(crate) fn deferrals_said(running: &RunningLoan, settings: &Settings) -> String {
    let Some((most, source)) = deferrals(running, settings) else { return String::new() };
    let used = counted(running.postponed(), "utilisé", "utilisés");
    spaced(&format!("{} au plus, {used} : {source}.", counted(most, "report", "reports")))
}
