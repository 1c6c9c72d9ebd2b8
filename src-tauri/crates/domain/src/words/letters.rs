//! Numbers and sums in letters, in the traditional spelling: hyphens below a hundred, « et » before one, an « s » to « cent »
//! and « vingt » only where they end the number.
//!
//! Worked example: 301,60 € is « trois cent un euros et soixante centimes », 80 « quatre-vingts », 81 « quatre-vingt-un », 200
//! « deux cents ».

use crate::money::Euros;

const UNITS: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];
const TENS: [(usize, &str); 6] =
    [(60, "soixante"), (50, "cinquante"), (40, "quarante"), (30, "trente"), (20, "vingt"), (10, "dix")];

/// A number in letters.
#[must_use]
pub fn in_letters(number: usize) -> String {
    match number {
        0..=99 => below_hundred(number),
        100..=999 => {
            let (hundreds, rest) = (number / 100, number % 100);
            let many = if hundreds == 1 { "cent".to_owned() } else { format!("{} cent", below_hundred(hundreds)) };
            match rest {
                0 if hundreds > 1 => format!("{many}s"),
                0 => many,
                rest => format!("{many} {}", below_hundred(rest)),
            }
        }
        1_000..=999_999 => {
            let (thousands, rest) = (number / 1_000, number % 1_000);
            // « Mille » takes no « s », nor does what stands before it.
            let many = in_letters(thousands);
            let many = many.strip_suffix("cents").map(|start| format!("{start}cent")).unwrap_or(many);
            let many = many.strip_suffix("vingts").map(|start| format!("{start}vingt")).unwrap_or(many);
            let many = if thousands == 1 { "mille".to_owned() } else { format!("{many} mille") };
            if rest == 0 { many } else { format!("{many} {}", in_letters(rest)) }
        }
        _ => {
            let (millions, rest) = (number / 1_000_000, number % 1_000_000);
            let noun = if millions == 1 { "million" } else { "millions" };
            let many = format!("{} {noun}", in_letters(millions));
            if rest == 0 { many } else { format!("{many} {}", in_letters(rest)) }
        }
    }
}

fn below_hundred(number: usize) -> String {
    if let Some(unit) = UNITS.get(number) {
        return (*unit).to_owned();
    }
    if let Some(above) = number.checked_sub(80) {
        return match above {
            0 => "quatre-vingts".to_owned(),
            above => format!("quatre-vingt-{}", below_hundred(above)),
        };
    }
    // Soixante-dix counts from sixty.
    let (ten, word) = TENS.into_iter().find(|(ten, _)| number >= *ten).unwrap_or((0, ""));
    match number.saturating_sub(ten) {
        0 => word.to_owned(),
        1 => format!("{word} et un"),
        11 if ten == 60 => format!("{word} et onze"),
        rest => format!("{word}-{}", below_hundred(rest)),
    }
}

/// A sum in letters.
#[must_use]
pub fn sum_in_letters(sum: Euros) -> String {
    let cents = usize::try_from(sum.cents().unsigned_abs()).unwrap_or(usize::MAX);
    let (euros, cents) = (cents / 100, cents % 100);
    let counted = |number: usize, noun: &str| {
        let plural = if number > 1 { "s" } else { "" };
        let of = if number >= 1_000_000 && number.is_multiple_of(1_000_000) { "d’" } else { "" };
        format!("{} {of}{noun}{plural}", in_letters(number))
    };
    match (euros, cents) {
        (euros, 0) => counted(euros, "euro"),
        (0, cents) => counted(cents, "centime"),
        (euros, cents) => format!("{} et {}", counted(euros, "euro"), counted(cents, "centime")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spelt_the_traditional_way() {
        for (number, words) in [
            (0, "zéro"),
            (17, "dix-sept"),
            (21, "vingt et un"),
            (71, "soixante et onze"),
            (77, "soixante-dix-sept"),
            (80, "quatre-vingts"),
            (81, "quatre-vingt-un"),
            (91, "quatre-vingt-onze"),
            (100, "cent"),
            (200, "deux cents"),
            (280, "deux cent quatre-vingts"),
            (301, "trois cent un"),
            (1_000, "mille"),
            (80_000, "quatre-vingt mille"),
            (200_001, "deux cent mille un"),
            (2_000_000, "deux millions"),
        ] {
            assert_eq!(in_letters(number), words);
        }
    }

    #[test]
    fn a_sum_says_its_euros_and_its_cents() {
        let sum = |cents| sum_in_letters(Euros::from_cents(cents).unwrap());
        assert_eq!(sum(30_160), "trois cent un euros et soixante centimes");
        assert_eq!((sum(0), sum(100), sum(1)), ("zéro euro".into(), "un euro".into(), "un centime".into()));
        assert_eq!(sum(100_000_000), "un million d’euros");
    }
}
