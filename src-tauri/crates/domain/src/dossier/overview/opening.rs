//! Before a sending: the first call, the appointment, the assessment, what stops the sending.

use chrono::NaiveDate;

use super::{LifeStep, Narration, NextAct, Overview, OverviewLine, Pressing, Proposal, Requirement};
use crate::assessment::RegisterAnswer;
use crate::dossier::{Appointment, ConditionFor, Dossier, Stage, expected_answer, stage};
use crate::words::{capital, counted, day_name, hour, lowered, round, screen_date, spaced, to_the};

/// What the person tells at the first interview, among what a sending looks at.
const ASKED_FIRST: [&str; 3] = ["purpose", "budget", "credit_exclusion"];

/// What comes last of an assessment, in this order.
const LAST: [&str; 2] = [ORIENTATION, CONSENT];

const CONSENT: &str = "consent";
const ORIENTATION: &str = "orientation";
const RESERVE: &str = "reserve";

impl Narration<'_> {
    /// The call, and the appointment when one is agreed.
    pub(super) fn request(&self) -> Overview {
        let course = self.dossier.facts.course();
        if let Some((_, agreed)) = course.appointment {
            return self.appointment(agreed);
        }
        let called = self.dossier.facts.standing().filter_map(|row| row.fact.screening()).last();
        let sentence = match called {
            Some(call) => format!("{} a appelé {}.", self.who, self.day(call.on)),
            None => format!("Demande de {} reçue {}.", self.who, self.day(course.received_on)),
        };
        let line = |key: &str, label: &str| Self::line("Pour le rendez-vous", key, label, "à fixer");
        let mut lines = vec![line("appointment", "Jour et heure du rendez-vous")];
        if self.dossier.person.phone.is_none() {
            lines.push(Self::line("Pour le rendez-vous", "phone", "Téléphone", "pour rappeler"));
        }
        if let Some(first) = lines.first_mut() {
            first.pressing = Pressing::Stops;
        }
        self.before_an_interview(
            format!("{sentence} Aucun rendez-vous n’est fixé."),
            NextAct::new(Proposal::Appoint),
            lines,
        )
    }

    /// The appointment of a dossier that nobody met yet.
    pub(super) fn first_appointment(&self) -> Option<&Appointment> {
        let course = self.dossier.facts.course();
        let met = course.counted_interviews().next().is_some() || course.listed.is_some();
        let decided = !course.orientations.is_empty();
        course.appointment.map(|(_, agreed)| agreed).filter(|_| !met && !decided)
    }

    /// Before the appointment, on its day, once it is under way, and after it when nothing is noted of it.
    pub(super) fn appointment(&self, agreed: &Appointment) -> Overview {
        let at = agreed.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
        if agreed.on < self.at.today {
            let sentence =
                format!("Le rendez-vous avec {} était {}{at}. Rien n’en est noté.", self.who, self.day(agreed.on));
            let page = self.before_an_interview(sentence, NextAct::new(Proposal::SettleAppointment), Vec::new());
            return Overview { late: true, ..page };
        }
        let has_begun = self.at.requirements.iter().any(|one| one.key == "budget" && one.done);
        if agreed.on == self.at.today && has_begun {
            let sentence = format!(
                "Entretien avec {} aujourd’hui{at} : le budget est rempli. Noté, il ouvre « Avis et suite ».",
                self.who
            );
            let main = NextAct::named(Proposal::SettleAppointment, "Noter l’entretien".to_owned());
            return self.before_an_interview(spaced(&sentence), main, Vec::new());
        }
        let when = if agreed.on == self.at.today { "aujourd’hui".to_owned() } else { day_name(agreed.on) };
        let mut sentence = format!("Rendez-vous avec {} {when}{at}.", self.who);
        let papers = counted(self.at.to_bring, "papier", "papiers");
        let mut lines = Vec::new();
        let lacks_list = !self.at.list_given && self.at.to_bring > 0;
        if lacks_list {
            sentence.push_str(" La liste de ses papiers n’est pas encore partie.");
            let group = format!("Avant {}", self.before(agreed.on));
            let line = Self::line(&group, "documents_list", "Liste des papiers à remettre", "imprimer ou dicter");
            lines.push(OverviewLine { note: spaced(&papers), pressing: Pressing::Stops, ..line });
        }
        let main = match (agreed.on == self.at.today, lacks_list) {
            (true, _) => NextAct::new(Proposal::Meet),
            (false, true) => NextAct::named(Proposal::PrintList, format!("Imprimer la liste des {papers}")),
            (false, false) => NextAct::named(Proposal::Meet, "Préparer l’entretien".to_owned()),
        };
        let also = (agreed.on == self.at.today && lacks_list).then(|| NextAct::new(Proposal::PrintList));
        Overview { also, ..self.before_an_interview(sentence, main, lines) }
    }

    /// `mardi`, `demain`, `le 3 déc.`: what comes before it.
    fn before(&self, on: NaiveDate) -> String {
        match on.signed_duration_since(self.at.today).num_days() {
            2..=6 => crate::words::weekday_name(on).to_owned(),
            0 | 1 => screen_date(on, self.at.today),
            _ => format!("le {}", screen_date(on, self.at.today)),
        }
    }

    fn before_an_interview(&self, sentence: String, main: NextAct, mut lines: Vec<OverviewLine>) -> Overview {
        let before = lines.len();
        let (lacks, done) = self.asked_at_the_interview();
        let group = "À l’entretien";
        lines.extend(lacks.into_iter().map(|lack| Self::line(group, &lack.key, &lack.label, &lack.note)));
        let at_interview = lines.len().saturating_sub(before);
        let soon = (before > 0).then(|| counted(before, "chose d’abord", "choses d’abord"));
        let then = (at_interview > 0).then(|| format!("{at_interview} à l’entretien"));
        let note = soon.into_iter().chain(then).collect::<Vec<_>>().join(", ");
        let met = !self.dossier.facts.course().interviews.is_empty();
        let step = if met { LifeStep::Assessment } else { LifeStep::Request };
        Overview { step, sentence, more: self.asked(), late: false, main, also: None, note, lines, done }
    }

    /// What is asked for and what for.
    fn asked(&self) -> String {
        let request = self.dossier.facts.request();
        let what = lowered(request.project.as_str());
        let asked = match request.amount {
            Some(amount) => format!("Demande : {}, {what}.", round(amount)),
            None => format!("Demande : {what}, montant à dire."),
        };
        let origin = self.at.settings.lists.origins.iter().find(|origin| origin.key == request.origin);
        let by = if self.at.sent_by.is_empty() { String::new() } else { format!(" ({})", self.at.sent_by) };
        let origin = origin.map(|origin| format!(" Origine : {}{by}.", lowered(&origin.label))).unwrap_or_default();
        format!("{asked}{origin}")
    }

    /// What the interview asks, what lacks first; the note of what lacks says why it is asked.
    fn asked_at_the_interview(&self) -> (Vec<Requirement>, Vec<Requirement>) {
        let person = &self.dossier.person;
        let own = [
            ("amount_asked", "Montant demandé", self.dossier.facts.request().amount.is_some(), "à demander"),
            ("born_on", "Date de naissance", person.born_on.is_some(), "pour les papiers"),
            ("address", "Adresse", !person.address.is_empty(), "pour les papiers"),
            ("registers", "Fichage à la Banque de France", self.are_registers_known(), "à demander"),
            ("referrer_told", "Accord pour répondre à qui l’envoie", self.is_referrer_settled(), "oui ou non"),
        ];
        let own = own.map(|(key, label, done, note)| Requirement {
            key: key.to_owned(),
            label: spaced(label),
            note: if done { String::new() } else { spaced(note) },
            done,
            must: false,
        });
        let asked = self.at.requirements.iter().filter(|one| ASKED_FIRST.contains(&one.key.as_str()));
        let asked = asked.map(|one| Requirement {
            note: if one.done { one.note.clone() } else { spaced("exigé pour l’envoi") },
            ..one.clone()
        });
        own.into_iter().chain(asked).partition(|one| !one.done)
    }

    fn are_registers_known(&self) -> bool {
        self.dossier.registers().iter().flat_map(|of| of.answers()).all(|one| one != RegisterAnswer::default())
    }

    fn is_referrer_settled(&self) -> bool {
        self.dossier.facts.request().referrer.is_none() || self.dossier.feedback().is_some()
    }

    /// The file is being built, a session may look at it.
    pub(super) fn assessment(&self) -> Overview {
        let lines = self.lacking(&LAST);
        let stops = stopping(&lines);
        let others = lines.iter().filter(|line| is_stop(line) && !LAST.contains(&line.key.as_str())).count();
        let listed = stage(self.dossier) == Stage::Session;
        let left = counted(stops, "chose", "choses");
        let sentence = match (self.at.session_on.filter(|_| listed), others) {
            (Some(on), 0) => format!("La commission examine ce dossier {}. Il est prêt.", self.day(on)),
            (Some(on), _) => {
                let others = counted(others, "chose", "choses");
                format!("La commission examine ce dossier {}. Il y manque {others}.", self.day(on))
            }
            (None, 0) if stops > 0 => self.waits_for_the_last(&lines),
            (None, _) if stops > 0 => format!("Dossier en instruction : il manque {left} avant l’envoi {}.", self.to()),
            (None, _) => "Rien ne manque au dossier : il attend la décision.".to_owned(),
        };
        let main = match lines.iter().find(|line| is_stop(line)) {
            Some(line) if line.key == ORIENTATION && listed => NextAct::new(Proposal::SeeSession),
            Some(line) if line.key == ORIENTATION => NextAct::new(Proposal::Decide),
            Some(line) => completing(line),
            None if listed => NextAct::new(Proposal::SeeSession),
            None => NextAct::new(Proposal::Decide),
        };
        let step = if listed { LifeStep::Committee } else { LifeStep::Assessment };
        let more = self.dossier.facts.course().appointment.map(|(_, agreed)| {
            let at = agreed.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
            format!("Rendez-vous {}{at}.", self.day(agreed.on))
        });
        Overview { more: more.unwrap_or_else(|| self.asked()), ..self.sending(step, sentence, main, lines) }
    }

    /// Nothing lacks any more but what comes last.
    fn waits_for_the_last(&self, lines: &[OverviewLine]) -> String {
        let lacks = |key: &str| lines.iter().any(|line| is_stop(line) && line.key == key);
        let and_consent = if lacks(CONSENT) { " et le consentement" } else { "" };
        if lacks(ORIENTATION) {
            return format!("Le dossier est prêt : il reste la décision{and_consent}.");
        }
        format!("Le dossier est prêt : il reste le consentement à envoyer {}.", self.to())
    }

    /// Decided, and not sent yet.
    pub(super) fn to_send(&self) -> Overview {
        let lines = self.lacking(&[]);
        let stops = stopping(&lines);
        let course = self.dossier.facts.course();
        let decided = course.orientations.last().map(|(_, decided)| *decided);
        let said = decided.map(|decided| {
            let by = if decided.session.is_some() { "La commission a dit oui" } else { "L’envoi a été décidé" };
            let reserve = match decided.condition_for.filter(|_| !decided.conditions.is_empty()) {
                Some(ConditionFor::Office) if course.reserve.is_some() => ", sous réserve",
                Some(ConditionFor::Office) => ", et la réserve est levée",
                Some(ConditionFor::Lender) | None => "",
            };
            format!("{by} {}{reserve}. ", self.day(decided.decided_on))
        });
        let said = said.unwrap_or_default();
        let sentence = match stops {
            0 if lines.is_empty() => format!("{said}Tout est prêt : le dossier peut partir {}.", self.to()),
            0 => format!("{said}Le dossier peut partir {} : ce qui manque encore n’arrête pas l’envoi.", self.to()),
            1 => format!("{said}Il reste une chose avant d’envoyer {}.", self.to()),
            many => format!("{said}Il reste {many} choses avant d’envoyer {}.", self.to()),
        };
        let consent = lines.iter().any(|line| line.key == CONSENT && is_stop(line) && !self.at.lender.is_empty());
        let main = match lines.iter().find(|line| is_stop(line)) {
            Some(_) if consent => NextAct::new(Proposal::PrintConsent),
            Some(line) => completing(line),
            None => NextAct::named(Proposal::Submit, format!("Transmettre {}", self.to())),
        };
        let also = consent.then(|| NextAct::new(Proposal::NoteConsent));
        Overview { more: self.promise(), also, ..self.sending(LifeStep::Lender, sentence, main, lines) }
    }

    /// Refused by the lenders that answered: another may be asked.
    pub(super) fn refused(&self) -> Overview {
        let course = self.dossier.facts.course();
        let Some(refused) = course.refused_last() else { return self.to_send() };
        let lender = self.lender(&refused.submission.lender);
        let on = refused.decided_on().map(|on| format!(" {}", self.day(on))).unwrap_or_default();
        let lists = &self.at.settings.lists;
        let reasons = refused.reasons();
        let reasons = reasons.into_iter().filter_map(|key| lists.refusal_reasons.iter().find(|one| one.key == *key));
        let reasons: Vec<String> = reasons.map(|reason| lowered(&reason.label)).collect();
        let reasons = if reasons.is_empty() { String::new() } else { format!(" Motif : {}.", reasons.join(", ")) };
        let sentence = capital(&format!("{lender} a refusé{on}. Une autre banque peut encore être demandée."));
        let lines = self.lacking(&[]);
        let same = self.dossier.simulation.lender.as_ref() == Some(&refused.submission.lender);
        let main = match lines.iter().find(|line| is_stop(line)) {
            _ if same || self.at.lender.is_empty() => NextAct::new(Proposal::ChooseLender),
            Some(line) if line.key == CONSENT => NextAct::new(Proposal::PrintConsent),
            Some(line) => completing(line),
            None => NextAct::named(Proposal::Submit, format!("Présenter {}", self.to())),
        };
        Overview { more: reasons.trim().to_owned(), ..self.sending(LifeStep::Lender, sentence, main, lines) }
    }

    /// `à la Banque du Val`, `à une banque`.
    fn to(&self) -> String {
        if self.at.lender.is_empty() { "à une banque".to_owned() } else { to_the(self.at.lender) }
    }

    /// By when the lender answers what is sent today.
    fn promise(&self) -> String {
        let Some(lender) = &self.dossier.simulation.lender else { return String::new() };
        let expected = expected_answer(self.at.today, lender, &self.at.settings.at(self.at.today));
        expected
            .map(|on| format!("S’il part aujourd’hui, la réponse est attendue pour {}.", self.day(on)))
            .unwrap_or_default()
    }

    fn sending(&self, step: LifeStep, sentence: String, main: NextAct, lines: Vec<OverviewLine>) -> Overview {
        let stops = stopping(&lines);
        let wait = lines.len().saturating_sub(stops);
        let blocks = if stops < 2 { "chose bloque l’envoi" } else { "choses bloquent l’envoi" };
        let note = match (stops, wait) {
            (0, 0) => String::new(),
            (0, wait) => format!("rien ne bloque l’envoi, {wait} à voir"),
            (stops, 0) => format!("{stops} {blocks}"),
            (stops, wait) => format!("{stops} {blocks}, {wait} à voir"),
        };
        let done = self.at.requirements.iter().filter(|one| one.done).cloned().collect();
        Overview { step, sentence, more: String::new(), late: false, main, also: None, note, lines, done }
    }

    /// What lacks for the sending, what stops it first; some keys come after the others of their kind.
    fn lacking(&self, last: &[&str]) -> Vec<OverviewLine> {
        let mut lacks: Vec<&Requirement> = self.at.requirements.iter().filter(|one| !one.done).collect();
        let place =
            |one: &&Requirement| last.iter().position(|key| *key == one.key).map_or(0, |at| at.saturating_add(1));
        lacks.sort_by_key(|one| (!one.must, place(one)));
        let line = |one: &Requirement| OverviewLine {
            key: one.key.clone(),
            group: String::new(),
            label: one.label.clone(),
            note: one.note.clone(),
            by: spaced(if one.must { "bloque l’envoi" } else { "peut attendre" }),
            pressing: if one.must { Pressing::Stops } else { Pressing::Open },
        };
        lacks.into_iter().map(line).collect()
    }

    fn line(group: &str, key: &str, label: &str, by: &str) -> OverviewLine {
        OverviewLine {
            key: key.to_owned(),
            group: spaced(group),
            label: spaced(label),
            note: String::new(),
            by: spaced(by),
            pressing: Pressing::Open,
        }
    }
}

