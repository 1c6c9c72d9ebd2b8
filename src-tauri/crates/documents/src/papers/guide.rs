//! The guide on paper: all of it as a book with its contents, or one of its pages as a sheet.
//!
//! A page is read in the guide, in the window, and here from the same text. What leads to another page says its sheet;
//! what the law says stands at the foot of a page, as it is on the day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::words::{capital, long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Face, Foot, Heading, Ink, Length, List, Marker, Measure, Paragraph, Role, Row, Sheets, Span, Strip, Table,
    TagId, Tags, Typesetter, below, flow, lay, noted, on_new_sheet,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, TEXT};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, on_sheets};
use crate::picture::Picture;
use crate::{Paper, PaperError};

/// What people call the book.
pub const BOOK: &str = "Guide du référent";
/// What people call the page of the first day.
pub const QUICK_START: &str = "Prise en main";
/// What people call the sheet for the computer department.
pub const IT_SHEET: &str = "Fiche informatique";

/// A part of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidePart {
    /// `Le guide`, `Les écrans`.
    pub title: String,
    /// Its pages, in their order.
    pub pages: Vec<GuidePage>,
}

/// A page of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidePage {
    /// What others lead to it by.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a few words.
    pub about: String,
    /// Its sections: a title, empty for the first, and what stands under it.
    pub sections: Vec<(String, Vec<GuideBlock>)>,
    /// The values of the law it names: what, how much, the source.
    pub law: Vec<[String; 3]>,
}

/// A block of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuideBlock {
    /// A paragraph.
    Paragraph(Vec<GuideSpan>),
    /// What is to be remembered.
    Note(Vec<GuideSpan>),
    /// A list whose order does not count.
    Bullets(Vec<Vec<GuideSpan>>),
    /// A list whose order counts.
    Numbers(Vec<Vec<GuideSpan>>),
    /// A table: its heading row, then its rows, cell by cell.
    Table(Vec<Vec<GuideSpan>>, Vec<Vec<Vec<GuideSpan>>>),
    /// A screen, and what it shows.
    Screen(Picture, String),
}

/// Words that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideSpan {
    /// The words.
    pub text: String,
    /// Whether they are stressed.
    pub is_strong: bool,
    /// The key of the page they lead to.
    pub to: Option<String>,
}

/// Sheets the pages begin on, by their keys.
type Begun = BTreeMap<String, usize>;

/// The number of a sheet changes the line it stands on, which may move a page to the next sheet; it settles soon.
const TURNS: usize = 4;
const LAW: [(i64, Align, &str); 3] =
    [(34, Align::Left, "Ce que dit la loi"), (26, Align::Left, "Ce jour"), (40, Align::Left, "Source")];

/// Prints the whole guide as it is on a day.
pub fn render_book(parts: &[GuidePart], on: NaiveDate, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut begun = Begun::new();
    let mut setter = Typesetter::new()?;
    for _ in 0..TURNS {
        let (strips, tags) = book(&mut setter, (parts, on), head, &begun);
        lay(strips, &mut setter);
        let found = tags.into_iter().filter_map(|(key, tag)| Some((key, setter.tags.sheet_of(tag)?))).collect();
        setter.begin_again();
        if found == begun {
            break;
        }
        begun = found;
    }
    let (strips, _) = book(&mut setter, (parts, on), head, &begun);
    let sheets = flow(strips, &Foot::plain(format!("{BOOK} · {}", long_date(on))), &mut setter);
    finished((sheets, setter), BOOK, on, head)
}

/// Prints one page of the guide under another name, on so many sheets.
pub fn render_page(
    (title, page): (&str, &GuidePage),
    sheets: usize,
    on: NaiveDate,
    head: &Letterhead,
) -> Result<Paper, PaperError> {
    let day = long_date(on);
    let foot = Foot::plain(format!("{title} · {day}"));
    let laid = on_sheets(sheets, Fit::Ordinary, |setter, fit| {
        let mut strips = letterhead(setter, head, &[HeadLine::plain(title), HeadLine::plain(&day)]);
        let mut body = Body::under(setter, Vec::new());
        body.title(&page.title, &capital(&page.about));
        let mut own = body.strips;
        let look = Look { fit, heading: Heading::SECTION, begun: &Begun::new() };
        own.extend(look.page(setter, Tags::DOCUMENT, page));
        if let Some(first) = own.first_mut() {
            first.gap = Length::mm(450);
        }
        strips.extend(own);
        flow(strips, &foot, setter)
    })?;
    finished(laid, title, on, head)
}

fn finished(
    (sheets, setter): (Sheets, Typesetter),
    title: &str,
    on: NaiveDate,
    head: &Letterhead,
) -> Result<Paper, PaperError> {
    let identity = Identity { title: title.to_owned(), author: head.office.name.clone(), date: on };
    finish(sheets, &setter, &identity)
}

