//! The agenda of a session of the commission or the committee: what is decided on and in which order, the figures of each
//! request, who is called and where each signs, the quorum to be counted, the rules.
//!
//! Without names, a dossier is the letter of its place and its project: what the members need of a person is told in the
//! room, and the minutes say which dossier each letter is.

use chrono::NaiveDate;
use domain::money::Euros;
use domain::words::{long_date, round, spaced};

use crate::finish::Identity;
use crate::page::{
    Align, Among, Foot, Format, Key, Length, Measure, Row, Strip, Table, Tags, Typesetter, below, flow_on,
    keep_together,
};
use crate::papers::Letterhead;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, Panel, on_sheets};
use crate::papers::session_sheet::SetPaper;
use crate::papers::wording::{BOX, plain, strong};
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
    /// The session before, whose minutes are to be approved: `Commission du jeudi 22 octobre 2026`; empty for the first.
    pub before: String,
    /// Who is called.
    pub called: Vec<CalledMember>,
    /// The dossiers.
    pub dossiers: Vec<ListedDossier>,
}

/// Someone called to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalledMember {
    /// Their name.
    pub name: String,
    /// `élue, présidente, Ville de Valbourg`.
    pub quality: String,
    /// Whether their voice counts.
    pub votes: bool,
}

/// A dossier on the agenda, with the figures of its request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedDossier {
    /// `A`; `2026-041, Mme Sonia Delmas` where it is named.
    pub called: String,
    /// What is asked for: the project, or the refund.
    pub about: String,
    /// Whether it comes back after a refusal.
    pub again: bool,
    /// Whether interest is to be given back.
    pub is_refund: bool,
    /// `3 personnes`.
    pub household: String,
    /// What is asked for.
    pub amount: Option<Euros>,
    /// Over how many months.
    pub months: Option<u32>,
    /// What is paid a month.
    pub instalment: Option<Euros>,
    /// What would be left to live on.
    pub left: Option<Euros>,
    /// How far that is from the benchmark of the office.
    pub apart: Option<Euros>,
    /// `favorable`; empty while it is not written.
    pub opinion: String,
}

const POINTS: [(i64, Align, &str); 4] = [
    (5, Align::Left, "N°"),
    (61, Align::Left, "Point"),
    (24, Align::Left, "Ce qui est attendu"),
    (10, Align::Left, "Feuille"),
];
const REQUESTS: [(i64, Align, &str); 9] = [
    (9, Align::Left, "Dossier"),
    (20, Align::Left, "Objet"),
    (12, Align::Left, "Ménage"),
    (9, Align::Right, "Montant"),
    (6, Align::Right, "Mois"),
    (10, Align::Right, "Mensualité"),
    (10, Align::Right, "Reste à vivre après"),
    (8, Align::Right, "Marge"),
    (16, Align::Left, "Avis"),
];
const MEMBERS: [(i64, Align, &str); 7] = [
    (18, Align::Left, "Membre"),
    (26, Align::Left, "Qualité"),
    (6, Align::Left, "Voix"),
    (8, Align::Left, "Présent"),
    (12, Align::Left, "Pouvoir à"),
    (12, Align::Left, "Se retire (dossier)"),
    (18, Align::Left, "Signature"),
];
const NOTHING: &str = "–";
const RULES: &str = "La commission décide de transmettre ou de proposer autre chose ; la banque décide du prêt. Qui connaît la \
                     personne, ou a un intérêt au dossier, se retire avant l’examen et ne vote pas. Débats et fiches sont \
                     secrets ; les fiches sont rendues et détruites.";

/// Prints the agenda of a session.
pub fn render(agenda: &SessionAgenda, head: &Letterhead) -> Result<Paper, PaperError> {
    set(agenda, head, None)?.finished()
}

