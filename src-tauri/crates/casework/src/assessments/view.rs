//! An assessment as its screen shows it.

use domain::assessment::{Assessment, CriterionFinding, Finding, RegisterAnswer, Registers, WatchPoint, WatchPointId};
use domain::dossier::{Dossier, DossierId};
use domain::person::Person;
use domain::settings::{Criterion, Settings};
use domain::words::{self, Labelled};
use serde::Serialize;
use ts_rs::TS;

use super::AssessmentField;
use super::checks::{self, ChecksView, fact_rows};
use super::contradictions::Disagreements;
use super::recalled::recalled;
use crate::dossiers::{OneDossier, found};
use crate::guarantees::tell_what_is_left;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::{Choice, Day};

/// An assessment: its criteria, its registers, its opinion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AssessmentView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is checked.
    pub checks: ChecksView,
    /// The criteria, in their order.
    pub criteria: Vec<CriterionView>,
    /// `6 sur 7. Étrier rappelle les faits, vous jugez : ni note, ni score.`
    pub sentence: String,
    /// What is left to assess, in a sentence; empty when nothing is.
    pub left: String,
    /// What the parts of the file say that disagrees, one sentence each; told to the bank too.
    pub contradictions: Vec<String>,
    /// The registers of each borrower.
    pub registers: Vec<BorrowerRegisters>,
    /// What the fields hold.
    pub fields: AssessmentFields,
    /// The day the opinion was last written.
    pub written_on: Option<Day>,
    /// What could happen, and what is planned.
    pub watch_points: Vec<WatchPointView>,
}

/// One criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AssessedCriterion")]
pub struct CriterionView {
    /// Its key.
    pub key: String,
    /// Its number and label: `1. Accès au crédit ordinaire`.
    pub title: String,
    /// What it looks at.
    pub help: String,
    /// Questions that help to assess it.
    pub questions: Vec<String>,
    /// What the adviser finds.
    pub finding: Choice,
    /// Whether it is assessed.
    pub assessed: bool,
    /// What it rests on.
    pub ground: String,
    /// What the dossier says against its words, or against a favourable finding; empty when both agree.
    pub contradicted: Vec<String>,
    /// The facts of the dossier that bear on it.
    pub recalled: Vec<Recalled>,
}

/// A fact of the dossier, recalled beside a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Recalled {
    /// What it is.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// The registers of one borrower.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BorrowerRegisters {
    /// Whose; empty when one person borrows.
    pub who: String,
    /// What a yes in each of them changes.
    pub registers: Vec<RegisterView>,
    /// The field of the day they were checked.
    pub checked_on: AssessmentField,
    /// The field of how they were.
    pub checked_how: AssessmentField,
}

/// A register or procedure of the Banque de France.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BankRegister")]
pub struct RegisterView {
    /// Its field.
    pub field: AssessmentField,
    /// Its name.
    pub label: String,
    /// What a yes changes, or would change.
    pub meaning: String,
}

/// The assessment as fields hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[expect(missing_docs, reason = "each field is the field of domain::assessment::Assessment as text")]
pub struct AssessmentFields {
    pub opinion: String,
    pub reasoned: String,
    pub reservation: String,
    pub summary: String,
    pub ficp: String,
    pub fcc: String,
    pub over_indebtedness: String,
    pub checked_on: String,
    pub checked_how: String,
    pub co_ficp: String,
    pub co_fcc: String,
    pub co_over_indebtedness: String,
    pub co_checked_on: String,
    pub co_checked_how: String,
}

/// Something that could happen, and what is planned for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "WatchPoint")]
pub struct WatchPointView {
    /// Its number.
    #[ts(type = "number")]
    pub id: WatchPointId,
    /// What could happen.
    pub risk: String,
    /// What is planned.
    pub answer: String,
}

