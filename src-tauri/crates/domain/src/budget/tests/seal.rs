//! What closes a version of a budget, and what opens the next one.

use super::*;
use crate::dossier::tests::deeds::{Deed, LENDER, day, fact};
use crate::dossier::tests::{dossier, settings};
use crate::dossier::{Direction, Dossier};
use crate::household::{Link, Member, MemberId};

fn with(budget: Option<Budget>) -> Dossier {
    Dossier { budget, ..dossier(&[(1, Deed::Interview)]) }
}

fn sealed() -> Budget {
    let seal = with(Some(budget(delmas()))).seal(SealedBy::Sent, day(3), &settings(), day(3)).unwrap();
    Budget { seal, ..budget(delmas()) }
}

/// A household of the applicant and of a child of number 2, with its share.
fn child(share: Share) -> Household {
    let child = Member { id: MemberId(2), link: Link::Child, share, ..Member::applicant() };
    Household::of(vec![Member::applicant(), child]).unwrap()
}

#[test]
fn a_decision_and_a_sending_close_a_version_and_nothing_else_does() {
    let by = |deed| SealedBy::of_fact(&fact(deed, day(3)));
    assert_eq!(by(Deed::Orient(Direction::Redirect)), Some(SealedBy::Decided));
    assert_eq!(by(Deed::Submit(LENDER)), Some(SealedBy::Sent));
    assert_eq!((by(Deed::Approve(LENDER)), by(Deed::Interview)), (None, None));
}

#[test]
fn a_version_is_closed_once_and_only_with_a_line() {
    let seal = |budget| with(budget).seal(SealedBy::Printed, day(4), &settings(), day(4)).unwrap();
    assert_eq!(seal(None), None);
    assert_eq!(seal(Some(budget(Vec::new()))), None);
    assert_eq!(seal(Some(sealed())), None, "it stays as it was given");
    let closed = seal(Some(budget(delmas()))).unwrap();
    assert_eq!((closed.by, closed.on, closed.instalment), (SealedBy::Printed, day(4), None));
}

#[test]
fn the_instalment_of_the_day_is_kept_once_it_is_worked_out() {
    let mut asked = with(Some(budget(delmas())));
    asked.simulation.amount = Some(euros("2400"));
    asked.simulation.months = Some(36);
    asked.simulation.lender = Some(key(LENDER));
    let seal = asked.seal(SealedBy::Sent, day(3), &settings(), day(3)).unwrap().unwrap();
    assert_eq!(seal.instalment, Some(euros("70,86")));
}

#[test]
fn a_share_that_changes_opens_a_version_only_after_it_was_given() {
    let (half, whole) = (child(Share::Half), child(Share::One));
    assert_eq!(budget(delmas()).shared_anew(&half, &whole), None, "the version in use follows");
    assert_eq!(sealed().shared_anew(&half, &whole), Some(Vec::new()));
    assert_eq!(sealed().shared_anew(&half, &half), None);
}

#[test]
fn the_lines_of_someone_who_leaves_go_back_to_the_household() {
    let mut theirs = budget(delmas());
    theirs.lines[1].member = Some(MemberId(2));
    let left = theirs.shared_anew(&child(Share::One), &three()).unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].id, theirs.lines[1].id);
    assert_eq!(theirs.shared_anew(&three(), &child(Share::One)), None, "who is there keeps theirs");
}
