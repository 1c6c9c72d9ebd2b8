//! The certificate of an erasure: what was erased, when, what is left, and until when in older copies.
//!
//! It names nobody but the adviser who signs: references, counts and days only, as the register of erasures
//! keeps them. What is erased on 8 January 2027 is in no local copy any more by the middle of April: the rotation
//! keeps none longer than about 100 days.

use chrono::NaiveDate;
use domain::words::{AdvisorWords, capital, counted, long_date, numeric_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Foot, Key, Length, Marker, Measure, Signatory, Span, Strip, Tags, Typesetter, below, beside, keep_together, noted,
};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, Panel, on_one_sheet};
use crate::papers::wording::{DOTS, in_letters, or_dots, plain, strong, the};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Certificat d’effacement";

/// The facts of a certificate; nothing in it names the person. Absent values and empty texts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErasureCertificate {
    /// Its number in the register of erasures: `2027-03`.
    pub number: String,
    /// The office's day of the erasure.
    pub erased_on: NaiveDate,
    /// The time of it: `9 h 12`.
    pub erased_at: String,
    /// How many persons.
    pub persons: u32,
    /// The number the office knows the person by; never a name.
    pub person_number: String,
    /// The references of the dossiers.
    pub dossiers: Vec<String>,
    /// How many scanned documents.
    pub pieces: u32,
    /// The day of the last exchange with the person.
    pub last_contact_on: Option<NaiveDate>,
    /// The day on which keeping was to end, and the years that made it.
    pub due: Option<(NaiveDate, u32)>,
    /// Why: `durée de conservation atteinte`, `demande de la personne`, `doublon`.
    pub reason: String,
    /// The day it was decided.
    pub decided_on: Option<NaiveDate>,
    /// When a copy was verified before: `08/01/2027 à 9 h 05`.
    pub copied_at: String,
    /// What was erased, counted: `Lignes de budget`, 64.
    pub erased: Vec<(String, u32)>,
    /// How many dossiers, of other people, a search for the person's first and last name found afterwards.
    pub found_after: u32,
    /// How many dossiers are still counted, without a name, in the bilans.
    pub counted_on: u32,
    /// What else is left, in sentences.
    pub also_left: Vec<String>,
    /// The day by which no local copy holds the person any more.
    pub copies_gone_on: NaiveDate,
    /// The fingerprint kept with the journal: `7C41 9E02 B5D8 60AF`.
    pub fingerprint: String,
}

/// Prints the certificate.
pub fn render(certificate: &ErasureCertificate, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(certificate.erased_on);
    let lines = [HeadLine::named("Référence", format!("EFF-{}", certificate.number)), HeadLine::plain(&day)];
    let foot = Foot::plain(format!("{TITLE} {} · {day} · sans nom", certificate.number));
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| {
        let mut strips = letterhead(setter, head, &lines);
        strips.extend(compose(setter, certificate, head, fit));
        strips
    })?;
    let identity = Identity {
        title: format!("{TITLE} {}", certificate.number),
        author: head.office.name.clone(),
        date: certificate.erased_on,
    };
    finish(sheets, &setter, &identity)
}

