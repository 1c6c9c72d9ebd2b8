//! The letter that tells a person what was decided of their request, in plain words, with what comes next.
//!
//! A decision to transmit is not a loan: the lender decides. A request that goes elsewhere judges neither the project
//! nor the person, and says where to (*Un coup de pouce pour le microcrédit personnel*, la décision d’orientation).

use chrono::NaiveDate;
use domain::committee::SessionKind;
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::words::long_date;

use super::letter::{Letter, Part, write};
use crate::papers::Letterhead;
use crate::papers::wording::{full_name, or_dots, plain, strong, the};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Lettre de décision";
/// What people call those of a whole session.
pub const OF_A_SESSION: &str = "Lettres de décision de la séance";

/// The facts of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLetter {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whom it is for.
    pub person: Person,
    /// The day the request was received; nothing when it is known by its month or year alone.
    pub asked_on: Option<NaiveDate>,
    /// How much is asked for.
    pub amount: Option<Euros>,
    /// The project in a line.
    pub project: String,
    /// The day it was decided.
    pub decided_on: NaiveDate,
    /// Who met to decide; nothing when the office did without a session.
    pub decided_by: Option<SessionKind>,
    /// What was decided.
    pub decided: Decided,
    /// Why; may be empty.
    pub reason: String,
    /// On what condition; may be empty.
    pub conditions: String,
    /// The appointment that is set: its day and hour in words; empty without one.
    pub appointment: String,
}

/// What was decided of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It goes to a lender, named when it is known.
    ToLender(String),
    /// Those who met granted it.
    Granted,
    /// Something else is proposed: each solution, then whom to see.
    Elsewhere(Vec<String>),
    /// It cannot go further as it is.
    Inadmissible,
}

/// Prints the letter.
pub fn render(facts: &DecisionLetter, head: &Letterhead) -> Result<Paper, PaperError> {
    let person = &facts.person;
    let town = [
        person.postal_code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
        person.commune.to_string(),
    ];
    let about = match &facts.decided {
        Decided::ToLender(_) => "votre demande de microcrédit part à la banque",
        Decided::Granted => "votre demande de microcrédit est accordée",
        Decided::Elsewhere(_) | Decided::Inadmissible => "votre demande de microcrédit personnel",
    };
    let letter = Letter {
        title: TITLE,
        reference: &facts.reference,
        written_on: facts.printed_on,
        to: vec![full_name(person), person.address.to_string(), town.join(" ").trim().to_owned()],
        about: about.to_owned(),
        call: match person.title {
            Title::Madame => "Madame,",
            Title::Monsieur => "Monsieur,",
            Title::NotStated => "Madame, Monsieur,",
        },
        parts: parts(facts, head),
        read_by: String::new(),
    };
    write(&letter, head)
}

fn parts(facts: &DecisionLetter, head: &Letterhead) -> Vec<Part> {
    let mut parts =
        vec![Part::Say(vec![plain(asked(facts)), strong(decision(facts, head)), plain(lender_decides(facts))])];
    if !facts.conditions.is_empty() {
        parts.push(Part::headed("À une condition :", format!("{}.", ended(&facts.conditions))));
    }
    if !facts.reason.is_empty() {
        parts.push(Part::headed("La raison :", format!("{}.", ended(&facts.reason))));
    }
    match &facts.decided {
        Decided::ToLender(_) | Decided::Granted => {
            parts.push(Part::Say(vec![strong("Ce qui se passe maintenant")]));
            parts.push(Part::Numbered(next_steps(facts)));
            parts.push(Part::Say(vec![
                strong("N’achetez rien et ne versez aucun acompte"),
                plain(" avant que l’argent du prêt soit versé."),
            ]));
        }
        Decided::Elsewhere(solutions) => {
            parts.push(Part::said(judges_nobody(true)));
            if !solutions.is_empty() {
                parts.push(Part::Say(vec![strong("Ce que nous vous proposons")]));
                parts.push(Part::Numbered(solutions.iter().map(|one| vec![plain(one)]).collect()));
            }
        }
        Decided::Inadmissible => parts.push(Part::said(judges_nobody(false))),
    }
    if !facts.appointment.is_empty() {
        parts.push(Part::headed("La prochaine étape :", format!("un rendez-vous avec moi {}.", facts.appointment)));
    }
    let phone =
        or_dots(if head.office.advisor_phone.is_empty() { &head.office.phone } else { &head.office.advisor_phone });
    parts.push(Part::said(format!(
        "Si un point de cette décision ne vous paraît pas juste, ou si votre situation change, dites-le-moi : appelez-moi \
         au {phone}. Votre demande pourra être examinée de nouveau ; vous n’aurez pas à tout recommencer."
    )));
    parts
}

fn asked(facts: &DecisionLetter) -> String {
    let on = facts.asked_on.map(|on| format!("Le {}, vous", long_date(on))).unwrap_or_else(|| "Vous".to_owned());
    let amount = facts.amount.map(|amount| format!(" de {amount}")).unwrap_or_default();
    let project = if facts.project.is_empty() { String::new() } else { format!(" ({})", facts.project) };
    format!("{on} avez demandé un microcrédit personnel{amount}{project}. ")
}

