//! What an agreement says, in words.

use domain::money::Euros;
use domain::settings::{
    AccountAsked, Dated, LenderAgreement, ListEntry, ListKey, Lists, LoanProduct, RateLine, Settings, entry,
};
use domain::words::{self, Labelled};

use super::file_order::{documents_said, parts_said};
use super::own_questions::said;
use crate::office::budget_rule;
use crate::office::limits::{joined, limits_sentence, whole};
use crate::office::products::category_labels;
use crate::office::versions::Clause;

/// The clauses that something is seen of.
pub(crate) const LIMITS: &str = "Montant et durée";
pub(crate) const RATE: &str = "Taux";
pub(crate) const ANSWER: &str = "Réponse promise";
pub(crate) const ALERT: &str = "Alerte d’impayé";
pub(crate) const REFUSAL: &str = "Motif d’un refus";
pub(crate) const MEETINGS: &str = "Réunions";
pub(crate) const TRAINING: &str = "Information des conseillers";
pub(crate) const STATISTICS: &str = "Chiffres donnés";
pub(crate) const RENEWAL: &str = "À son terme";

/// What an agreement says, clause by clause; what it does not say is left out.
pub(super) fn clauses(agreement: &LenderAgreement, settings: &Settings) -> Vec<Clause> {
    let lists = &*settings.lists;
    let covered = [
        ("Prêteur agréé", agreement.accredited.map(yes_or_no)),
        ("Produits", Some(product_labels(&agreement.products, settings))),
        ("Objets", Some(category_labels(&agreement.purposes, lists))),
        (LIMITS, Some(limits_sentence(&agreement.limits, lists))),
    ];
    let budget = agreement.budget.iter().flat_map(|rule| budget_rule::clauses(rule, lists));
    let others = covered
        .into_iter()
        .chain(of_loan(agreement, settings))
        .chain(of_life(agreement, lists))
        .chain(of_partnership(agreement))
        .chain(budget);
    others
        .chain([
            ("Ses questions", Some(said(&agreement.questions))),
            ("Son formulaire", agreement.own_form.map(|place| words::lowered(place.label()))),
            ("Pièces ajoutées", Some(document_labels(&agreement.documents_added, lists))),
            ("Pièces non demandées", Some(document_labels(&agreement.documents_left_out, lists))),
            ("Ordre du dossier", Some(parts_said(&agreement.file_parts))),
            ("Pièces en tête", Some(documents_said(&agreement.documents_first, lists))),
            ("Pièce jointe", agreement.attachment_megabytes.map(|most| words::spaced(&format!("{most} Mo au plus")))),
            ("Autre", Some(agreement.note.to_string())),
        ])
        .filter_map(|(label, text)| Some((label, text.filter(|text| !text.is_empty())?)))
        .map(|(label, text)| Clause::of(label, &text))
        .collect()
}

