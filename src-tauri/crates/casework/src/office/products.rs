//! The products the office lends under: models to copy, versions, retirement.

mod fields;

pub use fields::ProductFields;
pub(super) use fields::{category_labels, keys, read_categories};

use chrono::NaiveDate;
use domain::settings::{Dated, ListKey, Lists, LoanProduct};
use domain::words;
use serde::{Deserialize, Serialize};
use store::{Reader, SettingRow};
use ts_rs::TS;

use self::fields::{clauses, fields, read};
use super::versions::{Clause, Known, TypedVersion, Version, headed, known, place};
use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::delivered::{DeliveredProduct, delivered};
use app::failure::Failure;
use app::reading;
use app::settings::{Kept, PRODUCT, kept_of, laid, row_of, settings};
use app::shapes::Choice;

/// The office's products and the models to copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProductsView {
    /// The office's products, those still offered first.
    pub products: Vec<ProductView>,
    /// Models to copy.
    pub models: Vec<ProductModel>,
    /// The rates seen across lenders, with where they are told.
    pub general_rate: String,
    /// Categories a product may finance.
    pub categories: Vec<Choice>,
    /// Purposes that may have a ceiling of their own.
    pub purposes: Vec<Choice>,
    /// Who may guarantee.
    pub guarantors: Vec<Choice>,
    /// What support may be asked for.
    pub supports: Vec<Choice>,
    /// Rhythms of follow-up its loans may start with.
    pub follow_up_plans: Vec<Choice>,
}

/// One product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProductView {
    /// Its key.
    pub key: String,
    /// Its name, as last written.
    pub label: String,
    /// No longer offered.
    pub retired: bool,
    /// Its versions, the newest first.
    pub versions: Vec<ProductVersion>,
}

/// One version of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProductVersion {
    /// How it is headed.
    pub version: Version,
    /// Its rules as a form holds them.
    pub fields: ProductFields,
    /// Its rules in words.
    pub clauses: Vec<Clause>,
}

/// A model to copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProductModel {
    /// Its key.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Where it is told.
    pub source: String,
    /// Its rules in words.
    pub clauses: Vec<Clause>,
}

/// A model to copy into the office's products.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ModelCopy {
    /// The model.
    pub model: String,
    /// The product's name; the model's when empty.
    pub label: String,
    /// The first day it is offered, as typed; today when empty.
    pub from: String,
    /// What the office decided it by; the model's source when empty.
    pub source: String,
}

/// A product from a date, or a correction of one.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProductChange {
    /// The product.
    pub product: String,
    /// From when, and where it comes from.
    pub version: TypedVersion,
    /// Its rules.
    pub fields: ProductFields,
}

/// A product offered no more, or again.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProductRetirement {
    /// The product.
    pub product: String,
    /// Whether it is retired.
    pub retired: bool,
}

/// The rhythms of follow-up, as a form offers them.
fn rhythms(lists: &domain::settings::Lists) -> Vec<Choice> {
    lists.rhythms().map(|plan| Choice::new(plan.key.as_str(), &plan.label)).collect()
}

/// Shows the office's products, their versions and the models to copy.
pub fn products(desk: &Desk, _: Nothing, moment: &Moment) -> Result<ProductsView, Failure> {
    desk.read(|reader| {
        let settings = settings(reader)?;
        let lists = &*settings.lists;
        let delivered = delivered()?;
        let own = settings.products.keys().map(|key| product(reader, key, lists, moment.today));
        let mut products: Vec<ProductView> = own.collect::<Result<_, _>>()?;
        products.sort_by_key(|product| (product.retired, words::folded(&product.label)));
        let rate = &delivered.general_rate;
        let general_rate = format!("Selon les banques, de {} à {}. {}.", rate.rate_min, rate.rate_max, rate.source);
        Ok(ProductsView {
            products,
            models: delivered.models.iter().map(|model| shown_model(model, lists)).collect(),
            general_rate: words::spaced(&general_rate),
            categories: offered(&lists.purpose_categories),
            purposes: offered(&lists.purposes),
            guarantors: domain::settings::Guarantor::ALL.into_iter().map(Choice::of).collect(),
            supports: domain::settings::SupportRequirement::ALL.into_iter().map(Choice::of).collect(),
            follow_up_plans: rhythms(&settings.lists),
        })
    })
}

/// Copies a model into the office's products.
pub fn copy_product_model(desk: &mut Desk, input: ModelCopy, moment: &Moment) -> Result<ProductsView, Failure> {
    let row = desk.read(|reader| {
        let model = delivered()?.models.iter().find(|model| model.key.as_str() == input.model);
        let model = model.ok_or_else(|| Failure::from(domain::settings::ListRefused).at("model"))?;
        let mut dated = model.dated();
        let label = reading::line(&input.label, "label")?;
        if !label.is_empty() {
            dated.value.label = label;
        }
        let settings = settings(reader)?;
        refuse_twin(&dated.value, None, &settings.products)?;
        let source = reading::line(&input.source, "source")?;
        if !source.is_empty() {
            dated.source = source.to_string();
        }
        let from = reading::date(&input.from, "from", moment, domain::calendar::Toward::Future)?;
        dated.valid_from = from.unwrap_or(moment.today);
        let numbered = (2_u32..).map(|number| format!("{}_{number}", input.model));
        let mut keys = std::iter::once(input.model.clone()).chain(numbered);
        let free = keys.find(|key| !settings.products.contains_key(&ListKey::new(key)));
        row_of(PRODUCT, &free.unwrap_or_default(), &dated, moment)
    })?;
    desk.act("copy_product_model", moment, |writer| {
        writer.add_setting(&row)?;
        Ok(acted("Ajout d’un produit.", vec![PRODUCT]))
    })?;
    products(desk, Nothing {}, moment)
}

