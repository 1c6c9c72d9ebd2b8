//! The simulator without a dossier, and that of the command line.

use domain::dossier::TermsOrigin;
use domain::loan::{RepaymentSchedule, schedule, taeg as taeg_of};
use domain::money::Euros;
use domain::settings::{Legal, Settings};
use serde::Serialize;
use ts_rs::TS;

use super::revolving::{Compared, RevolvingView, revolved};
use super::shown_loan::{LoanShown, ShownBy};
use super::taeg::plain;
use super::typed_loan::{LoanTyped, typed_terms};
use super::view::{WarningView, warning};
use app::caller::Moment;
use app::delivered::delivered;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

/// A loan worked out: as programs read it, then in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Simulated {
    /// Every instalment.
    pub instalments: Vec<PlainInstalment>,
    /// All the interest, with a point: `84.39`.
    pub total_interest: String,
    /// What the loan costs, with a point.
    pub total_cost: String,
    /// The TAEG, with a point and two decimals.
    pub taeg: String,
    /// The same in words.
    pub loan: LoanShown,
    /// The same sum on a revolving credit; absent while no TAEG is set or typed.
    pub revolving: Option<RevolvingView>,
    /// The warning of the law on the day.
    pub warning: Option<WarningView>,
}

/// One instalment, amounts with a point and two decimals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[expect(missing_docs, reason = "each field is the field of domain::loan::Instalment")]
pub struct PlainInstalment {
    pub number: u32,
    /// ISO; absent without dates.
    pub due: Option<String>,
    pub principal: String,
    pub interest: String,
    pub insurance: String,
    pub total: String,
    pub outstanding: String,
}

/// A loan that belongs to no dossier, read and worked out.
pub(super) struct Read {
    /// The office's settings, once it is open.
    pub(super) settings: Option<Settings>,
    /// The schedule.
    pub(super) schedule: RepaymentSchedule,
}

impl Read {
    /// Reads a loan and works it out; the office is read only once it is open.
    pub(crate) fn of(desk: &Desk, input: &LoanTyped, moment: &Moment) -> Result<Self, Failure> {
        let settings = if desk.is_open() || !input.lender.is_empty() { Some(desk.read(settings)?) } else { None };
        let rules = settings.as_ref().map(|settings| settings.at(moment.today));
        let terms = typed_terms(input, rules.as_ref(), moment)?;
        let schedule = schedule(&terms).map_err(as_typed)?;
        Ok(Self { settings, schedule })
    }

    /// The values of the law: the office's, else those delivered.
    pub(super) fn legal(&self) -> Result<&Legal, Failure> {
        match &self.settings {
            Some(settings) => Ok(&settings.legal),
            None => Ok(&delivered()?.legal),
        }
    }
}

/// Works out a loan that belongs to no dossier.
pub fn simulate(desk: &Desk, input: LoanTyped, moment: &Moment) -> Result<Simulated, Failure> {
    let read = Read::of(desk, &input, moment)?;
    let schedule = &read.schedule;
    let taeg = taeg_of(schedule).map_err(|refused| Failure::from(refused).at("amount"))?;
    let compared = Compared { amount: schedule.terms.amount, months: schedule.months() };
    let settings = read.settings.as_ref();
    let revolved = revolved(compared, Some(&input.revolving_taeg), settings, moment.today)?;
    let legal = read.legal()?;
    let policy = settings.and_then(|settings| settings.office.at(moment.today).value.refund.as_ref());
    Ok(Simulated {
        instalments: instalments(schedule),
        total_interest: pointed(schedule.total_interest),
        total_cost: pointed(schedule.total_cost),
        taeg: plain(taeg),
        loan: LoanShown::of(schedule, &ShownBy { legal, policy, on: moment.today })?,
        revolving: revolved.map(|one| one.told(one.credit.cost.max(schedule.total_cost), String::new())),
        warning: warning(legal, moment.today, TermsOrigin::Simulated),
    })
}

/// The refusal at the field of this form.
fn as_typed(refused: domain::loan::TermsRefused) -> Failure {
    let failure = Failure::from(refused);
    match failure.field.as_deref() {
        Some("first_due_on") => failure.at("first_due"),
        Some("insurance") => failure.at("insurance_monthly"),
        Some("rate") => failure.at("annual_rate"),
        None => failure.at("amount"),
        Some(_) => failure,
    }
}

fn instalments(schedule: &RepaymentSchedule) -> Vec<PlainInstalment> {
    let lines = schedule.instalments.iter();
    lines
        .map(|line| PlainInstalment {
            number: line.number,
            due: line.due.map(|due| due.to_string()),
            principal: pointed(line.principal),
            interest: pointed(line.interest),
            insurance: pointed(line.insurance),
            total: pointed(line.total),
            outstanding: pointed(line.outstanding),
        })
        .collect()
}

/// An amount as programs read it: `1919.82`.
fn pointed(amount: Euros) -> String {
    rust_decimal::Decimal::new(amount.cents(), 2).to_string()
}
