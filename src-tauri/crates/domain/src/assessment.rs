//! The adviser's assessment of a request: criteria, registers, opinion.
//!
//! Étrier recalls facts; it gives neither a score nor a decision. Seven criteria are
//! assessed one by one (*Un coup de pouce pour le microcrédit personnel*, l'évaluation
//! du projet). Being listed in the FICP or the FCC never blocks by itself (article 80
//! of law 2005-32).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::eligibility::{NO, YES};
use crate::line::Line;
use crate::settings::ListKey;
use crate::text::Text;

vocabulary! {
    /// What the adviser finds of a criterion.
    #[derive(Default)]
    pub enum Finding {
        Favourable => "favourable", "Rempli";
        ToDiscuss => "to_discuss", "Rempli, vigilance";
        Unfavourable => "unfavourable", "Non rempli";
        NotApplicable => "not_applicable", "Sans objet";
        #[default]
        NotAssessed => "not_assessed", "Non évalué";
    }
}

vocabulary! {
    /// The direction of the adviser's opinion.
    pub enum Opinion {
        Favourable => "favourable", "Favorable";
        FavourableWithReservation => "favourable_with_reservation", "Favorable avec réserve";
        Reserved => "reserved", "Réservé";
        Unfavourable => "unfavourable", "Défavorable";
    }
}

vocabulary! {
    /// What is known of a register or a procedure of the Banque de France.
    #[derive(Default)]
    pub enum RegisterAnswer {
        /// Not listed, no procedure.
        No => "no", "Non";
        /// Listed, or a procedure is running.
        Yes => "yes", "Oui";
        #[default]
        ToSee => "to_see", "À voir";
    }
}

impl RegisterAnswer {
    /// The answer as checks read it; nothing while it is to see.
    #[must_use]
    pub fn answer(self) -> Option<&'static str> {
        match self {
            Self::No => Some(NO),
            Self::Yes => Some(YES),
            Self::ToSee => None,
        }
    }
}

/// One criterion as assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CriterionFinding {
    /// What the adviser finds.
    pub finding: Finding,
    /// What it rests on.
    pub ground: Text,
}

/// Number of a watch point in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WatchPointId(pub i64);

/// Something that could happen, and what is planned for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchPoint {
    /// Its number.
    pub id: WatchPointId,
    /// What could happen.
    pub risk: Line,
    /// What is planned.
    pub answer: Line,
}

/// The registers of the Banque de France about one borrower, as the adviser knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registers {
    /// Listed for credit incidents.
    pub ficp: RegisterAnswer,
    /// Listed for cheques and cards.
    pub fcc: RegisterAnswer,
    /// Under an over-indebtedness procedure.
    pub over_indebtedness: RegisterAnswer,
    /// The day it was checked.
    pub checked_on: Option<NaiveDate>,
    /// How it was checked.
    pub how: Line,
}

impl Registers {
    /// What it says: of credit incidents, of cheques and cards, of a procedure.
    #[must_use]
    pub const fn answers(&self) -> [RegisterAnswer; 3] {
        [self.ficp, self.fcc, self.over_indebtedness]
    }

    /// The answer that tells where the procedure of who borrows with the applicant stands.
    pub const CO_PROCEDURE: &'static str = "co_over_indebtedness";

    /// A procedure whose step nobody said yet.
    pub const PROCEDURE: &'static str = "procedure";

    /// No procedure at all.
    pub const NO_PROCEDURE: &'static str = "none";

    const OVER: [&'static str; 2] = ["personal_recovery", "closed"];

    /// Where an over-indebtedness procedure stands, by its `step` when it goes with what the register says.
    #[must_use]
    pub fn procedure<'s>(&self, step: Option<&'s str>) -> Option<&'s str> {
        let is_over = |step: &&str| Self::OVER.contains(step);
        match self.over_indebtedness {
            RegisterAnswer::ToSee => None,
            RegisterAnswer::No => Some(step.filter(is_over).unwrap_or(Self::NO_PROCEDURE)),
            RegisterAnswer::Yes => {
                let running = step.filter(|step| !is_over(step) && *step != Self::NO_PROCEDURE);
                Some(running.unwrap_or(Self::PROCEDURE))
            }
        }
    }

    /// What the register says once that step is answered.
    #[must_use]
    pub fn listed_at(step: Option<&str>) -> RegisterAnswer {
        match step {
            None => RegisterAnswer::ToSee,
            Some(step) if step == Self::NO_PROCEDURE || Self::OVER.contains(&step) => RegisterAnswer::No,
            Some(_) => RegisterAnswer::Yes,
        }
    }
}

/// The assessment of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The criteria assessed, by their key.
    pub criteria: BTreeMap<ListKey, CriterionFinding>,
    /// The registers, of the applicant.
    pub registers: Registers,
    /// The registers, of who borrows with them.
    pub co_registers: Registers,
    /// The direction of the opinion.
    pub opinion: Option<Opinion>,
    /// The reasoned opinion: printed for the bank and the commission.
    pub reasoned: Text,
    /// The reservation that goes with it.
    pub reservation: Text,
    /// The request in a few sentences, on the bank file's first page.
    pub summary: Text,
    /// The day the opinion was last written.
    pub written_on: Option<NaiveDate>,
    /// What could happen, and what is planned.
    pub watch_points: Vec<WatchPoint>,
}

impl Assessment {
    /// What was found of a criterion.
    #[must_use]
    pub fn finding(&self, criterion: &ListKey) -> Finding {
        self.criteria.get(criterion).map(|found| found.finding).unwrap_or_default()
    }

    /// How many of these criteria were assessed.
    pub fn assessed<'k>(&self, criteria: impl IntoIterator<Item = &'k ListKey>) -> usize {
        criteria.into_iter().filter(|key| self.finding(key) != Finding::NotAssessed).count()
    }
}
