//! The documents of one dossier, each with where it stands.
//!
//! The list is born of the request, the budget and the situation; the lender's agreement adds or leaves out. Where a
//! document stands follows from the files placed on it and from what was noted of it last: a file that is there makes
//! it received, as long as nobody found that file wrong; what was noted of files that are gone no longer counts; a last
//! day gone by outdates it by itself. Worked examples: a proof of address of 14 July holds three months: received on
//! 3 November, it is out of date since 14 October. Three statements are wanted and one is there: it is incomplete, one
//! of three, until two others come or the adviser notes that it is received, one file holding all of them.

mod given;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use self::given::{Given, line};
use super::{DocumentLevel, DocumentPer, DocumentStage, Known, SupportingDocument, ValidityBasis};
use crate::attachment::{Attachment, Filing};
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
    /// Its number in the dossier, from 1: the same on every paper.
    pub number: usize,
    /// The document.
    pub document: &'a SupportingDocument,
    /// Whose it is, or which one of several; empty for the only one.
    pub part: Line,
    /// Whether the dossier calls for it; nothing when what is known does not tell.
    pub wanted: Option<bool>,
    /// Where it stands, a last day gone by taken into account; nothing while no file is there and nobody noted it.
    pub state: Option<DocumentState>,
    /// How many files are there and how many make it whole, while some lack.
    pub partial: Option<(u32, u32)>,
    /// What was noted of it last, and still counts.
    pub noted: Option<(FactId, &'a DocumentNoted)>,
    /// The files placed on it.
    pub files: Vec<&'a Attachment>,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
}

/// The pile of the letter box a paper lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperPile {
    /// It lacks, or is not as it should be.
    Lacking,
    /// It is there and good.
    Good,
    /// It depends on what is not known yet, is welcome without lacking, or was said to be needless.
    Aside,
    /// It comes with a later stage.
    Later,
}

impl ChecklistLine<'_> {
    /// The pile it lies in, by whether its stage is asked for. What came before its stage is with the others.
    #[must_use]
    pub fn pile(&self, is_stage_open: bool) -> PaperPile {
        let is_untouched = self.state.is_none() && self.files.is_empty();
        if is_untouched && !is_stage_open {
            return PaperPile::Later;
        }
        let is_wrong = self.state.is_some_and(|state| !state.is_there() && state != DocumentState::NotNeeded);
        match self.is_there() {
            true => PaperPile::Good,
            false if self.lacks() || is_wrong => PaperPile::Lacking,
            false => PaperPile::Aside,
        }
    }

    /// `Bulletins de salaire, Sonia Delmas`.
    #[must_use]
    pub fn named(&self) -> String {
        match self.part.is_empty() {
            true => self.document.label.clone(),
            false => format!("{}, {}", self.document.label, self.part),
        }
    }

    /// `P4`: what it is called on every paper.
    #[must_use]
    pub fn code(&self) -> String {
        format!("P{}", self.number)
    }

    /// Whether it is of the project alone, and of nobody.
    #[must_use]
    pub fn is_of_the_project(&self) -> bool {
        self.document.section.as_str() == OF_THE_PROJECT
    }

    /// The day written on it.
    #[must_use]
    pub fn dated_on(&self) -> Option<NaiveDate> {
        self.noted.and_then(|(_, noted)| noted.issued_on)
    }

    /// Whether it is signed on the sheet of the consent that names the lender.
    #[must_use]
    pub fn is_signed_with_consent(&self) -> bool {
        ["consent", "honour_declaration"].contains(&self.document.key.as_str())
    }

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

    /// Whether it is asked for « selon votre situation »: usual, and nothing known tells whether it is needed.
    #[must_use]
    pub fn is_in_doubt(&self) -> bool {
        self.document.usual && self.wanted.is_none() && self.noted.is_none()
    }

    /// Whether the person is asked for it: brought, and required or in doubt.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.document.is_brought() && (self.is_required() || self.is_in_doubt())
    }

    /// Whether the person is still to bring it.
    #[must_use]
    pub fn is_to_bring(&self) -> bool {
        self.is_asked() && !self.is_there()
    }

    /// How it has to be, in words for the person: `selon votre situation, moins de trois mois`.
    #[must_use]
    pub fn asked_detail(&self) -> String {
        let doubt = self.is_in_doubt().then(|| "selon votre situation".to_owned());
        doubt.into_iter().chain(self.document.how()).collect::<Vec<_>>().join(", ")
    }

    /// Whether it lacks: required, and not there as it should be.
    #[must_use]
    pub fn lacks(&self) -> bool {
        self.is_required() && !self.is_there()
    }

    /// The day it stands so since: what was noted last, else the last file placed on it.
    #[must_use]
    pub fn since(&self) -> Option<NaiveDate> {
        let placed = || self.files.iter().filter_map(|file| file.filing.as_ref()).map(|filing| filing.on).max();
        self.noted.map(|(_, noted)| noted.on).or_else(placed)
    }

    /// What the adviser noted of it last; nothing when its files alone tell where it stands.
    #[must_use]
    pub fn noted_by_hand(&self) -> Option<&'_ DocumentNoted> {
        self.noted.map(|(_, noted)| noted).filter(|noted| !noted.from_files)
    }
}

