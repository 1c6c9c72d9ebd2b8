//! What the people who borrow agree to when their dossier leaves for a lender, worded once for the bank file and for the
//! sheet they sign.

use domain::words::Voice;

use crate::papers::Letterhead;
use crate::papers::wording::{DOTS, said_of, to_the};

/// That the lender may tell the office what comes of the request.
pub(super) fn lets_the_lender_tell(voice: Voice, head: &Letterhead) -> String {
    let accepts = voice.pick("J’accepte", "Nous acceptons");
    let told = "que la banque informe le CCAS de sa décision, de son motif en cas de refus et, si le prêt est accordé, de \
                tout incident de paiement.";
    format!("{accepts} {}", said_of(&head.office.name, told))
}

/// `à la Banque du Val`, or a line to write it on.
pub(super) fn to_the_lender(name: &str) -> String {
    if name.is_empty() { format!("à la banque {DOTS}") } else { to_the(name) }
}

/// How an agreement is taken back: `en appelant le 05 36 49 00 12`.
pub(super) fn by_telling(head: &Letterhead) -> String {
    let office = &head.office;
    let phone = office.advisor_line();
    if phone.is_empty() { format!("en le disant {}", to_the(&office.name)) } else { format!("en appelant le {phone}") }
}
