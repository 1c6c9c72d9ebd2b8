//! What whoever takes over reads first: the next dates of every open dossier, whom to call, then a sheet for each.
//!
//! It holds names and stays under lock and key: it is torn up once the dossiers are taken over. A loan of which nothing
//! is expected for three months has a line and no sheet.

mod sheet;

use chrono::NaiveDate;
use domain::words::{long_date, numeric_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Foot, Heading, Key, Length, List, Marker, Measure, Row, Span, Strip, TagId, Typesetter, flow, framed, lay,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, TEXT};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Relais";

/// The facts of the handover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// The hour it is printed, in words: `8 h 15`.
    pub printed_at: String,
    /// What there is, in figures: a number and what it counts.
    pub figures: Vec<(String, String)>,
    /// Where to begin: a moment and what is to be done then.
    pub begin: Vec<(String, String)>,
    /// The next dates by kind of day, the latest first.
    pub groups: Vec<HandoverGroup>,
    /// How many more open dossiers there are than those.
    pub more: u64,
    /// Whom to call.
    pub contacts: Vec<HandoverContact>,
    /// The sheets, in the order of the next dates.
    pub sheets: Vec<HandoverSheet>,
}

/// Next dates of one kind of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverGroup {
    /// `En retard`.
    pub title: String,
    /// Its dates, in order.
    pub dates: Vec<HandoverDate>,
}

/// The next date of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverDate {
    /// The day; none when nothing is planned.
    pub on: Option<NaiveDate>,
    /// Whose dossier it is.
    pub name: String,
    /// Its reference.
    pub reference: String,
    /// What is planned.
    pub what: String,
    /// The telephone; empty when it is not known.
    pub phone: String,
    /// The place of its sheet among the sheets, from 0; none when it has no sheet.
    pub sheet: Option<usize>,
}

/// Someone to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverContact {
    /// `M. Joël Astier, Banque du Val`.
    pub who: String,
    /// What for.
    pub why: String,
    /// Their telephone; empty when it is not known.
    pub phone: String,
}

/// One dossier to be taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandoverSheet {
    /// Who asks or borrows.
    pub name: String,
    /// How and when to reach them: `06 39 98 01 44 · plutôt après 17 h`.
    pub reach: String,
    /// Reference of the dossier.
    pub reference: String,
    /// Where it stands: `Instruction depuis le 14 octobre 2026`.
    pub standing: String,
    /// What is next: a day in words and what is to be done, the first one first.
    pub next: Vec<(String, String)>,
    /// What is essential: a label and its value.
    pub essentials: Vec<(String, String)>,
    /// Whom to reach: a label and its value.
    pub contacts: Vec<(String, String)>,
    /// What happened last: a day in words and the fact, the oldest first.
    pub past: Vec<(String, String)>,
    /// What is waited for: what, from whom, since when, when to ask again.
    pub awaited: Vec<[String; 4]>,
    /// What to know before calling, a sentence each.
    pub to_know: Vec<String>,
}

const DATES: [(i64, Align, &str); 6] = [
    (13, Align::Left, "Date"),
    (22, Align::Left, "Personne"),
    (14, Align::Left, "Référence"),
    (28, Align::Left, "Ce qui est prévu"),
    (15, Align::Left, "Téléphone"),
    (8, Align::Right, "Feuille"),
];
const CONTACTS: [(i64, Align, &str); 3] =
    [(45, Align::Left, "Qui"), (34, Align::Left, "Pour quoi"), (21, Align::Left, "Téléphone")];
const NOTHING: &str = "–";
/// What whoever takes over never does, however pressed.
const NEVER: &str = "décider à la place de la banque, envoyer un dossier sans autorisation signée, donner un nom au \
                     téléphone.";

/// Prints the handover.
pub fn render(handover: &Handover, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let (strips, places) = compose(&mut setter, handover, (head, &[]));
    lay(strips, &mut setter);
    let known: Vec<_> = places.into_iter().map(|tag| setter.tags.sheet_of(tag)).collect();
    setter.begin_again();
    let (strips, _) = compose(&mut setter, handover, (head, &known));
    let day = long_date(handover.printed_on);
    let foot = Foot::plain(format!("Relais des dossiers ouverts · {day} · confidentiel"));
    let sheets = flow(strips, &foot, &mut setter);
    let title = format!("{TITLE} du {day}");
    finish(sheets, &setter, &Identity { title, author: head.office.name.clone(), date: handover.printed_on })
}