impl<'a> Checklist<'a> {
    /// The line of a document, or of one part of it.
    #[must_use]
    pub fn line(&self, document: &ListKey, part: &Line) -> Option<&ChecklistLine<'a>> {
        self.lines.iter().find(|line| line.document.key == *document && line.part == *part)
    }

    /// The lines of one stage.
    pub fn of(&self, stage: DocumentStage) -> impl Iterator<Item = &ChecklistLine<'a>> {
        self.lines.iter().filter(move |line| line.document.stage == stage)
    }

    /// How many required documents are there before the sending, of how many.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        self.count_of(|stage| stage == DocumentStage::Assessment)
    }

    /// How many required documents of those stages are there, of how many.
    pub fn count_of(&self, is_asked: impl Fn(DocumentStage) -> bool) -> (usize, usize) {
        let required = || self.lines.iter().filter(|line| is_asked(line.document.stage) && line.is_required());
        (required().filter(|line| line.is_there()).count(), required().count())
    }

    /// The day the last required document came, once all are there and none is asked for in doubt.
    #[must_use]
    pub fn complete_on(&self) -> Option<NaiveDate> {
        let (there, of) = self.count();
        let required = self.of(DocumentStage::Assessment).filter(|line| line.is_required());
        let days = required.filter_map(ChecklistLine::since);
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
        let all_noted = self.noted_by(rules.date);
        let mut lines = Vec::new();
        for document in offered {
            let noted = of_document(&all_noted, &document.key);
            let files = self.files_of(&document.key, rules.date);
            let wanted = wanted(document, agreement, document.required_when.holds(&known));
            let is_empty = noted.is_empty() && files.is_empty();
            if is_empty && (wanted == Some(false) || document.retired) {
                continue;
            }
            for part in self.parts(document, &noted, &files) {
                let noted = noted.iter().filter(|(_, noted)| noted.part == part).copied().collect();
                let files = files.iter().filter(|(filing, _)| filing.part == part).map(|(_, file)| *file).collect();
                lines.push(line(document, (part, wanted), Given { noted, files }, rules.date));
            }
        }
        // What came without being called for is numbered last: its coming renumbers nothing.
        lines.sort_by_key(|line| (line.document.stage, line.wanted == Some(false)));
        for (number, line) in (1_usize..).zip(&mut lines) {
            line.number = number;
        }
        Checklist { lines }
    }

    /// The documents a vehicle is neither signed for nor paid without that are not there on a day, nor said needless:
    /// each with whether it is known to be needed (*Un coup de pouce pour le microcrédit personnel*, Boulogne-sur-Mer).
    pub(crate) fn unsigned_without<'a>(
        &'a self,
        known: &Known,
        rules: &RulesAt<'a>,
    ) -> Vec<(&'a SupportingDocument, Option<bool>)> {
        let needed = rules.lists.documents.iter().filter(|document| document.needed_to_sign && !document.retired);
        let wanted = needed.map(|document| (document, document.required_when.holds(known)));
        let all_noted = self.noted_by(NaiveDate::MAX);
        let lacks = |document| !self.is_answered(document, of_document(&all_noted, &document.key), rules.date);
        wanted.filter(|(document, wanted)| *wanted != Some(false) && lacks(document)).collect()
    }

    /// Whether a document is there and not out of date on a day, or was said to be needless. The rules are those of the
    /// sending; what was noted since then counts.
    fn is_answered(&self, document: &SupportingDocument, noted: Vec<Noted<'_>>, day: NaiveDate) -> bool {
        let files = self.files_of(&document.key, NaiveDate::MAX).into_iter().map(|(_, file)| file).collect();
        let state = line(document, (Line::default(), None), Given { noted, files }, day).state;
        state.is_some_and(|state| state.is_there() || state == DocumentState::NotNeeded)
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
                && !line.is_of_the_project()
                && line.document.is_brought()
                && lasts(line)
        });
        lines.filter_map(|line| line.noted.map(|(_, noted)| noted)).collect()
    }

    /// What was noted of documents by a day, in the order of its days.
    fn noted_by(&self, by: NaiveDate) -> Vec<Noted<'_>> {
        let mut noted: Vec<_> = self
            .facts
            .standing()
            .filter_map(|row| if let Fact::DocumentNoted(noted) = &row.fact { Some((row.id, noted)) } else { None })
            .filter(|(_, noted)| noted.on <= by)
            .collect();
        noted.sort_by_key(|(_, noted)| noted.on);
        noted
    }

    /// The files placed on a document by a day, each with its place.
    fn files_of(&self, key: &ListKey, by: NaiveDate) -> Vec<(&Filing, &Attachment)> {
        let placed = self.attachments.iter().filter_map(|file| Some((file.filing.as_ref()?, file)));
        placed.filter(|(filing, _)| filing.document == *key && filing.on <= by).collect()
    }

    /// The parts of a document: one for each borrower, and each one named when it was noted or a file was placed.
    fn parts(
        &self,
        document: &SupportingDocument,
        noted: &[(FactId, &DocumentNoted)],
        files: &[(&Filing, &Attachment)],
    ) -> Vec<Line> {
        let mut parts: Vec<Line> = Vec::new();
        let named = noted.iter().map(|(_, noted)| &noted.part);
        for part in named.chain(files.iter().map(|(filing, _)| &filing.part)) {
            if !parts.contains(part) {
                parts.push(part.clone());
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

    /// Whether a part of a document is that of who borrows with the person.
    #[must_use]
    pub fn is_another_borrower(&self, part: &Line) -> bool {
        self.other_borrowers().any(|name| name == part)
    }
}

/// What was noted of a document, and the number of that.
type Noted<'d> = (FactId, &'d DocumentNoted);

/// What was noted of one document.
fn of_document<'d>(noted: &[Noted<'d>], key: &ListKey) -> Vec<Noted<'d>> {
    noted.iter().filter(|(_, noted)| noted.document == *key).copied().collect()
}

