//! The words of budget rules and of what an agreement says of a loan.
//!
//! A rule reads in one breath: `250 € par personne et par mois`, `10 € par personne et par jour`.

use super::{Labelled, NARROW_SPACE, decimal, lowered};
use crate::money::Euros;
use crate::settings::{BudgetRule, Divisor, UnitScale, UsualSpending};

/// What the remainder is shared among, one of them: `personne`, `unité`.
fn one(divisor: &Divisor) -> &'static str {
    match divisor {
        Divisor::Persons => "personne",
        Divisor::Units(_) => "unité",
    }
}

/// The threshold of a rule with what it is for: `250 € par personne et par mois`; nothing without a threshold.
#[must_use]
pub fn threshold(rule: &BudgetRule) -> Option<String> {
    let amount = whole(rule.threshold?);
    Some(format!("{amount} par {} et {}", one(&rule.divisor), lowered(rule.period.label())))
}

/// A scale in words: `unités de consommation : 1 le premier adulte, 0,5 dès 14 ans, 0,3 plus jeune`.
#[must_use]
pub fn unit_scale(scale: &UnitScale) -> String {
    let UnitScale { label, first, adult, child, adult_from, lone_parent } = scale;
    let lone = match lone_parent {
        0 => String::new(),
        more => format!(", {} de plus pour un adulte seul avec enfants", hundredths(*more)),
    };
    let [first, adult, child] = [first, adult, child].map(|weight| hundredths(*weight));
    let years = super::counted(*adult_from, "an", "ans");
    format!("{label}{NARROW_SPACE}: {first} le premier adulte, {adult} dès {years}, {child} plus jeune{lone}")
}

/// Hundredths as a number: `1`, `0,5`, `0,25`.
#[must_use]
pub fn hundredths(count: u32) -> String {
    let number = rust_decimal::Decimal::new(count.into(), 2).normalize();
    decimal(number, number.scale())
}

/// A usual spending: `150 € à 250 € par personne`, `jusqu’à 60 € pour le foyer`.
#[must_use]
pub fn usual_spending(usual: &UsualSpending) -> String {
    let most = whole(usual.most);
    let range = match usual.least {
        Some(least) => format!("{} à {most}", whole(least)),
        None => format!("jusqu’à {most}"),
    };
    format!("{range} {}", lowered(usual.per.label()))
}

/// An amount without its cents when it has none: `3 000 €`.
fn whole(amount: Euros) -> String {
    amount.to_string().replace(",00", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Line;
    use crate::settings::{ListKey, RulePeriod, SpendingShare};

    fn plain(text: &str) -> String {
        text.replace(['\u{202f}', '\u{a0}'], " ")
    }

    fn euros(typed: &str) -> Euros {
        Euros::read(typed).unwrap()
    }

    #[test]
    fn a_threshold_says_for_whom_and_how_often() {
        let threshold_of = |rule: &BudgetRule| threshold(rule).map(|text| plain(&text));
        let month = BudgetRule { threshold: Some(euros("250")), ..BudgetRule::default() };
        assert_eq!(threshold_of(&month).unwrap(), "250 € par personne et par mois");
        let scale = UnitScale {
            label: Line::read("unités de consommation").unwrap(),
            first: 100,
            adult: 50,
            child: 30,
            adult_from: 14,
            lone_parent: 0,
        };
        let said = "unités de consommation : 1 le premier adulte, 0,5 dès 14 ans, 0,3 plus jeune";
        assert_eq!(plain(&unit_scale(&scale)), said);
        let alone = UnitScale { lone_parent: 25, ..scale.clone() };
        assert!(plain(&unit_scale(&alone)).ends_with("plus jeune, 0,25 de plus pour un adulte seul avec enfants"));
        let day = BudgetRule {
            threshold: Some(euros("10,50")),
            divisor: Divisor::Units(scale),
            period: RulePeriod::Day,
            ..BudgetRule::default()
        };
        assert_eq!(threshold_of(&day).unwrap(), "10,50 € par unité et par jour");
        assert_eq!(threshold_of(&BudgetRule::default()), None);
    }

    #[test]
    fn a_usual_spending_may_have_no_least() {
        let food = UsualSpending {
            entry: ListKey::new("food"),
            least: Some(euros("150")),
            most: euros("250"),
            per: SpendingShare::Person,
        };
        assert_eq!(plain(&usual_spending(&food)), "150 € à 250 € par personne");
        let phone = UsualSpending { least: None, per: SpendingShare::Household, ..food };
        assert_eq!(plain(&usual_spending(&phone)), "jusqu’à 250 € pour le foyer");
    }
}
