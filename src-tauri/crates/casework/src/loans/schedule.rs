//! The schedule in rows: two versions side by side on the same instalments, long equal stretches as one line.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::dossier::{DeclaredAs, RunningLoan, ToldBy};
use domain::loan::{Instalment, InstalmentKind, RepaymentSchedule};
use domain::money::Euros;
use domain::words::{Labelled, long_date, month_of, screen_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;

/// One line, or a stretch of equal ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScheduleRow {
    /// `7`, `1–6`; empty for a part repaid early.
    pub numbers: String,
    /// The first of its instalments.
    pub first: u32,
    /// The last of them.
    pub last: u32,
    /// `5 nov. 2026`, `mars à août 2026`.
    pub label: String,
    /// What the version it is compared with asks for; absent when there is only one version or it has no such line.
    pub before: Option<VersionCells>,
    /// What this version asks for; absent when it has no such line.
    pub now: Option<VersionCells>,
    /// Whether the two versions ask for another sum there.
    pub changed: bool,
    /// What is known: `Payée`, `6 payées`, `Impayée`, `à venir`, `aucun incident connu`, `reportée`, `fin décalée`.
    pub state: String,
    /// What was declared.
    #[ts(type = "\"paid\" | \"missed\" | \"paid_late\" | null")]
    pub declared: Option<DeclaredAs>,
    /// `la banque, 16 nov.`; empty when nothing was declared.
    pub told: String,
}

/// What one version asks for on a line, amounts without their unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct VersionCells {
    /// What is paid; the whole stretch.
    pub to_pay: String,
    /// Of which interest.
    pub interest: String,
    /// What is left after.
    pub outstanding: String,
}

/// One line of both versions before stretches are made.
struct Line<'l> {
    number: u32,
    due: Option<NaiveDate>,
    before: Option<&'l Instalment>,
    now: Option<&'l Instalment>,
    declared: Option<(DeclaredAs, ToldBy, NaiveDate)>,
    standing: Standing,
    /// Whether it was declared missed before it was put on hold.
    missed: bool,
}

/// Where a line stands today when nothing was said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Gone,
    /// Gone too, after one that was missed.
    Unknown,
    Next,
    Coming,
    OnHold,
    Beyond,
    Early,
    Settled,
}

/// The rows of a version beside another one, or alone.
pub(super) fn rows(
    running: &RunningLoan,
    before: Option<&RepaymentSchedule>,
    now: &RepaymentSchedule,
    moment: &Moment,
) -> Result<Vec<ScheduleRow>, Failure> {
    let lines = lines(running, before, now, moment.today);
    let stretches = lines.chunk_by(|one, next| continues(one, next));
    stretches.flat_map(shortened).map(|stretch| row(stretch, before.is_some(), moment.today)).collect()
}

/// The same place in two versions.
type Both<'l> = (Option<&'l Instalment>, Option<&'l Instalment>);

fn lines<'l>(
    running: &RunningLoan,
    before: Option<&'l RepaymentSchedule>,
    now: &'l RepaymentSchedule,
    today: NaiveDate,
) -> Vec<Line<'l>> {
    // A part repaid early comes after the instalment whose number it has; two versions meet on the same place.
    let place = |line: &Instalment| (line.number, line.due.filter(|_| !line.kind.is_due()));
    let mut both: BTreeMap<_, Both<'l>> = BTreeMap::new();
    for line in before.into_iter().flat_map(|version| &version.instalments) {
        both.entry(place(line)).or_default().0 = Some(line);
    }
    for line in &now.instalments {
        both.entry(place(line)).or_default().1 = Some(line);
    }
    let mut lines: Vec<Line<'l>> = Vec::with_capacity(both.len());
    let mut next = Standing::Next;
    let unpaid = running.unpaid(today);
    for ((number, early), (before, now)) in both {
        let due = now.or(before).and_then(|line| line.due);
        let gone = due.is_some_and(|due| due <= today);
        let mut standing = standing(now, early.is_some(), number > running.signed.months(), gone);
        if standing == Standing::Coming {
            standing = std::mem::replace(&mut next, Standing::Coming);
        }
        let held = standing == Standing::OnHold;
        let settled = running.settled_on.is_some();
        if standing == Standing::Gone && unpaid.iter().any(|line| line.number == number) {
            standing = Standing::Unknown;
        }
        if settled && (standing == Standing::Gone || standing == Standing::Next || standing == Standing::Coming) {
            standing = Standing::Settled;
        }
        let owed = |said: &&domain::dossier::Declaration| !(settled && said.declared == DeclaredAs::Missed);
        let declared = running
            .declared(number)
            .filter(owed)
            .filter(|said| early.is_none() && !(held && said.declared == DeclaredAs::Missed));
        let declared = declared.map(|said| (said.declared, said.told_by, said.on));
        let missed = now.is_some_and(|line| running.is_missed_then_postponed(line));
        lines.push(Line { number, due, before, now, declared, standing, missed });
    }
    lines
}