fn compose(setter: &mut Typesetter, certificate: &ErasureCertificate, head: &Letterhead, fit: Fit) -> Vec<Strip> {
    let mut body = Body::under(setter, Vec::new());
    body.title(TITLE, "Ce qui a été effacé, quand, et ce qui reste. Ce papier ne contient aucun nom.");
    let keys = body.setter.keys(Tags::DOCUMENT, &keys(certificate), 4, Measure::WHOLE);
    body.add(vec![keys]);
    let (left, right) = Measure::halves();
    let what = panel_of_pairs(body.setter, left, ("L’effacement", erasure_pairs(certificate, head)));
    let checked = panel_of_pairs(body.setter, right, ("Contrôle", check_pairs(certificate)));
    body.leave(Length::mm(400));
    body.add(vec![beside(what, checked)]);
    let mut rest = Panel::fitting(body.setter, Measure::WHOLE, fit);
    rest.heading("Ce qui reste");
    rest.list(Marker::Bullet, &remains(certificate));
    rest.heading("Les copies de sauvegarde");
    rest.say(&copies(certificate));
    let rest = rest.strips();
    body.leave(Length::mm(300));
    body.add(rest);
    let mut limit = Panel::fitting(body.setter, Measure::WHOLE.inside_note(), fit);
    limit.say(&[
        strong("Limite, dite franchement."),
        plain(
            " Sur un disque moderne, un effacement ne détruit pas toujours chaque trace physique. La protection vient \
             du chiffrement : sans la phrase secrète ni le code de secours, ce qui subsiste est illisible.",
        ),
    ]);
    let limit = below(Length::mm(200), noted(limit.strips(), Measure::WHOLE));
    body.strips.extend(limit);
    let mut proof = Panel::fitting(body.setter, Measure::WHOLE, fit);
    proof.heading("Empreinte");
    proof.say(&[plain(format!(
        "Registre des effacements, ligne {}. Empreinte de contrôle : {}. La même empreinte est enregistrée avec le \
         journal ; elle prouve que ce papier n’a pas été modifié.",
        certificate.number, certificate.fingerprint
    ))]);
    let proof = proof.strips();
    body.leave(Length::mm(300));
    body.add(proof);
    closing(&mut body, certificate, head, fit);
    let mut strips = body.strips;
    if let Some(first) = strips.first_mut() {
        first.gap = Length::mm(450);
    }
    strips
}

fn panel_of_pairs(
    setter: &mut Typesetter,
    measure: Measure,
    (title, pairs): (&str, Vec<(&str, String)>),
) -> Vec<Strip> {
    let known = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    let known: Vec<_> = known.map(|(label, value)| (spaced(label), spaced(&value))).collect();
    let mut panel = Panel::of(setter, measure);
    panel.heading(title);
    panel.pairs(&known);
    panel.strips()
}

fn keys(certificate: &ErasureCertificate) -> Vec<Key> {
    let counted = |count: u32, one: &str, many: &str| Key {
        value: count.to_string(),
        caption: if count < 2 { one.to_owned() } else { many.to_owned() },
    };
    let dossiers = u32::try_from(certificate.dossiers.len()).unwrap_or(u32::MAX);
    vec![
        counted(certificate.persons, "personne effacée", "personnes effacées"),
        counted(dossiers, "dossier", "dossiers"),
        counted(certificate.pieces, "pièce numérisée", "pièces numérisées"),
        Key {
            value: numeric_date(certificate.copies_gone_on),
            caption: "dernière copie remplacée au plus tard".to_owned(),
        },
    ]
}

fn erasure_pairs(certificate: &ErasureCertificate, head: &Letterhead) -> Vec<(&'static str, String)> {
    let day = |day: Option<NaiveDate>| day.map(numeric_date).unwrap_or_default();
    let erased = numeric_date(certificate.erased_on);
    let mut pairs = vec![
        ("Numéro de la personne", certificate.person_number.clone()),
        ("Dossiers", certificate.dossiers.join(", ")),
        ("Dernier échange", day(certificate.last_contact_on)),
    ];
    pairs.extend(certificate.due.map(|(due, years)| match years {
        1 => ("Échéance (un an)", numeric_date(due)),
        2 => ("Échéance (deux ans)", numeric_date(due)),
        _ => ("Échéance", numeric_date(due)),
    }));
    pairs.extend([
        ("Raison", certificate.reason.clone()),
        ("Décidé le", day(certificate.decided_on)),
        (
            "Effacé le",
            match certificate.erased_at.as_str() {
                "" => erased,
                time => format!("{erased} à {time}"),
            },
        ),
        ("Par", by(head)),
    ]);
    pairs
}

