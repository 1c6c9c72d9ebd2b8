//! What a column of a register can hold.

vocabulary! {
    /// What a column of a register tells of a request.
    pub enum RegisterColumn {
        /// Name and first name in one cell.
        FullName => "full_name", "Nom et prénom";
        LastName => "last_name", "Nom";
        FirstName => "first_name", "Prénom";
        BornOn => "born_on", "Naissance";
        Phone => "phone", "Téléphone";
        Commune => "commune", "Commune";
        RequestedOn => "requested_on", "Date de la demande";
        Origin => "origin", "Origine";
        Purpose => "purpose", "Projet";
        Product => "product", "Produit";
        AmountAsked => "amount_asked", "Montant demandé";
        /// The day of the assessment, or a mark.
        Assessed => "assessed", "Entretien, évaluation";
        Outcome => "outcome", "Suite donnée";
        RefusalReason => "refusal_reason", "Motif de refus";
        RedirectedTo => "redirected_to", "Réorienté vers";
        Lender => "lender", "Banque";
        SentOn => "sent_on", "Envoyé à la banque";
        DecidedOn => "decided_on", "Date de la réponse";
        /// The amount granted, or a mark.
        AmountGranted => "amount_granted", "Montant accordé";
        Months => "months", "Durée";
        AnnualRate => "annual_rate", "Taux";
        Instalment => "instalment", "Mensualité";
        /// The day the funds were released, or a mark.
        DisbursedOn => "disbursed_on", "Versé le";
        RepaidOn => "repaid_on", "Fin du prêt";
        Loss => "loss", "Perte";
        RefundAmount => "refund_amount", "Intérêts remboursés";
        RefundedOn => "refunded_on", "Remboursés le";
        RegisterNumber => "register_number", "Numéro du registre";
        /// Words of the register on the request, kept as they are.
        Remark => "remark", "Observations";
    }
}

impl RegisterColumn {
    /// Whether a cell merged over several lines says the same of each: an amount is counted once.
    #[must_use]
    pub fn holds_for_each(self) -> bool {
        !matches!(
            self,
            Self::AmountAsked
                | Self::AmountGranted
                | Self::Instalment
                | Self::Loss
                | Self::RefundAmount
                | Self::Remark
                | Self::RegisterNumber
        )
    }

    /// Whether it is needed to know whose line it is.
    #[must_use]
    pub fn names_the_person(self) -> bool {
        [Self::FullName, Self::LastName].contains(&self)
    }
}
