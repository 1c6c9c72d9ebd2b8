//! The sentences of the budget sheet that are its own; all others come from
//! `domain::words`.

use domain::words::{HARD_SPACE, NARROW_SPACE, household_sentence, members_summary, shares_sentence};

use super::BudgetSheet;
use super::lack::{Lack, lacks};
use crate::page::{Face, Ink, Span};
use crate::papers::Letterhead;

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
