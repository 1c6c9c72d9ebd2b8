//! The supporting documents asked for: each may be worded anew, asked for no more or again; the office adds its own.
//!
//! A document keeps its key, so that what was noted of it stays. A delivered one keeps its condition (a lease is asked of
//! a tenant); one of the office is asked always, or for some purposes
//! (*Un coup de pouce pour le microcrédit personnel*, la constitution du dossier).

use domain::settings::{Dated, ListEntry, ListKey, Lists};
use domain::supporting_document::{
    Condition, DocumentLevel, DocumentPer, DocumentStage, SupportingDocument, ValidityBasis,
};
use domain::words::{Labelled, counted, folded, lowered, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lists::{free_key, is_own};
use super::products::{category_labels, read_categories};
use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::settings::{SUPPORTING_DOCUMENT, row_of, settings};
use app::shapes::Choice;

/// As many files as one document is made of.
const MOST_FILES: u32 = 24;
/// The longest a document holds, in months.
const LONGEST: u32 = 120;
/// The fact that tells what the loan would finance.
const PURPOSE: &str = "purpose";

/// A document as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentFields {
    /// What people read; needed.
    pub label: String,
    /// How it has to be: « les trois derniers ».
    pub detail: String,
    /// Its place in the file of the bank.
    pub section: String,
    /// When it is asked for.
    pub stage: String,
    /// The categories of purposes it is asked for; every request when empty. Of the office's own documents alone.
    pub purposes: Vec<String>,
    /// Whether it is asked for by the banks alone that add it to theirs. Of the office's own documents alone.
    #[serde(default)]
    pub by_banks: bool,
    /// Whether there is one for each borrower.
    pub of_each: bool,
    /// Whether it lacks as long as it is not there.
    pub required: bool,
    /// How many files make it whole; one when empty.
    pub count: String,
    /// The months it holds from the day written on it; it does not grow old when empty.
    pub validity_months: String,
    /// Where the person finds it.
    pub where_to_get: String,
    /// Whether it is asked for no more.
    pub retired: bool,
}

/// A document written or written anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentChange {
    /// Which one; empty for a new one.
    pub key: String,
    /// What is typed.
    pub fields: DocumentFields,
}

/// The documents asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DocumentsView {
    /// The documents, those of the office first, then in their order; those asked for no more included.
    pub documents: Vec<DocumentAsked>,
    /// The places in the file of the bank.
    pub sections: Vec<Choice>,
    /// When a document may be asked for.
    pub stages: Vec<Choice>,
    /// What a document of the office may be for.
    pub purposes: Vec<Choice>,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DocumentAsked {
    /// Its place, which tells it apart.
    pub id: usize,
    /// Its key.
    pub key: String,
    /// As forms hold it.
    pub fields: DocumentFields,
    /// Whether the office added it: only then its purposes are its own.
    pub own: bool,
    /// `avant la transmission, les 3 derniers, 3 mois de validité`.
    pub state: String,
}

/// Shows the supporting documents asked for.
pub fn supporting_documents(desk: &Desk, _: Nothing, _: &Moment) -> Result<DocumentsView, Failure> {
    let lists = desk.read(settings)?.lists;
    let mut documents: Vec<DocumentAsked> =
        lists.documents.iter().enumerate().map(|(id, one)| view(id, one, &lists)).collect();
    documents.sort_by_key(|one| !one.own);
    Ok(DocumentsView {
        documents,
        sections: lists.document_sections.iter().map(Choice::of_entry).collect(),
        stages: DocumentStage::ALL.into_iter().map(Choice::of).collect(),
        purposes: lists.purpose_categories.iter().map(Choice::of_entry).collect(),
    })
}

/// Adds a document of the office, words one anew, asks for it no more or again.
pub fn set_supporting_document(
    desk: &mut Desk,
    input: DocumentChange,
    moment: &Moment,
) -> Result<DocumentsView, Failure> {
    let lists = desk.read(settings)?.lists;
    let document = read(&input, &lists)?;
    let source = "Réglage du CCAS".to_owned();
    let dated = Dated { valid_from: moment.today, source, value: document.clone() };
    let row = row_of(SUPPORTING_DOCUMENT, document.key.as_str(), &dated, moment)?;
    desk.act("set_supporting_document", moment, |writer| {
        writer.add_setting(&row)?;
        Ok(acted(&spaced(&format!("Pièces demandées : {}", document.label)), vec![SUPPORTING_DOCUMENT]))
    })?;
    supporting_documents(desk, Nothing {}, moment)
}

