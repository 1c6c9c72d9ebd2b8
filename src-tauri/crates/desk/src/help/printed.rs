//! The guide as papers print it: the same blocks, what leads to another page known by its key.

use documents::papers::guide::{GuideBlock, GuidePage, GuidePart, GuideSpan};

use super::page::Page;
use super::{GUIDE, HelpBlock, HelpLook, HelpSection, HelpSpan, law_of, of_the_office};
use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::Desk;

/// The list of licences is read where the program is, not on paper.
const UNPRINTED: &str = "licences";

/// All the pages, part by part.
pub(crate) fn printed_parts(desk: &Desk, moment: &Moment) -> Result<Vec<GuidePart>, Failure> {
    let mut parts: Vec<GuidePart> = Vec::new();
    for page in GUIDE.iter().filter(|page| page.key != UNPRINTED) {
        let printed = printed(desk, page, moment)?;
        match parts.last_mut().filter(|part| part.title == page.part) {
            Some(part) => part.pages.push(printed),
            None => parts.push(GuidePart { title: page.part.clone(), pages: vec![printed] }),
        }
    }
    Ok(parts)
}

/// One page.
pub(crate) fn printed_page(desk: &Desk, key: &str, moment: &Moment) -> Result<GuidePage, Failure> {
    let page = GUIDE.iter().find(|page| page.key == key).ok_or_else(|| Failure::broken("papier"))?;
    printed(desk, page, moment)
}

fn printed(desk: &Desk, page: &Page, moment: &Moment) -> Result<GuidePage, Failure> {
    let own = of_the_office(page, desk, moment)?;
    let page = own.as_ref().unwrap_or(page);
    let law = law_of(desk, page, moment)?.into_iter().filter_map(|topic| {
        let value = topic.current?;
        Some([topic.label, value.text, value.source])
    });
    let section = |section: &HelpSection| (section.title.clone(), section.blocks.iter().filter_map(block).collect());
    Ok(GuidePage {
        key: page.key.to_owned(),
        title: page.title.clone(),
        about: page.about.clone(),
        sections: page.sections.iter().map(section).collect(),
        law: law.collect(),
    })
}

/// A block as paper has it; a picture of a screen stays on the screen.
fn block(block: &HelpBlock) -> Option<GuideBlock> {
    let all = |texts: &Vec<Vec<HelpSpan>>| texts.iter().map(|text| spans(text)).collect::<Vec<_>>();
    Some(match block {
        HelpBlock::Paragraph { text } => GuideBlock::Paragraph(spans(text)),
        HelpBlock::Note { text } => GuideBlock::Note(spans(text)),
        HelpBlock::List { is_numbered: false, items } => GuideBlock::Bullets(all(items)),
        HelpBlock::List { is_numbered: true, items } => GuideBlock::Numbers(all(items)),
        HelpBlock::Table { heads, rows } => GuideBlock::Table(all(heads), rows.iter().map(all).collect()),
        HelpBlock::Picture { .. } => return None,
    })
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
