//! The dashboard of a month, a quarter or any days: what came in, what was done, what stands at the end.
//!
//! A short period has small numbers: what would show a few people is told since January, or over twelve months, or not.

mod loans;

use chrono::{Months, NaiveDate};
use documents::papers::annual_report::Fill;
use documents::papers::figures::{KeyFigure, ReportTable};
use documents::papers::report_page::Figures;
use domain::report::{
    Became, Event, IndicatorKey, Named, Of, Period, ReportRow, RowKind, SmallNumbers, TableKey, Unit,
};
use domain::settings::ListKey;
use domain::words::{Labelled, figure};

use super::few::{self, Line};
use super::{
    PageFigures, Step, chart, is_a_month, named, nothing, numbered, quarter, rows_of, share, short, since_january,
    table, whole,
};
use crate::counted::Material;
use crate::outside::Outside;
use app::desk::Desk;
use app::failure::Failure;

/// What steps count, in a few words.
const STEPS: [(IndicatorKey, Fill, &str); 5] = [
    (IndicatorKey::Requests, Fill::Outline, "premier contact avec un projet"),
    (IndicatorKey::Assessed, Fill::Full, "première décision du CCAS"),
    (IndicatorKey::Submitted, Fill::Outline, "date d’envoi"),
    (IndicatorKey::Granted, Fill::Full, "accord définitif de la banque"),
    (IndicatorKey::Disbursed, Fill::Outline, "fonds débloqués"),
];

const NAMES: [(IndicatorKey, &str, &str); 4] = [
    (IndicatorKey::Requests, "demande reçue", "demandes reçues"),
    (IndicatorKey::Assessed, "dossier évalué", "dossiers évalués"),
    (IndicatorKey::Submitted, "dossier transmis", "dossiers transmis"),
    (IndicatorKey::Granted, "prêt accordé", "prêts accordés"),
];

const DELAYS: [IndicatorKey; 3] = [
    IndicatorKey::DaysRequestToSubmission,
    IndicatorKey::DaysSubmissionToDecision,
    IndicatorKey::DaysDecisionToDisbursement,
];

/// What the tables are counted over.
struct Counting<'m> {
    material: &'m Material,
    period: Period,
    /// From January on; the period itself when it begins there.
    year: Period,
    told: Outside<'m>,
}

/// Counts the dashboard of a period.
pub(super) fn page(desk: &Desk, material: &Material) -> Result<PageFigures, Failure> {
    let period = material.period;
    let year = since_january(period).filter(|year| year.from() <= period.from()).unwrap_or(period);
    let told = Outside::of(material, period, period.preceding())?;
    let counting = Counting { material, period, year, told };
    let steps = STEPS.into_iter().map(|(key, fill, note)| Step {
        label: material.label(key),
        count: counting.told.count(key),
        value: counting.told.text(key, Of::ThePeriod),
        note: note.to_owned(),
        fill,
    });
    let note = "Chaque étape compte ce qui s’est passé dans la période : un prêt accordé a pu être demandé avant.";
    let steps = chart("Étape par étape, dans la période", steps.collect(), note).map(Figures::Chart);
    let mut values = named(material);
    for (name, key) in [
        ("demandes", IndicatorKey::Requests),
        ("transmis", IndicatorKey::Submitted),
        ("accordés", IndicatorKey::Granted),
    ] {
        let (one, many) = words_of(key);
        values.extend(counting.told.counted(key, one, many).map(|counted| (name, counted)));
    }
    Ok(PageFigures {
        values,
        readers: "Agents, banque, financeur",
        reference: material.titled(format!("TB-{}", short(period))),
        period,
        keys: counting.keys(),
        opening: String::new(),
        figures: steps.into_iter().chain([Figures::Tables(counting.tables(desk)?)]).collect(),
    })
}

fn words_of(key: IndicatorKey) -> (&'static str, &'static str) {
    let named = NAMES.iter().find(|(named, ..)| *named == key);
    named.map(|(_, one, many)| (*one, *many)).unwrap_or_default()
}

