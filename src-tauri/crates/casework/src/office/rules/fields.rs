//! What the office's rules say: read from their fields, and worded.

use domain::household::Share;
use domain::loan::Rate;
use domain::settings::{
    Granting, HeadlineFigure, LOWEST_HIDING, ListKey, Lists, MOST_HEADLINE_FIGURES, OfficeRules, RefundPolicy, entry,
};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::usual_spending::{self, UsualSpendingFields};
use crate::office::budget_rule::{self, BudgetRuleFields};
use crate::office::limits::{joined, number, percentage};
use crate::office::versions::Clause;
use app::failure::Failure;
use app::reading;

/// The office's rules as a form holds them; what is empty was not decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RuleFields {
    /// How the office reads a budget.
    pub budget: BudgetRuleFields,
    /// What a child of shared custody counts for at first.
    pub shared_custody: String,
    /// What spending lines usually are here.
    pub usual_spending: Vec<UsualSpendingFields>,
    /// The lines the grid of a budget always shows, in their order; the delivered ones when there is none.
    #[serde(default)]
    pub grid_lines: Vec<String>,
    /// The TAEG of the revolving credit a loan is compared with; no comparison when empty.
    pub revolving_taeg: String,
    /// The public the office chose; open to all when empty.
    pub target_public: String,
    /// Who decides to submit.
    pub decision_mode: String,
    /// Who grants; the lender when empty.
    #[serde(default)]
    pub granting: String,
    /// Who signs the charter.
    pub charter: String,
    /// The rate above which a remark is made.
    pub usual_rate_max: String,
    /// Working days in which the adviser calls back.
    pub answer_working_days: String,
    /// Days before an instalment at which the borrower had better call.
    pub warning_days: String,
    /// The hours of a full-time job in a year; empty when they are not said.
    #[serde(default)]
    pub full_time_hours: String,
    /// Under how many people a paper for others tells no line; as delivered when empty.
    #[serde(default)]
    pub small_numbers_under: String,
    /// The figures at the head of the bilan, six at most; the usual ones when there is none.
    #[serde(default)]
    pub headline: Vec<String>,
    /// When interest is refunded; empty when the office refunds nothing.
    pub refund_moment: String,
    /// What is refunded.
    pub refund_base: String,
    /// The share, in percent.
    pub refund_share: String,
    /// On what condition.
    pub refund_condition: String,
    /// Who pays.
    pub refund_payer: String,
    /// Who decides.
    pub refund_decided_by: String,
    /// The resolution.
    pub refund_resolution: String,
    /// Where it stands in the accounts.
    #[serde(default)]
    pub refund_charged_to: String,
    /// Who orders the payment.
    #[serde(default)]
    pub refund_ordered_by: String,
    /// Whether a postponed instalment counts as late: `yes`, or empty.
    #[serde(default)]
    pub refund_postponed_late: String,
    /// From how many instalments missed in a row on it is a major incident; empty when none.
    #[serde(default)]
    pub refund_major_missed: String,
    /// What may be refunded in a year; empty without a limit.
    #[serde(default)]
    pub refund_envelope: String,
}

/// Reads the office's rules. Errors are at their field.
pub(super) fn read(fields: &RuleFields, lists: &Lists) -> Result<OfficeRules, Failure> {
    let no_mode = || Failure::refused("Choisissez qui décide de transmettre.").at("decision_mode");
    let no_delay = "En combien de jours ouvrés le référent rappelle-t-il ? Un nombre suffit.";
    let answer_days = reading::whole(&fields.answer_working_days, "answer_working_days")?;
    Ok(OfficeRules {
        budget: budget_rule::read(&fields.budget, lists)?,
        shared_custody: reading::word(&fields.shared_custody, "shared_custody")?,
        usual_spending: usual_spending::read(&fields.usual_spending, lists)?,
        grid_lines: grid_lines(&fields.grid_lines, lists)?,
        revolving_taeg: reading::rate(&fields.revolving_taeg, "revolving_taeg")?,
        target_public: reading::line(&fields.target_public, "target_public")?,
        decision_mode: reading::entry(&fields.decision_mode, &lists.decision_modes, "decision_mode")?
            .ok_or_else(no_mode)?,
        granting: granting(&fields.granting)?,
        charter: reading::word(&fields.charter, "charter")?,
        refund: read_refund(fields)?,
        usual_rate_max: reading::rate(&fields.usual_rate_max, "usual_rate_max")?,
        answer_working_days: answer_days.ok_or_else(|| Failure::refused(no_delay).at("answer_working_days"))?,
        warning_days: reading::whole(&fields.warning_days, "warning_days")?,
        full_time_hours: reading::whole(&fields.full_time_hours, "full_time_hours")?,
        small_numbers_under: small_numbers(&fields.small_numbers_under)?,
        headline: headline(&fields.headline)?,
    })
}

