//! What every paper of a dossier is gathered from, read from the store once.

use documents::papers::Letterhead;
use documents::papers::session_sheet::Naming;
use domain::budget::Budget;
use domain::dossier::{Dossier, DossierId};
use domain::partner::{AidEntry, Referrer};
use domain::settings::Settings;
use store::Reader;

use super::super::merged::Scans;
use super::AtSession;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::dossiers::found;
use casework::office;
use casework::sessions::agenda_of;

/// What every paper of a dossier is gathered from.
pub(in crate::papers) struct Subject<'d> {
    pub(in crate::papers) dossier: &'d Dossier,
    /// Every version of its budget, the first one first.
    pub(in crate::papers) versions: &'d [Budget],
    pub(in crate::papers) settings: &'d Settings,
    pub(in crate::papers) head: &'d Letterhead,
    pub(in crate::papers) moment: &'d Moment,
    /// Who sent the person.
    pub(in crate::papers) referrer: Option<&'d Referrer>,
    /// The directory of aids.
    pub(in crate::papers) aids: &'d [AidEntry],
    /// The session it goes to.
    pub(in crate::papers) session: Option<&'d AtSession>,
    /// What the adviser adds to this letter alone.
    pub(in crate::papers) own_words: &'d str,
    /// Whether a paper of a session says who asks.
    pub(in crate::papers) naming: Naming,
    /// Its files, where they are printed.
    pub(in crate::papers) scans: Option<&'d Scans>,
}

/// What the store holds of a dossier for its papers, read once.
pub(in crate::papers) struct Held {
    dossier: Dossier,
    versions: Vec<Budget>,
    settings: Settings,
    head: Letterhead,
    referrer: Option<Referrer>,
    aids: Vec<AidEntry>,
    session: Option<AtSession>,
    own_words: String,
}

impl Held {
    pub(in crate::papers) fn of(desk: &Desk, id: DossierId) -> Result<Self, Failure> {
        desk.read(|reader| {
            let dossier = found(reader, id)?;
            Ok(Self {
                versions: reader.budgets(id)?,
                settings: app::settings::settings(reader)?,
                head: office::letterhead(reader)?,
                referrer: sender(reader, &dossier)?,
                aids: reader.aid_entries()?,
                session: None,
                own_words: String::new(),
                dossier,
            })
        })
    }

    /// The same with the session it is on the agenda of, looked for when it is not known: every dossier there is read.
    pub(in crate::papers) fn in_session(self, desk: &Desk, at: Option<AtSession>) -> Result<Self, Failure> {
        let session = match at {
            Some(at) => Some(at),
            None => desk.read(|reader| listed_at(reader, &self.dossier))?,
        };
        Ok(Self { session, ..self })
    }

    /// The same with what the adviser adds to one letter.
    pub(in crate::papers) fn with_words(self, own_words: &str) -> Self {
        Self { own_words: own_words.to_owned(), ..self }
    }

    /// What a paper is gathered from; only the bank file is printed with scans.
    pub(in crate::papers) fn subject<'d>(
        &'d self,
        naming: Naming,
        scans: Option<&'d Scans>,
        moment: &'d Moment,
    ) -> Subject<'d> {
        let Self { dossier, versions, settings, head, referrer, aids, session, own_words } = self;
        let (referrer, session) = (referrer.as_ref(), session.as_ref());
        Subject { dossier, versions, settings, head, moment, referrer, aids, session, own_words, naming, scans }
    }
}

/// The session whose agenda a dossier is on, and its place there.
fn listed_at(reader: &Reader<'_>, dossier: &Dossier) -> Result<Option<AtSession>, Failure> {
    let Some(listed) = dossier.facts.listed_next() else { return Ok(None) };
    let Some(session) = reader.session(listed.session)? else { return Ok(None) };
    let agenda = agenda_of(reader, session.id)?;
    let place = agenda.iter().position(|one| (one.dossier.id, one.item.matter) == (dossier.id, listed.matter));
    Ok(place.map(|place| AtSession::of(&session, listed.matter, (place.saturating_add(1), agenda.len()))))
}

/// Who sent the person of a dossier.
pub(super) fn sender(reader: &Reader<'_>, dossier: &Dossier) -> Result<Option<Referrer>, Failure> {
    let referrer = dossier.facts.request().referrer;
    Ok(referrer.map(|id| reader.referrer(id)).transpose()?.flatten())
}
