//! Copies as the page shows them.

use domain::settings::SafetyRules;
use domain::words::{self, counted};
use serde::Serialize;
use store::{CopyFound, CopyKeys, CopyState, Lost, Outside};
use ts_rs::TS;

use super::doubts::{AsideRow, DoubtView, aside, doubt_sentence, doubts};
use super::places::{OUTSIDE, OneCopy, PlaceAsked, is_same_disk, place_of, remembered};
use super::wording::{ago, days_since, failed_here, failed_outside, held, moment, near, reason, verdict};
use app::caller::{Caller, Moment, Progress};
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::job::Work;
use app::settings::{is_demo, safety_rules as rules_of_safety};
use app::shapes::Meaning;

/// How many references of dossiers are named before the others are counted.
const NAMED: usize = 5;

/// The copies of the office, here and outside, and what is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CopiesView {
    /// The last copy on this computer.
    pub here: CopyCard,
    /// The last copy outside the computer.
    pub outside: CopyCard,
    /// What people call the place outside the computer; nothing before one is chosen.
    pub place: Option<String>,
    /// What failed and has not succeeded since, one sentence each.
    pub failures: Vec<String>,
    /// Every copy, the newest first.
    pub rows: Vec<CopyRow>,
    /// That a copy took the place of the office, while that can be taken back.
    pub restored: Option<String>,
    /// What goes further than the office.
    pub doubts: Vec<DoubtView>,
    /// What was set aside, the oldest first.
    pub aside: Vec<AsideRow>,
}

/// The last copy of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CopyCard {
    /// When.
    pub value: String,
    /// What it holds, what is due.
    pub note: String,
    /// Whether it is late.
    pub meaning: Meaning,
}

/// One copy of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CopyRow {
    /// The place, as calls name it.
    pub place: String,
    /// Its name there.
    pub stamp: String,
    /// When it was made.
    pub made: String,
    /// Why.
    pub reason: String,
    /// Where it is.
    pub site: String,
    /// How many dossiers it holds.
    pub dossiers: u64,
    /// How many pieces it holds.
    pub pieces: u32,
    /// What it holds, in words.
    pub holds: String,
    /// What it is worth, in words.
    pub verdict: String,
    /// Whether it can take the place of the office.
    pub usable: bool,
    /// Whether the keys of the open office open it.
    pub own: bool,
}

/// The copies of a place, every byte of them read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CopiesRead {
    /// What people call the place.
    pub place: String,
    /// The copies, the newest first.
    pub rows: Vec<CopyRow>,
}

/// What would be lost if a copy took the place of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CopyCompared {
    /// In a sentence.
    pub sentence: String,
}

/// Something of the copies that has to be seen on the first screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Notice {
    /// In a sentence.
    pub text: String,
    /// How late it is.
    pub meaning: Meaning,
}

/// Shows the copies of the office, here and outside.
pub fn copies(desk: &Desk, _: Nothing, at: &Moment) -> Result<CopiesView, Failure> {
    let folder = desk.folder();
    let vault = desk.vault()?;
    let keys = vault.copy_keys();
    let own = folder.copies().own_of(&keys)?;
    let mut rows: Vec<(CopyFound, CopyRow)> =
        own.into_iter().map(|copy| shown(copy, "", "cet ordinateur", true, at)).collect();
    let here = here(rows.iter().map(|(copy, _)| copy), at);
    // A stick that is not there leaves the list of this computer.
    if let Ok(Some(place)) = remembered(desk) {
        let carried = place.copies.own_of(&keys).unwrap_or_default();
        rows.extend(carried.into_iter().map(|copy| shown(copy, OUTSIDE, &place.name, true, at)));
    }
    rows.sort_by_key(|(copy, _)| std::cmp::Reverse(copy.made_at()));
    let (rules, known) = desk.read(|reader| Ok((rules_of_safety(reader, at.today)?, reader.copy_place()?)))?;
    let same_disk = known.as_ref().is_some_and(|(place, _)| is_same_disk(desk.office_folder(), place));
    let known = known.map(|(folder, _)| super::places::name_of(&folder));
    let outside = folder.outside();
    Ok(CopiesView {
        here,
        outside: outside_card((&outside, same_disk), known.as_deref(), &rules, at),
        place: known,
        failures: failures(desk, &outside, at),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        restored: folder.restored_at().zip(folder.restored_until()).map(|(restored, until)| {
            words::spaced(&format!(
                "Une copie a pris la place des dossiers ({}). L’état d’avant est gardé jusqu’au {}.",
                moment(restored, at),
                words::long_date(at.day_of(until))
            ))
        }),
        doubts: doubts(desk, at)?,
        aside: aside(desk, at)?,
    })
}

