//! The office's dated settings: delivered values, and the office's own rows over them.
//!
//! A row's kind says what it is, its key which one: `product` by product, `lender` and
//! `lender_agreement` by lender, `list_entry` by `list/entry`, `legal` by topic. Rows
//! are only added or corrected: a lender, a product or an entry leaves by being
//! retired, so that what an old dossier names is always there.

mod lists;
mod overrides;

pub use lists::ListName;
pub use overrides::{Kept, kept, laid};

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::letter::TextKind;
use domain::report::Period;
use domain::settings::{
    Dated, FollowUpPlan, FollowUpRules, Legal, LegalValue, Lender, LenderAgreement, LenderFile, LetterTexts, ListEntry,
    ListKey, Lists, LoanProduct, Numbering, OfficeIdentity, OfficeRules, OfficeUses, OwnLetterText, SafetyRules,
    Settings, SurveyQuestion, Timeline,
};
use domain::supporting_document::SupportingDocument;
use serde::Serialize;
use store::{Reader, SettingRow};

use self::lists::overlaid;
use self::overrides::overrides;
use crate::caller::Moment;
use crate::delivered::{Delivered, delivered};
use crate::failure::Failure;

/// The kind of the office's identity in the settings table.
pub const IDENTITY: &str = "office_identity";
/// The kind of the numbering.
pub const NUMBERING: &str = "numbering";
/// The kind of the office's own rules.
pub const OFFICE_RULES: &str = "office_rules";
/// The kind of a product's rules.
pub const PRODUCT: &str = "product";
/// The kind of a lender.
pub const LENDER: &str = "lender";
/// The kind of what was signed with a lender.
pub const AGREEMENT: &str = "lender_agreement";
/// The kind of a list entry the office changed or added.
pub const LIST_ENTRY: &str = "list_entry";
/// The kind of a value of the law the office entered.
pub const LEGAL: &str = "legal";
/// The kind of what marks a demonstration.
pub const DEMO: &str = "demonstration";
/// The kind of the delays of the follow-up.
pub const FOLLOW_UP: &str = "follow_up";
/// The kind of when the office locks itself and how old its copies may become.
pub const SAFETY: &str = "safety";
/// The kind of what the office set aside to guarantee loans.
pub const ENVELOPE: &str = "guarantee_envelope";
/// The kind of the columns of an export, by its name.
pub const EXPORT_CHOICE: &str = "export_choice";
/// The kind of what a funder gives.
pub const FUNDING: &str = "funding";
/// The kind of what is typed once for a year, by year.
pub const REPORT_YEAR: &str = "report_year";
/// The kind of what the adviser writes on a report, by paper and period.
pub const REPORT_WORDS: &str = "report_words";

/// The key of what the adviser writes on a paper of a period.
#[must_use]
pub fn report_words_key(paper: &str, period: Period) -> String {
    format!("{paper}/{}_{}", period.from(), period.to())
}

/// The kind of the sentence a paper quotes, by paper.
pub const QUOTED: &str = "quoted";

/// The kind of the words of statements that the office knows.
pub const STATEMENT_WORDS: &str = "statement_words";

/// The kind of what the office uses.
pub const USES: &str = "office_uses";

/// The kind of the office's own text of a letter or of the charter, by text.
pub const LETTER_TEXT: &str = "letter_text";

/// The kind of the office's own question of the questionnaire, by question.
pub const SURVEY_QUESTION: &str = "survey_question";

/// The kind of a supporting document as the office asks for it, by document.
pub const SUPPORTING_DOCUMENT: &str = "supporting_document";

/// The kind of the office's own rhythm of follow-up, by rhythm.
pub const FOLLOW_UP_PLAN: &str = "follow_up_plan";

/// The kind of the day tasks began to be kept.
pub const TASKS_FROM: &str = "tasks_from";

/// Every dated setting of the office.
pub fn settings(reader: &Reader<'_>) -> Result<Settings, Failure> {
    let delivered = delivered()?;
    Ok(Settings {
        numbering: Timeline::starting_with(delivered.numbering.clone(), overrides::<Numbering>(reader, NUMBERING)?),
        follow_up: Timeline::starting_with(delivered.follow_up.clone(), overrides::<FollowUpRules>(reader, FOLLOW_UP)?),
        office: Timeline::starting_with(
            delivered.office_rules.clone(),
            overrides::<OfficeRules>(reader, OFFICE_RULES)?,
        ),
        uses: Timeline::starting_with(delivered.uses.clone(), overrides::<OfficeUses>(reader, USES)?),
        products: products(reader, delivered)?,
        lenders: lenders(reader)?,
        legal: legal(reader, delivered)?,
        lists: lists(reader)?,
        letters: letters(reader, delivered)?,
        tasks_from: overrides::<bool>(reader, TASKS_FROM)?.first().map(|row| row.valid_from),
    })
}

/// When the office locks itself and how old its copies may become, on a day.
pub fn safety_rules(reader: &Reader<'_>, day: NaiveDate) -> Result<SafetyRules, Failure> {
    let rules = Timeline::starting_with(delivered()?.safety.clone(), overrides::<SafetyRules>(reader, SAFETY)?);
    Ok(rules.at(day).value.clone())
}

/// Whether the office is a demonstration.
pub fn is_demo(reader: &Reader<'_>) -> Result<bool, Failure> {
    Ok(!reader.settings(DEMO)?.is_empty())
}

