//! What is typed once for a year: costs, subsidies, aids, inhabitants, paid time.

use chrono::NaiveDate;
use domain::money::Euros;
use domain::report::{IndicatorKey, Period, Value, YearPage};
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use store::{Acted, Reader, SettingRow};
use ts_rs::TS;

use super::counted::Material;
use super::period::ReportPeriod;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::REPORT_YEAR;

/// A year.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneYear {
    /// `2026`.
    pub year: String,
}

/// The page of a year as a form holds it; what is empty is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearFields {
    /// Subsidies received for this work.
    pub subsidies: String,
    /// What the paid time cost.
    pub wages: String,
    /// What communication cost.
    pub communication: String,
    /// The other costs.
    pub other_costs: String,
    /// All the optional aids of the office.
    pub optional_aid: String,
    /// The inhabitants of the town.
    pub inhabitants: String,
    /// The hours paid for this work.
    pub paid_hours: String,
}

/// The page of a year, typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewYearPage {
    /// `2026`.
    pub year: String,
    /// Its figures.
    pub fields: YearFields,
}

/// The page of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct YearPageView {
    /// `2026`.
    pub year: String,
    /// Its figures.
    pub fields: YearFields,
    /// What they make: `Coût de l’année : 10 000,00 €`; empty while nothing is typed.
    pub sentence: String,
}

/// Shows what was typed for a year.
pub fn report_year(desk: &Desk, input: OneYear, moment: &Moment) -> Result<YearPageView, Failure> {
    let (year, _) = year(&input.year)?;
    let pages = desk.read(pages)?;
    let page = pages.iter().find(|(typed, _)| *typed == year).map(|(_, page)| *page).unwrap_or_default();
    let sentence = sentence(&page, refunded(desk, &input, moment)?)?;
    Ok(YearPageView { year: year.to_string(), sentence, fields: fields(&page) })
}

/// Types the figures of a year.
pub fn set_report_year(desk: &mut Desk, input: NewYearPage, moment: &Moment) -> Result<YearPageView, Failure> {
    let (year, first_day) = year(&input.year)?;
    let page = read(&input.fields)?;
    let row = SettingRow {
        kind: REPORT_YEAR.to_owned(),
        key: year.to_string(),
        valid_from: first_day,
        recorded_at: moment.now,
        source: "Saisie du conseiller".to_owned(),
        format: 1,
        body: serde_json::to_string(&page).map_err(|_| Failure::broken("page-annuelle"))?,
    };
    desk.act("set_report_year", moment, |writer| {
        let typed = writer.settings(REPORT_YEAR)?.into_iter().find(|(_, kept)| kept.key == row.key);
        match typed {
            Some((id, _)) => writer.replace_setting(id, &row)?,
            None => drop(writer.add_setting(&row)?),
        }
        let sentence = spaced(&format!("Chiffres de l’année {year} saisis."));
        Ok::<_, Failure>(Acted { value: (), sentence, dossier: None, fields: vec![REPORT_YEAR], draft: None })
    })?;
    report_year(desk, OneYear { year: input.year }, moment)
}

/// Every year that was typed, with its figures.
pub(super) fn pages(reader: &Reader<'_>) -> Result<Vec<(i32, YearPage)>, Failure> {
    let rows = reader.settings(REPORT_YEAR)?;
    let read = rows.into_iter().map(|(_, row)| {
        let page = serde_json::from_str(&row.body).map_err(|_| Failure::broken("page-annuelle"))?;
        Ok((row.key.parse().map_err(|_| Failure::broken("page-annuelle"))?, page))
    });
    read.collect()
}

fn year(typed: &str) -> Result<(i32, NaiveDate), Failure> {
    let typed = typed.trim();
    let year = typed.parse().ok().filter(|_| typed.len() == 4);
    let period = year.and_then(|year| Some((year, Period::year(year)?)));
    period.map(|(year, period)| (year, period.from())).ok_or_else(Failure::not_a_year)
}

fn read(fields: &YearFields) -> Result<YearPage, Failure> {
    Ok(YearPage {
        subsidies: reading::amount(&fields.subsidies, "subsidies")?,
        wages: reading::amount(&fields.wages, "wages")?,
        communication: reading::amount(&fields.communication, "communication")?,
        other_costs: reading::amount(&fields.other_costs, "other_costs")?,
        optional_aid: reading::amount(&fields.optional_aid, "optional_aid")?,
        inhabitants: number(&fields.inhabitants, "inhabitants")?,
        paid_hours: number(&fields.paid_hours, "paid_hours")?,
    })
}

/// A number of people or hours as typed: `42 366`, at most seven figures.
fn number(typed: &str, field: &str) -> Result<Option<u32>, Failure> {
    let figures: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    if figures.is_empty() {
        return Ok(None);
    }
    let plain = figures.len() <= 7 && figures.bytes().all(|sign| sign.is_ascii_digit());
    let number = figures.parse().ok().filter(|_| plain);
    let refused = || Failure::refused("Il faut ici un nombre entier.").remedy("Écrivez par exemple 42 366.").at(field);
    number.map(Some).ok_or_else(refused)
}

fn fields(page: &YearPage) -> YearFields {
    let amount = |amount: Option<Euros>| amount.map(Euros::bare).unwrap_or_default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    YearFields {
        subsidies: amount(page.subsidies),
        wages: amount(page.wages),
        communication: amount(page.communication),
        other_costs: amount(page.other_costs),
        optional_aid: amount(page.optional_aid),
        inhabitants: number(page.inhabitants),
        paid_hours: number(page.paid_hours),
    }
}

/// The interest given back in the year.
fn refunded(desk: &Desk, input: &OneYear, moment: &Moment) -> Result<Euros, Failure> {
    let asked = ReportPeriod { year: input.year.clone(), from: String::new(), to: String::new() };
    let material = Material::read(desk, &asked.into(), moment)?;
    let bilan = material.bilan()?;
    let refunded = bilan.indicator(IndicatorKey::InterestRefundsAmount).and_then(|one| one.figure.value);
    Ok(if let Some(Value::Euros(amount)) = refunded { amount } else { Euros::ZERO })
}

fn sentence(page: &YearPage, refunded: Euros) -> Result<String, Failure> {
    let Some(account) = page.account(refunded)? else {
        let any = *page != YearPage::default();
        return Ok(if any {
            spaced("Temps de travail non noté : le coût de l’année n’est pas connu.")
        } else {
            String::new()
        });
    };
    let refunds =
        if refunded.is_zero() { String::new() } else { format!(", {refunded} d’intérêts rendus compris") };
    let net = account.net.map(|net| format!(", dont {net} à la charge du CCAS")).unwrap_or_default();
    Ok(spaced(&format!("Coût de l’année : {}{refunds}{net}.", account.total)))
}
