//! Dossiers: recording a request, finding it, showing it, changing its person and request.

mod appointments;
mod calendar;
mod call;
mod change_person;
mod change_request;
mod companions;
mod duplicates;
mod first_contact;
mod head_loan;
mod join_person;
mod list;
mod members;
mod prefill;
mod record;
mod rooms;
mod screening;
mod screening_grid;
mod sender;
mod taken_over;
mod view;

pub use appointments::{
    AppointmentOutcome, AppointmentView, NewAppointment, SettledAppointment, set_appointment, settle_appointment,
};
pub use calendar::open_appointment;
pub use call::{NewScreening, ScreeningCorrection, correct_screening, note_screening};
pub use change_person::{PersonChange, PersonField, PersonOf, change_person};
pub use change_request::{RequestChange, RequestField, change_request};
pub use companions::{
    CompanionChange, CompanionForm, CompanionView, NewCompanion, OneCompanion, add_companion, change_companion,
    remove_companion,
};
pub use duplicates::{KnownPeople, KnownPerson, TheirDossier, TypedPerson, known_people};
pub use first_contact::{AnswerGiven, CallNoted, FirstContact, NewInformation, first_contact, note_information};
pub use head_loan::HeadLoan;
pub use join_person::{PersonJoined, join_person, tell_apart};
pub use list::{DossierList, DossierRow, PhaseKey, Search, dossiers};
pub use record::{NewRequest, record_request};
pub use rooms::{Room, RoomKey, room_of};
pub use screening::ScreeningForm;
pub use screening_grid::{
    PaperToBring, ScreeningAsked, ScreeningQuestion, ScreeningSection, ScreeningView, VerdictLineView, VerdictView,
    screening_grid,
};
pub use sender::SenderView;
pub use taken_over::{TakenOverForm, asked_on};
pub use view::{
    DossierView, HouseholdView, MemberView, NextView, OneDossier, OneReference, PersonFields, RequestFields, dossier,
    dossier_of, found,
};

pub(crate) use list::row;
pub(crate) use taken_over::corrected_day;
pub(crate) use view::view;
