//! Banks and those who send people: contacts, exchanges, what a convention says beside what is seen, the word to a
//! referrer with the person's agreement.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_bank, a_dossier, next, on, stage, submitted};
use crate::office::{Office, a_request, an_office, assert_refused, at, plain, text};
use crate::settings::a_lender;

fn a_referrer(structure: &str, name: &str) -> Value {
    json!({ "kind": "local_mission", "structure": structure, "name": name, "phone": "05 55 00 41 26",
        "email": "accueil@mission.example", "address": "3 rue du Pont-Neuf, 99001 Valbourg" })
}

fn an_exchange() -> Value {
    json!({ "on": "09/11/2026", "kind": "message", "whom": "Hélène Maraval", "note": "motif demandé",
        "next_step": "rappeler", "next_on": "27/11/2026", "reference": "" })
}

fn added(office: &mut Office, structure: &str) -> Value {
    let view = office.call("add_referrer", a_referrer(structure, "Sandrine Orvault"));
    let all = view["referrers"].as_array().unwrap();
    all.iter().find(|one| one["fields"]["structure"] == structure).unwrap()["id"].clone()
}

/// Says that a referrer sent the person of a dossier.
fn sent_by(office: &mut Office, dossier: i64, referrer: &Value) {
    let value = referrer.to_string();
    office.call("change_request", json!({ "dossier": dossier, "field": "referrer", "value": value }));
}

/// One sound input of each call of the partners; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    Some(match call {
        "partners" => json!({ "lender": "" }),
        "add_referrer" => a_referrer("Mission locale de Valbourg", ""),
        "change_referrer" => json!({ "referrer": added(office, "Val Habitat"), "fields": a_referrer("Val", "") }),
        "retire_referrer" => json!({ "referrer": added(office, "Val Habitat"), "retired": true }),
        "referrer_people" => json!({ "referrer": added(office, "Val Habitat") }),
        "note_feedback_agreement" => {
            let referrer = added(office, "Val Habitat");
            sent_by(office, dossier, &referrer);
            json!({ "dossier": dossier, "agreement": "given", "on": "" })
        }
        "note_exchange" => json!({ "referrer": added(office, "Val Habitat"), "form": an_exchange() }),
        "change_exchange" | "remove_exchange" => {
            let referrer = added(office, "Val Habitat");
            let view = office.call("note_exchange", json!({ "referrer": referrer, "form": an_exchange() }));
            let one = view["referrer_exchanges"][0]["id"].clone();
            let mut form = an_exchange();
            form["note"] = json!("motif donné");
            if call == "remove_exchange" {
                json!({ "exchange": one })
            } else {
                json!({ "exchange": one, "form": form })
            }
        }
        other => return office_sample(other, office),
    })
}

fn an_aid(name: &str) -> Value {
    json!({ "name": name, "provider": "Entraide du Val", "what_for": "réparation à moitié prix",
        "contact": "05 55 00 41 30", "conditions": "devis", "to_bring": "la carte grise", "checked_on": "08/03/2025" })
}

fn a_resolution(number: &str) -> Value {
    json!({ "number": number, "decided_on": "03/03/2026", "subject": "règles du microcrédit",
        "extract": "Le conseil fixe le reste à vivre.", "file": "registre 2026, page 31",
        "vote": "12 pour, 2 abstentions", "transmitted_on": "09/03/2026", "published_on": "" })
}

/// The calls of the directory of aids and of the register of resolutions.
fn office_sample(call: &str, office: &mut Office) -> Option<Value> {
    let aid = |office: &mut Office| office.call("add_aid_entry", an_aid("Garage solidaire"))["aids"][0]["id"].clone();
    let resolution =
        |office: &mut Office| office.call("add_resolution", a_resolution("2026-31"))["resolutions"][0]["id"].clone();
    Some(match call {
        "aid_directory" => json!({ "search": "" }),
        "add_aid_entry" => an_aid("Garage solidaire"),
        "change_aid_entry" => json!({ "aid": aid(office), "fields": an_aid("Garage du Val") }),
        "check_aid_entry" => json!({ "aid": aid(office) }),
        "retire_aid_entry" => json!({ "aid": aid(office), "retired": true }),
        "resolutions" => json!({}),
        "add_resolution" => a_resolution("2026-31"),
        "change_resolution" => json!({ "resolution": resolution(office), "fields": a_resolution("2026-32") }),
        "remove_resolution" => json!({ "resolution": resolution(office) }),
        _ => return None,
    })
}

