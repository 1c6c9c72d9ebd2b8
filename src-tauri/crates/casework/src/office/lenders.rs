//! The lenders: their names and contacts, and what was signed with each.

pub mod agreement_clauses;
mod agreement_fields;
mod agreement_rates;
mod agreements;
mod file_order;
mod own_questions;

pub use agreement_fields::AgreementFields;
pub use agreement_rates::RateLineFields;
pub use agreements::{AgreementChange, AgreementEnd, NewAgreement, correct_agreement, end_agreement, sign_agreement};
pub use own_questions::OwnQuestionFields;

use chrono::NaiveDate;
use domain::line::Line;
use domain::loan::{FeePayment, FirstPeriod, InsuranceRequirement, Rate};
use domain::settings::{
    AlertScope, AnswerKind, BankFilePart, Dated, Lender, LenderContact, LenderFile, ListKey, OwnFormPlace, Renewal,
    RulesAt, Settings,
};
use domain::supporting_document::SupportingDocument;
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::agreement_clauses::clauses;
use self::agreement_fields::fields;
use self::file_order::stands_in_file;
use super::budget_rule::{self, BudgetRuleChoices};
use super::versions::{Clause, Version, VersionState, headed};
use super::{Desk, Nothing, acted};
use crate::simulations::{SimulationField, allowed_conditions};
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::reading;
use app::settings::{LENDER, row_of, settings};
use app::shapes::Choice;

/// The lenders and what an agreement may say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LendersView {
    /// The lenders, partners first.
    pub lenders: Vec<LenderView>,
    /// Products an agreement may cover.
    pub products: Vec<Choice>,
    /// Categories an agreement may finance.
    pub categories: Vec<Choice>,
    /// Purposes that may have a ceiling of their own.
    pub purposes: Vec<Choice>,
    /// Who may tell the person.
    pub notifications: Vec<Choice>,
    /// The accounts that may be asked for.
    pub domiciliations: Vec<Choice>,
    /// When a fee may be paid.
    pub fee_payments: Vec<Choice>,
    /// What interest a first period may bear.
    pub first_periods: Vec<Choice>,
    /// Whether insurance may be a condition.
    pub insurances: Vec<Choice>,
    /// What the answer to a lender's own question may be.
    pub answer_kinds: Vec<Choice>,
    /// Where a lender's own form may go.
    pub own_form_places: Vec<Choice>,
    /// What a lender may alert the office of.
    pub alert_scopes: Vec<Choice>,
    /// What may happen at the end of an agreement.
    pub renewals: Vec<Choice>,
    /// Supporting documents an agreement may add or do without.
    pub documents: Vec<Choice>,
    /// The parts of the bank file, in the usual order.
    pub file_parts: Vec<Choice>,
    /// Supporting documents that may come first in its pieces: those asked for before the sending.
    pub file_documents: Vec<Choice>,
    /// What a budget rule may choose from.
    pub budget: BudgetRuleChoices,
    /// The rates seen across lenders.
    pub general_rate: String,
}

/// One lender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LenderView {
    /// Its key.
    pub key: String,
    /// Its name, contact and addresses.
    pub fields: LenderFields,
    /// No longer a partner.
    pub retired: bool,
    /// The other conditions of a loan the agreement in force allows.
    pub conditions: Vec<SimulationField>,
    /// The rate of the agreement in force; empty when there is none or it states none.
    pub rate: String,
    /// Where it stands: `depuis le 1er février 2025`, `finit dans 37 jours`, `sans convention`.
    pub standing: String,
    /// Whether the standing asks for something.
    pub warns: bool,
    /// What was signed, the newest first.
    pub agreements: Vec<AgreementView>,
}

/// One agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AgreementView {
    /// How it is headed.
    pub version: Version,
    /// What it says, as a form holds it.
    pub fields: AgreementFields,
    /// What it says, in words.
    pub clauses: Vec<Clause>,
}

/// A lender's name, contact and addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LenderFields {
    /// Its name.
    pub name: String,
    /// The named contact.
    pub contact: String,
    /// What the contact does there.
    pub contact_role: String,
    /// The contact's telephone.
    pub phone: String,
    /// The contact's e-mail address.
    pub email: String,
    /// Where letters reach it.
    pub address: String,
    /// Who else is reached there.
    #[serde(default)]
    pub others: Vec<ContactFields>,
}

/// Someone else at a lender, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ContactFields {
    /// Their name; a line without one is left out.
    pub name: String,
    /// What they do there.
    pub role: String,
    /// Their telephone.
    pub phone: String,
    /// Their e-mail address.
    pub email: String,
}

/// A lender described anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LenderChange {
    /// The lender.
    pub lender: String,
    /// Its name, contact and addresses.
    pub fields: LenderFields,
}

/// A lender that is a partner no more, or again.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LenderRetirement {
    /// The lender.
    pub lender: String,
    /// Whether it is retired.
    pub retired: bool,
}

