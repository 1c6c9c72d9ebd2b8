//! The answers of a lender's message, noted in one action.

use domain::calendar::YearMonth;
use domain::dossier::{Amended, Declaration, DeclaredAs, Dossier, DossierId, Fact, RunningLoan, ToldBy};
use domain::line::Line;
use domain::loan::{Amendment, HeldInterest};
use domain::money::Euros;
use domain::settings::{ListKey, Settings};
use domain::words::{counted, spaced};
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{BankStatementView, StatementAsked, bank_statement, known_lender, of_month};
use crate::decisions::day_of;
use crate::dossiers::found;
use crate::followed::put;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// What a lender's message says.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedStatement {
    /// The lender.
    pub lender: String,
    /// The month of the instalments.
    pub month: String,
    /// The day of the message; today when empty.
    pub on: String,
    /// The total it announces as paid; not compared when empty.
    pub total: String,
    /// `yes` notes the answers although the total differs.
    pub anyway: String,
    /// The answers.
    pub answers: Vec<StatementAnswer>,
}

/// What it says of one loan.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StatementAnswer {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The number of the instalment.
    pub number: u32,
    /// `paid`, `missed`, `postponed`; empty when it says nothing.
    pub answer: String,
}

/// Notes what a lender's monthly message says of its loans: what is known already is left as it is.
pub fn note_bank_statement(
    desk: &mut Desk,
    input: TypedStatement,
    moment: &Moment,
) -> Result<BankStatementView, Failure> {
    let settings = desk.read(settings)?;
    known_lender(&input.lender, &settings)?;
    let month = reading::month(&input.month, "month")?.ok_or_else(|| Failure::refused("Quel mois ?").at("month"))?;
    let total = reading::amount(&input.total, "total")?;
    desk.act("note_bank_statement", moment, |writer| {
        let on =
            if input.on.trim().is_empty() { moment.today } else { day_of(&input.on, "on", "Quel jour ?", moment)? };
        let mut paid = Euros::ZERO;
        let is_over = YearMonth::of(moment.today).is_some_and(|now| month.first_day() < now.first_day());
        let (mut noted, mut open) = (0_u32, input.answers.is_empty() && !is_over);
        for answer in &input.answers {
            let dossier = found(writer, answer.dossier)?;
            let answered = Answered { dossier: &dossier, answer, month, on };
            let (facts, of_it) = answered.facts(&input.lender, moment)?;
            paid = paid.plus(of_it)?;
            noted = noted.saturating_add(u32::from(!facts.is_empty()));
            open |= facts.is_empty() && answered.is_open(moment)?;
            write(writer, &dossier, &facts, &settings, moment)?;
        }
        compared(total, paid, &input.anyway)?;
        // A message that says nothing new was read all the same, unless nobody answered for what is due.
        if noted == 0 && open {
            return Err(Failure::refused("Aucune réponse n’est cochée.").remedy("Cochez ce que dit la banque."));
        }
        writer.note_bank_message(&ListKey::new(&input.lender), month, on)?;
        let answers = match noted {
            0 => "rien de nouveau".to_owned(),
            noted => counted(noted, "réponse notée", "réponses notées"),
        };
        Ok(Acted {
            value: (),
            sentence: spaced(&format!("Relevé de la banque : {answers}.")),
            dossier: None,
            fields: vec!["declaration"],
            draft: None,
        })
    })?;
    bank_statement(desk, StatementAsked { lender: input.lender, month: input.month }, moment)
}

fn write(
    writer: &Writer<'_>,
    dossier: &Dossier,
    facts: &[Fact],
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    let name = |failure: Failure| named(dossier, &failure);
    facts.iter().try_for_each(|fact| put(writer, dossier.id, fact, settings, moment).map_err(name))
}

/// A refusal with the name of the one it is about.
fn named(dossier: &Dossier, failure: &Failure) -> Failure {
    let told = Failure::refused(&format!("{} : {}", dossier.person.display_name(), failure.message));
    failure.remedy.iter().fold(told, |told, remedy| told.remedy(remedy))
}

