//! The documents of one dossier, each with where it stands.
//!
//! The list is born of the request, the budget and the situation; the lender's agreement adds or leaves out. What is
//! known of a document is the last thing noted of it, but a last day gone by outdates it by itself. Worked example:
//! a proof of address of 14 July holds three months: received on 3 November, it is out of date since 14 October.

use chrono::{Days, Months, NaiveDate};

use super::{DocumentLevel, DocumentPer, DocumentStage, SupportingDocument, ValidityBasis};
use crate::dossier::{DocumentNoted, DocumentState, Dossier, Fact, FactId};
use crate::household::Link;
use crate::line::Line;
use crate::settings::{LenderAgreement, ListKey, RulesAt};

/// The documents of a dossier, in the order of the file of the bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist<'a> {
    /// Each document, or each part of one that has several.
    pub lines: Vec<ChecklistLine<'a>>,
}

/// One document, or one part of it, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistLine<'a> {
    /// The document.
    pub document: &'a SupportingDocument,
    /// Whose it is, or which one of several; empty for the only one.
    pub part: Line,
    /// Whether the dossier calls for it; nothing when what is known does not tell.
    pub wanted: Option<bool>,
    /// Where it stands, a last day gone by taken into account; nothing while nobody noted it.
    pub state: Option<DocumentState>,
    /// What was noted of it last.
    pub noted: Option<(FactId, &'a DocumentNoted)>,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
}

impl ChecklistLine<'_> {
    /// Whether it is there and nothing is known against it.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.state.is_some_and(DocumentState::is_there)
    }

    /// Whether the dossier has to have it: wanted, and not said to be needless.
    #[must_use]
    pub fn is_required(&self) -> bool {
        let needless = self.state == Some(DocumentState::NotNeeded);
        self.wanted == Some(true) && self.document.level == DocumentLevel::Required && !needless
    }

    /// Whether it lacks: required, and not there as it should be.
    #[must_use]
    pub fn lacks(&self) -> bool {
        self.is_required() && !self.is_there()
    }
}

impl<'a> Checklist<'a> {
    /// The lines of one stage.
    pub fn of(&self, stage: DocumentStage) -> impl Iterator<Item = &ChecklistLine<'a>> {
        self.lines.iter().filter(move |line| line.document.stage == stage)
    }

    /// How many required documents are there before the sending, of how many.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        let required = || self.of(DocumentStage::Assessment).filter(|line| line.is_required());
        (required().filter(|line| line.is_there()).count(), required().count())
    }

    /// The day the last required document came, once all are there and none is asked for in doubt.
    #[must_use]
    pub fn complete_on(&self) -> Option<NaiveDate> {
        let (there, of) = self.count();
        let required = self.of(DocumentStage::Assessment).filter(|line| line.is_required());
        let days = required.filter_map(|line| line.noted.map(|(_, noted)| noted.on));
        if there == of { days.max() } else { None }
    }
}

impl SupportingDocument {
    /// Its last day, from what is written on it; nothing when it does not grow old or no day is known.
    #[must_use]
    pub fn last_day(&self, issued_on: Option<NaiveDate>, valid_until: Option<NaiveDate>) -> Option<NaiveDate> {
        let counted = match self.validity_basis {
            ValidityBasis::IssueDate => issued_on.and_then(|day| {
                let months = day.checked_add_months(Months::new(self.validity_months.unwrap_or_default()))?;
                let days = months.checked_add_days(Days::new(self.validity_days.unwrap_or_default().into()))?;
                (days > day).then_some(days)
            }),
            ValidityBasis::None | ValidityBasis::ExpiryDate => None,
        };
        valid_until.or(counted)
    }
}

impl Dossier {
    /// Its documents by the rules of a day, and where each stands on that day.
    #[must_use]
    pub fn checklist<'a>(&'a self, rules: &RulesAt<'a>) -> Checklist<'a> {
        let known = self.known(rules);
        let agreement = self.loan_lender().and_then(|key| rules.lender(key)?.agreement).map(|dated| &dated.value);
        let offered = rules.lists.documents.iter();
        let mut lines = Vec::new();
        for document in offered {
            let noted: Vec<_> = self.noted_of(&document.key);
            let wanted = wanted(document, agreement, document.required_when.holds(&known));
            if wanted == Some(false) && noted.is_empty() || document.retired && noted.is_empty() {
                continue;
            }
            for part in self.parts(document, &noted) {
                let last = noted.iter().rev().find(|(_, noted)| noted.part == part).copied();
                lines.push(line(document, part, wanted, last, rules.date));
            }
        }
        lines.sort_by_key(|line| line.document.stage);
        Checklist { lines }
    }

