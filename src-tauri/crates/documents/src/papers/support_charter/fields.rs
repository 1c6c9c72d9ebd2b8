//! What a charter knows of each field its text may name; what is absent is not known.

use domain::letter::{FieldValues, LetterField as Field};
use domain::loan::refundable;
use domain::money::AmountTooLarge;
use domain::person::Title;
use domain::settings::{CharterKind, RefundBase, RefundCondition, RefundMoment, RefundPolicy};
use domain::words::{AdvisorWords, capital, counted, enumerated, long_date};

use super::wording::{FEW_DOTS, advisor, contact, dates, due_day, instalment};
use super::{CharterStep, SupportCharter};
use crate::papers::Letterhead;
use crate::papers::referent::spoken_of;
use crate::papers::refund::promise;
use crate::papers::wording::{first_time, in_letters};

/// What the text of a charter may say of its loan and of those who promise. Refuses only sums beyond the limit of amounts.
pub fn values(charter: &SupportCharter, head: &Letterhead) -> Result<FieldValues, AmountTooLarge> {
    let signing = head;
    let head = &spoken_of(head, charter.referent.as_ref());
    let mut told = FieldValues::default();
    referent(charter, head, &mut told);
    let rules = &charter.rules;
    told.tell(Field::CharterOfficePhone, signing.office.phone.clone());
    told.tell_some(
        Field::CharterAnswerDelay,
        rules.answer_working_days.map(|days| counted(days, "jour ouvré", "jours ouvrés")),
    );
    told.tell(Field::CharterInstalment, instalment(charter));
    told.tell(Field::CharterDay, due_day(charter));
    told.tell(Field::CharterFirstDay, first_time(dates(charter)).trim_start_matches(", "));
    told.tell_some(Field::CharterWarning, rules.warning_days.map(in_days));
    told.tell_table(Field::CharterSteps, steps(&charter.steps));
    lender(charter, advisor(head), &mut told);
    if let Some(rule) = rules.incident {
        let count = in_letters(usize::try_from(rule.instalments).unwrap_or(usize::MAX));
        let owed = if rule.instalments == 1 { "une mensualité".to_owned() } else { format!("{count} mensualités") };
        told.tell(Field::CharterIncident, owed);
        told.tell(Field::CharterIncidentDays, in_days(rule.days));
    }
    if let Some(policy) = &charter.refund {
        refund(charter, policy, advisor(head), &mut told)?;
    }
    told.tell(Field::CharterDataKept, charter.data.kept_for.clone());
    told.tell(Field::CharterDataBasis, charter.data.legal_basis.trim_end_matches('.'));
    told.tell(Field::CharterDataContact, signing.office.data_contact.clone());
    told.tell(Field::CharterCopies, in_letters(charter.signatories()));
    Ok(told)
}

/// The one person to talk to: the office's adviser, or a professional who accompanies the person already.
fn referent(charter: &SupportCharter, head: &Letterhead, told: &mut FieldValues) {
    let office = &head.office;
    told.tell(Field::CharterReferentNoun, advisor(head));
    if let Some(other) = &charter.referent {
        told.tell(Field::CharterReferent, other.name.clone());
        told.tell(Field::CharterReferentRole, other.organisation.clone());
        told.tell(Field::CharterReferentPhone, other.reach.clone());
        told.tell(Field::CharterReferentPronoun, AdvisorWords::of(Title::NotStated).pronoun);
        let advisor = [office.advisor.as_str(), office.advisor_phone.as_str()];
        let advisor: Vec<&str> = advisor.into_iter().filter(|part| !part.is_empty()).collect();
        told.tell(Field::CharterSupport, advisor.join(", "));
        return;
    }
    told.tell(Field::CharterReferent, office.advisor.clone());
    let role = [office.advisor_role.as_str(), "au CCAS"].into_iter().filter(|part| !part.is_empty());
    told.tell(Field::CharterReferentRole, role.collect::<Vec<_>>().join(" "));
    told.tell(Field::CharterReferentPhone, office.advisor_phone.clone());
    told.tell(Field::CharterReferentPronoun, AdvisorWords::of(office.advisor_title).pronoun);
    let visit = format!("ou sur rendez-vous {}", office.presence);
    let reach = [office.email.as_str(), visit.trim_end()].into_iter().filter(|part| !part.is_empty());
    told.tell(Field::CharterReferentReach, reach.collect::<Vec<_>>().join(", "));
}

/// The meetings agreed on; a line to write on when there is none yet.
fn steps(steps: &[CharterStep]) -> Vec<(String, String)> {
    if steps.is_empty() {
        return vec![("Rendez-vous".to_owned(), FEW_DOTS.to_owned())];
    }
    steps.iter().map(|step| (step.when.clone(), format!("{}, {}", step.how, step.purpose))).collect()
}

