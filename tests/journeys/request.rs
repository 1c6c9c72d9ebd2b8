//! Recording a request, finding it again, filling the person and the household.

use desk::FailureKind;
use serde_json::json;

use crate::office::{Office, a_member, a_request, an_office, assert_refused, at, plain, text};

#[test]
fn a_request_gets_its_reference_and_a_next_date() {
    let mut office = an_office();
    let view = office.call("record_request", a_request("Sonia", "Delmas"));
    assert_eq!(text(&view, "/reference"), "2026-001");
    assert_eq!(text(&view, "/next/date/iso"), "2026-11-23", "to be called back in two days, on a working day");
    assert_eq!(text(&view, "/stage/label"), "Demande");
    assert_eq!(text(&view, "/amount/text"), "2 000,00 €");
    assert_eq!(text(&view, "/context"), "1 personne · Réparation de voiture");
    assert_eq!(text(&view, "/request/purpose"), "", "still to be settled");
}

#[test]
fn references_follow_the_year_of_the_request_and_are_never_used_again() {
    let mut office = an_office();
    let mut reference = |received_on: &str| {
        let mut input = a_request("Sonia", "Delmas");
        input["received_on"] = json!(received_on);
        text(&office.call("record_request", input), "/reference")
    };
    assert_eq!(reference("20/11/2026"), "2026-001");
    assert_eq!(reference("30/12/2025"), "2025-001");
    assert_eq!(reference(""), "2026-002");
    office.call("undo", json!({}));
    let view = office.call("record_request", a_request("Samira", "Vauclerc"));
    assert_eq!(text(&view, "/reference"), "2026-003", "an undone reference is not given again");
    office.call("change_numbering", json!({ "prefix": "VB-", "width": "4", "from": "01/12/2026" }));
    let view = office.call("record_request", a_request("Samira", "Vauclerc"));
    assert_eq!(text(&view, "/reference"), "2026-004", "the new numbering waits for its day");
    office.moment = at("2026-12-01");
    let view = office.call("record_request", a_request("Samira", "Vauclerc"));
    assert_eq!(text(&view, "/reference"), "VB-2026-0005");
}

#[test]
fn a_dossier_is_found_by_any_word_of_it() {
    let mut office = an_office();
    let mut input = a_request("Émilie", "Cœur-Şahin");
    input["project"] = json!("Prothèse auditive");
    let dossier = office.call("record_request", input)["id"].as_i64().unwrap();
    office.call("add_member", a_member(dossier, "Anaëlle", "2/9/2013"));
    office.request_of("Julien", "Tessoreau");
    for typed in [
        "Emilie",
        "ÉMI",
        "coeur",
        "sahin",
        "prothese",
        "audi",
        "06 39 98 41",
        "0639984107",
        "2026-001",
        "anaelle",
        "02/09/2013",
        "emilie prothese",
    ] {
        let found = office.call("dossiers", json!({ "search": typed, "offset": 0 }));
        let named: Vec<String> = found["rows"].as_array().unwrap().iter().map(|row| text(row, "/reference")).collect();
        assert!(named.contains(&"2026-001".to_owned()), "« {typed} » finds {named:?}");
    }
    let none = office.call("dossiers", json!({ "search": "scooter", "offset": 0 }));
    assert_eq!(text(&none, "/sentence"), "Aucun dossier sur 2 ne correspond à « scooter ».");
    let one = office.call("dossiers", json!({ "search": "Tesso", "offset": 0 }));
    assert_eq!((one["found"].as_u64(), text(&one, "/rows/0/name")), (Some(1), "Julien Tessoreau".to_owned()));
}

