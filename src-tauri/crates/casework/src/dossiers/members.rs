//! The household as it is said on the phone: the adults, and the children by their age.
//!
//! The days of birth and the names are asked later, where a paper needs them: a child is named by the age that was said,
//! with its month, and each line is marked to confirm. Worked example, in November 2026: a couple, « 4 ans » is a spouse
//! and « 4 ans en novembre 2026 », three people.

use domain::household::{AgesRefused, Link, Member, MemberId, Presence, SaidAge, Share, read_ages};
use domain::words::{Labelled, given_by_phone, month_of, spaced};

use app::caller::Moment;
use app::failure::Failure;
use app::reading;

/// Who lives there, as far as it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SaidHousehold {
    /// The others, the applicant left out.
    pub(super) others: Vec<Member>,
    /// Whether all of them were said.
    is_whole: bool,
}

impl SaidHousehold {
    /// How many people live there; nothing while that was not said.
    pub(super) fn people(&self) -> Option<u64> {
        self.is_whole.then(|| u64::try_from(self.with_applicant().len()).unwrap_or_default())
    }

    /// Everyone, the applicant first.
    pub(super) fn with_applicant(&self) -> Vec<Member> {
        std::iter::once(Member::applicant()).chain(self.others.iter().cloned()).collect()
    }
}

/// Reads who lives there.
pub(super) fn read(adults: &str, children: &str, moment: &Moment) -> Result<SaidHousehold, Failure> {
    let spouse = match adults {
        "couple" => Some(member(Link::Spouse, Link::Spouse.label())?),
        _ => None,
    };
    let ages = read_ages(children).map_err(|refused| not_ages(&refused))?;
    let of_age = |age: &SaidAge| member(age.link(), &format!("{age} en {}", month_of(moment.today)));
    let children = ages.iter().map(of_age).collect::<Result<Vec<_>, _>>()?;
    let is_whole = matches!(adults, "one" | "couple");
    Ok(SaidHousehold { others: spouse.into_iter().chain(children).collect(), is_whole })
}

/// Why a text holds no ages, at its field.
fn not_ages(refused: &AgesRefused) -> Failure {
    Failure::refused(&spaced(&format!("« {} » n’est pas compris.", refused.0)))
        .remedy("Tapez les âges : « 4 ans », « 4, 7 et 12 ans », « 8 mois ».")
        .at("children")
}

fn member(link: Link, name: &str) -> Result<Member, Failure> {
    Ok(Member {
        id: MemberId(0),
        name: reading::line(name, "children")?,
        link,
        born_on: None,
        presence: Presence::Here,
        share: Share::One,
        reason: given_by_phone(),
    })
}
