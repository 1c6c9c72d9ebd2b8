//! The native lists of the screens, opened and chosen from as a hand does: whatever a choice does to the page, the page
//! outlives it (what WebDriver sets without opening the list shows nothing of this).

use crate::adviser::{open_demo, open_made_demo};
use crate::popup::By;
use crate::register::a_register_let_go;
use crate::screens::{ROOMS, SCREENS, one_of_each_stage, visit};
use crate::window::{Place, Window};

/// The lists of the page that can be opened and have another choice, by their name and their place among those of that
/// name, and those that were chosen from on the screen.
const LISTS: &str = "window.lists = () => {
  const open = [...document.querySelectorAll('select:not(:disabled)')].filter((list) =>
    list.checkVisibility() && [...list.options].filter((option) => !option.disabled).length > 1);
  const nameOf = (list) => list.name || list.ariaLabel;
  const all = open.map((list) => [nameOf(list), list]);
  return new Map(all.map(([name, list], at) =>
    [`${name} ${all.slice(0, at).filter(([before]) => before === name).length + 1}`, list]));
};
window.chosen ??= new Set();";

/// The most lists a screen has; more would be one that is chosen from again and again.
const MOST: usize = 60;

/// The rooms that have lists, in a dossier of what stage, and the button that opens the form they stand in.
const ROOMS_WITH_LISTS: &[[&str; 3]] = &[
    ["running", "personne", ""],
    ["running", "personne", "Ajouter"],
    ["running", "projet", "Ajouter un devis"],
    ["running", "projet", "Ajouter une aide"],
    ["running", "pieces", "Autre"],
    ["running", "evaluation", ""],
    ["running", "pret", ""],
    ["running", "journal", "Noter un échange"],
    ["running", "suivi", ""],
    ["ending", "fin", ""],
    ["assessment", "decisions", "Décision du CCAS"],
    ["refused", "decisions", "Transmettre à une banque"],
    ["agreement_in_principle", "decisions", "Accord de la banque"],
    ["granted", "decisions", "Revoir le plan"],
];

/// The screens and the sections of the settings that have lists, and the button that opens the form they stand in.
const SCREENS_WITH_LISTS: &[[&str; 2]] = &[
    ["demande", ""],
    ["demande", "Commencée ailleurs"],
    ["simulateur", ""],
    ["partenaires", "Ajouter un prescripteur"],
    ["partenaires", "Noter un échange"],
    ["releve", ""],
    ["securite", "Tout le journal"],
    ["aujourdhui", "Temps passé sans dossier"],
    ["Règles", "Modifier"],
    ["Banques et conventions", "Nouvelle convention"],
    ["Produits", "Modifier"],
    ["Listes de choix", "Ajouter un choix"],
];

/// Each choice changes the address, and the bilan is drawn anew without the list that was used.
#[test]
fn every_list_of_the_bilan_is_chosen_from_by_hand() {
    let place = Place::new();
    let window = open_demo(&place);
    visit(&window, "bilan/2026/nombres", "table.figures");
    let choose_in = |names: &[&str], by| {
        for name in names {
            choose_next(&window, &format!("{name} 1"), by);
        }
    };
    choose_in(&["part", "against"], By::Keys);
    window.by_role("button", "Restreindre").click();
    choose_in(&["lender", "product", "purpose", "referrer"], By::Keys);
    choose_in(&["against", "lender"], By::Mouse);
    window.close();
}

#[test]
fn every_list_of_a_dossier_is_chosen_from_by_hand() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    let window = open_made_demo(&place);
    let mut here = String::new();
    for [stage, room, button] in ROOMS_WITH_LISTS {
        let there = format!("dossiers/{}/{room}", dossiers[*stage]);
        let [_, shown] = ROOMS.iter().find(|[address, _]| address == room).unwrap();
        if there != here {
            visit(&window, &there, shown);
            here = there;
        }
        choose_from_all(&window, &here, button);
    }
    window.close();
}

#[test]
fn every_list_of_the_other_screens_is_chosen_from_by_hand() {
    let place = Place::new();
    let window = open_demo(&place);
    let mut here = "";
    for [screen, button] in SCREENS_WITH_LISTS {
        if std::mem::replace(&mut here, screen) == *screen {
        } else if let Some([_, shown]) = SCREENS.iter().find(|[address, _]| address == screen) {
            visit(&window, screen, shown);
        } else {
            window.by_role("link", "Réglages").click();
            window.by_role("button", screen).click();
            let current = "document.querySelectorAll('button[aria-current]')";
            window.wait_until(&format!("[...{current}].some((one) => one.innerText.trim() === '{screen}')"));
        }
        choose_from_all(&window, screen, button);
    }
    window.close();
}

/// Each column of an office's register is told from a list, and each choice reads the register again.
#[test]
fn every_list_of_a_register_is_chosen_from_by_hand() {
    let place = Place::new();
    let window = a_register_let_go(&place);
    window.by_role("button", "Changer").click();
    window.wait_for("Ce que disent les colonnes");
    choose_from_all(&window, "reprise", "");
    window.close();
}

/// Opens the form behind the button, if any, and chooses once from each list that is there, those a choice brings too.
fn choose_from_all(window: &Window, screen: &str, button: &str) {
    window.run(&format!("{LISTS} if (chosen.screen !== '{screen}') chosen.clear(); chosen.screen = '{screen}';"));
    if !button.is_empty() {
        let opener = format!("find((one) => one.innerText.trim().startsWith('{button}'))");
        window.wait_until(&format!(
            "window.opener = [...document.querySelectorAll('main :is(button, summary)')].{opener}"
        ));
        window.run("opener.click()");
    }
    let next = "[...lists().keys()].find((name) => !chosen.has(name))";
    window.wait_until(next);
    for _ in 0..MOST {
        let name = window.run(&format!("return {next} ?? ''"));
        let name = name.as_str().unwrap();
        if name.is_empty() {
            return;
        }
        choose_next(window, name, By::Keys);
    }
    window.give_up(&format!("{screen} has more than {MOST} lists"));
}

/// Chooses what follows the choice shown and waits until the list shows it or the page has gone elsewhere; then the
/// page still answers.
fn choose_next(window: &Window, name: &str, by: By) {
    window.run(LISTS);
    window.wait_until(&format!("lists().has('{name}')"));
    let label = window.run(&format!(
        "const list = lists().get('{name}');
         for (const other of lists().values()) other.toggleAttribute('data-next', other === list);
         chosen.add('{name}');
         const open = [...list.options].filter((option) => !option.disabled);
         const next = open[(open.findIndex((option) => option.selected) + 1) % open.length].label;
         window.isShown = () => lists().get('{name}')?.selectedOptions[0].label === next;
         window.typed = () => [...document.querySelectorAll('main :is(input, select)')].map((field) => field.value).join();
         window.before = {{ address: location.hash, typed: typed() }};
         return next;"
    ));
    window.find("select[data-next]").choose_by(by, label.as_str().unwrap());
    // What a rhythm proposes is taken into the form, and the list is ready for another.
    let took = if name == "rhythm 1" { "typed() !== before.typed" } else { "isShown()" };
    window.wait_until(&format!("{took} || location.hash !== before.address"));
    assert_answers(window);
}

/// The page has not ended: its title is there, and it hears a click.
fn assert_answers(window: &Window) {
    let title = window.title();
    assert!(title.ends_with("– Étrier"), "{title}");
    window.run(
        "window.heard = false; addEventListener('click', () => (window.heard = true), { once: true, capture: true })",
    );
    window.find("h1").click();
    window.wait_until("heard");
}