#[test]
fn the_directory_of_aids_is_searched_and_says_what_to_check_again() {
    let mut office = an_office();
    office.call("add_aid_entry", an_aid("Garage solidaire"));
    let mut fsl = an_aid("Fonds de solidarité logement");
    fsl["checked_on"] = json!("03/11/2026");
    let view = office.call("add_aid_entry", fsl);
    assert_eq!(plain(&text(&view, "/sentence")), "2 aides, 1 à revérifier");
    let suggested = office.call("choices", json!({}))["aids"][0]["told"].clone();
    assert_eq!(plain(suggested.as_str().unwrap()), "Garage solidaire, Entraide du Val, 05 55 00 41 30");
    assert_eq!(plain(&text(&view, "/aids/1/checked")), "8 mars 2025, à revérifier");
    let found = office.call("aid_directory", json!({ "search": "REPARATION garage" }));
    assert_eq!(found["aids"].as_array().unwrap().len(), 1);
    let garage = found["aids"][0]["id"].clone();
    for (field, value) in
        [("name", " "), ("name", "GARAGE solidaire"), ("checked_on", "01/01/2027"), ("checked_on", "x")]
    {
        let mut input = an_aid("Autre aide");
        input[field] = json!(value);
        assert_refused(&office.refused("add_aid_entry", input), FailureKind::Refused, Some(field));
    }
    let guide = office.call("draw_paper", json!({ "paper": "aids_guide" }));
    let guide = plain(&text(&guide, "/pages/0/text")).split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["2 aides, vers qui orienter", "la carte grise", "08/03/2025, à revérifier", "05 55 00 41 30"] {
        assert!(guide.contains(said), "{said:?} is not written in:\n{guide}");
    }
    let mut described = an_aid("Garage solidaire du Val");
    described["checked_on"] = json!("08/03/2025");
    let view = office.call("change_aid_entry", json!({ "aid": garage, "fields": described }));
    assert_eq!(plain(&text(&view, "/sentence")), "2 aides, 1 à revérifier");
    let view = office.call("check_aid_entry", json!({ "aid": garage }));
    assert_eq!(plain(&text(&view, "/sentence")), "2 aides");
    assert_eq!(text(&office.call("choices", json!({})), "/aids/0/provider"), "Entraide du Val");
    office.call("retire_aid_entry", json!({ "aid": garage, "retired": true }));
    assert_eq!(office.call("choices", json!({}))["aids"].as_array().unwrap().len(), 1, "no longer suggested");
    assert_refused(&office.refused("check_aid_entry", json!({ "aid": 77 })), FailureKind::Gone, None);
}

