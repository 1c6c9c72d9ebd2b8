//! What letters tell of the end of a loan and of the interest given back.

use domain::contact::Iban;
use domain::dossier::{Fact, Precision, Recorded, SurveyMoment};
use domain::letter::{FieldValues, LetterField as Field};
use domain::refund::{RefundObstacle, RefundProof, refund as proof_of};
use domain::settings::{RefundMoment, RefundPolicy};
use domain::words::{long_date, refund_share, refunded_interest, round};

use super::super::Subject;
use super::line;
use app::failure::Failure;
use casework::endings::obstacle;

/// The end of the loan and its refund.
pub(super) fn refund(subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let dossier = subject.dossier;
    let Some(running) = dossier.running_loan() else { return Ok(()) };
    let over = running.settled_on.filter(|_| running.settled_known == Precision::Day);
    told.tell_some(Field::RepaidOn, over.map(long_date));
    let answered =
        |row: &Recorded| matches!(&row.fact, Fact::SurveyAnswered(survey) if survey.moment == SurveyMoment::End);
    let is_answered = dossier.facts.standing().any(answered);
    told.tell_some(Field::SurveyToAnswer, (!is_answered).then(|| "un questionnaire".to_owned()));
    let decided = dossier.facts.course().refund.map(|(_, decision)| decision);
    let proof = proof_of(dossier, subject.settings, subject.moment.today)?;
    if let Some(proof) = &proof {
        policy(&proof.policy, told);
        against(proof, told);
    }
    let entitled = proof.as_ref().filter(|proof| proof.obstacles.is_empty() && !proof.amount.is_zero());
    let amount = match decided {
        Some(decision) => Some(decision.amount).filter(|_| decision.granted),
        None => entitled.map(|proof| proof.amount),
    };
    told.tell_some(Field::RefundAmount, amount.map(|amount| amount.to_string()));
    if let Some(decision) = decided {
        told.tell(Field::RefundDecidedOn, long_date(decision.on));
        told.tell_some(Field::RefundObstacle, (!decision.granted).then(|| decision.letter_words.to_string()));
    }
    let account = dossier.facts.bank_details().and_then(|details| Iban::read(details.iban.as_str()).ok());
    told.tell_some(Field::AccountEnding, account.map(|iban| iban.ending()));
    let interest = decided.and_then(|decision| decision.attested.or(decision.scheduled));
    let interest = interest.or(proof.as_ref().map(|proof| proof.interest));
    let moment = proof.as_ref().map_or(RefundMoment::End, |proof| proof.policy.moment);
    told.tell_table(
        Field::RefundTable,
        [
            line(
                "Prêt",
                format!("{} sur {} mois", round(running.contract.terms.amount), running.contract.terms.months),
            ),
            line("Terminé le", over.map(long_date).unwrap_or_default()),
            line(refunded_interest(moment), interest.map(|sum| sum.to_string()).unwrap_or_default()),
            line("Remboursement", amount.map(|sum| sum.to_string()).unwrap_or_default()),
        ],
    );
    Ok(())
}

fn policy(policy: &RefundPolicy, told: &mut FieldValues) {
    told.tell(Field::RefundShare, refund_share(policy));
    told.tell(Field::RefundPayer, policy.payer.to_string());
    told.tell(Field::RefundResolution, policy.resolution.to_string());
}

/// What stands against it, once the loan is over.
fn against(proof: &RefundProof, told: &mut FieldValues) {
    let real = proof.obstacles.iter().filter(|one| **one != RefundObstacle::NotRepaid);
    told.tell(Field::RefundObstacle, real.map(obstacle).collect::<Vec<_>>().join(" "));
}
