//! Who sends a person, in one field: a referrer, one of the origins, the person themselves, or a service nobody wrote
//! down yet, which is then added to the referrers.

use domain::companion::{Companion, CompanionId, CompanionRole};
use domain::line::Line;
use domain::partner::{Referrer, ReferrerId};
use domain::settings::{ListEntry, ListKey, Lists};
use domain::words::{folded, spaced};
use serde::Serialize;
use ts_rs::TS;

use crate::partners::named;
use app::failure::Failure;
use app::reading;

/// How a person who comes by themselves is said.
const ITSELF: [&str; 6] = ["elle-même", "lui-même", "d’elle-même", "de lui-même", "d'elle-même", "personne"];
/// The origin of who comes by themselves.
const DIRECT: &str = "direct";
/// The family of the origins of who is sent by a partner.
const PARTNER: &str = "partner";
/// The family of an origin nobody knows.
const UNKNOWN: &str = "unknown";
/// What a referrer is while nothing more is known of it.
const OTHER: &str = "other";

/// Who sends the person, as the page says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct SenderView {
    /// What may be typed: the referrers, the origins.
    pub known: Vec<String>,
    /// What recording would do: `Sera ajouté aux prescripteurs.`; empty when it is known already.
    pub note: String,
    /// Whether it is someone who may be answered.
    pub may_answer: bool,
}

/// Who sends the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sender {
    /// By an origin alone.
    Origin(ListKey),
    /// A referrer the office knows.
    Known(Referrer),
    /// A service nobody wrote down yet.
    New(Line),
}

/// Reads who sends the person; nothing when nothing was typed.
pub(super) fn read(typed: &str, lists: &Lists, referrers: &[Referrer]) -> Result<Option<Sender>, Failure> {
    let line = reading::line(typed, "sent_by")?;
    let same = |text: &str| folded(text) == folded(line.as_str());
    if line.is_empty() {
        return Ok(None);
    }
    let origin = |key: &str| offered(&lists.origins).find(|one| one.key.as_str() == key);
    let found = if ITSELF.into_iter().any(same) {
        origin(DIRECT)
    } else {
        offered(&lists.origins).find(|one| same(&one.label))
    };
    if let Some(found) = found {
        return Ok(Some(Sender::Origin(found.key.clone())));
    }
    let known =
        referrers.iter().filter(|one| !one.retired).find(|one| same(&named(one)) || same(one.structure.as_str()));
    Ok(Some(known.map_or(Sender::New(line), |known| Sender::Known(known.clone()))))
}

/// Who sends the person, as the page says it while it is typed.
pub(super) fn view(typed: &str, lists: &Lists, referrers: &[Referrer]) -> SenderView {
    let sender = read(typed, lists, referrers).ok().flatten();
    let services = referrers.iter().filter(|one| !one.retired).map(named);
    let others = offered(&lists.origins).filter(|one| !is_of(one, PARTNER) && !is_of(one, UNKNOWN));
    let note = match &sender {
        Some(Sender::New(_)) => spaced("Nouveau : sera ajouté aux prescripteurs."),
        Some(Sender::Known(_) | Sender::Origin(_)) | None => String::new(),
    };
    SenderView {
        known: services.chain(others.map(|one| one.label.clone())).chain(["d’elle-même".to_owned()]).collect(),
        note,
        may_answer: matches!(sender, Some(Sender::Known(_) | Sender::New(_))),
    }
}

/// The origin of a request that nobody said more of.
pub(super) fn unknown(lists: &Lists) -> Option<ListKey> {
    offered(&lists.origins).find(|one| is_of(one, UNKNOWN)).map(|one| one.key.clone())
}

impl Sender {
    /// By where the person came.
    pub(super) fn origin(&self, lists: &Lists) -> Option<ListKey> {
        match self {
            Self::Origin(key) => Some(key.clone()),
            Self::Known(_) | Self::New(_) => {
                offered(&lists.origins).find(|one| is_of(one, PARTNER)).map(|one| one.key.clone())
            }
        }
    }

    /// The referrer to add, or the one known.
    pub(super) fn referrer(&self, lists: &Lists) -> Option<Referrer> {
        match self {
            Self::Origin(_) => None,
            Self::Known(known) => Some(known.clone()),
            Self::New(structure) => {
                let kinds = || offered(&lists.referrer_kinds);
                let kind = kinds().find(|one| one.key.as_str() == OTHER).or_else(|| kinds().last())?;
                Some(Referrer {
                    id: ReferrerId(0),
                    kind: kind.key.clone(),
                    structure: structure.clone(),
                    name: Line::default(),
                    phone: None,
                    email: None,
                    address: Line::default(),
                    retired: false,
                })
            }
        }
    }
}

/// Whom the office may answer, by the person's word on the phone: the written agreement is asked later.
pub(super) fn companion(referrer: &Referrer) -> Result<Companion, Failure> {
    let name = if referrer.name.is_empty() { &referrer.structure } else { &referrer.name };
    let phone = referrer.phone.as_ref().map(ToString::to_string);
    let email = referrer.email.as_ref().map(|email| email.as_str().to_owned());
    let reach: Vec<String> = phone.into_iter().chain(email).collect();
    Ok(Companion {
        id: CompanionId(0),
        role: CompanionRole::Professional,
        name: name.clone(),
        organisation: referrer.structure.clone(),
        reach: reading::line(&reach.join(", "), "sent_by")?,
        address: referrer.address.clone(),
        agreed_on: None,
        lead: false,
    })
}

fn offered(list: &[ListEntry]) -> impl Iterator<Item = &ListEntry> {
    list.iter().filter(|one| !one.retired)
}

fn is_of(one: &ListEntry, family: &str) -> bool {
    one.family.as_ref().is_some_and(|own| own.as_str() == family)
}
