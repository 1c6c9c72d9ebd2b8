//! The minutes of a session of the commission or the committee: who came, what was decided of each dossier and why, what
//! follows, with where to sign.
//!
//! Decisions are one word each, as they were noted, and opinions are counted; what nobody noted (the hours, a member who
//! withdrew) is left to be written. Closed minutes whose facts changed since are printed as they were closed.

use chrono::NaiveDate;
use domain::words::{counted, long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Foot, Length, Measure, Row, Signatory, Strip, Table, Tags, Typesetter, below, flow, keep_together,
};
use crate::papers::Letterhead;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, Panel, on_sheets};
use crate::papers::wording::{or_dots, plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Compte rendu de séance";

/// The height left for a signature.
const SIGNATURE: Length = Length::mm(2_400);

const DECISIONS: [(i64, Align, &str); 7] = [
    (16, Align::Left, "Dossier"),
    (21, Align::Left, "Demande"),
    (14, Align::Left, "Décision"),
    (27, Align::Left, "Condition ou motif"),
    (7, Align::Left, "Pour"),
    (7, Align::Left, "Contre"),
    (8, Align::Left, "Réservé"),
];
const FOLLOW_UPS: [(i64, Align, &str); 4] =
    [(50, Align::Left, "Quoi"), (20, Align::Left, "Qui"), (15, Align::Left, "Avant le"), (15, Align::Left, "Fait le")];
const TO_WRITE: &str = "……";

/// The facts of the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionMinutes {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// `Commission du jeudi 26 novembre 2026`.
    pub session: String,
    /// Its number in its year: `2026-09`.
    pub number: String,
    /// `Clos le 27 novembre 2026`; that it is a draft otherwise.
    pub state: String,
    /// What they say of the session: where, when, who came.
    pub opening: Vec<String>,
    /// Members noted present whose opinion counts, of how many called; nothing where nobody is noted present.
    pub quorum: Option<(usize, usize)>,
    /// What they say of each dossier, as they were closed; nothing where the decisions say it.
    pub dossiers: Vec<String>,
    /// What was decided of each dossier.
    pub decisions: Vec<DossierDecided>,
    /// The rest.
    pub rest: Vec<String>,
    /// Who presides, who writes, who tells the requests; a name is empty where nobody has that part.
    pub signing: Vec<(String, String)>,
}

/// What was decided of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierDecided {
    /// Its letter and its reference: `A (2026-041)`.
    pub called: String,
    /// `demande de prêt, 2 600 €, voiture d’occasion`.
    pub asked: String,
    /// `accord`, `autre solution`, `ajourné`.
    pub decided: String,
    /// On what condition, or why.
    pub why: String,
    /// What was said, and by whom an opinion was given.
    pub said: String,
    /// Who went out while it was looked at.
    pub withdrawn: Vec<String>,
    /// How many were for, against, neither; to be written where no opinion was noted.
    pub voices: Option<[usize; 3]>,
    /// What follows, and who does it: `Transmettre le dossier A à la banque`.
    pub next: String,
}

/// Prints the minutes of a session.
pub fn render(minutes: &SessionMinutes, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(minutes.printed_on);
    let foot = Foot::plain(format!("{TITLE} · {} · réservé à l’office", minutes.session));
    let lay = |setter: &mut Typesetter, fit: Fit| {
        let lines = [HeadLine::named("", "Réservé à l’office"), HeadLine::plain(&day)];
        let mut strips = letterhead(setter, head, &lines);
        strips.extend(below(Length::mm(400), composed(setter, fit, minutes)));
        // The signatures stand with what follows: never alone on a sheet.
        let mut end = follow_ups(setter, fit, minutes, head);
        end.extend(below(Length::mm(400), signed(setter, fit, minutes)));
        strips.extend(below(Length::mm(300), keep_together(end)));
        flow(strips, &foot, setter)
    };
    let (mut sheets, mut setter) = on_sheets(1, Fit::Ordinary, lay)?;
    if sheets.len() > 1 {
        // On two sheets there is room for larger letters.
        (sheets, setter) = on_sheets(2, Fit::Large, lay)?;
    }
    let title = format!("{TITLE} : {}", minutes.session);
    let identity = Identity { title, author: head.office.name.clone(), date: minutes.printed_on };
    finish(sheets, &setter, &identity)
}

impl SessionMinutes {
    /// `M. Tavernier pour le dossier B (2026-021).`
    fn withdrawals(&self) -> String {
        let of = self.decisions.iter().filter(|one| !one.withdrawn.is_empty());
        let told = of.map(|one| format!("{} pour le dossier {}", one.withdrawn.join(" et "), one.called));
        let told = told.collect::<Vec<_>>().join(", ");
        if told.is_empty() { told } else { format!("{told}.") }
    }
}

