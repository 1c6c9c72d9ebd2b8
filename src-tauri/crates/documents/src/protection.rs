//! A copy of a PDF that only opens with a password, for what leaves by e-mail: AES-256 (ISO 32000-2, 7.6.4.4).
//!
//! A protected file claims no archival standard: the copy the office keeps is the one that does.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Permissions};

use crate::PaperError;

/// The name that the file gives to its one way of protecting.
const FILTER: &[u8] = b"StdCF";

/// The same pages behind a password. `key` is drawn for this copy alone and goes with it. Errors: the file does not
/// open.
pub fn protected(pdf: &[u8], password: &str, key: &[u8; 32]) -> Result<Vec<u8>, PaperError> {
    let mut file = Document::load_mem(pdf)?;
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let version = EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(FILTER.to_vec(), filter)]),
        file_encryption_key: key,
        stream_filter: FILTER.to_vec(),
        string_filter: FILTER.to_vec(),
        owner_password: password,
        user_password: password,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version)?;
    file.version = "2.0".to_owned();
    file.encrypt(&state)?;
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, LoadOptions, dictionary};

    use super::protected;

    #[test]
    fn only_the_password_opens_a_protected_copy() {
        let mut plain = Document::with_version("1.7");
        let pages = plain.new_object_id();
        let page = plain.add_object(dictionary! { "Type" => "Page", "Parent" => pages });
        plain
            .objects
            .insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
        let title = lopdf::Object::string_literal("Sonia Delmas");
        let catalog = plain.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "Lang" => title });
        plain.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        plain.save_to(&mut bytes).unwrap();

        let closed = protected(&bytes, "violon sabot lierre", &[7; 32]).unwrap();
        assert!(!closed.windows(12).any(|seen| seen == b"Sonia Delmas"));
        let opened = |password: &str| {
            let options = LoadOptions { password: Some(password.to_owned()), ..LoadOptions::default() };
            Document::load_mem_with_options(&closed, options)
        };
        assert!(opened("autre").is_err());
        let open = opened("violon sabot lierre").unwrap();
        assert_eq!(open.get_pages().len(), 1);
        assert_eq!(open.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), b"Sonia Delmas");
    }
}
