//! The facts of the handover: every open dossier by its next date, whom to call, and a sheet for each that is awaited.
//!
//! A loan of which nothing is expected for three months has a line and no sheet. An office has far more loans than a
//! person can take over in a day: the nearest [`SHOWN`] dates are printed, and the rest is counted.

mod sheet;

use chrono::{Days, Months, NaiveDate};
use documents::papers::Letterhead;
use documents::papers::handover::{Handover, HandoverContact, HandoverDate, HandoverGroup, render};
use documents::papers::session_sheet::Naming;
use domain::dossier::{DossierId, DossierLine, Phase};
use domain::settings::{Lender, Settings};
use domain::words::{counted, full_name, lowered, spaced};
use store::{DossierQuery, Reader};

use super::sources::sender;
use super::{Prepared, Subject};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::dossiers::found;
use casework::today::is_call;

/// How many next dates are printed.
const SHOWN: u64 = 500;

/// Months without anything expected after which a loan needs no sheet.
const QUIET_MONTHS: u32 = 3;

pub(super) fn prepare(
    desk: &Desk,
    settings: &Settings,
    head: &Letterhead,
    moment: &Moment,
) -> Result<Prepared, Failure> {
    let handover = desk.read(|reader| gathered(reader, settings, head, moment))?;
    let (head, state) = (head.clone(), "à jour".to_owned());
    Ok(Prepared { version: 1, missing: Vec::new(), state, print: Box::new(move |_| Ok(render(&handover, &head)?)) })
}

/// A dossier and the kind of its phase.
struct Open {
    id: DossierId,
    line: DossierLine,
    phase: Phase,
}

fn gathered(reader: &Reader<'_>, settings: &Settings, head: &Letterhead, moment: &Moment) -> Result<Handover, Failure> {
    let today = moment.today;
    let (mut open, mut counts) = (Vec::new(), [0_u64; 3]);
    let phases = [Phase::Assessing, Phase::WithLender, Phase::Running];
    for (phase, count) in phases.into_iter().zip(&mut counts) {
        let query = DossierQuery {
            search: String::new(),
            phase: Some(phase),
            among: None,
            archived: Some(false),
            offset: 0,
            limit: SHOWN,
        };
        let (lines, found) = reader.dossier_lines(&query)?;
        *count = found;
        open.extend(lines.into_iter().map(|(id, line)| Open { id, line, phase }));
    }
    open.sort_by_key(|one| (one.line.next_date.is_none(), one.line.next_date, one.id));
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let more = counts.into_iter().fold(0, u64::saturating_add);
    open.truncate(shown);
    let more = more.saturating_sub(u64::try_from(open.len()).unwrap_or(u64::MAX));
    let (mut sheets, mut dates, mut calls) = (Vec::new(), Vec::new(), 0_u64);
    for one in &open {
        let dossier = found(reader, one.id)?;
        let due = dossier.tasks.iter().filter(|task| task.due <= today);
        calls = calls.saturating_add(u64::try_from(due.filter(|task| is_call(task)).count()).unwrap_or_default());
        let place = needs_sheet(one, today).then_some(sheets.len());
        dates.push(HandoverDate {
            on: one.line.next_date,
            name: full_name(&dossier.person),
            reference: one.line.reference.clone(),
            what: if one.line.next_what.is_empty() { "à fixer".to_owned() } else { one.line.next_what.clone() },
            phone: dossier.person.phone.as_ref().map(ToString::to_string).unwrap_or_default(),
            sheet: place,
        });
        if place.is_some() {
            let referrer = sender(reader, &dossier)?;
            let subject = Subject {
                dossier: &dossier,
                versions: &[],
                settings,
                head,
                moment,
                referrer: referrer.as_ref(),
                aids: &[],
                session: None,
                own_words: "",
                naming: Naming::Named,
                scans: None,
            };
            sheets.push(sheet::of(&subject, one.line.stage, one.line.since)?);
        }
    }
    let in_seven_days = today.checked_add_days(Days::new(7)).unwrap_or(today);
    let until = |day: NaiveDate| dates.iter().filter(|one| one.on.is_some_and(|on| on <= day)).count();
    let (soon, late) = (until(in_seven_days), until(today.checked_sub_days(Days::new(1)).unwrap_or(today)));
    let late = if late == 0 { String::new() } else { format!(", dont {late} en retard") };
    let [assessing, with_lender, running] = counts;
    let before = assessing.saturating_add(with_lender);
    let figure = |count: u64, one: &str, many: &str| (count.to_string(), if count > 1 { many } else { one }.to_owned());
    Ok(Handover {
        printed_on: today,
        printed_at: moment.hour_of(moment.now),
        figures: vec![
            figure(before, "dossier avant versement", "dossiers avant versement"),
            figure(running, "prêt suivi", "prêts suivis"),
            figure(
                soon.try_into().unwrap_or_default(),
                &format!("date d’ici sept jours{late}"),
                &format!("dates d’ici sept jours{late}"),
            ),
            figure(calls, "appel à passer", "appels à passer"),
        ],
        begin: begin(&dates, (today, in_seven_days)),
        groups: groups(dates, (today, in_seven_days)),
        more,
        contacts: contacts(settings, head),
        sheets,
    })
}

