//! What a line of the journal says, in French: the call, then the names of fields.

use domain::words::spaced;

use super::fields::FIELDS;
use super::page::JournalKind::{self, Changed, GivenOut, Kept, Office, Shown};
use crate::office::MISSED_TRIES;

/// Every call that leaves a line, what kind of line it is, and its words.
const CALLS: &[(&str, JournalKind, &str)] = &[
    ("today", Shown, "tableau du jour regardé"),
    ("dossiers", Shown, "liste des dossiers regardée"),
    ("sessions", Shown, "séances regardées"),
    ("session", Shown, "séance regardée"),
    ("drafts", Shown, "brouillons regardés"),
    ("report_dossiers", Shown, "dossiers comptés dans un bilan regardés"),
    ("ending_room", Shown, "fin de prêt regardée"),
    ("testimonies", Shown, "témoignages regardés"),
    ("register_rows", Shown, "lignes d’un registre regardées"),
    ("refunds", Shown, "remboursements regardés"),
    ("story", Shown, "journal du dossier regardé"),
    ("known_people", Shown, "personnes connues cherchées"),
    ("dossier", Shown, "dossier ouvert"),
    ("overview", Shown, "vue d’ensemble du dossier regardée"),
    ("dossier_of", Shown, "dossier ouvert par sa référence"),
    ("explain", Shown, "calcul regardé"),
    ("budget", Shown, "budget regardé"),
    ("budget_versions", Shown, "versions du budget regardées"),
    ("compare_budgets", Shown, "versions du budget comparées"),
    ("statement_reviews", Shown, "relevés de compte regardés"),
    ("statement_reading", Shown, "relevés de compte regardés"),
    ("bring_statements", Shown, "relevés de compte lus"),
    ("project", Shown, "projet regardé"),
    ("simulation", Shown, "simulation regardée"),
    ("together", Shown, "budget et prêt regardés avec la personne"),
    ("assessment", Shown, "évaluation regardée"),
    ("decisions", Shown, "décisions regardées"),
    ("loan", Shown, "prêt regardé"),
    ("loan_steps", Shown, "étapes du prêt regardées"),
    ("follow_up_room", Shown, "suivi regardé"),
    ("bank_statement", Shown, "prêts d’une banque regardés"),
    ("partners", Shown, "partenaires regardés"),
    ("referrer_people", Shown, "personnes orientées par un prescripteur regardées"),
    ("guarantee_envelope", Shown, "enveloppe de garantie regardée"),
    ("try_amendment", Shown, "aménagement essayé"),
    ("early_repayment", Shown, "remboursement anticipé calculé"),
    ("attachments", Shown, "pièces regardées"),
    ("documents_checklist", Shown, "pièces regardées"),
    ("show_attachment", Shown, "pièce regardée"),
    ("attachment_page", Shown, "pièce regardée"),
    ("papers", Shown, "documents regardés"),
    ("draw_paper", Shown, "papier regardé"),
    ("try_letter_text", Shown, "courrier essayé sur un dossier"),
    ("paper_page", Shown, "papier regardé"),
    ("print_menu", Shown, "documents regardés"),
    ("kept_papers", Shown, "papiers remis regardés"),
    ("show_kept_paper", Shown, "papier remis regardé"),
    ("kept_paper_page", Shown, "papier remis regardé"),
    ("find_paper", Shown, "papier cherché par son exemplaire"),
    ("person_held", Shown, "ce qui est gardé sur la personne, compté"),
    ("erasure_preview", Shown, "effacement préparé"),
    ("save_attachment", GivenOut, "pièce enregistrée hors du coffre"),
    ("open_attachment", GivenOut, "pièce ouverte dans un autre programme"),
    ("save_paper", GivenOut, "papier enregistré"),
    ("open_paper", GivenOut, "papier ouvert"),
    ("print_paper", GivenOut, "papier imprimé"),
    ("mail_paper", GivenOut, "papier joint à un brouillon de courriel"),
    ("open_appointment", GivenOut, "rendez-vous ouvert dans un agenda"),
    ("save_kept_paper", GivenOut, "papier remis, enregistré de nouveau"),
    ("open_kept_paper", GivenOut, "papier remis, ouvert de nouveau"),
    ("print_kept_paper", GivenOut, "papier remis, imprimé de nouveau"),
    ("export_report", GivenOut, "bilan exporté"),
    ("report_data", GivenOut, "bilan exporté"),
    ("export_dossiers", GivenOut, "dossiers exportés, sans nom"),
    ("export_study", GivenOut, "demandes exportées pour une étude"),
    ("export_journal", GivenOut, "journal des accès exporté"),
    ("export_person", GivenOut, "tout ce qui est gardé sur la personne, exporté"),
    ("record_request", Changed, "dossier créé"),
    ("announce_session", Changed, "séance annoncée"),
    ("change_session", Changed, "séance modifiée"),
    ("cancel_session", Changed, "séance annulée"),
    ("add_attendee", Changed, "séance : personne convoquée"),
    ("change_attendee", Changed, "séance : présence notée"),
    ("remove_attendee", Changed, "séance : personne retirée"),
    ("list_in_session", Changed, "dossier mis à l’ordre du jour"),
    ("move_on_agenda", Changed, "ordre du jour changé"),
    ("take_off_agenda", Changed, "dossier retiré de l’ordre du jour"),
    ("hold_session", Changed, "séance ouverte"),
    ("hear_dossier", Changed, "dossier vu en séance"),
    ("close_minutes", Changed, "compte rendu de séance clos"),
    ("finish_task", Changed, "tâche faite"),
    ("note_task_call", Changed, "appel noté"),
    ("put_off_task", Changed, "tâche remise à plus tard"),
    ("change_person", Changed, "personne modifiée"),
    ("join_person", Changed, "personne enregistrée deux fois, réunie"),
    ("tell_apart", Changed, "personne distinguée d’une autre"),
    ("change_request", Changed, "demande modifiée"),
    ("set_appointment", Changed, "rendez-vous fixé"),
    ("settle_appointment", Changed, "suite d’un rendez-vous notée"),
    ("answer_survey", Changed, "questionnaire ou RIB saisi"),
    ("withdraw_testimony", Changed, "accord d’être cité retiré"),
    ("decide_refund", Changed, "remboursement d’intérêts décidé"),
    ("note_refund_paid", Changed, "remboursement d’intérêts payé"),
    ("close_dossier", Changed, "dossier clos"),
    ("start_new_project", Changed, "nouveau projet ouvert"),
    ("note_screening", Changed, "appel noté"),
    ("correct_screening", Changed, "premier appel corrigé"),
    ("note_information", Changed, "information de la personne notée"),
    ("note_feedback_agreement", Changed, "accord pour informer le prescripteur noté"),
    ("note_exchange", Changed, "échange avec un partenaire noté"),
    ("change_exchange", Changed, "échange avec un partenaire modifié"),
    ("remove_exchange", Changed, "échange avec un partenaire retiré"),
    ("add_companion", Changed, "accompagnant ajouté"),
    ("change_companion", Changed, "accompagnant modifié"),
    ("remove_companion", Changed, "accompagnant retiré"),
    ("add_member", Changed, "foyer : personne ajoutée"),
    ("change_member", Changed, "foyer : personne modifiée"),
    ("remove_member", Changed, "foyer : personne retirée"),
    ("add_budget_line", Changed, "budget : ligne ajoutée"),
    ("prefill_budget", Changed, "budget : montants du premier appel repris"),
    ("confirm_budget_lines", Changed, "budget : lignes reprises confirmées"),
    ("change_budget_line", Changed, "budget : ligne modifiée"),
    ("remove_budget_line", Changed, "budget : ligne retirée"),
    ("keep_paper", Changed, "papier remis, gardé"),
    ("note_letter", Changed, "lettre imprimée"),
    ("seal_budget", Changed, "budget : version fermée par l’impression"),
    ("add_statement_review", Changed, "relevés de compte ajoutés"),
    ("change_statement_review", Changed, "relevés de compte modifiés"),
    ("remove_statement_review", Changed, "relevés de compte retirés"),
    ("attach_files", Changed, "pièces ajoutées"),
    ("teach_proposal", Office, "réglages : mots des relevés"),
    ("change_statement_pattern", Office, "réglages : mots des relevés"),
    ("write_statements", Changed, "relevés de compte écrits au budget"),
    ("rename_attachment", Changed, "pièce renommée"),
    ("note_document", Changed, "pièce justificative notée"),
    ("request_documents", Changed, "pièces demandées"),
    ("receive_documents", Changed, "pièces reçues"),
    ("change_attachment", Changed, "pièce classée"),
    ("rotate_attachment", Changed, "pièce tournée"),
    ("split_attachment", Changed, "pièce découpée"),
    ("remove_attachment", Changed, "pièce retirée"),
    ("change_project", Changed, "projet modifié"),
    ("add_quote", Changed, "devis ajouté"),
    ("change_quote", Changed, "devis modifié"),
    ("remove_quote", Changed, "devis retiré"),
    ("add_expense", Changed, "dépense du projet ajoutée"),
    ("change_expense", Changed, "dépense du projet modifiée"),
    ("remove_expense", Changed, "dépense du projet retirée"),
    ("add_aid", Changed, "aide ajoutée"),
    ("change_aid", Changed, "aide modifiée"),
    ("remove_aid", Changed, "aide retirée"),
    ("change_simulation", Changed, "simulation modifiée"),
    ("keep_lender", Changed, "banque retenue dans la simulation"),
    ("record_choice", Changed, "choix de la personne noté"),
    ("remove_choice", Changed, "choix de la personne retiré"),
    ("change_criterion", Changed, "évaluation : critère modifié"),
    ("change_assessment", Changed, "évaluation modifiée"),
    ("add_watch_point", Changed, "point de vigilance ajouté"),
    ("change_watch_point", Changed, "point de vigilance modifié"),
    ("remove_watch_point", Changed, "point de vigilance retiré"),
    ("answer_fact", Changed, "vérification : réponse notée"),
    ("pass_over_check", Changed, "vérification : passé outre, avec un motif"),
    ("return_to_rule", Changed, "vérification : retour à la règle"),
    ("note_interview", Changed, "entretien noté"),
    ("decide_orientation", Changed, "décision du CCAS notée"),
    ("submit_to_lender", Changed, "transmission à la banque notée"),
    ("note_agreement_in_principle", Changed, "accord de principe noté"),
    ("note_approval", Changed, "accord de la banque noté"),
    ("note_refusal", Changed, "refus de la banque noté"),
    ("sign_contract", Changed, "signature du contrat notée"),
    ("note_disbursement", Changed, "versement noté"),
    ("note_withdrawal", Changed, "rétractation notée"),
    ("note_lending_event", Changed, "échange avec la banque noté"),
    ("answer_lender_question", Changed, "question de la banque répondue"),
    ("explain_refusal", Changed, "motifs de la banque notés"),
    ("drop_request", Changed, "abandon noté"),
    ("plan_support", Changed, "plan d’accompagnement noté"),
    ("correct_entry", Changed, "fait corrigé"),
    ("retract_entry", Changed, "fait retiré"),
    ("correct_fact", Changed, "fait corrigé"),
    ("note_review", Changed, "point de suivi noté"),
    ("note_follow_up", Changed, "événement du suivi noté"),
    ("note_arrears_call", Changed, "appel après un impayé noté"),
    ("settle_loan", Changed, "prêt soldé"),
    ("note_death", Changed, "décès noté"),
    ("note_bank_statement", Changed, "relevé de la banque noté"),
    ("amend_loan", Changed, "aménagement du prêt noté"),
    ("declare_instalments", Changed, "échéances déclarées"),
    ("take_over_register", Changed, "registre repris"),
    ("undo_register", Changed, "reprise d’un registre défaite"),
    ("close_repaid_loans", Changed, "prêts remboursés d’un registre clos"),
    ("undo", Changed, "action annulée"),
    ("redo", Changed, "action rétablie"),
    ("archive_dossier", Kept, "dossier archivé"),
    ("extend_retention", Kept, "conservation prolongée"),
    ("take_back_retention", Kept, "décision de conservation annulée"),
    ("erase_dossier", Kept, "dossier effacé"),
    ("erase_person", Kept, "personne et dossiers effacés"),
    ("let_journal_go", Kept, "lignes du journal arrivées au bout de leur durée légale, ôtées"),
    ("unlock", Office, "ouverture"),
    ("unlock_with_code", Office, "ouverture avec le code de secours"),
    ("lock", Office, "fermeture"),
    ("create_office", Office, "bureau créé"),
    ("create_demo_office", Office, "démonstration créée"),
    ("change_passphrase", Office, "phrase secrète changée"),
    ("prove_recovery_code", Office, "code de secours essayé"),
    ("replace_recovery_code", Office, "code de secours remplacé"),
    ("destroy_former_copies", Office, "copies de l’ancienne clé détruites"),
    ("renew_key", Office, "clé et secrets renouvelés"),
    ("choose_copy_place", Office, "lieu des copies choisi"),
    ("copy_here", Office, "copie demandée sur cet ordinateur"),
    ("copy_outside", GivenOut, "copie demandée hors de l’ordinateur"),
    ("look_at_copy", Office, "copie regardée sans rien remplacer"),
    ("restore_copy", Office, "copie mise à la place du bureau"),
    ("undo_restore", Office, "restauration annulée"),
    ("answer_doubts", Office, "état plus ancien gardé"),
    ("bring_back_state", Office, "état mis de côté remis en place"),
    ("destroy_aside", Office, "fichier mis de côté détruit"),
    ("note_work_time", Office, "temps passé noté"),
    ("remove_work_time", Office, "temps passé retiré"),
    ("settle_report", Office, "bilan arrêté"),
    ("set_report_year", Office, "bilan : chiffres de l’année saisis"),
    ("describe_office", Office, "réglages : identité du CCAS"),
    ("set_logo", Office, "réglages : logo choisi"),
    ("remove_logo", Office, "réglages : logo retiré"),
    ("change_numbering", Office, "réglages : numérotation"),
    ("set_office_rules", Office, "réglages : règles du CCAS"),
    ("set_follow_up_rules", Office, "réglages : délais du suivi"),
    ("set_office_uses", Office, "réglages : ce que le bureau utilise"),
    ("set_letter_text", Office, "réglages : texte d’un courrier"),
    ("restore_letter_text", Office, "réglages : retour au texte livré d’un courrier"),
    ("set_export_choice", Office, "colonnes d’un export gardées"),
    ("set_funding", Office, "réglages : aide d’un financeur"),
    ("set_report_words", Office, "mots du référent sur un bilan"),
    ("set_quoted", Office, "témoignage d’un bilan ou du dépliant choisi"),
    ("set_guarantee_envelope", Office, "réglages : enveloppe de garantie"),
    ("set_safety_rules", Office, "réglages : verrou et copies"),
    ("add_aid_entry", Office, "annuaire des aides : aide ajoutée"),
    ("change_aid_entry", Office, "annuaire des aides : aide modifiée"),
    ("check_aid_entry", Office, "annuaire des aides : aide vérifiée"),
    ("retire_aid_entry", Office, "annuaire des aides : aide mise de côté ou reprise"),
    ("add_resolution", Office, "délibération ajoutée"),
    ("change_resolution", Office, "délibération modifiée"),
    ("remove_resolution", Office, "délibération retirée"),
    ("add_referrer", Office, "prescripteur ajouté"),
    ("change_referrer", Office, "prescripteur modifié"),
    ("retire_referrer", Office, "prescripteur mis de côté ou repris"),
    ("add_lender", Office, "réglages : banque ajoutée"),
    ("change_lender", Office, "réglages : banque modifiée"),
    ("retire_lender", Office, "réglages : banque mise de côté ou reprise"),
    ("sign_agreement", Office, "réglages : convention ajoutée"),
    ("correct_agreement", Office, "réglages : convention corrigée"),
    ("end_agreement", Office, "réglages : convention terminée"),
    ("copy_product_model", Office, "réglages : produit copié d’un modèle"),
    ("change_product", Office, "réglages : produit modifié"),
    ("retire_product", Office, "réglages : produit mis de côté ou repris"),
    ("rename_entry", Office, "réglages : entrée de liste renommée"),
    ("retire_entry", Office, "réglages : entrée de liste mise de côté ou reprise"),
    ("add_entry", Office, "réglages : entrée de liste ajoutée"),
    ("set_follow_up_model", Office, "réglages : modèle de suivi"),
    ("set_supporting_document", Office, "réglages : pièces demandées"),
    ("set_question", Office, "réglages : question du questionnaire"),
    ("set_legal_value", Office, "réglages : valeur légale"),
];

