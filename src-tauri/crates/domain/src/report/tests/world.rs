//! Rows and lists made of words.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::*;
use crate::dossier::{Direction, DossierId, Precision, Stage, SurveyMoment};
use crate::line::Line;
use crate::loan::{LoanTerms, Rate, schedule};
use crate::money::Euros;
use crate::settings::{Lender, LenderFile, ListEntry, ListKey, Lists, SurveyChoice, SurveyQuestion};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

pub(super) fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

/// A request nobody has looked at yet.
pub(super) fn row(dossier: i64, received_on: &str) -> ReportRow {
    ReportRow {
        dossier: DossierId(dossier),
        received_on: day(received_on),
        last_on: day(received_on),
        origin: key("poster"),
        purpose: None,
        born_on: None,
        household: HouseholdProfile::Alone,
        employment: None,
        assessed_on: None,
        orientations: Vec::new(),
        presentations: Vec::new(),
        dropped: Vec::new(),
        withdrawn: Vec::new(),
        disbursed: None,
        request_known: Precision::Day,
        known_in_part: Vec::new(),
        taken_over: false,
        agreements_lapsed: Vec::new(),
        referrer: None,
        feedback: None,
        feedback_sent: None,
        missed: Vec::new(),
        incidents: Vec::new(),
        deferred: Vec::new(),
        contacts: Vec::new(),
        guarantee_called: None,
        loan_end: None,
        refunded: None,
        called_back: Vec::new(),
        outcomes: Vec::new(),
        surveys: Vec::new(),
        worked: Vec::new(),
        stage: Stage::Request,
        closed_on: None,
        outcome: None,
    }
}

/// An event of which the month or the year alone is known, at the day kept for it.
pub(super) fn partly(of: impl Into<RowDay>, on: &str, precision: Precision) -> (NaiveDate, PartlyKnown) {
    (day(on), PartlyKnown { of: of.into(), precision })
}

/// The row with the day of its last event.
pub(super) fn settled(row: ReportRow) -> ReportRow {
    ReportRow { last_on: row.last_event(), ..row }
}

pub(super) fn decided(on: &str, direction: Direction, solutions: &[&str]) -> RowOrientation {
    RowOrientation { on: day(on), direction, solutions: solutions.iter().map(|one| key(one)).collect() }
}

pub(super) fn sent(lender: &str, on: &str) -> RowPresentation {
    RowPresentation { lender: key(lender), product: None, sent_on: day(on), answered_on: None, answer: None }
}

pub(super) fn approved(sent: RowPresentation, on: &str, loan: RowLoan) -> RowPresentation {
    RowPresentation { answered_on: Some(day(on)), answer: Some(RowAnswer::Approved(loan)), ..sent }
}

pub(super) fn refused(sent: RowPresentation, on: &str, reasons: &[&str]) -> RowPresentation {
    let reasons = reasons.iter().map(|one| key(one)).collect();
    RowPresentation { answered_on: Some(day(on)), answer: Some(RowAnswer::Refused(reasons)), ..sent }
}

pub(super) fn loan(amount: &str, months: u32, rate: &str) -> RowLoan {
    let (amount, rate) = (euros(amount), Rate::read(rate).unwrap());
    let terms = LoanTerms::of(amount, rate, months);
    let instalment = Some(schedule(&terms).unwrap().instalment());
    RowLoan { amount: Some(amount), months: Some(months), rate: Some(rate), instalment }
}

/// Lists, lenders and what is counted.
pub(super) struct World {
    lists: Lists,
    lenders: BTreeMap<ListKey, LenderFile>,
    rules: ReportRules,
    references: References,
}

fn listed(name: &str, label: &str, group: Option<&str>, family: Option<&str>) -> ListEntry {
    ListEntry {
        key: key(name),
        label: label.to_owned(),
        group: group.map(key),
        family: family.map(key),
        help: None,
        after: None,
        callback_days: None,
        counts_as_interview: false,
        difficulty: None,
        to_person: None,
        retired: name == "poster",
    }
}

fn lender(name: &str) -> LenderFile {
    let line = |text: &str| Line::read(text).unwrap();
    LenderFile { lender: Lender { name: line(name), ..Lender::default() }, agreements: Vec::new() }
}

fn shares(rows: &[(&str, &str)]) -> BTreeMap<String, Rate> {
    rows.iter().map(|(name, share)| ((*name).to_owned(), Rate::read(share).unwrap())).collect()
}

fn named(name: &str, label: &str) -> Named {
    Named { key: key(name), label: label.to_owned() }
}

impl Default for World {
    fn default() -> Self {
        let lists = Lists {
            origins: vec![
                listed("poster", "Affiche", None, Some("public")),
                listed("referrer", "Partenaire", None, Some("partner")),
            ],
            purpose_categories: vec![
                listed("mobility", "Mobilité", None, None),
                listed("housing", "Logement", None, None),
            ],
            purposes: vec![
                listed("vehicle_repair", "Réparation", Some("mobility"), None),
                listed("furniture", "Meubles", Some("housing"), None),
            ],
            employment: vec![listed("fixed_term", "CDD", None, Some("short_job"))],
            redirections: vec![
                listed("social_grocery", "Épicerie sociale", None, Some("office_aid")),
                listed("budget_support", "Budget", None, Some("budget_support")),
            ],
            refusal_reasons: vec![listed("insufficient_capacity", "Capacité insuffisante", None, None)],
            survey: vec![SurveyQuestion {
                key: key("job_found"),
                label: "Emploi ?".to_owned(),
                at_request: None,
                moments: vec![SurveyMoment::End],
                choices: ["yes", "no", "not_looking"]
                    .map(|choice| SurveyChoice { key: key(choice), label: choice.to_owned() })
                    .into(),
                choices_at_request: Vec::new(),
                purposes: Vec::new(),
                retired: false,
            }],
            ..Lists::default()
        };
        let lenders =
            [("rive", "Crédit de la Rive"), ("val", "Banque du Val")].map(|(name, label)| (key(name), lender(label)));
        World { lists, lenders: lenders.into(), rules: rules(), references: references() }
    }
}

