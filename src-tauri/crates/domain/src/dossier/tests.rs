//! Dossiers made of deeds, and the settings they are judged by, for the tests of what may be noted and done.

use std::sync::Arc;

use super::{Dossier, DossierId, Fact, FactId, Facts, Precision, Recorded};
use crate::arrears::tests::{settings as settings_of_arrears, topic};
use crate::household::{Household, Member};
use crate::line::Line;
use crate::money::Euros;
use crate::person::Person;
use crate::settings::{Dated, Legal, Lender, LenderAgreement, LenderFile, LoanLimits, Settings};

pub(crate) mod deeds;

use deeds::{Deed, LENDER, OTHER, day, fact, key};

/// A dossier of deeds, each with how many days after 9 November 2026 it was done; the request is of that day.
pub(crate) fn dossier(deeds: &[(u32, Deed)]) -> Dossier {
    dossier_of(deeds.iter().map(|(at, deed)| fact(*deed, day(*at))).collect())
}

/// A dossier of facts that follow its request.
pub(crate) fn dossier_of(facts: Vec<Fact>) -> Dossier {
    let all = (1..).zip(std::iter::once(fact(Deed::Request, day(0))).chain(facts));
    let recorded = all.map(|(id, fact)| recorded(id, fact)).collect();
    let person = Person::named(Line::read("Delmas").unwrap(), Line::read("Sonia").unwrap());
    let household = Household::of(vec![Member::applicant()]).unwrap();
    Dossier::new(DossierId(1), "2026-012".to_owned(), person, household, Facts::of(recorded).unwrap())
}

pub(crate) fn recorded(id: i64, fact: Fact) -> Recorded {
    Recorded { id: FactId(id), replaces: None, precision: Precision::Day, retracted: false, fact }
}

/// Fourteen days to withdraw, seven without payment; two lenders that lend to 3 000 € and 36 months at 4 %.
pub(crate) fn settings() -> Settings {
    let limits =
        LoanLimits { amount_max: Some(Euros::read("3000").unwrap()), months_max: Some(36), ..LoanLimits::default() };
    let rate = crate::loan::Rate::read("4").unwrap();
    let agreement = LenderAgreement { limits, rate: Some(rate), ..LenderAgreement::default() };
    let lender = |name: &str| LenderFile {
        lender: Lender { name: Line::read(name).unwrap(), ..Lender::default() },
        agreements: vec![Dated { valid_from: day(0), source: String::new(), value: agreement.clone() }],
    };
    Settings {
        lenders: [(key(LENDER), lender("Banque du Val")), (key(OTHER), lender("Crédit de l’Aune"))].into(),
        legal: Arc::new(Legal::of(vec![topic("withdrawal_days", "14"), topic("earliest_disbursement_days", "7")])),
        ..settings_of_arrears()
    }
}
