//! The office as papers name it, and how its dossiers are numbered.

use chrono::Datelike;
use domain::calendar::Toward;
use domain::dossier::Event;
use domain::settings::{Dated, Numbering, OfficeIdentity, RulesAt};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::logo::has_logo;
use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::settings::{IDENTITY, NUMBERING, identity, row, settings};

/// The office and its settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OfficeView {
    /// The CCAS.
    pub name: String,
    /// The adviser.
    pub advisor: String,
    /// Where letters reach the office.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// How the adviser is addressed.
    pub advisor_title: String,
    /// The adviser's trade.
    pub advisor_role: String,
    /// The adviser's own telephone.
    pub advisor_phone: String,
    /// Where the adviser is written to by e-mail.
    pub email: String,
    /// When the adviser receives.
    pub presence: String,
    /// Who answers about personal data.
    pub data_contact: String,
    /// The town papers are signed in.
    pub town: String,
    /// Whom a person writes to who finds an answer unfair.
    pub complaints: String,
    /// By whose delegation letters are signed.
    pub delegation: String,
    /// Where the over-indebtedness commission is written to.
    pub commission_address: String,
    /// Where the treasurer is written to.
    pub treasury_address: String,
    /// Whether a logo heads its papers.
    pub has_logo: bool,
    /// What references start with today.
    pub reference_prefix: String,
    /// The least number of figures today.
    pub reference_width: usize,
    /// The reference the next request of today would have.
    pub next_reference: String,
    /// A change of numbering that waits for its day, in a sentence.
    pub numbering_to_come: Option<String>,
    /// Days from a request to its first task, when no date was chosen.
    pub first_next_date_days: u32,
}

/// The office's names, address and telephone as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfficeFields {
    /// The CCAS.
    pub name: String,
    /// The adviser.
    pub advisor: String,
    /// Where letters reach the office; may be empty.
    pub address: String,
    /// Its telephone; may be empty.
    pub phone: String,
}

/// Everything papers say of the office and its adviser, as typed; only the two names are needed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfficeDetails {
    /// The CCAS.
    pub name: String,
    /// The adviser.
    pub advisor: String,
    /// Where letters reach the office.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// How the adviser is addressed.
    pub advisor_title: String,
    /// The adviser's trade.
    pub advisor_role: String,
    /// The adviser's own telephone.
    pub advisor_phone: String,
    /// Where the adviser is written to by e-mail.
    pub email: String,
    /// When the adviser receives.
    pub presence: String,
    /// Who answers about personal data: an e-mail address or a name.
    pub data_contact: String,
    /// The town papers are signed in.
    pub town: String,
    /// Whom a person writes to who finds an answer unfair.
    #[serde(default)]
    pub complaints: String,
    /// By whose delegation letters are signed; in the adviser's own name when empty.
    #[serde(default)]
    pub delegation: String,
    /// Where the over-indebtedness commission is written to.
    #[serde(default)]
    pub commission_address: String,
    /// Where the treasurer is written to.
    #[serde(default)]
    pub treasury_address: String,
}

/// How references are written, from a date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewNumbering {
    /// What references start with; may be empty.
    pub prefix: String,
    /// The least number of figures, as typed.
    pub width: String,
    /// The first day it is in force; today when empty.
    pub from: String,
}

/// Shows the office.
pub fn office(desk: &Desk, _: Nothing, moment: &Moment) -> Result<OfficeView, Failure> {
    desk.read(|reader| {
        let identity = identity(reader)?;
        let settings = settings(reader)?;
        let rules = settings.at(moment.today);
        let year = moment.today.year();
        let next = reader.next_number(year)?;
        Ok(OfficeView {
            name: identity.name,
            advisor: identity.advisor,
            address: identity.address,
            phone: identity.phone,
            advisor_title: identity.advisor_title.key().to_owned(),
            advisor_role: identity.advisor_role,
            advisor_phone: identity.advisor_phone,
            email: identity.email,
            presence: identity.presence,
            data_contact: identity.data_contact,
            town: identity.town,
            complaints: identity.complaints,
            delegation: identity.delegation,
            commission_address: identity.commission_address,
            treasury_address: identity.treasury_address,
            has_logo: has_logo(reader)?,
            reference_prefix: rules.numbering.prefix().to_owned(),
            reference_width: rules.numbering.width(),
            next_reference: rules.numbering.reference(year, next),
            numbering_to_come: settings.numbering.after(moment.today).map(to_come),
            first_next_date_days: first_task_days(&rules),
        })
    })
}

