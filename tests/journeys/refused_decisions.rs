//! Decisions that cannot be: before their cause, without an agreement, outside a limit, with a field missing.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_dossier, assert_says, decide_to_submit, input, on, refused, submitted};
use crate::office::{Office, assert_refused};
use crate::settings::{a_product, version};

#[test]
fn a_cause_comes_before_what_follows_from_it() {
    let (mut office, dossier, bank) = a_dossier();
    let say = |office: &mut Office, call: &str, form: Value, field: &str, sentence: &str| {
        assert_says(office, (call, dossier), form, field, sentence);
    };
    let not_decided =
        "Le CCAS n’avait pas décidé de transmettre ce dossier à cette date. Notez d’abord cette décision.";
    say(&mut office, "submit_to_lender", json!({}), "sent_on", not_decided);
    let nobody = "Aucune banque n’a ce dossier : notez d’abord sa transmission.";
    say(&mut office, "note_approval", json!({}), "lender", nobody);
    let not_there = "Le 20 novembre 2026, ce dossier n’était pas à l’étude chez la Banque du Val. Notez d’abord sa \
                     transmission à cette banque, ou choisissez une autre banque.";
    say(&mut office, "note_refusal", json!({ "lender": bank, "reasons": ["other"] }), "lender", not_there);
    let not_granted = "Aucune banque n’avait accordé ce prêt à cette date. Notez d’abord l’accord.";
    say(&mut office, "sign_contract", json!({}), "lender", not_granted);
    let before =
        "La demande est du 12 octobre 2026 : rien ne vient avant elle. Corrigez cette date, ou celle de la demande.";
    say(&mut office, "note_interview", json!({ "kind": "home_visit", "held_on": "11/10/2026" }), "held_on", before);
    let to_come = "Cette date est à venir : on note ce qui a eu lieu.";
    say(&mut office, "drop_request", json!({ "on": "21/11/2026" }), "on", to_come);
    say(
        &mut office,
        "note_withdrawal",
        json!({}),
        "on",
        "Le 20 novembre 2026, aucune banque n’avait accordé ce prêt : il n’y a pas d’offre à refuser. Si la personne ne \
         donne pas suite, notez l’abandon de la demande.",
    );
    submitted(&mut office, dossier);
    let cause = "La transmission à la banque est du 13 novembre 2026 : ceci ne peut pas venir avant. Corrigez l’une des \
                 deux dates.";
    say(&mut office, "note_approval", json!({ "on": "12/11/2026" }), "on", cause);
    let twice = "Ce dossier est déjà à l’étude chez la Banque du Val, qui n’a pas répondu. Notez d’abord sa réponse, ou \
                 choisissez une autre banque.";
    say(&mut office, "submit_to_lender", json!({}), "lender", twice);
    let waiting =
        "Une banque étudie ce dossier et n’a pas répondu. Notez d’abord sa réponse, ou l’abandon de la demande.";
    say(
        &mut office,
        "decide_orientation",
        json!({ "direction": "redirect", "solutions": ["association"] }),
        "decided_on",
        waiting,
    );
    say(
        &mut office,
        "note_refusal",
        json!({}),
        "reasons",
        "Le motif du refus manque. S’il n’est pas connu, choisissez « Motif non communiqué ».",
    );
    let granted = "Une banque a accordé ce prêt. Si la personne n’en veut plus, notez qu’elle renonce à l’offre.";
    on(&mut office, "2026-11-24", "note_approval", dossier, json!({}));
    say(&mut office, "drop_request", json!({}), "on", granted);
    let unsigned = "Le contrat n’était pas signé à cette date. Notez d’abord la signature du contrat.";
    say(&mut office, "note_disbursement", json!({ "amount": "2400" }), "on", unsigned);
    on(&mut office, "2026-11-27", "sign_contract", dossier, json!({}));
    say(
        &mut office,
        "note_disbursement",
        json!({ "amount": "2 500" }),
        "amount",
        "Le contrat porte sur 2 400,00 € : on ne verse pas davantage. Corrigez le montant, ou le contrat.",
    );
}

#[test]
fn a_bank_lends_by_an_agreement_in_force_on_the_day_of_the_sending() {
    let (mut office, dossier, bank) = a_dossier();
    decide_to_submit(&mut office, dossier);
    let ends = json!({ "lender": bank, "agreement": "2023-06-10", "ends_on": "31/10/2026", "reason": "dénoncée" });
    office.call("end_agreement", ends);
    assert_says(
        &mut office,
        ("submit_to_lender", dossier),
        json!({}),
        "lender",
        "Banque du Val n’a pas de convention le 20 novembre 2026. Saisissez sa convention dans \
         les réglages, ou choisissez une autre banque.",
    );
    let unknown = json!({ "lender": "lender_9" });
    let not_listed = "Ce choix n’est pas dans la liste. Choisissez dans la liste proposée.";
    assert_says(&mut office, ("submit_to_lender", dossier), unknown, "lender", not_listed);
}

