//! Where the figures of a loan come from: a dossier's, an offer's, or those of the simulator.

use domain::dossier::{Dossier, TermsOrigin};
use domain::explained::Explained;
use domain::loan::{RepaymentSchedule, explained as of_loan, refundable, schedule, taeg_working, usury};
use domain::settings::{Dated, Legal, ListKey, LoanFrame, RefundPolicy, Settings};
use serde::Deserialize;
use ts_rs::TS;

use super::offered::{OfferKind, as_offered};
use super::revolving::{Compared, Revolved, revolved};
use super::simulate::Read;
use super::typed_loan::LoanTyped;
use crate::explained::{ExplainedView, Figure, FigureAsked};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

domain::vocabulary! {
    /// A figure of a loan.
    #[derive(TS)]
    pub enum LoanFigure {
        Instalment => "instalment";
        LastInstalment => "last_instalment";
        FirstInterest => "first_interest";
        Interest => "interest";
        TotalCost => "total_cost";
        CostPerMonth => "cost_per_month";
        Taeg => "taeg";
        Usury => "usury";
        Revolving => "revolving";
        Refund => "refund";
    }
}

/// Which figure of which loan outside any dossier.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoanFigureAsked {
    /// The loan as typed.
    pub loan: LoanTyped,
    /// The figure.
    pub figure: Figure,
}

/// What a figure of a loan is explained with.
struct Told<'t> {
    schedule: RepaymentSchedule,
    legal: &'t Legal,
    refund: Option<Dated<RefundPolicy>>,
    revolved: Option<Revolved>,
    on: chrono::NaiveDate,
}

/// A figure of the loan of a dossier, or of a lender's offer; nothing while it is not worked out.
pub(crate) fn explained(
    dossier: &Dossier,
    settings: &Settings,
    figure: LoanFigure,
    asked: &FigureAsked,
    moment: &Moment,
) -> Result<Option<Explained>, Failure> {
    match told(dossier, settings, asked.lender.as_deref(), asked.revolving_taeg.as_deref(), moment)? {
        Some(told) => told.figure(figure),
        None => Ok(None),
    }
}

/// Every figure of the loan of a dossier that is worked out, in the order of the paper.
pub fn all_explained(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<Vec<Explained>, Failure> {
    let Some(told) = told(dossier, settings, None, None, moment)? else { return Ok(Vec::new()) };
    LoanFigure::ALL.into_iter().filter_map(|figure| told.figure(figure).transpose()).collect()
}

fn told<'t>(
    dossier: &Dossier,
    settings: &'t Settings,
    lender: Option<&str>,
    revolving_taeg: Option<&str>,
    moment: &Moment,
) -> Result<Option<Told<'t>>, Failure> {
    let day = dossier.loan_day(moment.today);
    let Some(schedule) = loan_of(dossier, lender, settings, moment)? else { return Ok(None) };
    let compared = Compared { amount: schedule.terms.amount, months: schedule.months() };
    Ok(Some(Told {
        revolved: revolved(compared, revolving_taeg, Some(settings), day)?,
        refund: refund(settings, day),
        legal: &settings.legal,
        on: day,
        schedule,
    }))
}

/// Explains a figure of a loan that belongs to no dossier. Errors: those of `simulate`, or a figure no loan has.
pub fn explain_loan(desk: &Desk, input: LoanFigureAsked, moment: &Moment) -> Result<ExplainedView, Failure> {
    let read = Read::of(desk, &input.loan, moment)?;
    let compared = Compared { amount: read.schedule.terms.amount, months: read.schedule.months() };
    let settings = read.settings.as_ref();
    let told = Told {
        revolved: revolved(compared, Some(&input.loan.revolving_taeg), settings, moment.today)?,
        refund: settings.and_then(|settings| refund(settings, moment.today)),
        legal: read.legal()?,
        on: moment.today,
        schedule: read.schedule.clone(),
    };
    let found = match input.figure {
        Figure::Loan(figure) => told.figure(figure)?,
        Figure::Budget(_) | Figure::Assessment(_) => None,
    };
    found.map(ExplainedView::from).ok_or_else(|| {
        Failure::refused("Ce chiffre ne se calcule pas pour ce prêt.")
            .remedy("Complétez le prêt, ou demandez-le dans un dossier.")
            .at("figure")
    })
}

/// The loan of a dossier, or what a lender would make of it while it is only simulated.
pub(crate) fn loan_of(
    dossier: &Dossier,
    lender: Option<&str>,
    settings: &Settings,
    moment: &Moment,
) -> Result<Option<RepaymentSchedule>, Failure> {
    let rules = settings.at(dossier.loan_day(moment.today));
    let simulated = dossier.terms_origin() == TermsOrigin::Simulated;
    let Some(key) = lender.filter(|_| simulated).map(ListKey::new) else {
        return Ok(dossier.loan_terms(&rules).ok().and_then(|terms| schedule(&terms).ok()));
    };
    let asked = as_offered(dossier, &key, OfferKind::AsAsked, &rules);
    let terms = asked.terms(dossier.left_to_lend()?, &LoanFrame::of(&asked, &rules));
    Ok(terms.ok().and_then(|terms| schedule(&terms).ok()))
}

/// The refund policy in force on a day, with the rules of the office it stands in.
fn refund(settings: &Settings, day: chrono::NaiveDate) -> Option<Dated<RefundPolicy>> {
    let rules = settings.office.at(day);
    let value = rules.value.refund.clone()?;
    Some(Dated { valid_from: rules.valid_from, source: rules.source.clone(), value })
}

impl Told<'_> {
    fn figure(&self, figure: LoanFigure) -> Result<Option<Explained>, Failure> {
        let schedule = &self.schedule;
        Ok(match figure {
            LoanFigure::Instalment => Some(of_loan::instalment(schedule)),
            LoanFigure::LastInstalment => Some(of_loan::last_instalment(schedule)),
            LoanFigure::FirstInterest => Some(of_loan::first_interest(schedule)),
            LoanFigure::Interest => Some(of_loan::total_interest(schedule)),
            LoanFigure::TotalCost => Some(of_loan::total_cost(schedule)),
            LoanFigure::CostPerMonth => Some(of_loan::cost_per_month(schedule)),
            LoanFigure::Taeg => taeg_working(schedule).ok().map(|working| of_loan::taeg(schedule, &working)),
            LoanFigure::Usury => taeg_working(schedule).ok().map(|working| {
                let found = usury(working.taeg, schedule.terms.amount, self.legal, self.on);
                of_loan::usury(working.taeg, &found)
            }),
            LoanFigure::Revolving => self
                .revolved
                .as_ref()
                .map(|revolved| of_loan::revolving_credit(schedule, revolved.taeg, &revolved.credit)),
            LoanFigure::Refund => match &self.refund {
                Some(policy) => Some(of_loan::refund(schedule, policy, refundable(schedule, &policy.value)?)),
                None => None,
            },
        })
    }
}
