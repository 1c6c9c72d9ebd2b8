//! What the people who borrow sign before their dossier leaves: to whom it may go and with which documents, what they
//! declare on their honour, what becomes of their information.
//!
//! One sheet for one lender alone: another lender asks for another one. Boxes are ticked by hand, by those who sign;
//! none is ticked beforehand (*Un coup de pouce pour le microcrédit personnel*, la constitution du dossier; RGPD,
//! article 7).

mod lack;

pub use lack::{Lack, lacks};

use chrono::NaiveDate;
use domain::assessment::{RegisterAnswer, Registers};
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::words::{AdvisorWords, Borrowers, Voice, addressed, enumerated, long_date, of_name, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Foot, Length, List, Marker, Measure, Paragraph, Row, Signatory, Span, Strip, Table, Typesetter, below,
    beside, keep_together, noted,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, TEXT};
use crate::papers::consenting::{by_telling, lets_the_lender_tell, to_the_lender};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, on_one_sheet};
use crate::papers::wording::{DOTS, full_name, in_letters, or_dots, plain, round, said_of, strong, to_the};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Autorisation et déclaration";

/// The facts of the consent; empty texts and absent values are left to be written by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransmissionConsent {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Who borrows, the applicant first.
    pub borrowers: Borrowers,
    /// The amount asked for.
    pub amount: Option<Euros>,
    /// The months asked for.
    pub months: Option<u32>,
    /// What the loan would finance: `achat d’un véhicule d’occasion`.
    pub purpose: String,
    /// The one lender it may go to.
    pub lender: String,
    /// The version of the budget that would leave.
    pub budget_version: Option<u32>,
    /// The supporting documents that would leave, in the order of the file.
    pub documents: Vec<NumberedDocument>,
    /// Who sent the person; empty when nobody did.
    pub referrer: String,
    /// What is known of the registers of the Banque de France, of each borrower.
    pub registers: Vec<Registers>,
    /// Who protects the person by a judgment.
    pub protection: Protection,
    /// Years after the last exchange during which a dossier stays in use.
    pub kept_years: Option<u32>,
}

/// A document by its number in the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedDocument {
    /// `P4`.
    pub code: String,
    /// What it is, and of whom.
    pub label: String,
}

/// Who protects a person by a judgment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Protection {
    /// Nobody.
    None,
    /// A guardian or a curator; the name is empty when it is not known, and the day that of their written agreement.
    Guardians(Vec<(String, Option<NaiveDate>)>),
}

const COLUMNS: [(i64, Align, &str); 2] = [(13, Align::Left, "N°"), (87, Align::Left, "Pièce")];
const SIGNATURE: Length = Length::mm(2_400);
const WRITE_ON: &str = "……………………………………………………………………………………………………";

/// Prints the consent; whatever is missing is left to be written by hand.
pub fn render(consent: &TransmissionConsent, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(consent.printed_on);
    let lines = [HeadLine::named("Référence", &consent.reference), HeadLine::plain(&day)];
    let foot = Foot::proved(format!("Autorisation de transmettre et déclaration · {} · {day}", consent.reference));
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| {
        let strips = letterhead(setter, head, &lines);
        compose(setter, strips, (consent, head), fit)
    })?;
    let title = format!("{TITLE}, {}", consent.borrowers.names());
    let identity = Identity { title, author: head.office.name.clone(), date: consent.printed_on };
    finish(sheets, &setter, &identity)
}

fn compose(
    setter: &mut Typesetter,
    strips: Vec<Strip>,
    (consent, head): (&TransmissionConsent, &Letterhead),
    fit: Fit,
) -> Vec<Strip> {
    let voice = consent.borrowers.voice();
    let mut body = Body::under(setter, strips);
    if fit != Fit::Ordinary {
        body.tighten();
    }
    body.title(TITLE, &subtitle(consent));
    authorisation(&mut body, (consent, head), voice, fit);
    declaration(&mut body, consent, voice);
    information(&mut body, (consent, head), voice);
    signatures(&mut body, (consent, head), voice);
    body.strips
}