fn is_stop(line: &OverviewLine) -> bool {
    line.pressing == Pressing::Stops
}

fn stopping(lines: &[OverviewLine]) -> usize {
    lines.iter().filter(|line| is_stop(line)).count()
}

/// The gesture that completes a line, in the words of who does it.
fn completing(line: &OverviewLine) -> NextAct {
    let label = match line.key.as_str() {
        "lender" => "Choisir la banque",
        "purpose" => "Choisir l’objet du prêt",
        "budget" => "Remplir le budget",
        "financing_plan" => "Équilibrer le financement",
        "credit_exclusion" => "Dire l’accès au crédit",
        "opinion" => "Écrire l’avis motivé",
        RESERVE => "Noter la réserve levée",
        "support_plan" => "Fixer l’accompagnement",
        CONSENT => return NextAct::new(Proposal::PrintConsent),
        _ => &format!("Voir : {}", lowered(&line.label)),
    };
    NextAct { line: Some(line.key.clone()), ..NextAct::named(Proposal::Complete, label.to_owned()) }
}

impl Dossier {
    /// Whether the opinion and what follows it have begun: an interview noted, a decision or an answer.
    #[must_use]
    pub fn has_an_opinion_to_give(&self) -> bool {
        let course = self.facts.course();
        let met = course.counted_interviews().next().is_some();
        met || course.taken_over
            || !course.orientations.is_empty()
            || course.listed.is_some()
            || course.closed.is_some()
            || !course.presentations.is_empty()
            || self.assessment.opinion.is_some()
    }

    /// Whether a lender agreed to a loan.
    #[must_use]
    pub fn has_a_loan(&self) -> bool {
        let course = self.facts.course();
        course.lending().is_some() || course.disbursement.is_some()
    }
}
