//! Whether a loan keeps within its product, its lender's agreement and the law.
//!
//! The narrowest limit applies, a purpose's own ceiling included; above the ordinary
//! ceiling, up to the exceptional one, a written justification is needed (*Un coup de
//! pouce pour le microcrédit personnel*, le partenariat bancaire). A limit nobody
//! stated refuses nothing. Product 300 to 5 000 €, agreement to 3 000 € or 5 000 €
//! justified: 4 000 € passes with its reason, and only then.

use std::cmp::Reverse;

use super::{LenderAgreement, ListKey, LoanLimits, LoanProduct, SubLimit};
use crate::loan::Rate;
use crate::money::Euros;

/// Whose limit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitOwner {
    /// The product's.
    Product,
    /// The lender's agreement's.
    Agreement,
    /// The purpose's own, in the product or the agreement.
    Purpose,
    /// The law's.
    Law,
}

/// What a loan passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitPassed {
    /// The amount is under the least.
    AmountUnder {
        /// Whose limit.
        owner: LimitOwner,
        /// The least amount.
        least: Euros,
    },
    /// The amount is over the ceiling.
    AmountOver {
        /// Whose limit.
        owner: LimitOwner,
        /// The ceiling.
        most: Euros,
        /// The ceiling with a written justification, where there is none yet.
        exceptional: Option<Euros>,
    },
    /// The loan is too short.
    MonthsUnder {
        /// Whose limit.
        owner: LimitOwner,
        /// The fewest months.
        least: u32,
    },
    /// The loan is too long.
    MonthsOver {
        /// Whose limit.
        owner: LimitOwner,
        /// The most months.
        most: u32,
        /// The most months with a written justification, where there is none yet.
        exceptional: Option<u32>,
    },
    /// The rate is over the highest.
    RateOver {
        /// Whose limit.
        owner: LimitOwner,
        /// The highest rate.
        most: Rate,
    },
    /// More months of interest only than the agreement allows; 0 is none.
    InterestOnlyOver {
        /// The most months.
        most: u32,
    },
    /// More months of nothing paid than the agreement allows; 0 is none.
    DeferredOver {
        /// The most months.
        most: u32,
    },
    /// More later months of interest only than the agreement allows; 0 is none.
    InterestOnlyLaterOver {
        /// The most months.
        most: u32,
    },
    /// The purpose is not one that is financed.
    PurposeOutside {
        /// Whose limit.
        owner: LimitOwner,
    },
    /// The agreement does not cover the product.
    ProductOutside,
}

/// A loan as asked; what is not known yet is not judged.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoanAsked<'a> {
    /// The amount.
    pub amount: Option<Euros>,
    /// The months.
    pub months: Option<u32>,
    /// The yearly rate.
    pub rate: Option<Rate>,
    /// Months in which nothing is paid at the start.
    pub deferred: u32,
    /// Months of interest only at the start.
    pub interest_only: u32,
    /// How many later months pay interest only.
    pub interest_only_later: u32,
    /// What it pays for: an entry of the purposes.
    pub purpose: Option<&'a ListKey>,
    /// The category of that purpose.
    pub category: Option<&'a ListKey>,
    /// Whether a written justification of an exceptional ceiling exists.
    pub justified: bool,
}

/// What a loan is judged by; an agreement or a product not chosen yet is absent.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoanFrame<'s> {
    /// The product, with its key.
    pub product: Option<(&'s ListKey, &'s LoanProduct)>,
    /// The lender's agreement.
    pub agreement: Option<&'s LenderAgreement>,
    /// The highest amount of the law.
    pub legal_amount_max: Option<Euros>,
    /// The most months of the law.
    pub legal_months_max: Option<u32>,
}

/// The narrowest limits of a product and an agreement, for a purpose with its own ceiling or for any other.
///
/// Never wider than either. An exceptional ceiling stays only where both let it pass.
#[must_use]
pub fn narrowest(product: &LoanProduct, agreement: Option<&LenderAgreement>, purpose: Option<&ListKey>) -> LoanLimits {
    let nothing = LoanLimits::default();
    let own = &product.limits;
    let theirs = agreement.map_or(&nothing, |agreement| &agreement.limits);
    let sub_limits = merged(&own.sub_limits, &theirs.sub_limits);
    let of_purpose = sub_limits.iter().find(|limit| Some(&limit.purpose) == purpose).map(|limit| limit.amount_max);
    let amount_max = least(least(own.amount_max, theirs.amount_max), of_purpose);
    let months_max = least(own.months_max, theirs.months_max);
    let exceptional_amount = least(exceptional_amount(own), exceptional_amount(theirs));
    let exceptional_months = least(exceptional_months(own), exceptional_months(theirs));
    LoanLimits {
        amount_min: own.amount_min.max(theirs.amount_min),
        amount_max,
        months_min: own.months_min.max(theirs.months_min),
        months_max,
        exceptional_amount_max: wider(least(exceptional_amount, of_purpose), amount_max),
        exceptional_months_max: wider(exceptional_months, months_max),
        sub_limits,
    }
}

