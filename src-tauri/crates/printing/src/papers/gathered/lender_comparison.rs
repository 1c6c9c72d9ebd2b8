//! The facts of the comparison: the same project in every agreement in force, as the Simulation room shows it.

use documents::papers::lender_comparison::{
    ComparedChoice, ComparedLender, ComparedLoan, LeftToLive, LenderComparison, render,
};
use domain::settings::{LenderAgreement, LimitPassed, ListEntry, ListKey, LoanProduct, RulesAt, entry};
use domain::words::{Labelled, capital, lowered};

use super::{Missing, NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::dossiers::RoomKey;
use casework::simulations::{LoanOffered, OfferKind, Offered, OwnRule, offered, suggested};

/// Nobody tells the office: the entry of the notification modes marked on the paper.
const TO_THE_PERSON_ALONE: &str = "lender_to_applicant_only";

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let dossier = subject.dossier;
    let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
    let offers = offered(dossier, subject.settings, &rules)?;
    let known = dossier.loan_amount()?.zip(dossier.simulation.months);
    let Some((amount, months)) = known.filter(|_| offers.iter().any(|one| one.loan.is_some())) else {
        return Ok(Err(NotYet {
            state: "aucune offre n’est encore chiffrée",
            sentence: "La comparaison attend un montant, une durée et une convention en vigueur.",
            remedy: "Ouvrez Simulation et complétez le prêt.",
            room: RoomKey::Simulation,
        }));
    };
    let sheet = LenderComparison {
        reference: dossier.reference.clone(),
        printed_on: subject.moment.today,
        borrowers: dossier.borrowers(),
        amount,
        months,
        purpose: subject.dossier.project_named(rules.lists)?,
        lenders: offers.iter().map(|one| lender(subject, one, &rules)).collect::<Result<_, Failure>>()?,
        usual_rate_max: rules.office.usual_rate_max,
        refund: rules.office.refund.clone(),
        reading: suggested(&offers)?.join(" "),
        choice: choice(subject, &rules)?,
    };
    let missing: Vec<Missing> = match sheet.choice {
        Some(_) => Vec::new(),
        None => vec![Missing::of("choix de la personne", Some(RoomKey::Simulation))],
    };
    let state =
        if missing.is_empty() { "prête à signer, choix noté" } else { "prête ; le choix s’y écrit à la main" };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing,
        state: state.to_owned(),
        print: Box::new(move |_| Ok(render(&sheet, &head)?)),
    }))
}

fn lender(subject: &Subject<'_>, one: &Offered<'_>, rules: &RulesAt<'_>) -> Result<ComparedLender, Failure> {
    let agreement = one.agreement().cloned().unwrap_or_default();
    let kinds = (&rules.lists.domiciliation_kinds, &rules.lists.notification_modes);
    let asked = &subject.dossier.simulation;
    let product = asked.product.as_ref().or_else(|| rules.only_product(Some(one.lender.key)));
    let product = product.and_then(|key| rules.product(key));
    Ok(ComparedLender {
        name: name(one),
        loan: one.loan.as_ref().map(compared),
        refused: one.refused(),
        finances: finances(one, &agreement),
        account: label(kinds.0, agreement.domiciliation.as_ref())?,
        announced: label(kinds.1, agreement.notification.as_ref())?,
        without_office: agreement.notification.as_ref().is_some_and(|key| key.as_str() == TO_THE_PERSON_ALONE),
        guarantee: guarantee(product.map(|product| &product.value), &agreement),
        agreement,
    })
}

/// The lender’s name; the loan that repays from the first instalment on says so beside the one that does not.
fn name(one: &Offered<'_>) -> String {
    let name = &one.lender.lender.name;
    match one.kind {
        OfferKind::AsAsked => name.to_string(),
        OfferKind::Level => format!("{name}, sans différé"),
    }
}

/// The loan, with the budget read by the lender's own rule, by the office's where it has none.
fn compared(loan: &LoanOffered) -> ComparedLoan {
    let after = loan.own.as_ref().map(|own| &own.after).or(loan.after.as_ref());
    let own = loan.own.as_ref().map(OwnRule::judged);
    ComparedLoan {
        schedule: loan.schedule.clone(),
        taeg: loan.taeg,
        left: own.map(LeftToLive::ByLender).or(after.map(|after| LeftToLive::ByOffice(after.reste_a_vivre))),
        debt_ratio: after.and_then(|after| after.debt_ratio).map(|ratio| ratio.percent),
    }
}

/// Whether the agreement names the purpose among those it finances; nothing when it names none.
fn finances(one: &Offered<'_>, agreement: &LenderAgreement) -> String {
    let outside = one.passed.iter().any(|passed| matches!(passed, LimitPassed::PurposeOutside { .. }));
    match (outside, agreement.purposes.is_empty()) {
        (true, _) => "non".to_owned(),
        (false, true) => String::new(),
        (false, false) => "oui".to_owned(),
    }
}

/// The label of an entry inside a cell; empty where nothing is stated.
fn label(list: &[ListEntry], key: Option<&ListKey>) -> Result<String, Failure> {
    let Some(key) = key else { return Ok(String::new()) };
    Ok(lowered(&entry(list, key)?.label))
}

/// `Fonds de cohésion sociale, 50 %, agréée`.
fn guarantee(product: Option<&LoanProduct>, agreement: &LenderAgreement) -> String {
    let guarantor = product.and_then(|product| product.guarantor).map(|guarantor| guarantor.label().to_owned());
    let percent = product.and_then(|product| product.guarantee_percent).map(|percent| format!("{percent} %"));
    let accredited = agreement.accredited.map(|accredited| if accredited { "agréée" } else { "non agréée" }.to_owned());
    let said: Vec<String> = guarantor.into_iter().chain(percent).chain(accredited).collect();
    capital(&said.join(", "))
}

/// What the person chose, in words.
pub(super) fn choice(subject: &Subject<'_>, rules: &RulesAt<'_>) -> Result<Option<ComparedChoice>, Failure> {
    let Some(choice) = &subject.dossier.simulation.choice else { return Ok(None) };
    Ok(Some(ComparedChoice {
        on: choice.on,
        lender: rules.lender(&choice.lender).map(|at| at.lender.name.to_string()).unwrap_or_default(),
        account: label(&rules.lists.domiciliation_kinds, choice.account.as_ref())?,
        reasons: choice.reasons.to_string(),
    }))
}
