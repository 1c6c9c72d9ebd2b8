//! What each of the three promises, in the words of the charter.

use domain::loan::refundable;
use domain::money::AmountTooLarge;
use domain::person::Title;
use domain::settings::{CharterKind, RefundBase, RefundCondition, RefundMoment, RefundPolicy};
use domain::words::{AdvisorWords, capital, counted, long_date};

use super::wording::{FEW_DOTS, advisor, contact, dates, due_day, in_days, instalment, item};
use super::{IncidentRule, SupportCharter};
use crate::page::Span;
use crate::papers::Letterhead;
use crate::papers::OtherReferent;
use crate::papers::refund::promise;
use crate::papers::wording::{DOTS, first_time, in_letters, or_dots, plain, strong};

/// Part 1: the one person to talk to.
pub(super) fn one_person(charter: &SupportCharter, head: &Letterhead) -> Vec<Span> {
    let office = &head.office;
    let mut spans = match &charter.referent {
        Some(other) => elsewhere(other, head),
        None => here(head),
    };
    let ending = charter.borrowers.ending();
    let phone = if office.phone.is_empty() { String::new() } else { format!(" ({})", office.phone) };
    let soon = match charter.rules.answer_working_days {
        Some(days) => format!("vous êtes rappelé{ending} sous {}", working_days(days)),
        None => format!("vous êtes rappelé{ending}"),
    };
    spans.push(plain(format!("En son absence, l’accueil du CCAS{phone} prend votre message et {soon}.")));
    spans
}

/// The referent is a professional who accompanies the person already; the adviser stays who prepares the papers.
fn elsewhere(other: &OtherReferent, head: &Letterhead) -> Vec<Span> {
    let office = &head.office;
    let organisation = if other.organisation.is_empty() { String::new() } else { format!(", {}", other.organisation) };
    let advisor = [office.advisor.as_str(), office.advisor_phone.as_str()];
    let advisor: Vec<&str> = advisor.into_iter().filter(|part| !part.is_empty()).collect();
    let with = if advisor.is_empty() { String::new() } else { format!(" avec {}, au CCAS", advisor.join(", ")) };
    vec![
        plain(format!("Votre {} est ", AdvisorWords::of(Title::NotStated).noun)),
        strong(&other.name),
        plain(format!("{organisation} : ")),
        strong(or_dots(&other.reach)),
        plain(format!(
            ". C’est cette personne qui fait le lien avec les autres professionnels qui vous suivent, pour tout ce qui \
             touche au prêt{with}. "
        )),
    ]
}

/// The referent is the office's adviser.
fn here(head: &Letterhead) -> Vec<Span> {
    let office = &head.office;
    let role = if office.advisor_role.is_empty() { String::new() } else { format!(", {}", office.advisor_role) };
    let mut reach = String::new();
    if !office.email.is_empty() {
        reach = format!(", {}", office.email);
    }
    let presence = if office.presence.is_empty() { String::new() } else { format!(" {}", office.presence) };
    let pronoun = AdvisorWords::of(office.advisor_title).pronoun;
    vec![
        plain(format!("Votre {} est ", advisor(head))),
        strong(or_dots(&office.advisor)),
        plain(format!("{role} au CCAS : ")),
        strong(or_dots(&office.advisor_phone)),
        plain(format!(
            "{reach}, ou sur rendez-vous{presence}. Si d’autres professionnels vous suivent, c’est {pronoun} qui fait \
             le lien avec eux pour tout ce qui touche au prêt. "
        )),
    ]
}

/// Part 2: the borrower.
pub(super) fn borrower(charter: &SupportCharter, head: &Letterhead) -> Vec<Vec<Span>> {
    let (advisor, ending) = (advisor(head), charter.borrowers.ending());
    let (instalment, day) = (instalment(charter), due_day(charter));
    let first = first_time(dates(charter));
    vec![
        item(
            "payer chaque mensualité à sa date",
            format!(" : avoir {instalment} sur votre compte le {day} de chaque mois{first} ;"),
        ),
        item("utiliser le prêt pour le projet prévu", " et remettre au CCAS un justificatif de l’achat ;"),
        item(
            format!("prévenir votre {advisor} tôt"),
            format!(", dès que vous craignez de ne pas pouvoir payer, même si vous n’en êtes pas sûr{ending} ;"),
        ),
        item(
            "lui signaler ce qui change",
            " et pèse sur votre budget : travail, santé, famille, logement, adresse, téléphone ;",
        ),
        item(
            format!("être présent{ending} aux rendez-vous et répondre aux appels prévus"),
            ", ou proposer une autre date.",
        ),
    ]
}

