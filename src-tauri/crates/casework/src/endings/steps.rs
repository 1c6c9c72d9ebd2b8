//! What is noted at the end of a loan: the questionnaire, the account, the refund, the closing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::contact::{Iban, IbanUnread};
use domain::dossier::{
    BankDetails, Closing, ClosingRefused, Dossier, DossierId, Event, Fact, Interview, Noted, Precision, RefundDecision,
    Survey, SurveyMoment,
};
use domain::line::Line;
use domain::money::AmountTooLarge;
use domain::refund::{RefundAsked, RefundProof, RefundUndecided, RefundUnpaid, refund};
use domain::settings::{self, ListKey, Settings};
use domain::words::{long_date, spaced};
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{CLOSING_INTERVIEW, EndingView, ending_room};
use crate::dossiers::{OneDossier, found};
use crate::facts::{admit, sentence};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings as office_settings;

/// What the person tells at a moment of the loan: the questionnaire, at its end the interview and the account.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SurveyForm {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// When in the loan: its key.
    pub moment: String,
    /// The day it came; today when empty.
    pub on: String,
    /// The answers by the key of their question; a blank stays blank.
    pub answers: BTreeMap<String, String>,
    /// Whether the person may be quoted without their name.
    pub may_be_quoted: bool,
    /// Whether the interview of the end was held with it, that day.
    #[serde(default)]
    pub interview: bool,
    /// The account the refund is paid to, as typed or copied; empty when it is not given.
    #[serde(default)]
    pub iban: String,
    /// Its holder, as written on the document.
    #[serde(default)]
    pub holder: String,
}

/// What is decided of a refund.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefundForm {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The day it was decided; today when empty.
    pub on: String,
    /// Whether it is granted.
    pub granted: bool,
    /// The interest the lender attests; empty when it does not.
    pub attested: String,
    /// What is refunded; what the rule gives when empty.
    pub amount: String,
    /// Why, where it is not what the rule gives.
    pub reason: String,
    /// What the letter says of a refusal to the person.
    #[serde(default)]
    pub letter_words: String,
}

/// A refund that was paid.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefundPayment {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The day; today when empty.
    pub on: String,
}

/// The closing of a dossier.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClosingForm {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The day; today when empty.
    pub on: String,
    /// How it ended.
    pub outcome: String,
    /// What was observed, in the adviser's words.
    pub note: String,
}

/// Notes what the person tells: the questionnaire as it came, the interview held, the account with its key checked.
pub fn answer_survey(desk: &mut Desk, input: SurveyForm, moment: &Moment) -> Result<EndingView, Failure> {
    let when: SurveyMoment = reading::word(&input.moment, "moment")?;
    let on = day(&input.on, moment)?;
    act(desk, "answer_survey", input.dossier, moment, |dossier, settings| {
        let mut facts = Vec::new();
        let held = dossier.facts.course().interviews.iter().any(|(_, held)| held.kind.as_str() == CLOSING_INTERVIEW);
        if input.interview && !held {
            let kind = ListKey::new(CLOSING_INTERVIEW);
            facts.push(Fact::InterviewHeld(Interview {
                held_on: on,
                counts: settings::entry(&settings.lists.interview_kinds, &kind)?.counts_as_interview,
                kind,
                minutes: None,
                note: Line::default(),
                next_step: Line::default(),
            }));
        }
        let answers = answers(&input, when, dossier, settings)?;
        if !answers.is_empty() {
            facts.push(Fact::SurveyAnswered(Survey { on, moment: when, answers, may_be_quoted: input.may_be_quoted }));
        }
        if !input.iban.trim().is_empty() {
            let iban = Iban::read(&input.iban).map_err(|refused| unread(refused).at("iban"))?;
            let holder = reading::needed(&input.holder, "holder", "Le titulaire du compte manque.")?;
            let iban = reading::line(iban.as_str(), "iban")?;
            facts.push(Fact::BankDetailsReceived(BankDetails { on, iban, holder }));
        }
        if facts.is_empty() {
            return Err(Failure::refused("Rien n’est saisi.").remedy("Une question peut rester blanche."));
        }
        Ok((facts, "survey"))
    })
}

