//! What was decided, sent, answered, signed and paid, as rows.

use chrono::NaiveDate;
use domain::dossier::{
    Answer, Contract, Disbursement, Fact, FactId, FactKind, Facts, Interview, Orientation, Outcome, Precision,
    Presentation,
};
use domain::settings::{ListEntry, ListKey, Settings, entry};
use domain::words::{self, Labelled, counted, known_date, long_date, on_known_date};
use serde::Serialize;
use ts_rs::TS;

use super::answers::{AnswerState, said, state, warning};
use super::contract::{StatedDifferenceView, partly_paid, stated_differences};
use super::forms::DecisionForm;
use super::withdrawal::{WithdrawalView, shown_period};
use crate::facts::lender_name;
use app::caller::Moment;
use app::failure::Failure;
use app::shapes::{Choice, Day, Money};

/// The kinds of facts that may close a dossier.
pub(crate) const CLOSING: [FactKind; 5] =
    [FactKind::Screened, FactKind::OrientationDecided, FactKind::Withdrawn, FactKind::Dropped, FactKind::Closed];

/// An interview or a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InterviewRow {
    /// Its fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// Its day.
    pub on: Day,
    /// Its kind.
    pub kind: String,
    /// How long: `1 h 30`; empty when not known.
    pub length: String,
    /// What was said and done.
    pub note: String,
    /// The form that corrects it.
    pub form: DecisionForm,
}

/// A decision of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OrientationRow {
    /// Its fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// Its day.
    pub on: Day,
    /// Who decided.
    pub mode: String,
    /// Where to.
    pub direction: Choice,
    /// The solutions proposed, then whom the person was directed to by name.
    pub solutions: Vec<String>,
    /// Why.
    pub reason: String,
    /// On what condition; empty without one.
    pub conditions: String,
    /// The form that corrects it.
    pub form: DecisionForm,
}

/// One sending to one lender, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PresentationRow {
    /// Its fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// Its place: 1 for the first.
    pub number: u32,
    /// The lender.
    pub lender: String,
    /// What it promised: `promet 15 jours`.
    pub promise: String,
    /// `2 400,00 € sur 36 mois`.
    pub asked: String,
    /// The day it was sent.
    pub sent_on: Day,
    /// What the lender said.
    pub state: AnswerState,
    /// The same in words.
    pub answer: String,
    /// Its day, and who told the person.
    pub answered: String,
    /// The days it took, or has taken: `14 sur 15`.
    pub days: String,
    /// Whether the promise is passed.
    pub late: bool,
    /// Why it refused.
    pub reasons: Vec<String>,
    /// What is to be noticed of a refusal.
    pub warning: Option<String>,
    /// What was said.
    pub note: String,
    /// The form that corrects the sending.
    pub form: DecisionForm,
    /// The fact of the answer.
    #[ts(type = "number | null")]
    pub answer_fact: Option<FactId>,
    /// The form that corrects it.
    pub answer_form: Option<DecisionForm>,
}

/// The contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SignedContract")]
pub struct ContractView {
    /// Its fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// `Signé le 27 novembre 2026 avec la Banque du Val.`
    pub sentence: String,
    /// `2 400,00 € sur 36 mois, à 4,00 %`
    pub terms: String,
    /// What the contract states otherwise than Étrier works out; empty when all agree.
    pub differences: Vec<StatedDifferenceView>,
    /// The withdrawal period; absent when no law states it.
    pub withdrawal: Option<WithdrawalView>,
    /// The form that corrects it.
    pub form: DecisionForm,
}

/// The release of the funds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReleasedFunds")]
pub struct DisbursementView {
    /// Its fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// Its day.
    pub on: Day,
    /// `2 400,00 €, le 5 décembre 2026, chèque de banque à l’ordre du garage.`
    pub sentence: String,
    /// How much.
    pub amount: Money,
    /// The form that corrects it.
    pub form: DecisionForm,
}

/// How the dossier was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ClosedDossier")]
pub struct ClosedView {
    /// `Réorienté le 3 décembre 2026.`
    pub sentence: String,
    /// Why the person stopped.
    pub reason: String,
    /// The fact that closed it, when the person stopped.
    #[ts(type = "number | null")]
    pub fact: Option<FactId>,
    /// The form that corrects it.
    pub form: Option<DecisionForm>,
}

/// The rows of a dossier are read by its settings, on a day.
pub(super) struct Rows<'r> {
    pub(super) facts: &'r Facts,
    pub(super) settings: &'r Settings,
    pub(super) moment: &'r Moment,
}

