//! The guide as papers print it: the same blocks, what leads to another page known by its key.

use documents::papers::guide::{GuideBlock, GuidePage, GuidePart, GuideSpan};
use documents::picture::Picture;

use super::page::Page;
use super::{GUIDE, HelpBlock, HelpLook, HelpSection, HelpSpan, Today, by_part};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// The list of licences is read where the program is, not on paper.
const UNPRINTED: &str = "licences";

/// The screens the guide shows, by their names.
const SCREENS: [(&str, &[u8]); 5] = [
    ("aujourdhui", include_bytes!("../../../../../assets/help/pictures/aujourdhui.png")),
    ("budget", include_bytes!("../../../../../assets/help/pictures/budget.png")),
    ("ensemble", include_bytes!("../../../../../assets/help/pictures/ensemble.png")),
    ("registre", include_bytes!("../../../../../assets/help/pictures/registre.png")),
    ("simulation", include_bytes!("../../../../../assets/help/pictures/simulation.png")),
];

/// All the pages, part by part.
pub(crate) fn printed_parts(desk: &Desk, moment: &Moment) -> Result<Vec<GuidePart>, Failure> {
    let today = Today::of(desk, moment)?;
    let pages = GUIDE.iter().filter(|page| page.key != UNPRINTED);
    let parts = by_part(pages.map(|page| (page, printed(page, &today))));
    Ok(parts.into_iter().map(|(title, pages)| GuidePart { title, pages }).collect())
}

/// One page.
pub(crate) fn printed_page(desk: &Desk, key: &str, moment: &Moment) -> Result<GuidePage, Failure> {
    let page = GUIDE.iter().find(|page| page.key == key).ok_or_else(|| Failure::broken("papier"))?;
    Ok(printed(page, &Today::of(desk, moment)?))
}

fn printed(page: &Page, today: &Today) -> GuidePage {
    let page = &*today.filled(page);
    let law = today.law_of(page).filter_map(|topic| {
        let value = topic.current.clone()?;
        Some([topic.label.clone(), value.text, value.source])
    });
    let section = |section: &HelpSection| (section.title.clone(), section.blocks.iter().filter_map(block).collect());
    GuidePage {
        key: page.key.to_owned(),
        title: page.title.clone(),
        about: page.about.clone(),
        sections: page.sections.iter().map(section).collect(),
        law: law.collect(),
    }
}

/// A block as paper has it.
pub(super) fn block(block: &HelpBlock) -> Option<GuideBlock> {
    let all = |texts: &Vec<Vec<HelpSpan>>| texts.iter().map(|text| spans(text)).collect::<Vec<_>>();
    Some(match block {
        HelpBlock::Paragraph { text } => GuideBlock::Paragraph(spans(text)),
        HelpBlock::Note { text } => GuideBlock::Note(spans(text)),
        HelpBlock::List { is_numbered: false, items } => GuideBlock::Bullets(all(items)),
        HelpBlock::List { is_numbered: true, items } => GuideBlock::Numbers(all(items)),
        HelpBlock::Table { heads, rows } => GuideBlock::Table(all(heads), rows.iter().map(all).collect()),
        HelpBlock::Picture { name, alt } => GuideBlock::Screen(screen(name)?, alt.clone()),
    })
}

fn screen(name: &str) -> Option<Picture> {
    let (_, png) = SCREENS.iter().find(|(key, _)| *key == name)?;
    Picture::read(*png)
}

fn spans(text: &[HelpSpan]) -> Vec<GuideSpan> {
    let to = |address: &String| Some(address.strip_prefix("/aide/")?.to_owned());
    let span = |span: &HelpSpan| GuideSpan {
        text: span.text.clone(),
        is_strong: span.look != HelpLook::Plain,
        to: span.to.as_ref().and_then(to),
    };
    text.iter().map(span).collect()
}
