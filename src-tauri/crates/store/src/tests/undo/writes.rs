//! The writes that undo is tried on.

use domain::assessment::{Assessment, CriterionFinding, Finding, Opinion, WatchPoint};
use domain::attachment::{Attachment, ContentKind, Filing, Rotation};
use domain::budget::{AfterLine, BudgetLine, Debt, Hope, Seal, SealedBy, StatementReview};
use domain::dossier::{DossierId, Fact};
use domain::eligibility::Override;
use domain::household::{Household, Link, Member};
use domain::loan::Rate;
use domain::partner::{AidEntry, AidEntryId, Exchange, ExchangeId, ExchangeKind, Partner, Referrer, ReferrerId};
use domain::project::{Aid, Choice, Expense, Project, Quote};
use domain::resolution::{Resolution, ResolutionId};
use domain::simulation::Simulation;

use super::super::world::*;
use crate::*;

pub(super) type Work = fn(&Writer<'_>, DossierId) -> Result<(), StoreError>;

/// One write of each kind, on a dossier that has two members, a budget of two lines and one row of
/// each other kind.
pub(super) const WRITES: &[(&str, Work)] = &[
    ("record", |writer, _| record(writer, &sonia(), "scooter").map(drop)),
    ("person", |writer, dossier| {
        let person = writer.person_of(dossier)?;
        let known = writer.person(person)?.unwrap();
        writer.update_person(person, &domain::person::Person { phone: None, commune: text("Valbourg"), ..known })
    }),
    ("fact", |writer, dossier| writer.insert_fact(dossier, None, &next_date("2027-01-04"), now()).map(drop)),
    ("correction", |writer, dossier| {
        let facts = writer.dossier(dossier)?.unwrap().facts;
        let mut request = facts.request().clone();
        request.project = text(&format!("{}.", request.project));
        writer.insert_fact(dossier, Some(facts.request_id()), &Fact::RequestReceived(request), now()).map(drop)
    }),
    ("member in", |writer, dossier| writer.insert_member(dossier, &member("Léo", Link::Child)).map(drop)),
    ("member changed", |writer, dossier| {
        let first = writer.members(dossier)?.remove(0);
        let reason = text(&format!("{}x", first.reason));
        writer.update_member(dossier, &Member { reason, born_on: Some(day("2020-02-29")), ..first })
    }),
    ("member out", |writer, dossier| match writer.members(dossier)?.pop() {
        Some(last) if last.link != Link::Applicant => writer.delete_member(dossier, last.id),
        _ => Ok(()),
    }),
    ("referrer in", |writer, _| writer.insert_referrer(&referrer("Mission locale de Valbourg")).map(drop)),
    ("referrer changed", |writer, _| match writer.referrers()?.pop() {
        Some(last) => writer.update_referrer(&Referrer { retired: !last.retired, ..last }),
        None => Ok(()),
    }),
    ("aid entry in", |writer, _| writer.insert_aid_entry(&aid_entry()).map(drop)),
    ("aid entry changed", |writer, _| match writer.aid_entries()?.pop() {
        Some(last) => writer.update_aid_entry(&AidEntry { retired: !last.retired, ..last }),
        None => Ok(()),
    }),
    ("resolution in", |writer, _| writer.insert_resolution(&resolution()).map(drop)),
    ("resolution changed", |writer, _| match writer.resolutions()?.pop() {
        Some(last) => writer.update_resolution(&Resolution { file: text(&format!("{}x", last.file)), ..last }),
        None => Ok(()),
    }),
    ("resolution out", |writer, _| match writer.resolutions()?.pop() {
        Some(last) => writer.delete_resolution(last.id),
        None => Ok(()),
    }),
    ("exchange in", |writer, dossier| {
        let with = Partner::Lender(key("banque_du_val"));
        writer.insert_exchange(&exchange(with, Some(dossier))).map(drop)
    }),
    ("exchange changed", |writer, _| match writer.exchanges()?.into_iter().next() {
        Some(last) => writer.update_exchange(&Exchange { next_step: text("rappeler"), dossier: None, ..last }),
        None => Ok(()),
    }),
    ("exchange out", |writer, _| match writer.exchanges()?.into_iter().next() {
        Some(last) => writer.delete_exchange(last.id),
        None => Ok(()),
    }),
    ("budget", |writer, dossier| {
        let last = writer.budget(dossier)?.map_or(0, |budget| budget.version);
        writer.open_budget(dossier, last + 1, day("2026-11-09"))
    }),
    ("line in", |writer, dossier| writer.insert_budget_line(dossier, &budget_line("rent", 61_248)).map(drop)),
    ("line changed", |writer, dossier| {
        match writer.budget(dossier)?.and_then(|budget| budget.lines.into_iter().next()) {
            Some(line) => {
                let amount = line.amount.plus(euros(1)).unwrap();
                let reason = text("bus remplacé par la voiture");
                let after = line.after.is_none().then_some(AfterLine { amount, reason, hope: Hope::Counted });
                let debt = Debt { outstanding: Some(euros(5)), paid_off: true, ..line.debt };
                writer.update_budget_line(dossier, &BudgetLine { debt, amount, after, ..line })
            }
            None => Ok(()),
        }
    }),
    ("line out", |writer, dossier| match writer.budget(dossier)?.and_then(|budget| budget.lines.into_iter().next()) {
        Some(line) => writer.delete_budget_line(dossier, line.id),
        None => Ok(()),
    }),
    ("version closed", |writer, dossier| match writer.budget(dossier)? {
        Some(_) => {
            let household = Household::of(writer.members(dossier)?).unwrap();
            let seal = Seal { on: day("2026-11-20"), by: SealedBy::Sent, household, instalment: Some(euros(7_086)) };
            writer.seal_budget(dossier, &seal)
        }
        None => Ok(()),
    }),
    ("version copied", |writer, dossier| match writer.budget(dossier)? {
        Some(budget) if budget.version < 9 => writer.copy_budget(dossier, &budget, day("2026-11-21")).map(drop),
        _ => Ok(()),
    }),
    ("statements in", |writer, dossier| {
        writer.insert_statement_review(dossier, &statement_review("Compte courant")).map(drop)
    }),
    ("statements changed", |writer, dossier| match writer.statement_reviews(dossier)?.into_iter().next() {
        Some(first) => {
            let rejected = first.rejected.map(|rejected| rejected + 1);
            writer.update_statement_review(dossier, &StatementReview { rejected, lowest: None, ..first })
        }
        None => writer.insert_statement_review(dossier, &statement_review("Livret A")).map(drop),
    }),
    ("statements out", |writer, dossier| match writer.statement_reviews(dossier)?.into_iter().next() {
        Some(first) => writer.delete_statement_review(dossier, first.id),
        None => writer.insert_statement_review(dossier, &statement_review("Livret A")).map(drop),
    }),
    ("answer", |writer, dossier| {
        let fact = key("licence_held");
        let known = writer.eligibility(dossier)?.answers.remove(&fact);
        writer.set_answer(dossier, &fact, known.is_none().then(|| key("yes")).as_ref())
    }),
    ("passed over", |writer, dossier| {
        let check = key("income_lasts");
        let known = writer.eligibility(dossier)?.overrides.remove(&check);
        let over = Override { on: day("2026-11-20"), reason: prose("CDI signé ce matin.") };
        writer.set_override(dossier, &check, known.is_none().then_some(&over))
    }),
    ("setting", |writer, _| {
        let row = SettingRow {
            kind: "office".to_owned(),
            key: String::new(),
            valid_from: day("2026-11-20"),
            recorded_at: now(),
            source: "l’adviser".to_owned(),
            format: 1,
            body: "{\"name\":\"CCAS de Valbourg\"}".to_owned(),
        };
        match writer.settings("office")?.pop() {
            Some((id, last)) if last.body.len() < 200 => {
                writer.replace_setting(id, &SettingRow { body: last.body.repeat(2), ..last })
            }
            _ => writer.add_setting(&row).map(drop),
        }
    }),
    ("project", |writer, dossier| {
        let project = writer.project(dossier)?;
        let story = prose(&format!("{}x", project.story));
        writer.set_project(dossier, &Project { story, own_share: Some(euros(25_000)), ..project })
    }),
    ("quote in", |writer, dossier| writer.insert_quote(dossier, &quote("Auto Plus", 319_000)).map(drop)),
    ("quote changed", |writer, dossier| match writer.quotes(dossier)?.into_iter().next() {
        Some(first) => {
            let reason = text(&format!("{}x", first.reason));
            writer.update_quote(dossier, &Quote { reason, choice: Choice::PutAside, dated_on: None, ..first })
        }
        None => Ok(()),
    }),
    ("quote out", |writer, dossier| match writer.quotes(dossier)?.into_iter().next() {
        Some(first) => writer.delete_quote(dossier, first.id),
        None => Ok(()),
    }),
    ("expense in", |writer, dossier| writer.insert_expense(dossier, &expense("Carte grise", 12_000)).map(drop)),
    ("expense changed", |writer, dossier| match writer.expenses(dossier)?.into_iter().next() {
        Some(first) => {
            let amount = first.amount.plus(euros(1)).unwrap();
            writer.update_expense(dossier, &Expense { amount, ..first })
        }
        None => Ok(()),
    }),
    ("expense out", |writer, dossier| match writer.expenses(dossier)?.into_iter().next() {
        Some(first) => writer.delete_expense(dossier, first.id),
        None => Ok(()),
    }),
    ("aid in", |writer, dossier| writer.insert_aid(dossier, &aid("Caisse de retraite", 20_000)).map(drop)),
    ("aid changed", |writer, dossier| match writer.aids(dossier)?.into_iter().next() {
        Some(first) => {
            let reason = text(&format!("{}x", first.reason));
            writer.update_aid(dossier, &Aid { reason, amount: None, asked_on: Some(day("2026-11-12")), ..first })
        }
        None => Ok(()),
    }),
    ("aid out", |writer, dossier| match writer.aids(dossier)?.into_iter().next() {
        Some(first) => writer.delete_aid(dossier, first.id),
        None => Ok(()),
    }),
    ("simulation", |writer, dossier| {
        let simulation = writer.simulation(dossier)?;
        let months = Some(simulation.months.unwrap_or(11) + 1);
        writer.set_simulation(dossier, &Simulation { months, annual_rate: Some(Rate::ZERO), ..simulation })
    }),
    ("assessment", |writer, dossier| {
        let assessment = writer.assessment(dossier)?;
        let reasoned = prose(&format!("{}x", assessment.reasoned));
        writer.set_assessment(dossier, &Assessment { reasoned, opinion: Some(Opinion::Favourable), ..assessment })
    }),
    ("criterion", |writer, dossier| {
        let first = key("project");
        let ground = writer.assessment(dossier)?.criteria.remove(&first).unwrap_or_default().ground;
        let ground = prose(&format!("{ground}x"));
        writer.set_criterion(dossier, &first, &CriterionFinding { finding: Finding::ToDiscuss, ground })
    }),
    ("watch point in", |writer, dossier| writer.insert_watch_point(dossier, &watch_point("Panne")).map(drop)),
    ("watch point changed", |writer, dossier| match writer.watch_points(dossier)?.into_iter().next() {
        Some(first) => {
            let answer = text(&format!("{}x", first.answer));
            writer.update_watch_point(dossier, &WatchPoint { answer, ..first })
        }
        None => Ok(()),
    }),
    ("watch point out", |writer, dossier| match writer.watch_points(dossier)?.into_iter().next() {
        Some(first) => writer.delete_watch_point(dossier, first.id),
        None => Ok(()),
    }),
    ("attachment in", |writer, dossier| {
        let written = WrittenPiece::invented();
        let name = text("rib.pdf");
        let kind = ContentKind::Pdf;
        let new =
            NewAttachment { written: &written, kind, name: &name, filing: None, recognised: None, added_at: now() };
        writer.insert_attachment(dossier, &new).map(drop)
    }),
    ("attachment changed", |writer, dossier| match writer.attachments(dossier)?.pop() {
        Some(last) => {
            let name = text(&format!("{}.", last.name));
            let filing = Filing { document: key("bank_details"), part: text("Amadou"), on: day("2026-11-20") };
            let rotation = Rotation::Quarter;
            writer.describe_attachment(dossier, &Attachment { name, filing: Some(filing), rotation, ..last })
        }
        None => Ok(()),
    }),
    ("attachment out", |writer, dossier| match writer.attachments(dossier)?.pop() {
        Some(last) => writer.delete_attachment(dossier, last.id),
        None => Ok(()),
    }),
    ("paper kept", |writer, dossier| {
        let written = WrittenPiece::invented();
        writer.insert_kept_paper(dossier, &kept_paper(&written, &text("Sonia Delmas"))).map(drop)
    }),
    ("register in", |writer, dossier| {
        let import = RegisterImport {
            id: 0,
            made_at: now(),
            file: "registre.csv".to_owned(),
            headings: "nom|objet".to_owned(),
            mapping: "{}".to_owned(),
            journal: 0,
            undone: false,
        };
        let import = writer.insert_register_import(&import)?;
        let filled = String::new();
        writer.insert_register_line(import, &RegisterLine { dossier, line: 3, created: false, fact: None, filled })
    }),
    ("message", |writer, _| {
        let month = domain::calendar::YearMonth::new(2027, 1).unwrap();
        writer.note_bank_message(&domain::settings::ListKey::new("lender_1"), month, day("2027-02-03"))
    }),
    ("bilan settled", |writer, _| {
        let period = domain::report::Period::year(2025).unwrap();
        writer.settle_report(&SettledReport { period, settled_on: day("2026-01-05"), body: "[]".to_owned() })
    }),
];

fn referrer(structure: &str) -> Referrer {
    Referrer {
        id: ReferrerId(0),
        kind: key("local_mission"),
        structure: text(structure),
        name: text("Sandrine Orvault"),
        phone: None,
        email: None,
        address: text(""),
        retired: false,
    }
}

fn exchange(with: Partner, dossier: Option<DossierId>) -> Exchange {
    Exchange {
        id: ExchangeId(0),
        with,
        dossier,
        on: day("2026-11-09"),
        kind: ExchangeKind::Message,
        whom: text("Hélène Maraval"),
        note: text("motif demandé"),
        next_step: text(""),
        next_on: Some(day("2026-11-16")),
    }
}

fn aid_entry() -> AidEntry {
    AidEntry {
        id: AidEntryId(0),
        name: text("Garage solidaire"),
        provider: text("Entraide du Val"),
        what_for: text("réparation à moitié prix"),
        contact: text(""),
        conditions: text(""),
        to_bring: text("la carte grise"),
        checked_on: day("2026-03-08"),
        retired: false,
    }
}

fn resolution() -> Resolution {
    Resolution {
        id: ResolutionId(0),
        number: text("2026-31"),
        decided_on: day("2026-03-03"),
        subject: text("règles du microcrédit"),
        extract: domain::text::Text::default(),
        file: text(""),
        vote: text("à l’unanimité"),
        transmitted_on: Some(day("2026-03-09")),
        published_on: None,
    }
}