impl Counting<'_> {
    fn keys(&self) -> Vec<KeyFigure> {
        let compared = |key| self.told.before_in_words(key, super::during);
        let counted = [IndicatorKey::Requests, IndicatorKey::Assessed, IndicatorKey::Granted];
        let mut keys = counted.map(|key| self.told.key_figure(key, words_of(key), compared(key))).to_vec();
        let mean = self.told.value(IndicatorKey::MeanAmount);
        let mean = mean.map(|mean| format!("{} en moyenne", figure(mean, Unit::Euros)));
        keys.push(self.told.key_figure(IndicatorKey::AmountGranted, (super::LENT, super::LENT), mean));
        keys
    }

    fn tables(&self, desk: &Desk) -> Result<Vec<ReportTable>, Failure> {
        let lists = &self.material.settings.lists;
        let rules = &self.material.delivered.rules;
        let family = |key: &ListKey| {
            let entry = lists.origins.iter().find(|entry| entry.key == *key);
            entry.and_then(|entry| entry.family.clone()).unwrap_or_else(|| key.clone())
        };
        let categories: Vec<Named> = lists
            .purpose_categories
            .iter()
            .map(|entry| Named { key: entry.key.clone(), label: entry.label.clone() })
            .chain([Named { key: unknown(), label: "Non renseigné".to_owned() }])
            .collect();
        let category = |row: &ReportRow| {
            let entry = row.purpose.as_ref().and_then(|key| lists.purposes.iter().find(|entry| entry.key == *key));
            entry.and_then(|entry| entry.group.clone()).unwrap_or_else(unknown)
        };
        let titled = [
            (
                "Origine des demandes",
                self.requests("Qui a orienté la personne", &rules.origin_groups, |row| family(&row.origin)),
            ),
            ("Objet des demandes", self.requests("Objet", &categories, category)),
            ("Délais médians", self.delays()?),
            ("Suites données aux demandes", self.became()),
            ("Motifs de refus, sur douze mois", self.refusals()?),
            ("Prêts suivis", Some(loans::table(desk, self.material, self.period)?)),
        ];
        Ok(numbered(1, titled.into_iter().filter_map(|(title, table)| Some((title, table?))).collect()))
    }

    /// The heads of what is told of the period, then since January; one of them when they are the same.
    fn heads(&self) -> Vec<&'static str> {
        let own = match quarter(self.period) {
            Some(_) => "Trim.",
            None if is_a_month(self.period) => "Mois",
            None => "Période",
        };
        if self.is_year() { vec![own] } else { vec![own, SINCE_JANUARY] }
    }

    fn is_year(&self) -> bool {
        self.year.from() >= self.period.from()
    }

    /// The requests shared among names, in the period and since January; since January alone, or not at all, where the
    /// period has too few.
    fn requests(&self, head: &str, names: &[Named], of: impl Fn(&ReportRow) -> ListKey) -> Option<ReportTable> {
        let requested = |period: Period, key: &ListKey| {
            let rows = self.material.rows.iter().filter(|row| row.counted_on(Event::Requested, period).is_some());
            u64::try_from(rows.filter(|row| of(row) == *key).count()).unwrap_or(u64::MAX)
        };
        let total =
            |period: Period| names.iter().fold(0, |sum: u64, one| sum.saturating_add(requested(period, &one.key)));
        let both = || {
            let line = |one: &Named| {
                let (own, year) = (requested(self.period, &one.key), requested(self.year, &one.key));
                if self.is_year() { Line::of(&one.label, vec![own]) } else { Line::nested(&one.label, own, year) }
            };
            let heads = self.heads();
            let lines = few::told(names.iter().map(line).collect(), self.material.few())?;
            let totals = [self.period, self.year].into_iter().take(heads.len()).map(|period| whole(total(period)));
            let total = std::iter::once(ALL.to_owned()).chain(totals).collect();
            let shown = heads.len();
            Some(table(&[vec![head], heads].concat(), rows_of(&lines, shown), Some(total)))
        };
        let since_january = || {
            let line = |one: &Named| Line::of(&one.label, vec![requested(self.year, &one.key)]);
            let lines = few::told(names.iter().map(line).collect(), self.material.few())?;
            let total = vec![ALL.to_owned(), whole(total(self.year))];
            Some(table(&[head, SINCE_JANUARY], rows_of(&lines, 1), Some(total)))
        };
        both().or_else(|| if self.is_year() { None } else { since_january() })
    }

    fn delays(&self) -> Result<Option<ReportTable>, Failure> {
        let year = Outside::of(self.material, self.year, None)?;
        let median = |told: &Outside<'_>, key| told.median(key, Of::ThePeriod).unwrap_or_else(nothing);
        let rows = DELAYS.into_iter().map(|key| {
            let label = self.material.label(key).to_owned();
            let own = median(&self.told, key);
            let year = (!self.is_year()).then(|| median(&year, key));
            [label, own].into_iter().chain(year).collect::<Vec<String>>()
        });
        let known = rows.filter(|row| row.iter().skip(1).any(|cell| *cell != nothing()));
        let rows: Vec<Vec<String>> = known.collect();
        Ok((!rows.is_empty()).then(|| table(&[vec![""], self.heads()].concat(), rows, None)))
    }

    /// What became of every request since January, each in one line.
    fn became(&self) -> Option<ReportTable> {
        let rows = self.material.rows.iter().filter(|row| row.counted_on(Event::Requested, self.year).is_some());
        let rows: Vec<&ReportRow> = rows.collect();
        let all = super::how_many(&rows, |_| true);
        let line = |end: Became| Line::of(end.label(), vec![super::how_many(&rows, |row| Became::of(row) == end)]);
        let lines = few::told(Became::ALL.into_iter().map(line).collect(), self.material.few())?;
        let cells = lines.iter().map(|line| {
            let count = line.counts.first().copied().unwrap_or_default();
            vec![line.label(), whole(count), share(count, all)]
        });
        let total = vec![ALL.to_owned(), whole(all), share(all, all)];
        Some(table(&["Où en sont les demandes", SINCE_JANUARY, "%"], cells.collect(), Some(total)))
    }

    /// Why lenders refused over the twelve months to the end of the period.
    fn refusals(&self) -> Result<Option<ReportTable>, Failure> {
        let Some(months) = twelve_months(self.period.to()) else { return Ok(None) };
        let bilan = self.material.bilan_of(months, SmallNumbers::GroupedUnder(self.material.few()))?;
        let Some(found) = bilan.table(TableKey::RefusalReasons) else { return Ok(None) };
        let lines = found.rows.iter().filter(|row| row.kind == RowKind::Line);
        let cells = lines.filter_map(|row| {
            let count = row.cells.first()?.value?;
            Some(vec![row.label.clone(), figure(count, Unit::Dossiers)])
        });
        let rows: Vec<Vec<String>> = cells.collect();
        let mut told = table(&["Motif", "Dossiers"], rows, None);
        told.note = found.help.clone();
        Ok((!told.rows.is_empty()).then_some(told))
    }
}

const SINCE_JANUARY: &str = "Depuis janvier";
const ALL: &str = "Demandes reçues";

fn unknown() -> ListKey {
    ListKey::new("unknown")
}

fn twelve_months(to: NaiveDate) -> Option<Period> {
    Period::of(to.checked_sub_months(Months::new(12))?.succ_opt()?, to).ok()
}
