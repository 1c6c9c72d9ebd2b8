//! How the store's times grow with the office: `cargo run -p store --example slopes`.
//!
//! Prints medians of opening, listing, searching by each keystroke, counting a bilan
//! and saving, at 2 000 and 20 000 invented dossiers of about forty rows. Nothing is
//! asserted: it is read by people.

use std::error::Error;
use std::io::{Write, stdout};
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::assessment::{Assessment, CriterionFinding, Finding, WatchPoint, WatchPointId};
use domain::budget::{BudgetLine, BudgetLineId, Certainty, Debt, Frequency};
use domain::contact::Phone;
use domain::dossier::{
    Approval, Contract, Direction, Disbursement, DossierId, Fact, Interview, NextDate, Orientation, Phase, Request,
    Submission,
};
use domain::household::{Link, Member, MemberId, Presence, Share};
use domain::line::Line;
use domain::loan::{LoanTerms, Rate};
use domain::money::Euros;
use domain::person::Person;
use domain::project::{Choice, Expense, ExpenseId, Project, Quote, QuoteId};
use domain::settings::ListKey;
use domain::simulation::Simulation;
use domain::text::Text;
use store::{Act, Acted, DossierQuery, KeyCost, NewVault, RecoveryCode, Secret, Vault, VaultFolder, Writer};

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
        let started = Instant::now();
        vault.stock(Act { call: "stock_demo", now }, |writer| {
            for number in 0..dossiers {
                let dossier = record(writer, number, now)?;
                fill(writer, dossier, number, now)?;
            }
            Ok::<_, Box<dyn Error>>(())
        })?;
        let size =
            std::fs::metadata(folder.path().join("vault/generation-000001/office.db"))?.len().div_euclid(1 << 20);
        writeln!(stdout(), "{dossiers} dossiers, {size} MiB, stocked in {:.2?}", started.elapsed())?;
        drop(vault);
        measure(&office, dossiers, now)?;
    }
    Ok(())
}

fn measure(office: &VaultFolder, dossiers: u32, now: DateTime<Utc>) -> Outcome<()> {
    let secret = Secret::Passphrase(PASSPHRASE);
    let opening = median(5, || Vault::unlock(office, secret, now))?;
    let (mut vault, _) = Vault::unlock(office, secret, now)?;
    let page = |typed: &str, phase, offset| {
        let query = DossierQuery { search: typed.to_owned(), phase, among: None, archived: None, offset, limit: 100 };
        vault.read(|reader| reader.dossier_lines(&query))
    };
    let lines = |typed: &str, offset| page(typed, None, offset);
    let today = day(2026, 11, 20)?;
    let times = [
        ("open", opening),
        ("list, first page", median(21, || lines("", 0))?),
        ("list, last page", median(21, || lines("", u64::from(dossiers).saturating_sub(100)))?),
        ("list, with the lender", median(21, || page("", Some(Phase::WithLender), 0))?),
        ("list, closed", median(21, || page("", Some(Phase::Closed), 0))?),
        ("agenda of today", median(21, || vault.read(|reader| reader.lines_due((today, today), 100)))?),
        ("who is waited for", median(21, || vault.read(|reader| reader.waited_for(today, 50)))?),
        ("bilan, all rows", median(11, || vault.read(|reader| reader.report_rows()))?),
        ("read a dossier", median(21, || vault.read(|reader| reader.dossier(DossierId(7))))?),
    ];
    let mut out = stdout();
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
    let received_on = received(number)?;
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
        origin: key("first_reception"),
        project: line(pick(&PROJECTS, number)?)?,
        purpose: None,
        amount: Some(Euros::from_cents(250_000)?),
        how_heard: None,
        referrer: None,
    });
    writer.insert_fact(dossier, None, &request, now)?;
    let away = Days::new(u64::from(number.rem_euclid(400)));
    let on = received_on.checked_add_days(away).ok_or("no such day")?;
    let next = Fact::NextDateSet(NextDate { set_on: received_on, on, what: line("Rappeler")? });
    writer.insert_fact(dossier, None, &next, now)?;
    writer.open_budget(dossier, 1, received_on)?;
    for _ in 0..12 {
        writer.insert_budget_line(dossier, &budget_line()?)?;
    }
    Ok(dossier)
}