/// Everything but the feet, and where each sheet begins; the page of each sheet is printed as far as it is known.
fn compose(
    setter: &mut Typesetter,
    handover: &Handover,
    (head, pages): (&Letterhead, &[Option<usize>]),
) -> (Vec<Strip>, Vec<TagId>) {
    let lines = [
        HeadLine::strong("Confidentiel"),
        HeadLine::named("Référence", format!("RELAIS-{}", handover.printed_on)),
        HeadLine::plain(long_date(handover.printed_on)),
    ];
    let strips = letterhead(setter, head, &lines);
    let mut body = Body::under(setter, strips);
    let at = if handover.printed_at.is_empty() { String::new() } else { format!(" à {}", handover.printed_at) };
    let made = long_date(handover.printed_on);
    body.title(TITLE, &format!("Ce qu’il faut savoir pour reprendre les dossiers le jour même. Établi le {made}{at}."));
    let figures: Vec<Key> = handover
        .figures
        .iter()
        .map(|(value, caption)| Key { value: value.clone(), caption: spaced(caption) })
        .collect();
    let figures = body.setter.keys(body.place, &figures, 4, Measure::WHOLE);
    body.add(vec![figures]);
    begin(&mut body, handover);
    body.section("Prochaines dates, tous dossiers ouverts");
    body.rows(&DATES, dates(handover, pages));
    if handover.more > 0 {
        body.note(&format!("Autres dossiers ouverts, dans Étrier : {}.", handover.more));
    }
    body.section("Qui appeler");
    let contact =
        |one: &HandoverContact| Row::Line([&one.who, &one.why, or_nothing(&one.phone)].map(spaced_row).into());
    body.rows(&CONTACTS, handover.contacts.iter().map(contact).collect());
    body.note(
        "Accès aux dossiers : phrase secrète, ou code de secours sous enveloppe. Ce papier contient des noms : le ranger \
         sous clé, le détruire après la reprise.",
    );
    let mut strips = body.strips;
    let mut places = Vec::new();
    for (place, one) in (1..).zip(&handover.sheets) {
        let (set, tag) = sheet::compose(setter, one, (place, handover.sheets.len()));
        strips.extend(set);
        places.push(tag);
    }
    (strips, places)
}

/// Where to begin, in a frame.
fn begin(body: &mut Body<'_>, handover: &Handover) {
    let inner = Measure::WHOLE.inside_frame();
    let mut strips = body.setter.heading(body.place, Heading::FRAME, "Par où commencer", inner);
    let never = ("À ne pas faire".to_owned(), NEVER.to_owned());
    let items: Vec<Vec<Span>> = handover
        .begin
        .iter()
        .chain([&never])
        .map(|(moment, what)| vec![strong(moment), plain(format!(" : {what}"))])
        .collect();
    let list = List { marker: Marker::Number, items: &items, style: TEXT };
    let list = body.setter.list(body.place, &list, inner);
    strips.extend(crate::page::below(Length::mm(100), list));
    body.leave(Length::mm(400));
    body.add(vec![framed(strips, Measure::WHOLE)]);
}

fn dates(handover: &Handover, pages: &[Option<usize>]) -> Vec<Row> {
    let page = |sheet: Option<usize>| {
        let page = sheet.and_then(|sheet| pages.get(sheet)).copied().flatten();
        page.map_or_else(|| NOTHING.to_owned(), |page| page.saturating_add(1).to_string())
    };
    let mut rows = Vec::new();
    for group in handover.groups.iter().filter(|group| !group.dates.is_empty()) {
        rows.push(Row::Group(group.title.clone()));
        for one in &group.dates {
            let on = one.on.map_or_else(|| NOTHING.to_owned(), numeric_date);
            let cells = [&on, &one.name, &one.reference, &one.what, or_nothing(&one.phone)];
            let mut cells = cells.map(spaced_row).to_vec();
            cells.push(page(one.sheet));
            rows.push(Row::Line(cells));
        }
    }
    rows
}

fn or_nothing(text: &str) -> &str {
    if text.is_empty() { NOTHING } else { text }
}

fn spaced_row(text: impl AsRef<str>) -> String {
    spaced(text.as_ref())
}

#[cfg(test)]
mod tests;