/// The keys that a year alone has.
const YEARLY: [IndicatorKey; 7] = [
    IndicatorKey::YearlyCost,
    IndicatorKey::CostPerLoan,
    IndicatorKey::NetCostPerLoan,
    IndicatorKey::RefundsOfOptionalAid,
    IndicatorKey::PaidFullTime,
    IndicatorKey::LoansPerFullTime,
    IndicatorKey::LoansPerInhabitants,
];

fn rules() -> ReportRules {
    use IndicatorKey as Key;
    let indicators = [
        Key::Requests,
        Key::Assessed,
        Key::Redirected,
        Key::Dropped,
        Key::Inadmissible,
        Key::Submitted,
        Key::Granted,
        Key::Refused,
        Key::Withdrawn,
        Key::Disbursed,
        Key::PendingDecisions,
        Key::AmountGranted,
        Key::MeanAmount,
        Key::MeanMonths,
        Key::MeanInstalment,
        Key::MeanRate,
        Key::ShareOver3000,
        Key::SubmissionRate,
        Key::GrantRateOfSubmitted,
        Key::GrantRateOfRequests,
        Key::GrantRateOfAssessed,
        Key::DaysRequestToSubmission,
        Key::DaysSubmissionToDecision,
        Key::DaysDecisionToDisbursement,
        Key::DaysRequestToDisbursement,
        Key::RunningLoans,
        Key::LoansSinceStart,
        Key::AmountSinceStart,
        Key::AgreementLapsed,
        Key::NotDisbursed,
        Key::Losses,
        Key::RepaymentRate,
        Key::RepaidLoans,
        Key::EndedLoans,
        Key::GuaranteeCalls,
        Key::Deferrals,
        Key::MeanRefund,
        Key::YearlyCost,
        Key::CostPerLoan,
        Key::NetCostPerLoan,
        Key::RefundsOfOptionalAid,
        Key::PaidFullTime,
        Key::LoansPerFullTime,
        Key::LoansPerInhabitants,
        Key::LossRate,
        Key::UnnamedCalls,
        Key::WorkHours,
        Key::FullTimeEquivalent,
        Key::FollowUpContacts,
        Key::ContactsWithoutNews,
        Key::RedirectedCalledBack,
        Key::RedirectedHelped,
        Key::FormerBorrowers,
        Key::Survey(SurveyKey::of("survey_job").unwrap()),
    ];
    let tables = [
        TableKey::Funnel,
        TableKey::Purposes,
        TableKey::RefusalReasons,
        TableKey::Redirections,
        TableKey::Origins,
        TableKey::Profiles,
        TableKey::Outcomes,
        TableKey::Banks,
        TableKey::Months,
        TableKey::Became,
        TableKey::SubPurposes,
        TableKey::CalledBack,
        TableKey::Surveys,
    ];
    let indicator = |key| IndicatorDefinition {
        key,
        label: String::new(),
        definition: String::new(),
        unit: Unit::Dossiers,
        group: ListKey::new(""),
        reading: if YEARLY.contains(&key) { Reading::Year } else { Reading::Activity },
        survey: matches!(key, Key::Survey(_)).then(|| SurveyShare {
            question: "job_found".to_owned(),
            choices: vec![ListKey::new("yes")],
            leaves_out: vec![ListKey::new("not_looking")],
            moments: vec![SurveyMoment::End],
        }),
    };
    let band = |name, from, to| AgeBand { key: key(name), label: String::new(), from, to };
    ReportRules {
        small_numbers_under: 5,
        large_loan: euros("3000"),
        groups: Vec::new(),
        indicators: indicators.map(indicator).into(),
        tables: tables
            .map(|key| TableDefinition { key, label: String::new(), help: String::new(), reading: Reading::Activity })
            .into(),
        age_bands: vec![band("18_29", 18, Some(29)), band("30_up", 30, None)],
        employment_groups: vec![FamilyGroup {
            key: key("short"),
            label: String::new(),
            families: vec![key("short_job")],
        }],
        redirection_families: vec![named("office_aid", "Aide du CCAS"), named("budget_support", "Budget")],
        origin_groups: vec![named("public", "Public"), named("partner", "Partenaires")],
        referrer_groups: Vec::new(),
    }
}

fn references() -> References {
    References {
        indicators: Vec::new(),
        purposes: PurposeShares {
            year: 2016,
            requested: shares(&[("mobility", "66"), ("housing", "16")]),
            granted: shares(&[("mobility", "69"), ("housing", "15")]),
            source: String::new(),
        },
        sub_purposes: shares(&[("vehicle_repair", "5")]),
    }
}

impl World {
    pub(super) fn lists(&self) -> &Lists {
        &self.lists
    }

    pub(super) fn ground(&self) -> Ground<'_> {
        Ground {
            lists: &self.lists,
            lenders: &self.lenders,
            rules: &self.rules,
            references: &self.references,
            work: &[],
            unnamed: &[],
            full_time_hours: Some(1_600),
            silent_months: 4,
            people: &[],
            year: None,
            today: day("2028-01-01"),
            narrowed: false,
        }
    }
}
