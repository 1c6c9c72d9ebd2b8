//! What the ninth step ran and no table says any longer, to the letter.

/// The keys papers had, and those the command line promises.
macro_rules! with_keys {
    ($update:literal) => {
        concat!(
            "WITH named (before, after) AS (VALUES
              ('session_agenda', 'committee_agenda'), ('session_booklet', 'committee_booklet'),
              ('session_sheet', 'committee_sheet'), ('session_minutes', 'committee_minutes'),
              ('session_letters', 'committee_letters'), ('transmission_consent', 'consent'),
              ('grant_letter', 'approval_letter'), ('commission_request_letter', 'commission_authorisation_letter'),
              ('refund_notice_letter', 'refund_letter'), ('reasons_request_letter', 'refusal_reason_letter'),
              ('renegotiation_request_letter', 'renegotiation_letter'),
              ('bank_details_request_letter', 'bank_details_letter'), ('end_of_loan_letter', 'loan_end_letter'),
              ('questionnaire', 'survey'), ('talking_points', 'objections_sheet'),
              ('draft_resolution', 'board_resolution_draft'))",
            $update
        )
    };
}

/// The papers that went out.
pub(crate) const KEPT_PAPERS: &str = with_keys!(
    "UPDATE kept_paper SET paper = (SELECT after FROM named WHERE before = paper)
     WHERE paper IN (SELECT before FROM named)"
);

/// The letters that were sent.
pub(crate) const LETTERS_SENT: &str = with_keys!(
    "UPDATE fact SET body = json_set(body, '$.subject',
       (SELECT after FROM named WHERE before = json_extract(body, '$.subject')))
     WHERE kind = 'noted' AND json_extract(body, '$.event') = 'letter_sent'
       AND json_extract(body, '$.subject') IN (SELECT before FROM named)"
);

/// The office's own texts of letters.
pub(crate) const LETTER_TEXTS: &str = with_keys!(
    "UPDATE setting SET key = (SELECT after FROM named WHERE before = key)
     WHERE kind = 'letter_text' AND key IN (SELECT before FROM named)"
);
