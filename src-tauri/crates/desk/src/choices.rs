//! Every list a form offers.

use domain::budget::{Certainty, Frequency, Section};
use domain::household::{Link, Share};
use domain::person::Title;
use domain::settings::{ListEntry, Lists, entry};
use domain::words::Labelled;
use serde::Serialize;
use ts_rs::TS;

use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::{Desk, Nothing, settings};
use crate::shown::{Choice, key_of};

/// Every list a form offers, retired entries left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Choices {
    /// By where the person came.
    pub origins: Vec<Choice>,
    /// What a loan may finance, under its category.
    pub purposes: Vec<Choice>,
    /// How a person is addressed.
    pub titles: Vec<Choice>,
    /// What a household member is to the applicant.
    pub links: Vec<Choice>,
    /// What a member counts for.
    pub shares: Vec<Choice>,
    /// Family situations.
    pub family_situations: Vec<Choice>,
    /// Housing statuses.
    pub housing: Vec<Choice>,
    /// Employment statuses.
    pub employment: Vec<Choice>,
    /// How often an amount comes.
    pub frequencies: Vec<Choice>,
    /// How sure an amount is.
    pub certainties: Vec<Choice>,
    /// Kinds of budget lines.
    pub budget_entries: Vec<BudgetEntry>,
}

/// A kind of budget line, as a form offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BudgetEntry {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Other words people use for it, by which it is found.
    pub also: Vec<String>,
    /// The section it belongs to.
    pub section: String,
    /// The section's heading.
    pub section_label: String,
    /// Its heading inside the section.
    pub group_label: String,
    /// The frequency offered first.
    pub usual_frequency: String,
    /// Advice for the adviser.
    pub help: Option<String>,
    /// Whether the reste à vivre counts it.
    pub counted: bool,
}

/// Gives every list.
pub fn choices(desk: &Desk, _: Nothing, moment: &Moment) -> Result<Choices, Failure> {
    let settings = desk.read(settings)?;
    let lists = settings.at(moment.today).lists;
    Ok(Choices {
        origins: offered(&lists.origins),
        purposes: purposes(lists)?,
        titles: Title::ALL.into_iter().map(Choice::of).collect(),
        links: Link::MEMBERS.into_iter().map(Choice::of).collect(),
        shares: Share::ALL.into_iter().map(Choice::of).collect(),
        family_situations: offered(&lists.family_situations),
        housing: offered(&lists.housing),
        employment: offered(&lists.employment),
        frequencies: Frequency::ALL.into_iter().map(|word| Choice::new(&key_of(word), word.per())).collect(),
        certainties: Certainty::ALL.into_iter().map(Choice::of).collect(),
        budget_entries: lists.offered_budget_entries().map(|entry| budget_entry(entry, lists)).collect(),
    })
}

fn offered(list: &[ListEntry]) -> Vec<Choice> {
    list.iter().filter(|entry| !entry.retired).map(Choice::of_entry).collect()
}

fn purposes(lists: &Lists) -> Result<Vec<Choice>, Failure> {
    let offered = lists.purposes.iter().filter(|purpose| !purpose.retired);
    offered
        .map(|purpose| {
            let category = match &purpose.group {
                Some(key) => Some(entry(&lists.purpose_categories, key)?.label.clone()),
                None => None,
            };
            Ok(Choice { group: category, ..Choice::of_entry(purpose) })
        })
        .collect()
}

fn budget_entry(entry: &domain::settings::BudgetEntry, lists: &Lists) -> BudgetEntry {
    let group = lists.budget_groups.iter().find(|group| group.key == entry.group);
    BudgetEntry {
        key: entry.key.as_str().to_owned(),
        label: entry.label.clone(),
        also: entry.also.clone(),
        section: key_of(entry.section),
        section_label: Section::label(entry.section).to_owned(),
        group_label: group.map(|group| group.label.clone()).unwrap_or_default(),
        usual_frequency: key_of(entry.usual_frequency),
        help: entry.help.as_deref().map(domain::words::spaced),
        counted: entry.counts_in_reste_a_vivre,
    }
}
