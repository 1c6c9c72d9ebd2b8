//! What the adviser writes on the report of a period, in their own words: an editorial, what to look at.
//!
//! It is kept with the office under the paper and its days, and printed as it was typed.

use domain::report::Period;
use domain::settings::{Dated, ReportWords};
use domain::text::Text;
use serde::{Deserialize, Serialize};
use store::{Acted, Reader};
use ts_rs::TS;

use super::period::ReportPeriod;
use super::wording;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::{REPORT_WORDS, kept_of, report_words_key, row_of};

/// The papers that have a place for the adviser's words, what it is called, and what may stand there.
const PLACES: [(&str, &str, &str); 5] = [
    (
        "annual_report",
        "Ce que nous avons appris, ce que nous ferons",
        "Un fait marquant, une difficulté, ce qui change. Aucun nom de personne.",
    ),
    (
        "annual_decision",
        "Décision proposée au conseil",
        "Prendre acte du bilan, reconduire une enveloppe, ouvrir une permanence. Aucun nom de personne.",
    ),
    (
        "dashboard",
        "À regarder au prochain point",
        "Ce dont on reparlera : un délai, un partenaire. Aucun nom de personne.",
    ),
    ("referrers_page", "Rencontrons-nous", "Quand vous pouvez venir dans leurs équipes. Aucun nom de personne aidée."),
    (
        "funder_page",
        "Justificatifs et demande",
        "Les justificatifs tenus à disposition, la demande pour l’année qui vient. Aucun nom de personne.",
    ),
];

/// The paper and the period of the words.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportWordsAsked {
    /// The paper.
    pub paper: String,
    /// The first day of its period, as typed.
    pub from: String,
    /// The last day, as typed.
    pub to: String,
}

/// The words to keep.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewReportWords {
    /// The paper.
    pub paper: String,
    /// The first day of its period, as typed.
    pub from: String,
    /// The last day, as typed.
    pub to: String,
    /// The words; nothing is printed when empty.
    pub text: String,
}

/// The adviser's words on a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportWordsView {
    /// What the place is called.
    pub label: String,
    /// What may stand there.
    pub hint: String,
    /// The words as typed; empty when there are none.
    pub text: String,
}

/// Shows the adviser's words on the report of a period.
pub fn report_words(desk: &Desk, input: ReportWordsAsked, moment: &Moment) -> Result<ReportWordsView, Failure> {
    let period = period(&input.from, &input.to, moment)?;
    let (label, hint) = place(&input.paper)?;
    let text = desk.read(|reader| words_on(reader, &input.paper, period))?;
    Ok(ReportWordsView { label: label.to_owned(), hint: domain::words::spaced(hint), text: text.as_str().to_owned() })
}

/// Keeps the adviser's words on the report of a period, in place of those there were.
pub fn set_report_words(desk: &mut Desk, input: NewReportWords, moment: &Moment) -> Result<ReportWordsView, Failure> {
    let period = period(&input.from, &input.to, moment)?;
    let (label, _) = place(&input.paper)?;
    let words = ReportWords { text: reading::text(&input.text, "text")? };
    let key = report_words_key(&input.paper, period);
    let there = desk.read(|reader| kept_of::<ReportWords>(reader, REPORT_WORDS, &key))?;
    let dated = Dated { valid_from: period.from(), source: label.to_owned(), value: words };
    let row = row_of(REPORT_WORDS, &key, &dated, moment)?;
    if there.first().is_none_or(|there| there.dated.value != dated.value) {
        let sentence = format!("« {label} », {}.", domain::words::lowered(&wording::title(period)));
        desk.act("set_report_words", moment, |writer| {
            match there.first() {
                Some(there) => writer.replace_setting(there.id, &row)?,
                None => writer.add_setting(&row).map(drop)?,
            }
            let sentence = domain::words::spaced(&sentence);
            Ok(Acted { value: (), sentence, dossier: None, fields: vec![REPORT_WORDS], draft: None })
        })?;
    }
    report_words(desk, ReportWordsAsked { paper: input.paper, from: input.from, to: input.to }, moment)
}

/// The adviser's words on a paper of a period; empty when there are none.
pub fn words_on(reader: &Reader<'_>, paper: &str, period: Period) -> Result<Text, Failure> {
    let kept = kept_of::<ReportWords>(reader, REPORT_WORDS, &report_words_key(paper, period))?;
    Ok(kept.into_iter().next_back().map(|row| row.dated.value.text).unwrap_or_default())
}

fn place(paper: &str) -> Result<(&'static str, &'static str), Failure> {
    let found = PLACES.iter().find(|(key, ..)| *key == paper);
    let no_place = || Failure::refused("Ce papier n’a pas de place pour vos mots.").at("paper");
    found.map(|(_, label, hint)| (*label, *hint)).ok_or_else(no_place)
}

fn period(from: &str, to: &str, moment: &Moment) -> Result<Period, Failure> {
    let asked = ReportPeriod { year: String::new(), from: from.to_owned(), to: to.to_owned() };
    asked.read(moment)?.ok_or_else(|| Failure::half_a_period("from"))
}