/// The agenda on its sheets, numbered among those of a booklet: then each dossier says on which sheet it is.
pub(super) fn set(agenda: &SessionAgenda, head: &Letterhead, among: Option<Among>) -> Result<SetPaper, PaperError> {
    let day = long_date(agenda.printed_on);
    let total = Euros::sum(agenda.dossiers.iter().filter(|one| !one.is_refund).filter_map(|one| one.amount))?;
    let refunds = Euros::sum(agenda.dossiers.iter().filter(|one| one.is_refund).filter_map(|one| one.amount))?;
    let foot = Foot::plain(format!("{TITLE} · {} · confidentiel", agenda.session)).among(among);
    let (sheets, setter) = on_sheets(1, Fit::Ordinary, |setter, fit| {
        let mut strips = letterhead(setter, head, &[HeadLine::plain(format!("établi le {day}"))]);
        let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
        panel.leave(Length::mm(400));
        let place = if agenda.place.is_empty() { String::new() } else { format!(" · {}", agenda.place) };
        panel.title(TITLE, &format!("{}{place}", agenda.session));
        strips.extend(panel.strips());
        let keys = setter.key_band(Tags::DOCUMENT, &keys(agenda, total, refunds), Measure::WHOLE);
        strips.extend(below(Length::mm(200), vec![keys]));
        strips.extend(below(Length::mm(240), tables(setter, fit, agenda, total, among.is_some())));
        flow_on(Format::CLOSE, strips, &foot, setter)
    })?;
    let title = format!("{TITLE} : {}", agenda.session);
    let identity = Identity { title, author: head.office.name.clone(), date: agenda.printed_on };
    Ok(SetPaper { sheets, setter, identity })
}

fn keys(agenda: &SessionAgenda, total: Euros, refunds: Euros) -> Vec<Key> {
    let count = |of: fn(&&ListedDossier) -> bool| agenda.dossiers.iter().filter(of).count();
    let key = |value: String, caption: &str| Key { value: spaced(&value), caption: spaced(caption) };
    let requests = count(|one| !one.is_refund);
    let mut keys = vec![key(agenda.dossiers.len().to_string(), "dossiers à examiner")];
    if requests > 0 {
        keys.push(key(round(total), "demandés au total"));
    }
    let again = count(|one| one.again);
    if again > 0 {
        keys.push(key(again.to_string(), "présentés de nouveau, après un refus"));
    }
    if !refunds.is_zero() {
        keys.push(key(refunds.to_string(), "d’intérêts à rendre"));
    }
    keys
}

fn tables(setter: &mut Typesetter, fit: Fit, agenda: &SessionAgenda, total: Euros, in_booklet: bool) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
    panel.table(&Table::of(fit.density(), &POINTS, points(agenda, in_booklet)));
    let requests: Vec<&ListedDossier> = agenda.dossiers.iter().filter(|one| !one.is_refund).collect();
    if !requests.is_empty() {
        panel.heading("Les demandes");
        let mut rows: Vec<Row> = requests.iter().map(|one| request(one)).collect();
        let mut sum = vec!["Total".to_owned(), String::new(), String::new(), total.bare()];
        sum.resize(REQUESTS.len(), String::new());
        rows.push(Row::Total(sum));
        panel.table(&Table::of(fit.density(), &REQUESTS, rows));
        panel.say(&[plain(
            "Marge : ce qui reste au-dessus du repère de l’office, par personne et par mois ; un signe moins dit qu’on est \
             au-dessous.",
        )]);
    }
    let mut strips = panel.strips();
    let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
    if !agenda.called.is_empty() {
        panel.heading("Présence et quorum");
        let rows = agenda.called.iter().map(|one| {
            let cells = [
                one.name.as_str(),
                one.quality.as_str(),
                if one.votes { "oui" } else { "non" },
                BOX,
                if one.votes { "" } else { NOTHING },
                if one.votes { "" } else { NOTHING },
                "",
            ];
            Row::Line(cells.map(spaced).to_vec())
        });
        panel.table(&Table::of(fit.writable(), &MEMBERS, rows.collect()));
    }
    let votes = agenda.called.iter().filter(|one| one.votes).count();
    panel.say(&[
        strong("Quorum : "),
        plain(format!(
            "constaté à ……… h ……… : ……… présents, sur {votes} ayant voix. Vérifié à nouveau après chaque retrait."
        )),
    ]);
    panel.say(&[strong("Les règles. "), plain(RULES)]);
    strips.extend(below(Length::mm(300), keep_together(panel.strips())));
    strips
}

