//! The sheet of a refund of interest: the loan, how its instalments were paid, what the rule gives, the account.

use documents::papers::session_sheet::{ProvedRefund, SheetMatter};
use domain::dossier::{Dossier, Precision};
use domain::money::Euros;
use domain::refund::{RefundLineState, RefundProof, refund};
use domain::settings::RefundMoment;
use domain::words::{
    Labelled, capital, counted, long_date, lowered, on_known_date, refund_rule, refunded_interest, the,
};

use super::NOTHING;
use crate::papers::gathered::Subject;
use app::failure::Failure;
use casework::endings::obstacle;
use domain::dossier::Masked;

/// The facts of a refund, and the five figures of its sheet.
pub(super) fn proved(
    subject: &Subject<'_>,
    masked: &Masked,
    asked: Option<Euros>,
) -> Result<(SheetMatter, Vec<[String; 2]>), Failure> {
    let dossier = subject.dossier;
    let proof = refund(dossier, subject.settings, subject.moment.today)?;
    let late = proof.as_ref().map(|proof| count(proof, &[RefundLineState::Late, RefundLineState::Missed]));
    let sum = |amount: Option<Euros>| amount.map_or_else(|| NOTHING.to_owned(), |amount| amount.to_string());
    let received = dossier.facts.bank_details().map(|details| details.on);
    let moment = proof.as_ref().map_or(RefundMoment::End, |proof| proof.policy.moment);
    let interest = format!("d’{}", lowered(refunded_interest(moment)));
    let figures = vec![
        [sum(asked), "à rembourser".to_owned()],
        [sum(proof.as_ref().map(|proof| proof.interest)), interest],
        [sum(dossier.loan_amount()?), "prêtés".to_owned()],
        [
            late.map_or_else(|| NOTHING.to_owned(), |late| late.to_string()),
            if late.is_some_and(|late| late > 1) { "échéances en retard" } else { "échéance en retard" }.to_owned(),
        ],
        match received {
            Some(day) => ["RIB reçu".to_owned(), format!("le {}", long_date(day))],
            None => ["Pas de RIB".to_owned(), "à recevoir avant de payer".to_owned()],
        },
    ];
    let matter = ProvedRefund {
        loan: loan(subject),
        rule: proof.as_ref().map(|proof| refund_rule(&proof.policy)).unwrap_or_default(),
        instalments: proof.as_ref().map(instalments).unwrap_or_default(),
        reading: proof.as_ref().map_or_else(
            || "Le CCAS n’avait pas de règle de remboursement à la date de ce prêt.".to_owned(),
            |proof| match proof.obstacles.as_slice() {
                [] => format!("La règle donne {}.", proof.amount),
                _ => "La règle n’accorde pas ce remboursement.".to_owned(),
            },
        ),
        said: said(dossier, proof.as_ref()).iter().map(|sentence| masked.text(sentence)).collect(),
    };
    Ok((SheetMatter::Refund(matter), figures))
}

/// What the session may decide.
pub(super) fn decisions() -> Vec<String> {
    ["Accorder", "Écarter", "Demander un complément", "Ajourner"].map(str::to_owned).to_vec()
}

fn count(proof: &RefundProof, states: &[RefundLineState]) -> usize {
    proof.lines.iter().filter(|line| states.contains(&line.state)).count()
}

/// The loan as it was signed, paid and repaid.
fn loan(subject: &Subject<'_>) -> Vec<(String, String)> {
    let dossier = subject.dossier;
    let course = dossier.facts.course();
    let known = |fact| dossier.facts.precision_of(fact);
    let lender = course.lending().and_then(|key| subject.settings.lenders.get(key));
    let signed = course.contract.map(|(fact, contract)| {
        let terms = &contract.terms;
        let months = counted(terms.months, "mois", "mois");
        (
            format!("{} sur {months}, à {}", terms.amount, terms.annual_rate),
            on_known_date(contract.signed_on, known(fact)),
        )
    });
    let paid = course.disbursement.map(|(fact, paid)| on_known_date(paid.on, known(fact)));
    let over = dossier.running_loan().and_then(|running| {
        let on = running.settled_on?;
        Some(on_known_date(on, running.settled_known))
    });
    let pairs = [
        ("Prêt", signed.as_ref().map(|(terms, _)| terms.clone())),
        ("Banque", lender.map(|file| capital(&the(file.lender.name.as_str())))),
        ("Contrat", signed.map(|(_, on)| on)),
        ("Versement", paid),
        ("Fin du prêt", over),
    ];
    pairs.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?))).collect()
}

/// How many instalments are in each state there is, then all of them.
fn instalments(proof: &RefundProof) -> Vec<[String; 2]> {
    let states = RefundLineState::ALL.into_iter().map(|state| (state, count(proof, &[state])));
    let rows =
        states.filter(|(_, count)| *count > 0).map(|(state, count)| [state.label().to_owned(), count.to_string()]);
    rows.chain([["Échéances du prêt".to_owned(), proof.lines.len().to_string()]]).collect()
}

/// What stands against it, and what was decided already.
fn said(dossier: &Dossier, proof: Option<&RefundProof>) -> Vec<String> {
    let mut said: Vec<String> = proof.iter().flat_map(|proof| proof.obstacles.iter().map(obstacle)).collect();
    if let Some((fact, decision)) = dossier.facts.course().refund {
        let on = on_known_date(decision.on, dossier.facts.precision_of(fact));
        said.push(match decision.granted {
            true => format!("{} accordés {on}.", decision.amount),
            false => format!("Remboursement écarté {on}."),
        });
        said.push(decision.reason.to_string());
    }
    if dossier.running_loan().is_some_and(|running| running.settled_known != Precision::Day) {
        said.push("Le jour de la fin du prêt n’est pas connu exactement.".to_owned());
    }
    said.retain(|sentence| !sentence.is_empty());
    said
}
