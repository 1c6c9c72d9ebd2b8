//! Files brought to a reading: chosen or let go on the window, or kept in the dossier already.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::attachment::AttachmentId;
use domain::dossier::DossierId;
use domain::line::Line;
use serde::Deserialize;
use statements::{Refusal, SourceFile as File, read_source};
use ts_rs::TS;

use super::patterns::own_rules;
use super::session::{SourceFile, Unopened, added, open, set};
use super::view::{StatementsRead, shown};
use crate::attachments::{AttachmentToRead, Unkept, attachment_to_read, file_name, read_whole};
use crate::dossiers::found;
use app::caller::{Caller, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::job::{Ending, Work};
use app::settings::settings;

/// The most files a reading holds.
const MOST_FILES: usize = 40;
/// The most bytes they may weigh together.
const MOST_BYTES: usize = 200_000_000;

/// The files to read.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StatementFiles {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The handles of the chosen files.
    pub files: Vec<String>,
    /// Files the dossier keeps already.
    #[ts(type = "Array<number>")]
    pub attachments: Vec<AttachmentId>,
}

/// A file about to be read, beside the desk.
enum Coming {
    Chosen(PathBuf),
    Kept(AttachmentId, Box<AttachmentToRead>),
}

/// Reads statements. Nothing is written: what they say waits in memory.
pub fn bring_statements(
    desk: &mut Desk,
    input: StatementFiles,
    caller: &Caller,
) -> Result<Work<Ending<StatementsRead>>, Failure> {
    let dossier = input.dossier;
    desk.read(|reader| found(reader, dossier).map(drop))?;
    let (count, weight) = open(desk, dossier).map_or((0, 0), |session| {
        (session.files.len(), session.files.iter().map(|file| file.bytes.len()).fold(0, usize::saturating_add))
    });
    let coming = input.files.len().saturating_add(input.attachments.len());
    if coming == 0 {
        return Err(Failure::no_file().at("files"));
    }
    if count.saturating_add(coming) > MOST_FILES {
        return Err(Failure::refused(&format!("On lit {MOST_FILES} relevés au plus à la fois.")).at("files"));
    }
    let chosen = input
        .files
        .iter()
        .map(|handle| caller.outside.files.path(handle).map(Coming::Chosen).ok_or_else(Failure::no_file));
    let mut all = chosen.collect::<Result<Vec<_>, Failure>>()?;
    for id in &input.attachments {
        all.push(Coming::Kept(*id, Box::new(attachment_to_read(desk, dossier, *id, caller)?)));
    }
    let vault = desk.vault()?.pieces();
    Ok(Box::new(move |progress: &Progress| {
        let of = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let (mut files, mut unopened, mut weight) = (Vec::new(), Vec::new(), weight);
        for (done, one) in (0..).zip(all) {
            progress.step(done, of)?;
            let (name, attachment, bytes) = whole(one)?;
            match bytes {
                Ok(bytes) if weight.saturating_add(bytes.len()) <= MOST_BYTES => {
                    weight = weight.saturating_add(bytes.len());
                    let source = read_source(File { name: name.as_str(), bytes: &bytes });
                    files.push(SourceFile { name, bytes: Arc::from(bytes), attachment, source });
                }
                Ok(_) => unopened.push(Unopened { name, sentence: Refusal::TooLarge.sentence().to_owned() }),
                Err(sentence) => unopened.push(Unopened { name, sentence }),
            }
        }
        progress.step(of, of)?;
        let ending: Ending<StatementsRead> = Box::new(move |desk, caller| {
            // The office may have been locked, and another one opened, while files were read.
            if desk.vault()?.pieces() != vault {
                return Err(Failure::locked());
            }
            let before = open(desk, dossier).cloned();
            let own = desk.read(|reader| own_rules(reader, settings(reader)?.at(caller.moment.today).lists))?;
            added(desk, dossier, own, files, unopened);
            shown(desk, dossier, &caller.moment).inspect_err(|_| set(desk, before))
        });
        Ok(ending)
    }))
}

/// The name of a file, the attachment it is, its bytes or why they are not read.
type Whole = (Line, Option<AttachmentId>, Result<Vec<u8>, String>);

fn whole(coming: Coming) -> Result<Whole, Failure> {
    Ok(match coming {
        Coming::Chosen(path) => (file_name(&path), None, chosen(&path)),
        Coming::Kept(id, kept) => {
            let bytes = kept.read()?;
            (kept.name, Some(id), Ok(bytes))
        }
    })
}

fn chosen(path: &Path) -> Result<Vec<u8>, String> {
    read_whole(path).map_err(|unkept| match matches!(unkept, Unkept::TooLarge(_)) {
        true => Refusal::TooLarge.sentence().to_owned(),
        false => format!("{} {}", unkept.reason(), unkept.remedy()),
    })
}
