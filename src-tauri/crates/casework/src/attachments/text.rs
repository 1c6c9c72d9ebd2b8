//! What a file says it is, read while it is brought in: a bank statement, else the words it begins with.

use domain::attachment::{ContentKind, Recognised};
use domain::line::Line;
use domain::settings::ListKey;
use domain::supporting_document::Checklist;
use statements::{AccountKind, SourceFile, read_source};

use super::content::text_of;
use super::refusal::{BROKEN, LOCKED};
use super::view::{BANK_STATEMENTS, SAVINGS_STATEMENT};
use app::caller::Progress;
use app::renderer::{self, Source, Unshown};

/// The most signs that are looked at.
const LONGEST: usize = 4_000;

/// What a file says of itself, until the list of the dossier tells which paper that is.
pub(crate) struct Said {
    statement: Option<AccountKind>,
    text: String,
}

/// Reads what bytes say, a picture says nothing; and says why they would not be shown.
pub(super) fn read(kind: ContentKind, bytes: Vec<u8>) -> (Said, Option<&'static str>) {
    let progress = Progress::untold();
    let (text, unshown) = match kind {
        ContentKind::Pdf => match renderer::first_text(Source::Pdf, bytes.clone(), &progress) {
            Ok(text) => (text, None),
            Err(Unshown::Fell) => (String::new(), Some(renderer::TOO_MUCH)),
            Err(Unshown::Refused(_) | Unshown::Unwanted) => {
                (String::new(), Some(if is_encrypted(&bytes) { LOCKED } else { BROKEN }))
            }
        },
        ContentKind::Text => (text_of(&bytes).unwrap_or_default(), None),
        ContentKind::Jpeg | ContentKind::Png => match renderer::texts(Source::Picture, bytes.clone(), &progress) {
            Ok(_) => (String::new(), None),
            Err(Unshown::Fell) => (String::new(), Some(renderer::TOO_MUCH)),
            Err(Unshown::Refused(_) | Unshown::Unwanted) => (String::new(), Some(BROKEN)),
        },
        ContentKind::Docx | ContentKind::Odt => (String::new(), None),
    };
    let statement = if text.is_empty() { None } else { statement(&bytes) };
    (Said { statement, text: text.chars().take(LONGEST).collect() }, unshown)
}

/// Whether a PDF says it is encrypted.
fn is_encrypted(bytes: &[u8]) -> bool {
    const ENCRYPTED: &[u8] = b"/Encrypt";
    bytes.windows(ENCRYPTED.len()).any(|part| part == ENCRYPTED)
}

impl Said {
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
