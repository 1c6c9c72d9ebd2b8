//! What one looks for among the facts of a dossier.

use chrono::NaiveDate;

use super::{BankDetails, Event, Fact, Facts, Noted, Survey, SurveyMoment};

impl Facts {
    /// What was noted of every event, the oldest entry first.
    pub fn events(&self) -> impl Iterator<Item = &Noted> {
        self.standing().filter_map(|row| if let Fact::Noted(noted) = &row.fact { Some(noted) } else { None })
    }

    /// What was noted of an event, the oldest entry first.
    pub fn noted(&self, event: Event) -> impl Iterator<Item = &Noted> {
        self.events().filter(move |noted| noted.event == event)
    }

    /// The account a refund is paid to, as it was given last.
    #[must_use]
    pub fn bank_details(&self) -> Option<&BankDetails> {
        let given = self
            .standing()
            .filter_map(|row| if let Fact::BankDetailsReceived(details) = &row.fact { Some(details) } else { None });
        given.last()
    }

    /// The questionnaire of a moment, as it came back last.
    #[must_use]
    pub fn survey(&self, moment: SurveyMoment) -> Option<&Survey> {
        let given = self
            .standing()
            .filter_map(|row| if let Fact::SurveyAnswered(survey) = &row.fact { Some(survey) } else { None });
        given.filter(|survey| survey.moment == moment).last()
    }

    /// The day the refund of interest was paid.
    #[must_use]
    pub fn refund_paid_on(&self) -> Option<NaiveDate> {
        self.noted(Event::RefundPaid).next().map(|noted| noted.on)
    }

    /// The day the dossier was begun here, when it was begun elsewhere.
    #[must_use]
    pub fn taken_over_on(&self) -> Option<NaiveDate> {
        self.standing().find_map(|row| if let Fact::TakenOver(taken) = &row.fact { Some(taken.on) } else { None })
    }
}