/// At least [`LOWEST_HIDING`]: under it nobody would be hidden.
fn small_numbers(typed: &str) -> Result<Option<u32>, Failure> {
    let under = reading::whole(typed, "small_numbers_under")?;
    let hides_nothing = "En dessous de 3, rien ne serait caché : « moins de 2 » veut dire 1.";
    if under.is_some_and(|under| under < LOWEST_HIDING) {
        return Err(Failure::refused(hides_nothing)
            .remedy("Écrivez 3 ou plus, 5 étant l’usage.")
            .at("small_numbers_under"));
    }
    Ok(under)
}

fn headline(typed: &[String]) -> Result<Vec<HeadlineFigure>, Failure> {
    if typed.len() > MOST_HEADLINE_FIGURES {
        return Err(Failure::refused("Six chiffres au plus tiennent en tête du bilan.").at("headline"));
    }
    typed.iter().map(|one| reading::word(one, "headline")).collect()
}

fn granting(typed: &str) -> Result<Granting, Failure> {
    if typed.is_empty() { Ok(Granting::default()) } else { reading::word(typed, "granting") }
}

fn read_refund(fields: &RuleFields) -> Result<Option<RefundPolicy>, Failure> {
    if fields.refund_moment.trim().is_empty() {
        return Ok(None);
    }
    let no_share = || Failure::refused("Quelle part est remboursée ? 100 pour la totalité.").at("refund_share");
    let no_payer = "Dites qui paie : le CCAS, l’agglomération, un autre payeur.";
    Ok(Some(RefundPolicy {
        moment: reading::word(&fields.refund_moment, "refund_moment")?,
        base: reading::word(&fields.refund_base, "refund_base")?,
        share_percent: percentage(&fields.refund_share, "refund_share")?.ok_or_else(no_share)?,
        condition: reading::word(&fields.refund_condition, "refund_condition")?,
        payer: reading::needed(&fields.refund_payer, "refund_payer", no_payer)?,
        decided_by: reading::line(&fields.refund_decided_by, "refund_decided_by")?,
        resolution: reading::line(&fields.refund_resolution, "refund_resolution")?,
        charged_to: reading::line(&fields.refund_charged_to, "refund_charged_to")?,
        ordered_by: reading::line(&fields.refund_ordered_by, "refund_ordered_by")?,
        postponed_is_late: fields.refund_postponed_late == "yes",
        major_from_missed: reading::whole(&fields.refund_major_missed, "refund_major_missed")?,
        yearly_envelope: reading::amount(&fields.refund_envelope, "refund_envelope")?,
    }))
}

/// The lines of the grid, each once.
fn grid_lines(typed: &[String], lists: &Lists) -> Result<Vec<ListKey>, Failure> {
    let mut read: Vec<ListKey> = Vec::new();
    for key in typed.iter().map(ListKey::new) {
        let entry = lists.budget_entry(&key).map_err(|refused| Failure::from(refused).at("grid_lines"))?;
        if entry.retired || read.contains(&key) {
            return Err(Failure::refused("Cette ligne est retirée de la liste, ou déjà affichée.").at("grid_lines"));
        }
        read.push(key);
    }
    Ok(read)
}

/// The office's rules as their form holds them.
pub(crate) fn fields(rules: &OfficeRules) -> Result<RuleFields, Failure> {
    let refund = rules.refund.as_ref();
    let of_refund = |field: fn(&RefundPolicy) -> String| refund.map(field).unwrap_or_default();
    Ok(RuleFields {
        budget: budget_rule::fields(&rules.budget)?,
        shared_custody: rules.shared_custody.key().to_owned(),
        usual_spending: usual_spending::fields(&rules.usual_spending),
        grid_lines: rules.grid_lines.iter().map(|key| key.as_str().to_owned()).collect(),
        revolving_taeg: rules.revolving_taeg.map(Rate::bare).unwrap_or_default(),
        target_public: rules.target_public.to_string(),
        decision_mode: rules.decision_mode.as_str().to_owned(),
        granting: rules.granting.key().to_owned(),
        charter: rules.charter.key().to_owned(),
        usual_rate_max: rules.usual_rate_max.map(Rate::bare).unwrap_or_default(),
        answer_working_days: rules.answer_working_days.to_string(),
        warning_days: number(rules.warning_days),
        full_time_hours: number(rules.full_time_hours),
        small_numbers_under: number(rules.small_numbers_under),
        headline: rules.headline.iter().map(|one| one.key().to_owned()).collect(),
        refund_moment: of_refund(|refund| refund.moment.key().to_owned()),
        refund_base: of_refund(|refund| refund.base.key().to_owned()),
        refund_share: of_refund(|refund| refund.share_percent.to_string()),
        refund_condition: of_refund(|refund| refund.condition.key().to_owned()),
        refund_payer: of_refund(|refund| refund.payer.to_string()),
        refund_decided_by: of_refund(|refund| refund.decided_by.to_string()),
        refund_resolution: of_refund(|refund| refund.resolution.to_string()),
        refund_charged_to: of_refund(|refund| refund.charged_to.to_string()),
        refund_ordered_by: of_refund(|refund| refund.ordered_by.to_string()),
        refund_postponed_late: of_refund(|refund| (if refund.postponed_is_late { "yes" } else { "" }).to_owned()),
        refund_major_missed: of_refund(|refund| number(refund.major_from_missed)),
        refund_envelope: of_refund(|refund| refund.yearly_envelope.map(domain::money::Euros::bare).unwrap_or_default()),
    })
}

