//! People in words: ages, and the sentence that presents a household.

use chrono::{Datelike, NaiveDate};

use super::{HARD_SPACE, Labelled, NARROW_SPACE, counted, lowered};
use crate::calendar::age_on;
use crate::household::{Household, Link, Member, Share};
use crate::person::{Person, Title};

/// An age on a day: `34 ans`, `7 mois`, or nothing before birth.
#[must_use]
pub fn age(born_on: NaiveDate, day: NaiveDate) -> String {
    match age_on(born_on, day) {
        None => String::new(),
        Some(0) => counted(months_lived(born_on, day), "mois", "mois"),
        Some(years) => counted(usize::try_from(years).unwrap_or_default(), "an", "ans"),
    }
}

/// `3 personnes` when every share is whole, `4 personnes, 3,5 parts` otherwise.
#[must_use]
pub fn members_summary(household: &Household) -> String {
    let people = counted(household.counted(), "personne", "personnes");
    if household.shares().are_people() { people } else { format!("{people}, {}{HARD_SPACE}parts", household.shares()) }
}

/// Who lives on the budget, as papers say it.
///
/// Example: `Mme Delmas, 34 ans, et ses deux enfants de 9 et 6 ans, à charge.`
#[must_use]
pub fn household_sentence(person: &Person, household: &Household, day: NaiveDate) -> String {
    let mut sentence = addressed(person);
    if let Some(born_on) = person.born_on {
        sentence = format!("{sentence}, {}", age(born_on, day));
    }
    let groups: Vec<String> = [
        children(household, Link::Child, ", à charge", day),
        children(household, Link::ChildShared, ", en garde alternée", day),
        others(household, day),
    ]
    .into_iter()
    .flatten()
    .collect();
    sentence = match groups.as_slice() {
        [] => sentence,
        [alone] => format!("{sentence}, et {alone}"),
        several => format!("{sentence}{NARROW_SPACE}; {}", several.join(&format!("{NARROW_SPACE}; "))),
    };
    // The title M. already ends with a point; a sentence never ends with two.
    format!("{}.", sentence.trim_end_matches('.'))
}

/// `depuis 2022`, whether the word was typed with the day or not; empty when nothing was.
#[must_use]
pub fn since(typed: &str) -> String {
    match typed {
        "" => String::new(),
        said if said.to_lowercase().starts_with("depuis") => lowered(said),
        day => format!("depuis {day}"),
    }
}

/// Who counts for less than one share, and why; empty when every share is whole.
///
/// Example: `Dans le reste à vivre, pour ½ : Hugo (garde alternée) ; pour 0 : Léo.`
#[must_use]
pub fn shares_sentence(person: &Person, household: &Household) -> String {
    let named = |member: &Member| {
        let name = if member.link == Link::Applicant { person.display_name() } else { member.name.to_string() };
        if member.reason.is_empty() { name } else { format!("{name} ({})", member.reason) }
    };
    let of_share = |share: Share| {
        let found: Vec<String> = household.members().iter().filter(|member| member.share == share).map(named).collect();
        if found.is_empty() {
            return None;
        }
        Some(format!("pour{HARD_SPACE}{}{NARROW_SPACE}: {}", share.label(), enumerated(&found)))
    };
    let parts: Vec<String> = [Share::Half, Share::None].into_iter().filter_map(of_share).collect();
    if parts.is_empty() {
        return String::new();
    }
    format!("Dans le reste à vivre, {}.", parts.join(&format!("{NARROW_SPACE}; ")))
}

fn addressed(person: &Person) -> String {
    match person.title {
        Title::Madame | Title::Monsieur => format!("{}{HARD_SPACE}{}", person.title.short(), person.last_name),
        Title::NotStated => person.display_name(),
    }
}

fn children(household: &Household, link: Link, what: &str, day: NaiveDate) -> Option<String> {
    let found: Vec<&Member> = household.members().iter().filter(|member| member.link == link).collect();
    let ages: Vec<String> = found.iter().filter_map(|child| child.born_on).map(|born_on| age(born_on, day)).collect();
    let who = match found.len() {
        0 => return None,
        1 => "son enfant".to_owned(),
        many => format!("ses {} enfants", small_number(many)),
    };
    let all_known = ages.len() == found.len();
    let ages = if all_known { format!(" de{HARD_SPACE}{}", joined_ages(&ages)) } else { String::new() };
    Some(format!("{who}{ages}{what}"))
}

fn others(household: &Household, day: NaiveDate) -> Option<String> {
    let named: Vec<String> = household
        .members()
        .iter()
        .filter(|member| !matches!(member.link, Link::Applicant | Link::Child | Link::ChildShared))
        .map(|member| {
            let age = member.born_on.map(|born_on| format!(", {}", age(born_on, day))).unwrap_or_default();
            format!("{} ({}{age})", member.name, lowered(member.link.label()))
        })
        .collect();
    if named.is_empty() { None } else { Some(enumerated(&named)) }
}

