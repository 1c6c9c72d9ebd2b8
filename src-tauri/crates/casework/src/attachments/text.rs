//! What a file says it is, read while it is brought in: a bank statement, else the words it begins with.

use documents::raster::Pages;
use domain::attachment::{ContentKind, Recognised};
use domain::line::Line;
use domain::settings::ListKey;
use domain::supporting_document::Checklist;
use statements::{AccountKind, SourceFile, read_source};

use super::content::text_of;
use super::view::{BANK_STATEMENTS, SAVINGS_STATEMENT};

/// The most signs that are looked at.
const LONGEST: usize = 4_000;

/// What a file says of itself, until the list of the dossier tells which paper that is.
pub(crate) struct Said {
    statement: Option<AccountKind>,
    text: String,
}

impl Said {
    /// Reads what bytes say; a picture says nothing.
    pub(super) fn of(kind: ContentKind, bytes: &[u8]) -> Self {
        let text = match kind {
            ContentKind::Pdf => Pages::read(bytes.to_vec()).and_then(|pages| pages.text(0)).unwrap_or_default(),
            ContentKind::Text => text_of(bytes).unwrap_or_default(),
            ContentKind::Jpeg | ContentKind::Png | ContentKind::Docx | ContentKind::Odt => String::new(),
        };
        let statement = if text.is_empty() { None } else { statement(bytes) };
        Self { statement, text: text.chars().take(LONGEST).collect() }
    }

    /// The paper of the list that it is; a statement is one whatever the list asks for.
    pub(super) fn recognised(&self, list: &Checklist<'_>) -> Option<Recognised> {
        let statement = self.statement.map(|kind| {
            let document = ListKey::new(match kind {
                AccountKind::Current => BANK_STATEMENTS,
                AccountKind::Savings => SAVINGS_STATEMENT,
            });
            Recognised { document, part: Line::default() }
        });
        statement.or_else(|| list.recognised(&self.text))
    }
}

/// Whether bytes are a bank statement, in any of the formats that are read.
pub(super) fn is_statement(bytes: &[u8]) -> bool {
    statement(bytes).is_some()
}

fn statement(bytes: &[u8]) -> Option<AccountKind> {
    let found = read_source(SourceFile { name: "", bytes }).found.ok()?;
    found.first().map(|draft| draft.account.kind)
}
