//! The facts of the support charter: the loan as it stands, the plan, the office's rules of its day.

use chrono::NaiveDate;
use documents::papers::OtherReferent;
use documents::papers::support_charter::{
    CharterLender, CharterLoan, CharterRules, CharterStep, CharterText, DataNotice, IncidentRule, Lack, SupportCharter,
    lacks, render, values as charter_values,
};
use domain::dossier::{Course, Dossier, Event, Fact, Precision, TermsOrigin};
use domain::letter::{FieldValues, LetterField, TextKind};
use domain::loan::{RepaymentSchedule, taeg};
use domain::settings::{self, LenderAt, Lists, RulesAt};
use domain::support::SupportStep;
use domain::words;

use super::{Missing, NotYet, Prepared, Subject, letters};
use app::failure::Failure;
use casework::dossiers::RoomKey;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let dossier = subject.dossier;
    let state = match dossier.terms_origin() {
        TermsOrigin::Signed => "d’après le contrat",
        TermsOrigin::Granted => "d’après l’accord de la banque",
        TermsOrigin::Simulated => {
            return Ok(Err(NotYet {
                state: "attend l’accord de la banque",
                sentence: "La charte attend l’accord de la banque : elle dit un prêt obtenu.",
                remedy: "Ouvrez Décisions et notez la réponse de la banque.",
                room: RoomKey::Decisions,
            }));
        }
    };
    let charter = charter(subject)?;
    let day = charter.established_on;
    let text = subject.settings.letters.at(TextKind::Charter, day).ok_or_else(|| Failure::broken("charte"))?;
    let composed = letters::compose(TextKind::Charter, text, subject)?.map_err(|_| Failure::broken("charte-lue"))?;
    let text = CharterText { title: composed.about, body: composed.body };
    let fields = text.title.missing.iter().chain(&text.body.missing).map(|field| Missing::of(field.name(), None));
    let missing: Vec<_> = lacks(&charter, subject.head).into_iter().map(missing).chain(fields).collect();
    let state = match (charter.signed_on, missing.is_empty()) {
        (Some(day), true) => format!("signée le {}, {state}", words::long_date(day)),
        (None, true) => format!("prête à signer, {state}"),
        (_, false) => format!("prête, {state} ; elle laisse à écrire ce qui manque"),
    };
    let head = subject.head.clone();
    Ok(Ok(Prepared { version: 1, missing, state, print: Box::new(move |_| Ok(render(&charter, &text, &head)?)) }))
}

/// What the text of a charter may tell of a dossier, as far as it is known.
pub(super) fn values(subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let charter = charter(subject)?;
    told.take(charter_values(&charter, subject.head)?);
    let own = subject.settings.letters.own_at(TextKind::Charter, charter.established_on);
    let own = own.filter(|row| row.value.text.is_some()).map(|row| words::lowered(&row.source));
    told.tell_some(LetterField::CharterVote, own);
    Ok(())
}

fn charter(subject: &Subject<'_>) -> Result<SupportCharter, Failure> {
    let dossier = subject.dossier;
    let obtained = dossier.terms_origin() != TermsOrigin::Simulated;
    let schedule = obtained.then(|| dossier.loan(subject.settings, subject.moment.today)).transpose()?;
    let course = dossier.facts.course();
    let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
    let lender = lender(dossier, &rules);
    let signed_on = signed_on(dossier);
    let plan = course.support.map(|(_, plan)| plan);
    let steps = plan.map(|plan| plan.steps.iter().map(|step| self::step(step, rules.lists)).collect());
    Ok(SupportCharter {
        reference: dossier.reference.clone(),
        established_on: signed_on.unwrap_or(subject.moment.today),
        kind: rules.office.charter,
        borrowers: subject.dossier.borrowers(),
        referent: referent(dossier),
        project: dossier.project_named(rules.lists)?,
        loan: schedule.map(|schedule| CharterLoan {
            taeg: taeg(&schedule).ok(),
            stated: course.contract.map(|(_, contract)| contract.stated).unwrap_or_default(),
            conditions: of_the_contract(&course, &conditions(&schedule, fee_is_known(subject, &course, lender))),
            schedule,
        }),
        lender: lender.map(printed_lender).unwrap_or_default(),
        steps: steps.transpose()?.unwrap_or_default(),
        rules: charter_rules(&rules, lender),
        refund: rules.office.refund.clone(),
        data: data_notice(&rules),
        signed_on,
    })
}

/// The day the charter itself was signed, whatever that of the contract; nothing while it is not noted to the day.
fn signed_on(dossier: &Dossier) -> Option<NaiveDate> {
    let signed = dossier.facts.standing().filter_map(|row| {
        let Fact::Noted(noted) = &row.fact else { return None };
        (noted.event == Event::CharterSigned && row.precision == Precision::Day).then_some(noted.on)
    });
    signed.max()
}

