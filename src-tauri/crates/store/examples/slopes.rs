//! How the store's times grow with the office: `cargo run -p store --example slopes`.
//!
//! Prints medians of opening, listing, searching by each keystroke and saving, at
//! 2 000 and 20 000 invented dossiers. Nothing is asserted: it is read by people.

use std::error::Error;
use std::io::{Write, stdout};
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::budget::{BudgetLine, BudgetLineId, Certainty, Frequency};
use domain::contact::Phone;
use domain::dossier::{DossierId, Fact, NextDate, Request};
use domain::household::{Link, Member, MemberId, Presence, Share};
use domain::line::Line;
use domain::money::Euros;
use domain::person::Person;
use domain::settings::ListKey;
use store::{Act, Acted, KeyCost, NewVault, RecoveryCode, Secret, Vault, VaultFolder, Writer};

type Outcome<T> = Result<T, Box<dyn Error>>;

const PASSPHRASE: &str = "cinq mots bien à moi";
const FIRST: [&str; 8] = ["Sonia", "Samira", "Éléonore", "Zoé", "Karim", "Lucas", "Inès", "Ornella"];
const LAST: [&str; 9] =
    ["Delmas", "Vauclerc", "Ferrand", "Quirinale", "Müller", "L’Hôpital", "Cœur", "Bastide", "Marchand"];
const PROJECTS: [&str; 7] = [
    "Remplacer la voiture",
    "Permis de conduire",
    "Soins dentaires",
    "Formation d’aide-soignante",
    "Électroménager",
    "Dépôt de garantie",
    "Scooter pour le travail",
];

fn main() -> Outcome<()> {
    let now: DateTime<Utc> = "2026-11-20T08:12:00Z".parse()?;
    for dossiers in [2_000_u32, 20_000] {
        let folder = tempfile::tempdir()?;
        let office = VaultFolder::at(folder.path());
        let code = RecoveryCode::generate()?;
        let mut vault = Vault::create(
            &office,
            &NewVault { passphrase: PASSPHRASE, code: &code, cost: KeyCost::Smallest, settings: &[] },
            now,
        )?;
        for first in (0..dossiers).step_by(1000) {
            fill(&mut vault, first, now)?;
        }
        drop(vault);
        measure(&office, dossiers, now)?;
    }
    Ok(())
}

fn fill(vault: &mut Vault, first: u32, now: DateTime<Utc>) -> Outcome<()> {
    vault.act(Act { call: "record_request", now }, |writer| {
        for number in (first..).take(1000) {
            record(writer, number, now)?;
        }
        Ok::<_, Box<dyn Error>>(acted((), None))
    })
}

fn measure(office: &VaultFolder, dossiers: u32, now: DateTime<Utc>) -> Outcome<()> {
    let secret = Secret::Passphrase(PASSPHRASE);
    let opening = median(5, || Vault::unlock(office, secret, now))?;
    let (mut vault, _) = Vault::unlock(office, secret, now)?;
    let lines = |typed: &str, offset| vault.read(|reader| reader.dossier_lines(typed, offset, 100));
    let list = median(21, || lines("", 0))?;
    let last = median(21, || lines("", u64::from(dossiers).saturating_sub(100)))?;
    let mut out = stdout();
    let times = [("open", opening), ("list, first page", list), ("list, last page", last)];
    writeln!(out, "{dossiers} dossiers")?;
    for (what, time) in times {
        writeln!(out, "  {what:<28}{time:>10.2?}")?;
    }
    for typed in ["d", "de", "del", "delmas", "delmas sonia", "voiture", "06 39 98", "2026-00", "2", "s r"] {
        let (_, found) = lines(typed, 0)?;
        let time = median(21, || lines(typed, 0))?;
        writeln!(out, "  {:<28}{time:>10.2?}   {found} found", format!("search « {typed} »"))?;
    }
    let mut number = dossiers;
    let request = median(31, || {
        number = number.saturating_add(1);
        vault.act(Act { call: "record_request", now }, |writer| {
            let dossier = record(writer, number, now)?;
            Ok::<_, Box<dyn Error>>(acted((), Some(dossier)))
        })
    })?;
    let line = median(31, || {
        vault.act(Act { call: "add_budget_line", now }, |writer| {
            writer.insert_budget_line(DossierId(7), &budget_line()?)?;
            Ok::<_, Box<dyn Error>>(acted((), Some(DossierId(7))))
        })
    })?;
    let undo = median(31, || vault.undo(now))?;
    let draft = median(31, || vault.aside(|writer| writer.keep_draft(None, "new_request", "{}", now)))?;
    let started = Instant::now();
    let sound = vault.verify()?.is_sound();
    let times = [
        ("save a request", request),
        ("save a budget line", line),
        ("undo", undo),
        ("keep a draft", draft),
        (if sound { "verify" } else { "verify: NOT SOUND" }, started.elapsed()),
    ];
    for (what, time) in times {
        writeln!(out, "  {what:<28}{time:>10.2?}")?;
    }
    Ok(())
}

