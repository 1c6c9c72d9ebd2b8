//! Taking over a dossier begun before Étrier: its steps, each known to the day, the month, the year, or not at all.
//!
//! What is not typed is unknown, never invented; a day partly known is always told as it is known.

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::dossier::{
    Approval, Contract, Direction, Disbursement, Dossier, Event, Fact, FactDate, FactId, FactKind, Facts, Noted,
    Orientation, Precision, Recorded, Stage, Submission, TakenOver, stage,
};
use domain::line::Line;
use domain::loan::{LoanDates, LoanTerms, Rate, StatedFigures};
use domain::money::Euros;
use domain::settings::{ListKey, ListRefused, Settings};
use domain::text::Text;
use domain::words::{capital, known_date, known_date_typed, long_date, spaced};
use serde::Deserialize;
use ts_rs::TS;

use app::caller::Moment;
use app::failure::{FactNames, Failure};
use app::reading;

/// What is known of a dossier begun elsewhere, as typed; a day may be a month or a year, and what is empty is unknown.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TakenOverForm {
    /// Where it comes from: « Registre papier 2024 »; needed once anything else is typed.
    pub from: String,
    /// What is not known, or has to be remembered.
    pub known: String,
    /// When the office decided to submit it.
    pub decided_on: String,
    /// The bank.
    pub lender: String,
    /// When it was sent to that bank.
    pub sent_on: String,
    /// When the bank agreed.
    pub approved_on: String,
    /// When the contract was signed.
    pub signed_on: String,
    /// The amount lent, asked for while nothing else is known.
    pub loan_amount: String,
    /// The yearly rate.
    pub annual_rate: String,
    /// The months.
    pub months: String,
    /// The day of the first instalment.
    pub first_due_on: String,
    /// When the funds were released.
    pub disbursed_on: String,
    /// When the loan was repaid in full.
    pub repaid_on: String,
}

impl TakenOverForm {
    /// Whether anything was typed.
    pub(super) fn is_used(&self) -> bool {
        let Self { from, known, decided_on, lender, sent_on, approved_on, signed_on, .. } = self;
        let Self { loan_amount, annual_rate, months, first_due_on, disbursed_on, repaid_on, .. } = self;
        let dates = [decided_on, sent_on, approved_on, signed_on, first_due_on, disbursed_on, repaid_on];
        let figures = [from, known, lender, loan_amount, annual_rate, months];
        dates.iter().chain(&figures).any(|typed| !typed.trim().is_empty())
    }
}

/// A day of the past and how exactly it is known.
pub(crate) type PastDay = (NaiveDate, Precision);

/// A fact of the past and how exactly its day is known.
pub(super) type PastFact = (Fact, Precision);

/// The day of the request of a dossier, and how exactly it is known; in full when it begins here.
pub(super) fn received_on(typed: &str, elsewhere: bool, moment: &Moment) -> Result<(NaiveDate, Precision), Failure> {
    const FIELD: &str = "received_on";
    if elsewhere {
        let day = fact_date(typed, FIELD, moment)?;
        let missing = || Failure::refused("Quand la demande a-t-elle été faite ? L’année suffit.").at(FIELD);
        return day.map(|day| (day.day_from(NaiveDate::MIN), day.precision)).ok_or_else(missing);
    }
    let partly = fact_date(typed, FIELD, moment)?.is_some_and(|day| day.precision != Precision::Day);
    if partly {
        return Err(Failure::refused("Écrivez le jour de la demande.")
            .remedy("Un mois ou une année suffit pour un dossier commencé ailleurs : dites d’où il vient.")
            .at(FIELD));
    }
    let day = reading::date(typed, FIELD, moment, Toward::Past)?.unwrap_or(moment.today);
    Ok((day, Precision::Day))
}

pub(super) fn fact_date(typed: &str, field: &str, moment: &Moment) -> Result<Option<FactDate>, Failure> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    FactDate::read(typed, moment.today).map(Some).map_err(|unread| Failure::from(unread).at(field))
}

/// The steps of a life whose days may be known partly, in their order.
const STEPS: [FactKind; 7] = [
    FactKind::RequestReceived,
    FactKind::OrientationDecided,
    FactKind::Submitted,
    FactKind::Approved,
    FactKind::ContractSigned,
    FactKind::Disbursed,
    FactKind::Noted,
];