/// What is decided on, in its order, and the sheet of each dossier in the booklet.
fn points(agenda: &SessionAgenda, in_booklet: bool) -> Vec<Row> {
    let mut points: Vec<(String, &str, String)> = Vec::new();
    if !agenda.before.is_empty() {
        points.push((format!("Compte rendu : {}", agenda.before), "approbation", NOTHING.to_owned()));
    }
    for (one, sheet) in agenda.dossiers.iter().zip(2_usize..) {
        let again = if one.again { ", de nouveau après un refus" } else { "" };
        let sheet = if in_booklet { sheet.to_string() } else { NOTHING.to_owned() };
        points.push((format!("Dossier {} : {}{again}", one.called, one.about), "décision", sheet));
    }
    points.push(("Questions diverses, prochaine séance".to_owned(), NOTHING, NOTHING.to_owned()));
    let row = |(number, (point, expected, sheet)): (u32, (String, &str, String))| {
        Row::Line(vec![number.to_string(), spaced(&point), expected.to_owned(), sheet])
    };
    (1..).zip(points).map(row).collect()
}

fn request(one: &ListedDossier) -> Row {
    let known = |amount: Option<Euros>| amount.map_or_else(|| NOTHING.to_owned(), Euros::bare);
    let apart = one.apart.map(|apart| if apart.is_negative() { apart.bare() } else { format!("+{}", apart.bare()) });
    let cells = [
        one.called.clone(),
        one.about.clone(),
        one.household.clone(),
        known(one.amount),
        one.months.map_or_else(|| NOTHING.to_owned(), |months| months.to_string()),
        known(one.instalment),
        known(one.left),
        apart.unwrap_or_else(|| NOTHING.to_owned()),
        if one.opinion.is_empty() { NOTHING.to_owned() } else { one.opinion.clone() },
    ];
    Row::Line(cells.map(|cell| spaced(&cell)).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{self, assert_says, read};

    fn line(text: &str) -> String {
        text.to_owned()
    }

    fn agenda(dossiers: usize, members: usize) -> SessionAgenda {
        let euros = |cents| Euros::from_cents(cents).ok();
        let one = |place: usize| ListedDossier {
            called: domain::committee::agenda_letter(place),
            about: line("Voiture d’occasion pour travailler le soir"),
            household: line("3 personnes"),
            amount: euros(240_000),
            months: Some(36),
            instalment: euros(7_086),
            left: euros(24_289),
            apart: euros(-711),
            opinion: line("favorable"),
            ..ListedDossier::default()
        };
        let member = |_| CalledMember { name: line("Odile Vasseur"), quality: line("élue, présidente"), votes: true };
        SessionAgenda {
            printed_on: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            session: line("Commission du jeudi 26 novembre 2026"),
            place: line("14 h, salle des mariages"),
            before: line("Commission du jeudi 22 octobre 2026"),
            called: (0..members).map(member).collect(),
            dossiers: (1..=dossiers).map(one).collect(),
        }
    }

    #[test]
    fn the_agenda_tells_what_is_expected_and_the_figures_of_each_request() {
        let paper = render(&agenda(3, 5), &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        assert_eq!(paper.bytes, render(&agenda(3, 5), &worlds::valbourg()).unwrap().bytes);
        let pages = read(&paper);
        assert_eq!(pages.len(), 1);
        assert_says(
            &pages[0],
            &["7 200 € demandés au total", "approbation", "242,89", "−7,11", "sur 5 ayant voix", "Les règles."],
        );
        let most = render(&agenda(8, 9), &worlds::valbourg()).unwrap();
        assert_eq!(read(&most).len(), 1, "eight dossiers and nine members on one sheet");
        worlds::leave_samples("committee_agenda", [("trois", paper), ("huit", most)]);
    }
}