#[test]
fn a_resolution_and_the_rules_it_grounds_are_read_both_ways() {
    let mut office = an_office();
    office.call("add_resolution", a_resolution("2026-3"));
    let view = office.call("add_resolution", a_resolution("2026-31"));
    let of = |view: &Value, number: &str| {
        view["resolutions"].as_array().unwrap().iter().find(|one| one["fields"]["number"] == number).unwrap().clone()
    };
    let (short, long) = (of(&view, "2026-3"), of(&view, "2026-31"));
    assert_eq!(plain(&text(&long, "/state")), "pas encore exécutoire : publication à noter");
    let label = text(&long, "/label");
    assert_eq!(plain(&label), "Délibération n° 2026-31 du 3 mars 2026");
    assert_eq!(office.call("choices", json!({}))["resolutions"].as_array().unwrap().len(), 2);
    let version = crate::settings::version("", "01/04/2026", &label, "");
    let mut rules = crate::settings::sample("set_office_rules", &mut office);
    rules["version"] = version;
    office.call("set_office_rules", rules);
    let view = office.call("resolutions", json!({}));
    let grounds = of(&view, "2026-31")["grounds"].clone();
    assert_eq!(plain(grounds[0].as_str().unwrap()), "Règles du CCAS, à partir du 1er avril 2026");
    assert_eq!(of(&view, "2026-3")["grounds"], json!([]), "a number that begins alike grounds nothing");
    let rules = office.call("office_rules", json!({}));
    assert_eq!(plain(&text(&rules, "/versions/0/version/source")), plain(&label));

    let taken = json!({ "resolution": long["id"] });
    assert_refused(&office.refused("remove_resolution", taken), FailureKind::Refused, Some("number"));
    let renamed = json!({ "resolution": long["id"], "fields": a_resolution("2026-40") });
    assert_refused(&office.refused("change_resolution", renamed), FailureKind::Refused, Some("number"));
    let mut fields = a_resolution("2026-31");
    fields["extract"] = json!("Le conseil fixe le reste à vivre à 240 €.");
    fields["published_on"] = json!("10/03/2026");
    let view = office.call("change_resolution", json!({ "resolution": long["id"], "fields": fields }));
    assert_eq!(plain(&text(&of(&view, "2026-31"), "/state")), "exécutoire depuis le 10 mars 2026");
    office.call("remove_resolution", json!({ "resolution": short["id"] }));
    for (field, value) in [
        ("number", ""),
        ("number", "2026-31"),
        ("decided_on", ""),
        ("decided_on", "01/01/2027"),
        ("subject", ""),
        ("transmitted_on", "02/03/2026"),
        ("published_on", "01/01/2027"),
    ] {
        let mut input = a_resolution("2026-50");
        input[field] = json!(value);
        assert_refused(&office.refused("add_resolution", input), FailureKind::Refused, Some(field));
    }
}

#[test]
fn a_referrer_is_written_once_and_read_where_it_was_chosen() {
    let mut office = an_office();
    let mission = added(&mut office, "Mission locale de Valbourg");
    let same = a_referrer("MISSION LOCALE de Valbourg", "sandrine orvault");
    assert_refused(&office.refused("add_referrer", same), FailureKind::Refused, Some("structure"));
    for (field, value) in
        [("phone", "douze"), ("email", "sans arobase"), ("structure", " "), ("kind", ""), ("kind", "gone")]
    {
        let mut input = a_referrer("Val Habitat", "");
        input[field] = json!(value);
        assert_refused(&office.refused("add_referrer", input), FailureKind::Refused, Some(field));
    }
    let described = json!({ "referrer": mission, "fields": a_referrer("Mission locale", "Sandrine Orvault") });
    office.call("change_referrer", described);
    let described =
        json!({ "referrer": mission, "fields": a_referrer("Mission locale de Valbourg", "Sandrine Orvault") });
    office.call("change_referrer", described);
    let mut request = a_request("Sonia", "Delmas");
    request["referrer"] = json!(mission.to_string());
    let view = office.call("record_request", request.clone());
    let dossier = view["id"].as_i64().unwrap();
    assert_eq!(text(&view, "/request/referrer"), mission.to_string());
    office.call("retire_referrer", json!({ "referrer": mission, "retired": true }));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/request/referrer"), mission.to_string(), "one who sends nobody any more is still read");
    let known = office.call("referrers", json!({}));
    assert_eq!(known["referrers"][0]["retired"], true);
    assert_eq!(text(&known, "/referrers/0/label"), "Mission locale de Valbourg, Sandrine Orvault");
    request["referrer"] = json!("77");
    assert_refused(&office.refused("record_request", request), FailureKind::Gone, Some("referrer"));
    let twice = office.refused("add_referrer", a_referrer("Mission locale de Valbourg", "Sandrine Orvault"));
    assert!(format!("{twice:?}").contains("reprenez"), "one set aside is taken back, not written twice: {twice:?}");
}

