//! The partners: banks, their word and what is seen of it; those who send people, and what became of them.

mod aids;
mod exchanges;
mod people;
mod referrers;
mod seen;
mod view;

pub use aids::{
    AidDirectory, AidEntryChange, AidEntryFields, AidEntryRetirement, AidEntryView, AidsAsked, OneAidEntry,
    add_aid_entry, aid_directory, change_aid_entry, check_aid_entry, retire_aid_entry,
};
pub use exchanges::{
    ExchangeChange, ExchangeForm, ExchangeView, NewExchange, OneExchange, change_exchange, note_exchange,
    remove_exchange,
};
pub use people::{FeedbackForm, PersonSent, ReferrerPeople, note_feedback_agreement, referrer_people};
pub use referrers::{
    OneReferrer, ReferrerChange, ReferrerFields, ReferrerRetirement, ReferrerView, ReferrersView, add_referrer,
    change_referrer, referrers, retire_referrer,
};
pub use seen::{ClauseSeen, ClausesSeen, Seen};
pub use view::{Convention, PartnerBank, PartnerReferrer, PartnersAsked, PartnersView, partners};

pub(crate) use referrers::{chosen, named, referrer_of};
