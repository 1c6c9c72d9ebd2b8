//! The reasons of a default and the office’s opinion, written to the bank before it ends the loan.
//!
//! Once the reasons are explained to it the bank starts no proceedings (*Un coup de pouce pour le microcrédit
//! personnel*, le suivi des incidents). The letter says the earliest day of a registration by the rules in force,
//! what happened, what was done and what is asked; what was not noted is not written.

use chrono::NaiveDate;
use domain::money::Euros;
use domain::words::{counted, long_date};

use super::bank_letter::{BankLetterLoan, LetterInstalment, sentences};
use super::letter::{Letter, Part, write};
use crate::page::Span;
use crate::papers::Letterhead;
use crate::papers::wording::{plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Raisons de la défaillance et avis avant déchéance du terme";

/// The facts of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultReasonsLetter {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// The loan and its bank.
    pub loan: BankLetterLoan,
    /// The day the bank said it would end the loan; nothing while it has not.
    pub announced_on: Option<NaiveDate>,
    /// What is owed.
    pub owed: Vec<LetterInstalment>,
    /// The day the office first knew of it.
    pub known_on: NaiveDate,
    /// The earliest day of a registration and the rule that gives it; nothing when none does.
    pub registration: Option<(NaiveDate, String)>,
    /// What happened, a sentence each; at least one.
    pub reasons: Vec<String>,
    /// What was done, a sentence each.
    pub done: Vec<String>,
    /// What is offered, a sentence each.
    pub offered: Vec<String>,
    /// Who guarantees, and the share in percent; may be empty.
    pub guarantee: String,
}

/// Prints the letter.
pub fn render(facts: &DefaultReasonsLetter, head: &Letterhead) -> Result<Paper, PaperError> {
    let letter = Letter {
        title: TITLE,
        reference: &facts.reference,
        written_on: facts.printed_on,
        to: facts.loan.to(),
        about: format!("avis avant déchéance du terme, {}", facts.loan.named()),
        call: "Madame, Monsieur,",
        parts: parts(facts),
        read_by: super::wording::full_name(&facts.loan.person),
    };
    write(&letter, head)
}

fn parts(facts: &DefaultReasonsLetter) -> Vec<Part> {
    let loan = &facts.loan;
    let begins = match facts.announced_on {
        Some(on) => format!("Le {}, vous nous avez dit vouloir prononcer la déchéance du terme.", long_date(on)),
        None => format!("{} a des échéances impayées.", loan.borrower()),
    };
    let mut parts = vec![
        Part::Say(vec![
            plain(format!("{begins} ")),
            strong("Nous vous demandons de ne pas mettre fin au prêt."),
            plain(" Voici les faits, les raisons et ce qui est possible."),
        ]),
        Part::Figures(figures(facts)),
        Part::headed("Les raisons de la défaillance.", sentences(&facts.reasons)),
    ];
    if !facts.done.is_empty() {
        parts.push(Part::headed("Ce qui a été fait.", sentences(&facts.done)));
    }
    if !facts.offered.is_empty() {
        parts.push(Part::headed("Ce que nous vous proposons.", sentences(&facts.offered)));
    }
    parts.push(Part::Say(vec![strong("Ce que nous vous demandons")]));
    parts.push(Part::Numbered(asked(facts)));
    let registration = facts.registration.as_ref().map(|(on, rule)| {
        let when = if *on > facts.printed_on { "pourrait être déclaré" } else { "peut être déclaré depuis" };
        let on = if *on > facts.printed_on {
            format!("dès le {}", long_date(*on))
        } else {
            format!("le {}", long_date(*on))
        };
        format!(" L’incident {when} {on} au fichier des incidents de crédit ({rule}) : le temps compte.")
    });
    parts.push(Part::said(format!(
        "Nous suivrons {} jusqu’à la dernière échéance. Pourriez-vous nous répondre avant le {} ?{}",
        loan.borrower(),
        long_date(loan.answer_by),
        registration.unwrap_or_default()
    )));
    parts
}

