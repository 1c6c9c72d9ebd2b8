//! The dashboard of a month, a quarter or any days: what came in, what was done, what stands at the end.
//!
//! A short period has small numbers: what would show a few people is told since January, or over twelve months, or not.

mod loans;

use documents::papers::figures::{Fill, KeyFigure, ReportTable};
use documents::papers::report_page::Figures;
use domain::partner::Referrer;
use domain::report::{Figure, IndicatorKey, LineTold, Of, Period, TableKey, Unit};
use domain::words::figure;

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
    referrers: &'m [Referrer],
    period: Period,
    /// From January on; the period itself when it begins there.
    year: Period,
    told: Outside<'m>,
}

/// Counts the dashboard of a period.
pub(super) fn page(desk: &Desk, material: &Material, referrers: &[Referrer]) -> Result<PageFigures, Failure> {
    let period = material.period;
    let year = since_january(period).filter(|year| year.from() <= period.from()).unwrap_or(period);
    let told = Outside::of(material, period, referrers)?;
    let counting = Counting { material, referrers, period, year, told };
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
        let released = &self.told.released;
        let titled = [
            ("Origine des demandes", self.requests("Qui a orienté la personne", released.origins.as_deref())),
            ("Objet des demandes", self.requests("Objet", released.purposes.as_deref())),
            ("Délais médians", self.delays()?),
            ("Que sont devenues les demandes", self.became()),
            ("Motifs de refus, sur douze mois", self.refusals()),
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

    /// The requests shared among lines, in the period and since January.
    fn requests(&self, head: &str, lines: Option<&[LineTold]>) -> Option<ReportTable> {
        let (lines, heads) = (lines?, self.heads());
        let total = |place: usize| {
            let counts = lines.iter().filter_map(|line| line.counts.get(place)).map(Figure::dossiers_count);
            whole(counts.fold(0, u64::saturating_add))
        };
        let total = std::iter::once(ALL.to_owned()).chain((0..heads.len()).map(total)).collect();
        let rows = rows_of(lines, heads.len());
        Some(table(&[vec![head], heads].concat(), rows, Some(total)))
    }

    fn delays(&self) -> Result<Option<ReportTable>, Failure> {
        let year = Outside::of(self.material, self.year, self.referrers)?;
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

    /// What became of every request since January, each in one box.
    fn became(&self) -> Option<ReportTable> {
        let boxes = self.told.released.flow_of_year.as_ref()?;
        let all = boxes.iter().map(|(_, figure)| figure.dossiers_count()).fold(0, u64::saturating_add);
        let cells = boxes.iter().map(|(inside, figure)| {
            let count = figure.dossiers_count();
            vec![crate::wording::boxes(inside), whole(count), share(count, all)]
        });
        let total = vec![ALL.to_owned(), whole(all), share(all, all)];
        Some(table(&["Où en sont les demandes", SINCE_JANUARY, "%"], cells.collect(), Some(total)))
    }

    /// Why lenders refused over the twelve months to the end of the period.
    fn refusals(&self) -> Option<ReportTable> {
        let lines = self.told.released.reasons.as_ref()?;
        let mut told = table(&["Motif", "Dossiers"], rows_of(lines, 1), None);
        let rules = &self.material.delivered.rules.tables;
        let definition = rules.iter().find(|one| one.key == TableKey::RefusalReasons);
        told.note = definition.map(|one| one.help.clone()).unwrap_or_default();
        Some(told)
    }
}

const SINCE_JANUARY: &str = "Depuis janvier";
const ALL: &str = "Demandes reçues";
