//! A part of the file: who asks, who lives on the budget, what was done since the request.

use domain::household::{Household, Link, Member, Presence};
use domain::person::Title;
use domain::words::{AdvisorWords, Labelled, age, capital, known_date_typed, lowered, numeric_date, since, spaced};

use super::synthesis::FREE;
use super::{BankFile, BankFileBorrower};
use crate::page::{Align, Row};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::wording::{addressed, full_name, plain, strong};

const NOTHING: &str = "–";
const HOUSEHOLD: [(i64, Align, &str); 5] = [
    (28, Align::Left, "Personne"),
    (25, Align::Left, "Lien"),
    (12, Align::Left, "Âge"),
    (12, Align::Left, "Vit ici"),
    (23, Align::Left, "Part dans le budget"),
];
const COURSE: [(i64, Align, &str); 3] =
    [(13, Align::Left, "Date"), (25, Align::Left, "Étape"), (62, Align::Left, "Ce qui a été fait")];

pub(super) fn compose(body: &mut Body<'_>, file: &BankFile, head: &Letterhead) {
    for borrower in file.borrowers() {
        let alone = file.co_applicant.is_none();
        body.section(&if alone { "La personne".to_owned() } else { full_name(&borrower.person) });
        body.pairs(pairs(borrower));
    }
    let summary = &file.assessment.summary;
    if summary.as_str().chars().count() > FREE {
        body.section("La demande en quelques phrases");
        for text in summary.paragraphs() {
            body.say(vec![plain(text)]);
        }
    }
    body.section("Le ménage");
    let rows = file.household.members().iter().enumerate().map(|(place, member)| member_row(file, place, member));
    let rows = rows.collect();
    body.rows(&HOUSEHOLD, rows);
    body.section("Parcours de la demande");
    if file.course.is_empty() {
        body.note("Aucun entretien n’est encore noté.");
    } else {
        let rows = file
            .course
            .iter()
            .map(|step| Row::Line(vec![known_date_typed(step.on, step.known), spaced(&step.what), spaced(&step.note)]));
        body.rows(&COURSE, rows.collect());
    }
    referent(body, file, head);
}

/// The one person who follows the loan: a professional who accompanies the person already, else the office's adviser.
fn referent(body: &mut Body<'_>, file: &BankFile, head: &Letterhead) {
    let office = &head.office;
    let advisor = [office.advisor.as_str(), office.advisor_role.as_str(), office.name.as_str()];
    let advisor = advisor.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let title = if file.referent.is_some() { Title::NotStated } else { office.advisor_title };
    let role = format!("{} unique du prêt", capital(AdvisorWords::of(title).noun));
    let alone = "Une seule personne suit le prêt jusqu’à sa fin.";
    match &file.referent {
        Some(other) => {
            body.section(&role);
            let reach = if other.reach.is_empty() { String::new() } else { format!(" ({})", other.reach) };
            let here = if office.advisor.is_empty() { String::new() } else { format!(" Au CCAS : {advisor}.") };
            body.say(vec![strong(other.named()), plain(format!("{reach}. {alone}{here}"))]);
        }
        None if office.advisor.is_empty() => {}
        None => {
            body.section(&role);
            body.say(vec![strong(advisor), plain(format!(". {alone}"))]);
        }
    }
}

/// What is known of a borrower.
fn pairs(borrower: &BankFileBorrower) -> Vec<(&'static str, String)> {
    let person = &borrower.person;
    let joined = |parts: [String; 2], between: &str| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    };
    let postal_code = person.postal_code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default();
    let town = joined([postal_code, person.commune.to_string()], " ");
    let born = match person.title {
        Title::Madame => "Née le",
        Title::Monsieur => "Né le",
        Title::NotStated => "Date de naissance",
    };
    vec![
        ("Nom, prénom", joined([person.last_name.to_string(), person.first_name.to_string()], ", ")),
        ("Nom de naissance", person.birth_name.to_string()),
        (born, person.born_on.map(numeric_date).unwrap_or_default()),
        ("Lieu de naissance", person.birth_place.to_string()),
        ("Situation de famille", lowered(&borrower.family_situation)),
        ("Adresse", joined([person.address.to_string(), town], ", ")),
        ("Téléphone", person.phone.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("Courriel", person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default()),
        ("Logement", joined([lowered(&borrower.housing), since(person.housing_since.as_str())], ", ")),
        ("Métier", person.occupation.to_string()),
        ("Situation professionnelle", lowered(&borrower.employment)),
        ("Contrat et ancienneté", person.contract.to_string()),
        ("Employeur", person.employer.to_string()),
        ("Banque actuelle", person.bank.to_string()),
        ("Moyens de paiement", lowered(&borrower.payment_means)),
    ]
}

/// One line of the household; children are counted, not named.
fn member_row(file: &BankFile, place: usize, member: &Member) -> Row {
    let applicant = &file.applicant.person;
    let (name, born_on) = match member.link {
        Link::Applicant => (addressed(applicant), applicant.born_on),
        Link::Child | Link::ChildShared => (format!("Enfant {}", child_number(&file.household, place)), member.born_on),
        Link::CoApplicant => {
            let known = file.co_applicant.as_ref().and_then(|also| also.person.born_on);
            (member.name.to_string(), member.born_on.or(known))
        }
        Link::Spouse | Link::AdultChild | Link::Parent | Link::HostedPerson | Link::Other => {
            (member.name.to_string(), member.born_on)
        }
    };
    let stated = member.stated_age();
    let name = if stated == Some(name.as_str()) { String::new() } else { name };
    let age =
        born_on.map(|born_on| age(born_on, file.sent_on.unwrap_or(file.printed_on))).filter(|age| !age.is_empty());
    let age = age.or(stated.map(str::to_owned));
    let here = match member.presence {
        Presence::Here => "oui",
        Presence::Elsewhere => "non",
    };
    let reason = if member.reason.is_empty() { String::new() } else { format!(" ({})", member.reason) };
    Row::Line(vec![
        spaced(if name.is_empty() { NOTHING } else { &name }),
        lowered(member.link.label()),
        spaced(age.as_deref().unwrap_or(NOTHING)),
        here.to_owned(),
        spaced(&format!("{}{reason}", member.share.label())),
    ])
}

/// The rank of a child among the children, from 1.
fn child_number(household: &Household, place: usize) -> usize {
    let until = household.members().iter().take(place.saturating_add(1));
    until.filter(|member| matches!(member.link, Link::Child | Link::ChildShared)).count()
}
