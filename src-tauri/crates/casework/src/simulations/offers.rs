//! The same project in every lender's agreement in force, side by side, worded.
//!
//! The account a lender imposes is in every figure of its loan; one that may be done without stands beside them.

use domain::dossier::{Dossier, monthly_outlay};
use domain::loan::InsuranceRequirement;
use domain::money::Euros;
use domain::settings::{AccountAsked, LenderAgreement, ListEntry, ListKey, RulesAt, Settings, entry};
use domain::words::{counted, long_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::offered::{LoanOffered, OfferKind, Offered};
use super::own_rule::OwnRule;
use super::refund::Refunded;
use super::revolving::Revolved;
use super::shown_loan::{eased_text, instalment_text};
use app::failure::Failure;
use app::shapes::Money;

/// What a lender would make of the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Offer")]
pub struct OfferView {
    /// The lender.
    pub lender: String,
    /// With the months that do not repay, or without them.
    pub kind: OfferKind,
    /// Its name.
    pub name: String,
    /// `convention du 1er février 2025`.
    pub agreement: String,
    /// `3 mois d’intérêts seuls`; empty for a loan that repays from the first instalment on.
    pub eased: String,
    /// Whether it is the one kept.
    pub kept: bool,
    /// Whether it allows the loan as asked for.
    pub inside: bool,
    /// `Montant et durée permis`, or what it does not allow.
    pub limit: String,
    /// What it costs; absent while the loan is not worked out.
    pub loan: Option<OfferedLoan>,
    /// What it changes for the person.
    pub asks: OfferAsks,
}

/// A loan as a lender would make it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OfferedLoan {
    /// `70,86 €`, or `8,67 € puis 83,33 €`.
    pub instalment: String,
    /// What it costs.
    pub total_cost: Money,
    /// That cost over the dearest of all, in percent, for a bar.
    pub share: u32,
    /// That cost shared over the months.
    pub cost_per_month: String,
    /// `36 mois`.
    pub months: String,
    /// The last instalment.
    pub last: String,
    /// The yearly rate.
    pub rate: String,
    /// The TAEG; a dash when there is none.
    pub taeg: String,
    /// The file fee.
    pub fee: String,
    /// Everything paid.
    pub total_paid: String,
    /// What the office would refund; empty without a policy.
    pub refunded: String,
    /// What would be left to bear once it has; empty without a policy.
    pub final_cost: String,
    /// What is left to live on with it by the office's rule, a month; empty without a budget.
    pub reste_a_vivre: String,
    /// The same by the lender's own rule: `9,87 € par jour`; empty where it states none.
    pub own_reste_a_vivre: String,
    /// Where that stands beside the lender's threshold: `demande 10,00 € par jour : insuffisant`; empty without one.
    pub own_standing: String,
    /// Whether that threshold is reached; absent without one.
    pub own_reached: Option<bool>,
    /// `Coûte 7,17 € de moins, mais demande 13,88 € de plus par mois` beside the one kept; empty without one.
    pub beside: String,
}

/// What a lender asks and allows beyond the loan; what it does not state is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct OfferAsks {
    /// The account it asks for.
    pub account: String,
    /// The kind of that account; empty when it is not stated.
    pub account_kind: String,
    /// `2,10 € par mois, soit 75,60 € sur 36 mois, dans le coût et le TAEG`.
    pub account_cost: String,
    /// What is said of that account.
    pub account_note: String,
    /// Whether it makes insurance a condition.
    pub insurance: String,
    /// Whether it asks for a personal guarantor.
    pub guarantor: String,
    /// How many instalments may be postponed.
    pub postponed: String,
    /// `jusqu’à 3 mois`.
    pub interest_only: String,
    /// `15 jours`.
    pub answer: String,
    /// Who tells the person.
    pub told_by: String,
}

/// What every offer is told with.
struct Telling<'t> {
    dossier: &'t Dossier,
    settings: &'t Settings,
    rules: &'t RulesAt<'t>,
    /// The dearest of all, the revolving credit included.
    dearest: Euros,
    kept: Option<&'t LoanOffered>,
}