/// Days in which a person whose request was noted is called back.
fn first_task_days(rules: &RulesAt<'_>) -> u32 {
    let called = rules.lists.task_rules.iter().find(|rule| rule.created_by == Event::RequestReceived && !rule.retired);
    let Some(rule) = called else { return rules.follow_up.first_next_date_days };
    match rules.follow_up.tasks.get(&rule.key) {
        Some(own) if own.off => rules.follow_up.first_next_date_days,
        Some(own) => own.days.unwrap_or(rule.due.days),
        None => rule.due.days,
    }
}

fn to_come(change: &Dated<Numbering>) -> String {
    let from = domain::words::long_date(change.valid_from);
    let example = change.value.reference(change.valid_from.year(), 1);
    domain::words::spaced(&format!("À partir du {from} : {example} pour la première."))
}

/// Corrects what papers say of the office and its adviser.
pub fn describe_office(desk: &mut Desk, input: OfficeDetails, moment: &Moment) -> Result<OfficeView, Failure> {
    let identity = read_details(&input)?;
    let dated = Dated { valid_from: moment.today, source: "Réglage du CCAS".to_owned(), value: identity };
    let row = row(IDENTITY, &dated, moment)?;
    desk.act("describe_office", moment, |writer| {
        writer.add_setting(&row)?;
        Ok(acted("Modification des coordonnées du CCAS.", vec!["office_identity"]))
    })?;
    office(desk, Nothing {}, moment)
}

/// Changes how references are written, from a date. References already given never change.
pub fn change_numbering(desk: &mut Desk, input: NewNumbering, moment: &Moment) -> Result<OfficeView, Failure> {
    let width = input.width.trim().parse::<usize>().unwrap_or_default();
    let numbering = Numbering::new(input.prefix.trim(), width)?;
    let from = reading::date(&input.from, "from", moment, Toward::Future)?.unwrap_or(moment.today);
    if from < moment.today {
        let refused = "Cette date est passée : les références déjà données ne changent pas.";
        return Err(Failure::refused(refused).at("from"));
    }
    let dated = Dated { valid_from: from, source: "Réglage du CCAS".to_owned(), value: numbering };
    let row = row(NUMBERING, &dated, moment)?;
    desk.act("change_numbering", moment, |writer| {
        writer.add_setting(&row)?;
        Ok(acted("Modification de la numérotation.", vec!["numbering"]))
    })?;
    office(desk, Nothing {}, moment)
}

/// Reads the four texts of an identity; the two names are needed.
pub(super) fn read_identity(name: &str, advisor: &str, address: &str, phone: &str) -> Result<OfficeIdentity, Failure> {
    Ok(OfficeIdentity {
        name: reading::needed(name, "name", "Le nom du CCAS manque : il est en tête de chaque papier.")?.to_string(),
        advisor: reading::needed(
            advisor,
            "advisor",
            "Le nom du référent manque : la personne doit savoir qui appeler.",
        )?
        .to_string(),
        address: reading::line(address, "address")?.to_string(),
        phone: reading::phone(phone, "phone")?.map(|phone| phone.to_string()).unwrap_or_default(),
        ..OfficeIdentity::default()
    })
}

fn read_details(input: &OfficeDetails) -> Result<OfficeIdentity, Failure> {
    let advisor_phone = reading::phone(&input.advisor_phone, "advisor_phone")?;
    Ok(OfficeIdentity {
        advisor_title: reading::word(&input.advisor_title, "advisor_title")?,
        advisor_role: reading::line(&input.advisor_role, "advisor_role")?.to_string(),
        advisor_phone: advisor_phone.map(|phone| phone.to_string()).unwrap_or_default(),
        email: reading::email(&input.email, "email")?.map(|email| email.as_str().to_owned()).unwrap_or_default(),
        presence: reading::line(&input.presence, "presence")?.to_string(),
        data_contact: reading::line(&input.data_contact, "data_contact")?.to_string(),
        town: reading::line(&input.town, "town")?.to_string(),
        complaints: reading::line(&input.complaints, "complaints")?.to_string(),
        delegation: reading::line(&input.delegation, "delegation")?.to_string(),
        commission_address: reading::line(&input.commission_address, "commission_address")?.to_string(),
        treasury_address: reading::line(&input.treasury_address, "treasury_address")?.to_string(),
        ..read_identity(&input.name, &input.advisor, &input.address, &input.phone)?
    })
}
