//! One table, one file: its SQL, how its rows and the domain match, its reads and
//! writes.

pub(crate) mod budget;
pub(crate) mod dossier;
pub(crate) mod draft;
pub(crate) mod fact;
pub(crate) mod household;
pub(crate) mod journal;
pub(crate) mod line;
pub(crate) mod person;
pub(crate) mod reference;
pub(crate) mod setting;
pub(crate) mod undo;
pub(crate) mod vault;
