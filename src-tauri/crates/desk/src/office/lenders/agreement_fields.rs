//! What an agreement says: read from its fields, and worded.

use domain::calendar::Toward;
use domain::loan::{FirstPeriod, Rate};
use domain::settings::{LenderAgreement, ListEntry, ListKey, Lists, Settings, entry};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::limits::{LimitFields, limit_fields, limits_sentence, number, read_limits, whole};
use crate::office::products::{category_labels, keys, read_categories};
use crate::office::versions::Clause;
use crate::reading;

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
    /// The yearly rate of its loans.
    pub rate: String,
    /// Months of interest only it allows; 0 is none.
    pub interest_only_max: String,
    /// The file fee; 0 is none.
    pub file_fee: String,
    /// Days in which it promises to answer.
    pub answer_days: String,
    /// Who tells the person.
    pub notification: String,
    /// The account it asks for.
    pub domiciliation: String,
    /// Days in which it tells of a missed instalment.
    pub alert_days: String,
    /// Instalments that may be postponed.
    pub deferrals: String,
    /// Day of the month instalments are debited.
    pub debit_day: String,
    /// What else it says.
    pub note: String,
}

/// Reads what an agreement says. Errors are at their field.
pub(super) fn read(fields: &AgreementFields, settings: &Settings, moment: &Moment) -> Result<LenderAgreement, Failure> {
    let lists: &Lists = &settings.lists;
    let debit_day = reading::whole(&fields.debit_day, "debit_day")?;
    if debit_day.is_some_and(|day| !(1..=31).contains(&day)) {
        return Err(Failure::refused("Le jour de prélèvement va de 1 à 31.").at("debit_day"));
    }
    let limits = read_limits(&fields.limits, lists)?;
    let interest_only_max = reading::whole(&fields.interest_only_max, "interest_only_max")?;
    let longest = limits.exceptional_months_max.or(limits.months_max);
    if interest_only_max.zip(longest).is_some_and(|(only, longest)| only >= longest) {
        let refused = "Les mois d’intérêts seuls prennent toute la durée : il en faut pour rembourser.";
        return Err(Failure::refused(refused).at("interest_only_max"));
    }
    Ok(LenderAgreement {
        ends_on: reading::date(&fields.ends_on, "ends_on", moment, Toward::Future)?,
        accredited: read_accredited(&fields.accredited)?,
        products: read_products(&fields.products, settings)?,
        purposes: read_categories(&fields.purposes, lists)?,
        limits,
        rate: reading::rate(&fields.rate, "rate")?,
        interest_only_max,
        file_fee: reading::amount(&fields.file_fee, "file_fee")?,
        answer_days: reading::whole(&fields.answer_days, "answer_days")?,
        notification: reading::entry(&fields.notification, &lists.notification_modes, "notification")?,
        domiciliation: reading::entry(&fields.domiciliation, &lists.domiciliation_kinds, "domiciliation")?,
        alert_days: reading::whole(&fields.alert_days, "alert_days")?,
        deferrals: reading::whole(&fields.deferrals, "deferrals")?,
        debit_day,
        deferred_max: None,
        interest_only_later_max: None,
        fee_payment: None,
        first_period: FirstPeriod::OneMonth,
        account: None,
        guarantor: None,
        insurance: None,
        budget: None,
        note: reading::line(&fields.note, "note")?,
    })
}

fn read_accredited(typed: &str) -> Result<Option<bool>, Failure> {
    match typed {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        _ => Err(Failure::from(domain::settings::ListRefused).at("accredited")),
    }
}

fn read_products(typed: &[String], settings: &Settings) -> Result<Vec<ListKey>, Failure> {
    let known = |key: &String| settings.products.contains_key(&ListKey(key.clone()));
    if !typed.iter().all(known) {
        return Err(Failure::from(domain::settings::ListRefused).at("products"));
    }
    let known = settings.products.keys();
    Ok(known.filter(|key| typed.iter().any(|typed| typed == key.as_str())).cloned().collect())
}

pub(super) fn fields(agreement: &LenderAgreement) -> AgreementFields {
    let key = |key: &Option<ListKey>| key.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default();
    AgreementFields {
        ends_on: agreement.ends_on.map(words::numeric_date).unwrap_or_default(),
        accredited: agreement.accredited.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned(),
        products: keys(&agreement.products),
        purposes: keys(&agreement.purposes),
        limits: limit_fields(&agreement.limits),
        rate: agreement.rate.map(Rate::bare).unwrap_or_default(),
        interest_only_max: number(agreement.interest_only_max),
        file_fee: agreement.file_fee.map(domain::money::Euros::bare).unwrap_or_default(),
        answer_days: number(agreement.answer_days),
        notification: key(&agreement.notification),
        domiciliation: key(&agreement.domiciliation),
        alert_days: number(agreement.alert_days),
        deferrals: number(agreement.deferrals),
        debit_day: number(agreement.debit_day),
        note: agreement.note.to_string(),
    }
}

pub(super) fn clauses(agreement: &LenderAgreement, settings: &Settings, lists: &Lists) -> Vec<Clause> {
    let days = |days: u32| words::counted(days, "jour", "jours");
    let accredited = agreement.accredited.map(|yes| if yes { "oui" } else { "non" }.to_owned());
    let fee = agreement.file_fee.map(|fee| if fee.is_zero() { "aucun".to_owned() } else { whole(fee) });
    let interest_only = agreement.interest_only_max.map(|most| match most {
        0 => "non".to_owned(),
        most => format!("jusqu’à {} au début", words::counted(most, "mois", "mois")),
    });
    [
        ("Prêteur agréé", accredited),
        ("Produits", Some(product_labels(&agreement.products, settings))),
        ("Objets", Some(category_labels(&agreement.purposes, lists))),
        ("Montant et durée", Some(limits_sentence(&agreement.limits, lists))),
        ("Taux", agreement.rate.map(|rate| rate.to_string())),
        ("Intérêts seuls", interest_only),
        ("Frais de dossier", fee),
        ("Domiciliation", label(agreement.domiciliation.as_ref(), &lists.domiciliation_kinds)),
        ("Réponse promise", agreement.answer_days.map(days)),
        ("Qui annonce", label(agreement.notification.as_ref(), &lists.notification_modes)),
        ("Alerte d’impayé", agreement.alert_days.map(|count| format!("{} après l’échéance", days(count)))),
        ("Reports", agreement.deferrals.map(|count| words::counted(count, "mensualité", "mensualités"))),
        ("Prélèvement", agreement.debit_day.map(|day| format!("le {day} du mois"))),
        ("Autre", Some(agreement.note.to_string())),
    ]
    .into_iter()
    .filter_map(|(label, text)| Some((label, text.filter(|text| !text.is_empty())?)))
    .map(|(label, text)| Clause::of(label, &text))
    .collect()
}

fn label(key: Option<&ListKey>, list: &[ListEntry]) -> Option<String> {
    entry(list, key?).ok().map(|entry| entry.label.clone())
}

fn product_labels(keys: &[ListKey], settings: &Settings) -> String {
    let last = |key: &ListKey| settings.products.get(key)?.iter().max_by_key(|version| version.valid_from);
    let labels = keys.iter().filter_map(last).map(|version| version.value.label.to_string());
    labels.collect::<Vec<_>>().join(", ")
}
