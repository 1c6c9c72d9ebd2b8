//! The office: the desk itself, its creation, its lock, its settings.

mod budget_rule;
mod create;
mod follow_up;
mod identity;
mod legal;
mod lenders;
mod letters;
mod limits;
mod lists;
mod log;
mod logo;
mod patience;
mod products;
mod recovery_sheet;
mod rules;
mod safety_rules;
mod secrets;
mod settings;
mod shared_folder;
mod status;
mod trial;
mod unlock;
mod uses;
mod verify;
mod versions;

pub use budget_rule::{BudgetRuleChoices, BudgetRuleFields};
pub use create::{
    Checked, NewOffice, PreparedOffice, RetypedGroups, TypedGroup, Weighed, check_recovery_group, create_office,
    prepare_office, weigh_passphrase,
};
pub use follow_up::{
    ArrearsSetting, FollowUpFields, FollowUpVersion, FollowUpView, NewFollowUp, follow_up_rules, set_follow_up_rules,
};
pub use identity::{
    NewNumbering, OfficeDetails, OfficeFields, OfficeView, change_numbering, check_office, describe_office, office,
};
pub use legal::{LegalTopicView, LegalValueView, LegalView, NewLegalValue, legal_values, set_legal_value};
pub use lenders::{
    AgreementChange, AgreementEnd, AgreementFields, AgreementView, ContactFields, LenderChange, LenderFields,
    LenderRetirement, LenderView, LendersView, NewAgreement, OwnQuestionFields, add_lender, change_lender,
    correct_agreement, end_agreement, lenders, retire_lender, sign_agreement,
};
pub use letters::{
    LetterCheck, LetterFieldView, LetterLine, LetterMend, LetterProblem, LetterTextView, LetterTextsView,
    LetterTopicFields, LetterVersion, NewLetterText, OneLetter, TypedLetter, check_letter_text, letter_text,
    letter_texts, restore_letter_text, set_letter_text,
};
pub use limits::{LimitFields, SubLimitFields};
pub use lists::{
    EntryName, EntryRetirement, EntryView, ListView, ListsView, NewEntry, add_entry, list_entries, rename_entry,
    retire_entry,
};
pub use log::Log;
pub use logo::{LogoFile, logo_picture, remove_logo, set_logo};
pub use products::{
    ModelCopy, ProductChange, ProductFields, ProductModel, ProductRetirement, ProductVersion, ProductView,
    ProductsView, change_product, copy_product_model, products, retire_product,
};
pub use recovery_sheet::{SheetAsked, SheetToFile, open_recovery_sheet, save_recovery_sheet};
pub use rules::{NewRules, RuleFields, RulesVersion, RulesView, UsualSpendingFields, office_rules, set_office_rules};
pub use safety_rules::{
    NewSafetyRules, SafetyRulesFields, SafetyRulesVersion, SafetyRulesView, safety_rules, set_safety_rules,
};
pub use secrets::{
    CodeAge, FormerCopies, NewCode, NewPassphrase, RenewedKey, SafetyOverview, change_passphrase,
    destroy_former_copies, prove_recovery_code, renew_key, replace_recovery_code, safety_overview,
};

pub use status::{OfficeState, Status, status};
pub use trial::{RuleTrial, TriedRule, try_budget_rule};
pub use unlock::{Opened, TypedCode, TypedPassphrase, lock, unlock, unlock_with_code};
pub use uses::{NewUses, UsesFields, UsesVersion, UsesView, office_uses, set_office_uses};
pub use verify::{Verified, verify};
pub use versions::{Clause, TypedVersion, Version, VersionState};

pub(crate) use create::{Founding, found};
pub(crate) use lenders::agreement_clauses as clause;
pub(crate) use letters::{kind_of as letter_kind, read as read_letter};
pub(crate) use limits::{limits_sentence, whole};
pub(crate) use logo::{letterhead, logo_row};
pub(crate) use patience::MISSED_TRIES;
pub(crate) use settings::{
    AGREEMENT, DEMO, ENVELOPE, EXPORT_CHOICE, FOLLOW_UP, FUNDING, IDENTITY, LEGAL, LENDER, NUMBERING, OFFICE_RULES,
    PRODUCT, REPORT_WORDS, SAFETY, TASKS_FROM, identity, is_demo, kept_of, laid, lists, row, row_of,
    safety_rules as rules_of_safety, settings,
};
pub(crate) use unlock::{opened, refused};
pub(crate) use uses::{DEBTS, fields as uses_fields};
pub(crate) use versions::{headed, known, place};

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use store::{Act, Acted, KeyCost, Reader, RecoveryCode, Vault, VaultFolder, Writer};
use ts_rs::TS;

