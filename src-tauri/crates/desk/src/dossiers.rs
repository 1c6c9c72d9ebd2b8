//! Dossiers: recording a request, finding it, showing it, changing its person and request.

mod change_person;
mod change_request;
mod head_loan;
mod list;
mod record;
mod rooms;
mod view;

pub use change_person::{PersonChange, PersonField, change_person};
pub use change_request::{RequestChange, RequestField, change_request};
pub use head_loan::HeadLoan;
pub use list::{DossierList, DossierRow, PhaseKey, Search, dossiers};
pub use record::{NewRequest, record_request};
pub use rooms::{Room, RoomKey};
pub use view::{
    DossierView, HouseholdView, MemberView, NextView, OneDossier, OneReference, PersonFields, RequestFields, dossier,
    dossier_of,
};

pub(crate) use change_person::born_on;
pub(crate) use list::row;
pub(crate) use rooms::room_of;
pub(crate) use view::{found, view};
