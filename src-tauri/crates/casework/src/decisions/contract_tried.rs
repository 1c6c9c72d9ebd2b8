//! The contract beside what was granted and simulated, before it is noted: what differs, and whether that is explained.

use chrono::NaiveDate;
use domain::dossier::{Contract, DossierId, WithdrawalPeriod};
use domain::loan::{RepaymentSchedule, explained, schedule, taeg};
use domain::money::Euros;
use domain::settings::Settings;
use domain::words::{counted, long_date, month_day, numeric_date, percent, screen_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::contract::{ContractForm, stated_differences};
use super::read::FormReading;
use crate::dossiers::found;
use crate::explained::ExplainedView;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

/// A contract as it is being typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContractAsked {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed; what is left empty is what was granted.
    pub form: ContractForm,
}

/// A contract beside what was granted; nothing is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ContractTried {
    /// Its figures, in the order of the paper.
    pub rows: Vec<ContractRow>,
    /// Where each difference that has a reason comes from.
    pub explained: Vec<ExplainedView>,
    /// What to ask the bank, where nothing explains a difference.
    pub questions: Vec<String>,
    /// What follows the signature.
    pub following: Vec<LoanDate>,
}

/// One figure of the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ContractRow {
    /// The field that corrects it; empty of one that follows from the others.
    pub field: String,
    /// What it is.
    pub label: String,
    /// As it was granted or simulated.
    pub simulated: String,
    /// The same, as it is typed.
    pub typed: String,
    /// By the contract.
    pub stated: String,
    /// What differs, in words; empty when both agree.
    pub difference: String,
}

/// A day of the loan and what comes then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoanDate {
    /// `7 janv. 2027`.
    pub day: String,
    /// What comes that day.
    pub what: String,
    /// What else is good to know; may be empty.
    pub detail: String,
    /// Whether it is what is waited for now.
    pub current: bool,
}

impl LoanDate {
    fn of(on: NaiveDate, today: NaiveDate, what: &str, detail: &str) -> Self {
        Self { day: screen_date(on, today), what: spaced(what), detail: spaced(detail), current: false }
    }
}

/// Shows a contract being typed beside what was granted and simulated; nothing is kept.
pub fn try_contract(desk: &Desk, input: ContractAsked, moment: &Moment) -> Result<ContractTried, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let reading = FormReading { dossier: &dossier, settings: &settings, moment, corrects: None };
    let form = input.form;
    let same =
        ContractForm { signed_on: form.signed_on.clone(), lender: form.lender.clone(), ..ContractForm::default() };
    let (granted, contract) = (reading.contract(&same)?, reading.contract(&form)?);
    let (before, after) = (schedule(&granted.terms)?, schedule(&contract.terms)?);
    let told = stated_differences(&contract);
    let mut reasons: Vec<ExplainedView> = told.iter().filter_map(|one| one.explained.clone()).collect();
    if after.first().map(|line| line.interest) != before.first().map(|line| line.interest) {
        reasons.insert(0, explained::first_interest(&after).into());
    }
    Ok(ContractTried {
        rows: rows(&before, &after),
        explained: reasons,
        questions: told.into_iter().map(|one| one.question).filter(|question| !question.is_empty()).collect(),
        following: following(&contract, &settings, moment.today),
    })
}

/// What follows a signature: the last day to withdraw, the money, the first instalment.
pub(crate) fn following(contract: &Contract, settings: &Settings, today: NaiveDate) -> Vec<LoanDate> {
    let mut all = Vec::new();
    if let Some(period) = WithdrawalPeriod::of(contract.signed_on, &settings.at(contract.signed_on)) {
        let days = counted(period.days().count(), "jour", "jours");
        let detail = format!("L’argent peut venir dès le {}.", long_date(period.payable_from));
        all.push((period.ends_on, format!("Fin des {days} pour renoncer."), detail));
    }
    if let (Some(dates), Ok(schedule)) = (contract.terms.dates, schedule(&contract.terms)) {
        all.push((dates.disbursed_on, "Argent versé, à confirmer.".to_owned(), String::new()));
        let first = schedule.first().map(|line| line.total.to_string()).unwrap_or_default();
        all.push((dates.first_due_on, format!("Première échéance, {first}."), String::new()));
    }
    all.sort_by_key(|(on, ..)| *on);
    let now = all.iter().position(|(on, ..)| *on >= today);
    let line = |(place, (on, what, detail)): (usize, (NaiveDate, String, String))| LoanDate {
        current: now == Some(place),
        ..LoanDate::of(on, today, &what, &detail)
    };
    all.into_iter().enumerate().map(line).collect()
}