/// Everything but the feet, and the tag of each page.
fn book(
    setter: &mut Typesetter,
    (parts, on): (&[GuidePart], NaiveDate),
    head: &Letterhead,
    begun: &Begun,
) -> (Vec<Strip>, Vec<(String, TagId)>) {
    let strips = letterhead(setter, head, &[HeadLine::plain(BOOK), HeadLine::plain(long_date(on))]);
    let mut body = Body::under(setter, strips);
    body.leave(Length::mm(500));
    body.title(BOOK, "Le même texte que l’aide d’Étrier, à lire loin de l’écran");
    for part in parts {
        body.section(&part.title);
        let entries: Vec<_> =
            part.pages.iter().map(|page| (page.title.clone(), begun.get(&page.key).copied())).collect();
        let contents = body.setter.contents(body.place, &entries, TEXT, Measure::WHOLE);
        body.add(contents);
    }
    let mut strips = body.strips;
    let mut tags = Vec::new();
    let look = Look { fit: Fit::Ordinary, heading: Heading::SUBSECTION, begun };
    for page in parts.iter().flat_map(|part| &part.pages) {
        let tag = setter.tags.add(Tags::DOCUMENT, Role::Part);
        let mut own = setter.heading(tag, Heading::PART, &page.title, Measure::WHOLE);
        own.extend(look.page(setter, tag, page));
        strips.extend(if tags.is_empty() { on_new_sheet(own) } else { own });
        tags.push((page.key.clone(), tag));
    }
    (strips, tags)
}

/// How a page is set.
struct Look<'l> {
    fit: Fit,
    /// The headings of its sections.
    heading: Heading,
    begun: &'l Begun,
}

impl Look<'_> {
    /// What stands under the title of a page.
    fn page(&self, setter: &mut Typesetter, tag: TagId, page: &GuidePage) -> Vec<Strip> {
        let mut strips = Vec::new();
        for (title, blocks) in &page.sections {
            strips.extend(setter.heading(tag, self.heading, title, Measure::WHOLE));
            for block in blocks {
                strips.extend(below(Length::mm(160), self.block(setter, tag, block)));
            }
        }
        if !page.law.is_empty() {
            let rows = page.law.iter().map(|row| Row::Line(row.iter().map(|cell| spaced(cell)).collect())).collect();
            let table = setter.table(tag, &Table::of(self.fit.density(), &LAW, rows), Measure::WHOLE);
            strips.extend(below(Length::mm(300), table));
        }
        strips
    }

    fn block(&self, setter: &mut Typesetter, tag: TagId, block: &GuideBlock) -> Vec<Strip> {
        match block {
            GuideBlock::Paragraph(text) => self.paragraph(setter, tag, text, Measure::WHOLE),
            GuideBlock::Note(text) => {
                noted(self.paragraph(setter, tag, text, Measure::WHOLE.inside_note()), Measure::WHOLE)
            }
            GuideBlock::Bullets(items) => self.list(setter, tag, Marker::Bullet, items),
            GuideBlock::Numbers(items) => self.list(setter, tag, Marker::Number, items),
            GuideBlock::Table(heads, rows) => self.table(setter, tag, heads, rows),
            GuideBlock::Screen(picture, shows) => vec![setter.screen(tag, picture, shows, Measure::WHOLE)],
        }
    }

    fn paragraph(&self, setter: &mut Typesetter, tag: TagId, text: &[GuideSpan], measure: Measure) -> Vec<Strip> {
        setter.paragraph(tag, &Paragraph::of(&self.spans(text), self.fit.text()), measure)
    }

    fn list(&self, setter: &mut Typesetter, tag: TagId, marker: Marker, items: &[Vec<GuideSpan>]) -> Vec<Strip> {
        let items: Vec<Vec<Span>> = items.iter().map(|item| self.spans(item)).collect();
        setter.list(tag, &List { marker, items: &items, style: self.fit.text() }, Measure::WHOLE)
    }

    /// The first column names its rows and is the narrowest.
    fn table(
        &self,
        setter: &mut Typesetter,
        tag: TagId,
        heads: &[Vec<GuideSpan>],
        rows: &[Vec<Vec<GuideSpan>>],
    ) -> Vec<Strip> {
        let texts = |cells: &[Vec<GuideSpan>]| cells.iter().map(|cell| self.text(cell)).collect::<Vec<_>>();
        let columns: Vec<(i64, Align, &str)> = match heads.len() {
            2 => vec![(30, Align::Left, ""), (70, Align::Left, "")],
            3 => vec![(24, Align::Left, ""), (38, Align::Left, ""), (38, Align::Left, "")],
            count => {
                (0..count).map(|_| (100_i64.div_euclid(i64::try_from(count).unwrap_or(1)), Align::Left, "")).collect()
            }
        };
        let rows = rows.iter().map(|row| Row::Named(texts(row))).collect();
        let table = Table { heading: texts(heads), ..Table::of(self.fit.density(), &columns, rows) };
        setter.table(tag, &table, Measure::WHOLE)
    }

    fn spans(&self, text: &[GuideSpan]) -> Vec<Span> {
        let face = |span: &GuideSpan| if span.is_strong { Face::SansSemiBold } else { Face::Sans };
        text.iter().map(|span| Span::new(self.words(span), face(span), Ink::TEXT)).collect()
    }

    fn text(&self, cell: &[GuideSpan]) -> String {
        cell.iter().map(|span| self.words(span)).collect()
    }

    /// Words that lead to another page say on which sheet it begins.
    fn words(&self, span: &GuideSpan) -> String {
        match span.to.as_ref().and_then(|key| self.begun.get(key)) {
            Some(sheet) => format!("{} (p.\u{a0}{})", span.text, sheet.saturating_add(1)),
            None => span.text.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
