//! The figures a contract states, beside those Étrier works out on the same terms.
//!
//! The contract rules: the schedule follows its instalment. A difference is looked for among the usual reasons, each
//! tried by working the loan out again; one that none of them gives is a question to put to the bank. Worked
//! example: 2 400 € at 4 % over 36 months is 70,86 €; a contract that states 70,87 € rounds up to the cent, and its
//! last instalment is lower for it.

use serde::{Deserialize, Serialize};

use super::{FeePayment, FirstPeriod, InsuranceRequirement, LoanTerms, Rate, RepaymentSchedule, schedule, taeg};
use crate::explained::{Explained, WorkingRow};
use crate::money::Euros;
use crate::words::spaced;

/// What a contract states of its instalments and its cost; what is empty was not typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedFigures {
    /// The level instalment, with or without insurance as the contract writes it.
    pub instalment: Option<Euros>,
    /// The first instalment, where it is not that of the other months.
    #[serde(default)]
    pub first_instalment: Option<Euros>,
    /// The last instalment.
    pub last_instalment: Option<Euros>,
    /// The TAEG.
    pub taeg: Option<Rate>,
}

/// One figure the contract states otherwise than it is worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDifference {
    /// What it is: « Mensualité ».
    pub label: &'static str,
    /// By the contract.
    pub stated: String,
    /// As it is worked out.
    pub reckoned: String,
    /// Where the difference comes from; nothing when no usual reason gives it.
    pub why: Option<Explained>,
}

impl StatedFigures {
    /// How the contract counts its first period: by the method of the agreement, else by the one that gives the first
    /// instalment it states. Money lent on 7 January for 5 February, two days late: 70,86 − 0,53 is the 70,33 stated.
    #[must_use]
    pub fn first_period(&self, terms: &LoanTerms) -> FirstPeriod {
        let Some(stated) = self.first_instalment else { return terms.first_period };
        let gives = |first_period: &FirstPeriod| {
            let tried = schedule(&LoanTerms { first_period: *first_period, ..terms.clone() }).ok();
            tried.as_ref().and_then(RepaymentSchedule::first).is_some_and(|first| first.total == stated)
        };
        let methods = std::iter::once(terms.first_period).chain(FirstPeriod::ALL);
        methods.into_iter().find(gives).unwrap_or(terms.first_period)
    }

    /// The level instalment without its insurance, when the contract's differs from the one worked out.
    #[must_use]
    pub fn level(&self, terms: &LoanTerms) -> Option<Euros> {
        let reckoned = schedule(&LoanTerms { level: None, ..terms.clone() }).ok()?;
        let stated = self.instalment?;
        let insured = insured(&reckoned);
        let level = if stated == insured { reckoned.instalment() } else { stated };
        (level != reckoned.instalment()).then_some(level)
    }
}

/// What a contract states otherwise than its terms give, each with its reason when a usual one gives it.
#[must_use]
pub fn differences(terms: &LoanTerms, stated: &StatedFigures) -> Vec<StatedDifference> {
    let plain = LoanTerms { level: None, ..terms.clone() };
    let (Ok(reckoned), Ok(followed)) = (schedule(&plain), schedule(terms)) else { return Vec::new() };
    let mut told = Vec::new();
    told.extend(stated.instalment.and_then(|stated| of_instalment(&plain, &reckoned, stated)));
    told.extend(stated.first_instalment.and_then(|stated| of_first(terms, &followed, stated)));
    told.extend(stated.last_instalment.and_then(|stated| of_last(terms, &followed, stated)));
    told.extend(stated.taeg.and_then(|stated| of_taeg(terms, &followed, stated)));
    told
}

/// The level instalment with its monthly insurance.
fn insured(reckoned: &RepaymentSchedule) -> Euros {
    let monthly = reckoned.terms.insurance.map_or(Euros::ZERO, |insurance| insurance.monthly);
    reckoned.instalment().plus(monthly).unwrap_or(reckoned.instalment())
}

fn of_instalment(terms: &LoanTerms, reckoned: &RepaymentSchedule, stated: Euros) -> Option<StatedDifference> {
    let own = reckoned.instalment();
    if stated == own || stated == insured(reckoned) {
        return None;
    }
    let cent = stated.minus(own).ok()?.cents();
    let why = if cent.abs() == 1 {
        Some("Le contrat arrondit la mensualité à un autre centime ; la dernière échéance rattrape la différence.")
    } else if other_fee(terms).is_some_and(|other| other.instalment() == stated) {
        Some("Le contrat prête aussi les frais, ou les retient au départ : la mensualité change d’autant.")
    } else {
        None
    };
    let why = why.map(|why| explained("Mensualité", why, &own.to_string(), &stated.to_string()));
    Some(StatedDifference { label: "Mensualité", stated: stated.to_string(), reckoned: own.to_string(), why })
}

