//! Traits shared by too few people, left out until enough share what is left.
//!
//! Worked example, under 3: one man of 18 to 29 who lives alone among nine who live alone loses his age band, so do the
//! others whose traits are as rare, and together they are enough or are left out.

use std::collections::BTreeMap;

/// What a person could be recognised by; nothing where it was left out.
pub(super) type Traits = [Option<String>; 6];

/// The order traits are left out in, by their place: the month, then what is least asked of a study.
const ORDER: [usize; 6] = [0, 4, 3, 2, 5, 1];

/// Rows none of which is rare.
pub(super) struct Alike {
    /// Each row in its place; nothing for one left out.
    pub(super) rows: Vec<Option<Traits>>,
    /// How many lost a trait.
    pub(super) blurred: usize,
    /// How many were left out.
    pub(super) dropped: usize,
}

/// Leaves out traits, then rows, until every row left is shared by at least so many.
pub(super) fn enough_alike(mut rows: Vec<Traits>, under: u64) -> Alike {
    for place in ORDER {
        let rare = rare(&rows, under);
        if !rare.contains(&true) {
            break;
        }
        for (row, _) in rows.iter_mut().zip(&rare).filter(|(_, is_rare)| **is_rare) {
            if let Some(one) = row.get_mut(place) {
                *one = None;
            }
        }
    }
    let rare = rare(&rows, under);
    let rows: Vec<Option<Traits>> =
        rows.into_iter().zip(rare).map(|(row, is_rare)| (!is_rare).then_some(row)).collect();
    let blurred = rows.iter().flatten().filter(|row| row.iter().any(Option::is_none)).count();
    let dropped = rows.iter().filter(|row| row.is_none()).count();
    Alike { rows, blurred, dropped }
}

/// Whether each row is shared by fewer than so many.
fn rare(rows: &[Traits], under: u64) -> Vec<bool> {
    let mut shared: BTreeMap<&Traits, u64> = BTreeMap::new();
    for row in rows {
        let count = shared.entry(row).or_default();
        *count = count.saturating_add(1);
    }
    rows.iter().map(|row| shared.get(row).is_none_or(|count| *count < under)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn person(parts: &str) -> Traits {
        let mut parts = parts.split(' ').map(|part| Some(part.to_owned()));
        std::array::from_fn(|_| parts.next().flatten())
    }

    #[test]
    fn a_rare_person_loses_the_month_first_then_is_left_out() {
        let common = "01 30-44 alone job office car";
        let mut rows: Vec<Traits> = (0..5).map(|_| person(common)).collect();
        rows.push(person("02 18-29 couple job office car"));
        let found = enough_alike(rows, 5);
        assert_eq!((found.blurred, found.dropped), (0, 1));
        assert_eq!(found.rows[5], None, "alone in every way");
        let months = ["01", "02", "03", "04", "05"].map(|month| person(&format!("{month} 30-44 alone job office car")));
        let found = enough_alike(months.to_vec(), 5);
        assert_eq!((found.blurred, found.dropped), (5, 0));
        assert_eq!(found.rows[0].as_ref().unwrap()[0], None);
        assert_eq!(found.rows[0].as_ref().unwrap()[1].as_deref(), Some("30-44"), "what is shared is kept");
    }

    proptest! {
        #[test]
        fn every_row_left_is_shared_by_enough(people in proptest::collection::vec(proptest::array::uniform6(0_u8..3), 0..80), under in 2_u64..7) {
            let rows = people.iter().map(|person| person.map(|part| Some(part.to_string()))).collect();
            let found = enough_alike(rows, under);
            let left: Vec<Traits> = found.rows.into_iter().flatten().collect();
            prop_assert!(!rare(&left, under).contains(&true));
            prop_assert_eq!(left.len().saturating_add(found.dropped), people.len());
        }
    }
}
