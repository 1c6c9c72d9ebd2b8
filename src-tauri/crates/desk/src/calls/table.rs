//! The table itself, and the door that reads it.

use serde_json::Value;
use ts_rs::Config;

use super::calls;
use super::start::{Begun, read_input};
use super::typescript::Declarations;
use crate::caller::Caller;
use crate::failure::{Failure, FailureKind};
use crate::office::Desk;
use crate::{budgets, choices, dossiers, drafts, history, households, office, papers, reading};

/// What a call does to the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Reads nothing of the office.
    Pure,
    /// Reads the office.
    Read,
    /// Changes the office in one action that can be undone.
    Write,
    /// Changes the desk itself: lock, drafts, undo.
    Desk,
    /// Gathers its facts, then works beside the desk.
    Long,
}

impl Kind {
    /// Its name, as the table spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pure => "pure",
            Self::Read => "read",
            Self::Write => "write",
            Self::Desk => "desk",
            Self::Long => "long",
        }
    }
}

/// When a call may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Locked or not.
    Always,
    /// Only once unlocked.
    Unlocked,
}

/// One line of the table.
pub struct Call {
    /// Its name.
    pub name: &'static str,
    /// What it does to the office.
    pub kind: Kind,
    /// When it may be made.
    pub rule: Rule,
    /// What it is for, in one sentence.
    pub about: &'static str,
    /// The name of its input's type.
    pub input: fn(&Config) -> String,
    /// The name of its output's type.
    pub output: fn(&Config) -> String,
    pub(super) types: fn(&mut Declarations),
    start: fn(&mut Desk, Value, &Caller) -> Result<Begun<Value>, Failure>,
}

calls! {
    /// Says whether the office exists, is locked or is open.
    desk always status(office::Nothing) -> office::Status = office::status;
    /// Draws a recovery code for a new office and says which groups will be asked back.
    desk always prepare_office(office::Nothing) -> office::PreparedOffice = office::prepare_office;
    /// Checks one group of the recovery code copied by hand.
    desk always check_recovery_group(office::TypedGroup) -> office::Checked = office::check_recovery_group;
    /// Checks the names, address and telephone of an office about to be created.
    pure always check_office(office::OfficeFields) -> office::Checked = office::check_office;
    /// Weighs a passphrase as it is typed.
    pure always weigh_passphrase(office::TypedPassphrase) -> office::Weighed = office::weigh_passphrase;
    /// Creates the office once its recovery code was copied.
    desk always create_office(office::NewOffice) -> office::Opened = office::create_office;
    /// Opens the office with the passphrase.
    desk always unlock(office::TypedPassphrase) -> office::Opened = office::unlock;
    /// Opens the office with the recovery code.
    desk always unlock_with_code(office::TypedCode) -> office::Opened = office::unlock_with_code;
    /// Closes the office; what was typed stays in its drafts.
    desk always lock(office::Nothing) -> office::Nothing = office::lock;
    /// Reads a field as typed and writes it properly.
    pure unlocked read_field(reading::TypedField) -> reading::ReadField = reading::read_field;
    /// Shows the office, its adviser and its numbering.
    read unlocked office(office::Nothing) -> office::OfficeView = office::office;
    /// Corrects the office's names, address and telephone.
    write unlocked describe_office(office::OfficeFields) -> office::OfficeView = office::describe_office;
    /// Changes how references are written, from a date.
    write unlocked change_numbering(office::NewNumbering) -> office::OfficeView = office::change_numbering;
    /// Gives every list a form offers.
    read unlocked choices(office::Nothing) -> choices::Choices = choices::choices;
    /// Finds dossiers by any word of them, the most pressing first.
    read unlocked dossiers(dossiers::Search) -> dossiers::DossierList = dossiers::dossiers;
    /// Records a request and opens its dossier.
    write unlocked record_request(dossiers::NewRequest) -> dossiers::DossierView = dossiers::record_request;
    /// Shows a dossier.
    read unlocked dossier(dossiers::OneDossier) -> dossiers::DossierView = dossiers::dossier;
    /// Finds a dossier by its reference.
    read unlocked dossier_of(dossiers::OneReference) -> dossiers::DossierView = dossiers::dossier_of;
    /// Changes one field of the person.
    write unlocked change_person(dossiers::PersonChange) -> dossiers::DossierView = dossiers::change_person;
    /// Corrects one field of the request, or sets the next date.
    write unlocked change_request(dossiers::RequestChange) -> dossiers::DossierView = dossiers::change_request;
    /// Adds someone to the household.
    write unlocked add_member(households::NewMember) -> dossiers::DossierView = households::add_member;
    /// Changes a line of the household.
    write unlocked change_member(households::MemberChange) -> dossiers::DossierView = households::change_member;
    /// Takes someone out of the household.
    write unlocked remove_member(households::OneMember) -> dossiers::DossierView = households::remove_member;
    /// Shows the budget, its totals and its reste à vivre with the working.
    read unlocked budget(dossiers::OneDossier) -> budgets::BudgetView = budgets::budget;
    /// Adds a line to the budget.
    write unlocked add_budget_line(budgets::NewBudgetLine) -> budgets::BudgetView = budgets::add_budget_line;
    /// Changes a line of the budget.
    write unlocked change_budget_line(budgets::BudgetLineChange) -> budgets::BudgetView = budgets::change_budget_line;
    /// Takes a line out of the budget.
    write unlocked remove_budget_line(budgets::OneBudgetLine) -> budgets::BudgetView = budgets::remove_budget_line;
    /// Lists every paper Étrier can print.
    pure always paper_register(office::Nothing) -> papers::Register = papers::paper_register;
    /// Lists the papers of a dossier and what each one lacks.
    read unlocked papers(dossiers::OneDossier) -> papers::Papers = papers::papers;
    /// Draws a paper to be seen: its pages, their text, what it lacks.
    long unlocked draw_paper(papers::OnePaper) -> papers::PaperDrawn = papers::draw_paper;
    /// Saves a paper as PDF where the adviser chose.
    long unlocked save_paper(papers::PaperToFile) -> papers::PaperSaved = papers::save_paper;
    /// Opens a paper in the system's viewer.
    long unlocked open_paper(papers::OnePaper) -> papers::PaperSaved = papers::open_paper;
    /// Checks the whole vault: files, rows, search, journal.
    read unlocked verify(office::Nothing) -> office::Verified = office::verify;
    /// Says what undo and redo would do.
    desk unlocked undo_state(office::Nothing) -> history::UndoState = history::undo_state;
    /// Undoes the last action.
    desk unlocked undo(office::Nothing) -> history::Undone = history::undo;
    /// Does again what was just undone.
    desk unlocked redo(office::Nothing) -> history::Undone = history::redo;
    /// Lists the forms left in the middle.
    desk unlocked drafts(office::Nothing) -> drafts::Drafts = drafts::drafts;
    /// Finds what was typed in a form and not yet recorded.
    desk unlocked draft(drafts::OneForm) -> drafts::Draft = drafts::draft;
    /// Keeps what is being typed in a form.
    desk unlocked keep_draft(drafts::TypedForm) -> office::Nothing = drafts::keep_draft;
    /// Drops what was typed in a form.
    desk unlocked drop_draft(drafts::OneForm) -> office::Nothing = drafts::drop_draft;
}

