//! What the product, the lender's agreement and the law tell of the loan.
//!
//! The limit that applies is the narrowest of the product's and the agreement's on the day of the sending; a limit
//! nobody stated is neither kept nor passed (*Un coup de pouce pour le microcrédit personnel*, le partenariat
//! bancaire). Laval's own product: 1 500 € for debts, 800 € for an overdraft.

mod limits;
mod terms;

use chrono::NaiveDate;

use super::CheckFacts;
use crate::dossier::{Dossier, LoanRefused, Submission};
use crate::loan::{LoanTerms, Rate};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{
    Dated, Guarantor, LenderAgreement, ListKey, LoanFrame, LoanProduct, RulesAt, Settings, SupportRequirement,
};
use crate::simulation::Simulation;
use crate::words::{Labelled, long_date, lowered};

/// The loan that is checked, and the days whose rules count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedLoan {
    /// The day of its sending, else today: product and agreement are those of that day.
    pub day: NaiveDate,
    /// The day of its contract, else the same: the law is that of that day.
    pub legal_day: NaiveDate,
    /// What is asked.
    pub asked: Simulation,
    /// Its terms, once nothing lacks.
    pub terms: Option<LoanTerms>,
}

impl CheckedLoan {
    /// The loan of a dossier as it stands. Errors: a sum beyond the limit of amounts.
    pub fn of(dossier: &Dossier, settings: &Settings, today: NaiveDate) -> Result<Self, AmountTooLarge> {
        let course = dossier.facts.course();
        let granted = course.lending();
        let of_lender = |key: &ListKey| course.presentations.iter().rev().find(|sent| sent.submission.lender == *key);
        let sent = granted.map_or_else(|| course.current(), of_lender);
        let mut asked = dossier.simulation.clone();
        match sent {
            Some(sent) => {
                asked = asked.asked_of(sent.submission);
                asked.product = sent.submission.product.clone().or(asked.product);
            }
            None => asked.product = asked.product_in(&settings.at(today)).cloned(),
        }
        asked.amount = dossier.loan_amount()?;
        let day = sent.map_or(today, |sent| sent.submission.sent_on);
        let legal_day = dossier.loan_day(today);
        let terms = match dossier.loan_terms(&settings.at(legal_day)) {
            Ok(terms) => Some(terms),
            Err(LoanRefused::TooLarge(too_large)) => return Err(too_large),
            Err(LoanRefused::Lacks(_) | LoanRefused::Terms(_)) => None,
        };
        Ok(Self { day, legal_day, asked, terms })
    }

    /// The loan of a dossier were it sent so. Errors: a sum beyond the limit of amounts.
    pub fn sent(dossier: &Dossier, settings: &Settings, submission: &Submission) -> Result<Self, AmountTooLarge> {
        let mut asked = dossier.simulation.asked_of(submission);
        asked.amount = submission.amount;
        asked.product.clone_from(&submission.product);
        let rules = settings.at(submission.sent_on);
        let terms = asked.terms(dossier.left_to_lend()?, &LoanFrame::of(&asked, &rules)).ok();
        Ok(Self { day: submission.sent_on, legal_day: submission.sent_on, asked, terms })
    }

    /// The amount, once it is known.
    #[must_use]
    pub fn amount(&self) -> Option<Euros> {
        self.terms.as_ref().map(|terms| terms.amount).or(self.asked.amount)
    }

    /// The months, once they are known.
    #[must_use]
    pub fn months(&self) -> Option<u32> {
        self.terms.as_ref().map(|terms| terms.months).or(self.asked.months)
    }

    /// The yearly rate, once it is known.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        self.terms.as_ref().map(|terms| terms.annual_rate).or(self.asked.annual_rate)
    }
}

/// The product asked and the lender's agreement, on the day.
pub(super) struct Frame<'s> {
    pub(super) product: Option<&'s LoanProduct>,
    pub(super) agreement: Option<&'s LenderAgreement>,
}

impl<'s> Frame<'s> {
    pub(super) fn of(loan: &CheckedLoan, rules: &RulesAt<'s>) -> Self {
        let product = loan.asked.product.as_ref().and_then(|key| rules.product(key));
        let agreement = agreement(&loan.asked, rules);
        Self { product: product.map(|dated| &dated.value), agreement: agreement.map(|dated| &dated.value) }
    }
}

