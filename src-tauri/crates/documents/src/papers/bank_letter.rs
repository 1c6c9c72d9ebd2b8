//! What the letters to a bank have in common: the bank, the loan as the contract writes it, what is known of it.

use chrono::NaiveDate;
use domain::dossier::Precision;
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::words::{counted, numeric_date, on_known_date};

use super::wording::{addressed, full_name, round};

/// The loan a letter to its bank is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankLetterLoan {
    /// Who borrows.
    pub person: Person,
    /// The bank.
    pub lender: String,
    /// Whom it is for there; may be empty.
    pub contact: String,
    /// Where letters reach it; may be empty.
    pub address: String,
    /// The day of the contract.
    pub signed_on: NaiveDate,
    /// How exactly that day is known.
    pub signed_known: Precision,
    /// The number the bank gives the loan; empty when it is not known.
    pub bank_reference: String,
    /// The sum lent.
    pub amount: Euros,
    /// Its months.
    pub months: u32,
    /// `8 échéances déclarées payées sur 36, 1 impayée`.
    pub known: String,
    /// What is left to repay on the day, what is owed put aside; nothing without dates.
    pub outstanding: Option<Euros>,
    /// What the agreement says of postponements; nothing when it says none.
    pub deferrals: Option<DeferralClause>,
    /// The day by which an answer is asked for.
    pub answer_by: NaiveDate,
}

/// What an agreement says of postponements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeferralClause {
    /// The most it grants during a loan.
    pub most: u32,
    /// Those granted already.
    pub used: u32,
    /// The day of the agreement.
    pub agreed_on: NaiveDate,
}

/// An instalment as a letter names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterInstalment {
    /// Its number.
    pub number: u32,
    /// Its day.
    pub due: NaiveDate,
    /// Its amount.
    pub amount: Euros,
}

impl LetterInstalment {
    /// `n° 8, du 05/09/2027`.
    pub(super) fn named(&self) -> String {
        format!("n°\u{a0}{}, du {}", self.number, numeric_date(self.due))
    }
}

impl BankLetterLoan {
    /// Whom a letter to the bank is for.
    pub(super) fn to(&self) -> Vec<String> {
        vec![self.lender.clone(), self.contact.clone(), self.address.clone()]
    }

    /// `prêt n° 4021-77 signé le 27 novembre 2026, Mme Sonia Delmas`.
    pub(super) fn named(&self) -> String {
        let number =
            if self.bank_reference.is_empty() { String::new() } else { format!(" n°\u{a0}{}", self.bank_reference) };
        let signed = on_known_date(self.signed_on, self.signed_known);
        format!("prêt{number} signé {signed}, {}", full_name(&self.person))
    }

    /// `Mme Delmas`.
    pub(super) fn borrower(&self) -> String {
        addressed(&self.person)
    }

    /// `elle`, `il`, or the name of someone whose title is not stated.
    pub(super) fn pronoun(&self) -> String {
        match self.person.title {
            Title::Madame => "elle".to_owned(),
            Title::Monsieur => "il".to_owned(),
            Title::NotStated => self.borrower(),
        }
    }

    /// `2 400 € sur 36 mois, selon le contrat`.
    pub(super) fn lent(&self) -> String {
        format!("{} sur {} mois, selon le contrat", round(self.amount), self.months)
    }

    /// `aucun, sur 2 prévus`; empty when the agreement says nothing.
    pub(super) fn granted(&self) -> String {
        let Some(clause) = &self.deferrals else { return String::new() };
        let used = if clause.used == 0 { "aucun".to_owned() } else { clause.used.to_string() };
        format!("{used}, sur {}", counted(clause.most, "prévu", "prévus"))
    }
}

/// Sentences one after the other, each with its end.
pub(super) fn sentences(said: &[String]) -> String {
    let ended = said.iter().map(|one| {
        let one = domain::words::capital(one.trim());
        if one.ends_with(['.', '!', '?', '…']) { one } else { format!("{one}.") }
    });
    ended.collect::<Vec<_>>().join(" ")
}
