//! What is said and done with a bank or a referrer: a day, a few words, what comes next. About a dossier, it is read
//! in the journal of that dossier's accesses and goes with it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::dossier::DossierId;
use domain::partner::{Exchange, ExchangeId, Partner, ReferrerId};
use domain::settings::{ListKey, Settings};
use domain::words::{Labelled, long_date, numeric_date, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Reader, Writer};
use ts_rs::TS;

use super::referrers::gone as no_referrer;
use super::view::{PartnersAsked, PartnersView, partners};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// An exchange as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExchangeForm {
    /// Its day; today when empty.
    pub on: String,
    /// What it was.
    pub kind: String,
    /// With whom there.
    pub whom: String,
    /// What was said; needed.
    pub note: String,
    /// What comes next.
    pub next_step: String,
    /// When.
    pub next_on: String,
    /// The reference of the dossier it is about; empty when it is about none.
    pub reference: String,
}

/// An exchange with a lender or a referrer: one of the two.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewExchange {
    /// The lender.
    #[serde(default)]
    pub lender: String,
    /// The referrer.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub referrer: Option<ReferrerId>,
    /// What is typed.
    pub form: ExchangeForm,
}

/// An exchange told anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExchangeChange {
    /// Which one.
    #[ts(type = "number")]
    pub exchange: ExchangeId,
    /// What is typed.
    pub form: ExchangeForm,
}

/// Which exchange.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneExchange {
    /// Its number.
    #[ts(type = "number")]
    pub exchange: ExchangeId,
}

/// One exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExchangeView {
    /// Its number.
    #[ts(type = "number")]
    pub id: ExchangeId,
    /// The referrer it was with; a lender's when absent.
    #[ts(type = "number | null")]
    pub referrer: Option<ReferrerId>,
    /// As its form holds it.
    pub form: ExchangeForm,
    /// `9 novembre 2026, appel ou message`.
    pub heading: String,
    /// What comes next: `rappeler, le 16 novembre 2026`; empty when nothing does.
    pub next: String,
    /// Whether what comes next is overdue.
    pub late: bool,
    /// The dossier it is about.
    #[ts(type = "number | null")]
    pub dossier: Option<DossierId>,
}

/// Notes an exchange, a visit or a meeting with a partner.
pub fn note_exchange(desk: &mut Desk, input: NewExchange, moment: &Moment) -> Result<PartnersView, Failure> {
    desk.act("note_exchange", moment, |writer| {
        let settings = settings(writer)?;
        let with = partner(writer, &input, &settings)?;
        let exchange = read(writer, (ExchangeId(0), with), &input.form, moment)?;
        writer.insert_exchange(&exchange)?;
        acted(writer, "Échange noté", &exchange, &settings)
    })?;
    partners(desk, PartnersAsked { lender: input.lender }, moment)
}

/// Tells an exchange anew.
pub fn change_exchange(desk: &mut Desk, input: ExchangeChange, moment: &Moment) -> Result<PartnersView, Failure> {
    let lender = desk.act("change_exchange", moment, |writer| {
        let known = found(writer, input.exchange)?;
        let exchange = read(writer, (input.exchange, known.with), &input.form, moment)?;
        writer.update_exchange(&exchange)?;
        let told = acted(writer, "Modification d’un échange", &exchange, &settings(writer)?)?;
        Ok::<_, Failure>(with_value(told, lender_of(&exchange)))
    })?;
    partners(desk, PartnersAsked { lender }, moment)
}

/// Takes an exchange out.
pub fn remove_exchange(desk: &mut Desk, input: OneExchange, moment: &Moment) -> Result<PartnersView, Failure> {
    let lender = desk.act("remove_exchange", moment, |writer| {
        let known = found(writer, input.exchange)?;
        writer.delete_exchange(input.exchange)?;
        let told = acted(writer, "Retrait d’un échange", &known, &settings(writer)?)?;
        Ok::<_, Failure>(with_value(told, lender_of(&known)))
    })?;
    partners(desk, PartnersAsked { lender }, moment)
}

fn found(reader: &Reader<'_>, id: ExchangeId) -> Result<Exchange, Failure> {
    let known = reader.exchanges()?.into_iter().find(|one| one.id == id);
    known.ok_or_else(|| Failure::gone("Cet échange"))
}