/// Shows the lenders and what was signed with each.
pub fn lenders(desk: &Desk, _: Nothing, moment: &Moment) -> Result<LendersView, Failure> {
    let settings = desk.read(settings)?;
    let lists = &*settings.lists;
    let offered = |list: &[domain::settings::ListEntry]| {
        list.iter().filter(|entry| !entry.retired).map(Choice::of_entry).collect::<Vec<_>>()
    };
    let mut lenders: Vec<LenderView> = settings
        .lenders
        .iter()
        .map(|(key, file)| shown(key, file, &settings, moment.today))
        .collect::<Result<_, _>>()?;
    lenders.sort_by_key(|lender| (lender.retired, words::folded(&lender.fields.name)));
    let rate = &delivered()?.general_rate;
    let general_rate = format!("Selon les banques, de {} à {}. {}.", rate.rate_min, rate.rate_max, rate.source);
    Ok(LendersView {
        lenders,
        products: crate::choices::products(&settings.at(moment.today)),
        categories: offered(&lists.purpose_categories),
        purposes: offered(&lists.purposes),
        notifications: offered(&lists.notification_modes),
        domiciliations: offered(&lists.domiciliation_kinds),
        fee_payments: FeePayment::ALL.into_iter().map(Choice::of).collect(),
        first_periods: FirstPeriod::ALL.into_iter().map(Choice::of).collect(),
        insurances: InsuranceRequirement::ALL.into_iter().map(Choice::of).collect(),
        answer_kinds: AnswerKind::ALL.into_iter().map(Choice::of).collect(),
        own_form_places: OwnFormPlace::ALL.into_iter().map(Choice::of).collect(),
        alert_scopes: AlertScope::ALL.into_iter().map(Choice::of).collect(),
        renewals: Renewal::ALL.into_iter().map(Choice::of).collect(),
        documents: documents(&lists.documents, |_| true),
        file_documents: documents(&lists.documents, stands_in_file),
        file_parts: BankFilePart::ALL.into_iter().map(Choice::of).collect(),
        budget: budget_rule::choices()?,
        general_rate: words::spaced(&general_rate),
    })
}

fn documents(list: &[SupportingDocument], is_offered: fn(&SupportingDocument) -> bool) -> Vec<Choice> {
    list.iter()
        .filter(|one| !one.retired && is_offered(one))
        .map(|one| Choice::new(one.key.as_str(), &one.label))
        .collect()
}

/// Adds a lender; it lends once an agreement is signed.
pub fn add_lender(desk: &mut Desk, input: LenderFields, moment: &Moment) -> Result<LendersView, Failure> {
    let (key, lender) = desk.read(|reader| {
        let known = settings(reader)?.lenders;
        let lender = read(&input, None, &known)?;
        let mut keys = (1_u32..).map(|number| ListKey::new(format!("lender_{number}")));
        let key = keys.find(|key| !known.contains_key(key)).ok_or_else(|| Failure::broken("cle-de-banque"))?;
        Ok((key, lender))
    })?;
    write(desk, ("add_lender", "Ajout d’une banque."), &key, lender, moment)
}

/// Describes a lender anew.
pub fn change_lender(desk: &mut Desk, input: LenderChange, moment: &Moment) -> Result<LendersView, Failure> {
    let key = ListKey::new(input.lender);
    let lender = desk.read(|reader| {
        let known = settings(reader)?.lenders;
        let file = known.get(&key).ok_or_else(gone)?;
        Ok(Lender { retired: file.lender.retired, ..read(&input.fields, Some(&key), &known)? })
    })?;
    write(desk, ("change_lender", "Modification d’une banque."), &key, lender, moment)
}

/// Sets a lender aside, or takes it back; what was signed with it stays.
pub fn retire_lender(desk: &mut Desk, input: LenderRetirement, moment: &Moment) -> Result<LendersView, Failure> {
    let key = ListKey::new(input.lender);
    let known = desk.read(settings)?.lenders;
    let lender = known.get(&key).ok_or_else(gone)?.lender.clone();
    let sentence = if input.retired { "Retrait d’une banque." } else { "Retour d’une banque." };
    write(desk, ("retire_lender", sentence), &key, Lender { retired: input.retired, ..lender }, moment)
}

