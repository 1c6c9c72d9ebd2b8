//! How the charter writes what it knows, and what it leaves to be written by hand.

use domain::loan::{FeePayment, Instalment, LoanDates};
use domain::money::Euros;
use domain::words::{AdvisorWords, numeric_date, spaced, titled};

use super::{CharterLoan, SupportCharter};
use crate::papers::Letterhead;
use crate::papers::loan_terms::{account_price, first_period_in_words, insurance_price, unlike_months};
use crate::papers::wording::{self, DOTS, or_dots};

/// A few dots to write a number on.
pub(super) const FEW_DOTS: &str = "…………";

/// `référente`, as the adviser is called throughout.
pub(super) fn advisor(head: &Letterhead) -> &'static str {
    AdvisorWords::of(head.office.advisor_title).noun
}

/// `Mme Nadia Ferrand`, or a dotted line.
pub(super) fn advisor_name(head: &Letterhead) -> String {
    match head.office.advisor.as_str() {
        "" => DOTS.to_owned(),
        name => titled(head.office.advisor_title, name),
    }
}

/// `M. Joël Astier, conseiller microcrédit`, or a dotted line.
pub(super) fn contact(charter: &SupportCharter) -> String {
    let lender = &charter.lender;
    match (lender.contact.as_str(), lender.contact_role.as_str()) {
        ("", _) => DOTS.to_owned(),
        (name, "") => name.to_owned(),
        (name, role) => format!("{name}, {role}"),
    }
}

/// The instalment usually paid, insurance included: the first that repays the amount.
pub(super) fn usual(loan: &CharterLoan) -> Option<&Instalment> {
    wording::usual(&loan.schedule)
}

/// The amount of the usual instalment, or a few dots.
pub(super) fn instalment(charter: &SupportCharter) -> String {
    let usual = charter.loan.as_ref().and_then(usual);
    usual.map_or_else(|| FEW_DOTS.to_owned(), |instalment| instalment.total.to_string())
}

/// `5`, `1er`, or a few dots.
pub(super) fn due_day(charter: &SupportCharter) -> String {
    dates(charter).map_or_else(|| FEW_DOTS.to_owned(), |dates| wording::month_day(dates.monthly_day()))
}

pub(super) fn dates(charter: &SupportCharter) -> Option<LoanDates> {
    charter.loan.as_ref().and_then(|loan| loan.schedule.terms.dates)
}

/// The loan in pairs of a label and a value, two by two.
pub(super) fn loan_pairs(charter: &SupportCharter) -> Vec<(String, String)> {
    let loan = charter.loan.as_ref();
    let terms = loan.map(|loan| &loan.schedule.terms);
    let due = |instalment: Option<&Instalment>| instalment.and_then(|line| line.due).map(numeric_date);
    let day = due_day(charter);
    let cost = loan.map(|loan| loan.schedule.total_cost);
    let known = |value: Option<String>| value.unwrap_or_else(|| FEW_DOTS.to_owned());
    let pairs = [
        ("Projet".to_owned(), or_dots(&charter.project).to_owned()),
        ("Banque".to_owned(), or_dots(&charter.lender.name).to_owned()),
        ("Montant prêté".to_owned(), known(terms.map(|terms| terms.amount.to_string()))),
        ("Taux fixe".to_owned(), known(terms.map(|terms| terms.annual_rate.to_string()))),
        ("Durée".to_owned(), known(terms.map(|terms| format!("{} mois", terms.months)))),
        ("TAEG".to_owned(), known(loan.and_then(taeg))),
        (format!("Mensualité, le {day} du mois"), instalment(charter)),
        ("Coût total du crédit".to_owned(), known(cost.map(|cost| cost.to_string()))),
        ("Première mensualité".to_owned(), known(due(loan.and_then(|loan| loan.schedule.instalments.first())))),
        ("Dernière mensualité".to_owned(), known(due(loan.and_then(|loan| loan.schedule.instalments.last())))),
    ];
    pairs.map(|(label, value)| (spaced(&label), spaced(&value))).to_vec()
}

/// The contract's, else ours.
fn taeg(loan: &CharterLoan) -> Option<String> {
    let stated = loan.stated.taeg.map(|rate| rate.to_string());
    stated.or_else(|| loan.taeg.map(|taeg| taeg.to_string()))
}

/// What the pairs do not say: unlike instalments, fee and insurance, and the other conditions.
pub(super) fn loan_sentence(loan: &CharterLoan) -> String {
    let terms = &loan.schedule.terms;
    let mut sentences = Vec::new();
    let plain_start = terms.deferred == 0 && terms.interest_only_later.is_empty();
    match loan.schedule.instalments.first().filter(|_| plain_start && terms.interest_only > 0) {
        Some(first) if terms.interest_only == 1 => sentences
            .push(format!("La première mensualité est de {}, sans remboursement du montant prêté.", first.total)),
        Some(first) => sentences.push(format!(
            "Les {} premières mensualités sont de {}, sans remboursement du montant prêté.",
            terms.interest_only, first.total
        )),
        None => sentences.extend(unlike_months(terms)),
    }
    sentences.extend(first_period_in_words(terms).map(str::to_owned));
    let last = loan.stated.last_instalment.or(loan.schedule.instalments.last().map(|last| last.total));
    if let Some(last) = last.filter(|last| usual(loan).is_some_and(|usual| usual.total != *last)) {
        sentences.push(format!("La dernière mensualité est de {last}."));
    }
    if terms.fee > Euros::ZERO {
        let lent = match terms.fee_payment {
            FeePayment::AtStart => "",
            FeePayment::Financed => "prêtés en plus, ",
        };
        sentences.push(format!("Frais de dossier : {}, {lent}compris dans le coût total.", terms.fee));
    }
    if let Some(price) = terms.account.map(account_price) {
        sentences.push(format!("Compte à ouvrir à la banque : {price}, compris dans le coût total et dans le TAEG."));
    }
    if let Some(price) = insurance_price(terms) {
        sentences.push(format!("Assurance : {price}, comprise dans la mensualité."));
    }
    if !loan.conditions.is_empty() {
        sentences.push(loan.conditions.clone());
    }
    spaced(&sentences.join(" "))
}

/// `Pour le CCAS de Valbourg`; an office of another kind is named without an article.
pub(super) fn for_office(head: &Letterhead) -> String {
    wording::for_the(&head.office.name)
}
