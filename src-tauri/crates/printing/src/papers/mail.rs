//! A paper by e-mail: a draft that the system's mail program opens, with the paper attached. Étrier sends nothing.
//!
//! The attached copy of a paper of a dossier only opens with a password, shown once and never written anywhere: it is
//! told by telephone. The copy that the dossier keeps is the paper itself. The draft lies in the private folder that
//! is emptied at lock.

use chrono::{DateTime, Utc};
use documents::protection::protected;
use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;
use serde::Serialize;
use store::drawn_below;
use ts_rs::TS;
use zeroize::Zeroizing;

use super::file::{close_versions, size_of};
use super::gathered::{Gathered, Printed, gather};
use super::outgoing::Leaving;
use super::request::OnePaper;
use app::caller::{Caller, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::show_private;
use app::job::{Ending, Work};
use app::settings::identity;
use casework::office::drawn_words;
use domain::settings::OfficeIdentity;
use domain::words::spaced;

/// How many words open an attached copy: they are told by telephone, and its file is slow to try.
const WORDS: usize = 4;

/// A draft that was opened.
#[derive(Clone, Serialize, TS)]
pub struct PaperMailed {
    /// What was done, in a sentence.
    pub sentence: String,
    /// What opens the attached copy; empty when nothing in it is about anybody.
    #[ts(type = "string")]
    pub password: Zeroizing<String>,
    /// What is noted of the password once it was told: the paper it opens.
    pub title: String,
}

/// Opens the draft of an e-mail with the paper attached. What goes out of a dossier is kept.
pub fn mail_paper(desk: &mut Desk, input: OnePaper, caller: &Caller) -> Result<Work<Ending<PaperMailed>>, Failure> {
    let (folder, viewer, now) = (desk.opened_folder().to_owned(), caller.outside.viewer.clone(), caller.moment.now);
    let gathered = gather(desk, &OnePaper { for_email: Some(true), ..input }, &caller.moment)?;
    close_versions(desk, &gathered, &caller.moment)?;
    let (pieces, office) = (desk.vault()?.pieces(), desk.read(identity)?);
    Ok(Box::new(move |progress: &Progress| {
        let Printed { paper, kept } = gathered.printed(progress)?;
        progress.still_wanted()?;
        let leaving = Leaving::of(gathered.title(), kept, &pieces)?;
        let password = if gathered.addressed().is_some() { drawn_words(WORDS)? } else { Zeroizing::default() };
        let attached = leaving.or_taken_back(attachment(&paper.bytes, &password))?;
        let size = size_of(attached.len());
        let draft = leaving.or_taken_back(draft(&gathered, attached, &office, now))?;
        let file = folder.join(gathered.file_name()).with_extension("eml");
        leaving.or_taken_back(show_private(&file, &draft, &*viewer).map_err(|_| no_mail_program()))?;
        let told = format!("{} ({size}) : le brouillon est ouvert, rien n’est parti.", gathered.title());
        let title = gathered.title().to_owned();
        Ok(leaving.kept(PaperMailed { sentence: spaced(&told), password, title }))
    }))
}

fn no_mail_program() -> Failure {
    Failure::refused("Aucun logiciel de courriel n’a ouvert le brouillon. Le dossier est intact, rien n’est parti.")
        .remedy("Enregistrez le PDF, puis joignez-le vous-même.")
}

/// The copy to attach: behind the password, or as it is without one.
fn attachment(pdf: &[u8], password: &str) -> Result<Vec<u8>, Failure> {
    if password.is_empty() {
        return Ok(pdf.to_vec());
    }
    let mut key = Zeroizing::new([0_u8; 32]);
    for byte in key.iter_mut() {
        *byte = u8::try_from(drawn_below(256)?).unwrap_or_default();
    }
    Ok(protected(pdf, password, &key)?)
}

/// The draft: its subject names the reference, never a person.
fn draft(
    gathered: &Gathered,
    attached: Vec<u8>,
    office: &OfficeIdentity,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Failure> {
    let title = gathered.title();
    let (subject, to) = match gathered.addressed() {
        Some((reference, to)) => (format!("{title}, dossier {reference}"), to),
        None => (title.to_owned(), ""),
    };
    let protection = "Le fichier joint est protégé. Je vous donne son mot de passe par téléphone.";
    let protection = if gathered.addressed().is_some() { protection } else { "" };
    let signed = [&office.advisor, &office.name, &office.phone];
    let signed: Vec<&str> = signed.into_iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    let parts = ["Bonjour,".to_owned(), format!("Voici « {title} ».\n{protection}"), signed.join("\n")];
    let body = spaced(parts.join("\n\n").trim());
    let mut message = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .date(now.timestamp())
        .subject(subject)
        .text_body(body)
        .attachment("application/pdf", gathered.file_name().to_owned(), attached);
    if !office.email.is_empty() {
        message = message.from((office.name.as_str(), office.email.as_str()));
    }
    if !to.is_empty() {
        message = message.to(to.to_owned());
    }
    message.write_to_vec().map_err(|_| Failure::broken("brouillon"))
}