fn agreement<'s>(asked: &Simulation, rules: &RulesAt<'s>) -> Option<&'s Dated<LenderAgreement>> {
    rules.lender(asked.lender.as_ref()?)?.agreement
}

/// Gathers the facts of the loan.
pub(super) fn gather(facts: &mut CheckFacts, dossier: &Dossier, loan: &CheckedLoan, settings: &Settings) {
    let rules = settings.at(loan.day);
    let frame = Frame::of(loan, &rules);
    lender(facts, loan, &rules);
    purposes(facts, dossier, &frame, &rules);
    product(facts, &frame);
    if let (Some(left), Some(product)) = (dossier.eligibility.guarantee_left, frame.product) {
        envelope(facts, left, (loan.amount(), product.guarantee_percent));
    }
    limits::gather(facts, dossier, loan, &frame);
    limits::legal(facts, loan, &settings.at(loan.legal_day));
    terms::gather(facts, loan, &frame, &rules);
}

fn lender(facts: &mut CheckFacts, loan: &CheckedLoan, rules: &RulesAt<'_>) {
    let lender = loan.asked.lender.as_ref().and_then(|key| rules.lender(key));
    let (holds, said) = match lender.map(|lender| (&lender.lender.name, lender.agreement)) {
        None => (None, "aucune banque choisie".to_owned()),
        Some((name, None)) => (Some(false), format!("{name}, aucune convention le {}", long_date(rules.date))),
        Some((name, Some(dated))) => (Some(true), format!("{name}, convention du {}", long_date(dated.valid_from))),
    };
    facts.tell("lender_agreement_in_force", holds, said);
    let agreement = lender.and_then(|lender| lender.agreement);
    let (value, said) = match agreement.and_then(|dated| dated.value.accredited) {
        Some(true) => (Some("yes"), "oui, d’après la convention"),
        Some(false) => (Some("no"), "non, d’après la convention"),
        None => (None, "non dit par la convention"),
    };
    facts.tell_value("lender_accredited", value, said);
}

/// Whether each accepts the category of the purpose; a list nobody stated accepts nothing and refuses nothing.
fn purposes(facts: &mut CheckFacts, dossier: &Dossier, frame: &Frame<'_>, rules: &RulesAt<'_>) {
    let request = dossier.facts.request();
    let own = request.purpose.as_ref().and_then(|key| crate::settings::entry(&rules.lists.purposes, key).ok());
    let category = own.and_then(|own| own.group.as_ref());
    let accepts = |stated: Option<&Vec<ListKey>>, nobody: &str| match (stated, category) {
        (None, _) => (None, nobody.to_owned()),
        (Some(stated), _) if stated.is_empty() => (None, "objets non dits".to_owned()),
        (Some(_), None) => (None, "objet à choisir dans la demande".to_owned()),
        (Some(stated), Some(category)) => {
            let accepted = stated.contains(category);
            (Some(accepted), if accepted { "oui" } else { "non prévu" }.to_owned())
        }
    };
    let (holds, said) = accepts(frame.product.map(|product| &product.purposes), "aucun produit choisi");
    facts.tell("product_accepts_purpose", holds, said);
    let (holds, said) = accepts(frame.agreement.map(|agreement| &agreement.purposes), "aucune convention");
    facts.tell("lender_accepts_purpose", holds, said);
}

/// Whether the share the office would guarantee passes what is left of its envelope.
fn envelope(facts: &mut CheckFacts, left: Euros, (amount, percent): (Option<Euros>, Option<u32>)) {
    let share = amount.zip(percent).and_then(|(amount, percent)| amount.part(percent, 100).ok().flatten());
    let said = match share {
        Some(share) => format!("il reste {left}, ce prêt engagerait {share}"),
        None => format!("il reste {left}"),
    };
    facts.tell("guarantee_envelope_exceeded", share.map(|share| share > left), said);
}

fn product(facts: &mut CheckFacts, frame: &Frame<'_>) {
    let Some(product) = frame.product else {
        facts.tell("guarantee_by_office", None, "aucun produit choisi");
        facts.tell("budget_support_compulsory", None, "aucun produit choisi");
        return;
    };
    let said = product.guarantor.map_or("garant non dit par le produit".to_owned(), |one| one.label().to_owned());
    facts.tell("guarantee_by_office", product.guarantor.map(|one| one == Guarantor::Ccas), said);
    let compulsory = product.support == SupportRequirement::BudgetRequired;
    facts.tell("budget_support_compulsory", Some(compulsory), lowered(product.support.label()));
}
