//! Static HTML of the components, made on the host.

use futures::executor::block_on;
use yew::LocalServerRenderer;

use super::{
    Annotated, AnnotatedProps, Glossary, GlossaryProps, GoalDeck, GoalDeckProps, Timeline, TimelineProps,
};

/// The glossary as it stands before any script has run: no controls, nothing to hydrate.
#[must_use]
pub fn glossary(props: GlossaryProps) -> String {
    let renderer = LocalServerRenderer::<Glossary>::with_props(props).hydratable(false);
    block_on(renderer.render())
}

/// A text with its terms marked. The buttons work without a script.
#[must_use]
pub fn annotated(props: AnnotatedProps) -> String {
    let renderer = LocalServerRenderer::<Annotated>::with_props(props).hydratable(false);
    block_on(renderer.render())
}

/// Goals, likewise: all of each, or one.
#[must_use]
pub fn goals(props: GoalDeckProps) -> String {
    let renderer = LocalServerRenderer::<GoalDeck>::with_props(props).hydratable(false);
    block_on(renderer.render())
}

/// The timeline, likewise: its list, with all details.
#[must_use]
pub fn timeline(props: TimelineProps) -> String {
    let renderer = LocalServerRenderer::<Timeline>::with_props(props).hydratable(false);
    block_on(renderer.render())
}
