//! The file of a piece: what stands in it, and how any change of it is seen.
//!
//! ```text
//! ETRIERp\0 · version 1 · 19 random bytes · chunks
//! ```
//! The content is cut in chunks of 64 KiB, each sealed by XChaCha20-Poly1305 with its number and whether it is
//! the last (STREAM, Hoang, Reyhanitabar, Rogaway and Vizár, 2015): a chunk that is changed, missing, added or
//! moved is not opened. Every chunk is also bound to the vault, to the name of the file and to the version, so
//! that a file put in the place of another one is not opened either.

use chacha20poly1305::aead::Payload;
use chacha20poly1305::aead::stream::{DecryptorBE32, EncryptorBE32, Nonce, StreamBE32};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};

use crate::error::StoreError;
use crate::header::VaultId;
use crate::keys::{Key, random};

const MAGIC: &[u8; 8] = b"ETRIERp\0";
const VERSION: u8 = 1;
const NONCE: usize = 19;
const CHUNK: usize = 65_536;
const TAG: usize = 16;

/// What a file is bound to.
#[derive(Clone, Copy)]
pub(crate) struct Bound<'a> {
    /// The vault it belongs to.
    pub vault: &'a VaultId,
    /// Its own name.
    pub file: &'a str,
}

impl Bound<'_> {
    fn bytes(self) -> Vec<u8> {
        [self.vault.as_slice(), self.file.as_bytes(), &[VERSION]].concat()
    }
}

/// Hands out the bytes of a file for a content, chunk by chunk: a large content is never held twice. Errors: no random
/// bytes, a content beyond 2³² chunks, and those of who takes the bytes.
pub(crate) fn seal(
    content: &[u8],
    key: &Key,
    bound: Bound<'_>,
    mut take: impl FnMut(&[u8]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let nonce: [u8; NONCE] = random()?;
    let aad = bound.bytes();
    let mut sealing = EncryptorBE32::from_aead(cipher(key), stream_nonce(&nonce));
    take(&[MAGIC.as_slice(), &[VERSION], &nonce].concat())?;
    let (before, last) = split(content, CHUNK);
    for chunk in before.chunks(CHUNK) {
        take(&sealing.encrypt_next(Payload { msg: chunk, aad: &aad }).map_err(|_| StoreError::Cipher)?)?;
    }
    take(&sealing.encrypt_last(Payload { msg: last, aad: &aad }).map_err(|_| StoreError::Cipher)?)
}

/// The content of a file; nothing when a bit of it is not as it was written.
pub(crate) fn open(file: &[u8], key: &Key, bound: Bound<'_>) -> Option<Vec<u8>> {
    let (version, rest) = file.strip_prefix(MAGIC)?.split_first()?;
    if *version != VERSION {
        return None;
    }
    let (nonce, chunks) = rest.split_first_chunk::<NONCE>()?;
    let aad = bound.bytes();
    let mut opening = DecryptorBE32::from_aead(cipher(key), stream_nonce(nonce));
    let (before, last) = split(chunks, CHUNK.saturating_add(TAG));
    let mut content = Vec::with_capacity(chunks.len());
    for chunk in before.chunks(CHUNK.saturating_add(TAG)) {
        content.extend(opening.decrypt_next(Payload { msg: chunk, aad: &aad }).ok()?);
    }
    content.extend(opening.decrypt_last(Payload { msg: last, aad: &aad }).ok()?);
    Some(content)
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.as_ref().into())
}

fn stream_nonce(nonce: &[u8; NONCE]) -> &Nonce<XChaCha20Poly1305, StreamBE32<XChaCha20Poly1305>> {
    nonce.as_slice().into()
}