/// `Mme Sonia Delmas · microcrédit de 2 400 € sur 36 mois · achat d’un véhicule d’occasion`.
fn subtitle(consent: &TransmissionConsent) -> String {
    let amount = consent.amount.map_or_else(|| DOTS.to_owned(), round);
    let months = consent.months.map_or_else(|| "…………".to_owned(), |months| months.to_string());
    let loan = format!("microcrédit de {amount} sur {months} mois");
    format!("{} · {loan} · {}", consent.borrowers.names(), or_dots(&consent.purpose))
}

/// To whom the dossier may go, with what, and what may be told in return.
fn authorisation(body: &mut Body<'_>, (consent, head): (&TransmissionConsent, &Letterhead), voice: Voice, fit: Fit) {
    let office = &head.office.name;
    body.section(&said_of(
        office,
        voice.pick(
            "1. J’autorise le CCAS à transmettre mon dossier",
            "1. Nous autorisons le CCAS à transmettre notre dossier",
        ),
    ));
    let asks = voice.pick("Je demande", "Nous demandons");
    let version = consent.budget_version.map(|version| format!(" (version {version})")).unwrap_or_default();
    let sheet = format!("{} fiche budgétaire{version}", voice.pick("ma", "notre"));
    let documents = match consent.documents.len() {
        0 => "les pièces de la liste jointe".to_owned(),
        1 => "la pièce ci-dessous".to_owned(),
        count => format!("les {count} pièces ci-dessous"),
    };
    body.say(vec![
        plain(format!("{asks} {} de transmettre ", to_the(office))),
        strong(to_the_lender(&consent.lender)),
        plain(format!(", et à cette banque seule, {sheet}, l’évaluation de {} projet et ", voice.pick("mon", "notre"))),
        strong(documents),
        plain(", pour étudier cette demande et pour rien d’autre."),
    ]);
    documents_in_two(body, consent, fit);
    body.say(vec![plain(format!("Sont masqués avant l’envoi : {WRITE_ON}"))]);
    body.leave(Length::mm(60));
    body.say(vec![strong(voice.pick("Je refuse l’envoi de : ", "Nous refusons l’envoi de : ")), plain(WRITE_ON)]);
    let mut boxes = vec![vec![plain(lets_the_lender_tell(voice, head))]];
    if !consent.referrer.is_empty() {
        let sent = match voice {
            Voice::Alone => format!("m’a orienté{}", consent.borrowers.ending()),
            Voice::Together => "nous a orientés".to_owned(),
        };
        boxes.push(vec![plain(format!(
            "{} que {} dise à qui {sent} ({}) si {} demande a été étudiée et si le prêt est accordé. Rien de plus.",
            voice.pick("J’accepte", "Nous acceptons"),
            said_of(office, "le CCAS"),
            consent.referrer,
            voice.pick("ma", "notre"),
        ))]);
    }
    ticked(body, &boxes);
}

/// The list in two columns, read down the first one.
fn documents_in_two(body: &mut Body<'_>, consent: &TransmissionConsent, fit: Fit) {
    if consent.documents.is_empty() {
        return;
    }
    let row = |one: &NumberedDocument| Row::Line(vec![one.code.clone(), spaced(&one.label)]);
    let rows: Vec<Row> = consent.documents.iter().map(row).collect();
    let (first, second) = rows.split_at(rows.len().div_ceil(2));
    let (left, right) = Measure::halves();
    let mut table = |rows: &[Row], measure| match rows {
        [] => Vec::new(),
        rows => body.setter.table(body.place, &Table::of(fit.density(), &COLUMNS, rows.to_vec()), measure),
    };
    let (left, right) = (table(first, left), table(second, right));
    body.add(vec![beside(left, right)]);
}

