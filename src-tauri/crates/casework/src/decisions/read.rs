//! From a form to its fact: what is left empty is what is known already.

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::dossier::{
    AgreementInPrinciple, Approval, ConditionFor, Direction, Disbursement, Dossier, Fact, FactRefused, Interview,
    Orientation, Recorded, Refusal, Stop, Submission, expected_answer,
};
use domain::line::Line;
use domain::loan::{Rate, TermsRefused};
use domain::money::Euros;
use domain::settings::{self, ListEntry, ListKey, ListRefused, LoanFrame, RulesAt, Settings};
use domain::simulation::{Simulation, SimulationLack};
use domain::words;

use super::forms::{
    AgreementForm, ApprovalForm, DecisionForm, DisbursementForm, InterviewForm, OrientationForm, RefusalForm, StopForm,
    SubmissionForm,
};
use crate::dossiers::corrected_day;
use crate::facts::lender_name;
use app::caller::Moment;
use app::failure::{Failure, lacking, not_with, set_aside};
use app::reading;

/// What a form is read with.
pub(super) struct FormReading<'r> {
    pub(super) dossier: &'r Dossier,
    pub(super) settings: &'r Settings,
    pub(super) moment: &'r Moment,
    /// The fact being corrected: what its form holds was offered once.
    pub(super) corrects: Option<&'r Recorded>,
}

