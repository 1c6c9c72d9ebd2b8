//! With a lender: its answer awaited or late, its agreement, the contract, the release of the funds.

use super::{LifeStep, Narration, NextAct, Overview, Proposal};
use crate::dossier::{Answer, WithdrawalPeriod, expected_answer};
use crate::words::{capital, of_the, over_months};

impl Narration<'_> {
    /// A lender has the dossier and has not answered.
    pub(super) fn with_lender(&self) -> Overview {
        let course = self.dossier.facts.course();
        let Some(sent) = course.awaited() else {
            return self.of_tasks(LifeStep::Lender, "Le dossier est chez la banque.".to_owned(), Proposal::Answer);
        };
        let (on, lender) = (sent.submission.sent_on, &sent.submission.lender);
        let expected = sent.submission.expected_on;
        let expected = expected.or_else(|| expected_answer(on, lender, &self.at.settings.at(on)));
        let name = self.lender(lender);
        let sentence = match expected {
            Some(day) if day < self.at.today => {
                let late = self.days_since(day);
                format!("{name} devait répondre {}. Sa réponse a {late} de retard.", self.day(day))
            }
            Some(day) => {
                format!("{name} a le dossier depuis {}. Réponse attendue {}.", self.days_since(on), self.day(day))
            }
            None => format!("{name} a le dossier depuis {}. Sa réponse est attendue.", self.days_since(on)),
        };
        let is_late = expected.is_some_and(|day| day < self.at.today);
        let page = self.of_tasks(LifeStep::Lender, sentence, Proposal::Answer);
        let main = NextAct::named(Proposal::Answer, format!("Noter la réponse {}", of_the(self.bare(lender))));
        Overview { main, late: is_late || page.late, ..page }
    }

    /// Yes in principle: the lender waits for the papers of what is bought.
    pub(super) fn in_principle(&self) -> Overview {
        let course = self.dossier.facts.course();
        let agreed = course.open().find_map(|sent| match sent.answer {
            Answer::InPrinciple(agreed) => Some(agreed),
            Answer::Awaited | Answer::Approved(_) | Answer::Refused(_) => None,
        });
        let sentence = agreed.map(|agreed| {
            let until =
                agreed.valid_until.map(|until| format!(", valable jusqu’au {}", crate::words::long_date(until)));
            let name = self.lender(&agreed.lender);
            let until = until.unwrap_or_default();
            format!("{name} est d’accord sur le principe{until}. Restent les papiers de l’achat.")
        });
        let sentence = sentence.unwrap_or_else(|| "Accord de principe de la banque.".to_owned());
        let page = self.of_tasks(LifeStep::Lender, sentence, Proposal::Documents);
        Overview { also: Some(NextAct::named(Proposal::Answer, "Noter l’accord définitif".to_owned())), ..page }
    }

    /// A lender agreed; the contract is to be signed.
    pub(super) fn granted(&self) -> Overview {
        let course = self.dossier.facts.course();
        let said = course.granted().map(|approval| {
            let sum = approval.amount.map(|amount| format!(" {}", over_months(amount, approval.months)));
            let (lender, sum) = (self.lender(&approval.lender), sum.unwrap_or_else(|| " un prêt".to_owned()));
            format!("{lender} a accordé{sum} {}. ", self.day(approval.on))
        });
        let sentence = format!("{}Le contrat reste à signer.", said.unwrap_or_default());
        self.of_tasks(LifeStep::Lender, sentence, Proposal::Sign)
    }

    /// Signed; the money is to be released.
    pub(super) fn signed(&self) -> Overview {
        let course = self.dossier.facts.course();
        let Some((_, contract)) = course.contract else { return self.granted() };
        let signed = contract.signed_on;
        let period = WithdrawalPeriod::of(signed, &self.at.settings.at(signed));
        // Nothing is paid in the first days of the law: there is nothing to note yet.
        let (paid, main) = match period {
            Some(period) if period.payable_from > self.at.today => {
                let from = crate::words::day_name(period.payable_from);
                (format!("L’argent peut être versé à partir du {from}."), Proposal::SeeLoan)
            }
            Some(_) | None => {
                (format!("{} peut verser l’argent.", capital(&self.lender(&contract.lender))), Proposal::Pay)
            }
        };
        let sentence = format!("Le contrat est signé depuis {}. {paid}", self.days_since(signed));
        let page = self.of_tasks(LifeStep::Loan, sentence, main);
        let mind = period.filter(|period| period.ends_on >= self.at.today);
        let mind = mind.map(|period| {
            format!("{} peut encore renoncer jusqu’au {}.", self.who, crate::words::day_name(period.ends_on))
        });
        Overview { more: mind.unwrap_or_default(), ..page }
    }

    fn bare(&self, key: &crate::settings::ListKey) -> &str {
        self.at.settings.lenders.get(key).map_or("banque", |file| file.lender.name.as_str())
    }
}