fn write(
    desk: &mut Desk,
    (call, sentence): (&'static str, &str),
    key: &ListKey,
    lender: Lender,
    moment: &Moment,
) -> Result<LendersView, Failure> {
    let dated = Dated { valid_from: moment.today, source: "Réglage du CCAS".to_owned(), value: lender };
    let row = row_of(LENDER, key.as_str(), &dated, moment)?;
    desk.act(call, moment, |writer| {
        writer.add_setting(&row)?;
        Ok(acted(sentence, vec![LENDER]))
    })?;
    lenders(desk, Nothing {}, moment)
}

fn read(
    fields: &LenderFields,
    key: Option<&ListKey>,
    known: &std::collections::BTreeMap<ListKey, LenderFile>,
) -> Result<Lender, Failure> {
    let name = reading::needed(&fields.name, "name", "Le nom de la banque manque.")?;
    let folded = words::folded(name.as_str());
    let twin = |(other, file): (&ListKey, &LenderFile)| {
        Some(other) != key && words::folded(file.lender.name.as_str()) == folded
    };
    if known.iter().any(twin) {
        return Err(Failure::refused("Une autre banque porte déjà ce nom.").at("name"));
    }
    Ok(Lender {
        name,
        contact: reading::line(&fields.contact, "contact")?,
        contact_role: reading::line(&fields.contact_role, "contact_role")?,
        phone: phone_line(&fields.phone, "phone")?,
        email: email_line(&fields.email, "email")?,
        address: reading::line(&fields.address, "address")?,
        others: read_others(&fields.others)?,
        retired: false,
    })
}

/// Reads the other contacts; a line left empty is left out.
fn read_others(typed: &[ContactFields]) -> Result<Vec<LenderContact>, Failure> {
    let is_empty =
        |one: &ContactFields| [&one.name, &one.role, &one.phone, &one.email].iter().all(|text| text.trim().is_empty());
    let typed = typed.iter().enumerate().filter(|(_, one)| !is_empty(one));
    let read = typed.map(|(place, one)| {
        let at = |field: &str| format!("others.{place}.{field}");
        Ok(LenderContact {
            name: reading::needed(&one.name, &at("name"), "Le nom de ce contact manque.")?,
            role: reading::line(&one.role, &at("role"))?,
            phone: phone_line(&one.phone, &at("phone"))?,
            email: email_line(&one.email, &at("email"))?,
        })
    });
    read.collect()
}

fn phone_line(typed: &str, field: &str) -> Result<Line, Failure> {
    let phone = reading::phone(typed, field)?.map(|phone| phone.to_string()).unwrap_or_default();
    reading::line(&phone, field)
}

fn email_line(typed: &str, field: &str) -> Result<Line, Failure> {
    let email = reading::email(typed, field)?.map(|email| email.as_str().to_owned()).unwrap_or_default();
    reading::line(&email, field)
}

fn shown(key: &ListKey, file: &LenderFile, settings: &Settings, today: NaiveDate) -> Result<LenderView, Failure> {
    let lender = &file.lender;
    let headings = headed(&file.agreements, |agreement| agreement.ends_on, today);
    let (standing, warns) = standing(file, &headings, &settings.at(today));
    let in_force = file.agreements.iter().zip(&headings).find(|(_, version)| version.state == VersionState::InForce);
    let in_force = in_force.map(|(agreement, _)| &agreement.value);
    let rates = in_force.map(|agreement| agreement.rates().collect::<Vec<_>>()).unwrap_or_default();
    let mut agreements: Vec<AgreementView> = file
        .agreements
        .iter()
        .zip(headings.iter().cloned())
        .map(|(agreement, version)| {
            let clauses = clauses(&agreement.value, settings);
            Ok(AgreementView { version, fields: fields(&agreement.value)?, clauses })
        })
        .collect::<Result<_, Failure>>()?;
    agreements.reverse();
    Ok(LenderView {
        key: key.as_str().to_owned(),
        fields: LenderFields {
            name: lender.name.to_string(),
            contact: lender.contact.to_string(),
            contact_role: lender.contact_role.to_string(),
            phone: lender.phone.to_string(),
            email: lender.email.to_string(),
            address: lender.address.to_string(),
            others: lender.others.iter().map(contact_fields).collect(),
        },
        retired: lender.retired,
        conditions: allowed_conditions(in_force.as_slice()),
        rate: rate_range(&rates),
        standing,
        warns,
        agreements,
    })
}

/// `4,00 %`, `2,00 % à 4,00 %`; nothing where none is stated.
fn rate_range(rates: &[Rate]) -> String {
    match (rates.iter().min(), rates.iter().max()) {
        (Some(least), Some(most)) if least < most => format!("{least} à {most}"),
        (Some(rate), _) => rate.to_string(),
        (None, _) => String::new(),
    }
}

fn contact_fields(contact: &LenderContact) -> ContactFields {
    ContactFields {
        name: contact.name.to_string(),
        role: contact.role.to_string(),
        phone: contact.phone.to_string(),
        email: contact.email.to_string(),
    }
}

fn standing(file: &LenderFile, headings: &[Version], rules: &RulesAt<'_>) -> (String, bool) {
    let today = rules.date;
    let dated = file.agreements.iter().zip(headings);
    let of = |state: VersionState| dated.clone().rfind(|(_, version)| version.state == state);
    if file.lender.retired {
        return ("n’est plus partenaire".to_owned(), false);
    }
    if let Some((agreement, version)) = of(VersionState::InForce) {
        let renewed = of(VersionState::ToCome).is_some();
        let left = agreement.value.ends_on.map(|end| end.signed_duration_since(today).num_days());
        return match left.filter(|left| *left <= i64::from(rules.follow_up.renewal_days) && !renewed) {
            Some(0) => ("finit aujourd’hui".to_owned(), true),
            Some(left) => (format!("finit dans {}", words::counted(left, "jour", "jours")), true),
            None => (version.period.clone(), false),
        };
    }
    if let Some((_, version)) = of(VersionState::ToCome) {
        return (version.period.clone(), false);
    }
    let ended = of(VersionState::Past).is_some();
    (if ended { "convention finie" } else { "sans convention" }.to_owned(), true)
}

fn gone() -> Failure {
    Failure::gone("Cette banque")
}
