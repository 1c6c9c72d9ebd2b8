//! The register of the board's resolutions, and the rules each one grounds.
//!
//! A version of a rule says in words by which text it counts: a resolution grounds those that name it by its label.

use std::collections::BTreeMap;

use domain::calendar::Toward;
use domain::resolution::{Resolution, ResolutionId};
use domain::words::{folded, long_date, numeric_date, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Reader};
use ts_rs::TS;

use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::{AGREEMENT, ENVELOPE, FOLLOW_UP, LEGAL, NUMBERING, OFFICE_RULES, PRODUCT, SAFETY};

/// The rules that a resolution may ground: how each is stored and called.
const RULES: [(&str, &str); 8] = [
    (OFFICE_RULES, "Règles du CCAS"),
    (FOLLOW_UP, "Délais de suivi"),
    (ENVELOPE, "Enveloppe de garantie"),
    (PRODUCT, "Produit"),
    (AGREEMENT, "Convention"),
    (NUMBERING, "Numérotation"),
    (SAFETY, "Verrou et copies"),
    (LEGAL, "Valeur légale"),
];

/// A resolution as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResolutionFields {
    /// Its number; needed.
    pub number: String,
    /// The day it was taken; needed.
    pub decided_on: String,
    /// What it is about; needed.
    pub subject: String,
    /// Its text, or what matters of it.
    pub extract: String,
    /// Where the signed paper is kept.
    pub file: String,
    /// How it was voted.
    pub vote: String,
    /// The day it was transmitted to the State's representative.
    pub transmitted_on: String,
    /// The day it was published.
    pub published_on: String,
}

/// A resolution described anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResolutionChange {
    /// Which one.
    #[ts(type = "number")]
    pub resolution: ResolutionId,
    /// What is typed.
    pub fields: ResolutionFields,
}

/// Which resolution.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneResolution {
    /// Its number in the store.
    #[ts(type = "number")]
    pub resolution: ResolutionId,
}

/// The register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ResolutionsView {
    /// The resolutions, the latest first.
    pub resolutions: Vec<ResolutionView>,
}

/// One resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ResolutionView {
    /// Its number in the store.
    #[ts(type = "number")]
    pub id: ResolutionId,
    /// As forms hold it.
    pub fields: ResolutionFields,
    /// How rules name it: `Délibération n° 2026-31 du 3 mars 2026`.
    pub label: String,
    /// `exécutoire depuis le 10 mars 2026`, `pas encore exécutoire : publication à noter`.
    pub state: String,
    /// The rules it grounds: `Règles du CCAS, à partir du 1er janvier 2026`.
    pub grounds: Vec<String>,
}

/// Shows the register of the board's resolutions.
pub fn resolutions(desk: &Desk, _: Nothing, _: &Moment) -> Result<ResolutionsView, Failure> {
    desk.read(|reader| {
        let grounded = grounded(reader)?;
        let shown = reader.resolutions()?.into_iter().map(|one| {
            let label = spaced(&one.label());
            let (state, grounds) = (state(&one), grounds(&label, &grounded));
            ResolutionView { id: one.id, fields: fields(&one), state, grounds, label }
        });
        Ok(ResolutionsView { resolutions: shown.collect() })
    })
}

/// Writes a resolution in the register.
pub fn add_resolution(desk: &mut Desk, input: ResolutionFields, moment: &Moment) -> Result<ResolutionsView, Failure> {
    let new = read(desk, ResolutionId(0), &input, moment)?;
    desk.act("add_resolution", moment, |writer| {
        writer.insert_resolution(&new)?;
        Ok::<_, Failure>(acted("Ajout d’une délibération", &new))
    })?;
    resolutions(desk, Nothing {}, moment)
}

/// Describes a resolution anew; what grounds a rule keeps the number and the day that name it.
pub fn change_resolution(
    desk: &mut Desk,
    input: ResolutionChange,
    moment: &Moment,
) -> Result<ResolutionsView, Failure> {
    let new = read(desk, input.resolution, &input.fields, moment)?;
    desk.act("change_resolution", moment, |writer| {
        let known = found(writer, input.resolution)?;
        if known.label() != new.label() {
            grounds_nothing(writer, &known)?;
        }
        writer.update_resolution(&new)?;
        Ok::<_, Failure>(acted("Modification d’une délibération", &new))
    })?;
    resolutions(desk, Nothing {}, moment)
}

/// Takes a resolution that grounds no rule out of the register.
pub fn remove_resolution(desk: &mut Desk, input: OneResolution, moment: &Moment) -> Result<ResolutionsView, Failure> {
    desk.act("remove_resolution", moment, |writer| {
        let known = found(writer, input.resolution)?;
        grounds_nothing(writer, &known)?;
        writer.delete_resolution(known.id)?;
        Ok::<_, Failure>(acted("Retrait d’une délibération", &known))
    })?;
    resolutions(desk, Nothing {}, moment)
}

