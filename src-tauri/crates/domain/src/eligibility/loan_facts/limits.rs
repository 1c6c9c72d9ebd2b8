//! The limits a loan keeps within: the narrowest of product and agreement, a purpose's own, the law's.
//!
//! Between the ordinary ceiling and the exceptional one a written justification is asked (*Bien vivre, dépasser le
//! cadre du microcrédit classique*). Product to 3 000 €, or 5 000 € when justified: 4 000 € is within the limits,
//! and between the two ceilings; 5 500 € is out of them, and between none.

use super::{CheckFacts, CheckedLoan, Frame};
use crate::dossier::Dossier;
use crate::money::Euros;
use crate::settings::{
    LimitPassed, ListKey, LoanAsked, LoanFrame, LoanLimits, LoanProduct, RulesAt, SubLimit, check_loan, narrowest,
};
use crate::words::counted;

pub(super) fn gather(facts: &mut CheckFacts, dossier: &Dossier, loan: &CheckedLoan, frame: &Frame<'_>) {
    if frame.product.is_none() && frame.agreement.is_none() {
        for fact in ["limits_stated", "amount_within_limits", "term_within_limits"] {
            facts.tell(fact, None, "ni produit ni convention");
        }
        facts.tell("between_ordinary_and_exceptional", None, "ni produit ni convention");
        facts.tell("sub_purpose_limit_exists", None, "ni produit ni convention");
        facts.tell("amount_within_sub_purpose_limit", None, "ni produit ni convention");
        return;
    }
    let purpose = dossier.facts.request().purpose.as_ref();
    let limits = narrowest(frame.product.unwrap_or(&no_product()), frame.agreement, purpose);
    let stated = limits.amount_max.is_some() && limits.months_max.is_some();
    facts.tell("limits_stated", Some(stated), told(&limits));
    ordinary(facts, (loan, purpose), frame, &limits);
    of_purpose(facts, purpose, loan, &limits.sub_limits);
}

/// A product that states nothing, for a loan that names none.
fn no_product() -> LoanProduct {
    LoanProduct {
        label: crate::line::Line::default(),
        limits: LoanLimits::default(),
        rate_max: None,
        purposes: Vec::new(),
        guarantor: None,
        guarantee_percent: None,
        follow_up_plan: None,
        support: crate::settings::SupportRequirement::FollowUp,
        conditions: Vec::new(),
        retired: false,
    }
}

/// The ceilings in words: `3 000,00 € et 36 mois au plus`.
fn told(limits: &LoanLimits) -> String {
    let months = |most: u32| counted(most, "mois", "mois");
    match (limits.amount_max, limits.months_max) {
        (Some(amount), Some(most)) => format!("{amount} et {} au plus", months(most)),
        (Some(amount), None) => format!("{amount} au plus, durée non dite"),
        (None, Some(most)) => format!("{} au plus, montant non dit", months(most)),
        (None, None) => "ni montant ni durée".to_owned(),
    }
}

fn ordinary(
    facts: &mut CheckFacts,
    (loan, purpose): (&CheckedLoan, Option<&ListKey>),
    frame: &Frame<'_>,
    limits: &LoanLimits,
) {
    let key = ListKey::new("");
    let judged =
        LoanFrame { product: frame.product.map(|one| (&key, one)), agreement: frame.agreement, ..LoanFrame::default() };
    let asked = LoanAsked { amount: loan.amount(), months: loan.months(), purpose, ..LoanAsked::default() };
    let plain = check_loan(&asked, &judged);
    let justified = check_loan(&LoanAsked { justified: true, ..asked }, &judged);
    let is_passed = |passed: &[LimitPassed], what: About| passed.iter().any(|one| about(one) == what);
    let kept = |stated: bool, known: bool, what: About| {
        let within = !is_passed(&justified, what);
        known.then_some(within).filter(|within| stated || !within)
    };
    let amount = kept(limits.amount_max.is_some(), asked.amount.is_some(), About::Amount);
    let term = kept(limits.months_max.is_some(), asked.months.is_some(), About::Term);
    let only_justified = |what: About| is_passed(&plain, what) && !is_passed(&justified, what);
    let above = |what: About| {
        if only_justified(what) { format!(", {}", exceptional(limits)) } else { String::new() }
    };
    let said = loan.amount().map(|amount| format!("{amount}{}", above(About::Amount)));
    facts.tell("amount_within_limits", amount, said.unwrap_or_else(|| "à compléter".to_owned()));
    let said = loan.months().map(|most| format!("{}{}", counted(most, "mois", "mois"), above(About::Term)));
    facts.tell("term_within_limits", term, said.unwrap_or_else(|| "à compléter".to_owned()));
    let known = |exceptional: bool, known: bool| known || !exceptional;
    let all_known = known(limits.exceptional_amount_max.is_some(), asked.amount.is_some())
        && known(limits.exceptional_months_max.is_some(), asked.months.is_some());
    let between = only_justified(About::Amount) || only_justified(About::Term);
    facts.tell("between_ordinary_and_exceptional", (between || all_known).then_some(between), exceptional(limits));
}

