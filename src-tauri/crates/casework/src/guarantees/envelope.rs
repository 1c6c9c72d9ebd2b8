//! The envelope, its versions and the dossiers behind each figure.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::dossier::{Dossier, DossierId};
use domain::guarantee::{Stake, share, stake};
use domain::money::Euros;
use domain::settings::{Dated, GuaranteeEnvelope, Guarantor, ListKey, Settings};
use domain::words::{on_known_date, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Reader};
use ts_rs::TS;

use crate::dossiers::found;
use crate::office::{Clause, TypedVersion, Version, headed, known, place};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::{ENVELOPE, kept_of, laid, row, settings};
use app::shapes::Money;

/// The envelope as a form holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnvelopeFields {
    /// The amount.
    pub amount: String,
}

/// The envelope from a date, or a correction of it; its source is the resolution.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewEnvelope {
    /// From when, and by which resolution.
    pub version: TypedVersion,
    /// The envelope.
    pub fields: EnvelopeFields,
}

/// One version of the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EnvelopeVersion {
    /// How it is headed.
    pub version: Version,
    /// As a form holds it.
    pub fields: EnvelopeFields,
    /// In words.
    pub clauses: Vec<Clause>,
}

/// The envelope and what stands on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GuaranteeView {
    /// Whether the office guarantees a product itself.
    pub used: bool,
    /// The envelope in force; absent while none is set.
    pub amount: Option<Money>,
    /// `par délibération du …`.
    pub source: String,
    /// What is committed.
    pub committed: Money,
    /// What was called.
    pub called: Money,
    /// What is left; absent while no envelope is set.
    pub left: Option<Money>,
    /// What sendings without an answer would commit.
    pub pending: Money,
    /// That the pending sendings would exceed what is left; empty otherwise.
    pub warning: String,
    /// The dossiers behind the figures.
    pub rows: Vec<GuaranteeRow>,
    /// The versions, the newest first.
    pub versions: Vec<EnvelopeVersion>,
}

/// What one dossier takes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GuaranteeRow {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// The person.
    pub name: String,
    /// `50 % de 800,00 €`.
    pub working: String,
    /// Committed.
    pub committed: Money,
    /// Called.
    pub called: Money,
    /// Pending.
    pub pending: Money,
}

/// Shows the envelope of the office's guarantee and the dossiers behind each figure.
pub fn guarantee_envelope(desk: &Desk, _: Nothing, moment: &Moment) -> Result<GuaranteeView, Failure> {
    desk.read(|reader| view(reader, moment))
}

/// Sets the envelope from a date, or corrects a version of it.
pub fn set_guarantee_envelope(desk: &mut Desk, input: NewEnvelope, moment: &Moment) -> Result<GuaranteeView, Failure> {
    let amount = reading::amount(&input.fields.amount, "amount")?;
    let amount = amount.ok_or_else(|| Failure::refused("Quel montant ?").at("amount"))?;
    let place = desk.read(|reader| {
        let own = kept_of::<GuaranteeEnvelope>(reader, ENVELOPE, "")?;
        place(&input.version, &known(None, &own), moment)
    })?;
    let row = row(ENVELOPE, &place.dated(GuaranteeEnvelope { amount }), moment)?;
    desk.act("set_guarantee_envelope", moment, |writer| {
        place.write(writer, &row)?;
        Ok(Acted {
            value: (),
            sentence: "Modification de l’enveloppe de garantie.".to_owned(),
            dossier: None,
            fields: vec![ENVELOPE],
            draft: None,
        })
    })?;
    guarantee_envelope(desk, Nothing {}, moment)
}

/// Tells a dossier what is left of the envelope without it, when its product is guaranteed by the office.
pub(crate) fn tell_what_is_left(
    reader: &Reader<'_>,
    dossier: &mut Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    let rules = settings.at(moment.today);
    let Some(product) = dossier.simulation.product_in(&rules) else { return Ok(()) };
    if !rules.uses.guarantee || share(product, settings, moment.today).is_none() {
        return Ok(());
    }
    let Some(envelope) = in_force(&versions(reader)?, moment.today).map(|dated| dated.value.amount) else {
        return Ok(());
    };
    let stakes = stakes(reader, settings, moment.today)?;
    let others = stakes.iter().filter(|(other, _)| other.id != dossier.id);
    let taken = Euros::sum(others.flat_map(|(_, stake)| [stake.committed, stake.called]))?;
    dossier.eligibility.guarantee_left = Some(envelope.minus(taken)?);
    Ok(())
}