fn standing(now: Option<&Instalment>, early: bool, beyond: bool, gone: bool) -> Standing {
    let held = now.is_some_and(|line| match line.kind {
        InstalmentKind::OnHold { .. } => true,
        InstalmentKind::Deferred
        | InstalmentKind::InterestOnly
        | InstalmentKind::Level
        | InstalmentKind::Last
        | InstalmentKind::Early => false,
    });
    match (early, held, gone, beyond) {
        (true, ..) => Standing::Early,
        (false, true, ..) => Standing::OnHold,
        (false, false, true, _) => Standing::Gone,
        (false, false, false, true) => Standing::Beyond,
        (false, false, false, false) => Standing::Coming,
    }
}

fn continues(one: &Line<'_>, next: &Line<'_>) -> bool {
    let same = |one: Option<&Instalment>, next: Option<&Instalment>| match (one, next) {
        (Some(one), Some(next)) => one.total == next.total && one.kind == next.kind,
        (one, next) => one.is_none() && next.is_none(),
    };
    one.standing == next.standing
        && one.missed == next.missed
        && one.standing != Standing::Early
        && one.declared == next.declared
        && one.declared.is_none_or(|(declared, ..)| declared != DeclaredAs::Missed)
        && same(one.before, next.before)
        && same(one.now, next.now)
}

/// A stretch of two says no less as two lines.
fn shortened<'s, 'l>(stretch: &'s [Line<'l>]) -> Vec<&'s [Line<'l>]> {
    if stretch.len() > 2 { vec![stretch] } else { stretch.chunks(1).collect() }
}

fn row(stretch: &[Line<'_>], compared: bool, today: NaiveDate) -> Result<ScheduleRow, Failure> {
    let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else {
        return Err(Failure::refused("L’échéancier est vide."));
    };
    let before = cells(stretch, |line| line.before)?.filter(|_| compared);
    let now = cells(stretch, |line| line.now)?;
    let early = first.standing == Standing::Early;
    Ok(ScheduleRow {
        numbers: match (early, first.number == last.number) {
            (true, _) => String::new(),
            (false, true) => first.number.to_string(),
            (false, false) => format!("{}–{}", first.number, last.number),
        },
        first: first.number,
        last: last.number,
        label: label(first, last),
        changed: compared && paid(before.as_ref()) != paid(now.as_ref()),
        state: spaced(&state(first, stretch.len())),
        declared: first.declared.map(|(declared, ..)| declared),
        told: first.declared.map(|(_, by, on)| told(by, on, today)).unwrap_or_default(),
        before,
        now,
    })
}

fn paid(cells: Option<&VersionCells>) -> Option<&str> {
    cells.map(|cells| cells.to_pay.as_str())
}

fn cells<'l>(
    stretch: &[Line<'l>],
    of: impl Fn(&Line<'l>) -> Option<&'l Instalment>,
) -> Result<Option<VersionCells>, Failure> {
    let Some(last) = stretch.last().and_then(&of) else { return Ok(None) };
    let sum = |part: fn(&Instalment) -> Euros| Euros::sum(stretch.iter().filter_map(&of).map(part));
    Ok(Some(VersionCells {
        to_pay: sum(|line| line.total)?.bare(),
        interest: sum(|line| line.interest)?.bare(),
        outstanding: last.outstanding.bare(),
    }))
}

fn label(first: &Line<'_>, last: &Line<'_>) -> String {
    match (first.due, last.due) {
        (Some(from), Some(to)) if from != to => format!("{} à {}", month_of(from), month_of(to)),
        (Some(due), _) => long_date(due),
        (None, _) => format!("Échéance\u{a0}{}", first.number),
    }
}

fn state(line: &Line<'_>, count: usize) -> String {
    if let Some((declared, ..)) = line.declared {
        let many = match declared {
            DeclaredAs::Paid => "payées",
            DeclaredAs::Missed => "impayées",
            DeclaredAs::PaidLate => "payées en retard",
        };
        return if count > 1 { format!("{count}\u{a0}{many}") } else { declared.label().to_owned() };
    }
    match (line.standing, line.now) {
        (_, None) => "n’est plus due",
        (Standing::Early, _) => "remboursée par avance",
        (Standing::OnHold, _) if line.missed => "impayée, puis reportée",
        (Standing::OnHold, _) => "reportée",
        (Standing::Settled, _) => "soldée",
        (Standing::Gone, _) => "aucun incident connu",
        (Standing::Unknown, _) => "rien de connu depuis l’impayé",
        (Standing::Beyond, _) => "fin décalée",
        (Standing::Next | Standing::Coming, _) => "à venir",
    }
    .to_owned()
}

fn told(by: ToldBy, on: NaiveDate, today: NaiveDate) -> String {
    format!("{}, {}", domain::words::lowered(by.label()), screen_date(on, today))
}
