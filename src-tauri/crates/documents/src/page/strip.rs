//! Strips: the slices of a page that are never cut.
//!
//! A line of a paragraph, a row of a table, two columns side by side are one strip
//! each. A strip says what it draws from its own top, what it leaves above itself,
//! whether it opens a sheet, whether the next one must follow on the same sheet, and
//! which heading to repeat when it comes first on a later sheet.

use std::rc::Rc;

use super::ink::Ink;
use super::length::Length;
use super::shapes::Shape;
use super::tags::TagId;
use super::text::Line;

/// A slice of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strip {
    /// Space above, dropped at the top of a sheet.
    pub(crate) gap: Length,
    pub(crate) height: Length,
    pub(crate) marks: Vec<Mark>,
    pub(crate) start: Start,
    pub(crate) next: Next,
    /// The heading to repeat when this strip opens a sheet.
    pub(crate) heading: Option<Rc<Strip>>,
}

/// Where a strip begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Start {
    /// After the strip before it.
    #[default]
    Following,
    /// At the top of a sheet.
    NewSheet,
}

/// Whether the next strip must be on the same sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Next {
    #[default]
    Anywhere,
    SameSheet,
}

/// To whom a text or a picture belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Tag(TagId),
    /// Not read aloud: repeated headings, the foot, the logo, the name of the office beside it.
    Artifact,
}

/// Something drawn, its top measured from the top of its strip.
#[derive(Clone, Debug)]
pub(crate) enum Mark {
    Text {
        left: Length,
        top: Length,
        baseline: Length,
        bottom: Length,
        line: Rc<Line>,
        owner: Owner,
    },
    Rule {
        left: Length,
        top: Length,
        width: Length,
        weight: Length,
        ink: Ink,
    },
    Ground {
        left: Length,
        top: Length,
        width: Length,
        height: Length,
        ink: Ink,
    },
    /// The four sides of a rectangle.
    Frame {
        left: Length,
        top: Length,
        width: Length,
        height: Length,
        weight: Length,
        ink: Ink,
    },
    /// What is not a plain rectangle; of the frame when nobody reads it.
    Shape {
        left: Length,
        top: Length,
        width: Length,
        height: Length,
        shape: Shape,
        ink: Ink,
        owner: Owner,
    },
    /// A picture of the paper, by its number.
    Picture {
        left: Length,
        top: Length,
        width: Length,
        height: Length,
        number: usize,
        owner: Owner,
    },
    /// A page of someone else's, by the number of its form.
    Drawing {
        left: Length,
        top: Length,
        height: Length,
        form: u32,
        /// What of its own size it is drawn at.
        scale: f32,
        tag: TagId,
    },
    /// Draws nothing: leads from this place to a sheet, the first being 0.
    Leading {
        tag: TagId,
        to: usize,
        words: Rc<str>,
        left: Length,
        top: Length,
        width: Length,
        height: Length,
    },
    /// Draws nothing: tells a figure the place it takes.
    Place {
        tag: TagId,
        left: Length,
        top: Length,
        width: Length,
        height: Length,
    },
}

impl Strip {
    /// An empty strip of a height.
    pub(crate) fn space(height: Length) -> Self {
        Self { height, ..Self::default() }
    }

    /// Height with the space above.
    pub(crate) fn full_height(&self) -> Length {
        self.gap.plus(self.height)
    }

    /// The same strip as it is drawn again on a later sheet: no longer read aloud.
    pub(crate) fn repeated(&self) -> Self {
        let mut copy = Self { gap: Length::ZERO, ..self.clone() };
        for mark in &mut copy.marks {
            if let Mark::Text { owner, .. } | Mark::Picture { owner, .. } | Mark::Shape { owner, .. } = mark {
                *owner = Owner::Artifact;
            }
        }
        copy
    }

    /// Cuts a strip taller than a sheet between two lines: what fits, and the rest if any.
    ///
    /// Only text that no sheet could hold in one piece ever comes here.
    pub(crate) fn cut(self, room: Length) -> (Self, Option<Self>) {
        let whole = |mark: &&Mark| !mark.is_divisible() && mark.bottom() > room;
        let first_left = self.marks.iter().filter(whole).map(Mark::top).min();
        let Some(cut) = first_left.filter(|top| *top > Length::ZERO) else {
            return (self, None);
        };
        let (next, heading) = (self.next, self.heading.clone());
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for mark in self.marks {
            let (upper, lower) = mark.cut(cut, room);
            above.extend(upper);
            below.extend(lower);
        }
        let rest =
            Self { height: self.height.minus(cut), marks: below, next, heading: heading.clone(), ..Self::default() };
        let first = Self { gap: self.gap, height: cut, marks: above, start: self.start, next: Next::Anywhere, heading };
        (first, Some(rest))
    }
}

impl Mark {
    fn top(&self) -> Length {
        match self {
            Self::Text { top, .. }
            | Self::Rule { top, .. }
            | Self::Ground { top, .. }
            | Self::Frame { top, .. }
            | Self::Shape { top, .. }
            | Self::Picture { top, .. }
            | Self::Drawing { top, .. }
            | Self::Leading { top, .. }
            | Self::Place { top, .. } => *top,
        }
    }