/// The day a correction gives a fact, and how exactly it is known: as it was when its words are left; a month or a year
/// where the dossier was begun elsewhere. Nothing when nothing is typed.
pub(crate) fn corrected_day(
    dossier: &Dossier,
    before: &Recorded,
    typed: &str,
    field: &str,
    moment: &Moment,
) -> Result<Option<PastDay>, Failure> {
    let kept = before.fact.day();
    if typed.trim() == known_date_typed(kept, before.precision) {
        return Ok(Some((kept, before.precision)));
    }
    if !dossier.facts.course().taken_over {
        return Ok(reading::date(typed, field, moment, Toward::Past)?.map(|day| (day, Precision::Day)));
    }
    let earlier = STEPS.into_iter().take_while(|kind| *kind != before.fact.kind()).collect::<Vec<_>>();
    let steps = dossier.facts.standing().filter(|row| row.id != before.id && earlier.contains(&row.fact.kind()));
    let last = steps.map(|row| row.fact.day()).max().unwrap_or(NaiveDate::MIN);
    Ok(fact_date(typed, field, moment)?.map(|day| (day.day_from(last), day.precision)))
}

/// The facts a taken-over dossier starts with beside its request; none when it begins here.
pub(super) fn facts(
    form: &TakenOverForm,
    request: &PastFact,
    settings: &Settings,
    moment: &Moment,
) -> Result<Vec<PastFact>, Failure> {
    if !form.is_used() {
        return Ok(Vec::new());
    }
    let from =
        reading::needed(&form.from, "from", "D’où vient ce dossier : un registre, une collègue, un autre outil ?")?;
    let taken =
        TakenOver { on: moment.today, from, note: reading::line(&form.known, "known")?, written: Text::default() };
    let mut past =
        Past { form, settings, moment, last: request.0.day(), told: vec![(Fact::TakenOver(taken), Precision::Day)] };
    past.steps()?;
    let told = past.told;
    stand(request, &told, settings, moment)?;
    Ok(told)
}

/// What is typed, read step by step in the order of a life.
struct Past<'p> {
    form: &'p TakenOverForm,
    settings: &'p Settings,
    moment: &'p Moment,
    /// The day of the last step: a day partly known is not kept before it.
    last: NaiveDate,
    told: Vec<PastFact>,
}

impl Past<'_> {
    fn steps(&mut self) -> Result<(), Failure> {
        let form = self.form;
        if let Some((decided_on, known)) = self.day(&form.decided_on, "decided_on")? {
            let mode = self.settings.at(self.moment.today).office.decision_mode.clone();
            let orientation = Orientation::of(decided_on, mode, Direction::Submit);
            self.told.push((Fact::OrientationDecided(orientation), known));
        }
        if let Some((sent_on, known)) = self.day(&form.sent_on, "sent_on")? {
            let (lender, amount, months) = (self.lender()?, Some(self.amount()?), Some(self.months()?));
            let (product, expected_on, note) = (None, None, Line::default());
            let sent = Submission { sent_on, lender, product, amount, months, expected_on, note };
            self.told.push((Fact::Submitted(sent), known));
        }
        if let Some((on, known)) = self.day(&form.approved_on, "approved_on")? {
            if form.sent_on.trim().is_empty() {
                return Err(missing("Quand ce dossier a-t-il été envoyé à la banque ? L’année suffit.", "sent_on"));
            }
            let (lender, amount, months) = (self.lender()?, Some(self.amount()?), Some(self.months()?));
            let (annual_rate, told, note) = (Some(self.rate()?), None, Line::default());
            self.told.push((Fact::Approved(Approval { on, lender, amount, annual_rate, months, told, note }), known));
        }
        self.loan()
    }

    fn loan(&mut self) -> Result<(), Failure> {
        let form = self.form;
        let signed = self.day(&form.signed_on, "signed_on")?;
        let paid = self.day(&form.disbursed_on, "disbursed_on")?;
        let repaid = self.day(&form.repaid_on, "repaid_on")?;
        if repaid.is_some() && paid.is_none() {
            return Err(missing("Quand l’argent a-t-il été versé ? L’année suffit.", "disbursed_on"));
        }
        let Some((signed_on, known)) = signed else {
            let asked = "Quand le contrat a-t-il été signé ? L’année suffit.";
            return if paid.is_none() { Ok(()) } else { Err(missing(asked, "signed_on")) };
        };
        let amount = self.amount()?;
        let first_due_on = reading::date(&form.first_due_on, "first_due_on", self.moment, Toward::Future)?;
        let days = paid.map(|(on, _)| on).zip(first_due_on);
        let dates = days.map(|(disbursed_on, first_due_on)| LoanDates { disbursed_on, first_due_on, debit_day: None });
        let terms = LoanTerms { dates, ..LoanTerms::of(amount, self.rate()?, self.months()?) };
        domain::loan::schedule(&terms).map_err(|refused| placed(refused.into()))?;
        let contract = Contract {
            signed_on,
            lender: self.lender()?,
            terms,
            stated: StatedFigures::default(),
            bank_reference: Line::default(),
        };
        self.told.push((Fact::ContractSigned(contract), known));
        if let Some((on, known)) = paid {
            self.told.push((Fact::Disbursed(Disbursement { on, amount, means: Line::default() }), known));
        }
        if let Some((on, known)) = repaid {
            self.told.push((Fact::Noted(Noted::of(on, Event::LoanRepaid)), known));
        }
        Ok(())
    }

    fn day(&mut self, typed: &str, field: &str) -> Result<Option<(NaiveDate, Precision)>, Failure> {
        let Some(day) = fact_date(typed, field, self.moment)? else { return Ok(None) };
        let kept = day.day_from(self.last);
        self.last = self.last.max(kept);
        Ok(Some((kept, day.precision)))
    }

    /// Any bank of the settings: the one of that time may no longer lend.
    fn lender(&self) -> Result<ListKey, Failure> {
        if self.form.lender.is_empty() {
            return Err(missing("Quelle banque ?", "lender"));
        }
        let known = self.settings.lenders.keys().find(|key| key.as_str() == self.form.lender);
        known.cloned().ok_or_else(|| Failure::from(ListRefused).at("lender"))
    }

    fn amount(&self) -> Result<Euros, Failure> {
        let amount = super::record::wished(&self.form.loan_amount, "loan_amount")?;
        amount.ok_or_else(|| missing("Le montant du prêt manque.", "loan_amount"))
    }

    fn months(&self) -> Result<u32, Failure> {
        reading::whole(&self.form.months, "months")?.ok_or_else(|| missing("La durée du prêt manque.", "months"))
    }

    fn rate(&self) -> Result<Rate, Failure> {
        let rate = reading::rate(&self.form.annual_rate, "annual_rate")?;
        rate.ok_or_else(|| missing("Le taux manque : il est sur le contrat.", "annual_rate"))
    }
}