/// `Le 26 novembre 2026, la commission a décidé de transmettre votre demande à la Banque du Val.`
fn decision(facts: &DecisionLetter, head: &Letterhead) -> String {
    let who = match facts.decided_by {
        Some(SessionKind::InternalCommission) => "la commission".to_owned(),
        Some(SessionKind::CollegialCommittee) => "le comité".to_owned(),
        None => the(&head.office.name),
    };
    let what = match &facts.decided {
        Decided::ToLender(lender) if lender.is_empty() => {
            "a décidé de transmettre votre demande à une banque".to_owned()
        }
        Decided::ToLender(lender) => format!("a décidé de transmettre votre demande à {}", the(lender)),
        Decided::Granted => "a accordé votre demande".to_owned(),
        Decided::Elsewhere(_) => "n’a pas retenu le microcrédit et vous propose autre chose".to_owned(),
        Decided::Inadmissible => "n’a pas pu donner suite à votre demande".to_owned(),
    };
    format!("Le {}, {who} {what}.", long_date(facts.decided_on))
}

fn lender_decides(facts: &DecisionLetter) -> &'static str {
    match &facts.decided {
        Decided::ToLender(_) => " Ce n’est pas encore un prêt : c’est la banque qui l’accorde ou non.",
        Decided::Granted | Decided::Elsewhere(_) | Decided::Inadmissible => "",
    }
}

fn next_steps(facts: &DecisionLetter) -> Vec<Vec<crate::page::Span>> {
    let step = |text: &str| vec![plain(text)];
    match &facts.decided {
        Decided::ToLender(_) => vec![
            step("J’envoie votre dossier à la banque, avec les papiers que vous avez acceptés de transmettre."),
            step("Dès sa réponse, je vous appelle, que ce soit oui ou non."),
            step("Si elle accepte, vous signez l’offre, puis vous avez 14 jours pour changer d’avis."),
        ],
        Decided::Granted | Decided::Elsewhere(_) | Decided::Inadmissible => vec![
            step("Vous signez l’offre de prêt. Lisez-la avant de signer et posez toutes vos questions."),
            step("Après votre signature, vous avez 14 jours pour changer d’avis, sans avoir à vous justifier."),
            step("Nous signons ensemble la charte d’accompagnement, puis l’argent est versé."),
        ],
    }
}

fn judges_nobody(goes_on: bool) -> String {
    let start = "Cette décision ne juge ni votre projet ni votre sérieux. Le CCAS ne l’inscrit dans aucun fichier, et \
                 elle ne vous empêche pas de faire plus tard une nouvelle demande.";
    if goes_on { start.to_owned() } else { format!("{start} Je reste à votre disposition pour chercher avec vous.") }
}

/// A text without its last full stop.
fn ended(text: &str) -> &str {
    text.trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{self, day};

    fn letter(decided: Decided) -> DecisionLetter {
        DecisionLetter {
            reference: "2026-041".to_owned(),
            printed_on: day("2026-11-27"),
            person: worlds::delmas().person,
            asked_on: Some(day("2026-11-03")),
            amount: Some(worlds::euros("2400")),
            project: "véhicule d’occasion".to_owned(),
            decided_on: day("2026-11-26"),
            decided_by: Some(SessionKind::InternalCommission),
            decided,
            reason: String::new(),
            conditions: String::new(),
            appointment: "le mardi 1er décembre 2026 à 10 h".to_owned(),
        }
    }

    #[test]
    fn each_decision_is_told_in_one_page() {
        let head = worlds::valbourg();
        let check = |name: &str, letter: DecisionLetter, said: &[&str]| {
            let paper = render(&letter, &head).unwrap();
            assert!(paper.unprintable.is_empty());
            let pages = worlds::read(&paper);
            assert_eq!(pages.len(), 1, "{name}");
            worlds::assert_says(&pages[0], said);
            worlds::leave_samples("decision_letter", [(name, paper)]);
        };
        let bank = Decided::ToLender("Banque du Val".to_owned());
        let said =
            ["la commission a décidé de transmettre votre demande à la Banque du Val", "Ce n’est pas encore un prêt"];
        check("banque", letter(bank), &said);
        check("accord", letter(Decided::Granted), &["a accordé votre demande", "14 jours"]);
        let elsewhere = Decided::Elsewhere(vec!["Aide facultative du CCAS pour le réfrigérateur".to_owned()]);
        let elsewhere = DecisionLetter { reason: "Une aide existe.".to_owned(), ..letter(elsewhere) };
        check(
            "reorientation",
            elsewhere,
            &["n’a pas retenu le microcrédit", "La raison : Une aide existe.", "ne juge ni"],
        );
        check("sans-suite", letter(Decided::Inadmissible), &["n’a pas pu donner suite", "chercher avec vous"]);
    }
}