fn view(reader: &Reader<'_>, moment: &Moment) -> Result<GuaranteeView, Failure> {
    let settings = settings(reader)?;
    let versions = versions(reader)?;
    let envelope = in_force(&versions, moment.today);
    let stakes = stakes(reader, &settings, moment.today)?;
    let sum = |part: fn(&Stake) -> Euros| Euros::sum(stakes.iter().map(|(_, stake)| part(stake)));
    let (committed, called, pending) = (sum(|one| one.committed)?, sum(|one| one.called)?, sum(|one| one.pending)?);
    let left = envelope.map(|dated| dated.value.amount.minus(committed)?.minus(called)).transpose()?;
    let over = left.filter(|left| pending > *left);
    let warning = over.map(|left| {
        format!("Les envois en attente engageraient {pending} : il reste {left}. L’enveloppe serait dépassée.")
    });
    let headings = headed(&versions, |_| None, moment.today);
    let mut shown: Vec<EnvelopeVersion> = versions.iter().zip(headings).map(shown).collect();
    shown.reverse();
    Ok(GuaranteeView {
        used: settings.at(moment.today).uses.guarantee && !products(&settings).is_empty(),
        amount: envelope.map(|dated| dated.value.amount.into()),
        source: envelope.map(|dated| spaced(&dated.source)).unwrap_or_default(),
        committed: committed.into(),
        called: called.into(),
        left: left.map(Money::from),
        pending: pending.into(),
        warning: spaced(&warning.unwrap_or_default()),
        rows: stakes.iter().map(|(dossier, stake)| of_dossier(dossier, stake)).collect(),
        versions: shown,
    })
}

fn shown((dated, version): (&Dated<GuaranteeEnvelope>, Version)) -> EnvelopeVersion {
    let amount = dated.value.amount;
    EnvelopeVersion {
        version,
        fields: EnvelopeFields { amount: amount.bare() },
        clauses: vec![Clause::of("Enveloppe de garantie", &amount.to_string())],
    }
}

fn of_dossier(dossier: &Dossier, stake: &Stake) -> GuaranteeRow {
    let known = |fact| dossier.facts.precision_of(fact);
    let paid = dossier.facts.course().disbursement;
    let running = paid.map(|(fact, paid)| format!(", versé {}", on_known_date(paid.on, known(fact))));
    let working = format!("{} % de {}{}", stake.percent, stake.of, running.unwrap_or_default());
    GuaranteeRow {
        dossier: dossier.id,
        reference: dossier.reference.clone(),
        name: dossier.person.display_name(),
        working: spaced(&working),
        committed: stake.committed.into(),
        called: stake.called.into(),
        pending: stake.pending.into(),
    }
}

fn versions(reader: &Reader<'_>) -> Result<Vec<Dated<GuaranteeEnvelope>>, Failure> {
    Ok(laid(Vec::new(), kept_of::<GuaranteeEnvelope>(reader, ENVELOPE, "")?))
}

fn in_force(versions: &[Dated<GuaranteeEnvelope>], day: NaiveDate) -> Option<&Dated<GuaranteeEnvelope>> {
    versions.iter().filter(|dated| dated.valid_from <= day).max_by_key(|dated| dated.valid_from)
}

/// The products the office guarantees or has guaranteed.
fn products(settings: &Settings) -> Vec<ListKey> {
    let theirs = |dated: &Dated<domain::settings::LoanProduct>| dated.value.guarantor == Some(Guarantor::Ccas);
    let guaranteed = settings.products.iter().filter(|(_, versions)| versions.iter().any(theirs));
    guaranteed.map(|(key, _)| key.clone()).collect()
}

/// How many dossiers take something of the envelope on a day.
pub(crate) fn engaged(reader: &Reader<'_>, settings: &Settings, day: NaiveDate) -> Result<u64, Failure> {
    let stakes = stakes(reader, settings, day)?;
    Ok(u64::try_from(stakes.len()).unwrap_or(u64::MAX))
}

/// Every dossier that takes something of the envelope on a day.
fn stakes(reader: &Reader<'_>, settings: &Settings, day: NaiveDate) -> Result<Vec<(Dossier, Stake)>, Failure> {
    let mut candidates = BTreeSet::new();
    for product in products(settings) {
        candidates.extend(reader.dossiers_of_product(&product)?);
    }
    let mut stakes = Vec::new();
    for id in candidates {
        let dossier = found(reader, id)?;
        let taken = stake(&dossier, settings, day)?;
        let some = taken.filter(|one| ![one.committed, one.called, one.pending].iter().all(|sum| sum.is_zero()));
        stakes.extend(some.map(|stake| (dossier, stake)));
    }
    Ok(stakes)
}
