//! The office's own rules: threshold, who decides, the charter, the refund of interest.

use domain::household::Share;
use domain::line::Line;
use domain::settings::{
    BudgetRule, CharterKind, Dated, Lists, OfficeRules, RefundBase, RefundCondition, RefundMoment, RefundPolicy, entry,
};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::limits::{above_zero, bare, number, percentage, whole};
use super::settings::{OFFICE_RULES, kept_of, row, settings};
use super::versions::{Clause, TypedVersion, Version, headed, known, place};
use super::{Desk, Nothing, acted};
use crate::caller::Moment;
use crate::delivered::delivered;
use crate::failure::Failure;
use crate::reading;
use crate::shown::{Choice, key_of};

/// The office's rules as a form holds them; what is empty was not decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RuleFields {
    /// The reste à vivre, a person a month, under which the office asks why.
    pub reste_a_vivre_threshold: String,
    /// Who decides to submit.
    pub decision_mode: String,
    /// Who signs the charter.
    pub charter: String,
    /// The rate above which a remark is made.
    pub usual_rate_max: String,
    /// Working days in which the adviser calls back.
    pub answer_working_days: String,
    /// Days before an instalment at which the borrower had better call.
    pub warning_days: String,
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
}

/// The rules from a date, or a correction of them.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewRules {
    /// From when, and where they come from.
    pub version: TypedVersion,
    /// The rules.
    pub fields: RuleFields,
}

/// The office's rules and every version of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RulesView {
    /// The versions, the newest first.
    pub versions: Vec<RulesVersion>,
    /// Who may decide to submit.
    pub decision_modes: Vec<Choice>,
    /// Who may sign the charter.
    pub charters: Vec<Choice>,
    /// When interest may be refunded.
    pub refund_moments: Vec<Choice>,
    /// What may be refunded.
    pub refund_bases: Vec<Choice>,
    /// On what conditions.
    pub refund_conditions: Vec<Choice>,
}

/// One version of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RulesVersion {
    /// How it is headed.
    pub version: Version,
    /// Its rules as a form holds them.
    pub fields: RuleFields,
    /// Its rules in words.
    pub clauses: Vec<Clause>,
}

/// Shows the office's rules and every version of them.
pub fn office_rules(desk: &Desk, _: Nothing, moment: &Moment) -> Result<RulesView, Failure> {
    desk.read(|reader| {
        let lists = settings(reader)?.lists;
        let own = kept_of::<OfficeRules>(reader, OFFICE_RULES, "")?;
        let versions = super::settings::laid(vec![delivered()?.office_rules.clone()], own);
        let headings = headed(&versions, |_| None, moment.today);
        let mut shown: Vec<RulesVersion> =
            versions.iter().zip(headings).map(|(rules, version)| shown(rules, version, &lists)).collect();
        shown.reverse();
        Ok(RulesView {
            versions: shown,
            decision_modes: lists.decision_modes.iter().filter(|mode| !mode.retired).map(Choice::of_entry).collect(),
            charters: CharterKind::ALL.into_iter().map(Choice::of).collect(),
            refund_moments: RefundMoment::ALL.into_iter().map(Choice::of).collect(),
            refund_bases: RefundBase::ALL.into_iter().map(Choice::of).collect(),
            refund_conditions: RefundCondition::ALL.into_iter().map(Choice::of).collect(),
        })
    })
}

/// Changes the office's rules from a date, or corrects a version of them.
pub fn set_office_rules(desk: &mut Desk, input: NewRules, moment: &Moment) -> Result<RulesView, Failure> {
    let (rules, place) = desk.read(|reader| {
        let lists = settings(reader)?.lists;
        let own = kept_of::<OfficeRules>(reader, OFFICE_RULES, "")?;
        let start = delivered()?.office_rules.valid_from;
        Ok((read(&input.fields, &lists)?, place(&input.version, &known(Some(start), &own), moment)?))
    })?;
    let row = row(OFFICE_RULES, &place.dated(rules), moment)?;
    desk.act("set_office_rules", moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted("Modification des règles du CCAS.", vec![OFFICE_RULES]))
    })?;
    office_rules(desk, Nothing {}, moment)
}