/// Part 3: the office.
pub(super) fn office(charter: &SupportCharter) -> Vec<Vec<Span>> {
    let soon = charter.rules.answer_working_days.map(|days| format!(" sous {}", working_days(days)));
    vec![
        item(
            "vous répondre",
            format!("{} et vous recevoir quand c’est utile, sans jugement et en confiance ;", soon.unwrap_or_default()),
        ),
        item(
            "suivre le prêt avec vous",
            ", au rythme fixé au point 5, et adapter ce rythme si votre situation change ;",
        ),
        item(
            "chercher avec vous une solution",
            " à la première difficulté : droits, aides, budget, demande à la banque ;",
        ),
        item(
            "défendre votre situation auprès de la banque",
            ", par écrit avant toute décision de mettre fin au prêt ;",
        ),
        item("ne dire à la banque que ce qui est utile au prêt", ", après vous en avoir parlé."),
    ]
}

/// Part 4 where the lender signs.
pub(super) fn lender(charter: &SupportCharter, head: &Letterhead) -> Vec<Vec<Span>> {
    let advisor = advisor(head);
    let days = in_days(charter.rules.lender_alert_days);
    let (contact, phone) = (contact(charter), or_dots(&charter.lender.phone));
    vec![
        item("vous dire à qui parler", format!(" de votre prêt : {contact}, {phone} ;")),
        item(
            "réagir vite",
            format!(
                " : si une mensualité n’est pas payée, vous joindre sous {days} et avertir aussitôt votre \
                 {advisor} ;"
            ),
        ),
        item("étudier un aménagement", " avec vous et le CCAS : report, fin du prêt décalée, mensualité recalculée ;"),
        item("ne pas compter de pénalité de retard", ", sauf mauvaise foi évidente ;"),
        item(
            format!("demander l’avis de votre {advisor}"),
            " avant d’exiger le remboursement immédiat du prêt, et tenir compte des raisons que le CCAS lui expose \
             avant toute poursuite.",
        ),
    ]
}

/// Part 4 where the lender does not sign: its title and its text.
pub(super) fn convention(charter: &SupportCharter, head: &Letterhead) -> (&'static str, Vec<Span>) {
    let (contact, phone) = (contact(charter), or_dots(&charter.lender.phone));
    let whom = format!("Votre contact à la banque est {contact}, {phone}.");
    let Some(day) = charter.lender.convention_on else {
        return ("Votre contact à la banque", vec![plain(format!("La banque ne signe pas cette charte. {whom}"))]);
    };
    let day = long_date(day);
    let accepted = accepted(charter, advisor(head));
    let text = match accepted.split_last() {
        None => {
            format!("La banque ne signe pas cette charte. Elle a conclu une convention avec le CCAS le {day}. {whom}")
        }
        Some((last, [])) => format!("{} {last}. {whom}", by_convention(&day)),
        Some((last, before)) => format!("{} {} et {last}. {whom}", by_convention(&day), before.join(", ")),
    };
    ("Ce que la banque a accepté par convention", vec![plain(text)])
}

fn by_convention(day: &str) -> String {
    format!("La banque ne signe pas cette charte. Par la convention conclue avec le CCAS le {day}, elle a accepté")
}

