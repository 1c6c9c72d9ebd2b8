//! A dossier as its bank file says it: as it was sent, else as it stands.
//!
//! What is dated says itself what was known that day: facts, quotes, aids, the choice of a bank. The amount and the
//! months are those of the sending, the budget is the version it closed. What has no date (the story, the person's
//! situation) is what is known today.

use chrono::NaiveDate;
use domain::budget::{Budget, SealedBy};
use domain::dossier::{Dossier, Submission};
use domain::project::{Aid, AidStatus, Project};
use domain::simulation::Simulation;

use super::Subject;
use super::budget_notes::as_closed;
use app::failure::Failure;

/// The dossier as it was sent; as it stands until it is.
pub(super) fn as_sent(subject: &Subject<'_>) -> Result<Dossier, Failure> {
    let dossier = subject.dossier;
    let Some(sent) = sending(dossier) else { return Ok(dossier.clone()) };
    let day = sent.sent_on;
    let then = Dossier {
        facts: dossier.facts.known_by(day)?,
        project: project(&dossier.project, day),
        simulation: simulation(&dossier.simulation, sent),
        ..dossier.clone()
    };
    Ok(match version_sent(subject.versions, day) {
        Some(version) => as_closed(&Dossier { budget: Some(version.clone()), ..then }),
        None => then,
    })
}

/// The sending a bank file is of: the one that stands, else the last one, refused, until the request is revised.
pub(in crate::papers) fn sending(dossier: &Dossier) -> Option<&Submission> {
    let course = dossier.facts.course();
    let last = || {
        let last = course.presentations.last()?;
        let decided = last.decided_on()?;
        let same = dossier.simulation.lender.as_ref() == Some(&last.submission.lender);
        let revised = course.orientations.iter().any(|(_, orientation)| orientation.decided_on >= decided);
        (same && !revised).then_some(last)
    };
    course.current().or_else(last).map(|sent| sent.submission)
}

/// The version a sending closed; else the last one a paper or the decision had closed by that day.
pub(super) fn version_sent(versions: &[Budget], sent_on: NaiveDate) -> Option<&Budget> {
    let closed = || versions.iter().rev().filter_map(|version| Some((version, version.seal.as_ref()?)));
    let by_sending = closed().find(|(_, seal)| seal.by == SealedBy::Sent && seal.on == sent_on);
    by_sending.or_else(|| closed().find(|(_, seal)| seal.on <= sent_on)).map(|(version, _)| version)
}

fn project(project: &Project, day: NaiveDate) -> Project {
    let known = |on: Option<NaiveDate>| on.is_none_or(|on| on <= day);
    let aid = |aid: &Aid| match known(aid.answered_on) {
        true => aid.clone(),
        // The answer came later.
        false => Aid { status: AidStatus::Asked, answered_on: None, ..aid.clone() },
    };
    Project {
        quotes: project.quotes.iter().filter(|quote| known(quote.dated_on)).cloned().collect(),
        aids: project.aids.iter().filter(|aid| known(aid.asked_on)).map(aid).collect(),
        ..project.clone()
    }
}

fn simulation(simulation: &Simulation, sent: &Submission) -> Simulation {
    let asked = simulation.asked_of(sent);
    Simulation {
        amount: sent.amount,
        product: sent.product.clone().or(asked.product),
        choice: asked.choice.filter(|choice| choice.on <= sent.sent_on),
        ..asked
    }
}