/// A figure of a loan: as it is read, as it is typed, as it is compared.
#[derive(Default)]
struct Figure {
    text: String,
    typed: String,
    amount: Option<Euros>,
    day: Option<NaiveDate>,
}

impl Figure {
    fn of_amount(amount: Option<Euros>) -> Self {
        let Some(sum) = amount else { return Self::default() };
        Self { text: sum.to_string(), typed: sum.bare(), amount, day: None }
    }

    fn of_day(day: Option<NaiveDate>) -> Self {
        let Some(on) = day else { return Self::default() };
        Self { text: long_date(on), typed: numeric_date(on), amount: None, day }
    }

    fn of_text(text: String, typed: String) -> Self {
        Self { text, typed, ..Self::default() }
    }

    /// How far it is from what it is compared with: `0,53 € de moins`, `2 jours plus tard`; empty when both agree.
    fn from(&self, before: &Self) -> String {
        if self.text == before.text {
            return String::new();
        }
        if let (Some(now), Some(then)) = (self.amount, before.amount) {
            let (gap, way) = if now < then { (then.minus(now), "de moins") } else { (now.minus(then), "de plus") };
            return gap.map(|gap| spaced(&format!("{gap} {way}"))).unwrap_or_default();
        }
        if let (Some(now), Some(then)) = (self.day, before.day) {
            let days = now.signed_duration_since(then).num_days();
            let way = if days < 0 { "plus tôt" } else { "plus tard" };
            return spaced(&format!("{} {way}", counted(days.unsigned_abs(), "jour", "jours")));
        }
        "différent".to_owned()
    }
}

/// The field that corrects a figure, its name, what it is of a schedule.
type Compared = (&'static str, String, fn(&RepaymentSchedule) -> Figure);

fn rows(before: &RepaymentSchedule, after: &RepaymentSchedule) -> Vec<ContractRow> {
    let last = after.last().and_then(|line| line.due).map(long_date).unwrap_or_default();
    let compared: [Compared; 10] = [
        ("amount", "Montant prêté".to_owned(), |loan| Figure::of_amount(Some(loan.terms.amount))),
        ("disbursed_on", "Argent versé le".to_owned(), |loan| {
            Figure::of_day(loan.terms.dates.map(|dates| dates.disbursed_on))
        }),
        ("months", "Échéances".to_owned(), |loan| {
            let day = loan.terms.dates.map(|dates| format!(", le {} du mois", month_day(dates.monthly_day())));
            Figure::of_text(format!("{}{}", loan.months(), day.unwrap_or_default()), loan.months().to_string())
        }),
        ("first_due_on", "Première échéance le".to_owned(), |loan| {
            Figure::of_day(loan.terms.dates.map(|dates| dates.first_due_on))
        }),
        ("first_instalment", "Première échéance".to_owned(), |loan| {
            Figure::of_amount(loan.first().map(|line| line.total))
        }),
        ("instalment", "Les suivantes".to_owned(), |loan| Figure::of_amount(Some(loan.instalment()))),
        ("last_instalment", format!("Dernière, {last}"), |loan| Figure::of_amount(loan.last().map(|line| line.total))),
        ("annual_rate", "Taux fixe".to_owned(), |loan| {
            Figure::of_text(loan.terms.annual_rate.to_string(), loan.terms.annual_rate.bare())
        }),
        ("taeg", "TAEG".to_owned(), |loan| {
            let found = taeg(loan).ok().map(|found| percent(found.rounded())).unwrap_or_default();
            Figure::of_text(found.clone(), found)
        }),
        ("", "Coût total".to_owned(), |loan| Figure::of_amount(Some(loan.total_cost))),
    ];
    let row = |(field, label, of): Compared| {
        let (simulated, stated) = (of(before), of(after));
        ContractRow {
            field: field.to_owned(),
            label: spaced(&label),
            difference: stated.from(&simulated),
            simulated: simulated.text,
            typed: simulated.typed,
            stated: stated.text,
        }
    };
    compared.into_iter().map(row).collect()
}
