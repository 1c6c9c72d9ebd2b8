//! The office's own rules: threshold, who decides, the charter, the refund of interest.

use serde::{Deserialize, Serialize};

use super::{BudgetRule, ListKey, UsualSpending};
use crate::committee::SessionKind;
use crate::household::Share;
use crate::line::Line;
use crate::loan::Rate;
use crate::money::Euros;

vocabulary! {
    /// How many sign the support charter.
    pub enum CharterKind {
        Bipartite => "bipartite", "À deux signatures";
        Tripartite => "tripartite", "À trois signatures";
    }
}

vocabulary! {
    /// When the office refunds.
    pub enum RefundMoment {
        Start => "start", "Au début du prêt";
        End => "end", "À la fin du prêt";
    }
}

vocabulary! {
    /// What the office refunds.
    pub enum RefundBase {
        Interest => "interest", "Les intérêts payés";
        OneInstalment => "one_instalment", "Une mensualité";
    }
}

vocabulary! {
    /// On what condition the office refunds.
    pub enum RefundCondition {
        None => "none", "Aucune condition";
        FullyRepaid => "fully_repaid", "Prêt remboursé en totalité";
        FullyRepaidNoLateInstalment => "fully_repaid_no_late_instalment", "Prêt remboursé en totalité, sans retard";
        /// Neither acceleration nor guarantee call.
        NoMajorIncident => "no_major_incident", "Sans incident majeur";
    }
}

/// The refund of interest, as a resolution of the board fixes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundPolicy {
    /// When.
    pub moment: RefundMoment,
    /// What.
    pub base: RefundBase,
    /// The share, in percent, 1 to 100.
    pub share_percent: u32,
    /// On what condition.
    pub condition: RefundCondition,
    /// Who pays: « le CCAS ».
    pub payer: Line,
    /// Who decides; may be empty.
    #[serde(default)]
    pub decided_by: Line,
    /// The resolution: « délibération n° 2025-018 du 20 mars 2025 ».
    #[serde(default)]
    pub resolution: Line,
    /// Whether an instalment postponed with the lender's agreement counts as late.
    #[serde(default)]
    pub postponed_is_late: bool,
    /// From how many instalments missed in a row on it is a major incident, as an acceleration or a guarantee call is.
    #[serde(default)]
    pub major_from_missed: Option<u32>,
    /// What the office may refund in a year; no limit when absent.
    #[serde(default)]
    pub yearly_envelope: Option<Euros>,
    /// Where it stands in the accounts, as the treasurer wants it: « chapitre 65, compte 65134 ».
    #[serde(default)]
    pub charged_to: Line,
    /// Who orders the payment: « pour le président, par délégation, Mme Bresson, vice-présidente ».
    #[serde(default)]
    pub ordered_by: Line,
}

vocabulary! {
    /// Who grants the loan.
    #[derive(Default)]
    pub enum Granting {
        #[default]
        Lender => "lender", "La banque";
        /// The committee, where the lender sits: the file goes to it and is granted the day it decides.
        Committee => "committee", "Le comité, où la banque siège";
    }
}

vocabulary! {
    /// A figure at the head of the bilan for the board.
    pub enum HeadlineFigure {
        Requests => "requests", "Demandes reçues";
        Assessed => "assessed", "Dossiers évalués";
        Granted => "granted", "Prêts accordés";
        AmountGranted => "amount_granted", "Montant prêté";
        MeanAmount => "mean_amount", "Montant moyen d’un prêt";
        InterestRefunds => "interest_refunds", "Intérêts rendus";
        IncidentsSinceStart => "incidents_since_start", "Prêts avec un incident, depuis le début";
        RunningLoans => "running_loans", "Prêts en cours";
        LoansSinceStart => "loans_since_start", "Prêts depuis le début";
        NetCost => "net_cost", "À la charge du CCAS";
    }
}

/// The most figures that stand at the head of the bilan.
pub const MOST_HEADLINE_FIGURES: usize = 6;

/// The office's rules; what is absent was not decided, and nothing is assumed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeRules {
    /// How the office reads a budget.
    #[serde(default)]
    pub budget: BudgetRule,
    /// What a child of shared custody counts for, until the adviser says otherwise.
    #[serde(default = "half")]
    pub shared_custody: Share,
    /// What spending lines usually are here: above it a comment is asked.
    #[serde(default)]
    pub usual_spending: Vec<UsualSpending>,
    /// The lines a budget shows before they have an amount, in their order; the delivered ones when empty.
    #[serde(default)]
    pub grid_lines: Vec<ListKey>,
    /// The TAEG of the revolving credit a loan is compared with; no comparison when absent.
    #[serde(default)]
    pub revolving_taeg: Option<Rate>,
    /// The public the office chose, in words; empty when it is open to all.
    #[serde(default)]
    pub target_public: Line,
    /// Who decides to submit: an entry of the decision modes.
    pub decision_mode: ListKey,
    /// Who grants.
    #[serde(default)]
    pub granting: Granting,
    /// Who signs the charter.
    pub charter: CharterKind,
    /// The refund of interest, if the office has one.
    #[serde(default)]
    pub refund: Option<RefundPolicy>,
    /// The rate above which a remark is made.
    #[serde(default)]
    pub usual_rate_max: Option<Rate>,
    /// Working days in which the adviser calls back.
    pub answer_working_days: u32,
    /// Days before an instalment at which the borrower had better call; not said when absent.
    #[serde(default)]
    pub warning_days: Option<u32>,
    /// The hours of a full-time job in a year; no full-time equivalent without them.
    #[serde(default)]
    pub full_time_hours: Option<u32>,
    /// Under how many people a paper for others tells no line of their own; as delivered when absent.
    #[serde(default)]
    pub small_numbers_under: Option<u32>,
    /// The figures at the head of the bilan, at most [`MOST_HEADLINE_FIGURES`]; the usual ones when there is none.
    #[serde(default)]
    pub headline: Vec<HeadlineFigure>,
}

/// The least number of people under which something is hidden: one that is written « moins de 2 » is 1, since 0 is shown.
pub const LOWEST_HIDING: u32 = 3;

impl OfficeRules {
    /// Whether a commission or a committee decides.
    #[must_use]
    pub fn decides_in_session(&self) -> bool {
        SessionKind::of_mode(&self.decision_mode).is_some()
    }
}

fn half() -> Share {
    Share::Half
}

#[cfg(test)]
impl OfficeRules {
    /// The rules of an office that has decided nothing but who decides.
    pub(crate) fn undecided() -> Self {
        Self {
            budget: BudgetRule::default(),
            shared_custody: Share::Half,
            usual_spending: Vec::new(),
            grid_lines: Vec::new(),
            revolving_taeg: None,
            target_public: Line::default(),
            decision_mode: ListKey::new("advisor_alone"),
            granting: Granting::Lender,
            charter: CharterKind::Bipartite,
            refund: None,
            usual_rate_max: None,
            answer_working_days: 2,
            warning_days: None,
            full_time_hours: None,
            small_numbers_under: None,
            headline: Vec::new(),
        }
    }
}
