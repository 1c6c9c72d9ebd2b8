//! What a funder gave, and from when: a dated setting whose source is the agreement.

use chrono::NaiveDate;
use domain::settings::{Dated, Funding};
use serde::{Deserialize, Serialize};
use store::{Acted, Reader};
use ts_rs::TS;

use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::{FUNDING, kept_of, laid, row};
use casework::office::{Clause, TypedVersion, Version, headed, known, place};

/// The agreement as a form holds it; only the funder and the amount are needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundingFields {
    /// Who gives.
    pub funder: String,
    /// What is given for a year.
    pub amount: String,
    /// How many dossiers were to be assessed.
    pub assessed_target: String,
    /// How many loans were to be granted.
    pub granted_target: String,
}

/// The agreement from a date, or a correction of it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewFunding {
    /// From when, and by which agreement.
    pub version: TypedVersion,
    /// What it says.
    pub fields: FundingFields,
}

/// One version of the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FundingVersion {
    /// How it is headed.
    pub version: Version,
    /// As a form holds it.
    pub fields: FundingFields,
    /// In words.
    pub clauses: Vec<Clause>,
}

/// The agreements with funders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FundingView {
    /// The versions, the newest first; none while nobody gives.
    pub versions: Vec<FundingVersion>,
}

/// Shows what funders gave and what was agreed with them.
pub fn funding(desk: &Desk, _: Nothing, moment: &Moment) -> Result<FundingView, Failure> {
    let versions = desk.read(versions)?;
    let headings = headed(&versions, |_| None, moment.today);
    let mut shown: Vec<FundingVersion> = versions.iter().zip(headings).map(shown).collect();
    shown.reverse();
    Ok(FundingView { versions: shown })
}

/// Sets what a funder gives from a date, or corrects a version of it.
pub fn set_funding(desk: &mut Desk, input: NewFunding, moment: &Moment) -> Result<FundingView, Failure> {
    let funding = read(&input.fields)?;
    let place = desk.read(|reader| {
        let own = kept_of::<Funding>(reader, FUNDING, "")?;
        place(&input.version, &known(None, &own), moment)
    })?;
    let row = row(FUNDING, &place.dated(funding), moment)?;
    desk.act("set_funding", moment, |writer| {
        place.write(writer, &row)?;
        Ok(Acted {
            value: (),
            sentence: "Modification de l’aide du financeur.".to_owned(),
            dossier: None,
            fields: vec![FUNDING],
            draft: None,
        })
    })?;
    self::funding(desk, Nothing {}, moment)
}

/// The agreement in force on a day.
pub(super) fn funding_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Option<Dated<Funding>>, Failure> {
    Ok(versions(reader)?.into_iter().rfind(|dated| dated.valid_from <= day))
}

fn versions(reader: &Reader<'_>) -> Result<Vec<Dated<Funding>>, Failure> {
    Ok(laid(Vec::new(), kept_of::<Funding>(reader, FUNDING, "")?))
}

fn read(fields: &FundingFields) -> Result<Funding, Failure> {
    let amount = reading::amount(&fields.amount, "amount")?;
    Ok(Funding {
        funder: reading::needed(&fields.funder, "funder", "Qui aide le CCAS ?")?,
        amount: amount.ok_or_else(|| Failure::refused("Quel montant pour une année ?").at("amount"))?,
        assessed_target: reading::whole(&fields.assessed_target, "assessed_target")?,
        granted_target: reading::whole(&fields.granted_target, "granted_target")?,
    })
}

fn shown((dated, version): (&Dated<Funding>, Version)) -> FundingVersion {
    let Funding { funder, amount, assessed_target, granted_target } = &dated.value;
    let number = |typed: &Option<u32>| typed.map(|number| number.to_string()).unwrap_or_default();
    let targets = [("dossiers évalués", assessed_target), ("prêts accordés", granted_target)];
    let targets: Vec<String> =
        targets.iter().filter_map(|(what, target)| target.map(|target| format!("{target} {what}"))).collect();
    let clauses = [
        ("Financeur", funder.to_string()),
        ("Aide pour une année", amount.to_string()),
        ("Objectifs", targets.join(", ")),
    ];
    FundingVersion {
        version,
        fields: FundingFields {
            funder: funder.to_string(),
            amount: amount.bare(),
            assessed_target: number(assessed_target),
            granted_target: number(granted_target),
        },
        clauses: clauses
            .iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(label, text)| Clause::of(label, text))
            .collect(),
    }
}
