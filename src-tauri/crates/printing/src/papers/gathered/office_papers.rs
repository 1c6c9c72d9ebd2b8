//! The facts of the papers of the office itself: their texts filled from the settings of the day.
//!
//! What loans cost is worked out from the agreements in force; without one, from the rates seen across lenders, and the
//! paper says so.

mod costs;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months, NaiveDate};
use documents::papers::Letterhead;
use documents::papers::office_paper::{OfficePaper, render};
use domain::budget::rule_in_words;
use domain::line::Line;
use domain::loan::{RepaymentSchedule, taeg};
use domain::settings::{
    ListEntry, ListKey, LoanLimits, OfficeIdentity, RefundPolicy, RulesAt, Settings, entry, narrowest,
};
use domain::words::{AdvisorWords, Labelled, capital, counted, long_date, lowered, refund_rule, round, the};

use self::costs::{Costs, agreements, costs, example};
use super::processing_register::text_of;
use super::{Missing, Prepared};
use app::caller::Moment;
use app::failure::Failure;

/// A paper whose text is delivered under this key.
pub(super) fn prepare(
    key: &str,
    settings: &Settings,
    head: &Letterhead,
    counted: BTreeMap<&'static str, String>,
    moment: &Moment,
) -> Result<Prepared, Failure> {
    let (paper, missing) = filled(key, settings, head, (counted, moment))?;
    let state = match missing.is_empty() {
        true => "à jour".to_owned(),
        false => "se passe de ce qui manque dans les réglages".to_owned(),
    };
    let head = head.clone();
    Ok(Prepared { version: 1, missing, state, print: Box::new(move |_| Ok(render(&paper, &head)?)) })
}

/// A text filled from the settings of the day and from what was counted for it, and what it lacks.
pub(super) fn filled(
    key: &str,
    settings: &Settings,
    head: &Letterhead,
    (counted, moment): (BTreeMap<&'static str, String>, &Moment),
) -> Result<(OfficePaper, Vec<Missing>), Failure> {
    let rules = settings.at(moment.today);
    let text = rules.lists.office_papers.iter().find(|text| text.key.as_str() == key);
    let text = text.ok_or_else(|| Failure::broken("papier"))?;
    let limits = limits(&rules);
    let Costs { rows, note, source } = costs(&rules, &limits)?;
    let mut values = values(&rules, &head.office, &limits, moment.today)?;
    values.insert("sources", source);
    values.insert("délibérations", grounds(&rules, &settings.office.at(moment.today).source));
    values.extend(by_category(&rules));
    values.extend(counted);
    let (text, lacking) = text.filled(&values);
    // What is written at the session alone is no setting that lacks, nor what another field already tells.
    let beside = ["sources", "délibérations", "prêts garantis", "règle du reste à vivre", "témoignage"];
    let is_beside = |field: &str| beside.contains(&field) || CATEGORIES.iter().any(|(name, _)| *name == field);
    let lacking = lacking.into_iter().filter(|field| values.contains_key(field.as_str()) && !is_beside(field.as_str()));
    let missing = lacking.map(|field| Missing::of(&field, None)).collect();
    Ok((OfficePaper { printed_on: moment.today, text, costs: rows, costs_note: note }, missing))
}

/// What a text may say of the office's own settings on a day, by its French name; empty when it is not known.
pub(crate) fn office_words(
    settings: &Settings,
    office: &OfficeIdentity,
    today: NaiveDate,
) -> Result<BTreeMap<&'static str, String>, Failure> {
    let rules = settings.at(today);
    values(&rules, office, &limits(&rules), today)
}

/// The widest limits that a product and an agreement in force allow together; of the products alone without agreement.
fn limits(rules: &RulesAt<'_>) -> LoanLimits {
    let products: Vec<_> = rules.offered_products().collect();
    let agreements = agreements(rules);
    let mut found: Vec<LoanLimits> = Vec::new();
    for (key, product) in &products {
        let covers = agreements.iter().filter(|one| one.products.is_empty() || one.products.contains(key));
        let with: Vec<_> = covers.map(|one| narrowest(product, Some(one), None)).collect();
        found.extend(with);
    }
    if found.is_empty() {
        found.extend(products.iter().map(|(_, product)| narrowest(product, None, None)));
    }
    LoanLimits {
        amount_min: found.iter().filter_map(|one| one.amount_min).min(),
        amount_max: found.iter().filter_map(|one| one.amount_max).max(),
        months_min: found.iter().filter_map(|one| one.months_min).min(),
        months_max: found.iter().filter_map(|one| one.months_max).max(),
        ..LoanLimits::default()
    }
}

