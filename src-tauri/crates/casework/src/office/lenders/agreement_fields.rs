//! What an agreement says, read from its fields.

use domain::calendar::Toward;
use domain::loan::Rate;
use domain::money::Euros;
use domain::settings::{AccountAsked, LenderAgreement, ListKey, Lists, LoanLimits, Settings};
use domain::words::{self, Word};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agreement_rates::{RateLineFields, rate_fields, read_rates};
use super::file_order::{part_fields, read_attachment, read_first_documents, read_parts};
use super::own_questions::{OwnQuestionFields, question_fields, read_documents, read_questions};
use crate::office::budget_rule::{self, BudgetRuleFields};
use crate::office::limits::{LimitFields, limit_fields, number, read_limits};
use crate::office::products::{keys, read_categories};
use app::caller::Moment;
use app::failure::{Failure, Refusals};
use app::reading;

/// What an agreement says, as a form holds it; what is empty is not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementFields {
    /// Its last day.
    pub ends_on: String,
    /// Whether the committee of the fund accredited the lender: `yes`, `no` or nothing.
    pub accredited: String,
    /// Products it covers.
    pub products: Vec<String>,
    /// Categories of purposes it finances.
    pub purposes: Vec<String>,
    /// Amounts and months.
    pub limits: LimitFields,
    /// The yearly rate of its loans, but those a line speaks of.
    pub rate: String,
    /// Rates of their own for some loans, the first that a loan meets first.
    #[serde(default)]
    pub rate_lines: Vec<RateLineFields>,
    /// Months of interest only it allows at the start; 0 is none.
    pub interest_only_max: String,
    /// Later months of interest only it allows; 0 is none.
    pub interest_only_later_max: String,
    /// Months in which nothing is paid it allows at the start; 0 is none.
    pub deferred_max: String,
    /// What interest it counts in a first period that is not a month.
    pub first_period: String,
    /// The file fee; 0 is none.
    pub file_fee: String,
    /// When its fee is paid.
    pub fee_payment: String,
    /// Whether it makes insurance a condition.
    pub insurance: String,
    /// Whether it asks for a personal guarantor: `yes`, `no` or nothing.
    pub guarantor: String,
    /// Days in which it promises to answer.
    pub answer_days: String,
    /// Who tells the person.
    pub notification: String,
    /// The account it asks for.
    pub domiciliation: String,
    /// What that account costs a month.
    pub account_monthly: String,
    /// What is paid once for it.
    pub account_once: String,
    /// Its advantages and drawbacks.
    pub account_note: String,
    /// Days in which it tells of a missed instalment.
    pub alert_days: String,
    /// Instalments that may be postponed.
    pub deferrals: String,
    /// Day of the month instalments are debited.
    pub debit_day: String,
    /// Its own rule for the budget; the office's alone counts when absent.
    pub budget: Option<BudgetRuleFields>,
    /// Supporting documents it asks for beside those of the list.
    #[serde(default)]
    pub documents_added: Vec<String>,
    /// Supporting documents of the list it does without.
    #[serde(default)]
    pub documents_left_out: Vec<String>,
    /// The parts of its file, in its order; the usual one when empty.
    #[serde(default)]
    pub file_parts: Vec<String>,
    /// The supporting documents that come first, in its order.
    #[serde(default)]
    pub documents_first: Vec<String>,
    /// The largest attachment its mailbox takes, in megabytes.
    #[serde(default)]
    pub attachment_megabytes: String,
    /// What it asks of its own.
    #[serde(default)]
    pub questions: Vec<OwnQuestionFields>,
    /// Where its own form goes in the file; it has none when empty.
    #[serde(default)]
    pub own_form: String,
    /// Days an agreement in principle holds.
    #[serde(default)]
    pub principle_days: String,
    /// How its file is made.
    #[serde(default)]
    pub file_form: String,
    /// How the reasons of a refusal are given.
    #[serde(default)]
    pub refusal_terms: String,
    /// What it alerts the office of.
    #[serde(default)]
    pub alert_scope: String,
    /// How it alerts.
    #[serde(default)]
    pub alert_form: String,
    /// On what terms instalments are postponed.
    #[serde(default)]
    pub deferral_terms: String,
    /// Budget workshops it holds in a year.
    #[serde(default)]
    pub workshops: String,
    /// Meetings on the partnership in a year.
    #[serde(default)]
    pub meetings: String,
    /// How its advisers are told or trained.
    #[serde(default)]
    pub training: String,
    /// The figures it gives, and when.
    #[serde(default)]
    pub statistics: String,
    /// What happens at its end.
    #[serde(default)]
    pub renewal: String,
    /// What else it says.
    pub note: String,
}

