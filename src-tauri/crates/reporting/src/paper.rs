//! The facts of the yearly report for elected officials: totals, charts, tables without a line of a few people.

mod parts;
mod tables;

use std::cmp::Ordering;

use documents::papers::annual_report::{AnnualReport, Bar, Fill, KeyFigure, Remark, ReportChart};
use domain::report::{ColumnKey, Figure, IndicatorKey, Of, RowKind, TableKey, Unit, Value};
use domain::words::{counted, figure};
use rust_decimal::Decimal;

use super::counted::Material;
use super::outside::Outside;
use super::own_words::words_on;
use super::period::ReportAsked;
use super::wording;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// A step of the first chart, how it is drawn, and the rate that leads to it from the step before.
type Step = (IndicatorKey, Fill, Option<(IndicatorKey, &'static str)>);

/// The steps of the first chart; the full bars are those that matter most.
const STEPS: [Step; 5] = [
    (IndicatorKey::Requests, Fill::Outline, None),
    (IndicatorKey::Assessed, Fill::Full, None),
    (IndicatorKey::Submitted, Fill::Outline, Some((IndicatorKey::SubmissionRate, "des évalués"))),
    (IndicatorKey::Granted, Fill::Full, Some((IndicatorKey::GrantRateOfSubmitted, "des transmis"))),
    (IndicatorKey::Disbursed, Fill::Outline, None),
];

/// The key figures and what is said under each, in the order of the paper.
const KEYS: [(IndicatorKey, &str, &str); 6] = [
    (IndicatorKey::Assessed, "dossier évalué", "dossiers évalués"),
    (IndicatorKey::Granted, "prêt accordé par la banque", "prêts accordés par la banque"),
    (IndicatorKey::MeanAmount, "en moyenne par prêt", "en moyenne par prêt"),
    (IndicatorKey::AmountGranted, "prêtés au total", "prêtés au total"),
    (
        IndicatorKey::Redirected,
        "personne orientée vers une autre solution",
        "personnes orientées vers une autre solution",
    ),
    (IndicatorKey::LoansSinceStart, "prêt accordé depuis le début", "prêts accordés depuis le début"),
];

/// Gathers the facts of the yearly report.
pub fn annual_report(desk: &Desk, asked: &ReportAsked, moment: &Moment) -> Result<AnnualReport, Failure> {
    let material = Material::read(desk, asked, moment)?;
    let words = desk.read(|reader| words_on(reader, "annual_report", material.period))?;
    let counted = Outside::of(&material, material.period, material.before)?;
    let purposes = counted.purposes();
    Ok(AnnualReport {
        title: material.titled(format!("Le microcrédit personnel {}", wording::during(material.period))),
        reference: material.titled(wording::reference(material.period)),
        established_on: moment.today,
        summary: if material.rows.is_empty() { wording::NO_DOSSIER.to_owned() } else { counted.sentence() },
        keys: KEYS.into_iter().map(|(key, one, many)| counted.key_of(key, (one, many))).collect(),
        remarks: counted.remarks(),
        editorial: words.paragraphs().map(ToOwned::to_owned).collect(),
        proposal: String::new(),
        months: parts::chart(&material),
        tables: counted.tables(),
        notes: counted.notes_of(purposes.as_ref(), moment),
        charts: [counted.steps(), purposes].into_iter().flatten().collect(),
    })
}

impl Outside<'_> {
    fn key_of(&self, key: IndicatorKey, words: (&str, &str)) -> KeyFigure {
        let before = self.before_in_words(key, wording::during);
        self.key_figure(key, words, before.filter(|_| key != IndicatorKey::LoansSinceStart))
    }

    fn heading(&self) -> String {
        wording::heading(self.material.period)
    }

    fn heading_before(&self) -> String {
        self.compared.map(wording::heading).unwrap_or_default()
    }

    /// The steps, each at its day, with the share of the step before and the mark of elsewhere.
    fn steps(&self) -> Option<ReportChart> {
        let longest = STEPS.iter().filter_map(|(key, ..)| self.value(*key)).map(Value::number).max()?;
        let ratio = |value: Value| value.number().checked_div(longest).unwrap_or_default();
        let bars = STEPS.iter().map(|(key, fill, rate)| Bar {
            label: self.material.label(*key).to_owned(),
            value: self.text(*key, Of::ThePeriod),
            note: rate.map(|(rate, of)| self.rate_note(rate, of)).unwrap_or_default(),
            // A bar would tell the number that is not told.
            ratio: self.value(*key).map(ratio).unwrap_or_default(),
            fill: *fill,
        });
        let marks = "Repères : taux moyens des CCAS, issus d’enquêtes différentes ; ils se lisent un par un et ne se \
                     multiplient pas.";
        Some(ReportChart {
            title: "Étape par étape, dans la période".to_owned(),
            bars: bars.collect(),
            legend: Vec::new(),
            note: format!("Chaque fait est compté à sa date. {marks}"),
        })
        .filter(|_| !longest.is_zero())
    }

    fn rate_note(&self, rate: IndicatorKey, of: &str) -> String {
        let Some(value) = self.value(rate) else { return String::new() };
        let mark = tables::mark(self.material, rate).map(|mark| format!(" · repère CCAS {mark}"));
        format!("{} {of}{}", figure(value, Unit::Percent), mark.unwrap_or_default())
    }

    /// What loans are for, beside elsewhere; nothing when there are too few loans to be told apart.
    fn purposes(&self) -> Option<ReportChart> {
        let table = self.table(TableKey::Purposes)?;
        let place = |key| table.columns.iter().position(|head| head.key == key);
        let (share, reference) = (place(ColumnKey::GrantedShare)?, place(ColumnKey::GrantedReference)?);
        let mut bars = Vec::new();
        for row in table.rows.iter().filter(|row| row.kind == RowKind::Line) {
            let bar = |place: usize, label: &str, fill| {
                let value = row.cells.get(place).and_then(|cell: &Figure| cell.value)?;
                let ratio = value.number() / Decimal::ONE_HUNDRED;
                let (value, label) = (figure(value, Unit::Percent), label.to_owned());
                Some(Bar { label, value, note: String::new(), ratio, fill })
            };
            bars.extend(bar(share, &row.label, Fill::Full));
            bars.extend(bar(reference, "", Fill::Outline));
        }
        // One bar for everything tells nothing: small numbers left no breakdown to draw.
        let told = bars.iter().filter(|bar: &&Bar| bar.fill == Fill::Full && !bar.ratio.is_zero()).count();
        if told < 2 {
            return None;
        }
        let year = self.material.delivered.references.purposes.year;
        let granted = self.counted(IndicatorKey::Granted, "prêt", "prêts");
        let granted = granted.map(|loans| format!(" ({loans})")).unwrap_or_default();
        let ours = format!("{}{granted}", wording::title(self.material.period));
        Some(ReportChart {
            title: "À quoi servent les prêts accordés".to_owned(),
            bars,
            legend: vec![(Fill::Full, ours), (Fill::Outline, format!("ensemble des CCAS, {year}"))],
            note: String::new(),
        })
    }

    fn remarks(&self) -> Vec<Remark> {
        let remark = |headline: &str, text: String| Remark { headline: headline.to_owned(), text };
        [
            self.activity().map(|(headline, text)| remark(headline, text)),
            self.other_answers().map(|text| remark("Les autres personnes ont une réponse", text)),
            self.delay().map(|text| remark("Le temps d’un dossier", text)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn activity(&self) -> Option<(&'static str, String)> {
        let (assessed, assessed_before) = (self.value(IndicatorKey::Assessed)?, self.before(IndicatorKey::Assessed)?);
        let (granted, granted_before) = (self.value(IndicatorKey::Granted)?, self.before(IndicatorKey::Granted)?);
        let went = (assessed.number().cmp(&assessed_before.number()), granted.number().cmp(&granted_before.number()));
        // What goes up on one side and down on the other is told, not concluded.
        let headline = match went {
            (Ordering::Greater, Ordering::Greater | Ordering::Equal) => "L’activité progresse",
            (Ordering::Less, Ordering::Less | Ordering::Equal) => "L’activité recule",
            (Ordering::Equal, Ordering::Less | Ordering::Equal | Ordering::Greater) => "L’activité est stable",
            (Ordering::Greater, Ordering::Less) | (Ordering::Less, Ordering::Greater) => "D’une année à l’autre",
        };
        let since = wording::during(self.compared?);
        let were = |before| figure(before, Unit::Dossiers);
        let dossiers = self.counted(IndicatorKey::Assessed, "dossier évalué", "dossiers évalués")?;
        let loans = self.counted(IndicatorKey::Granted, "prêt accordé", "prêts accordés")?;
        let (assessed, granted) = (were(assessed_before), were(granted_before));
        Some((headline, format!("{dossiers} ({assessed} {since}), {loans} ({granted} {since}).")))
    }

    fn other_answers(&self) -> Option<String> {
        let redirected = self.count(IndicatorKey::Redirected).filter(|people| *people > 0)?;
        let people = counted(redirected, "personne orientée", "personnes orientées");
        Some(format!("{people} vers une solution mieux adaptée qu’un prêt."))
    }

    fn delay(&self) -> Option<String> {
        let delay = self.told(IndicatorKey::DaysRequestToDisbursement, Of::ThePeriod)?;
        let mean = figure(delay.figure.value?, Unit::Days);
        let median = wording::median(delay.working)?;
        Some(format!("de la première demande au versement, {mean} en moyenne (médiane : {median})."))
    }

    fn notes_of(&self, purposes: Option<&ReportChart>, moment: &Moment) -> Vec<String> {
        let [few, not_told] = self.notes();
        let mut notes = vec![
            "Aucun nom.".to_owned(),
            few,
            not_told,
            "Chaque dossier est compté une fois par indicateur, à la date du fait.".to_owned(),
            "Les délais sont des médianes calculées étape par étape : elles ne s’additionnent pas.".to_owned(),
        ];
        if purposes.is_none() {
            notes.push("Les prêts sont trop peu nombreux pour que leurs objets soient dessinés.".to_owned());
        }
        if self.value(IndicatorKey::Granted).map(Value::number) > self.value(IndicatorKey::Assessed).map(Value::number)
        {
            notes.extend(self.material.defined(IndicatorKey::Assessed));
        }
        notes.extend(wording::notice(&self.bilan, self.compared, moment));
        notes
    }
}
