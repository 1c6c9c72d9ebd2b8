//! Bank files at their limits: nothing known, everything as long as it may be, signs no font has.

use domain::assessment::Assessment;
use domain::household::{Household, Link};
use domain::line::Line;
use domain::person::Title;
use domain::project::Project;
use domain::text::Text;

use super::super::*;
use super::worlds::{delmas, text};
use crate::papers::worlds::{day, member, named};

/// A file of which nothing is known but a name.
pub(super) fn empty() -> BankFile {
    let nobody = BankFileBorrower {
        person: named(Title::NotStated, "", "Inconnu"),
        family_situation: String::new(),
        housing: String::new(),
        employment: String::new(),
        payment_means: String::new(),
    };
    BankFile {
        reference: "2026-001".to_owned(),
        printed_on: day("2026-11-27"),
        sent_on: None,
        sent_known: domain::dossier::Precision::Day,
        lender: None,
        amount: None,
        months: None,
        loan: None,
        applicant: nobody,
        co_applicant: None,
        referent: None,
        household: Household::of(vec![member("", Link::Applicant, None)]).unwrap(),
        course: Vec::new(),
        earlier: Vec::new(),
        purpose: String::new(),
        project: Project::default(),
        conditions: Conditions::default(),
        budget: None,
        assessment: Assessment::default(),
        criteria: Vec::new(),
        alerts: Vec::new(),
        passed_over: Vec::new(),
        choice: None,
        support: None,
        decision: None,
        refund: String::new(),
        refunded: String::new(),
        consented_on: None,
        refusal_reasons: Vec::new(),
        documents: Vec::new(),
        questions: Vec::new(),
        parts: BankFilePart::ALL,
        own_form: None,
    }
}

/// Every text as long as it may be.
pub(super) fn long() -> BankFile {
    let words = "Un long récit, écrit d’une traite pendant l’entretien, avec ses détours et ses dates. ";
    let full = |limit: usize| words.chars().cycle().take(limit).collect::<String>();
    let whole = text(&full(Text::LIMIT));
    let wide = Line::read(&full(Line::LIMIT)).unwrap();
    let mut file = delmas();
    file.project.story = whole.clone();
    file.project.justification = whole.clone();
    file.project.debt_effect = text(&full(2_000));
    file.assessment.reasoned = whole.clone();
    file.assessment.reservation = text(&full(1_500));
    file.assessment.summary = whole.clone();
    for found in &mut file.criteria {
        found.ground = whole.clone();
    }
    for quote in &mut file.project.quotes {
        (quote.label, quote.seller, quote.reason) = (wide.clone(), wide.clone(), wide.clone());
    }
    for step in &mut file.course {
        step.note = wide.to_string();
    }
    file.applicant.person.address = wide.clone();
    let wide = |number| BankFileDocument {
        whose: wide.to_string(),
        reason: wide.to_string(),
        standing: DocumentStanding::There(wide.to_string()),
        ..super::worlds::document(number, wide.as_str())
    };
    file.documents = (1..=60).map(wide).collect();
    file
}

/// Signs no font has, and some few fonts have.
pub(super) fn strange() -> BankFile {
    let mut file = delmas();
    file.applicant.person = named(Title::NotStated, "Łucja 漢字 \u{1f697}", "Şahin-Kowalczyk אב Đặng Ţîrlea");
    file.project.story = text("Une histoire avec un 工 et un \u{1f697}.");
    file
}
