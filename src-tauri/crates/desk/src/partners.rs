//! The partners: banks, their word and what is seen of it; those who send people, and what became of them.

mod exchanges;
mod people;
mod referrers;
mod seen;
mod view;

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

pub(crate) use referrers::{chosen, named};
