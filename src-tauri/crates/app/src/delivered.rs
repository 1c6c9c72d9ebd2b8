//! What Étrier is delivered with: the starting lists and values of `assets/settings/`.
//!
//! They are embedded in the program; the office's own changes are rows over them. A
//! new office has one product, `national_guide`; the others are models to copy.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use domain::eligibility::{Check, CheckFact, ReadyEntry};
use domain::letter::TextKind;
use domain::line::Line;
use domain::loan::Rate;
use domain::register::RegisterWords;
use domain::settings::{
    AnswerFeed, AnswerVerdicts, ArrearsLadder, BudgetEntry, BudgetGroup, BudgetLineOfAnswer, Criterion, Dated,
    FollowUpPlan, FollowUpRules, Legal, LegalTopic, LetterText, LetterTexts, ListEntry, ListKey, Lists, LoanProduct,
    Numbering, OfficeRules, OfficeUses, SafetyRules, ScreeningGrid, SurveyQuestion, UnitScale,
};
use domain::supporting_document::SupportingDocument;
use domain::task::TaskRule;
use domain::text::Text;
use serde::Deserialize;

use crate::failure::Failure;

/// The delivered settings.
pub struct Delivered {
    /// How references are written.
    pub numbering: Dated<Numbering>,
    /// Delays of the follow-up.
    pub follow_up: Dated<FollowUpRules>,
    /// When the office locks itself and how old its copies may become.
    pub safety: Dated<SafetyRules>,
    /// The office's own rules.
    pub office_rules: Dated<OfficeRules>,
    /// What the office uses.
    pub uses: Dated<OfficeUses>,
    /// The consumption units a budget may be shared among.
    pub consumption_units: DeliveredScale,
    /// Products a new office has.
    pub products: Vec<DeliveredProduct>,
    /// Products to copy from.
    pub models: Vec<DeliveredProduct>,
    /// The range of rates across lenders, with its source.
    pub general_rate: GeneralRate,
    /// Values of the law.
    pub legal: Arc<Legal>,
    /// The lists.
    pub lists: Arc<Lists>,
    /// The texts of letters.
    pub letters: Arc<LetterTexts>,
    /// The words registers are written with.
    pub register_words: RegisterWords,
}

/// A scale of units as delivered.
#[derive(Clone, Debug, Deserialize)]
pub struct DeliveredScale {
    /// Where it is told.
    pub source: String,
    /// What each person weighs.
    pub value: UnitScale,
}

/// A product as delivered.
#[derive(Clone, Debug, Deserialize)]
pub struct DeliveredProduct {
    /// Its stable key.
    pub key: ListKey,
    valid_from: NaiveDate,
    source: String,
    value: LoanProduct,
}

impl DeliveredProduct {
    /// Its rules, from their date.
    #[must_use]
    pub fn dated(&self) -> Dated<LoanProduct> {
        Dated { valid_from: self.valid_from, source: self.source.clone(), value: self.value.clone() }
    }
}

/// Rates seen across lenders: a rate depends on the lender, never on the product.
#[derive(Clone, Debug, Deserialize)]
pub struct GeneralRate {
    /// The lowest.
    pub rate_min: Rate,
    /// The highest.
    pub rate_max: Rate,
    /// Where it is told.
    pub source: String,
}

static DELIVERED: LazyLock<Result<Delivered, serde_json::Error>> = LazyLock::new(read);

/// The delivered settings, read once. Broken only if the program was built from unsound files.
pub fn delivered() -> Result<&'static Delivered, Failure> {
    DELIVERED.as_ref().map_err(|error| Failure::broken("livraison").because(error))
}

#[derive(Deserialize)]
struct OfficeFile {
    numbering: Dated<Numbering>,
    follow_up: Dated<FollowUpRules>,
    safety: Dated<SafetyRules>,
    office_rules: Dated<OfficeRules>,
    uses: Dated<OfficeUses>,
    consumption_units: DeliveredScale,
}

