//! Closing a version of a budget, and opening the next one when something changes after that.
//!
//! A version is closed when it is printed, decided upon or sent, with the household and the instalment of that day.
//! From then on it stays as it was given: the first change opens the version after it, a copy whose lines have new
//! numbers, and the change is made there.

use chrono::NaiveDate;
use domain::budget::{Budget, BudgetLine, BudgetLineId, Seal, SealedBy};
use domain::dossier::{Dossier, Fact, monthly};
use domain::household::{Household, Link, MemberId, Share};
use domain::settings::Settings;
use domain::words::{self, Labelled, long_date};
use store::{Acted, Writer};

use crate::caller::Moment;
use crate::dossiers::found;
use crate::failure::Failure;
use crate::office::{Desk, settings};

/// The version a budget starts with.
const FIRST_VERSION: u32 = 1;

/// A version that may be changed.
pub(super) struct Writable {
    /// The version that was opened for it; nothing when the one in use was still open.
    pub(super) opened: Option<u32>,
    /// Each line's number before and now.
    lines: Vec<(BudgetLineId, BudgetLineId)>,
}

/// Closes the version in use, unless it is closed already or has no line.
fn seal(
    writer: &Writer<'_>,
    dossier: &Dossier,
    settings: &Settings,
    (by, on): (SealedBy, NaiveDate),
    moment: &Moment,
) -> Result<Option<u32>, Failure> {
    let open = dossier.budget.as_ref().filter(|budget| budget.seal.is_none() && !budget.lines.is_empty());
    let Some(budget) = open else { return Ok(None) };
    let loan = dossier.loan(settings, moment.today).ok();
    let instalment = loan.as_ref().map(monthly).transpose()?;
    writer.seal_budget(dossier.id, &Seal { on, by, household: dossier.household.clone(), instalment })?;
    Ok(Some(budget.version))
}

/// Closes the version in use when a fact decides upon it or sends it.
pub(crate) fn seal_by_fact(
    writer: &Writer<'_>,
    dossier: &Dossier,
    settings: &Settings,
    fact: &Fact,
    moment: &Moment,
) -> Result<(), Failure> {
    let by = match fact {
        Fact::OrientationDecided(_) => SealedBy::Decided,
        Fact::Submitted(_) => SealedBy::Sent,
        Fact::RequestReceived(_)
        | Fact::NextDateSet(_)
        | Fact::InterviewHeld(_)
        | Fact::AgreedInPrinciple(_)
        | Fact::Approved(_)
        | Fact::Refused(_)
        | Fact::SupportPlanned(_)
        | Fact::ContractSigned(_)
        | Fact::Disbursed(_)
        | Fact::Amended(_)
        | Fact::Declared(_)
        | Fact::Withdrawn(_)
        | Fact::Dropped(_)
        | Fact::TakenOver(_)
        | Fact::Screened(_)
        | Fact::Informed(_)
        | Fact::AppointmentSet(_)
        | Fact::DocumentNoted(_)
        | Fact::SessionListed(_)
        | Fact::SessionHeard(_)
        | Fact::RefusalExplained(_)
        | Fact::Reviewed(_)
        | Fact::Noted(_)
        | Fact::SurveyAnswered(_)
        | Fact::BankDetailsReceived(_)
        | Fact::RefundDecided(_)
        | Fact::Closed(_) => return Ok(()),
    };
    seal(writer, dossier, settings, (by, fact.day()), moment).map(drop)
}

/// Closes the version in use of a dossier as it is printed, in an action of its own.
pub(crate) fn seal_printed(desk: &mut Desk, id: domain::dossier::DossierId, moment: &Moment) -> Result<(), Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, id)?, settings(reader)?)))?;
    let Some(budget) = dossier.budget.as_ref().filter(|budget| budget.seal.is_none() && !budget.lines.is_empty())
    else {
        return Ok(());
    };
    let version = budget.version;
    desk.act("seal_budget", moment, |writer| {
        seal(writer, &dossier, &settings, (SealedBy::Printed, moment.today), moment)?;
        let said = format!("Version {version} du budget gardée comme imprimée, {}.", dossier.person.display_name());
        Ok(Acted {
            value: (),
            sentence: words::spaced(&said),
            dossier: Some(dossier.id),
            fields: vec!["budget"],
            draft: None,
        })
    })
}

/// Makes the version in use one that may be changed, dated today: a copy when it is closed.
pub(super) fn writable(writer: &Writer<'_>, dossier: &Dossier, moment: &Moment) -> Result<Writable, Failure> {
    let Some(budget) = &dossier.budget else {
        writer.open_budget(dossier.id, FIRST_VERSION, moment.today)?;
        return Ok(Writable { opened: None, lines: Vec::new() });
    };
    if budget.seal.is_none() {
        writer.date_budget(dossier.id, moment.today)?;
        return Ok(Writable { opened: None, lines: Vec::new() });
    }
    let copied = writer.copy_budget(dossier.id, budget, moment.today)?;
    let lines = budget.lines.iter().map(|line| line.id).zip(copied).collect();
    Ok(Writable { opened: Some(budget.version.saturating_add(1)), lines })
}

impl Writable {
    /// The number a line has now.
    pub(super) fn line(&self, before: BudgetLineId) -> BudgetLineId {
        self.lines.iter().find(|(old, _)| *old == before).map_or(before, |(_, new)| *new)
    }

    /// `, version 3 ouverte` after what was done; nothing when none was.
    pub(super) fn told(&self) -> String {
        self.opened.map(|version| format!(", version {version} ouverte")).unwrap_or_default()
    }
}

/// Keeps the budget true to a household that changes: what was closed stays as it was given, and the lines of
/// someone who leaves go back to the household. Says what it opened.
pub(crate) fn follow_household(
    writer: &Writer<'_>,
    dossier: &Dossier,
    after: &Household,
    moment: &Moment,
) -> Result<String, Failure> {
    let Some(budget) = &dossier.budget else { return Ok(String::new()) };
    let left: Vec<&BudgetLine> = budget.lines.iter().filter(|line| has_left(line, after)).collect();
    let closed = budget.seal.is_some() && !budget.lines.is_empty();
    if left.is_empty() && !(closed && weighs(&dossier.household) != weighs(after)) {
        return Ok(String::new());
    }
    let writable = writable(writer, dossier, moment)?;
    for line in left {
        let given_back = BudgetLine { id: writable.line(line.id), member: None, ..line.clone() };
        writer.update_budget_line(dossier.id, &given_back)?;
    }
    Ok(writable.opened.map(|version| format!(", version {version} du budget ouverte")).unwrap_or_default())
}

fn has_left(line: &BudgetLine, household: &Household) -> bool {
    line.member.is_some_and(|id| !household.members().iter().any(|member| member.id == id))
}

/// What of a household a budget is shared by.
fn weighs(household: &Household) -> Vec<(MemberId, Link, Option<NaiveDate>, Share)> {
    let members = household.members().iter();
    members.map(|member| (member.id, member.link, member.born_on, member.share)).collect()
}

/// `Imprimée le 9 novembre 2026` of a closed version; empty while it is open.
pub(super) fn closing(budget: &Budget) -> String {
    let Some(seal) = &budget.seal else { return String::new() };
    words::capital(&format!("{} le {}", seal.by.label(), long_date(seal.on)))
}
