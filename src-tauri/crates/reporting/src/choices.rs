//! What a bilan may be asked of: the parts of a year, what it is compared with, which dossiers it counts.

use chrono::{Datelike, NaiveDate};
use domain::partner::Referrer;
use domain::report::Period;
use domain::settings::{Lists, Settings};
use domain::words::spaced;
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use super::counted::Material;
use super::period::{Against, NarrowedTo};
use super::wording;
use app::desk::Desk;
use app::failure::Failure;
use app::shapes::Choice;

/// What the bilan shown was asked, and what else may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportChoices {
    /// The halves, the quarters and the months of the year, each under its heading; the key is that of an address.
    pub parts: Vec<Choice>,
    /// What it is compared with.
    pub against: Against,
    /// What it may be compared with, each with its period.
    pub comparisons: Vec<Choice>,
    /// What the dossiers counted have in common.
    pub narrowed: NarrowedTo,
    /// The same in words; empty when all are counted.
    pub narrowed_label: String,
    /// The lenders.
    pub lenders: Vec<Choice>,
    /// The products.
    pub products: Vec<Choice>,
    /// The categories of purposes, then what each is made of.
    pub purposes: Vec<Choice>,
    /// Who sends people.
    pub referrers: Vec<Choice>,
}

/// What the dossiers counted may have in common.
pub(super) struct Offered {
    lenders: Vec<Choice>,
    products: Vec<Choice>,
    purposes: Vec<Choice>,
    referrers: Vec<Choice>,
}

impl Offered {
    /// Everything the office knows that dossiers may have in common, on a day.
    pub(super) fn read(reader: &Reader<'_>, settings: &Settings, day: NaiveDate) -> Result<Self, Failure> {
        let lenders = settings.lenders.iter().map(|(key, file)| Choice {
            retired: file.lender.retired,
            ..Choice::new(key.as_str(), file.lender.name.as_str())
        });
        let rules = settings.at(day);
        let products = rules.products().map(|(key, product)| Choice::new(key.as_str(), product.value.label.as_str()));
        Ok(Self {
            lenders: lenders.collect(),
            products: products.collect(),
            purposes: purposes(&settings.lists),
            referrers: reader.referrers()?.iter().map(referrer).collect(),
        })
    }

    /// What the dossiers counted have in common, in words; empty when all are counted. What nobody knows any more is
    /// told by its key.
    pub(super) fn label(&self, narrowed: &NarrowedTo) -> String {
        let named = |choices: &[Choice], key: &str| {
            let known = choices.iter().find(|choice| choice.key == key).map(|choice| choice.label.clone());
            Some(known.unwrap_or_else(|| key.to_owned())).filter(|_| !key.is_empty())
        };
        let labels = [
            named(&self.lenders, &narrowed.lender),
            named(&self.products, &narrowed.product),
            named(&self.purposes, &narrowed.purpose),
            named(&self.referrers, &narrowed.referrer),
        ];
        labels.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// What the bilan shown was asked, and what else may be.
pub(super) fn choices(
    desk: &Desk,
    material: &Material,
    against: Against,
    narrowed: NarrowedTo,
) -> Result<ReportChoices, Failure> {
    let Offered { lenders, products, purposes, referrers } =
        desk.read(|reader| Offered::read(reader, &material.settings, material.period.to()))?;
    Ok(ReportChoices {
        parts: parts(material.period),
        against,
        comparisons: comparisons(material),
        narrowed_label: material.part.clone(),
        narrowed,
        lenders,
        products,
        purposes,
        referrers,
    })
}

fn referrer(one: &Referrer) -> Choice {
    Choice { retired: one.retired, ..Choice::new(&one.id.0.to_string(), one.structure.as_str()) }
}

/// The categories first, each the heading of what it is made of.
fn purposes(lists: &Lists) -> Vec<Choice> {
    let mut all = Vec::new();
    for category in &lists.purpose_categories {
        let group = Some(spaced(&category.label));
        let whole = Choice::of_entry(category);
        all.push(Choice { label: spaced(&format!("{}, en tout", category.label)), group: group.clone(), ..whole });
        let inside = lists.purposes.iter().filter(|entry| entry.group.as_ref() == Some(&category.key));
        all.extend(inside.map(|entry| Choice { group: group.clone(), ..Choice::of_entry(entry) }));
    }
    all
}

/// The parts of the year of the first day of the period.
pub(super) fn parts(period: Period) -> Vec<Choice> {
    let Some(by_size) = Period::parts_of_year(period.from().year()) else { return Vec::new() };
    let named = by_size.into_iter().zip(["Semestres", "Trimestres", "Mois"]);
    let all = named.flat_map(|(parts, heading)| {
        parts.into_iter().map(move |part| Choice {
            group: Some(heading.to_owned()),
            ..Choice::new(&wording::key(part), &wording::title(part))
        })
    });
    all.collect()
}

fn comparisons(material: &Material) -> Vec<Choice> {
    let period = material.period;
    let of =
        |against: Against, other: Option<Period>| other.map(|other| Choice::new(against.key(), &wording::title(other)));
    let year_before = of(Against::YearBefore, period.before(material.today));
    let just_before = of(Against::JustBefore, period.just_before(material.today));
    let same = year_before.as_ref().map(|one| &one.label) == just_before.as_ref().map(|one| &one.label);
    year_before.into_iter().chain(just_before.filter(|_| !same)).collect()
}
