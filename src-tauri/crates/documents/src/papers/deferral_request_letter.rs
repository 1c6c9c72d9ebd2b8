//! The request to a bank that an instalment be postponed, or the end shifted: which one, why, what was done already.
//!
//! It names the instalment as the contract writes it and the clause of the agreement that allows it (*Un coup de
//! pouce pour le microcrédit personnel*, le suivi des incidents). What it says happened is what was noted, no more.

use chrono::NaiveDate;
use domain::money::Euros;
use domain::words::{counted, long_date, numeric_date};

use super::bank_letter::{BankLetterLoan, LetterInstalment, sentences};
use super::letter::{Letter, Part, write};
use crate::papers::Letterhead;
use crate::papers::wording::{plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Demande de report d’échéance";

/// The facts of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeferralRequestLetter {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// The loan and its bank.
    pub loan: BankLetterLoan,
    /// What is asked.
    pub asked: DeferralAsked,
    /// The instalments it is about, the first one first; at least one.
    pub instalments: Vec<LetterInstalment>,
    /// The day the difficulty was told.
    pub told_on: Option<NaiveDate>,
    /// The last instalment once it is granted.
    pub ends_on: Option<NaiveDate>,
    /// What it adds to the cost.
    pub cost: Option<Euros>,
    /// What happened, a sentence each.
    pub reasons: Vec<String>,
    /// What was done already, a sentence each.
    pub done: Vec<String>,
}

/// What is asked of the bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeferralAsked {
    /// The instalments go to the end.
    Postponed,
    /// The end of the loan goes so many months further, so that each instalment is lower.
    EndShifted {
        /// How many months.
        months: u32,
    },
}

/// Prints the request.
pub fn render(facts: &DeferralRequestLetter, head: &Letterhead) -> Result<Paper, PaperError> {
    let one = facts.instalments.len() <= 1;
    let about = match facts.asked {
        DeferralAsked::Postponed if one => "demande de report d’une échéance",
        DeferralAsked::Postponed => "demande de report d’échéances",
        DeferralAsked::EndShifted { .. } => "demande d’allongement du prêt",
    };
    let letter = Letter {
        title: TITLE,
        reference: &facts.reference,
        written_on: facts.printed_on,
        to: facts.loan.to(),
        about: format!("{about}, {}", facts.loan.named()),
        call: "Madame, Monsieur,",
        parts: parts(facts),
        read_by: super::wording::full_name(&facts.loan.person),
    };
    write(&letter, head)
}

fn parts(facts: &DeferralRequestLetter) -> Vec<Part> {
    let loan = &facts.loan;
    let mut parts = vec![opening(facts), Part::Figures(figures(facts))];
    if !facts.reasons.is_empty() {
        parts.push(Part::headed("Ce qui s’est passé.", sentences(&facts.reasons)));
    }
    if !facts.done.is_empty() {
        parts.push(Part::headed("Ce qui est déjà fait.", sentences(&facts.done)));
    }
    parts.push(Part::said(format!(
        "Pourriez-vous me confirmer votre accord avant le {}, pour que le prélèvement ne soit pas présenté de nouveau, \
         et m’envoyer le nouvel échéancier ? Un rendez-vous à trois est possible si vous le jugez utile.",
        long_date(loan.answer_by)
    )));
    parts.push(Part::said(
        "Selon l’usage du microcrédit accompagné, aucune pénalité de retard n’est comptée, sauf mauvaise foi évidente.",
    ));
    parts
}

fn opening(facts: &DeferralRequestLetter) -> Part {
    let loan = &facts.loan;
    let before = facts.instalments.first().is_some_and(|first| first.due > facts.printed_on);
    let unpaid = match (facts.instalments.first(), before) {
        (Some(first), true) => format!("ne pourrait pas payer l’échéance du {}", long_date(first.due)),
        (Some(first), false) if facts.instalments.len() == 1 => {
            format!("n’a pas pu payer l’échéance du {}", long_date(first.due))
        }
        (Some(first), false) => format!("n’a pas pu payer ses échéances depuis celle du {}", long_date(first.due)),
        (None, _) => "ne peut pas payer son échéance".to_owned(),
    };
    let told = facts.told_on.map(|on| format!(" nous a dit le {} qu’{}", long_date(on), loan.pronoun()));
    let who = match told {
        Some(told) => format!("{}{told} {unpaid}.", loan.borrower()),
        None => format!("{} {unpaid}.", loan.borrower()),
    };
    let asked = match facts.asked {
        DeferralAsked::Postponed if facts.instalments.len() <= 1 => {
            "reporter cette échéance à la fin du prêt".to_owned()
        }
        DeferralAsked::Postponed => "reporter ces échéances à la fin du prêt".to_owned(),
        DeferralAsked::EndShifted { months } => {
            format!("allonger le prêt de {}, pour que chaque échéance baisse", counted(months, "mois", "mois"))
        }
    };
    let clause = loan.deferrals.as_ref().map(|clause| {
        let most = counted(clause.most, "report", "reports");
        format!(
            ", comme le permet notre convention du {} ({most} au plus pendant le prêt)",
            long_date(clause.agreed_on)
        )
    });
    Part::Say(vec![
        plain(format!("{who} Nous vous prions de bien vouloir ")),
        strong(asked),
        plain(format!("{}.", clause.unwrap_or_default())),
    ])
}

