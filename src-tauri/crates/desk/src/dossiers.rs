//! Dossiers: recording a request, finding it, showing it, changing its person and request.

mod change_person;
mod change_request;
mod list;
mod record;
mod view;

pub use change_person::{PersonChange, PersonField, change_person};
pub use change_request::{RequestChange, RequestField, change_request};
pub use list::{DossierList, DossierRow, Search, dossiers};
pub use record::{NewRequest, record_request};
pub use view::{
    DossierView, HouseholdView, MemberView, NextView, OneDossier, OneReference, PersonFields, RequestFields, Room,
    RoomKey, dossier, dossier_of,
};

pub(crate) use change_person::born_on;
pub(crate) use view::{found, view};