/// `9 et 6 ans`: the unit once when all share it.
fn joined_ages(ages: &[String]) -> String {
    let unit = format!("{HARD_SPACE}ans");
    let years: Option<Vec<String>> = ages.iter().map(|age| age.strip_suffix(&unit).map(str::to_owned)).collect();
    match years {
        Some(years) => format!("{}{unit}", enumerated(&years)),
        None => enumerated(ages),
    }
}

fn enumerated(items: &[String]) -> String {
    match items.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} et {last}", before.join(", ")),
        None => String::new(),
    }
}

fn small_number(number: usize) -> String {
    let words = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
    let word = number.checked_sub(2).and_then(|place| words.get(place));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

fn months_lived(born_on: NaiveDate, day: NaiveDate) -> usize {
    let months = |date: NaiveDate| date.year().saturating_mul(12).saturating_add_unsigned(date.month());
    let begun = months(day).saturating_sub(months(born_on));
    let full = if day.day() < born_on.day() { begun.saturating_sub(1) } else { begun };
    usize::try_from(full).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::household::{MemberId, Presence};
    use crate::line::Line;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn member(name: &str, link: Link, born_on: Option<&str>) -> Member {
        Member {
            id: MemberId(1),
            name: Line::read(name).unwrap(),
            link,
            born_on: born_on.map(day),
            presence: Presence::Here,
            share: if link == Link::ChildShared { Share::Half } else { Share::One },
            reason: Line::default(),
        }
    }

    fn sentence(title: Title, members: Vec<Member>) -> String {
        let mut person = Person::named(Line::read("Delmas").unwrap(), Line::read("Sonia").unwrap());
        person.title = title;
        person.born_on = Some(day("1992-05-03"));
        let mut all = vec![member("", Link::Applicant, None)];
        all.extend(members);
        household_sentence(&person, &Household::of(all).unwrap(), day("2026-11-09")).replace(HARD_SPACE, " ")
    }

    #[test]
    fn a_household_is_presented_in_a_sentence() {
        let two = vec![member("A", Link::Child, Some("2017-02-01")), member("B", Link::Child, Some("2020-06-30"))];
        assert_eq!(sentence(Title::Madame, two), "Mme Delmas, 34 ans, et ses deux enfants de 9 et 6 ans, à charge.");
        assert_eq!(sentence(Title::NotStated, Vec::new()), "Sonia Delmas, 34 ans.");
        let one = vec![member("A", Link::ChildShared, Some("2026-05-10")), member("Léo Roy", Link::Spouse, None)];
        assert_eq!(
            sentence(Title::Monsieur, one),
            "M. Delmas, 34 ans\u{202f}; son enfant de 5 mois, en garde alternée\u{202f}; Léo Roy (conjoint ou partenaire)."
        );
    }

    #[test]
    fn who_counts_for_less_is_named_with_the_reason() {
        let mut hugo = member("Hugo", Link::ChildShared, None);
        hugo.reason = Line::read("garde alternée").unwrap();
        let mut leo = member("Léo", Link::AdultChild, None);
        leo.share = Share::None;
        let person = Person::named(Line::read("Delmas").unwrap(), Line::default());
        let household = Household::of(vec![member("", Link::Applicant, None), hugo, leo]).unwrap();
        let said = shares_sentence(&person, &household).replace([HARD_SPACE, NARROW_SPACE], " ");
        assert_eq!(said, "Dans le reste à vivre, pour ½ : Hugo (garde alternée) ; pour 0 : Léo.");
        let whole = Household::of(vec![member("", Link::Applicant, None)]).unwrap();
        assert_eq!(shares_sentence(&person, &whole), "");
    }

    #[test]
    fn halves_are_told() {
        let half = vec![member("", Link::Applicant, None), member("A", Link::ChildShared, None)];
        let text = members_summary(&Household::of(half).unwrap()).replace(HARD_SPACE, " ");
        assert_eq!(text, "2 personnes, 1,5 parts");
        let halves = ["A", "B"].map(|name| member(name, Link::ChildShared, None));
        let mut three = vec![member("", Link::Applicant, None)];
        three.extend(halves);
        let text = members_summary(&Household::of(three).unwrap()).replace(HARD_SPACE, " ");
        assert_eq!(text, "3 personnes, 2 parts");
    }

    #[test]
    fn ages_are_full_years_or_months() {
        assert_eq!(age(day("1992-11-10"), day("2026-11-09")), format!("33{HARD_SPACE}ans"));
        assert_eq!(age(day("2025-01-01"), day("2026-11-09")), format!("1{HARD_SPACE}an"));
        assert_eq!(age(day("2026-10-10"), day("2026-11-09")), format!("0{HARD_SPACE}mois"));
        assert_eq!(age(day("2027-01-01"), day("2026-11-09")), "");
    }
}