/// What an office learns of a dossier after its request: about thirty rows.
fn fill(writer: &Writer<'_>, dossier: DossierId, number: u32, now: DateTime<Utc>) -> Outcome<()> {
    let story = Text::read("Le travail est à 23 km, le bus ne passe pas avant 6 h.")?;
    writer.set_project(dossier, &Project { story, ..Project::default() })?;
    for (seller, choice) in [("Garage du Val", Choice::Kept), ("Auto Plus", Choice::PutAside)] {
        let (label, seller, reason) = (line("Réparation")?, line(seller)?, Line::default());
        let amount = Euros::from_cents(275_000)?;
        let quote = Quote { id: QuoteId(0), label, seller, dated_on: None, valid_until: None, amount, choice, reason };
        writer.insert_quote(dossier, &quote)?;
    }
    let amount = Euros::from_cents(275_000)?;
    writer.insert_expense(dossier, &Expense { id: ExpenseId(0), label: line("Réparation")?, amount })?;
    let months = Some(36);
    writer.set_simulation(dossier, &Simulation { months, ..Simulation::default() })?;
    let reasoned = Text::read("Le budget tient une fois la mensualité payée.")?;
    writer.set_assessment(dossier, &Assessment { reasoned, ..Assessment::default() })?;
    for criterion in ["need", "budget", "stability", "project", "aids", "debts", "support"] {
        let found = CriterionFinding { finding: Finding::Favourable, ground: Text::read("Vu avec la personne.")? };
        writer.set_criterion(dossier, &key(criterion), &found)?;
    }
    let point = WatchPoint { id: WatchPointId(0), risk: line("Fin du contrat")?, answer: line("Point à trois mois")? };
    writer.insert_watch_point(dossier, &point)?;
    let course = course(number)?;
    let known = usize::try_from(number)?.rem_euclid(course.len().saturating_add(1));
    for fact in course.iter().take(known) {
        writer.insert_fact(dossier, None, fact, now)?;
    }
    Ok(())
}

/// A dossier's life from its first interview to the release of the funds.
fn course(number: u32) -> Outcome<Vec<Fact>> {
    let from = received(number)?;
    let on = |days| from.checked_add_days(Days::new(days)).ok_or("no such day");
    let lender = key("banque_du_val");
    let (amount, months, note) = (Euros::from_cents(240_000)?, 36, Line::default());
    let annual_rate = Rate::read("4")?;
    let terms = LoanTerms::of(amount, annual_rate, months);
    let submission = Submission {
        sent_on: on(20)?,
        lender: lender.clone(),
        product: None,
        amount: Some(amount),
        months: Some(months),
        expected_on: Some(on(35)?),
        note: note.clone(),
    };
    let orientation = Orientation {
        reason: line("Budget tenable")?,
        ..Orientation::of(on(14)?, key("office_alone"), Direction::Submit)
    };
    let interview = |held_on| Interview {
        held_on,
        kind: key("first_interview"),
        minutes: Some(60),
        counts: true,
        note: note.clone(),
        next_step: Line::default(),
    };
    Ok(vec![
        Fact::InterviewHeld(interview(on(7)?)),
        Fact::InterviewHeld(interview(on(12)?)),
        Fact::OrientationDecided(orientation),
        Fact::Submitted(submission),
        Fact::Approved(Approval {
            on: on(30)?,
            lender: lender.clone(),
            amount: Some(amount),
            annual_rate: Some(annual_rate),
            months: Some(months),
            told: None,
            note: note.clone(),
        }),
        Fact::ContractSigned(Contract {
            signed_on: on(36)?,
            lender,
            terms,
            stated: domain::loan::StatedFigures::default(),
            bank_reference: Line::default(),
        }),
        Fact::Disbursed(Disbursement { on: on(50)?, amount, means: line("chèque de banque")? }),
    ])
}

/// Requests come one after the other over three years.
fn received(number: u32) -> Outcome<NaiveDate> {
    let days = Days::new(u64::from(number.wrapping_mul(7).rem_euclid(1000)));
    Ok(day(2024, 1, 8)?.checked_add_days(days).ok_or("no such day")?)
}

fn day(year: i32, month: u32, day: u32) -> Outcome<NaiveDate> {
    Ok(NaiveDate::from_ymd_opt(year, month, day).ok_or("no such day")?)
}

fn line(text: &str) -> Outcome<Line> {
    Ok(Line::read(text)?)
}

fn key(name: &str) -> ListKey {
    ListKey::new(name)
}

fn budget_line() -> Outcome<BudgetLine> {
    Ok(BudgetLine {
        id: BudgetLineId(0),
        entry: key("rent"),
        detail: Line::default(),
        amount: Euros::from_cents(61_248)?,
        frequency: Frequency::Monthly,
        certainty: Certainty::Declared,
        member: None,
        ends: None,
        debt: Debt::default(),
        after: None,
        comment: Line::default(),
    })
}