/// What a loan passes, each limit once, by the narrowest that states it; nothing when it may be made.
#[must_use]
pub fn check_loan(asked: &LoanAsked<'_>, frame: &LoanFrame<'_>) -> Vec<LimitPassed> {
    let mut passed = Vec::new();
    passed.extend(asked.amount.and_then(|amount| amount_passed(amount, asked, frame)));
    passed.extend(asked.months.and_then(|months| months_passed(months, asked, frame)));
    passed.extend(asked.rate.and_then(|rate| rate_passed(rate, asked, frame)));
    passed.extend(frame.agreement.map(|agreement| eased_over(asked, agreement)).unwrap_or_default());
    passed.extend(outside(asked, frame));
    passed
}

/// The months that do not repay, beyond those the agreement allows.
fn eased_over(asked: &LoanAsked<'_>, agreement: &LenderAgreement) -> Vec<LimitPassed> {
    let over = |most: Option<u32>, asked: u32| most.filter(|most| asked > *most);
    let deferred = over(agreement.deferred_max, asked.deferred).map(|most| LimitPassed::DeferredOver { most });
    let interest_only =
        over(agreement.interest_only_max, asked.interest_only).map(|most| LimitPassed::InterestOnlyOver { most });
    let later = over(agreement.interest_only_later_max, asked.interest_only_later)
        .map(|most| LimitPassed::InterestOnlyLaterOver { most });
    [deferred, interest_only, later].into_iter().flatten().collect()
}

fn amount_passed(amount: Euros, asked: &LoanAsked<'_>, frame: &LoanFrame<'_>) -> Option<LimitPassed> {
    let floors = limits(frame).filter_map(|(owner, limits)| Some((owner, limits.amount_min?)));
    if let Some((owner, least)) = floors.min_by_key(|(_, least)| Reverse(*least)).filter(|(_, least)| amount < *least) {
        return Some(LimitPassed::AmountUnder { owner, least });
    }
    let of_purpose = limits(frame).flat_map(|(_, limits)| &limits.sub_limits);
    let of_purpose = of_purpose.filter(|limit| Some(&limit.purpose) == asked.purpose);
    let absolute: Vec<(LimitOwner, Euros)> = frame
        .legal_amount_max
        .map(|most| (LimitOwner::Law, most))
        .into_iter()
        .chain(of_purpose.map(|limit| (LimitOwner::Purpose, limit.amount_max)))
        .collect();
    let ordinary = limits(frame).filter_map(|(owner, limits)| Some((owner, limits.amount_max?)));
    let justified = limits(frame).filter_map(|(owner, limits)| Some((owner, exceptional_amount(limits)?)));
    let (owner, most, exceptional) = ceiling_passed(
        amount,
        asked.justified,
        &ordinary.chain(absolute.iter().copied()).collect::<Vec<_>>(),
        &justified.chain(absolute.iter().copied()).collect::<Vec<_>>(),
    )?;
    Some(LimitPassed::AmountOver { owner, most, exceptional })
}

fn months_passed(months: u32, asked: &LoanAsked<'_>, frame: &LoanFrame<'_>) -> Option<LimitPassed> {
    let floors = limits(frame).filter_map(|(owner, limits)| Some((owner, limits.months_min?)));
    if let Some((owner, least)) = floors.min_by_key(|(_, least)| Reverse(*least)).filter(|(_, least)| months < *least) {
        return Some(LimitPassed::MonthsUnder { owner, least });
    }
    let law = frame.legal_months_max.map(|most| (LimitOwner::Law, most));
    let ordinary = limits(frame).filter_map(|(owner, limits)| Some((owner, limits.months_max?)));
    let justified = limits(frame).filter_map(|(owner, limits)| Some((owner, exceptional_months(limits)?)));
    let (owner, most, exceptional) = ceiling_passed(
        months,
        asked.justified,
        &ordinary.chain(law).collect::<Vec<_>>(),
        &justified.chain(law).collect::<Vec<_>>(),
    )?;
    Some(LimitPassed::MonthsOver { owner, most, exceptional })
}

