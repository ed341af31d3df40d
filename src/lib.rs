//! A public plan as Yew components: an overview, a timeline, goal cards, a glossary, and its terms in a text of your own.
//!
//! ```toml
//! [dependencies]
//! plan-widgets = { path = "plan-widgets-0.1.0" } # a release's crate, unpacked
//! yew = { version = "0.23", features = ["csr"] }
//! ```
//!
//! An application gives a component a plan, and [`Styles`] once to its page:
//!
//! ```
//! use std::rc::Rc;
//! use plan_widgets::{Lang, PLAN_JSON, Plan, Styles, Timeline};
//! use yew::prelude::*;
//!
//! #[component]
//! fn App() -> Html {
//!     let plan = use_memo((), |()| Plan::from_json(PLAN_JSON).map(Rc::new));
//!     match plan.as_ref() {
//!         Ok(plan) => html! { <><Styles /><Timeline plan={plan.clone()} lang={Lang::EN} /></> },
//!         Err(problems) => html! { <pre>{ problems.to_string() }</pre> },
//!     }
//! }
//! ```
//!
//! [`PLAN_JSON`] is the bundled plan, Zhanjiang's proposal for the 14th Five-Year Plan. For one of your own, [`use_plan`]
//! fetches it from a URL, and says what is wrong with it: each problem with its JSON Pointer.
//!
//! A plan is compared by its address: keep its `Rc`, as `use_memo` does, or the widgets are made anew with each rendering.
//! Where a page has several widgets, give each an `id`: the ids of its explanations begin with it.
//!
//! # Who is in charge
//!
//! What the reader can change (filters, selection, layout, order) has two properties. With a default, the component keeps
//! it:
//!
//! ```
//! # use plan_widgets::{GoalDeck, GoalFilter, Lang, Plan};
//! # use std::rc::Rc;
//! # use yew::prelude::*;
//! # #[derive(PartialEq, Properties)]
//! # struct Props { plan: Rc<Plan> }
//! #[component]
//! fn Transport(props: &Props) -> Html {
//!     let filter = GoalFilter { topics: vec!["transport".into()], ..GoalFilter::default() };
//!     html! { <GoalDeck plan={props.plan.clone()} lang={Lang::EN} default_filter={filter} /> }
//! }
//! ```
//!
//! With a value, the parent keeps it, and takes a change over or doesn't:
//!
//! ```
//! # use plan_widgets::{Filtered, Lang, Plan, Timeline, TimelineFilter};
//! # use std::rc::Rc;
//! # use yew::prelude::*;
//! # #[derive(PartialEq, Properties)]
//! # struct Props { plan: Rc<Plan> }
//! #[component]
//! fn Controlled(props: &Props) -> Html {
//!     let filter = use_state(TimelineFilter::default);
//!     let onfilter = use_callback(filter.setter(), |filtered: Filtered<TimelineFilter>, filter| {
//!         filter.set(filtered.filter);
//!     });
//!     html! { <Timeline plan={props.plan.clone()} lang={Lang::EN} filter={(*filter).clone()} {onfilter} /> }
//! }
//! ```
//!
//! # Components that follow each other
//!
//! A [`Selection`] can go to a [`Timeline`] and a [`GoalDeck`] alike: hold one, hand it to both, and set it in the
//! `onselect` of both. A project selected in the deck is shown in the timeline, and the other way round.
//!
//! # Whole applications
//!
//! The folder `examples/` of the repository has three projects for [Trunk](https://trunkrs.dev). `linked` has a timeline, goals
//! and a glossary that follow each other. `fetched` has a plan from a URL, with something of the host's own in every item.
//! `hydrated` is rendered on a server and taken over in the page. Copy one, and take the path out of its `Cargo.toml`. Of the
//! last, a server puts what `cargo run --features server` writes into the body of the page that Trunk has built.
//!
//! # Looks
//!
//! The overview, the timeline, the cards, the deck and the glossary have `class`, `id` and `node_ref` for their root element. Custom properties change colours and fonts, parts
//! (`[part="title"]`) the rest; the elements' reference lists both, and they are the same here.
//!
//! # Features
//!
//! | feature | for |
//! |---|---|
//! | `ui`, by default | the components |
//! | `fetch`, by default | [`use_plan`] |
//! | `prerender` | static HTML and pictures, without a page |
//! | `serde` | view models can be serialised |
//! | `schema` | plans can be serialised too, and have a JSON Schema |
//!
//! Each adds something, and changes nothing for others who use the crate. Without any, it reads plans and makes view models,
//! for servers and tools.
//!
//! # Layers
//!
//! | layer | the question it answers |
//! |---|---|
//! | [`model`] | what does the plan say? |
//! | [`view`] | what is to be shown of it? |
//! | [`ui`] | how does it look? |
//!
//! Each imports only from those before it.

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
    Annotated, AnnotatedProps, Arrangement, ColorScheme, Control, Controls, Filtered, First, Glossary,
    GlossaryProps, GlossarySelection, GoalCard, GoalCardProps, GoalDeck, GoalDeckProps, Layout, Liveness,
    Look, Overview, OverviewProps, Reports, STYLESHEET, Selection, Source, Styles, Term, TermProps, Theme,
    Timeline, TimelineProps, Undated, Variant,
};
#[cfg(feature = "fetch")]
pub use ui::{FetchError, FetchedPlan, use_plan};
pub use view::{
    glossary::{GlossaryFilter, GlossarySort, GlossaryView},
    goals::{DeckView, GoalFilter, GoalGroup, GoalLayout, GoalSort},
    overview::{OverviewFilter, OverviewView},
    timeline::{
        TimelineFilter, TimelineView,
        scope::{TimelineScope, TimelineSort},
    },
};
