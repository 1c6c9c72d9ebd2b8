//! Beside the list: who is waited for, who is silent, how much was lent.

use chrono::Days;
use domain::dossier::{DossierId, DossierLine};
use domain::money::Euros;
use domain::settings::{ListKey, RulesAt, Settings};
use domain::task::WaitingOn;
use domain::words::{self, Labelled, counted};
use serde::Serialize;
use store::{Lent, Reader};
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;
use app::shapes::Meaning;

/// How many of those waited for, or silent, are given.
const SHOWN: u64 = 50;

/// The round numbers of loans that are worth a word.
const LOANS: [u64; 5] = [10, 50, 100, 500, 1_000];

/// The round amounts lent that are worth a word, in euros.
const AMOUNTS: [i64; 4] = [10_000, 50_000, 100_000, 1_000_000];

/// How near a round number of loans is when it is told.
const NEAR: u64 = 10;

/// Something that is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Waiting {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Who is waited for.
    pub whom: String,
    /// Whose dossier it is.
    pub name: String,
    /// What for.
    pub what: String,
    /// `15 jours`, `aujourd’hui`.
    pub since: String,
    /// Whether their day is gone by.
    pub meaning: Meaning,
}

/// A dossier or a loan nobody has had news of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Silent {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Whose it is.
    pub name: String,
    /// Where it stands, and its project.
    pub what: String,
    /// How long: `35 jours`.
    pub since: String,
}

/// One figure of what was done so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Landmark {
    /// What it counts.
    pub label: String,
    /// The figure, in words.
    pub value: String,
}

/// Everything beside the list.
pub(super) struct Aside {
    pub(super) waiting: Vec<Waiting>,
    pub(super) waiting_found: u64,
    pub(super) silent: Vec<Silent>,
    pub(super) silent_found: u64,
    pub(super) landmarks: Vec<Landmark>,
}

/// Reads what stands beside the list.
pub(super) fn aside(reader: &Reader<'_>, settings: &Settings, moment: &Moment) -> Result<Aside, Failure> {
    let today = moment.today;
    let rules = settings.at(today);
    let (tasks, waiting_found) = reader.waited_for(today, SHOWN)?;
    let numbers: Vec<DossierId> = tasks.iter().map(|(id, _)| *id).collect();
    let lines = reader.lines_of(&numbers)?;
    let line = |id: DossierId| lines.iter().find(|(other, _)| *other == id).map(|(_, line)| line);
    let waiting = tasks.into_iter().filter_map(|(id, task)| {
        let line = line(id)?;
        let days = today.signed_duration_since(task.since).num_days();
        Some(Waiting {
            dossier: id,
            whom: whom(&task, line, &rules),
            name: line.name.clone(),
            what: task.what,
            since: if days > 0 { counted(days, "jour", "jours") } else { "aujourd’hui".to_owned() },
            meaning: if task.due < today { Meaning::Late } else { Meaning::Plain },
        })
    });
    let waiting = waiting.collect();
    let (silent, silent_found) = silent(reader, &rules, moment)?;
    Ok(Aside { waiting, waiting_found, silent, silent_found, landmarks: landmarks(&reader.lent()?) })
}

/// Who is waited for: a lender by its name.
fn whom(task: &domain::task::Task, line: &DossierLine, rules: &RulesAt<'_>) -> String {
    if task.waiting_on != WaitingOn::Lender {
        return task.waiting_on.label().to_owned();
    }
    let named = task.rule.as_str().split_once('.').map(|(_, lender)| ListKey::new(lender));
    let lender = named.as_ref().or(line.lender.as_ref()).and_then(|key| rules.lender(key));
    lender.map_or_else(|| task.waiting_on.label().to_owned(), |lender| lender.lender.name.to_string())
}

/// Loans without a contact for the office's months, then dossiers being assessed that nothing was noted of for as long
/// as a dossier without another task waits.
fn silent(reader: &Reader<'_>, rules: &RulesAt<'_>, moment: &Moment) -> Result<(Vec<Silent>, u64), Failure> {
    let today = moment.today;
    let (loans, loans_found) = reader.silent_loans(today, SHOWN)?;
    let days = u64::from(rules.follow_up.first_next_date_days);
    let since = today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let (quiet, quiet_found) = reader.quiet_lines(since, SHOWN)?;
    let numbers: Vec<DossierId> = loans.iter().map(|(id, _)| *id).collect();
    let lines = reader.lines_of(&numbers)?;
    // A loan is silent from the day of its task on, so for the months of the rule before it.
    let months = words::spaced(&format!("plus de {} mois", rules.follow_up.silent_months));
    let of_loans = loans.iter().filter_map(|(id, _)| {
        let (_, line) = lines.iter().find(|(other, _)| other == id)?;
        Some(nobody_heard_of(*id, line, months.clone()))
    });
    let of_quiet = quiet.iter().map(|(id, line)| {
        let days = today.signed_duration_since(line.last_contact).num_days();
        nobody_heard_of(*id, line, counted(days, "jour", "jours"))
    });
    let silent = of_loans.chain(of_quiet).collect();
    Ok((silent, loans_found.saturating_add(quiet_found)))
}

fn nobody_heard_of(dossier: DossierId, line: &DossierLine, since: String) -> Silent {
    let what = format!("{}, {}", line.stage.label(), line.project);
    Silent { dossier, name: line.name.clone(), what, since }
}

/// What was lent so far; nothing before the first loan.
fn landmarks(lent: &Lent) -> Vec<Landmark> {
    let mut all = Vec::new();
    if lent.loans == 0 {
        return all;
    }
    let number = |count: u64| words::decimal(count.into(), 0);
    let mut told = |label: &str, value: String| {
        all.push(Landmark { label: words::spaced(label), value: words::spaced(&value) });
    };
    told("Prêts versés depuis le début", number(lent.loans));
    if LOANS.contains(&lent.loans) {
        told(&format!("Le {}e prêt est versé", number(lent.loans)), "c’est fait".to_owned());
    } else if let Some(next) = LOANS.into_iter().find(|next| *next > lent.loans)
        && next.saturating_sub(lent.loans) <= NEAR
    {
        told(&format!("Avant le {}e", number(next)), format!("encore {}", number(next.saturating_sub(lent.loans))));
    }
    told("Prêts en cours", number(lent.running));
    told("Prêté depuis le début", lent.amount.to_string());
    let mark = |euros: i64| Euros::from_cents(euros.saturating_mul(100)).unwrap_or_default();
    let passed = AMOUNTS.into_iter().map(mark).rfind(|mark| *mark <= lent.amount);
    if let Some(passed) = passed {
        told("Palier franchi", passed.to_string());
    }
    all
}