use self::create::Prepared;
use self::patience::Patience;
use crate::access_journal::Stretch;
use crate::caller::Moment;
use crate::copies::Copying;
use crate::failure::Failure;
use crate::papers::LastMerged;
use crate::registers::Brought;
use crate::tasks;

/// An input or an output with nothing in it.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// The only context of every call: an office's folder and, once unlocked, its store.
pub struct Desk {
    office: PathBuf,
    opened: PathBuf,
    folder: VaultFolder,
    vault: Option<Vault>,
    pub(crate) copies: Copying,
    prepared: Option<Prepared>,
    /// The code the office was opened with, until another passphrase is chosen.
    entered: Option<RecoveryCode>,
    patience: Patience,
    cost: KeyCost,
    stretch: Stretch,
    last_merged: LastMerged,
    register: Option<Brought>,
}

impl Desk {
    /// The desk of the office kept in a folder; nothing is opened or created yet.
    #[must_use]
    pub fn at(office: &Path) -> Self {
        Self {
            office: office.to_owned(),
            opened: office.join("opened"),
            folder: VaultFolder::at(office),
            vault: None,
            copies: Copying::default(),
            prepared: None,
            entered: None,
            patience: Patience::default(),
            cost: KeyCost::Real,
            stretch: Stretch::default(),
            last_merged: LastMerged::default(),
            register: None,
        }
    }

    /// The same desk, creating offices at the smallest legal key cost: for tests and rehearsals.
    #[must_use]
    pub fn with_smallest_keys(mut self) -> Self {
        self.cost = KeyCost::Smallest;
        self
    }

    /// The same desk, handing papers to the system's viewer in a folder of its own.
    #[must_use]
    pub fn opening_in(mut self, folder: PathBuf) -> Self {
        self.opened = folder;
        self
    }

    /// Whether the office is unlocked.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.vault.is_some()
    }

    /// Closes the office: the connection, its keys and what was opened outside.
    pub fn close(&mut self) {
        self.vault = None;
        self.copies.leave();
        self.prepared = None;
        self.entered = None;
        self.stretch = Stretch::default();
        // Work that is still going on keeps the former one to itself.
        self.last_merged = LastMerged::default();
        self.register = None;
        crate::papers::sweep(&self.opened);
    }

    /// Where defects are written.
    #[must_use]
    pub fn log(&self) -> Log {
        Log::of(&self.office)
    }

    /// The open store.
    pub fn vault(&self) -> Result<&Vault, Failure> {
        self.vault.as_ref().ok_or_else(Failure::locked)
    }

    pub(crate) fn vault_mut(&mut self) -> Result<&mut Vault, Failure> {
        self.vault.as_mut().ok_or_else(Failure::locked)
    }

    /// Keeps the code the office was opened with: another passphrase is proposed.
    pub(crate) fn note_code(&mut self, code: &RecoveryCode) {
        self.entered = Some(code.clone());
    }

    /// Sets another vault on the desk and gives back the one that was there.
    pub(crate) fn set_vault(&mut self, vault: Option<Vault>) -> Option<Vault> {
        std::mem::replace(&mut self.vault, vault)
    }

    /// What was shown since another dossier was.
    pub(crate) fn stretch(&mut self) -> &mut Stretch {
        &mut self.stretch
    }

    /// The bank file that was merged last.
    pub(crate) fn last_merged(&self) -> &LastMerged {
        &self.last_merged
    }

    /// The register that was chosen, as it stands.
    pub(crate) fn register(&self) -> Option<&Brought> {
        self.register.as_ref()
    }

    /// Sets a chosen register on the desk, and gives back the one that was there.
    pub(crate) fn set_register(&mut self, register: Option<Brought>) -> Option<Brought> {
        std::mem::replace(&mut self.register, register)
    }

    /// Where the vault lies.
    pub(crate) fn folder(&self) -> &VaultFolder {
        &self.folder
    }

    /// The folder of the office.
    pub(crate) fn office_folder(&self) -> &Path {
        &self.office
    }

    /// Where papers opened outside wait to be wiped.
    pub(crate) fn opened_folder(&self) -> &Path {
        &self.opened
    }

    /// Reads the store in one consistent view.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.vault()?.read(read)
    }

    /// The only way to write: one action, one transaction, undoable, in the journal.
    pub(crate) fn act<T>(
        &mut self,
        call: &'static str,
        moment: &Moment,
        work: impl FnOnce(&Writer<'_>) -> Result<Acted<T>, Failure>,
    ) -> Result<T, Failure> {
        let act = Act { call, now: moment.now };
        self.vault_mut()?.act(act, |writer| {
            let acted = work(writer)?;
            tasks::write_again(writer)?;
            Ok(acted)
        })
    }
}

/// An action of the office itself.
fn acted(sentence: &str, fields: Vec<&'static str>) -> Acted<()> {
    Acted { value: (), sentence: sentence.to_owned(), dossier: None, fields, draft: None }
}
