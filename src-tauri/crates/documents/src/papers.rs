//! The register of papers: what the office can print.
//!
//! Adding a paper is its file in `papers/` and its line here; menus and
//! `etrier-cli papers` read this list. [`person_file`] has no line: it is never handed without the scans that go
//! with it, so a call of its own makes both.

pub mod agenda;
pub mod aids_guide;
pub mod annual_report;
pub mod bank_file;
mod body;
mod budget_beside;
pub mod budget_sheet;
mod consenting;
pub mod current_schedule;
pub mod data_notice;
pub mod documents_list;
pub mod erasure_certificate;
pub mod figures;
pub mod guide;
pub mod handover;
pub mod heirs_sheet;
mod ledger;
pub mod lender_comparison;
pub mod letter;
mod letterhead;
mod loan_terms;
pub mod missing_documents;
pub mod office_paper;
mod panel;
pub mod person_file;
pub mod processing_register;
pub mod questionnaire;
pub mod recovery_sheet;
mod referent;
mod refund;
pub mod refund_statement;
pub mod report_page;
mod reste_a_vivre;
pub mod schedule;
pub mod screening_grid;
pub mod session_agenda;
pub mod session_minutes;
pub mod session_sheet;
pub mod support_charter;
pub mod take_home_sheet;
pub mod transmission_consent;
mod wording;
pub mod workings;
#[cfg(test)]
mod worlds;

pub use budget_beside::{BudgetBeside, LenderReading, LineRemark, SinceVersion};
pub use letterhead::Letterhead;
pub use referent::OtherReferent;
pub use refund::promised;
pub use reste_a_vivre::AfterLoan;

use domain::letter::LetterKind;
use domain::words::{Labelled, folded};

/// A paper of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its stable key, used by calls and kept papers; never reused.
    pub key: &'static str,
    /// What people read.
    pub title: &'static str,
    /// The start of its file name.
    pub file_stem: &'static str,
    /// What it is printed of.
    pub takes: Takes,
}

/// What a paper is printed of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One dossier.
    Dossier,
    /// One dossier at some moment of its life: a request still studied, a session, a death.
    Occasion,
    /// One dossier to which something happened that calls for that letter.
    Letter(LetterKind),
    /// The dossiers of a period.
    Period,
    /// The office alone.
    Office,
    /// The office alone, and handed with any dossier: the same sheet for everyone.
    Anyone,
    /// A session of the commission or the committee.
    Session,
    /// A line of the register of erasures.
    Erasure,
    /// A recovery code at the moment it is made; never again.
    NewCode,
}

/// Papers that stand before the letters in menus.
const BEFORE_LETTERS: [Entry; 11] = [
    Entry { key: "budget_sheet", title: budget_sheet::TITLE, file_stem: "fiche-budgetaire", takes: Takes::Dossier },
    Entry { key: "schedule", title: schedule::TITLE, file_stem: "simulation", takes: Takes::Dossier },
    Entry {
        key: "lender_comparison",
        title: lender_comparison::TITLE,
        file_stem: "comparaison-banques",
        takes: Takes::Dossier,
    },
    Entry {
        key: "take_home_sheet",
        title: take_home_sheet::TITLE,
        file_stem: "feuille-a-emporter",
        takes: Takes::Occasion,
    },
    Entry {
        key: "support_charter",
        title: support_charter::TITLE,
        file_stem: "charte-accompagnement",
        takes: Takes::Dossier,
    },
    Entry {
        key: "consent",
        title: transmission_consent::TITLE,
        file_stem: "autorisation-declaration",
        takes: Takes::Dossier,
    },
    Entry { key: "bank_file", title: bank_file::TITLE, file_stem: "dossier-banque", takes: Takes::Dossier },
    Entry {
        key: "documents_list",
        title: documents_list::TITLE,
        file_stem: "pieces-a-apporter",
        takes: Takes::Occasion,
    },
    Entry {
        key: "missing_documents",
        title: missing_documents::TITLE,
        file_stem: "pieces-manquantes",
        takes: Takes::Dossier,
    },
    Entry { key: "workings", title: workings::TITLE, file_stem: "calculs", takes: Takes::Dossier },
    Entry {
        key: "current_schedule",
        title: current_schedule::TITLE,
        file_stem: "echeancier-en-vigueur",
        takes: Takes::Dossier,
    },
];

