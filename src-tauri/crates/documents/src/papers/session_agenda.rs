//! The agenda of a session of the commission or the committee: who is called, which dossiers in which order.
//!
//! Without names, a dossier is the letter of its place and its project: what the members need of a person is told in the
//! room, and the minutes say which dossier each letter is.

use chrono::NaiveDate;
use domain::words::{counted, long_date};

use crate::finish::Identity;
use crate::page::{Align, Among, Foot, Length, Row, Typesetter, flow};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::session_sheet::SetPaper;
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Ordre du jour de la séance";

/// The facts of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionAgenda {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// `Commission du jeudi 26 novembre 2026`.
    pub session: String,
    /// `14 h, salle des mariages`; may be empty.
    pub place: String,
    /// Who is called: name, then what for.
    pub called: Vec<[String; 2]>,
    /// The dossiers: place, reference or letter, what is asked, amount.
    pub dossiers: Vec<[String; 4]>,
}

const CALLED: [(i64, Align, &str); 2] = [(40, Align::Left, "Nom"), (60, Align::Left, "Qualité, organisme")];
const DOSSIERS: [(i64, Align, &str); 4] =
    [(8, Align::Left, "N°"), (20, Align::Left, "Dossier"), (52, Align::Left, "Objet"), (20, Align::Right, "Montant")];

/// Prints the agenda of a session.
pub fn render(agenda: &SessionAgenda, head: &Letterhead) -> Result<Paper, PaperError> {
    set(agenda, head, None)?.finished()
}

/// The agenda on its sheets, numbered among those of a booklet.
pub(super) fn set(agenda: &SessionAgenda, head: &Letterhead, among: Option<Among>) -> Result<SetPaper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(agenda.printed_on);
    let mut strips = letterhead(&mut setter, head, &[HeadLine::plain(&day)]);
    let mut body = Body::under(&mut setter, Vec::new());
    body.title(TITLE, &agenda.session);
    if !agenda.place.is_empty() {
        body.note(&agenda.place);
    }
    body.section(&counted(agenda.dossiers.len(), "dossier", "dossiers"));
    body.rows(&DOSSIERS, agenda.dossiers.iter().map(|row| Row::Line(row.to_vec())).collect());
    if !agenda.called.is_empty() {
        body.section("Convoqués");
        body.rows(&CALLED, agenda.called.iter().map(|row| Row::Line(row.to_vec())).collect());
    }
    let mut own = body.strips;
    if let Some(first) = own.first_mut() {
        first.gap = Length::mm(500);
    }
    strips.extend(own);
    let foot = Foot::plain(format!("{TITLE} · {}", agenda.session)).among(among);
    let sheets = flow(strips, &foot, &mut setter);
    let title = format!("{TITLE} : {}", agenda.session);
    let identity = Identity { title, author: head.office.name.clone(), date: agenda.printed_on };
    Ok(SetPaper { sheets, setter, identity })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds;

    #[test]
    fn the_same_agenda_gives_the_same_bytes() {
        let line = |text: &str| text.to_owned();
        let agenda = SessionAgenda {
            printed_on: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            session: line("Commission du jeudi 26 novembre 2026"),
            place: line("14 h, salle des mariages"),
            called: vec![[line("Odile Vasseur"), line("élue, présidente")]],
            dossiers: vec![[line("1"), line("2026-041"), line("Voiture d’occasion"), line("2 600,00 €")]],
        };
        let paper = render(&agenda, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        assert_eq!(paper.bytes, render(&agenda, &worlds::valbourg()).unwrap().bytes);
        worlds::leave_samples("committee_agenda", [("une", paper)]);
    }
}
