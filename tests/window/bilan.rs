//! The bilan on one page: what it may hold of words and controls, each number that opens its dossiers, two readings.

use crate::adviser::{assert_sound, open_made_demo};
use crate::screens::visit;
use crate::window::{Key, Place};

const WORDS: u64 = 480;
const CONTROLS: u64 = 45;

#[test]
fn the_bilan_is_one_page_whose_numbers_open_their_dossiers_beside_it() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = open_made_demo(&place);
    window.fill(1366, 768);
    visit(&window, "bilan", ".six a[aria-current]");
    window.wait_until("document.querySelectorAll('.counted-dossiers a').length > 3");
    window.picture("bilan-conseil");
    let seen = window.counted("");
    assert!(seen["words"].as_u64().unwrap() <= WORDS && seen["controls"].as_u64().unwrap() <= CONTROLS, "{seen}");
    assert_eq!(seen["main"], 1, "one action");
    assert_sound(&window);

    let sums = window.run(
        "const number = (one) => Number.parseInt(one.textContent, 10);
         const boxes = [...document.querySelectorAll('.flow b')].map(number);
         const rows = [...document.querySelectorAll('.bridge tbody tr')].map((row) => [...row.querySelectorAll('td')].map(number));
         return { boxes: boxes.reduce((sum, one) => sum + one, 0), received: number(document.querySelector('.six b')), rows };",
    );
    assert_eq!(sums["boxes"], sums["received"], "each request is in one box: {sums}");
    for row in sums["rows"].as_array().unwrap() {
        let [all, own, before] = [0, 1, 2].map(|place| row[place].as_f64().unwrap());
        assert!((all - own - before).abs() < 0.5, "what was done is of the period or of before: {sums}");
    }

    window.run("document.querySelector('.flow .light-box a').focus()");
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.flow .light-box a[aria-current]') !== null");
    window.wait_until("document.querySelector('.with-pane > section h2')?.textContent.includes('toujours ouvertes')");
    assert_sound(&window);

    window.run("document.querySelector('.segments input:checked').focus()");
    window.press(Key::Right);
    window.wait_until("document.querySelector('.with-pane') === null && document.querySelector('.six') !== null");
    assert_eq!(
        window.run("return document.querySelectorAll('.six a, .flow a, .counted-dossiers').length"),
        0,
        "no name"
    );
    window.picture("bilan-publication");
    assert_sound(&window);
    window.close();
}
