//! The decisions of a dossier as their screen shows them.

use std::collections::BTreeMap;

use domain::dossier::{Dossier, DossierId, FactId, Recorded, Stage, stage};
use domain::line::Line;
use domain::paper::KeptPaper;
use domain::settings::{ListKey, RulesAt, Settings, entry};
use domain::words::{self, counted};
use serde::Serialize;
use ts_rs::TS;

use super::awaited::{AwaitedSession, awaited};
use super::offered::{LaterStep, OfferedForm, later, offered};
use super::plan::{PlanProposal, SupportView, proposals, shown_plan};
use super::questions::{LenderQuestion, asked_of};
use super::read::FormReading;
use super::ready::{ReadyItem, advisor, ready, ready_note};
use super::timeline::{
    ClosedView, ContractView, DisbursementView, InterviewRow, OrientationRow, PresentationRow, Rows,
};
use crate::dossiers::{OneDossier, found};
use crate::facts::{lender_name, sentence};
use crate::guarantees::tell_what_is_left;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::Choice;

/// Everything decided of a dossier, and what may be decided now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DecisionsView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Where it stands.
    pub stage: Choice,
    /// Who decides in this office.
    pub decides: String,
    /// That nothing is decided yet, or that it is not known of a dossier begun elsewhere; empty once a decision is.
    pub undecided: String,
    /// The session that will decide, in an office that decides in session.
    pub awaited: Option<AwaitedSession>,
    /// What the office decided.
    pub orientations: Vec<OrientationRow>,
    /// Every sending to a lender.
    pub presentations: Vec<PresentationRow>,
    /// `2 présentations, 2 réponses, 42 jours d’attente en tout.`; empty without a sending.
    pub presentations_sentence: String,
    /// Interviews and calls, the last one first.
    pub interviews: Vec<InterviewRow>,
    /// The contract.
    pub contract: Option<ContractView>,
    /// The release of the funds.
    pub disbursement: Option<DisbursementView>,
    /// The support plan in force.
    pub support: Option<SupportView>,
    /// How it was closed.
    pub closed: Option<ClosedView>,
    /// What was corrected, and why.
    pub corrections: Vec<CorrectionRow>,
    /// The forms that may be filled now.
    pub offered: Vec<OfferedForm>,
    /// What is not there yet.
    pub later: Vec<LaterStep>,
    /// What has to be there before a sending, from the assessment on until a lender agrees.
    pub ready: Vec<ReadyItem>,
    /// `il manque 3 choses`, or what is still to be seen once nothing prevents the sending.
    pub ready_note: String,
    /// What the lender's agreement asks of its own.
    pub questions: Vec<LenderQuestion>,
    /// Rhythms to start a plan from.
    pub plans: Vec<PlanProposal>,
    /// Lenders with an agreement in force, and those of this dossier.
    pub lenders: Vec<Choice>,
}

/// A fact that was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CorrectionRow {
    /// The fact as it stands.
    #[ts(type = "number")]
    pub fact: FactId,
    /// What it is about.
    pub what: String,
    /// Why it was corrected.
    pub reason: String,
}