/// Lists the copies of a place, every byte of them read.
pub fn read_copies(desk: &Desk, input: PlaceAsked, caller: &Caller) -> Result<Work<CopiesRead>, Failure> {
    let place = place_of(desk, &input.place, caller)?;
    let keys: Option<CopyKeys> = desk.vault().ok().map(store::Vault::copy_keys);
    let now = caller.moment;
    Ok(Box::new(move |progress: &Progress| {
        let found = place.copies.read_through(keys.as_ref(), &mut |done, of| progress.step(done, of).is_ok())?;
        let rows = found.into_iter().map(|copy| {
            let own = keys.is_some() && copy.state != CopyState::OtherKey;
            shown(copy, &input.place, &place.name, own, &now).1
        });
        Ok(CopiesRead { place: place.name.clone(), rows: rows.collect() })
    }))
}

/// Says what would be lost if a copy took the place of the office as it is.
pub fn compare_copy(desk: &mut Desk, input: OneCopy, caller: &Caller) -> Result<CopyCompared, Failure> {
    let place = place_of(desk, &input.place, caller)?;
    let vault = desk.vault()?;
    let copy = place.copies.one(&input.stamp, &vault.copy_keys())?;
    let lost = vault.lost_by(&copy)?;
    let sentence = match lost {
        None => "Cette copie n’est pas un état plus ancien de ces dossiers : regardez-la avant de choisir.".to_owned(),
        Some(lost) => lost_sentence(&lost),
    };
    Ok(CopyCompared { sentence: words::spaced(&sentence) })
}

/// What the first screen says of copies: a failure, a copy outside that is due or late.
pub(crate) fn notices(desk: &Desk, at: &Moment) -> Result<Vec<Notice>, Failure> {
    let (rules, demo) = desk.read(|reader| Ok((rules_of_safety(reader, at.today)?, is_demo(reader)?)))?;
    if desk.vault()?.is_looked() {
        return Ok(Vec::new());
    }
    let outside = desk.folder().outside();
    let doubted = desk.vault()?.doubts();
    let doubted = doubted.iter().map(|doubt| doubt_sentence(doubt, at));
    let failed = doubted.chain(failures(desk, &outside, at));
    let mut notices: Vec<Notice> = failed.map(|text| Notice { text, meaning: Meaning::Late }).collect();
    let meaning = lateness(&outside, &rules, at);
    // Nobody keeps a copy of invented people.
    if !demo && meaning != Meaning::Plain {
        let text = match outside.copied_at {
            Some(copied) => format!("Dernière copie hors de l’ordinateur : {}.", ago(copied, at)),
            None => "Aucune copie n’est encore hors de l’ordinateur : un vol ou une panne emporterait tout.".to_owned(),
        };
        notices.push(Notice { text: words::spaced(&text), meaning });
    }
    Ok(notices)
}

/// The last line of the rail: `Copie sur clé, 22 nov.`; nothing before the first.
pub(crate) fn outside_line(desk: &Desk, now: &Moment) -> Option<String> {
    let outside = desk.folder().outside();
    let place = if outside.same_disk { "le même disque" } else { "clé" };
    Some(words::spaced(&format!("Copie sur {place}, {}", near(now.day_of(outside.copied_at?), now.today))))
}

fn failures(desk: &Desk, outside: &Outside, now: &Moment) -> Vec<String> {
    let here = desk.folder().copies().failure().map(|failed| failed_here(&failed, now));
    let there = outside.failed.map(|(at, because)| failed_outside(&outside.place, at, because, now));
    here.into_iter().chain(there).collect()
}