/// The words of a call; nothing when the journal does not know it.
pub fn call(name: &str) -> Option<String> {
    CALLS.iter().find(|(call, _, _)| *call == name).map(|(_, _, words)| spaced(words))
}

/// The calls of a kind of line.
pub(super) fn calls_of(kind: JournalKind) -> Vec<&'static str> {
    CALLS.iter().filter(|(_, of, _)| *of == kind).map(|(call, _, _)| *call).collect()
}

/// The words of a field or of what stands in its place: a paper, missed tries, the number of an erasure.
pub(super) fn field(name: &str) -> String {
    if let Some((_, words)) = FIELDS.iter().find(|(field, _)| *field == name) {
        return spaced(words);
    }
    if let Some(paper) = documents::papers::register().find(|paper| paper.key == name) {
        return spaced(paper.title);
    }
    if let Some(missed) = name.strip_prefix(MISSED_TRIES).and_then(|missed| missed.parse::<u64>().ok()) {
        let tries = domain::words::counted(missed, "essai manqué", "essais manqués");
        return spaced(&format!("{tries} avant"));
    }
    if let Some(number) = name.strip_prefix("erasure_") {
        return spaced(&format!("certificat {}", number.replace('_', "-")));
    }
    if let Some(fingerprint) = name.strip_prefix("fingerprint_") {
        return spaced(&format!("empreinte {}", fingerprint.replace('_', " ").to_uppercase()));
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_call_and_no_field_has_two_words() {
        let mut calls: Vec<&str> = CALLS.iter().map(|(name, _, _)| *name).collect();
        let mut fields: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
        for names in [&mut calls, &mut fields] {
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count);
        }
    }

    #[test]
    fn what_stands_in_the_place_of_a_field_is_read_too() {
        let plain = |name: &str| field(name).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain("missed_tries_2"), "2 essais manqués avant");
        assert_eq!(plain("erasure_2026_03"), "certificat 2026-03");
        assert_eq!(plain("fingerprint_7c41_9e02_b5d8_60af"), "empreinte 7C41 9E02 B5D8 60AF");
        assert_eq!(plain("budget_sheet"), "Fiche budgétaire");
    }
}