/// The days a first period has beyond a month are in its instalment alone: 1 800 € at 3 % over two days is 0,30 €.
fn of_first(terms: &LoanTerms, followed: &RepaymentSchedule, stated: Euros) -> Option<StatedDifference> {
    let first = followed.first()?;
    let own = first.total;
    if stated == own {
        return None;
    }
    let other = schedules_by_period(terms).find(|other| other.first().is_some_and(|line| line.total == stated));
    let without = first.total.minus(first.insurance).unwrap_or(first.total);
    let why = match other {
        Some(other) => Some(super::explained::first_interest(&other)),
        None if without == stated => {
            let why = "Le contrat écrit la première échéance sans l’assurance.";
            Some(explained("Première échéance", why, &own.to_string(), &stated.to_string()))
        }
        None => None,
    };
    Some(StatedDifference { label: "Première échéance", stated: stated.to_string(), reckoned: own.to_string(), why })
}

/// The same loan by each way to count its first period.
fn schedules_by_period(terms: &LoanTerms) -> impl Iterator<Item = RepaymentSchedule> {
    FirstPeriod::ALL
        .into_iter()
        .filter_map(|period| schedule(&LoanTerms { first_period: period, ..terms.clone() }).ok())
}

fn of_last(terms: &LoanTerms, followed: &RepaymentSchedule, stated: Euros) -> Option<StatedDifference> {
    let own = followed.last()?.total;
    if stated == own {
        return None;
    }
    let by_another_period =
        schedules_by_period(terms).any(|other| other.last().is_some_and(|line| line.total == stated));
    let without = followed.last().map(|line| line.total.minus(line.insurance).unwrap_or(line.total));
    let why = if by_another_period {
        Some("Le contrat compte autrement les intérêts de la première période ; la dernière échéance le montre.")
    } else if without == Some(stated) {
        Some("Le contrat écrit la dernière échéance sans l’assurance.")
    } else if stated.minus(own).is_ok_and(|gap| gap.cents().abs() <= i64::from(terms.months)) {
        Some("Moins d’un centime par échéance : chaque mois est arrondi autrement, la dernière absorbe le reste.")
    } else {
        None
    };
    let why = why.map(|why| explained("Dernière échéance", why, &own.to_string(), &stated.to_string()));
    Some(StatedDifference { label: "Dernière échéance", stated: stated.to_string(), reckoned: own.to_string(), why })
}

fn of_taeg(terms: &LoanTerms, followed: &RepaymentSchedule, stated: Rate) -> Option<StatedDifference> {
    let of = |schedule: &RepaymentSchedule| Some(taeg(schedule).ok()?.rounded());
    let own = of(followed)?;
    if own == stated.percent() {
        return None;
    }
    let tried = |terms: LoanTerms| schedule(&terms).ok().as_ref().and_then(of) == Some(stated.percent());
    let required = |requirement| {
        let insurance = terms.insurance.map(|insurance| super::Insurance { requirement, ..insurance });
        terms.insurance.is_some() && tried(LoanTerms { insurance, ..terms.clone() })
    };
    let why = if tried(LoanTerms { fee: Euros::ZERO, ..terms.clone() }) {
        Some("Le contrat ne compte pas les frais de dossier dans son TAEG.")
    } else if terms.account.is_some() && tried(LoanTerms { account: None, ..terms.clone() }) {
        Some("Le contrat ne compte pas le compte, pourtant imposé, dans son TAEG.")
    } else if required(InsuranceRequirement::Required) {
        Some("Le contrat compte l’assurance facultative dans son TAEG.")
    } else if required(InsuranceRequirement::Optional) {
        Some("Le contrat ne compte pas l’assurance, pourtant imposée, dans son TAEG.")
    } else if tried(LoanTerms { dates: None, ..terms.clone() }) {
        Some("Le contrat compte des mois égaux au lieu des jours du calendrier.")
    } else {
        None
    };
    let shown = crate::words::percent(own);
    let why = why.map(|why| explained("TAEG", why, &shown, &stated.to_string()));
    Some(StatedDifference { label: "TAEG", stated: stated.to_string(), reckoned: shown, why })
}

/// The loan with its fee paid the other way; nothing without a fee.
fn other_fee(terms: &LoanTerms) -> Option<RepaymentSchedule> {
    let fee_payment = match terms.fee_payment {
        FeePayment::AtStart => FeePayment::Financed,
        FeePayment::Financed => FeePayment::AtStart,
    };
    if terms.fee.is_zero() { None } else { schedule(&LoanTerms { fee_payment, ..terms.clone() }).ok() }
}

