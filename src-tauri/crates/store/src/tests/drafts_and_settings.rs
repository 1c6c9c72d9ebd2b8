//! Drafts and settings.

use super::world::*;
use crate::*;

fn kept(vault: &Vault) -> Vec<(Option<i64>, String, String)> {
    let drafts = vault.read(|reader| reader.drafts()).unwrap();
    drafts.into_iter().map(|draft| (draft.dossier.map(|id| id.0), draft.form, draft.body)).collect()
}

#[test]
fn a_form_left_in_the_middle_is_found_again_after_the_lock() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let later = now() + chrono::Duration::seconds(2);
    let body = "{\"nom\":\"Zoé \u{1f697} \\u0000\",\"x\":\"'; DROP TABLE person; --\"}";
    vault.aside(|writer| writer.keep_draft(None, "new_request", "premier", now())).unwrap();
    vault.aside(|writer| writer.keep_draft(Some(dossier), "person", "autre", now())).unwrap();
    vault.aside(|writer| writer.keep_draft(None, "new_request", body, later)).unwrap();
    drop(vault);
    let (mut vault, _) = office.unlock().unwrap();
    let draft = vault.read(|reader| reader.draft(None, "new_request")).unwrap().unwrap();
    assert_eq!((draft.body.as_str(), draft.kept_at), (body, later));
    let expected = [(None, "new_request".to_owned(), body.to_owned()), (Some(1), "person".into(), "autre".into())];
    assert_eq!(kept(&vault), expected, "one for each form, the last kept first");
    vault.aside(|writer| writer.drop_draft(None, "new_request")).unwrap();
    assert_eq!(vault.read(|reader| reader.draft(None, "new_request")).unwrap(), None);
    assert_eq!(kept(&vault), expected[1..]);
}

#[test]
fn the_action_of_a_form_takes_its_draft_away_and_a_failed_one_does_not() {
    let (_office, mut vault) = Office::create();
    vault.aside(|writer| writer.keep_draft(None, "new_request", "{}", now())).unwrap();
    let mut submit = |fails: bool| {
        vault.act(act("record_request"), |writer| {
            let dossier = record(writer, &sonia(), "voiture")?;
            if fails {
                return Err(StoreError::Busy);
            }
            Ok(Acted { draft: Some((None, "new_request")), ..acted((), Some(dossier)) })
        })
    };
    assert!(submit(true).is_err());
    assert!(submit(false).is_ok());
    assert_eq!(kept(&vault), []);
    assert_eq!(vault.read(|reader| reader.count_dossiers()).unwrap(), 1);
}

#[test]
fn the_draft_of_a_dossier_taken_back_waits_for_it() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    vault.aside(|writer| writer.keep_draft(Some(dossier), "person", "{}", now())).unwrap();
    vault.undo(now()).unwrap();
    assert_eq!(kept(&vault), [], "a draft of nothing is not shown");
    vault.redo(now()).unwrap();
    assert_eq!(kept(&vault).len(), 1);
    vault.undo(now()).unwrap();
    recorded(&mut vault, &sonia(), "autre projet");
    let left = vault.with_connection(|own| {
        own.query_row("SELECT count(*) FROM draft", [], |row| row.get::<_, i64>(0)).map_err(StoreError::from)
    });
    assert_eq!(left.unwrap(), 0, "nothing can bring its dossier back");
}

#[test]
fn drafts_leave_no_trace_in_undo_and_journal() {
    let (_office, mut vault) = Office::create();
    vault.aside(|writer| writer.keep_draft(None, "new_request", "{}", now())).unwrap();
    assert_eq!(vault.undo_state().unwrap(), UndoState::default());
    let lines = vault.with_connection(|own| {
        own.query_row("SELECT count(*) FROM access_journal", [], |row| row.get::<_, i64>(0)).map_err(StoreError::from)
    });
    assert_eq!(lines.unwrap(), 0);
}

fn setting(kind: &str, from: &str, body: &str) -> SettingRow {
    SettingRow {
        kind: kind.to_owned(),
        key: String::new(),
        valid_from: day(from),
        recorded_at: now(),
        source: "délibération du 3 juin".to_owned(),
        format: 1,
        body: body.to_owned(),
    }
}

#[test]
fn settings_come_back_in_the_order_they_were_entered() {
    let (office, mut vault) = Office::create();
    let rows = [
        setting("numbering", "2027-01-01", "{\"width\":4}"),
        setting("office", "2026-11-20", "CCAS de Valbourg"),
        setting("numbering", "2026-06-01", "é\u{0}\u{1f697}"),
    ];
    let ids = vault
        .act(act("change_numbering"), |writer| {
            let ids = rows.iter().map(|row| writer.add_setting(row)).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, StoreError>(acted(ids, None))
        })
        .unwrap();
    drop(vault);
    let (mut vault, _) = office.unlock().unwrap();
    let numberings = |vault: &Vault| vault.read(|reader| reader.settings("numbering")).unwrap();
    assert_eq!(numberings(&vault), [(ids[0], rows[0].clone()), (ids[2], rows[2].clone())]);
    let corrected = setting("numbering", "2026-06-01", "{}");
    vault
        .act(act("change_numbering"), |writer| {
            writer.replace_setting(ids[2], &corrected)?;
            Ok::<_, StoreError>(acted((), None))
        })
        .unwrap();
    assert_eq!(numberings(&vault)[1], (ids[2], corrected));
    vault.undo(now()).unwrap();
    assert_eq!(numberings(&vault)[1].1, rows[2], "even with a zero sign in it");
    let gone = vault.act(act("change_numbering"), |writer| {
        writer.replace_setting(SettingId(99), &rows[0])?;
        Ok::<_, StoreError>(acted((), None))
    });
    assert!(matches!(gone, Err(StoreError::Gone { table: "setting", row: 99 })));
}

#[test]
fn a_new_vault_starts_with_its_settings_and_nothing_to_undo() {
    let folder = tempfile::tempdir().unwrap();
    let code = RecoveryCode::generate().unwrap();
    let first = setting("office", "2026-11-20", "CCAS de Valbourg");
    let settings = [first.clone()];
    let new = NewVault { passphrase: PASSPHRASE, code: &code, cost: KeyCost::Smallest, settings: &settings };
    let vault = Vault::create(&VaultFolder::at(folder.path()), &new, now()).unwrap();
    let kept = vault.read(|reader| reader.settings("office")).unwrap();
    assert_eq!(kept.into_iter().map(|(_, row)| row).collect::<Vec<_>>(), [first]);
    assert_eq!(vault.undo_state().unwrap(), UndoState::default());
}