impl FormReading<'_> {
    /// The fact a form makes. Errors: a field that cannot be read, or is needed and known nowhere.
    pub(super) fn fact(&self, form: &DecisionForm) -> Result<Fact, Failure> {
        Ok(match form {
            DecisionForm::Interview(form) => Fact::InterviewHeld(self.interview(form)?),
            DecisionForm::Orientation(form) => Fact::OrientationDecided(self.orientation(form)?),
            DecisionForm::Submission(form) => Fact::Submitted(self.submission(form)?),
            DecisionForm::AgreementInPrinciple(form) => Fact::AgreedInPrinciple(self.agreement(form)?),
            DecisionForm::Approval(form) => Fact::Approved(self.approval(form)?),
            DecisionForm::Refusal(form) => Fact::Refused(self.refusal(form)?),
            DecisionForm::Contract(form) => Fact::ContractSigned(self.contract(form)?),
            DecisionForm::Disbursement(form) => Fact::Disbursed(self.disbursement(form)?),
            DecisionForm::Withdrawal(form) => Fact::Withdrawn(self.stop(form)?),
            DecisionForm::Drop(form) => Fact::Dropped(self.stop(form)?),
            DecisionForm::Support(form) => Fact::SupportPlanned(self.support(form)?),
            DecisionForm::Event(form) => Fact::Noted(self.event(form)?),
            DecisionForm::Explanation(form) => Fact::RefusalExplained(self.explanation(form)?),
        })
    }

    /// The day something happened: today when nothing is typed.
    pub(super) fn day(&self, typed: &str, field: &str) -> Result<NaiveDate, Failure> {
        if let Some(before) = self.corrects {
            let day = corrected_day(self.dossier, before, typed, field, self.moment)?;
            return Ok(day.map_or(self.moment.today, |(day, _)| day));
        }
        Ok(reading::date(typed, field, self.moment, Toward::Past)?.unwrap_or(self.moment.today))
    }

    /// A day that may be to come, or nothing.
    pub(super) fn planned(&self, typed: &str, field: &str) -> Result<Option<NaiveDate>, Failure> {
        reading::date(typed, field, self.moment, Toward::Future)
    }

    /// An entry of a list; a retired one only where it was used.
    pub(super) fn entry(&self, key: &str, list: &[ListEntry], field: &str) -> Result<Option<ListKey>, Failure> {
        let known = ListKey::new(key);
        if self.corrects.is_some() && settings::entry(list, &known).is_ok() {
            return Ok(Some(known));
        }
        reading::entry(key, list, field)
    }

    pub(super) fn entries(&self, keys: &[String], list: &[ListEntry], field: &str) -> Result<Vec<ListKey>, Failure> {
        let mut read = Vec::new();
        for key in keys {
            let key = self.entry(key, list, field)?;
            read.extend(key.filter(|key| !read.contains(key)));
        }
        Ok(read)
    }

    fn interview(&self, form: &InterviewForm) -> Result<Interview, Failure> {
        let lists = &self.settings.lists;
        let kind = self.entry(&form.kind, &lists.interview_kinds, "kind")?;
        let kind = kind.ok_or_else(|| needed("Entretien, appel, visite : choisissez ce que c’était.", "kind"))?;
        Ok(Interview {
            held_on: self.day(&form.held_on, "held_on")?,
            counts: settings::entry(&lists.interview_kinds, &kind)?.counts_as_interview,
            kind,
            minutes: reading::minutes(&form.minutes, "minutes")?,
            note: reading::line(&form.note, "note")?,
            next_step: Line::default(),
        })
    }

    fn orientation(&self, form: &OrientationForm) -> Result<Orientation, Failure> {
        let decided_on = self.day(&form.decided_on, "decided_on")?;
        let rules = self.settings.at(decided_on);
        let (direction, reason) = directed(&form.direction, &form.reason)?;
        let solutions = match direction {
            Direction::Submit => Vec::new(),
            Direction::Redirect | Direction::Inadmissible => {
                self.entries(&form.solutions, &rules.lists.redirections, "solutions")?
            }
        };
        let mode = self.entry(&form.mode, &rules.lists.decision_modes, "mode")?;
        let mode = mode.unwrap_or_else(|| rules.office.decision_mode.clone());
        let (conditions, condition_for) = conditioned(direction, &form.conditions, &form.condition_for)?;
        // A correction of what a session decided stays of that session.
        let session = self.corrects.and_then(|row| {
            let Fact::OrientationDecided(before) = &row.fact else { return None };
            before.session
        });
        let where_to = match direction {
            Direction::Submit => Line::default(),
            Direction::Redirect | Direction::Inadmissible => reading::line(&form.where_to, "where_to")?,
        };
        let letter_words = reading::line(&form.letter_words, "letter_words")?;
        let decided = Orientation::of(decided_on, mode, direction);
        Ok(Orientation { solutions, reason, conditions, condition_for, where_to, session, letter_words, ..decided })
    }

    pub(super) fn submission(&self, form: &SubmissionForm) -> Result<Submission, Failure> {
        let sent_on = self.day(&form.sent_on, "sent_on")?;
        let rules = self.settings.at(sent_on);
        let simulated = &self.dossier.simulation;
        let lender = match form.lender.as_str() {
            "" => simulated.lender.clone().ok_or_else(|| needed("À quelle banque ?", "lender"))?,
            key => known_lender(key, &rules)?,
        };
        let product = match form.product.as_str() {
            "" => simulated.product.as_ref().or_else(|| rules.only_product(Some(&lender))).cloned(),
            key => Some(self.known_product(key, &rules)?),
        };
        self.still_offered(&lender, product.as_ref(), &rules)?;
        let left = self.dossier.left_to_lend()?;
        let wished = simulated.amount.or(left);
        let expected_on = self.planned(&form.expected_on, "expected_on")?;
        Ok(Submission {
            sent_on,
            amount: self.sum(&form.amount, wished)?,
            months: self.term(&form.months)?,
            expected_on: expected_on.or_else(|| expected_answer(sent_on, &lender, &rules)),
            lender,
            product,
            note: reading::line(&form.note, "note")?,
        })
    }

    /// The months asked for; a sending of the past whose months nobody knows may stay without them.
    fn term(&self, typed: &str) -> Result<Option<u32>, Failure> {
        let is_untold =
            self.corrects.is_some_and(|row| matches!(&row.fact, Fact::Submitted(sent) if sent.months.is_none()));
        if is_untold && typed.trim().is_empty() {
            return Ok(None);
        }
        months_of(typed, self.dossier.simulation.months).map(Some)
    }

    /// The amount; a decision taken over whose amount nobody knows may stay without it.
    fn sum(&self, typed: &str, wished: Option<Euros>) -> Result<Option<Euros>, Failure> {
        let is_untold = self.untold().is_some_and(|approval| approval.amount.is_none())
            || self.corrects.is_some_and(|row| matches!(&row.fact, Fact::Submitted(sent) if sent.amount.is_none()));
        if is_untold && typed.trim().is_empty() { Ok(None) } else { amount_of(typed, wished).map(Some) }
    }

    /// The terms granted, as [`FormReading::sum`] does.
    fn granted_term(&self, typed: &str, asked: Option<u32>) -> Result<Option<u32>, Failure> {
        let is_untold = self.untold().is_some_and(|approval| approval.months.is_none());
        if is_untold && typed.trim().is_empty() { Ok(None) } else { months_of(typed, asked).map(Some) }
    }

    fn granted_rate(&self, read: Option<Rate>) -> Result<Option<Rate>, Failure> {
        let is_untold = self.untold().is_some_and(|approval| approval.annual_rate.is_none());
        if read.is_none() && !is_untold {
            return Err(needed("Le taux manque : la convention ne le dit pas.", "annual_rate"));
        }
        Ok(read)
    }

    /// The approval that is corrected.
    fn untold(&self) -> Option<&Approval> {
        if let Fact::Approved(approval) = &self.corrects?.fact { Some(approval) } else { None }
    }

    fn known_product(&self, key: &str, rules: &RulesAt<'_>) -> Result<ListKey, Failure> {
        let key = ListKey::new(key);
        if !self.settings.products.contains_key(&key) {
            return Err(Failure::from(ListRefused).at("product"));
        }
        if rules.product(&key).is_some() {
            return Ok(key);
        }
        let day = words::long_date(rules.date);
        Err(needed(&format!("Ce produit n’existait pas encore le {day}."), "product"))
    }

    /// Refuses a lender or a product set aside, but where it was used before.
    fn still_offered(&self, lender: &ListKey, product: Option<&ListKey>, rules: &RulesAt<'_>) -> Result<(), Failure> {
        let simulated = &self.dossier.simulation;
        let bank = rules.lender(lender).filter(|at| at.lender.retired && simulated.lender.as_ref() != Some(lender));
        let product = product.filter(|key| simulated.product.as_ref() != Some(key));
        let product = product.and_then(|key| rules.product(key)).filter(|dated| dated.value.retired);
        let (name, field) = match (bank, product) {
            _ if self.corrects.is_some() => return Ok(()),
            (Some(bank), _) => (bank.lender.name.as_str(), "lender"),
            (None, Some(product)) => (product.value.label.as_str(), "product"),
            (None, None) => return Ok(()),
        };
        Err(set_aside(name).at(field))
    }

    fn agreement(&self, form: &AgreementForm) -> Result<AgreementInPrinciple, Failure> {
        let on = self.day(&form.on, "on")?;
        let lender = self.answering(&form.lender, on)?;
        let asked = self.asked(&lender);
        let valid_until = self.planned(&form.valid_until, "valid_until")?;
        if valid_until.is_some_and(|last| last < on) {
            return Err(needed("Cet accord finirait avant d’être reçu.", "valid_until"));
        }
        Ok(AgreementInPrinciple {
            on,
            amount: amount_of(&form.amount, asked.as_ref().and_then(|asked| asked.amount))?,
            months: months_of(&form.months, asked.as_ref().and_then(|asked| asked.months))?,
            valid_until,
            told: self.told(&form.told, &lender, on)?,
            note: reading::line(&form.note, "note")?,
            lender,
        })
    }

    fn approval(&self, form: &ApprovalForm) -> Result<Approval, Failure> {
        let on = self.day(&form.on, "on")?;
        let lender = self.answering(&form.lender, on)?;
        let asked = self.asked(&lender);
        let rules = self.settings.at(asked.as_ref().map_or(on, |asked| asked.sent_on));
        let amount = self.sum(&form.amount, asked.as_ref().and_then(|asked| asked.amount))?;
        let months = self.granted_term(&form.months, asked.as_ref().and_then(|asked| asked.months))?;
        let simulated = &self.dossier.simulation;
        let product = asked.as_ref().map_or(simulated.product.as_ref(), |asked| asked.product.as_ref());
        let granted = Simulation { lender: Some(lender.clone()), product: product.cloned(), ..Simulation::default() };
        let agreed = LoanFrame::of(&granted, &rules).rate(amount, months);
        let rate = reading::rate(&form.annual_rate, "annual_rate")?.or(simulated.annual_rate).or(agreed);
        Ok(Approval {
            on,
            amount,
            annual_rate: self.granted_rate(rate)?,
            months,
            told: self.told(&form.told, &lender, on)?,
            note: reading::line(&form.note, "note")?,
            lender,
        })
    }

    fn refusal(&self, form: &RefusalForm) -> Result<Refusal, Failure> {
        let on = self.day(&form.on, "on")?;
        let lender = self.answering(&form.lender, on)?;
        Ok(Refusal {
            on,
            reasons: self.entries(&form.reasons, &self.settings.lists.refusal_reasons, "reasons")?,
            told: self.told(&form.told, &lender, on)?,
            note: reading::line(&form.note, "note")?,
            letter_words: reading::line(&form.letter_words, "letter_words")?,
            lender,
        })
    }

    fn disbursement(&self, form: &DisbursementForm) -> Result<Disbursement, Failure> {
        let signed = self.dossier.facts.course().contract.map(|(_, contract)| contract.terms.amount);
        if signed.is_none() && form.amount.is_empty() {
            return Err(Failure::from(FactRefused::NotSigned).at("on"));
        }
        let means = reading::line(&form.means, "means")?;
        Ok(Disbursement {
            on: self.day(&form.on, "on")?,
            amount: amount_of(&form.amount, signed)?,
            means: if means.is_empty() { self.dossier.project.payment_means.clone() } else { means },
        })
    }

    fn stop(&self, form: &StopForm) -> Result<Stop, Failure> {
        Ok(Stop { on: self.day(&form.on, "on")?, reason: reading::line(&form.reason, "reason")? })
    }

    /// The lender that answers: the one typed, else the only one waited for.
    fn answering(&self, typed: &str, on: NaiveDate) -> Result<ListKey, Failure> {
        if !typed.is_empty() {
            let lender = known_lender(typed, &self.settings.at(on))?;
            return match self.asked(&lender) {
                Some(_) => Ok(lender),
                None => Err(not_with(&lender_name(&lender, self.settings), on).at("lender")),
            };
        }
        let course = self.dossier.facts.course();
        let mut open = course.open();
        match (open.next(), open.next()) {
            (Some(only), None) => Ok(only.submission.lender.clone()),
            (Some(_), Some(_)) => Err(needed("Plusieurs banques ont ce dossier : laquelle répond ?", "lender")),
            (None, _) => Err(needed("Aucune banque n’a ce dossier : notez d’abord sa transmission.", "lender")),
        }
    }

    /// What was asked of a lender the last time.
    fn asked(&self, lender: &ListKey) -> Option<Submission> {
        let course = self.dossier.facts.course();
        let sent = course.presentations.iter().rev().find(|sent| sent.submission.lender == *lender);
        sent.map(|sent| sent.submission.clone())
    }

    /// Who told the person: the one typed, else the agreement's way.
    fn told(&self, typed: &str, lender: &ListKey, on: NaiveDate) -> Result<Option<ListKey>, Failure> {
        let rules = self.settings.at(on);
        let agreement = rules.lender(lender).and_then(|at| at.agreement);
        let usual = agreement.and_then(|agreement| agreement.value.notification.clone());
        Ok(self.entry(typed, &rules.lists.notification_modes, "told")?.or(usual))
    }
}

