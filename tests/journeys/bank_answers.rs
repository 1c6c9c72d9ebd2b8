//! What a bank would say of the loan asked for where it is not a plain yes, and what is read while none is kept.

use serde_json::json;

use crate::comparison::{offer, sentences};
use crate::office::{an_office, text};

#[test]
fn where_no_bank_is_possible_what_would_make_one_is_said() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "30");
    let dossier = office.request_of("Sonia", "Delmas");
    for (field, value) in [("amount", "3200"), ("months", "36")] {
        office.simulate(dossier, field, value);
    }
    let view = office.simulation(dossier);
    assert_eq!(
        text(offer(&view, &bank, "as_asked"), "/reason"),
        "3 200,00 € demandés, 3 000 € au plus, 36 mois demandés, 30 mois au plus"
    );
    assert_eq!(offer(&view, &bank, "as_asked")["keeping"], "barred");
    assert!(sentences(&view, "ways_out").is_empty(), "no single change would do");
    office.simulate(dossier, "amount", "2400");
    let view = office.simulation(dossier);
    assert_eq!(sentences(&view, "ways_out"), ["Banque du Val : sur 30 mois."]);
    assert_eq!(view["usual_months"], json!([18, 24, 30]));
}

#[test]
fn a_bank_whose_rate_is_not_known_is_neither_possible_nor_refused() {
    let mut office = an_office();
    let bank = office.lender_saying("Banque muette", "4", &[("rate", "")]);
    let dossier = office.request_of("Sonia", "Delmas");
    for (field, value) in [("amount", "2400"), ("months", "36")] {
        office.simulate(dossier, field, value);
    }
    let view = office.simulation(dossier);
    let silent = offer(&view, &bank, "as_asked");
    assert!(silent["possible"].is_null() && silent["loan"].is_null());
    assert_eq!(text(silent, "/reason"), "taux à demander à la banque");
}

#[test]
fn without_a_bank_kept_the_first_possible_one_is_read() {
    let mut office = an_office();
    let (dossier, banks) = office.compared();
    office.simulate(dossier, "lender", "");
    let view = office.simulation(dossier);
    assert_eq!(text(&view, "/bank_shown"), "Banque du Val");
    assert_eq!(text(&view, "/durations/2/cost/text"), "150,87 €");
    assert!(sentences(&view, "in_a_sentence")[0].starts_with("Pour 2 400,00 € empruntés"), "{view:#}");
    assert_eq!(offer(&view, &banks[0], "as_asked")["kept"], false);
}

#[test]
fn the_revolving_credit_stands_at_the_legal_ceiling_where_the_office_sets_none() {
    let mut office = an_office();
    let (dossier, _) = office.compared();
    let ceiling = json!({ "topic": "usury_rate_up_to_3000", "value": "23,56 %", "from": "1/10/2026", "until": "31/12/2026",
        "source": "Banque de France, avis du 28 septembre 2026", "weak": false });
    office.call("set_legal_value", ceiling);
    let view = office.simulation(dossier);
    assert_eq!(text(&view, "/revolving/total_cost/text"), "870,24 €");
    assert_eq!(text(&view, "/revolving/source"), "Au plafond légal, pour comparer");
}