/// The office's rules in words.
pub(super) fn clauses(rules: &OfficeRules, lists: &Lists) -> Vec<Clause> {
    let said = |label: &str, text: Option<String>, otherwise: &str| {
        Clause::of(label, &text.unwrap_or_else(|| otherwise.to_owned()))
    };
    let mode = entry(&lists.decision_modes, &rules.decision_mode).map(|mode| mode.label.clone()).unwrap_or_default();
    let warning = rules.warning_days.map(|days| format!("{} avant l’échéance", words::counted(days, "jour", "jours")));
    let public = Some(rules.target_public.to_string()).filter(|public| !public.is_empty());
    let mut clauses = budget_clauses(rules, lists);
    clauses.extend([
        Clause::of("Qui décide de transmettre", &mode),
        Clause::of("Qui octroie", rules.granting.label()),
        Clause::of("Charte d’accompagnement", rules.charter.label()),
        said("Public", public, "ouvert à tous"),
        said("Taux d’usage, remarque au-delà", rules.usual_rate_max.map(|rate| rate.to_string()), "aucun"),
        said("Crédit renouvelable comparé", rules.revolving_taeg.map(|taeg| format!("TAEG de {taeg}")), "aucun"),
        Clause::of("Réponse au demandeur", &words::counted(rules.answer_working_days, "jour ouvré", "jours ouvrés")),
        said("Prévenir d’une difficulté", warning, "non dit"),
        said("Intérêts rendus", rules.refund.as_ref().map(refund_sentence), "non"),
    ]);
    if !rules.headline.is_empty() {
        let labels: Vec<String> = rules.headline.iter().map(|one| words::lowered(one.label())).collect();
        clauses.push(Clause::of("En tête du bilan", &labels.join(", ")));
    }
    clauses
}

fn budget_clauses(rules: &OfficeRules, lists: &Lists) -> Vec<Clause> {
    let otherwise = ["aucun repère", "", "les personnes du foyer", "celles de la liste", "non utilisé", "aucun"];
    let said = budget_rule::clauses(&rules.budget, lists).into_iter().zip(otherwise);
    let worded = said.map(|((label, text), otherwise)| (label, text.unwrap_or_else(|| otherwise.to_owned())));
    let custody = match rules.shared_custody {
        Share::None => "enfant non compté".to_owned(),
        share @ (Share::One | Share::Half) => format!("{} part pour un enfant", share.label()),
    };
    let usual = usual_spending::sentence(&rules.usual_spending, lists);
    let own = rules.grid_lines.len();
    let lines = format!("{own} choisies par le CCAS");
    worded
        .chain([("Garde alternée", custody)])
        .chain((own > 0).then_some(("Lignes du budget affichées", lines)))
        .chain(usual.map(|usual| ("Dépenses usuelles", usual)))
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| Clause::of(label, &text))
        .collect()
}

/// `100 %, les intérêts payés, à la fin du prêt ; prêt remboursé en totalité ; payé par le CCAS`.
fn refund_sentence(refund: &RefundPolicy) -> String {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let what = format!(
        "{} % : {}, {}",
        refund.share_percent,
        words::lowered(refund.base.label()),
        words::lowered(refund.moment.label())
    );
    joined(
        [
            Some(what),
            Some(words::lowered(refund.condition.label())),
            Some(format!("payé par {}", refund.payer)),
            said(refund.decided_by.as_str()).map(|by| format!("décidé par {by}")),
            said(refund.resolution.as_str()),
        ],
        " ; ",
    )
}