/// A day gone by that has to be typed; `missing` says so.
pub(crate) fn day_of(typed: &str, field: &str, missing: &str, moment: &Moment) -> Result<NaiveDate, Failure> {
    reading::date(typed, field, moment, Toward::Past)?.ok_or_else(|| needed(missing, field))
}

/// Where a request goes, and why.
pub(crate) fn directed(direction: &str, reason: &str) -> Result<(Direction, Line), Failure> {
    if direction.is_empty() {
        return Err(needed("La décision manque : transmettre, réorienter ou dire irrecevable.", "direction"));
    }
    let direction = reading::word(direction, "direction")?;
    let reason = reading::line(reason, "reason")?;
    if direction == Direction::Inadmissible && reason.is_empty() {
        return Err(needed("Dites pourquoi la demande est irrecevable : la personne a droit au motif.", "reason"));
    }
    Ok((direction, reason))
}

/// The condition of a decision, and whom it is for: one of a sending says who sees to it.
pub(crate) fn conditioned(
    direction: Direction,
    words: &str,
    of: &str,
) -> Result<(Line, Option<ConditionFor>), Failure> {
    let words = reading::line(words, "conditions")?;
    if words.is_empty() || direction != Direction::Submit {
        return Ok((words, None));
    }
    if of.is_empty() {
        return Err(needed("Pour qui est cette réserve : le CCAS, avant l’envoi, ou la banque ?", "condition_for"));
    }
    Ok((words, Some(reading::word(of, "condition_for")?)))
}

pub(super) fn needed(sentence: &str, field: &str) -> Failure {
    Failure::refused(sentence).at(field)
}

pub(super) fn known_lender(key: &str, rules: &RulesAt<'_>) -> Result<ListKey, Failure> {
    let key = ListKey::new(key);
    let known = rules.lender(&key).map(|at| at.key.clone());
    known.ok_or_else(|| Failure::from(ListRefused).at("lender"))
}

pub(super) fn amount_of(typed: &str, known: Option<Euros>) -> Result<Euros, Failure> {
    let amount = reading::amount(typed, "amount")?.or(known);
    let amount = amount.ok_or_else(|| needed(lacking(SimulationLack::Amount), "amount"))?;
    if amount.is_zero() { Err(needed("Un prêt de 0 € n’est pas un prêt.", "amount")) } else { Ok(amount) }
}

pub(super) fn months_of(typed: &str, known: Option<u32>) -> Result<u32, Failure> {
    let months = reading::whole(typed, "months")?.or(known);
    let months = months.ok_or_else(|| needed(lacking(SimulationLack::Months), "months"))?;
    if months == 0 { Err(TermsRefused::NoMonths.into()) } else { Ok(months) }
}