/// What the texts may name, by its French name; empty when it is not known.
fn values(
    rules: &RulesAt<'_>,
    office: &OfficeIdentity,
    limits: &LoanLimits,
    today: NaiveDate,
) -> Result<BTreeMap<&'static str, String>, Failure> {
    let own = rules.office;
    let phone = office.advisor_line();
    let advisor = AdvisorWords::of(office.advisor_title);
    let example = example(rules, limits)?;
    let policy = own.refund.as_ref();
    let next_year = today.checked_add_months(Months::new(12)).unwrap_or(today);
    let withdrawal = rules.legal_number("withdrawal_days").map(|days| counted(days, "jour", "jours"));
    let regime = rules.legal.at("consumer_credit_regime", rules.date).map(|value| lowered(&value.source));
    Ok(BTreeMap::from([
        ("référent", office.advisor.clone()),
        ("la référente", advisor.the.to_owned()),
        ("La référente", capital(advisor.the)),
        ("La référente microcrédit", capital(advisor.as_signatory)),
        ("Votre interlocutrice", capital(advisor.contact)),
        ("téléphone du référent", phone.to_owned()),
        ("téléphone", office.phone.clone()),
        ("adresse", office.address.clone()),
        ("permanence", office.presence.clone()),
        ("commune", office.town.clone()),
        ("date", long_date(today)),
        ("date de remplacement", long_date(next_year)),
        ("fin de validité", long_date(NaiveDate::from_ymd_opt(today.year(), 12, 31).unwrap_or(today))),
        ("année", today.year().to_string()),
        ("montants", amounts(limits)),
        ("montants en bref", brief(&amounts(limits))),
        ("durées", months(limits)),
        ("taux", rates(rules)),
        ("taux en bref", brief(&rates(rules))),
        ("banques", lenders(rules)),
        ("garantie", guarantee(rules)),
        ("objets", enumerated_purposes(rules)),
        ("public", own.target_public.to_string()),
        ("frais", fees(rules).to_owned()),
        ("remboursés", reporting::repaid_elsewhere()?),
        ("exemple", example.as_ref().map(told).unwrap_or_default()),
        ("exemple court", example.as_ref().map(|loan| told_shortly(loan, policy.is_some())).unwrap_or_default()),
        ("délai de rappel", counted(own.answer_working_days, "jour ouvré", "jours ouvrés")),
        ("rétractation", withdrawal.unwrap_or_default()),
        ("avertissement", text_of(rules, "warning_text")),
        ("régime", regime.unwrap_or_default()),
        ("remboursement", policy.map(refund).unwrap_or_default()),
        ("délibération", policy.map(|policy| named(policy.resolution.as_str())).unwrap_or_default()),
        ("enveloppe", policy.and_then(|policy| policy.yearly_envelope).map(round).unwrap_or_default()),
        ("produits", products(rules)),
        ("prêts garantis", guaranteed(rules)),
        ("règle du reste à vivre", own.budget.threshold.map(|_| rule_in_words(&own.budget)).unwrap_or_default()),
        ("décision", lowered(&entry(&rules.lists.decision_modes, &own.decision_mode)?.label)),
    ]))
}

/// The rule of the refund, without the resolution that grounds it: readers have no use for it, and a draft replaces it.
fn refund(policy: &RefundPolicy) -> String {
    refund_rule(&RefundPolicy { resolution: Line::default(), ..policy.clone() })
}

/// `la délibération n° 2026-018`, `décision du maire`: as a sentence names what grounds a rule.
fn named(ground: &str) -> String {
    let ground = lowered(ground);
    if ground.starts_with("délibération") { format!("la {ground}") } else { ground }
}

/// The resolutions that ground the rules in force: of the refund, then of the office's other rules.
fn grounds(rules: &RulesAt<'_>, others: &str) -> String {
    let refund = rules.office.refund.as_ref().map(|policy| policy.resolution.as_str());
    let mut grounds: Vec<String> = Vec::new();
    for ground in refund.into_iter().chain([others]).map(named) {
        if ground.starts_with("la ") && !grounds.contains(&ground) {
            grounds.push(ground);
        }
    }
    grounds.join(" et ")
}

/// `de 300 € à 3 000 €`.
fn amounts(limits: &LoanLimits) -> String {
    match (limits.amount_min, limits.amount_max) {
        (Some(min), Some(max)) => format!("de {} à {}", round(min), round(max)),
        (None, Some(max)) => format!("jusqu’à {}", round(max)),
        (_, None) => String::new(),
    }
}

/// The same as a figure: `300 € à 3 000 €`.
fn brief(limits: &str) -> String {
    limits.strip_prefix("de ").unwrap_or(limits).to_owned()
}

/// `6 à 36 mois`.
fn months(limits: &LoanLimits) -> String {
    match (limits.months_min, limits.months_max) {
        (Some(min), Some(max)) => format!("{min} à {max} mois"),
        (None, Some(max)) => format!("{max} mois au plus"),
        (_, None) => String::new(),
    }
}

/// `4 %`, or from the lowest to the highest of the agreements in force.
fn rates(rules: &RulesAt<'_>) -> String {
    match costs::agreed(rules).as_slice() {
        [] => String::new(),
        [one] => costs::shown(*one),
        [first, .., last] => format!("de {} à {}", costs::shown(*first), costs::shown(*last)),
    }
}

