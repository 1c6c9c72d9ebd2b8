//! The sentences of the budget sheet that are its own; all others come from
//! `domain::words`.

use domain::person::Person;
use domain::words::{
    Borrowers, HARD_SPACE, NARROW_SPACE, Voice, full_name, household_sentence, members_summary, shares_sentence, the,
};

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

/// Above the place where each borrower signs: whose it is, where several sign.
pub(super) fn signatories(borrowers: &Borrowers) -> Vec<Vec<Span>> {
    let named = |person: &Person| match borrowers.voice() {
        Voice::Alone => Vec::new(),
        Voice::Together => vec![strong(full_name(person))],
    };
    borrowers.people().iter().map(named).collect()
}

/// The sentence that is signed: what was read again and, with a loan in view, what would be left to live on.
pub(super) fn signature(sheet: &BudgetSheet, head: &Letterhead) -> Vec<Span> {
    let voice = sheet.borrowers.voice();
    let with = match head.office.advisor.as_str() {
        "" => the(&head.office.name),
        name => name.to_owned(),
    };
    let (read, whose) = (voice.pick("J’ai relu", "Nous avons relu"), voice.pick("ma situation", "notre situation"));
    let first = format!("«{HARD_SPACE}{read} ces montants avec {with}{NARROW_SPACE}; ils correspondent à {whose}.");
    let Some(after) = &sheet.after else { return vec![plain(format!("{first}{HARD_SPACE}»"))] };
    let understood = voice.pick("J’ai compris", "Nous avons compris");
    let left = after.budget.reste_a_vivre.to_string();
    vec![
        plain(format!("{first} {understood} que le reste pour vivre serait de ")),
        strong(left),
        plain(format!(" par {} et par mois.{HARD_SPACE}»", sheet.budget.shares.one())),
    ]
}

fn plain(text: String) -> Span {
    Span::new(text, Face::Sans, Ink::NOTE)
}

fn strong(text: String) -> Span {
    Span::new(text, Face::SansSemiBold, Ink::NOTE)
}
