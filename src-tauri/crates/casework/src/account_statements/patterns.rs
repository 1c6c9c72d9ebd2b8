//! « Toujours ainsi »: words of the labels of statements that the office knows, learnt only from what an adviser accepted.
//!
//! Each goes before the delivered words, and the proposal it makes says so; each is corrected and forgotten here.
//!
//! Example: « LOGIREP » accepted as « Loyer » once is proposed as « Loyer » in every dossier that follows.

use domain::dossier::DossierId;
use domain::line::Line;
use domain::settings::{Dated, ListKey, Lists, StatementWords};
use domain::words::{folded, long_date, spaced};
use serde::{Deserialize, Serialize};
use statements::OwnRule;
use store::{Acted, Reader};
use ts_rs::TS;

use super::lines::offers;
use super::session::{closed, open, with};
use super::view::{StatementsRead, shown};
use crate::dossiers::found;
use crate::office::Nothing;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::{STATEMENT_WORDS, kept, kept_of, row_of, settings};

/// A proposal that is always so.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposalTaught {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its place among the proposals, from 0.
    pub place: usize,
}

/// What words of statements are from now on.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StatementPatternChanged {
    /// Which words.
    pub key: String,
    /// The line of the budget; empty to forget them.
    pub entry: String,
}

/// The words that the office knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementPatterns {
    /// Each with the line it is.
    pub patterns: Vec<StatementPattern>,
}

/// Words that the office knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementPattern {
    /// Which ones.
    pub key: String,
    /// As they were read.
    pub words: String,
    /// Whether money comes in.
    pub is_income: bool,
    /// The line of the budget.
    pub entry: String,
    /// `acceptée le 12 novembre 2026`.
    pub since: String,
}

/// Lists the words that the office knows.
pub fn statement_patterns(desk: &Desk, _: Nothing, _moment: &Moment) -> Result<StatementPatterns, Failure> {
    let rows = desk.read(|reader| kept::<StatementWords>(reader, STATEMENT_WORDS))?;
    let shown = |key: ListKey, dated: Dated<StatementWords>| {
        Some(StatementPattern {
            key: key.as_str().to_owned(),
            words: dated.value.words.to_string(),
            is_income: dated.value.is_income,
            entry: dated.value.entry?.as_str().to_owned(),
            since: spaced(&format!("acceptée le {}", long_date(dated.valid_from))),
        })
    };
    Ok(StatementPatterns { patterns: rows.into_iter().filter_map(|row| shown(row.key, row.dated)).collect() })
}

/// Learns from a proposal that was accepted that its name is always that line, in this office.
pub fn teach_proposal(desk: &mut Desk, input: ProposalTaught, moment: &Moment) -> Result<StatementsRead, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let lists = settings.at(moment.today).lists;
    let session = open(desk, input.dossier).ok_or_else(closed)?;
    let lines = dossier.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
    let all = offers(session, lines, lists);
    let offer = all.get(input.place).ok_or_else(|| Failure::gone("Cette proposition"))?;
    let refused = || Failure::refused("Acceptez d’abord cette ligne : seul ce qui est accepté s’apprend.").at("entry");
    let entry = offer.entry.filter(|_| offer.is_accepted()).ok_or_else(refused)?;
    let words = Line::read(&offer.proposal.name).unwrap_or_default();
    if words.is_empty() {
        return Err(Failure::refused("Ce libellé n’a pas de nom qui le distingue.").at("entry"));
    }
    let is_income = offer.is_income();
    let key = format!("{} {}", if is_income { "credit" } else { "debit" }, folded(words.as_str()));
    let sentence = format!("« {words} » est toujours : {}.", entry.label);
    let value = StatementWords { words, is_income, entry: Some(entry.key.clone()) };
    keep(desk, Taught { call: "teach_proposal", told: &sentence }, &key, value, moment)?;
    let own = desk.read(|reader| own_rules(reader, lists))?;
    with(desk, input.dossier, |session| {
        session.own = own;
        session.put_together();
        Ok(())
    })?;
    shown(desk, input.dossier, moment)
}

/// Says that words are another line, or forgets them.
pub fn change_statement_pattern(
    desk: &mut Desk,
    input: StatementPatternChanged,
    moment: &Moment,
) -> Result<StatementPatterns, Failure> {
    let row =
        desk.read(|reader| Ok(kept_of::<StatementWords>(reader, STATEMENT_WORDS, &input.key)?.into_iter().next()))?;
    let before = row.ok_or_else(|| Failure::gone("Ce libellé"))?.dated.value;
    let settings = desk.read(settings)?;
    let lists = settings.at(moment.today).lists;
    let entry = Some(ListKey::new(&input.entry)).filter(|_| !input.entry.is_empty());
    let told = match &entry {
        None => format!("« {} » n’est plus reconnu.", before.words),
        Some(entry) => {
            let entry = lists.budget_entry(entry).map_err(|refused| Failure::from(refused).at("entry"))?;
            format!("« {} » est toujours : {}.", before.words, entry.label)
        }
    };
    keep(
        desk,
        Taught { call: "change_statement_pattern", told: &told },
        &input.key,
        StatementWords { entry, ..before },
        moment,
    )?;
    statement_patterns(desk, Nothing {}, moment)
}

/// The call that learns, and what it says.
struct Taught<'t> {
    call: &'static str,
    told: &'t str,
}

fn keep(desk: &mut Desk, act: Taught<'_>, key: &str, value: StatementWords, moment: &Moment) -> Result<(), Failure> {
    let row = row_of(STATEMENT_WORDS, key, &Dated { valid_from: moment.today, source: String::new(), value }, moment)?;
    desk.act(act.call, moment, |writer| {
        match kept_of::<StatementWords>(writer, STATEMENT_WORDS, key)?.first() {
            Some(there) => writer.replace_setting(there.id, &row)?,
            None => writer.add_setting(&row).map(drop)?,
        }
        Ok(Acted { value: (), sentence: spaced(act.told), dossier: None, fields: vec![STATEMENT_WORDS], draft: None })
    })
}

/// The rules that the office goes by before the delivered ones.
pub(super) fn own_rules(reader: &Reader<'_>, lists: &Lists) -> Result<Vec<OwnRule>, Failure> {
    let rows = kept::<StatementWords>(reader, STATEMENT_WORDS)?.into_iter();
    let rule = |dated: Dated<StatementWords>| {
        let entry = dated.value.entry.filter(|entry| lists.budget_entry(entry).is_ok())?;
        Some(OwnRule {
            words: dated.value.words.to_string(),
            is_credit: dated.value.is_income,
            entry: entry.as_str().to_owned(),
            reason: format!("Toujours ainsi, acceptée ici le {}.", long_date(dated.valid_from)),
        })
    };
    Ok(rows.filter_map(|row| rule(row.dated)).collect())
}
