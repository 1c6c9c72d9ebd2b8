//! The minutes of a session of the commission or the committee, as they were closed, with where to sign.

use chrono::NaiveDate;
use domain::words::long_date;

use crate::finish::{Identity, finish};
use crate::page::{Foot, Length, Measure, Signatory, Typesetter, below, flow, keep_together};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::plain;
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Compte rendu de séance";

/// What is written by hand once all is said.
const ENDED: &str = "Séance levée à ………… h …………";

/// The height left for a signature.
const SIGNATURE: Length = Length::mm(1_800);

/// The facts of the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionMinutes {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// `Commission du jeudi 26 novembre 2026`.
    pub session: String,
    /// `Clos le 27 novembre 2026`; that it is a draft otherwise.
    pub state: String,
    /// What they say of the session: where, when, who came.
    pub opening: Vec<String>,
    /// What they say of each dossier.
    pub dossiers: Vec<String>,
    /// The rest.
    pub rest: Vec<String>,
}

/// Prints the minutes of a session.
pub fn render(minutes: &SessionMinutes, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(minutes.printed_on);
    let mut strips = letterhead(&mut setter, head, &[HeadLine::plain(&day)]);
    let mut body = Body::under(&mut setter, Vec::new());
    body.title(TITLE, "");
    for paragraph in &minutes.opening {
        body.say(vec![plain(paragraph.clone())]);
    }
    for (title, paragraphs) in [("Dossiers", &minutes.dossiers), ("Divers", &minutes.rest)] {
        if paragraphs.is_empty() {
            continue;
        }
        body.section(title);
        for paragraph in paragraphs {
            body.say(vec![plain(paragraph.clone())]);
        }
    }
    body.say(vec![plain(ENDED)]);
    signed(&mut body);
    body.note(&format!("{}. Les dossiers sont nommés par leur référence.", minutes.state));
    let mut own = body.strips;
    if let Some(first) = own.first_mut() {
        first.gap = Length::mm(500);
    }
    strips.extend(own);
    let foot = Foot::plain(format!("{TITLE} · {}", minutes.session));
    let sheets = flow(strips, &foot, &mut setter);
    let title = format!("{TITLE} : {}", minutes.session);
    let identity = Identity { title, author: head.office.name.clone(), date: minutes.printed_on };
    finish(sheets, &setter, &identity)
}

/// Where whoever presided and whoever kept the minutes sign, side by side.
fn signed(body: &mut Body<'_>) {
    let signs = |quality: &str| Signatory { quality: quality.to_owned(), name: String::new() };
    let cells = [signs("Qui a présidé la séance"), signs("Qui a tenu le compte rendu")];
    let cells = body.setter.signatures(body.place, &cells, SIGNATURE, Measure::WHOLE);
    body.add(keep_together(below(Length::mm(700), cells)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds;

    #[test]
    fn the_same_minutes_give_the_same_bytes() {
        let said = |text: &str| vec![text.to_owned()];
        let minutes = SessionMinutes {
            printed_on: NaiveDate::from_ymd_opt(2026, 11, 27).unwrap(),
            session: "Commission du jeudi 26 novembre 2026".to_owned(),
            state: "Clos le 27 novembre 2026".to_owned(),
            opening: said("Présents : Odile Vasseur (élue, présidente)."),
            dossiers: said("1. Dossier 2026-041, demande de prêt, 2 600,00 €. Décision : transmettre à une banque."),
            rest: said("Prochaine séance le 10 décembre."),
        };
        let paper = render(&minutes, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        assert_eq!(paper.bytes, render(&minutes, &worlds::valbourg()).unwrap().bytes);
        let pages = worlds::read(&paper);
        assert!(
            !pages[0].contains("Commission du jeudi 26 novembre 2026 Présents"),
            "the opening names the session: {}",
            pages[0]
        );
        worlds::assert_says(&pages[0], &["Compte rendu de séance Présents", "Séance levée à"]);
        worlds::leave_samples("committee_minutes", [("closes", paper)]);
    }
}