/// Whether a dossier has a sheet: all but a loan of which nothing is expected soon.
fn needs_sheet(one: &Open, today: NaiveDate) -> bool {
    let soon = today.checked_add_months(Months::new(QUIET_MONTHS)).unwrap_or(today);
    one.phase != Phase::Running || one.line.next_date.is_some_and(|on| on <= soon)
}

/// The first thing that is late or due today, then the first of the week, each with how many there are.
fn begin(dates: &[HandoverDate], (today, week_end): (NaiveDate, NaiveDate)) -> Vec<(String, String)> {
    let pressing: Vec<_> = dates.iter().filter(|one| one.on.is_some_and(|on| on <= today)).collect();
    let soon: Vec<_> = dates.iter().filter(|one| one.on.is_some_and(|on| on > today && on <= week_end)).collect();
    let said = |of: &[&HandoverDate], none: &str| match of {
        [] => none.to_owned(),
        [first] => format!("{} ({}).", lowered(first.what.trim_end_matches('.')), first.name),
        [first, rest @ ..] => format!(
            "{} ({}), puis {}.",
            lowered(first.what.trim_end_matches('.')),
            first.name,
            counted(rest.len(), "autre dossier", "autres dossiers")
        ),
    };
    vec![
        ("Aujourd’hui".to_owned(), said(&pressing, "rien de prévu, rien en retard.")),
        ("Cette semaine".to_owned(), said(&soon, "rien de prévu.")),
    ]
}

/// The same dates by kind of day.
fn groups(dates: Vec<HandoverDate>, (today, week_end): (NaiveDate, NaiveDate)) -> Vec<HandoverGroup> {
    let mut groups = ["En retard", "D’ici sept jours", "Ensuite", "Sans date, ou rien avant trois mois"]
        .map(|title| HandoverGroup { title: title.to_owned(), dates: Vec::new() });
    let [late, soon, then, none] = &mut groups;
    for one in dates {
        let group = match one.on {
            Some(on) if on < today => &mut *late,
            Some(on) if on <= week_end => &mut *soon,
            Some(_) if one.sheet.is_some() => &mut *then,
            Some(_) | None => &mut *none,
        };
        group.dates.push(one);
    }
    groups.into()
}

/// The lenders, then the office itself.
fn contacts(settings: &Settings, head: &Letterhead) -> Vec<HandoverContact> {
    let at = |lender: &Lender| {
        let main = (lender.contact.to_string(), lender.contact_role.to_string(), lender.phone.to_string());
        let others =
            lender.others.iter().map(|one| (one.name.to_string(), one.role.to_string(), one.phone.to_string()));
        let bank = lender.name.to_string();
        let contact = move |(name, role, phone): (String, String, String)| HandoverContact {
            who: [name, bank.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            why: if role.is_empty() { "décisions, impayés, reports".to_owned() } else { role },
            phone,
        };
        [main].into_iter().chain(others).map(contact).collect::<Vec<_>>()
    };
    let lenders = settings.lenders.values().filter(|file| !file.lender.retired);
    let office = HandoverContact {
        who: spaced(&head.office.name),
        why: "accueil, messages".to_owned(),
        phone: head.office.phone.clone(),
    };
    lenders.flat_map(|file| at(&file.lender)).chain([office]).collect()
}