/// Whom to ask at the bank, what it promises or accepted; nothing that was not entered of its convention.
fn lender(charter: &SupportCharter, advisor: &str, told: &mut FieldValues) {
    let (lender, rules) = (&charter.lender, &charter.rules);
    let signs = charter.kind == CharterKind::Tripartite;
    let name = if lender.name.is_empty() { "la banque" } else { lender.name.as_str() };
    told.tell_some(Field::CharterLenderSigns, signs.then_some(name));
    if !lender.contact.is_empty() {
        told.tell(Field::CharterContact, contact(charter));
    }
    told.tell(Field::CharterContactPhone, lender.phone.clone());
    told.tell_some(Field::CharterAlertDelay, rules.lender_alert_days.map(in_days));
    told.tell_some(Field::CharterAgreement, lender.convention_on.map(long_date));
    if lender.convention_on.is_some() {
        let accepted = accepted(charter, advisor);
        told.tell(Field::CharterAccepted, enumerated(&accepted));
    }
    told.tell_some(Field::CharterBankAlerts, (signs || rules.lender_alerts_office).then_some(name));
    let count = |most: u32| in_letters(usize::try_from(most).unwrap_or(usize::MAX));
    told.tell_some(Field::CharterDeferral, (rules.deferrals != Some(0)).then_some("report possible"));
    told.tell_some(
        Field::CharterDeferrals,
        rules.deferrals.filter(|most| *most > 0).map(|most| match most {
            1 => "une fois".to_owned(),
            most => format!("jusqu’à {} fois", count(most)),
        }),
    );
}

/// What the convention says the lender does for its loans.
fn accepted(charter: &SupportCharter, advisor: &str) -> Vec<String> {
    let rules = &charter.rules;
    let reached = rules
        .lender_alert_days
        .map(|days| format!("de vous joindre sous {} lorsqu’une mensualité n’est pas payée", in_days(days)));
    let told = rules.lender_alerts_office.then(|| format!("d’avertir aussitôt votre {advisor}"));
    let terms = rules.deferral_terms.trim_end_matches('.');
    let terms = if terms.is_empty() { String::new() } else { format!(" ({terms})") };
    let put_off = match rules.deferrals {
        None | Some(0) => None,
        Some(1) => Some(format!("de reporter une mensualité au plus{terms}")),
        Some(count) => {
            let count = in_letters(usize::try_from(count).unwrap_or(usize::MAX));
            Some(format!("de reporter {count} mensualités au plus{terms}"))
        }
    };
    [reached, told, put_off].into_iter().flatten().collect()
}

/// What the office refunds: the heading of its part, then what is refunded, what is not a lateness and by which rule.
fn refund(
    charter: &SupportCharter,
    policy: &RefundPolicy,
    advisor: &str,
    told: &mut FieldValues,
) -> Result<(), AmountTooLarge> {
    let payer = if policy.payer.is_empty() { "le CCAS" } else { policy.payer.as_str() };
    let capital = capital(payer);
    let what = match policy.base {
        RefundBase::Interest => "les intérêts",
        RefundBase::OneInstalment => "une mensualité",
    };
    let schedule = charter.loan.as_ref().map(|loan| &loan.schedule);
    let ceiling = match schedule {
        Some(schedule) => refundable(schedule, policy)?.to_string(),
        None => FEW_DOTS.to_owned(),
    };
    told.tell(Field::CharterRefundTitle, format!("{capital} vous rembourse {what}"));
    let promise: String = promise(policy, (payer, &capital), ceiling).into_iter().map(|span| span.text).collect();
    told.tell(Field::CharterRefund, promise + &conditions(policy, advisor));
    Ok(())
}

/// What is not a lateness, what happens at the end, and by which rule.
fn conditions(policy: &RefundPolicy, advisor: &str) -> String {
    let mut text = String::new();
    if policy.moment == RefundMoment::End {
        if policy.condition == RefundCondition::FullyRepaidNoLateInstalment {
            text.push_str(" Une mensualité reportée avec l’accord de la banque n’est pas un retard.");
        }
        text.push_str(&format!(" À la fin du prêt, votre {advisor} vous demande un relevé d’identité bancaire (RIB)"));
        if policy.decided_by.is_empty() {
            text.push('.');
        } else {
            text.push_str(&format!(" et présente le dossier {}.", to_whom(policy.decided_by.as_str())));
        }
    }
    match policy.resolution.as_str() {
        "" => {}
        rule if rule.starts_with("délibération") => text.push_str(&format!(" Règle fixée par la {rule}.")),
        rule => text.push_str(&format!(" Règle fixée par : {rule}.")),
    }
    text
}

/// `à la commission`, `au conseil`, `aux élus`.
fn to_whom(who: &str) -> String {
    match (who.strip_prefix("le "), who.strip_prefix("les ")) {
        (Some(rest), _) => format!("au {rest}"),
        (None, Some(rest)) => format!("aux {rest}"),
        (None, None) => format!("à {who}"),
    }
}

fn in_days(days: u32) -> String {
    counted(days, "jour", "jours")
}