/// The whole chunks that come before the last one, and the last one, which is only empty when there is nothing.
fn split(bytes: &[u8], chunk: usize) -> (&[u8], &[u8]) {
    let whole = bytes.len().saturating_sub(1).checked_div(chunk).unwrap_or_default();
    bytes.split_at_checked(whole.saturating_mul(chunk)).unwrap_or((bytes, &[]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use zeroize::Zeroizing;

    use super::*;

    const HEAD: usize = MAGIC.len() + 1 + NONCE;
    const VAULT: VaultId = [7; 16];
    const BOUND: Bound<'_> = Bound { vault: &VAULT, file: "00112233445566778899aabbccddeeff" };

    fn key() -> Key {
        Zeroizing::new([9; 32])
    }

    fn content(size: usize) -> Vec<u8> {
        (0..size).map(|place| u8::try_from(place % 251).unwrap()).collect()
    }

    fn sealed(size: usize) -> Vec<u8> {
        sealed_file(&content(size))
    }

    fn sealed_file(content: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let taken = seal(content, &key(), BOUND, |bytes| {
            file.extend(bytes);
            Ok(())
        });
        taken.unwrap();
        file
    }

    #[test]
    fn contents_around_the_limits_of_chunks_come_back() {
        for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1, 5 * CHUNK] {
            let file = sealed(size);
            let chunks = size.div_ceil(CHUNK).max(1);
            assert_eq!(file.len(), HEAD + size + chunks * TAG, "{size}");
            assert_eq!(open(&file, &key(), BOUND), Some(content(size)), "{size}");
        }
    }

    #[test]
    fn a_file_cut_anywhere_is_seen_even_between_two_chunks() {
        let file = sealed(3 * CHUNK);
        let limits = (0..=3).map(|chunks| HEAD + chunks * (CHUNK + TAG));
        for end in
            limits.chain([0, 1, HEAD - 1, HEAD + 1, HEAD + CHUNK, file.len() - 1]).filter(|end| *end < file.len())
        {
            assert_eq!(open(&file[..end], &key(), BOUND), None, "cut at {end}");
        }
        for end in 0..HEAD + TAG {
            assert_eq!(open(&sealed(0)[..end], &key(), BOUND), None, "an empty piece cut at {end}");
        }
        assert_eq!(open(&[file.as_slice(), &[0]].concat(), &key(), BOUND), None, "longer by a byte");
    }

    #[test]
    fn chunks_moved_repeated_or_left_out_are_seen() {
        let file = sealed(4 * CHUNK);
        let (head, body) = file.split_at(HEAD);
        let chunks: Vec<&[u8]> = body.chunks(CHUNK + TAG).collect();
        for order in [&[1, 0, 2, 3][..], &[0, 2, 1, 3], &[0, 1, 3, 2], &[0, 1, 2], &[0, 1, 3], &[0, 1, 1, 3], &[3]] {
            let moved: Vec<u8> = order.iter().flat_map(|place| chunks[*place].to_vec()).collect();
            assert_eq!(open(&[head, &moved].concat(), &key(), BOUND), None, "{order:?}");
        }
    }

    #[test]
    fn a_file_is_of_one_vault_one_name_and_one_key() {
        let file = sealed(100);
        let other_vault = [8; 16];
        assert_eq!(open(&file, &key(), Bound { vault: &other_vault, ..BOUND }), None);
        assert_eq!(open(&file, &key(), Bound { file: "ffeeddccbbaa99887766554433221100", ..BOUND }), None);
        assert_eq!(open(&file, &Zeroizing::new([1; 32]), BOUND), None);
        assert_ne!(file, sealed(100), "the same content never makes the same file");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn any_bit_that_changes_is_seen(size in 0_usize..70_000, place in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let mut file = sealed(size);
            let place = place.index(file.len());
            file[place] ^= 1 << bit;
            prop_assert_eq!(open(&file, &key(), BOUND), None);
        }

        #[test]
        fn any_cut_is_seen(size in 1_usize..200_000, end in any::<prop::sample::Index>()) {
            let file = sealed(size);
            prop_assert_eq!(open(&file[..end.index(file.len())], &key(), BOUND), None);
        }

        #[test]
        fn any_bytes_are_refused_without_harm(mut bytes in prop::collection::vec(any::<u8>(), 0..300), magic: bool) {
            if magic {
                bytes.splice(0..0, [MAGIC.as_slice(), &[VERSION]].concat());
            }
            prop_assert_eq!(open(&bytes, &key(), BOUND), None);
        }
    }
}