/// What the convention says the lender does for its loans; nothing that was not entered of it.
fn accepted(charter: &SupportCharter, advisor: &str) -> Vec<String> {
    let rules = &charter.rules;
    let reached = rules.lender_alert_days.map(|days| {
        let days = counted(days, "jour", "jours");
        format!("de vous joindre sous {days} lorsqu’une mensualité n’est pas payée")
    });
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

/// Part 6: what to do at the first difficulty.
pub(super) fn difficulty(charter: &SupportCharter, head: &Letterhead) -> Vec<Vec<Span>> {
    let (advisor, ending) = (advisor(head), charter.borrowers.ending());
    let early = match charter.rules.warning_days {
        Some(days) => format!(", si possible {} avant", counted(days, "jour", "jours")),
        None => String::new(),
    };
    let mut items = vec![item(
        "Appelez votre {advisor} avant la date de la mensualité".replace("{advisor}", advisor),
        format!("{early}. Il n’est jamais trop tôt."),
    )];
    items.extend(times_deferred(charter.rules.deferrals).map(|times| {
        item(
            "Une mensualité peut être reportée.",
            format!(
                " {times}La demande se fait avec votre {advisor}, avant la date du prélèvement. Un report accordé \
                 n’est pas un impayé : la fin du prêt est décalée d’autant, et le coût, s’il y en a un, vous est dit \
                 avant."
            ),
        )
    }));
    let told = if charter.kind == CharterKind::Tripartite || charter.rules.lender_alerts_office {
        format!(", la banque vous contacte et avertit votre {advisor}.")
    } else {
        format!(", dites-le aussitôt à votre {advisor}.")
    };
    items.push(item(
        "Si une mensualité n’a pas pu être payée",
        format!("{told} Vous cherchez ensemble une solution, au besoin dans un rendez-vous à trois."),
    ));
    let register = match charter.rules.incident {
        Some(rule) => register_sentence(rule),
        None => format!(" Montrez-le sans attendre à votre {advisor}."),
    };
    items.push(item(format!("Ne restez pas seul{ending} avec un courrier de la banque."), register));
    items
}

/// How often the lender may accept a deferral; nothing is said when it is not fixed, and none is offered when it is never.
fn times_deferred(limit: Option<u32>) -> Option<String> {
    match limit {
        Some(0) => None,
        Some(1) => Some("La banque peut l’accepter une fois pendant le prêt. ".to_owned()),
        Some(count) => {
            let count = in_letters(usize::try_from(count).unwrap_or(usize::MAX));
            Some(format!("La banque peut l’accepter jusqu’à {count} fois pendant le prêt. "))
        }
        None => Some(String::new()),
    }
}

fn register_sentence(rule: IncidentRule) -> String {
    let IncidentRule { instalments, days } = rule;
    let count = in_letters(usize::try_from(instalments).unwrap_or(usize::MAX));
    let plural = if instalments == 1 { "une mensualité".to_owned() } else { format!("{count} mensualités") };
    format!(
        " Lorsque les sommes impayées atteignent {plural}, la banque vous écrit : vous avez alors {days} jours pour \
         trouver une solution. Passé ce délai, elle peut devoir déclarer l’incident au fichier des incidents de crédit \
         de la Banque de France (FICP)."
    )
}

/// The part on the refund: its title and its text.
pub(super) fn refund(
    charter: &SupportCharter,
    policy: &RefundPolicy,
    head: &Letterhead,
) -> Result<(String, Vec<Span>), AmountTooLarge> {
    let payer = if policy.payer.is_empty() { "le CCAS" } else { policy.payer.as_str() };
    let capital = capital(payer);
    let title = match policy.base {
        RefundBase::Interest => format!("{capital} vous rembourse les intérêts"),
        RefundBase::OneInstalment => format!("{capital} vous rembourse une mensualité"),
    };
    let schedule = charter.loan.as_ref().map(|loan| &loan.schedule);
    let ceiling = match schedule {
        Some(schedule) => refundable(schedule, policy)?.to_string(),
        None => FEW_DOTS.to_owned(),
    };
    let mut spans = promise(policy, (payer, &capital), ceiling);
    spans.push(plain(conditions(policy, head)));
    Ok((title, spans))
}

/// What is not a lateness, what happens at the end, and by which rule.
fn conditions(policy: &RefundPolicy, head: &Letterhead) -> String {
    let advisor = advisor(head);
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

/// The part on personal data.
pub(super) fn data(charter: &SupportCharter, head: &Letterhead) -> Vec<Span> {
    let kept = or_dots(&charter.data.kept_for);
    let basis = match charter.data.legal_basis.as_str() {
        "" => String::new(),
        basis => format!(" La base légale est {}.", basis.trim_end_matches('.')),
    };
    let contact = match head.office.data_contact.as_str() {
        "" => DOTS.to_owned(),
        contact => format!("{contact}, ou par courrier au CCAS"),
    };
    vec![plain(format!(
        "Le CCAS enregistre ce qui est nécessaire pour étudier et suivre votre prêt.{basis} Ces informations sont \
         couvertes par le secret professionnel. Elles sont communiquées à la banque pour ce prêt, et à personne d’autre \
         sans votre accord. Elles sont gardées {kept} après votre dernier échange avec le CCAS, puis détruites, rendues \
         anonymes ou versées aux archives publiques si la loi le prévoit. Vous pouvez les voir, les faire corriger ou, \
         lorsque la loi le permet, les faire effacer : {contact}. En cas de désaccord, vous pouvez saisir la CNIL \
         (www.cnil.fr)."
    ))]
}

fn working_days(days: u32) -> String {
    counted(days, "jour ouvré", "jours ouvrés")
}
