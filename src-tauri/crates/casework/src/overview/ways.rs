//! Where each thing that lacks is completed, and where each act is done: a room and its field, or a paper.

use domain::dossier::{Act, Dossier, NextAct, OverviewLine, Proposal};
use serde::Serialize;
use ts_rs::TS;

use crate::dossiers::RoomKey;
use crate::today::{TaskAction, action};

/// Where something is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OverviewWay {
    /// The room; nothing for a new request.
    pub room: Option<RoomKey>,
    /// The field, the form or the paper that is opened there; empty for the top of the room.
    pub word: String,
}

fn way(room: RoomKey, word: &str) -> OverviewWay {
    OverviewWay { room: Some(room), word: word.to_owned() }
}

/// Where an appointment is agreed.
pub(super) fn appointing() -> OverviewWay {
    way(RoomKey::Journal, "appointment")
}

/// Where an act is done.
pub(super) fn way_of_proposal(proposed: &NextAct, first: Option<&OverviewLine>, dossier: &Dossier) -> OverviewWay {
    if let Some(line) = &proposed.line {
        return way_of_line(line, dossier);
    }
    match proposed.what {
        Proposal::Complete => first.map_or(way(RoomKey::Person, ""), |line| way_of_line(&line.key, dossier)),
        Proposal::Appoint => appointing(),
        Proposal::SettleAppointment => way(RoomKey::Journal, "minutes"),
        Proposal::PrintList => way(RoomKey::Documents, "documents_list"),
        Proposal::Meet => way(RoomKey::Person, if dossier.person.born_on.is_none() { "born_on" } else { "" }),
        Proposal::Decide => way(RoomKey::Decisions, "orientation"),
        Proposal::SeeSession => way(RoomKey::Decisions, ""),
        Proposal::PrintConsent => way(RoomKey::Documents, "consent"),
        Proposal::NoteConsent => way(RoomKey::Decisions, "event-consent_signed"),
        Proposal::Submit => way(RoomKey::Decisions, "submission"),
        Proposal::Answer => way(RoomKey::Decisions, "approval"),
        Proposal::ChooseLender => way(RoomKey::Simulation, "lender"),
        Proposal::Documents => way(RoomKey::Attachments, ""),
        Proposal::Sign => way(RoomKey::Loan, "bank_reference"),
        Proposal::SeeLoan => way(RoomKey::Loan, ""),
        Proposal::Pay => way(RoomKey::Loan, "paid_on"),
        Proposal::Call => way(RoomKey::Loan, "outcome"),
        Proposal::FollowUp => way(RoomKey::Loan, "points"),
        Proposal::End => way(RoomKey::Loan, "end"),
        Proposal::Begin => OverviewWay { room: None, word: String::new() },
    }
}

/// Where an act of the course is done: its form.
pub(super) fn way_of_act(act: Act) -> OverviewWay {
    let form = match act {
        Act::Pay => "disbursement",
        Act::Sign => "contract",
        Act::Answer => "approval",
        Act::Submit => "submission",
        Act::Orient => "orientation",
        Act::Plan => "support",
        Act::Note(event) => return way(RoomKey::Decisions, &format!("event-{}", event.key())),
        Act::Explain => "explanation",
        Act::Meet => "interview",
        Act::Drop => "drop",
        Act::Withdraw => "withdrawal",
    };
    way(RoomKey::Decisions, form)
}

/// Where a line is completed: a thing looked at, a step of the ladder, a task.
pub(super) fn way_of_line(key: &str, dossier: &Dossier) -> OverviewWay {
    if key.starts_with("arrears.") {
        return way(RoomKey::Loan, "outcome");
    }
    let Some(task) = dossier.tasks.iter().find(|task| task.rule.as_str() == key) else {
        return way_of_requirement(key);
    };
    match action(task) {
        TaskAction::Call => way(RoomKey::Journal, "call"),
        TaskAction::Documents => way(RoomKey::Attachments, ""),
        TaskAction::File => way(RoomKey::Project, ""),
        TaskAction::Decide | TaskAction::Open => way(RoomKey::Decisions, ""),
        TaskAction::Loan => way(RoomKey::Loan, ""),
        TaskAction::FollowUp => way(RoomKey::Loan, "points"),
        TaskAction::Ending => way(RoomKey::Loan, "end"),
        TaskAction::Print => way(RoomKey::Documents, ""),
    }
}

/// Where a thing that a sending looks at is found, or what the interview asks.
pub(super) fn way_of_requirement(key: &str) -> OverviewWay {
    let (room, word) = match key {
        "appointment" => (RoomKey::Journal, "appointment"),
        "phone" | "born_on" | "address" | "purpose" => (RoomKey::Person, key),
        "amount_asked" => (RoomKey::Person, "amount"),
        "lead_advisor" => (RoomKey::Person, ""),
        "referrer_told" => (RoomKey::Person, "feedback"),
        "documents_list" => (RoomKey::Documents, key),
        "bank_file" => (RoomKey::Documents, "bank_file"),
        "registers" => (RoomKey::Assessment, "ficp"),
        "credit_exclusion" => (RoomKey::Assessment, "answer ordinary_credit_access"),
        "opinion" => (RoomKey::Assessment, "reasoned"),
        "budget" => (RoomKey::Budget, ""),
        "financing_plan" => (RoomKey::Project, "own_share"),
        "quotes" => (RoomKey::Project, ""),
        "lender" | "amount" | "months" => (RoomKey::Simulation, key),
        "limits" | "guarantee_envelope" => (RoomKey::Simulation, ""),
        "interview" => (RoomKey::Decisions, "interview"),
        "consent" => (RoomKey::Decisions, "event-consent_signed"),
        "reserve" => (RoomKey::Decisions, "event-reserve_lifted"),
        "orientation" => (RoomKey::Decisions, "orientation"),
        "support_plan" | "compulsory_support" => (RoomKey::Decisions, "support"),
        "holes" => (RoomKey::Journal, ""),
        key if key.starts_with("document") => (RoomKey::Attachments, ""),
        _ => (RoomKey::Assessment, ""),
    };
    way(room, word)
}