/// Reads what an agreement says: all that is refused in it at once, each at its field.
pub(super) fn read(fields: &AgreementFields, settings: &Settings, moment: &Moment) -> Result<LenderAgreement, Failure> {
    let lists: &Lists = &settings.lists;
    let refused = &mut Refusals::default();
    let loan = read_loan(fields, settings, refused);
    let agreement = LenderAgreement {
        ends_on: refused.take(reading::date(&fields.ends_on, "ends_on", moment, Toward::Future)),
        accredited: refused.take(yes_or_no(&fields.accredited, "accredited")),
        products: refused.take(read_products(&fields.products, settings)),
        purposes: refused.take(read_categories(&fields.purposes, lists)),
        answer_days: refused.take(reading::whole(&fields.answer_days, "answer_days")),
        notification: refused.take(reading::entry(&fields.notification, &lists.notification_modes, "notification")),
        domiciliation: refused.take(reading::entry(&fields.domiciliation, &lists.domiciliation_kinds, "domiciliation")),
        account: read_account(fields, refused),
        alert_days: refused.take(reading::whole(&fields.alert_days, "alert_days")),
        deferrals: refused.take(reading::whole(&fields.deferrals, "deferrals")),
        debit_day: refused.take(read_debit_day(&fields.debit_day)),
        budget: refused.take(fields.budget.as_ref().map(|rule| budget_rule::read(rule, lists)).transpose()),
        documents_added: refused.take(read_documents(&fields.documents_added, lists, "documents_added")),
        documents_left_out: refused.take(read_documents(&fields.documents_left_out, lists, "documents_left_out")),
        file_parts: refused.take(read_parts(&fields.file_parts)),
        documents_first: refused.take(read_first_documents(&fields.documents_first, lists)),
        attachment_megabytes: refused.take(read_attachment(&fields.attachment_megabytes)),
        questions: refused.take(read_questions(&fields.questions)),
        own_form: refused.take(word_or_nothing(&fields.own_form, "own_form")),
        note: refused.take(reading::line(&fields.note, "note")),
        ..read_partnership(fields, loan, refused)
    };
    refused.end(agreement)
}

fn read_debit_day(typed: &str) -> Result<Option<u32>, Failure> {
    let day = reading::whole(typed, "debit_day")?;
    if day.is_some_and(|day| !(1..=31).contains(&day)) {
        return Err(Failure::refused("Le jour de prélèvement va de 1 à 31.").at("debit_day"));
    }
    Ok(day)
}

/// What it says of the partnership: the file, the answers, the alerts, the meetings, its end.
fn read_partnership(fields: &AgreementFields, loan: LenderAgreement, refused: &mut Refusals) -> LenderAgreement {
    LenderAgreement {
        principle_days: refused.take(reading::whole(&fields.principle_days, "principle_days")),
        file_form: refused.take(reading::line(&fields.file_form, "file_form")),
        refusal_terms: refused.take(reading::line(&fields.refusal_terms, "refusal_terms")),
        alert_scope: refused.take(word_or_nothing(&fields.alert_scope, "alert_scope")),
        alert_form: refused.take(reading::line(&fields.alert_form, "alert_form")),
        deferral_terms: refused.take(reading::line(&fields.deferral_terms, "deferral_terms")),
        workshops: refused.take(reading::whole(&fields.workshops, "workshops")),
        meetings: refused.take(reading::whole(&fields.meetings, "meetings")),
        training: refused.take(reading::line(&fields.training, "training")),
        statistics: refused.take(reading::line(&fields.statistics, "statistics")),
        renewal: refused.take(word_or_nothing(&fields.renewal, "renewal")),
        ..loan
    }
}

/// What it says of the loan itself: rate, months, fee, insurance, guarantor.
fn read_loan(fields: &AgreementFields, settings: &Settings, refused: &mut Refusals) -> LenderAgreement {
    let limits: LoanLimits = refused.take(read_limits(&fields.limits, &settings.lists));
    let longest = limits.exceptional_months_max.or(limits.months_max);
    let months = |typed: &str, field: &str, too_many: &str| {
        let months = reading::whole(typed, field)?;
        if months.zip(longest).is_some_and(|(months, longest)| months >= longest) {
            return Err(Failure::refused(too_many).at(field));
        }
        Ok(months)
    };
    let interest_only = "Les mois d’intérêts seuls prennent toute la durée : il en faut pour rembourser.";
    let deferred = "Les mois sans rien payer prennent toute la durée : il en faut pour rembourser.";
    LenderAgreement {
        rate: refused.take(reading::rate(&fields.rate, "rate")),
        rate_lines: refused.take(read_rates(&fields.rate_lines, settings)),
        interest_only_max: refused.take(months(&fields.interest_only_max, "interest_only_max", interest_only)),
        interest_only_later_max: refused.take(months(
            &fields.interest_only_later_max,
            "interest_only_later_max",
            interest_only,
        )),
        deferred_max: refused.take(months(&fields.deferred_max, "deferred_max", deferred)),
        first_period: refused.take(reading::word(&fields.first_period, "first_period")),
        file_fee: refused.take(reading::amount(&fields.file_fee, "file_fee")),
        fee_payment: refused.take(word_or_nothing(&fields.fee_payment, "fee_payment")),
        insurance: refused.take(word_or_nothing(&fields.insurance, "insurance")),
        guarantor: refused.take(yes_or_no(&fields.guarantor, "guarantor")),
        limits,
        ..LenderAgreement::default()
    }
}

