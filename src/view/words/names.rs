//! What the values of the model are called.

use super::{
    PlanWords, ProgressWords, at, fill,
    plans::{InPlan, InProgress},
};
use crate::{
    model::{Degree, EventKind, FigureKind, GoalKind, Mention, Milestone, Rule, Stage, Status},
    view::progress::Reason,
};

impl<'a> PlanWords<'a> {
    /// How far something is to come.
    #[must_use]
    pub fn stage_of(self, stage: Stage) -> &'a str {
        at(self.0, InPlan::stage_achieved as usize + stage as usize)
    }

    /// What a stage means.
    #[must_use]
    pub fn means(self, stage: Stage) -> &'a str {
        at(self.0, InPlan::means_achieved as usize + stage as usize)
    }

    /// How far a project is to come by a mention of it: its stage, how much is to be finished, and which step is meant.
    #[must_use]
    pub fn reaches(self, stage: Stage, mention: Option<&Mention>) -> String {
        let milestone = match mention.and_then(|mention| mention.milestone) {
            Some(Milestone::Approval) => self.milestone_approval(),
            Some(Milestone::Opening) => self.milestone_opening(),
            None => "{0}",
        };
        let degree = mention.and_then(|mention| mention.degree);
        fill(milestone, &[&self.to_degree(self.stage_of(stage), degree)])
    }

    /// A text, with how much of what it says is meant.
    #[must_use]
    pub fn to_degree(self, text: &str, degree: Option<Degree>) -> String {
        match degree {
            Some(Degree::Basic) => fill(self.degree_basic(), &[text]),
            Some(Degree::Full) => fill(self.degree_full(), &[text]),
            None => text.into(),
        }
    }

    /// What sort of statement an event without a stage is; nothing of those that need no word.
    #[must_use]
    pub fn event(self, kind: EventKind) -> &'a str {
        let kind = (kind as usize).checked_sub(EventKind::Achievement as usize);
        kind.map_or("", |kind| at(self.0, InPlan::event_achievement as usize + kind))
    }

    /// What kind a goal is.
    #[must_use]
    pub fn goal(self, kind: GoalKind) -> &'a str {
        at(self.0, InPlan::goal_article as usize + kind as usize)
    }

    /// What kind a figure is.
    #[must_use]
    pub fn figure_kind(self, kind: FigureKind) -> &'a str {
        at(self.0, InPlan::figure_result as usize + kind as usize)
    }
}

impl<'a> ProgressWords<'a> {
    /// What a status is called.
    #[must_use]
    pub fn name(self, status: Status) -> &'a str {
        at(self.0, InProgress::reached as usize + status as usize)
    }

    /// What a rule is called.
    #[must_use]
    pub fn rule(self, rule: Rule) -> &'a str {
        at(self.0, InProgress::growth as usize + rule as usize)
    }

    /// Why a measure can't be compared.
    pub(in crate::view) fn reason(self, reason: Reason) -> &'a str {
        at(self.0, InProgress::no_baseline as usize + reason as usize)
    }
}
