//! The papers of a dossier, ready or not.

use documents::papers::REGISTER;
use documents::papers::budget_sheet::{Lack, lacks};
use domain::dossier::Dossier;
use serde::Serialize;
use ts_rs::TS;

use crate::budgets::reckoned;
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::Failure;
use crate::office::{Desk, Nothing, settings};

/// The papers of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Papers {
    /// In the order of menus.
    pub papers: Vec<PaperCard>,
}

/// A paper and whether it can leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperCard {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
    /// Whether it can be printed.
    pub ready: bool,
    /// Its state, in a few words.
    pub state: String,
    /// What it will say it lacks.
    pub missing: Vec<String>,
}

/// Every paper Étrier can print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Register {
    /// In the order of menus.
    pub papers: Vec<PaperTitle>,
}

/// A paper of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperTitle {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
}

/// Lists every paper.
pub fn paper_register(_: Nothing, _: &Moment) -> Result<Register, Failure> {
    Ok(Register {
        papers: REGISTER
            .iter()
            .map(|entry| PaperTitle { key: entry.key.to_owned(), title: entry.title.to_owned() })
            .collect(),
    })
}

/// Lists the papers of a dossier.
pub fn papers(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<Papers, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let budget = reckoned(&dossier, &settings, moment)?;
    let lacks = lacks(&dossier.person, &dossier.household, &budget);
    let cards = REGISTER.iter().map(|entry| card(entry.key, entry.title, &dossier, &lacks));
    Ok(Papers { papers: cards.collect() })
}

/// What a paper lacks, in words.
pub(super) fn labels(lacks: &[Lack]) -> Vec<String> {
    lacks.iter().map(|lack| lack.label().to_owned()).collect()
}

fn card(key: &str, title: &str, dossier: &Dossier, lacks: &[Lack]) -> PaperCard {
    let version = dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty()).map(|budget| budget.version);
    let state = match (version, lacks.is_empty()) {
        (None, _) => "le budget n’a pas encore de ligne".to_owned(),
        (Some(version), true) => format!("version {version}, prête à relire et à signer"),
        (Some(version), false) => format!("version {version}, prête ; elle dira ce qui manque"),
    };
    PaperCard {
        key: key.to_owned(),
        title: title.to_owned(),
        ready: version.is_some(),
        state: domain::words::spaced(&state),
        missing: labels(lacks),
    }
}