#[test]
fn the_word_to_a_referrer_waits_for_the_agreement_of_the_person() {
    let mut office = an_office();
    let dossier = office.delmas();
    let paper = json!({ "dossier": dossier, "paper": "referrer_feedback_letter" });
    assert_refused(&office.refused("draw_paper", paper.clone()), FailureKind::Refused, None);
    let agreement = |agreement: &str| json!({ "dossier": dossier, "agreement": agreement, "on": "" });
    let nobody = office.refused("note_feedback_agreement", agreement("given"));
    assert_refused(&nobody, FailureKind::Refused, Some("dossier"));
    let mission = added(&mut office, "Mission locale de Valbourg");
    sent_by(&mut office, dossier, &mission);
    assert_refused(&office.refused("draw_paper", paper.clone()), FailureKind::Refused, None);
    let view = office.call("partners", json!({ "lender": "" }));
    assert_eq!(view["sent"][0]["counts"], json!([1, 0, 0, 0, 0, 0, 0, 1]), "one person, still going on");
    assert_eq!(text(&view, "/sent/0/feedback"), "aucun accord donné");
    let people = office.call("note_feedback_agreement", agreement("refused"));
    assert_eq!(people["people"][0]["may_write"], false);
    assert_refused(&office.refused("draw_paper", paper.clone()), FailureKind::Refused, None);
    let early = json!({ "dossier": dossier, "agreement": "given", "on": "01/01/2020" });
    assert_refused(&office.refused("note_feedback_agreement", early), FailureKind::Refused, Some("on"));
    office.moment = at("2026-11-21");
    office.call("note_feedback_agreement", agreement("came_only"));
    let page = text(&office.call("draw_paper", paper.clone()), "/pages/0/text");
    assert!(page.contains("et rien d’autre"), "{page}");
    assert!(!page.contains("suit son cours"), "only what was agreed to is told: {page}");
    office.moment = at("2026-11-22");
    office.call("note_feedback_agreement", agreement("given"));
    let stop = json!({ "on": "21/11/2026", "reason": "a trouvé autrement" });
    on(&mut office, "2026-11-23", "drop_request", dossier, stop);
    let view = office.call("partners", json!({ "lender": "" }));
    assert_eq!((text(&view, "/sent/0/feedback"), view["due"].clone()), ("1 retour à écrire".to_owned(), json!(1)));
    let page = text(&office.call("draw_paper", paper.clone()), "/pages/0/text");
    for said in ["Mission locale de Valbourg", "Sonia Delmas", "n’a pas donné suite", "22 novembre 2026"] {
        assert!(plain(&page).contains(said), "« {said} »: {page}");
    }
    assert!(!page.contains("a trouvé autrement"), "the reason is never told: {page}");
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().join("retour.pdf"));
    office.call("save_paper", json!({ "of": paper, "file": "out" }));
    let people = office.call("referrer_people", json!({ "referrer": mission }));
    assert_eq!(plain(&text(&people, "/people/0/feedback")), "écrit le 23 novembre 2026");
    assert_eq!(text(&office.call("partners", json!({ "lender": "" })), "/sent/0/feedback"), "à jour");
}

