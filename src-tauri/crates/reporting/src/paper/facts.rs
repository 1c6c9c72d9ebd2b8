//! What both readings of a bilan are told from.

use std::collections::BTreeMap;

use documents::papers::annual_report::{EffectRow, EffectsPart};
use documents::papers::figures::{ColumnKind, KeyFigure, ReportColumn, ReportRow, ReportTable};
use domain::dossier::DossierId;
use domain::money::Euros;
use domain::report::{
    Bilan, Figure, Flow, FlowState, IndicatorKey, SinceStart, Unit, Value, Working, YearAccount, YearTold, flow,
    since_start, years,
};
use domain::words::{Labelled, figure, lowered, to_the_euro};

use crate::counted::Material;
use crate::period::ReportAsked;
use crate::testimonies::quoted_by_bilan;
use crate::wording;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// How many years are told beside each other at the most.
const YEARS: usize = 5;
/// The fewest answers a question is told from.
pub(super) const ANSWERS: u64 = 5;
/// The questions told, those that were answered: the first five.
const EFFECTS: [&str; 8] = [
    "survey_project_done",
    "survey_month_end",
    "survey_job",
    "survey_work",
    "survey_follow_up_useful",
    "survey_recommend",
    "survey_mobility",
    "survey_insertion",
];
const EFFECTS_TOLD: usize = 5;

/// A period, counted.
pub(crate) struct Facts {
    pub(crate) material: Material,
    pub(crate) bilan: Bilan,
    pub(crate) flow: Flow,
    pub(crate) years: Vec<YearTold>,
    pub(crate) since: SinceStart,
    /// What the year cost; nothing while its paid time is not typed.
    pub(crate) account: Option<YearAccount>,
    /// What somebody agreed to be quoted for, between its marks; may be empty.
    pub(super) quote: String,
    pub(crate) moment: Moment,
}

/// A question, how many said so, of how many.
pub(crate) struct Effect {
    pub(super) label: String,
    pub(super) said: u64,
    pub(super) of: u64,
}

impl Facts {
    pub(crate) fn read(desk: &Desk, asked: &ReportAsked, moment: &Moment) -> Result<Self, Failure> {
        let material = Material::read(desk, asked, moment)?;
        let bilan = material.bilan()?;
        let period = material.period;
        let refunded = amount_of(&bilan, IndicatorKey::InterestRefundsAmount);
        let page = material.year_page().filter(|_| material.narrowing.is_none());
        let account = page.map(|page| page.account(refunded)).transpose()?.flatten();
        Ok(Self {
            flow: flow(period, &material.rows, &material.settings.lists, moment.today),
            years: years(period, &material.rows, YEARS.max(material.years_of_period()))?,
            since: since_start(&material.rows, period.to().min(moment.today))?,
            account,
            quote: quoted_by_bilan(desk, period)?,
            moment: *moment,
            bilan,
            material,
        })
    }

    pub(crate) fn value(&self, key: IndicatorKey) -> Option<Value> {
        self.bilan.indicator(key).and_then(|one| one.figure.value)
    }

    pub(crate) fn count(&self, key: IndicatorKey) -> u64 {
        wording::count(&self.bilan, key)
    }

    pub(crate) fn amount(&self, key: IndicatorKey) -> Euros {
        amount_of(&self.bilan, key)
    }

    pub(crate) fn during(&self) -> String {
        wording::during(self.material.period)
    }

    /// `depuis 2022`; empty while nothing was entered.
    pub(crate) fn since_when(&self) -> String {
        self.since.year.map(|year| format!("depuis {year}")).unwrap_or_default()
    }

    /// What the loans of dossiers lent in the period.
    pub(crate) fn lent_to(&self, dossiers: &Figure) -> Result<Euros, Failure> {
        let known: BTreeMap<DossierId, Euros> = self
            .material
            .rows
            .iter()
            .filter_map(|row| Some((row.dossier, row.granted_in(self.material.period)?.1.amount?)))
            .collect();
        Ok(Euros::sum(dossiers.dossiers.iter().filter_map(|one| known.get(&one.dossier).copied()))?)
    }

    /// What was answered, of the questions enough people answered.
    /// What the loans changed: the answers, what is said of them, and the sentence quoted; nothing without either.
    pub(super) fn effects_part(&self, title: &str, rows: Vec<EffectRow>, said: &str) -> Option<EffectsPart> {
        let quote = self.quote.clone();
        let cited = if quote.is_empty() { "" } else { "Une personne citée sans son nom, avec son accord. " };
        let (title, note) = if rows.is_empty() {
            ("Ce qu’en dit une personne accompagnée".to_owned(), cited.trim_end().to_owned())
        } else {
            let cause = "Réponses de la période, à la fin du prêt. Elles ne prouvent pas que le prêt en est la cause.";
            (title.to_owned(), format!("{cited}{said}{cause}"))
        };
        (!rows.is_empty() || !quote.is_empty()).then_some(EffectsPart { title, rows, quote, note })
    }

