//! Whether a TAEG is under the usury rate of its quarter and amount, when that rate is known.
//!
//! Code de la consommation, articles L. 314-6 et L. 314-7: a rate a quarter, by bands of the amount lent. In the
//! first quarter of 2026, up to 3 000 €, it was 23,56 %: a TAEG of 4,07 % is under it. A quarter nobody typed is
//! not known, and nothing is said of it.

use chrono::NaiveDate;

use super::{Rate, Taeg};
use crate::money::Euros;
use crate::settings::{Legal, LegalValue};

/// Where a TAEG stands beside the usury rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsuryFinding {
    /// At most the rate.
    Under {
        /// The rate of the day.
        rate: Rate,
        /// Where it comes from.
        value: LegalValue,
    },
    /// Above the rate: no lender may grant it.
    Over {
        /// The rate of the day.
        rate: Rate,
        /// Where it comes from.
        value: LegalValue,
    },
    /// The rate of the day is not known.
    NotKnown,
}

/// The legal topic of an amount's band.
#[must_use]
pub fn usury_topic(amount: Euros) -> &'static str {
    match amount.cents() {
        ..=300_000 => "usury_rate_up_to_3000",
        300_001..=600_000 => "usury_rate_3000_to_6000",
        600_001.. => "usury_rate_over_6000",
    }
}

/// Compares a TAEG with the usury rate of an amount on a day.
#[must_use]
pub fn usury(taeg: Taeg, amount: Euros, legal: &Legal, on: NaiveDate) -> UsuryFinding {
    let value = legal.at(usury_topic(amount), on);
    let Some((value, rate)) = value.and_then(|value| Some((value.clone(), Rate::read(&value.value).ok()?))) else {
        return UsuryFinding::NotKnown;
    };
    if taeg.exact() > rate.percent() { UsuryFinding::Over { rate, value } } else { UsuryFinding::Under { rate, value } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loan::{LoanTerms, schedule, taeg};
    use crate::settings::{LegalCertainty, LegalTopic, ListKey};

    fn legal() -> Legal {
        let value = LegalValue {
            valid_from: Some("2026-01-01".parse().unwrap()),
            valid_to: Some("2026-03-31".parse().unwrap()),
            value: "4.07".to_owned(),
            source: "Banque de France".to_owned(),
            certainty: LegalCertainty::Sure,
            note: None,
        };
        let topic = LegalTopic {
            key: ListKey::new(usury_topic(Euros::ZERO)),
            label: String::new(),
            kind: "percent".to_owned(),
            unit: String::new(),
            help: None,
            values: vec![value],
        };
        Legal::of(vec![topic])
    }

    #[test]
    fn a_rate_is_compared_with_that_of_its_quarter_or_not_at_all() {
        let amount = Euros::read("2400").unwrap();
        let found = taeg(&schedule(&LoanTerms::of(amount, Rate::read("4").unwrap(), 36)).unwrap()).unwrap();
        let on = |day: &str| usury(found, amount, &legal(), day.parse().unwrap());
        assert!(matches!(on("2026-03-31"), UsuryFinding::Over { .. }), "4,0742 is above 4,07 though it reads 4,07");
        assert_eq!(on("2026-04-01"), UsuryFinding::NotKnown);
        assert_eq!(usury(found, Euros::read("3000,01").unwrap(), &legal(), on_day()), UsuryFinding::NotKnown);
        let free = taeg(&schedule(&LoanTerms::of(amount, Rate::ZERO, 36)).unwrap()).unwrap();
        assert!(matches!(usury(free, amount, &legal(), on_day()), UsuryFinding::Under { .. }));
    }

    fn on_day() -> NaiveDate {
        "2026-02-01".parse().unwrap()
    }

    #[test]
    fn each_band_ends_on_its_amount() {
        let topic = |amount: &str| usury_topic(Euros::read(amount).unwrap());
        assert_eq!([topic("3000"), topic("3000,01")], ["usury_rate_up_to_3000", "usury_rate_3000_to_6000"]);
        assert_eq!([topic("6000"), topic("6000,01")], ["usury_rate_3000_to_6000", "usury_rate_over_6000"]);
    }
}