impl Rows<'_> {
    pub(super) fn interview(&self, (fact, held): (FactId, &Interview)) -> Result<InterviewRow, Failure> {
        Ok(InterviewRow {
            fact,
            on: self.near(fact, held.held_on),
            kind: self.label(&self.settings.lists.interview_kinds, &held.kind)?,
            length: held.minutes.map(words::duration).unwrap_or_default(),
            note: words::spaced(held.note.as_str()),
            form: self.form(fact)?,
        })
    }

    pub(super) fn orientation(&self, (fact, decided): (FactId, &Orientation)) -> Result<OrientationRow, Failure> {
        let lists = &self.settings.lists;
        let solutions = decided.solutions.iter().map(|key| self.label(&lists.redirections, key));
        let named = Some(words::spaced(decided.where_to.as_str())).filter(|named| !named.is_empty());
        Ok(OrientationRow {
            fact,
            on: self.near(fact, decided.decided_on),
            mode: self.label(&lists.decision_modes, &decided.mode)?,
            direction: Choice::of(decided.direction),
            solutions: solutions.chain(named.map(Ok)).collect::<Result<_, Failure>>()?,
            reason: words::spaced(decided.reason.as_str()),
            conditions: words::spaced(&decided.condition_stated()),
            form: self.form(fact)?,
        })
    }

    pub(super) fn presentation(&self, number: u32, sent: &Presentation<'_>) -> Result<PresentationRow, Failure> {
        let (asked, answer) = (sent.submission, self.answer_fact(sent));
        // Between a year and a day nobody counts.
        let partly = answer.into_iter().chain([sent.id]).any(|fact| self.known(fact) != Precision::Day);
        let promised = asked.expected_on.map(|day| days_between(asked.sent_on, day));
        let until = sent.decided_on().or(sent.given_up_on).unwrap_or(self.moment.today);
        let taken = days_between(asked.sent_on, until);
        let late = !partly && sent.given_up_on.is_none() && asked.expected_on.is_some_and(|expected| until > expected);
        let (state, word) = state(sent);
        let days = match promised {
            _ if partly => String::new(),
            None => taken.to_string(),
            Some(promised) => format!("{taken} sur {promised}"),
        };
        let in_days = |count: i64| counted(u64::try_from(count).unwrap_or_default(), "jour", "jours");
        Ok(PresentationRow {
            fact: sent.id,
            number,
            lender: lender_name(&asked.lender, self.settings),
            promise: promised
                .map_or_else(|| "délai non convenu".to_owned(), |promised| format!("promet {}", in_days(promised))),
            asked: asked.amount.map_or_else(
                || "montant non connu".to_owned(),
                |amount| words::spaced(&words::over_months(amount, asked.months)),
            ),
            sent_on: self.near(sent.id, asked.sent_on),
            state,
            answer: word.to_owned(),
            answered: self.answered(sent)?,
            days,
            late,
            reasons: self.reasons(sent)?,
            warning: warning(sent),
            note: words::spaced(&self.noted(sent)),
            form: self.form(sent.id)?,
            answer_fact: answer,
            answer_form: answer.map(|fact| self.form(fact)).transpose()?,
        })
    }

    pub(super) fn contract(&self, (fact, contract): (FactId, &Contract)) -> Result<ContractView, Failure> {
        let terms = &contract.terms;
        let lender = lender_name(&contract.lender, self.settings);
        let rules = self.settings.at(contract.signed_on);
        Ok(ContractView {
            fact,
            sentence: format!(
                "Signé {} avec {}.",
                on_known_date(contract.signed_on, self.known(fact)),
                words::the(&lender)
            ),
            terms: words::spaced(&format!(
                "{} sur {}, à {}",
                terms.amount,
                counted(terms.months, "mois", "mois"),
                terms.annual_rate
            )),
            differences: stated_differences(contract),
            withdrawal: contract
                .withdrawal(&rules)
                // No period is counted from a month or a year.
                .filter(|_| self.known(fact) == Precision::Day)
                .map(|period| shown_period(&period, self.settings, self.moment.today)),
            form: self.form(fact)?,
        })
    }

    pub(super) fn disbursement(&self, (fact, paid): (FactId, &Disbursement)) -> Result<DisbursementView, Failure> {
        let how = if paid.means.is_empty() { String::new() } else { format!(", {}", paid.means) };
        Ok(DisbursementView {
            fact,
            on: self.full(fact, paid.on),
            sentence: words::spaced(&format!("{}, {}{how}.", paid.amount, on_known_date(paid.on, self.known(fact)))),
            amount: paid.amount.into(),
            form: self.form(fact)?,
        })
    }

    pub(super) fn closed(&self, (on, outcome): (NaiveDate, Outcome)) -> ClosedView {
        let stop = self.facts.standing().filter(|row| row.fact.day() == on).find_map(|row| {
            if let Fact::Withdrawn(stop) | Fact::Dropped(stop) = &row.fact { Some((row, stop)) } else { None }
        });
        ClosedView {
            sentence: words::spaced(&format!(
                "{}, {}.",
                outcome.label(),
                on_known_date(on, self.facts.precision_on(on, &CLOSING))
            )),
            reason: stop.map(|(_, stop)| words::spaced(stop.reason.as_str())).unwrap_or_default(),
            fact: stop.map(|(row, _)| row.id),
            form: stop.and_then(|(row, _)| DecisionForm::of_known(row)),
        }
    }

    fn known(&self, fact: FactId) -> Precision {
        self.facts.precision_of(fact)
    }

    /// The day of a fact as lists write it, told no better than it is known.
    fn near(&self, fact: FactId, on: NaiveDate) -> Day {
        if self.known(fact) == Precision::Day { Day::near(on, self.moment.today) } else { self.full(fact, on) }
    }

    fn full(&self, fact: FactId, on: NaiveDate) -> Day {
        Day { text: known_date(on, self.known(fact)), ..Day::full(on) }
    }

    fn answered(&self, sent: &Presentation<'_>) -> Result<String, Failure> {
        let (on, told) = match sent.answer {
            Answer::Awaited => {
                let expected = sent.submission.expected_on.filter(|_| sent.is_open());
                return Ok(expected.map(|day| format!("attendue le {}", long_date(day))).unwrap_or_default());
            }
            Answer::InPrinciple(agreement) => (agreement.on, agreement.told.as_ref()),
            Answer::Approved(approval) => (approval.on, approval.told.as_ref()),
            Answer::Refused(refusal) => (refusal.on, refusal.told.as_ref()),
        };
        let day = self.answer_fact(sent).map_or_else(String::new, |fact| self.near(fact, on).text);
        Ok(match told {
            Some(key) => {
                format!("{day}, {}", words::lowered(&self.label(&self.settings.lists.notification_modes, key)?))
            }
            None => day,
        })
    }

    /// Why it refused, with what was told later.
    fn reasons(&self, sent: &Presentation<'_>) -> Result<Vec<String>, Failure> {
        sent.reasons().into_iter().map(|key| self.label(&self.settings.lists.refusal_reasons, key)).collect()
    }

    /// What was said of the last answer, then of the reasons given later.
    fn noted(&self, sent: &Presentation<'_>) -> String {
        let later = sent.explained.map(|explained| {
            let day = words::screen_date(explained.on, self.moment.today);
            let note = explained.note.as_str();
            if note.is_empty() { format!("motif donné {day}") } else { format!("motif donné {day} : {note}") }
        });
        let said = Some(said(sent).to_owned()).filter(|said| !said.is_empty());
        said.into_iter().chain(later).collect::<Vec<_>>().join(" ; ")
    }

    /// The fact of the last answer to a sending.
    fn answer_fact(&self, sent: &Presentation<'_>) -> Option<FactId> {
        let is = |fact: &Fact| match (sent.answer, fact) {
            (Answer::InPrinciple(answer), Fact::AgreedInPrinciple(fact)) => std::ptr::eq(answer, fact),
            (Answer::Approved(answer), Fact::Approved(fact)) => std::ptr::eq(answer, fact),
            (Answer::Refused(answer), Fact::Refused(fact)) => std::ptr::eq(answer, fact),
            (Answer::Awaited | Answer::InPrinciple(_) | Answer::Approved(_) | Answer::Refused(_), _) => false,
        };
        self.facts.standing().find(|row| is(&row.fact)).map(|row| row.id)
    }

    fn form(&self, id: FactId) -> Result<DecisionForm, Failure> {
        let row = self.facts.standing().find(|row| row.id == id);
        let mut form = row.and_then(DecisionForm::of_known).ok_or_else(|| Failure::broken("fait"))?;
        // The contract of a loan begun elsewhere says when it was paid no better than it is known.
        if let (DecisionForm::Contract(contract), Some((kept, typed))) = (&mut form, partly_paid(self.facts))
            && contract.disbursed_on == words::numeric_date(kept)
        {
            contract.disbursed_on = typed;
        }
        Ok(form)
    }

    fn label(&self, list: &[ListEntry], key: &ListKey) -> Result<String, Failure> {
        Ok(words::spaced(&entry(list, key)?.label))
    }
}

pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days().max(0)
}