/// The longest input of a call, in bytes of JSON: far beyond any form.
const LONGEST_INPUT: usize = 4_000_000;

/// Begins a call: the one place where the lock is checked.
pub fn begin(desk: &mut Desk, name: &str, input: Value, caller: &Caller) -> Result<Begun<Value>, Failure> {
    let call = CALLS.iter().find(|call| call.name == name).ok_or_else(|| Failure::no_such_call(name))?;
    admit(desk, call.rule)?;
    if length(&input) > LONGEST_INPUT {
        return Err(Failure::oversized());
    }
    (call.start)(desk, input, caller)
}

/// Begins a call whose answer is bytes: the page of a paper, as PNG.
pub fn begin_bytes(desk: &mut Desk, name: &str, input: Value) -> Result<Begun<Vec<u8>>, Failure> {
    admit(desk, Rule::Unlocked)?;
    match name {
        "paper_page" => Ok(Begun::Work(papers::paper_page(desk, read_input(input)?)?)),
        _ => Err(Failure::no_such_call(name)),
    }
}

/// Answers a call, doing a long one here and now.
pub fn answer(desk: &mut Desk, name: &str, input: Value, caller: &Caller) -> Result<Value, Failure> {
    logged(desk, caller, |desk| begin(desk, name, input, caller)?.finish(&caller.progress))
}

/// Answers a call whose answer is bytes.
pub fn bytes(desk: &mut Desk, name: &str, input: Value, caller: &Caller) -> Result<Vec<u8>, Failure> {
    logged(desk, caller, |desk| begin_bytes(desk, name, input)?.finish(&caller.progress))
}

pub(crate) fn logged<T>(
    desk: &mut Desk,
    caller: &Caller,
    work: impl FnOnce(&mut Desk) -> Result<T, Failure>,
) -> Result<T, Failure> {
    work(desk).inspect_err(|failure| {
        if failure.kind == FailureKind::Broken {
            desk.log().write(&caller.moment, failure);
        }
    })
}

fn admit(desk: &Desk, rule: Rule) -> Result<(), Failure> {
    match rule {
        Rule::Unlocked if !desk.is_open() => Err(Failure::locked()),
        Rule::Unlocked | Rule::Always => Ok(()),
    }
}

/// The length of the texts of an input, without writing it out.
fn length(input: &Value) -> usize {
    match input {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(length).fold(0, usize::saturating_add),
        Value::Object(fields) => fields.values().map(length).fold(0, usize::saturating_add),
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
    }
}
