//! What the office uses of Étrier: what it does without is offered nowhere, and what exists stays readable.

use chrono::NaiveDate;
use domain::settings::{Dated, Lists, OfficeUse, OfficeUses, Settings};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::dated_setting::{DatedSetting, NewVersion, SettingVersion, set, versions};
use super::versions::{Clause, VersionState};
use super::{Desk, Nothing};
use crate::guarantees;
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::settings::{USES, settings};

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

/// What the office uses and every version of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UsesView {
    /// What it uses today.
    pub today: UsesFields,
    /// The versions, the newest first.
    pub versions: Vec<SettingVersion<UsesFields>>,
}

/// Shows what the office uses and every version of it.
pub fn office_uses(desk: &Desk, _: Nothing, moment: &Moment) -> Result<UsesView, Failure> {
    desk.read(|reader| {
        let settings = settings(reader)?;
        let versions = versions::<OfficeUses>(reader, moment, |dated, version| {
            // What the rules need is used, whatever was chosen before them.
            let on = if version.state == VersionState::InForce { moment.today } else { dated.valid_from };
            settings.at(on).uses
        })?;
        Ok(UsesView { today: fields(settings.at(moment.today).uses), versions })
    })
}

/// Changes what the office uses from a date, or corrects a version of it. Refused while facts in course need a part.
pub fn set_office_uses(desk: &mut Desk, input: NewVersion<UsesFields>, moment: &Moment) -> Result<UsesView, Failure> {
    let UsesFields { committee, guarantee, refunds, debts } = input.fields;
    let uses = OfficeUses { committee, guarantee, refunds, debts };
    let new = NewVersion { version: input.version, fields: uses };
    set(desk, "set_office_uses", new, moment, |reader, from| {
        let settings = settings(reader)?;
        for part in settings.uses.at(from).value.given_up(uses) {
            may_do_without(part, reader, (&settings, from), moment)?;
        }
        Ok(())
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

impl DatedSetting for OfficeUses {
    const KIND: &'static str = USES;
    const CHANGED: &'static str = "Modification de ce que le bureau utilise.";
    type Fields = UsesFields;

    fn delivered() -> Result<&'static Dated<Self>, Failure> {
        Ok(&delivered()?.uses)
    }

    fn fields(&self) -> Result<UsesFields, Failure> {
        Ok(fields(*self))
    }

    fn clauses(&self, _: &Lists) -> Vec<Clause> {
        let used = |part: OfficeUse| if self.has(part) { "utilisé" } else { "pas utilisé" };
        OfficeUse::ALL.into_iter().map(|part| Clause::of(part.label(), used(part))).collect()
    }
}