/// The labels that rules may name, the latest first.
pub(crate) fn labels(reader: &Reader<'_>) -> Result<Vec<String>, Failure> {
    Ok(reader.resolutions()?.iter().map(|one| spaced(&one.label())).collect())
}

fn found(reader: &Reader<'_>, id: ResolutionId) -> Result<Resolution, Failure> {
    let known = reader.resolutions()?.into_iter().find(|one| one.id == id);
    known.ok_or_else(|| Failure::gone("Cette délibération"))
}

fn grounds_nothing(reader: &Reader<'_>, known: &Resolution) -> Result<(), Failure> {
    match grounds(&known.label(), &grounded(reader)?).first() {
        None => Ok(()),
        Some(rule) => Err(Failure::refused(&format!("Une règle s’appuie sur elle : {rule}."))
            .remedy("Corrigez d’abord le texte de cette règle dans les réglages.")
            .at("number")),
    }
}

/// Every rule by the words that say where it comes from, folded.
fn grounded(reader: &Reader<'_>) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let mut by_source: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (kind, label) in RULES {
        for (_, row) in reader.settings(kind)? {
            let told = spaced(&format!("{label}, à partir du {}", long_date(row.valid_from)));
            by_source.entry(comparable(&row.source)).or_default().push(told);
        }
    }
    Ok(by_source)
}

fn grounds(label: &str, grounded: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let label = comparable(label);
    let naming = grounded.iter().filter(|(source, _)| names(source, &label));
    naming.flat_map(|(_, rules)| rules.iter().cloned()).collect()
}

/// Whether a text names a resolution whole: « n° 3 du 1er mars 2026 » is not « n° 3 du 1er mars 2026-2 ».
fn names(source: &str, label: &str) -> bool {
    let after = source.split(label).nth(1);
    after.is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-'))
}

/// Spaces and accents do not tell two labels apart.
fn comparable(text: &str) -> String {
    folded(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read(desk: &Desk, id: ResolutionId, fields: &ResolutionFields, moment: &Moment) -> Result<Resolution, Failure> {
    let number = reading::needed(&fields.number, "number", "Le numéro de la délibération manque.")?;
    let known = desk.read(|reader| Ok::<_, Failure>(reader.resolutions()?))?;
    if known.iter().any(|one| one.id != id && folded(one.number.as_str()) == folded(number.as_str())) {
        return Err(Failure::refused("Une autre délibération porte déjà ce numéro.").at("number"));
    }
    let no_day = || Failure::refused("Quel jour a-t-elle été prise ?").at("decided_on");
    let decided_on = reading::date(&fields.decided_on, "decided_on", moment, Toward::Past)?.ok_or_else(no_day)?;
    if decided_on > moment.today {
        return Err(Failure::refused("Cette délibération est à venir.").at("decided_on"));
    }
    let later = |typed: &str, field: &str| match reading::date(typed, field, moment, Toward::Past)? {
        Some(day) if day > moment.today => Err(Failure::refused("Ce jour est à venir.").at(field)),
        Some(day) if day < decided_on => Err(Failure::refused("Elle n’était pas encore prise ce jour-là.").at(field)),
        day => Ok(day),
    };
    Ok(Resolution {
        id,
        number,
        decided_on,
        subject: reading::needed(&fields.subject, "subject", "Dites en quelques mots ce qu’elle décide.")?,
        extract: reading::text(&fields.extract, "extract")?,
        file: reading::line(&fields.file, "file")?,
        vote: reading::line(&fields.vote, "vote")?,
        transmitted_on: later(&fields.transmitted_on, "transmitted_on")?,
        published_on: later(&fields.published_on, "published_on")?,
    })
}

fn fields(one: &Resolution) -> ResolutionFields {
    ResolutionFields {
        number: one.number.to_string(),
        decided_on: numeric_date(one.decided_on),
        subject: one.subject.to_string(),
        extract: one.extract.to_string(),
        file: one.file.to_string(),
        vote: one.vote.to_string(),
        transmitted_on: one.transmitted_on.map(numeric_date).unwrap_or_default(),
        published_on: one.published_on.map(numeric_date).unwrap_or_default(),
    }
}

/// Whether it is executory, and what is not noted yet.
fn state(one: &Resolution) -> String {
    let state = match (one.executory_on(), one.transmitted_on) {
        (Some(day), _) => format!("exécutoire depuis le {}", long_date(day)),
        (None, Some(_)) => "pas encore exécutoire : publication à noter".to_owned(),
        (None, None) if one.published_on.is_some() => "pas encore exécutoire : transmission à noter".to_owned(),
        (None, None) => "transmission et publication à noter".to_owned(),
    };
    spaced(&state)
}

fn acted(what: &str, one: &Resolution) -> Acted<()> {
    let sentence = format!("{what}, n° {}.", one.number);
    Acted { value: (), sentence: spaced(&sentence), dossier: None, fields: vec!["resolution"], draft: None }
}
