//! The tag tree: what each piece of text is, in the order it is read.
//!
//! PDF/UA-1 (ISO 14289-1) wants every piece of content either tagged or marked as
//! an artifact, and every table heading to say what it heads. Rules, grounds, the
//! foot and repeated table headings are artifacts; all the rest is here.

/// What a tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Title,
    Paragraph,
    Table,
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
            Self::Title => "H1",
            Self::Paragraph => "P",
            Self::Table => "Table",
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
        Self { nodes: vec![Node { role: Role::Document, parent: None, children: Vec::new() }] }
    }

    /// Adds a tag at the end of its parent.
    pub(crate) fn add(&mut self, parent: TagId, role: Role) -> TagId {
        let id = TagId(self.nodes.len());
        self.nodes.push(Node { role, parent: Some(parent), children: Vec::new() });
        self.hold(parent, Child::Tag(id));
        id
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