/// The office and its adviser, as last corrected.
pub fn identity(reader: &Reader<'_>) -> Result<OfficeIdentity, Failure> {
    let own = overrides::<OfficeIdentity>(reader, IDENTITY)?;
    own.into_iter().next_back().map(|dated| dated.value).ok_or_else(|| Failure::broken("identite"))
}

/// The office's rows of a kind and a key, in the order they were entered.
pub fn kept_of<T: serde::de::DeserializeOwned>(
    reader: &Reader<'_>,
    kind: &str,
    key: &str,
) -> Result<Vec<Kept<T>>, Failure> {
    let rows = kept::<T>(reader, kind)?;
    Ok(rows.into_iter().filter(|row| row.key.as_str() == key).collect())
}

/// A setting of which there is one, as its row.
pub fn row(kind: &str, dated: &Dated<impl Serialize>, moment: &Moment) -> Result<SettingRow, Failure> {
    row_of(kind, "", dated, moment)
}

/// A setting of which there are several, as its row.
pub fn row_of(kind: &str, key: &str, dated: &Dated<impl Serialize>, moment: &Moment) -> Result<SettingRow, Failure> {
    Ok(SettingRow {
        kind: kind.to_owned(),
        key: key.to_owned(),
        valid_from: dated.valid_from,
        recorded_at: moment.now,
        source: dated.source.clone(),
        format: 1,
        body: serde_json::to_string(&dated.value).map_err(|_| Failure::broken("reglage"))?,
    })
}

fn products(reader: &Reader<'_>, delivered: &Delivered) -> Result<BTreeMap<ListKey, Vec<Dated<LoanProduct>>>, Failure> {
    let start = delivered.products.iter().map(|product| (product.key.clone(), vec![product.dated()]));
    let mut products: BTreeMap<ListKey, Vec<Dated<LoanProduct>>> = start.collect();
    for row in kept::<LoanProduct>(reader, PRODUCT)? {
        products.entry(row.key).or_default().push(row.dated);
    }
    Ok(products)
}

fn lenders(reader: &Reader<'_>) -> Result<BTreeMap<ListKey, LenderFile>, Failure> {
    let mut lenders = BTreeMap::new();
    for row in kept::<Lender>(reader, LENDER)? {
        lenders.insert(row.key, LenderFile { lender: row.dated.value, agreements: Vec::new() });
    }
    for row in kept::<LenderAgreement>(reader, AGREEMENT)? {
        let file = lenders.get_mut(&row.key).ok_or_else(|| Failure::broken("convention-sans-banque"))?;
        file.agreements.push(row.dated);
    }
    for file in lenders.values_mut() {
        file.agreements.sort_by_key(|agreement| agreement.valid_from);
    }
    Ok(lenders)
}

fn legal(reader: &Reader<'_>, delivered: &Delivered) -> Result<Arc<Legal>, Failure> {
    let rows = kept::<LegalValue>(reader, LEGAL)?;
    if rows.is_empty() {
        return Ok(Arc::clone(&delivered.legal));
    }
    let own = rows.into_iter().map(|row| (row.key, row.dated.value));
    Ok(Arc::new(own.fold((*delivered.legal).clone(), |legal, (topic, value)| legal.with(&topic, value))))
}

/// The lists, as the office names their entries.
pub fn lists(reader: &Reader<'_>) -> Result<Arc<Lists>, Failure> {
    let delivered = delivered()?;
    let rows = kept::<ListEntry>(reader, LIST_ENTRY)?;
    let questions = kept::<SurveyQuestion>(reader, SURVEY_QUESTION)?;
    let rhythms = kept::<FollowUpPlan>(reader, FOLLOW_UP_PLAN)?;
    let documents = kept::<SupportingDocument>(reader, SUPPORTING_DOCUMENT)?;
    if rows.is_empty() && questions.is_empty() && rhythms.is_empty() && documents.is_empty() {
        return Ok(Arc::clone(&delivered.lists));
    }
    let mut lists = overlaid(&delivered.lists, rows);
    for row in questions {
        put(&mut lists.survey, row.dated.value, |one| &one.key);
    }
    for row in rhythms {
        put(&mut lists.follow_up_plans, row.dated.value, |one| &one.key);
    }
    for row in documents {
        put(&mut lists.documents, row.dated.value, |one| &one.key);
    }
    Ok(Arc::new(lists))
}

/// The last row of a key stands in the place of the one before, a new key at the end.
fn put<T>(list: &mut Vec<T>, own: T, key: impl Fn(&T) -> &ListKey) {
    match list.iter().position(|one| key(one) == key(&own)).and_then(|place| list.get_mut(place)) {
        Some(known) => *known = own,
        None => list.push(own),
    }
}

fn letters(reader: &Reader<'_>, delivered: &Delivered) -> Result<Arc<LetterTexts>, Failure> {
    let rows = kept::<OwnLetterText>(reader, LETTER_TEXT)?;
    if rows.is_empty() {
        return Ok(Arc::clone(&delivered.letters));
    }
    let mut own: BTreeMap<TextKind, Vec<Dated<OwnLetterText>>> = BTreeMap::new();
    for row in rows {
        let kind = TextKind::from_key(row.key.as_str()).ok_or_else(|| Failure::broken("courrier-inconnu"))?;
        own.entry(kind).or_default().push(row.dated);
    }
    let texts = own.into_iter().fold((*delivered.letters).clone(), |texts, (kind, rows)| texts.with(kind, rows));
    Ok(Arc::new(texts))
}