fn read(input: &DocumentChange, lists: &Lists) -> Result<SupportingDocument, Failure> {
    let known = lists.documents.iter().find(|one| one.key.as_str() == input.key);
    if known.is_none() && !input.key.is_empty() {
        return Err(Failure::gone("Cette pièce"));
    }
    let fields = &input.fields;
    let label = spaced(reading::needed(&fields.label, "label", "Le nom de la pièce manque.")?.as_str());
    let key = match known {
        Some(known) => known.key.clone(),
        None => free_key(|key| lists.documents.iter().any(|one| one.key == *key))?,
    };
    let twin = |one: &SupportingDocument| one.key != key && !one.retired && folded(&one.label) == folded(&label);
    if !fields.retired && lists.documents.iter().any(twin) {
        return Err(Failure::refused("Une pièce de ce nom est déjà demandée.").at("label"));
    }
    let no_section = || Failure::refused("Où cette pièce se range-t-elle dans le dossier ?").at("section");
    let section = reading::entry(&fields.section, &lists.document_sections, "section")?.ok_or_else(no_section)?;
    let count = whole(&fields.count, "count", MOST_FILES, "Combien de fichiers ?")?.unwrap_or(1);
    let validity_months = whole(&fields.validity_months, "validity_months", LONGEST, "Combien de mois ?")?;
    let same = SupportingDocument {
        detail: optional(&fields.detail, "detail")?,
        where_to_get: optional(&fields.where_to_get, "where_to_get")?,
        stage: reading::word(&fields.stage, "stage")?,
        level: if fields.required { DocumentLevel::Required } else { DocumentLevel::IfAvailable },
        retired: fields.retired,
        label,
        count,
        ..known.cloned().unwrap_or_else(|| SupportingDocument::blank(key, section.clone()))
    };
    if known.is_some_and(|known| !is_own(&known.key)) {
        let validity_basis = if validity_months.is_some() { ValidityBasis::IssueDate } else { same.validity_basis };
        return Ok(SupportingDocument { validity_months, validity_basis, ..same });
    }
    let purposes = read_categories(&fields.purposes, lists)?;
    Ok(SupportingDocument {
        words: vec![folded(&same.label)],
        required_when: if fields.by_banks { never() } else { asked_for(&purposes) },
        per: if fields.of_each { DocumentPer::Borrower } else { DocumentPer::Dossier },
        validity_months,
        validity_basis: if validity_months.is_some() { ValidityBasis::IssueDate } else { ValidityBasis::None },
        bring_section: bring_section(&section, lists),
        section,
        ..same
    })
}

/// Always, or when the loan would finance one of these categories.
fn asked_for(purposes: &[ListKey]) -> Condition {
    if purposes.is_empty() {
        return Condition::All { all: Vec::new() };
    }
    let within = purposes.iter().map(|key| key.as_str().to_owned()).collect();
    Condition::Is { fact: PURPOSE.to_owned(), within }
}

/// As long as no bank adds it to what it asks.
fn never() -> Condition {
    Condition::Any { any: Vec::new() }
}

/// The heading of the list handed to the person: that of most of the documents which stand at the same place.
fn bring_section(section: &ListKey, lists: &Lists) -> ListKey {
    let there = || lists.documents.iter().filter(|one| one.section == *section && !is_own(&one.key));
    let of_heading = |heading: &&ListEntry| there().filter(|one| one.bring_section == heading.key).count();
    // Of equals, the first.
    let most = lists.bring_sections.iter().rev().max_by_key(of_heading);
    most.map_or_else(|| ListKey::new(""), |heading| heading.key.clone())
}

fn optional(typed: &str, field: &str) -> Result<Option<String>, Failure> {
    let line = reading::line(typed, field)?;
    Ok(Some(spaced(line.as_str())).filter(|words| !words.is_empty()))
}

/// A whole number from 1 to the most.
fn whole(typed: &str, field: &str, most: u32, refused: &str) -> Result<Option<u32>, Failure> {
    let number = reading::whole(typed, field)?;
    match number {
        Some(number) if number == 0 || number > most => {
            Err(Failure::refused(&format!("{refused} De 1 à {most}.")).at(field))
        }
        number => Ok(number),
    }
}

fn view(id: usize, one: &SupportingDocument, lists: &Lists) -> DocumentAsked {
    let purposes = match &one.required_when {
        Condition::Is { fact, within } if fact == PURPOSE => within.clone(),
        Condition::Is { .. }
        | Condition::All { .. }
        | Condition::Any { .. }
        | Condition::Not { .. }
        | Condition::Holds { .. } => Vec::new(),
    };
    let by_banks = one.required_when == never();
    let categories: Vec<ListKey> = purposes.iter().map(ListKey::new).collect();
    let whom = category_labels(&categories, lists);
    let many = (one.count > 1).then(|| format!("{} fichiers", one.count));
    let holds = one.validity_months.map(|months| format!("{} de validité", counted(months, "mois", "mois")));
    let whom = if by_banks { "si la banque la demande".to_owned() } else { whom };
    let asked = [Some(lowered(one.stage.label())), Some(whom).filter(|whom| !whom.is_empty()), many, holds];
    let state = if one.retired {
        "plus demandée".to_owned()
    } else {
        asked.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    DocumentAsked {
        id,
        key: one.key.as_str().to_owned(),
        own: is_own(&one.key),
        fields: DocumentFields {
            label: one.label.clone(),
            detail: one.detail.clone().unwrap_or_default(),
            section: one.section.as_str().to_owned(),
            stage: one.stage.key().to_owned(),
            purposes,
            by_banks,
            of_each: one.per == DocumentPer::Borrower,
            required: one.level == DocumentLevel::Required,
            count: one.count.to_string(),
            validity_months: one.validity_months.map(|months| months.to_string()).unwrap_or_default(),
            where_to_get: one.where_to_get.clone().unwrap_or_default(),
            retired: one.retired,
        },
        state: spaced(&state),
    }
}