fn shown(copy: CopyFound, place: &str, site: &str, own: bool, now: &Moment) -> (CopyFound, CopyRow) {
    let row = CopyRow {
        place: place.to_owned(),
        stamp: copy.stamp.clone(),
        made: copy.made_at().map_or_else(|| copy.stamp.clone(), |at| moment(at, now)),
        reason: copy.reason().map(reason).unwrap_or_default().to_owned(),
        site: site.to_owned(),
        dossiers: copy.dossiers(),
        pieces: u32::try_from(copy.pieces()).unwrap_or(u32::MAX),
        holds: words::spaced(&held(copy.dossiers(), copy.pieces())),
        verdict: verdict(&copy, now),
        usable: !matches!(copy.state, CopyState::Unusable(_)),
        own: own && copy.state == CopyState::Sound,
    };
    (copy, row)
}

fn here<'c>(mut copies: impl Iterator<Item = &'c CopyFound>, now: &Moment) -> CopyCard {
    let newest = copies.find(|copy| copy.state == CopyState::Sound);
    match newest.and_then(|copy| copy.made_at().map(|at| (copy, at))) {
        Some((copy, at)) => CopyCard {
            value: moment(at, now),
            note: words::spaced(&format!("vérifiée en la rouvrant, {}", held(copy.dossiers(), copy.pieces()))),
            meaning: if days_since(at, now) > 2 { Meaning::Due } else { Meaning::Plain },
        },
        None => CopyCard {
            value: "aucune".to_owned(),
            note: "elle se fait d’elle-même à l’ouverture et à la fermeture".to_owned(),
            meaning: Meaning::Due,
        },
    }
}

fn outside_card(
    (outside, same_disk): (&Outside, bool),
    place: Option<&str>,
    rules: &SafetyRules,
    now: &Moment,
) -> CopyCard {
    const SAME_DISK: &str = ". Même disque que vos dossiers : un vol ou une panne emporterait les deux";
    let told = if same_disk { SAME_DISK } else { "" };
    let late = lateness(outside, rules, now);
    let meaning = if same_disk && late == Meaning::Plain { Meaning::Due } else { late };
    let Some(at) = outside.copied_at else {
        let note = if place.is_some() { "un clic suffit" } else { "choisissez une clé ou un dossier partagé" };
        return CopyCard { value: "aucune".to_owned(), note: words::spaced(&format!("{note}{told}")), meaning };
    };
    let left = i64::from(rules.copy_due_days).saturating_sub(days_since(at, now));
    let due = match left {
        ..=0 => "à refaire maintenant".to_owned(),
        days => format!("à refaire dans {}", counted(days, "jour", "jours")),
    };
    let note = format!("{} ; {due}{told}", outside.place);
    CopyCard { value: ago(at, now), note: words::spaced(&note), meaning }
}

/// How late the copy outside the computer is.
fn lateness(outside: &Outside, rules: &SafetyRules, now: &Moment) -> Meaning {
    match outside.copied_at.map(|at| days_since(at, now)) {
        Some(days) if days > i64::from(rules.copy_late_days) => Meaning::Late,
        Some(days) if days <= i64::from(rules.copy_due_days) => Meaning::Plain,
        Some(_) | None => Meaning::Due,
    }
}

fn lost_sentence(lost: &Lost) -> String {
    let mut parts = Vec::new();
    if !lost.created.is_empty() {
        let named: Vec<&str> = lost.created.iter().take(NAMED).map(|(_, reference)| reference.as_str()).collect();
        let others = if lost.created.len() > NAMED { "…" } else { "" };
        let count = counted(lost.created.len(), "dossier créé depuis", "dossiers créés depuis");
        parts.push(format!("{count} ({}{others})", named.join(", ")));
    }
    if lost.changed > 0 {
        parts.push(counted(lost.changed, "modifié", "modifiés"));
    }
    if lost.pieces > 0 {
        parts.push(counted(lost.pieces, "fichier", "fichiers"));
    }
    let back = match lost.erased {
        0 => String::new(),
        some => format!(
            " Ce qui a été effacé depuis reviendrait ({}) : il faudrait l’effacer de nouveau.",
            counted(some, "effacement", "effacements")
        ),
    };
    if parts.is_empty() {
        return format!("Rien n’aurait disparu : cette copie a tout ce qu’ont les dossiers.{back}");
    }
    format!("Il y aurait en moins, si vous remplacez : {}.{back}", parts.join(", "))
}