fn exceptional(limits: &LoanLimits) -> String {
    let amount = limits.exceptional_amount_max.map(|most| most.to_string());
    let months = limits.exceptional_months_max.map(|most| counted(most, "mois", "mois"));
    let both: Vec<String> = amount.into_iter().chain(months).collect();
    if both.is_empty() {
        "aucun plafond exceptionnel".to_owned()
    } else {
        format!("{} si justifié", both.join(" et "))
    }
}

/// What a limit that is passed is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Amount,
    Term,
    Other,
}

fn about(passed: &LimitPassed) -> About {
    match passed {
        LimitPassed::AmountUnder { .. } | LimitPassed::AmountOver { .. } => About::Amount,
        LimitPassed::MonthsUnder { .. } | LimitPassed::MonthsOver { .. } => About::Term,
        LimitPassed::RateOver { .. }
        | LimitPassed::InterestOnlyOver { .. }
        | LimitPassed::InterestOnlyLaterOver { .. }
        | LimitPassed::DeferredOver { .. }
        | LimitPassed::PurposeOutside { .. }
        | LimitPassed::ProductOutside => About::Other,
    }
}

fn of_purpose(facts: &mut CheckFacts, purpose: Option<&ListKey>, loan: &CheckedLoan, own: &[SubLimit]) {
    let ceiling = own.iter().find(|limit| Some(&limit.purpose) == purpose).map(|limit| limit.amount_max);
    let exists = if purpose.is_none() && !own.is_empty() { None } else { Some(ceiling.is_some()) };
    let said = match (exists, ceiling) {
        (None, _) => "objet à choisir dans la demande".to_owned(),
        (Some(_), Some(most)) => format!("{most} au plus"),
        (Some(_), None) => "aucune".to_owned(),
    };
    facts.tell("sub_purpose_limit_exists", exists, said);
    let within: Option<bool> = ceiling.zip(loan.amount()).map(|(most, amount): (Euros, Euros)| amount <= most);
    let said = loan.amount().map_or("montant à compléter".to_owned(), |amount| amount.to_string());
    facts.tell("amount_within_sub_purpose_limit", within, said);
}

/// Whether the loan is above what the law allows on the day of its contract.
pub(super) fn legal(facts: &mut CheckFacts, loan: &CheckedLoan, rules: &RulesAt<'_>) {
    let amount_max = rules.legal.amount("microcredit_amount_ceiling", rules.date);
    let months_max = rules.legal_number("microcredit_term_ceiling");
    let over_amount = amount_max.zip(loan.amount()).map(|(most, amount)| amount > most);
    let over_term = months_max.zip(loan.months()).map(|(most, months)| months > most);
    let above = match (over_amount, over_term) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        (None, _) | (_, None) => None,
    };
    let said = match (amount_max, months_max) {
        (Some(amount), Some(months)) => format!("la loi : {amount} et {} au plus", counted(months, "mois", "mois")),
        (None, _) | (_, None) => "valeur de la loi inconnue à cette date".to_owned(),
    };
    facts.tell("above_legal_ceiling", above, said);
}
