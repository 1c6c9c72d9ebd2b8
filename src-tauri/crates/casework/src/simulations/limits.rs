//! What the product, the lender's agreement and the law allow a simulated loan.

use domain::dossier::Dossier;
use domain::loan::LoanTerms;
use domain::settings::{LimitPassed, ListKey, LoanAsked, LoanFrame, RulesAt, check_loan, narrowest};
use domain::simulation::Simulation;
use domain::words::{counted, long_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use crate::office::{limits_sentence, whole};
use app::failure::{Failure, LimitNames};

/// What a loan may be, and whether it keeps within it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Limit")]
pub struct LimitView {
    /// Whether nothing is passed.
    pub inside: bool,
    /// `Banque du Val, convention du 1er février 2025 : 300 € à 3 000 €, 6 à 36 mois.`.
    pub rule: String,
    /// What is passed, one sentence each.
    pub passed: Vec<String>,
    /// What to do about it, one sentence each.
    pub ways_out: Vec<String>,
    /// Whether a written justification would let it pass.
    pub asks_justification: bool,
}

/// What the product and the lender of a dossier allow; absent while neither is chosen.
pub(crate) fn limit_of(dossier: &Dossier, rules: &RulesAt<'_>) -> Result<Option<LimitView>, Failure> {
    let simulation = &dossier.simulation;
    let rule = rule(simulation, rules);
    if rule.is_empty() {
        return Ok(None);
    }
    let passed = dossier.limits_passed(simulation, rules)?;
    let names = LimitNames::of(simulation, rules);
    let refusals: Vec<_> = passed.iter().map(|one| names.refusal(*one)).collect();
    Ok(Some(LimitView {
        inside: passed.is_empty(),
        rule,
        passed: refusals.iter().map(|refusal| refusal.message.clone()).collect(),
        ways_out: refusals.into_iter().filter_map(|refusal| refusal.remedy).collect(),
        asks_justification: passed.iter().any(|one| asks_justification(*one)),
    }))
}

/// What terms pass with a lender, outside any dossier.
pub(super) fn passed_by_terms(terms: &LoanTerms, lender: &ListKey, rules: &RulesAt<'_>) -> Vec<LimitPassed> {
    let asked_of = Simulation { lender: Some(lender.clone()), ..Simulation::default() };
    let asked = LoanAsked {
        amount: Some(terms.amount),
        months: Some(terms.months),
        rate: Some(terms.annual_rate),
        deferred: terms.deferred,
        interest_only: terms.interest_only,
        interest_only_later: u32::try_from(terms.interest_only_later.len()).unwrap_or(u32::MAX),
        ..LoanAsked::default()
    };
    check_loan(&asked, &LoanFrame::of(&asked_of, rules))
}

/// The limit in a few words, for a cell: `30 mois au plus`.
pub(crate) fn short(passed: LimitPassed) -> String {
    let months = |count: u32| counted(count, "mois", "mois");
    match passed {
        LimitPassed::AmountUnder { least, .. } => format!("{} au moins", whole(least)),
        LimitPassed::AmountOver { most, exceptional, .. } => over(&whole(most), exceptional.is_some()),
        LimitPassed::MonthsUnder { least, .. } => format!("{} au moins", months(least)),
        LimitPassed::MonthsOver { most, exceptional, .. } => over(&months(most), exceptional.is_some()),
        LimitPassed::RateOver { most, .. } => format!("{most} au plus"),
        LimitPassed::InterestOnlyOver { most: 0 } => "sans mois d’intérêts seuls".to_owned(),
        LimitPassed::InterestOnlyOver { most } => format!("{} d’intérêts seuls au plus", months(most)),
        LimitPassed::DeferredOver { most: 0 } => "sans mois à ne rien payer".to_owned(),
        LimitPassed::DeferredOver { most } => format!("{} sans rien payer au plus", months(most)),
        LimitPassed::InterestOnlyLaterOver { most: 0 } => "sans intérêts seuls en cours de prêt".to_owned(),
        LimitPassed::InterestOnlyLaterOver { most } => {
            format!("{} d’intérêts seuls au plus en cours de prêt", months(most))
        }
        LimitPassed::PurposeOutside { .. } => "objet non financé".to_owned(),
        LimitPassed::ProductOutside => "produit non couvert".to_owned(),
    }
}

fn over(most: &str, exceptional: bool) -> String {
    if exceptional { format!("{most}, ou plus si justifié") } else { format!("{most} au plus") }
}

fn asks_justification(passed: LimitPassed) -> bool {
    match passed {
        LimitPassed::AmountOver { exceptional, .. } => exceptional.is_some(),
        LimitPassed::MonthsOver { exceptional, .. } => exceptional.is_some(),
        LimitPassed::AmountUnder { .. }
        | LimitPassed::MonthsUnder { .. }
        | LimitPassed::RateOver { .. }
        | LimitPassed::InterestOnlyOver { .. }
        | LimitPassed::DeferredOver { .. }
        | LimitPassed::InterestOnlyLaterOver { .. }
        | LimitPassed::PurposeOutside { .. }
        | LimitPassed::ProductOutside => false,
    }
}

/// Who states the limits and what they are; empty while neither product nor agreement is chosen.
fn rule(simulation: &Simulation, rules: &RulesAt<'_>) -> String {
    let product = simulation.product_in(rules).and_then(|key| rules.product(key));
    let lender = simulation.lender.as_ref().and_then(|key| rules.lender(key));
    let agreement = lender.and_then(|lender| Some((lender.lender, lender.agreement?)));
    let (owner, limits) = match (product, agreement) {
        (None, None) => return String::new(),
        (Some(product), None) => (product.value.label.to_string(), product.value.limits.clone()),
        (None, Some((lender, agreement))) => {
            (of_agreement(&lender.name, agreement.valid_from), agreement.value.limits.clone())
        }
        (Some(product), Some((lender, agreement))) => (
            // The only product there is goes without saying.
            match simulation.product {
                Some(_) => format!("{}, {}", of_agreement(&lender.name, agreement.valid_from), product.value.label),
                None => of_agreement(&lender.name, agreement.valid_from),
            },
            narrowest(&product.value, Some(&agreement.value), None),
        ),
    };
    let stated = limits_sentence(&limits, rules.lists);
    let stated = if stated.is_empty() { "aucune limite écrite".to_owned() } else { stated };
    spaced(&format!("{owner} : {stated}."))
}

fn of_agreement(name: &domain::line::Line, from: chrono::NaiveDate) -> String {
    format!("{name}, convention du {}", long_date(from))
}
