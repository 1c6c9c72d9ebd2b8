//! A closed list of words of the trade, each word on one line: its name here, the key it is stored and sent under, and
//! its French label where it has the same one everywhere.
//!
//! Example: the line `Asked => "asked", "Demandée";` of `AidStatus` is all there is to write for a word; the enum, the
//! order of lists, the stored key, what JSON writes and the label follow from it. A key never changes once released.

/// Declares the enum of a list of words with `ALL`, `key()`, `Word`, JSON under the keys and, from the second column on,
/// `Labelled`; a third column is the function named after the enum.
#[macro_export]
macro_rules! vocabulary {
    ($(#[$about:meta])* $vis:vis enum $name:ident {
        $($(#[$note:meta])* $word:ident => $key:literal;)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ::serde::Serialize, ::serde::Deserialize)]
        $vis enum $name {
            $($(#[$note])* #[doc = concat!("Stored as `", $key, "`.")] #[serde(rename = $key)] $word,)+
        }

        impl $name {
            /// Every word, in the order of lists.
            $vis const ALL: [Self; [$($key),+].len()] = [$(Self::$word),+];

            /// The key it is stored and sent under.
            #[must_use]
            $vis const fn key(self) -> &'static str {
                match self { $(Self::$word => $key),+ }
            }
        }

        impl $crate::words::Word for $name {
            const ALL: &'static [Self] = &Self::ALL;

            fn key(self) -> &'static str {
                self.key()
            }
        }
    };
    ($(#[$about:meta])* $vis:vis enum $name:ident {
        $($(#[$note:meta])* $word:ident => $key:literal, $label:literal;)+
    }) => {
        $crate::vocabulary! { $(#[$about])* $vis enum $name { $($(#[$note])* #[doc = $label] $word => $key;)+ } }

        impl $crate::words::Labelled for $name {
            fn label(self) -> &'static str {
                match self { $(Self::$word => $label),+ }
            }
        }
    };
    ($(#[$about:meta])* $vis:vis enum $name:ident {
        $($(#[$note:meta])* $word:ident => $key:literal, $label:literal, $text:literal;)+
    } $(#[$use:meta])* fn $column:ident) => {
        $crate::vocabulary! { $(#[$about])* $vis enum $name { $($(#[$note])* $word => $key, $label;)+ } }

        impl $name {
            $(#[$use])*
            #[must_use]
            $vis const fn $column(self) -> &'static str {
                match self { $(Self::$word => $text),+ }
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::words::{Labelled, Word};

    vocabulary! {
        /// How soon an answer comes.
        #[derive(Default)]
        enum Answer {
            Soon => "soon", "Bientôt", "ces jours-ci";
            /// When nobody said anything.
            #[default]
            Later => "later", "Plus tard", "un jour";
        }

        /// Inside a sentence.
        fn in_sentence
    }

    #[test]
    fn a_line_a_word_is_an_enum_with_its_order_its_keys_and_its_labels() {
        assert_eq!(Answer::ALL, [Answer::Soon, Answer::Later]);
        assert_eq!(Answer::ALL.map(Answer::key), ["soon", "later"]);
        assert_eq!(Answer::ALL.map(Answer::label), ["Bientôt", "Plus tard"]);
        assert_eq!(Answer::ALL.map(Answer::in_sentence), ["ces jours-ci", "un jour"]);
        assert_eq!(Answer::default(), Answer::Later);
        assert!(Answer::Soon < Answer::Later);
        assert_eq!(["later", "Later", ""].map(Answer::from_key), [Some(Answer::Later), None, None]);
        assert_eq!(serde_json::to_string(&Answer::Soon).unwrap(), "\"soon\"");
        assert_eq!(serde_json::from_str::<Answer>("\"later\"").unwrap(), Answer::Later);
    }
}
