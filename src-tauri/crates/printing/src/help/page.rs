//! A page of the guide, read from its Markdown.

use domain::words::spaced;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{HelpBlock, HelpLook, HelpSection, HelpSpan, key_of};

/// A page as it is kept.
#[derive(Clone, Default)]
pub(super) struct Page {
    /// The name of its file.
    pub(super) key: &'static str,
    /// Its Markdown.
    pub(super) source: &'static str,
    /// The part of the guide it belongs to.
    pub(super) part: String,
    /// What it is about, in a few words.
    pub(super) about: String,
    /// Other words people look for it by.
    pub(super) also: String,
    /// Whether its sections are questions.
    pub(super) is_folded: bool,
    pub(super) title: String,
    pub(super) sections: Vec<HelpSection>,
    /// The values of the law it names.
    pub(super) law: Vec<String>,
}

impl Page {
    /// All its words, headings included.
    pub(super) fn text(&self) -> String {
        let sections = self.sections.iter().map(|section| format!("{} {}", section.title, texts(section).join(" ")));
        format!("{} {}", self.title, sections.collect::<Vec<_>>().join(" "))
    }

    /// What is written before the title, `key: words` a line.
    fn note(&mut self, lines: &str) {
        for (key, value) in lines.lines().filter_map(|line| line.split_once(": ")) {
            match key {
                "part" => self.part = value.to_owned(),
                "about" => self.about = spaced(value),
                "also" => self.also = value.to_owned(),
                "folded" => self.is_folded = value == "yes",
                _ => {}
            }
        }
    }
}

/// The paragraphs, items and rows of a section, each as plain words; not those that wait for the office's settings.
pub(super) fn texts(section: &HelpSection) -> Vec<String> {
    let plain = |spans: &Vec<HelpSpan>| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let of = |block: &HelpBlock| match block {
        HelpBlock::Paragraph { text } | HelpBlock::Note { text } => vec![plain(text)],
        HelpBlock::List { items, .. } => items.iter().map(plain).collect(),
        HelpBlock::Table { rows, .. } => {
            rows.iter().map(|row| spaced(&row.iter().map(plain).collect::<Vec<_>>().join(" : "))).collect()
        }
        // Its words say again what the text beside it says.
        HelpBlock::Picture { .. } => Vec::new(),
    };
    section.blocks.iter().flat_map(of).filter(|text| !text.contains('{')).collect()
}

/// Reads a page.
pub(super) fn read(key: &'static str, source: &str) -> Page {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reading = Reading { page: Page { key, ..Page::default() }, ..Reading::default() };
    reading.page.sections.push(section(String::new()));
    for event in Parser::new_ext(source, options) {
        reading.hear(event);
    }
    reading.page
}

fn section(title: String) -> HelpSection {
    HelpSection { key: key_of(&title), title, blocks: Vec::new() }
}

/// Where the reading of a page is.
#[derive(Default)]
struct Reading {
    page: Page,
    is_note: bool,
    is_strong: bool,
    is_quoted: bool,
    is_item: bool,
    to: Option<String>,
    picture: Option<String>,
    spans: Vec<HelpSpan>,
    items: Vec<Vec<HelpSpan>>,
    cells: Vec<Vec<HelpSpan>>,
    heads: Vec<Vec<HelpSpan>>,
    rows: Vec<Vec<Vec<HelpSpan>>>,
}

impl Reading {
    fn hear(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_note => self.page.note(&text),
            Event::Text(text) => {
                self.say(&text, if self.is_strong { HelpLook::Strong } else { HelpLook::Plain });
            }
            Event::Code(text) => self.say(&text, HelpLook::Key),
            Event::SoftBreak | Event::HardBreak => self.say(" ", HelpLook::Plain),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Words that look like those before them and lead where they do continue them.
    fn say(&mut self, text: &str, look: HelpLook) {
        match self.spans.last_mut().filter(|last| last.look == look && last.to == self.to) {
            Some(last) => last.text.push_str(text),
            None => self.spans.push(HelpSpan { text: text.to_owned(), look, to: self.to.clone() }),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        if let Tag::Link { dest_url, .. } = tag {
            self.to = Some(self.address(dest_url));
        }
        if let Tag::Image { dest_url, .. } = tag {
            self.picture = Some(dest_url.to_string());
        }
        self.is_note |= matches!(tag, Tag::MetadataBlock(_));
        self.is_strong |= matches!(tag, Tag::Strong);
        self.is_quoted |= matches!(tag, Tag::BlockQuote(_));
        self.is_item |= matches!(tag, Tag::Item);
    }

    /// The address a link leads to; a value of the law leads to its section, and is told at the foot.
    fn address(&mut self, link: &str) -> String {
        if let Some(topic) = link.strip_prefix("loi:") {
            self.page.law.push(topic.to_owned());
            return "/reglages/legales".to_owned();
        }
        link.strip_prefix("aide:").map_or_else(|| link.to_owned(), |topic| format!("/aide/{topic}"))
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.is_note = false,
            TagEnd::Strong => self.is_strong = false,
            TagEnd::BlockQuote(_) => self.is_quoted = false,
            TagEnd::Link => self.to = None,
            TagEnd::Image => {
                let (name, alt) = (self.picture.take().unwrap_or_default(), self.words());
                self.put(HelpBlock::Picture { name, alt });
            }
            TagEnd::Heading(HeadingLevel::H1) => self.page.title = self.words(),
            TagEnd::Heading(_) => {
                let title = self.words();
                self.page.sections.push(section(title));
            }
            // The text of an item is taken at its end, whether it stands in a paragraph or not.
            TagEnd::Paragraph if self.is_item => {}
            // A picture stands in a paragraph of its own, which says nothing more.
            TagEnd::Paragraph if self.spans.is_empty() => {}
            TagEnd::Paragraph => {
                let text = self.taken();
                let is_quoted = self.is_quoted;
                self.put(if is_quoted { HelpBlock::Note { text } } else { HelpBlock::Paragraph { text } });
            }
            TagEnd::Item => {
                self.is_item = false;
                let item = self.taken();
                self.items.push(item);
            }
            TagEnd::List(is_numbered) => {
                let items = std::mem::take(&mut self.items);
                self.put(HelpBlock::List { is_numbered, items });
            }
            TagEnd::TableCell => {
                let cell = self.taken();
                self.cells.push(cell);
            }
            TagEnd::TableHead => self.heads = std::mem::take(&mut self.cells),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.cells)),
            TagEnd::Table => {
                let (heads, rows) = (std::mem::take(&mut self.heads), std::mem::take(&mut self.rows));
                self.put(HelpBlock::Table { heads, rows });
            }
            TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Emphasis
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }

    /// What was said since the last block, as it is written in French.
    fn taken(&mut self) -> Vec<HelpSpan> {
        let spans = std::mem::take(&mut self.spans);
        spans.into_iter().map(|span| HelpSpan { text: spaced(&span.text), ..span }).collect()
    }

    fn words(&mut self) -> String {
        self.taken().into_iter().map(|span| span.text).collect()
    }

    fn put(&mut self, block: HelpBlock) {
        if let Some(section) = self.page.sections.last_mut() {
            section.blocks.push(block);
        }
    }
}