fn figures(facts: &DefaultReasonsLetter) -> Vec<(&'static str, String)> {
    let loan = &facts.loan;
    let sum = Euros::sum(facts.owed.iter().map(|line| line.amount)).ok();
    let owed = match (facts.owed.first(), sum) {
        (Some(first), Some(sum)) if facts.owed.len() == 1 => format!("{}, {sum}", first.named()),
        (Some(first), Some(sum)) => {
            let count = counted(facts.owed.len(), "échéance", "échéances");
            format!("{count} depuis le {}, {sum}", long_date(first.due))
        }
        (Some(_) | None, _) => String::new(),
    };
    vec![
        ("Prêt", loan.lent()),
        ("Ce qui est déclaré", loan.known.clone()),
        ("Impayé", owed),
        ("Capital restant dû", loan.outstanding.map(|left| left.to_string()).unwrap_or_default()),
        ("Connu du CCAS le", long_date(facts.known_on)),
        ("Reports déjà accordés", loan.granted()),
    ]
}

fn asked(facts: &DefaultReasonsLetter) -> Vec<Vec<Span>> {
    let borrower = facts.loan.borrower();
    let guarantee = if facts.guarantee.is_empty() { String::new() } else { format!(" ({})", facts.guarantee) };
    let offered = if facts.offered.is_empty() {
        "accepter la solution que vous jugerez possible"
    } else {
        "accepter cette proposition ou celle que vous jugerez possible"
    };
    vec![
        vec![plain(format!("ne pas prononcer la déchéance du terme, et {offered} ;"))],
        vec![plain("à défaut, un rendez-vous à trois avant toute décision ;")],
        vec![plain(format!(
            "si vous deviez malgré tout appeler la garantie{guarantee}, ne pas engager de poursuites contre \
             {borrower} : les raisons du défaut de paiement vous sont exposées ici."
        ))],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::bank_letter::DeferralClause;
    use crate::papers::worlds::{self, assert_says, day, euros, leave_samples, read};

    #[test]
    fn the_letter_says_the_reasons_the_earliest_day_and_what_is_asked() {
        let line = |number, due: &str| LetterInstalment { number, due: day(due), amount: euros("59,05") };
        let facts = DefaultReasonsLetter {
            reference: "VB-2024-0071".to_owned(),
            printed_on: day("2027-04-20"),
            loan: BankLetterLoan {
                person: worlds::named(domain::person::Title::Monsieur, "Denis", "Kerval"),
                lender: "Banque du Val".to_owned(),
                contact: String::new(),
                address: "12 rue des Halles, 99120 Valbourg".to_owned(),
                signed_on: day("2024-10-02"),
                signed_known: domain::dossier::Precision::Day,
                bank_reference: "4021-77".to_owned(),
                amount: euros("2000"),
                months: 36,
                known: "27 échéances déclarées payées sur 36, 3 impayées".to_owned(),
                outstanding: Some(euros("522,60")),
                deferrals: Some(DeferralClause { most: 2, used: 0, agreed_on: day("2024-02-01") }),
                answer_by: day("2027-04-30"),
            },
            announced_on: Some(day("2027-04-12")),
            owed: vec![line(28, "2027-02-05"), line(29, "2027-03-05"), line(30, "2027-04-05")],
            known_on: day("2027-02-12"),
            registration: Some((day("2027-04-25"), "trente jours après la lettre de la banque".to_owned())),
            reasons: vec!["hospitalisé du 18 janvier au 26 mars, sans proche pour suivre ses courriers".to_owned()],
            done: vec!["budget revu le 15 avril 2027".to_owned()],
            offered: Vec::new(),
            guarantee: "le Fonds de cohésion sociale, 50 %".to_owned(),
        };
        let paper = render(&facts, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        let pages = read(&paper);
        assert_eq!(pages.len(), 1, "a letter is one page");
        assert_says(
            &pages[0],
            &[
                "Le 12 avril 2027, vous nous avez dit vouloir prononcer la déchéance du terme.",
                "3 échéances depuis le 5 février 2027, 177,15 €",
                "Hospitalisé du 18 janvier au 26 mars",
                "dès le 25 avril 2027",
                "ne pas engager de poursuites contre M. Kerval",
                "le Fonds de cohésion sociale, 50 %",
            ],
        );
        leave_samples("default-reasons", [("kerval", paper)]);
    }
}