fn explained(title: &str, why: &str, reckoned: &str, stated: &str) -> Explained {
    let row = |sign, label: &str, value: &str, result| WorkingRow {
        sign,
        label: spaced(label),
        value: value.to_owned(),
        result,
    };
    Explained {
        title: format!("{title} selon le contrat"),
        result: stated.to_owned(),
        rule: spaced(why),
        steps: vec![
            row("", "Calcul d’Étrier aux mêmes conditions", reckoned, false),
            row("=", "selon le contrat", stated, true),
        ],
        source: spaced("Le contrat signé fait foi."),
        ..Explained::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(cents: i64) -> Option<Euros> {
        Some(Euros::from_cents(cents).unwrap())
    }

    fn terms() -> LoanTerms {
        LoanTerms::of(Euros::from_cents(240_000).unwrap(), Rate::read("4").unwrap(), 36)
    }

    #[test]
    fn the_schedule_follows_the_instalment_of_the_contract() {
        let stated = StatedFigures { instalment: cents(7_087), ..StatedFigures::default() };
        let level = stated.level(&terms());
        assert_eq!(level, cents(7_087));
        let followed = schedule(&LoanTerms { level, ..terms() }).unwrap();
        assert_eq!(followed.instalment(), cents(7_087).unwrap());
        let told = differences(&LoanTerms { level, ..terms() }, &stated);
        assert!(told.iter().all(|told| told.why.is_some()), "a cent is a rounding");
        assert_eq!(told.len(), 1);
    }

    #[test]
    fn what_agrees_is_not_told_and_what_no_reason_gives_is_a_question() {
        let agrees = StatedFigures {
            instalment: cents(7_086),
            first_instalment: cents(7_086),
            last_instalment: cents(7_077),
            taeg: Some(Rate::read("4,07").unwrap()),
        };
        assert_eq!(differences(&terms(), &agrees), Vec::new());
        let odd = StatedFigures { instalment: cents(7_250), ..StatedFigures::default() };
        let told = differences(&LoanTerms { level: odd.level(&terms()), ..terms() }, &odd);
        assert_eq!(told.first().and_then(|told| told.why.clone()), None);
    }

    /// 1 800 € at 3 % over 24 months, paid two days more than a month before the first instalment.
    #[test]
    fn two_days_more_in_the_first_period_are_thirty_cents() {
        let day = |text: &str| text.parse().unwrap();
        let dates = crate::loan::LoanDates {
            disbursed_on: day("2026-02-03"),
            first_due_on: day("2026-03-05"),
            debit_day: None,
        };
        let terms = LoanTerms {
            dates: Some(dates),
            ..LoanTerms::of(Euros::from_cents(180_000).unwrap(), Rate::read("3").unwrap(), 24)
        };
        let own = schedule(&terms).unwrap().first().unwrap().total;
        let stated = own.plus(Euros::from_cents(30).unwrap()).unwrap();
        let told = differences(&terms, &StatedFigures { first_instalment: Some(stated), ..StatedFigures::default() });
        let first = told.first().unwrap();
        assert_eq!((first.label, first.stated.as_str()), ("Première échéance", stated.to_string().as_str()));
        assert!(first.why.is_some(), "1 800,00 × 3,00 % × 2 ÷ 365 = 0,30 €");
        let odd = own.plus(Euros::from_cents(100).unwrap()).unwrap();
        let told = differences(&terms, &StatedFigures { first_instalment: Some(odd), ..StatedFigures::default() });
        assert_eq!(told.first().unwrap().why, None, "nothing usual gives a euro");
    }

    #[test]
    fn the_first_period_of_a_contract_is_the_one_its_first_instalment_tells() {
        let day = |text: &str| text.parse().unwrap();
        let dates = crate::loan::LoanDates {
            disbursed_on: day("2027-01-07"),
            first_due_on: day("2027-02-05"),
            debit_day: None,
        };
        let terms = LoanTerms { dates: Some(dates), ..terms() };
        let stated = StatedFigures { first_instalment: cents(7_033), ..StatedFigures::default() };
        let first_period = stated.first_period(&terms);
        assert_eq!(first_period, FirstPeriod::MonthAndGap);
        let followed = schedule(&LoanTerms { first_period, ..terms }).unwrap();
        assert_eq!((followed.total_cost.cents(), followed.last().unwrap().total.cents()), (15_034, 7_077));
    }

    #[test]
    fn an_instalment_that_never_repays_is_refused() {
        let far = schedule(&LoanTerms { level: cents(1_000), ..terms() });
        assert!(matches!(far, Err(crate::loan::TermsRefused::InstalmentOutOfReach { .. })));
        let beyond = schedule(&LoanTerms { level: cents(20_000), ..terms() });
        assert!(matches!(beyond, Err(crate::loan::TermsRefused::InstalmentOutOfReach { .. })));
    }
}
