//! The facts of the sheet to take home: the budget in use and the loan as it stands, for the person alone.

use chrono::NaiveDate;
use documents::papers::AfterLoan;
use documents::papers::take_home_sheet::{LoanStanding, PlainBudget, PlainLoan, TakeHomeSheet, render};
use domain::budget::{AfterChange, Counted, Section};
use domain::dossier::{Course, RunningLoan};
use domain::loan::{RepaymentSchedule, refundable};
use domain::money::Euros;
use domain::settings::RulesAt;
use domain::words::lowered;

use super::bank_file::after;
use super::budget_notes::LoanBeside;
use super::letters::coming;
use super::support_charter::lender;
use super::{NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::budgets::reckoned;
use casework::dossiers::RoomKey;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let dossier = subject.dossier;
    let course = dossier.facts.course();
    if course.disbursement.is_some() || course.closed.is_some() {
        return Ok(Err(NotYet {
            state: "le prêt est versé, ou le dossier clos",
            sentence: "Cette feuille accompagne une demande jusqu’au versement : ensuite, elle ne dirait plus vrai.",
            remedy: "Imprimez la lettre après le versement, ou l’échéancier en vigueur.",
            room: RoomKey::Loan,
        }));
    }
    let Some(budget) = dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty()) else {
        return Ok(Err(NotYet {
            state: "le budget n’a pas encore de ligne",
            sentence: "La feuille à emporter attend au moins un budget.",
            remedy: "Ouvrez Budget et ajoutez une ressource ou une charge.",
            room: RoomKey::Budget,
        }));
    };
    let schedule = dossier.loan(subject.settings, subject.moment.today).ok();
    let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
    let sheet = TakeHomeSheet {
        reference: dossier.reference.clone(),
        printed_on: subject.moment.today,
        borrowers: dossier.borrowers(),
        budget: plain_budget(subject, budget.established_on)?,
        loan: schedule.as_ref().map(|schedule| plain_loan(subject, &course, schedule, &rules)).transpose()?,
        dates: dates(subject, &course, schedule.as_ref()),
        warning: rules.legal.at("warning_text", rules.date).map(|text| text.value.clone()).unwrap_or_default(),
    };
    let state =
        if sheet.loan.is_some() { "prête à remettre" } else { "prête ; la simulation n’est pas complète" };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing: Vec::new(),
        state: state.to_owned(),
        print: Box::new(move |_| Ok(render(&sheet, &head)?)),
    }))
}

fn plain_budget(subject: &Subject<'_>, established_on: NaiveDate) -> Result<PlainBudget, Failure> {
    let read = reckoned(subject.dossier, subject.settings, subject.moment)?;
    let received = read.section(Section::Income).map_or(Euros::ZERO, |income| income.total);
    Ok(PlainBudget {
        received,
        paid: received.minus(read.left)?,
        left: read.left,
        people: u64::try_from(subject.dossier.household.counted()).unwrap_or_default(),
        each: read.reste_a_vivre,
        per: per(subject, read.shares.are_people()),
        established_on,
    })
}

