//! What is offered before anything is typed: up to which instalment all was paid, and what a change would cost.

use domain::dossier::{Dossier, RunningLoan};
use domain::loan::{Amendment, HeldInterest, RepaymentSchedule, early_repayment, higher_instalment, lower_instalment};
use domain::money::{AmountTooLarge, Euros};
use domain::settings::Settings;
use domain::words::{counted, long_date, numeric_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::form::AmendmentForm;
use super::view::deferrals;
use app::caller::Moment;

/// A day up to which every instalment nothing was said of may be said paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DueUntil {
    /// The day, as it is sent.
    pub on: String,
    /// The same, as people read it.
    pub label: String,
    /// The number of the last instalment it says.
    pub last: u32,
    /// `Noter 3 échéances payées, 212,58 €`.
    pub act: String,
}

/// A change of the schedule, with what it would cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangeProposed {
    /// What people read.
    pub label: String,
    /// What it would do; may be empty.
    pub what: String,
    /// `+ 6,73 €`, `− 31,35 €`; empty when it depends on what is typed.
    pub cost: String,
    /// What the form starts with.
    pub form: AmendmentForm,
}

/// `+ 6,73 €`, `− 31,35 €`, `0,00 €`.
pub(crate) fn signed(cost: Euros) -> String {
    if cost.is_negative() || cost.is_zero() { cost.to_string() } else { format!("+\u{202f}{cost}") }
}

/// Each day up to which all may be said paid, the last first.
pub(super) fn due_until(running: &RunningLoan, moment: &Moment) -> Result<Vec<DueUntil>, AmountTooLarge> {
    let mut days = Vec::new();
    let mut sum = Euros::ZERO;
    for (count, line) in (1_usize..).zip(running.unsaid_by(moment.today)) {
        sum = sum.plus(line.total)?;
        let Some(on) = line.due else { continue };
        let many = counted(count, "échéance payée", "échéances payées");
        days.push(DueUntil {
            on: numeric_date(on),
            label: long_date(on),
            last: line.number,
            act: spaced(&format!("Noter {many}, {sum}")),
        });
    }
    days.reverse();
    Ok(days)
}

/// The usual changes from the next instalment on; none before the money is paid, nor once the loan is settled.
pub(super) fn changes(
    running: &RunningLoan,
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Vec<ChangeProposed> {
    let before = running.in_force();
    let next = before.instalments.iter().find(|line| {
        line.kind.is_due() && line.due.is_some_and(|due| due > moment.today) && running.declared(line.number).is_none()
    });
    let Some((next, on)) = next.and_then(|next| Some((next, next.due?))) else { return Vec::new() };
    if dossier.facts.course().disbursement.is_none() || running.settled_on.is_some() {
        return Vec::new();
    }
    let from = next.number;
    let mut offered = Vec::new();
    let postponed = Amendment::Postponed { from, count: 1, interest: HeldInterest::WithLast };
    if let Ok(after) = running.changed(&postponed) {
        let most = deferrals(running, settings)
            .map(|(most, _)| format!(" ; {most} au plus, {}", counted(running.postponed(), "utilisé", "utilisés")));
        let form = AmendmentForm { kind: "postponed".to_owned(), from: from.to_string(), ..usual() };
        let what = format!("à la fin{}", most.unwrap_or_default());
        offered.push(change("Reporter une échéance", &what, cost(before, &after), form));
    }
    let levels =
        [("Payer moins par mois", lower_instalment(before)), ("Payer plus par mois", higher_instalment(before))];
    for (label, amount) in levels {
        let Some(amount) = amount else { continue };
        let Ok(after) = running.changed(&Amendment::NewInstalment { from, amount }) else { continue };
        let form = AmendmentForm {
            kind: "new_instalment".to_owned(),
            from: from.to_string(),
            amount: amount.bare(),
            ..usual()
        };
        let what = format!("{amount}, {}", months_apart(before, &after));
        offered.push(change(label, &what, cost(before, &after), form));
    }
    let form = AmendmentForm { kind: "partial_repayment".to_owned(), ..usual() };
    offered.push(change("Rembourser une partie", "un montant, une date", None, form));
    let threshold = settings.legal.amount("early_repayment_indemnity_threshold", on);
    if let Ok(repaid) = early_repayment(before, on, threshold) {
        let form = AmendmentForm { kind: "full_repayment".to_owned(), on: numeric_date(on), ..usual() };
        let what = format!("{} le {}", repaid.to_pay, long_date(on));
        offered.push(change("Tout rembourser", &what, Euros::ZERO.minus(repaid.avoided).ok(), form));
    }
    offered
}

fn cost(before: &RepaymentSchedule, after: &RepaymentSchedule) -> Option<Euros> {
    after.total_cost.minus(before.total_cost).ok()
}

/// `6 mois de plus`, `9 mois de moins`, `fin inchangée`.
pub(crate) fn months_apart(before: &RepaymentSchedule, after: &RepaymentSchedule) -> String {
    let (then, now) = (before.months(), after.months());
    match then.abs_diff(now) {
        0 => "fin inchangée".to_owned(),
        months if now > then => format!("{} de plus", counted(months, "mois", "mois")),
        months => format!("{} de moins", counted(months, "mois", "mois")),
    }
}

fn change(label: &str, what: &str, cost: Option<Euros>, form: AmendmentForm) -> ChangeProposed {
    let cost = cost.map(signed).unwrap_or_default();
    ChangeProposed { label: spaced(label), what: spaced(what), cost, form }
}

/// What the fields hold that the desk knows without them.
fn usual() -> AmendmentForm {
    AmendmentForm {
        count: "1".to_owned(),
        interest: "with_last".to_owned(),
        keeps: "end".to_owned(),
        ..AmendmentForm::default()
    }
}