/// The section of what is of the project alone: a quote, the papers of the seller.
const OF_THE_PROJECT: &str = "project";

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

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::attachment::{AttachmentId, ContentKind, Rotation};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn slips(count: u32) -> SupportingDocument {
        SupportingDocument {
            label: "Bulletins de salaire".to_owned(),
            per: DocumentPer::Earner,
            count,
            ..SupportingDocument::blank(ListKey::new("pay_slips"), ListKey::new("income"))
        }
    }

    fn file(id: i64) -> Attachment {
        let document = ListKey::new("pay_slips");
        Attachment {
            id: AttachmentId(id),
            kind: ContentKind::Pdf,
            name: Line::read("scan.pdf").unwrap(),
            filing: Some(Filing { document, part: Line::default(), on: day("2026-11-20") }),
            recognised: None,
            rotation: Rotation::None,
            size: 1,
            added_at: DateTime::UNIX_EPOCH,
        }
    }

    fn noted(state: DocumentState, files: &[i64], from_files: bool) -> DocumentNoted {
        DocumentNoted {
            on: day("2026-11-20"),
            document: ListKey::new("pay_slips"),
            part: Line::default(),
            state,
            issued_on: None,
            valid_until: None,
            reason: Line::default(),
            attachments: files.iter().map(|id| AttachmentId(*id)).collect(),
            from_files,
        }
    }

    #[track_caller]
    fn stands(
        wanted: u32,
        files: &[i64],
        notes: &[DocumentNoted],
        expected: (Option<DocumentState>, Option<(u32, u32)>),
    ) {
        let document = slips(wanted);
        let files: Vec<Attachment> = files.iter().map(|id| file(*id)).collect();
        let noted = (1..).map(FactId).zip(notes).collect();
        let given = Given { noted, files: files.iter().collect() };
        let line = line(&document, (Line::default(), Some(true)), given, day("2026-11-24"));
        assert_eq!((line.state, line.partial), expected);
    }

    #[test]
    fn a_file_that_is_there_is_received_until_it_is_found_wrong() {
        use DocumentState::{Checked, Received, Requested, Unreadable};
        stands(1, &[], &[], (None, None));
        stands(1, &[7], &[], (Some(Received), None));
        stands(1, &[7], &[noted(Requested, &[], false)], (Some(Received), None));
        let wrong = noted(Unreadable, &[7], false);
        stands(1, &[7], std::slice::from_ref(&wrong), (Some(Unreadable), None));
        let again = noted(Received, &[7, 8], true);
        stands(1, &[7, 8], &[wrong.clone(), again.clone()], (Some(Received), None));
        stands(1, &[7], &[wrong, again], (Some(Unreadable), None));
        stands(1, &[], &[noted(Requested, &[], false), noted(Received, &[7], true)], (Some(Requested), None));
        stands(1, &[], &[noted(Checked, &[], false)], (Some(Checked), None));
        stands(1, &[], &[noted(Checked, &[7], false)], (None, None));
    }

    #[test]
    fn three_are_wanted_and_one_is_there() {
        use DocumentState::{Incomplete, Received};
        stands(3, &[7], &[], (Some(Incomplete), Some((1, 3))));
        stands(3, &[7, 8], &[noted(Incomplete, &[7], true)], (Some(Incomplete), Some((2, 3))));
        stands(3, &[7, 8, 9], &[noted(Incomplete, &[7], true)], (Some(Received), None));
        let whole = noted(Received, &[7], false);
        stands(3, &[7], std::slice::from_ref(&whole), (Some(Received), None));
        stands(3, &[7, 8], &[whole, noted(Received, &[7, 8], true)], (Some(Received), None));
    }
}