/// What the account asked for costs; nothing when nothing is said of it.
fn read_account(fields: &AgreementFields, refused: &mut Refusals) -> Option<AccountAsked> {
    let account = AccountAsked {
        monthly: refused.take(reading::amount(&fields.account_monthly, "account_monthly")).unwrap_or(Euros::ZERO),
        once: refused.take(reading::amount(&fields.account_once, "account_once")).unwrap_or(Euros::ZERO),
        note: refused.take(reading::line(&fields.account_note, "account_note")),
    };
    let typed = [&fields.account_monthly, &fields.account_once, &fields.account_note];
    typed.into_iter().any(|typed| !typed.trim().is_empty()).then_some(account)
}

fn yes_or_no(typed: &str, field: &str) -> Result<Option<bool>, Failure> {
    match typed {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        _ => Err(Failure::from(domain::settings::ListRefused).at(field)),
    }
}

fn word_or_nothing<W: Word>(typed: &str, field: &str) -> Result<Option<W>, Failure> {
    if typed.is_empty() { Ok(None) } else { reading::word(typed, field).map(Some) }
}

fn read_products(typed: &[String], settings: &Settings) -> Result<Vec<ListKey>, Failure> {
    let known = |key: &String| settings.products.contains_key(&ListKey::new(key));
    if !typed.iter().all(known) {
        return Err(Failure::from(domain::settings::ListRefused).at("products"));
    }
    let known = settings.products.keys();
    Ok(known.filter(|key| typed.iter().any(|typed| typed == key.as_str())).cloned().collect())
}

/// What an agreement says, as its form holds it.
pub(crate) fn fields(agreement: &LenderAgreement) -> Result<AgreementFields, Failure> {
    let key = |key: &Option<ListKey>| key.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default();
    let yes_or_no = |said: Option<bool>| said.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned();
    let amount = |amount: Option<Euros>| amount.map(Euros::bare).unwrap_or_default();
    let account = agreement.account.as_ref();
    Ok(AgreementFields {
        ends_on: agreement.ends_on.map(words::numeric_date).unwrap_or_default(),
        accredited: yes_or_no(agreement.accredited),
        products: keys(&agreement.products),
        purposes: keys(&agreement.purposes),
        limits: limit_fields(&agreement.limits),
        rate: agreement.rate.map(Rate::bare).unwrap_or_default(),
        rate_lines: agreement.rate_lines.iter().map(rate_fields).collect(),
        interest_only_max: number(agreement.interest_only_max),
        interest_only_later_max: number(agreement.interest_only_later_max),
        deferred_max: number(agreement.deferred_max),
        first_period: agreement.first_period.key().to_owned(),
        file_fee: amount(agreement.file_fee),
        fee_payment: agreement.fee_payment.map_or("", |word| word.key()).to_owned(),
        insurance: agreement.insurance.map_or("", |word| word.key()).to_owned(),
        guarantor: yes_or_no(agreement.guarantor),
        answer_days: number(agreement.answer_days),
        notification: key(&agreement.notification),
        domiciliation: key(&agreement.domiciliation),
        account_monthly: amount(account.map(|account| account.monthly)),
        account_once: amount(account.map(|account| account.once)),
        account_note: account.map(|account| account.note.to_string()).unwrap_or_default(),
        alert_days: number(agreement.alert_days),
        deferrals: number(agreement.deferrals),
        debit_day: number(agreement.debit_day),
        budget: agreement.budget.as_ref().map(budget_rule::fields).transpose()?,
        documents_added: keys(&agreement.documents_added),
        documents_left_out: keys(&agreement.documents_left_out),
        file_parts: part_fields(&agreement.file_parts),
        documents_first: keys(&agreement.documents_first),
        attachment_megabytes: number(agreement.attachment_megabytes),
        questions: question_fields(&agreement.questions),
        own_form: agreement.own_form.map_or("", |word| word.key()).to_owned(),
        note: agreement.note.to_string(),
        ..partnership_fields(agreement)
    })
}

fn partnership_fields(agreement: &LenderAgreement) -> AgreementFields {
    AgreementFields {
        principle_days: number(agreement.principle_days),
        file_form: agreement.file_form.to_string(),
        refusal_terms: agreement.refusal_terms.to_string(),
        alert_scope: agreement.alert_scope.map_or("", |word| word.key()).to_owned(),
        alert_form: agreement.alert_form.to_string(),
        deferral_terms: agreement.deferral_terms.to_string(),
        workshops: number(agreement.workshops),
        meetings: number(agreement.meetings),
        training: agreement.training.to_string(),
        statistics: agreement.statistics.to_string(),
        renewal: agreement.renewal.map_or("", |word| word.key()).to_owned(),
        ..AgreementFields::default()
    }
}