/// Shows the assessment of a dossier.
pub fn assessment(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<AssessmentView, Failure> {
    let (dossier, settings) = desk.read(|reader| {
        let (mut dossier, settings) = (found(reader, input.dossier)?, settings(reader)?);
        tell_what_is_left(reader, &mut dossier, &settings, moment)?;
        Ok((dossier, settings))
    })?;
    shown(&dossier, &settings, moment)
}

fn shown(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<AssessmentView, Failure> {
    let criteria = &settings.at(moment.today).lists.criteria;
    let held = &dossier.assessment;
    let assessed = held.assessed(criteria.iter().map(|criterion| &criterion.key));
    let eligible = dossier.checks(settings, moment.today)?;
    let disagreements = Disagreements::of(dossier, settings, &eligible.loan)?;
    let mut facts = recalled(dossier, settings, moment)?;
    let rows = (1_usize..).zip(criteria).map(|(number, criterion)| {
        let mut facts = facts.remove(criterion.key.as_str()).unwrap_or_default();
        facts.extend(fact_rows(criterion, &settings.lists, &eligible.facts));
        let contradicted = disagreements.beside(&criterion.key);
        CriterionView { contradicted, ..shown_criterion(number, criterion, held.criteria.get(&criterion.key), facts) }
    });
    let rows: Vec<CriterionView> = rows.collect();
    Ok(AssessmentView {
        dossier: dossier.id,
        checks: checks::shown(dossier, settings, &eligible),
        criteria: rows,
        sentence: words::spaced(&format!(
            "{assessed} sur {}. Étrier rappelle les faits, vous jugez : ni note, ni score.",
            criteria.len()
        )),
        left: left(held, criteria),
        contradictions: disagreements.sentences,
        registers: registers(dossier),
        fields: fields(held),
        written_on: held.written_on.map(Day::full),
        watch_points: held.watch_points.iter().map(watch_point).collect(),
    })
}

fn shown_criterion(
    number: usize,
    criterion: &Criterion,
    found: Option<&CriterionFinding>,
    recalled: Vec<Recalled>,
) -> CriterionView {
    let finding = found.map(|found| found.finding).unwrap_or_default();
    CriterionView {
        key: criterion.key.as_str().to_owned(),
        title: format!("{number}. {}", criterion.label),
        help: words::spaced(&criterion.help),
        questions: criterion.questions.iter().map(|question| words::spaced(question)).collect(),
        finding: Choice::of(finding),
        assessed: finding != Finding::NotAssessed,
        ground: found.map(|found| found.ground.to_string()).unwrap_or_default(),
        contradicted: Vec::new(),
        recalled,
    }
}

fn left(held: &Assessment, criteria: &[Criterion]) -> String {
    let left = criteria.iter().filter(|criterion| held.finding(&criterion.key) == Finding::NotAssessed);
    let names: Vec<String> = left.map(|criterion| words::lowered(&criterion.label)).collect();
    words::spaced(&match names.as_slice() {
        [] => String::new(),
        [one] => format!("Un critère reste à évaluer : {one}."),
        several => format!("{} critères restent à évaluer.", several.len()),
    })
}

/// The fields of the registers of each borrower, then of the day and the way they were checked.
const REGISTERS: [[AssessmentField; 5]; 2] = {
    use AssessmentField as Of;
    [
        [Of::Ficp, Of::Fcc, Of::OverIndebtedness, Of::CheckedOn, Of::CheckedHow],
        [Of::CoFicp, Of::CoFcc, Of::CoOverIndebtedness, Of::CoCheckedOn, Of::CoCheckedHow],
    ]
};

fn registers(dossier: &Dossier) -> Vec<BorrowerRegisters> {
    let listed = |answer: RegisterAnswer| match answer {
        RegisterAnswer::Yes => "N’arrête rien : la loi interdit d’en faire le seul motif d’un refus.",
        RegisterAnswer::No | RegisterAnswer::ToSee => "Un oui n’arrêterait rien.",
    };
    let procedure = |answer: RegisterAnswer| match answer {
        RegisterAnswer::Yes => "L’autorisation écrite de la commission de surendettement est à demander.",
        RegisterAnswer::No | RegisterAnswer::ToSee => {
            "Un oui demanderait l’autorisation écrite de la commission de surendettement."
        }
    };
    let register = |field, label: &str, meaning: &str| RegisterView {
        field,
        label: label.to_owned(),
        meaning: words::spaced(meaning),
    };
    let (held, people) = (dossier.registers(), dossier.borrowers());
    let whose = |person: &Person| if held.len() > 1 { words::addressed(person) } else { String::new() };
    let each = held.iter().zip(people.people()).zip(REGISTERS);
    let each =
        each.map(|((held, person), [ficp, fcc, over_indebtedness, checked_on, checked_how])| BorrowerRegisters {
            who: whose(person),
            registers: vec![
                register(ficp, "FICP, incidents de crédit", listed(held.ficp)),
                register(fcc, "FCC, chèques et cartes", listed(held.fcc)),
                register(over_indebtedness, "Surendettement", procedure(held.over_indebtedness)),
            ],
            checked_on,
            checked_how,
        });
    each.collect()
}

fn fields(held: &Assessment) -> AssessmentFields {
    let (own, with) = (&held.registers, &held.co_registers);
    let day = |held: &Registers| held.checked_on.map(words::numeric_date).unwrap_or_default();
    AssessmentFields {
        opinion: held.opinion.map_or("", |word| word.key()).to_owned(),
        reasoned: held.reasoned.to_string(),
        reservation: held.reservation.to_string(),
        summary: held.summary.to_string(),
        ficp: own.ficp.key().to_owned(),
        fcc: own.fcc.key().to_owned(),
        over_indebtedness: own.over_indebtedness.key().to_owned(),
        checked_on: day(own),
        checked_how: own.how.to_string(),
        co_ficp: with.ficp.key().to_owned(),
        co_fcc: with.fcc.key().to_owned(),
        co_over_indebtedness: with.over_indebtedness.key().to_owned(),
        co_checked_on: day(with),
        co_checked_how: with.how.to_string(),
    }
}

fn watch_point(point: &WatchPoint) -> WatchPointView {
    WatchPointView { id: point.id, risk: point.risk.to_string(), answer: point.answer.to_string() }
}

/// The label of a finding inside a sentence.
pub(super) fn finding_label(finding: Finding) -> String {
    words::lowered(finding.label())
}
