//! The support charter: what the borrower, the office and the lender promise each other.
//!
//! It is signed with the loan, by the borrower and the office, and by the lender where
//! the convention wants three signatures (*Un coup de pouce pour le microcrédit
//! personnel*, la charte d’accompagnement). It speaks to the borrower as « vous », names
//! one person to talk to, says how the loan is followed, what to do at the first
//! difficulty and what the office refunds. It completes the contract of the loan and
//! replaces none of it. Its text is a setting, part by part; the frame of the loan, the table of the meetings and the
//! places to sign are laid here.
//!
//! What is not known is left as a dotted line to write on, or its clause is left out:
//! nothing is assumed. For 2 400 € at 4 % over 36 months it says 70,86 € a month, a last
//! instalment of 70,77 €, and at most 150,87 € of interest refunded.

mod composing;
mod fields;
mod lack;
mod wording;

pub use fields::values;
pub use lack::{Lack, lacks};

use chrono::NaiveDate;
use domain::letter::WrittenText;
use domain::loan::{RepaymentSchedule, StatedFigures, Taeg};
use domain::settings::{CharterKind, RefundPolicy};
use domain::words::{Borrowers, long_date};

use crate::finish::{Identity, finish};
use crate::page::{Foot, Typesetter, flow};
use crate::papers::OtherReferent;
use crate::papers::letterhead::{HeadLine, Letterhead, letterhead};
use crate::papers::wording::or_dots;
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Charte d’accompagnement";

/// The facts of a support charter. Empty texts and absent values are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportCharter {
    /// Reference of the dossier.
    pub reference: String,
    /// The day its facts were established.
    pub established_on: NaiveDate,
    /// Who signs.
    pub kind: CharterKind,
    /// Who borrows, all of whom sign.
    pub borrowers: Borrowers,
    /// Who is the one referent, when it is not the office's adviser.
    pub referent: Option<OtherReferent>,
    /// What the loan is for: `achat d’un véhicule d’occasion`.
    pub project: String,
    /// The loan as the lender grants it.
    pub loan: Option<CharterLoan>,
    /// Who lends, and whom to ask there.
    pub lender: CharterLender,
    /// The meetings and calls agreed on.
    pub steps: Vec<CharterStep>,
    /// The delays and limits in force.
    pub rules: CharterRules,
    /// The refund of interest; without one its part is left out.
    pub refund: Option<RefundPolicy>,
    /// What is said of personal data.
    pub data: DataNotice,
    /// The day of signature, once known.
    pub signed_on: Option<NaiveDate>,
}

/// The text of a charter, filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CharterText {
    /// What heads it.
    pub title: WrittenText,
    /// Its parts; `# ` begins the heading of each.
    pub body: WrittenText,
}

/// The loan a charter goes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterLoan {
    /// Its instalments.
    pub schedule: RepaymentSchedule,
    /// Its TAEG, worked out.
    pub taeg: Option<Taeg>,
    /// The figures the signed contract itself states: they are printed instead of ours.
    pub stated: StatedFigures,
    /// What else is to know of its conditions, in sentences; may be empty.
    pub conditions: String,
}

/// The lender of a charter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CharterLender {
    /// `Banque du Val`.
    pub name: String,
    /// `M. Joël Astier`.
    pub contact: String,
    /// `conseiller microcrédit`.
    pub contact_role: String,
    /// The contact's telephone, as it is printed.
    pub phone: String,
    /// The day of the convention by which it accepts what part 4 of a charter of two signatures recalls; without
    /// one, that part names the contact alone.
    pub convention_on: Option<NaiveDate>,
}

/// One meeting or call, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterStep {
    /// `À mi-parcours (juillet 2028)`.
    pub when: String,
    /// `rendez-vous au CCAS`.
    pub how: String,
    /// `revoir le budget ensemble`.
    pub purpose: String,
}

/// The delays and limits a charter states; the clause of an absent one is left out, or its number to write in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CharterRules {
    /// Working days in which the office answers.
    pub answer_working_days: Option<u32>,
    /// Days in which the lender reacts to an unpaid instalment.
    pub lender_alert_days: Option<u32>,
    /// Whether the lender tells the office of an unpaid instalment.
    pub lender_alerts_office: bool,
    /// Days before an instalment at which the borrower had better call.
    pub warning_days: Option<u32>,
    /// How many instalments may be put off during the loan.
    pub deferrals: Option<u32>,
    /// On what terms an instalment is put off, as the convention says it; empty when it says nothing.
    pub deferral_terms: String,
    /// What makes an incident that is reported.
    pub incident: Option<IncidentRule>,
}

/// From when the lender may have to report an incident to the register of the Banque de France.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncidentRule {
    /// Unpaid instalments that make an incident.
    pub instalments: u32,
    /// Days left to settle it once told.
    pub days: u32,
}

/// What a charter says of personal data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataNotice {
    /// How long they are kept: `deux ans`.
    pub kept_for: String,
    /// On what ground, after « La base légale est »; may be empty.
    pub legal_basis: String,
}

/// Prints the support charter; whatever is missing is left to be written by hand.
pub fn render(charter: &SupportCharter, text: &CharterText, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let lines = [
        HeadLine::named("Référence", &charter.reference),
        HeadLine::plain(charter.signed_on.map(|day| format!("signée le\u{a0}{}", long_date(day))).unwrap_or_default()),
    ];
    let mut strips = letterhead(&mut setter, head, &lines);
    strips.extend(composing::compose(&mut setter, charter, text, head));
    let signatures = match charter.signatories() {
        2 => "deux",
        3 => "trois",
        _ => "quatre",
    };
    let day = long_date(charter.established_on);
    let foot = Foot::proved(format!("{TITLE} à {signatures} signatures · {} · {day}", charter.reference));
    let sheets = flow(strips, &foot, &mut setter);
    let identity = Identity {
        title: format!("{TITLE}, {}", or_dots(&charter.borrowers.names())),
        author: head.office.name.clone(),
        date: charter.established_on,
    };
    finish(sheets, &setter, &identity)
}

impl SupportCharter {
    /// How many sign: every borrower, the office, and the lender where it does.
    fn signatories(&self) -> usize {
        let others = match self.kind {
            CharterKind::Bipartite => 1,
            CharterKind::Tripartite => 2,
        };
        self.borrowers.people().len().max(1).saturating_add(others)
    }
}

#[cfg(test)]
mod tests;
