//! The words of sessions.

use domain::committee::{Attendance, SessionKind, SessionState};
use domain::dossier::SessionMatter;

use super::Word;

impl Word for SessionMatter {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Refund => "refund",
        }
    }
}

impl Word for SessionKind {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::InternalCommission => "internal_commission",
            Self::CollegialCommittee => "collegial_committee",
        }
    }
}

impl Word for SessionState {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Held => "held",
        }
    }
}

impl Word for Attendance {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Present => "present",
            Self::Excused => "excused",
            Self::Absent => "absent",
        }
    }
}