/// What a share is, after an amount; nothing for who lives alone.
fn per(subject: &Subject<'_>, are_people: bool) -> &'static str {
    match (subject.dossier.household.counted(), are_people) {
        (0 | 1, _) => "",
        (_, true) => " par personne",
        (_, false) => " par part",
    }
}

fn plain_loan(
    subject: &Subject<'_>,
    course: &Course<'_>,
    schedule: &RepaymentSchedule,
    rules: &RulesAt<'_>,
) -> Result<PlainLoan, Failure> {
    let beside = LoanBeside::of(schedule)?;
    let after = after(subject, Some(beside))?;
    let agreement = lender(subject.dossier, rules).and_then(|at| at.agreement).map(|dated| &dated.value);
    let given_back = rules.office.refund.as_ref().map(|policy| refundable(schedule, policy)).transpose()?;
    let (more_paid, less_paid) = after.as_ref().map(changed).unwrap_or_default();
    let dates = schedule.terms.dates;
    Ok(PlainLoan {
        amount: schedule.terms.amount,
        months: schedule.terms.months,
        total_paid: schedule.total_paid,
        cost: schedule.total_cost,
        instalment: beside.instalment,
        debit_day: dates.map(|dates| dates.monthly_day()).or(agreement.and_then(|agreement| agreement.debit_day)),
        more_paid,
        less_paid,
        each: after.as_ref().map_or(Euros::ZERO, |after| after.budget.reste_a_vivre),
        per: per(subject, after.as_ref().is_none_or(|after| after.budget.budget.shares.are_people())),
        advised: after.as_ref().and_then(|after| after.rule.threshold),
        given_back,
        standing: standing(course),
        withdrawal_days: rules.legal_number("withdrawal_days"),
        deferrals: agreement.and_then(|agreement| agreement.deferrals),
    })
}

fn standing(course: &Course<'_>) -> LoanStanding {
    match (course.disbursement.is_some(), course.contract.is_some(), course.granted().is_some()) {
        (true, ..) => LoanStanding::Running,
        (false, true, _) => LoanStanding::Signed,
        (false, false, true) => LoanStanding::Agreed,
        (false, false, false) => LoanStanding::Asked,
    }
}

/// The charges that the project makes begin or grow, and those that it makes end or shrink.
fn changed(after: &AfterLoan) -> (Vec<String>, Vec<String>) {
    let sure = |change: &&AfterChange| change.section != Section::Income && change.counted == Counted::Yes;
    let (more, less): (Vec<_>, Vec<_>) =
        after.budget.changes.iter().filter(sure).partition(|change| change.difference > Euros::ZERO);
    let names = |changes: Vec<&AfterChange>| changes.into_iter().map(|change| lowered(&change.name)).collect();
    (names(more), names(less))
}

/// The dates to come: the appointment, the answer of the bank, the money, the next instalment and the last one.
fn dates(subject: &Subject<'_>, course: &Course<'_>, schedule: Option<&RepaymentSchedule>) -> Vec<(NaiveDate, String)> {
    let mut dates = Vec::new();
    let mut tell = |on: Option<NaiveDate>, what: &str| dates.extend(on.map(|on| (on, what.to_owned())));
    tell(coming(subject).map(|agreed| agreed.on), "J’ai rendez-vous au CCAS.");
    let awaited = course.current().filter(|sent| sent.is_open()).and_then(|sent| sent.submission.expected_on);
    tell(awaited, "La banque répond, avant ce jour.");
    let planned = schedule.and_then(|schedule| schedule.terms.dates);
    let paid = match standing(course) {
        LoanStanding::Asked => Some("L’argent est versé, si c’est oui."),
        LoanStanding::Agreed => Some("L’argent est versé, si je signe."),
        LoanStanding::Signed => Some("L’argent est versé."),
        LoanStanding::Running => None,
    };
    if let Some(paid) = paid {
        tell(planned.map(|dates| dates.disbursed_on), paid);
    }
    let today = subject.moment.today;
    let running = subject.dossier.running_loan();
    let in_force = running.as_ref().map(RunningLoan::in_force).or(schedule);
    let due: Vec<NaiveDate> =
        in_force.into_iter().flat_map(|schedule| &schedule.instalments).filter_map(|line| line.due).collect();
    let next = due.iter().copied().find(|on| *on >= today);
    tell(next.filter(|on| due.first() == Some(on)), "Je paie pour la première fois.");
    tell(next.filter(|on| due.first() != Some(on) && due.last() != Some(on)), "Je paie ma prochaine mensualité.");
    tell(due.last().copied(), "Je paie pour la dernière fois.");
    dates.retain(|(on, _)| *on >= today);
    dates.sort_by_key(|(on, _)| *on);
    dates
}