fn median<T, E: Into<Box<dyn Error>>>(turns: u32, mut work: impl FnMut() -> Result<T, E>) -> Outcome<Duration> {
    let mut times = Vec::new();
    for _ in 0..turns {
        let started = Instant::now();
        work().map_err(Into::into)?;
        times.push(started.elapsed());
    }
    times.sort();
    Ok(times.get(times.len().div_euclid(2)).copied().unwrap_or_default())
}

fn acted<T>(value: T, dossier: Option<DossierId>) -> Acted<T> {
    Acted { value, sentence: "Fait.".to_owned(), dossier, fields: Vec::new(), draft: None }
}

fn pick<'w>(words: &[&'w str], number: u32) -> Outcome<&'w str> {
    let place = usize::try_from(number)?.rem_euclid(words.len());
    Ok(words.get(place).copied().unwrap_or_default())
}

fn record(writer: &Writer<'_>, number: u32, now: DateTime<Utc>) -> Outcome<DossierId> {
    let received_on = NaiveDate::from_ymd_opt(2026, 11, 9).ok_or("no such day")?;
    let line = |text: &str| Line::read(text).map_err(|_| "too long");
    let name = format!("{}{}", pick(&LAST, number)?, number.rem_euclid(211));
    let phone = format!("0639{:06}", number.wrapping_mul(7919).rem_euclid(1_000_000));
    let person = Person {
        phone: Some(Phone::read(&phone)?),
        commune: line("Valbourg")?,
        ..Person::named(line(&name)?, line(pick(&FIRST, number.wrapping_mul(5))?)?)
    };
    let person = writer.insert_person(&person)?;
    let number_of_year = writer.take_number(2026)?;
    let dossier = writer.insert_dossier(person, &format!("2026-{number_of_year:03}"))?;
    let member = |name: &str, link| -> Outcome<Member> {
        let reason = Line::default();
        let (presence, share) = (Presence::Here, Share::One);
        Ok(Member { id: MemberId(0), name: line(name)?, link, born_on: None, presence, share, reason })
    };
    writer.insert_member(dossier, &member("", Link::Applicant)?)?;
    writer.insert_member(dossier, &member(pick(&FIRST, number)?, Link::Child)?)?;
    let request = Fact::RequestReceived(Request {
        received_on,
        origin: ListKey("first_reception".to_owned()),
        project: line(pick(&PROJECTS, number)?)?,
        purpose: None,
        amount: Some(Euros::from_cents(250_000)?),
    });
    writer.insert_fact(dossier, None, &request, now)?;
    let away = Days::new(u64::from(number.rem_euclid(400)));
    let on = received_on.checked_add_days(away).ok_or("no such day")?;
    let next = Fact::NextDateSet(NextDate { set_on: received_on, on, what: line("Rappeler")? });
    writer.insert_fact(dossier, None, &next, now)?;
    writer.open_budget(dossier, 1, received_on)?;
    for _ in 0..10 {
        writer.insert_budget_line(dossier, &budget_line()?)?;
    }
    Ok(dossier)
}

fn budget_line() -> Outcome<BudgetLine> {
    Ok(BudgetLine {
        id: BudgetLineId(0),
        entry: ListKey("rent".to_owned()),
        detail: Line::default(),
        amount: Euros::from_cents(61_248)?,
        frequency: Frequency::Monthly,
        certainty: Certainty::Declared,
        outstanding: None,
        ends: None,
    })
}
