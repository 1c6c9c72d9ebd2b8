//! Who is owed interest, by which rule, and whether the year's envelope holds.

use chrono::Datelike;
use domain::dossier::{Dossier, DossierId, FactKind, Precision, Stage, stage};
use domain::loan::Rate;
use domain::money::Euros;
use domain::refund::{RefundLineState, refund};
use domain::settings::Settings;
use domain::words::{capital, counted, known_date, spaced};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use super::proof::obstacles_in_short;
use crate::dossiers::found;
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::settings;
use app::shapes::Money;

/// The refunds of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefundsView {
    /// The rule in force, in a sentence; what to do when there is none.
    pub rule: String,
    /// Whether the office refunds interest.
    pub refunds: bool,
    /// Who is waiting, the oldest end first.
    pub rows: Vec<RefundRow>,
    /// What is to be paid, in a sentence.
    pub sentence: String,
    /// The envelope of the year, in a sentence; empty without one.
    pub envelope: String,
    /// Whether the list passes the envelope.
    pub over: bool,
}

/// One dossier whose refund is to be decided or paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefundRow {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// Whose.
    pub name: String,
    /// How it stands: `ready`, `decided`, `waiting`, `refused`, `paid`.
    pub state: String,
    /// The same in words.
    pub state_text: String,
    /// What is refunded, or would be.
    pub amount: Money,
    /// The interest paid, or planned where the rule refunds as the loan starts.
    pub interest: Money,
    /// Whether the rule refunds as the loan starts: nothing is paid yet.
    pub at_start: bool,
    /// The day it became due: `fin du prêt, 12 janvier 2030`, `versement, 14 septembre 2026`.
    pub due_since: String,
    /// Whether it still fits in the envelope of the year.
    pub fits: bool,
}

/// Shows who is owed interest.
pub fn refunds(desk: &Desk, _: Nothing, moment: &Moment) -> Result<RefundsView, Failure> {
    desk.read(|reader| {
        let settings = settings(reader)?;
        let policy = settings.at(moment.today).office.refund.clone();
        let mut found = candidates(reader, &settings, moment)?;
        found.sort_by_key(|one| (one.due_on, one.dossier.id));
        let year = moment.today.year();
        let spent = Euros::sum(
            found.iter().filter(|one| one.paid_on.is_some_and(|on| on.year() == year)).map(|one| one.amount),
        )?;
        let envelope = policy.as_ref().and_then(|policy| policy.yearly_envelope);
        let (mut used, mut rows, mut to_pay) = (spent, Vec::new(), Euros::ZERO);
        for one in found.iter().filter(|one| one.paid_on.is_none()) {
            let owed = one.refused.is_empty();
            if owed {
                used = used.plus(one.amount)?;
                to_pay = to_pay.plus(one.amount)?;
            }
            rows.push(row(one, !owed || envelope.is_none_or(|envelope| used <= envelope)));
        }
        let over = envelope.is_some_and(|envelope| used > envelope);
        let owed = rows.iter().filter(|row| row.state != "refused").count();
        Ok(RefundsView {
            rule: match &policy {
                Some(policy) => spaced(&format!(
                    "{} %, payé par {}. {}",
                    policy.share_percent,
                    policy.payer,
                    capital(policy.resolution.as_str())
                )),
                None => "Le CCAS ne rembourse pas d’intérêts. La règle se saisit dans Réglages.".to_owned(),
            },
            refunds: policy.is_some(),
            sentence: spaced(&format!(
                "{} à rembourser, {to_pay} en tout.",
                counted(u64::try_from(owed).unwrap_or_default(), "dossier", "dossiers")
            )),
            envelope: envelope.map(|envelope| in_words(envelope, spent, used)).unwrap_or_default(),
            over,
            rows,
        })
    })
}

fn in_words(envelope: Euros, spent: Euros, used: Euros) -> String {
    let paid = format!("Enveloppe de l’année : {envelope}, dont {spent} déjà payés");
    spaced(&match envelope.minus(used) {
        Ok(left) if !left.is_negative() => format!("{paid} ; il resterait {left}."),
        Ok(_) | Err(_) => format!("{paid} : la liste la dépasse, la suite attendra l’an prochain ou une délibération."),
    })
}

/// A refund to decide or to pay.
struct Candidate {
    dossier: Dossier,
    /// The day the refund became due: the end of the loan, or its start where the rule says so.
    due_on: chrono::NaiveDate,
    /// Whether it became due as the loan started.
    at_start: bool,
    due_known: Precision,
    paid_on: Option<chrono::NaiveDate>,
    amount: Euros,
    interest: Euros,
    decided: bool,
    has_account: bool,
    refused: String,
}