/// Shows the decisions of a dossier.
pub fn decisions(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<DecisionsView, Failure> {
    let (dossier, settings, reasons, advisor, papers, awaited) = desk.read(|reader| {
        let reasons = reader.correction_reasons(input.dossier)?;
        let (mut dossier, settings) = (found(reader, input.dossier)?, settings(reader)?);
        tell_what_is_left(reader, &mut dossier, &settings, moment)?;
        let awaited = awaited(reader, &dossier, &settings, moment)?;
        Ok((dossier, settings, reasons, advisor(reader)?, reader.kept_papers(input.dossier)?, awaited))
    })?;
    let corrections = corrections(&dossier, &settings, &reasons);
    Ok(DecisionsView { corrections, awaited, ..shown(&dossier, &settings, (&advisor, &papers), moment)? })
}

fn corrections(dossier: &Dossier, settings: &Settings, reasons: &BTreeMap<FactId, Line>) -> Vec<CorrectionRow> {
    let row = |row: &Recorded| {
        let reason = words::spaced(reasons.get(&row.id)?.as_str());
        Some(CorrectionRow { fact: row.id, what: words::spaced(&sentence(&row.fact, row.precision, settings)), reason })
    };
    dossier.facts.standing().filter_map(row).collect()
}

fn shown(
    dossier: &Dossier,
    settings: &Settings,
    (advisor, papers): (&str, &[KeptPaper]),
    moment: &Moment,
) -> Result<DecisionsView, Failure> {
    let course = dossier.facts.course();
    let rows = Rows { facts: &dossier.facts, settings, moment };
    let reading = FormReading { dossier, settings, moment, corrects: None };
    let rules = settings.at(moment.today);
    let presentations = (1_u32..).zip(&course.presentations).map(|(number, sent)| rows.presentation(number, sent));
    let presentations = presentations.collect::<Result<Vec<_>, Failure>>()?;
    let offered = offered(&reading);
    let ready = ready(&reading, advisor, papers)?;
    Ok(DecisionsView {
        dossier: dossier.id,
        stage: Choice::of(stage(dossier)),
        decides: entry(&rules.lists.decision_modes, &rules.office.decision_mode)?.label.clone(),
        orientations: course.orientations.iter().map(|row| rows.orientation(*row)).collect::<Result<_, Failure>>()?,
        awaited: None,
        undecided: undecided(dossier),
        presentations_sentence: told(&presentations, dossier, moment),
        presentations,
        interviews: course.interviews.iter().rev().map(|row| rows.interview(*row)).collect::<Result<_, Failure>>()?,
        contract: course.contract.map(|row| rows.contract(row)).transpose()?,
        disbursement: course.disbursement.map(|row| rows.disbursement(row)).transpose()?,
        support: course.support.map(|row| shown_plan(row, settings)).transpose()?,
        closed: course.closed.map(|closed| rows.closed(closed)),
        corrections: Vec::new(),
        later: later(&reading),
        ready_note: ready_note(&ready, &reading),
        ready,
        questions: asked_of(dossier, &rules),
        plans: proposals(dossier, settings, moment.today),
        lenders: lenders(dossier, settings, &rules),
        offered,
    })
}

/// Of a dossier begun elsewhere and gone further, what the office decided is unknown, never « not yet ».
fn undecided(dossier: &Dossier) -> String {
    let course = dossier.facts.course();
    let further = stage(dossier) >= Stage::WithLender;
    words::spaced(match (course.orientations.is_empty(), course.taken_over && further) {
        (false, _) => "",
        (true, true) => "La décision du CCAS n’est pas connue : le dossier a commencé ailleurs.",
        (true, false) => "Rien n’est décidé encore.",
    })
}

fn told(presentations: &[PresentationRow], dossier: &Dossier, moment: &Moment) -> String {
    if presentations.is_empty() {
        return String::new();
    }
    let course = dossier.facts.course();
    let partly = presentations.iter().any(|sent| sent.days.is_empty());
    let answered = course.presentations.iter().filter(|sent| sent.decided_on().is_some()).count();
    let waited = course.presentations.iter().map(|sent| {
        let until = sent.decided_on().or(sent.given_up_on).unwrap_or(moment.today);
        u64::try_from(sent.submission.waited(until)).unwrap_or_default()
    });
    let waited = waited.fold(0, u64::saturating_add);
    let waited = format!(", {} d’attente en tout", counted(waited, "jour", "jours"));
    let waited = if partly { String::new() } else { waited };
    words::spaced(&format!("{}{waited}.", counted(answered, "réponse", "réponses")))
}

fn lenders(dossier: &Dossier, settings: &Settings, rules: &RulesAt<'_>) -> Vec<Choice> {
    let course = dossier.facts.course();
    let used = |key: &ListKey| course.presentations.iter().any(|sent| sent.submission.lender == *key);
    let offered = rules.lenders().filter(|at| used(at.key) || (!at.lender.retired && at.agreement.is_some()));
    let mut lenders: Vec<Choice> =
        offered.map(|at| Choice::new(at.key.as_str(), &lender_name(at.key, settings))).collect();
    lenders.sort_by_key(|lender| words::folded(&lender.label));
    lenders
}