    pub(crate) fn effects(&self) -> Vec<Effect> {
        let asked = EFFECTS.iter().filter_map(|key| {
            let key = IndicatorKey::Survey(domain::report::SurveyKey::of(key)?);
            let Working::Answers { part, whole } = self.bilan.indicator(key)?.working else { return None };
            let label = self.material.label(key).to_owned();
            (whole >= ANSWERS).then_some(Effect { label, said: part, of: whole })
        });
        asked.take(EFFECTS_TOLD).collect()
    }

    /// How many questionnaires came back in the period.
    pub(crate) fn questionnaires(&self) -> u64 {
        let surveys = self.material.rows.iter().flat_map(|row| &row.surveys);
        let within = surveys.filter(|survey| self.material.period.contains(survey.on));
        u64::try_from(within.count()).unwrap_or(u64::MAX)
    }

    /// The other solutions found, the most frequent first: `aide facultative du CCAS 3, autre organisme 2`.
    pub(crate) fn solutions(&self, with_counts: bool) -> String {
        let families = &self.material.delivered.rules.redirection_families;
        let mut found: Vec<(String, u64)> = self
            .flow
            .solutions
            .iter()
            .map(|(key, figure)| {
                let named = families.iter().find(|family| family.key.as_str() == key);
                (named.map_or("autre", |family| family.label.as_str()).to_owned(), figure.dossiers_count())
            })
            .collect();
        found.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        told_with(found.into_iter().map(|(label, count)| (lowered(&label), count)), with_counts)
    }

    /// The states of a box that hold somebody: `arrêt par la personne 4, refus de la banque 1`.
    pub(crate) fn states(&self, wanted: &[FlowState], with_counts: bool) -> String {
        let held = self.flow.states.iter().filter(|(state, _)| wanted.contains(state));
        let held = held.map(|(state, figure)| (state.label().to_owned(), figure.dossiers_count()));
        told_with(held.filter(|(_, count)| *count > 0), with_counts)
    }

    /// The category most loans are for, in the words that follow « pour », and how many; nothing where two are as many.
    pub(crate) fn main_purpose(&self) -> Option<(String, u64)> {
        let lists = &self.material.settings.lists;
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for row in self.material.rows.iter().filter(|row| row.granted_in(self.material.period).is_some()) {
            let entry = row.purpose.as_ref().and_then(|key| lists.purposes.iter().find(|entry| entry.key == *key));
            if let Some(group) = entry.and_then(|entry| entry.group.as_ref()) {
                let count = counts.entry(group.as_str()).or_default();
                *count = count.saturating_add(1);
            }
        }
        let (key, most) = counts.iter().max_by_key(|(_, count)| **count)?;
        let alone = counts.values().filter(|count| *count == most).count() == 1;
        let entry = lists.purpose_categories.iter().find(|entry| entry.key.as_str() == *key)?;
        entry.after.clone().filter(|_| alone).map(|after| (after, *most))
    }
}

/// The amount an indicator is; nothing is zero.
fn amount_of(bilan: &Bilan, key: IndicatorKey) -> Euros {
    match bilan.indicator(key).and_then(|one| one.figure.value) {
        Some(Value::Euros(amount)) => amount,
        Some(Value::Count(_) | Value::Number(_)) | None => Euros::ZERO,
    }
}

/// Labels, each with its count after it.
fn told_with(labels: impl Iterator<Item = (String, u64)>, with_counts: bool) -> String {
    let told = labels.map(|(label, count)| if with_counts { format!("{label} {count}") } else { label });
    told.collect::<Vec<_>>().join(", ")
}

/// A number in its unit, euros without cents.
pub(crate) fn short(value: Value, unit: Unit) -> String {
    match value {
        Value::Euros(amount) => to_the_euro(amount),
        Value::Count(_) | Value::Number(_) => figure(value, unit),
    }
}

/// A key figure.
pub(crate) fn key(value: String, caption: impl Into<String>, before: Option<String>) -> KeyFigure {
    KeyFigure { value, caption: caption.into(), before }
}

/// A count as a key figure, its caption agreed with it.
pub(crate) fn counted_key(count: u64, one: &str, many: &str, before: Option<String>) -> KeyFigure {
    key(whole(count), if count < 2 { one } else { many }, before)
}

pub(crate) fn whole(count: u64) -> String {
    figure(Value::Count(count), Unit::Dossiers)
}

/// A table: its title, its heads, the first and those of `words` of words, its rows, its total.
pub(crate) fn table(title: &str, heads: &[&str], rows: Vec<Vec<String>>, total: Option<Vec<String>>) -> ReportTable {
    let column = |(place, head): (usize, &&str)| ReportColumn {
        title: (*head).to_owned(),
        kind: if place == 0 || *head == READING { ColumnKind::Words } else { ColumnKind::Numbers },
    };
    ReportTable {
        title: title.to_owned(),
        columns: heads.iter().enumerate().map(column).collect(),
        rows: rows.into_iter().map(ReportRow::Line).collect(),
        total,
        note: String::new(),
    }
}

/// The head of the column that says how to read a row.
pub(super) const READING: &str = "Lecture";
