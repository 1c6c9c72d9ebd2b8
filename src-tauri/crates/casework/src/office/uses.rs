//! What the office uses of Étrier: what it does without is offered nowhere, and what exists stays readable.

use chrono::NaiveDate;
use domain::settings::{OfficeUse, OfficeUses, Settings};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::versions::{Clause, TypedVersion, Version, VersionState, headed, known, place};
use super::{Desk, Nothing, acted};
use crate::guarantees;
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::settings::{USES, kept_of, laid, row, settings};

/// What the office uses, as a form holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UsesFields {
    /// Sessions of a commission or a committee.
    pub committee: bool,
    /// The amount set aside to guarantee loans.
    pub guarantee: bool,
    /// The refund of interest.
    pub refunds: bool,
    /// Projects that pay debts off.
    pub debts: bool,
}

/// What the office uses from a date, or a correction of it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewUses {
    /// From when, and where it comes from.
    pub version: TypedVersion,
    /// What it uses.
    pub fields: UsesFields,
}

/// What the office uses and every version of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UsesView {
    /// What it uses today.
    pub today: UsesFields,
    /// The versions, the newest first.
    pub versions: Vec<UsesVersion>,
}

/// One version of what the office uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UsesVersion {
    /// How it is headed.
    pub version: Version,
    /// As a form holds it.
    pub fields: UsesFields,
    /// In words.
    pub clauses: Vec<Clause>,
}

/// Shows what the office uses and every version of it.
pub fn office_uses(desk: &Desk, _: Nothing, moment: &Moment) -> Result<UsesView, Failure> {
    let (own, settings) = desk.read(|reader| Ok((kept_of::<OfficeUses>(reader, USES, "")?, settings(reader)?)))?;
    let versions = laid(vec![delivered()?.uses.clone()], own);
    let headings = headed(&versions, |_| None, moment.today);
    let mut versions: Vec<UsesVersion> = versions
        .iter()
        .zip(headings)
        .map(|(dated, version)| {
            // What the rules need is used, whatever was chosen before them.
            let on = if version.state == VersionState::InForce { moment.today } else { dated.valid_from };
            shown(settings.at(on).uses, version)
        })
        .collect();
    versions.reverse();
    Ok(UsesView { today: fields(settings.at(moment.today).uses), versions })
}

/// Changes what the office uses from a date, or corrects a version of it. Refused while facts in course need a part.
pub fn set_office_uses(desk: &mut Desk, input: NewUses, moment: &Moment) -> Result<UsesView, Failure> {
    let UsesFields { committee, guarantee, refunds, debts } = input.fields;
    let uses = OfficeUses { committee, guarantee, refunds, debts };
    let place = desk.read(|reader| {
        let own = kept_of::<OfficeUses>(reader, USES, "")?;
        let place = place(&input.version, &known(Some(delivered()?.uses.valid_from), &own), moment)?;
        let settings = settings(reader)?;
        for part in settings.uses.at(place.from).value.given_up(uses) {
            may_do_without(part, reader, (&settings, place.from), moment)?;
        }
        Ok(place)
    })?;
    let row = row(USES, &place.dated(uses), moment)?;
    desk.act("set_office_uses", moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted("Modification de ce que le bureau utilise.", vec![USES]))
    })?;
    office_uses(desk, Nothing {}, moment)
}

/// Refuses to give up a part that a rule or a dossier in course still needs.
fn may_do_without(
    part: OfficeUse,
    reader: &Reader<'_>,
    (settings, from): (&Settings, NaiveDate),
    moment: &Moment,
) -> Result<(), Failure> {
    let rules = settings.at(from);
    let (needed, remedy) = match part {
        OfficeUse::Committee if rules.office.decides_in_session() => (
            Some("Les règles du CCAS font décider une commission ou un comité.".to_owned()),
            "Changez d’abord qui décide, dans « Règles ».",
        ),
        OfficeUse::Committee => (
            waiting(reader.dossiers_in_session()?, "attend une séance", "attendent une séance"),
            "Retirez-les de l’ordre du jour, ou tenez la séance.",
        ),
        OfficeUse::Guarantee => (
            waiting(
                guarantees::engaged(reader, settings, moment.today)?,
                "engage l’enveloppe de garantie",
                "engagent l’enveloppe de garantie",
            ),
            "L’enveloppe s’efface quand plus aucun prêt ne l’engage.",
        ),
        OfficeUse::Refunds => (
            rules.office.refund.is_some().then(|| "Les règles du CCAS prévoient un remboursement.".to_owned()),
            "Retirez-le d’abord des règles, à partir d’une date.",
        ),
        OfficeUse::Debts => (
            waiting(
                reader.assessing_for(&debt_purposes(settings))?,
                "à l’étude porte sur des dettes",
                "à l’étude portent sur des dettes",
            ),
            "Décidez d’abord de ces demandes, ou changez leur objet.",
        ),
    };
    let Some(sentence) = needed else { return Ok(()) };
    Err(Failure::refused(&words::spaced(&sentence)).remedy(remedy).at(field(part)))
}

fn waiting(dossiers: u64, one: &str, several: &str) -> Option<String> {
    let does = if dossiers == 1 { one } else { several };
    (dossiers > 0).then(|| format!("{} {does}.", words::counted(dossiers, "dossier", "dossiers")))
}

/// The purposes that pay debts off.
pub(crate) fn debt_purposes(settings: &Settings) -> Vec<domain::settings::ListKey> {
    let debts = |entry: &&domain::settings::ListEntry| entry.group.as_ref().is_some_and(|key| key.as_str() == DEBTS);
    settings.lists.purposes.iter().filter(debts).map(|entry| entry.key.clone()).collect()
}

/// The category of the purposes that pay debts off.
pub const DEBTS: &str = "debts";

fn field(part: OfficeUse) -> &'static str {
    match part {
        OfficeUse::Committee => "committee",
        OfficeUse::Guarantee => "guarantee",
        OfficeUse::Refunds => "refunds",
        OfficeUse::Debts => "debts",
    }
}

/// What the office uses, as its form shows it.
pub fn fields(uses: OfficeUses) -> UsesFields {
    let OfficeUses { committee, guarantee, refunds, debts } = uses;
    UsesFields { committee, guarantee, refunds, debts }
}

fn shown(uses: OfficeUses, version: Version) -> UsesVersion {
    let said = |part: OfficeUse| if uses.has(part) { "utilisé" } else { "pas utilisé" };
    UsesVersion {
        version,
        fields: fields(uses),
        clauses: OfficeUse::ALL.into_iter().map(|part| Clause::of(part.label(), said(part))).collect(),
    }
}
