//! The facts of the yearly report for elected officials: totals, charts, tables without a line of a few people.

mod parts;
mod tables;

use documents::papers::annual_report::{AnnualReport, Bar, Fill, KeyFigure, Remark, ReportChart};
use domain::report::{Bilan, ColumnKey, Figure, Indicator, IndicatorKey, RowKind, SmallNumbers, TableKey, Unit, Value};
use domain::words::{counted, figure};
use rust_decimal::Decimal;

use super::asked::ReportPeriod;
use super::counted::Material;
use super::own_words::words_on;
use super::wording;
use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::Desk;

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

/// A period counted for the paper, beside the one before.
struct Counted<'m> {
    material: &'m Material,
    bilan: Bilan,
    before: Vec<Indicator>,
}

/// Gathers the facts of the yearly report.
pub(crate) fn annual_report(desk: &Desk, asked: &ReportPeriod, moment: &Moment) -> Result<AnnualReport, Failure> {
    let material = Material::read(desk, asked, moment)?;
    let small = SmallNumbers::GroupedUnder(material.few());
    let bilan = material.bilan(small)?;
    let before = material.indicators_before()?;
    let words = desk.read(|reader| words_on(reader, "annual_report", material.period))?;
    let counted = Counted { material: &material, bilan, before };
    let purposes = counted.purposes();
    Ok(AnnualReport {
        title: format!("Le microcrédit personnel {}", wording::during(material.period)),
        reference: wording::reference(material.period),
        established_on: moment.today,
        summary: wording::sentence(&counted.bilan, !material.rows.is_empty()),
        keys: KEYS.into_iter().map(|(key, one, many)| counted.key_figure(key, one, many)).collect(),
        remarks: counted.remarks(),
        editorial: words.paragraphs().map(ToOwned::to_owned).collect(),
        proposal: String::new(),
        months: parts::chart(&material),
        tables: counted.tables(),
        notes: counted.notes(purposes.as_ref(), moment),
        charts: [counted.steps(), purposes].into_iter().flatten().collect(),
    })
}

impl Counted<'_> {
    fn value(&self, key: IndicatorKey) -> Option<Value> {
        self.bilan.indicator(key).and_then(|one| one.figure.value)
    }

    fn before(&self, key: IndicatorKey) -> Option<Value> {
        self.before.iter().find(|one| one.key == key).and_then(|one| one.figure.value)
    }

    fn unit(&self, key: IndicatorKey) -> Unit {
        self.material.delivered.rules.indicator(key).map_or(Unit::Dossiers, |one| one.unit)
    }

    fn label(&self, key: IndicatorKey) -> &str {
        self.material.delivered.rules.indicator(key).map_or("", |one| one.label.as_str())
    }

    fn heading(&self) -> String {
        wording::heading(self.material.period)
    }

    fn heading_before(&self) -> String {
        self.material.before.map(wording::heading).unwrap_or_default()
    }

    fn key_figure(&self, key: IndicatorKey, one: &str, many: &str) -> KeyFigure {
        let unit = self.unit(key);
        let value = self.value(key);
        let alone = value.is_none_or(|value| value.number() < Decimal::TWO);
        let before = self.before(key).zip(self.material.before).filter(|_| key != IndicatorKey::LoansSinceStart);
        KeyFigure {
            value: wording::shown(value, unit),
            caption: if alone { one } else { many }.to_owned(),
            before: before.map(|(value, period)| format!("{} {}", figure(value, unit), wording::during(period))),
        }
    }

    /// The steps, each at its day, with the share of the step before and the mark of elsewhere.
    fn steps(&self) -> Option<ReportChart> {
        let longest = STEPS.iter().filter_map(|(key, ..)| self.value(*key)).map(Value::number).max()?;
        let ratio = |value: Value| value.number().checked_div(longest).unwrap_or_default();
        let bars = STEPS.iter().filter_map(|(key, fill, rate)| {
            let value = self.value(*key)?;
            Some(Bar {
                label: self.label(*key).to_owned(),
                value: figure(value, Unit::Dossiers),
                note: rate.map(|(rate, of)| self.rate_note(rate, of)).unwrap_or_default(),
                ratio: ratio(value),
                fill: *fill,
            })
        });
        let marks = "Repères : taux moyens des CCAS, issus d’enquêtes différentes ; ils se lisent un par un et ne se \
                     multiplient pas.";
        Some(ReportChart {
            title: "De la demande au prêt".to_owned(),
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
        let table = self.bilan.table(TableKey::Purposes)?;
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
        let granted = counted(wording::count(&self.bilan, IndicatorKey::Granted), "prêt", "prêts");
        let ours = format!("{} ({granted})", wording::title(self.material.period));
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
        let assessed_went = assessed.number().cmp(&assessed_before.number());
        let granted_went = granted.number().cmp(&granted_before.number());
        // What goes up on one side and down on the other is told, not concluded.
        let headline = match (assessed_went.is_gt(), assessed_went.is_lt(), granted_went.is_gt(), granted_went.is_lt())
        {
            (true, _, _, false) | (false, false, true, _) => "L’activité progresse",
            (_, true, false, _) | (false, false, _, true) => "L’activité recule",
            (false, false, false, false) => "L’activité est stable",
            (true, _, _, true) | (_, true, true, _) => "D’une année à l’autre",
        };
        let since = wording::during(self.material.before?);
        let were = |before| figure(before, Unit::Dossiers);
        let dossiers =
            counted(wording::count(&self.bilan, IndicatorKey::Assessed), "dossier évalué", "dossiers évalués");
        let loans = counted(wording::count(&self.bilan, IndicatorKey::Granted), "prêt accordé", "prêts accordés");
        let (assessed, granted) = (were(assessed_before), were(granted_before));
        Some((headline, format!("{dossiers} ({assessed} {since}), {loans} ({granted} {since}).")))
    }

    fn other_answers(&self) -> Option<String> {
        let redirected = wording::count(&self.bilan, IndicatorKey::Redirected);
        let people = counted(redirected, "personne orientée", "personnes orientées");
        (redirected > 0).then(|| format!("{people} vers une solution mieux adaptée qu’un prêt."))
    }

    fn delay(&self) -> Option<String> {
        let delay = self.bilan.indicator(IndicatorKey::DaysRequestToDisbursement)?;
        let mean = figure(delay.figure.value?, Unit::Days);
        let median = wording::median(delay.working)?;
        Some(format!("de la première demande au versement, {mean} en moyenne (médiane : {median})."))
    }

    fn notes(&self, purposes: Option<&ReportChart>, moment: &Moment) -> Vec<String> {
        let under = self.material.few().saturating_sub(1);
        let few =
            format!("Un effectif de 1 à {under} personnes n’est jamais affiché dans une répartition : il est regroupé");
        let mut notes = vec![
            "Aucun nom.".to_owned(),
            format!("{few} avec un autre. Les effectifs nuls et les totaux du dispositif sont affichés."),
            "Chaque dossier est compté une fois par indicateur, à la date du fait.".to_owned(),
            "Les délais sont des médianes calculées étape par étape : elles ne s’additionnent pas.".to_owned(),
        ];
        if purposes.is_none() {
            notes.push("Les prêts sont trop peu nombreux pour que leurs objets soient dessinés.".to_owned());
        }
        notes.extend(wording::notice(&self.bilan, self.material.before, moment));
        notes
    }
}
