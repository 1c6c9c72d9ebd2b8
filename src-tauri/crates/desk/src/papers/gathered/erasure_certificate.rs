//! The certificate of an erasure, gathered from its line of the register.

use documents::papers::erasure_certificate::{ErasureCertificate, render};
use documents::papers::{Entry, Letterhead};
use store::Reader;

use super::Gathered;
use crate::failure::Failure;
use crate::office::{self, Desk};
use crate::papers::OnePaper;

/// Copies out of the store what the certificate prints.
pub(super) fn gather(desk: &Desk, entry: Entry, asked: &OnePaper) -> Result<Gathered, Failure> {
    let which = || Failure::refused("Ce papier est celui d’un effacement : lequel ?").at("erasure");
    let number = asked.erasure.as_deref().ok_or_else(which)?;
    let unknown = || Failure::refused("Aucun effacement n’a ce numéro.").at("erasure");
    let certificate = desk.read(|reader| registered(reader, number))?.ok_or_else(unknown)?;
    let head = Letterhead { office: desk.read(office::identity)? };
    Ok(Gathered {
        entry,
        file_name: entry.file_name(number, 1),
        missing: Vec::new(),
        print: Box::new(move || Ok(render(&certificate, &head)?)),
    })
}

/// What the register of erasures says under a number.
fn registered(_: &Reader<'_>, _: &str) -> Result<Option<ErasureCertificate>, Failure> {
    Ok(None)
}
