//! What is really due of a running loan: the principal of what is late and of what is still to come.
//!
//! A schedule tells what would be left if everything due had been paid. While no instalment is declared missed, that
//! is what is known. From the first one missed and still owed, only what was declared paid counts as paid: silence after
//! a missed instalment is no payment. 1 200 € at 3 % over 12 months, the second instalment missed and nothing said
//! of the third: 903,37 would be left on its day by the schedule, 1 101,37 is due.

use chrono::NaiveDate;

use super::RunningLoan;
use crate::dossier::{DeclaredAs, Dossier, Event};
use crate::explained::{Explained, ExplainedTable, WorkingRow};
use crate::loan::Instalment;
use crate::money::{AmountTooLarge, Euros};
use crate::words::{counted, long_date, spaced};

/// What is due of a loan on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillDue {
    /// The day.
    pub on: NaiveDate,
    /// The instalments fallen due and not paid, the oldest first.
    pub late: Vec<Instalment>,
    /// The principal of those.
    pub late_principal: Euros,
    /// All that is late: principal, interest and insurance.
    pub arrears: Euros,
    /// The principal of the instalments to come.
    pub to_come: Euros,
    /// All the principal due: that of what is late and of what is to come.
    pub principal: Euros,
    /// The interest of what was due and paid.
    pub interest_paid: Euros,
    /// What the lender asked for once the whole sum became due, as it was noted.
    pub claimed: Option<Euros>,
}

impl Dossier {
    /// What is due of its running loan at the end of a day; nothing without a loan that has its dates.
    ///
    /// Refuses a sum beyond the limit of amounts.
    pub fn still_due(&self, on: NaiveDate) -> Result<Option<StillDue>, AmountTooLarge> {
        let Some(running) = self.running_loan() else { return Ok(None) };
        Ok(running.still_due(on)?.map(|due| StillDue { claimed: self.claimed(), ..due }))
    }

    /// What the lender asked for once the whole sum became due, as it was noted.
    pub(crate) fn claimed(&self) -> Option<Euros> {
        let asked = self.facts.noted(Event::Accelerated).chain(self.facts.noted(Event::GuaranteeCalled));
        asked.filter_map(|noted| noted.amount).next()
    }
}

impl RunningLoan {
    /// The same as the schedule and the declarations alone make it, without what the lender asked for.
    fn still_due(&self, on: NaiveDate) -> Result<Option<StillDue>, AmountTooLarge> {
        let schedule = self.in_force_on(on);
        let until = self.settled_on.map_or(on, |settled| settled.min(on));
        let (Some(planned), Some(interest)) = (schedule.outstanding_on(on), schedule.interest_paid_by(until)) else {
            return Ok(None);
        };
        let late = self.unpaid(on);
        let to_come = if self.settled_on.is_some_and(|settled| settled <= on) { Euros::ZERO } else { planned };
        let late_principal = Euros::sum(late.iter().map(|line| line.principal))?;
        Ok(Some(StillDue {
            on,
            arrears: Euros::sum(late.iter().map(|line| line.total))?,
            principal: to_come.plus(late_principal)?,
            interest_paid: interest.minus(Euros::sum(late.iter().map(|line| line.interest))?)?,
            late,
            late_principal,
            to_come,
            claimed: None,
        }))
    }

    /// From the first instalment missed and still owed, those due by then that nobody declared paid; none once repaid.
    #[must_use]
    pub fn unpaid(&self, on: NaiveDate) -> Vec<Instalment> {
        let repaid = self.settled_on.is_some_and(|settled| settled <= on);
        let said = |line: &Instalment| self.declared_by(line.number, on).map(|said| said.declared);
        let owed = self.in_force_on(on).due_by(on).filter(|line| line.kind.is_owed() && !repaid);
        let since = owed.skip_while(|line| said(line) != Some(DeclaredAs::Missed));
        since.filter(|line| said(line).is_none_or(|said| said == DeclaredAs::Missed)).copied().collect()
    }
}

impl StillDue {
    /// What is due: what the lender asked for, else the principal.
    #[must_use]
    pub fn amount(&self) -> Euros {
        self.claimed.unwrap_or(self.principal)
    }

    /// Where it comes from, line by line.
    #[must_use]
    pub fn explained(&self) -> Explained {
        let late = counted(self.late.len(), "échéance échue et non payée", "échéances échues et non payées");
        let step = |sign, label: &str, value: Euros| WorkingRow {
            sign,
            label: spaced(label),
            value: value.bare(),
            result: false,
        };
        let mut steps = vec![step("", "Capital des échéances à venir", self.to_come)];
        if !self.late.is_empty() {
            steps.push(step("+", &format!("capital de {late}"), self.late_principal));
        }
        let label = spaced("Capital restant dû");
        steps.push(WorkingRow { sign: "=", label, value: self.principal.to_string(), result: true });
        let cells = |line: &Instalment| {
            let due = line.due.map(long_date).unwrap_or_default();
            vec![due, line.principal.bare(), line.interest.bare(), line.total.bare()]
        };
        let total = vec![String::new(), self.late_principal.bare(), String::new(), self.arrears.bare()];
        let table = (!self.late.is_empty()).then(|| ExplainedTable {
            columns: ["Échéance non payée", "Capital", "Intérêts", "À payer"].map(str::to_owned).into(),
            rows: self.late.iter().map(cells).collect(),
            total,
        });
        let asked = self.claimed.map(|claimed| {
            spaced(&format!("La banque a demandé {claimed} à la déchéance du terme : c’est cette somme qui est due."))
        });
        let silence = "Sans impayé déclaré, ce qui est échu est compté payé. Depuis la première échéance déclarée \
                       impayée, seules celles que l’on a dites payées le sont.";
        Explained {
            title: spaced("Capital restant dû"),
            result: self.principal.to_string(),
            rule: spaced("Le capital des échéances à venir, et celui des échéances échues qui ne sont pas payées."),
            inputs: vec![("Au".to_owned(), long_date(self.on))],
            steps,
            table,
            notes: asked.into_iter().chain([spaced(silence)]).collect(),
            source: spaced("Échéancier en vigueur et ce qui est déclaré"),
        }
    }
}
