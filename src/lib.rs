//! A public plan as Yew components: a timeline, goal cards, a glossary.
//!
//! Three layers, each importing only from those before it:
//!
//! | layer | the question it answers |
//! |---|---|
//! | [`model`] | what does the plan say? |
//! | [`view`] | what is to be shown of it? |
//! | [`ui`] | how does it look? |
//!
//! An application gives a component a plan, and its stylesheet once:
//!
//! ```
//! use std::rc::Rc;
//! use plan_widgets::{Glossary, Lang, Plan, Styles};
//! use yew::prelude::*;
//!
//! #[component]
//! fn App() -> Html {
//!     let plan = use_memo((), |()| Plan::from_json(plan_widgets::PLAN_JSON).map(Rc::new));
//!     match plan.as_ref() {
//!         Ok(plan) => html! { <><Styles /><Glossary plan={plan.clone()} lang={Lang::En} /></> },
//!         Err(problems) => html! { <pre>{ problems.to_string() }</pre> },
//!     }
//! }
//! ```

#![recursion_limit = "256"] // for `markup!`, which reads a token a step

pub mod model;
#[cfg(feature = "ui")]
pub mod ui;
pub mod view;

pub use model::{
    ArticleId, ChapterId, DepartmentId, EventId, GoalId, GoalKind, IdOf, Lang, PLAN_JSON, PeriodId, Plan,
    Problem, Problems, Progress, ProjectId, Stage, TermId, TopicId,
};
#[cfg(feature = "ui")]
pub use ui::{
    Annotated, AnnotatedProps, Arrangement, ColorScheme, Controls, Filtered, First, Glossary, GlossaryProps,
    GlossarySelection, GoalCard, GoalCardProps, GoalDeck, GoalDeckProps, Layout, Reports, STYLESHEET,
    Selection, Source, Styles, Term, TermProps, Timeline, TimelineProps, Variant,
};
#[cfg(feature = "fetch")]
pub use ui::{FetchError, FetchedPlan, use_plan};
pub use view::{
    glossary::{GlossaryFilter, GlossarySort, GlossaryView},
    goals::{DeckView, GoalFilter, GoalGroup, GoalSort},
    timeline::{TimelineFilter, TimelineView},
};