fn read(fields: &RuleFields, lists: &Lists) -> Result<OfficeRules, Failure> {
    let no_mode = || Failure::refused("Choisissez qui décide de transmettre.").at("decision_mode");
    let no_delay = "En combien de jours ouvrés le référent rappelle-t-il ? Un nombre suffit.";
    let answer_days = reading::whole(&fields.answer_working_days, "answer_working_days")?;
    Ok(OfficeRules {
        budget: BudgetRule {
            threshold: above_zero(&fields.reste_a_vivre_threshold, "reste_a_vivre_threshold")?,
            ..BudgetRule::default()
        },
        shared_custody: Share::Half,
        usual_spending: Vec::new(),
        revolving_taeg: None,
        target_public: Line::default(),
        decision_mode: reading::entry(&fields.decision_mode, &lists.decision_modes, "decision_mode")?
            .ok_or_else(no_mode)?,
        charter: reading::word(&fields.charter, "charter")?,
        refund: read_refund(fields)?,
        usual_rate_max: reading::rate(&fields.usual_rate_max, "usual_rate_max")?,
        answer_working_days: answer_days.ok_or_else(|| Failure::refused(no_delay).at("answer_working_days"))?,
        warning_days: reading::whole(&fields.warning_days, "warning_days")?,
    })
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
    }))
}

fn shown(rules: &Dated<OfficeRules>, version: Version, lists: &Lists) -> RulesVersion {
    RulesVersion { version, fields: fields(&rules.value), clauses: clauses(&rules.value, lists) }
}

fn fields(rules: &OfficeRules) -> RuleFields {
    let refund = rules.refund.as_ref();
    let of_refund = |field: fn(&RefundPolicy) -> String| refund.map(field).unwrap_or_default();
    RuleFields {
        reste_a_vivre_threshold: bare(rules.budget.threshold),
        decision_mode: rules.decision_mode.as_str().to_owned(),
        charter: key_of(rules.charter),
        usual_rate_max: rules.usual_rate_max.map(domain::loan::Rate::bare).unwrap_or_default(),
        answer_working_days: rules.answer_working_days.to_string(),
        warning_days: number(rules.warning_days),
        refund_moment: of_refund(|refund| key_of(refund.moment)),
        refund_base: of_refund(|refund| key_of(refund.base)),
        refund_share: of_refund(|refund| refund.share_percent.to_string()),
        refund_condition: of_refund(|refund| key_of(refund.condition)),
        refund_payer: of_refund(|refund| refund.payer.to_string()),
        refund_decided_by: of_refund(|refund| refund.decided_by.to_string()),
        refund_resolution: of_refund(|refund| refund.resolution.to_string()),
    }
}

fn clauses(rules: &OfficeRules, lists: &Lists) -> Vec<Clause> {
    let threshold = rules.budget.threshold.map(|amount| format!("{} par personne et par mois", whole(amount)));
    let mode = entry(&lists.decision_modes, &rules.decision_mode).map(|mode| mode.label.clone()).unwrap_or_default();
    let rate = rules.usual_rate_max.map(|rate| rate.to_string());
    let warning = rules.warning_days.map(|days| format!("{} avant l’échéance", words::counted(days, "jour", "jours")));
    vec![
        Clause::of("Repère de reste à vivre", &threshold.unwrap_or_else(|| "aucun repère".to_owned())),
        Clause::of("Qui décide de transmettre", &mode),
        Clause::of("Charte d’accompagnement", rules.charter.label()),
        Clause::of("Taux d’usage, remarque au-delà", &rate.unwrap_or_else(|| "aucun".to_owned())),
        Clause::of("Réponse au demandeur", &words::counted(rules.answer_working_days, "jour ouvré", "jours ouvrés")),
        Clause::of("Prévenir d’une difficulté", &warning.unwrap_or_else(|| "non dit".to_owned())),
        Clause::of("Intérêts rendus", &rules.refund.as_ref().map_or_else(|| "non".to_owned(), refund_sentence)),
    ]
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
    super::limits::joined(
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