fn missing(sentence: &str, field: &str) -> Failure {
    Failure::refused(sentence).at(field)
}

/// Why the figures make no schedule, at the field of the form.
fn placed(refused: Failure) -> Failure {
    match refused.field.as_deref() {
        Some("amount") | None => refused.at("loan_amount"),
        Some(_) => refused,
    }
}

/// Judges the steps together with the request, each refusal at its field.
fn stand(request: &PastFact, told: &[PastFact], settings: &Settings, moment: &Moment) -> Result<(), Failure> {
    let row = |id, (fact, precision): &PastFact| Recorded {
        id: FactId(id),
        replaces: None,
        precision: *precision,
        retracted: false,
        fact: fact.clone(),
    };
    let mut facts = Facts::of(vec![row(1, request)])?;
    for (id, told) in (2..).zip(told) {
        let names = FactNames::of(&told.0, &facts, settings);
        let admitted = facts.admit(row(id, told), moment.today);
        facts = admitted.map_err(|refused| names.refusal(refused).at(field(&told.0)))?;
    }
    Ok(())
}

/// The field of the form that holds the day of a step.
fn field(fact: &Fact) -> &'static str {
    let fields = [
        (FactKind::OrientationDecided, "decided_on"),
        (FactKind::Submitted, "sent_on"),
        (FactKind::Approved, "approved_on"),
        (FactKind::ContractSigned, "signed_on"),
        (FactKind::Disbursed, "disbursed_on"),
        (FactKind::Noted, "repaid_on"),
    ];
    fields.iter().find(|(kind, _)| *kind == fact.kind()).map_or("from", |(_, field)| field)
}

/// Where a dossier begun elsewhere comes from and what is not known of it; nothing of one that began here.
pub(super) fn told(dossier: &Dossier) -> Option<String> {
    let taken = dossier
        .facts
        .standing()
        .find_map(|row| if let Fact::TakenOver(taken) = &row.fact { Some(taken) } else { None })?;
    let course = dossier.facts.course();
    let stage = stage(dossier);
    let steps = [
        ("la décision", course.orientations.is_empty(), Stage::WithLender),
        ("la transmission", course.presentations.is_empty(), Stage::Granted),
        ("l’accord", course.approvals().is_empty(), Stage::Signed),
    ];
    let unknown: Vec<&str> =
        steps.iter().filter(|(_, lacks, from)| *lacks && stage >= *from).map(|(step, ..)| *step).collect();
    let unknown = match unknown.as_slice() {
        [] => String::new(),
        [only] => format!(" On ignore : {only}."),
        many => format!(" On ignore : {}.", many.join(", ")),
    };
    let note = if taken.note.is_empty() {
        String::new()
    } else {
        format!(" {}.", capital(taken.note.as_str()).trim_end_matches('.'))
    };
    let written = if taken.written.is_empty() { String::new() } else { format!(" Au registre : {}.", taken.written) };
    Some(spaced(&format!("Repris le {} : {}.{unknown}{note}{written}", long_date(taken.on), taken.from)))
}

/// The day of the request, told no better than it is known.
pub fn asked_on(dossier: &Dossier) -> String {
    known_date(dossier.facts.request().received_on, dossier.facts.precision_of(dossier.facts.request_id()))
}
