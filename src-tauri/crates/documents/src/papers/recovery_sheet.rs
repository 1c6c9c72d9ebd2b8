//! The sheet of the recovery code: printed once, when the code is made, and kept by nobody but the one who locks it up.
//!
//! It is drawn from the code held in memory at that moment; Étrier keeps neither the paper nor what it says. It holds
//! what someone else needs on the worst day: the code, whose it is, what to do when the passphrase is
//! forgotten and when the computer is gone.

use chrono::{Datelike, NaiveDate};
use domain::words::{long_date, numeric_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Density, Foot, Length, Marker, Measure, Row, Span, Strip, Table, Tags, Typesetter, beside, framed,
};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, Panel, on_one_sheet};
use crate::papers::wording::{DOTS, or_dots, plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Code de secours";

/// The facts of the sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// Eight groups of four signs.
    pub groups: [String; 8],
    /// The two groups that are typed back to prove that the sheet can be read, 1 to 8.
    pub asked: [usize; 2],
    /// The fingerprint of the dossiers: `3F·A2·91·7C`, also shown at the lock.
    pub fingerprint: String,
    /// The day the code was made.
    pub made_on: NaiveDate,
    /// The day before which it is to be tried again.
    pub check_before: NaiveDate,
}

const ENVELOPE: [(i64, Align, &str); 5] = [
    (14, Align::Left, "Date"),
    (20, Align::Left, "Nom"),
    (22, Align::Left, "Fermée, ouverte, remise"),
    (24, Align::Left, "Pourquoi"),
    (20, Align::Left, "Signature"),
];

/// Prints the sheet.
pub fn render(sheet: &RecoverySheet, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(sheet.made_on);
    let lines = [
        HeadLine::strong("Secret"),
        HeadLine::named("Référence", format!("SECOURS-{}-{:02}", sheet.made_on.year(), sheet.made_on.month())),
        HeadLine::plain(&day),
    ];
    let foot = Foot::plain(format!("{TITLE} · créé le {day} · secret"));
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| {
        let mut strips = letterhead(setter, head, &lines);
        strips.extend(compose(setter, sheet, head, fit));
        strips
    })?;
    let identity = Identity { title: TITLE.to_owned(), author: head.office.name.clone(), date: sheet.made_on };
    finish(sheets, &setter, &identity)
}

fn compose(setter: &mut Typesetter, sheet: &RecoverySheet, head: &Letterhead, fit: Fit) -> Vec<Strip> {
    let mut body = Body::under(setter, Vec::new());
    body.title(TITLE, "À ranger sous enveloppe fermée, au coffre ou chez la direction. Jamais avec l’ordinateur.");
    body.leave(Length::mm(300));
    body.say(vec![
        plain("Ce code rouvre "),
        strong("tous les dossiers"),
        plain(" si la phrase secrète est oubliée ou si la personne est absente. Qui l’a peut tout lire. "),
        strong("Sans la phrase ni le code, personne ne peut rouvrir les dossiers, pas même le service informatique."),
    ]);
    let groups = body.setter.groups(Tags::DOCUMENT, &sheet.groups, Measure::WHOLE);
    body.leave(Length::mm(300));
    body.add(vec![groups]);
    body.note(
        "Huit groupes de quatre. Majuscules ou minuscules, avec ou sans espaces. Jamais de lettre I, L, O ni U : 0 et 1 \
         sont des chiffres. Une faute de frappe est signalée avec le numéro du groupe.",
    );
    let [first, second] = sheet.asked;
    body.pairs(vec![
        ("Dossiers de", head.office.name.clone()),
        ("Empreinte", sheet.fingerprint.clone()),
        ("Code créé le", numeric_date(sheet.made_on)),
        ("Ordinateur", DOTS.to_owned()),
        ("Vérifié le", format!("………………… (groupes {first} et {second})")),
        ("À vérifier avant le", numeric_date(sheet.check_before)),
    ]);
    let (left, right) = Measure::halves();
    let forgotten = steps((body.setter, left, fit), ("L’ordinateur marche, la phrase est oubliée", &forgotten()));
    let lost = steps((body.setter, right, fit), ("L’ordinateur est perdu, volé ou en panne", &lost()));
    body.leave(Length::mm(350));
    body.add(vec![beside(forgotten, lost)]);
    let after = after_a_loss((body.setter, fit), head);
    body.leave(Length::mm(300));
    body.add(vec![after]);
    let mut envelope = Panel::of(body.setter, Measure::WHOLE);
    envelope.heading("L’enveloppe : qui l’a fermée, ouverte, remise");
    envelope.table(&Table::of(Density::Writable, &ENVELOPE, envelope_rows(sheet, head, fit)));
    let envelope = envelope.strips();
    body.leave(Length::mm(300));
    body.add(envelope);
    body.note(
        "Toute ouverture est notée et suivie d’un nouveau code. Une seule feuille existe ; ne pas la photographier, ne \
         pas la numériser. Ce papier n’est pas gardé par le logiciel.",
    );
    let mut strips = body.strips;
    if let Some(first) = strips.first_mut() {
        first.gap = Length::mm(450);
    }
    strips
}

