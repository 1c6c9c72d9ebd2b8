//! The household: adding, changing and taking out the people the budget is shared among.

use domain::assessment::{Assessment, Registers};
use domain::dossier::{Dossier, DossierId};
use domain::household::{Household, Link, Member, MemberId, Presence, Share};
use domain::settings::ListKey;
use domain::words::confirmed;
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use crate::budgets::follow_household;
use crate::dossiers::{DossierView, found, view};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// A household member as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewMember {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Name or first name; needed.
    pub name: String,
    /// What they are to the applicant.
    pub link: String,
    /// Day of birth.
    pub born_on: String,
    /// Whether they live here.
    pub lives_here: bool,
    /// What they count for; by the link when empty.
    pub share: String,
    /// Why they count so.
    pub reason: String,
}

/// A line of the household as typed. Of the applicant's line only presence, share and reason change.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MemberChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The line.
    #[ts(type = "number")]
    pub member: MemberId,
    /// Name or first name; needed.
    pub name: String,
    /// What they are to the applicant.
    pub link: String,
    /// Day of birth.
    pub born_on: String,
    /// Whether they live here.
    pub lives_here: bool,
    /// What they count for; by the link when empty.
    pub share: String,
    /// Why they count so.
    pub reason: String,
}

/// Which line of the household.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneMember {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The line.
    #[ts(type = "number")]
    pub member: MemberId,
}

/// Adds someone to the household.
pub fn add_member(desk: &mut Desk, input: NewMember, moment: &Moment) -> Result<DossierView, Failure> {
    let custody = desk.read(settings)?.at(moment.today).office.shared_custody;
    let member = Member {
        id: MemberId(0),
        name: reading::needed(&input.name, "name", "Le prénom ou le nom manque.")?,
        link: member_link(&input.link)?,
        born_on: reading::born_on(&input.born_on, "born_on", moment)?,
        presence: presence(input.lives_here),
        share: share(&input.share, member_link(&input.link)?, custody)?,
        reason: reading::line(&input.reason, "reason")?,
    };
    desk.act("add_member", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        two_borrowers_at_most(&dossier, &member)?;
        let mut members = dossier.household.members().to_vec();
        members.push(member.clone());
        let after = Household::of(members).map_err(|refused| Failure::from(refused).at("share"))?;
        writer.insert_member(input.dossier, &member)?;
        let opened = follow_household(writer, &dossier, &after, moment)?;
        Ok(acted(&dossier, &format!("Ajout au foyer ({}){opened}", member.name)))
    })?;
    view(desk, input.dossier, moment)
}

/// Changes a line of the household.
pub fn change_member(desk: &mut Desk, input: MemberChange, moment: &Moment) -> Result<DossierView, Failure> {
    let custody = desk.read(settings)?.at(moment.today).office.shared_custody;
    desk.act("change_member", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = member_of(&dossier, input.member)?;
        let member = changed(before, &input, custody, moment)?;
        two_borrowers_at_most(&dossier, &member)?;
        let others = dossier.household.members().iter();
        let members = others.map(|other| if other.id == member.id { member.clone() } else { other.clone() });
        let after = Household::of(members.collect()).map_err(|refused| Failure::from(refused).at("share"))?;
        let mut opened = String::new();
        if member != *before {
            writer.update_member(input.dossier, &member)?;
            if member.link != Link::CoApplicant {
                forget_co_borrower(writer, &dossier, before)?;
            }
            opened = follow_household(writer, &dossier, &after, moment)?;
        }
        let name = if before.link == Link::Applicant { dossier.person.display_name() } else { member.name.to_string() };
        Ok(acted(&dossier, &format!("Modification du foyer ({name}){opened}")))
    })?;
    view(desk, input.dossier, moment)
}