#[derive(Deserialize)]
struct ProductsFile {
    products: Vec<DeliveredProduct>,
    models: Vec<DeliveredProduct>,
    general_rate: GeneralRate,
}

#[derive(Deserialize)]
struct EntriesFile<T> {
    entries: Vec<T>,
}

#[derive(Deserialize)]
struct PurposesFile {
    categories: Vec<ListEntry>,
    sub_purposes: Vec<ListEntry>,
}

#[derive(Deserialize)]
struct ScreeningFile {
    opening: String,
    explanation: String,
    sections: Vec<ListEntry>,
    entries: Vec<ScreeningEntry>,
    told: Vec<ListEntry>,
}

/// A question, with the facts and the budget line its answer gives, and what the verdict says of it.
#[derive(Deserialize)]
struct ScreeningEntry {
    #[serde(flatten)]
    entry: ListEntry,
    #[serde(default)]
    feeds: Vec<AnswerFeed>,
    #[serde(default)]
    budget_line: Option<BudgetLineOfAnswer>,
    #[serde(default)]
    verdict: AnswerVerdicts,
}

impl ScreeningEntry {
    fn budget_line(&self) -> Option<(ListKey, BudgetLineOfAnswer)> {
        Some((self.entry.key.clone(), self.budget_line.clone()?))
    }
}

#[derive(Deserialize)]
struct SurveyFile {
    intro: String,
    quote: String,
    entries: Vec<SurveyQuestion>,
}

#[derive(Deserialize)]
struct OriginsFile {
    entries: Vec<ListEntry>,
    how_heard: Vec<ListEntry>,
}

#[derive(Deserialize)]
struct PersonFile {
    payment_means: Vec<ListEntry>,
    contact_ways: Vec<ListEntry>,
    family_situations: Vec<ListEntry>,
    housing_statuses: Vec<ListEntry>,
    employment_statuses: Vec<ListEntry>,
}

#[derive(Deserialize)]
struct BudgetFile {
    groups: Vec<BudgetGroup>,
    entries: Vec<BudgetEntry>,
}

#[derive(Deserialize)]
struct DocumentsFile {
    sections: Vec<ListEntry>,
    bring_sections: Vec<ListEntry>,
    never_requested: Vec<ListEntry>,
    entries: Vec<SupportingDocument>,
}

#[derive(Deserialize)]
struct ChecksFile {
    entries: Vec<Check>,
    ready_to_send: Vec<ReadyEntry>,
}

#[derive(Deserialize)]
struct LetterEntry {
    key: String,
    source: String,
    versions: Vec<LetterVersion>,
}

#[derive(Deserialize)]
struct LetterVersion {
    valid_from: NaiveDate,
    about: Line,
    body: Vec<String>,
}

/// The text of a file of `assets/settings/`.
macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../../../assets/settings/", $name, ".json"))
    };
}

fn read() -> Result<Delivered, serde_json::Error> {
    let office: OfficeFile = serde_json::from_str(file!("office"))?;
    let products: ProductsFile = serde_json::from_str(file!("products"))?;
    Ok(Delivered {
        numbering: office.numbering,
        follow_up: office.follow_up,
        safety: office.safety,
        office_rules: office.office_rules,
        uses: office.uses,
        consumption_units: office.consumption_units,
        products: products.products,
        models: products.models,
        general_rate: products.general_rate,
        legal: Arc::new(Legal::of(entries::<LegalTopic>(file!("legal"))?)),
        lists: Arc::new(lists()?),
        letters: Arc::new(letters()?),
        register_words: serde_json::from_str(file!("register_words"))?,
    })
}

