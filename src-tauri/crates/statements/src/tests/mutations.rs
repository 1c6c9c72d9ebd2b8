//! A paper changed by one figure, one line or two amounts is never proven.

#![expect(clippy::float_arithmetic, clippy::as_conversions, clippy::string_slice, reason = "places on a drawn paper")]

use super::layouts::{AUGUST, all, money, proven, reading};
use super::paper::{Drawing, LETTER, Text, pdf, right};

fn is_amount(text: &Text) -> bool {
    let figures = text.text.trim_start_matches("- ").trim_end_matches(" €");
    text.text.contains(',') && figures.chars().all(|sign| sign.is_ascii_digit() || sign == ',' || sign == '.')
}

fn amounts(page: &[Text]) -> Vec<usize> {
    (0..page.len()).filter(|place| is_amount(&page[*place])).collect()
}

fn is_proven(page: Vec<Text>) -> bool {
    proven(&reading(&pdf(&[page], Drawing::default()))).is_some()
}

#[test]
fn one_figure_changed_anywhere_unproves() {
    for (name, page) in all(14_352, AUGUST) {
        for place in amounts(&page) {
            let mut changed = page.clone();
            let last = changed[place].text.rfind(|sign: char| sign.is_ascii_digit()).unwrap();
            let figure = if &changed[place].text[last..=last] == "7" { "8" } else { "7" };
            changed[place].text.replace_range(last..=last, figure);
            assert!(!is_proven(changed), "{name}: {}", page[place].text);
        }
    }
}

#[test]
fn one_operation_removed_unproves() {
    for (name, page) in all(14_352, AUGUST) {
        for (_, label, _) in AUGUST {
            let y = page.iter().find(|text| text.text == label[0]).unwrap().y;
            let kept: Vec<Text> = page.iter().filter(|text| (text.y - y).abs() > 0.1).cloned().collect();
            assert!(!is_proven(kept), "{name}: {label:?}");
        }
    }
}

#[test]
fn two_amounts_of_two_sides_swapped_unprove() {
    // What a balance and an operation of one side exchange leaves every sum as it was: no figure can tell.
    let bare = |text: &Text| text.text.trim_end_matches(" €").to_owned();
    let of = |side: fn(i64) -> bool| -> Vec<String> {
        AUGUST.iter().filter(|(_, _, cents)| side(*cents)).map(|(_, _, cents)| money(*cents)).collect()
    };
    let (debits, credits) = (of(|cents| cents < 0), of(|cents| cents > 0));
    for (name, page) in all(14_352, AUGUST).into_iter().filter(|(name, _)| *name != "lone column") {
        for one in amounts(&page).into_iter().filter(|place| debits.contains(&bare(&page[*place]))) {
            for other in amounts(&page).into_iter().filter(|place| credits.contains(&bare(&page[*place]))) {
                let mut changed = page.clone();
                changed[one] = right(right_edge(&page[one]), page[one].y, &page[other].text);
                changed[other] = right(right_edge(&page[other]), page[other].y, &page[one].text);
                assert!(!is_proven(changed), "{name}: {} {}", page[one].text, page[other].text);
            }
        }
    }
}

fn right_edge(text: &Text) -> f64 {
    text.x + LETTER * text.text.chars().count() as f64
}

#[test]
fn an_export_changed_by_a_cent_or_a_line_is_not_proven() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/statements/files");
    let text = encoding_rs::WINDOWS_1252.decode(&std::fs::read(folder.join("mutual.csv")).unwrap()).0.into_owned();
    let lines: Vec<&str> = text.lines().collect();
    for place in 2..lines.len() - 1 {
        let without: Vec<&str> =
            lines.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, line)| *line).collect();
        assert!(proven(&reading(without.join("\n").as_bytes())).is_none(), "{}", lines[place]);
    }
    let cent = text.replacen("-39,80", "-39,81", 1);
    assert_ne!(cent, text);
    assert!(proven(&reading(cent.as_bytes())).is_none());
    assert!(proven(&reading(text.as_bytes())).is_some());
}
