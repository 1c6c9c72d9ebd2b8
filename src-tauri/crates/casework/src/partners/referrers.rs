//! Who sends people: a service and whom to reach there. One that is retired is still read where it was chosen.

use domain::dossier::Dossier;
use domain::partner::{Referrer, ReferrerId};
use domain::settings::Lists;
use domain::words::folded;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::settings;
use app::shapes::Choice;

/// A referrer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReferrerFields {
    /// What it is: an entry of the kinds of referrers; needed.
    pub kind: String,
    /// The service; needed.
    pub structure: String,
    /// Who is reached there.
    pub name: String,
    /// Their telephone.
    pub phone: String,
    /// Their e-mail address.
    pub email: String,
    /// Where letters reach them.
    pub address: String,
}

/// A referrer described anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReferrerChange {
    /// Which one.
    #[ts(type = "number")]
    pub referrer: ReferrerId,
    /// What is typed.
    pub fields: ReferrerFields,
}

/// A referrer set aside, or taken back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReferrerRetirement {
    /// Which one.
    #[ts(type = "number")]
    pub referrer: ReferrerId,
    /// Whether it is retired.
    pub retired: bool,
}

/// Which referrer.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneReferrer {
    /// Its number.
    #[ts(type = "number")]
    pub referrer: ReferrerId,
}

/// The referrers, and what they may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReferrersView {
    /// Those who still send people first, by name.
    pub referrers: Vec<ReferrerView>,
    /// What a referrer may be.
    pub kinds: Vec<Choice>,
}

/// One referrer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReferrerView {
    /// Its number.
    #[ts(type = "number")]
    pub id: ReferrerId,
    /// As forms hold it.
    pub fields: ReferrerFields,
    /// What it is, in words.
    pub kind_label: String,
    /// How a choice names it: `Mission locale de Valbourg, Sandrine Orvault`.
    pub label: String,
    /// Sends nobody any more.
    pub retired: bool,
}

/// Lists who sends people to the office.
pub fn referrers(desk: &Desk, _: Nothing, _: &Moment) -> Result<ReferrersView, Failure> {
    let (referrers, settings) = desk.read(|reader| Ok::<_, Failure>((reader.referrers()?, settings(reader)?)))?;
    let mut shown: Vec<ReferrerView> = referrers.iter().map(|one| view_of(one, &settings.lists)).collect();
    shown.sort_by_key(|one| (one.retired, folded(&one.label)));
    let kinds = settings.lists.referrer_kinds.iter().filter(|kind| !kind.retired).map(Choice::of_entry).collect();
    Ok(ReferrersView { referrers: shown, kinds })
}

/// Adds a referrer.
pub fn add_referrer(desk: &mut Desk, input: ReferrerFields, moment: &Moment) -> Result<ReferrersView, Failure> {
    let new = read(desk, ReferrerId(0), &input)?;
    desk.act("add_referrer", moment, |writer| {
        writer.insert_referrer(&new)?;
        Ok::<_, Failure>(acted("Ajout d’un prescripteur", &new))
    })?;
    referrers(desk, Nothing {}, moment)
}

/// Describes a referrer anew.
pub fn change_referrer(desk: &mut Desk, input: ReferrerChange, moment: &Moment) -> Result<ReferrersView, Failure> {
    let read = read(desk, input.referrer, &input.fields)?;
    desk.act("change_referrer", moment, |writer| {
        let known = writer.referrer(input.referrer)?.ok_or_else(gone)?;
        let new = Referrer { retired: known.retired, ..read };
        writer.update_referrer(&new)?;
        Ok::<_, Failure>(acted("Modification d’un prescripteur", &new))
    })?;
    referrers(desk, Nothing {}, moment)
}

/// Sets a referrer aside, or takes it back; those it sent keep it.
pub fn retire_referrer(desk: &mut Desk, input: ReferrerRetirement, moment: &Moment) -> Result<ReferrersView, Failure> {
    let sentence = if input.retired { "Retrait d’un prescripteur" } else { "Retour d’un prescripteur" };
    desk.act("retire_referrer", moment, |writer| {
        let known = writer.referrer(input.referrer)?.ok_or_else(gone)?;
        let new = Referrer { retired: input.retired, ..known };
        writer.update_referrer(&new)?;
        Ok::<_, Failure>(acted(sentence, &new))
    })?;
    referrers(desk, Nothing {}, moment)
}

fn read(desk: &Desk, id: ReferrerId, fields: &ReferrerFields) -> Result<Referrer, Failure> {
    let (known, settings) = desk.read(|reader| Ok::<_, Failure>((reader.referrers()?, settings(reader)?)))?;
    let kind = reading::entry(&fields.kind, &settings.lists.referrer_kinds, "kind")?
        .ok_or_else(|| Failure::refused("Quel genre de service est-ce ?").at("kind"))?;
    let referrer = Referrer {
        id,
        kind,
        structure: reading::needed(&fields.structure, "structure", "Le nom du service manque.")?,
        name: reading::line(&fields.name, "name")?,
        phone: reading::phone(&fields.phone, "phone")?,
        email: reading::email(&fields.email, "email")?,
        address: reading::line(&fields.address, "address")?,
        retired: false,
    };
    let same = |one: &Referrer| (folded(one.structure.as_str()), folded(one.name.as_str()));
    match known.iter().find(|one| one.id != id && same(one) == same(&referrer)) {
        None => Ok(referrer),
        Some(twin) => {
            let refused = Failure::refused(&format!("{} est déjà dans la liste.", named(twin)));
            let remedy = if twin.retired { "Il est mis de côté : reprenez-le." } else { "Modifiez-le plutôt." };
            Err(refused.remedy(remedy).at("structure"))
        }
    }
}

/// The referrer a form names by its number; nobody when empty.
pub(crate) fn chosen(typed: &str, known: &[Referrer], field: &str) -> Result<Option<ReferrerId>, Failure> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let found = known.iter().find(|one| one.id.0.to_string() == typed);
    found.map(|one| Some(one.id)).ok_or_else(|| gone().at(field))
}

/// Who sent the person of a dossier; refused when nobody did.
pub(crate) fn referrer_of(dossier: &Dossier) -> Result<ReferrerId, Failure> {
    let nobody = || Failure::refused("Personne n’a orienté cette demande : il n’y a pas de retour à écrire.");
    dossier.facts.request().referrer.ok_or_else(nobody)
}

/// `Mission locale de Valbourg, Sandrine Orvault`.
pub(crate) fn named(referrer: &Referrer) -> String {
    let parts = [referrer.structure.as_str(), referrer.name.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn view_of(referrer: &Referrer, lists: &Lists) -> ReferrerView {
    let kind = lists.referrer_kinds.iter().find(|kind| kind.key == referrer.kind);
    ReferrerView {
        id: referrer.id,
        fields: ReferrerFields {
            kind: referrer.kind.as_str().to_owned(),
            structure: referrer.structure.to_string(),
            name: referrer.name.to_string(),
            phone: referrer.phone.as_ref().map(ToString::to_string).unwrap_or_default(),
            email: referrer.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
            address: referrer.address.to_string(),
        },
        kind_label: kind.map(|kind| kind.label.clone()).unwrap_or_default(),
        label: named(referrer),
        retired: referrer.retired,
    }
}

fn acted(what: &str, referrer: &Referrer) -> Acted<()> {
    let sentence = format!("{what}, {}.", referrer.structure);
    Acted { value: (), sentence, dossier: None, fields: vec!["referrer"], draft: None }
}

pub(super) fn gone() -> Failure {
    Failure::gone("Ce prescripteur")
}
