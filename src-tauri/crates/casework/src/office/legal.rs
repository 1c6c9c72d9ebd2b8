//! Values of the law as the office knows them: shown with their source, added from a date.

use domain::calendar::Toward;
use domain::loan::Rate;
use domain::money::Euros;
use domain::settings::{Dated, LegalCertainty, LegalTopic, LegalValue};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::settings::{LEGAL, kept_of, row_of, settings};

/// The values of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LegalView {
    /// The topics, in their order.
    pub topics: Vec<LegalTopicView>,
}

/// One topic of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LegalTopicView {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Its unit in words.
    pub unit: String,
    /// Advice for the adviser.
    pub help: Option<String>,
    /// The value in force today.
    pub current: Option<LegalValueView>,
    /// The other values, the newest first.
    pub others: Vec<LegalValueView>,
}

/// One value of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LegalValueView {
    /// The value in words.
    pub text: String,
    /// `depuis le 7 février 2022`; empty when no bound is known.
    pub period: String,
    /// The law, article or notice it comes from.
    pub source: String,
    /// Whether it is to be verified.
    pub weak: bool,
    /// What is uncertain.
    pub note: Option<String>,
}

/// A value of the law from a date, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewLegalValue {
    /// The topic.
    pub topic: String,
    /// The value.
    pub value: String,
    /// Its first day.
    pub from: String,
    /// Its last day; may be empty.
    pub until: String,
    /// The law, article or notice it comes from.
    pub source: String,
    /// Whether it is to be verified.
    pub weak: bool,
}

/// Shows the values of the law with their sources.
pub fn legal_values(desk: &Desk, _: Nothing, moment: &Moment) -> Result<LegalView, Failure> {
    let legal = desk.read(settings)?.legal;
    let shown = |topic: &LegalTopic| {
        let current = legal.at(topic.key.as_str(), moment.today);
        let others = topic.values.iter().rev().filter(|value| Some(*value) != current);
        LegalTopicView {
            key: topic.key.as_str().to_owned(),
            label: words::spaced(&topic.label),
            unit: topic.unit.clone(),
            help: topic.help.as_deref().map(words::spaced),
            current: current.map(|value| value_view(value, &topic.kind, &topic.unit)),
            others: others.map(|value| value_view(value, &topic.kind, &topic.unit)).collect(),
        }
    };
    Ok(LegalView { topics: legal.topics().map(shown).collect() })
}

/// Adds a value of the law from a date, or corrects the one the office entered for that day.
pub fn set_legal_value(desk: &mut Desk, input: NewLegalValue, moment: &Moment) -> Result<LegalView, Failure> {
    let (row, replaced) = desk.read(|reader| {
        let legal = settings(reader)?.legal;
        let topic = legal.topics().find(|topic| topic.key.as_str() == input.topic);
        let topic = topic.ok_or_else(|| Failure::from(domain::settings::ListRefused).at("topic"))?;
        let dated = read(&input, &topic.kind, moment)?;
        let own = kept_of::<LegalValue>(reader, LEGAL, topic.key.as_str())?;
        let replaced = own.iter().find(|known| known.starts_on(dated.valid_from)).map(|known| known.id);
        Ok((row_of(LEGAL, topic.key.as_str(), &dated, moment)?, replaced))
    })?;
    desk.act("set_legal_value", moment, |writer| {
        match replaced {
            Some(id) => writer.replace_setting(id, &row)?,
            None => writer.add_setting(&row).map(drop)?,
        }
        Ok(acted("Modification d’une valeur légale.", vec![LEGAL]))
    })?;
    legal_values(desk, Nothing {}, moment)
}

fn read(input: &NewLegalValue, kind: &str, moment: &Moment) -> Result<Dated<LegalValue>, Failure> {
    let value = read_value(&input.value, kind)?;
    let no_day = || Failure::refused("À partir de quel jour ? La date est dans le texte de loi.").at("from");
    let from = reading::date(&input.from, "from", moment, Toward::Past)?.ok_or_else(no_day)?;
    let until = reading::date(&input.until, "until", moment, Toward::Future)?;
    if until.is_some_and(|until| until < from) {
        return Err(Failure::refused("La fin tombe avant le début.").at("until"));
    }
    let missing = "La source manque : loi, décret, article ou avis.";
    let source = reading::needed(&input.source, "source", missing)?.to_string();
    let certainty = if input.weak { LegalCertainty::Weak } else { LegalCertainty::Sure };
    let value =
        LegalValue { valid_from: Some(from), valid_to: until, value, source: source.clone(), certainty, note: None };
    Ok(Dated { valid_from: from, source, value })
}

