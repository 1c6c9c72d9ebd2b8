//! The office: the desk itself, its creation, its lock, its settings.

mod budget_rule;
mod create;
mod dated_setting;
mod documents;
mod follow_up;
mod follow_up_models;
mod identity;
mod legal;
mod lenders;
mod letters;
mod limits;
mod lists;
mod logo;
mod passphrase;
mod patience;
mod products;
mod questionnaire;
mod recovery_sheet;
mod rules;
mod safety_rules;
mod secrets;
mod shared_folder;
mod status;
mod trial;
mod unlock;
mod uses;
mod verify;
mod versions;

pub use budget_rule::{BudgetRuleChoices, BudgetRuleFields};
pub use create::{
    Checked, Founding, NewOffice, PreparedOffice, RetypedGroups, TypedGroup, check_recovery_group, create_office,
    found, prepare_office,
};
pub use dated_setting::{NewVersion, SettingVersion, SettingVersions};
pub use documents::{
    DocumentAsked, DocumentChange, DocumentFields, DocumentsView, set_supporting_document, supporting_documents,
};
pub use follow_up::{ArrearsSetting, FollowUpFields, FollowUpView, follow_up_rules, set_follow_up_rules};
pub use follow_up_models::{
    FollowUpModelView, FollowUpModelsView, ModelChange, ModelFields, ModelStepFields, follow_up_models,
    set_follow_up_model,
};
pub use identity::{NewNumbering, OfficeDetails, OfficeFields, OfficeView, change_numbering, describe_office, office};
pub use legal::{LegalTopicView, LegalValueView, LegalView, NewLegalValue, legal_values, set_legal_value};
pub use lenders::{
    AgreementChange, AgreementEnd, AgreementFields, AgreementView, ContactFields, LenderChange, LenderFields,
    LenderRetirement, LenderView, LendersView, NewAgreement, OwnQuestionFields, RateLineFields, add_lender,
    change_lender, correct_agreement, end_agreement, lenders, retire_lender, sign_agreement,
};
pub use letters::{
    LetterCheck, LetterFieldView, LetterLine, LetterMend, LetterProblem, LetterTextView, LetterTextsView,
    LetterTopicFields, LetterVersion, NewLetterText, OneLetter, TypedLetter, check_letter_text, kind_of as letter_kind,
    letter_text, letter_texts, read as read_letter, restore_letter_text, set_letter_text,
};
pub use limits::{LimitFields, SubLimitFields};
pub use lists::{
    EntryName, EntryRetirement, EntryView, ListView, ListsView, NewEntry, add_entry, list_entries, rename_entry,
    retire_entry,
};
pub use logo::{LogoFile, logo_picture, logo_row, remove_logo, set_logo};
pub use passphrase::{
    PassphraseToWeigh, ProposedPassphrase, Weighed, drawn_words, propose_passphrase, weigh_passphrase,
};
pub use products::{
    ModelCopy, ProductChange, ProductFields, ProductModel, ProductRetirement, ProductVersion, ProductView,
    ProductsView, change_product, copy_product_model, products, retire_product,
};
pub use questionnaire::{QuestionChange, QuestionFields, QuestionView, QuestionnaireView, questionnaire, set_question};
pub use recovery_sheet::{SheetAsked, SheetToFile, open_recovery_sheet, save_recovery_sheet};
pub use rules::{RuleFields, RulesView, UsualSpendingFields, office_rules, set_office_rules};
pub use safety_rules::{SafetyRulesFields, safety_rules, set_safety_rules};
pub use secrets::{
    CodeAge, FormerCopies, NewCode, NewPassphrase, RenewedKey, SafetyOverview, change_passphrase,
    destroy_former_copies, prove_recovery_code, renew_key, replace_recovery_code, safety_overview,
};

pub use status::{OfficeState, Status, status};
pub use trial::{RuleTrial, TriedRule, try_budget_rule};
pub use unlock::{DEMO_PASSPHRASE, Opened, TypedCode, TypedPassphrase, lock, opened, unlock, unlock_with_code};
pub use uses::{UsesFields, UsesView, office_uses, set_office_uses};
pub use verify::{Verified, verify};
pub use versions::{Clause, TypedVersion, Version, VersionState, headed, known, place};

pub use lenders::agreement_clauses as clause;
pub use limits::{limits_sentence, whole};
pub use logo::letterhead;
pub(crate) use patience::{MISSED_TRIES, set_entered, try_secret, try_secret_of_copy};
pub use unlock::refused;
pub use uses::{DEBTS, fields as uses_fields};

use store::Acted;

pub use app::desk::{Desk, Nothing};

/// An action of the office itself.
fn acted(sentence: &str, fields: Vec<&'static str>) -> Acted<()> {
    Acted { value: (), sentence: sentence.to_owned(), dossier: None, fields, draft: None }
}