fn steps((setter, measure, fit): (&mut Typesetter, Measure, Fit), (title, items): (&str, &[Vec<Span>])) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, measure, fit);
    panel.heading(title);
    panel.list(Marker::Number, items);
    panel.strips()
}

fn forgotten() -> Vec<Vec<Span>> {
    vec![
        vec![
            plain("Ouvrir Étrier. À l’écran de verrou, choisir "),
            strong("« Phrase oubliée : utiliser le code de secours »"),
            plain("."),
        ],
        vec![plain("Comparer l’empreinte à celle de ce papier.")],
        vec![plain("Taper les huit groupes.")],
        vec![plain("Choisir une nouvelle phrase secrète (12 caractères au moins).")],
        vec![plain("Refaire un code, l’imprimer, détruire cette feuille.")],
    ]
}

fn lost() -> Vec<Vec<Span>> {
    vec![
        vec![plain("Prendre un autre ordinateur. Installer Étrier avec la clé d’installation.")],
        vec![plain("Brancher la "), strong("clé de copie"), plain(" (………………………………).")],
        vec![plain("Choisir "), strong("« Ordinateur neuf ou fichier abîmé : rouvrir une copie »"), plain(".")],
        vec![plain("Prendre la copie la plus récente, puis taper le code.")],
        vec![plain("Vérifier la date et le nombre de dossiers annoncés ; ouvrir un dossier connu.")],
        vec![plain("Nouvelle phrase, nouveau code, copie immédiate.")],
    ]
}

fn after_a_loss((setter, fit): (&mut Typesetter, Fit), head: &Letterhead) -> Strip {
    let mut panel = Panel::fitting(setter, Measure::WHOLE.inside_frame(), fit);
    panel.small_heading("Après une perte ou un vol");
    panel.say(&[plain(format!(
        "Prévenir le jour même {DOTS} et le délégué à la protection des données ({}) : ils jugent s’il faut informer la \
         CNIL, sous 72 heures. L’ordinateur était chiffré : le dire.",
        or_dots(&head.office.data_contact)
    ))]);
    framed(panel.strips(), Measure::WHOLE)
}

/// The first line is filled: who made the code, when. The others are written by hand.
fn envelope_rows(sheet: &RecoverySheet, head: &Letterhead, fit: Fit) -> Vec<Row> {
    let made = [numeric_date(sheet.made_on), head.office.advisor.clone(), String::new(), "création du code".to_owned()];
    let mut cells: Vec<String> = made.iter().map(|text| spaced(text)).collect();
    cells.push(String::new());
    let mut rows = vec![Row::Line(cells)];
    let empty = if fit == Fit::Ordinary { 4 } else { 2 };
    // A no-break space keeps the height of a line to write on.
    rows.extend(vec![Row::Line(vec!["\u{a0}".to_owned(); ENVELOPE.len()]); empty]);
    rows
}

#[cfg(test)]
mod tests;