/// Words every offer.
pub(super) fn told(
    dossier: &Dossier,
    settings: &Settings,
    rules: &RulesAt<'_>,
    offered: &[Offered<'_>],
    revolved: Option<&Revolved>,
) -> Result<Vec<OfferView>, Failure> {
    let costs = offered.iter().filter_map(|one| one.loan.as_ref()).map(|loan| loan.schedule.total_cost);
    let dearest = costs.chain(revolved.map(|one| one.credit.cost)).max().unwrap_or(Euros::ZERO);
    let kept = offered.iter().find(|one| one.kept).and_then(|one| one.loan.as_ref());
    let telling = Telling { dossier, settings, rules, dearest, kept };
    offered.iter().map(|one| telling.offer(one)).collect()
}

/// What of the dearest a cost is, in percent.
pub(super) fn share(cost: Euros, dearest: Euros) -> u32 {
    cost.percent_of(dearest).and_then(|percent| u32::try_from(percent.round()).ok()).unwrap_or_default()
}

impl Telling<'_> {
    fn offer(&self, one: &Offered<'_>) -> Result<OfferView, Failure> {
        let dated = one.lender.agreement;
        let refused = one.refused();
        let inside = refused.is_empty();
        let from = dated.map_or_else(String::new, |dated| format!("convention du {}", long_date(dated.valid_from)));
        let months = one.loan.as_ref().map(|loan| loan.schedule.terms.months).or(self.dossier.simulation.months);
        let asks = one.agreement().map(|agreement| self.asks(agreement, months)).transpose()?;
        Ok(OfferView {
            lender: one.lender.key.as_str().to_owned(),
            kind: one.kind,
            name: one.lender.lender.name.to_string(),
            agreement: from,
            eased: one.loan.as_ref().map(|loan| eased_text(&loan.schedule.terms)).unwrap_or_default(),
            kept: one.kept,
            inside,
            limit: if inside { "Montant et durée permis".to_owned() } else { refused },
            loan: one.loan.as_ref().map(|loan| self.loan(one, loan)).transpose()?,
            asks: asks.unwrap_or_default(),
        })
    }

    fn loan(&self, one: &Offered<'_>, loan: &LoanOffered) -> Result<OfferedLoan, Failure> {
        let schedule = &loan.schedule;
        let own = loan.own.as_ref();
        let refund = self.rules.office.refund.as_ref().map(|policy| Refunded::of(schedule, policy)).transpose()?;
        Ok(OfferedLoan {
            instalment: instalment_text(schedule, loan.instalment),
            total_cost: schedule.total_cost.into(),
            share: share(schedule.total_cost, self.dearest),
            cost_per_month: schedule.cost_per_month().to_string(),
            months: counted(schedule.terms.months, "mois", "mois"),
            last: schedule.last().map(|line| line.total.to_string()).unwrap_or_default(),
            rate: schedule.terms.annual_rate.to_string(),
            taeg: loan.taeg.map_or_else(|| "–".to_owned(), |taeg| taeg.to_string()),
            fee: schedule.terms.fee.to_string(),
            total_paid: schedule.total_paid.to_string(),
            refunded: refund.as_ref().map(|refund| refund.sum.to_string()).unwrap_or_default(),
            final_cost: refund.as_ref().map(|refund| refund.left.to_string()).unwrap_or_default(),
            reste_a_vivre: self.reste_a_vivre(one, loan)?,
            own_reste_a_vivre: own.map(OwnRule::amount).unwrap_or_default(),
            own_standing: own.map(OwnRule::told).unwrap_or_default(),
            own_reached: own.and_then(OwnRule::is_reached),
            beside: match self.kept.filter(|_| !one.kept) {
                Some(kept) => beside(loan, kept)?,
                None => String::new(),
            },
        })
    }

    /// `279,00 € puis 254,11 €` when less is paid at first.
    fn reste_a_vivre(&self, one: &Offered<'_>, loan: &LoanOffered) -> Result<String, Failure> {
        let with = |instalment| self.dossier.after_project_with(self.settings, Some(one.lender.key), instalment);
        let Some(level) = &loan.after else { return Ok(String::new()) };
        let terms = &loan.schedule.terms;
        let first = loan.schedule.instalments.first().filter(|_| terms.deferred > 0 || terms.interest_only > 0);
        let at_first = match first {
            Some(first) => with(first.total)?,
            None => None,
        };
        Ok(match at_first {
            Some(at_first) => format!("{} puis {}", at_first.reste_a_vivre, level.reste_a_vivre),
            None => level.reste_a_vivre.to_string(),
        })
    }

    fn asks(&self, agreement: &LenderAgreement, months: Option<u32>) -> Result<OfferAsks, Failure> {
        let lists = self.rules.lists;
        let yes_or_no = |asked: Option<bool>| asked.map(|asked| if asked { "oui" } else { "non" });
        let account = agreement.account.as_ref();
        Ok(OfferAsks {
            account: label(&lists.domiciliation_kinds, agreement.domiciliation.as_ref())?,
            account_kind: agreement.domiciliation.as_ref().map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            account_cost: match account {
                Some(account) => account_cost(account, agreement.account_required().is_some(), months)?,
                None => String::new(),
            },
            account_note: account.map(|account| spaced(account.note.as_str())).unwrap_or_default(),
            insurance: agreement.insurance.map(|asked| insurance(asked).to_owned()).unwrap_or_default(),
            guarantor: yes_or_no(agreement.guarantor).unwrap_or_default().to_owned(),
            postponed: match agreement.deferrals {
                Some(0) => "aucun".to_owned(),
                Some(count) => counted(count, "échéance", "échéances"),
                None => String::new(),
            },
            interest_only: match agreement.interest_only_max {
                Some(0) => "non".to_owned(),
                Some(most) => format!("jusqu’à {}", counted(most, "mois", "mois")),
                None => String::new(),
            },
            answer: agreement.answer_days.map(|days| counted(days, "jour", "jours")).unwrap_or_default(),
            told_by: label(&lists.notification_modes, agreement.notification.as_ref())?,
        })
    }
}

