//! A missed instalment in the window: the bank's monthly list says it, its step of the loan opens, the call is
//! noted with what is asked of the bank.

use crate::adviser::{assert_sound, open_demo};
use crate::window::{Key, Place, Window};

/// The first loan nothing is known of this month, kept as `window.row`; gives its name.
pub fn choose_a_loan(window: &Window) -> String {
    let row = "window.row = [...document.querySelectorAll('tbody tr')]
        .find((one) => one.querySelector('input') && !one.querySelector('.sub'));
        return window.row.querySelector('a').textContent";
    window.run(row).as_str().unwrap().to_owned()
}

/// Once what the bank said of a loan is noted, its page.
pub fn open_once_counted(window: &Window, name: &str) {
    let row = format!("[...document.querySelectorAll('tbody tr')].find((one) => one.textContent.includes('{name}'))");
    window.wait_until(&format!("{row}.textContent.includes('compté une seule fois')"));
    window.wait_until("!document.querySelector('form button[type=submit]').disabled");
    assert_sound(window);
    window.run(&format!("{row}.querySelector('a').click()"));
}

#[test]
fn a_missed_instalment_goes_from_the_bank_list_to_the_call() {
    let place = Place::new();
    let window = open_demo(&place);
    window.by_role("link", "Relevé de la banque").click();
    window.wait_for("Relevé mensuel");
    window.wait_for("Le reste est coché payé");
    assert_sound(&window);
    window.picture("releve");
    // A loan nothing is known of: from its points, the instalments open on one that was not paid.
    choose_a_loan(&window);
    window.run("window.row.querySelector('a').click()");
    window.wait_until("document.querySelector('.life .open b')?.textContent === '3. Points de suivi'");
    window.run(
        "[...document.querySelectorAll('.life button.line')].find((one) => one.textContent.includes('2. ')).click()",
    );
    window.by_role("button", "Une seule n’est pas passée…").click();
    window.wait_until("document.querySelectorAll('input[name=declared]')[1].checked");
    // Its answer in the list of the bank is « impayée ».
    window.by_role("link", "Relevé de la banque").click();
    window.wait_for("Le reste est coché payé");
    let name = choose_a_loan(&window);
    window.run("window.row.querySelectorAll('input')[1].click()");
    window.press_with(Key::Control, Key::Enter);
    open_once_counted(&window, &name);
    window.wait_for("Ce que disent les dates");
    window.wait_for("Éviter le fichage");
    assert_sound(&window);
    window.picture("suivi");
    window.run("document.querySelector('.solutions input').click()");
    window.by_role("heading", "À l’essai");
    // The letter says why: without a cause nothing is noted.
    window.by_role("button", "Noter l’appel et écrire à la banque Ctrl Entrée").click();
    window.wait_for("La lettre à la banque dit pourquoi");
    window.by_label("Cause").choose("Perte d’emploi");
    window.by_role("button", "Noter l’appel et écrire à la banque Ctrl Entrée").click();
    window.by_role("button", "Revenir au prêt").click();
    window.wait_for("Solution à demander : report à la fin");
    assert_sound(&window);
    window.close();
}
