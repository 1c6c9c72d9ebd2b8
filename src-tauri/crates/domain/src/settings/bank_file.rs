//! How a lender wants its file: the order of its parts and of its documents, the size of what its mailbox takes.
//!
//! The usual order is that of *Un coup de pouce pour le microcrédit personnel*, la constitution du dossier: identity,
//! project, budget, loan, assessment, registers with the consent. What an agreement names comes first, in its order; the
//! rest follows in the usual one. Worked example: « budget, loan » gives budget, loan, identity, project, assessment,
//! transmission.

use super::{LenderAgreement, ListKey};

vocabulary! {
    /// A part of the bank file, between its first sheet and its pieces.
    pub enum BankFilePart {
        Identity => "identity", "Identité et situation";
        Project => "project", "Projet, devis et plan de financement";
        Budget => "budget", "Budget";
        Loan => "loan", "Simulation et échéancier";
        Assessment => "assessment", "Évaluation et avis motivé";
        Transmission => "transmission", "Situation Banque de France, pièces et consentement";
    }
}

impl BankFilePart {
    /// Every part once, those named first; a key of no part is passed over.
    #[must_use]
    pub fn ordered(named: &[ListKey]) -> [Self; 6] {
        let mut parts = Self::ALL;
        parts.sort_by_key(|part| rank(named, part.key()));
        parts
    }
}

impl LenderAgreement {
    /// The parts of its file, in its order.
    #[must_use]
    pub fn file_order(&self) -> [BankFilePart; 6] {
        BankFilePart::ordered(&self.file_parts)
    }

    /// Where a document stands among the pieces: those named first, the others after them, alike.
    #[must_use]
    pub fn document_rank(&self, document: &ListKey) -> usize {
        rank(&self.documents_first, document.as_str())
    }
}

/// The place of a key among those named; after all of them when it is not.
fn rank(named: &[ListKey], key: &str) -> usize {
    named.iter().position(|one| one.as_str() == key).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::BankFilePart::{Assessment, Budget, Identity, Loan, Project, Transmission};
    use super::*;

    fn ordered(named: &[&str]) -> [BankFilePart; 6] {
        BankFilePart::ordered(&named.iter().map(|key| ListKey::new(*key)).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_named_comes_first_and_every_part_is_there_once() {
        assert_eq!(ordered(&[]), BankFilePart::ALL, "nothing said is the usual order");
        assert_eq!(ordered(&["budget", "loan"]), [Budget, Loan, Identity, Project, Assessment, Transmission]);
        assert_eq!(
            ordered(&["transmission", "annexes", "budget", "transmission"]),
            [Transmission, Budget, Identity, Project, Loan, Assessment],
            "a part that is no more is passed over, one named twice stands once"
        );
    }
}