#[test]
fn a_dossier_is_found_by_the_name_of_its_purpose_even_renamed() {
    let mut office = an_office();
    for (name, project, purpose) in [
        ("Delmas", "Passer le B", "driving_licence"),
        ("Tessoreau", "Une Clio d’occasion", "vehicle_purchase"),
        ("Permingeat", "Un four", ""),
    ] {
        let mut input = a_request("Sonia", name);
        input["project"] = json!(project);
        input["purpose"] = json!(purpose);
        office.call("record_request", input);
    }
    let found = |office: &mut Office, typed: &str| -> Vec<String> {
        let list = office.call("dossiers", json!({ "search": typed, "offset": 0 }));
        let mut named: Vec<_> = list["rows"].as_array().unwrap().iter().map(|row| text(row, "/name")).collect();
        named.sort();
        named
    };
    for (typed, expected) in [
        ("permis", &["Sonia Delmas"] as &[_]),
        ("PERM", &["Sonia Delmas", "Sonia Permingeat"]),
        ("permis de conduire", &["Sonia Delmas"]),
        ("permis delmas", &["Sonia Delmas"]),
        ("véhicule", &["Sonia Tessoreau"]),
        ("d'un vehicule", &["Sonia Tessoreau"]),
        ("driving", &[]),
        ("voiture", &[]),
    ] {
        assert_eq!(found(&mut office, typed), expected, "« {typed} »");
    }
    let renamed = json!({ "list": "purposes", "key": "vehicle_purchase", "label": "Achat d’une voiture", "after": "acheter une voiture" });
    office.call("rename_entry", renamed);
    assert_eq!(found(&mut office, "voiture"), ["Sonia Tessoreau"]);
    assert_eq!(found(&mut office, "véhicule"), Vec::<String>::new(), "nobody calls it that any more");
    office.call("change_request", json!({ "dossier": 1, "field": "purpose", "value": "vehicle_purchase" }));
    assert_eq!(found(&mut office, "voit"), ["Sonia Delmas", "Sonia Tessoreau"]);
    assert_eq!(found(&mut office, "permis"), Vec::<String>::new());
}

#[test]
fn the_list_shows_the_most_pressing_first_and_goes_on_by_pages() {
    let mut office = an_office();
    for place in 0..130 {
        let mut input = a_request("Sonia", &format!("Delmas {place:03}"));
        input["next_date"] = json!(format!("dans {} jours", 200 - place));
        office.call("record_request", input);
    }
    let first = office.call("dossiers", json!({ "search": "", "offset": 0 }));
    assert_eq!((first["found"].as_u64(), first["total"].as_u64()), (Some(130), Some(130)));
    assert_eq!(first["rows"].as_array().unwrap().len(), 50);
    assert_eq!(text(&first, "/rows/0/name"), "Sonia Delmas 129");
    let second = office.call("dossiers", json!({ "search": "", "offset": 100 }));
    assert_eq!(second["rows"].as_array().unwrap().len(), 30);
    assert_eq!(text(&second, "/rows/29/name"), "Sonia Delmas 000");
}

#[test]
fn a_date_gone_by_is_late_only_when_the_list_is_read() {
    let mut office = an_office();
    let mut input = a_request("Sonia", "Delmas");
    input["next_date"] = json!("3 déc");
    let dossier = office.call("record_request", input)["id"].as_i64().unwrap();
    let mut meaning = |day: &str| {
        office.moment = at(day);
        let list = office.call("dossiers", json!({ "search": "", "offset": 0 }));
        let view = office.call("dossier", json!({ "dossier": dossier }));
        assert_eq!(list.pointer("/rows/0/next_meaning"), view.pointer("/next/meaning"));
        text(&view, "/next/meaning")
    };
    assert_eq!(meaning("2026-12-02"), "plain");
    assert_eq!(meaning("2026-12-03"), "due");
    assert_eq!(meaning("2026-12-04"), "late");
}

#[test]
fn the_person_is_filled_field_by_field() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    for (field, typed, kept) in [
        ("title", "madame", "madame"),
        ("born_on", "17 mai 1992", "17/05/1992"),
        ("birth_name", " Belhadri ", "Belhadri"),
        ("phone", "0639984108", "06 39 98 41 08"),
        ("email", "s.delmas@exemple.fr", "s.delmas@exemple.fr"),
        ("address", "12 rue des Tanneurs", "12 rue des Tanneurs"),
        ("postal_code", "99 120", "99120"),
        ("commune", "Valbourg", "Valbourg"),
        ("housing", "tenant_social", "tenant_social"),
        ("family_situation", "separating", "separating"),
        ("employment", "permanent_part_time", "permanent_part_time"),
        ("occupation", "aide à domicile", "aide à domicile"),
        ("birth_place", "Hautval", "Hautval"),
        ("first_name", "Sonia, Leïla", "Sonia, Leïla"),
        ("phone", "", ""),
    ] {
        let view = office.call("change_person", json!({ "dossier": dossier, "field": field, "value": typed }));
        assert_eq!(text(&view, &format!("/person/{field}")), kept, "{field}");
    }
    let view = office.call("change_person", json!({ "dossier": dossier, "field": "last_name", "value": "Vauclerc" }));
    assert_eq!(text(&view, "/name"), "Sonia, Leïla Vauclerc");
    let refused = office.refused("change_person", json!({ "dossier": dossier, "field": "last_name", "value": " " }));
    assert_refused(&refused, FailureKind::Refused, Some("value"));
}

