//! The sentences of the budget sheet that are its own; all others come from
//! `domain::words`.

use domain::budget::HouseholdBudget;
use domain::person::Person;
use domain::words::{HARD_SPACE, NARROW_SPACE, household_sentence, members_summary, shares_sentence};

use super::BudgetSheet;
use super::lack::{Lack, lacks};
use crate::page::{Face, Ink, Span};
use crate::papers::Letterhead;

/// `Mme Sonia Delmas`.
pub(super) fn full_name(person: &Person) -> String {
    let name = person.display_name();
    match person.title.short() {
        "" => name,
        title => format!("{title}{HARD_SPACE}{name}"),
    }
}

/// Address and telephone of the office, as far as they are known.
pub(super) fn whereabouts(head: &Letterhead) -> String {
    let known = [&head.office.address, &head.office.phone].map(String::as_str);
    known.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// `Ménage : 3 personnes. Mme Delmas, 34 ans, et ses deux enfants…`
pub(super) fn household(sheet: &BudgetSheet) -> Vec<Span> {
    let summary = format!("Ménage{NARROW_SPACE}: {}. ", members_summary(&sheet.household));
    let mut sentence = household_sentence(&sheet.person, &sheet.household, sheet.established_on);
    if let Some(housing) = &sheet.housing {
        sentence = format!("{sentence} {}.", housing.trim_end_matches('.'));
    }
    let shares = shares_sentence(&sheet.person, &sheet.household);
    vec![strong(summary), plain(format!("{sentence} {shares}").trim_end().to_owned())]
}

/// `Non renseigné : date de naissance, logement.`, or nothing.
pub(super) fn missing(sheet: &BudgetSheet) -> Vec<Span> {
    let lacks = lacks(&sheet.person, &sheet.household, &sheet.budget);
    if lacks.is_empty() {
        return Vec::new();
    }
    let named: Vec<&str> = lacks.into_iter().map(Lack::label).collect();
    vec![plain(format!("Non renseigné{NARROW_SPACE}: {}.", named.join(", ")))]
}

/// `Reste à vivre par personne et par jour`, or per share when a share is not whole.
pub(super) fn by_day(budget: &HouseholdBudget) -> String {
    format!("Reste à vivre par {} et par jour", if budget.shares.are_people() { "personne" } else { "part" })
}

/// How each mark was worked out.
pub(super) fn reading(budget: &HouseholdBudget) -> Vec<Span> {
    let month = budget.reste_a_vivre.bare();
    let day = format!("Par jour{NARROW_SPACE}: {month} ×{HARD_SPACE}12 ÷{HARD_SPACE}365.");
    let mut spans = vec![strong("Lire les repères. ".to_owned()), plain(day)];
    if let Some(ratio) = budget.debt_ratio {
        let (debts, income) = (ratio.debts.bare(), ratio.income.bare());
        spans.push(plain(format!(
            " Endettement{NARROW_SPACE}: crédits et dettes ÷{HARD_SPACE}ressources, \
             soit {debts} ÷{HARD_SPACE}{income}."
        )));
    }
    spans
}

/// Before the place of the date.
pub(super) const DATE: &str = "Date\u{202f}:";

/// Before the place of the signature.
pub(super) const SIGNATURE: &str = "Signature\u{202f}:";

/// The sentence the person signs.
pub(super) fn signature(head: &Letterhead) -> Vec<Span> {
    let with = match head.office.advisor.as_str() {
        "" => &head.office.name,
        name => name,
    };
    vec![plain(format!(
        "«{HARD_SPACE}J’ai relu ces montants avec {with}{NARROW_SPACE}; ils correspondent à ma situation.{HARD_SPACE}»"
    ))]
}

fn plain(text: String) -> Span {
    Span::new(text, Face::Sans, Ink::NOTE)
}

fn strong(text: String) -> Span {
    Span::new(text, Face::SansSemiBold, Ink::NOTE)
}