/// The answers of a questionnaire, each one of those its question offers at that moment.
fn answers(
    input: &SurveyForm,
    when: SurveyMoment,
    dossier: &Dossier,
    settings: &Settings,
) -> Result<BTreeMap<String, Line>, Failure> {
    let category = settings.lists.category(dossier.facts.request().purpose.as_ref());
    let mut answers = BTreeMap::new();
    for (key, typed) in &input.answers {
        let question = settings.lists.survey.iter().find(|question| question.key.as_str() == key);
        let asked = question.and_then(|question| question.at(when, category));
        let (_, choices) = asked.ok_or_else(|| Failure::from(settings::ListRefused).at(key))?;
        let answer = reading::line(typed, key)?;
        if answer.is_empty() {
            continue;
        }
        if !choices.is_empty() && !choices.iter().any(|choice| choice.key.as_str() == answer.as_str()) {
            return Err(Failure::from(settings::ListRefused).at(key));
        }
        answers.insert(key.clone(), answer);
    }
    Ok(answers)
}

fn unread(refused: IbanUnread) -> Failure {
    match refused {
        IbanUnread::NotAnIban => Failure::refused("Ce n’est pas un IBAN : il commence par deux lettres et une clé.")
            .remedy("Recopiez celui du RIB, avec ou sans espaces."),
        IbanUnread::NotTwentySeven(count) => {
            Failure::refused(&spaced(&format!("Un IBAN français a 27 signes : celui-ci en a {count}.")))
                .remedy("Recopiez-le entier.")
        }
        IbanUnread::WrongKey => {
            Failure::refused("La clé de cet IBAN ne correspond pas : un chiffre est faux ou déplacé.")
                .remedy("Relisez-le sur le RIB.")
        }
    }
}

/// Decides whether interest is refunded, and how much; what differs from the rule has its reason.
pub fn decide_refund(desk: &mut Desk, input: RefundForm, moment: &Moment) -> Result<EndingView, Failure> {
    let on = day(&input.on, moment)?;
    let attested = reading::amount(&input.attested, "attested")?;
    let typed = reading::amount(&input.amount, "amount")?;
    let reason = reading::line(&input.reason, "reason")?;
    act(desk, "decide_refund", input.dossier, moment, |dossier, settings| {
        if dossier.facts.refund_paid_on().is_some() {
            return Err(unpaid(RefundUnpaid::AlreadyPaid));
        }
        let proof = refund(dossier, settings, moment.today)?;
        let proof = proof.ok_or_else(|| {
            Failure::refused("Le CCAS n’avait pas de remboursement d’intérêts à la date de ce prêt.")
                .remedy("La règle se saisit dans Réglages, « Règles ».")
        })?;
        let asked = RefundAsked { granted: input.granted, attested, amount: typed, has_reason: !reason.is_empty() };
        let amount = proof.decide(asked).map_err(|refused| undecided(refused, &proof))?;
        let policy = ListKey::new("office");
        let scheduled = Some(proof.interest);
        let decision = RefundDecision {
            on,
            granted: input.granted,
            policy,
            scheduled,
            attested,
            amount,
            reason,
            session: dossier.facts.refund_session(),
            letter_words: reading::line(&input.letter_words, "letter_words")?,
        };
        Ok((vec![Fact::RefundDecided(decision)], "refund"))
    })
}

/// Notes that the refund was paid.
pub fn note_refund_paid(desk: &mut Desk, input: RefundPayment, moment: &Moment) -> Result<EndingView, Failure> {
    let on = day(&input.on, moment)?;
    act(desk, "note_refund_paid", input.dossier, moment, |dossier, _| {
        let amount = dossier.refund_to_pay().map_err(unpaid)?;
        let paid = Noted { amount, ..Noted::of(on, Event::RefundPaid) };
        Ok((vec![Fact::Noted(paid)], "refund"))
    })
}