    fn bottom(&self) -> Length {
        match self {
            Self::Text { bottom, .. } => *bottom,
            Self::Rule { top, .. } => *top,
            Self::Ground { top, height, .. }
            | Self::Frame { top, height, .. }
            | Self::Shape { top, height, .. }
            | Self::Picture { top, height, .. }
            | Self::Drawing { top, height, .. }
            | Self::Leading { top, height, .. }
            | Self::Place { top, height, .. } => top.plus(*height),
        }
    }

    /// Whether it is of the frame, which nobody reads: a line, a ground.
    pub(super) fn is_mute(&self) -> bool {
        match self {
            Self::Rule { .. } | Self::Ground { .. } | Self::Frame { .. } => true,
            Self::Shape { owner, .. } => *owner == Owner::Artifact,
            Self::Text { .. }
            | Self::Picture { .. }
            | Self::Drawing { .. }
            | Self::Leading { .. }
            | Self::Place { .. } => false,
        }
    }

    /// Whether the end of a sheet may pass through it.
    fn is_divisible(&self) -> bool {
        match self {
            Self::Ground { .. } | Self::Frame { .. } | Self::Place { .. } => true,
            Self::Text { .. }
            | Self::Rule { .. }
            | Self::Shape { .. }
            | Self::Picture { .. }
            | Self::Drawing { .. }
            | Self::Leading { .. } => false,
        }
    }

    /// What of the mark stays where there is room for it, and what goes below the cut, measured from the cut.
    fn cut(self, cut: Length, room: Length) -> (Option<Self>, Option<Self>) {
        if self.bottom() <= room {
            return (Some(self), None);
        }
        if self.top() >= cut || !self.is_divisible() {
            return (None, Some(self.lowered(Length::ZERO.minus(cut))));
        }
        let (mut upper, mut lower) = (self.clone(), self);
        if let (Self::Ground { top, height, .. } | Self::Frame { top, height, .. }, below) = (&mut upper, &mut lower) {
            let rest = top.plus(*height).minus(cut);
            *height = cut.minus(*top);
            if let Self::Ground { top, height, .. } | Self::Frame { top, height, .. } = below {
                (*top, *height) = (Length::ZERO, rest);
            }
            return (Some(upper), Some(lower));
        }
        (Some(upper), None)
    }

    /// The same mark, lower in its strip.
    pub(crate) fn lowered(mut self, by: Length) -> Self {
        match &mut self {
            Self::Text { top, baseline, bottom, .. } => {
                *top = top.plus(by);
                *baseline = baseline.plus(by);
                *bottom = bottom.plus(by);
            }
            Self::Rule { top, .. }
            | Self::Ground { top, .. }
            | Self::Frame { top, .. }
            | Self::Shape { top, .. }
            | Self::Picture { top, .. }
            | Self::Drawing { top, .. }
            | Self::Leading { top, .. }
            | Self::Place { top, .. } => *top = top.plus(by),
        }
        self
    }
}

/// Two columns as one strip, both from its top.
pub(crate) fn beside(left: Vec<Strip>, right: Vec<Strip>) -> Strip {
    let (left, right) = (stacked(left), stacked(right));
    let mut both = Strip::space(left.height.max(right.height));
    both.marks.extend(left.marks.into_iter().chain(right.marks));
    both
}

/// The same strips with so much space above the first.
pub(crate) fn below(gap: Length, mut strips: Vec<Strip>) -> Vec<Strip> {
    if let Some(first) = strips.first_mut() {
        first.gap = gap;
    }
    strips
}

/// The same strips, the first at the top of a sheet.
pub(crate) fn on_new_sheet(mut strips: Vec<Strip>) -> Vec<Strip> {
    if let Some(first) = strips.first_mut() {
        first.start = Start::NewSheet;
    }
    strips
}

/// The same strips, the first so far under what is before it.
pub(crate) fn following(strips: &mut [Strip], gap: Length) {
    if let Some(first) = strips.first_mut() {
        (first.start, first.gap) = (Start::Following, gap);
    }
}

/// Strips that stay on one sheet, as far as a sheet can hold them.
pub(crate) fn keep_together(mut strips: Vec<Strip>) -> Vec<Strip> {
    let before_last = strips.len().saturating_sub(1);
    for strip in strips.iter_mut().take(before_last) {
        strip.next = Next::SameSheet;
    }
    strips
}

/// What stands at the top and what stands at the foot of so much height.
pub(crate) fn filling(height: Length, mut top: Vec<Strip>, foot: Vec<Strip>) -> Vec<Strip> {
    let tall = |strips: &[Strip]| strips.iter().map(Strip::full_height).fold(Length::ZERO, Length::plus);
    let foot = below(Length::ZERO, foot);
    let between = height.minus(tall(&top)).minus(tall(&foot)).max(Length::ZERO);
    top.extend(below(between, foot));
    top
}

/// Strips one under the other as one strip.
pub(super) fn stacked(strips: Vec<Strip>) -> Strip {
    let mut whole = Strip::default();
    for strip in strips {
        let top = whole.height.plus(strip.gap);
        whole.marks.extend(strip.marks.into_iter().map(|mark| mark.lowered(top)));
        whole.height = top.plus(strip.height);
    }
    whole
}
