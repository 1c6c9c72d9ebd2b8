//! The decisions of a dossier as their screen shows them.

use std::collections::BTreeMap;

use domain::dossier::{Dossier, DossierId, FactId, Recorded, stage};
use domain::line::Line;
use domain::settings::{ListKey, RulesAt, Settings, SupportRequirement, entry};
use domain::words::{self, counted, long_date};
use serde::Serialize;
use ts_rs::TS;

use super::note::{lender_name, sentence};
use super::offered::{LaterStep, OfferedForm, later, offered};
use super::plan::{PlanProposal, SupportView, proposals, shown_plan};
use super::read::FormReading;
use super::rows::{ClosedView, ContractView, DisbursementView, InterviewRow, OrientationRow, PresentationRow, Rows};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::shown::Choice;

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
    /// What a lender will look for; empty unless the dossier may be sent.
    pub ready: Vec<ReadyItem>,
    /// Rhythms to start a plan from.
    pub plans: Vec<PlanProposal>,
    /// Lenders with an agreement in force, and those of this dossier.
    pub lenders: Vec<Choice>,
}

/// Something a lender will look for in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReadyItem {
    /// What it is.
    pub label: String,
    /// What is there, or what lacks.
    pub note: String,
    /// Whether it is there.
    pub done: bool,
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
    let (dossier, settings, reasons) = desk.read(|reader| {
        Ok((found(reader, input.dossier)?, settings(reader)?, reader.correction_reasons(input.dossier)?))
    })?;
    Ok(DecisionsView { corrections: corrections(&dossier, &settings, &reasons), ..shown(&dossier, &settings, moment)? })
}

fn corrections(dossier: &Dossier, settings: &Settings, reasons: &BTreeMap<FactId, Line>) -> Vec<CorrectionRow> {
    let row = |row: &Recorded| {
        let reason = words::spaced(reasons.get(&row.id)?.as_str());
        Some(CorrectionRow { fact: row.id, what: words::spaced(&sentence(&row.fact, settings)), reason })
    };
    dossier.facts.standing().filter_map(row).collect()
}

fn shown(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<DecisionsView, Failure> {
    let course = dossier.facts.course();
    let rows = Rows { facts: &dossier.facts, settings, moment };
    let reading = FormReading { dossier, settings, moment, corrects: None };
    let rules = settings.at(moment.today);
    let presentations = (1_u32..).zip(&course.presentations).map(|(number, sent)| rows.presentation(number, sent));
    let presentations = presentations.collect::<Result<Vec<_>, Failure>>()?;
    let offered = offered(&reading);
    let sends = offered.iter().any(|form| matches!(form.decision, super::forms::DecisionForm::Submission(_)));
    Ok(DecisionsView {
        dossier: dossier.id,
        stage: Choice::of(stage(dossier)),
        decides: entry(&rules.lists.decision_modes, &rules.office.decision_mode)?.label.clone(),
        orientations: course.orientations.iter().map(|row| rows.orientation(*row)).collect::<Result<_, Failure>>()?,
        presentations_sentence: told(&presentations, dossier, moment),
        presentations,
        interviews: course.interviews.iter().rev().map(|row| rows.interview(*row)).collect::<Result<_, Failure>>()?,
        contract: course.contract.map(|row| rows.contract(row)).transpose()?,
        disbursement: course.disbursement.map(|row| rows.disbursement(row)).transpose()?,
        support: course.support.map(|row| shown_plan(row, settings)).transpose()?,
        closed: course.closed.map(|closed| rows.closed(closed)),
        corrections: Vec::new(),
        later: later(&reading),
        ready: if sends { ready(dossier, &rules)? } else { Vec::new() },
        plans: proposals(dossier, settings, moment.today),
        lenders: lenders(dossier, settings, &rules),
        offered,
    })
}

fn told(presentations: &[PresentationRow], dossier: &Dossier, moment: &Moment) -> String {
    if presentations.is_empty() {
        return String::new();
    }
    let course = dossier.facts.course();
    let answered = course.presentations.iter().filter(|sent| sent.decided_on().is_some()).count();
    let waited = course.presentations.iter().map(|sent| {
        let until = sent.decided_on().or(sent.given_up_on).unwrap_or(moment.today);
        u64::try_from(sent.submission.waited(until)).unwrap_or_default()
    });
    let waited = waited.fold(0, u64::saturating_add);
    words::spaced(&format!(
        "{}, {} d’attente en tout.",
        counted(answered, "réponse", "réponses"),
        counted(waited, "jour", "jours")
    ))
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

/// What is there and what lacks; nothing of it forbids the sending but a compulsory plan.
fn ready(dossier: &Dossier, rules: &RulesAt<'_>) -> Result<Vec<ReadyItem>, Failure> {
    let item = |label: &str, note: &str, done: bool| ReadyItem {
        label: words::spaced(label),
        note: words::spaced(note),
        done,
    };
    let simulation = &dossier.simulation;
    let lender = simulation.lender.as_ref().and_then(|key| rules.lender(key));
    let bank = match lender.map(|at| (at.lender.name.to_string(), at.agreement)) {
        Some((name, Some(agreement))) => {
            item(&format!("Banque : {name}"), &format!("convention du {}", long_date(agreement.valid_from)), true)
        }
        Some((name, None)) => item(&format!("Banque : {name}"), "pas de convention aujourd’hui", false),
        None => item("Banque", "se choisit dans la simulation ou à l’envoi", false),
    };
    let budget = dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty());
    let budget = match budget {
        Some(budget) => {
            item("Budget", &format!("version {} du {}", budget.version, long_date(budget.established_on)), true)
        }
        None => item("Budget", "aucune ligne", false),
    };
    let criteria = &rules.lists.criteria;
    let assessed = dossier.assessment.assessed(criteria.iter().map(|criterion| &criterion.key));
    let all = assessed == criteria.len();
    let opinion = match (dossier.assessment.opinion, dossier.assessment.written_on) {
        (Some(_), Some(day)) => item("Avis motivé", &format!("écrit le {}", long_date(day)), true),
        (Some(_), None) | (None, _) => item("Avis motivé", "pas encore écrit", false),
    };
    Ok(vec![
        bank,
        budget,
        financing(dossier)?,
        item("Critères", &format!("{assessed} sur {} évalués", criteria.len()), all),
        opinion,
        support(dossier, rules),
    ])
}

fn financing(dossier: &Dossier) -> Result<ReadyItem, Failure> {
    let plan = dossier.project.financing()?;
    let note = if plan.cost.is_zero() {
        "aucune dépense écrite".to_owned()
    } else {
        let others = plan.aids.plus(plan.own_share)?;
        format!("{} = {} de prêt + {} d’aides et d’apport", plan.cost, plan.remainder, others)
    };
    Ok(ReadyItem { label: "Plan de financement".to_owned(), note: words::spaced(&note), done: !plan.cost.is_zero() })
}

fn support(dossier: &Dossier, rules: &RulesAt<'_>) -> ReadyItem {
    let product = dossier.simulation.product.as_ref().and_then(|key| rules.product(key));
    let required = product.is_some_and(|product| product.value.support == SupportRequirement::BudgetRequired);
    let course = dossier.facts.course();
    let (note, done) = match course.support {
        Some((_, plan)) => (format!("fixé le {}", long_date(plan.set_on)), !required || plan.budget.is_some()),
        None if required => ("ce produit demande un accompagnement budgétaire".to_owned(), false),
        None => ("facultatif pour ce produit".to_owned(), true),
    };
    ReadyItem { label: "Plan d’accompagnement".to_owned(), note, done }
}
