//! What a hand waits for in the real window: from a key or a click to the frame after the one that shows what it asked
//! for. `cargo build --release --workspace --bins`, then `cargo bench -p etrier-tests --bench interactions` for 2 000
//! dossiers, or `… -- 2000 100000` for other sizes; goals 50 ms and 100 ms.
//!
//! Two frames are counted in each figure: the first row tells what the display takes of it.

#![expect(dead_code, reason = "most words of the window are for the journeys")]

#[path = "../window/cross.rs"]
mod cross;
#[path = "../window/display.rs"]
mod display;
#[path = "../window/driver.rs"]
mod driver;
#[path = "../window/drop.rs"]
mod drop;
#[path = "../window/element.rs"]
mod element;
#[path = "../window/keys.rs"]
mod keys;
#[path = "../window/popup.rs"]
mod popup;
#[path = "../window/window.rs"]
mod window;

use window::{Key, PASSPHRASE, Place, Took, Window};

/// How often each is done.
const TIMES: usize = 15;
/// What is typed in searches, a letter more at each turn.
const TYPED: [&str; 3] = ["delmas", "voiture", "martin"];

/// One interaction and its times, in milliseconds.
type Row = (&'static str, Vec<Took>);

fn main() {
    let sizes: Vec<u32> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![2_000] } else { sizes };
    println!(
        "| Interaction, ms | {} |",
        sizes.iter().map(|size| format!("{size} dossiers")).collect::<Vec<_>>().join(" | ")
    );
    println!("|---|{}", "---|".repeat(sizes.len()));
    let measured: Vec<Vec<Row>> = sizes.iter().map(|size| measure(*size)).collect();
    for (at, (name, _)) in measured[0].iter().enumerate() {
        let cells: Vec<String> = measured.iter().map(|rows| told(&rows[at].1)).collect();
        println!("| {name} | {} |", cells.join(" | "));
    }
}

/// `12 (20), painted 34 (51)`: the medians, then the ninety-fifth of a hundred.
fn told(times: &[Took]) -> String {
    let of = |part: fn(&Took) -> f64| {
        let mut sorted: Vec<f64> = times.iter().map(part).collect();
        sorted.sort_by(f64::total_cmp);
        format!("{:.0} ({:.0})", sorted[sorted.len() / 2], sorted[sorted.len() * 95 / 100])
    };
    format!("{}, painted {}", of(|took| took.in_page), of(|took| took.painted))
}

fn measure(dossiers: u32) -> Vec<Row> {
    let place = Place::new();
    place.cli(&["demo", "--dossiers", &dossiers.to_string()]);
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    window.fill(1366, 768);
    let rows = vec![
        ("a word the page changes alone, which is what the display takes", alone(&window)),
        ("a keystroke in the search of the list", searches(&window)),
        ("the next page of the list", next_pages(&window)),
        ("a dossier opened", openings(&window)),
        ("another room of it", rooms(&window)),
        ("a field saved", fields(&window)),
        ("a keystroke in « Aller à »", go_to(&window)),
    ];
    window.kill();
    rows
}

/// Words typed letter by letter, each answered by the sentence that repeats them.
fn letters() -> impl Iterator<Item = String> {
    TYPED.iter().flat_map(|word| (2..=word.len()).map(|long| word[..long].to_owned())).take(TIMES)
}

fn searches(window: &Window) -> Vec<Took> {
    go(window, "/dossiers", "table tbody tr");
    letters()
        .map(|typed| window.timed("type", ("#find", &typed), ("main [role=status]", &format!("« {typed} »"))))
        .collect()
}

fn next_pages(window: &Window) -> Vec<Took> {
    let shown = |pages: usize| format!("{} dossiers affichés", pages * 50);
    (1..=5)
        .map(|pages| {
            if pages == 1 {
                window.timed("type", ("#find", ""), (".more-line", &shown(1)));
            }
            window.timed("click", (".more-line button", ""), (".more-line", &shown(pages + 1)))
        })
        .collect()
}

fn openings(window: &Window) -> Vec<Took> {
    (1..=TIMES)
        .map(|row| {
            go(window, "/dossiers", "table tbody tr");
            let link = format!("tbody tr:nth-child({row}) a");
            let name = window.find(&link).text();
            window.timed("click", (&link, ""), (".dossier-head h1", &name))
        })
        .collect()
}

fn rooms(window: &Window) -> Vec<Took> {
    window.find("nav.rooms a[href$=personne]").click();
    window.by_role("heading", "Identité et coordonnées");
    let turns = ["projet", "budget", "personne"].iter().cycle().take(TIMES);
    let heads = |room: &str| match room {
        "projet" => "Le projet",
        "budget" => "Budget du foyer",
        _ => "Identité et coordonnées",
    };
    turns
        .map(|room| window.timed("click", (&format!("main nav a[href$={room}]"), ""), ("main h2", heads(room))))
        .collect()
}

/// Each value is another one, so that each is an action, told at the bottom by its own line.
fn fields(window: &Window) -> Vec<Took> {
    window.find("nav.rooms a[href$=personne]").click();
    window.by_role("heading", "Identité et coordonnées");
    (0..TIMES)
        .map(|turn| {
            window.run("document.querySelector('.undo')?.parentElement.replaceChildren()");
            window.timed("fill", ("[name=commune]", &format!("Valbourg {turn}")), (".undo", "ommune"))
        })
        .collect()
}

/// A button that asks nothing of anyone.
fn alone(window: &Window) -> Vec<Took> {
    window.run(
        "const button = document.createElement('button');
         button.id = 'alone';
         button.onclick = () => { button.textContent = `${(Number.parseInt(button.textContent) || 0) + 1} fois`; };
         document.querySelector('main').append(button);",
    );
    let took = (1..=TIMES).map(|turn| window.timed("click", ("#alone", ""), ("#alone", &format!("{turn} fois"))));
    let took = took.collect();
    window.run("document.querySelector('#alone').remove()");
    took
}

fn go_to(window: &Window) -> Vec<Took> {
    letters()
        .map(|typed| {
            window.press_with(Key::Control, 'k');
            let took = window.timed("type", (".palette input", &typed), (".palette [role=status]", "résultat"));
            window.press(Key::Escape);
            took
        })
        .collect()
}

/// Follows a link to an address, once what it shows is there.
fn go(window: &Window, address: &str, shown: &str) {
    window.run(&format!(
        "const link = Object.assign(document.createElement('a'), {{ href: '#{address}' }});
         document.body.append(link);
         link.click();
         link.remove();"
    ));
    window.find(&format!("main {shown}"));
}
