//! Signing, correcting and ending what is agreed with a lender.

use domain::calendar::Toward;
use domain::settings::{Dated, LenderAgreement, ListKey};
use domain::words;
use serde::Deserialize;
use ts_rs::TS;

use super::agreement_fields::{AgreementFields, read};
use super::{LendersView, gone, lenders};
use crate::office::acted;
use crate::office::versions::{Place, TypedVersion, known, place};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::{AGREEMENT, kept_of, row_of, settings};

/// An agreement signed with a lender.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAgreement {
    /// The lender.
    pub lender: String,
    /// Its first day, as typed; today when empty.
    pub from: String,
    /// The agreement or amendment it is written in.
    pub source: String,
    /// What it says.
    pub fields: AgreementFields,
}

/// A correction of an agreement.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementChange {
    /// The lender.
    pub lender: String,
    /// Which one is corrected, and why.
    pub version: TypedVersion,
    /// What it says.
    pub fields: AgreementFields,
}

/// An agreement that ends.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementEnd {
    /// The lender.
    pub lender: String,
    /// The first day of the agreement, as given.
    pub agreement: String,
    /// Its last day.
    pub ends_on: String,
    /// Why, or by what paper.
    pub reason: String,
}

/// Records an agreement signed with a lender, from its date on.
pub fn sign_agreement(desk: &mut Desk, input: NewAgreement, moment: &Moment) -> Result<LendersView, Failure> {
    let version =
        TypedVersion { corrects: String::new(), from: input.from, source: input.source, reason: String::new() };
    let acting = ("sign_agreement", "Convention avec une banque.");
    record(desk, acting, AgreementChange { lender: input.lender, version, fields: input.fields }, moment)
}

/// Corrects what was entered of an agreement.
pub fn correct_agreement(desk: &mut Desk, input: AgreementChange, moment: &Moment) -> Result<LendersView, Failure> {
    if input.version.corrects.trim().is_empty() {
        return Err(Failure::gone("Cette convention"));
    }
    record(desk, ("correct_agreement", "Correction d’une convention."), input, moment)
}

/// Ends an agreement on a day.
pub fn end_agreement(desk: &mut Desk, input: AgreementEnd, moment: &Moment) -> Result<LendersView, Failure> {
    let key = ListKey::new(input.lender);
    let no_day = || Failure::refused("Quel est le dernier jour de la convention ?").at("ends_on");
    let ends_on = reading::date(&input.ends_on, "ends_on", moment, Toward::Future)?.ok_or_else(no_day)?;
    let missing = "Dites pourquoi elle finit, ou par quel courrier.";
    let reason = reading::needed(&input.reason, "reason", missing)?;
    let (row, id) = desk.read(|reader| {
        let own = kept_of::<LenderAgreement>(reader, AGREEMENT, key.as_str())?;
        let kept = own.into_iter().find(|kept| kept.dated.valid_from.to_string() == input.agreement);
        let kept = kept.ok_or_else(|| Failure::gone("Cette convention"))?;
        let value = LenderAgreement { ends_on: Some(ends_on), ..kept.dated.value };
        let source = format!("{} ; finit le {} : {reason}", kept.dated.source, words::long_date(ends_on));
        let source = reading::line(&source, "reason")?.to_string();
        let dated = Dated { valid_from: kept.dated.valid_from, source, value };
        ends_after_its_start(&dated)?;
        Ok((row_of(AGREEMENT, key.as_str(), &dated, moment)?, kept.id))
    })?;
    desk.act("end_agreement", moment, |writer| {
        writer.replace_setting(id, &row)?;
        Ok(acted("Fin d’une convention.", vec![AGREEMENT]))
    })?;
    lenders(desk, Nothing {}, moment)
}

fn record(
    desk: &mut Desk,
    (call, sentence): (&'static str, &str),
    input: AgreementChange,
    moment: &Moment,
) -> Result<LendersView, Failure> {
    let key = ListKey::new(input.lender);
    let (row, place): (_, Place) = desk.read(|reader| {
        let settings = settings(reader)?;
        settings.lenders.get(&key).ok_or_else(gone)?;
        let agreement = read(&input.fields, &settings, moment)?;
        let own = kept_of::<LenderAgreement>(reader, AGREEMENT, key.as_str())?;
        let place = place(&input.version, &known(None, &own), moment)?;
        let dated = place.dated(agreement);
        ends_after_its_start(&dated)?;
        Ok((row_of(AGREEMENT, key.as_str(), &dated, moment)?, place))
    })?;
    desk.act(call, moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted(sentence, vec![AGREEMENT]))
    })?;
    lenders(desk, Nothing {}, moment)
}

fn ends_after_its_start(agreement: &Dated<LenderAgreement>) -> Result<(), Failure> {
    if agreement.value.ends_on.is_some_and(|end| end < agreement.valid_from) {
        let from = words::long_date(agreement.valid_from);
        return Err(Failure::refused(&format!("La convention finirait avant de commencer, le {from}.")).at("ends_on"));
    }
    Ok(())
}
