//! An office of a dozen dossiers of every kind, written straight to its store.

use chrono::NaiveDate;
use domain::dossier::{
    AgreementInPrinciple, Approval, Contract, Direction, Disbursement, Fact, Interview, Orientation, Refusal, Request,
    Stop, Submission,
};
use domain::household::Member;
use domain::line::Line;
use domain::loan::{LoanTerms, Rate};
use domain::money::Euros;
use domain::person::Person;
use domain::settings::ListKey;
use serde_json::json;
use store::{Act, Secret, StoreError, Vault, VaultFolder};

use crate::office::{Office, PASSPHRASE, an_office};

pub const LAST_NAMES: [&str; 12] = [
    "Delmas",
    "Vauclerc",
    "Tessoreau",
    "Dianssé",
    "Valoret",
    "Faubourgeon",
    "Kerisac",
    "Peltrault",
    "Hautepierre",
    "Montorge",
    "Brisac",
    "Lormeau",
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

fn requested(on: &str, purpose: Option<&str>, origin: &str) -> Fact {
    let project = Line::read("Un projet").unwrap();
    let (received_on, origin) = (day(on), key(origin));
    Fact::RequestReceived(Request {
        received_on,
        origin,
        project,
        purpose: purpose.map(key),
        amount: None,
        how_heard: None,
        referrer: None,
    })
}

fn met(on: &str) -> Fact {
    Fact::InterviewHeld(Interview {
        held_on: day(on),
        kind: key("office"),
        minutes: None,
        counts: true,
        note: Line::default(),
        next_step: Line::default(),
    })
}

fn decided(on: &str, direction: Direction, solutions: &[&str]) -> Fact {
    Fact::OrientationDecided(Orientation {
        solutions: solutions.iter().map(|one| key(one)).collect(),
        ..Orientation::of(day(on), key("advisor"), direction)
    })
}

fn sent(lender: &str, on: &str) -> Fact {
    Fact::Submitted(Submission {
        sent_on: day(on),
        lender: key(lender),
        product: None,
        amount: Some(euros("2000")),
        months: Some(24),
        expected_on: None,
        note: Line::default(),
    })
}

fn refused(lender: &str, on: &str, reasons: &[&str]) -> Fact {
    let reasons = reasons.iter().map(|one| key(one)).collect();
    let (note, letter_words) = (Line::default(), Line::default());
    Fact::Refused(Refusal { on: day(on), lender: key(lender), reasons, told: None, note, letter_words })
}

fn approved(lender: &str, on: &str, (amount, rate, months): (&str, &str, u32)) -> Fact {
    Fact::Approved(Approval {
        on: day(on),
        lender: key(lender),
        amount: Some(euros(amount)),
        annual_rate: Some(Rate::read(rate).unwrap()),
        months: Some(months),
        told: None,
        note: Line::default(),
    })
}

fn lent(lender: &str, signed_on: &str, paid_on: &str, amount: &str) -> [Fact; 2] {
    let terms = LoanTerms::of(euros(amount), Rate::read("4").unwrap(), 24);
    [
        Fact::ContractSigned(Contract {
            signed_on: day(signed_on),
            lender: key(lender),
            terms,
            stated: domain::loan::StatedFigures::default(),
            bank_reference: Line::default(),
        }),
        Fact::Disbursed(Disbursement { on: day(paid_on), amount: euros(amount), means: Line::default() }),
    ]
}

fn stopped(on: &str) -> Stop {
    Stop { on: day(on), reason: Line::default() }
}

/// Loans paid this year: one asked for this year, one the year before.
fn paid(val: &str) -> Vec<Vec<Fact>> {
    let mut first = vec![
        requested("2026-01-10", Some("vehicle_repair"), "referrer"),
        met("2026-01-15"),
        decided("2026-01-20", Direction::Submit, &[]),
        sent(val, "2026-01-22"),
        approved(val, "2026-02-05", ("2400", "4", 36)),
    ];
    first.extend(lent(val, "2026-02-08", "2026-02-20", "2400"));
    let mut older = vec![
        requested("2025-10-01", Some("vehicle_purchase"), "referrer"),
        met("2025-10-10"),
        decided("2025-10-12", Direction::Submit, &[]),
        sent(val, "2025-10-15"),
        approved(val, "2025-11-20", ("2000", "4", 24)),
    ];
    older.extend(lent(val, "2025-12-01", "2026-01-05", "2000"));
    vec![first, older]
}

/// Answers that are no loan yet, or never will be.
fn answered(val: &str, rive: &str) -> Vec<Vec<Fact>> {
    let in_principle = Fact::AgreedInPrinciple(AgreementInPrinciple {
        on: day("2026-10-05"),
        lender: key(val),
        amount: euros("1500"),
        months: 24,
        valid_until: None,
        told: None,
        note: Line::default(),
    });
    vec![
        vec![
            requested("2026-02-02", Some("furniture"), "referrer"),
            met("2026-02-10"),
            decided("2026-02-12", Direction::Submit, &[]),
            sent(val, "2026-02-12"),
            refused(val, "2026-02-26", &["insufficient_capacity", "not_given"]),
            sent(rive, "2026-03-02"),
            approved(rive, "2026-03-12", ("1200", "3", 24)),
        ],
        vec![
            requested("2026-05-04", Some("vehicle_repair"), "referrer"),
            met("2026-05-10"),
            decided("2026-05-12", Direction::Submit, &[]),
            sent(val, "2026-05-15"),
            refused(val, "2026-06-01", &["debt_ratio_too_high"]),
        ],
        vec![
            requested("2026-09-01", Some("dental"), "referrer"),
            met("2026-09-05"),
            decided("2026-09-08", Direction::Submit, &[]),
            sent(rive, "2026-09-10"),
        ],
        vec![
            requested("2026-09-15", Some("vehicle_repair"), "referrer"),
            met("2026-09-20"),
            decided("2026-09-22", Direction::Submit, &[]),
            sent(val, "2026-09-25"),
            in_principle,
        ],
        vec![
            requested("2026-06-01", Some("vehicle_purchase"), "referrer"),
            met("2026-06-03"),
            decided("2026-06-05", Direction::Submit, &[]),
            sent(val, "2026-06-08"),
            approved(val, "2026-06-20", ("3500", "4,5", 36)),
            Fact::Withdrawn(stopped("2026-06-25")),
        ],
    ]
}

/// Requests no lender ever saw.
fn never_sent() -> Vec<Vec<Fact>> {
    vec![
        vec![
            requested("2026-02-20", None, "first_reception"),
            met("2026-03-01"),
            decided("2026-03-05", Direction::Redirect, &["social_grocery", "budget_support"]),
        ],
        vec![
            requested("2026-03-15", None, "first_reception"),
            met("2026-03-20"),
            decided("2026-03-25", Direction::Inadmissible, &[]),
        ],
        vec![requested("2026-04-01", None, "direct"), Fact::Dropped(stopped("2026-04-20"))],
        vec![requested("2026-11-10", None, "direct")],
        vec![
            requested("2025-03-01", None, "direct"),
            met("2025-03-05"),
            decided("2025-03-10", Direction::Redirect, &["social_grocery"]),
        ],
    ]
}

/// The office of Valbourg and its dozen dossiers.
pub fn valbourg() -> Office {
    let mut office = an_office();
    let keys: Vec<String> = ["Banque du Val", "@Crédit de la Rive"].map(|name| a_lender(&mut office, name)).into();
    let dossiers = [paid(&keys[0]), answered(&keys[0], &keys[1]), never_sent()].concat();
    let now = office.moment.now;
    office.call("lock", json!({}));
    let folder = VaultFolder::at(office.folder.path());
    let (mut vault, _) = Vault::unlock(&folder, Secret::Passphrase(PASSPHRASE), now).unwrap();
    let stocked = vault.stock(Act { call: "demo", now }, |writer| -> Result<(), StoreError> {
        for ((place, facts), name) in dossiers.iter().enumerate().zip(LAST_NAMES) {
            let person = Person::named(Line::read(name).unwrap(), Line::read("Sonia").unwrap());
            let reference = format!("2026-{:03}", place + 1);
            let dossier = writer.insert_dossier(writer.insert_person(&person)?, &reference)?;
            writer.insert_member(dossier, &Member::applicant())?;
            for fact in facts {
                writer.insert_fact(dossier, None, fact, now)?;
            }
        }
        Ok(())
    });
    stocked.unwrap();
    drop(vault);
    office.unlock();
    office
}

fn a_lender(office: &mut Office, name: &str) -> String {
    let fields = json!({ "name": name, "contact": "", "contact_role": "", "phone": "", "email": "", "address": "" });
    let lenders = office.call("add_lender", fields)["lenders"].clone();
    let found = lenders.as_array().unwrap().iter().find(|one| one["fields"]["name"] == name).unwrap().clone();
    found["key"].as_str().unwrap().to_owned()
}
