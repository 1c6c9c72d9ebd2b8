//! The supporting documents of a bank file, as they stood when it left, and what the lender asks of its own.

use documents::papers::bank_file::{BankFileDocument, BankFileQuestion, BankFileScan, DocumentStanding};
use documents::papers::transmission_consent::NumberedDocument;
use domain::attachment::{Attachment, AttachmentId};
use domain::dossier::{DocumentState, Dossier};
use domain::settings::{LenderAgreement, RulesAt};
use domain::supporting_document::{Checklist, ChecklistLine, DocumentLevel, DocumentPer, DocumentStage, ValidityBasis};
use domain::words::{addressed, given_of};

use super::Scans;
use app::caller::Moment;
use casework::decisions::asked_of;

/// The list before the sending as its room shows it, but for what is needless or nobody knows to be wanted; what was
/// noted after the day of the rules is not known yet. Those the agreement puts first come first. With it, the files of
/// those that are there, in the same order.
pub(super) fn documents(
    (dossier, agreement): (&Dossier, Option<&LenderAgreement>),
    rules: &RulesAt<'_>,
    scans: Option<&Scans>,
    moment: &Moment,
) -> (Vec<BankFileDocument>, Vec<AttachmentId>) {
    let list = dossier.checklist(rules);
    let mut order = Vec::new();
    let mut documents = Vec::new();
    for line in called(&list, agreement) {
        let Some(document) = document(line, dossier) else { continue };
        let leaves = scans.is_some() && (line.is_there() || line.partial.is_some());
        let files = if leaves { line.files.clone() } else { Vec::new() };
        order.extend(files.iter().map(|file| file.id));
        documents
            .push(BankFileDocument { scans: files.into_iter().map(|file| scan(file, moment)).collect(), ..document });
    }
    (documents, order)
}

/// The names of the documents that would leave, there or to be joined, but for what is signed on the sheet that lists
/// them.
pub(super) fn leaving(
    (dossier, agreement): (&Dossier, Option<&LenderAgreement>),
    rules: &RulesAt<'_>,
) -> Vec<NumberedDocument> {
    let list = dossier.checklist(rules);
    let to_join = |line: &ChecklistLine<'_>| line.state.is_none() && line.document.level == DocumentLevel::Required;
    let leaves = |line: &&ChecklistLine<'_>| line.is_there() || line.partial.is_some() || to_join(line);
    let leaving = called(&list, agreement).into_iter().filter(leaves);
    let leaving = leaving.filter(|line| !line.is_signed_with_consent());
    leaving.map(|line| NumberedDocument { code: line.code(), label: line.named() }).collect()
}

/// What is called for before the sending, those the agreement puts first before the others.
fn called<'l>(list: &'l Checklist<'l>, agreement: Option<&LenderAgreement>) -> Vec<&'l ChecklistLine<'l>> {
    let is_called = |line: &&ChecklistLine<'_>| {
        line.wanted == Some(true) || line.is_there() || line.wanted.is_none() && line.state.is_some()
    };
    let mut called: Vec<_> = list.of(DocumentStage::Assessment).filter(is_called).collect();
    called.sort_by_key(|line| agreement.map(|agreement| agreement.document_rank(&line.document.key)));
    called
}

fn scan(file: &Attachment, moment: &Moment) -> BankFileScan {
    let received_on = moment.day_of(file.added_at);
    BankFileScan { name: file.name.to_string(), kind: file.kind, rotation: file.rotation, received_on }
}

/// What the lender asks of its own, with the answers.
pub(super) fn questions(dossier: &Dossier, rules: &RulesAt<'_>) -> Vec<BankFileQuestion> {
    let asked = asked_of(dossier, rules).into_iter();
    asked.map(|one| BankFileQuestion { label: one.label, answer: one.answer, required: one.required }).collect()
}

fn document(line: &ChecklistLine<'_>, dossier: &Dossier) -> Option<BankFileDocument> {
    let reason = match line.partial {
        Some(partial) => given_of(partial),
        None => line.noted_by_hand().map(|noted| noted.reason.to_string()).unwrap_or_default(),
    };
    let because = |state: DocumentState| {
        let word = told(state).to_owned();
        if reason.is_empty() { word } else { format!("{word} : {reason}") }
    };
    let sent = dossier.facts.course().current().is_some();
    let standing = match line.state {
        // What would have been welcome and nobody brought is not spoken of; the rest went as missing once sent.
        None if line.document.level == DocumentLevel::IfAvailable => return None,
        None if sent => DocumentStanding::Missing(String::new()),
        None => DocumentStanding::ToJoin,
        Some(DocumentState::NotNeeded) => return None,
        Some(state @ (DocumentState::Received | DocumentState::Checked)) => {
            DocumentStanding::There(told(state).to_owned())
        }
        Some(DocumentState::Missing) => DocumentStanding::Missing(reason.clone()),
        Some(
            state @ (DocumentState::Requested
            | DocumentState::Incomplete
            | DocumentState::Outdated
            | DocumentState::Unsuitable
            | DocumentState::Unreadable),
        ) => DocumentStanding::Missing(because(state)),
    };
    // How the person has to bring it is said to them, not to the lender.
    Some(BankFileDocument {
        code: line.code(),
        label: line.document.label.clone(),
        whose: whose(line, dossier),
        dated_on: line.dated_on(),
        valid_until: line.valid_until,
        ages: line.document.validity_basis != ValidityBasis::None,
        seen_on: line.since().filter(|_| line.state == Some(DocumentState::Checked)),
        reason: if line.is_there() { reason } else { String::new() },
        standing,
        scans: Vec::new(),
    })
}

/// Whose a document is: the one it was noted of, nobody's where it is the project's, else that of who borrows.
fn whose(line: &ChecklistLine<'_>, dossier: &Dossier) -> String {
    if line.is_of_the_project() {
        return "le projet".to_owned();
    }
    if !line.part.is_empty() {
        let other = dossier.borrows_with().filter(|_| dossier.is_another_borrower(&line.part));
        return other.map_or_else(|| line.part.to_string(), |with| addressed(&with));
    }
    let is_one_each = line.document.per == DocumentPer::Borrower;
    if is_one_each || dossier.borrows_with().is_none() { addressed(&dossier.person) } else { "les deux".to_owned() }
}

/// Where a document stands, in words that go with any name.
fn told(state: DocumentState) -> &'static str {
    match state {
        DocumentState::Received => "au dossier",
        DocumentState::Checked => "contrôle fait",
        DocumentState::Requested => "en attente",
        DocumentState::Missing => "en manque",
        DocumentState::Incomplete => "à compléter",
        DocumentState::Outdated => "date dépassée",
        DocumentState::Unsuitable => "à remplacer",
        DocumentState::Unreadable => "illisible",
        DocumentState::NotNeeded => "sans objet",
    }
}
