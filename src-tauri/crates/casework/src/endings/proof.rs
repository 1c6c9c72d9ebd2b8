//! The proof of a refund, instalment by instalment, and what stands against it, in words.

use domain::refund::{RefundLineState, RefundObstacle, RefundProof};
use domain::settings::RefundMoment;
use domain::words::{self, Labelled, counted, long_date, lowered, spaced};
use serde::Serialize;
use ts_rs::TS;

use app::shapes::Money;

/// The proof of a refund.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefundProofView {
    /// The rule, in a sentence.
    pub rule: String,
    /// Whether the person is entitled to it.
    pub entitled: bool,
    /// Why not, each in a sentence.
    pub obstacles: Vec<String>,
    /// The instalments.
    pub lines: Vec<ProofLine>,
    /// `Intérêts payés selon l’échéancier`, or planned where the rule refunds as the loan starts.
    pub interest_label: String,
    /// The interest, by the schedule in force.
    pub interest: Money,
    /// What the rule gives.
    pub amount: Money,
}

/// One instalment of the proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProofLine {
    /// Its number.
    pub number: u32,
    /// The day it was due.
    pub due: String,
    /// What was to be paid.
    pub total: String,
    /// Its interest.
    pub interest: String,
    /// The interest paid so far.
    pub running: String,
    /// What is known of it: its key.
    pub state: String,
    /// The same in words, with who said it.
    pub state_text: String,
}

/// Words a proof.
pub(super) fn proof_view(proof: &RefundProof) -> RefundProofView {
    RefundProofView {
        rule: words::refund_rule(&proof.policy),
        entitled: proof.obstacles.is_empty(),
        obstacles: proof.obstacles.iter().map(obstacle).collect(),
        interest_label: spaced(match proof.policy.moment {
            RefundMoment::Start => "Intérêts prévus selon l’échéancier",
            RefundMoment::End => "Intérêts payés selon l’échéancier",
        }),
        interest: proof.interest.into(),
        amount: proof.amount.into(),
        lines: proof
            .lines
            .iter()
            .map(|line| ProofLine {
                number: line.number,
                due: line.due.map(words::numeric_date).unwrap_or_default(),
                total: line.total.to_string(),
                interest: line.interest.to_string(),
                running: line.running.to_string(),
                state: state_key(line.state).to_owned(),
                state_text: spaced(&match line.told {
                    Some((who, on)) => {
                        format!("{}, {} le {}", line.state.label(), lowered(who.label()), words::numeric_date(on))
                    }
                    None => line.state.label().to_owned(),
                }),
            })
            .collect(),
    }
}

fn state_key(state: RefundLineState) -> &'static str {
    use RefundLineState as State;
    match state {
        State::OnTime | State::Settled => "ok",
        State::Postponed => "waiting",
        State::Unsaid | State::Unknown | State::ToCome | State::NeverDue => "plain",
        State::Late | State::Missed => "late",
    }
}

/// An obstacle to the refund of interest, in a sentence.
pub fn obstacle(obstacle: &RefundObstacle) -> String {
    spaced(&match obstacle {
        RefundObstacle::NotRepaid => "Le prêt n’est pas encore remboursé.".to_owned(),
        RefundObstacle::LateInstalment { number, due: Some(due) } => {
            format!("L’échéance {number}, du {}, a été payée en retard ou ne l’a pas été.", long_date(*due))
        }
        RefundObstacle::LateInstalment { number, due: None } => format!("L’échéance {number} a été en retard."),
        RefundObstacle::MajorIncident { on } => format!("Incident majeur le {}.", long_date(*on)),
    })
}

/// `2 échéances en retard`, for a list.
pub(super) fn obstacles_in_short(proof: &RefundProof) -> String {
    let late: Vec<String> = proof
        .obstacles
        .iter()
        .filter_map(|one| match one {
            RefundObstacle::LateInstalment { number, .. } => Some(number.to_string()),
            RefundObstacle::NotRepaid | RefundObstacle::MajorIncident { .. } => None,
        })
        .collect();
    match (late.len(), proof.obstacles.first()) {
        (0, Some(first)) => obstacle(first),
        (0, None) => String::new(),
        (count, _) => {
            let count = counted(u64::try_from(count).unwrap_or_default(), "échéance", "échéances");
            spaced(&format!("{count} en retard : {}", late.join(", ")))
        }
    }
}