/// The ceiling passed: the narrowest ordinary one without a justification, the narrowest exceptional one with it.
fn ceiling_passed<T: Copy + Ord>(
    asked: T,
    justified: bool,
    ordinary: &[(LimitOwner, T)],
    exceptional: &[(LimitOwner, T)],
) -> Option<(LimitOwner, T, Option<T>)> {
    let narrowest = |ceilings: &[(LimitOwner, T)]| ceilings.iter().copied().min_by_key(|(_, most)| *most);
    let wide = narrowest(exceptional);
    if justified {
        let (owner, most) = wide.filter(|(_, most)| asked > *most)?;
        return Some((owner, most, None));
    }
    let (owner, most) = narrowest(ordinary).filter(|(_, most)| asked > *most)?;
    Some((owner, most, wide.map(|(_, wide)| wide).filter(|wide| *wide > most)))
}

fn rate_passed(rate: Rate, asked: &LoanAsked<'_>, frame: &LoanFrame<'_>) -> Option<LimitPassed> {
    let product = frame.product.and_then(|(_, product)| product.rate_max).map(|most| (LimitOwner::Product, most));
    let agreement = frame.rate(asked.amount, asked.months).map(|most| (LimitOwner::Agreement, most));
    let narrowest = agreement.into_iter().chain(product).min_by_key(|(_, most)| *most);
    let (owner, most) = narrowest.filter(|(_, most)| rate > *most)?;
    Some(LimitPassed::RateOver { owner, most })
}

/// The purpose and the product that someone stated a list without.
fn outside(asked: &LoanAsked<'_>, frame: &LoanFrame<'_>) -> Vec<LimitPassed> {
    let lacks =
        |stated: &[ListKey], key: Option<&ListKey>| key.is_some_and(|key| !stated.is_empty() && !stated.contains(key));
    let mut passed = Vec::new();
    if frame.product.is_some_and(|(_, product)| lacks(&product.purposes, asked.category)) {
        passed.push(LimitPassed::PurposeOutside { owner: LimitOwner::Product });
    } else if frame.agreement.is_some_and(|agreement| lacks(&agreement.purposes, asked.category)) {
        passed.push(LimitPassed::PurposeOutside { owner: LimitOwner::Agreement });
    }
    let key = frame.product.map(|(key, _)| key);
    if frame.agreement.is_some_and(|agreement| lacks(&agreement.products, key)) {
        passed.push(LimitPassed::ProductOutside);
    }
    passed
}

/// The agreement first: of two that state the same, it is the one told.
fn limits<'s>(frame: &LoanFrame<'s>) -> impl Iterator<Item = (LimitOwner, &'s LoanLimits)> + use<'s> {
    let product = frame.product.map(|(_, product)| (LimitOwner::Product, &product.limits));
    let agreement = frame.agreement.map(|agreement| (LimitOwner::Agreement, &agreement.limits));
    agreement.into_iter().chain(product)
}

/// The ceiling with a justification: the ordinary one where no exceptional one is stated.
fn exceptional_amount(limits: &LoanLimits) -> Option<Euros> {
    limits.amount_max.map(|most| limits.exceptional_amount_max.map_or(most, |wide| wide.max(most)))
}

fn exceptional_months(limits: &LoanLimits) -> Option<u32> {
    limits.months_max.map(|most| limits.exceptional_months_max.map_or(most, |wide| wide.max(most)))
}

fn least<T: Ord>(one: Option<T>, other: Option<T>) -> Option<T> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

fn wider<T: Ord + Copy>(exceptional: Option<T>, ordinary: Option<T>) -> Option<T> {
    exceptional.zip(ordinary).filter(|(wide, most)| wide > most).map(|(wide, _)| wide)
}

fn merged(own: &[SubLimit], theirs: &[SubLimit]) -> Vec<SubLimit> {
    let mut merged: Vec<SubLimit> = own.to_vec();
    for limit in theirs {
        match merged.iter_mut().find(|kept| kept.purpose == limit.purpose) {
            Some(kept) => kept.amount_max = kept.amount_max.min(limit.amount_max),
            None => merged.push(limit.clone()),
        }
    }
    merged
}

#[cfg(test)]
mod tests;