type Said = (&'static str, Option<String>);

fn of_loan(agreement: &LenderAgreement, settings: &Settings) -> [Said; 7] {
    let deferred = agreement.deferred_max.map(|most| up_to(most, "au début"));
    let first_period = (agreement.first_period != domain::loan::FirstPeriod::default())
        .then(|| words::lowered(agreement.first_period.label()));
    [
        (RATE, rates_sentence(agreement, settings)),
        ("Intérêts seuls", interest_only(agreement)),
        ("Mois sans rien payer", deferred),
        ("Première période", first_period),
        ("Frais de dossier", agreement.file_fee.map(|fee| fee_sentence(fee, agreement))),
        ("Assurance", agreement.insurance.map(|insurance| words::lowered(insurance.label()))),
        ("Caution d’un proche", agreement.guarantor.map(|asked| if asked { "demandée" } else { "non" }.to_owned())),
    ]
}

fn of_life(agreement: &LenderAgreement, lists: &Lists) -> [Said; 7] {
    let days = |days: u32| words::counted(days, "jour", "jours");
    [
        ("Domiciliation", label(agreement.domiciliation.as_ref(), &lists.domiciliation_kinds)),
        ("Coût du compte", agreement.account.as_ref().map(account_sentence)),
        (ANSWER, agreement.answer_days.map(days)),
        ("Qui annonce", label(agreement.notification.as_ref(), &lists.notification_modes)),
        (ALERT, agreement.alert_days.map(|count| format!("{} après l’échéance", days(count)))),
        ("Reports", agreement.deferrals.map(|count| words::counted(count, "mensualité", "mensualités"))),
        ("Prélèvement", agreement.debit_day.map(|day| format!("le {day} du mois"))),
    ]
}

fn of_partnership(agreement: &LenderAgreement) -> [Said; 11] {
    let said = |line: &domain::line::Line| Some(line.to_string());
    let a_year = |count: u32, one: &str, many: &str| match count {
        0 => "non".to_owned(),
        count => format!("{} par an", words::counted(count, one, many)),
    };
    let holds = |days| format!("valable {}", words::counted(days, "jour", "jours"));
    [
        ("Accord de principe", agreement.principle_days.map(holds)),
        ("Forme du dossier", said(&agreement.file_form)),
        (REFUSAL, said(&agreement.refusal_terms)),
        ("Portée de l’alerte", agreement.alert_scope.map(|scope| words::lowered(scope.label()))),
        ("Forme de l’alerte", said(&agreement.alert_form)),
        ("Conditions d’un report", said(&agreement.deferral_terms)),
        ("Ateliers budget", agreement.workshops.map(|count| a_year(count, "atelier", "ateliers"))),
        (MEETINGS, agreement.meetings.map(|count| a_year(count, "réunion", "réunions"))),
        (TRAINING, said(&agreement.training)),
        (STATISTICS, said(&agreement.statistics)),
        (RENEWAL, agreement.renewal.map(|renewal| words::lowered(renewal.label()))),
    ]
}

fn document_labels(keys: &[ListKey], lists: &Lists) -> String {
    let named = lists.documents.iter().filter(|one| keys.contains(&one.key));
    named.map(|one| words::lowered(&one.label)).collect::<Vec<_>>().join(", ")
}

fn yes_or_no(yes: bool) -> String {
    if yes { "oui" } else { "non" }.to_owned()
}

fn up_to(most: u32, when: &str) -> String {
    match most {
        0 => "non".to_owned(),
        most => format!("jusqu’à {} {when}", words::counted(most, "mois", "mois")),
    }
}

/// `jusqu’à 3 mois au début`, `jusqu’à 3 mois au début, jusqu’à 2 mois en cours de prêt`.
fn interest_only(agreement: &LenderAgreement) -> Option<String> {
    let start = agreement.interest_only_max.map(|most| up_to(most, "au début"));
    let later = agreement.interest_only_later_max.map(|most| match most {
        0 => "pas en cours de prêt".to_owned(),
        most => up_to(most, "en cours de prêt"),
    });
    let said = joined([start, later], ", ");
    (!said.is_empty()).then_some(said)
}

/// `aucun`, `30 €`, `30 €, financés par le prêt`.
fn fee_sentence(fee: Euros, agreement: &LenderAgreement) -> String {
    if fee.is_zero() {
        return "aucun".to_owned();
    }
    joined([Some(whole(fee)), agreement.fee_payment.map(|when| words::lowered(when.label()))], ", ")
}

/// `2,10 € par mois, 15 € une fois ; carte comprise`; `sans frais`.
fn account_sentence(account: &AccountAsked) -> String {
    let monthly = (!account.monthly.is_zero()).then(|| format!("{} par mois", whole(account.monthly)));
    let once = (!account.once.is_zero()).then(|| format!("{} une fois", whole(account.once)));
    let costs = joined([monthly, once], ", ");
    let costs = if costs.is_empty() { "sans frais".to_owned() } else { costs };
    joined([Some(costs), Some(account.note.to_string()).filter(|note| !note.is_empty())], " ; ")
}

fn label(key: Option<&ListKey>, list: &[ListEntry]) -> Option<String> {
    entry(list, key?).ok().map(|entry| entry.label.clone())
}

/// `4,00 %`; `stabilité : 2,00 % ; dès 3 000 € : 3,50 % ; autres prêts : 4,00 %`.
fn rates_sentence(agreement: &LenderAgreement, settings: &Settings) -> Option<String> {
    let lines = agreement.rate_lines.iter();
    let lines = lines.map(|line| format!("{} : {}", loans_of(line, |key| last(key, settings)), line.rate));
    let of_others = if agreement.rate_lines.is_empty() { "" } else { "autres prêts : " };
    let said: Vec<String> = lines.chain(agreement.rate.map(|rate| format!("{of_others}{rate}"))).collect();
    (!said.is_empty()).then(|| words::spaced(&said.join(" ; ")))
}

/// The loans a rate of its own is for: `stabilité`, `dès 3 000 €, dès 25 mois`.
pub(crate) fn loans_of<'s>(line: &RateLine, product: impl Fn(&ListKey) -> Option<&'s Dated<LoanProduct>>) -> String {
    let product = line.product.as_ref().and_then(product).map(|dated| words::lowered(dated.value.label.as_str()));
    let amount = line.amount_from.map(|least| format!("dès {}", whole(least)));
    let months = line.months_from.map(|fewest| format!("dès {fewest} mois"));
    joined([product, amount, months], ", ")
}

fn last<'s>(key: &ListKey, settings: &'s Settings) -> Option<&'s Dated<LoanProduct>> {
    settings.products.get(key)?.iter().max_by_key(|version| version.valid_from)
}

fn product_labels(keys: &[ListKey], settings: &Settings) -> String {
    let labels = keys.iter().filter_map(|key| last(key, settings)).map(|version| version.value.label.to_string());
    labels.collect::<Vec<_>>().join(", ")
}