    /// What was noted of the documents that would still hold for another project on the day of the rules: asked of the
    /// person, there, not of the project itself, and either never out of date or not yet. Worked example: an identity
    /// card valid until 20 November 2033 holds; bank statements of last year do not, nor a quote.
    #[must_use]
    pub fn documents_still_valid<'a>(&'a self, rules: &RulesAt<'a>) -> Vec<&'a DocumentNoted> {
        let lasts = |line: &ChecklistLine<'a>| match line.valid_until {
            Some(day) => day >= rules.date,
            None => line.document.validity_basis == ValidityBasis::None,
        };
        let lines = self.checklist(rules).lines.into_iter().filter(|line| {
            line.is_there()
                && line.document.stage == DocumentStage::Assessment
                && line.document.section.as_str() != OF_THE_PROJECT
                && line.document.bring_section.as_str() != NOT_BROUGHT
                && lasts(line)
        });
        lines.filter_map(|line| line.noted.map(|(_, noted)| noted)).collect()
    }

    /// What was noted of a document, in the order of its days.
    fn noted_of(&self, key: &ListKey) -> Vec<(FactId, &DocumentNoted)> {
        let mut noted: Vec<_> = self
            .facts
            .standing()
            .filter_map(|row| if let Fact::DocumentNoted(noted) = &row.fact { Some((row.id, noted)) } else { None })
            .filter(|(_, noted)| noted.document == *key)
            .collect();
        noted.sort_by_key(|(_, noted)| noted.on);
        noted
    }

    /// The parts of a document: one for each borrower, and each one named when it was noted.
    fn parts(&self, document: &SupportingDocument, noted: &[(FactId, &DocumentNoted)]) -> Vec<Line> {
        let mut parts: Vec<Line> = Vec::new();
        for (_, noted) in noted {
            if !parts.contains(&noted.part) {
                parts.push(noted.part.clone());
            }
        }
        if parts.iter().all(|part| self.is_another_borrower(part)) {
            parts.insert(0, Line::default());
        }
        if document.per == DocumentPer::Borrower {
            for name in self.other_borrowers() {
                if !parts.contains(name) {
                    parts.push(name.clone());
                }
            }
        }
        parts
    }

    fn other_borrowers(&self) -> impl Iterator<Item = &Line> {
        let with = self.household.members().iter().filter(|member| member.link == Link::CoApplicant);
        with.map(|member| &member.name).filter(|name| !name.is_empty())
    }

    fn is_another_borrower(&self, part: &Line) -> bool {
        self.other_borrowers().any(|name| name == part)
    }
}

/// The section of what is of the project alone: a quote, the papers of the seller.
const OF_THE_PROJECT: &str = "project";
/// The heading of what is not asked of the person, which the office makes anew.
const NOT_BROUGHT: &str = "none";

/// The document that is a lender's own form: asked for once its agreement says where it goes.
const OWN_FORM: &str = "lender_form";

/// Whether a document is wanted once the lender's agreement has added or left it out.
fn wanted(document: &SupportingDocument, agreement: Option<&LenderAgreement>, holds: Option<bool>) -> Option<bool> {
    match agreement {
        Some(agreement) if agreement.documents_added.contains(&document.key) => Some(true),
        Some(agreement) if agreement.own_form.is_some() && document.key.as_str() == OWN_FORM => Some(true),
        Some(agreement) if agreement.documents_left_out.contains(&document.key) => Some(false),
        Some(_) | None => holds,
    }
}

fn line<'a>(
    document: &'a SupportingDocument,
    part: Line,
    wanted: Option<bool>,
    noted: Option<(FactId, &'a DocumentNoted)>,
    today: NaiveDate,
) -> ChecklistLine<'a> {
    let valid_until = noted.and_then(|(_, noted)| document.last_day(noted.issued_on, noted.valid_until));
    let over = valid_until.is_some_and(|day| day < today);
    let state =
        noted.map(|(_, noted)| if over && noted.state.is_there() { DocumentState::Outdated } else { noted.state });
    ChecklistLine { document, part, wanted, state, noted, valid_until }
}
