//! A missed instalment in the window: the bank's monthly list says it, the room « Suivi » lights the call, the call is
//! noted with what is asked of the bank.

use crate::adviser::{assert_sound, open_demo};
use crate::window::{Key, Place};

#[test]
fn a_missed_instalment_goes_from_the_bank_list_to_the_call() {
    let place = Place::new();
    let window = open_demo(&place);
    window.by_role("link", "Relevé de la banque").click();
    window.wait_for("Relevé mensuel");
    window.wait_for("Tout est coché payé");
    assert_sound(&window);
    window.picture("releve");
    // The first loan nothing is known of: its answer is « impayée ».
    window.run(
        "const row = [...document.querySelectorAll('tbody tr')].find((one) => one.lastElementChild.textContent === ''); row.querySelectorAll('input')[1].click()",
    );
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("compté une seule fois");
    assert_sound(&window);

    window.run(
        "[...document.querySelectorAll('tbody tr')].find((one) => one.textContent.includes('compté')) \
         .querySelector('a').click()",
    );
    window.wait_for("Marche à suivre");
    window.wait_for("Éviter le fichage");
    assert_sound(&window);
    window.picture("suivi");
    window.by_label("Solution à demander").choose("Reporter l’échéance à la fin");
    window.wait_for("d’intérêts en plus");
    window.by_role("button", "Noter l’appel").click();
    window.wait_for("Report demandé : report à la fin");
    assert_sound(&window);
    window.close();
}