#[test]
fn rates_terms_and_amounts_keep_within_the_product_and_the_agreement() {
    let (mut office, dossier, _) = a_dossier();
    decide_to_submit(&mut office, dossier);
    let over = "Banque du Val : la convention s’arrête à 3 000 €, ou à 5 000 € avec une justification écrite. Choisissez \
                3 000 €, écrivez pourquoi il faut plus, ou une autre banque.";
    let asked = json!({ "amount": "3 500" });
    assert_says(&mut office, ("submit_to_lender", dossier), asked.clone(), "amount", over);
    let long = "Banque du Val : la convention s’arrête à 36 mois, ou à 48 mois avec une justification écrite. Choisissez \
                36 mois, écrivez pourquoi il faut plus, ou une autre banque.";
    assert_says(&mut office, ("submit_to_lender", dossier), json!({ "months": "40" }), "months", long);
    let nothing = "Un prêt de 0 € n’est pas un prêt.";
    assert_says(&mut office, ("submit_to_lender", dossier), json!({ "amount": "0" }), "amount", nothing);
    let reason = "La voiture la moins chère qui passe le contrôle.";
    office.call("change_project", json!({ "dossier": dossier, "field": "justification", "value": reason }));
    office.call("add_expense", json!({ "dossier": dossier, "label": "Attelage", "amount": "1 100" }));
    office.call("submit_to_lender", input(dossier, asked));
    let rate = "Banque du Val : la convention s’arrête à 4,00 %. Vérifiez le taux, ou corrigez la convention dans les \
                réglages.";
    assert_says(&mut office, ("note_approval", dossier), json!({ "annual_rate": "4,5" }), "annual_rate", rate);
    office.call("note_approval", input(dossier, json!({})));
    let wide = "Banque du Val : la convention s’arrête à 5 000 €. Choisissez 5 000 €, ou une autre banque.";
    assert_says(&mut office, ("sign_contract", dossier), json!({ "amount": "6000" }), "amount", wide);
    let early = "Le contrat a été signé le 20 novembre 2026 : l’argent ne peut pas être versé avant le 28 novembre 2026. \
                 Corrigez la date du versement ou celle de la signature.";
    assert_says(
        &mut office,
        ("sign_contract", dossier),
        json!({ "disbursed_on": "27/11/2026" }),
        "disbursed_on",
        early,
    );
}

#[test]
fn a_product_with_compulsory_budget_support_waits_for_the_plan() {
    let (mut office, dossier, _) = a_dossier();
    let mut fields = a_product("Restructuration");
    fields["support"] = json!("budget_required");
    let changed = json!({ "product": "national_guide", "fields": fields, "version": version("", "01/01/2026", "Délibération", "") });
    office.call("change_product", changed);
    decide_to_submit(&mut office, dossier);
    let asked = json!({ "product": "national_guide" });
    let waits = "Ce produit demande un accompagnement budgétaire : le plan n’est pas fixé. Fixez d’abord le plan \
                 d’accompagnement, en disant qui assure le soutien au budget.";
    assert_says(&mut office, ("submit_to_lender", dossier), asked.clone(), "lender", waits);
    office.call("plan_support", input(dossier, json!({ "level": "light" })));
    assert_says(&mut office, ("submit_to_lender", dossier), asked.clone(), "lender", waits);
    office.call("plan_support", input(dossier, json!({ "level": "light", "budget": "other" })));
    office.call("submit_to_lender", input(dossier, asked));
}

#[test]
fn what_a_form_lacks_is_said_at_its_field() {
    let (mut office, dossier, _) = a_dossier();
    for (call, form, field) in [
        ("note_interview", json!({}), "kind"),
        ("note_interview", json!({ "kind": "home_visit", "minutes": "longtemps" }), "minutes"),
        ("note_interview", json!({ "kind": "coffee" }), "kind"),
        ("decide_orientation", json!({}), "direction"),
        ("decide_orientation", json!({ "direction": "inadmissible" }), "reason"),
        ("decide_orientation", json!({ "direction": "redirect" }), "solutions"),
        ("decide_orientation", json!({ "direction": "redirect", "solutions": ["loterie"] }), "solutions"),
        ("drop_request", json!({ "on": "bientôt" }), "on"),
        ("plan_support", json!({}), "level"),
        ("plan_support", json!({ "level": "light", "budget": "voisin" }), "budget"),
    ] {
        let (_, failure) = refused(&mut office, call, dossier, form.clone());
        assert_refused(&failure, FailureKind::Refused, Some(field));
    }
}

/// What a bank says later joins its refusal, in the table of presentations and in the bilan.
#[test]
fn a_reason_given_later_joins_the_refusal() {
    let (mut office, dossier, _) = a_dossier();
    submitted(&mut office, dossier);
    on(&mut office, "2026-11-27", "note_refusal", dossier, json!({ "reasons": ["not_given"] }));
    let said = json!({ "reasons": ["insufficient_capacity"], "note": "au téléphone" });
    let view = on(&mut office, "2026-11-27", "explain_refusal", dossier, said);
    let sent = &view["presentations"][0];
    assert_eq!(sent["reasons"], json!(["Capacité de remboursement insuffisante"]), "« non communiqué » goes");
    assert!(sent["note"].as_str().unwrap().contains("au téléphone"), "{sent}");
    let bilan = office.call("report_data", json!({ "year": "2026", "from": "", "to": "" }));
    let tables = bilan["tables"].to_string();
    assert!(tables.contains("insufficient_capacity") && !tables.contains("not_given"), "{tables}");
}
