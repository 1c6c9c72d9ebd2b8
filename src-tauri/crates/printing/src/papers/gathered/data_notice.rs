//! The facts of the information notice: the office, the law and how long dossiers are kept.

use documents::papers::Letterhead;
use documents::papers::data_notice::{DataNotice, lacks, render};
use domain::settings::Settings;

use super::processing_register::text_of;
use super::{Missing, Prepared};
use app::caller::Moment;

/// The notice as it would be handed today.
pub(super) fn prepare(settings: &Settings, head: &Letterhead, moment: &Moment) -> Prepared {
    let rules = settings.at(moment.today);
    let notice = DataNotice {
        made_on: moment.today,
        legal_basis: text_of(&rules, "processing_legal_basis"),
        kept_years: rules.legal_number("active_retention_years"),
        complaint: text_of(&rules, "file_complaint_body"),
    };
    let missing: Vec<_> = lacks(&notice, head).into_iter().map(|what| Missing::of(what, None)).collect();
    let state = match missing.is_empty() {
        true => "à remettre au premier rendez-vous".to_owned(),
        false => "à remettre au premier rendez-vous ; laisse à écrire ce qui manque".to_owned(),
    };
    let head = head.clone();
    Prepared { version: 1, missing, state, print: Box::new(move |_| Ok(render(&notice, &head)?)) }
}
