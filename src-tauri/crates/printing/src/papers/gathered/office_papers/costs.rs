//! What loans cost, worked out by the rules of every loan from the agreements of the day.

use domain::loan::{LoanTerms, Rate, RepaymentSchedule, revolving, schedule};
use domain::money::{AmountTooLarge, Euros};
use domain::settings::{LenderAgreement, LoanLimits, RefundBase, RulesAt};
use domain::words::{long_date, round, spaced};

use app::delivered::delivered;
use app::failure::Failure;

/// The sum papers take as an example, where the products allow it.
const SUM_IN_CENTS: i64 = 200_000;
/// The lengths papers compare.
const LENGTHS: [u32; 3] = [12, 24, 36];

/// What loans cost: the heading row then the rows, what is to know of them, where the rates come from.
pub(super) struct Costs {
    pub(super) rows: Vec<Vec<String>>,
    pub(super) note: String,
    pub(super) source: String,
}

/// The rates of the agreements in force, each once, the lowest first.
pub(super) fn agreed(rules: &RulesAt<'_>) -> Vec<Rate> {
    let mut rates: Vec<Rate> = agreements(rules).into_iter().flat_map(LenderAgreement::rates).collect();
    rates.sort_by_key(|rate| rate.percent());
    rates.dedup();
    rates
}

/// `4 %`, `4,5 %`: only the decimals there are.
pub(super) fn shown(rate: Rate) -> String {
    spaced(&format!("{} %", rate.bare().trim_end_matches('0').trim_end_matches(',')))
}

/// The loan of the example, at the highest rate agreed on, so that nobody is told less than they may pay; nothing
/// without an agreement that states one.
pub(super) fn example(rules: &RulesAt<'_>, limits: &LoanLimits) -> Result<Option<RepaymentSchedule>, Failure> {
    let dearest = agreements(rules)
        .into_iter()
        .filter_map(|agreement| Some((agreement.rates().max()?, agreement.file_fee.unwrap_or(Euros::ZERO))))
        .max_by_key(|(rate, fee)| (rate.percent(), *fee));
    let (Some((rate, fee)), Some(months)) = (dearest, lengths(limits).into_iter().filter(|months| *months <= 24).max())
    else {
        return Ok(None);
    };
    let terms = LoanTerms { fee, ..LoanTerms::of(sum(limits)?, rate, months) };
    Ok(Some(schedule(&terms)?))
}

/// The costs of the sum of the example over each length, at the lowest and the highest rate.
pub(super) fn costs(rules: &RulesAt<'_>, limits: &LoanLimits) -> Result<Costs, Failure> {
    let (amount, lengths) = (sum(limits)?, lengths(limits));
    let known = agreed(rules);
    let general = &delivered()?.general_rate;
    let (mut rates, source) = if let (Some(first), Some(last)) = (known.first(), known.last()) {
        (vec![*first, *last], "Taux : conventions en vigueur.".to_owned())
    } else {
        let seen =
            format!("Taux : ceux constatés d’une banque à l’autre ({}), faute de convention saisie.", general.source);
        (vec![general.rate_min, general.rate_max], seen)
    };
    rates.dedup();
    let mut rows = vec![heading(amount, &lengths)];
    let mut interest = Vec::new();
    for rate in &rates {
        let loans: Vec<RepaymentSchedule> =
            lengths.iter().map(|months| schedule(&LoanTerms::of(amount, *rate, *months))).collect::<Result<_, _>>()?;
        interest = loans.iter().map(|loan| loan.total_interest).collect();
        rows.push(row(format!("Microcrédit à {}", shown(*rate)), interest.iter().copied()));
    }
    if let Some(taeg) = rules.office.revolving_taeg {
        let costs: Vec<Euros> = lengths
            .iter()
            .map(|months| revolving(amount, taeg, *months).map(|credit| credit.cost))
            .collect::<Result<_, _>>()?;
        rows.push(row(format!("Crédit renouvelable (TAEG {})", shown(taeg)), costs.into_iter()));
    }
    if let Some(policy) = rules.office.refund.as_ref().filter(|policy| policy.base == RefundBase::Interest) {
        let mut left = Vec::new();
        for cost in interest {
            let refunded = cost.part(policy.share_percent, 100)?.unwrap_or(Euros::ZERO);
            left.push(cost.minus(refunded)?);
        }
        rows.push(row("Au taux le plus haut, intérêts remboursés par le CCAS".to_owned(), left.into_iter()));
    }
    let fee = agreements(rules).iter().filter_map(|agreement| agreement.file_fee).max();
    let fee = match fee.filter(|fee| !fee.is_zero()) {
        Some(fee) => format!(" ; s’y ajoutent jusqu’à {} de frais de dossier, qui ne sont pas remboursés", round(fee)),
        None => String::new(),
    };
    let note = format!(
        "Mensualités constantes, intérêts arrondis au centime chaque mois, hors frais et assurance{fee}. Réglages du {}.",
        long_date(rules.date)
    );
    Ok(Costs { rows, note, source })
}

/// The agreements in force of the lenders of the day.
pub(super) fn agreements<'s>(rules: &RulesAt<'s>) -> Vec<&'s LenderAgreement> {
    let with_us = rules.lenders().filter(|at| !at.lender.retired);
    with_us.filter_map(|at| at.agreement.map(|dated| &dated.value)).collect()
}

/// The sum of the example within the limits.
fn sum(limits: &LoanLimits) -> Result<Euros, AmountTooLarge> {
    let usual = Euros::from_cents(SUM_IN_CENTS)?;
    let at_most = limits.amount_max.map_or(usual, |max| max.min(usual));
    Ok(limits.amount_min.map_or(at_most, |min| min.max(at_most)))
}

/// The lengths within the limits; the longest one allowed when all are too long.
fn lengths(limits: &LoanLimits) -> Vec<u32> {
    let most = limits.months_max.unwrap_or(u32::MAX);
    let within: Vec<u32> = LENGTHS.into_iter().filter(|months| *months <= most).collect();
    if within.is_empty() { vec![most] } else { within }
}

fn heading(amount: Euros, lengths: &[u32]) -> Vec<String> {
    let months = lengths.iter().map(|months| format!("{months} mois"));
    [format!("{} empruntés, coût en euros", round(amount))].into_iter().chain(months).collect()
}

fn row(label: String, costs: impl Iterator<Item = Euros>) -> Vec<String> {
    [label].into_iter().chain(costs.map(Euros::bare)).collect()
}
