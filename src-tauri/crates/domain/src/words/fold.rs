//! Words without their accents and capitals, for what is compared and looked for.

/// The text in small letters without accents: `Émile` and `EMILE` are alike.
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).fold(String::with_capacity(text.len()), |mut out, sign| {
        match plain(sign) {
            Some(letters) => out.push_str(letters),
            None => out.push(sign),
        }
        out
    })
}

/// The plain letters of an accented one, for the languages of Europe written in Latin letters.
fn plain(sign: char) -> Option<&'static str> {
    Some(match sign {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'į' => "i",
        'ł' | 'ľ' | 'ļ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        '’' => "'",
        '\u{300}'..='\u{36f}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_do_not_count() {
        for (written, plain) in [
            ("Émile", "emile"),
            ("ŞAHİN", "sahin"),
            ("Kowalczyk Ł", "kowalczyk l"),
            ("Cœur", "coeur"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(folded(written), plain);
        }
    }
}