fn composed(setter: &mut Typesetter, fit: Fit, minutes: &SessionMinutes) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
    let SessionMinutes { number, session, .. } = minutes;
    panel.title(TITLE, &format!("Séance n° {number} · {session} · ouverte à …… h ……, levée à …… h ……"));
    for paragraph in &minutes.opening {
        panel.say(&[plain(paragraph)]);
    }
    panel.say(&[
        strong("Quorum : "),
        plain(match minutes.quorum {
            Some((present, called)) => format!(
                "{} ayant voix sur {called} ; vérifié à nouveau après chaque retrait. ",
                counted(present, "présent", "présents")
            ),
            None => "……… présents ayant voix à l’ouverture ; vérifié à nouveau après chaque retrait. ".to_owned(),
        }),
        strong("Pouvoirs : "),
        plain("………………………………. "),
        strong("Retraits : "),
        plain(match minutes.withdrawals() {
            told if told.is_empty() => "……………………………….".to_owned(),
            told => told,
        }),
    ]);
    if !minutes.decisions.is_empty() {
        panel.heading("Décisions");
        panel.table(&Table::of(fit.density(), &DECISIONS, minutes.decisions.iter().map(decision).collect()));
        for one in minutes.decisions.iter().filter(|one| !one.said.is_empty()) {
            panel.say(&[strong(format!("Dossier {}. ", one.called)), plain(&one.said)]);
        }
    }
    for (title, paragraphs) in [("Dossiers", &minutes.dossiers), ("Divers", &minutes.rest)] {
        if !paragraphs.is_empty() {
            panel.heading(title);
            for paragraph in paragraphs {
                panel.say(&[plain(paragraph)]);
            }
        }
    }
    panel.strips()
}

/// What is to be done after the session.
fn follow_ups(setter: &mut Typesetter, fit: Fit, minutes: &SessionMinutes, head: &Letterhead) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
    let next: Vec<Row> = minutes
        .decisions
        .iter()
        .filter(|one| !one.next.is_empty())
        .map(|one| Row::Line(vec![spaced(&one.next), head.office.advisor.clone(), String::new(), String::new()]))
        .collect();
    if !next.is_empty() {
        panel.heading("Suites à donner");
        panel.table(&Table::of(fit.density(), &FOLLOW_UPS, next));
    }
    panel.strips()
}

fn decision(one: &DossierDecided) -> Row {
    let why = if one.why.is_empty() { "aucune" } else { &one.why };
    let voices =
        one.voices.map_or_else(|| [TO_WRITE; 3].map(str::to_owned), |voices| voices.map(|count| count.to_string()));
    let cells = [&one.called, &one.asked, &one.decided, why].map(spaced);
    Row::Line(cells.into_iter().chain(voices).collect())
}

/// Where whoever presided, whoever kept the minutes and whoever told the requests sign, side by side.
fn signed(setter: &mut Typesetter, fit: Fit, minutes: &SessionMinutes) -> Vec<Strip> {
    let signs =
        |(quality, name): &(String, String)| Signatory { quality: spaced(quality), name: or_dots(name).to_owned() };
    let cells: Vec<Signatory> = minutes.signing.iter().map(signs).collect();
    let mut strips = setter.signatures(Tags::DOCUMENT, &cells, SIGNATURE, Measure::WHOLE);
    let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
    panel.leave(Length::mm(160));
    panel.say(&[plain(format!(
        "{}. Pour chaque dossier, pour, contre et réservés (abstentions comprises) font les présents ayant voix, moins les retraits.",
        minutes.state
    ))]);
    strips.extend(panel.strips());
    strips
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds;

    fn minutes(count: usize) -> SessionMinutes {
        let said = |text: &str| vec![text.to_owned()];
        let one = |place: usize| DossierDecided {
            called: format!("{} (2026-{place:03})", domain::committee::agenda_letter(place)),
            asked: "demande de prêt, 2 600,00 €, voiture d’occasion".to_owned(),
            decided: "accord sous réserve".to_owned(),
            why: "à donner à la banque avant sa décision : le devis prolongé et l’avis d’imposition".to_owned(),
            said: String::new(),
            withdrawn: if place == 2 { said("M. Tavernier") } else { Vec::new() },
            voices: place.is_multiple_of(2).then_some([3, 0, 1]),
            next: "Transmettre le dossier à la banque".to_owned(),
        };
        SessionMinutes {
            printed_on: NaiveDate::from_ymd_opt(2026, 11, 27).unwrap(),
            session: "Commission du jeudi 26 novembre 2026".to_owned(),
            number: "2026-09".to_owned(),
            state: "Clos le 27 novembre 2026".to_owned(),
            quorum: Some((3, 4)),
            opening: said("Présents : Odile Vasseur (élue, présidente)."),
            dossiers: Vec::new(),
            decisions: (1..=count).map(one).collect(),
            rest: said("Prochaine séance le 10 décembre."),
            signing: [("La présidence", "Odile Vasseur"), ("Le secrétariat", ""), ("Le rapport", "")]
                .map(|(quality, name)| (quality.to_owned(), name.to_owned()))
                .to_vec(),
        }
    }

    #[test]
    fn the_minutes_are_one_sheet_up_to_four_dossiers_and_two_up_to_ten() {
        let paper = render(&minutes(4), &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        assert_eq!(paper.bytes, render(&minutes(4), &worlds::valbourg()).unwrap().bytes);
        let pages = worlds::read(&paper);
        assert_eq!(pages.len(), 1);
        worlds::assert_says(
            &pages[0],
            &[
                "Compte rendu de séance",
                "Séance n° 2026-09",
                "Retraits : M. Tavernier pour le dossier B (2026-002).",
                "accord sous réserve",
                "Suites à donner",
                "levée à",
                "Odile Vasseur",
            ],
        );
        let most = render(&minutes(10), &worlds::valbourg()).unwrap();
        assert!(worlds::read(&most).len() <= 2);
        worlds::assert_filled(&most);
        worlds::leave_samples("committee_minutes", [("quatre", paper), ("dix", most)]);
    }
}