/// Changes a product's rules from a date, or corrects a version of them.
pub fn change_product(desk: &mut Desk, input: ProductChange, moment: &Moment) -> Result<ProductsView, Failure> {
    let key = ListKey::new(&input.product);
    let (product, place) = desk.read(|reader| {
        let settings = settings(reader)?;
        let versions = settings.products.get(&key).ok_or_else(gone)?;
        let retired = versions.iter().max_by_key(|version| version.valid_from).is_some_and(|last| last.value.retired);
        let product = read(&input.fields, retired, &settings.lists)?;
        refuse_twin(&product, Some(&key), &settings.products)?;
        Ok((product, place(&input.version, &versions_of(reader, &key)?.0, moment)?))
    })?;
    let row = row_of(PRODUCT, key.as_str(), &place.dated(product), moment)?;
    desk.act("change_product", moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted("Modification d’un produit.", vec![PRODUCT]))
    })?;
    products(desk, Nothing {}, moment)
}

/// Stops offering a product from today on, or offers it again; old dossiers keep it.
pub fn retire_product(desk: &mut Desk, input: ProductRetirement, moment: &Moment) -> Result<ProductsView, Failure> {
    let key = ListKey::new(&input.product);
    let versions = desk.read(|reader| {
        let (_, versions, own) = versions_of(reader, &key)?;
        if versions.is_empty() {
            return Err(gone());
        }
        Ok((versions, own))
    })?;
    let (versions, own) = versions;
    let today = moment.today;
    let retired = |version: &Dated<LoanProduct>| {
        let value = LoanProduct { retired: input.retired, ..version.value.clone() };
        Dated { valid_from: version.valid_from.max(today), source: version.source.clone(), value }
    };
    // What began before today keeps its rule; today's and those to come take the new one.
    let before = versions.iter().rfind(|version| version.valid_from <= today);
    let later = versions.iter().filter(|version| version.valid_from > today);
    let rows: Vec<SettingRow> = before
        .into_iter()
        .chain(later)
        .map(|version| row_of(PRODUCT, key.as_str(), &retired(version), moment))
        .collect::<Result<_, _>>()?;
    desk.act("retire_product", moment, |writer| {
        for row in &rows {
            match own.iter().find(|known| known.starts_on(row.valid_from)) {
                Some(known) => writer.replace_setting(known.id, row)?,
                None => writer.add_setting(row).map(drop)?,
            }
        }
        let sentence = if input.retired { "Retrait d’un produit." } else { "Retour d’un produit." };
        Ok(acted(sentence, vec![PRODUCT]))
    })?;
    products(desk, Nothing {}, moment)
}

type Versions = (Vec<Known>, Vec<Dated<LoanProduct>>, Vec<Kept<LoanProduct>>);

fn versions_of(reader: &Reader<'_>, key: &ListKey) -> Result<Versions, Failure> {
    let start = delivered()?.products.iter().find(|product| product.key == *key).map(DeliveredProduct::dated);
    let own = kept_of::<LoanProduct>(reader, PRODUCT, key.as_str())?;
    let known = known(start.as_ref().map(|start| start.valid_from), &own);
    let versions = laid(start.into_iter().collect(), kept_of(reader, PRODUCT, key.as_str())?);
    Ok((known, versions, own))
}

fn product(reader: &Reader<'_>, key: &ListKey, lists: &Lists, today: NaiveDate) -> Result<ProductView, Failure> {
    let (_, versions, _) = versions_of(reader, key)?;
    let headings = headed(&versions, |_| None, today);
    let shown = |(product, version): (&Dated<LoanProduct>, Version)| ProductVersion {
        version,
        fields: fields(&product.value),
        clauses: clauses(&product.value, lists),
    };
    let last = versions.last();
    let mut shown: Vec<ProductVersion> = versions.iter().zip(headings).map(shown).collect();
    shown.reverse();
    Ok(ProductView {
        key: key.as_str().to_owned(),
        label: last.map(|last| words::spaced(last.value.label.as_str())).unwrap_or_default(),
        retired: last.is_some_and(|last| last.value.retired),
        versions: shown,
    })
}

fn shown_model(model: &DeliveredProduct, lists: &Lists) -> ProductModel {
    let dated = model.dated();
    ProductModel {
        key: model.key.as_str().to_owned(),
        label: words::spaced(dated.value.label.as_str()),
        source: words::spaced(&dated.source),
        clauses: clauses(&dated.value, lists),
    }
}

fn refuse_twin(
    product: &LoanProduct,
    key: Option<&ListKey>,
    products: &std::collections::BTreeMap<ListKey, Vec<Dated<LoanProduct>>>,
) -> Result<(), Failure> {
    let name = words::folded(product.label.as_str());
    let others = products.iter().filter(|(other, _)| Some(*other) != key);
    let lasts = others.filter_map(|(_, versions)| versions.iter().max_by_key(|version| version.valid_from));
    if lasts.into_iter().any(|last| words::folded(last.value.label.as_str()) == name) {
        return Err(Failure::refused("Un autre produit porte déjà ce nom.").at("label"));
    }
    Ok(())
}

fn offered(list: &[domain::settings::ListEntry]) -> Vec<Choice> {
    list.iter().filter(|entry| !entry.retired).map(Choice::of_entry).collect()
}

fn gone() -> Failure {
    Failure::gone("Ce produit")
}
