//! The assessment of a request: seven criteria with the facts Étrier recalls beside
//! each, what is checked, the registers, the opinion, the watch points. Neither a score nor a decision
//! (*Un coup de pouce pour le microcrédit personnel*, l’évaluation du projet).

mod alerts;
mod checks;
mod contradictions;
mod fields;
mod recalled;
mod view;
mod watch_points;

pub use alerts::{AlertWords, alerts};
pub use checks::{
    AssessmentFigure, CheckPassedOver, CheckView, ChecksView, FactAnswer, OneCheck, PassedOverView, QuestionView,
    answer_fact, pass_over_check, return_to_rule,
};
pub use contradictions::Disagreements;
pub use fields::{
    AssessmentChange, AssessmentField, CriterionChange, CriterionField, change_assessment, change_criterion,
};
pub use view::{AssessmentFields, AssessmentView, CriterionView, Recalled, RegisterView, WatchPointView, assessment};
pub use watch_points::{
    NewWatchPoint, OneWatchPoint, WatchPointChange, add_watch_point, change_watch_point, remove_watch_point,
};

pub(crate) use checks::{explained, facts_of, questions};