fn check_pairs(certificate: &ErasureCertificate) -> Vec<(&str, String)> {
    let copied = match certificate.copied_at.as_str() {
        "" => String::new(),
        when => format!("oui, {when}"),
    };
    let mut pairs = vec![("Copie vérifiée avant", copied)];
    pairs.extend(certificate.erased.iter().map(|(what, count)| (what.as_str(), count.to_string())));
    pairs.push(("Recherche après effacement", counted(certificate.found_after, "résultat", "résultats")));
    pairs
}

/// `la référente, N. F.`: the adviser by initials.
fn by(head: &Letterhead) -> String {
    let who = AdvisorWords::of(head.office.advisor_title).the;
    let initials: Vec<String> = head
        .office
        .advisor
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .map(|first| format!("{}.", first.to_uppercase()))
        .collect();
    if initials.is_empty() { who.to_owned() } else { format!("{who}, {}", initials.join("\u{a0}")) }
}

fn remains(certificate: &ErasureCertificate) -> Vec<Vec<Span>> {
    let mut items = Vec::new();
    if certificate.counted_on > 0 {
        let count = in_letters(usize::try_from(certificate.counted_on).unwrap_or(usize::MAX));
        let counted = match certificate.counted_on {
            1 => "un dossier compté".to_owned(),
            _ => format!("{count} dossiers comptés"),
        };
        items.push(vec![
            plain(format!("Dans les statistiques : {counted}, ")),
            strong("sans nom, sans référence et sans jour de naissance"),
            plain(" (année de naissance, objet, suite donnée), regroupés si l’effectif est petit."),
        ]);
    }
    items.push(vec![plain(
        "Au registre des effacements et au journal des accès : la date et le numéro de cet effacement.",
    )]);
    items.push(vec![plain(
        "Chez d’autres : la banque garde son contrat selon ses propres règles ; la comptabilité publique garde ses \
         pièces selon les siennes.",
    )]);
    items.extend(certificate.also_left.iter().map(|left| vec![plain(left)]));
    items.push(vec![plain(format!("Papier : chemise {DOTS} détruite le {DOTS}"))]);
    items
}

fn copies(certificate: &ErasureCertificate) -> Vec<Span> {
    vec![
        plain(format!(
            "Les copies antérieures au {} contiennent encore ces informations, ",
            long_date(certificate.erased_on)
        )),
        strong("chiffrées"),
        plain(". Elles sont remplacées à leur tour : la dernière copie gardée sur l’ordinateur disparaît "),
        strong(format!("le {}", long_date(certificate.copies_gone_on))),
        plain(
            " ; une copie faite sur une clé reste jusqu’à ce qu’elle soit refaite. Si une copie plus ancienne devait \
             être restaurée, l’effacement serait refait le jour même, d’après ce certificat.",
        ),
    ]
}

/// Where and when it is made, and by whom: never apart.
fn closing(body: &mut Body<'_>, certificate: &ErasureCertificate, head: &Letterhead, fit: Fit) {
    let office = &head.office;
    let town = or_dots(&office.town);
    let mut made = Panel::fitting(body.setter, Measure::WHOLE, fit);
    made.say(&[
        strong(format!("Fait à {town}, le {}.", long_date(certificate.erased_on))),
        plain(format!(
            " Exemplaire conservé par {} ; une copie est remise à la personne si elle a demandé l’effacement.",
            the(&office.name)
        )),
    ]);
    let mut together = made.strips();
    let who = AdvisorWords::of(office.advisor_title).the;
    let name = or_dots(&office.advisor);
    let cells = [
        Signatory { quality: capital(who), name: name.to_owned() },
        Signatory { quality: "Vu par la personne responsable du service".to_owned(), name: DOTS.to_owned() },
    ];
    let cells = body.setter.signatures(Tags::DOCUMENT, &cells, Length::mm(2_600), Measure::WHOLE);
    together.extend(below(Length::mm(350), cells));
    body.leave(Length::mm(400));
    body.add(keep_together(together));
}

#[cfg(test)]
mod tests;
