//! The native lists of the screens, opened and chosen from as a hand does: whatever a choice does to the page, the page
//! outlives it (what WebDriver sets without opening the list shows nothing of this).

use crate::adviser::{open_demo, open_made_demo};
use crate::popup::By;
use crate::screens::{ROOMS, SCREENS, one_of_each_stage, visit};
use crate::window::{Place, Window};

/// The lists of the page that can be opened and have another choice.
const LISTS: &str = "[...document.querySelectorAll('select:not(:disabled)')].filter((list) => \
    list.checkVisibility() && [...list.options].filter((option) => !option.disabled).length > 1)";

/// The rooms of a dossier, the screens and the sections of the settings that have lists, and the button that opens the
/// form they stand in.
const LISTED: &[[&str; 2]] = &[
    ["personne", ""],
    ["projet", ""],
    ["budget", "Ajouter une ligne"],
    ["simulation", ""],
    ["pieces", ""],
    ["evaluation", ""],
    ["pret", ""],
    ["suivi", ""],
    ["fin", ""],
    ["journal", "Noter un échange"],
    ["demande", ""],
    ["simulateur", ""],
    ["partenaires", "Ajouter un prescripteur"],
    ["releve", ""],
    ["securite", "Tout le journal"],
    ["Règles", "Modifier"],
    ["Banques et conventions", "Nouvelle convention"],
    ["Produits", "Modifier"],
];

/// Each choice changes the address, and the bilan is drawn anew without the list that was used.
#[test]
fn every_list_of_the_bilan_is_chosen_from_by_hand() {
    let place = Place::new();
    let window = open_demo(&place);
    visit(&window, "bilan", "table.figures");
    let choose_in = |names: &[&str], by| {
        for name in names {
            choose_next(&window, &format!("select[name={name}]"), by);
            window.wait_until("location.hash !== before.address");
        }
    };
    choose_in(&["part", "against"], By::Keys);
    window.by_role("button", "Restreindre").click();
    choose_in(&["lender", "product", "purpose", "referrer"], By::Keys);
    choose_in(&["against", "lender"], By::Mouse);
    window.close();
}

#[test]
fn the_first_list_of_every_other_screen_is_chosen_from_by_hand() {
    let place = Place::new();
    place.cli(&["demo"]);
    let running = one_of_each_stage(&place)["running"];
    let window = open_made_demo(&place);
    for [screen, button] in LISTED {
        let shown = |[address, shown]: &[&'static str; 2]| (address == screen).then_some(*shown);
        if let Some(shown) = ROOMS.iter().find_map(shown) {
            visit(&window, &format!("dossiers/{running}/{screen}"), shown);
        } else if let Some(shown) = SCREENS.iter().find_map(shown) {
            visit(&window, screen, shown);
        } else {
            window.by_role("link", "Réglages").click();
            window.by_role("button", screen).click();
            let current = "document.querySelectorAll('button[aria-current]')";
            window.wait_until(&format!("[...{current}].some((one) => one.innerText.trim() === '{screen}')"));
        }
        if !button.is_empty() {
            let opener = format!("find((one) => one.innerText.startsWith('{button}'))");
            window.wait_until(&format!("window.opener = [...document.querySelectorAll('main button')].{opener}"));
            window.run("opener.click()");
        }
        window.wait_until(&format!("window.first = {LISTS}[0]"));
        window.run("document.querySelector('[data-first]')?.removeAttribute('data-first'); first.dataset.first = ''");
        choose_next(&window, "select[data-first]", By::Keys);
    }
    window.close();
}

/// Chooses what follows the choice shown and waits until a list of the page shows it or the page has gone elsewhere.
fn choose_next(window: &Window, css: &str, by: By) {
    window.find(css);
    let label = window.run(&format!(
        "const open = [...document.querySelector('{css}').options].filter((option) => !option.disabled);
         const next = open[(open.findIndex((option) => option.selected) + 1) % open.length].label;
         window.showing = () => {LISTS}.filter((list) => list.selectedOptions[0].label === next).length;
         window.before = {{ address: location.hash, showing: showing() }};
         return next;"
    ));
    let label = label.as_str().unwrap();
    window.find(css).choose_by(by, label);
    window.wait_until("showing() > before.showing || location.hash !== before.address");
    // What the choice does to the page is done in the frame after.
    window.run("window.isOver = false; setTimeout(() => requestAnimationFrame(() => { window.isOver = true; }))");
    window.wait_until("window.isOver");
}
