//! The pages of the guide: whole, in French, their links leading somewhere.

use std::collections::BTreeSet;

use super::page::texts;
use super::*;
use app::delivered::delivered;

fn spans() -> impl Iterator<Item = (&'static str, &'static HelpSpan)> {
    let of = |block: &'static HelpBlock| -> Vec<&'static HelpSpan> {
        match block {
            HelpBlock::Paragraph { text } | HelpBlock::Note { text } => text.iter().collect(),
            HelpBlock::List { items, .. } => items.iter().flatten().collect(),
            HelpBlock::Table { heads, rows } => heads.iter().flatten().chain(rows.iter().flatten().flatten()).collect(),
            HelpBlock::Picture { .. } => Vec::new(),
        }
    };
    GUIDE.iter().flat_map(move |page| {
        let blocks = page.sections.iter().flat_map(|section| &section.blocks);
        blocks.flat_map(of).map(move |span| (page.key, span))
    })
}

#[test]
fn every_page_has_its_part_its_title_and_what_it_is_about() {
    for page in GUIDE.iter() {
        let told = [&page.part, &page.title, &page.about, &page.also];
        assert!(told.iter().all(|text| !text.is_empty()), "{} lacks one of {told:?}", page.key);
        assert!(page.sections.iter().all(|section| !section.blocks.is_empty()), "{} has an empty section", page.key);
        let keys: BTreeSet<&String> = page.sections.iter().map(|section| &section.key).collect();
        assert_eq!(keys.len(), page.sections.len(), "{} says a heading twice", page.key);
    }
}

#[test]
fn every_link_leads_to_a_page_a_screen_or_a_value_of_the_law() {
    let pages: Vec<String> = GUIDE.iter().map(|page| format!("/aide/{}", page.key)).collect();
    for (page, to) in spans().filter_map(|(page, span)| Some((page, span.to.as_ref()?))) {
        assert!(to.starts_with('/'), "{page} leads out of the window: {to}");
        assert!(!to.starts_with("/aide/") || pages.contains(to), "{page} leads nowhere: {to}");
    }
    let law: BTreeSet<&str> = delivered().unwrap().legal.topics().map(|topic| topic.key.as_str()).collect();
    for page in GUIDE.iter() {
        let unknown: Vec<&String> = page.law.iter().filter(|topic| !law.contains(topic.as_str())).collect();
        assert!(unknown.is_empty(), "{} names a law nobody knows: {unknown:?}", page.key);
    }
}

#[test]
fn every_picture_is_there_and_says_what_it_shows() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/help/pictures");
    let mut named = BTreeSet::new();
    for block in GUIDE.iter().flat_map(|page| &page.sections).flat_map(|section| &section.blocks) {
        if let HelpBlock::Picture { name, alt } = block {
            assert!(alt.len() > 20, "{name} is not told");
            assert!(printed::block(block).is_some(), "{name} is not printed");
            named.insert(format!("{name}.png"));
        }
    }
    let kept = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(kept.collect::<BTreeSet<_>>(), named, "the pictures kept are those shown");
}

#[test]
fn the_guide_is_typed_as_french_is() {
    for page in GUIDE.iter() {
        let text = page.sections.iter().flat_map(texts).collect::<Vec<_>>().join("\n");
        for wrong in ["...", "'", "**", "](", "« ", " :", " ;", " ?"] {
            assert!(!text.contains(wrong), "{} holds {wrong:?}", page.key);
        }
    }
}

#[test]
fn the_words_of_the_glossary_follow_the_alphabet() {
    let words = GUIDE.iter().find(|page| page.key == WORDS).map(|page| page.sections.clone()).unwrap_or_default();
    let keys: Vec<String> = words.into_iter().map(|word| word.key).collect();
    assert!(keys.len() > 25 && keys.is_sorted(), "{keys:?}");
}