#[test]
fn a_bank_has_its_contacts_and_its_exchanges() {
    let mut office = an_office();
    let mut bank = a_lender("Crédit des Deux-Rives");
    bank["others"] = json!([{ "name": "", "role": "", "phone": "", "email": "" },
        { "name": "Paul Serin", "role": "engagements", "phone": "05 55 00 41 27", "email": "" }]);
    let view = office.call("add_lender", bank.clone());
    assert_eq!(view["lenders"][0]["fields"]["others"].as_array().unwrap().len(), 1, "an empty line is left out");
    bank["others"][1]["phone"] = json!("zéro");
    let change = json!({ "lender": "lender_1", "fields": bank });
    assert_refused(&office.refused("change_lender", change), FailureKind::Refused, Some("others.1.phone"));
    bank["others"][1] = json!({ "name": "", "role": "guichet", "phone": "", "email": "" });
    let change = json!({ "lender": "lender_1", "fields": bank });
    assert_refused(&office.refused("change_lender", change), FailureKind::Refused, Some("others.1.name"));

    let note = |form: Value| json!({ "lender": "lender_1", "form": form });
    let view = office.call("note_exchange", note(an_exchange()));
    assert_eq!(plain(&text(&view, "/exchanges/0/heading")), "9 novembre 2026, appel ou message, Hélène Maraval");
    assert_eq!(plain(&text(&view, "/exchanges/0/next")), "rappeler, le 27 novembre 2026");
    for (field, value) in [
        ("note", ""),
        ("on", "12/12/2026"),
        ("on", "trente"),
        ("next_on", "08/11/2026"),
        ("kind", "smoke"),
        ("reference", "2026-999"),
    ] {
        let mut form = an_exchange();
        form[field] = json!(value);
        assert_refused(&office.refused("note_exchange", note(form)), FailureKind::Refused, Some(field));
    }
    let mut aimless = an_exchange();
    aimless["next_step"] = json!("");
    assert_refused(&office.refused("note_exchange", note(aimless)), FailureKind::Refused, Some("next_step"));
    let unknown = json!({ "lender": "lender_9", "form": an_exchange() });
    assert_refused(&office.refused("note_exchange", unknown), FailureKind::Gone, None);
    office.moment = at("2026-11-28");
    let view = office.call("partners", json!({ "lender": "lender_1" }));
    assert_eq!(view["exchanges"][0]["late"], true, "what comes next is overdue");
    let one = view["exchanges"][0]["id"].clone();
    let mut form = an_exchange();
    form["next_on"] = json!("04/12/2026");
    let view = office.call("change_exchange", json!({ "exchange": one, "form": form }));
    assert_eq!(view["exchanges"][0]["late"], false, "put off, it waits again");
    let view = office.call("remove_exchange", json!({ "exchange": one }));
    assert_eq!(view["exchanges"], json!([]));
    assert_refused(&office.refused("remove_exchange", json!({ "exchange": one })), FailureKind::Gone, None);
}

fn seen(view: &Value, label: &str) -> (String, String, String) {
    let parts = view["clauses"].as_array().unwrap().iter().flat_map(|part| part["clauses"].as_array().unwrap());
    let one = parts.clone().find(|one| one["label"] == label).unwrap_or_else(|| panic!("{label}: {view}"));
    let of = |field: &str| plain(one[field].as_str().unwrap());
    (of("says"), of("seen"), of("meaning"))
}

#[test]
fn a_convention_is_read_beside_what_is_seen() {
    let (mut office, dossier, bank) = a_dossier();
    let view = office.call("partners", json!({ "lender": bank }));
    let before = office.call("lenders", json!({}));
    let mut fields = before["lenders"][0]["agreements"][0]["fields"].clone();
    for (field, value) in [
        ("answer_days", "5"),
        ("refusal_terms", "par écrit, sur demande"),
        ("meetings", "2"),
        ("training", "une demi-journée chaque année"),
        ("statistics", "en janvier"),
        ("alert_scope", "other_difficulties"),
        ("renewal", "tacit"),
        ("workshops", "0"),
        ("file_form", "un seul PDF"),
        ("principle_days", "60"),
        ("ends_on", "31/12/2026"),
    ] {
        fields[field] = json!(value);
    }
    let sign = |from: &str, fields: &Value| json!({ "lender": bank, "from": from, "source": format!("Convention du {from}"), "fields": fields });
    let mut wrong = fields.clone();
    wrong["ends_on"] = json!("01/10/2020");
    assert_refused(
        &office.refused("sign_agreement", sign("01/10/2026", &wrong)),
        FailureKind::Refused,
        Some("ends_on"),
    );
    for (field, value) in [("meetings", "souvent"), ("renewal", "peut-être"), ("alert_scope", "tout")] {
        let mut wrong = fields.clone();
        wrong[field] = json!(value);
        assert_refused(
            &office.refused("sign_agreement", sign("01/10/2026", &wrong)),
            FailureKind::Refused,
            Some(field),
        );
    }
    office.call("sign_agreement", sign("01/10/2026", &fields));
    assert_eq!(view["conventions"].as_array().unwrap().len(), 1);
    submitted(&mut office, dossier);
    on(&mut office, "2026-12-01", "note_refusal", dossier, json!({ "on": "01/12/2026", "reasons": ["not_given"] }));
    office.moment = at("2026-12-02");
    let view = office.call("partners", json!({ "lender": bank }));
    assert_eq!(plain(&text(&view, "/standing")), "finit dans 29 jours");
    assert_eq!(view["warns"], true);
    assert_eq!(view["conventions"].as_array().unwrap().len(), 2);
    assert_eq!(plain(&text(&view, "/conventions/0/sentence")), "1 dossier en cours");
    let (says, told, meaning) = seen(&view, "Réponse promise");
    assert_eq!(says, "5 jours");
    assert!(told.ends_with("à temps : 0 / 1 = 0,00 %") && meaning == "late", "{told} {meaning}");
    let (says, told, meaning) = seen(&view, "Motif d’un refus");
    assert_eq!(says, "par écrit, sur demande");
    assert!(told.starts_with("1 refus") && told.ends_with("1 sans motif") && meaning == "due", "{told} {meaning}");
    assert_eq!(seen(&view, "Réunions"), ("2 réunions par an".into(), "aucune notée".into(), "due".into()));
    assert_eq!(seen(&view, "Ateliers budget").0, "non");
    assert_eq!(seen(&view, "À son terme").0, "elle continue, sauf si l’un des deux y met fin");
    let mut meeting = an_exchange();
    meeting["kind"] = json!("meeting");
    let view = office.call("note_exchange", json!({ "lender": bank, "form": meeting }));
    assert_eq!(seen(&view, "Réunions").1, "en dernier le 9 novembre 2026");
    assert_refused(&office.refused("partners", json!({ "lender": "lender_9" })), FailureKind::Gone, None);
}