/// `la Banque du Val et le Crédit des Deux-Rives`: those with an agreement in force.
fn lenders(rules: &RulesAt<'_>) -> String {
    let with_us = rules.lenders().filter(|at| !at.lender.retired && at.agreement.is_some());
    let names: Vec<String> = with_us.map(|at| the(at.lender.name.as_str())).collect();
    match names.split_last() {
        None => String::new(),
        Some((one, [])) => one.clone(),
        Some((last, others)) => format!("{} et {last}", others.join(", ")),
    }
}

/// `Fonds de cohésion sociale, 50 %`: what guarantees the products in force, told apart where it depends on the product.
fn guarantee(rules: &RulesAt<'_>) -> String {
    let mut said: Vec<String> = Vec::new();
    for (_, product) in rules.offered_products() {
        let Some(guarantor) = product.guarantor else { continue };
        let percent = product.guarantee_percent.map(|percent| format!(", {percent} %")).unwrap_or_default();
        let one = format!("{}{percent}", guarantor.label());
        if !said.contains(&one) {
            said.push(one);
        }
    }
    said.join(" ; pour d’autres prêts, ")
}

/// `Microcrédit classique (de 300 € à 3 000 €) ; Microcrédit santé (jusqu’à 2 000 €)`.
fn products(rules: &RulesAt<'_>) -> String {
    let named = rules.offered_products().map(|(_, product)| match amounts(&product.limits) {
        limits if limits.is_empty() => product.label.to_string(),
        limits => format!("{} ({limits})", product.label),
    });
    named.collect::<Vec<_>>().join(" ; ")
}

/// `50 % du capital restant dû des prêts « Microcrédit restructuration »`: what the CCAS itself guarantees.
fn guaranteed(rules: &RulesAt<'_>) -> String {
    let shares = rules.offered_products().filter_map(|(_, product)| Some((product, product.guaranteed_by_office()?)));
    let named =
        shares.map(|(product, percent)| format!("{percent} % du capital restant dû des prêts « {} »", product.label));
    named.collect::<Vec<_>>().join(" et ")
}

/// `la voiture ou le permis, le logement, les soins`: what the products in force finance, in the words of who asks; a
/// category that has none is not told.
fn enumerated_purposes(rules: &RulesAt<'_>) -> String {
    financed(rules).filter_map(|category| category.after.clone()).collect::<Vec<_>>().join(", ")
}

/// The categories of purposes that a product in force finances.
fn financed<'s>(rules: &RulesAt<'s>) -> impl Iterator<Item = &'s ListEntry> {
    let financed: BTreeSet<&ListKey> = rules.offered_products().flat_map(|(_, product)| &product.purposes).collect();
    rules.lists.purpose_categories.iter().filter(move |one| !one.retired && financed.contains(&one.key))
}

/// The categories a text may name by themselves, by the name of their field.
const CATEGORIES: [(&str, &str); 4] =
    [("mobilité", "mobility"), ("logement", "housing"), ("formation", "education_training"), ("santé", "health")];

/// What each category finances, by the name of its field; empty where nothing finances it.
fn by_category(rules: &RulesAt<'_>) -> impl Iterator<Item = (&'static str, String)> {
    let all: Vec<_> = financed(rules).collect();
    let of = move |key: &str| all.iter().find(|one| one.key.as_str() == key).and_then(|one| one.after.clone());
    CATEGORIES.iter().map(move |(name, key)| (*name, of(key).unwrap_or_default()))
}

/// What no agreement in force asks for.
fn fees(rules: &RulesAt<'_>) -> &'static str {
    let agreements = agreements(rules);
    let any = !agreements.is_empty();
    let no_fee = any && agreements.iter().all(|one| one.file_fee.is_some_and(|fee| fee.is_zero()));
    let no_guarantor = any && agreements.iter().all(|one| one.guarantor == Some(false));
    match (no_fee, no_guarantor) {
        (true, true) => "Ni frais de dossier, ni caution d’un proche.",
        (true, false) => "Sans frais de dossier.",
        (false, true) => "Sans caution d’un proche.",
        (false, false) => "",
    }
}

/// What the example pays each month and in all.
fn told(loan: &RepaymentSchedule) -> String {
    let taeg = taeg(loan).map(|taeg| format!(" (TAEG {taeg})")).unwrap_or_default();
    let fee = loan.terms.fee;
    let fee = if fee.is_zero() { String::new() } else { format!(", dont {} de frais de dossier", round(fee)) };
    format!(
        "{} sur {} mois, à {} : **{} par mois**. En tout, {} : le prêt coûte **{}**{fee}{taeg}.",
        round(loan.terms.amount),
        loan.terms.months,
        costs::shown(loan.terms.annual_rate),
        loan.instalment(),
        loan.total_paid,
        loan.total_cost
    )
}

fn told_shortly(loan: &RepaymentSchedule, refunded: bool) -> String {
    let refunded = if refunded { " Le CCAS rembourse les intérêts, sous condition." } else { "" };
    let (amount, months) = (round(loan.terms.amount), loan.terms.months);
    let fee = if loan.terms.fee.is_zero() { "" } else { ", frais de dossier compris," };
    format!("Par exemple, {} de coût{fee} pour {amount} sur {months} mois.{refunded}", loan.total_cost)
}
