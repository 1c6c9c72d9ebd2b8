//! What the year cost and who paid: one total, the same as in the account to a funder and on the screen.

use documents::papers::annual_report::{MoneyLine, MoneyPart};
use domain::money::Euros;
use domain::report::{IndicatorKey, Unit, Value};
use domain::words::{counted, decimal, figure, spaced, to_the_euro};
use rust_decimal::Decimal;

use super::facts::Facts;

const TITLE: &str = "Ce que cela coûte, ce que cela apporte";
/// What is said of a year whose paid time nobody typed: its cost is not known.
const NO_TIME: &str = "Temps de travail non noté : le coût de l’année n’est pas connu.";

impl Facts {
    /// Nothing for a period that is no year, or for a part of the dossiers.
    pub(crate) fn money(&self) -> Option<MoneyPart> {
        self.material.period.civil_year().filter(|_| self.material.narrowing.is_none())?;
        let mut lines = Vec::new();
        let mut add = |label: String, amount: String, is_total: bool| lines.push(MoneyLine { label, amount, is_total });
        let (refunds, aid) = (self.amount(IndicatorKey::InterestRefundsAmount), self.share_of_aid());
        let given_back =
            format!("Intérêts rendus{}", aid.map(|aid| format!(" ({aid} des aides facultatives)")).unwrap_or_default());
        let Some(account) = self.account else {
            if !refunds.is_zero() {
                add(given_back, to_the_euro(refunds), false);
            }
            let note = NO_TIME.to_owned();
            return Some(MoneyPart { title: TITLE.to_owned(), lines, ratio: String::new(), note });
        };
        add(self.time(), to_the_euro(account.wages), false);
        for (label, amount) in [("Communication", account.communication), ("Autres dépenses", account.other_costs)] {
            if !amount.is_zero() {
                add(label.to_owned(), to_the_euro(amount), false);
            }
        }
        if !refunds.is_zero() {
            add(given_back, to_the_euro(refunds), false);
        }
        add("Coût de l’année".to_owned(), to_the_euro(account.total), true);
        let Some((subsidies, net)) = account.subsidies.zip(account.net) else {
            let note = "Subventions non notées : ce qui reste à la charge du CCAS n’est pas connu.".to_owned();
            return Some(MoneyPart { title: TITLE.to_owned(), lines, ratio: String::new(), note });
        };
        if !subsidies.is_zero() {
            add("Subventions reçues".to_owned(), format!("−{}", to_the_euro(subsidies)), false);
        }
        add(format!("À la charge du CCAS{}", self.per_inhabitant(net)), to_the_euro(net), true);
        Some(MoneyPart { title: TITLE.to_owned(), lines, ratio: self.ratio(net), note: self.each_loan() })
    }

    /// `344 h de travail (0,21 équivalent temps plein)`.
    fn time(&self) -> String {
        let paid = self.material.year_page().and_then(|page| page.paid_hours);
        let Some(hours) = paid else { return "Temps de travail".to_owned() };
        let jobs = self.value(IndicatorKey::PaidFullTime);
        let jobs = jobs.map(|jobs| format!(" ({} équivalent temps plein)", decimal(jobs.number(), 2)));
        format!("{} h de travail{}", decimal(Decimal::from(hours), 0), jobs.unwrap_or_default())
    }

    fn share_of_aid(&self) -> Option<String> {
        Some(figure(self.value(IndicatorKey::RefundsOfOptionalAid)?, Unit::Percent))
    }

    fn per_inhabitant(&self, net: Euros) -> String {
        let inhabitants = self.material.year_page().and_then(|page| page.inhabitants);
        let each = inhabitants.and_then(|people| net.part(1, people).ok().flatten());
        each.map(|each| format!(" ({each} par habitant)")).unwrap_or_default()
    }

    /// What banks lent for one euro of the office, and its terms; nothing where it paid nothing.
    pub(crate) fn ratio(&self, net: Euros) -> String {
        let lent = self.amount(IndicatorKey::AmountGranted);
        let ratio = Value::ratio(Value::Euros(lent).number(), Value::Euros(net).number());
        let Some(ratio) = ratio.filter(|_| !net.is_zero() && !net.is_negative() && !lent.is_zero()) else {
            return String::new();
        };
        let terms = format!("({}\u{a0}÷\u{a0}{})", bare(lent), bare(net));
        spaced(&format!("1 € du CCAS, {} € prêtés par les banques {terms}.", decimal(ratio.number(), 2)))
    }

    /// What each loan left to the office, and what its guarantee engages.
    fn each_loan(&self) -> String {
        let each = self.value(IndicatorKey::NetCostPerLoan);
        let loans = self.count(IndicatorKey::Granted);
        let each = each.filter(|_| loans > 0).map(|each| {
            let Value::Euros(each) = each else { return String::new() };
            format!("Reste à charge par prêt : {} ({}).", to_the_euro(each), counted(loans, "prêt", "prêts"))
        });
        each.unwrap_or_default()
    }
}

/// `16 200`.
fn bare(amount: Euros) -> String {
    to_the_euro(amount).trim_end_matches('€').trim().to_owned()
}