/// The one referent, when it is a companion.
pub(super) fn referent(dossier: &Dossier) -> Option<OtherReferent> {
    dossier.other_referent().map(|companion| OtherReferent {
        name: companion.name.to_string(),
        organisation: companion.organisation.to_string(),
        reach: companion.reach.to_string(),
    })
}

/// The lender of the loan, with what was signed with it by the day of the rules.
pub(super) fn lender<'s>(dossier: &Dossier, rules: &RulesAt<'s>) -> Option<LenderAt<'s>> {
    rules.lender(dossier.loan_lender()?)
}

fn printed_lender(at: LenderAt<'_>) -> CharterLender {
    CharterLender {
        name: at.lender.name.to_string(),
        contact: at.lender.contact.to_string(),
        contact_role: at.lender.contact_role.to_string(),
        phone: at.lender.phone.to_string(),
        convention_on: at.agreement.map(|agreement| agreement.valid_from),
    }
}

/// One step in words, with the month it falls in.
pub(super) fn step(step: &SupportStep, lists: &Lists) -> Result<CharterStep, Failure> {
    let how = settings::entry(&lists.interview_kinds, &step.channel)?;
    let month = step.first_on.map(|day| format!(" ({})", words::month_of(day))).unwrap_or_default();
    let rhythm = step.every_months.is_some();
    Ok(CharterStep {
        when: if rhythm { step.label.to_string() } else { format!("{}{month}", step.label) },
        how: words::lowered(&how.label),
        purpose: step.purpose.to_string(),
    })
}

fn missing(lack: Lack) -> Missing {
    let room = match lack {
        Lack::Borrower => Some(RoomKey::Person),
        Lack::Project => Some(RoomKey::Project),
        Lack::Loan | Lack::Dates | Lack::Taeg | Lack::Lender => Some(RoomKey::Simulation),
        Lack::Steps => Some(RoomKey::Decisions),
        Lack::Town => None,
    };
    Missing::of(lack.label(), room)
}

/// What is worth saying of a loan that has neither fee nor insurance; a fee nobody stated is not said to be none.
fn conditions(schedule: &RepaymentSchedule, fee_is_known: bool) -> String {
    match (schedule.terms.fee.is_zero() && fee_is_known, schedule.terms.insurance.is_none()) {
        (true, true) => "Ni frais de dossier, ni assurance obligatoire.".to_owned(),
        (true, false) => "Sans frais de dossier.".to_owned(),
        (false, _) => String::new(),
    }
}

/// The same, said to be the contract's once one is signed.
fn of_the_contract(course: &Course<'_>, conditions: &str) -> String {
    let stated = course.contract.map(|_| "Chiffres selon le contrat.");
    [conditions].into_iter().chain(stated).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether someone stated the fee: the contract, the simulation or the agreement.
fn fee_is_known(subject: &Subject<'_>, course: &Course<'_>, lender: Option<LenderAt<'_>>) -> bool {
    let stated = lender.and_then(|at| at.agreement).and_then(|agreement| agreement.value.file_fee);
    course.contract.is_some() || subject.dossier.simulation.fee.is_some() || stated.is_some()
}

fn charter_rules(rules: &RulesAt<'_>, lender: Option<LenderAt<'_>>) -> CharterRules {
    let agreement = lender.and_then(|at| at.agreement).map(|dated| &dated.value);
    let instalments = rules.legal_number("ficp_threshold_instalments");
    let incident = instalments.zip(rules.legal_number("ficp_regularisation_days"));
    CharterRules {
        answer_working_days: Some(rules.office.answer_working_days),
        lender_alert_days: agreement.and_then(|agreement| agreement.alert_days),
        lender_alerts_office: agreement.is_some_and(|agreement| agreement.alert_scope.is_some()),
        warning_days: rules.office.warning_days,
        deferrals: agreement.and_then(|agreement| agreement.deferrals),
        deferral_terms: agreement.map(|agreement| agreement.deferral_terms.to_string()).unwrap_or_default(),
        incident: incident.map(|(instalments, days)| IncidentRule { instalments, days }),
    }
}

fn data_notice(rules: &RulesAt<'_>) -> DataNotice {
    let kept_for = match rules.legal_number("active_retention_years") {
        Some(years) => words::counted(years, "an", "ans"),
        None => String::new(),
    };
    let basis = rules.legal.at("charter_legal_basis", rules.date);
    DataNotice { kept_for, legal_basis: basis.map(|value| value.value.clone()).unwrap_or_default() }
}
