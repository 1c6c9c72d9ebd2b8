//! What the office holds about a person, handed to them when they ask (RGPD, article 15).
//!
//! A cover says who asks whom, when, how many dossiers there are, what is enclosed and what may be asked next; then
//! everything follows in parts and sections, as it is kept. Whoever gathers it leaves out what would
//! tell about someone else.

use chrono::NaiveDate;
use domain::words::{counted, long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Align, Density, Foot, Length, Marker, Measure, Row, Strip, Table, Typesetter, flow, framed};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Panel, named_rows};
use crate::papers::wording::{of_the, or_dots, plain, short_office, strong, the, to_the};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Ce que nous avons sur vous";

/// Everything held about a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonFile {
    /// `Mme Sonia Delmas`.
    pub person: String,
    /// The day it is made.
    pub made_on: NaiveDate,
    /// The references of the person’s dossiers.
    pub dossiers: Vec<String>,
    /// What is handed with it, in a few words each: `12 pièces, telles que vous les avez remises`.
    pub enclosed: Vec<String>,
    /// What was left out and why, in sentences: `les propos tenus par d’autres personnes`.
    pub left_out: Vec<String>,
    /// What is held: the person, then each dossier.
    pub parts: Vec<FilePart>,
}

/// A part of what is held: `Vous et votre foyer`, `Dossier 2026-001`. It begins on a new sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilePart {
    /// Its name.
    pub title: String,
    /// What it holds; empty ones are left out.
    pub sections: Vec<FileSection>,
}

/// A section of a part: `Budget du 9 novembre 2026`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileSection {
    /// Its name.
    pub title: String,
    /// A label and what is held under it; rows without a value are left out.
    pub rows: Vec<(String, String)>,
    /// What is held in sentences, as it was written; line ends are kept.
    pub paragraphs: Vec<String>,
}

/// A label and its value.
const COLUMNS: [(i64, Align, &str); 2] = [(34, Align::Left, ""), (66, Align::Left, "")];

/// Prints the file.
pub fn render(file: &PersonFile, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(file.made_on);
    let lines = [HeadLine::strong("Personnel et confidentiel"), HeadLine::plain(&day)];
    let mut strips = letterhead(&mut setter, head, &lines);
    strips.extend(cover(&mut setter, file, head));
    strips.extend(parts(&mut setter, file));
    let foot = Foot { text: format!("{TITLE} · {day} · remis à la personne, confidentiel") };
    let sheets = flow(strips, &foot, &mut setter);
    let identity =
        Identity { title: format!("{TITLE}, {}", file.person), author: head.office.name.clone(), date: file.made_on };
    let bytes = finish(sheets, &setter, &identity)?;
    Ok(Paper::of(bytes, &setter.fonts))
}

fn cover(setter: &mut Typesetter, file: &PersonFile, head: &Letterhead) -> Vec<Strip> {
    let office = short_office(&head.office.name);
    let mut body = Body::under(setter, Vec::new());
    body.title(TITLE, &file.person);
    body.say(vec![
        plain(format!(
            "Vous avez demandé à voir ce que {} enregistre à votre sujet. Voici tout ce qui est gardé dans {}, à la \
             date du {}, avec les mots qui y ont été écrits. ",
            the(&head.office.name),
            match file.dossiers.len() {
                0 | 1 => "votre dossier".to_owned(),
                _ => "vos dossiers".to_owned(),
            },
            long_date(file.made_on)
        )),
        strong("Vous pouvez poser toutes vos questions à la personne qui vous remet ces feuilles."),
    ]);
    let dossiers = match file.dossiers.as_slice() {
        [] => "aucun".to_owned(),
        all => format!("{} ({})", counted(all.len(), "dossier", "dossiers"), all.join(", ")),
    };
    let rows = [("Votre nom", file.person.clone()), ("Gardé à votre sujet", dossiers)];
    body.leave(Length::mm(400));
    body.table(&Table { heading: Vec::new(), ..Table::of(Density::Ordinary, &COLUMNS, named_rows(&rows)) });
    listed(&mut body, "Remis avec ces feuilles", &file.enclosed);
    listed(&mut body, "Ce qui n’y figure pas", &file.left_out);
    let rights = rights(body.setter, head, office);
    body.leave(Length::mm(600));
    body.add(vec![rights]);
    let mut strips = body.strips;
    if let Some(first) = strips.first_mut() {
        first.gap = Length::mm(600);
    }
    strips
}

fn listed(body: &mut Body<'_>, title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    let mut panel = Panel::of(body.setter, Measure::WHOLE);
    panel.heading(title);
    panel.list(Marker::Bullet, &items.iter().map(|item| vec![plain(item)]).collect::<Vec<_>>());
    let strips = panel.strips();
    body.leave(Length::mm(500));
    body.add(strips);
}

/// What may be asked next, and of whom.
fn rights(setter: &mut Typesetter, head: &Letterhead, office: &str) -> Strip {
    let mut panel = Panel::of(setter, Measure::WHOLE.inside_frame());
    panel.small_heading("Ce que vous pouvez demander maintenant");
    panel.list(
        Marker::Bullet,
        &[
            vec![strong("Corriger"), plain(" ce qui est faux ou incomplet : montrez la ligne, elle sera reprise ;")],
            vec![strong("Effacer"), plain(" lorsque la loi le permet : un certificat vous est remis ;")],
            vec![
                strong("Vous opposer"),
                plain(" à un usage, ou demander qu’il soit gelé le temps d’une vérification ;"),
            ],
            vec![strong("Retirer un accord"), plain(" à tout moment ; ce qui a déjà été fait reste valable.")],
        ],
    );
    let contact = or_dots(&head.office.data_contact);
    panel.say(&[
        plain("Écrivez à "),
        strong(contact),
        plain(format!(
            " ou {}, à l’attention du délégué à la protection des données {}. Réponse gratuite, ",
            to_the(office),
            of_the(office)
        )),
        strong("en un mois"),
        plain(
            " (trois si la demande est complexe). Si la réponse ne vous convient pas : CNIL, www.cnil.fr. Règlement \
             (UE) 2016/679, articles 15 à 18 et 21.",
        ),
    ]);
    framed(panel.strips(), Measure::WHOLE)
}

fn parts(setter: &mut Typesetter, file: &PersonFile) -> Vec<Strip> {
    let mut body = Body::under(setter, Vec::new());
    for part in &file.parts {
        if part.sections.iter().all(FileSection::is_empty) {
            continue;
        }
        body.part(&spaced(&part.title));
        for section in part.sections.iter().filter(|section| !section.is_empty()) {
            self::section(&mut body, section);
        }
    }
    body.strips
}

fn section(body: &mut Body<'_>, section: &FileSection) {
    body.section(&spaced(&section.title));
    let known = section.rows.iter().filter(|(_, value)| !value.trim().is_empty());
    let rows: Vec<Row> = known.map(|(label, value)| Row::Line(vec![spaced(label), spaced(value)])).collect();
    if !rows.is_empty() {
        body.table(&Table { heading: Vec::new(), ..Table::of(Density::Ordinary, &COLUMNS, rows) });
    }
    for line in section.paragraphs.iter().flat_map(|paragraph| paragraph.lines()) {
        body.say(vec![plain(line)]);
    }
}

impl FileSection {
    /// Whether it holds nothing.
    fn is_empty(&self) -> bool {
        let no_row = self.rows.iter().all(|(_, value)| value.trim().is_empty());
        no_row && self.paragraphs.iter().all(|paragraph| paragraph.trim().is_empty())
    }
}

#[cfg(test)]
mod tests;
