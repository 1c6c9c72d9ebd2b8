//! What makes a dossier and what does not.

use proptest::prelude::*;

use super::*;
use crate::line::Line;
use crate::settings::ListKey;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn request(id: i64, replaces: Option<i64>, project: &str) -> Recorded {
    let request = Request {
        received_on: day("2026-11-09"),
        origin: ListKey::new("first_reception"),
        project: Line::read(project).unwrap(),
        purpose: None,
        amount: None,
        how_heard: None,
        referrer: None,
    };
    Recorded {
        id: FactId(id),
        replaces: replaces.map(FactId),
        fact: Fact::RequestReceived(request),
        precision: Precision::Day,
        retracted: false,
    }
}

fn next(id: i64, set_on: &str, on: &str) -> Recorded {
    let next = NextDate { set_on: day(set_on), on: day(on), what: Line::default() };
    Recorded {
        id: FactId(id),
        replaces: None,
        fact: Fact::NextDateSet(next),
        precision: Precision::Day,
        retracted: false,
    }
}

#[test]
fn a_correction_stands_and_what_it_corrects_is_kept() {
    let facts = Facts::of(vec![request(1, None, "voiture"), request(2, Some(1), "scooter")]).unwrap();
    assert_eq!(facts.request().project.as_str(), "scooter");
    assert_eq!(facts.recorded().len(), 2, "nothing is overwritten");
    assert_eq!(facts.request_id(), FactId(2));
}

#[test]
fn a_correction_stands_at_the_place_of_what_it_corrects() {
    let corrected = Recorded { replaces: Some(FactId(2)), ..next(4, "2026-11-10", "2026-12-03") };
    let rows = vec![
        request(1, None, "voiture"),
        next(2, "2026-11-10", "2026-12-01"),
        next(3, "2026-11-10", "2026-12-02"),
        corrected,
    ];
    let facts = Facts::of(rows).unwrap();
    assert_eq!(facts.standing().map(|row| row.id.0).collect::<Vec<_>>(), [1, 4, 3]);
    assert_eq!(facts.next_date().unwrap().on, day("2026-12-02"), "what was entered last is still the last");
}

#[test]
fn the_last_next_date_set_counts() {
    let rows =
        vec![request(1, None, "voiture"), next(3, "2026-11-10", "2026-12-01"), next(2, "2026-11-12", "2027-01-15")];
    assert_eq!(Facts::of(rows).unwrap().next_date().unwrap().on, day("2027-01-15"));
}

#[test]
fn facts_that_make_no_dossier_are_refused() {
    let of = |rows| Facts::of(rows).unwrap_err();
    assert_eq!(of(Vec::new()), FactRefused::NoRequest);
    assert_eq!(of(vec![request(1, None, "a"), request(2, None, "b")]), FactRefused::TwoRequests);
    assert_eq!(of(vec![request(1, None, "a"), request(2, Some(7), "b")]), FactRefused::NothingToCorrect);
    let facts = Facts::of(vec![request(1, None, "a")]).unwrap();
    let admit = |new| facts.admit(new, day("2026-11-09")).map(|_| ());
    assert_eq!(admit(request(2, Some(1), "")), Err(FactRefused::NoProject));
    assert_eq!(admit(next(2, "2026-11-10", "2026-12-01")), Err(FactRefused::InTheFuture));
    assert_eq!(admit(next(2, "2026-11-09", "2026-12-01")), Ok(()));
}

proptest! {
    #[test]
    fn the_order_of_entry_does_not_matter(order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let rows = [
            request(1, None, "voiture"), request(2, Some(1), "vélo"), request(5, Some(2), "scooter"),
            next(3, "2026-11-10", "2026-12-01"), next(4, "2026-11-10", "2026-12-02"), next(6, "2026-11-08", "2027-01-01"),
        ];
        let told = Facts::of(rows.to_vec()).unwrap();
        let shuffled = Facts::of(order.iter().map(|place| rows[*place].clone()).collect()).unwrap();
        prop_assert_eq!(told, shuffled);
    }
}