fn partner(reader: &Reader<'_>, input: &NewExchange, settings: &Settings) -> Result<Partner, Failure> {
    if let Some(referrer) = input.referrer {
        return Ok(Partner::Referrer(reader.referrer(referrer)?.ok_or_else(no_referrer)?.id));
    }
    let key = ListKey::new(&input.lender);
    if settings.lenders.contains_key(&key) { Ok(Partner::Lender(key)) } else { Err(Failure::gone("Cette banque")) }
}

fn read(
    reader: &Reader<'_>,
    (id, with): (ExchangeId, Partner),
    form: &ExchangeForm,
    moment: &Moment,
) -> Result<Exchange, Failure> {
    let on = reading::date(&form.on, "on", moment, Toward::Past)?.unwrap_or(moment.today);
    if on > moment.today {
        return Err(Failure::refused("Cet échange est à venir : notez-le une fois tenu.").at("on"));
    }
    let next_on = reading::date(&form.next_on, "next_on", moment, Toward::Future)?;
    if next_on.is_some_and(|next| next < on) {
        return Err(Failure::refused("La suite serait avant l’échange lui-même.").at("next_on"));
    }
    let next_step = reading::line(&form.next_step, "next_step")?;
    if next_on.is_some() && next_step.is_empty() {
        return Err(Failure::refused("Qu’y aura-t-il à faire ce jour-là ?").at("next_step"));
    }
    Ok(Exchange {
        id,
        with,
        dossier: about(reader, &form.reference)?,
        on,
        kind: reading::word(&form.kind, "kind")?,
        whom: reading::line(&form.whom, "whom")?,
        note: reading::needed(&form.note, "note", "Écrivez en quelques mots ce qui s’est dit.")?,
        next_step,
        next_on,
    })
}

/// The dossier of a typed reference.
fn about(reader: &Reader<'_>, typed: &str) -> Result<Option<DossierId>, Failure> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let found = reader.dossier_with_reference(typed)?;
    let unknown = || Failure::refused(&format!("Aucun dossier ne porte la référence {typed}.")).at("reference");
    found.map(Some).ok_or_else(unknown)
}

fn lender_of(exchange: &Exchange) -> String {
    match &exchange.with {
        Partner::Lender(key) => key.as_str().to_owned(),
        Partner::Referrer(_) => String::new(),
    }
}

fn acted(writer: &Writer<'_>, what: &str, exchange: &Exchange, settings: &Settings) -> Result<Acted<()>, Failure> {
    let name = match &exchange.with {
        Partner::Lender(key) => settings.lenders.get(key).map(|file| file.lender.name.to_string()),
        Partner::Referrer(id) => writer.referrer(*id)?.map(|referrer| referrer.structure.to_string()),
    };
    let sentence = format!("{what}, {}.", name.unwrap_or_default());
    Ok(Acted { value: (), sentence, dossier: exchange.dossier, fields: vec!["exchange"], draft: None })
}

fn with_value<T>(acted: Acted<()>, value: T) -> Acted<T> {
    let Acted { value: (), sentence, dossier, fields, draft } = acted;
    Acted { value, sentence, dossier, fields, draft }
}

/// An exchange as it is shown.
pub(super) fn shown(exchange: &Exchange, references: &BTreeMap<DossierId, String>, today: NaiveDate) -> ExchangeView {
    let Exchange { with, on, kind, next_step, next_on, dossier, .. } = exchange;
    let whom = if exchange.whom.is_empty() { String::new() } else { format!(", {}", exchange.whom) };
    let when = next_on.map(|day| format!(", le {}", long_date(day))).unwrap_or_default();
    let numeric = |day: Option<NaiveDate>| day.map(numeric_date).unwrap_or_default();
    ExchangeView {
        id: exchange.id,
        referrer: match with {
            Partner::Lender(_) => None,
            Partner::Referrer(id) => Some(*id),
        },
        form: ExchangeForm {
            on: numeric_date(*on),
            kind: kind.key().to_owned(),
            whom: exchange.whom.to_string(),
            note: exchange.note.to_string(),
            next_step: next_step.to_string(),
            next_on: numeric(*next_on),
            reference: dossier.and_then(|id| references.get(&id).cloned()).unwrap_or_default(),
        },
        heading: spaced(&format!("{}, {}{whom}", long_date(*on), domain::words::lowered(kind.label()))),
        next: if next_step.is_empty() { String::new() } else { spaced(&format!("{next_step}{when}")) },
        late: next_on.is_some_and(|day| day < today),
        dossier: *dossier,
    }
}