#[test]
fn a_request_is_corrected_and_never_overwritten() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    for (field, typed, kept) in [
        ("project", "Voiture d'occasion", "Voiture d'occasion"),
        ("purpose", "vehicle_purchase", "vehicle_purchase"),
        ("amount", "2 400,00 €", "2 400,00"),
        ("origin", "first_reception", "first_reception"),
        ("received_on", "9/11", "09/11/2026"),
        ("next_date", "dans 15 jours", "05/12/2026"),
        ("next_what", "premier entretien", "premier entretien"),
    ] {
        let view = office.call("change_request", json!({ "dossier": dossier, "field": field, "value": typed }));
        assert_eq!(text(&view, &format!("/request/{field}")), kept, "{field}");
    }
    let refused = office.refused("change_request", json!({ "dossier": dossier, "field": "next_date", "value": "" }));
    assert_refused(&refused, FailureKind::Refused, Some("value"));
    assert!(plain(&refused.message).contains("toujours une prochaine date"));
    let dump = office.dump();
    assert!(dump.contains("Réparation de voiture"), "what was corrected is still there");
}

#[test]
fn the_household_is_shared_by_parts() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    office.call("add_member", a_member(dossier, "Inès", "2/9/2013"));
    let mut half = a_member(dossier, "Adam", "21 mai 2017");
    half["link"] = json!("child_shared");
    half["reason"] = json!("garde alternée, jugement de 2024");
    let view = office.call("add_member", half);
    assert_eq!(text(&view, "/household/shares_text"), "2,5");
    assert_eq!(text(&view, "/household/sentence"), "3 personnes comptées pour 2,5 parts dans le reste à vivre");
    assert_eq!(text(&view, "/household/members/1/age_text"), "13 ans");
    assert_eq!(text(&view, "/household/members/2/share_text"), "½");
    let applicant = view.pointer("/household/members/0/id").unwrap().as_i64().unwrap();
    let adam = view.pointer("/household/members/2/id").unwrap().as_i64().unwrap();
    let change = |member: i64, share: &str| {
        json!({ "dossier": dossier, "member": member, "name": "Adam", "link": "child_shared", "born_on": "21/05/2017",
            "lives_here": true, "share": share, "reason": "" })
    };
    let view = office.call("change_member", change(adam, "none"));
    assert_eq!(text(&view, "/household/shares_text"), "2");
    let view = office.call("change_member", change(applicant, "one"));
    assert_eq!(text(&view, "/household/members/0/name"), "Sonia Delmas", "the applicant's name is the person's");
    let view = office.call("remove_member", json!({ "dossier": dossier, "member": adam }));
    assert_eq!(view.pointer("/household/members").unwrap().as_array().unwrap().len(), 2);
    let ines = view.pointer("/household/members/1/id").unwrap().as_i64().unwrap();
    office.call("remove_member", json!({ "dossier": dossier, "member": ines }));
    for (call, input) in [
        ("change_member", change(applicant, "none")),
        ("remove_member", json!({ "dossier": dossier, "member": applicant })),
    ] {
        let refused = office.refused(call, input);
        assert_eq!(refused.kind, FailureKind::Refused, "a household of nobody: {}", refused.message);
    }
}

#[test]
fn the_office_is_described_and_shown() {
    let mut office = an_office();
    let view = office.call("office", json!({}));
    assert_eq!(text(&view, "/name"), "CCAS de Valbourg");
    assert_eq!(text(&view, "/next_reference"), "2026-001");
    for (prefix, width, from, field) in
        [("", "0", "", "width"), ("", "trois", "", "width"), ("n° ", "3", "", "prefix"), ("", "3", "1/1/2020", "from")]
    {
        let refused = office.refused("change_numbering", json!({ "prefix": prefix, "width": width, "from": from }));
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
}
