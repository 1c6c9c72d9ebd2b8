//! The tag tree: what each piece of text is, in the order it is read.
//!
//! PDF/UA-1 (ISO 14289-1) wants every piece of content either tagged or marked as
//! an artifact, headings that skip no level, a text in the place of every figure, and
//! every table heading to say what it heads. Rules, grounds, the
//! foot and repeated table headings are artifacts; all the rest is here.

use super::length::Length;

/// What a tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    /// A part of the paper, with its own headings.
    Part,
    /// The name of the paper: the heading of the first level.
    Title,
    /// A heading of the second level.
    Heading,
    /// A heading of the third level.
    Subheading,
    Paragraph,
    List(Marker),
    ListItem,
    /// The bullet or number of an item.
    ItemLabel,
    ItemBody,
    /// Read by its text in words.
    Figure,
    Contents,
    ContentsEntry,
    /// Text that leads elsewhere in the file.
    Link,
    Table,
    /// The name of a table, inside it.
    Caption,
    Row,
    /// A table heading, over so many columns.
    Head(Scope, usize),
    Cell,
}

impl Role {
    /// Its standard name (ISO 32000-1, 14.8.4).
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Part => "Part",
            Self::Title => "H1",
            Self::Heading => "H2",
            Self::Subheading => "H3",
            Self::Paragraph => "P",
            Self::List(_) => "L",
            Self::ListItem => "LI",
            Self::ItemLabel => "Lbl",
            Self::ItemBody => "LBody",
            Self::Figure => "Figure",
            Self::Contents => "TOC",
            Self::ContentsEntry => "TOCI",
            Self::Link => "Link",
            Self::Table => "Table",
            Self::Caption => "Caption",
            Self::Row => "TR",
            Self::Head(..) => "TH",
            Self::Cell => "TD",
        }
    }
}

/// What a table heading heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
    Row,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    Bullet,
    /// 1., 2., 3.
    Number,
    /// A box to tick, read before what it ticks.
    Box,
}

/// Number of a tag in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TagId(usize);

/// What a tag holds: another tag, or a piece of a page by its sheet and number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Child {
    Tag(TagId),
    Piece { sheet: usize, number: usize },
}

/// A tag and what it holds.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Option<TagId>,
    pub(crate) children: Vec<Child>,
    /// What is read in the place of a figure, and where the figure is.
    pub(crate) figure: Option<Figure>,
    /// What a heading says, and where it is.
    pub(crate) landmark: Option<Landmark>,
}

/// A heading in words, and the place a bookmark leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Landmark {
    pub(crate) words: String,
    /// Its sheet, and its top from the bottom of that sheet, once it is laid.
    pub(crate) place: Option<(usize, Length)>,
}

/// A figure in words, and its place on its sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) words: String,
    /// Left, bottom, right and top from the bottom left of the sheet, once it is laid.
    pub(crate) bounds: Option<[Length; 4]>,
}

impl Node {
    fn new(role: Role, parent: Option<TagId>) -> Self {
        Self { role, parent, children: Vec::new(), figure: None, landmark: None }
    }
}

/// The tag tree of a paper.
#[derive(Debug)]
pub(crate) struct Tags {
    nodes: Vec<Node>,
}

impl Tags {
    /// The tag of the whole paper.
    pub(crate) const DOCUMENT: TagId = TagId(0);

    pub(crate) fn new() -> Self {
        Self { nodes: vec![Node::new(Role::Document, None)] }
    }

    /// Adds a tag at the end of its parent.
    pub(crate) fn add(&mut self, parent: TagId, role: Role) -> TagId {
        let id = TagId(self.nodes.len());
        self.nodes.push(Node::new(role, Some(parent)));
        self.hold(parent, Child::Tag(id));
        id
    }

    /// Adds a figure that reads as these words.
    pub(crate) fn add_figure(&mut self, parent: TagId, words: String) -> TagId {
        let id = self.add(parent, Role::Figure);
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.figure = Some(Figure { words, bounds: None });
        }
        id
    }

    /// Adds a heading that says these words.
    pub(crate) fn add_heading(&mut self, parent: TagId, role: Role, words: &str) -> TagId {
        let id = self.add(parent, role);
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.landmark = Some(Landmark { words: words.to_owned(), place: None });
        }
        id
    }

    /// Gives the heading that opens a part other words to be found by among the bookmarks.
    pub(crate) fn found_as(&mut self, part: TagId, words: &str) {
        let opening = self.nodes.get(part.0).and_then(|node| node.children.first()).copied();
        let Some(Child::Tag(heading)) = opening else { return };
        if let Some(landmark) = self.nodes.get_mut(heading.0).and_then(|node| node.landmark.as_mut()) {
            words.clone_into(&mut landmark.words);
        }
    }

    /// Says where a heading begins; the first line that says so is right.
    pub(crate) fn reach(&mut self, tag: TagId, sheet: usize, top: Length) {
        if let Some(landmark) = self.nodes.get_mut(tag.0).and_then(|node| node.landmark.as_mut()) {
            landmark.place.get_or_insert((sheet, top));
        }
    }

    /// Says where a figure was laid.
    pub(crate) fn place(&mut self, tag: TagId, bounds: [Length; 4]) {
        if let Some(figure) = self.nodes.get_mut(tag.0).and_then(|node| node.figure.as_mut()) {
            figure.bounds = Some(bounds);
        }
    }

    /// The sheet on which a tag begins, from 0; none before the strips are laid.
    pub(crate) fn sheet_of(&self, tag: TagId) -> Option<usize> {
        let node = self.nodes.get(tag.0)?;
        node.children.iter().find_map(|child| match child {
            Child::Tag(inner) => self.sheet_of(*inner),
            Child::Piece { sheet, .. } => Some(*sheet),
        })
    }

    /// Gives a tag the next piece of a sheet.
    pub(crate) fn hold_piece(&mut self, tag: TagId, sheet: usize, number: usize) {
        self.hold(tag, Child::Piece { sheet, number });
    }

    /// Every tag, with its number, parents before children.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = (TagId, &Node)> {
        self.nodes.iter().enumerate().map(|(place, node)| (TagId(place), node))
    }

    /// What a tag is.
    pub(crate) fn role(&self, tag: TagId) -> Role {
        self.nodes.get(tag.0).map_or(Role::Document, |node| node.role)
    }

    fn hold(&mut self, tag: TagId, child: Child) {
        if let Some(node) = self.nodes.get_mut(tag.0) {
            node.children.push(child);
        }
    }
}