/// Closes a dossier with its outcome; refused while its loan runs.
pub fn close_dossier(desk: &mut Desk, input: ClosingForm, moment: &Moment) -> Result<EndingView, Failure> {
    let on = day(&input.on, moment)?;
    let note = reading::line(&input.note, "note")?;
    act(desk, "close_dossier", input.dossier, moment, |dossier, settings| {
        let outcomes = &settings.lists.end_outcomes;
        let outcome = reading::entry(&input.outcome, outcomes, "outcome")?;
        let outcome = outcome.ok_or_else(|| Failure::refused("Comment le dossier s’est-il terminé ?").at("outcome"))?;
        let kind =
            dossier.end_of(settings::entry(outcomes, &outcome)?).map_err(|refused| unclosed(refused).at("outcome"))?;
        Ok((vec![Fact::Closed(Closing { on, outcome, kind, note })], "closing"))
    })
}

fn day(typed: &str, moment: &Moment) -> Result<NaiveDate, Failure> {
    Ok(reading::date(typed, "on", moment, Toward::Past)?.unwrap_or(moment.today))
}

/// Notes facts of the end, as those of the dossier allow them.
fn act(
    desk: &mut Desk,
    call: &'static str,
    id: DossierId,
    moment: &Moment,
    facts: impl FnOnce(&Dossier, &Settings) -> Result<(Vec<Fact>, &'static str), Failure>,
) -> Result<EndingView, Failure> {
    let settings = desk.read(office_settings)?;
    desk.act(call, moment, |writer: &Writer<'_>| {
        let dossier = found(writer, id)?;
        let (facts, field) = facts(&dossier, &settings)?;
        for fact in &facts {
            admit(&found(writer, id)?, None, fact, &settings, moment)?;
            writer.insert_fact(id, None, fact, moment.now)?;
        }
        let done: Vec<String> = facts.iter().map(|fact| sentence(fact, Precision::Day, &settings)).collect();
        Ok(Acted {
            value: (),
            sentence: spaced(&format!("{}, {}.", done.join(", "), dossier.person.display_name())),
            dossier: Some(id),
            fields: vec![field],
            draft: None,
        })
    })?;
    ending_room(desk, OneDossier { dossier: id }, moment)
}

fn undecided(refused: RefundUndecided, proof: &RefundProof) -> Failure {
    let unexplained = |says: &str| Failure::refused(says).remedy("Écrivez le motif.").at("reason");
    match refused {
        RefundUndecided::AgainstTheRule => {
            let obstacles = super::proof::obstacles_in_short(proof);
            unexplained(&format!("La règle ne l’accorde pas : {}.", obstacles.trim_end_matches('.')))
        }
        RefundUndecided::DespiteTheRule => unexplained("La règle l’accorde : dites pourquoi il est écarté."),
        RefundUndecided::OtherAmount(given) => {
            unexplained(&format!("La règle donne {given} : dites pourquoi un autre montant est retenu."))
        }
        RefundUndecided::MoreThanPaid => Failure::refused("Ce montant dépasse ce qui a été payé.").at("amount"),
        RefundUndecided::TooLarge => AmountTooLarge.into(),
    }
}

fn unpaid(refused: RefundUnpaid) -> Failure {
    match refused {
        RefundUnpaid::AlreadyPaid => {
            Failure::refused("Ce remboursement est déjà payé.").remedy("Rien de plus n’est à noter.")
        }
        RefundUnpaid::NoAccount => {
            Failure::refused("Le RIB manque : on ne sait pas où payer.").remedy("Saisissez d’abord le RIB.")
        }
    }
}

fn unclosed(refused: ClosingRefused) -> Failure {
    match refused {
        ClosingRefused::WasLate => Failure::refused("Une échéance de ce prêt a été impayée, ou payée en retard.")
            .remedy("Choisissez « Remboursé avec incidents », ou corrigez ce qui a été déclaré."),
        ClosingRefused::AppointmentToCome(on) => {
            Failure::refused(&format!("Un rendez-vous reste prévu le {}.", long_date(on)))
                .remedy("Dites d’abord dans le journal s’il a eu lieu ou s’il est annulé, puis fermez le dossier.")
        }
        ClosingRefused::NoKind => settings::ListRefused.into(),
    }
}