fn lists() -> Result<Lists, serde_json::Error> {
    let purposes: PurposesFile = serde_json::from_str(file!("purposes"))?;
    let origins: OriginsFile = serde_json::from_str(file!("origins"))?;
    let person: PersonFile = serde_json::from_str(file!("person_lists"))?;
    let budget: BudgetFile = serde_json::from_str(file!("budget_lines"))?;
    let documents: DocumentsFile = serde_json::from_str(file!("documents"))?;
    let screening: ScreeningFile = serde_json::from_str(file!("screening"))?;
    let survey: SurveyFile = serde_json::from_str(file!("questionnaire"))?;
    let checks: ChecksFile = serde_json::from_str(file!("checks"))?;
    Ok(Lists {
        origins: origins.entries,
        referrer_kinds: entries(file!("referrer_kinds"))?,
        how_heard: origins.how_heard,
        purpose_categories: purposes.categories,
        purposes: purposes.sub_purposes,
        family_situations: person.family_situations,
        housing: person.housing_statuses,
        employment: person.employment_statuses,
        payment_means: person.payment_means,
        contact_ways: person.contact_ways,
        screening: ScreeningGrid {
            opening: screening.opening,
            explanation: screening.explanation,
            sections: screening.sections,
            feeds: screening.entries.iter().map(|one| (one.entry.key.clone(), one.feeds.clone())).collect(),
            verdicts: screening.entries.iter().map(|one| (one.entry.key.clone(), one.verdict.clone())).collect(),
            budget_lines: screening.entries.iter().filter_map(ScreeningEntry::budget_line).collect(),
            questions: screening.entries.into_iter().map(|one| one.entry).collect(),
            told: screening.told,
        },
        interview_kinds: entries(file!("interview_kinds"))?,
        decision_modes: entries(file!("decision_modes"))?,
        redirections: entries(file!("redirections"))?,
        refusal_reasons: entries(file!("refusal_reasons"))?,
        notification_modes: entries(file!("notification_modes"))?,
        domiciliation_kinds: entries(file!("domiciliation_kinds"))?,
        support_levels: entries(file!("support_levels"))?,
        criteria: entries::<Criterion>(file!("criteria"))?,
        checks: checks.entries,
        facts: entries::<CheckFact>(file!("facts"))?,
        follow_up_plans: entries::<FollowUpPlan>(file!("followup_plans"))?,
        task_rules: entries::<TaskRule>(file!("task_rules"))?,
        work_kinds: entries(file!("work_kinds"))?,
        end_outcomes: entries(file!("end_outcomes"))?,
        office_papers: entries(file!("office_papers"))?,
        survey: survey.entries,
        survey_intro: survey.intro,
        survey_quote: survey.quote,
        life_events: entries(file!("life_events"))?,
        support_actions: entries(file!("support_actions"))?,
        arrears_ladder: serde_json::from_str::<ArrearsLadder>(file!("arrears_ladder"))?,
        documents: documents.entries,
        document_sections: documents.sections,
        bring_sections: documents.bring_sections,
        never_requested: documents.never_requested,
        ready_to_send: checks.ready_to_send,
        budget_groups: budget.groups,
        budget_order: budget.entries.iter().map(|entry| entry.key.clone()).collect(),
        budget_entries: budget.entries.into_iter().map(|entry| (entry.key.clone(), entry)).collect(),
    })
}

fn entries<T: serde::de::DeserializeOwned>(text: &str) -> Result<Vec<T>, serde_json::Error> {
    Ok(serde_json::from_str::<EntriesFile<T>>(text)?.entries)
}

fn letters() -> Result<LetterTexts, serde_json::Error> {
    let mut delivered = BTreeMap::new();
    for entry in entries::<LetterEntry>(file!("letters"))? {
        let mut versions = Vec::new();
        for version in entry.versions {
            let body = Text::read(&version.body.join("\n")).map_err(serde::de::Error::custom)?;
            let value = LetterText { about: version.about, body };
            versions.push(Dated { valid_from: version.valid_from, source: entry.source.clone(), value });
        }
        let kind = TextKind::from_key(&entry.key).ok_or_else(|| serde::de::Error::custom(&entry.key))?;
        delivered.insert(kind, versions);
    }
    Ok(LetterTexts::delivered(delivered))
}