fn figures(facts: &DeferralRequestLetter) -> Vec<(&'static str, String)> {
    let loan = &facts.loan;
    let named: Vec<String> = facts.instalments.iter().map(LetterInstalment::named).collect();
    let label = if named.len() == 1 { "Échéance à reporter" } else { "Échéances à reporter" };
    let label = match facts.asked {
        DeferralAsked::Postponed => label,
        DeferralAsked::EndShifted { .. } => "À partir de l’échéance",
    };
    let sum = Euros::sum(facts.instalments.iter().map(|line| line.amount)).ok();
    let or_none = |cost: Euros| if cost.is_zero() { "aucun".to_owned() } else { cost.to_string() };
    vec![
        (label, named.join(" ; ")),
        ("Montant, selon le contrat", sum.map(|sum| sum.to_string()).unwrap_or_default()),
        ("Prêt", loan.lent()),
        ("Ce qui est déclaré", loan.known.clone()),
        ("Capital restant dû", loan.outstanding.map(|left| left.to_string()).unwrap_or_default()),
        ("Nouvelle date de fin demandée", facts.ends_on.map(numeric_date).unwrap_or_default()),
        ("Intérêts en plus", facts.cost.map(or_none).unwrap_or_default()),
        ("Reports déjà accordés", loan.granted()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{self, assert_says, day, euros, leave_samples, read};

    pub(super) fn loan() -> BankLetterLoan {
        BankLetterLoan {
            person: worlds::named(domain::person::Title::Madame, "Sonia", "Delmas"),
            lender: "Banque du Val".to_owned(),
            contact: "M. Joël Astier, conseiller microcrédit".to_owned(),
            address: "12 rue des Halles, 99120 Valbourg".to_owned(),
            signed_on: day("2026-12-16"),
            signed_known: domain::dossier::Precision::Day,
            bank_reference: "4021-77".to_owned(),
            amount: euros("2400"),
            months: 36,
            known: "7 échéances déclarées payées sur 36, aucun incident connu".to_owned(),
            outstanding: Some(euros("1955,56")),
            deferrals: Some(super::super::bank_letter::DeferralClause {
                most: 2,
                used: 0,
                agreed_on: day("2025-02-01"),
            }),
            answer_by: day("2027-08-31"),
        }
    }

    /// The eighth instalment of the Delmas loan, put off before its day.
    #[test]
    fn the_request_names_the_instalment_and_the_clause() {
        let facts = DeferralRequestLetter {
            reference: "VB-2026-0147".to_owned(),
            printed_on: day("2027-08-24"),
            loan: loan(),
            asked: DeferralAsked::Postponed,
            instalments: vec![LetterInstalment { number: 8, due: day("2027-09-05"), amount: euros("70,86") }],
            told_on: Some(day("2027-08-23")),
            ends_on: Some(day("2030-02-05")),
            cost: Some(euros("6,52")),
            reasons: vec!["arrêt de travail depuis le 9 août".to_owned()],
            done: vec!["accès à l’épicerie sociale, le 23 août 2027".to_owned()],
        };
        let paper = render(&facts, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        assert_eq!(paper.bytes, render(&facts, &worlds::valbourg()).unwrap().bytes, "the same facts, the same bytes");
        let pages = read(&paper);
        assert_eq!(pages.len(), 1, "a letter is one page");
        assert_says(
            &pages[0],
            &[
                "Banque du Val",
                "demande de report d’une échéance, prêt n° 4021-77 signé le 16 décembre 2026, Mme Sonia Delmas",
                "n’a dit le 23 août 2027 qu’elle ne pourrait pas payer l’échéance du 5 septembre 2027"
                    .strip_prefix("n’a ")
                    .unwrap(),
                "convention du 1er février 2025 (2 reports au plus pendant le prêt)",
                "n° 8, du 05/09/2027",
                "6,52 €",
                "selon le contrat",
                "aucun, sur 2 prévus",
                "Arrêt de travail depuis le 9 août.",
                "avant le 31 août 2027",
                "J’ai lu cette lettre.",
            ],
        );
        let shifted = DeferralRequestLetter { asked: DeferralAsked::EndShifted { months: 6 }, ..facts };
        let told = read(&render(&shifted, &worlds::valbourg()).unwrap());
        assert_says(&told[0], &["allonger le prêt de 6 mois", "À partir de l’échéance"]);
        leave_samples("deferral-request", [("delmas", paper)]);
    }
}
