//! Every line of the papers of the development set changed in turn: what is proven is never anything but the truth.

use std::path::Path;

use super::lines::{Line, lines};
use super::{drawings, readings};
use crate::headings::Headings;
use crate::proof::prove;
use crate::statement::Draft;

const PAPERS: [&str; 5] = [
    "agricole-2026-09-01.pdf",
    "epargne-2026-08-a-10.pdf",
    "mutual-2026-09.pdf",
    "paribas-2026-09.pdf",
    "postal-2026-10.pdf",
];

fn paper(name: &str) -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/statements/files");
    let pages = drawings(&std::fs::read(folder.join(name)).unwrap()).unwrap();
    (1..).zip(pages).flat_map(|(number, page)| lines(number, page.seen)).collect()
}

fn proven(lines: &[Line]) -> Vec<Draft> {
    readings::drafts(lines, &Headings::delivered()).into_iter().filter(|draft| prove(draft).holds()).collect()
}

/// Whether every statement proven of a changed paper is one the paper really has.
fn tells_the_truth(changed: &[Line], truth: &[Draft]) -> Result<(), String> {
    let real = |draft: &Draft| {
        truth.iter().any(|other| {
            let ends = |draft: &Draft| [draft.opening, draft.closing].map(|balance| balance.map(|one| one.amount));
            ends(other) == ends(draft) && other.same_movements(draft)
        })
    };
    let false_one = proven(changed).into_iter().find(|draft| !real(draft));
    false_one.map_or(Ok(()), |draft| Err(format!("{:?} {:?}", draft.opening, draft.closing)))
}

#[test]
fn a_line_left_out_of_a_real_layout_proves_nothing_false() {
    for name in PAPERS {
        let whole = paper(name);
        let truth = proven(&whole);
        assert!(!truth.is_empty(), "{name}");
        for place in (0..whole.len()).step_by(11) {
            let mut changed = whole.clone();
            let gone = changed.remove(place);
            assert_eq!(tells_the_truth(&changed, &truth), Ok(()), "{name}: {}", gone.text());
        }
    }
}

#[test]
fn a_figure_changed_in_a_real_layout_proves_nothing_false() {
    for name in PAPERS {
        let whole = paper(name);
        let truth = proven(&whole);
        for place in (0..whole.len()).step_by(7) {
            let Some(word) = whole[place].words.iter().rposition(|word| word.text.contains(',')) else { continue };
            let mut changed = whole.clone();
            let text = &mut changed[place].words[word].text;
            *text = text
                .chars()
                .map(|sign| {
                    if sign == '1' {
                        '2'
                    } else if sign == '0' {
                        '7'
                    } else {
                        sign
                    }
                })
                .collect();
            assert_eq!(tells_the_truth(&changed, &truth), Ok(()), "{name}: {}", whole[place].text());
        }
    }
}

#[test]
fn a_page_left_out_of_a_real_layout_proves_nothing_false() {
    for name in PAPERS {
        let whole = paper(name);
        let truth = proven(&whole);
        let last = whole.iter().map(|line| line.page).max().unwrap();
        for page in 1..=last {
            let kept: Vec<Line> = whole.iter().filter(|line| line.page != page).cloned().collect();
            assert_eq!(tells_the_truth(&kept, &truth), Ok(()), "{name}: page {page}");
        }
    }
}