fn account_cost(account: &AccountAsked, is_required: bool, months: Option<u32>) -> Result<String, Failure> {
    let monthly = (!account.monthly.is_zero()).then(|| format!("{} par mois", account.monthly));
    let once = (!account.once.is_zero()).then(|| format!("{} une fois", account.once));
    let parts: Vec<String> = monthly.into_iter().chain(once).collect();
    if parts.is_empty() {
        return Ok(Euros::ZERO.to_string());
    }
    let told = parts.join(" et ");
    let place = if is_required { "dans le coût et le TAEG" } else { "facultatif, hors du coût et du TAEG" };
    Ok(match months {
        Some(months) => {
            let total = account.cost().over(months)?;
            spaced(&format!("{told}, soit {total} sur {}, {place}", counted(months, "mois", "mois")))
        }
        None => spaced(&format!("{told}, {place}")),
    })
}

/// Whether an insurance is a condition, after « assurance ».
pub(super) fn insurance(asked: InsuranceRequirement) -> &'static str {
    match asked {
        InsuranceRequirement::Required => "exigée",
        InsuranceRequirement::Optional => "facultative",
    }
}

fn label(list: &[ListEntry], key: Option<&ListKey>) -> Result<String, Failure> {
    match key {
        Some(key) => Ok(spaced(&entry(list, key)?.label)),
        None => Ok(String::new()),
    }
}

/// What a loan costs shared over its months, half up.
pub(super) fn cost_per_month(cost: Euros, months: u32) -> Result<String, Failure> {
    Ok(cost.part(1, months)?.unwrap_or(cost).to_string())
}

/// What it costs and asks a month beside the one kept.
pub(crate) fn beside(offer: &LoanOffered, kept: &LoanOffered) -> Result<String, Failure> {
    let cost = offer.schedule.total_cost.minus(kept.schedule.total_cost)?;
    let month = monthly_outlay(&offer.schedule)?.minus(monthly_outlay(&kept.schedule)?)?;
    let costs = more_or_less(cost)?.map_or("coûte autant".to_owned(), |more| format!("coûte {more}"));
    let asks = more_or_less(month)?.map_or("demande autant".to_owned(), |more| format!("demande {more}"));
    let word = if cost.is_negative() == month.is_negative() { "et" } else { "mais" };
    Ok(spaced(&format!("{costs} {word} {asks} par mois")))
}

/// `7,17 € de moins`; nothing when it is the same.
pub(super) fn more_or_less(difference: Euros) -> Result<Option<String>, Failure> {
    if difference.is_zero() {
        return Ok(None);
    }
    if difference.is_negative() {
        return Ok(Some(format!("{} de moins", Euros::ZERO.minus(difference)?)));
    }
    Ok(Some(format!("{difference} de plus")))
}