fn candidates(reader: &Reader<'_>, settings: &Settings, moment: &Moment) -> Result<Vec<Candidate>, Failure> {
    let mut all = Vec::new();
    let mut ids = reader.dossiers_repaid()?;
    if settings.refunds_at_the_start() {
        ids.extend(reader.dossiers_running()?);
    }
    for id in ids {
        let dossier = found(reader, id)?;
        let course = dossier.facts.course();
        let decision = course.refund.map(|(_, decision)| decision.clone());
        let proof = refund(&dossier, settings, moment.today)?;
        // The rule is that of the contract, whatever it is today.
        let starts = decision.is_some() || proof.as_ref().is_some_and(super::view::is_at_the_start);
        let began = course.disbursement.filter(|_| starts).map(|(_, paid)| paid.on);
        let Some(due_on) = course.repaid_on.or(began) else { continue };
        let at_start = course.repaid_on.is_none();
        let due_known = dossier.facts.precision_on(due_on, &[FactKind::Noted, FactKind::Disbursed]);
        let (amount, interest, refused) = match (&decision, &proof) {
            (Some(decision), _) if decision.granted => {
                (decision.amount, decision.attested.or(decision.scheduled).unwrap_or_default(), String::new())
            }
            (Some(_), _) => continue,
            (None, Some(proof)) => (proof.amount, proof.interest, obstacles_in_short(proof)),
            (None, None) => continue,
        };
        // A dossier closed without a refund was settled otherwise.
        if decision.is_none() && stage(&dossier) == Stage::Closed {
            continue;
        }
        let has_account = dossier.facts.bank_details().is_some();
        let paid_on = dossier.facts.refund_paid_on();
        all.push(Candidate {
            due_on,
            at_start,
            due_known,
            paid_on,
            amount,
            interest,
            decided: decision.is_some(),
            has_account,
            refused,
            dossier,
        });
    }
    Ok(all)
}

fn row(one: &Candidate, fits: bool) -> RefundRow {
    let (state, text) = match (one.refused.is_empty(), one.decided, one.has_account) {
        (false, _, _) => ("refused", one.refused.clone()),
        (true, _, false) => ("waiting", "attend le RIB".to_owned()),
        (true, true, true) => ("decided", "accordé, à payer".to_owned()),
        (true, false, true) => ("ready", "à décider".to_owned()),
    };
    RefundRow {
        dossier: one.dossier.id,
        reference: one.dossier.reference.clone(),
        name: one.dossier.person.display_name(),
        state: state.to_owned(),
        state_text: text,
        amount: one.amount.into(),
        interest: one.interest.into(),
        at_start: one.at_start,
        due_since: spaced(&format!(
            "{}, {}",
            if one.at_start { "versement" } else { "fin du prêt" },
            known_date(one.due_on, one.due_known)
        )),
        fits,
    }
}

/// A line of the statement for the treasurer.
pub struct StatementRow {
    /// The dossier's reference.
    pub reference: String,
    /// Who is paid.
    pub name: String,
    /// The loan.
    pub lent: Euros,
    /// Its months.
    pub months: u32,
    /// Its rate.
    pub rate: Rate,
    /// The day it was repaid, or paid out where interest is refunded at the start.
    pub due_on: chrono::NaiveDate,
    /// How many of its instalments were late or missed.
    pub late: usize,
    /// The interest paid.
    pub interest: Euros,
    /// What is attested by the bank less what the schedule says; nothing where the bank attested nothing.
    pub apart: Option<Euros>,
    /// The share that is refunded, in percent.
    pub share: u32,
    /// The day the account was given.
    pub account_on: chrono::NaiveDate,
    /// What is refunded.
    pub amount: Euros,
    /// The day it was decided.
    pub decided_on: chrono::NaiveDate,
    /// The account, whole.
    pub iban: String,
    /// Its holder.
    pub holder: String,
}

/// What is asked of the treasurer.
pub struct Statement {
    /// The refunds granted and not paid, in the order of names; those without an account are left out.
    pub rows: Vec<StatementRow>,
    /// What was paid in the year before it.
    pub paid_before: Euros,
}

/// The refunds granted and not paid, for the treasurer.
pub fn statement(reader: &Reader<'_>, settings: &Settings, moment: &Moment) -> Result<Statement, Failure> {
    let found = candidates(reader, settings, moment)?;
    let paid = found.iter().filter(|one| one.paid_on.is_some_and(|on| on.year() == moment.today.year()));
    let paid_before = Euros::sum(paid.map(|one| one.amount))?;
    let mut rows = Vec::new();
    for one in found {
        let course = one.dossier.facts.course();
        let Some((_, decision)) = course.refund.filter(|_| one.paid_on.is_none() && one.refused.is_empty()) else {
            continue;
        };
        let (Some(details), Some((_, contract))) = (one.dossier.facts.bank_details(), course.contract) else {
            continue;
        };
        let iban = domain::contact::Iban::read(details.iban.as_str()).map(|iban| iban.to_string());
        let proof = refund(&one.dossier, settings, moment.today)?;
        let is_late = |state| matches!(state, RefundLineState::Late | RefundLineState::Missed);
        let late = proof.as_ref().map_or(0, |proof| proof.lines.iter().filter(|line| is_late(line.state)).count());
        let attested = decision.attested.zip(decision.scheduled);
        rows.push(StatementRow {
            reference: one.dossier.reference.clone(),
            name: one.dossier.person.display_name(),
            lent: contract.terms.amount,
            months: contract.terms.months,
            rate: contract.terms.annual_rate,
            due_on: one.due_on,
            late,
            interest: one.interest,
            apart: attested.map(|(attested, scheduled)| attested.minus(scheduled)).transpose()?,
            share: proof.as_ref().map_or(100, |proof| proof.policy.share_percent),
            account_on: details.on,
            amount: one.amount,
            decided_on: decision.on,
            iban: iban.unwrap_or_default(),
            holder: details.holder.to_string(),
        });
    }
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Statement { rows, paid_before })
}
