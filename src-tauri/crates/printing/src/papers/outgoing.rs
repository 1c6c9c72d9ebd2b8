//! A paper of a dossier on its way out: its bytes are kept as they leave, in one action once they have left.
//!
//! The very bytes are written in the vault beside the attachments and named by a row of the dossier. The same bytes
//! given out twice are one row; a paper of no dossier leaves nothing behind.

use documents::papers::entry;
use domain::dossier::{DossierId, Event, Fact, Noted};
use domain::letter::LetterKind;
use domain::line::Line;
use domain::paper::Fingerprint;
use domain::settings::ListKey;
use domain::words::Word;
use store::{Acted, NewKeptPaper, Pieces, WrittenPiece};

use super::gathered::ToKeep;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::job::Ending;
use app::settings::settings;
use casework::dossiers::found;
use casework::followed::put;

/// Papers about to leave: one, or those that a booklet is made of.
pub(super) struct Leaving {
    pieces: Pieces,
    title: &'static str,
    kept: Vec<Kept>,
}

/// What will be kept of a paper.
struct Kept {
    what: ToKeep,
    reader: Line,
    fingerprint: Fingerprint,
    written: WrittenPiece,
}

impl Leaving {
    /// Writes in the vault the bytes of each paper of a dossier; those of another paper are nobody's.
    pub(crate) fn of(title: &'static str, papers: Vec<ToKeep>, pieces: &Pieces) -> Result<Self, Failure> {
        let mut leaving = Self { pieces: pieces.clone(), title, kept: Vec::new() };
        for what in papers {
            let Some(fingerprint) = what.paper.fingerprint else { continue };
            let written = leaving.or_taken_back(pieces.write(&what.paper.bytes).map_err(Failure::from))?;
            leaving.kept.push(Kept { reader: what.reader.clone(), what, fingerprint, written });
        }
        Ok(leaving)
    }

    /// What came of their leaving; when they could not leave, nothing of them stays.
    pub(super) fn or_taken_back<T>(&self, left: Result<T, Failure>) -> Result<T, Failure> {
        left.inspect_err(|_| self.take_back())
    }

    /// Their end at the desk: each dossier keeps its own, then the answer is given.
    pub(super) fn kept<T: Send + 'static>(mut self, answer: T) -> Ending<T> {
        Box::new(move |desk, caller| {
            let kept = self.keep(desk, &caller.moment);
            self.or_taken_back(kept)?;
            Ok(answer)
        })
    }

    fn keep(&mut self, desk: &mut Desk, moment: &Moment) -> Result<(), Failure> {
        if self.kept.is_empty() {
            return Ok(());
        }
        // The office may have been locked, and another one opened, while the paper was drawn.
        if desk.vault()?.pieces() != self.pieces {
            return Err(Failure::locked());
        }
        for kept in self.kept.iter().filter(|kept| LetterKind::from_key(kept.what.key).is_some()) {
            letter_sent(desk, kept.what.dossier, kept.what.key, moment)?;
        }
        let (mut new, mut known) = (Vec::new(), Vec::new());
        for kept in self.kept.drain(..) {
            let like = desk.read(|reader| Ok(reader.paper_like(kept.what.dossier, &kept.written)?));
            if matches!(like, Ok(Some(_))) { known.push(kept) } else { new.push(kept) }
        }
        for kept in &known {
            self.pieces.take_back(&kept.written);
        }
        self.kept = new;
        if self.kept.is_empty() {
            return Ok(());
        }
        let (kept, title) = (&self.kept, self.title);
        desk.act("keep_paper", moment, |writer| {
            let mut of_whom = Vec::new();
            for one in kept {
                of_whom.push(found(writer, one.what.dossier)?);
                let new = NewKeptPaper {
                    written: &one.written,
                    paper: one.what.key,
                    fingerprint: one.fingerprint,
                    reader: &one.reader,
                    kept_at: moment.now,
                };
                writer.insert_kept_paper(one.what.dossier, &new)?;
            }
            let (who, dossier) = match of_whom.as_slice() {
                [one] => (one.person.display_name(), Some(one.id)),
                several => (format!("{} dossiers", several.len()), None),
            };
            let sentence = domain::words::spaced(&format!("Papier remis : {title}, {who}."));
            Ok(Acted { value: (), sentence, dossier, fields: vec!["kept_papers"], draft: None })
        })
    }

    fn take_back(&self) {
        for kept in &self.kept {
            self.pieces.take_back(&kept.written);
        }
    }
}

/// Notes that a letter went out, once a day: tasks and the ladder of a missed instalment follow.
fn letter_sent(desk: &mut Desk, id: DossierId, paper: &str, moment: &Moment) -> Result<(), Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, id)?, settings(reader)?)))?;
    let subject = Some(ListKey::new(paper));
    let mut sent = dossier.facts.noted(Event::LetterSent);
    if sent.any(|noted| noted.on == moment.today && noted.subject == subject) {
        return Ok(());
    }
    let on = moment.today;
    let sent = Noted { subject, ..Noted::of(on, Event::LetterSent) };
    let title = entry(paper).map(|entry| entry.title).unwrap_or_default();
    desk.act("note_letter", moment, |writer| {
        put(writer, id, &Fact::Noted(sent.clone()), &settings, moment)?;
        let sentence = domain::words::spaced(&format!("{title}, {}.", dossier.person.display_name()));
        Ok(Acted { value: (), sentence, dossier: Some(id), fields: vec!["event"], draft: None })
    })
}