/// What is declared, a box each, in two columns.
fn declaration(body: &mut Body<'_>, consent: &TransmissionConsent, voice: Voice) {
    body.section(voice.pick("2. Je déclare sur l’honneur", "2. Nous déclarons sur l’honneur"));
    let mut said: Vec<String> = match voice {
        Voice::Alone => [
            "mon identité, mon adresse et ma situation de famille sont exactes ;",
            "toutes mes ressources et celles de mon foyer figurent dans la fiche budgétaire ;",
            "mes crédits et mes dettes y figurent tous ;",
        ],
        Voice::Together => [
            "nos identités, notre adresse et notre situation de famille sont exactes ;",
            "toutes nos ressources et celles de notre foyer figurent dans la fiche budgétaire ;",
            "nos crédits et nos dettes y figurent tous ;",
        ],
    }
    .map(str::to_owned)
    .to_vec();
    said.push(listed(consent, voice));
    said.extend(protected(consent, voice));
    let other = voice.pick("je n’ai pas d’autre demande", "nous n’avons pas d’autre demande");
    said.push(format!("le prêt servira au projet prévu, et {other} de prêt en cours."));
    let items: Vec<Vec<Span>> = said.iter().map(|text| vec![plain(text)]).collect();
    let (first, second) = items.split_at(items.len().div_ceil(2));
    let (left, right) = Measure::halves();
    let mut list = |items: &[Vec<Span>], measure| {
        body.setter.list(body.place, &List { marker: Marker::Box, items, style: TEXT }, measure)
    };
    let (left, right) = (list(first, left), list(second, right));
    body.add(vec![beside(left, right)]);
    let warns = voice.pick("Je préviens le CCAS si ma situation", "Nous prévenons le CCAS si notre situation");
    body.note(&format!(
        "Ce qui n’est pas exact est corrigé ici : {WRITE_ON} {warns} change avant la décision. Une erreur faite de bonne \
         foi se corrige ; une fausse déclaration peut faire annuler l’accord de la banque."
    ));
}

/// What is declared of the registers of the Banque de France, of each borrower.
fn listed(consent: &TransmissionConsent, voice: Voice) -> String {
    let mut said = Vec::new();
    for (person, held) in consent.borrowers.people().iter().zip(&consent.registers) {
        let names = [(held.ficp, "au FICP"), (held.fcc, "au FCC")].into_iter();
        let names: Vec<&str> =
            names.filter(|(answer, _)| *answer == RegisterAnswer::Yes).map(|(_, name)| name).collect();
        let ending = Borrowers::new(vec![person.clone()]).ending();
        let (is, of) = match voice {
            Voice::Alone => ("je suis".to_owned(), String::new()),
            Voice::Together => (format!("{} est", addressed(person)), format!(" {}", of_name(&addressed(person)))),
        };
        said.extend((!names.is_empty()).then(|| format!("{is} inscrit{ending} {}", names.join(" et "))));
        let procedure = held.over_indebtedness == RegisterAnswer::Yes;
        said.extend(procedure.then(|| format!("un dossier de surendettement{of} est en cours")));
    }
    if said.is_empty() {
        return match voice {
            Voice::Alone => format!(
                "je ne suis inscrit{} ni au FICP ni au FCC, et n’ai pas de dossier de surendettement ;",
                consent.borrowers.ending()
            ),
            Voice::Together => {
                "aucun de nous n’est inscrit au FICP ni au FCC, ni n’a de dossier de surendettement ;".to_owned()
            }
        };
    }
    format!("{} : le CCAS et la banque en sont informés ;", enumerated(&said))
}

/// What is declared of a guardian or a curator, a line each.
fn protected(consent: &TransmissionConsent, voice: Voice) -> Vec<String> {
    let Protection::Guardians(guardians) = &consent.protection else {
        let nobody = voice.pick("je n’ai ni tuteur ni curateur ;", "aucun de nous n’a de tuteur ni de curateur ;");
        return vec![nobody.to_owned()];
    };
    let agreed = |(name, agreed_on): &(String, Option<NaiveDate>)| {
        let agreed = agreed_on.map(|day| format!(" le {}", long_date(day))).unwrap_or_default();
        format!("{}, tuteur ou curateur, a donné son accord écrit{agreed} ;", or_dots(name))
    };
    guardians.iter().map(agreed).collect()
}