#[test]
fn an_exchange_about_a_dossier_is_erased_with_it() {
    let mut office = an_office();
    let bank = a_bank(&mut office, "Banque du Val");
    let dossier = office.delmas();
    let reference = text(&office.call("dossier", json!({ "dossier": dossier })), "/reference");
    let mut form = an_exchange();
    form["reference"] = json!(reference);
    office.call("note_exchange", json!({ "lender": bank, "form": form }));
    let view = office.call("note_exchange", json!({ "lender": bank, "form": an_exchange() }));
    assert_eq!(view["exchanges"].as_array().unwrap().len(), 2);
    assert_eq!(view["exchanges"][1]["dossier"], json!(dossier));
    let erase = json!({ "dossier": dossier, "typed_reference": reference, "reason": "asked_by_person",
        "decided_on": "", "keeps_figures": true });
    office.call("erase_dossier", erase);
    let view = office.call("partners", json!({ "lender": bank }));
    assert_eq!(view["exchanges"].as_array().unwrap().len(), 1, "what names the dossier went with it");
    assert_eq!(view["exchanges"][0]["dossier"], Value::Null);
}

#[test]
fn a_person_directed_elsewhere_is_called_back() {
    let (mut office, dossier, _) = a_dossier();
    let form = json!({ "direction": "redirect", "solutions": ["budget_support", "discretionary_aid"],
        "reason": "le budget ne porte pas de mensualité", "where_to": "Garage solidaire, Entraide du Val" });
    let view = on(&mut office, "2026-11-20", "decide_orientation", dossier, form);
    assert_eq!(text(&view, "/closed/sentence"), "Réorienté, le 20 novembre 2026.");
    assert_eq!(text(&view, "/orientations/0/solutions/1"), "Aide facultative du CCAS");
    assert_eq!(text(&view, "/orientations/0/solutions/2"), "Garage solidaire, Entraide du Val", "whom, by name");
    let story = office.call("story", json!({ "dossier": dossier })).to_string();
    assert!(story.contains("aide facultative du CCAS, Garage solidaire, Entraide du Val"), "{story}");
    let call = ("2026-12-07".to_owned(), "Rappeler la personne : la solution proposée a-t-elle aidé ?".to_owned());
    assert_eq!(next(&mut office, dossier), call, "the soonest of both delays: fifteen days, on a working day");
    assert_eq!(stage(&mut office, dossier), "Clos");
    office.moment = at("2026-12-07");
    assert!(office.call("today", json!({})).to_string().contains("Sonia Delmas"), "Aujourd’hui recalls it");
    let view = on(&mut office, "2026-12-05", "decide_orientation", dossier, json!({ "direction": "submit" }));
    assert!(view["closed"].is_null(), "it is taken up again");
    assert_eq!(stage(&mut office, dossier), "À transmettre");
}