/// Takes someone out of the household; the applicant stays.
pub fn remove_member(desk: &mut Desk, input: OneMember, moment: &Moment) -> Result<DossierView, Failure> {
    desk.act("remove_member", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let member = member_of(&dossier, input.member)?;
        let others = dossier.household.members().iter().filter(|other| other.id != input.member);
        let after = Household::of(others.cloned().collect())?;
        writer.delete_member(input.dossier, input.member)?;
        forget_co_borrower(writer, &dossier, member)?;
        let opened = follow_household(writer, &dossier, &after, moment)?;
        Ok(acted(&dossier, &format!("Retrait du foyer ({}){opened}", member.name)))
    })?;
    view(desk, input.dossier, moment)
}

/// What is known of the one who borrowed too goes with them: the next one is somebody else.
fn forget_co_borrower(writer: &Writer<'_>, dossier: &Dossier, left: &Member) -> Result<(), Failure> {
    if left.link != Link::CoApplicant {
        return Ok(());
    }
    if dossier.co_borrower.is_some() {
        writer.delete_co_borrower(dossier.id)?;
    }
    writer.set_answer(dossier.id, &ListKey::new(Registers::CO_PROCEDURE), None)?;
    let assessment = Assessment { co_registers: Registers::default(), ..dossier.assessment.clone() };
    Ok(writer.set_assessment(dossier.id, &assessment)?)
}

/// Papers name two borrowers and have both sign: the applicant and one co-applicant.
fn two_borrowers_at_most(dossier: &Dossier, member: &Member) -> Result<(), Failure> {
    let mut others = dossier.household.members().iter().filter(|other| other.id != member.id);
    if member.link != Link::CoApplicant || !others.any(|other| other.link == Link::CoApplicant) {
        return Ok(());
    }
    Err(Failure::refused("Un prêt se demande à deux au plus.")
        .remedy("Choisissez un autre lien avec le foyer.")
        .at("link"))
}

fn acted(dossier: &Dossier, what: &str) -> Acted<()> {
    Acted {
        value: (),
        sentence: format!("{what}, {}.", dossier.person.display_name()),
        dossier: Some(dossier.id),
        fields: vec!["household"],
        draft: Some((Some(dossier.id), "member")),
    }
}

fn member_of(dossier: &Dossier, id: MemberId) -> Result<&Member, Failure> {
    let member = dossier.household.members().iter().find(|member| member.id == id);
    member.ok_or_else(|| Failure::gone("Cette ligne du foyer"))
}

fn changed(before: &Member, input: &MemberChange, custody: Share, moment: &Moment) -> Result<Member, Failure> {
    // Saving a line copied from a former dossier confirms it.
    let reason = confirmed(&reading::line(&input.reason, "reason")?);
    if before.link == Link::Applicant {
        return Ok(Member {
            id: before.id,
            presence: presence(input.lives_here),
            share: share(&input.share, Link::Applicant, custody)?,
            reason,
            ..Member::applicant()
        });
    }
    let link = member_link(&input.link)?;
    Ok(Member {
        id: before.id,
        name: reading::needed(&input.name, "name", "Le prénom ou le nom manque.")?,
        link,
        born_on: reading::born_on(&input.born_on, "born_on", moment)?,
        presence: presence(input.lives_here),
        share: share(&input.share, link, custody)?,
        reason,
    })
}

fn member_link(key: &str) -> Result<Link, Failure> {
    let link = reading::word(key, "link")?;
    if link == Link::Applicant {
        return Err(Failure::refused("La personne qui demande est déjà dans le foyer.").at("link"));
    }
    Ok(link)
}

/// The share chosen, or the usual one: what the office counts for a child of shared custody.
fn share(key: &str, link: Link, custody: Share) -> Result<Share, Failure> {
    match (key, link) {
        ("", Link::ChildShared) => Ok(custody),
        ("", _) => Ok(Share::One),
        (key, _) => reading::word(key, "share"),
    }
}

fn presence(lives_here: bool) -> Presence {
    if lives_here { Presence::Here } else { Presence::Elsewhere }
}