/// What becomes of the information, and that the consent may be taken back.
fn information(body: &mut Body<'_>, (consent, head): (&TransmissionConsent, &Letterhead), voice: Voice) {
    body.section(voice.pick("3. Ce que deviennent mes informations", "3. Ce que deviennent nos informations"));
    let kept = match consent.kept_years {
        Some(1) => "un an".to_owned(),
        Some(years) => format!("{} ans", in_letters(usize::try_from(years).unwrap_or(usize::MAX))),
        None => DOTS.to_owned(),
    };
    let contact = or_dots(&head.office.data_contact);
    let rights = match voice {
        Voice::Alone => format!(
            "Je peux les voir, les faire corriger, m’opposer à leur usage ou, lorsque la loi le permet, les faire \
             effacer : {contact}. Je peux saisir la CNIL (www.cnil.fr). J’ai reçu la note d’information."
        ),
        Voice::Together => format!(
            "Chacun de nous peut les voir, les faire corriger, s’opposer à leur usage ou, lorsque la loi le permet, les \
             faire effacer : {contact}. Chacun peut saisir la CNIL (www.cnil.fr). Nous avons reçu la note d’information."
        ),
    };
    body.note(&format!(
        "{} les enregistre pour étudier et suivre le prêt, dans sa mission d’action sociale ; la banque est responsable \
         de celles qu’elle reçoit. Elles sont couvertes par le secret professionnel, ne sont ni vendues ni envoyées hors \
         de l’Union européenne, et sont gardées {kept} après notre dernier échange. {rights}",
        said_of(&head.office.name, "Le CCAS"),
    ));
    let (can, lose) = (
        voice.pick("Je peux revenir sur cette autorisation", "Chacun de nous peut revenir sur cette autorisation"),
        voice.pick("ne m’enlève", "ne nous enlève"),
    );
    let spans = [
        strong(can),
        plain(format!(" tant que la banque n’a pas décidé, {} : ", by_telling(head))),
        plain(said_of(
            &head.office.name,
            &format!(
                "le CCAS demande alors à la banque de rendre ou de détruire le dossier. Refuser {lose} aucun droit au \
                 CCAS, mais la demande ne peut pas être étudiée sans la banque."
            ),
        )),
    ];
    let text = body.setter.paragraph(body.place, &Paragraph::of(&spans, TEXT), Measure::WHOLE.inside_note());
    body.add(noted(text, Measure::WHOLE));
}

/// Where and when, then who signs: each borrower, who collects it, who protects the person.
fn signatures(body: &mut Body<'_>, (consent, head): (&TransmissionConsent, &Letterhead), voice: Voice) {
    let office = &head.office;
    let read = voice.pick("J’ai relu", "Nous avons relu");
    let made = [
        strong(format!("Fait à {}, le {DOTS}", or_dots(&office.town))),
        plain(format!("  {read} le dossier avec {} avant de signer.", AdvisorWords::of(office.advisor_title).the)),
    ];
    let mut strips = body.setter.paragraph(body.place, &Paragraph::of(&made, TEXT), Measure::WHOLE);
    let quality = |person: &Person| match person.title {
        Title::Madame => "La demandeuse",
        Title::Monsieur => "Le demandeur",
        Title::NotStated => "La personne qui demande",
    };
    let mut signatories: Vec<Signatory> = consent
        .borrowers
        .people()
        .iter()
        .map(|person| Signatory { quality: quality(person).to_owned(), name: spaced(&full_name(person)) })
        .collect();
    let collected = or_dots(&office.advisor).to_owned();
    signatories.push(Signatory { quality: "Recueilli par".to_owned(), name: spaced(&collected) });
    if let Protection::Guardians(guardians) = &consent.protection {
        let guardian = |(name, _): &(String, Option<NaiveDate>)| Signatory {
            quality: "Le tuteur ou le curateur".to_owned(),
            name: spaced(or_dots(name)),
        };
        signatories.extend(guardians.iter().map(guardian));
    }
    let cells = body.setter.signatures(body.place, &signatories, SIGNATURE, Measure::WHOLE);
    strips.extend(below(Length::mm(300), cells));
    body.leave(Length::mm(450));
    body.add(keep_together(strips));
}

fn ticked(body: &mut Body<'_>, boxes: &[Vec<Span>]) {
    let strips = body.setter.list(body.place, &List { marker: Marker::Box, items: boxes, style: TEXT }, Measure::WHOLE);
    body.add(strips);
}

#[cfg(test)]
mod tests;