/// The value as it is kept, by what its topic holds.
fn read_value(typed: &str, kind: &str) -> Result<String, Failure> {
    let missing = || Failure::refused("La valeur manque.").at("value");
    match kind {
        "money" => Ok(kept_amount(reading::amount(typed, "value")?.ok_or_else(missing)?)),
        "percent" => Ok(String::from(reading::rate(typed, "value")?.ok_or_else(missing)?)),
        "count" => Ok(reading::whole(typed, "value")?.ok_or_else(missing)?.to_string()),
        "boolean" => match words::folded(typed.trim()).as_str() {
            "oui" => Ok("true".to_owned()),
            "non" => Ok("false".to_owned()),
            "" => Err(missing()),
            _ => Err(Failure::refused("Écrivez oui ou non.").at("value")),
        },
        "fraction" => fraction(typed),
        _ => Ok(reading::needed(typed, "value", "La valeur manque.")?.to_string()),
    }
}

/// `8000`, `8000.50`.
fn kept_amount(amount: Euros) -> String {
    let bare: String = amount.bare().chars().filter(|sign| !sign.is_whitespace()).collect();
    bare.trim_end_matches(",00").replace(',', ".")
}

fn fraction(typed: &str) -> Result<String, Failure> {
    let figures = |part: &str| !part.is_empty() && part.len() < 6 && part.bytes().all(|sign| sign.is_ascii_digit());
    let (over, under) = typed.trim().split_once('/').unwrap_or((typed.trim(), "1"));
    if figures(over) && figures(under) && under.bytes().any(|sign| sign != b'0') {
        return Ok(format!("{over}/{under}"));
    }
    Err(Failure::refused("Ce n’est pas une fraction.").remedy("Écrivez par exemple 1/3.").at("value"))
}

fn value_view(value: &LegalValue, kind: &str, unit: &str) -> LegalValueView {
    let day = words::long_date;
    let period = match (value.valid_from, value.valid_to) {
        (None, None) => String::new(),
        (Some(from), None) => format!("depuis le {}", day(from)),
        (None, Some(until)) => format!("jusqu’au {}", day(until)),
        (Some(from), Some(until)) => format!("du {} au {}", day(from), day(until)),
    };
    LegalValueView {
        text: worded(&value.value, kind, unit),
        period,
        source: words::spaced(&value.source),
        weak: value.certainty == LegalCertainty::Weak,
        note: value.note.as_deref().map(words::spaced),
    }
}

/// The value as people read it: `8 000 €`, `14 jours`, `23,56 %`, `oui`.
fn worded(value: &str, kind: &str, unit: &str) -> String {
    let text = match kind {
        "money" => Euros::read(value).map(super::limits::whole).ok(),
        "percent" => Rate::read(value).map(|rate| rate.to_string()).ok(),
        "count" if unit != "nombre" => Some(format!("{value} {unit}")),
        "fraction" if unit != "fraction" => Some(format!("{value} {unit}")),
        "boolean" => Some(if value == "true" { "oui" } else { "non" }.to_owned()),
        _ => None,
    };
    words::spaced(&text.unwrap_or_else(|| value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_kept_as_rules_read_it_and_shown_as_people_do() {
        for (kind, unit, typed, kept, shown) in [
            ("money", "euros", "8 000", "8000", "8 000 €"),
            ("money", "euros", "150,50", "150.50", "150,50 €"),
            ("percent", "pour cent", "23,56 %", "23.56", "23,56 %"),
            ("count", "jours", "14", "14", "14 jours"),
            ("count", "nombre", "2", "2", "2"),
            ("boolean", "oui ou non", "Oui", "true", "oui"),
            ("fraction", "jours", "365/12", "365/12", "365/12 jours"),
            ("text", "texte", " Attention ! ", "Attention !", "Attention !"),
        ] {
            assert_eq!(read_value(typed, kind).unwrap(), kept, "{typed}");
            assert_eq!(worded(kept, kind, unit).replace(['\u{202f}', '\u{a0}'], " "), shown);
        }
        for (kind, typed) in
            [("money", "x"), ("percent", "101"), ("count", "1,5"), ("boolean", "peut-être"), ("fraction", "1/0")]
        {
            assert_eq!(read_value(typed, kind).unwrap_err().field.as_deref(), Some("value"), "{typed}");
        }
    }
}