/// A total that differs is told before anything is written.
fn compared(total: Option<Euros>, paid: Euros, anyway: &str) -> Result<(), Failure> {
    let Some(total) = total.filter(|total| *total != paid && anyway != "yes") else { return Ok(()) };
    let more = if total > paid { "de plus" } else { "de moins" };
    let gap = if total > paid { total.minus(paid)? } else { paid.minus(total)? };
    let told = format!("La banque annonce {total}, les échéances cochées payées font {paid} : {gap} {more}.");
    Err(Failure::refused(&spaced(&told)).remedy("Corrigez une réponse ou le total, ou notez quand même.").at("total"))
}

/// One answer and what it is about.
struct Answered<'a> {
    dossier: &'a Dossier,
    answer: &'a StatementAnswer,
    month: YearMonth,
    on: chrono::NaiveDate,
}

impl Answered<'_> {
    /// What it makes of the loan, and what is paid by it.
    fn facts(&self, lender: &str, moment: &Moment) -> Result<(Vec<Fact>, Euros), Failure> {
        let running = self.dossier.released_loan()?;
        let line = of_month(&running, self.month, moment.today).filter(|line| line.number == self.answer.number);
        let theirs = running.contract.lender.as_str() == lender;
        let line = line.filter(|_| theirs).ok_or_else(|| {
            let name = self.dossier.person.display_name();
            Failure::refused(&format!("{name} n’a pas d’échéance ce mois-ci dans cette banque."))
                .remedy("Rouvrez la liste : elle a changé depuis.")
        })?;
        let said = running.declared(line.number).map(|said| said.declared);
        let held = !line.kind.is_owed() || running.settled_on.is_some();
        let declared = |declared| {
            let (from, to, note) = (line.number, line.number, Line::default());
            Fact::Declared(Declaration { on: self.on, from, to, declared, told_by: ToldBy::Lender, note })
        };
        Ok(match (self.answer.answer.as_str(), said) {
            ("paid", _) if held => (Vec::new(), if line.kind.is_owed() { line.total } else { Euros::ZERO }),
            ("paid", None) => (vec![declared(DeclaredAs::Paid)], line.total),
            ("paid", Some(DeclaredAs::Missed)) => (vec![declared(DeclaredAs::PaidLate)], line.total),
            ("paid", Some(DeclaredAs::Paid | DeclaredAs::PaidLate)) => (Vec::new(), line.total),
            ("missed", None) if !held => (vec![declared(DeclaredAs::Missed)], Euros::ZERO),
            ("missed", Some(DeclaredAs::Missed)) | ("", _) => (Vec::new(), Euros::ZERO),
            ("postponed", _) if held => (Vec::new(), Euros::ZERO),
            ("postponed", None | Some(DeclaredAs::Missed)) => {
                (vec![self.postponed(&running, line.number)?], Euros::ZERO)
            }
            ("missed" | "postponed", _) => return Err(self.contradicts()),
            _ => return Err(Failure::refused("Payée, impayée ou reportée ?").at("answer")),
        })
    }

    /// Whether nobody has said yet what became of the instalment, which is to be paid.
    fn is_open(&self, moment: &Moment) -> Result<bool, Failure> {
        let running = self.dossier.released_loan()?;
        let line = of_month(&running, self.month, moment.today);
        let owed = line.is_some_and(|line| line.kind.is_owed() && running.declared(line.number).is_none());
        Ok(owed && running.settled_on.is_none())
    }

    fn postponed(&self, running: &RunningLoan, from: u32) -> Result<Fact, Failure> {
        let amendment = Amendment::Postponed { from, count: 1, interest: HeldInterest::WithLast };
        let note = Line::read("relevé de la banque").unwrap_or_default();
        let agreed = Amended { agreed_on: self.on, amendment, note };
        running.may_amend(&agreed).map_err(|refused| named(self.dossier, &refused.into()))?;
        Ok(Fact::Amended(agreed))
    }

    fn contradicts(&self) -> Failure {
        let name = self.dossier.person.display_name();
        Failure::refused(&format!("{name} : l’échéance est déjà notée payée."))
            .remedy("Corrigez d’abord ce qui est noté dans l’onglet Prêt.")
    }
}