/// Papers that stand after them.
const AFTER_LETTERS: [Entry; 30] = [
    Entry { key: "heirs_sheet", title: heirs_sheet::TITLE, file_stem: "fiche-heritiers", takes: Takes::Occasion },
    Entry { key: "committee_sheet", title: session_sheet::TITLE, file_stem: "fiche-de-seance", takes: Takes::Occasion },
    Entry { key: "survey", title: questionnaire::TITLE, file_stem: "questionnaire", takes: Takes::Dossier },
    Entry { key: "annual_report", title: annual_report::BOARD, file_stem: "bilan-conseil", takes: Takes::Period },
    Entry { key: "public_report", title: annual_report::PUBLIC, file_stem: "bilan-public", takes: Takes::Period },
    Entry {
        key: "presentation_note",
        title: report_page::NOTE,
        file_stem: "note-de-presentation",
        takes: Takes::Period,
    },
    Entry { key: "dashboard", title: report_page::DASHBOARD, file_stem: "tableau-de-bord", takes: Takes::Period },
    Entry {
        key: "referrers_page",
        title: report_page::REFERRERS,
        file_stem: "page-prescripteurs",
        takes: Takes::Period,
    },
    Entry { key: "funder_page", title: report_page::FUNDER, file_stem: "compte-rendu-financeur", takes: Takes::Period },
    Entry { key: "agenda", title: agenda::TITLE, file_stem: "agenda", takes: Takes::Office },
    Entry { key: "handover", title: handover::TITLE, file_stem: "relais", takes: Takes::Office },
    Entry {
        key: "refund_statement",
        title: refund_statement::TITLE,
        file_stem: "etat-liquidatif",
        takes: Takes::Office,
    },
    Entry {
        key: "refund_transfers",
        title: refund_statement::TRANSFERS,
        file_stem: "liste-de-virement",
        takes: Takes::Office,
    },
    Entry {
        key: "committee_agenda",
        title: session_agenda::TITLE,
        file_stem: "ordre-du-jour-seance",
        takes: Takes::Session,
    },
    Entry {
        key: "committee_booklet",
        title: session_sheet::BOOKLET,
        file_stem: "livret-de-seance",
        takes: Takes::Session,
    },
    Entry {
        key: "committee_minutes",
        title: session_minutes::TITLE,
        file_stem: "compte-rendu-seance",
        takes: Takes::Session,
    },
    Entry {
        key: "committee_letters",
        title: "Lettres de la séance",
        file_stem: "lettres-de-decision",
        takes: Takes::Session,
    },
    Entry { key: "data_notice", title: data_notice::TITLE, file_stem: "note-donnees", takes: Takes::Anyone },
    Entry {
        key: "processing_register",
        title: processing_register::TITLE,
        file_stem: "registre-traitements",
        takes: Takes::Office,
    },
    Entry {
        key: "screening_grid",
        title: screening_grid::TITLE,
        file_stem: "grille-premier-appel",
        takes: Takes::Office,
    },
    Entry { key: "reception_sheet", title: office_paper::RECEPTION, file_stem: "fiche-accueil", takes: Takes::Office },
    Entry {
        key: "objections_sheet",
        title: office_paper::TALKING_POINTS,
        file_stem: "argumentaire",
        takes: Takes::Office,
    },
    Entry { key: "aids_guide", title: aids_guide::TITLE, file_stem: "guide-des-aides", takes: Takes::Office },
    Entry { key: "leaflet", title: office_paper::LEAFLET, file_stem: "depliant", takes: Takes::Office },
    Entry {
        key: "board_resolution_draft",
        title: office_paper::RESOLUTION,
        file_stem: "projet-deliberation",
        takes: Takes::Office,
    },
    Entry { key: "quick_start", title: guide::QUICK_START, file_stem: "prise-en-main", takes: Takes::Office },
    Entry { key: "adviser_guide", title: guide::BOOK, file_stem: "guide-referent", takes: Takes::Office },
    Entry { key: "it_sheet", title: guide::IT_SHEET, file_stem: "fiche-informatique", takes: Takes::Office },
    Entry {
        key: "erasure_certificate",
        title: erasure_certificate::TITLE,
        file_stem: "certificat-effacement",
        takes: Takes::Erasure,
    },
    Entry { key: "recovery_sheet", title: recovery_sheet::TITLE, file_stem: "code-de-secours", takes: Takes::NewCode },
];

/// Every paper, in the order of menus.
pub fn register() -> impl Iterator<Item = Entry> {
    BEFORE_LETTERS.into_iter().chain(LetterKind::ALL.map(letter_entry)).chain(AFTER_LETTERS)
}

/// The paper of a letter.
#[must_use]
pub fn letter_entry(kind: LetterKind) -> Entry {
    Entry { key: kind.key(), title: kind.label(), file_stem: kind.file_stem(), takes: Takes::Letter(kind) }
}

/// The paper of a key.
#[must_use]
pub fn entry(key: &str) -> Option<Entry> {
    register().find(|entry| entry.key == key)
}

impl Entry {
    /// The file name offered for a dossier or a period: `fiche-budgetaire-2026-001-v2.pdf`, without any person's name.
    #[must_use]
    pub fn file_name(&self, reference: &str, version: u32) -> String {
        let plain = |sign: &char| sign.is_ascii_alphanumeric() || *sign == '-';
        let unaccented = |sign: char| if sign.is_ascii() { sign.to_string() } else { folded(&sign.to_string()) };
        let reference: String = reference.chars().map(unaccented).collect();
        let reference: String = reference.chars().filter(plain).collect();
        format!("{}-{reference}-v{version}.pdf", self.file_stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_has_no_name_of_a_person_and_no_surprise() {
        let sheet = entry("budget_sheet").unwrap();
        assert_eq!(sheet.file_name("2026-001", 2), "fiche-budgetaire-2026-001-v2.pdf");
        assert_eq!(sheet.file_name("../2026/001", 1), "fiche-budgetaire-2026001-v1.pdf");
        assert_eq!(sheet.file_name("2026,-Crédit-Val", 1), "fiche-budgetaire-2026-Credit-Val-v1.pdf");
    }

    #[test]
    fn keys_are_unlike() {
        let mut keys: Vec<_> = register().map(|entry| entry.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), register().count());
        assert_eq!(entry("unknown"), None);
    }
}
